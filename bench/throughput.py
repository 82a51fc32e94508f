"""How much is checked in a second on one core, and how the cost grows: with the length of a list, with their number.

First the entries of the first list are repeated 1, 10, 100 and 1,000 times in one text, which is then checked as one
list in one process. Then all lists are checked in turn, each by itself, until 10, 100, ... of them are done; beside it
stands the most memory that the process has taken. Of these all but the first round is repeated, and what it asks for is kept.
What strangers' lists cost is seen in the last table (`--fresh`, a file as `openings.py` takes it): lists of three article openings
each, no article twice, and most films met for the first time. Processor time is counted, not time on the wall. Where a cost is
linear its column stays level.

    python bench/throughput.py [LIST...] [--catalogue FOLDER] [--most N] [--lists N] [--fresh FILE]
"""

import argparse
import gc
import resource
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from random import Random
from time import process_time

from openings import articles

import verite
from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.clauses import Gazetteer, read_prose
from verite.errors import ReadError
from verite.model import FilmList, Report
from verite.writers import json, text

check = verite.check
LIST = Path(__file__).parent.parent / "examples/ten-gulag-films.txt"
FILMS = 3  # to a fresh list
HEAD = "  entries  sentences    claims   check s  sentences/s  claims/s   ms/entry: check   json   text"
ROW = "{:>9,} {:>10,} {:>9,} {:>9.2f} {:>12,.0f} {:>9,.0f} {:>17.1f} {:>6.2f} {:>6.2f}"
LISTS_HEAD = "  lists    claims   check s  ms/list  claims/s  most MB"
LISTS_ROW = "{:>7,} {:>9,} {:>9.2f} {:>8.1f} {:>9,.0f} {:>8,.0f}"


def main() -> None:
    arguments = argparse.ArgumentParser(description="Sentences and claims per second and core.")
    arguments.add_argument("lists", nargs="*", type=Path, default=[LIST], metavar="LIST")
    arguments.add_argument("--catalogue", type=Path, help="a catalogue folder; without it, the record")
    arguments.add_argument("--most", type=int, default=1000, help="the largest number of repetitions")
    arguments.add_argument("--lists", type=int, default=100, dest="number", help="the largest number of lists")
    arguments.add_argument("--fresh", type=Path, help="article openings, of which none is read twice")
    chosen = arguments.parse_args()
    gc.set_threshold(100_000)  # as the command does
    catalogue = open_record(chosen.catalogue)
    texts = [path.read_text("utf-8") for path in chosen.lists]
    # A first run reads the word lists and opens the catalogue: not counted.
    reports = [check(text, catalogue=catalogue) for text in texts]
    films = reports[0].lists[0].list
    held = f"{catalogue.meta['works']:,} works" if "works" in catalogue.meta else "the catalogue"
    print(f"Python {sys.version.split()[0]}, one process, processor time, {held}; {chosen.lists[0].name}\n\n{HEAD}")
    for times in (1, 10, 100, 1000):
        if times <= chosen.most:
            print(ROW.format(*row(films, times, catalogue)), flush=True)
    print(f"\n{len(texts)} list{'s' * (len(texts) > 1)} in turn\n\n{LISTS_HEAD}")
    for number in (10, 100, 1000, 10_000):
        if number <= chosen.number:
            print(LISTS_ROW.format(*several(islice(cycle(texts), number), catalogue)), flush=True)
    if chosen.fresh is not None:
        print(f"\nlists of {FILMS} openings each, none of them read before\n\n{LISTS_HEAD}")
        unread = openings(chosen.fresh)
        for number in (10, 100, 1000, 10_000):
            if number <= chosen.number:
                print(LISTS_ROW.format(*several(islice(unread, number), catalogue)), flush=True)


def several(texts: Iterable[str], catalogue: Catalogue) -> tuple[float, ...]:
    number, claims, seconds = 0, 0, 0.0
    for number, text_ in enumerate(texts, 1):  # noqa: B007
        begin = process_time()
        with suppress(ReadError):  # titles that are no headings
            claims += claims_of(check(text_, catalogue=catalogue))
        seconds += process_time() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # kilobytes on Linux
    return number, claims, seconds, 1000 * seconds / number, claims / seconds, memory


def openings(file: Path) -> Iterator[str]:
    """Lists of the article openings in a file, in no order: those of one decade are longer, and tell of more prizes."""
    held = list(articles(file))
    Random(1).shuffle(held)
    for at in range(0, len(held), FILMS):
        some = held[at : at + FILMS]
        yield (
            "Films\n\n"
            + "\n\n".join(f"{n}. {title} ({year})\n{said}" for n, (title, year, said) in enumerate(some, 1))
            + "\n"
        )


def claims_of(report: Report) -> int:
    return sum(v.claim.kind != "opinion" for v in report.lists[0].verdicts)


def row(films: FilmList, times: int, catalogue: Catalogue) -> tuple[float, ...]:
    long = repeated(films, times)
    begin = process_time()
    report = check(long, catalogue=catalogue)
    checked = process_time()
    json.write(report)
    as_json = process_time()
    text.write(report)
    as_text = process_time()
    entries = len(report.lists[0].links)
    read = sentences(films, catalogue) * times
    claims = claims_of(report)
    seconds = checked - begin
    each = (1000 * spent / entries for spent in (seconds, as_json - checked, as_text - as_json))
    return entries, read, claims, seconds, read / seconds, claims / seconds, *each


def repeated(films: FilmList, times: int) -> str:
    """The list with its entries, not its introduction, so many times."""
    start = films.entries[1].span.start
    return films.text[:start] + (films.text[start:].rstrip("\n") + "\n\n") * times


def sentences(films: FilmList, catalogue: Catalogue) -> int:
    """How many sentences the entries have, read with the names that the catalogue knows."""
    names = Gazetteer(catalogue.lexicon)
    return sum(len(read_prose(prose.text, 0, names)) for entry in films.entries[1:] for prose in entry.prose)


if __name__ == "__main__":
    main()
