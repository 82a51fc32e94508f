"""True sentences of several facts each, as lists of films put them: is any of them refuted?

    python bench/composed.py [--each 10] [--seed 1] [--catalogue FOLDER]

Each film of the record is told in so many of the sentences of `bench/templates/composed.txt`, filled with what the record holds of it.
Every one is true, so that every refutation is a false alarm, and printed whole: a part taken for another player's, a prize for another
festival's, a title for a name. What is left open beside it is counted. With a catalogue the record's films are held against all of it.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import mutations

from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.checking import check_texts
from verite.model import Status, Work

SENTENCES = tuple(
    line
    for line in (mutations.TEMPLATES / "composed.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
)
NATIONS = {
    "the Soviet Union": "Soviet", "Russia": "Russian", "Poland": "Polish", "France": "French", "Germany": "German", "Italy": "Italian",
    "Japan": "Japanese", "the United Kingdom": "British", "the United States": "American", "Sweden": "Swedish", "Hungary": "Hungarian",
    "Estonia": "Estonian", "Latvia": "Latvian", "Lithuania": "Lithuanian", "Finland": "Finnish", "Spain": "Spanish", "Denmark": "Danish",
}  # fmt: skip


class Told(NamedTuple):
    """One sentence of a film, and the messages of what was refuted in it."""

    work: Work
    sentence: str
    refuted: list[str]


def words(work: Work, facts: list[mutations.Fact], catalogue: Catalogue, draw: random.Random) -> dict[str, str]:
    """What the record holds of a film, one of each drawn, by the names of the places in a sentence."""
    by_kind: dict[str, list[dict[str, str]]] = defaultdict(list)
    for fact in facts:
        by_kind[fact.kind].append(fact.words)
    drawn = {kind: draw.choice(found) for kind, found in by_kind.items()}
    found: dict[str, str] = {
        kind: drawn[kind]["name"] for kind in ("director", "writer", "composer", "camera") if kind in drawn
    }
    for kind in ("year", "duration", "language", "based_on"):
        found |= drawn.get(kind, {})
    if (nation := NATIONS.get(drawn.get("country", {}).get("country", ""))) is not None:
        found["nation"] = nation
    won, nominated = (list(prizes(work, result, catalogue)) for result in ("won", "nominated"))
    draw.shuffle(won)
    for place, one in zip(("", "second_"), won, strict=False):
        found |= {f"{place}{name}": word for name, word in one.items() if word}
    if nominated:
        one = draw.choice(nominated)
        found |= {"nomination": one["prize"], "nominated_at": one["festival"], "nominee": one["winner"]}
        found = {name: word for name, word in found.items() if word}
    parts = list(played(work, catalogue))[:6]
    if len(parts) > 1:
        (player, part), (other, other_part) = draw.sample(parts, 2)
        found |= {"player": player, "part": part, "other": other, "other_part": other_part}
    return found


def prizes(work: Work, result: str, catalogue: Catalogue) -> Iterator[dict[str, str]]:
    """The prizes that a film had, or was up for: their names, festivals and years, and whose they are where that is on record."""
    for said in catalogue.statements(work.id, "award"):
        table = catalogue.tables[str(said.value).split("/")[0]]
        category = table.get("category", {}).get(said.qualifiers["category"])
        if category and said.qualifiers["result"] == result and not said.negative:
            who = str(said.qualifiers.get("recipient") or "").replace("|", " and ")
            year = str(said.qualifiers.get("year") or "")
            yield {"prize": category["name"], "festival": table["name"], "prize_year": year, "winner": who}


def played(work: Work, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Who plays which part that has a name of its own; nobody twice, and no part twice."""
    called = {
        s.qualifiers["character"]: str(s.value)
        for s in reversed(catalogue.statements(work.id, "name"))
        if s.qualifiers.get("character")
    }
    seen: set[str] = set()
    for said in catalogue.statements(work.id, "cast"):
        player, part = catalogue.names(said.value)[0], called.get(str(said.qualifiers.get("character", "")), "")
        if part and not said.negative and not {player, part} & seen:
            seen |= {player, part}
            yield player, part


def run(record: Catalogue, catalogue: Catalogue, each: int, seed: int) -> tuple[list[Told], Counter[Status]]:
    """The sentences of every film of the record, and how many verdicts of each status they had."""
    draw = random.Random(seed)
    facts: dict[str, list[mutations.Fact]] = defaultdict(list)
    for fact in mutations.facts(record):
        facts[fact.work.id].append(fact)
    found: list[Told] = []
    statuses: Counter[Status] = Counter()
    for work in record.works:
        held = words(work, facts[work.id], record, draw)
        can = [s for s in SENTENCES if all(name is None or name in held for _, name, _, _ in Formatter().parse(s))]
        for sentence in draw.sample(can, min(each, len(can))) if work.year else ():
            told = sentence.format(**held)
            text = f"Films\n\n1. {work.title} ({work.year})\nDescription: {told}\n"
            verdicts = check_texts([("-", text)], catalogue).lists[0].verdicts
            statuses.update(v.status for v in verdicts)
            found.append(Told(work, told, [v.message for v in verdicts if v.status is Status.REFUTED]))
    return found, statuses


def main() -> None:
    arguments = argparse.ArgumentParser(description="Are true sentences of several facts refuted?")
    arguments.add_argument("--each", type=int, default=10, help="sentences to a film")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--catalogue", type=Path)
    asked = arguments.parse_args()
    record = open_record(None)
    told, statuses = run(record, open_record(asked.catalogue) if asked.catalogue else record, asked.each, asked.seed)
    for one in told:
        for message in one.refuted:
            print(f"{one.work.dated()}: {one.sentence}\n    {message}")
    wrong = sum(bool(one.refuted) for one in told)
    print(f"{len(told)} true sentences in {len(SENTENCES)} shapes, {wrong} with a statement refuted")
    print(", ".join(f"{n} {status}" for status, n in statuses.most_common()))


if __name__ == "__main__":
    main()
