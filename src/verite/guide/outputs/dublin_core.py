"""`films.rdf`: the guide's films in Dublin Core (RDF/XML), for a library's catalogue. Of a film only what is `known`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.guide.outputs.known import known
from verite.guide.outputs.markup import attribute, text

if TYPE_CHECKING:
    from verite.guide.film import Film
    from verite.guide.site import Site

_SPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"'
)


def files(site: "Site") -> Iterator[tuple[str, str]]:
    rows = "".join(_film(film, site) for film in site.films if film.work)
    yield "films.rdf", f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF {_SPACES}>\n{rows}</rdf:RDF>\n'


def _film(film: "Film", site: "Site") -> str:
    held, guide = known(film.work, film.title, site.guide.catalogue), site.guide
    lines = [
        ("dc:title", held.title, held.lang), *(("dcterms:alternative", words, lang) for words, lang in held.titles),
        *(("dc:creator", name, "") for name in held.directors), *(("dc:contributor", name, "") for name in (*held.writers, *held.cast)),
        ("dcterms:created", held.made, ""), ("dcterms:issued", held.shown, ""),
        ("dcterms:extent", f"{held.minutes} minutes" if held.minutes else "", ""),
        *(("dc:language", code, "") for code in held.languages),
        *(("dcterms:spatial", name, "") for name in held.places), ("dcterms:temporal", held.set_in, ""),
        *(("dc:source", f"{name}, by {by}" if by else name, "") for name, by in held.after),
        *(("dc:identifier", page, "") for page in held.pages),
    ]  # fmt: skip
    said = "".join(
        f"<{name}{f' xml:lang={attribute(lang)}' if lang else ''}>{text(words)}</{name}>\n"
        for name, words, lang in dict.fromkeys(lines)
        if words
    )
    about = attribute(f"{guide.address}films/{film.slug}/index.html")
    kind = '<dc:type rdf:resource="http://purl.org/dc/dcmitype/MovingImage"/>'
    return f"<rdf:Description>\n{kind}\n{said}<dcterms:isReferencedBy rdf:resource={about}/>\n</rdf:Description>\n"
