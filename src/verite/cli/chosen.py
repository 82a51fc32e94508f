"""What several commands share: which catalogue is asked for, and whether the terminal takes colour."""

import os
import sys
from pathlib import Path
from typing import Any

import click

chosen = click.option(
    "--catalogue", "-c", type=click.Path(path_type=Path), envvar="VERITE_CATALOGUE",
    help="A catalogue folder, a records folder or a catalogue file; without it, the record shipped with verite.",
)  # fmt: skip


def open_catalogue(path: Path | None) -> Any:
    from verite.catalogue.open import open_record

    return open_record(path)


def colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
