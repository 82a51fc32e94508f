"""The whole guide as one HTML file: every page a section, every link within it an anchor, style and pictures inside.

For a mail, a stick, an archive; and what the print edition is printed from. The pages are our own templates', so that their
attributes can be found by their form: Jinja escapes every quotation mark in a text, so that no text can look like one.
"""

import base64
import hashlib
import posixpath
import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from verite.guide.page import static
from verite.guide.site import Site
from verite.guide.source import Guide
from verite.guide.strings import strings
from verite.guide.words import STAGES

# Beside the pages that a reader of one file can do without: orders of one table, a search, sheets to print.
_LEFT_OUT = re.compile(r"^(?:order/|search/|films/[^/]+/print/|accessibility/)")
_ORDER = (
    "index", "road", "films", "history", "people", "places", "glossary", "findings", "list", "teach", "programme", "libraries",
    "corrections", "data", "method", "sources",
)  # fmt: skip
_MAIN = re.compile(r"<main[^>]*>(?P<inside>.*)</main>", re.DOTALL)
_HEADING = re.compile(r"<h1[^>]*>(?P<words>.*?)</h1>", re.DOTALL)
_NAMED = re.compile(r'\s(?P<name>id|for|aria-labelledby|aria-describedby)="(?P<ids>[^"]*)"')
_WITHIN = re.compile(r'\shref="(?P<to>[^"]*)"|(?<=")url\(#(?P<part>[\w-]+)\)')
# Steps from page to page, and the files beside a page: neither is there in one file.
_STEPS = re.compile(r'<nav class="(?:crumbs|around|orders)".*?</nav>|<p class="lead files">.*?</p>', re.DOTALL)

# A section that has a name is a landmark: forty called "Sources" would lead nobody. Their headings stay.
_LANDMARK = re.compile(r'(?<=<section)(?P<before>[^>]*?) aria-label(?:ledby)?="[^"]*"')


class _Bound(NamedTuple):
    """A page in the one file: its key there, what it is called, and the part of the book whose head it stands under."""

    path: str
    key: str
    title: str
    part: str


def write(guide: Guide) -> str:
    """The guide as one page that needs nothing beside it."""
    return bound(Site(guide))


def bound(site: Site) -> str:
    """The pages of a site bound into one, in the order in which they are read."""
    held = {path: html for path, html in site.pages if not _LEFT_OUT.match(path)}
    pages = [_named(n, path, held[path]) for n, path in enumerate(sorted(held, key=lambda p: _place(site, p)), 1)]
    keys = {page.path: page.key for page in pages}
    inside = "\n".join(_section(page, held[page.path], keys, site.guide.address) for page in pages)
    style = f"\n{static('style.css')}{static('single.css')}{''.join(_heads(site.guide.title, pages))}"
    return "".join(
        _whole(
            site.guide,
            style,
            inside.replace("<!--contents-->", _contents(pages, strings(site.guide.language).say("Contents")), 1),
        )
    )


def _whole(guide: Guide, style: str, sections: str) -> Iterator[str]:
    yield f'<!DOCTYPE html>\n<html lang="{guide.language}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n'
    # Nothing is loaded from anywhere and nothing runs; the one style allowed is this one, by its hash.
    ours = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    yield f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{ours}'; img-src data:; base-uri 'none'\">\n"
    yield f'<meta name="referrer" content="no-referrer">\n<title>{_escaped(guide.title)}</title>\n'
    yield f'<style>{style}</style>\n</head>\n<body class="single">\n<main id="main">\n{sections}\n</main>\n</body>\n</html>\n'


def _place(site: Site, path: str) -> tuple[int, int, bool, str]:
    numbers = {f"films/{film.slug}/index.html": film.number for film in site.films}
    numbers |= {f"road/{stage}/index.html": n for n, stage in enumerate(STAGES, 1)}
    first = path.split("/")[0].removesuffix(".html")
    at = _ORDER.index(first) if first in _ORDER else len(_ORDER)
    return at, numbers.get(path, 0), path != f"{first}/index.html", path


