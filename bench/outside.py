"""Film claims of other people's fact-checking sets through the checker: what is refuted of what they label true.

    python bench/outside.py ../shared/data --catalogue FOLDER

CREAK (sentences on an entity), Fool Me Twice (players' claims on a page) and FactBench (an actor in a film). A claim is put
under its film's title and checked; whatever is not linked with certainty is not judged. Every refutation of a claim that is
labelled true is classed in `outside.toml` by a hash of the claim: the label, the data or the reader at fault. One that is
not classed yet is printed with its evidence.
"""

import argparse
import gzip
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.checking import check_texts
from verite.errors import ReadError
from verite.model import LinkStatus, Status, Verdict

CLASSES = Path(__file__).with_name("outside.toml")
_FILM = re.compile(r"^(?P<title>.+?) \((?:(?P<year>\d{4}) )?film\)$")


def main() -> None:
    arguments = argparse.ArgumentParser(description="Outside claim sets through the checker.")
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--catalogue", type=Path)
    chosen = arguments.parse_args()
    catalogue = open_record(chosen.catalogue)
    classed = tomllib.loads(CLASSES.read_text("utf-8")) if CLASSES.exists() else {}
    counts: Counter[tuple[str, bool, str]] = Counter()
    faults: Counter[str] = Counter()
    for name, heading, claim, true in _claims(chosen.data):
        verdicts = _checked(heading, claim, catalogue)
        if verdicts is None:
            counts[name, true, "not linked"] += 1
            continue
        refuted = [v for v in verdicts if v.status is Status.REFUTED]
        said = "refuted" if refuted else "supported" if any(v.status is Status.SUPPORTED for v in verdicts) else "open"
        counts[name, true, said] += 1
        if true and refuted:
            key = blake2b(f"{heading}\0{claim}".encode(), digest_size=6).hexdigest()
            faults[classed.get(key, {}).get("fault", "not classed")] += 1
            if key not in classed:
                print(f"[{key}] {heading}: {claim}\n    {refuted[0].message[:300]}")
    print(f"{'set':<16}{'label':<8}{'refuted':>9}{'supported':>11}{'open':>7}{'not linked':>12}")
    for name in dict.fromkeys(n for n, _, _ in counts):
        for true in (True, False):
            row = [counts[name, true, said] for said in ("refuted", "supported", "open", "not linked")]
            print(f"{name:<16}{'true' if true else 'false':<8}{row[0]:>9}{row[1]:>11}{row[2]:>7}{row[3]:>12}")
    print("refuted though labelled true: " + (", ".join(f"{n} {fault}" for fault, n in faults.items()) or "none"))


def _checked(heading: str, claim: str, catalogue: Catalogue) -> list[Verdict] | None:
    """The verdicts on the claim, the heading's own left out; nothing if it is not certain which film is meant."""
    try:
        one = check_texts([("-", f"One film\n\n1. {heading}\nFact: {claim}\n")], catalogue).lists[0]
    except ReadError:
        return None
    if len(one.links) != 1 or one.links[0].status is not LinkStatus.MATCHED:
        return None
    start = one.list.text.index("Fact:")
    return [v for v in one.verdicts if v.entry and v.claim.span.start >= start]


def _claims(data: Path) -> Iterator[tuple[str, str, str, bool]]:
    """(set, heading, claim, whether it is labelled true)"""
    for row in _rows(data / "claims_creak"):
        if found := _FILM.match(row["entity"]):
            yield "creak", _heading(found), row["sentence"], row["label"] == "true"
    for row in _rows(data / "claims_fool_me_twice"):
        page = row["wikipedia_page"]
        found = _FILM.match(page)
        if found or row["match"] == "film_page":
            yield "fool-me-twice", _heading(found) if found else page, row["claim"], row["label"] == "SUPPORTS"
    for row in _rows(data / "claims_factbench_starring"):
        film = re.sub(r" \(.*film\)$", "", row["film"])
        year = str(row["date_from"])[:4]
        if row["kind"] != "date":
            heading = f"{film} ({year})" if row["kind"] == "correct" else film
            yield "factbench", heading, f"It stars {row['actor']}.", row["label"] == "SUPPORTS"


def _heading(found: re.Match[str]) -> str:
    return f"{found['title']} ({found['year']})" if found["year"] else found["title"]


def _rows(folder: Path) -> Iterator[dict[str, str]]:
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
