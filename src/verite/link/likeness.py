"""How alike the keys of two titles are, for a large catalogue: edits, and words in another order.

Apart from `candidates` because it needs rapidfuzz, which is imported only where no key agrees.
"""

import re

from rapidfuzz import fuzz

SAME_WORDS = 0.97
SURE = 0.93  # a title so like one of about the year that other years are not searched
_NUMBER = re.compile(r"\d+")


def of(one: str, other: str) -> float:
    """Between 0 and 1. Numerals are never noise: *Rocky* and *Rocky 2* are two films."""
    value = max(fuzz.ratio(one, other), SAME_WORDS * fuzz.token_sort_ratio(one, other)) / 100
    if value > 0.6 and sorted(_NUMBER.findall(one)) != sorted(_NUMBER.findall(other)):
        value -= 0.2
    return min(value, SAME_WORDS)
