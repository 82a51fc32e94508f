"""Search in either script and under any title, from disk: a form, and what it finds. The index is `index.js`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    yield site.page("search", "search/index.html", scripts=("search/index.js", "search/search.js"))
