"""Awards of festivals and academies by IMDb title id: one row for each film, award and edition, winner or not.

Each is a statement on the film. What the events and their awards are called here, and which of them may refute,
stands in `events.toml`. A row tells no person: *best actor* says in which film, not who.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from verite.model import Cited, Completeness, Said, Source
from verite.sources.rows import Row, columns, form, looked_at, rows
from verite.sources.source import Described, LeftOut, Opened, Reader
from verite.text import fold

SOURCE = Source(
    key="imdb-events",
    citation="Awards by event, read from IMDb's event pages (Kometa-Team/IMDb-Awards)",
    url="https://github.com/Kometa-Team/IMDb-Awards",
    kind="database",
    family="imdb",
    licence="IMDb non-commercial licence: personal and non-commercial use, no republication",
    rank=4,  # anybody may edit the pages; a second family is needed before it refutes
)

_COLUMNS = frozenset("event_id event_name year award category imdb_id is_winner".split())


class _Event(NamedTuple):
    table: str
    main: str
    listed: tuple[Mapping[str, Any], ...]
    row: Mapping[str, Any]


@cache
def _events() -> Mapping[str, _Event]:
    plain = tomllib.loads(Path(__file__).with_name("events.toml").read_text("utf-8"))
    return {
        id_: _Event(row["table"], row.get("main", ""), tuple(row.get("category", ())), row)
        for id_, row in plain.items()
    }


def open_events(path: Path) -> tuple[Opened, ...]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    found = [file for file in files if file.is_file() and form(file) in ("parquet", "csv", "tsv", "jsonl")]
    return tuple(_opened(file) for file in found if _look(file) >= _COLUMNS)


def _look(file: Path) -> frozenset[str]:
    return frozenset(columns(file)) if "award" in file.name.lower() else looked_at(file)


def _opened(path: Path) -> Opened:
    left_out = LeftOut()
    won = _won(path)
    return Opened(
        source=SOURCE,
        files=(path,),
        as_of=str(max((year for years in won.values() for year in years), default="")),
        read=partial(_read, path, left_out),
        declared=tuple(_declared(won)),
        tables=_tables(),
        left_out=left_out,
    )


def _won(path: Path) -> Mapping[str, set[int]]:
    """table/category -> the years in which the table has a winner: only a table that has them all is complete."""
    found: dict[str, set[int]] = {}
    for _, row in rows(path, LeftOut()):
        if _is_row(row) and (said := _said(row))[2]["result"] == "won":
            found.setdefault(said[1], set()).add(said[2]["year"])
    return found


def _declared(won: Mapping[str, set[int]]) -> Iterator[Completeness]:
    for event in _events().values():
        for row in event.listed:
            if not (declared := row.get("complete")):
                continue
            years, start = won.get(f"{event.table}/{row['slug']}", set()), declared["from"]
            last = max(years, default=0)
            if last >= start and years.issuperset({*range(start, last + 1)} - {*declared.get("none", ())}):
                yield Completeness(
                    subject=f"award:{event.table}",
                    property="award",
                    as_of=str(last),
                    sources=(Cited(SOURCE.key, declared["why"]),),
                    scope={"category": row["slug"], "from": start, "to": last, "nominated": False},
                )


def countable() -> Iterator[tuple[str, int, str]]:
    """(prize, since when, why) of every award that may be declared complete."""
    for event in _events().values():
        for row in event.listed:
            if declared := row.get("complete"):
                yield f"{event.table}/{row['slug']}", declared["from"], declared["why"]


def _tables() -> Mapping[str, Any]:
    """The prizes in the form of `records/awards/tables.toml`: what that file names already is left to it."""
    found: dict[str, Any] = {}
    for event in _events().values():
        table = {
            key: event.row[key] for key in ("name", "also", "kind", "city", "prizes", "work_year") if key in event.row
        }
        named = {row["slug"]: {"name": row["name"], "also": row["also"]} for row in event.listed if "name" in row}
        found[event.table] = {**table, "category": named}
    return found


def _read(path: Path, left_out: LeftOut) -> Iterator[Described]:
    """The films of one edition after another; a film that stands in two comes twice."""
    edition, films = ("", 0), dict[str, list[Said]]()
    for number, row in rows(path, left_out):
        if not _is_row(row):
            left_out.add("no film id or no year", f"{path}:{number}")
            continue
        if (row["event_id"], row["year"]) != edition:
            yield from (Described(id_, "work", said) for id_, said in films.items())
            edition, films = (row["event_id"], row["year"]), {}
        films.setdefault(f"imdb:{row['imdb_id']}", []).append(_said(row))
    yield from (Described(id_, "work", said) for id_, said in films.items())


def _is_row(row: Row) -> bool:
    return str(row["imdb_id"] or "").startswith("tt") and str(row["year"] or "").isdecimal()


def _said(row: Row) -> tuple[str, str, dict[str, Any]]:
    event, year = _events().get(row["event_id"]), int(row["year"])
    table = event.table if event else _slug(row["event_name"])
    category = category_of(row["event_id"], row["award"], row["category"], year)
    won = str(row["is_winner"]).lower() in ("true", "1", "yes")
    q = {"table": table, "category": category, "year": year, "result": "won" if won else "nominated"}
    return ("award", f"{table}/{category}", q)


@cache
def category_of(event_id: str, award: str, category: str, year: int) -> str:
    """The slug of an award: the record's where `events.toml` says so, else its own words.

    >>> category_of("ev0000091", "golden berlin bear", "best film", 2010)
    'golden-bear'
    >>> [category_of("ev0000147", *["grand prize of the festival"] * 2, year) for year in (1951, 2022)]
    ['palme-dor', 'grand-prix']
    >>> category_of("ev0000123", "bafta tv award", "best actor", 1990)
    'bafta-tv-award-best-actor'
    """
    event, both = _events().get(event_id), f"{award} | {category}"
    for row in event.listed if event else ():
        if row.get("from", 0) <= year <= row.get("to", 9999) and any(fnmatchcase(both, of) for of in row["of"]):
            return str(row["slug"])
    if award == category or (event and award == event.main):
        return _slug(category)
    return _slug(f"{award} {category}")


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "")).strip("-")


READER = Reader(
    "events", "awards of festivals and academies by IMDb title id (one row a film, award and edition)", open_events
)
