"""Plain text: a title line with a year, labelled lines below it."""

from verite.model import FilmList
from verite.readers import lines

NAME = "text"
EXAMPLE = """Two films about harbours

The Lamplighter (1931)
Description: A lamplighter is arrested.
Fact: It was directed by Nora Lind.

The Ferry (1934)
Description: A ferryman waits.
"""


def sniff(text: str, path: str) -> bool:
    return True


def read(text: str, path: str = "-") -> FilmList:
    return lines.read(text, path, NAME)


def put(words: str, text: str, at: int) -> str | None:
    """The words as they are."""
    return words
