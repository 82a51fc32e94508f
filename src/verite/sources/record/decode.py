"""A records folder decoded strictly into statements.

An unknown key, place, agent, event or source is refused with file, line and the nearest right word.
All faults of a record are gathered before anything is raised, so that an author sees them at once.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from verite.errors import RecordError
from verite.model import Source
from verite.sources import history
from verite.sources.record import checks
from verite.sources.record.awards import awards
from verite.sources.record.falsehoods import falsehoods
from verite.sources.record.file import File, Record, split
from verite.sources.record.sets import sets
from verite.sources.record.statements import AGENT_PROPERTIES, WORK_PROPERTIES, subject

_SOURCE_KEYS = ("citation", "url", "archived", "seen", "kind", "family", "derives_from", "licence", "rank")
_EVIDENCE_KEYS = ("of", "source", "where", "seen", "says")


def read(folder: Path) -> Record:
    """The record in `folder`. Raises `RecordError` with every fault found."""
    record = inspect(folder)
    if record.problems:
        raise RecordError(record.problems)
    return record


def inspect(folder: Path) -> Record:
    """As `read`, but gives what could be decoded together with its `problems`."""
    record = Record()
    for path in sorted([*folder.glob("sources.toml"), *folder.glob("sources/*.toml")]):
        _sources(path, record)
    if any("not valid TOML" in problem for problem in record.problems):
        return record  # without its bibliography every line of the record would be a fault, and hide this one
    for name, columns in (
        ("states", ("years",)),
        ("places", ("within", "kind")),
        ("events", ("start", "end", "place")),
    ):
        _table(folder / f"{name}.csv", getattr(record, name), record, columns)
    works = list(_toml(folder, "works", record))
    agents = list(_toml(folder, "agents", record))
    known: dict[str, Any] = {
        "agent": {data.get("id") for _, data in agents},
        "place": record.places.keys() | {code.lower() for code in record.states},
        "event": record.events.keys(),
        "state": record.states.keys(),
    }
    _history(folder, record, known["place"])
    record.evidence = _evidence(folder, record)
    for file, data in works:
        subject(file, data, WORK_PROPERTIES, known)
    for file, data in agents:
        subject(file, data, AGENT_PROPERTIES, known)
    recorded = {data.get("id") for _, data in works}
    awards(folder, record, recorded)
    sets(folder, record, recorded, known["agent"])
    falsehoods(folder, record)
    if not record.problems:  # what single lines show is told first: the rest rests on it
        checks.check(folder, record)
    return record


def _history(folder: Path, record: Record, places: set[str]) -> None:
    record.camps, of_camps = history.camps(folder / "camps.csv", record.sources)
    record.prisoners, of_prisoners = history.prisoners(folder / "prisoners.csv", record.sources, places)
    record.glossary, of_words = history.glossary(folder / "glossary.toml", record.sources)
    record.problems += [*of_camps, *of_prisoners, *of_words]
    cited = [row.sources for row in record.camps.values()]
    cited += [row.sources for row in record.prisoners] + [row.sources for row in record.glossary.values()]
    record.cited.update(key for keys in cited for key in keys)


def _toml(folder: Path, name: str, record: Record) -> Iterator[tuple[File, dict[str, Any]]]:
    for path in sorted((folder / name).glob("*.toml")):
        file = File.of(path, record)
        data = file.toml()
        if data and data.get("id") != path.stem:
            file.fault("id", f"id {data.get('id')!r} is not the file's name {path.stem!r}")
        if data:
            yield file, data


def bibliography(path: Path) -> dict[str, Source]:
    """The sources in one file, by key. Raises `RecordError` with every fault of it."""
    record = Record()
    _sources(path, record)
    if record.problems:
        raise RecordError(record.problems)
    return record.sources


def _sources(path: Path, record: Record) -> None:
    file = File.of(path, record)
    data = file.toml()
    for key, row in data.items():
        for name in row:
            if name not in _SOURCE_KEYS:
                file.fault(name, f"source {key!r}: unknown key {name!r}", _SOURCE_KEYS)
        if not row.get("citation") or row.get("rank") not in (1, 2, 3, 4):
            file.fault(key, f"source {key!r} needs a citation and a rank from 1 to 4")
            continue
        if key in record.sources:
            file.fault(f"[{key}]", f"source {key!r} stands in another file too")
        kept = {name: value for name, value in row.items() if name in _SOURCE_KEYS and name != "derives_from"}
        record.sources[key] = Source(key=key, derives_from=tuple(row.get("derives_from", ())), **kept)


def _table(path: Path, into: dict[str, dict[str, Any]], record: Record, columns: tuple[str, ...]) -> None:
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        for row in rows:
            if None in row or None in row.values():
                record.problems.append(f"{path}:{rows.line_num}: the row has not as many cells as the header")
                continue
            id_ = row.get("id") or row.get("code") or ""
            if id_ in into:
                record.problems.append(f"{path}:{rows.line_num}: {id_!r} stands twice")
            for key in split(row.get("sources")):
                record.cited.add(key)
                if key not in record.sources:
                    record.problems.append(f"{path}:{rows.line_num}: source {key!r} is not in sources.toml")
            into[id_] = {
                "name": row["name"],
                "also": split(row.get("also")),
                "adjectives": split(row.get("adjectives")),
                "successors": split(row.get("successors")),
                "sources": split(row.get("sources")),
                **{column: row.get(column, "") for column in columns},
            }
            if "lat" in row:
                into[id_] |= _point(path, rows.line_num, row, record)


def _point(path: Path, line: int, row: dict[str, str], record: Record) -> dict[str, Any]:
    """Where on the earth a place is, for one that has a point."""
    faults = history.Faults(path)
    given = {column: row.get(column, "") for column in ("lat", "lon", "precision")}
    point = history.point_of(line, given, faults, history.PLACE_PRECISIONS)
    record.problems += faults
    return {"point": point, "precision": given["precision"]} if point else {}


_PLAIN = re.compile(r'^([a-z]+) = "([^"\\\x00-\x1f\x7f]*)"$')


def _rows(file: File) -> list[dict[str, Any]]:
    """The tables of a file of evidence. Thirty thousand of them are plain lines, which the TOML reader takes a third of
    a build to read; a file with one line of another form is left to it."""
    rows: list[dict[str, Any]] = []
    for line in file.text.split("\n"):
        if line == "[[evidence]]":
            rows.append({})
        elif line:
            plain = _PLAIN.match(line)
            if plain is None or not rows or plain[1] in rows[-1]:
                return list(file.toml().get("evidence", ()))
            rows[-1][plain[1]] = plain[2]
    return rows


def _evidence(folder: Path, record: Record) -> dict[tuple[str, str, str], tuple[str, str]]:
    """(subject, statement, source) -> (where in it, and when somebody looked)."""
    found = {}
    for path in sorted((folder / "evidence").glob("*.toml")):
        file = File.of(path, record)
        for row in _rows(file):
            file.only(row, _EVIDENCE_KEYS, "evidence")
            if missing := {"of", "source", "seen"} - row.keys():
                file.fault(str(row.get("of", "")), f"evidence without {', '.join(sorted(missing))}")
                continue
            if row["source"] not in record.sources:
                file.fault(row["source"], f"source {row['source']!r} is not in sources.toml", record.sources)
            found[path.stem, row["of"], row["source"]] = (row.get("where", ""), row["seen"])
    return found
