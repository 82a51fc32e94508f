"""A handout for each film, at most two pages of paper: what it is, what is so, questions with room to write."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.guide.film import Film
from verite.guide.findings import Finding
from verite.guide.notes import Note

if TYPE_CHECKING:
    from verite.guide.site import Site

SECTIONS = ("Why it is here", "Content note", "Premise", "Film and record", "Before", "After")
_FINDINGS = 8  # and so many questions of each kind, that two pages hold it


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    for film in site.films:
        told = [f for f in film.wrong if not f.tells_story][:_FINDINGS]
        folded = sum(f.tells_story for f in film.wrong)
        yield site.page(
            "handout",
            f"films/{film.slug}/print/index.html",
            film=film,
            told=told,
            folded=folded,
            notes=_cited(film, told),
        )


def _cited(film: Film, findings: list[Finding]) -> list[Note]:
    """The sources of what stands on the handout, under the numbers that they have on the film's page."""
    marked = [
        run.note
        for name in SECTIONS
        for block in film.editors.get(name, ())
        for row in block.rows
        for runs in row
        for run in runs
    ]
    marked += [note for f in findings for note in f.notes[:2]]
    if film.beforehand:
        marked += [note for value in film.beforehand.values for note in value.notes]
    if film.chapter.ours:
        marked += [note for one in film.told for _, notes in one.sentences for note in notes]
    return sorted({note.number: note for note in marked if note}.values(), key=lambda note: note.number)
