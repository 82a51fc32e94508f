"""What a page says of itself to programs that read pages: schema.org, as JSON-LD. Of a film only what is `known`."""

import json
from typing import TYPE_CHECKING, Any

from verite.guide.outputs.known import known
from verite.model import LinkStatus

if TYPE_CHECKING:
    from verite.guide.film import Film
    from verite.guide.site import Site


def film(one: "Film", site: "Site") -> str:
    """The film as a schema.org Movie, as JSON that may stand in a page."""
    if not one.work:
        return ""
    held = known(one.work, one.title, site.guide.catalogue)
    found: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "Movie", "name": held.title,
        "alternateName": [words for words, _ in held.titles],
        "dateCreated": held.made, "datePublished": held.shown,
        "director": _named("Person", held.directors), "author": _named("Person", held.writers), "actor": _named("Person", held.cast),
        "duration": f"PT{held.minutes}M" if held.minutes else "", "inLanguage": list(held.languages),
        "countryOfOrigin": _named("Country", held.countries),
        "isBasedOn": [
            {"@type": "CreativeWork", "name": name} | ({"author": {"@type": "Person", "name": by}} if by else {})
            for name, by in held.after
        ],
        "temporalCoverage": held.set_in, "contentLocation": _named("Place", held.places), "sameAs": list(held.pages),
    }  # fmt: skip
    return _script({key: value for key, value in found.items() if value})


def guide(site: "Site") -> str:
    """The guide as a schema.org ItemList of its films; an entry that no film is known to answer is none of them."""
    films = [one for one in site.films if one.link.status is not LinkStatus.NONEXISTENT]
    items = [
        {"@type": "ListItem", "position": one.number, "name": one.title, "url": f"{site.guide.address}films/{one.slug}/index.html"}
        for one in films
    ]  # fmt: skip
    about = {"@context": "https://schema.org", "@type": "ItemList", "name": site.guide.title}
    return _script({**about, "numberOfItems": len(items), "itemListElement": items})


def _named(kind: str, names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"@type": kind, "name": name} for name in names]


def _script(data: dict[str, Any]) -> str:
    """JSON that cannot end its script element early."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
