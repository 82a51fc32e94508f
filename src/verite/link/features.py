"""What speaks for a work: its year against the entry's, and who and what the prose names.

Each feature is a small function with a score and a reason that a report can print.
"""

from typing import NamedTuple

from verite import titles
from verite.catalogue import Catalogue
from verite.clauses.tokens import Gazetteer, tokenize
from verite.model import Entry, Work
from verite.text import fold


class Mentions(NamedTuple):
    """What the prose of an entry names, read without knowing the film."""

    agents: frozenset[str]
    sources: frozenset[str]
    text: str


def mentions(entry: Entry, gazetteer: Gazetteer) -> Mentions:
    agents, sources = set(), set()
    for prose in entry.prose:
        for token in gazetteer.mark(tokenize(prose.text)):
            for entity in token.entities:
                if entity.type == "agent":
                    agents.add(entity.id)
                elif entity.type == "work":
                    sources.add(entity.id)
    return Mentions(frozenset(agents), frozenset(sources), fold(" ".join(prose.text for prose in entry.prose)))


def year_gap(entry: Entry, work: Work) -> int | None:
    """The distance to the nearest recorded year, whatever it means; nothing if either has none."""
    years = [year for year, _ in work.years]
    if entry.year is None or not years:
        return None
    return min(abs(entry.year - year) for year in years)


_PENALTY = (0.0, 0.02, 0.12, 0.2)


def year_score(gap: int | None) -> tuple[float, str]:
    if gap is None:
        return 0.05, "no year to compare"
    if gap == 0:
        return 0.0, "year agrees"
    if gap == 1:
        return _PENALTY[1], "year off by one"
    return _PENALTY[gap] if gap < len(_PENALTY) else 0.35, "year-conflict"


def prose_score(
    work: Work, said: Mentions, catalogue: Catalogue, *, characters: bool = True
) -> tuple[int, tuple[str, ...]]:
    """How many things the prose names that belong to this work: people, source works, characters."""
    found = [catalogue.names(agent)[0] for agent in sorted(said.agents & catalogue.people(work.id))]
    if said.sources:
        mine = titles.key(work.title)
        sources = (str(statement.value) for statement in catalogue.statements(work.id, "based_on"))
        found += [source for source in sources if source in said.sources and titles.key(source) != mine]
    if characters:
        text = f" {said.text}"
        found += [
            surface.title()
            for surface, entities in catalogue.spelled(work.id)
            if len(surface) > 3 and f" {surface}" in text and any(type_ == "character" for type_, _ in entities)
        ]
    names = tuple(dict.fromkeys(found))
    return len(names), tuple(f"the prose names {name}" for name in names)
