"""The prizes that a text says were won: every wording, and whose prize it is.

From frames of winning (*it won the Golden Bear*, *N's performance earned him an Oscar*, *the top prize went to it*), from adjectives (*this
Oscar-winning film*: `compounds`), from what came of a nomination, from a prize that is left out (*N also won for his camerawork*), and from prizes in
no frame at all: those that stand alone in their sentence say that the film won them, others are only seen.
"""

from collections.abc import Iterator

from verite.clauses import NP, Frame, Sentence, Token
from verite.model import Claim, Grade, Span
from verite.prizes import compounds, context, crafts, listed, named, owned, spoken, whose
from verite.reading import Line, Reading

_CUES = ("winn", "won", "prize", "award", "laureate", "honour")
_NOT_WON = ("nomin", "entry", "submi", "candidate", "entered", "shortlist", "competed", "contend", "missed", "lost")
_PART = frozenset("role part performance portrayal work direction acting turn playing score screenplay".split())


def claims(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line in reading.lines:
        for sentence in line.sentences if line.label != "intro" else ():
            yield from listed.claims(reading, line, sentence, "award", taken)
    for line, sentence, frame in reading.frames(*spoken.ACTS):
        if line.label != "intro":
            yield from _claims(reading, line, sentence, frame, taken)
    for line in reading.lines:
        if line.label != "intro":
            for sentence in line.sentences:
                yield from compounds.claims(reading, line, sentence, "award", compounds.WON, taken)
                yield from owned.claims(reading, sentence, "award", taken)
                yield from _what_came_of_it(reading, line, sentence)
                yield from _elided(reading, line, sentence)
                yield from _seen(reading, line, sentence, taken)


def _claims(reading: Reading, line: Line, sentence: Sentence, frame: Frame, taken: set[int]) -> Iterator[Claim]:
    prizes = spoken.phrases(frame)
    if not prizes or frame.act == "ENTER":
        return
    won = [np for np in prizes if spoken.result(frame, np) == "won"]
    lost = frame.act == "BEAT" and reading.is_film(frame.role("loser"))  # *Ida beat it to the Oscar*
    if (other := spoken.to_another(frame)) is not None and (reading.agents(other) or reading.is_film(other)):
        return  # *The Palme d'Or was Bergman's*, of his film
    lost = lost or other is not None
    person = "" if lost else whose.recipient(frame, sentence, reading)
    given = [np for prep, np in frame.adjuncts if prep in ("for", "with")]
    # *who won the Oscar for the first film*, of a sequel
    of_other = any(reading.other_film(np) or (np.sem == "FILM" and whose.of_a_series(np)) for np in given)
    if not won or person is None or of_other:
        # a nomination, or another film's prize
        of_it = [np for np in frame.phrases() if np in prizes or np.entity("category")]
        taken.update(np.tokens[0].start for np in of_it if not spoken.apart(np, frame, sentence))
        return
    for prize, at in _each(won, sentence):
        if at.tokens[0].start in taken:
            continue
        taken.update((at.tokens[0].start, prize.tokens[0].start))
        read = _read(prize, at, frame, reading)
        if read is None:
            continue
        read = context.whose(read, at, frame, sentence, line, reading.catalogue)
        claim = _claim(reading, sentence, frame, at, read, person)
        for np in frame.phrases():
            # the category beside the prize is part of this claim, not another one
            if np.entity("category") is not None and len(won) == 1:
                taken.add(np.tokens[0].start)
        yield claim


def _what_came_of_it(reading: Reading, line: Line, sentence: Sentence) -> Iterator[Claim]:
    """*It was nominated for the Oscar but lost to N*, *... but did not win*, *... and won*: the prize stands in the clause before."""
    if all(frame.act != "NOMINATE" for frame in sentence.frames):
        return
    up_for: tuple[Frame, NP] | None = None
    for frame in sorted((f for f in sentence.frames if f.by == "verb"), key=lambda f: f.act_start):
        got = frame.role("recipient")
        if frame.act == "NOMINATE":
            prizes = [np for np in spoken.phrases(frame) if spoken.result(frame, np) == "nominated"]
            one = len(prizes) == 1 and (prizes[0].number or 0) < 2 and not prizes[0].also
            up_for = (frame, prizes[0]) if one and reading.surely_film(got, line, sentence) else None
            continue
        prize = frame.role("prize")
        if frame.act not in ("WIN", "LOSE") or up_for is None or frame.relative or frame.modal or frame.attributed:
            continue
        if frame.clause is not None and any(np.pronoun != "it" for np in frame.clause.objects):
            continue  # *but lost its way*
        itself = prize is None or prize.pronoun == "it" or reading.is_film(prize)
        same = got is None or got is up_for[0].role("recipient") or got.pronoun == "it"
        plain = frame.act == "LOSE" or not frame.adjuncts
        if not (itself and same and plain) or (frame.act == "LOSE" and frame.negative):
            continue
        read = named.read(up_for[1], up_for[0], reading)
        if read is not None:
            claim = _claim(reading, sentence, up_for[0], up_for[1], read, "")
            span = Span(frame.start, max(frame.end, frame.act_end))
            yield claim._replace(
                span=span,
                negative=frame.negative or frame.act == "LOSE",
                hedged=claim.hedged or frame.hedged,
                qualifiers={**claim.qualifiers, **(_lost_to(frame) if frame.act == "LOSE" else {})},
            )


def _lost_to(frame: Frame) -> dict[str, str]:
    """Whom a prize was lost to, if it is a name: *to N's film* and *to the Swedish entry* are none."""
    winner = frame.role("recipient" if frame.act == "BEAT" else "winner") if not frame.negative else None
    named_ = winner is not None and winner.poss is None and winner.sem in ("NAME", "PERSON", "FILM-NAME", "PLACE")
    return {"to": winner.text} if winner is not None and named_ and winner.tokens[0].capital else {}


def _elided(reading: Reading, line: Line, sentence: Sentence) -> Iterator[Claim]:
    """*It was up for eleven Oscars, but won only for its screenplay*, *N also won for his camerawork*: of the academy named before."""
    for frame in sentence.frames:
        if frame.act != "WIN" or frame.by != "verb" or not frame.word.startswith("win") or frame.relative:
            continue
        got, part = frame.role("prize", "object"), frame.role("recipient")
        one = got is not None and got.pronoun == "one"  # *Its song won one*
        if spoken.phrases(frame) or (got is not None and not one and not reading.is_film(got)):
            continue
        if frame.clause is not None and any(t.low == "had" for t in frame.clause.vg.tokens):
            continue  # *N had won for his script before*
        if any(prep in ("at", "in", "from", "by") and np.sem != "DATE" for prep, np in frame.adjuncts):
            continue  # *The screenplay won at Venice*
        praised = [
            np
            for prep, np in frame.adjuncts
            if prep == "for" and crafts.praising(np) and np.det in ("his", "her", "its", "the", "their", "")
        ]
        if part is not None and part.poss is None and part.det in ("its", "the") and crafts.praising(part):
            praised.append(part)  # *The screenplay won, too*
        before = sentence if line.sentences[0] is sentence else line.sentences[line.sentences.index(sentence) - 1]
        earlier = [
            np
            for one in {id(before): before, id(sentence): sentence}.values()
            for np in one.phrases()
            if np.start < frame.act_start
        ]
        owners = {e.id.partition("/")[0] for np in earlier for e in np.entities if e.type == "prize"}
        person = whose.recipient(frame, sentence, reading)
        if (
            len(praised) != 1
            or len(owners) != 1
            or person is None
            or any(reading.other_film(np) for np in (*earlier, *praised[0].within()))
        ):
            continue
        prizes = crafts.within(praised, min(owners), reading.catalogue)
        if prizes and all(not prize.endswith("?") for prize in prizes):
            called = reading.catalogue.tables[min(owners)].get("prizes", "prize")
            read = named.Named(tuple(sorted(prizes)), f"{called} for {praised[0].text[0].lower()}{praised[0].text[1:]}")
            claim = _claim(reading, sentence, frame, praised[0], read, person)
            yield claim._replace(span=Span(min(claim.span.start, before.start), claim.span.end))


def _each(won: list[NP], sentence: Sentence) -> Iterator[tuple[NP, NP]]:
    """(the prize, the phrase that says which): *seven Oscars, including Best Picture* names one of seven."""
    for prize in won:
        if (prize.number or 0) < 2:
            yield prize, prize
            continue
        for np in spoken.among(prize, sentence):
            yield prize, np


def _read(prize: NP, at: NP, frame: Frame, reading: Reading) -> named.Named | None:
    return named.read(prize, frame, reading) if at is prize else named.one_of(prize, at, reading.catalogue)


def _claim(reading: Reading, sentence: Sentence, frame: Frame, prize: NP, read: named.Named, person: str) -> Claim:
    # A bare *it lost the Oscar* may be said of one that won another
    vague = frame.act == "LOSE" and all("/" not in p for p in read.prizes)
    unread = (
        whose.unread(frame, sentence) or vague or whose.of_another_body(prize) or named.goes_on(prize, frame, sentence)
    )
    other = spoken.to_another(frame)
    beaten = other is not None or (frame.act == "BEAT" and reading.is_film(frame.role("loser")))
    unread = unread or (other is not None and bool(other.name))  # whose maker may be spelt otherwise on record
    # *N won the Oscar for best actor*: for what film is not said
    anywhere = bool(person) and person != "?" and not _for_this(frame, reading)
    # *N dreamed of winning the Palme d'Or*, *N came close to winning it*
    unread = unread or (anywhere and frame.clause is not None and not frame.clause.vg.finite)
    # *Niven and Hiller won Oscars for best actor and best supporting actress respectively*: which is whose is not read
    unread = unread or person == "?" or "respectively" in sentence.words
    denied = prize.det in ("no", "neither") or prize.denied or frame.act == "LOSE" or beaten
    claim = reading.claim(
        "award",
        "award",
        {"prizes": list(read.prizes), "named": read.words, "result": "won"},
        frame,
        sentence,
        prize,
        {
            "edition": read.edition,
            "year": read.year,
            "recipient": person,
            "misplaced": list(read.misplaced),
            "unnamed": read.unnamed,
            "anywhere": anywhere,
            **(_lost_to(frame) if frame.act == "LOSE" or beaten else {}),
        },
        Grade.SEEN if unread or (anywhere and (frame.negative or denied)) else Grade.READ,
        negative=frame.negative or denied,
    )
    return claim._replace(value_span=Span(claim.value_span.start, named.end(prize, frame, claim.value_span.end)))


def _for_this(frame: Frame, reading: Reading) -> bool:
    """Whether the sentence says that a person's prize was for this film: *for the film*, *for her part*."""
    if frame.by == "verb" and not frame.passive and frame.subject is not None:
        if frame.act == "WIN" and reading.is_film(frame.subject):
            return True  # *it earned N the Golden Bear*
        if frame.act in ("WIN", "GIVE") and crafts.praising(frame.subject):
            return True  # *N's performance brought him an Oscar*
    for prep, np in frame.adjuncts:
        if prep in ("for", "with") and (
            (reading.is_film(np) and np.det not in whose.ANY and not whose.of_a_series(np))
            or (np.det in ("his", "her", "the") and (np.head in _PART or crafts.praising(np)))
        ):
            return not any(reading.other_film(inner) for inner in np.within())
    return False


def _seen(reading: Reading, line: Line, sentence: Sentence, taken: set[int]) -> Iterator[Claim]:
    """A prize that no frame has claimed, with a cue beside it: *Golden Bear, Berlin 1977.* *An Oscar-winning drama.*"""
    text = ""
    for np in sentence.phrases() if sentence.names("prize", "category") else ():
        if np.entity("prize", "category") is None or np.tokens[0].start in taken or (np.number or 0) > 1:
            continue
        if spoken.says_where(np, sentence):
            continue  # *Best Actress at the César Awards*
        text = text or " ".join(sentence.low)
        if not any(cue in text for cue in _CUES) and len(sentence.tokens) > 14:
            continue
        if np.sem in ("PERSON", "NAME", "HUMAN") or any(cue in text for cue in _NOT_WON):
            continue
        at = [("at", one) for one in sentence.phrases() if one is not np and _may_give(one, np)]
        frame = Frame("SEEN", {}, [*np.pps, *at], np.start, np.end, np.start, np.core_end)
        if any(f.negative for f in sentence.frames if f.start <= np.start < f.end) or any(
            t.low in ("never", "not", "no", "without", "n't", "nor") for t in sentence.tokens
        ):
            continue
        read = named.read(np, frame, reading)
        if read is not None:
            by_itself = read
            if (read := context.whose(by_itself, np, frame, sentence, line, reading.catalogue)) is not by_itself:
                frame = frame._replace(start=sentence.start)  # the quote has to hold whose it is
            taken.add(np.tokens[0].start)
            joined = _joined(np, sentence, reading)
            if joined is not None:
                frame = frame._replace(start=joined.start)  # the quote has to hold what it is joined to
            alone = _alone(sentence, np, reading) or joined is not None
            value = {"prizes": list(read.prizes), "named": read.words, "result": "won"}
            asked = {
                "edition": read.edition,
                "year": read.year,
                "recipient": "",
                "misplaced": list(read.misplaced),
                "unnamed": read.unnamed,
            }
            grade = Grade.READ if alone else Grade.SEEN
            yield reading.claim("award", "award", value, frame, sentence, np, asked, grade)


def _may_give(giver: NP, prize: NP) -> bool:
    """Whether a festival or an academy gives a prize of the sentence: it may stand anywhere, but where an academy's prize follows a
    festival (*the Golden Lion at Venice and an honorary Oscar*), that festival gave the prize before."""
    before = giver.start < prize.start and spoken.ceremony(prize)
    own = {e.id.partition("/")[0] for e in prize.entities}
    return spoken.gives(giver) and not (before and own.isdisjoint(e.id for e in giver.entities))


def _joined(np: NP, sentence: Sentence, reading: Reading) -> Frame | None:
    """*It was given the Palme d'Or in 1981 and the Academy Award for the best foreign film*: a second prize behind the adjuncts of the first."""
    if np.sem != "PRIZE" or np.number:
        return None
    for frame in sentence.frames:
        plain = (
            frame.act in spoken.WON
            and frame.by == "verb"
            and not (frame.negative or frame.hedged or frame.modal or frame.relative)
        )
        if not plain or frame.attributed or frame.act_end > np.start or whose.recipient(frame, sentence, reading) != "":
            continue
        if not any(one.entity("prize") and one.start < np.start for one in spoken.phrases(frame)):
            continue
        if any(frame.act_end < c.vg.start < np.start for c in sentence.clauses):
            continue
        first = np.tokens[0].start
        last = [one.end for one in (*frame.phrases(), *(n for _, n in frame.adjuncts)) if one.end <= first]
        between = [t.low for t in sentence.tokens if max(last, default=frame.act_end) <= t.start < first]
        if between and "and" in between and {"and", ",", "then", "later", "also", "in", "turn"}.issuperset(between):
            return frame
    return None


_BESIDE = frozenset(
    "plus and also too then besides moreover as well of at in for best the there prize prizes award awards ( ) , : .".split()
)
_SHARED = frozenset("shared jointly ex-aequo ex".split())


def _alone(sentence: Sentence, prize: NP, reading: Reading) -> bool:
    """*Palme d'Or, 1971.* *Cannes 1981: best screenplay.* *Set in Rome; Golden Lion at Venice.* A sentence, or what stands between its semicolons, of
    nothing but one prize, festival and year says that the film won it. (*Golden Globe, same category* and *Golden Bear? Hardly* say
    something else.)"""
    if sentence.tokens[-1].text == "?" or 1 < (prize.number or 0) < 1900:  # *Palme d'Or 1993*: a year
        return False
    segment = [token for token in sentence.tokens if _same_segment(token, prize, sentence)]
    if any(c.vg.start < t.end and t.start < c.vg.end for c in sentence.clauses for t in segment[:1] + segment[-1:]):
        return False
    said = [
        np
        for np in sentence.phrases()
        if np.sem in ("PRIZE", "FEST", "DATE", "PLACE")
        or np.entity("prize", "category", "festival")
        or context.says_same(np)
        or np.name in reading.catalogue.festivals  # *Venice*, whose festival it is
    ]
    held = {t.start for np in said for t in np.tokens}
    if any(t.low in ("competition", "contest", "race", "running") for t in segment):
        return False
    shared = next((t.start for t in segment if t.low in _SHARED and t.start > prize.start), segment[-1].end + 1)
    if sum(np.sem == "PRIZE" and _same_segment(np.tokens[0], prize, sentence) for np in said) > 1:
        return False  # of several prizes in a row one may be for something else
    named_ = prize.sem == "PRIZE" or prize.entity("prize", "category") is not None
    return named_ and all(t.start in held or t.low in _BESIDE or t.start >= shared for t in segment)


def _same_segment(token: Token, prize: NP, sentence: Sentence) -> bool:
    """Whether no semicolon or dash stands between a word and a prize."""
    start, end = sorted((token.start, prize.start))
    return not any(t.text in ";–—|" and start <= t.start <= end for t in sentence.tokens)
