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


_CREDITS = ("director", "writer", "cast", "composer", "person")


def prose_score(
    work: Work, said: Mentions, catalogue: Catalogue, *, characters: bool = True
) -> tuple[int, tuple[str, ...]]:
    """How many things the prose names that belong to this work: people, source works, characters."""
    reasons = []
    for property_ in _CREDITS:
        reasons += [
            f"the prose names {catalogue.names(statement.value)[0]} ({property_})"
            for statement in catalogue.statements(work.id, property_)
            if statement.value in said.agents and not statement.negative
        ]
    for statement in catalogue.statements(work.id, "based_on"):
        if statement.qualifiers.get("by") in said.agents:
            reasons.append(f"the prose names {catalogue.names(statement.qualifiers['by'])[0]} (author of the source)")
        if statement.value in said.sources and titles.key(str(statement.value)) != titles.key(work.title):
            reasons.append(f"the prose names {statement.value} (source)")
    for statement in catalogue.statements(work.id, "name") if characters else ():
        name = fold(str(statement.value)).split(" ")[-1]
        if "character" in statement.qualifiers and len(name) > 3 and f" {name}" in f" {said.text}":
            reasons.append(f"the prose names {statement.value} (character)")
    distinct = tuple(dict.fromkeys(reasons))
    return len({reason.split(" (")[0] for reason in distinct}), distinct
