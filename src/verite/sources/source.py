"""What a data source is: a file or folder that somebody else keeps, read as a stream of described subjects.

A source yields, for each film or person it knows, what it says of them. Everything one source says of one of
its own subjects is attributed to it, with the subject's id as the place; nothing is merged here. A reader never
holds more than one subject in memory, never touches the network, and raises `SourceError` (file, line, what to
do) for a file that is not what it seems: cut short, another column set, a web page in place of data. A single
row that is broken is left out and counted.

A subject may come in pieces: what is said of it in each adds up (the prizes of one film over the years).

To add one: a file in this folder with a `READER`, and one line in `verite/sources/__init__.py`.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from verite.model import Completeness, Said, Source


class Described(NamedTuple):
    """One subject as one source describes it.

    `id` is the source's own, with its name space (`imdb:tt0093754`, `tspdt:1234`). `what` is "work", "agent" or
    "award" (rows of a prize that name no film that the source has an id for; `id` is then `award:<table>`).
    Values are those of `properties.toml`: a year is an int, a state a code of `records/states.csv`, a language an
    ISO 639-1 code, a duration whole minutes. An agent is the id of a subject of this source (`imdb:nm0000001`),
    or, where a source has names only, the name itself in its usual order (`Tengiz Abuladze`). An id elsewhere is
    `("same_as", "imdb:tt0093754", None)`. A place is its usual name, as text. Beside the qualifiers of
    `properties.toml`, `reference` may say what the source itself rests a statement on: "url" (a page outside it),
    "stated" (a work or database that it names), "imported" (copied from a Wikipedia and nothing else).
    """

    id: str
    what: str
    said: list[Said]


class LeftOut(dict[str, int]):
    """Why a row or value stayed out -> how often; the first place is named with the reason."""

    def __init__(self) -> None:
        super().__init__()
        self._first: dict[str, str] = {}

    def add(self, reason: str, where: str) -> None:
        key = self._first.setdefault(reason, f"{reason} (the first: {where})")
        self[key] = self.get(key, 0) + 1


class Opened(NamedTuple):
    """A source as found at one path, ready to be read.

    `complete`: properties of which this source names every value for each subject that has one, with the date up
    to which that holds and the reason: what lets another value refute. `declared`: prize tables that are complete
    (subject `award:<table>`, property `award`, scope category/from/to/nominated/all). `tables`: the prizes that the
    source knows, in the form of `records/awards/tables.toml`; it may fill up while `read` runs. `left_out`: why a value
    stayed out -> how often; it fills up while `read` runs, and is for the report of the build.
    """

    source: Source
    files: tuple[Path, ...]  # what is pinned by checksum
    as_of: str  # EDTF: up to when the source was kept, for what it says
    read: Callable[[], Iterator[Described]]
    complete: Mapping[str, str] = {}  # property -> why it may refute
    declared: tuple[Completeness, ...] = ()
    tables: Mapping[str, Any] = {}
    left_out: Mapping[str, int] = {}
    prose: bool = False  # subjects come with text (property `prose`), to be read by our claim kinds: `articles`
    origin: str = "table"  # "read" for what our own kinds find in a reference text: it may never refute


class Reader(NamedTuple):
    """A kind of data source. `open` gives nothing for a path that is not of its kind; it looks at names and first
    lines, never at the whole file (save where what a prize table declares stands in its rows), and raises
    `SourceError` where a file is plainly of its kind but broken. A folder is looked at itself, not what is below."""

    name: str
    says: str  # one line for `verite catalogue build --help` and the docs
    open: Callable[[Path], tuple[Opened, ...]]
