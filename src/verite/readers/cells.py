"""Films in rows: what a column, a cell or a field is, by the word at its head; a row into an entry."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verite.model import Entry, FilmList, Prose, Span
from verite.readers import openings
from verite.readers.lines import allowances
from verite.readers.marks import LABELS, WRAPS, Line

_ROLES = {
    "title": "title titles film films movie movies|title movie picture work name film|title movie|title english|title title|(english) titel filmtitel título titulo"
    " película titre titolo tytuł название фильм назва what|to|see",
    "also": "original|title original originaltitel título|original titre|original оригинальное|название aka also|known|as",
    "number": "# no no. nr nr. number n n° № rank position pos index week platz puesto rang",
    "year": "year|of|release first|shown date released when production|year premiere",
    "imdb": "imdb imdb|id imdb_id imdbid tconst const",
    "wikidata": "wikidata wikidata|id wikidata_id qid",
}
ROLES = LABELS | {word.replace("|", " "): role for role, words in _ROLES.items() for word in words.split()}
# Heads of columns of people, as the prose says them: *Director: N*.
_OFFICES = frozenset("director directors writer writers screenplay music cast stars starring".split())
_YEAR = re.compile(r"(?<!\d)(?:18[7-9]|19\d|20\d)\d(?!\d)")
_PROSE = ("description", "fact", "note", "credit", "advisory")


class Cell(NamedTuple):
    """A value, and where it stands: `text` has the length of the span."""

    span: Span
    text: str

    @property
    def bare(self) -> "Cell":
        left = len(self.text) - len(self.text.lstrip(WRAPS))
        words = self.text.strip(WRAPS)
        return Cell(Span(self.span.start + left, self.span.start + left + len(words)), words)


class Row(NamedTuple):
    span: Span
    fields: tuple[tuple[str, Cell], ...]  # role and value


def role(head: str) -> str:
    """What a column is; "" if its head is not known."""
    name = re.sub(r"[\s_]+", " ", head.strip(WRAPS + ":?¿.")).casefold()
    return ROLES.get(name, ROLES.get(name.replace(" ", "_"), ""))


def column(head: str) -> str:
    """What a column is, and of a column of people, which: "credit:Director"."""
    found, word = role(head), head.strip(WRAPS + ":?¿.")
    return f"{found}:{word}" if found == "credit" and word.casefold() in _OFFICES else found


def heads(cells: Sequence[str]) -> list[str] | None:
    """The roles of a header's columns; None if it heads no table of films."""
    roles = [column(cell) for cell in cells]
    known = [r for r in roles if r]
    if "title" not in known:
        return None
    first = roles.index("title")
    roles = [r if r != "title" or i == first else "also" for i, r in enumerate(roles)]
    if not {"description", "fact"} & set(known):
        # a column of notes is all the prose there is
        roles = ["" if r == "note" else r or "-" for r in roles]
    else:
        roles = [r or "-" for r in roles]
    return roles if len(known) >= 2 or len(cells) == 1 else None


def films(
    text: str, path: str, format_: str, title: Cell | None, rows: Iterable[Row], around: Sequence[Cell]
) -> FilmList:
    """A list of rows; `around` are the paragraphs outside them."""
    entries: list[Entry] = []
    for row in rows:
        entry = _entry(len(entries) + 1, row)
        if entry is not None:
            entries.append(entry)
    first = entries[0].span.start if entries else len(text)
    intro = tuple(Prose("intro", cell.span, cell.text) for cell in around if cell.text.strip())
    name, at = (title.text.replace("\u00ad", ""), title.span) if title else ("", Span(0, 0))
    found = (Entry(0, None, Span(0, first), name, at, prose=intro), *entries)
    return FilmList(path, name, format_, text, found, tuple(allowances(text, found)))


def _entry(index: int, row: Row) -> Entry | None:
    given: dict[str, Cell] = {}
    for name, cell in row.fields:
        if cell.text.strip():
            given.setdefault(name, cell)
    if "title" not in given:
        return None
    head = given["title"].bare
    year = year_span = None
    also: list[str] = []
    opening = openings.find(Line(head.span.start, head.text, heading=1), head.text)
    if opening is not None and opening.pattern == openings.PATTERNS[0].name:
        start = opening.title.start - head.span.start
        head = Cell(opening.title, head.text[start : start + opening.title.end - opening.title.start])
        year, year_span = opening.year, opening.year_span
    if not any(letter.isalnum() for letter in head.text):
        return None
    if "year" in given and (match := _YEAR.search(given["year"].text)):
        at = given["year"].span.start
        year, year_span = int(match[0]), Span(at + match.start(), at + match.end())
    also += [cell.bare.text.replace("\u00ad", "") for name, cell in row.fields if name == "also" and cell.text.strip()]
    also += list(opening.also) if opening else []
    pins: dict[str, str] = {
        name: _id(given[name].text) for name in ("imdb", "wikidata") if name in given and _id(given[name].text)
    }
    prose = [
        Prose(label, span, words, head)
        for name, cell in row.fields
        for label, _, head in (name.partition(":"),)
        if label in (*_PROSE, "") and (span := _trimmed(cell)[0]).end > span.start and (words := _trimmed(cell)[1])
    ]
    prose.sort(key=lambda one: one.span)
    number = given["number"].text.strip(WRAPS) if "number" in given else None
    return Entry(
        index,
        number,
        row.span,
        head.text.replace("\u00ad", ""),
        head.span,
        year,
        year_span,
        tuple(prose),
        tuple(also),
        pins,
    )


def _trimmed(cell: Cell) -> tuple[Span, str]:
    left = len(cell.text) - len(cell.text.lstrip())
    words = cell.text.strip()
    return Span(cell.span.start + left, cell.span.start + left + len(words)), words


def _id(words: str) -> str:
    match = re.search(r"tt\d{5,}|Q\d+", words)
    return match[0] if match else ""
