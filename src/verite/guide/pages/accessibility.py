"""What works for whom, and what does not yet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    yield site.page("accessibility", "accessibility/index.html")
