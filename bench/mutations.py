"""True statements of the record put into words, and the same with one thing changed: which changes are noticed?

    python bench/mutations.py [--held-out] [--each 40] [--seed 1] [--catalogue FOLDER]

A statement is verbalised by every template of its kind (`bench/templates/`), once as it is and once mutated: another director, another year,
*won* where it was nominated, another category or festival, another country, a play for a novel, *not*, half an hour more, another language,
composer or camera. The new value is one that other works have and this one has not, so the label is right by construction, as far as
the record is: of an open property (languages, countries) another value may be true and unrecorded, and leaving it open is no fault.

Printed by mutation: true sentences supported and refuted (false alarms), changed ones refuted (recall) and supported. Of held-out templates
totals alone; their file must be as it was hashed.
"""

import argparse
import hashlib
import random
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.checking import check_texts
from verite.languages import language
from verite.model import Statement, Work

TEMPLATES = Path(__file__).parent / "templates"
FORMS = {"novel": "play", "play": "novel", "novella": "play", "memoir": "play"}
PRIZES = ("award", "nomination")
NAMED = ("director", "composer", "camera")


class Fact(NamedTuple):
    """One statement as the words for a template."""

    work: Work
    kind: str
    words: dict[str, str]


class Mutation(NamedTuple):
    """What was changed, the changed words, and the kind whose templates say them (*won*, of a nomination, is an award)."""

    what: str
    kind: str
    words: dict[str, str]


def facts(catalogue: Catalogue) -> Iterator[Fact]:
    """Every statement of the record that the templates can say."""
    for work in catalogue.works:
        for property_ in (*NAMED, "year", "award", "country", "based_on", "duration", "language"):
            for said in catalogue.statements(work.id, property_):
                words = None if said.negative else _words(property_, said, catalogue)
                if words is not None:
                    won = property_ != "award" or said.qualifiers["result"] == "won"
                    yield Fact(work, property_ if won else "nomination", words)


def _words(property_: str, said: Statement, catalogue: Catalogue) -> dict[str, str] | None:
    value: Any = said.value
    if property_ in NAMED:
        return {"name": catalogue.names(value)[0]}
    if property_ == "year":
        return {"year": str(value)}
    if property_ == "duration":
        return {"minutes": str(value)} if int(value) >= 60 and "of" not in said.qualifiers else None
    if property_ == "language":
        return {"language": language(value)}
    if property_ == "country":
        return {"country": catalogue.states[value]["name"]} if value in catalogue.states else None
    if property_ == "based_on":
        form, by = said.qualifiers.get("form"), said.qualifiers.get("by")
        return {"form": form, "author": catalogue.names(by)[0]} if form in FORMS and isinstance(by, str) else None
    table = catalogue.tables[str(value).split("/")[0]]
    category = table.get("category", {}).get(said.qualifiers["category"])
    if said.qualifiers["result"] not in ("won", "nominated") or not category:
        return None
    return {"prize": category["name"], "festival": table["name"], "year": str(said.qualifiers.get("year") or "")}


def mutations(fact: Fact, every: list[Fact], draw: random.Random) -> Iterator[Mutation]:
    """The fact with one thing changed, in each way that fits its kind; never to what the record holds of the same work."""
    own = [f.words for f in every if f.work.id == fact.work.id and f.kind in _beside(fact.kind)]
    slots = {"based_on": (), "nomination": ("prize", "festival")}.get(fact.kind, tuple(fact.words))
    for slot in slots:
        held = {words.get(slot) for words in own}
        if slot in ("year", "minutes"):
            others = [str(int(fact.words[slot]) + by) for by in ((-9, -6, 6, 9) if slot == "year" else (-35, 35))]
        else:
            # as often as works have it: lists mistake Cannes for Venice, not for a festival that one film went to
            others = sorted(f.words[slot] for f in every if f.kind == fact.kind)
        if slot == "prize":  # another category of the same festival
            at = fact.words["festival"]
            others = sorted(f.words[slot] for f in every if f.words.get("festival") == at)
        others = [value for value in others if value not in held]
        if others:
            what = {"prize": "category", "name": fact.kind}.get(slot, slot)
            what = "edition" if slot == "year" and fact.kind == "award" else what
            yield Mutation(what, fact.kind, fact.words | {slot: draw.choice(others)})
    if fact.kind == "based_on":
        new = FORMS[fact.words["form"]]
        if new not in {words["form"] for words in own}:
            yield Mutation("novel or play", fact.kind, fact.words | {"form": new})
    if fact.kind == "nomination" and not any(
        f.kind == "award" and f.work.id == fact.work.id and f.words["prize"] == fact.words["prize"] for f in every
    ):
        yield Mutation("nominee to winner", "award", fact.words)


