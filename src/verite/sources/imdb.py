"""The official IMDb files (`title.basics.tsv.gz` and its sisters), in one folder or one by one.

Tab separated, `\\N` for nothing, and no quoting: a quotation mark is part of a title. The files are sorted by
title id, so they are read side by side and one title at a time is held (`sources.ordered` says what happens to
files that are not). Only films and series are taken, and of the people only those credited in them.

`startYear` is the year of the first release, for television that of the first broadcast. `title.crew` names
every director and writer; `title.principals` a few people of each title.
"""

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from verite.errors import SourceError
from verite.model import Said, Source
from verite.sources import lock
from verite.sources.files import head
from verite.sources.ordered import Side, rows
from verite.sources.source import Described, LeftOut, Opened, Reader
from verite.sources.states import state

SOURCE = Source(
    key="imdb",
    citation="IMDb non-commercial datasets",
    url="https://developer.imdb.com/non-commercial-datasets/",
    kind="database",
    family="imdb",
    licence="IMDb non-commercial licence: personal and non-commercial use, no republication",
    rank=4,  # anybody may edit it
)

# What each file must have; the old `principals` had one row a title.
_COLUMNS: dict[str, tuple[tuple[str, ...], ...]] = {
    "basics": (("tconst", "titleType", "primaryTitle", "originalTitle", "startYear", "runtimeMinutes", "genres"),),
    "akas": (("titleId", "title", "region", "language", "types", "attributes", "isOriginalTitle"),),
    "crew": (("tconst", "directors", "writers"),),
    "principals": (("tconst", "nconst", "category", "characters"), ("tconst", "principalCast")),
    "names": (("nconst", "primaryName", "birthYear", "deathYear"),),
    "ratings": (("tconst", "averageRating", "numVotes"),),
}
_FILE_NAMES = {
    "title.basics": "basics", "title.akas": "akas", "title.crew": "crew", "title.principals": "principals",
    "name.basics": "names", "title.ratings": "ratings",
}  # fmt: skip
_FORMS = {
    "movie": "feature", "tvMovie": "television-film", "tvSeries": "series", "tvMiniSeries": "series",
    "short": "short", "tvShort": "short", "video": "video",
}  # fmt: skip
_DOCUMENTARIES = {"movie": "documentary", "tvMovie": "television-documentary"}
_ROLES = {
    "actor": "cast", "actress": "cast", "self": "cast", "composer": "composer", "cinematographer": "camera",
    "producer": "producer", "editor": "editor", "director": "director", "writer": "writer",
}  # fmt: skip
_LANGUAGES = {"cmn": "zh", "yue": "zh", "arz": "ar", "fil": "tl", "gsw": "de", "nb": "no"}

_BOTH: Mapping[str, Any] = {"of": "original", "preferred": True}
_ORIGINAL: Mapping[str, Any] = {"of": "original"}
_PREFERRED: Mapping[str, Any] = {"of": "release", "preferred": True}
_RELEASE: Mapping[str, Any] = {"of": "release"}
_BROADCAST: Mapping[str, Any] = {"of": "broadcast"}


class _File(NamedTuple):
    path: Path
    at: Mapping[str, int]  # column -> position


def open_imdb(path: Path) -> tuple[Opened, ...]:
    found: dict[str, _File] = {}
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if not file.is_file() or not (kind := _kind(file, alone=file == path)):
            continue
        if kind in found:
            raise SourceError(f"{path}: {found[kind].path.name} and {file.name} are both {kind}; leave one of them")
        found[kind] = _File(file, {name: i for i, name in enumerate(head(file).split("\t"))})
    if not found:
        return ()
    left_out = LeftOut()
    complete = {"director": "title.crew names every director of a title"} if "crew" in found else {}
    return (
        Opened(
            source=SOURCE,
            files=tuple(file.path for file in found.values()),
            as_of=max(_dated(file.path) for file in found.values()),
            read=lambda: _read(found, left_out),
            complete=complete,
            left_out=left_out,
        ),
    )


def _dated(path: Path) -> str:
    """The day on which a file was fetched, else that on which it was written: the files themselves name none."""
    pin = lock.read(path.parent).get(path.name)
    if pin is not None and pin.date:
        return pin.date
    return datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC).date().isoformat()


