"""Our own hand-kept record (`records/`): TOML and CSV decoded strictly into statements.

An unknown key, place, agent, event or source is refused with file, line and the nearest right
word. All faults of a record are gathered before anything is raised, so that an author sees them
at once. The shape is described in `docs/reference/record.md`; `records/EXAMPLE.toml` is one to copy.
"""

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from verite import titles
from verite.errors import RecordError
from verite.model import Cited, Completeness, Origin, Source, Statement
from verite.properties import Property, registry
from verite.sources import history

WORK_PROPERTIES = tuple(
    "form same_as title year director writer composer camera producer editor narrator production_design cast country language duration "
    "colour sound budget gross based_on remake sequel career true_story person set_time set_place set_event filming_place topic camp stage "
    "event existence".split()
)
AGENT_PROPERTIES = ("name", "same_as", "born", "died", "gender", "activity", "experience", "written", "not_filmed")
_OFFICES = ("director", "writer", "composer", "cast")  # of which a person's films may be declared complete
CHARACTER_PROPERTIES = ("name", "played_by", "descriptor", "story")
_COMMON = ("is", "sources", "not", "basis", "judged_by", "remark", "computed")
_SOURCE_KEYS = ("citation", "url", "archived", "seen", "kind", "family", "derives_from", "licence", "rank")
_COMPLETE_KEYS = ("of", "as_of", "sources", "remark")
_EVIDENCE_KEYS = ("of", "source", "where", "seen", "says")
_SET_KEYS = ("property", "by", "forms", "works", "not_filmed", "as_of", "sources", "remark", "about", "documentaries")
_FALSEHOOD_KEYS = ("title", "also", "year", "said", "unless", "so", "sources", "remark")
_TABLE_KEYS = (
    "file", "name", "also", "kind", "city", "prizes", "work_year", "year_remark", "remark", "category", "scope",
    "complete",
)  # fmt: skip
_CATEGORY_KEYS = ("name", "also", "top", "names", "names_sources", "given_to", "complete", "scope", "remark")
_DECLARED_KEYS = ("from", "to", "nominated", "sources", "remark")
_EDTF = re.compile(r"^[\d?~X]{4}(-\d\d){0,2}[?~]?(/(\.\.|[\d?~X]{4}(-\d\d){0,2}[?~]?))?$")
_ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


@dataclass
class Record:
    """A records folder, decoded. `lexicon` rows are (surface form, entity type, entity id)."""

    statements: list[Statement] = field(default_factory=list)
    complete: list[Completeness] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    events: dict[str, dict[str, Any]] = field(default_factory=dict)
    states: dict[str, dict[str, Any]] = field(default_factory=dict)
    camps: dict[str, history.Camp] = field(default_factory=dict)
    prisoners: list[history.Count] = field(default_factory=list)
    glossary: dict[str, history.Term] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)  # what makes the record unusable
    gaps: list[str] = field(default_factory=list)  # statements whose place in their source nobody has noted


@dataclass
class _File:
    """One file being decoded: reports faults with the line on which the offending word stands."""

    path: Path
    text: str
    record: Record

    def _line(self, word: str) -> int:
        at = self.text.find(word) if word else -1
        return self.text.count("\n", 0, at) + 1 if at >= 0 else 1

    def gap(self, word: str, message: str) -> None:
        self.record.gaps.append(f"{self.path}:{self._line(word)}: {message}")

    def fault(self, word: str, message: str, known: Any = ()) -> None:
        near = get_close_matches(word, list(known), 1, 0.6)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        self.record.problems.append(f"{self.path}:{self._line(word)}: {message}{hint}")

    def only(self, row: dict[str, Any], allowed: tuple[str, ...], what: str) -> None:
        """Fault every key of a table that is not one of these."""
        for key in row:
            if key not in allowed:
                self.fault(key, f"{what}: unknown key {key!r}", allowed)


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
    for name, columns in (("states", ()), ("places", ("within", "kind")), ("events", ("start", "end"))):
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
    evidence = _evidence(folder, record)
    for file, data in works:
        _subject(file, data, WORK_PROPERTIES, known, evidence)
    for file, data in agents:
        _subject(file, data, AGENT_PROPERTIES, known, evidence)
    _awards(folder, record, {data.get("id") for _, data in works})
    _sets(folder, record, {data.get("id") for _, data in works}, known["agent"])
    _falsehoods(folder, record)
    return record


