"""Text files of data, plain or gzip, read line by line; what is not text data is refused, saying what it is."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from verite.errors import SourceError

_GZIP = b"\x1f\x8b"
_NOT_DATA = (
    (b"PK\x03\x04", "a zip archive", "unpack it, and give the file inside"),
    (b"BZh", "a bzip2 file", "unpack it with bunzip2"),
    (b"\xfd7zXZ", "an xz file", "unpack it with unxz"),
    (b"%PDF", "a PDF document", "give the table itself"),
    (b"SQLite format 3", "an SQLite database", "export its table as CSV"),
)
_MARKUP = ("<!doctype", "<html", "<head", "<?xml", "<body", "<error")


def lines(path: Path) -> Iterator[str]:
    """The lines of a file with their line ends, decoded strictly as UTF-8; a byte order mark is left out.

    Split at line feeds only: a title may hold any other control character.
    """
    with _opened(path) as raw, io.TextIOWrapper(raw, "utf-8-sig", newline="\n") as stream:
        try:
            yield from stream
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise _broken(path, f"the file is cut short or damaged ({error})", "get it again") from error
        except UnicodeDecodeError as error:
            raise _broken(path, f"not UTF-8 ({error.reason})", "convert it, e.g. with iconv -t UTF-8") from error


def head(path: Path) -> str:
    """The first line, without its end. Raises `SourceError` for what is no text data at all."""
    try:
        with _opened(path) as raw:
            start = raw.read(4096)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise SourceError(f"{path}:1: the file is cut short or damaged ({error}); get it again") from error
    if not start.strip():
        raise SourceError(f"{path}:1: the file is empty; get it again")
    for magic, what, todo in _NOT_DATA:
        if start.startswith(magic):
            raise SourceError(f"{path}:1: this is {what}, not a table; {todo}")
    if b"\0" in start:
        raise SourceError(f"{path}:1: this is a binary file, not a table of text; export it as UTF-8 CSV or TSV")
    text = start.decode("utf-8-sig", "replace")
    if text.lstrip().lower().startswith(_MARKUP):
        raise SourceError(f"{path}:1: this is a web page or XML, not data (an error page was saved?); get it again")
    return next(lines(path)).rstrip("\r\n")


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        raw = path.open("rb")
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); check the path and its permissions") from error
    with raw:
        if raw.peek(2)[:2] == _GZIP:
            with gzip.GzipFile(fileobj=raw) as unpacked:
                yield io.BufferedReader(unpacked, 1 << 18)
        else:
            yield raw


def _broken(path: Path, what: str, todo: str) -> SourceError:
    """The error with the line on which reading stopped: counted only now, since it costs a pass."""
    number = 1
    with _opened(path) as raw:
        try:
            for line in raw:
                line.decode("utf-8")
                number += 1
        except (EOFError, zlib.error, gzip.BadGzipFile, UnicodeDecodeError):
            pass
    return SourceError(f"{path}:{number}: {what}; {todo}")
