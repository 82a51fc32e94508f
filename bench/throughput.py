"""How much is checked in a second on one core, and how the cost grows with the length of a list.

The entries of one list are repeated 1, 10, 100 and 1,000 times in one text, which is then checked as one list in
one process. Processor time is counted, not time on the wall. Where a cost is linear its column stays level.

    python bench/throughput.py [LIST] [--most N]
"""

import argparse
import sys
from pathlib import Path
from time import process_time

import verite
from verite.catalogue.open import open_record
from verite.clauses import Gazetteer, read_prose
from verite.model import FilmList
from verite.writers import json, text

check = verite.check
LIST = Path(__file__).parent.parent / "examples/ten-gulag-films.txt"
HEAD = "  entries  sentences    claims   check s  sentences/s  claims/s   ms/entry: check   json   text"
ROW = "{:>9,} {:>10,} {:>9,} {:>9.2f} {:>12,.0f} {:>9,.0f} {:>17.1f} {:>6.2f} {:>6.2f}"


def main() -> None:
    arguments = argparse.ArgumentParser(description="Sentences and claims per second and core.")
    arguments.add_argument("list", nargs="?", type=Path, default=LIST)
    arguments.add_argument("--most", type=int, default=1000, help="the largest number of repetitions")
    chosen = arguments.parse_args()
    # A first run reads the word lists and opens the catalogue: not counted.
    films = check(chosen.list.read_text("utf-8")).lists[0].list
    print(f"Python {sys.version.split()[0]}, one process, processor time; {chosen.list.name}\n\n{HEAD}")
    for times in (1, 10, 100, 1000):
        if times <= chosen.most:
            print(ROW.format(*row(films, times)), flush=True)


def row(films: FilmList, times: int) -> tuple[float, ...]:
    long = repeated(films, times)
    begin = process_time()
    report = check(long)
    checked = process_time()
    json.write(report)
    as_json = process_time()
    text.write(report)
    as_text = process_time()
    entries = len(report.lists[0].links)
    read = sentences(films) * times
    claims = sum(v.claim.kind != "opinion" for v in report.lists[0].verdicts)
    seconds = checked - begin
    each = (1000 * spent / entries for spent in (seconds, as_json - checked, as_text - as_json))
    return entries, read, claims, seconds, read / seconds, claims / seconds, *each


def repeated(films: FilmList, times: int) -> str:
    """The list with its entries, not its introduction, so many times."""
    start = films.entries[1].span.start
    return films.text[:start] + (films.text[start:].rstrip("\n") + "\n\n") * times


def sentences(films: FilmList) -> int:
    """How many sentences the entries have, read with the names that the catalogue knows."""
    names = Gazetteer(open_record().lexicon)
    return sum(len(read_prose(prose.text, 0, names)) for entry in films.entries[1:] for prose in entry.prose)


if __name__ == "__main__":
    main()
