"""Any table (CSV, TSV, JSON, JSON Lines, Parquet) through a mapping file: a source without code.

A mapping is given itself, lies beside its table, or is one of those that come with verite (`mappings/`), known by
the table's name and columns. Rows are read one at a time; only what is joined to them is held.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from verite.errors import SourceError
from verite.model import Said
from verite.properties import registry
from verite.sources import mapping
from verite.sources.conversions import convert, members, title_year, titles
from verite.sources.mapping import Id, Mapped, Say, Table
from verite.sources.rows import Row, columns, form, looked_at, rows
from verite.sources.source import Described, LeftOut, Opened, Reader
from verite.text import fold


class _Found(NamedTuple):
    """A table of a mapping, with its file and those joined to it."""

    table: Table
    path: Path
    joined: tuple[tuple[Path, str], ...]


def open_table(path: Path) -> tuple[Opened, ...]:
    if path.is_file() and path.suffix == ".toml":
        return (_opened(*_given(path)),) if mapping.is_mapping(path) else ()
    folder = path if path.is_dir() else path.parent
    own = [one for one in sorted(folder.glob("*.toml")) if mapping.is_mapping(one)]
    files = _tables(path)
    opened, taken = [], set[Path]()
    for one in own:
        mapped, found = _given(one)
        if path.is_dir() or any(path == here.path for here in found):
            opened.append(_opened(mapped, found))
            taken |= {here.path for here in found}
    for mapped in shipped():
        left = [file for file in files if file not in taken]
        strict = path.is_file()
        if found := [here for table in mapped.tables for here in _matching(table, left, folder, strict=strict)]:
            opened.append(_opened(mapped, found))
    return tuple(opened)


@cache
def shipped() -> tuple[Mapped, ...]:
    """The mappings that come with verite."""
    return tuple(mapping.read(path) for path in sorted(Path(__file__).with_name("mappings").glob("*.toml")))


def _tables(path: Path) -> tuple[Path, ...]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return tuple(file for file in files if file.is_file() and form(file))


def _matching(table: Table, files: Iterable[Path], folder: Path, *, strict: bool) -> Iterator[_Found]:
    """The files that a shipped mapping knows by name and columns. One that bears its very name is its own, broken or
    not; where the name says nothing (`*.csv`) a broken file may be anybody's."""
    for file in files:
        if fnmatchcase(file.name, table.file) and (not table.form or table.form == form(file)):
            look = columns if strict or not table.file.startswith("*") else looked_at
            if set(look(file, table.form, table.separator)) >= set(table.columns):
                yield _Found(table, file, tuple(_joined(table, folder)))


def _joined(table: Table, folder: Path) -> Iterator[tuple[Path, str]]:
    for name, on in table.joins:
        for file in sorted(folder.glob(name))[:1]:
            yield file, on


def _given(path: Path) -> tuple[Mapped, list[_Found]]:
    """A mapping of the user's own: its tables must be there, with the columns that it names."""
    mapped = mapping.read(path)
    found = []
    for table in mapped.tables:
        files = [file for file in sorted(path.parent.glob(table.file)) if file.is_file()]
        if not files:
            raise SourceError(f"{path}: no file {table.file!r} in {path.parent}; name the table by its path from there")
        for file in files:
            joined = tuple(_joined(table, path.parent))
            if len(joined) < len(table.joins):
                raise SourceError(f"{path}: no file {table.joins[len(joined)][0]!r} to join in {path.parent}")
            _check(table, file, joined, path)
            found.append(_Found(table, file, joined))
    return mapped, found


def _check(table: Table, file: Path, joined: tuple[tuple[Path, str], ...], path: Path) -> None:
    as_ = table.form or form(file)
    has = set(columns(file, as_, table.separator)).union(*(columns(other) for other, _ in joined))
    named = {*table.columns, *table.only, *(on for _, on in table.joins)}
    if as_ not in ("json", "jsonl"):  # an object may leave out what it does not know
        named.update(c for say in table.says for c in (*say.columns, *(column for column, _ in say.varying.values())))
        named.update(column for id_ in table.ids for column in id_.columns)
    for column in sorted(named - has):
        near = get_close_matches(column, sorted(has), 1, 0.5)
        hint = f"; did you mean {near[0]!r}?" if near else f"; it has {', '.join(sorted(has))}"
        raise SourceError(f"{path}: {file.name} has no column {column!r}{hint}")


def _opened(mapped: Mapped, found: list[_Found]) -> Opened:
    left_out = LeftOut()
    files = [file for here in found for file in (here.path, *(path for path, _ in here.joined))]
    return Opened(
        source=mapped.source,
        files=tuple(dict.fromkeys(files)),
        as_of=mapped.as_of,
        read=lambda: (one for here in found for one in _read(here, left_out, mapped.as_of)),
        complete={name: why for here in found for name, why in here.table.complete.items()},
        left_out=left_out,
        prose=any(say.property == "prose" for here in found for say in here.table.says),
    )


