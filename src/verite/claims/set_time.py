"""When the film is set.

*Set in 1936*, *during the Second World War*, *in the last days of Stalin*. A date or event in the
prose is an interval; it agrees with a recorded one that it touches. Films move about in time, so another time refutes only where
the record declares that it names all of them, or where enough independent sources name times (see `judge.enough`) and it is more than
five years from each: not beside a time on record, and not in a sentence on how the film begins, ends or looks back.
"""

import re
from collections.abc import Iterator, Sequence

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.english import date, the
from verite.judge import Ground, enough, excluding
from verite.model import Agreement, Claim, Grade, Link, Reason, Statement, Status
from verite.reading import MAKING, Line, Reading, named_setting
from verite.text import plain

_STORY = frozenset("story action plot drama tale events narrative thing all everything".split())
_ERAS = frozenset(
    "era period decade years year winter summer spring autumn reign rule war occupation siege terror purge purges revolution thaw aftermath eve century "
    "regime repression repressions wartime stalinism times dictatorship".split()
)
_DATE = re.compile(r"^((?:1[5-9]|20)\d\d)(s)?(?:-(\d{2,4}))?$")


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames("SET"):
        film = frame.role("film")
        if line.label == "intro" or (
            film is not None and (not reading.is_film(film) or film.head in MAKING) and film.head not in _STORY
        ):
            continue
        dated = False
        for prep, np in [*frame.adjuncts, *named_setting(frame)]:
            if (
                not dated
                and prep in _WHEN
                and np.head in _ERAS
                and np.tokens[0].start not in taken
                and _undated(np, reading)
            ):
                # *in the years after the war*: a time that no record dates
                taken.add(np.tokens[0].start)
                yield reading.claim("set_time", "set_time", None, frame, sentence, np, {"named": np.text}, Grade.SEEN)
                continue
            for inner in np.within():
                interval = span_of(inner, reading.catalogue)
                if interval and inner.tokens[0].start not in taken:
                    dated = True
                    taken.add(inner.tokens[0].start)
                    others = (span_of(other, reading.catalogue) for other in sentence.phrases() if other is not inner)
                    framed = any(t.low in _FRAMED for t in sentence.tokens)
                    said = {"named": inner.text, "beside": [other for other in others if other], "framed": framed}
                    yield reading.claim("set_time", "set_time", interval, frame, sentence, inner, said)
    for line in reading.lines:
        if line.label not in ("description", ""):
            continue
        for sentence in line.sentences:
            for np in sentence.phrases():
                interval = span_of(np, reading.catalogue)
                if interval is None or np.tokens[0].start in taken or _of_a_thing(np, sentence):
                    continue
                if sentence.before(np) in ("until", "since"):
                    continue  # *kept on the shelf until 1986*
                around = next((f for f in sentence.frames if f.start <= np.start < f.end and not _idle(f)), None)
                if around is not None and around.act in _OF_THE_FILM:
                    continue
                if _of_its_fortune(np, interval, sentence, reading):
                    continue
                taken.add(np.tokens[0].start)
                said = {"named": np.text}
                if _told(np, sentence, line, reading) and _before_the_film(interval, reading):
                    head = Frame("SET", {}, [], sentence.start, np.core_end, np.start, np.core_end)
                    others = (span_of(other, reading.catalogue) for other in sentence.phrases() if other is not np)
                    framed = any(t.low in _FRAMED for one in line.sentences for t in one.tokens)
                    said |= {"beside": [other for other in others if other], "framed": framed}
                    here = any(t.low in _FRAMED for t in sentence.tokens)  # *It is 1937 as the film begins*
                    grade = Grade.SEEN if here else Grade.READ
                    yield reading.claim("set_time", "set_time", interval, head, sentence, np, said, grade)
                    continue
                host = around or Frame("SEEN", {}, [], np.start, np.core_end, np.start, np.core_end)
                yield reading.claim("set_time", "set_time", interval, host, sentence, np, said, Grade.SEEN)


