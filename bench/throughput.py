"""How much is checked in a second on one core, and how the cost grows with the length of a list.

The entries of one list are repeated 1, 10, 100 and 1,000 times in one text, which is then checked as one list in
one process. Processor time is counted, not time on the wall. If the cost is linear, the last columns stay level.

    python bench/throughput.py [LIST] [--most N]
"""

import argparse
import sys
import time
from pathlib import Path

import verite
from verite.clauses import Gazetteer, read_prose
from verite.model import FilmList, Report
from verite.writers import WRITERS

LIST = Path(__file__).parent.parent / "examples/ten-gulag-films.txt"


def main() -> None:
    arguments = argparse.ArgumentParser(description="Sentences and claims per second and core.")
    arguments.add_argument("list", nargs="?", type=Path, default=LIST)
    arguments.add_argument("--most", type=int, default=1000, help="the largest number of repetitions")
    chosen = arguments.parse_args()
    text = chosen.list.read_text("utf-8")
    check = verite.check
    films = check(text).lists[0].list  # the first run opens the catalogue and the word lists: not counted
    print(f"Python {sys.version.split()[0]}, one process, processor time; {chosen.list.name}\n")
    columns = ("entries", "sentences", "claims", "check s", "sentences/s", "claims/s", "ms/entry", "json ms/entry", "text ms/entry")
    print(" ".join(f"{name:>{max(9, len(name))}}" for name in columns))
    for times in (1, 10, 100, 1000):
        if times > chosen.most:
            break
        seconds, report = timed(lambda times=times: check(repeated(films, times)))
        written = [timed(lambda name=name, report=report: WRITERS[name](report))[0] for name in ("json", "text")]
        row(films, times, seconds, report, written, columns)


def repeated(films: FilmList, times: int) -> str:
    """The list with its entries, not its introduction, so many times."""
    start = films.entries[1].span.start
    return films.text[:start] + (films.text[start:].rstrip("\n") + "\n\n") * times


def timed(run):  # type: ignore[no-untyped-def]
    begin = time.process_time()
    result = run()
    return time.process_time() - begin, result


def row(films: FilmList, times: int, seconds: float, report: Report, written: list[float], columns: tuple[str, ...]) -> None:
    entries = len(report.lists[0].links)
    sentences = sum(len(read_prose(p.text, 0, Gazetteer({}))) for e in films.entries[1:] for p in e.prose) * times
    claims = sum(v.claim.kind != "opinion" for v in report.lists[0].verdicts)
    cells = (
        f"{entries:,}", f"{sentences:,}", f"{claims:,}", f"{seconds:.2f}", f"{sentences / seconds:,.0f}", f"{claims / seconds:,.0f}",
        f"{1000 * seconds / entries:.1f}", *(f"{1000 * s / entries:.2f}" for s in written),
    )  # fmt: skip
    print(" ".join(f"{cell:>{max(9, len(name))}}" for cell, name in zip(cells, columns, strict=True)), flush=True)


if __name__ == "__main__":
    main()
