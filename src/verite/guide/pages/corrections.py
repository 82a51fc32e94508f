"""What the editors have put right, the newest first, and how to report an error."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.guide.outputs.atom import entries

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    put_right = [entry for entry in entries(site) if entry.key.startswith("correction ")]
    yield site.page("corrections", "corrections/index.html", put_right=put_right)
