"""Versions of a catalogue made, put in use and verified.

A version is never changed in place. The pointer is swapped by a rename, which is whole or not at all; readers who have
the old version open keep it. The version before the one in use is kept, older ones are removed.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from verite.catalogue.folder import POINTER, current, manifest
from verite.errors import CatalogueError
from verite.sources import lock
from verite.sources.source import Opened

_ASIDE = ".building-"


@contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """A place in `folder` to make a version in; whatever is left of it is removed at the end."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{_ASIDE}*"):
            if not _alive(left):
                shutil.rmtree(left, ignore_errors=True)  # of a build that was killed
        making = Path(tempfile.mkdtemp(prefix=f"{_ASIDE}{os.getpid()}-", dir=folder))
    except OSError as error:
        raise CatalogueError(
            f"{folder}: cannot be written ({error.strerror or error}); give another folder with -o"
        ) from error
    try:
        yield making
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _alive(left: Path) -> bool:
    pid = left.name.removeprefix(_ASIDE).partition("-")[0]
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return int(pid) != os.getpid()


def finish(folder: Path, making: Path, meta: dict[str, Any], sources: Sequence[Opened]) -> Path:
    """The version named by its hash and put in use, with the pins of all that went into it."""
    told = {
        **meta,
        "files": {path.name: checksum(path) for path in sorted(making.iterdir())},
        "sources_read": [
            {"key": o.source.key, "citation": o.source.citation, "url": o.source.url, "licence": o.source.licence,
             "as_of": o.as_of, "rank": o.source.rank, "may_refute": dict(o.complete)}
            for o in sources
        ],
    }  # fmt: skip
    write_manifest(making, told)
    pins = {
        file: lock.pin(making, file, address=o.source.url, licence=o.source.licence)
        for o in sources
        for file in o.files
    }
    lock.write(making, [one._replace(path=str(file.resolve())) for file, one in pins.items()])
    return publish(folder, making, meta["hash"])


def write_manifest(version: Path, told: dict[str, Any]) -> None:
    (version / "manifest.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


def publish(folder: Path, making: Path, name: str) -> Path:
    """What lies in `making` becomes the version `name`, in use from the moment the pointer is renamed."""
    version = folder / name
    before = None
    with suppress(CatalogueError):
        before = current(folder)
    if version.is_dir():
        os.replace(version, making.with_name(f"{making.name}-old"))
    os.replace(making, version)
    pointer = folder / f".{POINTER}-{os.getpid()}"
    pointer.write_text(f"{name}\n", "utf-8")
    os.replace(pointer, folder / POINTER)
    for old in folder.iterdir():
        if (
            old.is_dir()
            and old not in (version, before)
            and ((old / "manifest.json").is_file() or old.name.endswith("-old"))
        ):
            shutil.rmtree(old, ignore_errors=True)
    return version


def recalibrated(folder: Path, version: Path, thresholds: dict[str, Any]) -> Path:
    """The same version with other weights, beside the one in use and then in its place: its files are the same."""
    told = manifest(version)
    with aside(folder) as making:
        for name in (*told["files"], lock.NAME):
            if (version / name).is_file():
                os.link(version / name, making / name)
        write_manifest(making, {**told, "thresholds": thresholds})
        name = told["hash"] if version.name != told["hash"] else f"{told['hash']}-again"
        return publish(folder, making, name)


def verify(version: Path) -> list[str]:
    """Every file of a version whose checksum is not what the manifest says; nothing if all is well."""
    faults = []
    for name, told in manifest(version)["files"].items():
        path = version / name
        if not path.is_file():
            faults.append(f"{path}: missing")
        elif checksum(path) != told:
            faults.append(f"{path}: damaged (its checksum is not the one in the manifest)")
    return faults


def checksum(path: Path) -> str:
    """sha256 of a file, in hexadecimal."""
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
