"""What a page says of itself to programs that read pages: schema.org (JSON-LD), Open Graph, Dublin Core.

Only what the record holds of one mind: a year, a length or a country on which its sources differ is left out.
"""

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verite.guide.film import Film
    from verite.guide.site import Site


def film(one: "Film", site: "Site") -> str:
    """The film as a schema.org Movie, as JSON that may stand in a page."""
    if not one.work:
        return ""
    catalogue, work = site.guide.catalogue, one.work

    def said(property_: str) -> list[Any]:
        return [s for s in catalogue.statements(work, property_) if not s.negative]

    def people(property_: str) -> list[dict[str, str]]:
        named = dict.fromkeys(catalogue.names(str(s.value))[0] for s in said(property_))
        return [{"@type": "Person", "name": name} for name in named]

    length = {int(s.value) for s in said("duration")}
    ids = [str(s.value) for s in said("same_as")]
    found: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "Movie", "name": one.title,
        "alternateName": list(dict.fromkeys(str(s.value) for s in said("title") if str(s.value) != one.title))[:8],
        "dateCreated": str(one.year) if one.year else "",
        "director": people("director"), "author": people("writer"), "actor": people("cast")[:8],
        "duration": f"PT{length.pop()}M" if len(length) == 1 else "",
        "inLanguage": sorted({str(s.value) for s in said("language")}),
        "sameAs": [f"https://www.imdb.com/title/{i[5:]}/" for i in ids if i.startswith("imdb:")]
        + [f"https://www.wikidata.org/wiki/{i[9:]}" for i in ids if i.startswith("wikidata:")],
    }  # fmt: skip
    return _script({key: value for key, value in found.items() if value})


def guide(site: "Site") -> str:
    """The guide as a schema.org ItemList of its films."""
    items = [
        {"@type": "ListItem", "position": one.number, "name": one.title, "url": f"{site.guide.address}films/{one.slug}/index.html"}
        for one in site.films
    ]  # fmt: skip
    about = {"@context": "https://schema.org", "@type": "ItemList", "name": site.guide.title}
    return _script({**about, "numberOfItems": len(items), "itemListElement": items})


def _script(data: dict[str, Any]) -> str:
    """JSON that cannot end its script element early."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
