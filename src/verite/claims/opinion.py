"""Praise, advice, interpretation: an evaluation is not checked, and is said to be one.

A clause is an opinion if it holds evaluating words and no kind has read a claim in it.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses.parts import cued_parts
from verite.judge import Ground
from verite.model import Claim, Link, Span, Statement, Status
from verite.reading import Reading


def find(reading: Reading) -> Iterator[Claim]:
    for line in reading.lines:
        for sentence in line.sentences:
            for start, end in cued_parts(sentence, "opinion"):
                yield Claim("opinion", "opinion", "", Span(start, end), Span(start, end))


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
