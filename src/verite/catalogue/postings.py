"""The trigrams of all titles as flat arrays, for finding a title that no key finds.

Names (a title's key, a year, a film) are numbered by year, so that a window of years is a contiguous slice of every
posting list. The arrays lie beside the catalogue file and are mapped into memory: opened in a millisecond,
shared by all processes. The design and its measurements: `docs/explanation/linking.md`.
"""

import sqlite3
from pathlib import Path
from typing import Any, NamedTuple

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
_FILES = ("grams", "starts", "sizes", "years", "leads", "ends")
NO_YEAR = 0


class Near(NamedTuple):
    key: str
    lead: int
    year: int


def write(connection: sqlite3.Connection, folder: Path) -> None:
    """The arrays for the titles of a filled catalogue."""
    keys: list[bytes] = []
    years: list[int] = []
    leads: list[int] = []
    for key, lead, listed in connection.execute("select key, lead, years from title"):
        spelt = key.encode("ascii", "replace")
        if spelt.count(b"?") * 2 > len(spelt):
            continue  # another script: found by its key or its romanisation
        for year in listed.split(",") if listed else ("0",):
            keys.append(spelt)
            years.append(int(year))
            leads.append(lead)
    by_year = np.argsort(np.array(years, np.int16), kind="stable")
    ordered = [keys[i] for i in by_year.tolist()]
    years_ = np.array(years, np.int16)[by_year]
    leads_ = np.array(leads, np.int32)[by_year]
    lengths = np.fromiter(map(len, ordered), np.int64, len(ordered))
    text = np.frombuffer(b"".join([b"  %b " % key for key in ordered]), np.uint8)
    grams, starts, sizes = _postings(text, lengths)
    (folder / "keys.bin").write_bytes(b"".join(ordered))
    arrays: tuple[NDArray[Any], ...] = (grams, starts, sizes, years_, leads_, np.cumsum(lengths).astype(np.uint32))
    for name, array in zip(_FILES, arrays, strict=True):
        np.save(folder / f"{name}.npy", array)


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


def _query(key: str) -> NDArray[np.intp]:
    codes = _CODES[np.frombuffer(b"  %b " % key.encode("ascii", "replace"), np.uint8)].astype(np.intp)
    return np.unique(codes[:-2] * _BASE**2 + codes[1:-1] * _BASE + codes[2:])


class Postings:
    """The arrays of one version, mapped. Raises `CatalogueError` if one is missing or cut short."""

    def __init__(self, folder: Path) -> None:
        try:
            # Views of the maps as plain arrays: a slice of a memmap is made in Python, and takes ten times as long.
            self.grams, self.starts, self.sizes, self.years, self.leads, self.ends = (
                np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in _FILES
            )
            self.keys = np.memmap(folder / "keys.bin", np.uint8, "r").view(np.ndarray)
        except (OSError, ValueError) as error:
            raise CatalogueError(
                f"{folder}: its title arrays are damaged ({error}); build the catalogue again"
            ) from error

    def __len__(self) -> int:
        return len(self.years)

    def near(self, key: str, years: tuple[int, int] | None = None, most: int = 20) -> list[Near]:
        """The names most like a key by shared trigrams, the likest first; `years` are the first and last year of a
        window, without one all years are searched."""
        low, high = (0, len(self.years)) if years is None else self._window(*years)
        if low >= high:
            return []
        found, weight = self._overlaps(_query(key), low, high)
        if not len(found):
            return []
        if len(found) > 4 * most:
            kept = np.argpartition(-weight, 2 * most)[: 2 * most]
            kept.sort()
            found, weight = found[kept], weight[kept]
        best = found[np.argsort(-weight, kind="stable")[:most]]
        return [self.name(int(n)) for n in best]

    def _window(self, first: int, last: int) -> tuple[int, int]:
        return (
            int(self.years.searchsorted(np.int16(first))),
            int(self.years.searchsorted(np.int16(last), side="right")),
        )

    def _overlaps(self, grams: NDArray[np.intp], low: int, high: int) -> tuple[NDArray[Any], NDArray[Any]]:
        """(names, their likeness to the query) of the names from `low` to `high` that share its rarest grams."""
        starts, stops = self.starts[grams].astype(np.intp), self.starts[grams + 1].astype(np.intp)
        whole = low == 0 and high == len(self.years)
        first, past = np.uint32(low), np.uint32(high)  # of the array's own type, or numpy converts all of it
        lists: list[NDArray[Any]] = []
        left = BUDGET
        for at in np.argsort(stops - starts, kind="stable").tolist():
            names = self.grams[starts[at] : stops[at]]
            if not whole:
                names = names[names.searchsorted(first) : names.searchsorted(past)]
            if len(lists) > 2 and len(names) > left:
                break  # the rarest grams are found first; those that every second title has tell nothing
            left -= len(names)
            lists.append(names)
        if high - low <= 4 * BUDGET:
            counts = np.bincount(np.concatenate(lists).astype(np.intp) - low, minlength=1)
            found = np.flatnonzero(counts)
            counts = counts[found]
            found = found + low
        else:
            found, counts = np.unique(np.concatenate(lists), return_counts=True)
        # Dice, on the grams that were looked at: a long title shares more by chance than a short one
        return found, counts / (len(grams) + self.sizes[found])

    def name(self, n: int) -> Near:
        """The n-th name, in the order of years."""
        start = int(self.ends[n - 1]) if n else 0
        key = self.keys[start : int(self.ends[n])].tobytes().decode("ascii")
        return Near(key, int(self.leads[n]), int(self.years[n]))
