"""The choice of a list as a whole: the films that together tell most, none of them told twice.

The worth of a set is a monotone submodular function: what each film is worth by itself (relevance, standing), and
for each aspect and value (a stage shown, a country ...) a worth that grows less with every further film that has it:
1, then a half more, a quarter more ... So a second film on the same stage adds, and a fifth adds little.

Greedy choice of such a function is within 1 - 1/e of the best (Nemhauser, Wolsey and Fisher 1978); exchange of
single films brings it nearer, and the bound that is printed is worked out from the set itself (Leskovec et al. 2007):
no set of that size is worth more than this one and the largest gains that are still open. Where the candidates are
few, branch and bound proves the best. All of it is deterministic: ties go to the film first in order.
"""

import heapq
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_HALF = 0.5
_NODES = 200_000  # of branch and bound, then the bound stands as it is
_FEW = 40  # candidates up to which the best is proven
_EPSILON = 1e-9
_RELAXED = 2_000  # candidates up to which the better bound is worked out
_STEPS = 400


class Item(NamedTuple):
    """A film as the choice sees it. `own` is its worth by itself; `values` its (aspect, value) pairs with theirs;
    `cost` what it uses up (minutes), where that is limited."""

    key: str
    own: float
    values: Mapping[tuple[str, str], float]
    cost: int = 0

    @property
    def full(self) -> float:
        """Its worth where nothing is held yet: no gain of it is ever larger."""
        return self.own + sum(self.values.values())


class Choice(NamedTuple):
    """Keys in the order chosen, the set's worth, and a bound that no set of this size exceeds. `gains` are what each
    film added when it was taken."""

    keys: tuple[str, ...]
    worth: float
    bound: float
    proven: bool
    gains: tuple[float, ...]


