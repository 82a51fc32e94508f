"""JSON: a list of objects with titles, wherever it stands; also our own wire form, whose entries are such objects."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from verite.model import FilmList, Span
from verite.readers import cells, room
from verite.readers.cells import Cell, Row

NAME = "json"
EXAMPLE = """{"title": "Two films about harbours",
 "films": [
  {"title": "The Lamplighter", "year": 1931,
   "description": "A lamplighter is arrested.", "fact": "It was directed by Nora Lind."},
  {"title": "The Ferry", "year": "1934", "description": "A ferryman waits."}]}
"""
_TOKEN = re.compile(r'"(?P<string>(?:[^"\\]|\\.)*+)"|(?P<sign>[\[\]{}:,])|(?P<word>[^\s\[\]{}:,"]+)', re.DOTALL)
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[\r\n\t]", re.DOTALL
)
_TITLES = ("title", "film", "movie", "name")


class _Node(NamedTuple):
    """A value: an object's fields in order, an array's items, or a scalar's cell."""

    start: int
    fields: list[tuple[str, "_Node"]] | None = None
    items: list["_Node"] | None = None
    cell: Cell | None = None
    end: list[int] = []  # noqa: RUF012 - set once, when the bracket closes


def sniff(text: str, path: str) -> bool:
    return bool(re.match(r"\ufeff?\s*(?:\{\s*\"|\[\s*\{)", text))


def read(text: str, path: str = "-") -> FilmList:
    found = _films(_parse(text))
    if found is None:
        return cells.films(text, path, NAME, None, (), ())
    owner, objects = found
    title = next((_scalar(node) for key, node in owner if key.casefold() in ("title", "name", "list")), None)
    around = [
        cell
        for key, node in owner
        if key.casefold() in ("introduction", "intro", "description", "text") and (cell := _scalar(node))
    ]
    rows = (Row(Span(node.start, node.end[0] if node.end else len(text)), tuple(_fields(node))) for node in objects)
    return cells.films(text, path, NAME, title, rows, around)


def _fields(film: _Node) -> Iterator[tuple[str, Cell]]:
    roles = [cells.column(key) for key, _ in film.fields or ()]
    prose = {"description", "fact"} & set(roles)
    titled = False
    for role, (_, node) in zip(roles, film.fields or (), strict=True):
        if role == "title":
            role, titled = ("also", True) if titled else ("title", True)
        if role == "note" and not prose:
            role = ""
        for one in node.items if node.items is not None else [node]:
            cell = _scalar(one) or next(
                (c for key, n in one.fields or () if key in ("text", "value") and (c := _scalar(n))), None
            )
            if cell is not None:
                yield role or "-", cell


def _films(top: _Node) -> tuple[list[tuple[str, _Node]], list[_Node]] | None:
    """The longest array of films nearest to the top, and the fields of the object it belongs to."""
    level: list[tuple[list[tuple[str, _Node]], _Node]] = [([], top)]
    while level:
        lists = [(owner, [n for n in node.items if _is_film(n)]) for owner, node in level if node.items]
        best = max(lists, key=lambda one: len(one[1]), default=None)
        if best is not None and best[1]:
            return best
        below: list[tuple[list[tuple[str, _Node]], _Node]] = []
        for owner, node in level:
            below += [(owner, item) for item in node.items or ()]
            below += [(node.fields or [], value) for _, value in node.fields or ()]
        level = below
    return None


def _is_film(node: _Node) -> bool:
    """An object with a title; one that holds an array of objects with titles, and says nothing itself, is a list of films."""
    if not _titled(node):
        return False
    says = any(cells.role(key) in ("year", "description", "fact") for key, _ in node.fields or ())
    return says or not any(_titled(item) for _, value in node.fields or () for item in value.items or ())


def _titled(node: _Node) -> bool:
    return any(key.casefold() in _TITLES and _scalar(value) is not None for key, value in node.fields or ())


def _scalar(node: _Node) -> Cell | None:
    return node.cell if node.cell is not None and node.cell.text.strip() else None


def _parse(text: str) -> _Node:
    """The values of a text, as far as they can be read: what is not JSON is passed over. No recursion, so no depth is too deep."""
    top = _Node(0, None, [], None, [])
    stack, key = [top], ""
    pending: Cell | None = None
    for match in _TOKEN.finditer(text):
        sign = match["sign"]
        if sign in ("{", "["):
            _put(stack[-1], key, pending)
            pending = None
            node = _Node(match.start(), [] if sign == "{" else None, [] if sign == "[" else None, None, [])
            _add(stack[-1], key, node)
            stack.append(node)
            key = ""
        elif sign in ("}", "]"):
            _put(stack[-1], key, pending)
            pending, key = None, ""
            if len(stack) > 1:
                stack.pop().end.append(match.end())
        elif sign == ",":
            _put(stack[-1], key, pending)
            pending, key = None, ""
        elif sign == ":":
            key, pending = (pending.text if pending else ""), None
        elif match["string"] is not None:
            words = room.decoded(match["string"], _ESCAPE, _meaning)
            pending = Cell(Span(*match.span("string")), words)
        elif match["word"] not in ("null", "true", "false"):
            pending = Cell(Span(*match.span()), match[0])
    _put(stack[-1], key, pending)
    return top


def _put(node: _Node, key: str, cell: Cell | None) -> None:
    if cell is not None:
        _add(node, key, _Node(cell.span.start, cell=cell))


def _add(node: _Node, key: str, value: _Node) -> None:
    if node.fields is not None:
        node.fields.append((key, value))
    elif node.items is not None:
        node.items.append(value)


def _meaning(match: re.Match[str]) -> str:
    escape = match[0]
    if len(escape) == 12:
        return chr(0x10000 + ((int(escape[2:6], 16) - 0xD800) << 10) + int(escape[8:12], 16) - 0xDC00)
    if len(escape) == 6 and escape[1] == "u":
        code = int(escape[2:], 16)
        return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
    return " " if len(escape) == 1 or escape[1] in "nrtbf\r\n" else escape[1]


def put(words: str, text: str, at: int) -> str | None:
    """The words as they stand within a string of JSON."""
    return json.dumps(words, ensure_ascii=False)[1:-1]
