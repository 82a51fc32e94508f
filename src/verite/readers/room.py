"""Escapes decoded without moving anything: the letter an escape stands for is given all the room that the escape took.

So a text of an HTML file, a CSV cell or a JSON string has the length of its source, and an offset in it is one in the file.
Soft hyphens fill the room within a word, for whoever reads words reads past them; spaces fill it elsewhere."""

import re
from collections.abc import Callable
from html import unescape
from re import Match, Pattern

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def entities(text: str) -> str:
    """The text with `&eacute;` and the like as letters."""
    return decoded(text, _ENTITY, lambda m: unescape(m[0])) if "&" in text else text


def fill(letter: str, width: int, before: str) -> str:
    """`letter` in `width` places; `before` is what stands left of it."""
    letter = letter[:width] if not letter or letter.isprintable() else " "
    spare = width - len(letter)
    if letter.isspace() or not letter:
        return " " * width
    if letter.isalnum():
        return letter + "\u00ad" * spare
    return ("\u00ad" if before[-1:].isalpha() or before[-1:] == "\u00ad" else " ") * spare + letter


def decoded(text: str, escape: Pattern[str], meaning: Callable[[Match[str]], str]) -> str:
    """The text with every escape as what it means."""
    out: list[str] = []
    at = 0
    for match in escape.finditer(text):
        out.append(text[at : match.start()])
        out.append(fill(meaning(match), len(match[0]), next((piece for piece in reversed(out) if piece), "")))
        at = match.end()
    out.append(text[at:])
    return "".join(out)
