"""List formats, one file each: text in, a `FilmList` out. Readers take text, never paths, and never raise on it."""

from verite.errors import ConfigError
from verite.model import FilmList
from verite.readers import markdown, plain

READERS = {reader.NAME: reader for reader in (markdown, plain)}


def read(text: str, path: str = "-", format_: str | None = None) -> FilmList:
    """The list in `text`, by the named reader or by the first that knows its shape."""
    if format_ is not None:
        if format_ not in READERS:
            raise ConfigError(f"unknown list format {format_!r}; known: {', '.join(READERS)}")
        return READERS[format_].read(text, path)
    chosen = next((reader for reader in READERS.values() if reader.sniff(text, path)), plain)
    return chosen.read(text, path)
