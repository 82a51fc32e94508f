"""How much: an amount as prose gives it, and the span of values that it may mean.

*seven*, *a hundred and ten*, *$3.6 million*, *nearly two*, *more than 100*: the last digit that is not a nought
says how exact a figure means to be.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from verite.clauses import Token

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {word: 10 * (n + 2) for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "m": 10**6, "mn": 10**6, "bn": 10**9, "millions": 10**6}  # fmt: skip
_BOUNDS = {
    "over": "over", "above": "over", "exceeding": "over", "topping": "over", "exceeded": "over", "topped": "over", "tops": "over", "exceeds": "over",
    "under": "under", "below": "under", "nearly": "nearly", "almost": "nearly",
    "about": "about", "around": "about", "some": "about", "roughly": "about", "approximately": "about", "circa": "about",
    "c": "about", "ca": "about", "estimated": "about",
}  # fmt: skip
_TWO = {"more than": "over", "at least": "over", "upwards of": "over", "well over": "over", "less than": "under", "fewer than": "under",
        "close to": "nearly", "just under": "nearly", "up to": "under", "just over": "about", "longer than": "over", "shorter than": "under", "not quite": "nearly"}  # fmt: skip


class Amount(NamedTuple):
    """`step` is the unit of the last digit that means something; `bound` is over, under, nearly, about or ""."""

    value: float
    step: float
    bound: str = ""

    def span(self, share: float = 0.0, least: float = 0.0) -> tuple[float, float]:
        """The lowest and highest value that it may mean; `share` of it, and no less than `least`, is always allowed."""
        slack = max(self.step / 2, self.value * share, least)
        if self.bound == "over":
            return self.value - slack / 2, math.inf
        if self.bound == "under":
            return 0, self.value + slack / 2
        if self.bound == "nearly":
            return self.value * 0.85 - slack, self.value + slack / 2
        wide = max(slack, self.value * 0.1, self.step) if self.bound == "about" else slack
        return self.value - wide, self.value + wide


def numeral(tokens: Sequence[Token], i: int) -> tuple[Amount, int] | None:
    """The number that begins at `i`, and how many tokens it takes; nothing if none does."""
    first = tokens[i].low.lstrip("$€£") if i < len(tokens) else ""
    if first[:1].isdigit():
        figures = first.replace(",", "")
        head = figures.split("-")[0]
        if not head.replace(".", "", 1).isdecimal() or len(head) > 15:
            return None
        value, step, size = float(head), _step(head), 1
    else:
        found = _words(tokens, i)
        if found is None:
            return None
        value, step, size = found
    while i + size < len(tokens) and (scale := _SCALES.get(tokens[i + size].low)):
        value, step, size = value * scale, step * scale, size + 1
    return Amount(value, step, bound(tokens, i)), size


def _step(figures: str) -> float:
    if "." in figures:
        return float(10 ** -len(figures.split(".")[1]))
    noughts = len(figures) - len(figures.rstrip("0"))
    return float(10**noughts) if figures.strip("0") else 1.0


def _words(tokens: Sequence[Token], i: int) -> tuple[float, float, int] | None:
    """*a hundred and ten*, *ninety-five*, *seven*, *a dozen*: its value, its step and how many tokens."""
    total: float | None = None
    step, at = 1.0, i
    while at < len(tokens):
        low = tokens[at].low
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if (value := _below_hundred(low)) is not None:
            if total is not None and (total % 100 or not total):
                break
            step = 10.0 if low in _TENS and total is None else 1.0
            total = (total or 0) + value
        elif low == "hundred" and (total is None or total < 20):
            total, step = (total or 1) * 100, 100.0
        elif low == "dozen" and total is None:
            total = 12.0
        elif not (
            (low in ("a", "an") and total is None and after in ("hundred", "dozen"))
            or (low == "and" and total and not total % 100 and _below_hundred(after) is not None)
        ):
            break
        at += 1
    return None if total is None else (total, step, at - i)


def _below_hundred(word: str) -> float | None:
    """*seven*, *ninety*, *ninety-five*."""
    values = [_SMALL.get(part, _TENS.get(part)) for part in word.split("-")]
    return float(sum(v for v in values if v is not None)) if None not in values else None


_IDLE = frozenset("a an the record total whopping staggering $ us usd".split())


def bound(tokens: Sequence[Token], i: int) -> str:
    """What the words before a figure make of it: *over 100*, *nearly two*, *at least seven*, *a total of nine*."""
    back = [t.low for t in tokens[max(0, i - 5) : i]]
    while back and (back[-1] in _IDLE or back[-2:] == ["total", "of"]):
        back.pop()
    if back[-3:-1] in (["no", "fewer"], ["no", "less"]) and back[-1] == "than":
        return "over"
    return _TWO.get(" ".join(back[-2:])) or _BOUNDS.get(back[-1] if back else "", "")
