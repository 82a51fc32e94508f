"""A page for each film: what the list said, what is so, what is on record, what the editors add."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.guide.outputs import linked
from verite.guide.pictures import film_years

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    films = site.films
    for i, film in enumerate(films):
        before, after = films[i - 1] if i else None, films[i + 1] if i + 1 < len(films) else None
        shown = [one for one in site.shown("") if one.work.id == film.work][:1]
        figure = film_years.picture(shown[0], site.guide.catalogue, site.say) if shown else None
        path = f"films/{film.slug}/index.html"
        yield site.page(
            "film",
            path,
            film=film,
            before=before,
            after=after,
            pages_of=site.of_work,
            picture=figure,
            linked=linked.film(film, site),
        )
