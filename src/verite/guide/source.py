"""What a guide is made from: a list file, or a folder with `guide.toml`, its list and its editors' opening."""

import os
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verite.catalogue import Catalogue
from verite.checking import check_texts, load
from verite.config import shipped
from verite.errors import ConfigError
from verite.guide.words import shortened
from verite.model import Report

_KEYS = ("title", "subtitle", "scope", "curators", "edition", "list", "introduction", "contact")


@dataclass(frozen=True, slots=True)
class Guide:
    """A checked list with what its editors say of it. `checked` is the day on which it was checked."""

    title: str
    subtitle: str
    scope: str
    curators: tuple[str, ...]
    edition: str
    introduction: str
    contact: str
    checked: str
    report: Report
    catalogue: Catalogue


def read(source: Path, catalogue: Catalogue | None = None) -> Guide:
    """The guide made from a list file or a guide folder; the name of a shipped guide ("gulag") will do.

    Raises `ConfigError` if the folder is no guide, `ReadError` if its list cannot be read.
    """
    if catalogue is None:
        from verite.catalogue.open import open_record

        catalogue = open_record()
    if not source.exists() and (shipped("guides") / source.name / "guide.toml").is_file() and len(source.parts) == 1:
        source = shipped("guides") / source.name
    if source.is_dir():
        return _folder(source, catalogue)
    report = check_texts([(source.name, load(source))], catalogue)
    films = report.lists[0].list
    title = shortened(films.title or source.stem.replace("-", " ").replace("_", " ")) or "A list of films"
    return Guide(title, "What a list says, and what is so", "", (), "", "", "", _today(), report, catalogue)


def _folder(folder: Path, catalogue: Catalogue) -> Guide:
    file = folder / "guide.toml"
    if not file.is_file():
        raise ConfigError(f"{folder}: no guide.toml in it; give a list file, or a folder with a guide.toml")
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: not valid TOML: {error}") from error
    for key in data:
        if key not in _KEYS:
            raise ConfigError(f"{file}: unknown key {key!r}; known: {', '.join(_KEYS)}")
    for key in ("title", "list"):
        if not isinstance(data.get(key), str) or not data[key].strip():
            raise ConfigError(f"{file}: a guide needs a {key}")
    curators = data.get("curators", [])
    if not isinstance(curators, list):
        raise ConfigError(f"{file}: curators must be a list of names")
    films = _inside(folder, data["list"], file)
    opening = load(_inside(folder, data["introduction"], file)) if data.get("introduction") else ""
    report = check_texts([(films.name, load(films))], catalogue)

    def said(key: str) -> str:
        value: Any = data.get(key, "")
        return " ".join(str(value).split())

    return Guide(
        said("title"), said("subtitle"), said("scope"), tuple(map(str, curators)), said("edition"), opening,
        said("contact"), _today(), report, catalogue,
    )  # fmt: skip


def _inside(folder: Path, name: object, file: Path) -> Path:
    """A file of the guide's own folder: a guide from elsewhere must not publish what else lies on a disk."""
    path = (folder / str(name)).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ConfigError(f"{file}: {name!r} lies outside the guide's folder")
    return path


def _today() -> str:
    """The day of the check, or that of `SOURCE_DATE_EPOCH` (reproducible builds)."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return time.strftime("%Y-%m-%d", time.gmtime(int(given) if given.isdigit() else None))
