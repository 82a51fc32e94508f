"""When and where the film was first shown, released or broadcast.

*Premiered at Venice*, *first shown in Moscow on 2 May 1977*, *released in 1931*, *broadcast in two parts in 2008*. Any
recorded showing of that place and time supports: first showings, releases and broadcasts on record, years with
their meaning, festivals where it won. Films come out again, in other countries, on other screens, so another
date is no contradiction. Refuted is only what cannot be: a release or premiere more than a year before every
year that the record knows of the film; or a *world premiere* or *first showing* named by its year alone
more than a year after it.
"""

import re
from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind, prose_value
from verite.clauses import NP, Frame, Sentence
from verite.english import date
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Reason, Statement, Status
from verite.reading import Reading
from verite.text import plain

_SHOWN = ("premiere", "release", "broadcast", "home-release", "restoration", "unshelved")
_SURE = ("release", "premiere", "debut", "broadcast", "come", "hit", "reach", "arrive")
_YEAR = re.compile(r"^(?:18|19|20)\d\d$")
_MONTHS = {m: n + 1 for n, m in enumerate("january february march april may june july august september october november december".split())}  # fmt: skip
_OF_SEVERAL = frozenset("first second other former latter".split())
_SHOWING = ("first-showing", "release", "broadcast", "home-release")


def find(reading: Reading) -> Iterator[Claim]:
    for line, sentence, frame in reading.frames("RELEASE-FILM"):
        film = _film(frame)
        if line.label == "intro" or film is None or not reading.is_film(film):
            continue
        adjuncts = [np for prep, np in frame.adjuncts if prep in ("in", "at", "on", "to", "from")]
        if any(prep == "from" and not _date(np) for prep, np in frame.adjuncts):
            continue  # *released from custody*
        dates = [(np, d) for np in adjuncts if (d := _date(np))]
        places = [e.id for np in adjuncts for e in np.entities if e.type in ("place", "state")]
        festivals = [e.id for np in adjuncts for e in np.entities if e.type == "festival"]
        if not (dates or places or festivals):
            continue
        words = [t.low for t in sentence.tokens if frame.start <= t.start < frame.act_end]
        lemma = frame.word.split(" ")[0]
        first = "first" in words or "world" in words or lemma in ("premiere", "debut", "unveil")
        other = any(not _date(np) and not np.entity("place", "state", "festival") for np in adjuncts)
        sure = lemma in _SURE and reading.surely_film(film, line, sentence) and not _one_of_several(sentence)
        sure = sure and not (frame.negative and lemma == "release")  # what is not released may be seen at a festival
        yield reading.claim(
            "premiere",
            "premiere",
            dates[0][1] if dates else "",
            frame,
            sentence,
            dates[0][0] if dates else adjuncts[0],
            {"places": places, "festivals": festivals, "first": first, "alone": not (places or festivals or other)},
            Grade.READ if sure and film.det != "a" else Grade.SEEN,
            incomplete=sentence.incomplete,
        )
    yield from _held(reading)


def _held(reading: Reading) -> Iterator[Claim]:
    """*Its premiere took place in Warsaw*, *the world premiere was held on 17 September 2007*."""
    for line in reading.lines:
        for sentence in line.sentences if line.label != "intro" else ():
            for clause in sentence.clauses:
                np = clause.subject
                if (
                    np is None
                    or np.head not in ("premiere", "première")
                    or np.det not in ("its", "the")
                    or clause.relative
                ):
                    continue
                if clause.vg.lemma not in ("take", "hold", "be", "happen", "come", "follow") or (
                    np.of and not reading.is_film(np.of)
                ):
                    continue
                hosts = [pp.np for pp in clause.pps if pp.prep in ("in", "at", "on")]
                dates = [(host, d) for host in hosts if (d := _date(host))]
                places = [e.id for host in hosts for e in host.entities if e.type in ("place", "state")]
                festivals = [e.id for host in hosts for e in host.entities if e.type == "festival"]
                if not (dates or places or festivals):
                    continue
                of = {"places": places, "festivals": festivals, "first": False, "alone": False}
                end = max(host.core_end for host in hosts)
                frame = Frame(
                    "SEEN", {}, [], clause.start, end, clause.start, end, negative=clause.vg.negative, clause=clause
                )
                at = dates[0] if dates else (hosts[0], "")
                yield reading.claim("premiere", "premiere", at[1], frame, sentence, at[0], of, Grade.SEEN)


def _one_of_several(sentence: Sentence) -> bool:
    """*It was filmed twice; the first, directed by N, was released in 1934*: which film came out is not sure."""
    low = sentence.low
    return any(a == "the" and b in _OF_SEVERAL and c == "," for a, b, c in zip(low, low[1:], low[2:], strict=False))


def _film(frame: Frame) -> NP | None:
    """*The film premiered*, *It was released*: the subject, whichever voice; what it opened is another thing."""
    return frame.role("film") if frame.passive else frame.role("film", "agent")


