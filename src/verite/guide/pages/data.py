"""The guide's data: what lies beside the pages, what it may be used for, and what the record does not know."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.model import Status

if TYPE_CHECKING:
    from verite.guide.site import Site

# What the record may hold of a film; a film without it is a gap that the page owns up to.
_ASKED = {
    "director": "a director", "duration": "a running time", "set_time": "when it is set", "set_place": "where it is set",
    "filming_place": "where it was filmed", "award": "a prize or nomination", "perspective": "through whose eyes it is told",
    "content": "what is worth knowing beforehand", "same_as": "an identifier elsewhere",
}  # fmt: skip


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    catalogue = site.guide.catalogue
    works = list(site.of_work)
    lacking = [
        (words, missing)
        for property_, words in _ASKED.items()
        if (missing := sum(not catalogue.statements(work, property_) for work in works))
    ]
    open_ = sum(v.status is Status.UNVERIFIED for _, one in site.guide.lists for v in one.verdicts)
    lists = [f"data/list{n + 1 if n else ''}.txt" for n, _ in enumerate(site.guide.lists)]
    yield site.page("data", "data/index.html", lacking=lacking, works=len(works), unknown=open_, lists=lists)
