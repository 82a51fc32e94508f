"""Films that an entry may be: by its pinned id, by a title's key, by the same words, by a like title.

Each way is tried only where the quicker ones before it found nothing near the year.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verite import names, titles
from verite.catalogue import Catalogue
from verite.catalogue.read import Titled
from verite.catalogue.schema import LIGHT
from verite.model import Entry

NEAREST = 0.45  # likeness below which a title is not even shown as near


class Hit(NamedTuple):
    """A film under the title of its that met the entry's."""

    lead: int
    title: str
    of: str  # original, release, alternative ...
    how: str  # pin, key, words, likeness, people
    likeness: float
    years: tuple[int, ...]
    light: bool = False  # an alias: it may be wrong, or another film's title too


def candidates(entry: Entry, catalogue: Catalogue) -> list[Hit]:
    """The best hit for each film, best first."""
    found = _best(_pinned(entry, catalogue))
    if found:
        return found
    found = _best(_by_key(entry, catalogue))
    if found and any(gap is None or gap <= 1 for gap in (year_gap(entry, hit.years) for hit in found)):
        return found
    return _best((*found, *_by_likeness(entry, catalogue)))


def year_gap(entry: Entry, years: Iterable[int]) -> int | None:
    """The distance to the nearest recorded year, whatever it means; nothing if either has none."""
    if entry.year is None:
        return None
    return min((abs(entry.year - year) for year in years), default=None)


def _best(hits: Iterable[Hit]) -> list[Hit]:
    best: dict[int, Hit] = {}
    for hit in hits:
        held = best.get(hit.lead)
        if held is None:
            best[hit.lead] = hit
            continue
        years = tuple(sorted({*held.years, *hit.years}))
        better = hit if (hit.likeness, not hit.light) > (held.likeness, not held.light) else held
        best[hit.lead] = better._replace(years=years)
    return sorted(best.values(), key=lambda hit: (-hit.likeness, hit.light, hit.lead))


def spellings(entry: Entry) -> tuple[str, ...]:
    return (entry.title, *entry.also)


def _pinned(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    for space, id_ in entry.pins.items():
        work = catalogue.work(id_ if space == "verite" else f"{space}:{id_}")
        if work is not None:
            yield Hit(catalogue.lead(work.id), work.title, "release", "pin", 2.0, tuple(year for year, _ in work.years))


def _by_key(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    for spelling in spellings(entry):
        for key in titles.keys(spelling):
            for titled in catalogue.titled(key):
                yield _hit(titled, "key", 1.0)


def _hit(titled: Titled, how: str, likeness: float) -> Hit:
    return Hit(titled.lead, titled.title, titled.of, how, likeness, titled.years, titled.role >= LIGHT)


def _by_likeness(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    if catalogue.postings is None:
        return _scanned(entry, catalogue)
    return _searched(entry, catalogue)


def _scanned(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    """Other orders of the same words, then near spellings, among all titles of a small catalogue."""
    bags = {titles.bag(spelling) for spelling in spellings(entry)} - {""}
    keys = [titles.key(spelling) for spelling in spellings(entry)]
    for key, titled in catalogue.all_titles:
        if (bag := titles.bag_of(key)) in bags and " " in bag:
            yield _hit(titled, "words", 0.97)
            continue
        likeness = max(titles.key_likeness(spelling, key) for spelling in keys)
        if likeness < 0.9 and any(_spelt(spelling, key) for spelling in keys):
            likeness = 0.9
        if likeness >= NEAREST:
            yield _hit(titled, "likeness", min(likeness, 0.96))


def _spelt(one: str, other: str) -> bool:
    """Two keys of three words or more that differ in the spelling of one name (*Khrustalev*, *Khrustalyov*)."""
    a, b = one.split(), other.split()
    differ = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) >= 3 and len(differ) == 1 and names.same(*differ[0])


def _searched(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    """Titles that share the rarest trigrams: first those of about the year, then those of any year."""
    assert catalogue.postings is not None
    from verite.link import likeness

    sure = False
    for spelling in spellings(entry):
        for key in titles.keys(spelling)[:3]:
            windows = [None] if entry.year is None else [(entry.year - 1, entry.year + 1), None]
            for window in windows:
                if sure:
                    return
                for near in catalogue.postings.near(key, window):
                    value = likeness.of(key, near.key)
                    if value >= NEAREST:
                        sure = sure or (window is not None and value >= likeness.SURE)
                        years = (near.year,) if near.year else ()
                        how = "words" if value == likeness.SAME_WORDS else "likeness"
                        yield Hit(near.lead, near.key, "", how, value, years)
