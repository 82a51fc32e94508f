"""All films in one table, once for each order that a reader may want: no script is needed to sort it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from verite.curation.constraints import minutes
from verite.guide.film import Film
from verite.guide.pictures.years import in_words, set_in
from verite.guide.words import STAGES

if TYPE_CHECKING:
    from verite.guide.site import Site

_LAST = 9999  # what has no such value stands at the end


class Row(NamedTuple):
    film: Film
    made: int | None
    set_in: tuple[int, int] | None  # first and last year of the story
    set_words: str
    minutes: int | None
    countries: tuple[str, ...]
    stage: str


class Order(NamedTuple):
    words: str
    key: Callable[[Row], Any]


ORDERS = {
    "": Order("the guide’s own", lambda row: row.film.number),
    "made": Order("year made", lambda row: row.made or _LAST),
    "set": Order("time of the story", lambda row: row.set_in or (_LAST, _LAST)),
    "length": Order("length", lambda row: row.minutes or _LAST),
    "country": Order("country", lambda row: row.countries or ("~",)),
    "stage": Order("stage of the road", lambda row: list(STAGES).index(row.stage) if row.stage else _LAST),
}


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    rows = [_row(film, site) for film in site.films]
    for name, order in ORDERS.items():
        ordered = sorted(rows, key=lambda row: (order.key(row), row.film.number))
        yield site.page("films", address(name), rows=ordered, orders=ORDERS, order=name, address=address, stages=STAGES)


def address(order: str) -> str:
    return f"order/{order}/index.html" if order else "films/index.html"


def _row(film: Film, site: "Site") -> Row:
    catalogue, work = site.guide.catalogue, film.link.work

    def values(property_: str) -> list[Any]:
        return [s.value for s in catalogue.statements(film.work, property_) if not s.negative] if film.work else []

    spans = [span for value in values("set_time") if (span := _years(str(value)))]
    made = [year for year, of in work.years if of == "production"] if work else []
    return Row(
        film, min(made, default=film.year) if work or film.link.status != "nonexistent" else None,
        (min(a for a, _ in spans), max(b for _, b in spans)) if spans else None,
        in_words(set_in(work.id, catalogue)) if work else "",
        minutes(work, catalogue) if work else None,
        tuple(dict.fromkeys(str(catalogue.states.get(str(v), {}).get("name", v)).removeprefix("the ") for v in values("country"))),
        site.stage(film),
    )  # fmt: skip


def _years(edtf: str) -> tuple[int, int] | None:
    """The first and last year of a date or span; a decade ("194X") is its ten years.

    >>> _years("1942-03"), _years("1936/1938"), _years("194X"), _years("long ago")
    ((1942, 1942), (1936, 1938), (1940, 1949), None)
    """
    ends = [end for end in edtf.split("/") if end[:3].isdigit()]
    if not ends:
        return None
    first, last = ends[0][:4], ends[-1][:4]
    return int(first.replace("X", "0")), int(last.replace("X", "9"))
