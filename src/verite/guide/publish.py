"""A guide's files onto the disk: each written aside and renamed, and none outside the folder."""

import os
import tempfile
from pathlib import Path, PurePosixPath

from verite.catalogue import Catalogue
from verite.errors import ConfigError
from verite.guide.site import files
from verite.guide.source import read


def publish(source: Path, folder: Path, *, catalogue: Catalogue | None = None) -> list[Path]:
    """The guide made from `source` (a list, or a guide folder), written to `folder`; the files written.

    Files of the folder that the guide does not name are left as they are. Raises `ReadError` or `ConfigError`
    before anything is written, and `ConfigError` if the folder cannot be written to.
    """
    written = list(files(read(source, catalogue)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_write(folder, path, text) for path, text in written]
    except OSError as error:
        raise ConfigError(f"{folder}: cannot be written to: {error.strerror or error}") from error


def _write(folder: Path, path: str, text: str) -> Path:
    parts = PurePosixPath(path).parts
    if not parts or ".." in parts or PurePosixPath(path).is_absolute():
        raise ConfigError(f"{path!r} is no path inside a guide")
    target = folder.joinpath(*parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    # A link in the folder must not lead us out of it.
    if not target.parent.resolve().is_relative_to(folder.resolve()):
        raise ConfigError(f"{target.parent}: leads out of {folder}; remove the link")
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".verite-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return target
