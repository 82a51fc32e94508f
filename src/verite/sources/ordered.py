"""Files sorted by an id in their first column, read side by side: what each says of one subject comes together.

Nothing but one subject is held. A file that is not in order is sorted first, in pieces on disk; one that
starts in order and breaks it later is refused, naming the line, since what was passed over is lost by then.
"""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from verite.errors import SourceError
from verite.sources.files import lines

_LOOKED_AT = 100_000  # rows in which disorder shows, if there is any
_PIECE = 200_000  # rows sorted at a time: some 50 MB


class Side:
    """A file beside the main one: gives the rows of one id after another, as they are asked for in order."""

    def __init__(self, path: Path) -> None:
        self._rows = rows(path)
        self._line = next(self._rows, "")
        self._id = self._line.partition("\t")[0]

    def take(self, id_: str) -> list[str]:
        """The lines of this id; those before it are passed over."""
        found = []
        line, at = self._line, self._id
        while line and at <= id_:
            if at == id_:
                found.append(line)
            line = next(self._rows, "")
            at = line.partition("\t")[0]
        self._line, self._id = line, at
        return found


def rows(path: Path) -> Iterator[str]:
    """The lines of a file after its header, in order of their first column; lines without a tab are dropped."""
    body = islice(lines(path), 1, None)
    last = ""
    for line in islice(lines(path), 1, _LOOKED_AT):
        at = line.partition("\t")[0]
        if at < last:
            return _sorted(line for line in body if "\t" in line)
        last = at
    return _in_order(body, path)


def _in_order(body: Iterable[str], path: Path) -> Iterator[str]:
    last = ""
    for number, line in enumerate(body, 2):
        try:
            at = line[: line.index("\t")]
        except ValueError:
            continue
        if at < last:
            raise SourceError(
                f"{path}:{number}: {at} comes after {last}, though the lines before are in order; "
                "sort the file by its first column (LC_ALL=C sort, the header aside)"
            )
        last = at
        yield line


def _sorted(body: Iterator[str]) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="verite-") as folder:
        pieces: list[Path] = []
        while piece := list(islice(body, _PIECE)):
            piece.sort(key=_id)
            target = Path(folder, str(len(pieces)))
            with target.open("w", encoding="utf-8", newline="\n") as out:
                out.writelines(line if line.endswith("\n") else f"{line}\n" for line in piece)
            pieces.append(target)
        streams = [path.open(encoding="utf-8", newline="\n") for path in pieces]
        try:
            yield from heapq.merge(*streams, key=_id)
        finally:
            for stream in streams:
                stream.close()


def _id(line: str) -> str:
    return line.partition("\t")[0]
