"""How alike the keys of two titles are, by letters and by words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from verite.link.hit import SAME_WORDS

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
    if _numbers(one) != _numbers(other):
        return Alike(min(value, OTHER_NUMBER), longer)  # as many edits as no slip of the hand has
    return Alike(value, edits)


def _numbers(key: str) -> list[str]:
    return sorted(_NUMBER.findall(key))
