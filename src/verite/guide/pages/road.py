"""The road of the persecuted: its stages, each opened by a person's own sentence, its history, its films."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.guide import editorial
from verite.guide.film import Film
from verite.guide.notes import Note, Notes
from verite.guide.pictures import road as pictured
from verite.guide.words import STAGES

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    by_stage = site.by_stage
    told = list(by_stage)
    if not told:
        return
    first = {film.work: site.stage(film) for film in site.films if film.work}
    openings = {stage: opening(site, stage) for stage in told}
    picture = pictured.picture(site.shown("../"), site.guide.catalogue, STAGES, first, site.say)
    spoken = {stage: ([b for b in blocks if b.kind == "quotation"][:1]) for stage, (blocks, _) in openings.items()}
    yield site.page(
        "road", "road/index.html", stages=STAGES, told=told, by_stage=by_stage, picture=picture, spoken=spoken
    )
    for i, stage in enumerate(told):
        blocks, notes = openings[stage]
        yield site.page(
            "stage", f"road/{stage}/index.html", stages=STAGES, stage=stage, blocks=blocks, notes=notes,
            terms=site.guide.road[stage].lines("Terms"), by_stage=by_stage,
            before=told[i - 1] if i else None, after=told[i + 1] if i + 1 < len(told) else None,
        )  # fmt: skip


def opening(site: "Site", stage: str) -> tuple[tuple[editorial.Block, ...], list[Note]]:
    """What opens a stage, with its notes."""
    notes = Notes(site.guide.source)
    blocks = editorial.noted(site.guide.road[stage].sections.get("", ()), notes, "opening", "the opening")
    return blocks, notes.all


def on(site: "Site", stage: str) -> list[Film]:
    """The films of a stage: those that its editors name, in their order; else all that are recorded with it."""
    named = site.guide.road[stage].lines("Films")
    if named:
        return [site.of_work[work] for work in named if work in site.of_work]
    return [film for film in site.films if stage in film.stages]
