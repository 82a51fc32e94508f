"""For cinemas and museums: series made from the guide's films along its road, each evening with its minutes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from verite.curation.constraints import minutes
from verite.curation.programme import BREAK, INTRODUCTION, TALK, Evening, evenings
from verite.errors import ConfigError
from verite.guide.words import STAGES
from verite.model import Work

if TYPE_CHECKING:
    from verite.guide.site import Site

SERIES = ((1, 150), (4, 130), (8, 150))  # evenings, minutes of film at most on each


class Series(NamedTuple):
    evenings: tuple[Evening, ...]
    most: int


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    if made := series(site):
        yield site.page("programme", "programme/index.html", series=made, words=INTRODUCTION, pause=BREAK, talk=TALK)


def series(site: "Site") -> list[Series]:
    return [found for n, most in SERIES if (found := _series(n, most, site)) is not None]


def _series(n: int, most: int, site: "Site") -> Series | None:
    """So many evenings along the road: for each the film of its part of the road that most sources tell of."""
    catalogue = site.guide.catalogue
    fitting = [w for w in _along(site) if (length := minutes(w, catalogue)) is not None and length <= most]
    if len(fitting) < n:
        return None
    parts = [fitting[i * len(fitting) // n : (i + 1) * len(fitting) // n] for i in range(n)]
    chosen = [max(part, key=lambda w: (_sources(w, site), w.id)) for part in parts]
    try:
        return Series(tuple(evenings(chosen, n, most, catalogue)), most)
    except ConfigError:  # too few films of that length
        return None


def _along(site: "Site") -> list[Work]:
    """The films in the order of the road, those outside it left out."""
    order = [stage for stage in STAGES if stage != "outside"]
    works = {film.work: film for film in site.films if film.link.work is not None}
    placed = [
        (order.index(stage), film.number, film.link.work)
        for film in works.values()
        if (stage := site.stage(film)) in order
    ]
    return [work for _, _, work in sorted(placed, key=lambda row: row[:2]) if work is not None]


def _sources(work: Work, site: "Site") -> int:
    return len(site.of_work[work.id].notes) if work.id in site.of_work else 0