def _kind(path: Path, *, alone: bool) -> str:
    """Which of the six files this is; "" for another. The columns say it, since users rename what they download."""
    named = next((kind for name, kind in _FILE_NAMES.items() if path.name.startswith(f"{name}.tsv")), "")
    if not named and ".tsv" not in path.suffixes:
        return ""
    try:
        columns = set(head(path).split("\t"))
    except SourceError:
        if named or alone:
            raise
        return ""  # a broken file in a folder may be anybody's
    found = next((kind for kind, sets in _COLUMNS.items() if any(columns >= set(s) for s in sets)), "")
    if named and found != named:
        missing = " ".join(c for c in _COLUMNS[named][0] if c not in columns)
        raise SourceError(
            f"{path}:1: not the columns of IMDb's {named} file (missing: {missing}); "
            "give the file as IMDb publishes it, tab separated with its header"
        )
    return found


def _read(files: Mapping[str, _File], left_out: LeftOut) -> Iterator[Described]:
    credited = _Ids()
    beside = [_BESIDE[kind](files[kind], credited, "crew" in files) for kind in _BESIDE if kind in files]
    if "basics" in files:
        yield from _films(files["basics"], beside, left_out)
    else:
        for kind in _BESIDE:
            if kind in files:
                yield from _alone(files[kind], _BESIDE[kind], credited)
    if "names" in files:
        everybody = not {"basics", "crew", "principals"} & files.keys()
        yield from _people(files["names"], None if everybody else credited, left_out)


Beside = Callable[[str, list[Said]], None]  # adds what a file says of a title to what is said of it


def _films(file: _File, beside: list[Beside], left_out: LeftOut) -> Iterator[Described]:
    """Row by row. Years, lengths and genres come again and again: each is made once, which halves the time."""
    at = file.at
    id_, type_, primary, original = at["tconst"], at["titleType"], at["primaryTitle"], at["originalTitle"]
    year, minutes, genres, width = at["startYear"], at["runtimeMinutes"], at["genres"], len(at)
    kinds = {kind: _Kind(kind) for kind in _FORMS}
    described = partial(tuple.__new__, Described)  # as Described(...), in a third of the time
    for number, line in enumerate(rows(file.path), 2):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != width:
            left_out.add("not as many cells as the header has", f"{file.path}:{number}")
            continue
        if (kind := kinds.get(cells[type_])) is None:
            continue
        title, other = cells[primary], cells[original]
        try:
            said: list[Said] = [
                ("title", title, _BOTH if title == other or other == "\\N" else _PREFERRED),
                *kind.years[cells[year]],
                *kind.minutes[cells[minutes]],
                *kind.genres[cells[genres]],
            ]
        except ValueError:
            left_out.add("a year or duration that is no number", f"{file.path}:{number}")
            continue
        if title != other and other != "\\N":
            said.append(("title", other, _ORIGINAL))
        for add in beside:
            add(cells[id_], said)
        yield described((f"imdb:{cells[id_]}", "work", said))


class _Kind:
    """What the cells of one kind of title say, each cell read once. State: what was read so far."""

    def __init__(self, kind: str) -> None:
        shown = _BROADCAST if kind.startswith("tv") else _RELEASE
        self.years = _Read(lambda cell: (("year", int(cell), shown),))
        self.minutes = _Read(lambda cell: (("duration", int(cell), None),))
        self.genres = _Read(partial(_genres, kind))
        self.genres["\\N"] = (("form", _FORMS[kind], None),)


class _Read(dict[str, tuple[Said, ...]]):
    def __init__(self, read: Callable[[str], tuple[Said, ...]]) -> None:
        super().__init__({"\\N": ()})
        self._read = read

    def __missing__(self, cell: str) -> tuple[Said, ...]:
        self[cell] = found = self._read(cell)
        return found


def _genres(kind: str, cell: str) -> tuple[Said, ...]:
    tags = cell.split(",")
    form = _DOCUMENTARIES.get(kind, _FORMS[kind]) if "Documentary" in tags else _FORMS[kind]
    return (("form", form, None), *(("genre", tag.lower(), None) for tag in tags))


def _alone(file: _File, what: Callable[..., Beside], credited: "_Ids") -> Iterator[Described]:
    """A file given without `title.basics`: all its titles, since nothing says which are films."""
    add, last = what(file, credited, False), ""
    for line in rows(file.path):
        if (id_ := line.partition("\t")[0]) != last:
            last = id_
            said: list[Said] = []
            add(id_, said)
            yield Described(f"imdb:{id_}", "work", said)


def _akas(file: _File, credited: "_Ids", crew: bool) -> Beside:
    side, at = Side(file.path), file.at
    title, region, language = at["title"], at["region"], at["language"]
    types, attributes, width = at["types"], at["attributes"], len(at)

    def add(id_: str, said: list[Said]) -> None:
        had = {value for property_, value, _ in said if property_ == "title"}
        for line in side.take(id_):
            cells = line.rstrip("\r\n").split("\t")
            if len(cells) != width or cells[title] in had:
                continue
            had.add(cells[title])
            qualifiers = {"of": _of(cells[types], cells[attributes], cells[region])}
            if spoken := _LANGUAGES.get(cells[language], cells[language] if len(cells[language]) == 2 else ""):
                if spoken != "\\N":
                    qualifiers["lang"] = spoken
            if (code := cells[region]) != "\\N" and (where := state(code)):
                qualifiers["in"] = where
            said.append(("title", cells[title], qualifiers))

    return add


