"""Films that an entry may be: by its pinned id, by a title's key, by the same words, by a like title.

Each way is tried only where the quicker ones before it found nothing near the year.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from verite import names, titles
from verite.catalogue import Catalogue
from verite.catalogue.read import Titled
from verite.catalogue.schema import LIGHT
from verite.model import Entry

if TYPE_CHECKING:
    from verite.catalogue.postings import Near
    from verite.link.likeness import Alike

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


def candidates(entry: Entry, catalogue: Catalogue) -> list[Hit]:
    """The best hit for each film, best first."""
    found = _best(_pinned(entry, catalogue))
    if found:
        return found
    found = _best(_by_key(entry, catalogue))
    if found and any(gap is None or gap <= 1 for gap in (year_gap(entry, hit.years) for hit in found)):
        return found
    return _best((*dated(entry, found, catalogue), *_by_likeness(entry, catalogue)))


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
            found = catalogue.titled(key)
            # Of two films whose titles differ in an article alone, the one that is spelt like the entry is meant.
            whole = titles.words(spelling) if len(found) > 1 else []
            for titled in found:
                same = not whole or titles.words(titled.title) == whole
                yield _hit(titled, "key", 1.0 if same else OTHER_ARTICLE)._replace(key=key)


def _hit(titled: Titled, how: str, likeness: float) -> Hit:
    return Hit(titled.lead, titled.title, titled.of, how, likeness, titled.years, titled.role >= LIGHT)


def dated(entry: Entry, hits: Iterable[Hit], catalogue: Catalogue) -> list[Hit]:
    """Films of the entry's title, none of its year: the nearest one with the odds that the year is wrong."""
    weights = catalogue.thresholds.get("year")
    ranked = by_year(entry, hits)
    gaps = [year_gap(entry, hit.years) for hit in ranked]
    if not weights or not ranked or gaps[0] is None:
        return ranked
    from verite.link import likeness

    odds = likeness.odds(weights, year_traits(entry, ranked, catalogue))
    if len(gaps) > 1 and gaps[1] is not None and gaps[1] < 2 * gaps[0]:
        odds = min(odds, UNDECIDED)  # a title alone never decides between two films that are about as far off
    return [ranked[0]._replace(odds=odds), *(hit._replace(odds=NEVER) for hit in ranked[1:])]


def by_year(entry: Entry, hits: Iterable[Hit]) -> list[Hit]:
    """The films nearest to the entry's year first, those without a year last."""

    def distance(hit: Hit) -> tuple[int, int]:
        gap = year_gap(entry, hit.years)
        return (9999 if gap is None else gap, hit.lead)

    return sorted(hits, key=distance)


UNDECIDED = -0.1
NEVER = -9.0  # odds of a film that another one, more like the entry, stands before


