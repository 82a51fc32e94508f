"""The places of the films: where they are set, and where they were shot."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from verite.catalogue import Catalogue
from verite.guide.film import Film
from verite.guide.tongue import Tongue


@dataclass(slots=True)
class Place:
    id: str
    name: str
    within: str
    set_there: list[Film] = field(default_factory=list)
    filmed_there: list[Film] = field(default_factory=list)


def places_of(films: Iterable[Film], catalogue: Catalogue, tongue: Tongue) -> list[Place]:
    """Every place in which a film is set or was shot, by name."""
    held: dict[str, Place] = {}
    for film in films:
        for property_, of in (("set_place", "set_there"), ("filming_place", "filmed_there")):
            for said in catalogue.statements(film.work, property_) if film.work else ():
                if said.negative:
                    continue
                place = held.setdefault(str(said.value), _place(str(said.value), catalogue))
                if film not in getattr(place, of):
                    getattr(place, of).append(film)
    return sorted(held.values(), key=lambda place: (tongue.name(place.name).casefold(), place.id))


def _place(id_: str, catalogue: Catalogue) -> Place:
    within = str(catalogue.places.get(id_, {}).get("within", ""))
    return Place(id_, catalogue.place_name(id_), catalogue.place_name(within.lower()) if within else "")
