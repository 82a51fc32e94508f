"""The catalogue read: look-ups in one immutable SQLite file. Never writes, never guesses."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from verite.errors import CatalogueError
from verite.model import Cited, Completeness, Origin, Source, Statement, Work
from verite.properties import Property, decode

FORMAT = 5


class Catalogue:
    """Read-only look-ups. Holds one connection and what it has decoded so far; safe to share
    between threads, since nothing in the file ever changes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._statements: dict[tuple[str, str], tuple[Statement, ...]] = {}
        self._works: dict[str, Work | None] = {}
        self._sources: dict[str, Source] = {}
        self._spellings: dict[str, dict[str, list[list[Any]]]] = {}
        if self.meta.get("format") != FORMAT:
            raise CatalogueError(
                f"catalogue format {self.meta.get('format')}, this version reads {FORMAT}: build it again"
            )

    @classmethod
    def open(cls, path: Path) -> Self:
        """The catalogue at `path`. Raises `CatalogueError` if it is missing or damaged."""
        if not path.is_file():
            raise CatalogueError(f"{path}: no such catalogue file")
        try:
            uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            return cls(sqlite3.connect(uri, uri=True, check_same_thread=False))
        except sqlite3.DatabaseError as error:
            raise CatalogueError(f"{path}: not a catalogue ({error}); delete it and it is built again") from error

    def _rows(self, sql: str, *arguments: str | int) -> list[Any]:
        return self._connection.execute(sql, arguments).fetchall()

    @cached_property
    def meta(self) -> dict[str, Any]:
        return {key: json.loads(value) for key, value in self._rows("select key, value from meta")}

    def blob(self, name: str) -> Any:
        """One of the compiled tables: lexicon, registry, tables, places, events, states, names."""
        rows = self._rows("select data from blob where name = ?", name)
        return json.loads(rows[0][0]) if rows else {}

    @cached_property
    def registry(self) -> dict[str, Property]:
        return decode(self.blob("registry"))

    @cached_property
    def tables(self) -> dict[str, dict[str, Any]]:
        """The prizes known, by id: names, categories, city; see `records/awards/tables.toml`."""
        tables: dict[str, dict[str, Any]] = self.blob("tables")
        return tables

    @cached_property
    def places(self) -> dict[str, dict[str, Any]]:
        places: dict[str, dict[str, Any]] = self.blob("places")
        return places

    @cached_property
    def events(self) -> dict[str, dict[str, Any]]:
        events: dict[str, dict[str, Any]] = self.blob("events")
        return events

    @cached_property
    def states(self) -> dict[str, dict[str, Any]]:
        states: dict[str, dict[str, Any]] = self.blob("states")
        return states

    @cached_property
    def lexicon(self) -> dict[str, list[list[Any]]]:
        """The names that any prose may use, as a gazetteer layer (see `clauses.tokens`)."""
        lexicon: dict[str, list[list[Any]]] = self.blob("lexicon")
        return lexicon

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = self.blob("names")
        return names

    def names(self, agent: str) -> tuple[str, ...]:
        """Every recorded spelling of an agent's name, the preferred one first; its id if there is none."""
        return tuple(self._names.get(agent, (agent,)))

    def statements(self, subject: str, property_: str) -> tuple[Statement, ...]:
        at = (subject, property_)
        if at not in self._statements:
            rows = self._rows("select data from statement where subject = ? and property = ? order by id", *at)
            self._statements[at] = tuple(_statement(subject, property_, data) for (data,) in rows)
        return self._statements[at]

    def complete(self, subject: str, property_: str) -> tuple[Completeness, ...]:
        rows = self._rows("select data from complete where subject = ? and property = ?", subject, property_)
        found = []
        for (data,) in rows:
            as_of, sources, scope = json.loads(data)
            found.append(Completeness(subject, property_, as_of, tuple(Cited(*s) for s in sources), scope))
        return tuple(found)

    def awards(self, prize: str, category: str, years: Sequence[int]) -> tuple[Statement, ...]:
        """The recorded rows of one prize and category in these years, whatever film got it."""
        marks = ",".join("?" * len(years))
        rows = self._rows(
            f"select subject, data from award where prize = ? and category = ? and year in ({marks}) order by rowid",
            prize, category, *years,
        )  # fmt: skip
        return tuple(_statement(subject, "award", data) for subject, data in rows)

    def edition_years(self, prize: str, edition: int) -> tuple[int, ...]:
        """The years in which an edition of a prize was held, as its table has them."""
        rows = self._rows(
            "select distinct year from award where prize = ? and edition = ? and year is not null", prize, edition
        )
        return tuple(sorted(year for (year,) in rows))

    def credited(self, agents: Iterable[str]) -> tuple[Work, ...]:
        """The works to which any of these agents belongs."""
        found = {work for agent in agents for (work,) in self._rows("select work from credit where agent = ?", agent)}
        return tuple(work for id_ in sorted(found) if (work := self.work(id_)) is not None)

    def people(self, work: str) -> frozenset[str]:
        """The agents that belong to a work: its people, and the authors of its sources."""
        return frozenset(agent for (agent,) in self._rows("select agent from credit where work = ?", work))

    def spelled(self, work: str) -> Iterator[tuple[str, list[list[str]]]]:
        """(surface, entities) of every name that prose on a work may use."""
        for rows in self.spellings(work).values():
            for words, entities in rows:
                yield " ".join(words), entities

    def spellings(self, work: str) -> dict[str, list[list[Any]]]:
        """What prose on a work may call by name: a gazetteer layer."""
        if work not in self._spellings:
            rows = self._rows("select data from spelling where work = ?", work)
            self._spellings[work] = json.loads(rows[0][0]) if rows else {}
        return self._spellings[work]

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """The agents whose books are recorded."""
        return tuple(
            subject for (subject,) in self._rows("select distinct subject from statement where property = 'written'")
        )

    def source(self, key: str) -> Source:
        if key not in self._sources:
            self._sources[key] = self._source(key)
        return self._sources[key]

    def _source(self, key: str) -> Source:
        rows = self._rows("select data from source where key = ?", key)
        if not rows:
            return Source(key, key)
        data = json.loads(rows[0][0])
        return Source(**{**data, "derives_from": tuple(data["derives_from"])})

    def work(self, id_: str) -> Work | None:
        if id_ not in self._works:
            rows = self._rows("select data from work where id = ?", id_)
            self._works[id_] = _work(rows[0][0]) if rows else None
        return self._works[id_]

    @cached_property
    def works(self) -> tuple[Work, ...]:
        return tuple(_work(data) for (data,) in self._rows("select data from work order by id"))

    def titled(self, key: str) -> tuple[tuple[str, str, str], ...]:
        """(work, title, role) of every title that has this key."""
        return tuple(self._rows("select work, title, role from title where key = ?", key))

    @cached_property
    def all_titles(self) -> tuple[tuple[str, str, str, str], ...]:
        """(key, work, title, role) of every title: for a plain scan."""
        return tuple(self._rows("select key, work, title, role from title"))

    def place_within(self, place: str, other: str) -> bool:
        """Whether one place or state lies in another (ids; states by their code in lower case)."""
        seen = set()
        while place and place not in seen:
            if place == other:
                return True
            seen.add(place)
            place = self.places.get(place, {}).get("within", "").lower()
        return False

    def place_name(self, place: str) -> str:
        row = self.places.get(place) or self.states.get(place.upper()) or {"name": place}
        return str(row["name"])


def _statement(subject: str, property_: str, data: str) -> Statement:
    value, qualifiers, sources, origin, negative, basis, remark = json.loads(data)
    cited = tuple(Cited(*s) for s in sources)
    return Statement(subject, property_, value, qualifiers, cited, Origin(origin), negative, tuple(basis), remark)


def _work(data: str) -> Work:
    row: Mapping[str, Any] = json.loads(data)
    return Work(**{**row, "years": tuple((y, of) for y, of in row["years"]), "director": tuple(row["director"])})
