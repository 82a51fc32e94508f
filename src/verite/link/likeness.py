"""How alike the keys of two titles are, and how likely it is that one is a slip of the other: for a large catalogue.

Apart from `candidates` because it needs rapidfuzz, which is imported only where no key agrees.
"""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

SAME_WORDS = 0.97
SURE = 0.84  # a title so like one of about the year that no other year can be likelier: a far one costs 0.3
OTHER_NUMBER = 0.6
_NUMBER = re.compile(r"\d+")


class Alike(NamedTuple):
    value: float  # between 0 and 1
    edits: int  # letters to change, two swapped being one


def alike(one: str, other: str) -> Alike:
    """Two spellings: by edits, or by the same words in another order. Numerals are never noise: *Rocky* and *Rocky 2*
    are two films."""
    edits = OSA.distance(one, other)
    longer = max(len(one), len(other), 1)
    ordered = fuzz.token_sort_ratio(one, other) / 100
    value = min(SAME_WORDS, max(fuzz.ratio(one, other) / 100, SAME_WORDS * ordered, 1 - edits / longer))
    if value > OTHER_NUMBER and sorted(_NUMBER.findall(one)) != sorted(_NUMBER.findall(other)):
        value = OTHER_NUMBER
    return Alike(value, min(edits, round(longer * (1 - ordered)) + 1))


def traits(gap: int | None, margin: float, length: int, edits: int) -> tuple[float, ...]:
    """What tells a slip from another title: how far off the year is, how much better than the next title it is,
    how long the title is, and how many edits lie between."""
    return (
        1.0, float(gap == 1), float(gap is None or gap > 1), float(gap is not None and gap > 2), min(max(margin, 0.0), 0.3),
        math.log(length + 1), float(edits), edits / math.sqrt(length + 1),
    )  # fmt: skip


def odds(weights: Sequence[float], told: Sequence[float]) -> float:
    """Logarithm of the odds that one title is a slip of the other."""
    return sum(weight * value for weight, value in zip(weights, told, strict=True))
