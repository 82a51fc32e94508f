"""The whole guide as one HTML file: every page a section, every link within it an anchor, style and pictures inside.

For a mail, a stick, an archive; and what the print edition is printed from. The pages are our own templates', so that their
attributes can be found by their form.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator

from verite.guide.page import static
from verite.guide.pages.road import STAGES
from verite.guide.site import Site
from verite.guide.source import Guide

# Beside the pages that a reader of one file can do without: orders of one table, a search, sheets to print.
_LEFT_OUT = re.compile(r"^(?:order/|search/|films/[^/]+/print/|accessibility/)")
_ORDER = ("index", "road", "films", "history", "people", "places", "glossary", "findings", "list", "method", "sources")
_MAIN = re.compile(r"<main[^>]*>(?P<inside>.*)</main>", re.DOTALL)
_NAMED = re.compile(r'\s(?P<name>id|for|aria-labelledby|aria-describedby)="(?P<ids>[^"]*)"')
_WITHIN = re.compile(r'\shref="(?P<to>[^"]*)"|url\(#(?P<part>[\w-]+)\)')
_STEPS = re.compile(r"<nav class=\"(?:crumbs|around|orders)\".*?</nav>", re.DOTALL)


def write(guide: Guide) -> str:
    """The guide as one page that needs nothing beside it."""
    return bound(Site(guide))


def bound(site: Site) -> str:
    """The pages of a site bound into one, in the order in which they are read."""
    held = {path: html for path, html in site.pages if not _LEFT_OUT.match(path)}
    paths = sorted(held, key=_place(site))
    keys = {path: f"page-{n}" for n, path in enumerate(paths, 1)}
    sections = "\n".join(_section(path, held[path], keys) for path in paths)
    title = re.search(r"<title>(.*?)</title>", held["index.html"], re.DOTALL)
    return "".join(_whole(site.guide, title[1] if title else "", _contents(site, paths, keys), sections))


def _whole(guide: Guide, title: str, contents: str, sections: str) -> Iterator[str]:
    yield f'<!DOCTYPE html>\n<html lang="{guide.language}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    # nothing is loaded from anywhere: the style stands in the file
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
    yield f'<title>{title}</title>\n<style>\n{static("style.css")}{static("single.css")}</style>\n</head>\n<body class="single">\n'
    yield f'<main id="main">\n{sections.replace("<!--contents-->", contents, 1)}\n</main>\n</body>\n</html>\n'


def _place(site: Site) -> Callable[[str], tuple[int, int, str]]:
    numbers = {f"films/{film.slug}/index.html": film.number for film in site.films}
    numbers |= {f"road/{stage}/index.html": n for n, stage in enumerate(STAGES, 1)}

    def place(path: str) -> tuple[int, int, str]:
        first = path.split("/")[0].removesuffix(".html")
        at = _ORDER.index(first) if first in _ORDER else len(_ORDER)
        return at, numbers.get(path, 0), path

    return place


def _contents(site: Site, paths: Iterable[str], keys: dict[str, str]) -> str:
    """The films with their pages, for the beginning of the book."""
    rows = "".join(
        f'<li><a href="#{keys[path]}">{_plain(film.title)}</a>{f" ({film.year})" if film.year else ""}</li>\n'
        for film in site.films
        if (path := f"films/{film.slug}/index.html") in keys
    )
    return f'<nav class="contents" aria-label="Contents"><ol>\n{rows}</ol></nav>\n'


def _plain(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _section(path: str, html: str, keys: dict[str, str]) -> str:
    found = _MAIN.search(html)
    inside = _STEPS.sub("", found["inside"]) if found else ""
    key = keys[path]

    def named(match: re.Match[str]) -> str:
        ids = " ".join(f"{key}--{one}" for one in match["ids"].split())
        return f' {match["name"]}="{ids}"'

    def linked(match: re.Match[str]) -> str:
        if match["part"]:
            return f"url(#{key}--{match['part']})"
        return f' href="{_anchor(match["to"], path, keys)}"'

    inside = _WITHIN.sub(linked, _NAMED.sub(named, inside))
    return f'<section class="page" id="{key}">{inside}{"<!--contents-->" if path == "index.html" else ""}</section>'


def _anchor(to: str, path: str, keys: dict[str, str]) -> str:
    """Where a link of the page at `path` leads within the one file; an address of the web stays as it is, and what is not
    in the file (data, handouts) leads to the beginning of its page."""
    if re.match(r"[a-z]+:", to):
        return to
    address, _, part = to.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
    if target not in keys:
        return f"#{keys[path]}"
    return f"#{keys[target]}--{part}" if part else f"#{keys[target]}"
