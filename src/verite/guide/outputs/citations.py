"""How to cite the pages of the films: plain text and RIS; and each page with all its sources: BibTeX and CSL JSON (Zotero and others).

The sources stand in the two forms that reference managers take whole; in all four they were a seventh of a guide's weight.
"""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from verite.guide.film import Film

if TYPE_CHECKING:
    from verite.guide.site import Site

_TEX = str.maketrans({c: f"\\{c}" for c in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"})  # fmt: skip


def files(site: "Site") -> Iterator[tuple[str, str]]:
    yield from _written("cite/films", [_page(film, site) for film in site.films], [])
    for film in site.films:
        sources = [_source(film, n.number, n.source.citation, n.url, n.seen) for n in film.notes]
        yield from _written(f"films/{film.slug}/cite", [_page(film, site)], sources)


def _written(stem: str, pages: list[dict[str, Any]], sources: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    yield f"{stem}.txt", "".join(map(_plain, pages))
    yield f"{stem}.ris", "".join(map(_ris, pages))
    yield f"{stem}.bib", "".join(map(_bibtex, pages + sources))
    yield f"{stem}.json", "[\n" + ",\n".join(map(_csl, pages + sources)) + "\n]\n"


def _page(film: Film, site: "Site") -> dict[str, Any]:
    guide = site.guide
    return {
        "id": film.slug, "type": "webpage", "title": film.title + (f" ({film.year})" if film.year else ""),
        "container-title": guide.title, "author": [{"literal": name} for name in guide.curators],
        "issued": _date(guide.checked), **({"URL": f"{guide.address}films/{film.slug}/index.html"} if guide.address else {}),
    }  # fmt: skip


def _source(film: Film, number: int, citation: str, url: str, seen: str) -> dict[str, Any]:
    """A source as the record cites it: one line of text. It is not taken apart, which would be a guess."""
    more = {"URL": url} if url else {}
    return {"id": f"{film.slug}-s{number}", "type": "document", "title": citation, **more, **({"accessed": _date(seen)} if seen else {})}  # fmt: skip


def _date(day: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in re.findall(r"\d+", day)[:3]]]}


def _day(date: dict[str, list[list[int]]]) -> str:
    return "-".join(f"{part:02}" for part in date["date-parts"][0])


def _csl(item: dict[str, Any]) -> str:
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"))


def _bibtex(item: dict[str, Any]) -> str:
    fields = {
        "title": "{" + str(item["title"]).translate(_TEX) + "}",
        "author": " and ".join("{" + one["literal"].translate(_TEX) + "}" for one in item.get("author", [])),
        "howpublished": str(item.get("container-title", "")).translate(_TEX),
        "year": str(item["issued"]["date-parts"][0][0]) if "issued" in item else "",
        "url": re.sub(r"[{}\\\s]", "", item.get("URL", "")),
        "urldate": _day(item["accessed"]) if "accessed" in item else "",
    }
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@misc{{{item['id']},\n{lines}}}\n"


def _ris(item: dict[str, Any]) -> str:
    lines = [
        ("TY", "ELEC"), ("TI", item["title"]), *(("AU", one["literal"]) for one in item["author"]),
        ("T2", item["container-title"]), ("PY", str(item["issued"]["date-parts"][0][0])), ("UR", item.get("URL", "")),
    ]  # fmt: skip
    return "".join(f"{tag}  - {' '.join(str(words).split())}\n" for tag, words in lines if words) + "ER  - \n"


def _plain(item: dict[str, Any]) -> str:
    by = ", ".join(one["literal"] for one in item["author"])
    told = f"{by + '. ' if by else ''}{item['title']}. In: {item['container-title']}. {_day(item['issued'])}. {item.get('URL', '')}"
    return " ".join(told.split()) + "\n"
