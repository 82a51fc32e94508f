"""`films.mods.xml`: the guide's films as MODS records (Library of Congress, schema 3.8), for a library's catalogue. Of a film
only what is `known`; one file for all of them, since each record stands by itself in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.guide.outputs.known import Known, known
from verite.guide.outputs.markup import attribute, text

if TYPE_CHECKING:
    from verite.guide.film import Film
    from verite.guide.site import Site

_ROOT = (
    '<modsCollection xmlns="http://www.loc.gov/mods/v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-8.xsd" version="3.8">'
)
# What somebody did, by the Library of Congress's codes of relators.
_ROLES = (("drt", "directors"), ("aus", "writers"), ("act", "cast"))


def files(site: "Site") -> Iterator[tuple[str, str]]:
    rows = "".join(_film(film, site) for film in site.films if film.work)
    yield "films.mods.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n{_ROOT}\n{rows}</modsCollection>\n'


def _film(film: "Film", site: "Site") -> str:
    held = known(film.work, film.title, site.guide.catalogue)
    page = f"{site.guide.address}films/{film.slug}/index.html"
    lines = "\n".join(line for line in _lines(held, page, site) if line)
    return f'<mods version="3.8">\n{lines}\n</mods>\n'


def _lines(held: Known, page: str, site: "Site") -> Iterator[str]:
    yield _title(held.title, held.lang)
    yield from (_title(words, lang, ' type="alternative"') for words, lang in held.titles)
    for code, who in _ROLES:
        for name in getattr(held, who):
            role = f'<role><roleTerm type="code" authority="marcrelator">{code}</roleTerm></role>'
            yield f'<name type="personal">{_element("namePart", name)}{role}</name>'
    yield "<typeOfResource>moving image</typeOfResource>"
    dates = "".join(
        f'<{name} encoding="edtf">{text(year)}</{name}>'
        for name, year in (("dateCreated", held.made), ("dateIssued", held.shown))
        if year
    )
    places = "".join(f'<place><placeTerm type="text">{text(name)}</placeTerm></place>' for name in held.countries)
    yield f"<originInfo>{places}{dates}</originInfo>" if places or dates else ""
    codes = "".join(
        f'<languageTerm type="code" authority="rfc5646">{text(code)}</languageTerm>' for code in held.languages
    )
    yield f"<language>{codes}</language>" if codes else ""
    yield f"<physicalDescription><extent>{held.minutes} min.</extent></physicalDescription>" if held.minutes else ""
    yield from (f"<subject>{_element('geographic', name)}</subject>" for name in held.places)
    yield f'<subject><temporal encoding="edtf">{text(held.set_in)}</temporal></subject>' if held.set_in else ""
    for name, by in held.after:
        author = f"<name>{_element('namePart', by)}</name>" if by else ""
        yield f'<relatedItem displayLabel="Based on">{_title(name, "")}{author}</relatedItem>'
    yield from (f'<identifier type="uri">{text(one)}</identifier>' for one in held.pages)
    guide = _element("title", site.guide.title)
    yield f'<relatedItem type="isReferencedBy"><titleInfo>{guide}</titleInfo><location>{_element("url", page)}</location></relatedItem>'
    yield f'<recordInfo><recordCreationDate encoding="w3cdtf">{site.guide.checked}</recordCreationDate></recordInfo>'


def _title(words: str, lang: str, kind: str = "") -> str:
    return f"<titleInfo{kind}{f' xml:lang={attribute(lang)}' if lang else ''}>{_element('title', words)}</titleInfo>"


def _element(name: str, words: str) -> str:
    return f"<{name}>{text(words)}</{name}>"
