"""The findings: every statement of a list that is not so, or on which sources disagree."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.model import Status

if TYPE_CHECKING:
    from verite.guide.site import Site

_SHOWN = (Status.REFUTED, Status.CONFLICTING)


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    found = [(film, f) for film in site.films for f in film.findings if f.verdict.status in _SHOWN]
    yield site.page("findings", "findings/index.html", found=found)
