"""A guide's files onto the disk: each written aside and renamed, and none outside the folder."""

import os
import tempfile
from pathlib import Path, PurePosixPath

from verite.catalogue import Catalogue
from verite.errors import ConfigError
from verite.guide.site import files
from verite.guide.source import read

LISTED = ".verite-files"


def publish(source: Path, folder: Path, *, catalogue: Catalogue | None = None) -> list[Path]:
    """The guide made from `source` (a list, or a guide folder), written to `folder`; the files written.

    The folder keeps a list of what was written to it (`.verite-files`): what an earlier guide wrote and this one does
    not name is removed, whatever else lies there is left as it is. Raises `ReadError` or `ConfigError`
    before anything is written, and `ConfigError` if the folder cannot be written to.
    """
    written = list(files(read(source, catalogue)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        before, names = _named(folder), {path for path, _ in written}
        _list(folder, before | names)  # first, so that a publish cut short leaves nothing that the next does not know
        done = [_write(folder, path, text) for path, text in written]
        for path in before - names:
            _remove(folder, path)
        _list(folder, names)
    except OSError as error:
        raise ConfigError(f"{folder}: cannot be written to: {error.strerror or error}") from error
    return done


def put(file: Path, held: bytes) -> None:
    """One file (the guide in one, its print edition), written aside and renamed. Raises `ConfigError` if it cannot be."""
    aside = file.with_name(f".{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            aside.write_bytes(held)
            os.replace(aside, file)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise ConfigError(f"{file}: cannot be written: {error.strerror or error}") from error


def _list(folder: Path, paths: set[str]) -> None:
    _write(folder, LISTED, "".join(f"{path}\n" for path in sorted(paths)))


def _named(folder: Path) -> set[str]:
    """The paths that an earlier guide wrote. The list is text that anybody may have changed: see `_remove`."""
    try:
        return set((folder / LISTED).read_text("utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return set()


def _remove(folder: Path, path: str) -> None:
    """A file of an earlier guide goes, with the folders that it leaves empty; none outside the folder, no folder
    that holds anything else, and no link is followed."""
    parts = PurePosixPath(path).parts
    target = folder.joinpath(*parts)
    if not parts or ".." in parts or PurePosixPath(path).is_absolute() or "\0" in path or path == LISTED:
        return
    if not target.parent.resolve().is_relative_to(folder.resolve()) or target.is_symlink() or not target.is_file():
        return
    target.unlink()
    for parent in target.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()


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
