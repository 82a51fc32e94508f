"""Words with exact offsets, and the names among them: prose cut into tokens, known names joined into one."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from verite.clauses.lexicon import lexicon
from verite.text import fold, plain

_TOKEN = re.compile(
    r"""
      [A-Za-z]+(?=[ ,])                                            # most words, before what is looked at more closely
    | [$€£]?\d+(?:,\d{3})*(?:\.\d+)?(?:st|nd|rd|th|s)?(?:[-–‑]\d+)?(?:[-‑][A-Za-z]+)*   # 1,000  1930s  12th  1932-33  20-year-old
    | (?:[A-Z]\.){2,}                                              # U.S.S.R.
    | (?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Col|No|vs|Prof|Bros|Inc|Ltd|Corp|Rev|Lt|Capt|Sgt|[Dd]ir|[Ss]cr|[Pp]rod|[Pp]hot)\.               # abbreviations keep their dot
    | [A-Z]\.(?=\s?[A-Z])                                          # an initial
    | (?<=\w)[-‑](?:winning|nominated|shortlisted)\b                   # Oscar-winning: first the prize by its name, see `mark`
    | ['’](?:s|re|ve|ll|d|m)\b                                      # it-'s, they-'re, he-'d
    | (?:(?<=o)|(?<=d)|(?<=s)|(?<=e)|(?<=a)|(?<=u))n['’]t\b        # did-n't, was-n't
    | [^\W\d_](?:(?!n['’]t\b)[^\W\d_]|\u00ad)*(?:(?:[-‑](?!(?:winning|nominated|shortlisted)\b)|–(?=[A-Z])|['’](?!(?:s|re|ve|ll|d|m)\b))[^\W_]+)*
    | \.\.\.|…
    | [^\w\s]
    """,
    re.VERBOSE,
)


# How a word ends that says of what it stands by that it won a prize, or was up for one.
PRIZED = ("-winning", "-nominated", "-shortlisted")


class Entity(NamedTuple):
    """Something that a surface form can name: agent, place, state, nationality, event, prize,
    category, festival, film, work (a source), character."""

    type: str
    id: str


@lru_cache(maxsize=1 << 15)  # the words of a language are few
def _spelt(text: str) -> tuple[str, bool]:
    """A word folded, and whether it is one with a capital: its first letter, or one within (*Brandon deWilde*)."""
    return fold(text), text[:1].isupper() or (text[:1].islower() and not text.islower())


class Token:
    __slots__ = ("capital", "end", "entities", "low", "quoted", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.low, self.capital = _spelt(text)
        self.entities: tuple[Entity, ...] = ()
        self.quoted = False

    def __repr__(self) -> str:
        return f"<{self.text}>" if not self.entities else f"<{self.text}={self.entities}>"


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """The tokens of a text; offsets count from `offset`."""
    return [Token(match[0], match.start() + offset, match.end() + offset) for match in _TOKEN.finditer(text)]


def surface(text: str) -> str:
    """The form under which a name is kept in a gazetteer: its folded tokens, joined by spaces."""
    return " ".join(_spelt(match[0])[0] for match in _TOKEN.finditer(text))


# first word -> [(all words, [[type, id], ...]), ...], longest first: as a catalogue keeps it
Layer = Mapping[str, Sequence[Sequence[Any]]]


def grouped(names: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, list[list[Any]]]:
    """A gazetteer layer from surface -> entities: the form in which look-up is quick and nothing need be built."""
    found: dict[str, list[list[Any]]] = {}
    for name, entities in names.items():
        words = name.split(" ")
        found.setdefault(words[0], []).append([words, [list(entity) for entity in entities]])
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


class _Rows:
    """One layer, and its crowded first words (*the*) told apart by the second word when they are first met."""

    def __init__(self, layer: Layer) -> None:
        self.firsts = layer
        self._by_second: dict[str, dict[str, list[Sequence[Any]]]] = {}

    def beginning(self, first: str, second: str) -> Sequence[Sequence[Any]]:
        """The rows whose words can begin so, the longest first."""
        rows = self.firsts.get(first, ())
        if len(rows) < 8:
            return rows
        if first not in self._by_second:
            told: dict[str, list[Sequence[Any]]] = {}
            for row in rows:
                told.setdefault(row[0][1] if len(row[0]) > 1 else "", []).append(row)
            self._by_second[first] = told
        told = self._by_second[first]
        return [*told.get(second, ()), *(told.get("", ()) if second else ())]


class Gazetteer:
    """Names to be recognised, in one or more layers that are searched together."""

    def __init__(self, layer: Layer, below: "Gazetteer | None" = None) -> None:
        self._layers: tuple[_Rows, ...] = (_Rows(layer), *(below._layers if below else ()))

    def with_names(self, layer: Layer) -> "Gazetteer":
        """This gazetteer and one more layer (the names of one film); this one is not changed."""
        return Gazetteer(layer, self)

    def mark(self, tokens: list[Token]) -> list[Token]:
        """The tokens with known names joined into single tokens that carry their entities."""
        found: list[Token] = []
        low = [token.low for token in tokens]
        words = set(low)
        begin = {word for layer in self._layers for word in layer.firsts.keys() & words}
        i = 0
        while i < len(tokens):
            if low[i] not in begin and "-" not in low[i]:
                found.append(tokens[i])  # as most words are
                i += 1
                continue
            length, entities = self._at(tokens, low, i)
            if not length and "-" in low[i]:
                tokens[i].entities = self._joined(tokens[i])
            if tokens[i].low in PRIZED and found and found[-1].end == tokens[i].start:
                named = found.pop()  # *Academy Award-winning*: one word, which carries the prize
                tokens[i] = Token(named.text + tokens[i].text, named.start, tokens[i].end)
                tokens[i].entities = named.entities
            if not length:
                found.append(tokens[i])
                i += 1
                continue
            joined = tokens[i]
            if length > 1:
                last = tokens[i + length - 1]
                joined = Token(" ".join(t.text for t in tokens[i : i + length]), tokens[i].start, last.end)
            joined.entities = entities
            found.append(joined)
            i += length
        return found

    def _joined(self, token: Token) -> tuple[Entity, ...]:
        """*Franco-Russian*: every part a nationality."""
        if token.low.endswith("-language"):
            return ()  # *Polish-language*: a language is no country
        found: list[Entity] = []
        for part in plain(token.low).split("-"):
            if found and part in ("made", "produced"):
                break
            rows = [row for layer in self._layers for words, row in layer.beginning(part, "") if words == [part]]
            named = [id_ for row in rows for type_, id_ in row if type_ == "nationality"]
            if not named:
                return ()
            found.append(Entity("nationality", named[0]))
        return tuple(found) if token.capital else ()

    def _at(self, tokens: list[Token], low: list[str], i: int) -> tuple[int, tuple[Entity, ...]]:
        """The longest name that begins here, in any layer, and all that it can mean."""
        length = 0
        entities: tuple[Entity, ...] = ()
        after = low[i + 1] if i + 1 < len(low) else ""
        for layer in self._layers:
            for words, row in layer.beginning(low[i], after):
                size = len(words)
                if size < length:
                    break
                if size > 1 and words[1] != after:
                    continue
                if words == low[i : i + size] and (kept := _in_case(tokens[i : i + size], row)):
                    entities = tuple(dict.fromkeys((*entities, *kept))) if size == length else kept
                    length = size
        return length, entities


_SMALL = frozenset(("preposition", "det", "conjunction"))
_ANY_CASE = ("category", "event", "prize", "descriptor")


def _in_case(tokens: list[Token], row: Sequence[Sequence[str]]) -> tuple[Entity, ...]:
    """Names need their capitals ("the ascent of the hill" is no film); categories and events do not
    ("best foreign language film", "the purges") if they have more than one word or an odd one."""
    entities = tuple(Entity(*entity) for entity in row)
    small = [t for t in tokens if not t.capital and t.text[:1].isalpha()]
    classes = lexicon().classes
    # *You Don't Mess with the Zohan*, *Crime and Punishment*: what is small in a title, or the end of a word
    if all(t.low == "n't" or not _SMALL.isdisjoint(classes.get(t.low, ())) for t in small):
        return entities
    return tuple(e for e in entities if e.type in _ANY_CASE and (len(tokens) > 1 or e.type in ("event", "descriptor")))
