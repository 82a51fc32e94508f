"""The words of the subject, as the record has them: what each means, and what it does not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from verite.guide.notes import Note, Notes
from verite.model import Cited

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    if site.words:
        terms, notes = noted(site)
        yield site.page("glossary", "glossary/index.html", terms=terms, notes=notes)


def noted(site: "Site") -> tuple[list[tuple[str, dict[str, Any], list[Note]]], list[Note]]:
    """(id, term, its sources) by the word in Latin letters."""
    notes = Notes(site.guide.source)
    ordered = sorted(site.words.items(), key=lambda pair: (pair[1]["transliterated"] or pair[0]).casefold())
    terms = [
        (id_, term, [notes.mark(Cited(key), f"term-{id_}", term["transliterated"] or id_) for key in term["sources"]])
        for id_, term in ordered
    ]
    return terms, notes.all
