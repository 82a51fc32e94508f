"""How good curated lists are, and how fast: every shipped theme, beside the list that this project began with.

    python bench/curate.py [--catalogue FOLDER] [--works 350000]
    python bench/curate.py --reading docs/explanation/forty-entries.md

The founding list stands here in our own rewording (`examples/ten-gulag-films.txt`), errors left in; its counts are what
our checker says of it. *Optimum* is the best set by brute force where the candidates are few enough, else the bound
that the choice itself proves. `--works N` measures the choice among N invented films (said to be so). `--reading FILE`
writes forty entries of four themes as they come, for people to read.
"""

import argparse
import random
import time
from collections.abc import Callable
from itertools import combinations
from math import comb
from pathlib import Path

from verite import fixes
from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.checking import check_texts
from verite.curation import lists, theme
from verite.curation.asked import asked
from verite.curation.choose import Item, choose, worth
from verite.curation.curate import curate
from verite.model import LinkStatus, ListReport, Status

EXAMPLE = Path(__file__).parent.parent / "examples/ten-gulag-films.txt"
WISHES = ("Palme d'Or winners of the 1970s", "Polish films of the 1980s", "films by Andrzej Wajda", "films shot in Norway", "films about the Holocaust")  # fmt: skip
BRUTE = 2_000_000
READ = ("gulag", "deportations", "return-and-memory", "shelved-films")
ABOUT_READING = """# Forty entries to read

Written by `verite curate` from the shipped record, ten on each of four themes, as they came; nothing was chosen or
mended by hand (`python bench/curate.py --reading FILE` writes this page anew). Each sentence rests on sourced
statements, and was found again and supported by the checker: `verite curate gulag -o list.md` prints the sources as
footnotes. How they are made, and what they cannot do: [how prose is written](how-prose-is-written.md).
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description="Curated lists measured.")
    arguments.add_argument("--catalogue", type=Path, help="wishes in words are tried on this catalogue, too")
    arguments.add_argument("--works", type=int, default=350_000, help="invented films for the timing of the choice")
    arguments.add_argument("--reading", type=Path, help="write forty entries to this file, and measure nothing")
    chosen = arguments.parse_args()
    catalogue = open_record()
    if chosen.reading:
        _reading(chosen.reading, catalogue)
        return
    _themes(catalogue)
    _beside_the_founding_list(catalogue)
    if chosen.catalogue:
        _wishes(open_record(chosen.catalogue))
    _many(chosen.works)


def _themes(catalogue: Catalogue) -> None:
    print(
        f"{'theme':<22}{'films':>6}{'of':>5}{'sentences':>11}{'proven':>8}{'broken':>8}{'worth':>8}{'bound':>8}{'gap':>7}{'ms':>7}"
    )
    for name in theme.known():
        start = time.perf_counter()
        found = lists.curate(name, catalogue=catalogue)
        spent = (time.perf_counter() - start) * 1000
        report = check_texts([("-", str(found))], catalogue).lists[0]
        sentences = [s for e in found.written.entries for s in (*e.description, *e.fact, *e.note)]
        wrong = sum(1 for v in report.verdicts if v.entry and v.status is not Status.SUPPORTED)
        broken = sum(1 for kept in found.curated.kept if not kept.kept)
        choice = found.curated.choice
        gap = 1 - choice.worth / choice.bound
        print(
            f"{name:<22}{len(found.curated.picks):>6}{found.curated.considered:>5}{len(sentences):>11}"
            f"{len(sentences) - wrong:>8}{broken:>8}{choice.worth:>8.2f}{choice.bound:>8.2f}{gap:>7.2%}{spent:>7.0f}"
        )


def _reading(path: Path, catalogue: Catalogue) -> None:
    parts = [ABOUT_READING]
    for name in READ:
        found = lists.curate(name, catalogue=catalogue).written
        parts.append(f"## {found.title}\n")
        for number, entry in enumerate(found.entries, 1):
            lines = [f"{number}. **{entry.heading}**"]
            lines += [
                f"   {label}: {' '.join(s.text for s in sentences)}"
                for label, sentences in (
                    ("Description", entry.description),
                    ("Fact", entry.fact),
                    ("Content note", entry.note),
                )
                if sentences
            ]
            parts.append("\\\n".join(lines) + ("\n" if number == len(found.entries) else ""))
    fixes.write(path, "\n".join(parts) + "\n")


def _beside_the_founding_list(catalogue: Catalogue) -> None:
    theirs = check_texts([(EXAMPLE.name, EXAMPLE.read_text("utf-8"))], catalogue).lists[0]
    ours = check_texts([("-", str(lists.curate("gulag", catalogue=catalogue)))], catalogue).lists[0]
    gulag = {c.id for c in curate(asked("gulag", catalogue).theme, catalogue, n=1).all_works}
    print(f"\n{'on the Gulag':<32}{'founding list':>15}{'curated':>10}")
    measures: tuple[tuple[str, Callable[[ListReport], int]], ...] = (
        ("films", lambda x: len(x.links)),
        ("statements refuted", lambda x: sum(v.status is Status.REFUTED for v in x.verdicts)),
        ("statements not known", lambda x: sum(v.status is Status.UNVERIFIED for v in x.verdicts)),
        ("films that do not exist", lambda x: sum(k.status is LinkStatus.NONEXISTENT for k in x.links)),
        ("films off the theme", lambda x: sum(k.work is not None and k.work.id not in gulag for k in x.links)),
        ("stages of the road, of eight", lambda x: len(_values(x, "stage", catalogue) - {"outside"})),
        ("countries", lambda x: len(_values(x, "country", catalogue))),
    )
    for words, measure in measures:
        print(f"{words:<32}{measure(theirs):>15}{measure(ours):>10}")


def _values(one: ListReport, property_: str, catalogue: Catalogue) -> set[str]:
    works = [link.work.id for link in one.links if link.work is not None]
    return {str(s.value) for work in works for s in catalogue.statements(work, property_) if not s.negative}


def _wishes(catalogue: Catalogue) -> None:
    print(f"\n{'wish, among ' + format(catalogue.meta['works'], ',') + ' works':<44}{'films':>6}{'of':>6}{'ms':>8}")
    for words in WISHES:
        start = time.perf_counter()
        wish = asked(words, catalogue)
        found = curate(wish.theme, catalogue, limits=wish.limits, works=wish.works)
        print(f"{words:<44}{len(found.picks):>6}{found.considered:>6}{(time.perf_counter() - start) * 1000:>8.0f}")


def _many(n: int) -> None:
    """The choice alone, among invented films, and against brute force where that is possible."""
    draw = random.Random(1)

    def invented(i: int) -> Item:
        values = {
            ("stage", str(draw.randrange(9))): 1.0,
            ("country", str(draw.randrange(60))): 0.8,
            ("decade", str(draw.randrange(11))): 0.5,
        }
        return Item(f"{i:07}", round(draw.random() * 4, 3), values)

    pool = [invented(i) for i in range(n)]
    start = time.perf_counter()
    found = choose(pool, 10)
    print(
        f"\nten of {n:,} invented films: {time.perf_counter() - start:.2f} s, worth {found.worth:.2f}, bound {found.bound:.2f}"
    )
    worst = 1.0
    for _ in range(30):
        few = [invented(i) for i in range(20)]
        size = 5
        assert comb(len(few), size) < BRUTE
        worst = min(worst, choose(few, size).worth / max(worth(some) for some in combinations(few, size)))
    print(f"five of 20, 30 times, against brute force: at worst {worst:.4f} of the optimum")


if __name__ == "__main__":
    main()
