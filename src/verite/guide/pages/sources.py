"""The bibliography: every source that a page of the guide cites, by kind, the weightiest kind first; a page for each
kind, or several, so that none grows with the guide."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from verite.guide.film import Film
from verite.guide.notes import Note
from verite.guide.pages import road
from verite.guide.slug import slug
from verite.guide.words import KINDS, RANKS, STAGES

if TYPE_CHECKING:
    from verite.guide.site import Site


@dataclass(frozen=True, slots=True)
class Used:
    """One source, and the places of the guide where it stands: (address, words) of each."""

    note: Note
    places: tuple[tuple[str, str], ...] = ()


class Leaf(NamedTuple):
    """One page of a kind: the first and last row by the words they begin with."""

    address: str
    kind: str
    rows: list[Used]
    number: int
    of: int


_QUOTED = "\"'“„«‘"
_ROWS = 80  # on a page


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    kinds = [(words, len(rows), list(_leaves(kind, words, rows))) for kind, words, rows in bibliography(site)]
    yield site.page("sources", "sources/index.html", kinds=kinds, ranks=RANKS)
    for _, _, leaves in kinds:
        for leaf in leaves:
            yield site.page("sources_of", leaf.address, leaf=leaf, leaves=leaves)


def _leaves(kind: str, words: str, rows: list[Used]) -> Iterator[Leaf]:
    parts = [rows[i : i + _ROWS] for i in range(0, len(rows), _ROWS)]
    stem = f"sources/{slug(kind or 'other', None, set())}"
    for n, part in enumerate(parts, 1):
        yield Leaf(f"{stem}/{f'{n}/' if n > 1 else ''}index.html", words, part, n, len(parts))


def bibliography(site: "Site") -> list[tuple[str, str, list[Used]]]:
    held: dict[str, Used] = {}

    def use(notes: list[Note], address: str, words: str) -> None:
        for note in notes:
            had = held.get(note.source.key, Used(note))
            held[note.source.key] = Used(had.note, (*had.places, (address, words)))

    use(site.introduction[1], "index.html#opening", "the opening")
    for stage in site.guide.road:
        use(road.opening(site, stage)[1], f"road/{stage}/index.html#opening", STAGES.get(stage, stage))
    for film in site.films:
        use(film.notes, _address(film), film.title)
    for _, itself, _ in site.chapters:
        use(itself.notes, "list/index.html#sources", "the list")
    kinds: dict[str, list[Used]] = {kind: [] for kind in KINDS}
    for used in sorted(
        held.values(), key=lambda u: (u.note.source.citation.lstrip(_QUOTED).casefold(), u.note.source.key)
    ):
        kinds.setdefault(used.note.source.kind, []).append(used)
    return [(kind, KINDS.get(kind, kind.capitalize() or "Other"), rows) for kind, rows in kinds.items() if rows]


def _address(film: Film) -> str:
    return f"films/{film.slug}/index.html#sources"
