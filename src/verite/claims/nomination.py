"""Nominations: what the film, or one of its people, was up for.

*Nominated for*, *up for*, *a Golden Globe nominee*, *five Oscar nominations*, *lost the Oscar to*. What won was
nominated, so a win supports. A nomination is refuted only where the table of that category is declared complete
with its nominees for those years. Being on a short list, in competition or a country's candidate is less
than a nomination: a nomination supports it, nothing refutes it. How many there were is `count`.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.clauses.verbless import pieces
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Reason, Statement, Status
from verite.prizes import compounds, context, crafts, listed, named, owned, people, spoken, tables, telling, whose
from verite.reading import Line, Reading

_SAID = {"nominated": "nominated", "shortlisted": "on the short list", "entered": "in the running"}


_TALK = frozenset(
    "talk buzz hope hopes rumour rumours rumor rumors speculation possibility chance chances campaign prediction predictions".split()
)


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line in reading.lines:
        for sentence in line.sentences if line.label != "intro" else ():
            yield from listed.claims(reading, line, sentence, "nomination", taken)
    for line, sentence, frame in reading.frames(*spoken.WON, *spoken.COMING, "NOMINATE", "LOSE"):
        if line.label != "intro":
            yield from _claims(reading, line, sentence, frame, taken)
    for line in reading.lines:
        if line.label != "intro":
            for sentence in line.sentences:
                yield from compounds.claims(reading, line, sentence, "nomination", compounds.NOMINATED, taken)
                yield from owned.claims(reading, sentence, "nomination", taken)
                yield from _seen(reading, sentence, taken)


def _claims(reading: Reading, line: Line, sentence: Sentence, frame: Frame, taken: set[int]) -> Iterator[Claim]:
    person = whose.recipient(frame, sentence, reading)
    if person is None or any(reading.other_film(np) for prep, np in frame.adjuncts if prep in ("for", "with")):
        return
    if (craft := _by_the_academy(frame, reading)) is not None and craft[0].tokens[0].start not in taken:
        taken.add(craft[0].tokens[0].start)
        yield _claim(reading, sentence, frame, *craft, "nominated", person, missed=False)
    for prize in spoken.phrases(frame):
        result = "nominated" if frame.act == "LOSE" else spoken.result(frame, prize)
        missed = frame.word == "miss out on"  # *missed out on the Oscar* says nothing of a nomination
        if result == "won" or prize.tokens[0].start in taken or (missed and not spoken.of_nomination(prize)):
            continue
        if (prize.number or 0) > 1:  # how many: `count`
            for at in spoken.among(prize, sentence):
                one = named.one_of(prize, at, reading.catalogue)
                if one is not None and at.tokens[0].start not in taken and not frame.negative:
                    taken.add(at.tokens[0].start)
                    yield _claim(reading, sentence, frame, at, one, result, "", missed)
            continue
        if any(np.head in _TALK and any(inner is prize for inner in np.within()) for np in sentence.phrases()):
            continue  # *talk of an Oscar nomination*
        if spoken.apart(prize, frame, sentence):
            continue
        read = named.read(prize, frame, reading)
        if read is None:
            continue
        read = context.whose(read, prize, frame, sentence, line, reading.catalogue)
        taken.add(prize.tokens[0].start)
        taken.update(np.tokens[0].start for np in frame.phrases() if np.entity("category") is not None)
        yield _claim(reading, sentence, frame, prize, read, result, person, missed)


def _by_the_academy(frame: Frame, reading: Reading) -> tuple[NP, named.Named] | None:
    """*The Academy nominated its costumes*: no prize is named, and no other academy goes by that name alone."""
    jury, got = frame.role("jury"), frame.role("recipient")
    if frame.act != "NOMINATE" or frame.by != "verb" or jury is None or got is None or spoken.phrases(frame):
        return None
    own = got.poss is None and got.det == "its" and crafts.praising(got)
    if not own or [t.low for t in jury.tokens] != ["the", "academy"]:
        return None
    prizes = crafts.within([got], "academy-awards", reading.catalogue)
    return (
        (got, named.Named(tuple(sorted(prizes)), f"the Oscar for {got.text}"))
        if prizes and "academy-awards/?" not in prizes
        else None
    )


def _claim(
    reading: Reading, sentence: Sentence, frame: Frame, prize: NP, read: named.Named, result: str, person: str, missed: bool
) -> Claim:  # fmt: skip
    # *It lost the Oscar to N*: one that loses to another was in the running; a bare *it lost the Oscar* may be a manner of speaking
    lost = frame.act == "LOSE" and not any(prep == "to" for prep, _ in frame.adjuncts)
    unread = person == "?" or whose.unread(frame, sentence) or whose.of_another_body(prize) or lost
    unread = unread or named.goes_on(prize, frame, sentence)
    asserted = frame.clause is None or frame.clause.vg.finite
    unread = unread or (bool(person) and (frame.negative or not asserted or "respectively" in sentence.words))
    return reading.claim(
        "nomination",
        "nomination",
        {"prizes": list(read.prizes), "named": read.words, "result": result},
        frame,
        sentence,
        prize,
        {"edition": read.edition, "year": read.year, "recipient": person, "unnamed": read.unnamed},
        Grade.SEEN if unread and not missed else Grade.READ,
        negative=(frame.negative and frame.act != "LOSE") or missed or prize.det in ("no", "neither") or prize.denied,
    )


def _seen(reading: Reading, sentence: Sentence, taken: set[int]) -> Iterator[Claim]:
    """*A Golden Globe nominee.* *Oscar: nominated.*: a prize beside the word, in no frame."""
    if not any(low.startswith("nomin") for low in sentence.words):
        return
    if any(t.low in ("never", "not", "no", "without", "n't", "nor") for t in sentence.tokens):
        return
    for np in sentence.phrases():
        if np.entity("prize", "category") is None or np.tokens[0].start in taken or (np.number or 0) > 1:
            continue
        if np.sem in ("PERSON", "NAME", "HUMAN") or spoken.says_where(np, sentence):
            continue
        around = [f for f in sentence.frames if f.act in spoken.ACTS and f.start <= np.start < f.end]
        around = [f for f in around if f.act not in spoken.COMING or spoken.phrases(f)]
        if around and not any(f.act == "NOMINATE" and (np in f.phrases() or f.act_start == np.start) for f in around):
            continue  # *Nominated for one prize, it won another*
        frame = Frame("SEEN", {}, list(np.pps), np.start, np.end, np.start, np.core_end)
        read = named.read(np, frame, reading)
        if read is None:
            continue
        taken.add(np.tokens[0].start)
        value = {"prizes": list(read.prizes), "named": read.words, "result": "nominated"}
        asked = {
            "edition": read.edition,
            "year": read.year,
            "recipient": whose.owner(np, reading),
            "unnamed": read.unnamed,
        }
        grade = Grade.READ if _nominee(np, sentence) else Grade.SEEN
        yield reading.claim("nomination", "nomination", value, frame, sentence, np, asked, grade)


def _nominee(np: NP, sentence: Sentence) -> bool:
    """*An Oscar nominee.* *Cuba's first Oscar nominee.*: a sentence or piece of nothing but the noun, of the film."""
    own = np.poss is None or np.poss.entity("state") is not None
    mine = [t for t in sentence.tokens if np.start <= t.start < np.core_end]
    return np.tokens[-1].low == "nominee" and own and any(piece.only(mine) for piece in pieces(sentence))


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    mine = list(catalogue.statements(link.work.id, "award"))
    mine = people.may_have(claim, mine, link, catalogue)
    agreeing = [(s, Agreement.AGREES) for s in mine if tables.fits(claim, s, catalogue)]
    if agreeing:
        return Ground(tuple(agreeing), complete=True)
    if claim.qualifiers.get("recipient"):
        return _ever(claim, link, mine, catalogue)
    if none := tables.unwon(claim, link, mine, catalogue):
        return Ground(tuple((s, Agreement.EXCLUDES) for s in none), complete=True)
    whole = tables.complete(claim, link, catalogue)
    if claim.value["result"] != "nominated" or whole is None:
        return Ground(tuple((s, Agreement.NEITHER) for s in mine), otherwise=Reason.OUTSIDE_SCOPE)
    up = [
        said
        for prize in claim.value["prizes"]
        for said in catalogue.awards(
            *_split(prize), sorted(set(tables.years(claim, link, catalogue, _split(prize)[0])))
        )
    ]
    if by_title := tables.titled(up, link, catalogue):
        return Ground(tuple((s, Agreement.UNCLEAR) for s in by_title), otherwise=Reason.VALUE_UNRESOLVED)
    differs = tuple((s, Agreement.DIFFERS) for s in up[:6])
    return Ground(differs, complete=bool(up), otherwise=Reason.OUTSIDE_SCOPE, declared=whole.sources)


