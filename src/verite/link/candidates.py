"""Which works a title can mean: by id, by key, by its words in any order, by likeness."""

from collections.abc import Iterator
from typing import NamedTuple

from verite import names, titles
from verite.catalogue import Catalogue
from verite.model import Entry, Work

# Below this a likeness is noise (measured over 62,000 titles: research note, section 2.5).
NEAREST = 0.45


class Hit(NamedTuple):
    work: Work
    title: str  # the recorded title that met the entry's
    role: str  # original, release, alternative ...
    how: str  # pin, key, words, likeness
    likeness: float


def candidates(entry: Entry, catalogue: Catalogue) -> list[Hit]:
    """The best hit for each work, best first. A plain scan serves below 5,000 works."""
    best: dict[str, Hit] = {}
    for hit in (*_pinned(entry, catalogue), *_by_key(entry, catalogue)):
        if hit.work.id not in best or hit.likeness > best[hit.work.id].likeness:
            best[hit.work.id] = hit
    if not best:
        for hit in _by_likeness(entry, catalogue):
            if hit.work.id not in best or hit.likeness > best[hit.work.id].likeness:
                best[hit.work.id] = hit
    return sorted(best.values(), key=lambda hit: (-hit.likeness, hit.work.id))


def _pinned(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    for space, id_ in entry.pins.items():
        for work in catalogue.works:
            if work.same_as.get(space) == id_ or (space == "verite" and work.id == id_):
                yield Hit(work, work.title, "release", "pin", 2.0)


def _by_key(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    for spelling in (entry.title, *entry.also):
        for key in titles.keys(spelling):
            for id_, title, role in catalogue.titled(key):
                work = catalogue.work(id_)
                if work is not None:
                    yield Hit(work, title, role, "key", 1.0)


def _by_likeness(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    """Other orders of the same words, then near spellings."""
    bags = {titles.bag(spelling): spelling for spelling in (entry.title, *entry.also) if titles.bag(spelling)}
    spellings = [titles.key(spelling) for spelling in (entry.title, *entry.also)]
    works = {work.id: work for work in catalogue.works}
    for key, id_, title, role in catalogue.all_titles:
        if (bag := titles.bag_of(key)) in bags and " " in bag:
            yield Hit(works[id_], title, role, "words", 0.97)
            continue
        likeness = max(titles.key_likeness(spelling, key) for spelling in spellings)
        if likeness < 0.9 and any(_spelt(spelling, key) for spelling in spellings):
            likeness = 0.9
        if likeness >= NEAREST:
            yield Hit(works[id_], title, role, "likeness", min(likeness, 0.96))


def _spelt(one: str, other: str) -> bool:
    """Two keys of three words or more that differ in the spelling of one name (*Khrustalev*, *Khrustalyov*)."""
    a, b = one.split(), other.split()
    differ = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) >= 3 and len(differ) == 1 and names.same(*differ[0])
