"""Prose without a capital letter (*weir directed, seven go out into the snow*): its sentences and the names that its film is known to
have are given theirs, letter for letter, so that every place stays where it is."""

import re
from collections.abc import Iterator

from verite.clauses.lexicon import lexicon
from verite.clauses.tokens import Layer, Token, tokenize

_BEGINS = re.compile(r"(?<=[.!?…]) +([^\W\d_])")
_NAMED = ("agent", "character")
_ODD = 4  # letters of a name that stands alone


def recased(text: str, known: Layer) -> str:
    """The text with capitals, if it has none of its own. `known`: the names of its film."""
    if any(letter.isupper() for letter in text):
        return text
    letters = list(text)
    for match in _BEGINS.finditer(text):
        letters[match.start(1)] = letters[match.start(1)].upper()
    for token in _names(tokenize(text), known):
        letters[token.start] = letters[token.start].upper()
    cased = "".join(letters)
    return cased if len(cased) == len(text) else text  # *ß* has no capital of one letter


def _names(tokens: list[Token], known: Layer) -> Iterator[Token]:
    low = [token.low for token in tokens]
    for i, word in enumerate(low):
        for words, means in known.get(word, ()):
            if low[i : i + len(words)] != list(words) or not any(type_ in _NAMED for type_, _ in means):
                continue
            if len(words) > 1 or _odd(word, low[i - 1] if i else ""):
                yield from tokens[i : i + len(words)]
                break


def _odd(word: str, before: str) -> bool:
    """Whether a word can hardly be anything but a name: *uchitel*; not *lean*, *cross*, *a hunter*."""
    words = lexicon()
    return (
        len(word) >= _ODD and not words.classes.get(word) and word not in words.forms and not words.has(before, "det")
    )