def _named(n: int, path: str, html: str) -> _Bound:
    heading = _HEADING.search(html)
    title = " ".join(unescape(re.sub(r"<[^>]*>", "", heading["words"] if heading else path)).split())
    # The bibliography runs on, page after page; each film, stage and chapter else begins a page of its own.
    part = "sources" if path.startswith("sources/") else f"page-{n}"
    return _Bound(path, f"page-{n}", title, part)


def _contents(pages: list[_Bound], words: str) -> str:
    """What is in it. The number of the printed page is filled in when it is printed (`paper`)."""
    first = {page.part: page for page in reversed(pages)}
    rows = "".join(
        f'<li><a href="#{page.key}">{_escaped(page.title)}</a><span class="at" data-page="{page.key}"></span></li>\n'
        for page in pages[1:]
        if first[page.part] is page
    )
    return f'<nav class="contents" aria-label="{words}"><h2>{words}</h2><ol>\n{rows}</ol></nav>\n'


def _heads(title: str, pages: list[_Bound]) -> Iterator[str]:
    """Running heads: the guide's title on the left, on the right what a named page says for each part of the book."""
    yield f'@page {{ @top-left {{ content: "{_css(title)}"; }} }}\n@page :first {{ @top-left {{ content: ""; }} }}\n'
    for part in dict.fromkeys(page.part for page in pages[1:]):
        its = [page for page in pages if page.part == part]
        yield f'@page {part} {{ @top-right {{ content: "{_css(its[0].title)}"; }} }}\n'
        yield f"{', '.join(f'#{page.key}' for page in its)} {{ page: {part}; }}\n"


def _css(words: str) -> str:
    """Words that can end neither their string nor the style they stand in.

    >>> print(_css('</style> "x'))
    \\3c \\2f style\\3e  \\22 x
    """
    short = words if len(words) <= 70 else words[:69] + "…"
    return "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in short)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _section(page: _Bound, html: str, keys: dict[str, str], address: str) -> str:
    found = _MAIN.search(html)
    inside = _STEPS.sub("", found["inside"]) if found else ""

    def named(match: re.Match[str]) -> str:
        ids = " ".join(f"{page.key}--{one}" for one in match["ids"].split())
        return f' {match["name"]}="{ids}"'

    def linked(match: re.Match[str]) -> str:
        if match["part"]:
            return f"url(#{page.key}--{match['part']})"
        to = _anchor(match["to"], page.path, keys, address)
        return f' href="{to}"' if to else ""

    inside = _WITHIN.sub(linked, _NAMED.sub(named, _LANDMARK.sub(r"\g<before>", inside)))
    kind = "page on" if page.part != page.key and page.path != f"{page.part}/index.html" else "page"
    return f'<section class="{kind}" id="{page.key}">{inside}{"<!--contents-->" if page.path == "index.html" else ""}</section>'


def _anchor(to: str, path: str, keys: dict[str, str], address: str) -> str:
    """Where a link of the page at `path` leads from within the one file. What is not in it (data, handouts) is on the web, if
    the guide says where it stands; else nowhere, and its words stay words."""
    if re.match(r"[a-z]+:", to):
        return _readable(to)
    relative, _, part = to.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), relative)) if relative else path
    if target not in keys:
        return f"{_escaped(address)}{target}" if address else ""
    return f"#{keys[target]}--{part}" if part else f"#{keys[target]}"


def _readable(address: str) -> str:
    """An address as a reader of paper can read it: letters that were written as bytes are letters again.

    >>> _readable("https://example.org/%D0%A1%D0%BE%D0%BD?a=%20&#39;")
    'https://example.org/Сон?a=%20&#39;'
    """

    def letters(match: re.Match[str]) -> str:
        words = unquote(match[0], errors="replace")
        return words if words.isalpha() else match[0]

    return re.sub(r"(?:%[89A-Fa-f][0-9A-Fa-f])+", letters, address)
