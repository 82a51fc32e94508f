"""The catalogue of a records folder or file, without the cost of a build where one has been made."""

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from verite.catalogue.fingerprint import fingerprint, stamp
from verite.catalogue.folder import current, manifest
from verite.catalogue.read import Catalogue
from verite.config import cache_folder, shipped
from verite.errors import CatalogueError


def open_record(folder: Path | None = None) -> Catalogue:
    """The catalogue of a records folder (the shipped one by default), compiled on first use and cached by hash.

    A catalogue folder is opened at the version in use, a file as a catalogue. Raises `CatalogueError` if there is
    none of these, `RecordError` if the record is broken.
    """
    folder = folder or shipped("records")
    if folder.is_file():
        return Catalogue.open(folder)
    if (version := current(folder)) is not None:
        manifest(version)
        return Catalogue.open(version)
    if not (folder / "works").is_dir() and not (folder / "sources.toml").is_file():
        raise CatalogueError(f"{folder}: no such records folder or catalogue file; give another with --catalogue")
    mark = stamp(folder)
    if (known := _stamped(folder, mark)) is not None:
        return known
    name = fingerprint(folder)
    target = cache_folder() / f"{name}.sqlite"
    if (held := _usable(target)) is not None:
        _remember(folder, mark, target)
        return held
    from verite.catalogue import build  # the compiler and its TOML reader are needed only now
    from verite.sources import record as records

    record = records.read(folder)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        build.write(record, target, name)
    except OSError:
        # No place to keep it (a read-only home): compiled for this run alone.
        return build.compiled(record, name)
    _remember(folder, mark, target)
    return Catalogue.open(target)


def _stamp_file(folder: Path) -> Path:
    """Beside the catalogues, one file for each records folder."""
    return cache_folder() / f"{folder.name}-{crc32(str(folder.resolve()).encode()):08x}.stamp"


def _stamped(folder: Path, mark: str) -> Catalogue | None:
    """The catalogue of last time, if not one file of the record has been touched since."""
    try:
        name, _, kept = _stamp_file(folder).read_text("utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return _usable(cache_folder() / name) if kept == mark else None


def _remember(folder: Path, mark: str, target: Path) -> None:
    """Written aside and renamed, like the catalogue itself; no matter if it cannot be kept."""
    final = _stamp_file(folder)
    with suppress(OSError):
        aside = final.with_suffix(f".{os.getpid()}.part")
        aside.write_text(f"{target.name}\n{mark}", "utf-8")
        os.replace(aside, final)


def _usable(target: Path) -> Catalogue | None:
    if not target.is_file():
        return None
    try:
        return Catalogue.open(target)
    except CatalogueError:
        target.unlink(missing_ok=True)  # damaged, or cut short: made again
        return None
