"""What programs are told of a film: what the record holds of one mind.

A year, a length or a time on which its sources differ is left out, for a program reads one value and asks no further. A
year is told by its meaning (made, shown), never as *the* year of the film.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verite.model import Statement

if TYPE_CHECKING:
    from verite.catalogue import Catalogue

_CAST = 8  # names; a program that wants them all reads the data
_TITLES = 8
_SPAN = re.compile(r"[\d-]+(?:/[\d-]+)?")  # what is both EDTF and ISO 8601: no "about", no "or"


@dataclass(frozen=True, slots=True)
class Known:
    title: str
    lang: str  # of the title, as in HTML, or ""
    titles: tuple[tuple[str, str], ...]  # other titles, with their language or ""
    made: str
    shown: str
    directors: tuple[str, ...]
    writers: tuple[str, ...]
    cast: tuple[str, ...]
    minutes: int
    languages: tuple[str, ...]
    countries: tuple[str, ...]
    after: tuple[tuple[str, str], ...]  # what it is based on, with its author's name or ""
    set_in: str  # a year, a day or a span of them, ISO 8601
    places: tuple[str, ...]
    pages: tuple[str, ...]  # the same film elsewhere


def known(work: str, title: str, catalogue: "Catalogue") -> Known:
    """Of a work of the catalogue."""

    def said(property_: str) -> list[Statement]:
        return [s for s in catalogue.statements(work, property_) if not s.negative]

    def people(property_: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(catalogue.names(str(s.value))[0] for s in said(property_)))

    def year(of: str) -> str:
        return _one(str(s.value) for s in said("year") if s.qualifiers.get("of") == of)

    titles = {str(s.value): _lang(s) for s in said("title")}
    lang = titles.pop(title, "")
    minutes = _one(str(s.value) for s in said("duration"))
    # Without a form it is no work but a word for there being none ("original-screenplay").
    after = {str(s.value): str(s.qualifiers.get("by", "")) for s in said("based_on") if s.qualifiers.get("form")}
    span = _one(str(s.value) for s in said("set_time"))
    return Known(
        title, lang, tuple(titles.items())[:_TITLES], year("production"), year("first-showing") or year("release"),
        people("director"), people("writer"), people("cast")[:_CAST], int(minutes) if minutes.isdigit() else 0,
        tuple(sorted({str(s.value) for s in said("language")})),
        tuple(dict.fromkeys(_state(str(s.value), catalogue) for s in said("country"))),
        tuple((name, catalogue.names(by)[0] if by else "") for name, by in after.items()),
        span if _SPAN.fullmatch(span) else "",
        tuple(dict.fromkeys(catalogue.place_name(str(s.value)) for s in said("set_place"))),
        tuple(page for s in said("same_as") if (page := _page(str(s.value)))),
    )  # fmt: skip


def _one(values: Iterable[str]) -> str:
    held = set(values)
    return held.pop() if len(held) == 1 else ""


def _lang(title: Statement) -> str:
    lang = str(title.qualifiers.get("lang", ""))
    return f"{lang}-Latn" if lang and title.qualifiers.get("of") == "transliterated" else lang


def _state(code: str, catalogue: "Catalogue") -> str:
    return str(catalogue.states.get(code, {}).get("name", code)).removeprefix("the ")


def _page(id_: str) -> str:
    space, _, name = id_.partition(":")
    at = {"imdb": "https://www.imdb.com/title/{}/", "wikidata": "https://www.wikidata.org/wiki/{}"}.get(space, "")
    return at.format(name) if re.fullmatch(r"[A-Za-z]+\d+", name) else ""
