"""The record's history: camps, counts of prisoners, and the words of the camps, decoded strictly.

Every reader gives what could be decoded together with its faults, each with file, line and, where one
is near, the right word. A file that is not there holds nothing. `docs/reference/record.md` has the columns.
"""

import csv
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

CAMP_COLUMNS = tuple("id name original also type region lat lon precision opened closed sources remark".split())
PRISONER_COLUMNS = tuple("date counted place number by sources remark".split())
TERM_KEYS = ("original", "transliterated", "also", "meaning", "used", "misuse", "sources", "remark")
CAMP_TYPES = (
    "corrective-labour-camp", "special-camp", "camp-division", "transit-point", "late-camp", "camp-abroad",
)  # fmt: skip
# `town`: the point is that of the place the camp was run from; `site`: that of the camp itself.
PRECISIONS = ("town", "site")
# `site`: the spot itself; `town`: the middle of a town or village; `area`: a point within a wider place.
PLACE_PRECISIONS = ("site", "town", "area")
COUNTED = (
    "camps", "colonies", "camps-and-colonies", "camps-colonies-and-prisons", "all-prisoners", "political-in-camps",
    "special-settlers", "sentenced", "sentenced-to-death", "camps-on-the-map", "deaths-on-the-map",
)  # fmt: skip
_DAY = re.compile(r"^\d{4}(-\d\d){0,2}$")
_YEARS = re.compile(r"^\d{4}[?~]?(/\d{4}[?~]?)?$")
_SPAN = re.compile(r"^\d{4}[?~]?(/(\.\.|\d{4}[?~]?)?)?$")
_ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


@dataclass(frozen=True)
class Camp:
    """A camp or camp administration. `point` is latitude and longitude, as near as `precision` says."""

    id: str
    name: str
    original: str
    also: tuple[str, ...]
    type: str
    region: str
    point: tuple[float, float] | None
    precision: str
    opened: str
    closed: str
    sources: tuple[str, ...]
    remark: str


@dataclass(frozen=True)
class Count:
    """How many there were on a day (or in a year), where, of whom, and by whose reckoning."""

    date: str
    counted: str
    place: str
    number: int
    by: str
    sources: tuple[str, ...]
    remark: str


@dataclass(frozen=True)
class Term:
    """A word of the camps. `used` is when, as far as a source says; `misuse` is what it does not mean."""

    id: str
    original: str
    transliterated: str
    also: tuple[str, ...]
    meaning: str
    used: str
    misuse: str
    sources: tuple[str, ...]
    remark: str


class Faults(list[str]):
    """Faults of one file, each with its line and, where one is near, the right word."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def add(self, line: int, message: str, word: str = "", known: Collection[str] = ()) -> None:
        near = get_close_matches(word, list(known), 1, 0.6)
        self.append(f"{self._path}:{line}: {message}" + (f"; did you mean {near[0]!r}?" if near else ""))

    def unless_known(self, line: int, what: str, word: str, known: Collection[str]) -> None:
        if word not in known:
            self.add(line, f"{what} {word!r} is not one of the list", word, known)

    def unless_cited(self, line: int, keys: Collection[str], sources: Collection[str]) -> None:
        if not keys:
            self.add(line, "without sources")
        for key in keys:
            if key not in sources:
                self.add(line, f"source {key!r} is not in sources.toml", key, sources)


def camps(path: Path, sources: Collection[str]) -> tuple[dict[str, Camp], list[str]]:
    """The camps in a CSV file, and its faults."""
    faults = Faults(path)
    found: dict[str, Camp] = {}
    for line, row in _rows(path, CAMP_COLUMNS, faults):
        before = len(faults)
        if not _ID.match(row["id"]):
            faults.add(line, f"id {row['id']!r} must be lower-case ASCII words joined by '-'")
        if row["id"] in found:
            faults.add(line, f"{row['id']!r} stands twice")
        if not row["name"]:
            faults.add(line, "a camp needs a name")
        faults.unless_known(line, "type", row["type"], CAMP_TYPES)
        for column in ("opened", "closed"):
            if row[column] and not _YEARS.match(row[column]):
                faults.add(line, f"{column} {row[column]!r} is no year, nor a year from which to which")
        if row["opened"] and row["closed"] and row["closed"][:4] < row["opened"][:4]:
            faults.add(line, f"closed {row['closed']} before it was opened, {row['opened']}")
        point = point_of(line, row, faults, PRECISIONS)
        faults.unless_cited(line, _split(row["sources"]), sources)
        if len(faults) == before:
            found[row["id"]] = Camp(
                id=row["id"],
                name=row["name"],
                original=row["original"],
                also=_split(row["also"]),
                type=row["type"],
                region=row["region"],
                point=point,
                precision=row["precision"],
                opened=row["opened"],
                closed=row["closed"],
                sources=_split(row["sources"]),
                remark=row["remark"],
            )
    return found, faults


def point_of(
    line: int, row: Mapping[str, str], faults: Faults, precisions: Collection[str]
) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, if the row has them."""
    if not (row["lat"] or row["lon"] or row["precision"]):
        return None
    if not (row["lat"] and row["lon"] and row["precision"]):
        faults.add(line, "lat, lon and precision stand together or not at all")
        return None
    faults.unless_known(line, "precision", row["precision"], precisions)
    try:
        point = float(row["lat"]), float(row["lon"])
    except ValueError:
        faults.add(line, f"lat {row['lat']!r} and lon {row['lon']!r} must be numbers")
        return None
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        faults.add(line, f"lat {row['lat']}, lon {row['lon']} is nowhere on earth")
    return point


