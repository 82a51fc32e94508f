"""Reading IMDb's layout: 3 million rows through our reader, and through DuckDB's `read_csv` into a table, in one run.

The file is made here, of invented titles, a film in every row: nothing is passed over. DuckDB is no dependency; where it
is not installed, only our own figure is printed. `python bench/ingest.py [ROWS]`
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from verite.sources import imdb

_WORDS = "lamp harbour winter letter bridge river stone garden train mirror island soldier".split()
_GENRES = ("Drama", "Comedy,Drama", "Documentary", "Crime,Drama,Thriller", "Short", r"\N")


def written(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(
            "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n"
        )
        for n in range(rows):
            title = f'The {_WORDS[n % 12]} "{_WORDS[n // 12 % 12]}" {n // 144}'
            other = title if n % 3 else f"Den {_WORDS[n % 12]}en {n // 144}"
            minutes = r"\N" if n % 4 == 0 else 60 + n % 90
            file.write(
                f"tt{n:07}\tmovie\t{title}\t{other}\t0\t{1920 + n % 100}\t\\N\t{minutes}\t{_GENRES[n % len(_GENRES)]}\n"
            )


def timed(what: str, rows: int, run: Callable[[], int]) -> float:
    start = time.perf_counter()
    assert run() == rows
    seconds = time.perf_counter() - start
    print(f"{what:32} {seconds:6.1f} s   {rows / seconds / 1e6:5.2f} M rows/s")
    return seconds


def main() -> None:
    rows = int(sys.argv[1]) if sys.argv[1:] else 3_000_000
    with tempfile.TemporaryDirectory(prefix="verite-") as folder:
        path = Path(folder, "title.basics.tsv")
        written(path, rows)
        (source,) = imdb.READER.open(path)
        ours = timed("verite, to descriptions", rows, lambda: sum(1 for _ in source.read()))
        print(f"{'':32} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:6} MB at most")
        try:
            duckdb = import_module("duckdb")
        except ImportError:
            print("DuckDB is not installed: no comparison")
            return
        connection = duckdb.connect(str(Path(folder, "duck.db")))
        connection.execute("set threads = 1")

        def read() -> int:
            options = "delim='\\t', quote='', escape='', nullstr='\\N', header=true"
            connection.execute(f"create or replace table basics as select * from read_csv('{path}', {options})")
            return int(connection.execute("select count(*) from basics").fetchone()[0])

        theirs = timed("DuckDB, read_csv into a table", rows, read)
        print(f"ours takes {ours / theirs:.2f} times as long")


if __name__ == "__main__":
    main()
