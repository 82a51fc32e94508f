"""Output formats, one file each: a report in, text out."""

from importlib import import_module

from verite.errors import ConfigError
from verite.model import Report

WRITERS = ("text", "json")


def write(report: Report, format_: str, **options: object) -> str:
    """The report in one of `WRITERS`. Each is loaded when it is asked for."""
    if format_ not in WRITERS:
        raise ConfigError(f"unknown format {format_!r}; known: {', '.join(WRITERS)}")
    text: str = import_module(f"verite.writers.{format_}").write(report, **options)
    return text
