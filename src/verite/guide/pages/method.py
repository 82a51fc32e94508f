"""How the guide was checked: verdicts, rules, ranks, what was read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.guide.words import RANKS

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    yield site.page("method", "method/index.html", ranks=RANKS)