_WHEN = frozenset("in during at after before amid throughout on under".split())


def _undated(np: NP, reading: Reading) -> bool:
    return all(span_of(inner, reading.catalogue) is None for inner in np.within())


def _told(np: NP, sentence: Sentence, line: Line, reading: Reading) -> bool:
    """Whether a date says by itself when the story takes place."""
    if np.sem != "DATE":
        return False
    return _dateline(np, sentence, line) or _it_is(np, sentence) or _begins_in(np, sentence, line, reading)


def _dateline(np: NP, sentence: Sentence, line: Line) -> bool:
    """*December 1949, a special prison.* *Leningrad, 1938: a captain runs.* A description that begins with its place and time, and goes on after a
    comma, a colon or a full stop; or further on a sentence of nothing else (*Hong Kong, 1962.*)."""
    before = [t for t in sentence.tokens if t.end <= np.tokens[0].start and t.text != ","]
    places = {t.start for other in sentence.phrases() if other.entity("place", "state") for t in other.tokens}
    after = next((t.text for t in sentence.tokens if t.start >= np.core_end), ".")
    villages = {
        t.start for p in sentence.phrases() if p.sem == "PLACE" and p.of is None for t in p.tokens
    }  # *A Castilian village, 1940:*
    plain_ = all(t.start in places | villages or t.low in _MONTHS for t in before) and len(before) < 5
    if sentence is line.sentences[0]:
        return plain_ and after in ",.:;–—"
    # a year alone, far from the beginning, may be anything's
    return plain_ and bool(before or np.mods) and not sentence.clauses and len(sentence.tokens) < 9 and after in ",."


def _it_is(np: NP, sentence: Sentence) -> bool:
    """*It is 1937.* *It's the winter of 1941.* *The year is 1937.* *We are in Moscow, 1937.*"""
    if not sentence.clauses or (first := sentence.clauses[0]).subject is None or first.vg.start > np.start:
        return False
    subject, after = first.subject, [c.vg.start for c in sentence.clauses[1:]]
    if first.vg.lemma != "be" or not first.vg.present or first.vg.negative or any(start < np.start for start in after):
        return False
    between = {t.low for t in sentence.tokens if first.vg.end <= t.start < np.tokens[0].start}
    if subject.head in ("year", "time") or subject.pronoun == "it":
        return between <= _IN_A_DATE
    places = {t.low for other in sentence.phrases() if other.entity("place", "state") for t in other.tokens}
    return subject.pronoun == "we" and "in" in between and between - places <= {"in", ",", "the", *_IN_A_DATE}


def _begins_in(np: NP, sentence: Sentence, line: Line, reading: Reading) -> bool:
    """*In the Moscow of 1937, an officer hunts a killer*, *In 1930s Moscow an officer hunts*: of a story, told in the present. *In 1930
    Buñuel shoots his second film* tells of the film, *In 1962 the novel appeared* of a thing, *In 1941 Germany attacks* of history."""
    if sentence.tokens[0].low != "in" or sentence is not line.sentences[0]:
        return False
    places = {t.start for other in sentence.phrases() if other.entity("place", "state") for t in other.tokens}
    before = [t for t in sentence.tokens[1:] if t.end <= np.tokens[0].start]
    if any(t.start not in places and t.low not in ("the", "of", *_MONTHS) for t in before):
        return False
    main = next((c for c in sentence.clauses if c.vg.finite and not c.relative and c.subject is not None), None)
    if main is None or not main.vg.present or main.vg.start < np.start or main.subject is None:
        return False
    spoken = (main.subject, *main.objects)
    of_the_film = any(
        one.sem in ("FILM", "FILM-NAME", "WORK", "WORK-NAME", "PRIZE") or reading.is_film(one) for one in spoken
    )
    somebody = main.subject.sem in ("CHARACTER", "HUMAN", "O", "ACT") or main.subject.pronoun in ("he", "she", "they")
    return somebody and not of_the_film and not main.subject.entity("agent", "state", "place")


