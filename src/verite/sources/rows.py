"""Tables as rows: CSV, TSV, JSON, JSON Lines (plain or gzip) and Parquet, each row a mapping of column to cell.

A row that has not as many cells as the header is left out and counted. Parquet needs the optional package
`pyarrow`, which is imported only when such a file is read.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from verite.errors import SourceError
from verite.sources.files import head, lines
from verite.sources.source import LeftOut

Row = Mapping[str, Any]
SEPARATORS = {"csv": ",", "tsv": "\t"}
FORMS = ("csv", "tsv", "json", "jsonl", "parquet")
_GAP = re.compile(r"[\s,]*")
_ENDINGS = {".csv": "csv", ".tsv": "tsv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}


def form(path: Path) -> str:
    """What kind of table a file is by its name; "" for none.

    >>> form(Path("films.csv.gz")), form(Path("films.parquet")), form(Path("films.txt"))
    ('csv', 'parquet', '')
    """
    name = path.name.lower().removesuffix(".gz")
    return _ENDINGS.get(Path(name).suffix, "")


def columns(path: Path, as_: str = "", separator: str = "") -> tuple[str, ...]:
    """The columns of a table: of JSON, those of its first object."""
    as_ = as_ or form(path)
    if as_ == "parquet":
        return tuple(_parquet(path).schema_arrow.names)
    first = head(path)
    if as_ in SEPARATORS:
        return tuple(next(csv.reader([first], delimiter=separator or SEPARATORS[as_], **_quoting(as_)), ()))
    return tuple(next(((*row,) for _, row in rows(path, LeftOut(), as_)), ()))


def looked_at(path: Path, as_: str = "", separator: str = "") -> frozenset[str]:
    """The columns of a table that may be somebody else's: none if it cannot be read."""
    try:
        return frozenset(columns(path, as_, separator))
    except SourceError:
        return frozenset()


def rows(
    path: Path, left_out: LeftOut, as_: str = "", separator: str = "", *, pad: bool = False
) -> Iterator[tuple[int, Row]]:
    """(line or number, row) of every row that is whole. `pad`: empty cells at a row's end may be missing."""
    as_ = as_ or form(path)
    if as_ == "parquet":
        yield from _from_parquet(path)
    elif as_ in SEPARATORS:
        yield from _separated(path, left_out, as_, separator or SEPARATORS[as_], pad)
    elif as_ == "jsonl":
        yield from _json_lines(path, left_out)
    elif as_ == "json":
        yield from _json(path)
    else:
        raise SourceError(f"{path}: not a table of a known form; say `form` in the mapping: {', '.join(FORMS)}")


def _quoting(as_: str) -> dict[str, Any]:
    # A TSV file of data has no quoting as a rule (IMDb, the Academy's table): there, " is part of a title.
    return {"quoting": csv.QUOTE_NONE, "quotechar": None} if as_ == "tsv" else {}


def _separated(path: Path, left_out: LeftOut, as_: str, separator: str, pad: bool) -> Iterator[tuple[int, Row]]:
    head(path)
    csv.field_size_limit(1 << 24)
    reader = csv.reader(lines(path), delimiter=separator, strict=True, **_quoting(as_))
    try:
        header = next(reader)
        if len(header) < 2:
            raise SourceError(
                f"{path}:1: one column only ({header[0][:40]!r}): the cells are not parted by {separator!r}; "
                "say `separator` in the mapping"
            )
        for cells in reader:
            if pad and cells:
                cells += [""] * (len(header) - len(cells))
            if len(cells) == len(header):
                yield reader.line_num, dict(zip(header, cells, strict=True))
            elif cells:
                left_out.add("not as many cells as the header has", f"{path}:{reader.line_num}")
    except csv.Error as error:
        raise SourceError(f"{path}:{reader.line_num}: {error}; mend the quotation marks of this row") from error


def _json_lines(path: Path, left_out: LeftOut) -> Iterator[tuple[int, Row]]:
    head(path)
    for number, line in enumerate(lines(path), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if isinstance(row, dict):
            yield number, row
        elif number == 1:
            raise SourceError(f"{path}:1: not a JSON object on the first line; JSON Lines have one on each")
        else:
            left_out.add("no JSON object", f"{path}:{number}")


def _json(path: Path) -> Iterator[tuple[int, Row]]:
    """A list of objects, as it stands: read piece by piece, so that one object is held and not the list."""
    head(path)
    decoder, number, line, at = json.JSONDecoder(), 0, 0, 0
    held, started = "", False
    for line, text in enumerate(_pieces(path), 1):
        held, at = held[at:] + text, 0
        if not started and held.strip():
            started, at = True, len(held) - len(held.lstrip()) + 1
            if held[at - 1] != "[":
                raise SourceError(f"{path}:1: not a list of objects ([{{...}}, ...]); give the list that is inside")
        while started and (at := _GAP.match(held, at).end()) < len(held):  # type: ignore[union-attr]  # matches ""
            if held[at] == "]":
                return
            try:
                row, at = decoder.raw_decode(held, at)
            except ValueError as error:
                if len(held) - at > 1 << 24:
                    raise SourceError(f"{path}:{line}: no JSON that can be read ({error}); mend it") from error
                break  # the object goes on
            if not isinstance(row, dict):
                raise SourceError(f"{path}:{line}: {str(row)[:30]!r} is no object; a table is a list of objects")
            number += 1
            yield number, row
    raise SourceError(f"{path}:{line}: the list does not end: the file is cut short or damaged; get it again")


def _pieces(path: Path) -> Iterator[str]:
    """Lines; a list that stands on one line comes in pieces of it."""
    for line in lines(path):
        for at in range(0, len(line), 1 << 16):
            yield line[at : at + (1 << 16)]


def _parquet(path: Path) -> Any:
    try:
        parquet = import_module("pyarrow.parquet")
    except ImportError as error:
        raise SourceError(
            f"{path}: Parquet needs the package pyarrow, which is an extra: pip install 'verite[parquet]'"
        ) from error
    try:
        return parquet.ParquetFile(path)
    except (OSError, ValueError) as error:
        raise SourceError(f"{path}: no Parquet file, or cut short ({error}); get it again") from error


def _from_parquet(path: Path) -> Iterator[tuple[int, Row]]:
    number = 0
    for batch in _parquet(path).iter_batches(batch_size=4096):
        for row in batch.to_pylist():
            number += 1
            yield number, row
