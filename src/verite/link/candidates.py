"""Films that an entry may be: by its pinned id, by a title's key, by the same words, by a like title.

Each way is tried only where the quicker ones before it found nothing near the year.
"""

from collections.abc import Iterable, Iterator, Sequence
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
    edits: int = 0
    odds: float | None = (
        None  # in a large catalogue: logarithm of the odds that the entry's title is a slip of this one
    )


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
    return _weighed(entry, searched(entry, catalogue), catalogue.thresholds.get("weights", ()))


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


def _weighed(entry: Entry, hits: Iterable[Hit], weights: Sequence[float]) -> Iterator[Hit]:
    from verite.link import likeness

    length = len(titles.key(entry.title))
    for hit, margin in margins(entry, hits):
        told = likeness.traits(year_gap(entry, hit.years), margin, length, hit.edits)
        yield hit._replace(odds=likeness.odds(weights, told)) if weights else hit


def margins(entry: Entry, hits: Iterable[Hit]) -> list[tuple[Hit, float]]:
    """Each film with how much better than the next it is by title and year, best first."""

    def worth(hit: Hit) -> float:
        gap = year_gap(entry, hit.years)
        return hit.likeness - (_FAR if gap is None else _AWAY[min(gap, len(_AWAY) - 1)])

    ranked = sorted(_best(hits), key=lambda hit: (-worth(hit), hit.lead))
    return [(hit, worth(hit) - worth(ranked[n + 1]) if n + 1 < len(ranked) else 0.3) for n, hit in enumerate(ranked)]


# What a year so far off takes from a likeness, for ranking alone: measured in the research note.
_AWAY = (0.0, 0.04, 0.12, 0.2, 0.3)
_FAR = 0.05


def searched(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    """Titles that share the rarest trigrams: first those of about the year, then those of any year."""
    assert catalogue.postings is not None
    from verite.link import likeness

    windows = (None,) if entry.year is None else ((entry.year - 1, entry.year + 1), None)
    for window in windows:
        sure = False
        for spelling in spellings(entry):
            spelt = " ".join(titles.words(spelling))
            for key in titles.keys(spelling)[:_SCHEMES]:
                near = catalogue.postings.near(key, window)
                ranked = sorted(
                    {one.key: likeness.alike(key, one.key) for one in near}.items(), key=lambda one: -one[1].value
                )
                leads = {one.lead for one in near}
                for other, value in ranked[:_READ]:
                    for titled in catalogue.titled(other) if value.value >= NEAREST else ():
                        if titled.lead in leads:
                            # An article misspelt (*Sanders of tfe River*) stands in the title, not in its key.
                            whole = max(value, likeness.alike(spelt, " ".join(titles.words(titled.title))))
                            sure = sure or (window is not None and whole.value >= likeness.SURE)
                            how = "words" if whole.value == likeness.SAME_WORDS else "likeness"
                            yield _hit(titled, how, whole.value)._replace(edits=whole.edits)
        if sure:
            return


_SCHEMES = 3  # romanisations of a title that are searched
_READ = 8  # titles read whole, of the twenty that share the most trigrams