def _read(here: _Found, left_out: LeftOut, as_of: str) -> Iterator[Described]:
    table, beside = here.table, [(on, _held(path, on, left_out)) for path, on in here.joined]
    latest = int(as_of[:4]) + 2 if as_of[:4].isdecimal() else 2100
    subject, said, had = "", list[Said](), set[tuple[str, Any]]()
    for number, row in rows(here.path, left_out, table.form, table.separator):
        if any(_cell(row.get(column)) not in values for column, values in table.only.items()):
            continue
        for on, held in beside:
            row = {**held.get(_cell(row.get(on)), {}), **row}
        where = f"{here.path}:{number}"
        if not (id_ := _id(table, row)):
            left_out.add("no id", where)
            continue
        if id_ != subject and said:  # rows of one subject that follow each other are one description
            yield Described(subject, table.what, said)
        if id_ != subject:
            subject, said, had = id_, [], set()
        for one in _said(table, row, latest, left_out, where):
            if (one[:2] in had and one in said) or (table.wrong and _wrong(table, id_, one)):
                continue
            had.add(one[:2])
            said.append(one)
    if said:
        yield Described(subject, table.what, said)


def _held(path: Path, on: str, left_out: LeftOut) -> Mapping[str, Row]:
    return {_cell(row.get(on)): row for _, row in rows(path, left_out)}


def _cell(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _id(table: Table, row: Row) -> str:
    for one in table.ids:
        cells = [_cell(row.get(column)) for column in one.columns]
        if all(cell and cell not in table.null for cell in cells):
            return _named(one, cells)
    return ""


def _named(one: Id, cells: list[str]) -> str:
    if one.as_ in ("imdb", "wikidata"):
        return convert(cells[0], one.as_) or ""
    # An id holds no blanks; several columns together (title and year) are folded, so that a stray accent is no new film.
    plain = cells[0] if len(cells) == 1 else fold("-".join(cells))
    return one.prefix + "_".join(plain.split())


def _wrong(table: Table, id_: str, one: Said) -> bool:
    return any(id_ == wrong and one[0] == name and value in (None, one[1]) for wrong, name, value in table.wrong)


def _said(table: Table, row: Row, latest: int, left_out: LeftOut, where: str) -> Iterator[Said]:
    year: int | None = None
    for say in table.says:
        for text in _texts(say, row, table.null):
            if say.as_ == "title-year":
                title, also, year = title_year(text)
                yield from _titles(title, also, year, say)
                continue
            if say.as_ == "titles":
                title, also = titles(text)
                yield from _titles(title, also, None, say)
                continue
            value = convert(text, say.as_, year)
            if value is None or not _legal(say.property, value, latest):
                left_out.add(f"{say.property}: a value that is not understood", f"{where}, {text[:40]!r}")
                continue
            if say.property == "year" and year is None:
                year = value
            yield (
                say.property,
                f"{say.prefix}{value}" if say.prefix else value,
                _qualifiers(say, row, table.null, value),
            )


def _legal(property_: str, value: Any, latest: int) -> bool:
    known = registry()[property_]
    if known.type == "year":
        # A film of the year 2046 in a table of 2010 has lost a century.
        return bool(1870 <= value <= latest)
    return not known.values or value in known.values


def _titles(title: str, also: tuple[str, ...], year: int | None, say: Say) -> Iterator[Said]:
    """*Title (Other title) (Year)*: whether the other is the original or only *a.k.a.*, the table does not say."""
    if title:
        yield ("title", title, dict(say.fixed) or None)
    for other in also:
        yield ("title", other, {"of": "alternative"})
    if year:
        yield ("year", year, None)


def _texts(say: Say, row: Row, null: frozenset[str]) -> Iterator[str]:
    """The cell's values as text, one by one: parted, taken out, replaced; words for nothing are gone."""
    cell: Any = None
    for column in say.columns:
        cell = row.get(column)
        if cell not in (None, "", []) and (isinstance(cell, list) or _cell(cell) not in null):
            break
    else:
        return
    if say.members is not None and isinstance(cell, str):
        parts = members(cell, say.members)
    elif isinstance(cell, list):
        parts = [_cell(one.get(say.members) if isinstance(one, dict) else one) for one in cell]
    else:
        parts = [_cell(cell)]
    if say.split:
        parts = [piece for part in parts for piece in say.split.split(part)]
    for part in parts:
        part = part.strip()
        if say.take:
            found = say.take.search(part)
            part = (found[1] if found.re.groups else found[0]).strip() if found else ""
        if say.map:
            part = say.map.get(part, say.map.get("*", part))
        if part and part not in null and not (say.drop and say.drop.search(part)):
            yield part


def _qualifiers(say: Say, row: Row, null: frozenset[str], value: Any) -> Mapping[str, Any] | None:
    if not say.varying and say.property != "award":
        return say.fixed or None
    found = dict(say.fixed)
    for name, (column, as_) in say.varying.items():
        cell = _cell(row.get(column))
        if cell and cell not in null and (converted := convert(cell, as_)) is not None:
            found[name] = converted
    if say.property == "award":
        table, _, category = str(value).partition("/")
        found = {"table": table, "category": category, "result": "won", **found}
    return found or None


READER = Reader("table", "any table through a mapping file, your own or one of those that come with verite", open_table)
