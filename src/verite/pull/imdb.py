"""IMDb's files for non-commercial use: fetched as they are, with sum and date."""

import gzip
from pathlib import Path
from zlib import error as ZlibError

from verite.errors import SourceError
from verite.pull.net import Patience, Say, download
from verite.pull.net import folder as prepare
from verite.sources import lock

ADDRESS = "https://datasets.imdbws.com/"
FILES = ("title.basics", "title.akas", "title.crew", "title.principals", "title.ratings", "name.basics")
LICENCE = "IMDb non-commercial licence: personal and non-commercial use, no republication"
TERMS = """\
IMDb lets these files be used for personal and non-commercial purposes only. You may keep a copy for yourself; you
may not publish the files, or a catalogue built from them, or use either in anything commercial. The terms are on
IMDb's developer site under "Non-Commercial Datasets"; whoever publishes figures from them has to name IMDb."""
_HEADERS = (b"tconst\t", b"titleId\t", b"nconst\t")


def pull(folder: Path, address: str, patience: Patience, say: Say) -> list[str]:
    """Fetch what is not here yet; one line for each file. A file that is here is never replaced."""
    prepare(folder, lambda inside: all(name == lock.NAME or name.startswith(FILES) for name in inside))
    told = []
    for name in FILES:
        target = folder / f"{name}.tsv.gz"
        where = f"{address.rstrip('/')}/{target.name}"
        pinned = lock.read(folder).get(target.name)
        if target.exists() and pinned:
            told.append(f"{target}: here since {pinned.date}; remove it to fetch it again")
            continue
        if not target.exists():
            download(where, target, _check, patience, say)
        # A run that was killed between the last byte and this line left the file whole and unnamed.
        pinned = lock.pin(folder, target, address=where, licence=LICENCE)
        lock.add(folder, [pinned])
        told.append(f"{target}: {pinned.size:,} bytes")
    return told


def _check(path: Path) -> None:
    """Read it to the end: a gzip file carries its own sum."""
    try:
        with gzip.open(path) as file:
            first = file.readline(1000)
            while file.read(1 << 20):
                pass
    except (OSError, EOFError, ZlibError) as error:
        raise SourceError(f"{path.name}: what came is no whole gzip file ({error}); it was thrown away") from error
    if not first.startswith(_HEADERS):
        raise SourceError(
            f"{path.name}: what came is not a table of IMDb's (it begins {first[:40]!r}); it was thrown away"
        )
