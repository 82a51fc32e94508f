"""The catalogue of a records folder or file, without the cost of a build where one has been made."""

from pathlib import Path

from verite.catalogue.fingerprint import fingerprint
from verite.catalogue.read import Catalogue
from verite.config import cache_folder, shipped
from verite.errors import CatalogueError


def open_record(folder: Path | None = None) -> Catalogue:
    """The catalogue of a records folder (the shipped one by default), compiled on first use and cached by hash.

    A file is opened as a catalogue. Raises `CatalogueError` if there is neither, `RecordError` if the record is broken.
    """
    folder = folder or shipped("records")
    if folder.is_file():
        return Catalogue.open(folder)
    if not folder.is_dir():
        raise CatalogueError(f"{folder}: no such records folder or catalogue file; give another with --catalogue")
    name = fingerprint(folder)
    target = cache_folder() / f"{name}.sqlite"
    if target.exists():
        try:
            return Catalogue.open(target)
        except CatalogueError:
            target.unlink(missing_ok=True)  # damaged: made again below
    from verite.catalogue import build  # the compiler and its TOML reader are needed only now
    from verite.sources import record as records

    record = records.read(folder)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        build.write(record, target, name)
    except OSError:
        # No place to keep it (a read-only home): compiled for this run alone.
        return build.compiled(record, name)
    return Catalogue.open(target)