def _history(folder: Path, record: Record, places: set[str]) -> None:
    record.camps, of_camps = history.camps(folder / "camps.csv", record.sources)
    record.prisoners, of_prisoners = history.prisoners(folder / "prisoners.csv", record.sources, places)
    record.glossary, of_words = history.glossary(folder / "glossary.toml", record.sources)
    record.problems += [*of_camps, *of_prisoners, *of_words]


def _load(path: Path, record: Record) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        record.problems.append(f"{path}: not valid TOML: {error}")
        return {}


def _toml(folder: Path, name: str, record: Record) -> Iterator[tuple[_File, dict[str, Any]]]:
    for path in sorted((folder / name).glob("*.toml")):
        data = _load(path, record)
        file = _File(path, path.read_text("utf-8", errors="replace"), record)
        if data and data.get("id") != path.stem:
            file.fault("id", f"id {data.get('id')!r} is not the file's name {path.stem!r}")
        if data:
            yield file, data


def _sources(path: Path, record: Record) -> None:
    data = _load(path, record)
    file = _File(path, path.read_text("utf-8", errors="replace"), record)
    for key, row in data.items():
        for name in row:
            if name not in _SOURCE_KEYS:
                file.fault(name, f"source {key!r}: unknown key {name!r}", _SOURCE_KEYS)
        if not row.get("citation") or row.get("rank") not in (1, 2, 3, 4):
            file.fault(key, f"source {key!r} needs a citation and a rank from 1 to 4")
            continue
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
            into[id_] = {
                "name": row["name"],
                "also": _split(row.get("also")),
                "adjectives": _split(row.get("adjectives")),
                "successors": _split(row.get("successors")),
                "sources": _split(row.get("sources")),
                **{column: row.get(column, "") for column in columns},
            }


