"""Wikidata: films and the people in them, from a JSON dump or from pages that `verite catalogue pull` fetched.

    entity     one item in plain values, whichever road it came by
    dump       the road through a JSON dump          pages, queries   the road through a SPARQL endpoint
    reading    either road -> described subjects     describe         an item in our words; closed.toml, our lists

Nothing of it is complete: anybody may add to Wikidata what another has left out. So it supports, and its silence
refutes nothing.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from verite.errors import SourceError
from verite.model import Source
from verite.sources import lock
from verite.sources.source import LeftOut, Opened, Reader
from verite.sources.wikidata import dump, pages
from verite.sources.wikidata.reading import Road, read

_DATE = re.compile(r"(?<!\d)(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_HTML = re.compile(rb"^\s*<(!doctype|html|\?xml)", re.IGNORECASE)


def _open(path: Path) -> tuple[Opened, ...]:
    if path.is_dir():
        return _pages(path)
    if path.name.endswith(dump.ENDINGS) and path.is_file():
        return _dump(path)
    return ()


def _pages(folder: Path) -> tuple[Opened, ...]:
    pull = pages.opened(folder)
    if pull is None:
        return ()
    if not pull.finished:
        raise SourceError(f"{folder}: this pull is not finished: run the same `verite catalogue pull wikidata` again")
    files = [
        folder / pages.NAME,
        *(file for stage in ("films", "others", "authors") for file in pages.files(folder, stage)),
    ]
    return (_opened(lambda: pages.Pages(folder), files, pull.began, pull.endpoint),)


def _dump(path: Path) -> tuple[Opened, ...]:
    first = _first(path)
    if not isinstance(first, dict) or not re.fullmatch(r"[QPL]\d+", str(first.get("id"))) or "type" not in first:
        if "wikidata" in path.name.lower():
            raise SourceError(f"{path}: called wikidata, yet its first line is no entity of a Wikidata dump")
        return ()
    pinned = lock.read(path.parent).get(path.name)
    dated = _DATE.search(path.name)
    as_of = "-".join(dated.groups()) if dated else pinned.date if pinned else str(first.get("modified", ""))[:10]
    return (_opened(lambda: dump.Dump(path), [path], as_of, pinned.address if pinned else ""),)


def _first(path: Path) -> Any:
    """The first entity of what may be a dump; nothing if it is none."""
    try:
        with dump.opened(path) as file:
            line = file.readline(1 << 26)
            if line.strip() == b"[":
                line = file.readline(1 << 26)
    except (OSError, EOFError) as error:
        if "wikidata" in path.name.lower():
            raise SourceError(f"{path}: called wikidata and cannot be read: {error}: fetch it again") from error
        return None
    if _HTML.match(line) and "wikidata" in path.name.lower():
        raise SourceError(f"{path}: a web page, not data: fetch it again")
    try:
        return json.loads(line.rstrip(b", \r\n"))
    except ValueError:
        return None


def _opened(road: Callable[[], Road], files: list[Path], as_of: str, address: str) -> Opened:
    left_out = LeftOut()
    source = Source(
        key="wikidata",
        citation=f"Wikidata{', as of ' + as_of if as_of else ''}",
        url=address,
        seen=as_of,
        kind="database",
        family="wikimedia",
        licence="CC0",
        rank=4,
    )
    return Opened(
        source=source,
        files=tuple(files),
        as_of=as_of,
        read=lambda: read(road, left_out),
        left_out=left_out,
    )


READER = Reader("wikidata", "Wikidata: a JSON dump (.json, .json.gz, .json.bz2), or a folder of pulled pages", _open)
