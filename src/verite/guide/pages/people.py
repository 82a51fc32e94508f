"""The people of the guide: who made the films, wrote what they are based on, or is shown in them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    people, notes = site.lives
    if people:
        lived = [life for life in people if life.lived]
        yield site.page("people", "people/index.html", lived=lived, notes=notes)
        yield site.page("people_all", "people/all/index.html")
