"""The catalogue read: look-ups in one immutable SQLite file. Never writes, never guesses."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar, TypeVarTuple

from verite import names, titles
from verite.catalogue import spellings, works
from verite.catalogue.schema import CREDITS, FORMAT, NAMED, ROLES
from verite.errors import CatalogueError
from verite.model import Cited, Completeness, Origin, Source, Statement, Work
from verite.properties import Property, decode

if TYPE_CHECKING:
    from verite.catalogue.postings import Postings

Of = TypeVarTuple("Of")
Found = TypeVar("Found")

_KEPT = 4096  # films and people decoded at a time: a batch of ten thousand lists takes no more memory than one


class Titled(NamedTuple):
    """A film under one of its titles. `lead` is its number in this catalogue, `years` those of this title's source."""

    lead: int
    role: int  # place in schema.ROLES
    years: tuple[int, ...]
    title: str

    @property
    def of(self) -> str:
        return ROLES[self.role] if self.role < len(ROLES) else "alternative"


class _Of(NamedTuple):
    """A source as its subjects' statements need it."""

    key: str
    as_of: str
    origin: Origin
    complete: dict[str, str]


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) > _KEPT:
        kept.clear()


def _kept(look_up: "Callable[[Catalogue, *Of], Found]") -> "Callable[[Catalogue, *Of], Found]":
    """A look-up whose last answers are kept: nothing in the file ever changes, and lists ask for the same people,
    films and prizes again and again."""

    name = look_up.__name__

    @wraps(look_up)
    def asked(self: "Catalogue", /, *of: *Of) -> Found:
        held = self._answers[name]
        found: Found | None = held.get(of)  # asked once, since another thread may make room
        if found is None:
            _make_room(held)
            held[of] = found = look_up(self, *of)
        return found

    return asked