class _State:
    """How often each value is held; gains are read from it."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], int] = {}

    def gain(self, item: Item) -> float:
        held = self.held
        return item.own + sum(worth * _HALF ** held.get(value, 0) for value, worth in item.values.items())

    def add(self, item: Item, by: int = 1) -> None:
        for value in item.values:
            self.held[value] = self.held.get(value, 0) + by


def worth(items: Sequence[Item]) -> float:
    """What a set is worth."""
    state, total = _State(), 0.0
    for item in items:
        total += state.gain(item)
        state.add(item)
    return total


def choose(items: Sequence[Item], n: int, must: Sequence[str] = (), budget: int | None = None) -> Choice:
    """At most `n` of the items with all those that `must` be in it, of a cost within the budget if there is one."""
    fixed = [item for item in items if item.key in must] if must else []
    free = [item for item in items if item.key not in must] if must else items
    # The fullest first: whoever looks for the largest gains may stop where none can be larger.
    fulls = [item.full for item in free]
    free = [free[i] for i in sorted(range(len(free)), key=fulls.__getitem__, reverse=True)]
    taken = _greedy(free, n, fixed, budget)
    taken = _exchanged(taken, free, fixed, budget)
    bound, proven = _bound(taken, free, n), False
    if len(free) <= _FEW:
        best = _best(taken, free, n, fixed, budget)
        if best is not None:
            taken, proven = best, True
            bound = worth(taken)
    gains, state = [], _State()
    for item in taken:
        gains.append(round(state.gain(item), 6))
        state.add(item)
    return Choice(
        tuple(i.key for i in taken), round(worth(taken), 6), round(max(bound, worth(taken)), 6), proven, tuple(gains)
    )


def marginal(taken: Sequence[Item], others: Sequence[Item]) -> dict[str, float]:
    """What each of the others would add to a set."""
    state = _State()
    for item in taken:
        state.add(item)
    return {item.key: state.gain(item) for item in others}


def _greedy(free: Sequence[Item], n: int, fixed: Sequence[Item], budget: int | None) -> list[Item]:
    """Lazy: a gain only shrinks, so an old one that is still the largest need not be worked out again (Minoux 1978)."""
    state, taken = _State(), list(fixed)
    for item in fixed:
        state.add(item)
    left = None if budget is None else budget - sum(item.cost for item in fixed)
    if budget is not None:
        # Within a budget the gain of a minute decides, else short films would never be asked for.
        free = sorted(free, key=lambda item: -item.full / max(item.cost, 1))
    heap: list[tuple[float, str, int, Item]] = []
    at = 0

    def pushed(item: Item, gain: float) -> None:
        heapq.heappush(heap, (-gain / (max(item.cost, 1) if budget is not None else 1), item.key, len(taken), item))

    while len(taken) < n and (heap or at < len(free)):
        while at < len(free) and (
            not heap or -heap[0][0] <= free[at].full / (max(free[at].cost, 1) if budget is not None else 1)
        ):
            pushed(free[at], state.gain(free[at]))
            at += 1
        _, _, asked, item = heapq.heappop(heap)
        if left is not None and item.cost > left:
            continue
        if asked != len(taken):
            pushed(item, state.gain(item))
            continue
        taken.append(item)
        state.add(item)
        left = None if left is None else left - item.cost
    return taken


def _exchanged(taken: list[Item], free: Sequence[Item], fixed: Sequence[Item], budget: int | None) -> list[Item]:
    """One film for another, as long as that is better: the most promising two hundred are tried."""
    held = {item.key for item in taken}
    promising = free[:200]
    state = _State()
    for item in taken:
        state.add(item)
    better = True
    while better:
        better = False
        for i, out in enumerate(taken):
            if out in fixed:
                continue
            state.add(out, -1)
            least = state.gain(out) + _EPSILON
            room = None if budget is None else budget - sum(item.cost for item in taken) + out.cost
            gains = [
                (state.gain(item), item)
                for item in promising
                if item.key not in held and (room is None or item.cost <= room)
            ]
            gain, new = max(gains, key=lambda pair: pair[0], default=(0.0, out))
            if gain > least:
                held = held - {out.key} | {new.key}
                taken[i], better = new, True
            state.add(taken[i])
    return taken


def _bound(taken: Sequence[Item], free: Sequence[Item], n: int) -> float:
    """What no set of `n` exceeds: the least of two bounds, the second only where the candidates are not too many."""
    state, held = _State(), {item.key for item in taken}
    for item in taken:
        state.add(item)
    open_: list[float] = []
    for item in free:  # the fullest first
        if len(open_) == n and item.full <= open_[0]:
            break
        if item.key not in held:
            heapq.heappush(open_, state.gain(item))
            if len(open_) > n:
                heapq.heappop(open_)
    simple = worth(taken) + sum(open_)
    fixed = [item for item in taken if item not in free]
    return min(simple, _relaxed(taken, free, fixed, n)) if len(free) <= _RELAXED else simple


def _relaxed(taken: Sequence[Item], free: Sequence[Item], fixed: Sequence[Item], n: int) -> float:
    """The Lagrangian bound. Let every value be paid for apart from the films that bring it, at a price for each time
    it is held: then the best films are simply the `n` of the highest worth with their values at these prices, and the
    best number of times for each value is found by itself. Any prices give a bound; a subgradient step makes a value
    dearer that more is wanted of than the films bring (Held, Wolfe and Crowder 1974).
    """
    worths = {value: worth for item in [*free, *fixed] for value, worth in item.values.items()}
    held = _State()
    for item in taken:
        held.add(item)
    price = {value: worth * _HALF ** held.held.get(value, 0) * 1.4 for value, worth in worths.items()}
    target, best = worth(taken), float("inf")
    for step in range(_STEPS):
        ranked = heapq.nlargest(n - len(fixed), ((i.own + sum(price[v] for v in i.values), i.key, i) for i in free))
        chosen = [*fixed, *(item for _, _, item in ranked)]
        brought: dict[tuple[str, str], int] = {}
        for item in chosen:
            for value in item.values:
                brought[value] = brought.get(value, 0) + 1
        bound = sum(item.own + sum(price[v] for v in item.values) for item in chosen)
        slope: dict[tuple[str, str], int] = {}
        for value, pays in worths.items():
            wanted, share, gained = 0, pays, 0.0
            while share > price[value] and wanted < n:  # as often as it pays for itself
                gained += share - price[value]
                wanted, share = wanted + 1, share * _HALF
            bound += gained
            if difference := wanted - brought.get(value, 0):
                slope[value] = difference
        best = min(best, bound)
        norm = sum(d * d for d in slope.values())
        if not norm:
            break
        size = max(bound - target, 0.0) / norm * _HALF ** (step // 60)
        for value, difference in slope.items():
            price[value] = max(0.0, price[value] + size * difference)
    return best


def _best(
    start: list[Item], free: Sequence[Item], n: int, fixed: Sequence[Item], budget: int | None
) -> list[Item] | None:
    """The best set, by branch and bound; nothing if it takes too many steps."""
    order = free
    best, value, nodes = list(start), worth(start), 0

    def search(i: int, taken: list[Item], state: _State, so_far: float, left: int | None) -> bool:
        nonlocal best, value, nodes
        nodes += 1
        if nodes > _NODES:
            return False
        if so_far > value + _EPSILON:
            best, value = list(taken), so_far
        room = n - len(taken)
        if not room or i == len(order):
            return True
        open_ = heapq.nlargest(room, (state.gain(item) for item in order[i:]))
        if so_far + sum(open_) <= value + _EPSILON:
            return True
        item = order[i]
        if left is None or item.cost <= left:
            gain = state.gain(item)
            state.add(item)
            done = search(i + 1, [*taken, item], state, so_far + gain, None if left is None else left - item.cost)
            state.add(item, -1)
            if not done:
                return False
        return search(i + 1, taken, state, so_far, left)

    state = _State()
    for item in fixed:
        state.add(item)
    left = None if budget is None else budget - sum(item.cost for item in fixed)
    return best if search(0, list(fixed), state, worth(fixed), left) else None
