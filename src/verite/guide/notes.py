"""The sources of one page, numbered in the order in which the page first needs them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from verite.guide.words import weblink
from verite.model import Cited, Source, Statement


@dataclass(slots=True)
class Note:
    """One numbered source: what it is, where in it, and the places of the page that rest on it."""

    number: int
    source: Source
    wheres: list[str] = field(default_factory=list)
    uses: list[tuple[str, str]] = field(default_factory=list)  # (anchor, words)
    seen: str = ""

    @property
    def url(self) -> str:
        return weblink(self.source.url)

    @property
    def archived(self) -> str:
        return weblink(self.source.archived)

    @property
    def where(self) -> str:
        return "; ".join(self.wheres[:2])


@dataclass(slots=True)
class Notes:
    """The notes of a page. Keeps state because a number, once given, is kept for the whole page."""

    source: Callable[[str], Source]
    _held: dict[str, Note] = field(default_factory=dict)

    def mark(self, cited: Cited, anchor: str, words: str) -> Note:
        """The note of a cited source, which is used at `anchor`, a place called `words`."""
        note = self._held.get(cited.key)
        if note is None:
            note = self._held[cited.key] = Note(len(self._held) + 1, self.source(cited.key))
        if cited.where and cited.where not in note.wheres:
            note.wheres.append(cited.where)
        if (anchor, words) not in note.uses:
            note.uses.append((anchor, words))
        note.seen = max(note.seen, cited.seen or note.source.seen)
        return note

    @property
    def all(self) -> list[Note]:
        return list(self._held.values())

    def best(self, said: Iterable[Statement]) -> list[Cited]:
        """Every source of these statements, once each: best rank first, of equals those that the page names already (a reader has
        fewer to look up, and the page stays small), one of each family before a second."""
        cited = {c.key: c for s in said for c in s.sources}
        ranked = sorted(cited.values(), key=lambda c: (self.source(c.key).rank, c.key not in self._held))
        return _families_first(ranked, [self.source(c.key).family or c.key for c in ranked])


def usual_day(notes: Sequence[Note]) -> str:
    """The day on which most of the sources were seen, if two were: a list of them says it once."""
    days = Counter(note.seen for note in notes if note.seen).most_common(1)
    return days[0][0] if days and days[0][1] > 1 else ""


def _families_first(cited: Sequence[Cited], families: Sequence[str]) -> list[Cited]:
    firsts = [c for i, c in enumerate(cited) if families[i] not in families[:i]]
    return [*firsts, *(c for c in cited if c not in firsts)]
