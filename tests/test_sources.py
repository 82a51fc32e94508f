"""Every data source keeps the contract of `sources/source.py`: legal values, ids with a name space, one subject at a
time, and a clear error for a file that is not what it seems."""

import gzip
import re
import shutil
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from verite.errors import SourceError
from verite.properties import registry
from verite.sources import READERS, find
from verite.sources.record import Record
from verite.sources.source import Described, Opened, Reader

from . import kept

ID = re.compile(r"^[a-z0-9-]+:\S+$")
LANGUAGE = re.compile(r"^[a-z]{2}$")
DATE = re.compile(r"^\d{4}(-\d\d){0,2}$")
OURS = [reader for reader in READERS if reader.name in kept.EXAMPLES]
NUMBERS = {"year": int, "minutes": int, "number": int, "decimal": float}


def opened(reader: Reader, path: Path) -> Opened:
    (one,) = reader.open(path)
    return one


def read_all(reader: Reader, path: Path) -> list[Described]:
    return [one for source in reader.open(path) for one in source.read()]


def example(reader: Reader, folder: Path, size: int = 3) -> Path:
    folder.mkdir(exist_ok=True)
    return kept.EXAMPLES[reader.name](folder, size)


def faults(one: Described, states: Any) -> Iterator[str]:
    """What in a description is not as the registry has it."""
    if not ID.match(one.id):
        yield f"id {one.id!r} has no name space"
    for name, value, qualifiers in one.said:
        if name not in registry():
            yield f"{name} is no property"
            continue
        property_ = registry()[name]
        if property_.values and value not in property_.values:
            yield f"{name} {value!r} is not one of the list"
        yield from (f"{name}: {fault}" for fault in _typed(property_.type, value, states))
        known = property_.qualifiers or {}
        for key, given in (qualifiers or {}).items():
            if key not in known:
                yield f"{name}: {key} is no qualifier"
            elif isinstance(known[key], str):
                yield from (f"{name}.{key}: {fault}" for fault in _typed(known[key], given, states))
            elif given not in known[key]:
                yield f"{name}: {key} {given!r} is not one of the list"


def _typed(type_: str, value: Any, states: Any) -> Iterator[str]:
    if type_ in NUMBERS and (not isinstance(value, NUMBERS[type_]) or isinstance(value, bool)):
        yield f"{value!r} is no {type_}"
    elif type_ == "year" and not 1870 <= value <= 2100:
        yield f"{value!r} is no year of a film"
    elif type_ == "state" and value not in states:
        yield f"{value!r} is no state"
    elif type_ == "language" and not LANGUAGE.match(value):
        yield f"{value!r} is no language code"
    elif type_ == "date" and not DATE.match(value):
        yield f"{value!r} is no date"
    elif type_ == "id" and not ID.match(value):
        yield f"{value!r} has no name space"
    elif type_ == "award" and not re.match(r"^[a-z0-9-]+/[a-z0-9-]+$", value):
        yield f"{value!r} is no prize/category"
    elif type_ in ("text", "agent", "place") and (not isinstance(value, str) or not value or value != value.strip()):
        yield f"{value!r} is no tidy text"


def test_every_reader_has_an_example() -> None:
    # Wikidata's forms are too large to write by hand here; its tests bring their own.
    assert {reader.name for reader in READERS} - {"wikidata"} == kept.EXAMPLES.keys()


@pytest.mark.parametrize("reader", OURS, ids=lambda r: r.name)
def test_a_source_says_what_the_registry_allows(reader: Reader, tmp_path: Path, record: Record) -> None:
    source = opened(reader, example(reader, tmp_path))
    said = list(source.read())
    assert said and any(one.said for one in said)
    assert [fault for one in said for fault in faults(one, record.states)] == []
    assert source.source.rank in (1, 2, 3, 4) and source.source.citation and source.source.family
    assert all(path.is_file() for path in source.files)


@pytest.mark.parametrize("reader", OURS, ids=lambda r: r.name)
def test_a_source_can_be_read_twice(reader: Reader, tmp_path: Path) -> None:
    source = opened(reader, example(reader, tmp_path))
    assert list(source.read()) == list(source.read())


