"""`sources.lock`: where each file of a folder came from, when, and what it was, so that a build can be repeated.

TOML, one table a file, its path relative to the folder. Pulling writes it, building reads it, and `verify`
holds it against the files that are there.
"""

import json
import os
import tomllib
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from verite.errors import SourceError

NAME = "sources.lock"
_HEAD = "# Where each file came from, when, and what it was then. Written by verite; `sha256` and `size` are checked.\n"
_BLOCK = 1 << 20


class Pin(NamedTuple):
    """One file as it was when it came: `path` is relative to the lock's folder, with forward slashes."""

    path: str
    address: str
    date: str
    sha256: str
    size: int
    licence: str


def today() -> str:
    return datetime.now(UTC).date().isoformat()


def pin(folder: Path, file: Path, *, address: str = "", date: str = "", licence: str = "") -> Pin:
    """A file as it is now. It is read once from end to end."""
    found = sha256()
    size = 0
    try:
        with file.open("rb") as data:
            while block := data.read(_BLOCK):
                found.update(block)
                size += len(block)
    except OSError as error:
        raise SourceError(f"{file}: cannot be read: {error.strerror or error}") from error
    path = Path(os.path.relpath(file, folder)).as_posix()
    return Pin(path, address, date or today(), found.hexdigest(), size, licence)


def read(folder: Path) -> dict[str, Pin]:
    """The pins of a folder by path; none where there is no lock."""
    file = folder / NAME
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(
            f"{file}: not valid TOML: {error}. Remove it; the next pull or build writes it anew"
        ) from error
    try:
        return {path: Pin(path, **row) for path, row in data.items()}
    except TypeError as error:
        raise SourceError(f"{file}: not a lock of this version: {error}") from error


def write(folder: Path, pins: Iterable[Pin]) -> None:
    """The lock with exactly these pins, written aside and renamed."""
    lines = [_HEAD]
    for one in sorted(pins):
        lines.append(f"\n[{_quoted(one.path)}]\n")
        lines += [f"{key} = {_quoted(value)}\n" for key, value in one._asdict().items() if key != "path"]
    target = folder / NAME
    aside = target.with_suffix(".part")
    try:
        aside.write_text("".join(lines), "utf-8")
        os.replace(aside, target)
    except OSError as error:
        raise SourceError(f"{target}: cannot be written: {error.strerror}. Make room and run it again") from error


def add(folder: Path, pins: Iterable[Pin]) -> None:
    """Put pins in place of those of the same path; the others stay."""
    write(folder, (read(folder) | {one.path: one for one in pins}).values())


def verify(folder: Path) -> list[str]:
    """One line for each file that is not what the lock says."""
    problems = []
    for path, locked in read(folder).items():
        file = folder / path
        if not file.is_file():
            problems.append(f"{file}: is in {NAME} and is missing")
        elif file.stat().st_size != locked.size:
            problems.append(f"{file}: {file.stat().st_size:,} bytes, {locked.size:,} in {NAME}")
        elif pin(folder, file).sha256 != locked.sha256:
            problems.append(f"{file}: its contents are not those of {NAME} (sha256 differs)")
    return problems


def _quoted(value: str | int) -> str:
    # JSON's strings are TOML's, but for one control character that JSON leaves bare.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
