"""A record compiled into one catalogue file, named by the hash of what went into it.

Written beside its final place and renamed, so that a reader never sees half of it and a build
that is killed leaves nothing in use.
"""

import json
import os
import sqlite3
import tempfile
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from verite import properties, titles
from verite.catalogue.read import FORMAT, Catalogue
from verite.clauses import tokens
from verite.clauses.lexicon import lexicon
from verite.model import Statement
from verite.names import parts
from verite.sources.record import Record

_SCHEMA = """
create table meta (key text primary key, value text) without rowid;
create table statement (id integer primary key, subject text, property text, data text);
create index statement_of on statement (subject, property);
create table title (key text, work text, title text, role text, primary key (key, work, title, role)) without rowid;
create table work (id text primary key, data text) without rowid;
create table complete (subject text, property text, data text);
create index complete_of on complete (subject, property);
create table source (key text primary key, data text) without rowid;
create table award (prize text, category text, year integer, edition integer, subject text, data text);
create index award_of on award (prize, category, year);
create index award_at on award (prize, edition);
create table credit (agent text, work text, primary key (agent, work)) without rowid;
create index credit_of on credit (work);
create table spelling (work text primary key, data text) without rowid;
create table blob (name text primary key, data text) without rowid;
"""


def compiled(record: Record, name: str = "memory") -> Catalogue:
    """A catalogue in memory: for tests, and where no file can be written."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(connection, record, name)
    return Catalogue(connection)


def write(record: Record, target: Path, name: str) -> None:
    """The catalogue file `target`, written aside and renamed."""
    handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".part")
    os.close(handle)
    try:
        connection = sqlite3.connect(temporary)
        _fill(connection, record, name)
        connection.execute("vacuum")
        connection.close()
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _fill(connection: sqlite3.Connection, record: Record, name: str) -> None:
    connection.executescript(_SCHEMA)
    by_subject: dict[str, list[Statement]] = {}
    for said in record.statements:
        by_subject.setdefault(said.subject, []).append(said)
    names = _preferred_names(by_subject)
    works = {s.subject for s in record.statements if s.property == "title"}
    rows = [(s.subject, s.property, json.dumps(_plain(s), ensure_ascii=False)) for s in record.statements]
    connection.executemany("insert into statement (subject, property, data) values (?, ?, ?)", rows)
    for work in sorted(works):
        summary = _work(work, by_subject[work], names)
        connection.execute("insert into work values (?, ?)", (work, json.dumps(summary, ensure_ascii=False)))
        for said in by_subject[work]:
            if said.property == "title":
                role = str(said.qualifiers.get("of", "alternative"))
                for key in titles.keys(said.value):
                    connection.execute("insert or ignore into title values (?, ?, ?, ?)", (key, work, said.value, role))
    connection.executemany(
        "insert into award values (?, ?, ?, ?, ?, ?)",
        [
            (s.qualifiers["table"], s.qualifiers["category"], s.qualifiers.get("year"), s.qualifiers.get("edition"),
             s.subject, json.dumps(_plain(s), ensure_ascii=False))
            for s in record.statements if s.property == "award"
        ],
    )  # fmt: skip
    for work in sorted(works):
        for agent in _credited(by_subject[work]):
            connection.execute("insert or ignore into credit values (?, ?)", (agent, work))
        spelling = json.dumps(tokens.grouped(_spellings(work, by_subject[work], names)), ensure_ascii=False)
        connection.execute("insert into spelling values (?, ?)", (work, spelling))
    for done in record.complete:
        connection.execute(
            "insert into complete values (?, ?, ?)",
            (done.subject, done.property, json.dumps([done.as_of, done.sources, dict(done.scope)])),
        )
    for source in record.sources.values():
        connection.execute("insert into source values (?, ?)", (source.key, json.dumps(source._asdict())))
    blobs = {
        "lexicon": tokens.grouped(_lexicon(record, by_subject, works, names)),
        "registry": properties.plain(),
        "tables": {id_: _prize(row) for id_, row in record.tables.items()},
        "places": record.places,
        "events": record.events,
        "states": record.states,
        "names": names,
    }
    for key, blob in blobs.items():
        connection.execute("insert into blob values (?, ?)", (key, json.dumps(blob, ensure_ascii=False)))
    stream = sorted(json.dumps(row, ensure_ascii=False) for row in rows)
    meta = {
        "format": FORMAT,
        "hash": blake2b("\n".join(stream).encode(), digest_size=16).hexdigest(),
        "built_from": name,
        "as_of": max((done.as_of for done in record.complete if "-" in done.as_of), default=""),
        "works": len(works),
        "statements": len(rows),
        "agents": len(names),
        "sources": len(record.sources),
    }
    connection.executemany("insert into meta values (?, ?)", [(k, json.dumps(v)) for k, v in meta.items()])
    connection.commit()


def _plain(said: Statement) -> list[Any]:
    return [said.value, dict(said.qualifiers), said.sources, said.origin, said.negative, said.basis, said.remark]


def _preferred_names(by_subject: dict[str, list[Statement]]) -> dict[str, list[str]]:
    """agent id -> its names, the preferred one first."""
    found: dict[str, list[str]] = {}
    for subject, said in by_subject.items():
        rows = [s for s in said if s.property == "name" and "character" not in s.qualifiers]
        if rows:
            rows.sort(key=lambda s: not s.qualifiers.get("preferred"))
            found[subject] = [str(s.value) for s in rows]
    return found


_YEAR_ORDER = ("first-showing", "release", "broadcast", "production", "home-release")


def _work(work: str, said: list[Statement], names: dict[str, list[str]]) -> dict[str, Any]:
    titled = [s for s in said if s.property == "title"]
    preferred = next((s.value for s in titled if s.qualifiers.get("preferred")), titled[0].value)
    original = next((s.value for s in titled if s.qualifiers.get("of") == "original"), preferred)
    years = sorted({(int(s.value), str(s.qualifiers.get("of", ""))) for s in said if s.property == "year"})
    shown = next((y for meaning in _YEAR_ORDER for y, of in years if of == meaning), years[0][0] if years else None)
    return {
        "id": work,
        "title": preferred,
        "original_title": original,
        "year": shown,
        "years": years,
        "director": [names.get(s.value, [s.value])[0] for s in said if s.property == "director" and not s.negative],
        "form": next((s.value for s in said if s.property == "form"), ""),
        "same_as": dict(reversed([s.value.split(":", 1) for s in said if s.property == "same_as"])),
    }


def _prize(row: dict[str, Any]) -> dict[str, Any]:
    """A prize's table without its rows: what a reader of prose and a message need."""
    kept: dict[str, Any] = {key: row[key] for key in ("name", "kind", "city", "work_year") if key in row}
    categories = {
        id_: {"name": c.get("name", ""), "also": c.get("also", []), "top": bool(c.get("top"))}
        for id_, c in row.get("category", {}).items()
    }
    return {**kept, "category": categories}


