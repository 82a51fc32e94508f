"""The prizes that a text says were won: every wording, and whose prize it is.

From frames of winning (*it won the Golden Bear*, *N's performance earned him an Oscar*, *the top prize went to it*), from adjectives (*this
Oscar-winning film*: `compounds`), from what came of a nomination, from a prize that is left out (*N also won for his camerawork*), and from prizes in
no frame at all: those that stand alone in their sentence say that the film won them, others are only seen.
"""

from collections.abc import Iterator

from verite.clauses import NP, Frame, Sentence
from verite.model import Claim, Grade, Span
from verite.prizes import compounds, context, crafts, listed, lost_to, named, outcome, owned, spoken, unframed, whose
from verite.reading import Line, Reading

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
                yield from unframed.claims(reading, line, sentence, taken)


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
            own = (
                len(won) == 1
                or any(np is inner for inner in prize.within())
                or prize.start < np.start == _next(prize, frame)
            )
            if np.entity("category") is not None and own:
                taken.add(np.tokens[0].start)
        yield claim


def _next(prize: NP, frame: Frame) -> int:
    """Where the next phrase that names a prize or category begins."""
    named_ = (
        np.start for np in frame.phrases() if np.start > prize.start and np.entity("prize", "category") is not None
    )
    return min(named_, default=frame.end)


def _what_came_of_it(reading: Reading, line: Line, sentence: Sentence) -> Iterator[Claim]:
    for one in outcome.of(reading, line, sentence):
        read = named.read(one.prize, one.up_for, reading)
        if read is None:
            continue
        read = context.whose(read, one.prize, one.up_for, one.told_in, line, reading.catalogue)
        claim = _claim(reading, one.told_in, one.up_for, one.prize, read, "")
        yield claim._replace(
            span=Span(min(one.frame.start, one.up_for.start), max(one.frame.end, one.frame.act_end)),
            negative=one.denied,
            hedged=claim.hedged or one.frame.hedged,
            qualifiers={**claim.qualifiers, **({"to": one.to} if one.to else {})},
            grade=claim.grade if one.sure else Grade.SEEN,
        )


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
    other = spoken.to_another(frame)
    beaten = other is not None or (frame.act == "BEAT" and reading.is_film(frame.role("loser")))
    # A bare *it lost the Oscar*, *N beat it to the Oscar* may be said of one that won another
    vague = (frame.act == "LOSE" or beaten) and all("/" not in p for p in read.prizes)
    unread = (
        whose.unread(frame, sentence) or vague or whose.of_another_body(prize) or named.goes_on(prize, frame, sentence)
    )
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
            **(lost_to.named(frame) if frame.act == "LOSE" or beaten else {}),
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
