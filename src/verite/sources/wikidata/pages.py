"""Pages pulled from a SPARQL endpoint: a folder of answers as they came, and what was asked.

`pull.toml` says what was asked, of whom, and whether all of it is there. `list-0001.json.gz` and on hold the numbers
of the films; `films-0000001-0000100.json.gz` the answers about the first hundred of them, by question; so do
`others-` for the people, places and books that they name, and `authors-` for who wrote the books.
"""

import gzip
import json
import os
import tomllib
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from zlib import error as ZlibError

from verite.errors import SourceError
from verite.sources.wikidata.entity import AUTHOR, Entity, Given, Value, edtf, item, number, reference
from verite.sources.wikidata.queries import ENTITY, STAGES, Asked

NAME = "pull.toml"
_SHAPE = 1


class Pull(NamedTuple):
    """What a folder of pages was asked for."""

    endpoint: str
    films: str
    began: str
    finished: str = ""
    shape: int = _SHAPE


class Pages:
    """A folder of pages as what `reading.read` needs. One page is in memory at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def films(self) -> Iterator[Entity]:
        return self._entities("films")

    def authors(self, works: Container[int]) -> set[int]:
        found = set()
        for entity in self._entities("others"):
            if number(entity.id) in works:
                found |= {number(value) for value in entity.values(AUTHOR) if item(value)}
        return found

    def others(self, wanted: Container[int]) -> Iterator[Entity]:
        for stage in ("others", "authors"):
            yield from (entity for entity in self._entities(stage) if number(entity.id) in wanted)

    def close(self) -> None:
        pass

    def _entities(self, stage: str) -> Iterator[Entity]:
        for path in files(self.folder, stage):
            yield from entities(load(path), STAGES[stage], path)


def opened(folder: Path) -> Pull | None:
    """What this folder was asked for; nothing if it is no folder of pages."""
    path = folder / NAME
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        pull = Pull(**data)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (tomllib.TOMLDecodeError, TypeError) as error:
        raise SourceError(f"{path}: not what a pull writes: {error}") from error
    if pull.shape > _SHAPE:
        raise SourceError(f"{path}: written by a newer verite (shape {pull.shape}); this one reads {_SHAPE}")
    return pull


def note(folder: Path, pull: Pull) -> None:
    """Write down what is asked, so that the pull can go on later."""
    rows = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in pull._asdict().items())
    _replace(folder / NAME, "".join(rows).encode())


def files(folder: Path, stage: str) -> list[Path]:
    return sorted(folder.glob(f"{stage}-[0-9]*.json.gz"))


def save(path: Path, answers: Any) -> None:
    """A page, whole or not at all; the same answers make the same bytes."""
    _replace(path, gzip.compress(json.dumps(answers, ensure_ascii=False).encode(), 6, mtime=0))


def load(path: Path) -> Any:
    try:
        return json.loads(gzip.decompress(path.read_bytes()))
    except (OSError, EOFError, ZlibError, ValueError) as error:
        raise SourceError(f"{path}: damaged page ({error}): remove it and pull again, the rest is kept") from error


def entities(answers: Any, asked: Asked, path: Path) -> Iterator[Entity]:
    """The items of one page."""
    try:
        yield from _entities(answers, asked)
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"{path}: not a page of answers ({error!r}): remove it and pull again") from error


def _entities(answers: dict[str, Any], asked: Asked) -> Iterator[Entity]:
    labels: dict[str, dict[str, str]] = {id_: {} for id_ in answers["ids"]}
    aliases: dict[str, dict[str, list[str]]] = {id_: {} for id_ in answers["ids"]}
    for row in answers["terms"]:
        id_, text, lang = _id(row["item"]), row["text"]["value"], row["text"]["xml:lang"]
        if row["kind"]["value"] == "label":
            labels[id_][lang] = text
        else:
            aliases[id_].setdefault(lang, []).append(text)
    qualifiers, kinds = _details(answers) if asked.full else ({}, {})
    given: dict[str, dict[str, dict[str, Given]]] = {id_: {} for id_ in answers["ids"]}
    for row in answers["statements"]:
        rank, value = row["rank"]["value"], _value(row["value"], row)
        if value is None or rank.endswith("DeprecatedRank"):
            continue
        key = row["statement"]["value"]
        of = given[_id(row["item"])].setdefault(row["property"]["value"], {})
        told = {name: tuple(values) for name, values in qualifiers.get(key, {}).items()}
        of[key] = Given(value, rank.endswith("PreferredRank"), told, reference(kinds.get(key, set())))
    for id_ in answers["ids"]:
        rows = {name: tuple(by_statement.values()) for name, by_statement in given[id_].items()}
        yield Entity(id_, labels[id_], {lang: tuple(texts) for lang, texts in aliases[id_].items()}, rows)


def _details(answers: dict[str, Any]) -> tuple[dict[str, dict[str, list[Value]]], dict[str, set[str]]]:
    """Qualifiers, and kinds of reference, by statement."""
    qualifiers: dict[str, dict[str, list[Value]]] = {}
    kinds: dict[str, set[str]] = {}
    for row in answers["qualifiers"]:
        if (value := _value(row["value"], row)) is not None:
            of = qualifiers.setdefault(row["statement"]["value"], {})
            of.setdefault(row["property"]["value"], []).append(value)
    for row in answers["references"]:
        kinds.setdefault(row["statement"]["value"], set()).add(row["kind"]["value"])
    return qualifiers, kinds


def _id(cell: dict[str, str]) -> str:
    return cell["value"].removeprefix(ENTITY)


def _value(cell: dict[str, str], row: dict[str, dict[str, str]]) -> Value | None:
    if cell["type"] == "uri":
        # "some value" is a node without a name, or an address that stands for one
        return id_ if item(id_ := _id(cell)) else None
    if cell["type"] == "bnode":
        return None
    if "xml:lang" in cell:
        return (cell["value"], cell["xml:lang"])
    kind = cell.get("datatype", "").rpartition("#")[2]
    if kind == "dateTime":
        return edtf(cell["value"], int(row.get("precision", {"value": "11"})["value"]))
    if kind in ("decimal", "integer", "double"):
        return (float(cell["value"]), row.get("unit", {"value": ""})["value"].rpartition("/")[2])
    return cell["value"]


def _replace(path: Path, data: bytes) -> None:
    aside = path.with_name(path.name + ".part")
    try:
        aside.write_bytes(data)
        os.replace(aside, path)
    except OSError as error:
        raise SourceError(
            f"{path}: cannot be written: {error.strerror}. Make room and run it again; the rest is kept"
        ) from error