def prisoners(path: Path, sources: Collection[str], places: Collection[str]) -> tuple[list[Count], list[str]]:
    """The counts of prisoners in a CSV file, and its faults."""
    faults = Faults(path)
    found: list[Count] = []
    told = set()
    for line, row in _rows(path, PRISONER_COLUMNS, faults):
        before = len(faults)
        if not _DAY.match(row["date"]):
            faults.add(line, f"date {row['date']!r} is no year, month or day")
        faults.unless_known(line, "counted", row["counted"], COUNTED)
        if row["place"] not in places:
            faults.add(line, f"place {row['place']!r} is no known place", row["place"], places)
        if not row["number"].isdecimal():
            faults.add(line, f"number {row['number']!r} must be a whole number, in figures alone")
        if not row["by"]:
            faults.add(line, "a count needs `by`: whose reckoning it is")
        if (same := (row["date"], row["counted"], row["place"], row["by"])) in told:
            faults.add(line, f"{', '.join(same)} stands twice")
        told.add(same)
        faults.unless_cited(line, _split(row["sources"]), sources)
        if len(faults) == before:
            found.append(
                Count(
                    date=row["date"],
                    counted=row["counted"],
                    place=row["place"],
                    number=int(row["number"]),
                    by=row["by"],
                    sources=_split(row["sources"]),
                    remark=row["remark"],
                )
            )
    return found, faults


def glossary(path: Path, sources: Collection[str]) -> tuple[dict[str, Term], list[str]]:
    """The words in a TOML file, by id, and its faults."""
    faults = Faults(path)
    found: dict[str, Term] = {}
    if not path.exists():
        return found, faults
    text = path.read_text("utf-8", errors="replace")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return found, [f"{path}: not valid TOML: {error}"]
    lines = {row: number for number, row in enumerate(text.splitlines(), 1)}
    for id_, row in data.items():
        line, before = lines.get(f"[{id_}]", 1), len(faults)
        if not isinstance(row, dict):
            faults.add(line, f"{id_!r} must be a table")
            continue
        if not _ID.match(id_):
            faults.add(line, f"id {id_!r} must be lower-case ASCII words joined by '-'")
        for key in row:
            if key not in TERM_KEYS:
                faults.add(line, f"{id_}: unknown key {key!r}", key, TERM_KEYS)
        if missing := [key for key in ("original", "meaning") if not row.get(key)]:
            faults.add(line, f"{id_}: a term needs {' and '.join(missing)}")
        if (used := row.get("used", "")) and not _SPAN.match(str(used)):
            faults.add(line, f"{id_}: used {used!r} is no year, nor a year from which to which")
        faults.unless_cited(line, row.get("sources", ()), sources)
        if len(faults) == before:
            found[id_] = Term(
                id=id_,
                original=row["original"],
                transliterated=row.get("transliterated", ""),
                also=tuple(row.get("also", ())),
                meaning=row["meaning"],
                used=used,
                misuse=row.get("misuse", ""),
                sources=tuple(row["sources"]),
                remark=row.get("remark", ""),
            )
    return found, faults


def _rows(path: Path, columns: tuple[str, ...], faults: Faults) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with their lines, if its header is what it should be."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as text:
        rows: csv.DictReader[Any] = csv.DictReader(text)
        header = rows.fieldnames or ()
        for name in header:
            if name not in columns:
                faults.add(1, f"unknown column {name!r}", name, columns)
        if missing := [name for name in columns if name not in header]:
            faults.add(1, f"columns missing: {', '.join(missing)}")
        if faults:
            return
        for row in rows:
            if None in row or None in row.values():
                faults.add(rows.line_num, "the row has not as many cells as the header")
            else:
                yield rows.line_num, row


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
