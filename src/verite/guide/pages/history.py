"""The films amid history: when they are set, made and shown; where; and how many were held, by whose count."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.guide.pictures import map as places
from verite.guide.pictures import prisoners, timeline

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    catalogue, shown = site.guide.catalogue, site.shown("../")
    figures = {
        "timeline": ("When", timeline.picture(shown, catalogue, site.guide.events)),
        "map": ("Where", places.picture(shown, catalogue) if shown else None),
        # Counts of prisoners belong to a guide that tells of their road.
        "prisoners": ("How many were held", prisoners.picture(catalogue) if site.guide.road else None),
    }
    held = {name: (words, picture) for name, (words, picture) in figures.items() if picture is not None}
    if held:
        yield site.page("history", "history/index.html", figures=held)
