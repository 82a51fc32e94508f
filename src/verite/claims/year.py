"""The year beside the title.

Years have meanings: production, first showing, release, broadcast, home release. A list does not say
which it means, so any recorded year supports, and the report says which it is. A year off by one is
never refuted (a premiere in December is a release in January); one further off is, where the film is
certain.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind, prose_value
from verite.judge import Ground
from verite.model import Agreement, Claim, Link, Statement, Status
from verite.reading import Reading


def find(reading: Reading) -> Iterator[Claim]:
    entry = reading.entry
    if entry.index and entry.year is not None and entry.year_span is not None:
        yield Claim("year", "year", entry.year, entry.year_span, entry.year_span)


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


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"the film is of {claim.value}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"{prose_value(said.qualifiers.get('of', 'year'))}: {said.value}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    work = catalogue.work(said.subject)
    return (str(work.year), True) if work and work.year else None


KIND = Kind("year", "year", find, weigh, told, shown, examples={"": Status.SUPPORTED}, correct=correct)
