"""The linking benchmark: which film is meant, or that there is none; how surely, how quickly, at what cost.

Films and questions are made from tables in `../shared/data` (see `films.py`, `queries.py`); nothing of them is copied into
the project, and without them nothing is run. Half of the questions was looked at while the linker was made, half is held
out. Times on a busy machine are ratios: peers take turns with verite, in this run.

    python bench/link/run.py [--names 62000|1000000] [--prose] [--peers] [--growth] [--sets] [--misses]
                             [--seed N] [--work FOLDER]
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import films
import queries
import scoring
import sets
import speed
from built import Built, built
from films import Film
from queries import Query

from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.link import link
from verite.model import Entry, Prose, Span

WORK = Path(__file__).parents[2] / "build" / "bench-link"


def main() -> None:
    chosen = arguments()
    if not (films.DATA / "movielens_25m").is_dir():
        print(f"no {films.DATA}: the films of this benchmark are not the project's; set VERITE_DATA to where they lie")
        return
    chosen.work.mkdir(parents=True, exist_ok=True)
    real = films.real()
    made = queries.make(real, films.russian(real), chosen.seed)
    for names in chosen.names:
        kept = table(made.kept, names)
        done = built(chosen.work, f"films-{names}", kept)
        costs(done)
        catalogue = open_record(done.folder)
        accuracy(made.queries, queries.undecidable(made.queries, kept), catalogue, chosen.prose, chosen.misses)
        quickness(made.queries, catalogue, done.folder, chosen.prose)
        if chosen.peers:
            peers(chosen.work, kept, made.queries, catalogue)
    if chosen.growth:
        growth(chosen.work, made.kept)
    if chosen.sets:
        matching(chosen.work)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The linking benchmark.")
    parser.add_argument("--names", type=int, nargs="+", default=[62_000], help="sizes of the table, from 62000 on")
    parser.add_argument("--prose", action="store_true", help="a second time, with a sentence of prose")
    parser.add_argument("--peers", action="store_true", help="beside others, in an environment made for them")
    parser.add_argument("--growth", action="store_true", help="the cost of a name at 0.1, 0.3 and 1 million names")
    parser.add_argument("--sets", action="store_true", help="the two matching data sets too")
    parser.add_argument(
        "--seed", type=int, default=queries.SEED, help="other questions, of other films, than the usual"
    )
    parser.add_argument("--misses", action="store_true", help="print every question that was answered wrongly")
    parser.add_argument("--work", type=Path, default=WORK, help="where catalogues and the peers' environment are made")
    return parser.parse_args()


def table(kept: list[Film], names: int) -> list[Film]:
    """The real films, and spliced ones until there are so many names."""
    return [*kept, *films.padded(kept, names)] if names > 62_000 else kept


def costs(done: Built) -> None:
    print(f"\n== {done.names:,} names")
    print(
        f"built in {done.seconds:.1f} s ({done.cpu:.1f} s of processor, {done.cpu / done.names * 1e6:.0f} s a million names), "
        f"{done.megabytes:.0f} MB on disk, {done.peak:.0f} MB of memory"
    )


def accuracy(asked: list[Query], open_: set[Query], catalogue: Catalogue, prose: bool, misses: bool) -> None:
    decidable = [query for query in asked if query not in open_]
    print(f"{len(asked):,} questions; {len(open_)} of them have two right answers in this table and are left out:")
    print("    " + ", ".join(f"{n} {kind}" for kind, n in Counter(query.kind for query in open_).most_common()))
    for with_prose in (False, True) if prose else (False,):
        given = [(query, scoring.answer(query, catalogue, with_prose)) for query in decidable]
        print("title, year and a sentence of prose" if with_prose else "title and year")
        for held_out in (False, True):
            half = [(query, answer) for query, answer in given if query.held_out == held_out]
            shown("held out" if held_out else "looked at", scoring.score(half), misses)
    print(f"recall of candidates at 20: {scoring.recall_at_20(decidable, catalogue):.4f}")


def shown(half: str, score: scoring.Score, misses: bool) -> None:
    print(f"  {half}: top-1 {score.top1:.4f}, linked {score.linked:.4f}")
    for what, told in (("film or year not there, noticed", score.noticed), ("unknown, said", score.unknown)):
        print(f"    {what}: precision {told.precision:.3f}, recall {told.recall:.3f}, F1 {told.f1:.3f}")
    rows = [f"{kind} {good / asked:.3f}" for kind, (good, asked) in score.right.items()]
    for at in range(0, len(rows), 5):
        print("    " + "  ".join(rows[at : at + 5]))
    for query, answer in score.wrong if misses else ():
        if query.kind not in queries.APART:
            print(
                f"      {query.kind}: {query.title} ({query.year}), meant {query.film}; {answer.status} {answer.film}"
            )


def quickness(asked: list[Query], catalogue: Catalogue, folder: Path, prose: bool) -> None:
    print(f"opening {speed.opening(folder):.1f} ms", end="; ")
    keys = speed.key_lookups(asked, catalogue)
    print(f"look-up of a key p50 {keys.p50:.0f} µs, p99 {keys.p99:.0f} µs")
    for with_prose in (False, True) if prose else (False,):
        whole = speed.alone(asked, catalogue, with_prose)
        label = "with prose" if with_prose else "title and year"
        print(f"whole link, {label}: p50 {whole.p50:.0f} µs, p99 {whole.p99:.0f} µs, {whole.per_second:,.0f} a second")
    single, together, alike = speed.readers(folder, asked[:1000])
    print(f"one process {single:,.0f} links a second, twelve at once {together:,.0f}; answers alike: {alike}")


def peers(work: Path, kept: list[Film], asked: list[Query], catalogue: Catalogue) -> None:
    print("peer                       links/s   verite is    top-1   build", flush=True)
    for peer, told in speed.compared(work, kept, asked, catalogue):
        print(
            f"{peer:<24} {told.per_second:>9,.0f} {told.ratio:>10.1f}x {told.top1:>9.3f} {told.build_s:>6.1f} s",
            flush=True,
        )


def growth(work: Path, kept: list[Film]) -> None:
    print("\n== cost of a name")
    for names in (100_000, 300_000, 1_000_000):
        done = built(work, f"films-{names}", table(kept, names))
        million = 1e6 / done.names
        print(
            f"{done.names:>9,} names: {done.cpu * million:.1f} s of processor and {done.megabytes * million:.0f} MB on disk "
            f"a million names; {done.peak:.0f} MB of memory"
        )


def matching(work: Path) -> None:
    print("\n== matching data sets")
    for n, one in enumerate(sets.all_sets()):
        done = built(work, f"set-{n}", one.films)
        print(
            f"{one.name}: {len(one.films):,} films, {len(one.asked):,} questions, {_known(one.asked):,} with an answer"
        )
        catalogue = open_record(done.folder)
        for with_prose in (False, True) if any(asked.prose for asked in one.asked) else (False,):
            hits = linked = 0
            for asked in one.asked:
                film = matched(asked, catalogue, with_prose)
                linked += film is not None
                hits += film in asked.films
            precision, recall = hits / (linked or 1), hits / (_known(one.asked) or 1)
            f1 = 2 * precision * recall / (precision + recall or 1)
            label = "with its people" if with_prose else "title and year" if one.asked[0].year else "title alone"
            print(f"  {label}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


def _known(asked: Iterable[sets.Asked]) -> int:
    return sum(bool(one.films) for one in asked)


def matched(asked: sets.Asked, catalogue: Catalogue, with_prose: bool) -> str | None:
    nowhere = Span(0, 0)
    prose = (Prose("", nowhere, asked.prose),) if with_prose and asked.prose else ()
    found = link(Entry(1, None, nowhere, asked.title, nowhere, asked.year, None, prose), catalogue)
    return found.work.same_as["imdb"] if found.work else None


if __name__ == "__main__":
    main()
