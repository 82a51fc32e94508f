"""Prizes told off one by one behind their number: *Three Oscars: cinematography, art direction, makeup.* *It won two (best actress and best
screenplay).* *Nominated for seven Academy Awards, it won two: best foreign film and editing.*

The number says whether they were won or only nominated, the academy named last before it whose they are.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.clauses import NP, Frame, Sentence, Token
from verite.model import Claim, Grade
from verite.prizes import crafts, named
from verite.reading import Line, Reading
from verite.text import number

_PRIZES = frozenset(
    "oscar oscars academy award awards prize prizes win wins bafta baftas césar césars cesar cesars golden globe globes nika nikas statuette statuettes "
    "goya goyas david trophies".split()
)
_UP_FOR = frozenset("nomination nominations nod nods".split())
_WON = frozenset("won wins win winning took taking takes scooped bagged collected".split())
_AND = frozenset((",", "&", "and", "plus", "/", "as", "well"))
_LEAD = frozenset("incl. including for the one best in".split())
_BACK = 5  # words between the number and what opens the list
_MOST = 15


class Listed(NamedTuple):
    """One prize of such a list: `result` is won or nominated; `phrase` holds its words, `frame` the number and they."""

    result: str
    read: named.Named
    phrase: NP
    frame: Frame


class Counted(NamedTuple):
    """The number before a list, the words between it and the list, how many, what came of them, and of which academy."""

    number: Token
    words: Sequence[Token]
    many: int
    result: str
    table: str


def counts(line: Line, sentence: Sentence, catalogue: Catalogue) -> Iterator[Counted]:
    for k, token in enumerate(sentence.tokens):
        if token.text in (":", "(") and (counted := _counted(sentence.tokens, k)) is not None:
            at, many, result = counted
            if table := _academy(sentence.tokens[:k], line, sentence, catalogue):
                yield Counted(sentence.tokens[at], sentence.tokens[at + 1 : k], many, result, table)


def claims(reading: Reading, line: Line, sentence: Sentence, kind: str, taken: set[int]) -> Iterator[Claim]:
    """The prizes of a list that are of this kind (`award`: won, `nomination`: up for); what stands in a list of the other is `taken` too."""
    for one in found(line, sentence, reading.catalogue):
        taken.update(token.start for token in one.phrase.tokens)
        if (one.result == "won") != (kind == "award"):
            continue
        value = {"prizes": list(one.read.prizes), "named": one.read.words, "result": one.result}
        asked: dict[str, object] = {"edition": None, "year": None, "recipient": "", "misplaced": [], "unnamed": False}
        yield reading.claim(kind, kind, value, one.frame, sentence, one.phrase, asked, Grade.READ)


def found(line: Line, sentence: Sentence, catalogue: Catalogue) -> Iterator[Listed]:
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        if token.text not in (":", "(") or (counted := _counted(tokens, k)) is None:
            continue
        at, many, result = counted
        table = _academy(tokens[:k], line, sentence, catalogue)
        items = list(_items(tokens, k)) if table else []
        if not items or len(items) > many:
            continue
        for words in items:
            prizes = _prizes(words, table, catalogue)
            if prizes:
                np = NP(list(words), words[-1].low, "PRIZE")
                start, end = words[0].start, words[-1].end
                frame = Frame("LISTED", {}, [], tokens[at].start, end, start, end, by="list")
                yield Listed(result, named.Named(prizes, np.text), np, frame)


def _counted(tokens: Sequence[Token], k: int) -> tuple[int, int, str] | None:
    """Where the number before a colon or bracket stands, how many, and what came of them."""
    for i in range(k - 1, max(-1, k - _BACK), -1):
        many = number(tokens[i].low)
        between = {t.low for t in tokens[i + 1 : k]}
        if many is None:
            if tokens[i].low not in _PRIZES | _UP_FOR:
                return None
            continue
        if not 1 < many < _MOST:
            return None
        if between:
            return i, many, "nominated" if between & _UP_FOR else "won"
        return (i, many, "won") if i and tokens[i - 1].low in _WON else None
    return None


def _academy(before: Sequence[Token], line: Line, sentence: Sentence, catalogue: Catalogue) -> str:
    """The academy whose prizes are counted: the last that the sentence names, else the last of the sentence before."""
    at = line.sentences.index(sentence)
    for tokens in (before, line.sentences[at - 1].tokens if at else ()):
        tables = [
            e.id.partition("/")[0]
            for token in tokens
            for e in token.entities
            if e.type in ("prize", "category")
            and catalogue.tables.get(e.id.partition("/")[0], {}).get("kind") == "academy"
        ]
        if tables:
            return tables[-1] if len(set(tables)) == 1 else ""
    return ""


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
    return tuple(sorted(named_)) or tuple(
        sorted(p for p in crafts.meant(words, table, catalogue) if not p.endswith("?"))
    )
