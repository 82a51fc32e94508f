"""The trigrams of all titles as flat arrays, for finding a title that no key finds.

Names (a title's key, a year, a film) are numbered by year, so that a window of years is a contiguous slice of every
posting list. The arrays lie beside the catalogue file and are mapped into memory: opened in a millisecond,
shared by all processes. Beside them stand the words of all titles, each with the number of titles that have it: a word
that no title has is a slip of the hand, or foreign. The design and its measurements: `docs/explanation/linking.md`.
"""

import sqlite3
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from verite.errors import CatalogueError

# space and everything unprintable 0, a-z 1-26, 0-9 27-36, every other letter 37: three of them fit 16 bits
_CODES = np.full(256, 37, np.uint16)
_CODES[[32, 0]] = 0
_CODES[[*range(97, 123)]] = np.arange(1, 27)
_CODES[[*range(48, 58)]] = np.arange(27, 37)
_BASE = 38
GRAMS = _BASE**3
BUDGET = 40_000  # postings looked at for one title: the rarest grams first; more finds nothing more (linking.md)
_WHOLE_BUDGET = 4 * BUDGET  # where no year narrows the search
_BATCH = 50_000
_TYPES = (np.int16, np.int32, np.uint8)
_FILES = ("grams", "starts", "sizes", "years", "leads", "roles", "ends", "words", "titles")
_FEW = 1_500_000  # names that are counted one by one
_NEIGHBOURS = np.uint32(4)  # bits: so many of more are first counted together (`_counted`)


class Near(NamedTuple):
    key: str
    lead: int
    year: int  # 0 if none is known
    role: int  # place in schema.ROLES


def write(connection: sqlite3.Connection, folder: Path) -> None:
    """The arrays for the titles of a filled catalogue."""
    keys: list[bytes] = []
    columns: tuple[list[int], list[int], list[int]] = ([], [], [])  # years, films, roles
    words: Counter[str] = Counter()
    rows = connection.execute("select key, lead, role, years from title")
    while batch := rows.fetchmany(_BATCH):
        words.update(" ".join([key for key, *_ in batch]).split())
        for key, lead, role, listed in batch:
            spelt = key.encode() if key.isascii() else _latin(key)
            if not spelt:
                continue
            for year in listed.split(",") if "," in listed else (listed or "0",):
                keys.append(spelt)
                for column, value in zip(columns, (int(year), lead, role), strict=True):
                    column.append(value)
    years, leads, roles = (np.array(column, type_) for column, type_ in zip(columns, _TYPES, strict=True))
    by_year = np.argsort(years, kind="stable")
    ordered = [keys[i] for i in by_year.tolist()]
    lengths = np.fromiter(map(len, ordered), np.int64, len(ordered))
    (folder / "keys.bin").write_bytes(b"".join(ordered))
    text = np.frombuffer(b"  " + b"   ".join(ordered) + b" ", np.uint8)
    grams, starts, sizes = _postings(text, lengths)
    ends = np.cumsum(lengths).astype(np.uint32)
    arrays: tuple[NDArray[Any], ...] = (
        grams, starts, sizes, years[by_year], leads[by_year], roles[by_year], ends, *_counts(words),
    )  # fmt: skip
    for name, array in zip(_FILES, arrays, strict=True):
        np.save(folder / f"{name}.npy", array)


def _latin(key: str) -> bytes:
    """A key as its trigrams are taken; nothing for one in another script, which is found by its romanisation."""
    spelt = key.encode("ascii", "replace")
    return spelt if spelt.count(b"?") * 2 <= len(spelt) else b""


