"""How alike the keys of two titles are, and how likely it is that one is meant by the other: for a large catalogue.

Apart from `candidates` because it needs rapidfuzz, which is imported only where no key agrees.
"""

import math
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from verite.link.candidates import SAME_WORDS

SURE = 0.84  # a title so like one of about the year that no other year can be likelier: a far one costs 0.3
OTHER_NUMBER = 0.6
_NUMBER = re.compile(r"\d+")


class Alike(NamedTuple):
    value: float  # between 0 and 1
    edits: int  # letters to change, two swapped being one


def likest(key: str, others: Sequence[str], most: int) -> list[tuple[int, Alike]]:
    """(place, likeness) of the few of many keys that are most like one, best first. A glance at all of them in one call
    chooses the few that are looked at."""
    glanced = process.extract(key, others, scorer=fuzz.ratio, limit=most)
    ranked = [(place, alike(key, other)) for other, _, place in glanced]
    if " " in key and not any(like.value >= SURE for _, like in ranked):
        # Words in another order share few letters in sequence.
        turned = process.extractOne(key, others, scorer=fuzz.token_sort_ratio, score_cutoff=100 * SURE)
        if turned and turned[2] not in [place for place, _ in ranked]:
            ranked.append((turned[2], alike(key, turned[0])))
    return sorted(ranked, key=_value, reverse=True)


def _value(ranked: tuple[int, Alike]) -> float:
    return ranked[1].value


def alike(one: str, other: str) -> Alike:
    """Two spellings: by edits, or by the same words in another order. Numerals are never noise: *Rocky* and *Rocky 2*
    are two films."""
    edits = OSA.distance(one, other)
    longer = max(len(one), len(other), 1)
    value = max(fuzz.ratio(one, other) / 100, 1 - edits / longer)
    if edits > 1 and value < SURE and " " in one:
        ordered = fuzz.token_sort_ratio(one, other) / 100
        value = max(value, SAME_WORDS * ordered)
        edits = min(edits, round(longer * (1 - ordered)) + 1)
    value = min(SAME_WORDS, value)
    if value > OTHER_NUMBER and _numbers(one) != _numbers(other):
        value = OTHER_NUMBER
    return Alike(value, edits)


def _numbers(key: str) -> list[str]:
    return sorted(_NUMBER.findall(key))


def strangeness(one: str, other: str, having: Callable[[str], int]) -> tuple[float, float]:
    """Of the words of a title that another one does not have: the share that stands in no title at all, and how
    frequent the most frequent is. A slip of the hand makes a word that is none (*Monytter*); another film's title is
    made of words (*Rush*, beside *Crush*)."""
    theirs = set(other.split())
    differing = [having(word) for word in one.split() if word not in theirs]
    if not differing:
        return 0.0, 0.0
    return differing.count(0) / len(differing), math.log1p(max(differing))


def slip_traits(
    gap: int | None, margin: float, length: int, edits: int, article: bool, strange: float, frequent: float
) -> tuple[float, ...]:
    """What tells a slip from another title: how far off the year is, how much better than the next title it is,
    how long the title is, how many edits lie between, whether its article is another, too, and whether the edits made words that are none."""
    return (
        1.0, float(gap == 1), float(gap is None or gap > 1), float(gap is not None and gap > 2), min(max(margin, 0.0), 0.3),
        math.log(length + 1), float(edits), edits / math.sqrt(length + 1),
        float(article), strange, frequent,
    )  # fmt: skip


def year_traits(gap: int, words: int, rarest: int, namesakes: int) -> tuple[float, ...]:
    """What tells a wrong year from another film of the same title: how far off it is, how many words the title has, how
    many other titles have the rarest of them, and how many films have this one."""
    return (
        1.0, min(gap, _FAR) / 10, math.log(gap), float(words == 1), float(min(words, 6)),
        math.log1p(max(rarest, 0)), math.log(namesakes),
    )  # fmt: skip


_FAR = 40  # years: further off is not less likely


def odds(weights: Sequence[float], told: Sequence[float]) -> float:
    """Logarithm of the odds, by weights that `calibrate` fitted."""
    return sum(weight * value for weight, value in zip(weights, told, strict=True))
