"""Prizes that a phrase takes for granted, or denies, whatever is said of them: *Its Oscar followed a year later*, *no Palme*.

*Its Golden Bear made it famous* says that it won one; *Four nominations, no Oscar.* that it did not.
"""

from collections.abc import Iterator

from verite.clauses import NP, Frame, Sentence
from verite.model import Claim, Grade
from verite.prizes import named, spoken
from verite.reading import Reading

# What one may do with a prize that one has not got.
_WANTING = frozenset(
    "lose loses lost losing want wanted wait waits waited waiting hope hoped hopes dream dreams dreamed dreamt miss missed deserve deserves deserved seek "
    "sought chase chased await awaited awaiting expect expected rob robbed denied deprived cost cheated dashed need needed almost nearly".split()
)
_WINS = frozenset("win victory triumph".split())
_BREAKS = frozenset(", ; : . ! – — ( ) |".split())
_BESIDE = frozenset("no not one a single and but though at all either of in for the even".split())
_NOT_ONE = frozenset(("no", "neither"))


def claims(reading: Reading, sentence: Sentence, kind: str, taken: set[int]) -> Iterator[Claim]:
    """What the phrases of a sentence claim of this kind (`award`, `nomination`); `taken` are those in which a prize has been read."""
    for np in sentence.phrases() if sentence.names("prize", "category") else ():
        if np.tokens[0].start in taken or np.entity("prize", "category") is None or (np.number or 0) > 1:
            continue
        up_for = spoken.of_nomination(np)
        since = _denied(np, sentence)
        since = _without(np, sentence, reading) if since is None else since
        denied = since is not None
        if up_for != (kind == "nomination") or not (denied or (not up_for and _its(np, sentence, reading))):
            continue
        frame = Frame(
            "OWNED",
            {},
            list(np.pps),
            np.start if since is None else since,
            np.end,
            np.start,
            np.core_end,
            by="noun",
            negative=denied,
        )
        read = named.read(np, frame, reading)
        if read is None or (denied and read.unnamed):
            continue
        taken.add(np.tokens[0].start)
        result = "nominated" if up_for else "won"
        value = {"prizes": list(read.prizes), "named": read.words, "result": result}
        asked: dict[str, object] = {"edition": read.edition, "year": read.year, "recipient": "", "misplaced": [], "unnamed": read.unnamed}  # fmt: skip
        grade = Grade.SEEN if named.goes_on(np, frame, sentence) else Grade.READ
        claim = reading.claim(kind, kind, value, frame, sentence, np, asked, grade)
        # *Not one Lion, no Palme*: what is denied beside it has nothing to do with it
        yield claim._replace(grade=grade, denied=False) if denied and not sentence.doubts else claim


def _its(np: NP, sentence: Sentence, reading: Reading) -> bool:
    """*Its Oscar*, *the film's Golden Bear win*, in a clause that does not speak of one to come."""
    own = reading.is_film(np.poss) if np.poss is not None else np.det == "its"
    if not own or np.plural or not (spoken.itself(np) or np.tokens[-1].low in _WINS):
        return False
    return not sentence.says(_WANTING) and not any(
        c.vg.modal or c.vg.hedged or c.tentative or c.relative for c in sentence.clauses
    )


_LEAVING = frozenset("go leave come return end stay remain finish".split())


def _without(np: NP, sentence: Sentence, reading: Reading) -> int | None:
    """*It went without a single Nika*, *the film left without an Oscar*: where that begins."""
    if sentence.before(np) != "without" or not spoken.itself(np) or sentence.doubts:
        return None
    verb = max((c for c in sentence.clauses if c.vg.end <= np.start), key=lambda c: c.vg.start, default=None)
    if (
        verb is None
        or verb.vg.lemma.split(" ")[0] not in _LEAVING
        or not verb.vg.finite
        or not reading.is_film(verb.subject)
    ):
        return None
    return None if verb.vg.modal or verb.vg.negative or verb.vg.hedged or verb.relative else verb.start


def _denied(np: NP, sentence: Sentence) -> int | None:
    """*No Oscar.* *Not one Lion, no Palme.*: a stretch of nothing but a prize and its denial, behind whatever verb; where it begins."""
    tokens = sentence.tokens
    at = next(i for i, token in enumerate(tokens) if token.start == np.tokens[0].start)
    first = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in _BREAKS), 0)
    last = next((i for i in range(at, len(tokens)) if tokens[i].text in _BREAKS), len(tokens))
    words = tokens[first:last]
    low = [token.low for token in words]
    if not (np.det in _NOT_ONE or low[:2] in (["not", "one"], ["not", "a"])) or tokens[-1].text == "?":
        return None
    held = {t.start for one in sentence.phrases() if one.start >= words[0].start and (one is np or one.sem in ("FEST", "DATE")) for t in one.tokens}  # fmt: skip
    behind = all(clause.vg.end <= words[0].start for clause in sentence.clauses)
    plain = behind and spoken.itself_or_nomination(np) and all(t.start in held or t.low in _BESIDE for t in words)
    return words[0].start if plain else None
