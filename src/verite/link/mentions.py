"""Whom and what the prose of an entry names, read by shape alone: before the film is known, nobody's name is.

Runs of capitalised words are looked up as people (by the sound of their parts, in any order) and as titles of source
works. What is found speaks for the films that it belongs to.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from verite import names, titles
from verite.catalogue import Catalogue
from verite.catalogue.schema import CREDITS
from verite.clauses.lexicon import lexicon
from verite.model import Entry
from verite.text import fold

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.-](?=\w))*\.?")
_WITHIN_NAMES = frozenset("de la le du da di del der den von van zu al el bin ibn ben of y e".split())
_WITHIN_TITLES = _WITHIN_NAMES | frozenset("the a an and in on to for from with at as by or is".split())
_LONGEST = 4  # words in a name
_MOST = 60  # names looked up for one entry: a long article is no better evidence than its opening
_CROWD = 200  # films of one key: past it the name tells nothing

DIRECTOR = CREDITS.index("director")
SOURCE = CREDITS.index("based_on")


class Mentions(NamedTuple):
    """`parts`: each name in the prose that belongs to any film, in order, with the films by number and its part in
    them. `directors`: those of people who directed one. `words`: the sounds of all capitalised words, for family names,
    each with the whole names that end in it, and with "" where it stands alone."""

    parts: dict[str, dict[int, int]]
    directors: frozenset[str]
    words: dict[str, set[str]]
    people: bool  # whether two capitalised words stand together that may be a name
    text: str  # folded

    def films(self) -> dict[int, dict[str, int]]:
        """Film number -> the names that belong to it, with their part in it. (A star has a hundred films, and most entries
        need to know of one.)"""
        found: dict[int, dict[str, int]] = defaultdict(dict)
        for name, part_in in self.parts.items():
            for lead, part in part_in.items():
                found[lead][name] = part
        return found


def mentions(entry: Entry, catalogue: Catalogue) -> Mentions:
    parts: dict[str, dict[int, int]] = {}
    named: list[tuple[str, str]] = []
    words: dict[str, set[str]] = defaultdict(set)
    own = {key for spelling in (entry.title, *entry.also) for key in titles.keys(spelling)}
    for prose in entry.prose:
        for run in _runs(prose.text):
            for n, word in enumerate(run):
                if word[0].isupper() and (sound := names.key(word.rstrip("."))):
                    words[sound].add(" ".join(run[max(0, n - 2) : n + 1]) if n and _given(run[n - 1]) else "")
            named += (*_people(run), *_works(run, own))
    held = catalogue.all_credited({key for _, key in named[:_MOST]})
    looked = 0
    for name, key in named:
        if looked == _MOST:
            break
        if name in parts:
            continue
        looked += 1
        rows = held[key] if key in held else catalogue.credited(key)
        if rows and len(rows) <= _CROWD:
            parts[name] = dict(sorted(rows, reverse=True))  # of several parts in one film the first of `CREDITS`
    return Mentions(
        parts,
        frozenset(name for name, part_in in parts.items() if DIRECTOR in part_in.values()),
        dict(words),
        any(before - {""} for before in words.values()),
        " " + fold(" ".join(p.text for p in entry.prose)),
    )


def _given(word: str) -> bool:
    """Whether a word before a family name may be a given name: *Roger Howard*, not *The Howard*, *Director Howard*."""
    low = word.lower()
    return word[:1].isupper() and low not in _WITHIN_TITLES and not lexicon().has(low, "human")


def _runs(text: str) -> Iterator[list[str]]:
    """Runs of capitalised words, small words of names and titles between them, nothing else."""
    run: list[str] = []
    end = -1
    for match in _WORD.finditer(text):
        word = match[0]
        capital = word[0].isupper()
        if not (capital or run):
            continue  # as most words do
        joined = bool(run) and text[end : match.start()].isspace() and not _stops(run[-1])
        if not (capital or (joined and word in _WITHIN_TITLES)) or not joined:
            yield from _trimmed(run)
            run = []
        if capital or run:
            own = word.endswith(("'s", "’s"))  # *Sidney Lumet's adaptation*: the name, and its end
            run.append(word[:-2] if own else word)
            if own:
                yield from _trimmed(run)
                run = []
        end = match.end()
    yield from _trimmed(run)


def _stops(word: str) -> bool:
    """A full stop ends a run, unless it is an initial's."""
    return word.endswith(".") and len(word) > 2


def _trimmed(run: list[str]) -> Iterator[list[str]]:
    while run and not run[-1][0].isupper():
        run.pop()
    if run:
        yield run


def _people(run: list[str]) -> Iterator[tuple[str, str]]:
    """Every stretch of two words or more that may be a name, the longest first."""
    for size in range(min(_LONGEST, len(run)), 1, -1):
        for at in range(len(run) - size + 1):
            part = run[at : at + size]
            if (
                part[0][0].isupper()
                and part[-1][0].isupper()
                and all(w[0].isupper() or w in _WITHIN_NAMES for w in part)
            ):
                name = " ".join(part).rstrip(".")
                yield name, names.key(name)


def _works(run: list[str], own: set[str]) -> Iterator[tuple[str, str]]:
    """The whole run, and what is left of it without its first word, as a title: *The Count of Monte Cristo*."""
    for part in (run, run[1:]):
        if part and part[0][0].isupper():
            title = " ".join(part)
            if (key := titles.key(title)) and key not in own and len(key) > 3:
                yield title, f"= {key}"
