"""Addresses that a film once had lead to the one that it has now: a page without a script, that a browser follows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.errors import ConfigError

if TYPE_CHECKING:
    from verite.guide.site import Site


def files(site: "Site") -> Iterator[tuple[str, str]]:
    titles = {film.slug: film.title for film in site.films}
    for old, new in site.guide.redirects.items():
        if new not in titles:
            raise ConfigError(f"guide.toml: redirects: {old!r} leads to {new!r}, which is the address of no film")
        if old in titles:
            raise ConfigError(f"guide.toml: redirects: {old!r} is the address of a film, too")
        yield site.page("redirect", f"films/{old}/index.html", to=new, title=titles[new])
