"""Denial and doubt beside a span, whether or not a verb took it up.

The frames read *was not shot in N*; they pass over *Neither of them is sent to a camp*, *Camps are absent*,
*it all but won*. A claim with more denials than its frame has read is one that was not read in full.
"""

from collections.abc import Sequence
from itertools import pairwise

from verite.clauses.lexicon import lexicon
from verite.clauses.tokens import Token

# Where a stretch of a sentence begins and ends as far as a denial reaches; what makes *not* no denial.
_TURNS = frozenset("; : – — but yet however when while because since although though whereas".split())
_STOPS = _TURNS | frozenset(", ( and which who".split())
_AFTER = _STOPS | {"without"}  # *up for five prizes without winning any*: what follows denies the winning
_BUT = frozenset("all anything nobody one nothing none".split())
LIMITS = frozenset("only just merely solely exclusively simply strictly".split())


def doubts(low: Sequence[str]) -> int:
    """How many words of doubt stand in a sentence; a question leaves open."""
    return (low[-1] == "?") + _unreal(low) + _count(low, "doubt")


def denials(tokens: Sequence[Token], low: Sequence[str], start: int, end: int) -> int:
    """How many words of denial stand in the same stretch of a sentence as a span.

    A stretch reaches back to a semicolon, dash, *but* or *when*, and on to the next comma or conjunction:
    *Without reaching a camp, both die*. *Not only* denies nothing.
    """
    if lexicon().openers["denial"].isdisjoint(low):
        return 0
    turns = (i for i, t in enumerate(tokens) if t.end <= start and t.low in _TURNS)
    first = max((i + 1 for i in turns if not (low[i] == "but" and low[i - 1] in _BUT)), default=0)
    last = next((i for i, t in enumerate(tokens) if t.start >= end and t.low in _AFTER), len(tokens))
    return _count(low[first:last], "denial")


# What begins a sentence that only imagines: *Suppose it had won*, *Had he directed it*.
_IMAGINES = frozenset("had suppose supposing imagine were".split())
_UNREAL = frozenset("should could would ought might".split())


def _unreal(low: Sequence[str]) -> bool:
    """*Had De Palma directed it*, *it should by rights have been filmed in Norway*: what did not happen."""
    if low[:1] and low[0] in _IMAGINES:
        return True
    return "have" in low and any(word in _UNREAL and "have" in low[i + 1 : i + 6] for i, word in enumerate(low))


def _count(low: Sequence[str], class_: str) -> int:
    """How many words and phrases of a class there are, *not only* aside."""
    words = lexicon()
    openers = words.openers[class_]
    if openers.isdisjoint(low):
        return 0
    found = 0
    for i, word in enumerate(low):
        begun = words.begins(low, i, class_) if word in openers else 0
        found += begun - (begun > 0 and word == "not" and bool(LIMITS.intersection(low[i + 1 : i + 2])))
    return found


_NOT = frozenset("not nor neither never no without nobody none hardly scarcely untrue".split())
_BUT_FOR = (("other", "than"), ("instead", "of"), ("rather", "than"), ("anything", "but"), ("far", "from"))


def denied_before(tokens: Sequence[Token], end: int) -> bool:
    """Whether a word that denies stands before the end of a value, in the same stretch: *it wasn't N who directed it*, *the
    score is not by N*. What follows it, or lies beyond a comma (*at 96 minutes, it never drags*), denies something else."""
    stops = [t.end for t in tokens if t.end < end and t.low in ",;:–—("]
    low = [t.low for t in tokens if t.start >= max(stops, default=0) and t.end <= end]
    for one, following in zip(low, [*low[1:], ""], strict=True):
        if (one in _NOT or one.endswith(("n't", "n’t"))) and following not in LIMITS:
            return True
    return any(pair in _BUT_FOR for pair in pairwise(low))
