"""How likely it is that an entry means a film whose title, or whose year, is not quite the one it gives.

For a large catalogue, whose weights `calibrate` has set: the logarithm of the odds is a sum of traits, each times its
weight.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence

from verite.catalogue import Catalogue
from verite.link.hit import Hit, best, year_gap
from verite.model import Entry

_WEIGHED = 3  # of all like titles, those whose odds are worked out
UNDECIDED = -0.1  # odds of one of two films that are about as far off
NEVER = -9.0  # odds of a film that another one, more like the entry, stands before


def weighed(entry: Entry, hits: Iterable[Hit], catalogue: Catalogue) -> Iterator[Hit]:
    """Like titles with the odds that the entry's is a slip of them."""
    weights = catalogue.thresholds.get("slip")
    for n, (hit, margin) in enumerate(margins(entry, hits)):
        if not weights:
            yield hit
        elif n < _WEIGHED and few(hit.edits - 1, hit.asked):
            yield hit._replace(odds=summed(weights, slip_traits(entry, hit, margin, catalogue)))
        else:
            yield hit._replace(odds=NEVER)


def dated(entry: Entry, hits: Iterable[Hit], catalogue: Catalogue) -> list[Hit]:
    """Films of the entry's title, none of its year: the nearest one with the odds that the year is wrong."""
    weights = catalogue.thresholds.get("year")
    ranked = by_year(entry, hits)
    gaps = [year_gap(entry, hit.years) for hit in ranked]
    if not weights or not ranked or gaps[0] is None:
        return ranked
    chances = summed(weights, year_traits(entry, ranked, catalogue))
    if len(gaps) > 1 and gaps[1] is not None and gaps[1] < 2 * gaps[0]:
        chances = min(chances, UNDECIDED)  # a title alone never decides between two films that are about as far off
    return [ranked[0]._replace(odds=chances), *(hit._replace(odds=NEVER) for hit in ranked[1:])]


def by_year(entry: Entry, hits: Iterable[Hit]) -> list[Hit]:
    """The films nearest to the entry's year first, those without a year last."""

    def distance(hit: Hit) -> tuple[int, int]:
        gap = year_gap(entry, hit.years)
        return (9999 if gap is None else gap, hit.lead)

    return sorted(hits, key=distance)


def few(edits: int, key: str) -> bool:
    """Whether so many edits of a title may be slips of the hand: one in four letters, with a little to spare."""
    return 4 * edits <= len(key) + 2


def slip_traits(entry: Entry, hit: Hit, margin: float, catalogue: Catalogue, hidden: str = "") -> tuple[float, ...]:
    """Of a like title. `hidden`: one that is to be thought away."""
    postings = catalogue.postings
    assert postings is not None
    own = hidden.split()
    strange, frequent = strangeness(hit.asked, hit.key, lambda word: postings.having(word) - (word in own))
    return slip_row(year_gap(entry, hit.years), margin, len(hit.asked), hit.edits, hit.article, strange, frequent)


def year_traits(entry: Entry, ranked: list[Hit], catalogue: Catalogue, hidden: bool = False) -> tuple[float, ...]:
    """Of the nearest of the films whose title agrees, but not the year. `hidden`: one more of them is to be thought
    away."""
    assert catalogue.postings is not None
    words = ranked[0].key.split()
    rarest = min(map(catalogue.postings.having, words), default=0) - len(ranked) - hidden
    return year_row(max(year_gap(entry, ranked[0].years) or 1, 1), len(words), rarest, len(ranked))


def strangeness(one: str, other: str, having: Callable[[str], int]) -> tuple[float, float]:
    """Of the words of a title that another one does not have: the share that stands in no title at all, and how
    frequent the most frequent is. A slip of the hand makes a word that is none (*Monytter*); another film's title is
    made of words (*Rush*, beside *Crush*)."""
    theirs = set(other.split())
    differing = [having(word) for word in one.split() if word not in theirs]
    if not differing:
        return 0.0, 0.0
    return differing.count(0) / len(differing), math.log1p(max(differing))


def slip_row(
    gap: int | None, margin: float, length: int, edits: int, article: bool, strange: float, frequent: float
) -> tuple[float, ...]:
    """What tells a slip from another title: how far off the year is, how much better than the next title it is,
    how long the title is, how many edits lie between, whether its article is another, too, and whether the edits made
    words that are none."""
    return (
        1.0, float(gap == 1), float(gap is None or gap > 1), float(gap is not None and gap > 2), min(max(margin, 0.0), 0.3),
        math.log(length + 1), float(edits), edits / math.sqrt(length + 1), float(article), strange, frequent,
    )  # fmt: skip


def year_row(gap: int, words: int, rarest: int, namesakes: int) -> tuple[float, ...]:
    """What tells a wrong year from another film of the same title: how far off it is, how many words the title has, how
    many other titles have the rarest of them, and how many films have this one."""
    return (
        1.0, min(gap, _FAR) / 10, math.log(gap), float(words == 1), float(min(words, 6)),
        math.log1p(max(rarest, 0)), math.log(namesakes),
    )  # fmt: skip


_FAR = 40  # years: further off is not less likely


def margins(entry: Entry, hits: Iterable[Hit]) -> list[tuple[Hit, float]]:
    """Each film with how much better than the next it is by title and year, best first."""

    def worth(hit: Hit) -> float:
        gap = year_gap(entry, hit.years)
        return hit.likeness - (_NO_YEAR if gap is None else _AWAY[min(gap, len(_AWAY) - 1)])

    ranked = sorted(((worth(hit), hit) for hit in best(hits)), key=lambda one: (-one[0], one[1].lead))
    worths = [value for value, _ in ranked] + [ranked[-1][0] - 0.3] if ranked else []
    return [(hit, value - worths[n + 1]) for n, (value, hit) in enumerate(ranked)]


# What a year so far off takes from a likeness, for ranking alone: measured in the research note.
_AWAY = (0.0, 0.04, 0.12, 0.2, 0.3)
_NO_YEAR = 0.05


def summed(weights: Sequence[float], told: Sequence[float]) -> float:
    """Logarithm of the odds, by weights that `calibrate` fitted."""
    return sum(weight * value for weight, value in zip(weights, told, strict=True))
