"""Data sources, one file each: a place where statements come from.

The order is that in which a path is offered to them: a mapping file before the tables it maps, the special
before the general. (Our own record is decoded by `record`, since each of its statements names its own sources.)
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from verite.errors import SourceError
from verite.sources import academy, events, imdb, table, wikidata
from verite.sources.source import Opened, Reader

READERS: tuple[Reader, ...] = (wikidata.READER, imdb.READER, academy.READER, events.READER, table.READER)


class Found(NamedTuple):
    """What a command line's SOURCEs are: data sources, records folders, and files that no reader knows."""

    opened: list[Opened]
    records: list[Path]
    strange: list[Path]


def find(paths: Sequence[Path], readers: Sequence[Reader] = READERS) -> Found:
    """Every source at or below these paths. Raises `SourceError` for a path that is missing or broken, and for one
    that was named and holds nothing that a reader knows."""
    found = Found([], [], [])
    for path in paths:
        if not path.exists():
            raise SourceError(f"{path}: no such file or folder")
        before = len(found.opened) + len(found.records)
        _look(path, readers, found)
        if len(found.opened) + len(found.records) == before:
            known = "; ".join(f"{reader.name} ({reader.says})" for reader in readers)
            raise SourceError(f"{path}: no source in it that is known. Known are: {known}; a records folder")
    return found


def _look(path: Path, readers: Sequence[Reader], found: Found) -> None:
    if path.is_dir() and (path / "works").is_dir() and (path / "sources.toml").is_file():
        found.records.append(path)
        return
    before = len(found.opened)
    for reader in readers:
        found.opened.extend(reader.open(path))
        if len(found.opened) > before and path.is_file():
            return  # a file is of one kind; a folder may hold tables of several
    if len(found.opened) > before:
        return
    if path.is_dir():
        for inner in sorted(path.iterdir()):
            if not inner.name.startswith("."):
                _look(inner, readers, found)
    elif path.is_file():
        found.strange.append(path)
