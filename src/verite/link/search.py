"""Titles that are like an entry's, searched by the trigrams of a large catalogue.

Imported only where no key agrees: it brings numpy and rapidfuzz along.
"""

from collections.abc import Iterable, Iterator

from verite import titles
from verite.catalogue import Catalogue
from verite.catalogue.postings import Near
from verite.catalogue.schema import LIGHT
from verite.link.hit import NEAREST, SAME_WORDS, Hit, spellings
from verite.link.likeness import SURE, Alike, alike, likest
from verite.model import Entry

_AROUND = 10  # years: a title misspelt and a year further off than this are no slips any more
_SCHEMES = 3  # romanisations of a title that are searched
_READ = 5  # titles looked at closely, of the twenty that share the most trigrams
_WHOLE = 2  # of these, compared with their articles


def searched(entry: Entry, catalogue: Catalogue) -> list[Hit]:
    """Titles that share the rarest trigrams: first those of about the year, then, to name the nearest, those of the
    years around it; without a year, all."""
    assert catalogue.postings is not None
    reaches = (None,) if entry.year is None else (1, _AROUND)
    found: list[Hit] = []
    for reach in reaches:
        window = None if entry.year is None or reach is None else (entry.year - reach, entry.year + reach)
        for spelling in spellings(entry):
            for asked in titles.keys(spelling)[:_SCHEMES]:
                near = catalogue.postings.near(asked, window)
                likely = likest(asked, [one.key for one in near], _READ)
                hits = [_like(near[place], like, asked) for place, like in likely if like.value >= NEAREST]
                found += [*(_whole(hit, spelling, catalogue) for hit in hits[:_WHOLE]), *hits[_WHOLE:]]
        if any(hit.likeness >= SURE for hit in found):
            break
    return found


def compared(entry: Entry, lead: int, spelt: Iterable[str]) -> Iterator[Hit]:
    """The titles of one film held against the entry's, however few letters they share."""
    for key in {key for title in spelt for key in titles.keys(title)}:
        for asked in (titles.key(spelling) for spelling in spellings(entry)):
            like = alike(asked, key)
            if like.value >= NEAREST:
                yield _like(Near(key, lead, 0, 0), like, asked)


def _like(one: Near, like: Alike, asked: str) -> Hit:
    how = "words" if like.value == SAME_WORDS else "likeness"
    years = (one.year,) if one.year else ()
    return Hit(one.lead, one.key, "", how, like.value, years, one.role >= LIGHT, like.edits, None, one.key, asked)


def _whole(hit: Hit, spelling: str, catalogue: Catalogue) -> Hit:
    """Two titles compared with their articles, if they are more alike so: one that is misspelt (*Sanders of tfe River*)
    stands in the title, not in its key."""
    titled = next((titled for titled in catalogue.titled(hit.key) if titled.lead == hit.lead), None)
    if titled is None:
        return hit
    ours, theirs = titles.words(spelling), titles.words(titled.title)
    hit = hit._replace(title=titled.title, of=titled.of)
    if ours == hit.asked.split() and theirs == hit.key.split():
        return hit  # neither has an article
    like = alike(" ".join(ours), " ".join(theirs))
    if like.value > hit.likeness:
        return hit._replace(likeness=like.value, edits=like.edits, key=" ".join(theirs), asked=" ".join(ours))
    return hit._replace(article=titles.articles(ours) != titles.articles(theirs))
