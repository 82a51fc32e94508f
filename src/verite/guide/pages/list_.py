"""The lists themselves: what each says of itself, and its entries."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    yield site.page("list", "list/index.html", chapters=site.chapters)
