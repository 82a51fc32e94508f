"""The files of a guide: data in, (path, text) out. Pure: the disk and a server both take what it gives.

`PAGES` is the list of kinds of page, in the order in which they are written; each has a file in `pages/`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from verite import __version__
from verite.guide import editorial
from verite.guide import film as films
from verite.guide.film import Film, Tally
from verite.guide.notes import Note, Notes
from verite.guide.page import render, stylesheet
from verite.guide.pages import accessibility, cover, film, findings, list_, method, road, sources
from verite.guide.source import Chapter, Guide
from verite.guide.words import STATUSES
from verite.model import Coverage
from verite.writers import json

PAGES = (cover, film, list_, road, findings, sources, method, accessibility)
# Six, in the same order on every page: what a reader looks for, from the films to how to trust what is said of them.
MENU = (
    ("index.html", "Films"), ("road/index.html", "The road"), ("list/index.html", "The list"),
    ("findings/index.html", "Findings"), ("sources/index.html", "Sources"), ("method/index.html", "Method"),
)  # fmt: skip


@dataclass
class Site:
    """A guide with its films made ready: what every page may ask for."""

    guide: Guide

    @cached_property
    def films(self) -> list[Film]:
        return films.films(self.guide)

    @cached_property
    def chapters(self) -> list[tuple[Chapter, Film, list[Film]]]:
        """Each chapter, its list as such, its films."""
        return [
            (chapter, films.itself(chapter, one, self.guide), [f for f in self.films if f.chapter == chapter])
            for chapter, one in self.guide.lists
        ]

    @cached_property
    def of_work(self) -> dict[str, Film]:
        """The film's page for each work that has one."""
        return {f.work: f for f in reversed(self.films) if f.work}

    @cached_property
    def introduction(self) -> tuple[tuple[editorial.Block, ...], list[Note]]:
        """The editors' opening with its notes."""
        notes = Notes(self.guide.catalogue.source)
        blocks = editorial.noted(self.guide.introduction.sections.get("", ()), notes, "opening", "the opening")
        return blocks, notes.all

    @cached_property
    def total(self) -> Tally:
        return films.tally([v for _, one in self.guide.lists for v in one.verdicts])

    @cached_property
    def coverage(self) -> Coverage:
        """Of all lists together."""
        all_ = [one.coverage for _, one in self.guide.lists]
        return Coverage(
            *(sum((getattr(c, name) for c in all_), start=type(getattr(all_[0], name))()) for name in Coverage._fields)
        )

    @cached_property
    def shared(self) -> dict[str, Any]:
        menu = [entry for entry in MENU if entry[0] != "road/index.html" or self.guide.road]
        return {
            "site": self, "guide": self.guide, "films": self.films, "menu": menu, "statuses": STATUSES,
            "total": self.total, "meta": self.guide.catalogue.meta, "coverage": self.coverage, "version": __version__,
        }  # fmt: skip

    def page(self, template: str, path: str, **values: Any) -> tuple[str, str]:
        return path, render(template, path, self.shared, **values)


def files(guide: Guide) -> Iterator[tuple[str, str]]:
    """Every file of the site: its pages, its style, and the data behind them."""
    yield from pages(guide)
    yield "style.css", stylesheet()
    yield "data/report.json", json.write(guide.report)
    for n, (_, one) in enumerate(guide.lists):
        yield f"data/list{n + 1 if n else ''}.txt", one.list.text


def pages(guide: Guide) -> Iterator[tuple[str, str]]:
    """(relative path, html) of every page. Every address in them is relative and ends in a file's name."""
    site = Site(guide)
    for kind in PAGES:
        yield from kind.pages(site)