_CREDITS = ("director", "writer", "composer", "cast", "person", "narrator")


def _credited(said: list[Statement]) -> list[str]:
    """Everybody whose name in the prose speaks for this film: its people, and the authors of its sources."""
    found = [s.value for s in said if s.property in _CREDITS and not s.negative]
    return found + [s.qualifiers["by"] for s in said if s.property == "based_on" and s.qualifiers.get("by")]


def _spellings(work: str, said: list[Statement], names: dict[str, list[str]]) -> dict[str, list[list[str]]]:
    """What prose on this film may call by name: the film by its titles, its characters, its people by
    family name (safe only once the film is known), and the nouns that the record uses for its people."""
    found: dict[str, list[list[str]]] = {}

    def add(name: str, type_: str, id_: str) -> None:
        if surface := tokens.surface(name):
            row = found.setdefault(surface, [])
            if [type_, id_] not in row:
                row.append([type_, id_])

    for s in said:
        if s.property == "title" and titles.words(str(s.value)):
            add(str(s.value), "this", work)
        elif s.property == "name":
            for part in {str(s.value), *(p for p in str(s.value).split(" ") if len(p) > 2 and p[0].isupper())}:
                add(part, "character", str(s.qualifiers.get("character", "")))
        elif s.property == "descriptor":
            for noun in (str(s.value), f"{s.value}s"):
                if not lexicon().has(noun, "human"):
                    add(noun, "descriptor", str(s.value))
    for agent in dict.fromkeys(_credited(said)):
        for name in names.get(agent, ()):
            if len(family := name.split(" ")[-1]) > 3:
                add(family, "agent", agent)
    return found


def _lexicon(
    record: Record, by_subject: dict[str, list[Statement]], works: set[str], names: dict[str, list[str]]
) -> dict[str, list[list[str]]]:
    """Surface forms that a reader of prose should know: folded text -> [[type, id], ...]."""
    found: dict[str, list[list[str]]] = {}

    def add(surface: str, type_: str, id_: str) -> None:
        row = found.setdefault(tokens.surface(surface), [])
        if [type_, id_] not in row:
            row.append([type_, id_])

    for code, state in record.states.items():
        for surface in (state["name"].removeprefix("the "), *state["also"]):
            add(surface, "state", code)
        for surface in state["adjectives"]:
            add(surface, "nationality", code)
    for table, rows in (("place", record.places), ("event", record.events)):
        for id_, row in rows.items():
            for surface in (row["name"], *row["also"]):
                add(surface, table, id_)
    for agent, spellings in names.items():
        for surface in spellings:
            if len(parts(surface)) > 1:
                add(surface, "agent", agent)
    for table, data in record.tables.items():
        type_ = "festival" if data.get("kind") == "festival" else "prize"
        for surface in (data.get("name", ""), *data.get("also", ())):
            if surface:
                add(surface, type_, table)
        for surface in [data["prizes"]] if isinstance(data.get("prizes"), str) else data.get("prizes", ()):
            add(surface, "prize", table)
        for category, row in data.get("category", {}).items():
            for surface in (row.get("name", ""), *row.get("also", ())):
                if surface:
                    add(surface, "prize" if data.get("kind") == "festival" else "category", f"{table}/{category}")
    for work in works:
        for said in by_subject[work]:
            if said.property == "title" and said.qualifiers.get("of") != "transliterated" and " " in str(said.value):
                add(str(said.value), "film", work)
            if said.property == "based_on" and said.value != "original-screenplay":
                for surface in (said.value, *said.qualifiers.get("also", ())):
                    add(surface, "work", str(said.value))
    for said in record.statements:
        if said.property == "written":
            for surface in (said.value, *said.qualifiers.get("also", ())):
                add(surface, "work", str(said.value))
    found.pop("", None)
    return found


def subset(record: Record, keep: Any) -> Record:
    """The record with only the statements that `keep` accepts: for tests of what evidence does."""
    return replace(record, statements=[s for s in record.statements if keep(s)])