def _postings(text: NDArray[np.uint8], lengths: NDArray[np.int64]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """(names of each gram one after another, where each gram's names start, how many grams a name has)."""
    codes = _CODES[text]
    gram = codes[:-2] * np.uint16(_BASE**2) + codes[1:-1] * np.uint16(_BASE) + codes[2:]
    padded = lengths + 3
    name = np.repeat(np.arange(len(lengths), dtype=np.uint32), padded)[:-2]
    # The last two places of a name hold grams that run into the next one.
    inner = np.ones(len(text), bool)
    ends = np.cumsum(padded)
    inner[ends - 1] = False
    inner[ends - 2] = False
    gram, name = gram[inner[:-2]], name[inner[:-2]]
    order = np.argsort(gram, kind="stable")  # a radix sort on 16 bits: linear
    gram, name = gram[order], name[order]
    first = np.ones(len(gram), bool)
    first[1:] = (gram[1:] != gram[:-1]) | (name[1:] != name[:-1])
    gram, name = gram[first], name[first]
    starts = np.searchsorted(gram, np.arange(GRAMS + 1)).astype(np.uint32)
    sizes = np.bincount(name, minlength=len(lengths)).clip(max=255).astype(np.uint8)
    return name, starts, sizes


def _counts(words: Counter[str]) -> tuple[NDArray[Any], NDArray[Any]]:
    """(hash of each word in order, how many titles have it)."""
    hashed = np.fromiter((crc32(word.encode()) for word in words), np.uint32, len(words))
    order = np.argsort(hashed)
    return hashed[order], np.fromiter(words.values(), np.uint32, len(words))[order]


_PLACES = bytes(int(code) for code in _CODES)


def _query(key: str) -> list[int]:
    """The grams of a key: in plain Python, since a title is too short for numpy to be quicker."""
    codes = (b"  %b " % key.encode("ascii", "replace")).translate(_PLACES)
    return list({a * _BASE**2 + b * _BASE + c for a, b, c in zip(codes, codes[1:], codes[2:], strict=False)})


class Postings:
    """The arrays of one version, mapped. Raises `CatalogueError` if one is missing or cut short."""

    def __init__(self, folder: Path) -> None:
        try:
            # Views of the maps as plain arrays: a slice of a memmap is made in Python, and takes ten times as long.
            (
                self.grams, self.starts, self.sizes, self.years, self.leads, self.roles, self.ends, self.words, self.titles,
            ) = (np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in _FILES)  # fmt: skip
            self.keys = np.memmap(folder / "keys.bin", np.uint8, "r").view(np.ndarray)
        except (OSError, ValueError, EOFError) as error:
            raise CatalogueError(
                f"{folder}: its title arrays are damaged ({error}); build the catalogue again"
            ) from error
        if len(self.keys) != int(self.ends[-1]):
            raise CatalogueError(f"{folder}: its title arrays are damaged (keys.bin is cut); build the catalogue again")
        self._text = self.keys.data
        self.having = lru_cache(maxsize=16_384)(self._having)

    def __len__(self) -> int:
        return len(self.years)

    def near(self, key: str, years: tuple[int, int] | None = None, most: int = 20) -> list[Near]:
        """The names most like a key by shared trigrams, the likest first; `years` are the first and last year of a
        window, without one all years are searched."""
        low, high = (0, len(self.years)) if years is None else self._window(*years)
        grams = _query(key)
        lists = self._lists(grams, low, high)
        if not lists:
            return []
        found, counts = _counted(np.concatenate(lists), low, high)
        # Dice, on the grams that were looked at: a long title shares more by chance than a short one
        weight = counts / (len(grams) + self.sizes[found])
        best = (-weight).argsort(kind="stable")[:most]
        return self.names(found[best])

    def _window(self, first: int, last: int) -> tuple[int, int]:
        return (
            int(self.years.searchsorted(np.int16(first))),
            int(self.years.searchsorted(np.int16(last), side="right")),
        )

    def _lists(self, grams: list[int], low: int, high: int) -> list[NDArray[Any]]:
        """The names from `low` to `high` of each of the rarest grams: those that every second title has tell nothing."""
        at = np.array(grams)
        spans = zip(self.starts[at].tolist(), self.starts[at + 1].tolist(), strict=True)
        whole = low == 0 and high == len(self.years)
        window = np.array([low, high], np.uint32)  # of the array's own type, or numpy converts all of it
        lists: list[NDArray[Any]] = []
        left = BUDGET if not whole else _WHOLE_BUDGET
        for start, stop in sorted(spans, key=lambda span: span[1] - span[0]):
            names = self.grams[start:stop]
            if not whole and start < stop:
                first, past = names.searchsorted(window).tolist()
                names = names[first:past]
            if len(names):
                if len(lists) > 2 and len(names) > left:
                    break
                left -= len(names)
                lists.append(names)
        return lists

    def names(self, numbers: NDArray[Any]) -> list[Near]:
        """The names of these numbers: the order of years."""
        stops, starts = self.ends[numbers], self.ends[numbers - (numbers > 0)]
        starts[numbers == 0] = 0
        spelt = (str(self._text[a:b], "ascii") for a, b in zip(starts.tolist(), stops.tolist(), strict=True))
        columns = (self.leads[numbers].tolist(), self.years[numbers].tolist(), self.roles[numbers].tolist())
        return [Near(*one) for one in zip(spelt, *columns, strict=True)]

    def _having(self, word: str) -> int:
        """How many titles have this word."""
        hashed = np.uint32(crc32(word.encode()))
        at = int(self.words.searchsorted(hashed))
        return int(self.titles[at]) if at < len(self.words) and self.words[at] == hashed else 0


def _counted(names: NDArray[Any], low: int, high: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """(name, how often it is among `names`) of those found at least half as often as the most frequent one."""
    if high - low <= _FEW:
        counts = np.bincount(names - np.uint32(low))
        found = np.flatnonzero(counts >= (int(counts.max()) + 1) // 2)
        return found + low, counts[found]
    # Counting in a million places costs more than the search: sixteen neighbours are first counted as one. The
    # fullest places show how often the most frequent name is found at least, and so which places need a look.
    places = names >> _NEIGHBOURS
    together = np.bincount(places)
    _, counts = np.unique(names[(together >= (int(together.max()) + 1) // 2)[places]], return_counts=True)
    least = (int(counts.max()) + 1) // 2
    found, counts = np.unique(names[(together >= least)[places]], return_counts=True)
    return found[counts >= least], counts[counts >= least]
