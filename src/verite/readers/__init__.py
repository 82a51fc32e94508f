"""List formats, one file each: text in, a `FilmList` out. Readers take text, never paths, and never raise on it."""

from typing import Protocol

from verite.errors import ConfigError
from verite.model import FilmList
from verite.readers import csv, html, json, markdown, plain, table


class Reader(Protocol):
    """What a reader's module offers."""

    NAME: str
    EXAMPLE: str

    def sniff(self, text: str, path: str) -> bool: ...
    def read(self, text: str, path: str = "-") -> FilmList: ...

    def put(self, words: str, text: str, at: int) -> str | None:
        """The words as this form writes them at that place of its text; None if they cannot stand there."""


# In the order in which they are asked: the first that knows the shape reads it.
READERS: dict[str, Reader] = {reader.NAME: reader for reader in (json, html, csv, table, markdown, plain)}


def read(text: str, path: str = "-", format_: str | None = None) -> FilmList:
    """The list in `text`, by the named reader or by the first that knows its shape."""
    if format_ is not None:
        if format_ not in READERS:
            raise ConfigError(f"unknown list format {format_!r}; known: {', '.join(READERS)}")
        return READERS[format_].read(text, path)
    chosen = next((reader for reader in READERS.values() if reader.sniff(text, path)), plain)
    return chosen.read(text, path)
