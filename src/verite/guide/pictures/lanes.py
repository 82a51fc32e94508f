"""Labels that keep clear of one another: boxes, heights above an axis, even spacing."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Label(NamedTuple):
    """A label that stands above an axis, with a line running down from it at `spot`."""

    left: float
    right: float
    spot: float


def heights(labels: Sequence[Label]) -> list[int]:
    """How high each label must stand, 0 the lowest, so that no label meets another and no line crosses one.

    >>> heights([Label(0, 50, 0), Label(20, 60, 20), Label(100, 120, 100)])
    [1, 0, 0]
    """
    found = [0] * len(labels)
    laid: list[int] = []
    for i in sorted(range(len(labels)), key=lambda i: (-labels[i].spot, i)):
        one = labels[i]
        free = (h for h in range(len(labels)) if not any(_in_the_way(one, h, labels[j], found[j]) for j in laid))
        # None may be free where labels run both ways; then a line crosses a label, but no two labels meet.
        found[i] = next(free, max((found[j] for j in laid), default=-1) + 1)
        laid.append(i)
    return found


def _in_the_way(one: Label, height: int, other: Label, its: int) -> bool:
    if height == its:
        return one.left < other.right and other.left < one.right
    upper, lower = (one, other) if height > its else (other, one)
    return lower.left < upper.spot < lower.right


def spread(wanted: Iterable[float], apart: float, low: float, high: float) -> list[float]:
    """Positions in the order given (rising), as near to those wanted as they may be with this distance between them;
    pushed back from `high`, then held at `low`."""
    found: list[float] = []
    for at in wanted:
        found.append(max(at, low if not found else found[-1] + apart))
    for i in range(len(found) - 1, -1, -1):
        ceiling = high if i == len(found) - 1 else found[i + 1] - apart
        found[i] = max(low + i * apart, min(found[i], ceiling))
    return found
