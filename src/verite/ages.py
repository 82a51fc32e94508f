"""How old somebody is said to be: *23 when she made it*, *at the age of about 23*, *aged 23*; not *23 times*."""

from collections.abc import Iterator, Sequence

from verite.clauses import Sentence
from verite.clauses.lexicon import lexicon
from verite.text import number

_OF_AGE = frozenset("age aged when".split())
_ABOUT = frozenset("about almost nearly barely not around some already past under over".split())


def told(sentence: Sentence) -> Iterator[tuple[int, bool]]:
    """The ages that a sentence gives, each with whether it hedges."""
    if not sentence.says(_OF_AGE):
        return
    low = sentence.low
    for i, word in enumerate(low):
        age = number(word)
        if age is not None and 5 < age < 110 and _is_age(low, i):
            yield age, any(_hedges(before) for before in low[max(0, i - 3) : i])


def _hedges(word: str) -> bool:
    return word in _ABOUT or lexicon().has(word, "hedge")


def _is_age(low: Sequence[str], i: int) -> bool:
    before, after = low[max(0, i - 3) : i], low[i + 1 : i + 4]
    if before[-3:] == ["the", "age", "of"] or before[-1:] == ["aged"]:
        return True
    was = max((k for k, word in enumerate(before) if word in ("was", "is")), default=None)
    if was is None or not all(_hedges(word) or word in ("only", "just", "then") for word in before[was + 1 :]):
        return False
    return after[:1] == ["when"] or after[:3] == ["years", "old", "when"]
