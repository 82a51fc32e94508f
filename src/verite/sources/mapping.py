"""Mapping files: how the columns of a table become statements, in TOML, decoded strictly.

An unknown key, property, qualifier or conversion is refused with file, line and the nearest right word.
`docs/reference/sources.md` lists the keys; `mappings/` holds those of widespread film tables.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from verite.errors import SourceError
from verite.model import Source
from verite.properties import Property, registry
from verite.sources.conversions import CONVERSIONS, OF_TYPE, SPECIAL
from verite.sources.rows import FORMS

# Every key that a mapping may have, with what it means: decoding and the printed reference read these.
SOURCE_KEYS = {
    "key": "a short name of the source, once chosen never changed",
    "citation": "how to cite it",
    "url": "where it lives",
    "archived": "where a copy is kept",
    "kind": "archive, festival, book, database ...",
    "family": "the publisher it comes from: two sources of one family are one witness",
    "derives_from": "the families it copies from: a copy is no second witness",
    "licence": "under which terms it may be used",
    "rank": "1 archive, festival, academy; 2 scholarship, press; 3 edited reference; 4 open database",
    "why": "why it has that rank",
    "as_of": "the date up to which it was kept (EDTF)",
}
TABLE_KEYS = {
    "file": "the file's name, as a path from the mapping's folder; * for anything",
    "columns": "columns that it must have, by which it is known",
    "form": f"{', '.join(FORMS)}; found by the file's name without it",
    "separator": "what parts the cells of a CSV file, if not a comma",
    "null": "words that mean that nothing is known",
    "what": "work (as a rule) or agent",
    "id": "the subject's id: `from` one or more columns, `prefix` its name space; or a list, of which the first filled counts",
    "only": "rows that are read: column -> the values it may have",
    "join": "a second file: `file`, `on` a column of both; its columns stand beside the row's. It is held in memory",
    "say": "property -> how it is said; or a list of that",
    "complete": "property -> why the table names every value of it for each subject that has one: another value may then be refuted",
    "wrong": "statements of the table known to be wrong, left out: `id`, `property`, `why`, and `value` if not all",
}
SAY_KEYS = {
    "from": "the column, or several, of which the first filled counts",
    "list": 'the cell holds a list in JSON: the key to take of each object ("" if they are plain)',
    "split": "the separator, or several, between values in one cell",
    "take": "a regular expression: what its first group finds is the value",
    "drop": "a regular expression: a value that it finds is left out",
    "map": 'the table\'s word -> ours; "*" is any other word; "" leaves it out',
    "as": f"the conversion: {', '.join((*CONVERSIONS, *SPECIAL))}; found by the property's type without it",
    "prefix": "put before the value (a name space)",
    "with": "qualifiers: a fixed value, or { from = column }",
}
_ID_KEYS = ("from", "prefix", "as")
_JOIN_KEYS = ("file", "on")
_WRONG_KEYS = ("id", "property", "value", "why")
_NAME_SPACE = re.compile(r"^[a-z0-9-]+:$")


class Id(NamedTuple):
    columns: tuple[str, ...]
    prefix: str
    as_: str = "text"


class Say(NamedTuple):
    """How one property is said from one cell."""

    property: str
    columns: tuple[str, ...]
    as_: str
    members: str | None = None
    split: re.Pattern[str] | None = None
    take: re.Pattern[str] | None = None
    drop: re.Pattern[str] | None = None
    map: Mapping[str, str] = {}
    prefix: str = ""
    fixed: Mapping[str, Any] = {}
    varying: Mapping[str, tuple[str, str]] = {}  # qualifier -> (column, conversion)


class Table(NamedTuple):
    file: str
    columns: tuple[str, ...]
    ids: tuple[Id, ...]
    says: tuple[Say, ...]
    form: str = ""
    separator: str = ""
    null: frozenset[str] = frozenset()
    what: str = "work"
    only: Mapping[str, frozenset[str]] = {}
    joins: tuple[tuple[str, str], ...] = ()  # (file, column)
    complete: Mapping[str, str] = {}
    wrong: tuple[tuple[str, str, Any], ...] = ()


class Mapped(NamedTuple):
    """A mapping file, decoded."""

    path: Path
    source: Source
    why: str
    as_of: str
    tables: tuple[Table, ...]


def is_mapping(path: Path) -> bool:
    """Whether a TOML file is a mapping: it speaks of tables. Its faults are found by `read`."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return bool(re.search(r"^\[\[table\]\]", text, re.MULTILINE)) and bool(
        re.search(r"^\[source\]", text, re.MULTILINE)
    )


