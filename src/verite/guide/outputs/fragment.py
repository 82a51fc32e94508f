"""A film in a few lines of HTML, without a page around it, for a library’s catalogue to take in: `films/*/fragment.txt`. A text
file, so that a browser shows what is to be copied."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verite.guide.site import Site


def files(site: "Site") -> Iterator[tuple[str, str]]:
    for film in site.films:
        if film.work:
            yield site.page("fragment", f"films/{film.slug}/fragment.txt", film=film)
