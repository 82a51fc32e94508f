"""For teachers: how to show such a film, what fits into a lesson, and what is worth knowing of each film beforehand."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from verite.curation.constraints import minutes, suitable_from
from verite.guide.film import Film

if TYPE_CHECKING:
    from verite.guide.site import Site

LESSONS = (45, 90)  # minutes
BEFORE, AFTER = 10, 15  # at least, of a lesson: words before the film, talk after it


class Row(NamedTuple):
    film: Film
    minutes: int | None
    age: int | None
    questions: int
    plan: bool


class Lesson(NamedTuple):
    """What fits whole into a lesson of so many minutes; what is left is for talk."""

    length: int
    films: tuple[Row, ...]


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    rows = [row(film, site) for film in site.of_work.values()]
    rows.sort(key=lambda one: one.film.number)
    if rows:
        yield site.page(
            "teach", "teach/index.html", rows=rows, lessons=list(_lessons(rows)), before=BEFORE, after=AFTER
        )


def row(film: Film, site: "Site") -> Row:
    work, catalogue = film.link.work, site.guide.catalogue
    questions = sum(len(block.rows) for name in ("Before", "After") for block in film.editors.get(name, ()))
    if work is None:
        return Row(film, None, None, questions, plan=False)
    return Row(
        film, minutes(work, catalogue), suitable_from(work, catalogue), questions, plan="Time plan" in film.editors
    )


def _lessons(rows: list[Row]) -> Iterator[Lesson]:
    for length in LESSONS:
        yield Lesson(length, tuple(r for r in rows if r.minutes is not None and r.minutes + BEFORE + AFTER <= length))