class Catalogue:
    """Read-only look-ups. Holds one connection and what it has decoded lately; safe to share
    between threads, since nothing in the file ever changes."""

    def __init__(self, connection: sqlite3.Connection, folder: Path | None = None) -> None:
        self._connection = connection
        self.folder = folder
        self._data: dict[int, list[tuple[str, int, dict[str, list[Any]]]]] = {}
        self._leads: dict[str, int] = {}
        self._works: dict[int, Work | None] = {}
        self._sources: dict[str, Source] = {}
        self._spellings: dict[int, dict[str, list[list[Any]]]] = {}
        self._answers: dict[str, dict[tuple[Any, ...], Any]] = defaultdict(dict)  # of the methods marked `_kept`
        self._credited: dict[str, tuple[tuple[int, int], ...]] = {}
        self._of: dict[int, _Of] = {}
        if self.meta.get("format") != FORMAT:
            raise CatalogueError(
                f"catalogue format {self.meta.get('format')}, this version reads {FORMAT}: build it again"
            )

    @classmethod
    def open(cls, path: Path) -> Self:
        """The catalogue at `path`, a file or a version's folder. Raises `CatalogueError` if it is missing or damaged."""
        file = path / "catalogue.sqlite" if path.is_dir() else path
        if not file.is_file():
            raise CatalogueError(f"{file}: no such catalogue file")
        try:
            uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            connection.execute("pragma mmap_size=8589934592")
            return cls(connection, path if path.is_dir() else None)
        except sqlite3.DatabaseError as error:
            raise CatalogueError(f"{file}: not a catalogue ({error}); delete it and it is built again") from error

    def _rows(self, sql: str, *arguments: str | int) -> list[Any]:
        return self._connection.execute(sql, arguments).fetchall()

    @cached_property
    def meta(self) -> dict[str, Any]:
        return {key: json.loads(value) for key, value in self._rows("select key, value from meta")}

    def blob(self, name: str) -> Any:
        """One of the compiled tables: lexicon, registry, tables, places, events, states, camps, prisoners, glossary, names."""
        rows = self._rows("select data from blob where name = ?", name)
        return json.loads(rows[0][0]) if rows else {}

    @cached_property
    def thresholds(self) -> dict[str, Any]:
        """The linker's thresholds, calibrated for a catalogue of this size; none for a small one."""
        if self.folder is None:
            return {}
        from verite.catalogue.folder import manifest

        found: dict[str, Any] = manifest(self.folder).get("thresholds", {})
        return found

    @cached_property
    def postings(self) -> "Postings | None":
        """The trigrams of all titles, mapped into memory; a small catalogue has none and is scanned."""
        if self.folder is None or not (self.folder / "grams.npy").is_file():
            return None
        from verite.catalogue.postings import Postings  # numpy takes 100 ms: only where no key agrees

        return Postings(self.folder)

    @cached_property
    def registry(self) -> dict[str, Property]:
        return decode(self.blob("registry"))

    @cached_property
    def tables(self) -> dict[str, dict[str, Any]]:
        """The prizes known, by id: names, categories, city; see `records/awards/tables.toml`."""
        tables: dict[str, dict[str, Any]] = self.blob("tables")
        return tables

    @cached_property
    def festivals(self) -> dict[str, set[str]]:
        """City -> the festivals held there, by id."""
        found: dict[str, set[str]] = {}
        for table, row in self.tables.items():
            if row.get("kind") == "festival" and row.get("city"):
                found.setdefault(row["city"], set()).add(table)
        return found

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
    def forerunners(self) -> dict[str, list[str]]:
        """State -> those that it followed."""
        found: dict[str, list[str]] = {}
        for code, row in self.states.items():
            for heir in row["successors"]:
                found.setdefault(heir, []).append(code)
        return found

    @cached_property
    def camps(self) -> dict[str, dict[str, Any]]:
        """The camps by id, each as `sources.history.Camp` has it."""
        camps: dict[str, dict[str, Any]] = self.blob("camps")
        return camps

    @cached_property
    def prisoners(self) -> list[dict[str, Any]]:
        """The counts of prisoners, each as `sources.history.Count` has it; series that differ stand side by side."""
        return list(self.blob("prisoners"))

    @cached_property
    def glossary(self) -> dict[str, dict[str, Any]]:
        """The words of the camps by id, each as `sources.history.Term` has it."""
        glossary: dict[str, dict[str, Any]] = self.blob("glossary")
        return glossary

    @cached_property
    def lexicon(self) -> dict[str, list[list[Any]]]:
        """The names that any prose may use, as a gazetteer layer (see `clauses.tokens`)."""
        lexicon: dict[str, list[list[Any]]] = self.blob("lexicon")
        return lexicon

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = self.blob("names")
        return names

    @_kept
    def names(self, agent: str) -> tuple[str, ...]:
        """Every spelling of an agent's name, the preferred one first; where a source has no more than the name,
        that is its id."""
        if agent in self._names:
            return tuple(self._names[agent])
        rows = (
            [row for _, _, data in self._held(self.lead(agent)) for row in data.get("name", ())] if ":" in agent else []
        )
        rows.sort(key=lambda row: not (len(row) > 1 and row[1].get("preferred")))
        return tuple(str(row[0]) for row in rows) or (agent,)

    def lead(self, id_: str) -> int:
        """The number of the film or person that carries this id, its own or one elsewhere; 0 if none does."""
        if id_ not in self._leads:
            rows = self._rows("select lead from id where id = ?", id_)
            _make_room(self._leads)
            self._leads[id_] = rows[0][0] if rows else 0
        return self._leads[id_]

    @cached_property
    def falsehoods(self) -> frozenset[str]:
        """The subjects of the falsehoods on record: few, and asked for with every film."""
        return frozenset(
            id_ for (id_,) in self._rows("select id from id where id >= 'falsehood:' and id < 'falsehood;'")
        )

    @cached_property
    def _declared(self) -> frozenset[str]:
        """The subjects of which the record declares anything complete: few, and asked for with every claim."""
        return frozenset(subject for (subject,) in self._rows("select distinct subject from complete"))

    @cached_property
    def _lead_of(self) -> dict[int, int]:
        """The number of a film or person by that of each of its subjects, where it has several."""
        return dict(self._rows("select subject, lead from member"))

    def _held(self, lead: int) -> list[tuple[str, int, dict[str, list[Any]]]]:
        """(id, source, data) of each subject that is this film or person, our record's first."""
        if lead not in self._data:
            rows = self._rows(
                "select id, source, data from subject where n = ? or n in (select subject from member where lead = ?) order by n",
                lead, lead,
            )  # fmt: skip
            _make_room(self._data)
            self._data[lead] = [
                (id_, source, data) for (id_, source, _), data in zip(rows, _decoded(rows), strict=True)
            ]
        return self._data[lead]

    @_kept
    def statements(self, subject: str, property_: str) -> tuple[Statement, ...]:
        """What all sources together say of a film or person, under whichever of its ids."""
        lead = self.lead(subject)
        found: list[Statement] = []
        for id_, source, data in self._held(lead) if lead else ():
            if property_ in data:
                found += self._said(id_, property_, source, data[property_])
        return tuple(found)

    def _said(self, subject: str, property_: str, source: int, rows: list[list[Any]]) -> Iterator[Statement]:
        """What one source says of a subject: a row is a value with its qualifiers, or all of a statement."""
        of = self._source_of(source) if source else None  # each statement of our record names its own
        by = (Cited(of.key, subject, of.as_of),) if of is not None else ()
        for row in rows:
            if of is None or len(row) > 2:
                value, qualifiers, sources, origin, negative, basis, remark = row
                cited = tuple(Cited(*s) for s in sources)
                yield Statement(
                    subject, property_, value, qualifiers, cited, Origin(origin), negative, tuple(basis), remark
                )
            else:
                yield Statement(subject, property_, row[0], row[1] if len(row) > 1 else {}, by, of.origin)

    def _source_of(self, n: int) -> _Of:
        if n not in self._of:
            ((key,),) = self._rows("select key from source where n = ?", n)
            as_of, origin, complete = self.blob(f"source:{n}")
            self._of[n] = _Of(key, as_of, Origin(origin), complete)
        return self._of[n]

    @_kept
    def complete(self, subject: str, property_: str) -> tuple[Completeness, ...]:
        """The declarations that these are all: of the record for this subject, and of the sources that name every
        value of the property for each film of theirs."""
        asked = "select data from complete where subject = ? and property = ?"
        rows = self._rows(asked, subject, property_) if subject in self._declared else []
        found = []
        for (data,) in rows:
            as_of, sources, scope = json.loads(data)
            found.append(Completeness(subject, property_, as_of, tuple(Cited(*s) for s in sources), scope))
        if not subject.startswith("award:") and (lead := self.lead(subject)):
            for id_, source, held in self._held(lead):
                if source and property_ in held and property_ in (of := self._source_of(source)).complete:
                    found.append(Completeness(subject, property_, of.as_of, (Cited(of.key, id_, of.as_of),)))
        return tuple(found)

    def awards(self, prize: str, category: str, years: Sequence[int]) -> tuple[Statement, ...]:
        """The recorded rows of one prize and category in these years, whatever film got it."""
        return self._awards(prize, category, tuple(years))

    @_kept
    def _awards(self, prize: str, category: str, years: tuple[int, ...]) -> tuple[Statement, ...]:
        marks = ",".join("?" * len(years))
        rows = self._rows(
            "select id, source, data from subject where n in (select distinct subject from award"
            f" where prize = ? and category = ? and year in ({marks})) order by n",
            prize, category, *years,
        )  # fmt: skip
        found: list[Statement] = []
        for (id_, source, _), data in zip(rows, _decoded(rows), strict=True):
            given = [row for row in data["award"] if (row[1]["table"], row[1]["category"]) == (prize, category)]
            found += self._said(id_, "award", source, [row for row in given if row[1].get("year") in years])
        return tuple(found)

    @_kept
    def edition_years(self, prize: str, edition: int) -> tuple[int, ...]:
        """The years in which an edition of a prize was held, as its table has them."""
        rows = self._rows(
            "select distinct year from award where prize = ? and edition = ? and year is not null", prize, edition
        )
        return tuple(sorted(year for (year,) in rows))

    def credited(self, key: str) -> tuple[tuple[int, int], ...]:
        """(film, place in `schema.CREDITS`) of everybody whose name has this key (`names.key`), whose id it is, or
        (key "= ..." of a title) of the films after a work of that title."""
        return self.all_credited((key,))[key]

    def all_credited(self, keys: Iterable[str]) -> dict[str, tuple[tuple[int, int], ...]]:
        """`credited` of each of these keys: an entry names twenty, and one question to the file is quicker than twenty."""
        found = {key: self._credited.get(key) for key in keys}
        if asked := [key for key, held in found.items() if held is None]:
            rows: dict[str, list[tuple[int, int]]] = {key: [] for key in asked}
            marks = ",".join("?" * len(asked))
            for key, lead, role in self._rows(f"select key, lead, role from credit where key in ({marks})", *asked):
                rows[key].append((lead, role))
            _make_room(self._credited)
            met = {key: self._of_the_named(some) for key, some in rows.items()}
            self._credited.update(met)
            found |= met
        return {key: held for key, held in found.items() if held is not None}

    def _of_the_named(self, rows: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """What is credited under a name, that of the people of our record who bear it under their ids included."""
        named = [lead for lead, role in rows if role == NAMED]
        if not named:
            return tuple(rows)
        people = dict.fromkeys(id_ for lead in named for id_ in self._ids(lead))
        films = [row for row in rows if row[1] != NAMED]
        for id_ in people:
            films += self._rows("select lead, role from credit where key = ?", id_)
        return tuple(dict.fromkeys(films))

    def _ids(self, lead: int) -> list[str]:
        """Every id of a film or person: those under which its sources tell of it, and those they give it elsewhere."""
        held = self._held(lead)
        return [id_ for id_, _, _ in held] + [str(row[0]) for _, _, data in held for row in data.get("same_as", ())]

    def filmography(self, agent: str) -> tuple[Work, ...]:
        """The films to which an agent belongs, in whatever part, by id."""
        leads = dict.fromkeys(lead for lead, _ in self.credited(agent))
        return tuple(work for lead in leads if (work := self.numbered(lead)) is not None)

    @_kept
    def people(self, work: str) -> tuple[str, ...]:
        """The agents that belong to a work, by id: its people, and the authors of its sources."""
        return tuple(sorted(spellings.credited(self._all(work, CREDITS))))

    @_kept
    def families(self, work: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Of each of a work's people the name to show, and each spelling with the key of the family name in it, those of
        three letters and more."""
        found = []
        for agent in self.people(work):
            spelt = tuple((names.key(name.split(" ")[-1]), name) for name in self.names(agent))
            found.append((self.names(agent)[0], tuple(row for row in spelt if len(row[0]) > 2)))
        return tuple(found)

    def _all(self, work: str, properties: Iterable[str]) -> Iterator[Statement]:
        return (said for name in properties for said in self.statements(work, name))

    @_kept
    def characters(self, work: str) -> tuple[str, ...]:
        """The names of a work's characters as folded words, whole and in part."""
        return tuple(
            " ".join(words)
            for rows in self.spellings(work).values()
            for words, entities in rows
            if any(type_ == "character" for type_, _ in entities)
        )

    def spellings(self, work: str) -> dict[str, list[list[Any]]]:
        """What prose on a work may call by name: a gazetteer layer."""
        lead = self.lead(work)
        if lead not in self._spellings:
            rows = self._rows("select data from spelling where lead = ?", lead)
            _make_room(self._spellings)
            self._spellings[lead] = (
                json.loads(rows[0][0]) if rows else spellings.layer(work, self._all(work, _NAMING), self.names)
            )
        return self._spellings[lead]

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """The agents of the record whose screen works are declared complete. (Looking for books under each of its
        thousand people took a quarter of a whole check.)"""
        declared = {
            subject for (subject,) in self._rows("select subject from complete where property = 'set:based_on'")
        }
        return tuple(agent for agent in self._names if agent in declared)

    @cached_property
    def books(self) -> dict[str, list[tuple[str, str]]]:
        """Key of a title -> (author, book) of these authors."""
        found: dict[str, list[tuple[str, str]]] = {}
        for author in self.authors:
            for said in self.statements(author, "written"):
                called = (str(said.value), *said.qualifiers.get("also", ()))
                for key in dict.fromkeys(key for spelling in called for key in titles.keys(spelling)):
                    found.setdefault(key, []).append((author, str(said.value)))
        return found

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
        """The film that carries this id, its own or one elsewhere."""
        return self.numbered(self.lead(id_))

    def numbered(self, lead: int) -> Work | None:
        """The film of this number."""
        if lead not in self._works:
            _make_room(self._works)
            held = self._held(lead) if lead else []
            self._works[lead] = works.called(held, self.names) if any("title" in data for _, _, data in held) else None
        return self._works[lead]

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """Every film: for a small catalogue."""
        leads = self._rows("select distinct lead from title")
        found = (self.numbered(lead) for (lead,) in leads)
        return tuple(sorted((work for work in found if work is not None), key=lambda work: work.id))

    def having(
        self, properties: Sequence[str], values: Sequence[str], made: tuple[int, int] | None = None
    ) -> tuple[Work, ...]:
        """The films that have one of these values (in any case, if ASCII) of one of these properties, and none of
        whose years is known to lie outside `made`. The file is searched as text, and only what mentions a value is
        decoded: among 350,000 films that takes a few tenths of a second."""
        wanted = {value.casefold() for value in values}
        patterns = ["%" + json.dumps(value, ensure_ascii=False).translate(_LIKE) + "%" for value in sorted(wanted)]
        leads: dict[int, None] = {}
        for at in range(0, len(patterns), 100):
            some = patterns[at : at + 100]
            asked = " or ".join(["data like ? escape '!'"] * len(some))
            for n, data in self._rows(f"select n, data from subject where {asked} order by n", *some):
                held = json.loads(data)
                years = [int(row[0]) for row in held.get("year", ())]
                if made is not None and years and not any(made[0] <= year <= made[1] for year in years):
                    continue
                if any(str(row[0]).casefold() in wanted for name in properties for row in held.get(name, ())):
                    leads[self._lead_of.get(n, n)] = None
        return tuple(work for lead in leads if (work := self.numbered(lead)) is not None)

    @_kept
    def titled(self, key: str) -> tuple[Titled, ...]:
        """The films that have a title of this key."""
        rows = self._rows("select lead, role, years, title from title where key = ?", key)
        return tuple(_titled(*row) for row in rows)

    @_kept
    def titled_longer(self, key: str, year: int) -> tuple[tuple[str, Titled], ...]:
        """(key, film) of those of a year whose title begins with this key's words and goes on."""
        rows = self._rows(
            "select key, lead, role, years, title from title where key > ? and key < ? and instr(years, ?)",
            f"{key} ",
            f"{key}!",
            str(year),
        )
        return tuple((longer, _titled(*row)) for longer, *row in rows)

    @cached_property
    def all_titles(self) -> tuple[tuple[str, Titled], ...]:
        """(key, film) of every title: for a plain scan of a small catalogue."""
        rows = self._rows("select key, lead, role, years, title from title")
        return tuple((key, _titled(*row)) for key, *row in rows)

    @cached_property
    def all_alike(self) -> titles.Index:
        """How like a title's key those of `all_titles` are, by their place there."""
        return titles.Index(key for key, _ in self.all_titles)

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


def _decoded(rows: Sequence[Any]) -> list[dict[str, list[Any]]]:
    """The data of rows that end in it, decoded at one go: a film has ten sources, a prize three hundred winners."""
    found: list[dict[str, list[Any]]] = json.loads(f"[{','.join([data for *_, data in rows])}]")
    return found


_LIKE = str.maketrans({"%": "!%", "_": "!_", "!": "!!"})
# What the names of a film are read from.
_NAMING = ("title", "name", "descriptor", *CREDITS)


def _titled(lead: int, role: int, years: str, title: str) -> Titled:
    return Titled(lead, role, tuple(int(year) for year in years.split(",")) if years else (), title)