def _beside(kind: str) -> tuple[str, ...]:
    return PRIZES if kind in PRIZES else (kind,)


def _status(work: Work, sentence: str, catalogue: Catalogue) -> str:
    """The worst that is said of the sentence: of its kinds, not of the heading."""
    text = f"One film\n\n1. {work.title} ({work.year})\nFact: {sentence}\n"
    at = text.index("Fact:")
    verdicts = check_texts([("-", text)], catalogue).lists[0].verdicts
    said = {str(v.status) for v in verdicts if v.claim.span.start >= at and v.claim.kind not in ("other", "opinion")}
    return next((s for s in ("refuted", "conflicting", "supported", "unverified") if s in said), "not read")


def run(catalogue: Catalogue, templates: dict[str, list[str]], each: int, seed: int) -> Counter[tuple[str, bool, str]]:
    """(mutation, whether it was changed, status) over at most `each` facts a kind."""
    draw, found = random.Random(seed), Counter[tuple[str, bool, str]]()
    every = [fact for fact in facts(catalogue) if fact.work.year]
    for kind in templates:
        # what has no year cannot be said, and yet is not to be denied
        mine = [fact for fact in every if fact.kind == kind and all(fact.words.values())]
        for fact in draw.sample(mine, min(each, len(mine))):
            for template in templates[kind]:
                found[kind, False, _status(fact.work, template.format(**fact.words), catalogue)] += 1
            for changed in mutations(fact, every, draw):
                for template in templates[changed.kind]:
                    found[changed.what, True, _status(fact.work, template.format(**changed.words), catalogue)] += 1
            for template in templates[kind] if kind == "director" else ():
                denied = _denied(template.format(**fact.words))
                if denied:
                    found["negation", True, _status(fact.work, denied, catalogue)] += 1
    return found


def _denied(sentence: str) -> str | None:
    """The sentence with a *not* after its first *was* or *is*; None if it has neither."""
    for verb in (" was ", " is "):
        if verb in sentence:
            return sentence.replace(verb, f"{verb}not ", 1)
    return None


def held_out() -> str:
    text = (TEMPLATES / "held-out.toml").read_bytes()
    if hashlib.sha256(text).hexdigest() != (TEMPLATES / "SHA256").read_text("utf-8").split()[0]:
        raise SystemExit("bench/templates/held-out.toml is not the file that was hashed")
    return text.decode()


def main() -> None:
    arguments = argparse.ArgumentParser(description="Recall of changes, by what was changed.")
    arguments.add_argument("--held-out", action="store_true", help="with the templates kept apart")
    arguments.add_argument("--each", type=int, default=40, help="at most this many facts a kind")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--catalogue", type=Path)
    chosen = arguments.parse_args()
    text = held_out() if chosen.held_out else (TEMPLATES / "development.toml").read_text("utf-8")
    catalogue = open_record(chosen.catalogue)
    found = run(catalogue, tomllib.loads(text), chosen.each, chosen.seed)
    for changed, title, wanted, wrong in (
        (False, "true", "supported", "refuted"),
        (True, "changed", "refuted", "supported"),
    ):
        print(f"{title:<20}{'sentences':>10}{wanted:>11}{wrong + '!':>12}{'open':>7}{'not read':>10}{'as wanted':>11}")
        names = dict.fromkeys(name for name, was, _ in found if was is changed)
        for name in (*names, "all"):
            by: Counter[str] = Counter()
            for (what, was, status), n in found.items():
                if was is changed and name in (what, "all"):
                    by[status] += n
            print(
                f"{name:<20}{by.total():>10}{by[wanted]:>11}{by[wrong]:>12}{by['unverified'] + by['conflicting']:>7}"
                f"{by['not read']:>10}{by[wanted] / (by.total() or 1):>11.0%}"
            )
        print()


if __name__ == "__main__":
    main()
