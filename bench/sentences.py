"""How right the checker is on single sentences of lists, in nine voices (`bench/gold/sentences/`).

    python bench/sentences.py [--catalogue FOLDER] [--misses] [--held-out]

A file is a voice (terse and tabular, gushing, a programme note, a schoolbook, a machine, a blogger; and as machines write today: Description and
Fact, newsletters and rankings, handouts), once on general cinema and once on films about repression. A sentence stands under its film; each of its claims has the words that carry it, a kind, and whether it is so. What is wanted: a true claim
*supported*, a false one *refuted*; *open* was read and left, *noticed* is a clause that seems to speak of the
matter, *none* not read as that kind. Opinions and invented plots are not counted,
but a refutation of one is a false alarm like any other. Voices 1 to 4, 7 and 8 are development data; of 5, 6 and 9 there are totals alone (`--held-out`).

The labels on repression were mostly made from the record itself, which the checker reads, and half of those on general cinema rest on memory: these figures tell how
much of what could be known is read, not how much of the world is on record.
"""

import argparse
import hashlib
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.checking import check_texts
from verite.model import Verdict

SENTENCES = Path(__file__).parent / "gold" / "sentences"
SUBJECTS = ("general", "repression")
HELD_OUT = ("5", "6", "9")
# What a writer of labels calls a claim -> the kinds of the checker that may read it.
KINDS = {
    "role": {"cast"}, "camera": {"crew"}, "set_where": {"set_place", "topic", "story"}, "set_when": {"set_time"}, "filmed_where": {"filming_place"},
    "award": {"award", "nomination", "count"}, "nomination": {"award", "nomination", "count"}, "count": {"award", "nomination", "count"},
    "festival": {"award", "nomination", "premiere"}, "story": {"story", "topic", "person"}, "topic": {"topic", "story"},
    "true_story": {"true_story", "person", "based_on"}, "writer": {"writer", "award"}, "year": {"year", "premiere"}, "premiere": {"premiere", "year"},
    "remake": {"remake", "sequel"}, "career": {"career", "ordinal"}, "crew": {"crew", "colour"},
}  # fmt: skip
UNCOUNTED = ("plot", "opinion")
COLUMNS = ("supported", "refuted", "open", "noticed", "none")


class Label(NamedTuple):
    """One claim of a sentence: its kind, whether it is so, what the checker said, and its words."""

    kind: str
    so: bool
    got: str
    words: str


def main() -> None:
    arguments = argparse.ArgumentParser(description="Right and wrong on labelled sentences in nine voices.")
    arguments.add_argument("--catalogue", type=Path, help="a catalogue folder; without it, the shipped record")
    arguments.add_argument("--misses", action="store_true", help="print every claim that was not judged as wanted")
    arguments.add_argument(
        "--held-out", action="store_true", help="voices 5, 6 and 9: totals only; note the look in LOOKS.md"
    )
    chosen = arguments.parse_args()
    if chosen.held_out and chosen.misses:
        arguments.error("of held-out voices there are totals only: their misses are not read")
    catalogue = open_record(chosen.catalogue)
    for subject in SUBJECTS:
        counts: dict[str, Counter[tuple[bool, str]]] = defaultdict(Counter)
        alarms: list[str] = []
        for path in files(subject, chosen.held_out):
            for film, labels, wrong in judged(tomllib.loads(path.read_text("utf-8"))["sentence"], catalogue):
                alarms += wrong
                for label in labels:
                    counts[label.kind][label.so, label.got] += 1
                    if chosen.misses and label.got != ("supported" if label.so else "refuted"):
                        print(
                            f"{path.stem}  {film}  {label.kind:<12} {'true' if label.so else 'false'} -> {label.got}: {label.words}"
                        )
        _table(subject, counts, len(alarms), chosen.held_out)
        for alarm in () if chosen.held_out else alarms:
            print(f"  {alarm}")


def files(subject: str, held_out: bool) -> list[Path]:
    """The voices of a subject. Raises `ValueError` if a held-out file is not as it was hashed."""
    found = [path for path in sorted(SENTENCES.glob(f"{subject}-*.toml")) if (path.stem[-1] in HELD_OUT) == held_out]
    hashed = dict(line.split()[::-1] for line in (SENTENCES / "HELD-OUT.sha256").read_text("utf-8").splitlines())
    for path in found if held_out else ():
        if hashlib.sha256(path.read_bytes()).hexdigest() != hashed[path.name]:
            raise ValueError(f"{path}: not as it was hashed; held-out sentences do not change")
    return found


def judged(sentences: list[dict[str, Any]], catalogue: Catalogue) -> Iterator[tuple[str, list[Label], list[str]]]:
    """(film, its labels, refutations of what is not labelled false) of each sentence."""
    for sentence in sentences:
        text = f"Films\n\n1. {sentence['film']}\n{sentence['text']}\n\n2. The Ascent (1977)\nA film.\n"
        base = text.index("\n", text.index("1. ")) + 1
        verdicts = [
            v
            for v in check_texts([("-", text)], catalogue).lists[0].verdicts
            if v.entry == 1 and v.claim.span.start >= base
        ]
        labels, rightly = [], set()
        for claim in sentence.get("claims", ()):
            start = base + sentence["text"].index(claim["span"])
            end = start + len(claim["span"])
            touching = [v for v in verdicts if v.claim.span.start < end and start < v.claim.span.end]
            if not claim["so"]:
                rightly |= {id(v) for v in touching}
            if claim["kind"] not in UNCOUNTED:
                labels.append(Label(claim["kind"], claim["so"], _said(touching, claim, start, end), claim["span"]))
        wrong = [
            f"{sentence['film']}: “{text[v.claim.span.start : v.claim.span.end]}”: {v.message}"
            for v in verdicts
            if v.status == "refuted" and id(v) not in rightly
        ]
        yield sentence["film"], labels, wrong


def _said(touching: list[Verdict], claim: dict[str, Any], start: int, end: int) -> str:
    kinds = KINDS.get(claim["kind"], {claim["kind"]}) | {"falsehood"}
    mine = [v for v in touching if v.claim.kind in kinds]
    mine = [v for v in mine if v.claim.value_span.start < end and start < v.claim.value_span.end] or mine
    statuses = {str(v.status) for v in mine}
    wanted = "supported" if claim["so"] else "refuted"
    if mine and all(v.claim.unresolved for v in mine):
        return "noticed"
    return next((s for s in (wanted, "refuted", "supported") if s in statuses), "open" if mine else "none")


def _table(subject: str, counts: dict[str, Counter[tuple[bool, str]]], alarms: int, held_out: bool) -> None:
    print(f"\n{subject}, {'held out' if held_out else 'development'}")
    print(
        f"{'kind':<14}{'true':>6}"
        + "".join(f"{c:>11}" for c in COLUMNS)
        + f"{'false':>8}"
        + "".join(f"{c:>11}" for c in COLUMNS)
    )
    total = sum(counts.values(), Counter[tuple[bool, str]]())
    for kind, mine in [*sorted(counts.items()), ("all", total)]:
        true, false = (sum(n for (so, _), n in mine.items() if so is one) for one in (True, False))
        print(
            f"{kind:<14}{true:>6}"
            + "".join(f"{mine[True, c]:>11}" for c in COLUMNS)
            + f"{false:>8}"
            + "".join(f"{mine[False, c]:>11}" for c in COLUMNS)
        )
    print(f"refuted, and not false: {alarms}")


if __name__ == "__main__":
    main()