def _ever(claim: Claim, link: Link, mine: list[Statement], catalogue: Catalogue) -> Ground:
    """*N was nominated for the Oscar for best actor*, for what film is not said: against it is only that he never was, for whatever film."""
    person = str(claim.qualifiers["recipient"])
    sure = " " in person and claim.value["result"] == "nominated" and tables.personal(claim)
    nominees = (people.anyone(claim, catalogue) or people.players(claim, link, catalogue)) if sure else []
    if not nominees or any(tables.may_be(person, s) for s in nominees):
        return Ground(tuple((s, Agreement.NEITHER) for s in mine), otherwise=Reason.OUTSIDE_SCOPE)
    own = [s for s in mine if any(p.partition("/")[0] == s.qualifiers["table"] for p in claim.value["prizes"])]
    if not own and all("/" not in prize for prize in claim.value["prizes"]):
        return Ground(otherwise=Reason.OUTSIDE_SCOPE)
    return Ground(tuple((s, Agreement.EXCLUDES) for s in (own[:3] or nominees[-1:])), complete=True)


def _split(prize: str) -> tuple[str, str]:
    table, _, category = prize.partition("/")
    return table, category


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"{_SAID[claim.value['result']]} for {telling.named(claim, catalogue)}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return telling.shown(said, catalogue)


KIND = Kind(
    "nomination",
    "nomination",
    find,
    weigh,
    told,
    shown,
    examples={
        "It was nominated for the Lantern for best film.": Status.SUPPORTED,
        "The film received a nomination for the Lantern for best film.": Status.SUPPORTED,
        "It was up for the Lantern for best director.": Status.SUPPORTED,
        "A Lantern nominee.": Status.SUPPORTED,
        "It was nominated for the Lantern for best actor.": Status.REFUTED,
        "It was not nominated for the Lantern for best film.": Status.REFUTED,
        "It was reportedly nominated for the Lantern for best actor.": Status.UNVERIFIED,
        "It was shortlisted for the Lantern for best actor.": Status.UNVERIFIED,
        "It was nominated for the Golden Lamp.": Status.UNVERIFIED,
        "It won the Lantern for best director.": None,
        "The minister nominated the lamplighter for the council.": None,
        "The film missed out on the Golden Lamp.": None,
    },
)