def _split(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


def _evidence(folder: Path, record: Record) -> dict[tuple[str, str, str], tuple[str, str]]:
    """(subject, statement, source) -> (where, seen)."""
    found = {}
    for path in sorted((folder / "evidence").glob("*.toml")):
        data = _load(path, record)
        file = _File(path, path.read_text("utf-8", errors="replace"), record)
        for row in data.get("evidence", ()):
            file.only(row, _EVIDENCE_KEYS, "evidence")
            if missing := {"of", "source", "seen"} - row.keys():
                file.fault(str(row.get("of", "")), f"evidence without {', '.join(sorted(missing))}")
                continue
            if row["source"] not in record.sources:
                file.fault(row["source"], f"source {row['source']!r} is not in sources.toml", record.sources)
            found[path.stem, row["of"], row["source"]] = (row.get("where", ""), row["seen"])
    return found


def _subject(file: _File, data: dict[str, Any], allowed: tuple[str, ...], known: Any, evidence: Any) -> None:
    subject = str(data.get("id", file.path.stem))
    if not _ID.match(subject):
        file.fault("id", f"id {subject!r} must be lower-case ASCII words joined by '-'")
    for name, rows in data.items():
        if name == "id":
            continue
        if name == "character":
            for character, properties in rows.items():
                for inner, inner_rows in properties.items():
                    if inner not in CHARACTER_PROPERTIES:
                        file.fault(inner, f"character {character!r}: unknown key {inner!r}", CHARACTER_PROPERTIES)
                        continue
                    _statements(file, subject, inner, inner_rows, known, evidence, character)
        elif name == "complete":
            for row in rows:
                file.only(row, _COMPLETE_KEYS, "complete")
                if not row.get("of") or not row.get("as_of"):
                    file.fault(
                        "[[complete]]", "complete needs `of` and `as_of`: what is told to the end, and up to when"
                    )
                cited = tuple(Cited(key) for key in row.get("sources", ()))
                _cites(file, row.get("sources", ()))
                for target in row.get("of", ()):
                    if target not in (*allowed, *_OFFICES, "story") and not _told(target, data):
                        file.fault(target, f"complete: {target!r} is no property of this work", (*allowed, "story"))
                    file.record.complete.append(Completeness(subject, target, row.get("as_of", ""), cited))
        elif name not in allowed:
            file.fault(name, f"unknown key {name!r}", (*allowed, "character", "complete", "id"))
        elif name == "form":
            file.record.statements.append(Statement(subject, "form", rows))
            if rows not in registry()["form"].values:
                file.fault(str(rows), f"form {rows!r} is not one of the list", registry()["form"].values)
        else:
            _statements(file, subject, name, rows, known, evidence)


def _told(target: str, data: dict[str, Any]) -> bool:
    """`character.x.story`, where x is a character of the work."""
    parts = target.split(".")
    return (
        len(parts) == 3
        and parts[0] == "character"
        and parts[1] in data.get("character", {})
        and parts[2] in CHARACTER_PROPERTIES
    )


def _cites(file: _File, keys: Any) -> None:
    for key in keys:
        if key not in file.record.sources:
            file.fault(key, f"source {key!r} is not in sources.toml", file.record.sources)


def _statements(
    file: _File, subject: str, name: str, rows: Any, known: Any, evidence: Any, character: str = ""
) -> None:
    property_ = registry()[name]
    if not isinstance(rows, list):
        file.fault(name, f"{name} must be a list of statements")
        return
    for row in rows:
        if not isinstance(row, dict) or "is" not in row:
            file.fault(name, f"{name}: a statement needs `is`")
            continue
        values = row["is"] if isinstance(row["is"], list) else [row["is"]]
        qualifiers = {key: value for key, value in row.items() if key not in _COMMON}
        for key, value in qualifiers.items():
            _qualifier(file, property_, key, value, known)
        if character:
            qualifiers["character"] = character
        if not row.get("sources") and not row.get("basis") and not row.get("computed"):
            file.fault(str(values[0]), f"{name} {values[0]!r} has neither sources nor a basis")
        _cites(file, row.get("sources", ()))
        for value in values:
            _value(file, property_, value, known)
            path = f"character.{character}.{name}" if character else name
            address = f"{path} {value}"
            cited = tuple(
                Cited(key, *evidence.get((subject, address, key), ("", ""))) for key in row.get("sources", ())
            )
            for key, _, seen in cited:
                if not seen and key in file.record.sources:
                    # A gap of record-keeping, not of what is said: somebody's first records should run.
                    file.gap(str(value), f"no line in evidence/{subject}.toml for {address!r} and source {key!r}")
            if row.get("computed"):
                continue  # computed values never count
            file.record.statements.append(
                Statement(
                    subject=subject,
                    property=name if name != "played_by" else "cast",
                    value=value,
                    qualifiers=qualifiers,
                    sources=cited,
                    negative=bool(row.get("not")),
                    basis=tuple(row.get("basis", ())),
                    remark=row.get("remark", ""),
                )
            )


def _qualifier(file: _File, property_: Property, key: str, value: Any, known: Any) -> None:
    if key not in property_.qualifiers:
        file.fault(key, f"{property_.name}: unknown qualifier {key!r}", [*property_.qualifiers, *_COMMON])
        return
    expected = property_.qualifiers[key]
    if not isinstance(expected, str):
        if value not in expected:
            file.fault(str(value), f"{property_.name}: {key} {value!r} is not one of the list", expected)
    elif expected in known and value not in known[expected]:
        file.fault(str(value), f"{property_.name}: {key} {value!r} is no known {expected}", known[expected])
    elif expected == "date" and not _EDTF.match(str(value)):
        file.fault(str(value), f"{property_.name}: {key} {value!r} is not an EDTF date")


def _value(file: _File, property_: Property, value: Any, known: Any) -> None:
    kind = property_.type
    if kind == "choice" and value not in property_.values:
        file.fault(str(value), f"{property_.name} {value!r} is not one of the list", property_.values)
    elif kind in known and value not in known[kind]:
        file.fault(str(value), f"{property_.name}: {value!r} is no known {kind}", known[kind])
    elif kind in ("year", "minutes", "number") and not isinstance(value, int):
        file.fault(str(value), f"{property_.name} {value!r} must be a whole number")
    elif kind == "year" and not 1870 <= int(value) <= 2100:
        file.fault(str(value), f"{property_.name} {value!r} is no year of a film")
    elif kind == "date" and not _EDTF.match(str(value)):
        file.fault(str(value), f"{property_.name} {value!r} is not an EDTF date")
    elif kind == "id" and not re.match(r"^[a-z]+:\S+$", str(value)):
        file.fault(str(value), f"{property_.name} {value!r} needs its name space, as in imdb:tt0000000")


_AWARD_COLUMNS = (
    "edition year category result title original_title work_year recipient country work shared sources".split()
)


def _awards(folder: Path, record: Record, works: set[Any]) -> None:
    path = folder / "awards/tables.toml"
    if not path.exists():
        return
    record.tables = _load(path, record)
    file = _File(path, path.read_text("utf-8"), record)
    for table, data in record.tables.items():
        file.only(data, _TABLE_KEYS, table)
        # `*`: every prize of the table, over all its categories
        for category, row in [("*", data), *data.get("category", {}).items()]:
            if row is not data:
                file.only(row, _CATEGORY_KEYS, f"{table}.{category}")
            declared = row.get("complete")
            file.only(declared or {}, _DECLARED_KEYS, f"{table}.{category}.complete")
            if declared:
                _cites(file, declared.get("sources", ()))
                record.complete.append(
                    Completeness(
                        subject=f"award:{table}",
                        property="award",
                        as_of=str(declared["to"]),
                        sources=tuple(Cited(key) for key in declared.get("sources", ())),
                        scope={
                            "category": category,
                            "from": declared["from"],
                            "to": declared["to"],
                            "nominated": bool(declared.get("nominated")),
                            "names": row.get("names", []),
                        },
                    )
                )
    for name in sorted((folder / "awards").glob("*.csv")):
        owner = next((table for table, data in record.tables.items() if data.get("file") == name.name), None)
        with name.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines)
            if missing := set(_AWARD_COLUMNS) - set(rows.fieldnames or ()):
                record.problems.append(f"{name}:1: columns missing: {', '.join(sorted(missing))}")
                continue
            for row in rows:
                _award(_File(name, "", record), rows.line_num, row, row.get("prize") or owner or "", works)