def _by_likeness(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    if catalogue.postings is None:
        return _scanned(entry, catalogue)
    return weighed(entry, searched(entry, catalogue), catalogue)


def _scanned(entry: Entry, catalogue: Catalogue) -> Iterator[Hit]:
    """Other orders of the same words, then near spellings, among all titles of a small catalogue."""
    bags = {titles.bag(spelling) for spelling in spellings(entry)} - {""}
    keys = [titles.key(spelling) for spelling in spellings(entry)]
    for key, titled in catalogue.all_titles:
        if (bag := titles.bag_of(key)) in bags and " " in bag:
            yield _hit(titled, "words", SAME_WORDS)
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


def weighed(entry: Entry, hits: Iterable[Hit], catalogue: Catalogue) -> Iterator[Hit]:
    """Like titles with the odds that the entry's is a slip of them."""
    from verite.link import likeness

    weights = catalogue.thresholds.get("slip")
    for n, (hit, margin) in enumerate(margins(entry, hits)):
        if not weights:
            yield hit
        elif n < _WEIGHED and few(hit.edits - 1, hit.asked):
            yield hit._replace(odds=likeness.odds(weights, slip_traits(entry, hit, margin, catalogue)))
        else:
            yield hit._replace(odds=NEVER)


def few(edits: int, key: str) -> bool:
    """Whether so many edits of a title may be slips of the hand: one in four letters, with a little to spare."""
    return 4 * edits <= len(key) + 2


def slip_traits(entry: Entry, hit: Hit, margin: float, catalogue: Catalogue, hidden: str = "") -> tuple[float, ...]:
    """Of a like title. `hidden`: one that is to be thought away."""
    from verite.link import likeness

    postings = catalogue.postings
    assert postings is not None
    own = hidden.split()
    strange, frequent = likeness.strangeness(hit.asked, hit.key, lambda word: postings.having(word) - (word in own))
    return likeness.slip_traits(
        year_gap(entry, hit.years), margin, len(hit.asked), hit.edits, hit.article, strange, frequent
    )


def year_traits(entry: Entry, ranked: list[Hit], catalogue: Catalogue, hidden: bool = False) -> tuple[float, ...]:
    """Of the nearest of the films whose title agrees, but not the year. `hidden`: one more of them is to be thought
    away."""
    from verite.link import likeness

    assert catalogue.postings is not None
    words = ranked[0].key.split()
    rarest = min(map(catalogue.postings.having, words), default=0) - len(ranked) - hidden
    return likeness.year_traits(max(year_gap(entry, ranked[0].years) or 1, 1), len(words), rarest, len(ranked))


def margins(entry: Entry, hits: Iterable[Hit]) -> list[tuple[Hit, float]]:
    """Each film with how much better than the next it is by title and year, best first."""

    def worth(hit: Hit) -> float:
        gap = year_gap(entry, hit.years)
        return hit.likeness - (_FAR if gap is None else _AWAY[min(gap, len(_AWAY) - 1)])

    ranked = sorted(((worth(hit), hit) for hit in _best(hits)), key=lambda one: (-one[0], one[1].lead))
    worths = [value for value, _ in ranked] + [ranked[-1][0] - 0.3] if ranked else []
    return [(hit, value - worths[n + 1]) for n, (value, hit) in enumerate(ranked)]


# What a year so far off takes from a likeness, for ranking alone: measured in the research note.
_AWAY = (0.0, 0.04, 0.12, 0.2, 0.3)
_FAR = 0.05


def searched(entry: Entry, catalogue: Catalogue) -> list[Hit]:
    """Titles that share the rarest trigrams: first those of about the year, then, to name the nearest, those of the
    years around it; without a year, all."""
    assert catalogue.postings is not None
    from verite.link import likeness

    reaches = (None,) if entry.year is None else (1, _AROUND)
    found: list[Hit] = []
    for reach in reaches:
        window = None if entry.year is None or reach is None else (entry.year - reach, entry.year + reach)
        for spelling in spellings(entry):
            for asked in titles.keys(spelling)[:_SCHEMES]:
                near = catalogue.postings.near(asked, window)
                likest = likeness.likest(asked, [one.key for one in near], _READ)
                hits = [_like(near[place], like, asked) for place, like in likest if like.value >= NEAREST]
                found += [*(_whole(hit, spelling, catalogue) for hit in hits[:_WHOLE]), *hits[_WHOLE:]]
        if any(hit.likeness >= likeness.SURE for hit in found):
            break
    return found


def compared(entry: Entry, lead: int, spelt: Iterable[str]) -> Iterator[Hit]:
    """The titles of one film held against the entry's, however little they share."""
    from verite.catalogue.postings import Near
    from verite.link import likeness

    for key in {key for title in spelt for key in titles.keys(title)}:
        for asked in (titles.key(spelling) for spelling in spellings(entry)):
            like = likeness.alike(asked, key)
            if like.value >= NEAREST:
                yield _like(Near(key, lead, 0, 0), like, asked)


def _like(one: "Near", like: "Alike", asked: str) -> Hit:
    how = "words" if like.value == SAME_WORDS else "likeness"
    years = (one.year,) if one.year else ()
    return Hit(one.lead, one.key, "", how, like.value, years, one.role >= LIGHT, like.edits, None, one.key, asked)


def _whole(hit: Hit, spelling: str, catalogue: Catalogue) -> Hit:
    """Two titles compared with their articles, if they are more alike so: one that is misspelt (*Sanders of tfe River*)
    stands in the title, not in its key."""
    from verite.link import likeness

    titled = next((titled for titled in catalogue.titled(hit.key) if titled.lead == hit.lead), None)
    if titled is None:
        return hit
    ours, theirs = titles.words(spelling), titles.words(titled.title)
    hit = hit._replace(title=titled.title, of=titled.of)
    if ours == hit.asked.split() and theirs == hit.key.split():
        return hit  # neither has an article
    like = likeness.alike(" ".join(ours), " ".join(theirs))
    if like.value > hit.likeness:
        return hit._replace(likeness=like.value, edits=like.edits, key=" ".join(theirs), asked=" ".join(ours))
    return hit._replace(article=titles.articles(ours) != titles.articles(theirs))


def told(hit: Hit, catalogue: Catalogue) -> Hit:
    """A like title as its source has it: looked up only for those that are shown."""
    if hit.how not in ("likeness", "words") or hit.of or not hit.key:
        return hit
    for titled in catalogue.titled(hit.key):
        if titled.lead == hit.lead:
            return hit._replace(title=titled.title, of=titled.of)
    return hit


_AROUND = 10  # years: a title misspelt and a year further off than this are no slips any more
_SCHEMES = 3  # romanisations of a title that are searched
_READ = 5  # titles looked at closely, of the twenty that share the most trigrams
_WHOLE = 2  # of these, compared with their articles
_WEIGHED = 3  # of all, those whose odds are worked out
