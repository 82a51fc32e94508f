"""CSV and TSV: a row is an entry; the words at the head of a column say what it holds. A title may stand above the head."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from verite.model import FilmList, Span
from verite.readers import cells, room
from verite.readers.cells import Cell, Row

NAME = "csv"
EXAMPLE = """Two films about harbours
Title,Year,Description,Fact
The Lamplighter,1931,A lamplighter is arrested.,It was directed by Nora Lind.
"The Ferry",1934,"A ferryman waits.",
"""
_SIGNS = ",;\t|"
_DOUBLED = re.compile('""')
_HEAD_WITHIN = 6  # rows; above the head stand at most a title and a remark or two


def sniff(text: str, path: str) -> bool:
    start = text[:4000]
    return any(
        _head(list(islice(_rows(start, sign), _HEAD_WITHIN)), 2) is not None for sign in _SIGNS[:3] if sign in start
    )


def read(text: str, path: str = "-") -> FilmList:
    start = text[:4000]
    fits = [sign for sign in _SIGNS if _head(list(islice(_rows(start, sign), _HEAD_WITHIN)), 2) is not None]
    sign = (
        fits[0]
        if fits
        else Counter(c for c in start if c in _SIGNS).most_common(1)[0][0]
        if any(c in _SIGNS for c in start)
        else ","
    )
    rows = list(_rows(text, sign))
    at = _head(rows[:_HEAD_WITHIN], 1)
    if at is None:
        return cells.films(text, path, NAME, None, (), ())
    roles = cells.heads([cell.text for cell in rows[at]]) or []
    above = [cell.bare for row in rows[:at] for cell in row if cell.text.strip()]
    return cells.films(
        text, path, NAME, above[0] if above else None,
        (Row(Span(row[0].span.start, row[-1].span.end), tuple(zip(roles, row, strict=False))) for row in rows[at + 1 :]), above[1:],
    )  # fmt: skip


def _head(rows: list[list[Cell]], least: int) -> int | None:
    """Which row is the head."""
    for i, row in enumerate(rows):
        if (
            len(row) >= least
            and cells.heads([cell.text for cell in row]) is not None
            and all(len(cell.text) < 40 for cell in row)
        ):
            return i
    return None


def _rows(text: str, sign: str) -> Iterator[list[Cell]]:
    """The rows that hold something; a cell in quotes may hold the sign, line ends and doubled quotes."""
    field = re.compile(rf'[ ]*"(?P<in>(?:[^"]|"")*+)"[ ]*(?=[{re.escape(sign)}\r\n]|\Z)|[^{re.escape(sign)}\r\n]*')
    row: list[Cell] = []
    at = 1 if text.startswith("\ufeff") else 0
    while at <= len(text):
        match = field.match(text, at)
        assert match is not None
        row.append(_cell(match))
        at = match.end()
        if at < len(text) and text[at] == sign:
            at += 1
            continue
        if any(cell.text.strip() for cell in row):
            yield row
        row = []
        at += 2 if text[at : at + 2] == "\r\n" else 1


def _cell(match: re.Match[str]) -> Cell:
    if match["in"] is None:
        return Cell(Span(match.start(), match.end()), match[0])
    words = room.decoded(match["in"], _DOUBLED, lambda _: '"')
    return Cell(Span(*match.span("in")), re.sub(r"[\r\n]", " ", words))


def put(words: str, text: str, at: int) -> str | None:
    """The words within a cell: in quotes their quotes are doubled; a bare cell cannot take what would end it."""
    if text.count('"', 0, at) % 2:
        return words.replace('"', '""')
    return None if re.search(r'[",;\t|\r\n]', words) else words
