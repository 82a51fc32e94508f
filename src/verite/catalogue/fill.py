"""A catalogue file filled: subjects in a stream, then what is looked up (titles, ids, people, prizes).

The one class here has state for a reason: an open file, and the hash of everything that went into it. Nothing is
held for longer than a batch, so a million films take no more memory than a thousand.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import blake2b
from typing import Any

import msgspec

from verite import names, properties, titles
from verite.catalogue import spellings, vocabulary
from verite.catalogue.schema import (
    AGENT,
    AWARD,
    CREDITS,
    FORMAT,
    INDEXES,
    KINDS,
    NAMED,
    ROLES,
    TABLES,
    WORK,
    brief,
    row,
)
from verite.model import Completeness, Source, Statement
from verite.sources.record import Record
from verite.sources.source import Described, Opened

_BATCH = 20_000
_OTHER = len(ROLES)


class Filling:
    """A catalogue file in the making. `record`, `opened`, then `joined`, then `finish`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.executescript(TABLES)
        self._digest = blake2b(digest_size=16)
        self._encode = msgspec.json.Encoder().encode  # a tenth of the time of the standard library's
        self._last = 0  # number of the last subject
        self.counts = {"statements": 0, "agents": 0}
        self._sources: dict[str, tuple[int, Source]] = {}
        self._rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in _INSERTS}
        self.agents: dict[str, list[str]] = {}  # the record's people: id -> names, the preferred one first
        self._as_of: list[str] = []
        self._tables: dict[str, Any] = {}
        self._of: dict[int, list[Any]] = {}  # source -> as of when, origin, what may refute
        self._record = Record()

    def record(self, record: Record, *, statements: bool = True) -> None:
        """Our own record: each of its statements names its own sources. Without `statements`, only its vocabulary
        (states, places, events, names of prizes) is taken."""
        self._record = record
        self._tables = vocabulary.merged(self._tables, record.tables)
        if not statements:
            return
        for source in record.sources.values():
            self._source(source)
        by_subject: dict[str, list[Statement]] = {}
        for n, said in enumerate(record.statements):
            subject = f"{said.subject}/{n}" if said.subject.startswith("award:") else said.subject
            by_subject.setdefault(subject, []).append(said)
        self.agents = vocabulary.preferred_names(by_subject)
        for subject, statements_ in by_subject.items():
            self._own(subject, statements_)
        for done in record.complete:
            self._declare(done)
        self._as_of += [done.as_of for done in record.complete if "-" in done.as_of]

    def _own(self, subject: str, statements: list[Statement]) -> None:
        data: dict[str, list[Any]] = {}
        for said in statements:
            data.setdefault(said.property, []).append(row(said))
        what = WORK if "title" in data else AWARD if subject.startswith("award:") else AGENT
        n = self._subject(subject, what, 0, data, self.agents)
        if what == WORK:
            layer = spellings.layer(subject, statements, self.agents)
            self._add("spelling", (n, json.dumps(layer, ensure_ascii=False)))

    def opened(self, opened: Opened, subjects: Iterable[Described] | None = None) -> int:
        """Everything that one source says; gives the number of its subjects."""
        n = self._source(opened.source)
        self._of[n] = [opened.as_of, opened.origin, dict(opened.complete)]
        before = self._last
        people: dict[str, list[str]] = {}
        for described in opened.read() if subjects is None else subjects:
            found: dict[str, list[Any]] = {}
            for property_, value, qualifiers in described.said:
                if property_ in found:
                    found[property_].append(brief(value, qualifiers))
                else:
                    found[property_] = [brief(value, qualifiers)]
            self._subject(described.id, KINDS.index(described.what), n, found, people)
        self._tables = vocabulary.merged(self._tables, opened.tables)  # they may fill up while the source is read
        for done in opened.declared:
            self._declare(done)
        self._as_of += [opened.as_of] if "-" in opened.as_of else []
        return self._last - before

    def _source(self, source: Source) -> int:
        if source.key not in self._sources:
            n = len(self._sources) + 1
            self._sources[source.key] = (n, source)
            self._add("source", (n, source.key, json.dumps(source._asdict(), ensure_ascii=False)))
        return self._sources[source.key][0]

    def _declare(self, done: Completeness) -> None:
        data = json.dumps([done.as_of, done.sources, dict(done.scope)], ensure_ascii=False)
        self._add("complete", (done.subject, done.property, data))

    def _subject(
        self, id_: str, what: int, source: int, data: dict[str, list[Any]], known: Mapping[str, list[str]]
    ) -> int:
        self._last = n = self._last + 1
        text = self._encode(data).decode()
        self._digest.update(f"{source}\t{id_}\t{text}\n".encode())
        self.counts["statements"] += sum(map(len, data.values()))
        rows = self._rows
        rows["subject"].append((n, id_, what, source, text))
        if what != AWARD:
            rows["known"].append((id_, n, 1))
            rows["known"].extend((same[0], n, 0) for same in data.get("same_as", ()))
        if what == WORK:
            self._names(n, data)
            self._people(n, data, known)
        elif what == AGENT:
            self.counts["agents"] += not id_.startswith("falsehood:")
            for said in data.get("name", ()) if source else ():
                if key := names.key(said[0]):
                    rows["person"].append((key, n, NAMED))
        for said in data.get("award", ()):
            q = said[1]
            rows["award"].append((q["table"], q["category"], q.get("year"), q.get("edition"), n))
        if len(rows["subject"]) >= _BATCH:
            self._flush()
        return n

    def _names(self, n: int, data: dict[str, list[Any]]) -> None:
        years = ",".join(sorted({str(said[0]) for said in data.get("year", ())}))
        roles: dict[str, int] = {}  # most films are called the same at home and abroad: one name, not two
        for said in data.get("title", ()):
            role = _ROLE.get(said[1].get("of", ""), _OTHER) if len(said) > 1 else 1
            roles[said[0]] = min(role, roles.get(said[0], role))
        rows = self._rows["name"]
        for title, role in roles.items():
            if title.isascii():
                rows.append((titles.key(title), n, role, years, title))
            else:
                rows.extend((key, n, role, years, title) for key in titles.keys(title))

    def _people(self, n: int, data: dict[str, list[Any]], known: Mapping[str, list[str]]) -> None:
        rows = self._rows["person"]
        for property_ in _CREDITED.keys() & data.keys():
            role = _CREDITED[property_]
            for said in data[property_]:
                who = said[0]
                if property_ == "based_on":
                    if who != "original-screenplay":
                        rows.append((f"= {titles.key(str(who))}", n, role))
                    who = said[1].get("by") if len(said) > 1 else None
                if who and not (len(said) > 4 and said[4]):
                    for name in known.get(who) or (() if ":" in who else (who,)):
                        if key := names.key(name):
                            rows.append((key, n, role))
                    if ":" in who or who in known:
                        rows.append((who, n, role))

    def _add(self, table: str, values: tuple[Any, ...]) -> None:
        self._rows[table].append(values)

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            if rows:
                self.connection.executemany(_INSERTS[table], rows)
                rows.clear()

    def join(self, lead: int, subject: int, reason: str) -> None:
        """Two subjects are one; the lead is the number under which they are looked up."""
        self._add("member", (lead, subject, reason))

    def conflict(self, what: str, subject: int, other: int, reason: str) -> None:
        self._add("conflict", (what, subject, other, reason))

    def flushed(self) -> sqlite3.Connection:
        """The file so far, for whoever settles which subjects are one."""
        self._flush()
        return self.connection

    def finish(self, name: str) -> dict[str, Any]:
        """Look-up tables, vocabulary and meta; gives the meta."""
        self._flush()
        self.connection.executescript(INDEXES)
        blobs = {
            "lexicon": vocabulary.lexicon(self._record, self._tables, self.agents),
            "registry": properties.plain(),
            "tables": {id_: vocabulary.prize(table) for id_, table in self._tables.items()},
            "places": self._record.places,
            "events": self._record.events,
            "states": self._record.states,
            "camps": {id_: asdict(camp) for id_, camp in self._record.camps.items()},
            "prisoners": [asdict(count) for count in self._record.prisoners],
            "glossary": {id_: asdict(term) for id_, term in self._record.glossary.items()},
            "names": self.agents,
            **{f"source:{n}": of for n, of in self._of.items()},
        }
        for key, blob in blobs.items():
            self._add("blob", (key, json.dumps(blob, ensure_ascii=False)))
        works = self.connection.execute("select count(distinct lead) from title").fetchone()[0]
        meta = {
            "format": FORMAT,
            "hash": self._digest.hexdigest(),
            "built_from": name,
            "as_of": max(self._as_of, default=""),
            "works": works,
            "statements": self.counts["statements"],
            "agents": self.counts["agents"],
            "sources": len(self._sources),
        }
        for key, value in meta.items():
            self._add("meta", (key, json.dumps(value)))
        self._flush()
        self.connection.commit()
        return meta


_CREDITED = {name: n for n, name in enumerate(CREDITS)}
_ROLE = {name: n for n, name in enumerate(ROLES)}
_INSERTS = {
    "meta": "insert into meta values (?, ?)",
    "blob": "insert into blob values (?, ?)",
    "source": "insert into source values (?, ?, ?)",
    "subject": "insert into subject values (?, ?, ?, ?, ?)",
    "name": "insert into name values (?, ?, ?, ?, ?)",
    "known": "insert into known values (?, ?, ?)",
    "person": "insert into person values (?, ?, ?)",
    "award": "insert into award values (?, ?, ?, ?, ?)",
    "complete": "insert into complete values (?, ?, ?)",
    "spelling": "insert into spelling values (?, ?)",
    "member": "insert or ignore into member values (?, ?, ?)",
    "conflict": "insert into conflict values (?, ?, ?, ?)",
}
