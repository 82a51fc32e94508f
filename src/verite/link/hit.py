"""A film that an entry may be, under one of its titles, and how far off its year is."""

from collections.abc import Iterable
from typing import NamedTuple

from verite.model import Entry

NEAREST = 0.45  # likeness below which a title is not even shown as near
SAME_WORDS = 0.97  # likeness of the same words in another order
OTHER_ARTICLE = 0.98  # likeness of a title that agrees but for its article, where another agrees wholly


class Hit(NamedTuple):
    """A film under the title of its that met the entry's."""

    lead: int
    title: str
    of: str  # original, release, alternative ...
    how: str  # pin, key, words, likeness, people
    likeness: float
    years: tuple[int, ...]
    light: bool = False  # an alias: it may be wrong, or another film's title too
    edits: int = 0
    odds: float | None = None  # in a large catalogue: logarithm of the odds that the entry means it
    key: str = ""  # the title's, and the entry's that met it
    asked: str = ""
    article: bool = False  # a like title whose articles are others


def year_gap(entry: Entry, years: Iterable[int]) -> int | None:
    """The distance to the nearest recorded year, whatever it means; nothing if either has none."""
    if entry.year is None:
        return None
    return min((abs(entry.year - year) for year in years), default=None)


def best(hits: Iterable[Hit]) -> list[Hit]:
    """The best hit for each film, with the years of all, best first."""
    found: dict[int, Hit] = {}
    for hit in hits:
        held = found.get(hit.lead)
        if held is None:
            found[hit.lead] = hit
            continue
        years = tuple(sorted({*held.years, *hit.years}))
        better = hit if (hit.likeness, not hit.light) > (held.likeness, not held.light) else held
        found[hit.lead] = better._replace(years=years)
    return sorted(found.values(), key=lambda hit: (-hit.likeness, hit.light, hit.lead))


def spellings(entry: Entry) -> tuple[str, ...]:
    return (entry.title, *entry.also)
