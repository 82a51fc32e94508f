"""Films that an entry may be: by its pinned id, by a title's key, by the same words, by a like title.

Each way is tried only where the quicker ones before it found nothing near the year.
"""

from collections.abc import Iterator

from verite import names, titles
from verite.catalogue import Catalogue
from verite.catalogue.read import Titled
from verite.catalogue.schema import LIGHT
from verite.link.hit import NEAREST, OTHER_ARTICLE, SAME_WORDS, Hit, best, spellings, year_gap
from verite.link.odds import dated, weighed
from verite.model import Entry


def candidates(entry: Entry, catalogue: Catalogue) -> list[Hit]:
    """The best hit for each film, best first."""
    found = best(_pinned(entry, catalogue))
    if found:
        return found
    found = best(_by_key(entry, catalogue))
    if found and any(gap is None or gap <= 1 for gap in (year_gap(entry, hit.years) for hit in found)):
        return found
    if headed := best(_by_head(entry, catalogue)):
        return headed
    return best((*dated(entry, found, catalogue), *_by_likeness(entry, catalogue)))


def _pinned(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    for space, id_ in entry.pins.items():
        work = catalogue.work(id_ if space == "verite" else f"{space}:{id_}")
        if work is not None:
            yield Hit(catalogue.lead(work.id), work.title, "release", "pin", 2.0, tuple(year for year, _ in work.years))


def _by_key(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    for spelling in spellings(entry):
        for key in titles.keys(spelling):
            found = catalogue.titled(key)
            # Of two films whose titles differ in an article alone, the one that is spelt like the entry is meant.
            whole = titles.words(spelling) if len(found) > 1 else []
            for titled in found:
                same = not whole or whole in [
                    titles.words(one) for one in (titled.title, *titles.romanised(titled.title))
                ]
                yield _hit(titled, "key", 1.0 if same else OTHER_ARTICLE, key)


_FIRST = ("part 1", "vol 1")


def _by_head(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    """Films of the very year that go by the head of their title (*Aguirre*, of *Aguirre, the Wrath of God*); of a film in
    parts the name of the whole means the first (*Ivan the Terrible*, 1944)."""
    if entry.year is None:
        return
    for spelling in spellings(entry):
        key = titles.key(spelling)
        for longer, titled in catalogue.titled_longer(key, entry.year):
            rest = longer[len(key) + 1 :]
            headed = rest.split(" ")[0] not in titles.PARTS and titles.key(titles.head(titled.title)) == key
            if rest in _FIRST or headed:
                yield _hit(titled, "key", SAME_WORDS, longer)


def _hit(titled: Titled, how: str, likeness: float, key: str = "") -> Hit:
    return Hit(titled.lead, titled.title, titled.of, how, likeness, titled.years, titled.role >= LIGHT, key=key)


def _by_likeness(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    if catalogue.postings is None:
        return _scanned(entry, catalogue)
    from verite.link.search import searched  # numpy and rapidfuzz take 100 ms: only where no key agrees

    return weighed(entry, searched(entry, catalogue), catalogue)


def _scanned(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    """Other orders of the same words, then near spellings, among all titles of a small catalogue."""
    keys = [titles.key(spelling) for spelling in spellings(entry)]
    bags = {titles.bag_of(key) for key in keys}
    found = [catalogue.all_alike(key) for key in keys]
    for place in sorted({place for likenesses in found for place in likenesses}):
        key, titled = catalogue.all_titles[place]
        if (bag := titles.bag_of(key)) in bags and " " in bag:
            yield _hit(titled, "words", SAME_WORDS)
            continue
        likeness = max(likenesses.get(place, 0.0) for likenesses in found)
        if likeness < 0.9 and any(_spelt(spelling, key) for spelling in keys):
            likeness = 0.9
        if likeness >= NEAREST:
            yield _hit(titled, "likeness", min(likeness, 0.96))


def _spelt(one: str, other: str) -> bool:
    """Two keys of three words or more that differ in the spelling of one name (*Khrustalev*, *Khrustalyov*)."""
    if one.count(" ") != other.count(" ") or one.count(" ") < 2:
        return False
    differ = [(x, y) for x, y in zip(one.split(), other.split(), strict=True) if x != y]
    return len(differ) == 1 and names.same(*differ[0])


def told(hit: Hit, catalogue: Catalogue) -> Hit:
    """A like title as its source has it: looked up only for those that are shown."""
    if hit.how not in ("likeness", "words") or hit.of or not hit.key:
        return hit
    for titled in catalogue.titled(hit.key):
        if titled.lead == hit.lead:
            return hit._replace(title=titled.title, of=titled.of)
    return hit
