"""The year beside the title, and one in the prose that says when the film was made or shown (*completed in 1984*).

Years have meanings: production, first showing, release, broadcast, home release. A list does not say
which it means, so any recorded year supports, and the report says which it is. A year off by one is
never refuted (a premiere in December is a release in January); one further off is, where the film is
certain.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import Sentence, Token
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Span, Statement, Status
from verite.reading import Reading


def find(reading: Reading) -> Iterator[Claim]:
    entry = reading.entry
    if entry.index and entry.year is not None and entry.year_span is not None:
        yield Claim("year", "year", entry.year, entry.year_span, entry.year_span)
    yield from _in_prose(reading)


# What tells of a film's making or showing, before the year or behind it (*1976 saw its release*, *audiences first saw it in 1976*).
_MADE = frozenset(
    "completed finished made shot filmed produced released premiered première premiere broadcast aired screened release came appeared arrived shown "
    "seen saw opened cinemas screens theatres theaters audiences year date dated dates production vintage".split()
)


def _in_prose(reading: Reading) -> Iterator[Claim]:
    """*Completed in 1984, it was shelved.* A year on record beside the word, which the prose need not say of the film."""
    known = {str(year) for year, _ in reading.link.work.years} if reading.link.work is not None else set()
    for line in reading.lines if known else ():
        for sentence in line.sentences if line.label != "intro" else ():
            if not sentence.says(known):
                continue
            if sentence.denials(sentence.start, sentence.end) or any(map(reading.other_film, sentence.phrases())):
                continue
            for token in sentence.tokens:
                if token.low in known and (around := _made(token, sentence, reading)) is not None:
                    yield Claim("year", "year", int(token.low), around, Span(token.start, token.end), grade=Grade.SEEN)


_NOT_ITS = ("PRIZE", "FEST", "CATEGORY")


def _made(token: Token, sentence: Sentence, reading: Reading) -> Span | None:
    """The words that make a year the film's: *completed in 1984*, *this 1984 drama*; not where a prize, a festival or an event stands between
    or behind: the year of that."""
    film = next((np for np in sentence.phrases() if np.sem == "FILM" and token in np.tokens), None)
    if film is not None:
        return Span(film.tokens[0].start, film.core_end) if film.det == "this" and reading.is_film(film) else None
    near = min((t for t in sentence.tokens if t.low in _MADE), key=lambda t: abs(t.start - token.start), default=None)
    if near is None:
        return None
    around = Span(min(near.start, token.start), max(near.end, token.end))
    behind = next((t.start for t in sentence.tokens if t.start >= around.end and t.text in ",;:.–—"), sentence.end)
    if any(
        around.start - 25 <= np.start < behind and (np.sem in _NOT_ITS or np.entity("event"))
        for np in sentence.phrases()
    ):
        return None
    return around


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    tolerance = catalogue.registry["year"].tolerance
    said = catalogue.statements(link.work.id, "year")
    gap = min((abs(int(s.value) - claim.value) for s in said), default=0)
    within = 0 < gap <= tolerance

    def stands(s: Statement) -> Agreement:
        if s.value == claim.value:
            return Agreement.AGREES
        return Agreement.UNCLEAR if within else Agreement.EXCLUDES

    return Ground(tuple((s, stands(s)) for s in said), any_of=True)


# A year by what it is the year of.
_CALLED = {
    "production": "made in", "first-showing": "first shown in", "release": "released in", "broadcast": "broadcast in",
    "home-release": "released for the home in",
}  # fmt: skip


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"a film of {claim.value}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"{_CALLED.get(str(said.qualifiers.get('of', '')), 'of')} {said.value}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    work = catalogue.work(said.subject)
    return (str(work.year), True) if work and work.year else None


KIND = Kind(
    "year",
    "year",
    find,
    weigh,
    told,
    shown,
    examples={"": Status.SUPPORTED, "Completed in 1931, it was shelved.": Status.SUPPORTED},
    correct=correct,
)
