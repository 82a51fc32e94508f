"""Markdown: the same grammar with headings, bullets and emphasis."""

import re

from verite.model import FilmList
from verite.readers import lines

NAME = "markdown"
EXAMPLE = """# Two films about harbours

## 1. The Lamplighter (1931)

**Description:** A lamplighter is arrested.
**Fact:** It was directed by Nora Lind.

## 2. The Ferry (1934)

**Description:** A ferryman waits.
"""
_SIGNS = re.compile(r"^(#{1,6}\s|\*\*[^*]+\*\*|[-*]\s+\*\*)", re.MULTILINE)


def sniff(text: str, path: str) -> bool:
    return path.endswith((".md", ".markdown")) or bool(_SIGNS.search(text))


def read(text: str, path: str = "-") -> FilmList:
    return lines.read(text, path, NAME)


def put(words: str, text: str, at: int) -> str | None:
    """The words as they are."""
    return words
