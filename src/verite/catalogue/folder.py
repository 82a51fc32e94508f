"""A catalogue folder: versions side by side, and a pointer to the one in use.

    FOLDER/current            the name of the version in use, one line
    FOLDER/<hash>/            manifest.json, catalogue.sqlite, and for a large catalogue the postings

`versions.py` makes them. Here they are only found: nothing heavy is imported, since every command passes by.
"""

import json
from pathlib import Path
from typing import Any

from verite.catalogue.schema import FORMAT
from verite.errors import CatalogueError

POINTER = "current"


def current(folder: Path) -> Path | None:
    """The version in use, if `folder` is a catalogue folder. Raises `CatalogueError` if its pointer leads nowhere."""
    if (folder / "manifest.json").is_file():
        return folder
    try:
        name = (folder / POINTER).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    version = folder / name
    if not name or "/" in name or not (version / "manifest.json").is_file():
        raise CatalogueError(f"{folder / POINTER}: points to {name!r}, which is no catalogue; build it again")
    return version


def manifest(version: Path) -> dict[str, Any]:
    """What the version says of itself. Raises `CatalogueError` if it is damaged or of a newer format."""
    path = version / "manifest.json"
    try:
        told: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CatalogueError(f"{path}: not a manifest ({error}); build the catalogue again") from error
    if told.get("format") != FORMAT:
        raise CatalogueError(
            f"{path}: catalogue format {told.get('format')}, this version reads {FORMAT}: build it again"
        )
    return told
