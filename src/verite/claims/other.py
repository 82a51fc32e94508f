"""Claims that look checkable and that no kind decides: how many saw it, whom it influenced, how it was made.

An anecdote of the making (*the line was improvised*, *he lost ten kilos for the part*), an offer (*the part was first
offered to N*), a record at the box office, an influence. They are listed as *unverified, no record could decide it*, so that
nothing falls through in silence. Praise is an opinion, and what happens in the story is plot: neither belongs here.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import Sentence
from verite.clauses.parts import cued_parts
from verite.judge import Ground
from verite.model import Claim, Grade, Link, Span, Statement, Status
from verite.reading import Line, Reading


def find(reading: Reading) -> Iterator[Claim]:
    for line in reading.lines:
        for sentence in line.sentences if line.label != "intro" else ():
            for start, end in cued_parts(sentence, "anecdote"):
                if _of_the_making(line, sentence, reading, start, end):
                    yield Claim("other", "other", "", Span(start, end), Span(start, end), grade=Grade.SEEN)


def _of_the_making(line: Line, sentence: Sentence, reading: Reading, start: int, end: int) -> bool:
    """In a description the film itself must be spoken of: there are auditions in stories, too."""
    if any(t.quoted for t in sentence.tokens if start <= t.start < end):
        return False
    return line.label != "description" or any(
        start <= np.start < end and (reading.is_film(np) or np.sem == "ROLE") for np in sentence.phrases()
    )


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    return Ground()


def told(claim: Claim, catalogue: Catalogue) -> str:
    return "a claim of its making or its reception"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return ""


KIND = Kind(
    "other",
    "other",
    find,
    weigh,
    told,
    shown,
    examples={
        "The line was improvised.": Status.UNVERIFIED,
        "The part was first offered to Otto Brandt.": Status.UNVERIFIED,
        "It was seen by forty million people.": Status.UNVERIFIED,
        "It influenced a whole generation of directors.": Status.UNVERIFIED,
        "It was directed by Nora Lind.": None,
        "A haunting masterpiece.": None,
        "The lamplighter falls in love.": None,
        "The lamplighter is offered a drink.": None,
    },
)
