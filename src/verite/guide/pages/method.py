"""How the guide was checked: verdicts, rules, ranks, what was read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.guide.pictures import coverage
from verite.guide.words import RANKS, STAGES

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    covered = coverage.picture(site.shown("../"), site.guide.catalogue, STAGES if site.guide.road else None, site.say)
    yield site.page("method", "method/index.html", ranks=RANKS, coverage_picture=covered)
