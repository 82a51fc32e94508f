"""Prizes told off one by one behind their number: *Three Oscars: cinematography, art direction, makeup.* *It won two (best actress and best
screenplay).* *Nominated for seven Academy Awards, it won two: best foreign film and editing.*

The number says whether they were won or only nominated, the academy named last before it whose they are.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.clauses import NP, Frame, Sentence, Token
from verite.model import Claim, Grade
from verite.prizes import crafts
from verite.reading import Line, Reading
from verite.text import number

_PRIZES = frozenset(
    "oscar oscars academy award awards prize prizes win wins bafta baftas césar césars cesar cesars golden globe globes nika nikas statuette statuettes "
    "goya goyas david trophies".split()
)
_UP_FOR = frozenset("nomination nominations nominated nominee nod nods up contention running shortlisted".split())
_WON = frozenset("won wins win winning took taking takes scooped bagged collected".split())
_AND = frozenset((",", "&", "and", "plus", "/"))
_LEAD = frozenset("incl. including for the one best in".split())
_OPENS = frozenset(":(")
_BACK = 5  # words between the number and what opens the list
_MOST = 15


class Counted(NamedTuple):
    """The number before a list, the words between it and the list (which opens at token `at`), how many, what came of them (won or
    nominated), of which academy, and whether the sentence itself names it."""

    at: int
    number: Token
    words: Sequence[Token]
    many: int
    result: str
    table: str
    named_here: bool

    @property
    def grade(self) -> Grade:
        """*It won the Oscar. Two awards (direction, script) came from the critics.*: an academy of the sentence before may not be meant."""
        return Grade.READ if self.named_here else Grade.SEEN


def counts(line: Line, sentence: Sentence, catalogue: Catalogue) -> Iterator[Counted]:
    """The lists of a sentence that an academy's prizes are counted before."""
    tokens = sentence.tokens
    for k, token in enumerate(tokens if sentence.says(_OPENS) else ()):
        if token.text not in _OPENS or (counted := _counted(tokens, k)) is None:
            continue
        at, many, result = counted
        here = _academy(tokens[:k], catalogue)
        before = line.sentences.index(sentence) - 1
        if table := here or (_academy(line.sentences[before].tokens, catalogue) if before >= 0 else ""):
            yield Counted(k, tokens[at], tokens[at + 1 : k], many, result, table, bool(here))


def claims(reading: Reading, line: Line, sentence: Sentence, kind: str, taken: set[int]) -> Iterator[Claim]:
    """The prizes of a list that are of this kind (`award`: won, `nomination`: up for); what stands in a list of the other is `taken` too."""
    for one in counts(line, sentence, reading.catalogue):
        items = list(_items(sentence.tokens, one.at))
        for words in items if len(items) <= one.many else ():
            prizes = _prizes(words, one.table, reading.catalogue)
            if not prizes:
                continue
            taken.update(token.start for token in words)
            if (one.result == "won") != (kind == "award"):
                continue
            np = NP(list(words), words[-1].low, "PRIZE")
            start, end = words[0].start, words[-1].end
            frame = Frame("LISTED", {}, [], one.number.start, end, start, end, by="list")
            value = {"prizes": list(prizes), "named": np.text, "result": one.result}
            asked: dict[str, object] = {
                "edition": None,
                "year": None,
                "recipient": "",
                "misplaced": [],
                "unnamed": False,
            }
            yield reading.claim(kind, kind, value, frame, sentence, np, asked, one.grade)


def _counted(tokens: Sequence[Token], k: int) -> tuple[int, int, str] | None:
    """Where the number before a colon or bracket stands, how many, and what came of them."""
    for i in range(k - 1, max(-1, k - _BACK), -1):
        many = number(tokens[i].low)
        between = {t.low for t in tokens[i + 1 : k]}
        if many is None:
            if tokens[i].low not in _PRIZES | _UP_FOR:
                return None
            continue
        if not 1 < many < _MOST or (i and tokens[i - 1].low == "of"):
            return None  # *one of five Oscars (costumes)*
        if between:  # *Nominated for five Oscars (including Best Picture), it won one*
            up_for = i > 1 and tokens[i - 1].low == "for" and tokens[i - 2].low in _UP_FOR
            return i, many, "nominated" if up_for or between & _UP_FOR else "won"
        return (i, many, "won") if i and tokens[i - 1].low in _WON else None
    return None


def _academy(tokens: Sequence[Token], catalogue: Catalogue) -> str:
    """The one academy whose prizes these words name, if they name one."""
    tables = {e.id.partition("/")[0] for t in tokens for e in t.entities if e.type in ("prize", "category")}
    academies = {one for one in tables if catalogue.tables.get(one, {}).get("kind") == "academy"}
    return min(academies) if len(academies) == 1 else ""


def _items(tokens: Sequence[Token], k: int) -> Iterator[Sequence[Token]]:
    closing = (")",) if tokens[k].text == "(" else (";", "–", "—", ".", "!", "(")
    words: list[Token] = []
    for token in tokens[k + 1 :]:
        if token.text in closing or token.text in ".!":
            break
        if token.low in _AND:
            if words:
                yield words
            words = []
        elif words or token.low not in _LEAD or token.entities:
            words.append(token)
    if words:
        yield words


def _prizes(words: Sequence[Token], table: str, catalogue: Catalogue) -> tuple[str, ...]:
    named_ = {e.id for t in words for e in t.entities if e.type == "category" and e.id.startswith(f"{table}/")}
    return tuple(sorted(named_ or crafts.meant(words, table, catalogue)))