def _award(file: _File, line: int, row: dict[str, Any], table: str, works: set[Any]) -> None:
    record = file.record
    where = f"{file.path}:{line}"
    categories = record.tables.get(table, {}).get("category", {})
    if table not in record.tables:
        record.problems.append(f"{where}: prize {table!r} is not in tables.toml")
        return
    if row["category"] and row["category"] not in categories:
        near = get_close_matches(row["category"], list(categories), 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        record.problems.append(f"{where}: category {row['category']!r} of {table!r} is not in tables.toml{hint}")
    if row["work"] and row["work"] not in works:
        near = get_close_matches(row["work"], [str(w) for w in works], 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        record.problems.append(f"{where}: work {row['work']!r} is not recorded{hint}")
    keys = _split(row["sources"])
    for key in keys:
        if key not in record.sources:
            record.problems.append(f"{where}: source {key!r} is not in sources.toml")
    if not keys:
        record.problems.append(f"{where}: a row without sources")
    try:
        numbers = {name: int(row[name]) for name in ("edition", "year", "work_year") if row[name]}
    except ValueError as error:
        record.problems.append(f"{where}: {error}")
        return
    record.statements.append(
        Statement(
            subject=row["work"] or f"award:{table}",
            property="award",
            value=f"{table}/{row['category']}",
            qualifiers={
                "table": table,
                "category": row["category"],
                "result": row["result"] or "won",
                "title": row["title"],
                "recipient": row["recipient"],
                "shared": row["shared"] in ("yes", "true", "1"),
                "country": row["country"],
                **numbers,
            },
            sources=tuple(Cited(key, f"{row['year']}, {row['category'].replace('-', ' ')}", record.sources[key].seen)
                          for key in keys if key in record.sources),
            origin=Origin.TABLE,
        )
    )  # fmt: skip


def _sets(folder: Path, record: Record, works: set[Any], agents: set[Any]) -> None:
    """Sets declared complete: the screen works after one author. Each is a `Completeness` of the author."""
    path = folder / "sets.toml"
    if not path.exists():
        return
    data = _load(path, record)
    file = _File(path, path.read_text("utf-8"), record)
    for name, row in data.items():
        file.only(row, _SET_KEYS, name)
        _cites(file, row.get("sources", ()))
        if row.get("by") not in agents:
            file.fault(str(row.get("by")), f"{name}: agent {row.get('by')!r} is not recorded", agents)
            continue
        for work in row.get("works", ()):
            if work not in works:
                file.fault(work, f"{name}: work {work!r} is not recorded", works)
        record.complete.append(
            Completeness(
                subject=row["by"],
                property=f"set:{row.get('property', 'based_on')}",
                as_of=row.get("as_of", ""),
                sources=tuple(Cited(key) for key in row.get("sources", ())),
                scope={
                    "works": row.get("works", []),
                    "forms": row.get("forms", []),
                    "about": row.get("about", []),
                    "remark": row.get("remark", ""),
                },
            )
        )
        for made in row.get("not_filmed", ()):
            _cites(file, made.get("sources", ()))
            record.statements.append(
                Statement(row["by"], "not_filmed", made["is"], {}, tuple(Cited(k) for k in made.get("sources", ())))
            )


def _falsehoods(folder: Path, record: Record) -> None:
    """What is told of a film and is not so: the words that tell it, and what is so. Kept under the film's title,
    since most of these films have no record of their own."""
    path = folder / "falsehoods.toml"
    if not path.exists():
        return
    data = _load(path, record)
    file = _File(path, path.read_text("utf-8"), record)
    for name, row in data.items():
        file.only(row, _FALSEHOOD_KEYS, name)
        if not _ID.match(name):
            file.fault(name, f"id {name!r} must be lower-case ASCII words joined by '-'")
        if missing := {"title", "year", "said", "so", "sources"} - {key for key, value in row.items() if value}:
            file.fault(name, f"{name}: a falsehood needs {', '.join(sorted(missing))}")
            continue
        if not isinstance(row["year"], int):
            file.fault(name, f"{name}: year {row['year']!r} must be a whole number")
            continue
        for form in row["said"]:
            # two words stand in many a sentence that tells something else
            if not isinstance(form, list) or len(form) < 3 or any(word != word.casefold() for word in form):
                file.fault(name, f"{name}: a form is at least three words in lower case, not {form!r}")
        _cites(file, row["sources"])
        record.statements.extend(
            Statement(
                subject=f"falsehood:{titles.key(title)}",
                property="falsehood",
                value=row["so"],
                qualifiers={"id": name, "year": row["year"], "said": row["said"], "unless": row.get("unless", [])},
                sources=tuple(
                    Cited(key, "", record.sources[key].seen) for key in row["sources"] if key in record.sources
                ),
                negative=True,
                remark=row.get("remark", ""),
            )
            for title in (row["title"], *row.get("also", ()))
        )
