"""From either road to described subjects: first whom and what the films name, then those, then the films.

People come out before the films that name them, and only they: a number without a name helps nobody.
"""

from collections.abc import Callable, Container, Iterator
from contextlib import closing
from typing import Protocol

from verite.sources.source import Described, LeftOut
from verite.sources.wikidata.describe import Films, Known, known, person
from verite.sources.wikidata.entity import Entity, number, references


class Road(Protocol):
    """How to come by the entities: from a dump or from pages of an endpoint."""

    def films(self) -> Iterator[Entity]:
        """Every film. Asked twice."""

    def authors(self, works: Container[int]) -> set[int]:
        """Who wrote these works."""

    def others(self, wanted: Container[int]) -> Iterator[Entity]:
        """The items with these numbers, each once."""

    def close(self) -> None:
        """Give back what was set aside for the reading."""


def read(make: Callable[[], Road], left_out: LeftOut) -> Iterator[Described]:
    left_out.clear()  # a second reading counts anew
    with closing(make()) as road:
        agents, items = named(road)
        agents |= road.authors(items)
        names: dict[int, Known] = {}
        people: set[int] = set()
        for entity in road.others(agents | items):
            if number(entity.id) in items:
                names[number(entity.id)] = known(entity)
            if number(entity.id) in agents and (entity.labels or "P1559" in entity.given):
                people.add(number(entity.id))
                yield person(entity, left_out)
        films = Films(names, people, left_out)
        for film in road.films():
            yield films.describe(film)


def named(road: Road) -> tuple[set[int], set[int]]:
    """The numbers of the people and of the other items that the films name."""
    agents: set[int] = set()
    items: set[int] = set()
    for film in road.films():
        whom, what = references(film)
        agents |= whom
        items |= what
    return agents, items
