"""How many films the list says it has, against how many it has (*ten films*, *these 9 titles*)."""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.judge import Ground
from verite.model import Agreement, Claim, Link, Span, Statement
from verite.reading import Reading

_LISTED = ("film", "films", "movies", "pictures", "titles", "works", "entries")


def find(reading: Reading) -> Iterator[Claim]:
    if reading.entry.index:
        return
    for line in reading.lines:
        for sentence in line.sentences:
            for np in sentence.phrases():
                if np.number is not None and np.number > 2 and np.sem == "FILM" and np.head in _LISTED:
                    yield Claim(
                        "count", "count", np.number, Span(np.tokens[0].start, np.core_end),
                        Span(np.tokens[0].start, np.core_end), {"entries": reading.link.score},
                    )  # fmt: skip
                    return


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    held = int(claim.qualifiers["entries"])
    said = Statement("list", "count", held, basis=("the list's own entries",))
    return Ground(((said, Agreement.AGREES if held == claim.value else Agreement.EXCLUDES),))


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"a list of {claim.value} films"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"the list has {said.value} entries"


KIND = Kind("count", "count", find, weigh, told, shown, examples={"He owns 30 lamps.": None})
