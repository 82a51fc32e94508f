"""Where things lie: the shipped record, guides and themes, and the folder for compiled catalogues."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """A folder that travels with the project (`records`, `guides`): inside the wheel, or beside `src`."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / name


def cache_folder() -> Path:
    """Where compiled catalogues are kept: `VERITE_CACHE`, else the user's cache folder."""
    if chosen := os.environ.get("VERITE_CACHE"):
        return Path(chosen)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "verite"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "verite"