def read(path: Path) -> Mapped:
    """The mapping in a file. Raises `SourceError` for the first fault."""
    try:
        text = path.read_text("utf-8")
        plain = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SourceError(f"{path}: not a mapping in TOML ({error}); mend it") from error
    return _Decoder(path, text).mapped(plain)


class _Decoder:
    """Says each fault with the line on which the word stands."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text

    def fault(self, word: object, message: str, known: Iterable[str] = ()) -> NoReturn:
        at = self.text.find(str(word)) if word else -1
        line = self.text.count("\n", 0, at) + 1 if at >= 0 else 1
        near = get_close_matches(str(word), list(known), 1, 0.5)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise SourceError(f"{self.path}:{line}: {message}{hint}")

    def only(self, row: Any, known: Iterable[str], what: str, needed: Iterable[str] = ()) -> dict[str, Any]:
        if not isinstance(row, dict):
            self.fault(row, f"{what} must be a table of keys, not {row!r}")
        known = list(known)
        for key in row:
            if key not in known:
                self.fault(key, f"{what}: unknown key {key!r}", known)
        if missing := [key for key in needed if key not in row]:
            self.fault(what.split(" ")[0], f"{what} needs {', '.join(map(repr, missing))}")
        return row

    def words(self, value: Any, what: str) -> tuple[str, ...]:
        """One word or a list of them."""
        listed = value if isinstance(value, list) else [value]
        if not all(isinstance(one, str) for one in listed):
            self.fault(value, f"{what} must be text or a list of texts, not {value!r}")
        return tuple(listed)

    def pattern(self, value: Any, what: str) -> re.Pattern[str] | None:
        if value is None:
            return None
        try:
            return re.compile(value)
        except (re.error, TypeError) as error:
            self.fault(value, f"{what}: {value!r} is no regular expression ({error})")

    def mapped(self, plain: dict[str, Any]) -> Mapped:
        self.only(plain, ("source", "table"), "mapping", ("source", "table"))
        row = self.only(plain["source"], SOURCE_KEYS, "source", ("key", "citation", "rank", "why", "as_of"))
        if row["rank"] not in (1, 2, 3, 4):
            self.fault("rank", f"source: rank {row['rank']!r} is none of 1, 2, 3, 4")
        kept = {key: value for key, value in row.items() if key not in ("why", "as_of", "derives_from")}
        source = Source(**kept, derives_from=self.words(row.get("derives_from", []), "derives_from"))
        if not isinstance(plain["table"], list):
            self.fault("table", "write [[table]], with two brackets: a mapping may have several")
        tables = tuple(self.table(one) for one in plain["table"])
        return Mapped(self.path, source, row["why"], str(row["as_of"]), tables)

    def table(self, plain: Any) -> Table:
        row = self.only(plain, TABLE_KEYS, "table", ("file", "columns", "id", "say"))
        if row.get("form", "csv") not in FORMS:
            self.fault(row["form"], f"table: form {row['form']!r} is not one of {', '.join(FORMS)}", FORMS)
        if row.get("what", "work") not in ("work", "agent"):
            self.fault(row["what"], f"table: what {row['what']!r} is neither work nor agent")
        if not isinstance(row["say"], dict):
            self.fault("say", "say must be a table: property -> how it is said")
        says = tuple(
            self.say(name, how)
            for name, hows in row["say"].items()
            for how in (hows if isinstance(hows, list) else [hows])
        )
        said = {say.property for say in says}
        for name in row.get("complete", {}):
            if name not in said:
                self.fault(name, f"complete: {name!r} is not said by this table", said)
        ids = row["id"] if isinstance(row["id"], list) else [row["id"]]
        joins = row.get("join", [])
        return Table(
            file=row["file"],
            columns=self.words(row["columns"], "columns"),
            ids=tuple(self.id(one) for one in ids),
            # The year comes first: it says which state a country was.
            says=tuple(sorted(says, key=lambda say: say.property != "year" and say.as_ != "title-year")),
            form=row.get("form", ""),
            separator=row.get("separator", ""),
            null=frozenset(self.words(row.get("null", []), "null")),
            what=row.get("what", "work"),
            only={column: frozenset(self.words(v, "only")) for column, v in row.get("only", {}).items()},
            joins=tuple(
                (one["file"], one["on"]) for one in (self.only(j, _JOIN_KEYS, "join", _JOIN_KEYS) for j in joins)
            ),
            complete=row.get("complete", {}),
            wrong=tuple(
                (one["id"], one["property"], one.get("value"))
                for one in (self.only(w, _WRONG_KEYS, "wrong", ("id", "property", "why")) for w in row.get("wrong", ()))
            ),
        )

    def id(self, plain: Any) -> Id:
        row = self.only(plain, _ID_KEYS, "id", ("from",))
        as_ = self.conversion(row.get("as", "text"), SPECIAL)
        prefix = row.get("prefix", "")
        if as_ not in ("imdb", "wikidata") and not _NAME_SPACE.match(prefix):
            self.fault(prefix or "id", f"id: prefix {prefix!r} must be a name space, such as 'my-archive:'")
        return Id(self.words(row["from"], "from"), prefix, as_)

    def conversion(self, as_: str, forbidden: Iterable[str] = ()) -> str:
        known = [one for one in (*CONVERSIONS, *SPECIAL) if one not in forbidden]
        if as_ not in known:
            self.fault(as_, f"as: {as_!r} is no conversion", known)
        return as_

    def say(self, name: str, plain: Any) -> Say:
        property_ = registry().get(name)
        if property_ is None:
            self.fault(name, f"say: {name!r} is no property", registry())
        row = self.only(plain, SAY_KEYS, f"say.{name}", ("from",))
        split = self.words(row.get("split", []), "split")
        fixed, varying = self.qualifiers(property_, row.get("with", {}))
        return Say(
            property=name,
            columns=self.words(row["from"], "from"),
            as_=self.conversion(row.get("as") or OF_TYPE.get(property_.type, "text")),
            members=row.get("list"),
            split=re.compile("|".join(map(re.escape, split))) if split else None,
            take=self.pattern(row.get("take"), "take"),
            drop=self.pattern(row.get("drop"), "drop"),
            map=row.get("map", {}),
            prefix=row.get("prefix", ""),
            fixed=fixed,
            varying=varying,
        )

    def qualifiers(self, property_: Property, row: Any) -> tuple[dict[str, Any], dict[str, tuple[str, str]]]:
        known: Mapping[str, Any] = property_.qualifiers or {}
        fixed, varying = {}, {}
        for name, value in self.only(row, known, f"with ({property_.name})").items():
            expected = known[name]
            if isinstance(value, dict):
                self.only(value, ("from", "as"), f"with.{name}", ("from",))
                usual = OF_TYPE.get(expected, "text") if isinstance(expected, str) else "text"
                varying[name] = (value["from"], self.conversion(value.get("as", usual), ("title-year",)))
            elif not isinstance(expected, str) and value not in expected:
                self.fault(value, f"with: {name} {value!r} is not one of {', '.join(expected)}", expected)
            else:
                fixed[name] = value
        return fixed, varying
