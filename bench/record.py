"""What the record holds, how much of it two independent sources tell, what it lacks, and statements drawn at random.

`python bench/record.py [--draw N] [--seed N]`. Whoever draws looks each statement up again at its source; the outcome of
the last time stands in `docs/explanation/record.md`.
"""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from verite.config import shipped
from verite.judge import families
from verite.model import Source, Statement
from verite.sources.record import Record, inspect
from verite.sources.record.checks import Told, address

# A film in its core tells who made it, out of what, where and when. One told fully tells most of the rest besides.
CORE = ("title", "year", "director", "writer", "cast", "country", "duration")
REST = (
    "language", "colour", "composer", "camera", "set_time", "set_place", "filming_place", "topic", "camp", "stage",
    "event", "story",
)  # fmt: skip
MOST = 9
WITNESSED = ("year", "director", "country", "based_on", "award")  # what two independent sources should tell


def told_as(told: Told, work: str, stories: set[str]) -> str:
    """`fully`, `core` or `listed`, by what the record holds of a film. A documentary need have no cast and no writer."""
    form = next(iter(told.values(work, "form")), "")
    core = [name for name in CORE if not (name in ("cast", "writer") and "documentary" in form)]
    if not all(told.values(work, name) for name in core):
        return "listed"
    held = sum(bool(told.values(work, name)) for name in REST if name != "story") + (work in stories)
    most = MOST - 2 if "documentary" in form else MOST
    return "fully" if held >= most else "core"


def depth(record: Record) -> dict[str, str]:
    told = Told(Path(), record)
    stories = {said.subject for said in record.statements if said.property == "story"}
    return {work: told_as(told, work, stories) for work in told.works}


def witnessed(record: Record, works: set[str]) -> dict[str, tuple[int, int]]:
    """Property -> (statements that two independent families of sources tell, all statements that sources tell)."""
    found: dict[str, tuple[int, int]] = {}
    for name in WITNESSED:
        said = [s for s in record.statements if s.property == name and s.subject in works and s.sources]
        found[name] = (sum(len(families([s], _Sources(record))) >= 2 for s in said), len(said))
    return found


class _Sources:
    def __init__(self, record: Record) -> None:
        self._sources = record.sources

    def __call__(self, key: str) -> Source:
        return self._sources.get(key) or Source(key, key)


def drawn(record: Record, n: int, seed: int) -> list[Statement]:
    """Statements on films and people, chosen at random: each as likely as any other."""
    told = Told(Path(), record)
    pool = [s for s in record.statements if s.sources and (s.subject in told.works or s.subject in told.agents)]
    return random.Random(seed).sample(pool, min(n, len(pool)))


def share(part: int, whole: int) -> str:
    return f"{part:5} of {whole:5}  {part / whole if whole else 0:4.0%}"


def main(draw: int, seed: int) -> None:
    record = inspect(shipped("records"))
    told = Told(shipped("records"), record)
    kinds = depth(record)
    counts = Counter(kinds.values())
    print(
        f"works       {len(kinds):6}   told fully {counts['fully']}, in their core {counts['core']}, listed {counts['listed']}"
    )
    forms = Counter(str(told.values(work, "form")[0]) for work in kinds)
    print(f"            {'':6}   {', '.join(f'{n} {form}' for form, n in forms.most_common())}")
    print(
        f"agents      {len(told.agents):6}\nsources     {len(record.sources):6}   by rank {dict(sorted(Counter(s.rank for s in record.sources.values()).items()))}"
    )
    print(f"statements  {len(record.statements):6}   with evidence {len(record.evidence)} lines")
    print(
        f"prizes      {len(record.prizes):6}   rows of {len(record.tables)} prizes, {sum(d.subject.startswith('award:') for d in record.complete)} spans complete"
    )
    print(
        f"history     {len(record.events):6}   events, {len(record.camps)} camps, {len(record.prisoners)} counts, {len(record.glossary)} words, {len(record.places)} places"
    )
    for title, works in (
        ("of the films told fully", {w for w, k in kinds.items() if k == "fully"}),
        ("of all films", set(kinds)),
    ):
        print(f"\nTwo independent sources, {title} ({len(works)})")
        found = witnessed(record, works)
        for name, (two, all_) in found.items():
            print(f"  {name:10} {share(two, all_)}")
        print(f"  {'together':10} {share(sum(t for t, _ in found.values()), sum(a for _, a in found.values()))}")
    print("\nLacking (films without it)")
    for name in (*CORE, *(n for n in REST if n != "story"), "based_on", "true_story", "same_as"):
        if lacking := [work for work in kinds if not told.values(work, name)]:
            shown = f": {', '.join(lacking)}" if len(lacking) <= 3 else ""
            print(f"  {name:13} {len(lacking):4}{shown}")
    if draw:
        print(f"\nDrawn at random, to be looked up again (seed {seed})")
        show(record, drawn(record, draw, seed))


def show(record: Record, said: Sequence[Statement]) -> None:
    for n, one in enumerate(said, 1):
        kept = {k: v for k, v in one.qualifiers.items() if k != "character" and v not in ("", False)}
        print(f"{n:3}. {one.subject}: {'not ' if one.negative else ''}{address(one)} {kept or ''}")
        for cited in one.sources:
            source = record.sources[cited.key]
            print(f"       {cited.key} ({cited.where or 'no place noted'}): {source.citation} {source.url}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draw", type=int, default=0, help="how many statements to draw")
    parser.add_argument("--seed", type=int, default=random.randrange(10_000), help="the same seed draws the same")
    given = parser.parse_args()
    main(given.draw, given.seed)
