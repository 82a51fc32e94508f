"""Denial and doubt beside a span, whether or not a verb took it up.

The frames read *was not shot in N*; they pass over *Neither of them is sent to a camp*, *Camps are absent*,
*it all but won*. A claim with more denials than its frame has read is one that was not read in full.
"""

from collections.abc import Sequence

from verite.clauses.lexicon import lexicon
from verite.clauses.tokens import Token

# Where a stretch of a sentence begins and ends as far as a denial reaches; what makes *not* no denial.
_TURNS = frozenset("; : – — but yet however when while because since although though whereas".split())
_STOPS = _TURNS | frozenset(", ( and which who".split())
_BUT = frozenset("all anything nobody one nothing none".split())
_LIMITS = frozenset("only just merely solely exclusively simply strictly".split())


def denials(tokens: Sequence[Token], start: int, end: int) -> int:
    """How many words of denial stand in the same stretch of a sentence as a span, and of doubt anywhere in it.

    A stretch reaches back to a semicolon, dash, *but* or *when*, and on to the next comma or conjunction:
    *Without reaching a camp, both die*. *Not only* denies nothing; a question leaves open.
    """
    low = [t.low for t in tokens]
    turns = (i for i, t in enumerate(tokens) if t.end <= start and t.low in _TURNS)
    first = max((i + 1 for i in turns if not (low[i] == "but" and low[i - 1] in _BUT)), default=0)
    last = next((i for i, t in enumerate(tokens) if t.start >= end and t.low in _STOPS), len(tokens))
    near = low[first:last]
    return (
        (low[-1] == "?")
        + sum(_runs(low, i, "doubt") for i in range(len(low)))
        + sum(_runs(near, i, "denial") for i in range(len(near)))
    )


def _runs(low: list[str], i: int, class_: str) -> int:
    """How many words and phrases of a class begin here, *not only* aside."""
    found = lexicon().begins(low, i, class_)
    return found - (found > 0 and low[i] == "not" and bool(_LIMITS.intersection(low[i + 1 : i + 2])))
