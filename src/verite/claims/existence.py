"""Whether the film exists.

Every heading claims it. A linked entry is *supported*. An entry that matches nothing is *unverified*
(`film-unknown`), with the nearest real works: a record that does not hold a film says nothing of
whether it exists. Only a set declared complete can refute: where the record holds all the screen works
after one author, up to a date, a title that is one of his books and none of these films is *refuted*.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.judge import Ground
from verite.model import Agreement, Claim, Link, Statement, Status
from verite.reading import Reading


def find(reading: Reading) -> Iterator[Claim]:
    entry = reading.entry
    if entry.index:
        yield Claim("existence", "existence", entry.title, entry.title_span, entry.title_span)


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground(tuple((said, Agreement.EXCLUDES) for said in link.evidence))
    titles = catalogue.statements(link.work.id, "title")
    return Ground(tuple((said, Agreement.AGREES) for said in titles if said.qualifiers.get("preferred")) or
                  tuple((said, Agreement.AGREES) for said in titles[:1]))  # fmt: skip


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"there is a film “{claim.value}”"


def shown(said: Statement, catalogue: Catalogue) -> str:
    if said.property.startswith("set:"):
        author = catalogue.names(said.subject)[0]
        works = [catalogue.work(work) for work in said.value]
        named = ", ".join(f"{w.title} ({w.year})" if w.year else w.title for w in works if w is not None)
        return f"the screen works after {author}: {named}"
    return f"the film is on record as {said.value}"


KIND = Kind(
    "existence",
    "existence",
    find,
    weigh,
    told,
    shown,
    examples={"": Status.SUPPORTED},
)
