"""What search finds: films, people, places, stages and words, each under every spelling that a reader may type.

Written as a script file that sets one variable, so that it loads from disk, where pages may not fetch anything.
"""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from verite.guide.words import STAGES
from verite.text import fold
from verite.titles import romanised

if TYPE_CHECKING:
    from verite.guide.site import Site


class Found(NamedTuple):
    """An address, what to call it, what kind of thing it is, and the folded words under which it is found."""

    address: str
    name: str
    aside: str
    kind: str
    words: str


def entries(site: "Site") -> Iterator[Found]:
    catalogue = site.guide.catalogue
    for film in site.films:
        titles = [str(s.value) for s in catalogue.statements(film.work, "title")] if film.work else []
        makers = [
            name
            for property_ in ("director", "writer", "cast")
            for s in (catalogue.statements(film.work, property_) if film.work else ())
            for name in catalogue.names(str(s.value))
        ]
        original = next((one.words for one in film.head.original), "") if film.head else ""
        aside = " · ".join(x for x in (original if original != film.title else "", str(film.year or "")) if x)
        yield _found(
            f"films/{film.slug}/index.html", film.title, aside, "film", [*titles, film.link.entry.title], makers
        )
    for life in site.people:
        yield _found(life.address, life.name, life.dates, "person", catalogue.names(life.id))
    for place in site.places:
        also = catalogue.places.get(place.id, {}).get("also", ())
        yield _found(
            f"places/index.html#place-{place.id}", site.tongue.name(place.name), site.tongue.name(place.within), "place",
            [place.name, *also],
        )  # fmt: skip
    for stage in site.guide.road:
        yield _found(f"road/{stage}/index.html", site.tongue.said(STAGES.get(stage, stage)), "", "stage", [stage])
    for id_, term in site.words.items():
        name = term["transliterated"] or term["original"]
        yield _found(
            f"glossary/index.html#term-{id_}", name, term["original"], "word", [term["original"], id_, *term["also"]]
        )


def script(found: Iterable[Found]) -> str:
    """The index as a script file. `</` cannot end a script early: JSON leaves it, so it is broken up."""
    rows = json.dumps([list(one) for one in found], ensure_ascii=False, separators=(",", ":"))
    return "var VERITE_INDEX = " + rows.replace("</", "<\\/") + ";\n"


def _found(address: str, name: str, aside: str, kind: str, *spellings: Iterable[str]) -> Found:
    """Every word once: of a film, all its titles in the letters they have and in Latin ones."""
    words: dict[str, None] = {}
    for spelling in (name, *(s for several in spellings for s in several)):
        for form in (fold(spelling), *romanised(spelling)):
            words |= dict.fromkeys("".join(c if c.isalnum() else " " for c in form).split())
    return Found(address, name, aside, kind, " ".join(words))
