"""The places of the guide: where the films are set, and where they were shot."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    if site.places:
        yield site.page("places", "places/index.html")
