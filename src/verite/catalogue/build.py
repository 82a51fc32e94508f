"""The record, or any number of sources, compiled into one catalogue.

A record alone becomes one file in the cache, named by the hash of what went into it. Sources become a version in a
catalogue folder (`versions.py`). Either is written beside its final place and renamed, so that a reader never sees
half of it and a build that is killed leaves nothing in use.
"""

import gc
import os
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from verite.catalogue import identity, versions
from verite.catalogue.fill import Filling
from verite.catalogue.read import Catalogue
from verite.errors import CatalogueError
from verite.sources.record import Record
from verite.sources.source import Opened

Progress = Callable[[str], None]
SCAN_BELOW = 5_000  # works: below it a plain scan of the titles is as quick as postings


class Built(NamedTuple):
    """What a build made, and what it found in the sources."""

    version: Path
    meta: dict[str, Any]
    subjects: dict[str, int]  # source key -> subjects read
    left_out: dict[str, dict[str, int]]  # source key -> why a value stayed out -> how often
    joins: int
    conflicts: list[tuple[str, str, str, str]]  # what, one subject, other subject, reason


def compiled(record: Record, name: str = "memory") -> Catalogue:
    """A catalogue in memory: for tests, and where no file can be written."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _record(connection, record, name)
    return Catalogue(connection)


def write(record: Record, target: Path, name: str) -> None:
    """The catalogue file `target` of a record alone, written aside and renamed."""
    handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".part")
    os.close(handle)
    try:
        connection = sqlite3.connect(temporary)
        _record(connection, record, name)
        connection.execute("vacuum")
        connection.close()
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _record(connection: sqlite3.Connection, record: Record, name: str) -> None:
    filling = Filling(connection)
    filling.record(record)
    filling.finish(name)


def build(
    folder: Path,
    sources: Sequence[Opened],
    record: Record,
    *,
    own: bool = True,
    given: Sequence[str] = (),
    calibrate: Callable[[Catalogue], dict[str, float]] = lambda catalogue: {},
    progress: Progress = lambda line: None,
) -> Built:
    """A new version of the catalogue in `folder`, put in use once it is whole. `own`: whether our record's statements
    go in, or only its vocabulary; `calibrate` gives the linker's thresholds for the finished file. Raises `SourceError` or `CatalogueError`; the version in use then stays in use."""
    # A build makes millions of tuples and no cycles: looking for those takes a third of its time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _build(folder, sources, record, own, given, calibrate, progress)
    finally:
        if collecting:
            gc.enable()


def _build(
    folder: Path,
    sources: Sequence[Opened],
    record: Record,
    own: bool,
    given: Sequence[str],
    calibrate: Callable[[Catalogue], dict[str, Any]],
    progress: Progress,
) -> Built:
    ranked = sorted(sources, key=lambda opened: (opened.source.rank, opened.source.key))
    with versions.aside(folder) as making:
        try:
            connection = sqlite3.connect(making / "catalogue.sqlite")
            connection.executescript(
                "pragma journal_mode=off; pragma synchronous=off; pragma temp_store=memory; pragma cache_size=-200000;"
            )
            filling = Filling(connection)
            filling.record(record, statements=own)
            subjects: dict[str, int] = {}
            for opened in ranked:
                progress(f"reading {opened.source.key}")
                subjects[opened.source.key] = subjects.get(opened.source.key, 0) + filling.opened(opened)
            progress("joining what is one film")
            settled = identity.settle(filling.flushed())
            for join in settled.joins:
                filling.join(*join)
            for conflict in settled.conflicts:
                filling.conflict(*conflict)
            progress("indexing")
            meta = filling.finish(" ".join(given))
            conflicts = _named(connection)
            if meta["works"] >= SCAN_BELOW:
                from verite.catalogue import postings  # numpy is needed only for a large catalogue

                postings.write(connection, making)
            connection.close()
            progress("calibrating")
            thresholds = calibrate(Catalogue.open(making))
        except (sqlite3.OperationalError, OSError) as error:
            raise CatalogueError(
                f"{folder}: the catalogue could not be written ({error}); the one in use is as it was"
            ) from error
        version = versions.finish(
            folder, making, {**meta, "given": list(given), "own": own, "thresholds": thresholds}, ranked
        )
    left_out = {opened.source.key: dict(opened.left_out) for opened in ranked if opened.left_out}
    return Built(version, meta, subjects, left_out, len(settled.joins), conflicts)


def _named(connection: sqlite3.Connection) -> list[tuple[str, str, str, str]]:
    rows = connection.execute(
        "select conflict.what, a.id, b.id, reason from conflict join subject a on a.n = subject join subject b on b.n = other order by conflict.rowid"
    )
    return [tuple(row) for row in rows]


def subset(record: Record, keep: Callable[[Any], bool]) -> Record:
    """The record with only the statements that `keep` accepts: for tests of what evidence does."""
    return replace(record, statements=[s for s in record.statements if keep(s)])
