"""For libraries: identifiers of every film, and what a catalogue or a reference manager can take in."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from verite.guide.film import Film

if TYPE_CHECKING:
    from verite.guide.site import Site

_PLACES = {"imdb": ("IMDb", "https://www.imdb.com/title/{}/"), "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}")}  # fmt: skip


class Row(NamedTuple):
    film: Film
    ids: tuple[tuple[str, str, str], ...]  # (whose, the id, its address)


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    rows = [_row(film, site) for film in site.films if film.work]
    if rows:
        yield site.page("libraries", "libraries/index.html", rows=rows)


def _row(film: Film, site: "Site") -> Row:
    found = []
    for said in site.guide.catalogue.statements(film.work, "same_as"):
        whose, _, id_ = str(said.value).partition(":")
        if whose in _PLACES and not said.negative:
            name, address = _PLACES[whose]
            found.append((name, id_, address.format(id_)))
    return Row(film, tuple(dict.fromkeys(found)))