def _before_the_film(interval: tuple[int, int], reading: Reading) -> bool:
    """*Poland, 2007; 118 minutes*: where and when the film was made, not its story."""
    made = [year for year, _ in reading.link.work.years] if reading.link.work is not None else []
    return bool(made) and interval[1] < min(made) - 1


# not *in*: *In 1962, N's novel appeared*
_MONTHS = frozenset("spring summer autumn fall winter early late mid".split())
_IN_A_DATE = frozenset(
    "the of year winter summer spring autumn fall end beginning start middle just already still now late early".split()
)
_FRAMED = frozenset(
    "flashback flashbacks frame framed framing prologue epilogue coda partly partially part opens opening begins beginning starts starting ends ending "
    "later then present afterwards today looks back remembers remembered recalls alternates between jumps moves decades generations".split()
)  # fmt: skip
# What dates the making of the film, not its story.
_OF_THE_FILM = frozenset("WIN GIVE GO-TO NOMINATE SHOOT DIRECT MAKE WRITE BAN SHELVE RELEASE-FILM ENTER ADAPT".split())


def _idle(frame: Frame) -> bool:
    """A prize's act without a prize: *are captured* is no win."""
    return frame.act in ("WIN", "GIVE", "GO-TO") and not any(np.sem in ("PRIZE", "CATEGORY") for np in frame.phrases())


def _of_its_fortune(np: NP, interval: tuple[int, int], sentence: Sentence, reading: Reading) -> bool:
    """*remade in 1960*, *topped a poll in 1952*, *Golden Lion, Venice 1951*: a year after the film, or beside a prize."""
    if np.sem != "DATE":
        return False
    years = [year for year, _ in reading.link.work.years] if reading.link.work is not None else []
    prized = any(other.sem in ("PRIZE", "FEST") or other.entity("festival") for other in sentence.phrases())
    return prized or bool(years and interval[0] > max(years))


def _of_a_thing(np: NP, sentence: Sentence) -> bool:
    """*a set of rules from 1950*, *the novel of 1962*: the date of a thing, not of the story."""
    return np.sem == "DATE" and any(
        ((prep in ("from", "by") and inner is np) or other.of is np) and other.sem not in ("TIME", "FILM", "EVENT", "PLACE") and other.head not in _IN_A_DATE
        for other in sentence.phrases() for prep, inner in [*other.pps, ("", None)]
    )  # fmt: skip


def span_of(np: NP, catalogue: Catalogue) -> tuple[int, int] | None:
    """The years that a phrase names: a date, a decade, an event of the record."""
    if (event := np.entity("event")) is not None:
        row = catalogue.events.get(event.id)
        if row:
            start = int(row["start"][:4])
            end = int((row["end"] or row["start"])[:4]) if (row["end"] or row["start"])[:4].isdigit() else start
            return start, end
    if (lived := _life(np, catalogue)) is not None:
        return lived
    if np.sem != "DATE":
        return None
    match = _DATE.match(plain(np.tokens[-1].low))
    if match is None:
        return None
    start = int(match[1])
    if match[2]:
        if "early" in np.mods:
            return start, start + 4
        return (start + 5, start + 9) if "late" in np.mods else (start, start + 9)
    if match[3]:
        last = match[3]
        return start, int(last) if len(last) == 4 else int(str(start)[: 4 - len(last)] + last)
    return start, start


_LAST = frozenset("last final dying".split())
_SPANS = frozenset("day days week weeks hour hours month months year years night".split())