@pytest.mark.parametrize("reader", OURS, ids=lambda r: r.name)
def test_reading_more_rows_takes_no_more_memory(reader: Reader, tmp_path: Path) -> None:
    def peak(size: int) -> int:
        source = opened(reader, example(reader, tmp_path / str(size), size))
        tracemalloc.start()
        count = sum(1 for _ in source.read())
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert count >= size
        return most

    (few, many) = (peak(300), peak(6_000))
    assert many < few * 1.5 + 300_000, f"{few:,} bytes for 300 rows, {many:,} for 6,000"


@pytest.mark.parametrize("reader", OURS, ids=lambda r: r.name)
def test_what_is_not_of_its_kind_gives_nothing(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Ten films about harbours", "utf-8")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    (tmp_path / "settings.toml").write_text("[tool]\nname = 1\n", "utf-8")
    assert reader.open(tmp_path) == ()
    assert reader.open(tmp_path / "notes.txt") == ()


def broken(how: str, data: bytes) -> bytes:
    plain = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    match how:
        case "cut short":
            whole = gzip.compress(plain * 50)
            return whole[: len(whole) - 20]
        case "a web page":
            return b"<!DOCTYPE html>\n<html><body>503 Service Unavailable</body></html>"
        case "empty":
            return b""
        case "binary":
            return b"\x00\x01\x02\x03" * 100
        case "a zip archive":
            return b"PK\x03\x04" + plain
        case "not UTF-8":
            return plain + "Café\t".encode("latin-1") + plain.splitlines()[1]
        case _:
            return b"\n".join([plain.split(b"\n")[0].replace(plain[:3], b"zzz"), *plain.split(b"\n")[1:]])


FILE = {"imdb": "title.basics.tsv.gz", "academy": "oscars.tsv", "events": "awards.tsv", "table": "holdings.csv"}


@pytest.mark.parametrize(
    "how", ["cut short", "a web page", "empty", "binary", "a zip archive", "not UTF-8", "another column set"]
)
@pytest.mark.parametrize("reader", OURS, ids=lambda r: r.name)
def test_a_broken_file_is_an_error_that_says_where_and_what_to_do(reader: Reader, how: str, tmp_path: Path) -> None:
    example(reader, tmp_path)
    path = tmp_path / FILE[reader.name]
    path.write_bytes(broken(how, path.read_bytes()))
    if how == "another column set" and reader.name == "events":
        assert reader.open(tmp_path) == ()  # its name says nothing certain: it may be a table of somebody else's
        return
    with pytest.raises(SourceError) as error:
        read_all(reader, tmp_path)
    assert path.name in str(error.value)
    if how != "another column set":
        assert re.search(rf"{re.escape(path.name)}:\d+: .+; .+", str(error.value)), str(error.value)


def test_the_line_of_a_bad_byte_is_named(tmp_path: Path) -> None:
    kept.holdings(tmp_path, films=5)
    path = tmp_path / "holdings.csv"
    path.write_bytes(path.read_bytes().replace(b"3,", b"\xff3,", 1))
    with pytest.raises(SourceError, match=r"holdings\.csv:5: not UTF-8"):
        [list(source.read()) for source in find([tmp_path]).opened]


@pytest.mark.parametrize("reader", OURS, ids=lambda r: r.name)
def test_a_bad_row_is_left_out_and_counted(reader: Reader, tmp_path: Path) -> None:
    example(reader, tmp_path)
    path = tmp_path / FILE[reader.name]
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    path.write_bytes(data + (b"tt9999999\tmovie\n" if reader.name == "imdb" else b"one cell only\n"))
    source = opened(reader, tmp_path)
    before = list(source.read())
    assert before and sum(source.left_out.values()) == 1
    assert path.name in next(iter(source.left_out))


def test_a_broken_file_of_nobodys_stops_no_folder(tmp_path: Path) -> None:
    kept.imdb(tmp_path)
    for name in ("notes.csv", "export.tsv", "old.jsonl"):
        (tmp_path / name).write_bytes(b"")
    assert [one.source.key for one in find([tmp_path]).opened] == ["imdb"]
    with pytest.raises(SourceError, match=r"export\.tsv:1: the file is empty"):
        find([tmp_path / "export.tsv"])


def test_a_folder_of_several_sources_is_read_whole(tmp_path: Path) -> None:
    for write in (kept.imdb, kept.oscars, kept.holdings):
        write(tmp_path)
    inner = tmp_path / "inner"
    inner.mkdir()
    found = {one.source.key for one in find([tmp_path]).opened}
    assert found == {"imdb", "academy-nominations", "harbour-archive"}
    shutil.rmtree(inner)
