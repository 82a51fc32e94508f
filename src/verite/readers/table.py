"""Markdown with a table of films: a row is an entry, the words at the head of a column say what it holds."""

import re
from collections.abc import Iterator

from verite.model import FilmList, Span
from verite.readers import cells, lines, marks
from verite.readers.cells import Cell, Row
from verite.readers.marks import WRAPS, Line

NAME = "table"
EXAMPLE = """# Two films about harbours

| Title | Year | Description | Fact |
|---|---|---|---|
| The Lamplighter | 1931 | A lamplighter is arrested. | It was directed by Nora Lind. |
| The Ferry | 1934 | A ferryman waits. | |
"""
_CELL = re.compile(r"(?:[^|\\]|\\.)*")
_RULE = re.compile(r"^[\s|:-]*-[\s|:-]*$")


def sniff(text: str, path: str) -> bool:
    """A table of films is in it, and not merely as a summary of a list that stands above."""
    if "|" not in text:
        return False
    found = read(text, path)
    return len(found.entries) > 2 and len(found.entries) >= len(lines.read(text, path, NAME).entries)


def read(text: str, path: str = "-") -> FilmList:
    masked = lines.mask(text)
    rows, around = _parts(marks.split(masked))
    heading = next((line for line in around if line.heading), None)
    title = _words(heading) if heading is not None else None
    outside = [_words(line) for line in around if line is not heading and not line.heading]
    if title is None and outside and not rows:
        outside = []
    return cells.films(text, path, NAME, title, rows, outside)


def _parts(all_: list[Line]) -> tuple[list[Row], list[Line]]:
    """The rows of the tables of films, and the lines outside of every table."""
    rows: list[Row] = []
    around: list[Line] = []
    roles: list[str] | None = None
    for i, line in enumerate(all_):
        following = all_[i + 1].text if i + 1 < len(all_) else ""
        if "|" in line.text and "|" in following and _RULE.match(following):
            roles = cells.heads([cell.text for cell in _cells(line)])
        elif roles is not None and "|" in line.text and line.kind != "blank":
            if not _RULE.match(line.text):
                row = tuple(zip(roles, _cells(line), strict=False))
                rows.append(Row(Span(line.start, line.start + len(line.text.rstrip())), row))
        else:
            roles = None
            if line.kind == "text" and line.body:
                around.append(line)
    return rows, around


def _cells(line: Line) -> Iterator[Cell]:
    text = line.text.rstrip()
    at = len(text) - len(text.lstrip())
    at += text[at : at + 1] == "|"
    end = len(text) - (text.endswith("|") and not text.endswith("\\|"))
    while at <= end:
        match = _CELL.match(text, at, max(at, end))
        assert match is not None
        yield Cell(Span(line.start + at, line.start + match.end()), match[0])
        at = max(match.end(), at) + 1


def _words(line: Line) -> Cell:
    words = line.body.strip(WRAPS + "#")
    start = line.at + line.body.index(words)
    return Cell(Span(start, start + len(words)), words)


def put(words: str, text: str, at: int) -> str | None:
    """The words within a cell of a Markdown table, which a bar would end, a line break too; a last backslash would join two cells."""
    return None if words.endswith("\\") else " ".join(words.splitlines()).replace("|", "\\|")