def _date(np: NP) -> str:
    """The date that a phrase names, as 1977, 1977-05 or 1977-05-02."""
    words = [plain(t.low) for t in np.tokens]
    year = next((w for w in words if _YEAR.match(w)), "")
    month = next((_MONTHS[w] for w in words if w in _MONTHS), 0)
    day = next((int(w) for w in words if w.isdecimal() and len(w) < 3), 0)
    if not year:
        return ""
    return f"{year}-{month:02}-{day:02}" if month and day else f"{year}-{month:02}" if month else year


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    work = link.work.id
    events = [s for s in catalogue.statements(work, "event") if s.value in _SHOWN and not s.negative]
    years = list(catalogue.statements(work, "year"))
    prizes = list(catalogue.statements(work, "award"))
    agreeing = [
        *(s for s in events if _event(claim, s, catalogue)),
        *(s for s in prizes if _prize(claim, s)),
        *(s for s in years if _year(claim, s)),
    ]
    if agreeing:
        return Ground(tuple((s, Agreement.AGREES) for s in agreeing[:4]))
    near = tuple((s, Agreement.UNCLEAR) for s in (*events, *years)[:4])
    if claim.value and years:
        year = int(str(claim.value)[:4])
        known = [int(s.value) for s in years]
        known += [int(str(s.qualifiers["when"])[:4]) for s in events if str(s.qualifiers.get("when", ""))[:4].isdigit()]
        late = claim.qualifiers["first"] and claim.qualifiers["alone"] and year > max(known) + 1
        # A film may have been at festivals for years before a table's release.
        shown = events or any(s.qualifiers.get("of") in ("first-showing", "production") for s in years)
        if year < min(known) - (1 if shown else 3) or late:
            return Ground(tuple((s, Agreement.EXCLUDES) for s in years))
    return Ground(near, otherwise=Reason.OPEN_PROPERTY if events or years else Reason.NOT_RECORDED)


def _event(claim: Claim, said: Statement, catalogue: Catalogue) -> bool:
    q, asked = said.qualifiers, claim.qualifiers
    if claim.value and not _same_time(str(claim.value), str(q.get("when", ""))):
        return False
    state = str(q.get("in", "")).lower()
    at = str(q.get("at", ""))
    if asked["festivals"]:
        names = [str(catalogue.tables.get(f, {}).get("name", f)) for f in asked["festivals"]]
        return any(name in at for name in names)
    if asked["places"]:
        return any(
            (state and (p.lower() == state or catalogue.place_within(state, p) or catalogue.place_within(p, state)))
            or catalogue.place_name(p) in at
            for p in asked["places"]
        )
    return bool(claim.value)


def _same_time(asked: str, recorded: str) -> bool:
    """Whether a recorded date or interval may be the one asked, as far as both say."""
    parts = recorded.split("/")
    return bool(recorded) and (
        any(part.startswith(asked) or asked.startswith(part) for part in parts if part)
        or (len(parts) == 2 and parts[0][: len(asked)] <= asked <= parts[1][: len(asked)])
    )


def _prize(claim: Claim, said: Statement) -> bool:
    """It won there, so it was shown there."""
    year = said.qualifiers.get("year")
    return said.qualifiers["table"] in claim.qualifiers["festivals"] and (
        not claim.value or str(year) == str(claim.value)[:4]
    )


def _year(claim: Claim, said: Statement) -> bool:
    asked = claim.qualifiers
    if asked["festivals"] or asked["places"] or said.qualifiers.get("of", "release") not in _SHOWING:
        return False
    return str(claim.value) == str(said.value)


def told(claim: Claim, catalogue: Catalogue) -> str:
    q = claim.qualifiers
    at = [str(catalogue.tables.get(f, {}).get("name", f)) for f in q["festivals"]] or [
        catalogue.place_name(p) for p in q["places"]
    ]
    where = f" {'at' if q['festivals'] else 'in'} {at[0]}" if at else ""
    return f"{'first ' if q['first'] else ''}shown{where}{f' in {claim.value}' if claim.value else ''}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    q = said.qualifiers
    if said.property == "year":
        return f"{prose_value(q.get('of', 'year'))}: {said.value}"
    if said.property == "award":
        return (
            f"won a prize at {catalogue.tables.get(q['table'], {}).get('name', q['table'])} {q.get('year', '')}".strip()
        )
    where = q.get("at") or catalogue.states.get(q.get("in", ""), {}).get("name", "")
    when = date(q["when"]) if q.get("when") else ""
    return ", ".join(str(part) for part in (prose_value(said.value), where, when) if part)


KIND = Kind(
    "premiere",
    "premiere",
    find,
    weigh,
    told,
    shown,
    examples={
        "It premiered at the Harbour Festival in 1931.": Status.SUPPORTED,
        "The film was released in Norway in 1931.": Status.SUPPORTED,
        "It was released on 3 May 1931.": Status.SUPPORTED,
        "The film was released in 1931.": Status.SUPPORTED,
        "The film was released in 1921.": Status.REFUTED,
        "The film premiered in 1950.": Status.REFUTED,
        "It reportedly premiered in 1950.": Status.UNVERIFIED,
        "The film was released in France in 1950.": Status.UNVERIFIED,
        "The film was released again in 1950.": Status.UNVERIFIED,
        "The lamplighter is released in 1911.": None,
        "The novel was released in 1921.": None,
        "It opened the festival.": None,
    },
)
