"""HTML: tables with a head word for title are read by rows; all else as lines, whose marks the tags stand for.

The tags are found by one expression and not by html.parser: that gives no offsets of entities, and its treatment of broken
markup changed from one Python to the next, while the same list should give the same entries everywhere."""

import re
from html import escape

from verite.model import FilmList, Span
from verite.readers import cells, lines, room
from verite.readers.cells import Cell, Row
from verite.readers.marks import HEADINGS, ITEM

NAME = "html"
EXAMPLE = """<!DOCTYPE html>
<html><head><title>Harbours</title></head><body>
<h1>Two films about harbours</h1>
<ol>
<li><b>The Lamplighter</b> (1931)
  <p><b>Description:</b> A lamplighter is arrested.</p><p><b>Fact:</b> It was directed by Nora Lind.</p></li>
<li><b>The Ferry</b> (1934)<p>Description: A ferryman waits.</p></li>
</ol></body></html>
"""
_TAG = re.compile(
    r"""(?P<gone><!--.*?(?:-->|\Z)|<(?P<raw>script|style|head|template|noscript|svg|nav|footer|form)\b.*?(?:</(?P=raw)\s*>|\Z)|<[!?][^>]*+(?:>|\Z))
      |<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*+>""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_BOLD, _ITALIC = ("b", "strong"), ("i", "em", "cite")
_INLINE = (
    *_BOLD,
    *_ITALIC,
    *"a span small sup sub u s q abbr time mark code font img wbr label input button bdi data".split(),
)
_START = re.compile(
    r"\ufeff?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|h[1-6]|ol|ul|dl|table|div|section|article|main|p)\b",
    re.I | re.S,
)


def sniff(text: str, path: str) -> bool:
    return bool(_START.match(text))


def read(text: str, path: str = "-") -> FilmList:
    by_lines = lines.shaped(text, _masked(text), path, NAME)
    rows = _table(text)
    if len(rows) >= len(by_lines.entries):
        head = by_lines.entries[0]
        end = rows[0].span.start
        title = Cell(head.title_span, head.title) if head.title and head.title_span.end <= end else None
        around = [Cell(p.span, p.text) for p in head.prose if p.span.end <= end]
        return cells.films(text, path, NAME, title, rows, around)
    return by_lines


def _masked(text: str) -> str:
    """The text's words where they stand, its tags as marks of the line grammar or as spaces."""
    out: list[str] = []
    at = 0
    item = False
    for match in _TAG.finditer(text):
        words = _words(text[at : match.start()])
        item = item and not words.strip()
        mark = _mark(match, item)
        item = mark.endswith(f"{ITEM} ") or (item and not mark.endswith("\n"))
        out += (
            words,
            mark + " " * (len(match[0]) - len(mark))
            if not mark.endswith("*")
            else mark.rjust(len(match[0]))
            if not match["close"]
            else mark.ljust(len(match[0])),
        )
        at = match.end()
    out.append(_words(text[at:]))
    return "".join(out)


def _mark(match: re.Match[str], in_item: bool) -> str:
    """What a tag is as a mark. A paragraph that opens an item is the item's own line."""
    if match["gone"] is not None:
        return "" if match[0].startswith("<!--") else "\n"
    name = match["name"].lower()
    if name in _BOLD:
        return "**"
    if name in _ITALIC:
        return "*"
    if name in _INLINE:
        return ""
    if match["close"]:
        return "\n"
    if name == "li":
        return f"\n{ITEM} "
    if re.fullmatch("h[1-6]", name):
        return "" if in_item else f"\n{HEADINGS[int(name[1]) - 1]} "
    return "" if in_item else "\n\n" if name == "p" else "\n"


def _words(text: str) -> str:
    return room.entities(re.sub(r"[\r\n\t\u2028\u2029]", " ", text))


def _table(text: str) -> list[Row]:
    """The rows of every table whose head names a title."""
    rows: list[Row] = []
    roles: list[str] | None = None
    row: list[Cell] = []
    start = cell_at = None
    for match in _TAG.finditer(text):
        name = (match["name"] or "").lower()
        if cell_at is not None and name in ("td", "th", "tr", "table", "tbody", "thead"):
            row.append(Cell(Span(cell_at, match.start()), _plain(text[cell_at : match.start()])))
            cell_at = None
        if name in ("td", "th") and not match["close"]:
            cell_at = match.end()
        elif name in ("tr", "table"):
            if row and start is not None:
                found = cells.heads([cell.text for cell in row]) if roles is None else None
                if found is not None:
                    roles = found
                elif roles is not None:
                    rows.append(Row(Span(start, match.start()), tuple(zip(roles, row, strict=False))))
            row = []
            start = match.start()
            roles = None if name == "table" else roles
    return rows


def _plain(text: str) -> str:
    """A cell's words, with emphasis as its marks and all other tags as spaces."""
    return re.sub(r"[\n\ue001-\uf8ff]", " ", _masked(text))


def put(words: str, text: str, at: int) -> str | None:
    """The words as text of a page: they open no tag and no entity."""
    return escape(words, quote=False)
