"""The files of a guide: data in, (path, text) out. Pure: the disk and a server both take what it gives.

`PAGES` is the list of kinds of page, in the order in which they are written; each has a file in `pages/`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from verite import __version__
from verite.guide import editorial, index
from verite.guide import film as entries
from verite.guide.film import Film, Tally
from verite.guide.lives import Life, lives
from verite.guide.notes import Note, Notes
from verite.guide.outputs import atom, citations, dublin_core, fragment, listing, mods, redirects, sitemap
from verite.guide.page import render, static
from verite.guide.pages import (
    accessibility,
    corrections,
    cover,
    data,
    film,
    films,
    findings,
    glossary,
    handout,
    history,
    libraries,
    list_,
    method,
    people,
    places,
    programme,
    road,
    search,
    sources,
    teach,
)
from verite.guide.pictures.picture import Say, Shown
from verite.guide.places import Place, places_of
from verite.guide.source import Chapter, Guide
from verite.guide.tongue import Tongue
from verite.guide.words import STAGES, STATUSES
from verite.model import Coverage
from verite.writers import json

PAGES = (
    cover,
    film,
    handout,
    films,
    list_,
    road,
    history,
    people,
    places,
    glossary,
    search,
    findings,
    sources,
    teach,
    programme,
    libraries,
    corrections,
    data,
    method,
    accessibility,
)
# What machines read; each has a file in `outputs/`.
OUTPUTS = (listing, citations, dublin_core, mods, fragment, atom, sitemap, redirects)
# Six, in the same order on every page: what a reader looks for. The rest stands in the footer.
MENU = (
    ("index.html", "Films"), ("road/index.html", "The road"), ("history/index.html", "History"),
    ("people/index.html", "People"), ("findings/index.html", "Findings"), ("search/index.html", "Search"),
)  # fmt: skip
FOOTER = (
    ("films/index.html", "All films"), ("places/index.html", "Places"), ("glossary/index.html", "Words"), ("list/index.html", "The list"),
    ("sources/index.html", "Sources"), ("method/index.html", "Method"), ("teach/index.html", "For teachers"),
    ("programme/index.html", "For cinemas"), ("libraries/index.html", "For libraries"), ("corrections/index.html", "Corrections"),
    ("data/index.html", "Data"), ("accessibility/index.html", "Accessibility"),
)  # fmt: skip


@dataclass
class Site:
    """A guide with its films made ready: what every page may ask for."""

    guide: Guide

    @cached_property
    def tongue(self) -> Tongue:
        """The guide's language, with the names of its films, people and places."""
        works = [link.work.id for _, one in self.guide.lists for link in one.links if link.work is not None]
        return Tongue(self.guide.language, self.guide.catalogue, works)

    @property
    def say(self) -> Say:
        """What the engine says, in the guide's language, as plain words."""
        return str if self.guide.language == "en" else self.tongue.said

    @cached_property
    def films(self) -> list[Film]:
        return entries.films(self.guide, self.tongue)

    @cached_property
    def chapters(self) -> list[tuple[Chapter, Film, list[Film]]]:
        """Each chapter, its list as such, its films."""
        return [
            (chapter, entries.itself(chapter, one, self.guide), [f for f in self.films if f.chapter == chapter])
            for chapter, one in self.guide.lists
        ]

    @cached_property
    def of_work(self) -> dict[str, Film]:
        """The film's page for each work that has one."""
        return {f.work: f for f in reversed(self.films) if f.work}

    @cached_property
    def by_stage(self) -> dict[str, list[Film]]:
        """The films of each stage of which the guide tells."""
        return {stage: road.on(self, stage) for stage in STAGES if stage in self.guide.road}

    @cached_property
    def _first(self) -> dict[str, str]:
        return {film.work: stage for stage, its in reversed(self.by_stage.items()) for film in its}

    def stage(self, film: Film) -> str:
        """The stage to which a film belongs first: where its editors put it, else the first that the record names."""
        return self._first.get(film.work) or (film.stages[0] if film.stages else "")

    @cached_property
    def lives(self) -> tuple[list[Life], list[Note]]:
        """The people of the films with the notes of their page."""
        notes = Notes(self.guide.source)
        return lives(self.films, self.guide.catalogue, notes, self.tongue), notes.all

    @property
    def people(self) -> list[Life]:
        return self.lives[0]

    @cached_property
    def places(self) -> list[Place]:
        return places_of(self.films, self.guide.catalogue, self.tongue)

    @cached_property
    def words(self) -> dict[str, dict[str, Any]]:
        """The glossary, for a guide whose stages name words of it."""
        named = {id_ for document in self.guide.road.values() for id_ in document.lines("Terms")}
        return self.guide.catalogue.glossary if named else {}

    def shown(self, root: str) -> list[Shown]:
        """The films as the pictures take them, with their addresses as seen from a page that lies `root` deep."""
        return [Shown(f.link.work, f.title, f"{root}films/{f.slug}/index.html") for f in self.films if f.link.work]

    @cached_property
    def introduction(self) -> tuple[tuple[editorial.Block, ...], list[Note]]:
        """The editors' opening with its notes."""
        notes = Notes(self.guide.source)
        blocks = editorial.noted(self.guide.introduction.sections.get("", ()), notes, "opening", "the opening")
        return blocks, notes.all

    @cached_property
    def total(self) -> Tally:
        return entries.tally([v for _, one in self.guide.lists for v in one.verdicts])

    @cached_property
    def coverage(self) -> Coverage:
        """Of all lists together."""
        all_ = [one.coverage for _, one in self.guide.lists]
        return Coverage(
            *(sum((getattr(c, name) for c in all_), start=type(getattr(all_[0], name))()) for name in Coverage._fields)
        )

    @cached_property
    def shared(self) -> dict[str, Any]:
        lacking = {
            page
            for page, has in (
                ("road", self.guide.road),
                ("people", self.people),
                ("places", self.places),
                ("glossary", self.words),
                ("history", self.of_work),
                ("teach", self.of_work),
                ("libraries", self.of_work),
                ("programme", programme.series(self)),
            )
            if not has
        }
        menu = [entry for entry in MENU if entry[0].split("/")[0] not in lacking]
        return {
            "site": self, "guide": self.guide, "tongue": self.tongue, "films": self.films, "menu": menu, "footer": [entry for entry in FOOTER if entry[0].split("/")[0] not in lacking], "statuses": STATUSES,
            "total": self.total, "meta": self.guide.catalogue.meta, "coverage": self.coverage, "version": __version__,
        }  # fmt: skip

    @cached_property
    def pages(self) -> list[tuple[str, str]]:
        """(path, html) of every page."""
        return [page for kind in PAGES for page in kind.pages(self)]

    def page(self, template: str, path: str, **values: Any) -> tuple[str, str]:
        return path, render(template, path, self.shared, **values)


def files(guide: Guide) -> Iterator[tuple[str, str]]:
    """Every file of the site: its pages, its style, and the data behind them."""
    site = Site(guide)
    yield from site.pages
    yield "style.css", static("style.css")
    yield "search/search.js", static("search.js")
    yield "search/index.js", index.script(index.entries(site))
    yield "data/report.json", json.write(guide.report, indent=None)
    for output in OUTPUTS:
        yield from output.files(site)
    for n, (_, one) in enumerate(guide.lists):
        yield f"data/list{n + 1 if n else ''}.txt", one.list.text


def pages(guide: Guide) -> Iterator[tuple[str, str]]:
    """(relative path, html) of every page. Every address in them is relative and ends in a file's name."""
    yield from Site(guide).pages