def _life(np: NP, catalogue: Catalogue) -> tuple[int, int] | None:
    """*the last days of Stalin*, *Stalin's death*, *the aftermath of his death*: from a person's recorded end."""
    of = np.of
    if np.sem == "TIME" and np.head in _SPANS and _LAST & set(np.mods) and of is not None:
        owner = of if of.entity("agent") else of.poss
    elif np.head == "death":
        owner = np.poss or of
    elif np.head in ("aftermath", "wake", "eve") and of is not None and of.head == "death":
        owner = of.poss or of.of
    else:
        return None
    agent = owner.entity("agent") if owner is not None else None
    died = [str(s.value)[:4] for s in catalogue.statements(agent.id, "died")] if agent else []
    years = [int(year) for year in died if year.isdigit()]
    if not years:
        return None
    return min(years), max(years) + (2 if np.head == "aftermath" else 0)


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = (*catalogue.statements(link.work.id, "set_time"), *catalogue.statements(link.work.id, "set_event"))
    complete = bool(catalogue.complete(link.work.id, "set_time"))
    stood = tuple((s, _stands(claim, s, catalogue)) for s in said)
    if enough(said, catalogue.source) and _far(claim, said, catalogue):
        stood = excluding(stood)
    return Ground(stood, complete, otherwise=Reason.OPEN_PROPERTY if said else Reason.NOT_RECORDED)


def _far(claim: Claim, said: Sequence[Statement], catalogue: Catalogue) -> bool:
    """Whether the time is more than five years from all on record, and none of those is named beside it."""
    recorded = [span for one in said if (span := years_of(one, catalogue))]
    if not recorded or claim.value is None or claim.qualifiers.get("framed", True):
        return False
    for span in [claim.value, *claim.qualifiers.get("beside", ())]:
        apart = 5 if span == claim.value else 0
        if any(span[0] - end <= apart and start - span[1] <= apart for start, end in recorded):
            return False
    return True


def _stands(claim: Claim, said: Statement, catalogue: Catalogue) -> Agreement:
    recorded = years_of(said, catalogue)
    if recorded is None or claim.value is None:
        return Agreement.UNCLEAR
    (a, b), (c, d) = claim.value, recorded
    if a <= d and c <= b:
        return Agreement.AGREES
    return Agreement.DIFFERS if a - d > 1 or c - b > 1 else Agreement.UNCLEAR


def years_of(said: Statement, catalogue: Catalogue) -> tuple[int, int] | None:
    if said.property == "set_event":
        row = catalogue.events.get(said.value)
        dates = [row["start"], row["end"] or row["start"]] if row else []
    else:
        dates = str(said.value).split("/")
    years = [int(found[0]) for d in dates if (found := re.match(r"\d{4}", d))]
    years += [int(f"{found[1]}{end}") for d in dates if (found := re.match(r"(\d{3})X", d)) for end in "09"]
    return (min(years), max(years)) if years else None


def told(claim: Claim, catalogue: Catalogue) -> str:
    named = str(claim.qualifiers["named"])
    return f"set {'in' if named[:1].isdigit() else 'during'} {named}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    if said.property == "set_event":
        name = str(catalogue.events.get(said.value, {}).get("name", said.value))
        return f"set during {the(name)}"
    return f"set in {date(said.value)}"


KIND = Kind(
    "set_time",
    "set_time",
    find,
    weigh,
    told,
    shown,
    examples={
        "It was kept on the shelf until 1950.": None,
        "The setting is a harbour in 1950.": Status.REFUTED,
        "Set in 1911, it follows a lamplighter.": Status.SUPPORTED,
        "The action takes place in the 1910s.": Status.SUPPORTED,
        "Set in 1950, it follows a lamplighter.": Status.REFUTED,
        "It is perhaps set in 1950.": Status.UNVERIFIED,
        "It won a prize in 1950.": None,
        "Set in the years after the war, it is quiet.": Status.UNVERIFIED,
        "It takes place in the last year of the dictatorship.": Status.UNVERIFIED,
        "The whole thing is set in 1950.": Status.REFUTED,
        "The lamplighter rests in the winter.": None,
        "In 1960 it topped a poll.": None,
        "A set of rules from 1950 governs the harbour.": None,
    },
)