def _of(types: str, attributes: str, region: str) -> str:
    if "original" in types:
        return "original"
    if "working" in types:
        return "working"
    if "translit" in attributes:
        return "transliterated"
    if "alternative" in types or attributes != "\\N" or (types == "\\N" and region == "\\N"):
        return "alternative"
    return "release"


def _crew(file: _File, credited: "_Ids", crew: bool) -> Beside:
    side, at = Side(file.path), file.at
    columns = (("director", at["directors"]), ("writer", at["writers"]))

    def add(id_: str, said: list[Said]) -> None:
        for line in side.take(id_):
            cells = line.rstrip("\r\n").split("\t")
            for property_, column in columns:
                if len(cells) > column and cells[column] not in ("\\N", ""):
                    for person in cells[column].split(","):
                        credited.add(person)
                        said.append((property_, f"imdb:{person}", None))

    return add


def _principals(file: _File, credited: "_Ids", crew: bool) -> Beside:
    side, at = Side(file.path), file.at
    if "principalCast" in at:  # the files of 2017: who, and not as what
        return lambda id_, said: None
    person, category, characters, width = at["nconst"], at["category"], at["characters"], len(at)
    roles = {role: of for role, of in _ROLES.items() if not crew or of not in ("director", "writer")}

    def add(id_: str, said: list[Said]) -> None:
        had = set()
        for line in side.take(id_):
            cells = line.rstrip("\r\n").split("\t")
            if len(cells) != width or not (property_ := roles.get(cells[category])):
                continue
            credited.add(cells[person])
            one = (property_, f"imdb:{cells[person]}", _character(cells[characters]))
            if one[:2] not in had:
                had.add(one[:2])
                said.append(one)

    return add


def _character(cell: str) -> Mapping[str, Any] | None:
    if cell == "\\N":
        return None
    try:
        named = json.loads(cell)
    except ValueError:
        named = [cell]
    return {"character": " / ".join(map(str, named))} if isinstance(named, list) and named else None


def _ratings(file: _File, credited: "_Ids", crew: bool) -> Beside:
    side, at = Side(file.path), file.at
    mean, votes = at["averageRating"], at["numVotes"]

    def add(id_: str, said: list[Said]) -> None:
        for line in side.take(id_):
            cells = line.rstrip("\r\n").split("\t")
            try:
                said.append(("rating", float(cells[mean]), {"votes": int(cells[votes])}))
            except (ValueError, IndexError):
                continue

    return add


_BESIDE: dict[str, Callable[[_File, "_Ids", bool], Beside]] = {
    "akas": _akas, "crew": _crew, "principals": _principals, "ratings": _ratings,
}  # fmt: skip


class _Ids:
    """The people seen, a bit each: two megabytes for all that IMDb has, however many rows name them."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def add(self, id_: str) -> None:
        if (number := _number(id_)) >= 0:
            if number >> 3 >= len(self._bits):
                self._bits.extend(bytes((number >> 3) + 4096 - len(self._bits)))
            self._bits[number >> 3] |= 1 << (number & 7)

    def __contains__(self, id_: str) -> bool:
        number = _number(id_)
        return 0 <= number >> 3 < len(self._bits) and bool(self._bits[number >> 3] & (1 << (number & 7)))


def _number(id_: str) -> int:
    digits = id_[2:]
    return int(digits) if digits.isdecimal() and len(digits) <= 9 else -1


def _people(file: _File, credited: _Ids | None, left_out: LeftOut) -> Iterator[Described]:
    at = file.at
    id_, name, born, died, width = at["nconst"], at["primaryName"], at["birthYear"], at["deathYear"], len(at)
    for number, line in enumerate(rows(file.path), 2):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != width or cells[name] in ("\\N", ""):
            left_out.add("a person without a name, or not as many cells as the header", f"{file.path}:{number}")
            continue
        if credited is not None and cells[id_] not in credited:
            continue
        said: list[Said] = [("name", cells[name], {"of": "usual", "preferred": True})]
        said += [
            (p, cells[column], None) for p, column in (("born", born), ("died", died)) if cells[column].isdecimal()
        ]
        yield Described(f"imdb:{cells[id_]}", "agent", said)


READER = Reader("imdb", "the official IMDb files (title.basics.tsv.gz ...), in a folder or one by one", open_imdb)
