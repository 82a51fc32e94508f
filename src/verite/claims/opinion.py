"""Praise, advice, interpretation: an evaluation is not checked, and is said to be one.

A clause is an opinion if it holds evaluating words and no kind has read a claim in it.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import Sentence
from verite.clauses.lexicon import lexicon
from verite.judge import Ground
from verite.model import Claim, Link, Span, Statement, Status
from verite.reading import Reading


def find(reading: Reading) -> Iterator[Claim]:
    for line in reading.lines:
        for sentence in line.sentences:
            for start, end in clauses(sentence):
                if opinionated(sentence, start, end):
                    yield Claim("opinion", "opinion", "", Span(start, end), Span(start, end))


def clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """The sentence cut where a reader would count its parts: at verbs with something between them."""
    cuts = [sentence.start]
    previous = None
    for clause in sentence.clauses:
        at = clause.vg.start
        if previous is not None:
            mark = next(
                (
                    t.end
                    for t in reversed(sentence.tokens)
                    if t.end <= at and t.start >= previous and t.text in ",;:—–("
                ),
                None,
            )
            if (
                mark is None
                and clause.vg.finite
                and not clause.inherited
                and clause.subject is not None
                and clause.subject.tokens[0].start > previous
            ):
                mark = clause.subject.tokens[0].start
            if mark is not None:
                cuts.append(mark)
        previous = clause.vg.end
    cuts = sorted(set(cuts))
    return list(zip(cuts, [*cuts[1:], sentence.end], strict=True))


def opinionated(sentence: Sentence, start: int, end: int) -> bool:
    words = lexicon()
    inside = [t for t in sentence.tokens if start <= t.start < end]
    if any(words.has(t.low, "opinion") for t in inside):
        return True
    lows = [t.low for t in inside]
    return any(
        class_ == "opinion" and run == tuple(lows[i : i + len(run)])
        for i, low in enumerate(lows)
        for run, class_ in words.phrases.get(low, ())
    )


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    return Ground()


def told(claim: Claim, catalogue: Catalogue) -> str:
    return "an evaluation"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return ""


KIND = Kind(
    "opinion",
    "opinion",
    find,
    weigh,
    told,
    shown,
    examples={"A haunting masterpiece.": Status.OPINION, "It runs long.": None},
)
