"""Wikidata's JSON dump: one entity a line, as an array with trailing commas or bare, plain, gz or bz2.

The file is read twice, a line at a time. The first time films are kept aside in a temporary file, and the numbers
of the items that they name in memory; the second time those items are read. So memory grows with what the films
name, not with the dump: about 250 bytes for each person, 600 for each other item (a state, a role, a book).
"""

import bz2
import gzip
import io
import json
import pickle
import re
import tempfile
from array import array
from collections.abc import Container, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any
from zlib import error as ZlibError

from verite.errors import SourceError
from verite.sources.wikidata.describe import closed, is_film
from verite.sources.wikidata.entity import (
    AUTHOR,
    FILM,
    FILM_ID,
    OTHER,
    QUALIFIERS,
    Entity,
    Given,
    Value,
    edtf,
    item,
    number,
    reference,
)  # fmt: skip

ENDINGS = (".json", ".json.gz", ".json.bz2")
_BUFFER = 1 << 20
_ID = re.compile(rb'"id": ?"Q(\d+)"')
_JULIAN = "Q1985786"
_SHIFT = 32  # numbers of items fit into 32 bits: a work and its author share one 64-bit place


class Dump:
    """A dump as what `reading.read` needs: its films, whose authors they name, and the other items."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept: IO[bytes] | None = None
        self._authors = array("Q")

    def films(self) -> Iterator[Entity]:
        if self._kept is None:
            try:
                self._keep()
            except OSError as error:  # of the file itself they are errors of ours by now
                where = f"{tempfile.gettempdir()}: no room to set films aside ({error.strerror})"
                raise SourceError(f"{where}: free some, or set TMPDIR to another place") from error
        kept = self._kept
        assert kept is not None
        kept.seek(0)
        while True:
            try:
                yield pickle.load(kept)
            except EOFError:
                return

    def authors(self, works: Container[int]) -> set[int]:
        """Who wrote these, as far as the first reading met them."""
        return {pair & (1 << _SHIFT) - 1 for pair in self._authors if pair >> _SHIFT in works}

    def others(self, wanted: Container[int]) -> Iterator[Entity]:
        for at, line in lines(self.path):
            found = _ID.search(line, 0, 200)
            if found is None or int(found[1]) in wanted:
                entity = self._read(at, line, OTHER)
                if entity is not None and number(entity.id) in wanted:
                    yield entity

    def close(self) -> None:
        if self._kept is not None:
            with suppress(OSError):  # what found no room before finds none now
                self._kept.close()
            self._kept = None

    def _keep(self) -> None:
        """The first reading: films set aside, and who wrote what."""
        kept = self._kept = tempfile.TemporaryFile(prefix="verite-wikidata-")  # noqa: SIM115  closed with the dump
        # One pattern over the line is five times as fast as a search for each class.
        film = re.compile(rb'"Q(?:' + b"|".join(kind[1:].encode() for kind in closed()["form"]) + rb')"')
        other = re.compile(rb'"(?:' + f"{FILM_ID}|{AUTHOR}".encode() + rb')"')
        for at, line in lines(self.path):
            # Articles of journals outnumber all else that has an author, and no film is made of them.
            if not film.search(line) and not (other.search(line) and b'"Q13442814"' not in line):
                continue
            entity = self._read(at, line, (*FILM, AUTHOR))
            if entity is None:
                continue
            if is_film(entity):
                pickle.dump(entity._replace(given={k: v for k, v in entity.given.items() if k != AUTHOR}), kept)
            for value in entity.values(AUTHOR):
                if item(value):
                    self._authors.append(number(entity.id) << _SHIFT | number(value))
        kept.flush()

    def _read(self, at: int, line: bytes, properties: tuple[str, ...]) -> Entity | None:
        try:
            return _entity(json.loads(line), properties)
        except (ValueError, KeyError, TypeError) as error:
            raise SourceError(
                f"{self.path}:{at}: not an entity in JSON ({error!r}): cut short? Fetch it again"
            ) from error


def lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The entities of a dump, unparsed, each with the number of its line."""
    array_form = closed_array = False
    at = 0
    try:
        with opened(path) as file:
            for at, line in enumerate(file, 1):
                if len(line) > 4:
                    yield at, line.rstrip(b", \r\n")
                elif line.startswith(b"["):
                    array_form = True
                elif line.startswith(b"]"):
                    closed_array = True
    except (EOFError, ZlibError, gzip.BadGzipFile) as error:
        raise SourceError(f"{path}: cut short or damaged after line {at:,} ({error}): fetch it again") from error
    except OSError as error:
        raise SourceError(f"{path}: cannot be read after line {at:,}: {error}: fetch it again") from error
    if array_form and not closed_array:
        raise SourceError(f"{path}: cut short after line {at:,}: the list has no end (]): fetch it again")


def opened(path: Path) -> IO[bytes]:
    if path.name.endswith(".gz"):
        return io.BufferedReader(gzip.open(path), _BUFFER)
    if path.name.endswith(".bz2"):
        return io.BufferedReader(bz2.open(path), _BUFFER)
    return path.open("rb", _BUFFER)


def _entity(data: Any, properties: tuple[str, ...]) -> Entity | None:
    if not isinstance(data, dict) or not item(data.get("id")):
        return None  # a property, a lexeme
    labels = {lang: row["value"] for lang, row in _rows(data, "labels")}
    aliases = {lang: tuple(row["value"] for row in rows) for lang, rows in _rows(data, "aliases")}
    given = {name: rows for name, told in _rows(data, "claims") if name in properties and (rows := _given(name, told))}
    return Entity(data["id"], labels, aliases, given)


def _rows(data: dict[str, Any], key: str) -> Any:
    found = data.get(key)
    return found.items() if isinstance(found, dict) else ()  # an empty one is written as a list


def _given(property_: str, rows: list[dict[str, Any]]) -> tuple[Given, ...]:
    found = []
    for row in rows:
        value = _value(property_, row["mainsnak"])
        if value is None or row.get("rank") == "deprecated":
            continue
        qualifiers = {
            name: values
            for name, snaks in (row.get("qualifiers") or {}).items()
            if name in QUALIFIERS and (values := tuple(v for s in snaks if (v := _value(name, s)) is not None))
        }
        kinds = {kind for ref in row.get("references") or () for kind in _reference(ref.get("snaks") or {})}
        found.append(Given(value, row.get("rank") == "preferred", qualifiers, reference(kinds)))
    return tuple(found)


def _reference(snaks: dict[str, Any]) -> Iterator[str]:
    for property_, kind in (("P854", "url"), ("P248", "stated"), ("P143", "imported")):
        if property_ in snaks:
            yield kind


def _value(property_: str, snak: dict[str, Any]) -> Value | None:
    if snak.get("snaktype") != "value":
        return None
    value = snak["datavalue"]["value"]
    if isinstance(value, str):
        return value
    if "time" in value:
        return edtf(value["time"], value["precision"], julian=str(value.get("calendarmodel")).endswith(_JULIAN))
    if "text" in value:
        return (value["text"], value["language"])
    if "amount" in value:
        return (float(value["amount"]), value["unit"].rpartition("/")[2])
    return value.get("id") or f"Q{value['numeric-id']}" if value.get("entity-type", "item") == "item" else None
