"""How often does a further source contradict what others agree on? What a rule may exclude is decided by this.

    python bench/agreement.py CATALOGUE

Each source (family) of a film's countries and running times is left out in turn and held against the rest:

- countries: where two (three) or more of the rest have one in common, how often the one left out names none of theirs;
  successor states and the English-speaking countries are not held against each other, lists by country are passed over;
- running times: where the rest agree within eight in a hundred, how often the one left out has one that is a quarter off.

Languages, of which only two tables tell much: how many films have none in common in the two.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.claims.country import ENGLISH, related

BY_COUNTRY = "wikipedia"  # in a catalogue of tables: lists of American films, which name one country by their title


def by_family(catalogue: Catalogue, work: str, property_: str) -> dict[str, list[object]]:
    found: dict[str, list[object]] = defaultdict(list)
    for said in catalogue.statements(work, property_):
        for cited in said.sources if not said.negative and "of" not in said.qualifiers else ():
            source = catalogue.source(cited.key)
            found[source.family or source.key].append(said.value)
    return found


def contradicts(one: list[object], rest: list[list[object]], catalogue: Catalogue) -> bool:
    """Whether a source names none of the countries of the rest, nor one that may pass for one of them."""
    named = {str(state) for states in rest for state in states}
    return not any(
        str(state) in named
        or any(related(str(state), other, catalogue) for other in named)
        or (state in ENGLISH and named & ENGLISH)
        for state in one
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description="Leave one source out.")
    arguments.add_argument("catalogue", type=Path)
    catalogue = open_record(arguments.parse_args().catalogue)
    n: Counter[tuple[str, int, str]] = Counter()
    for work in catalogue.works:
        for property_ in ("country", "duration"):
            told = by_family(catalogue, work.id, property_)
            for family, one in told.items():
                rest = [values for other, values in told.items() if other != family]
                for least in (2, 3):
                    if len(rest) < least:
                        continue
                    if property_ == "country":
                        if family == BY_COUNTRY or not set.intersection(*map(set, rest)):
                            continue
                        against = contradicts(one, rest, catalogue)
                    else:
                        held = [int(str(v)) for values in rest for v in values]
                        if max(held) - min(held) > max(5, 0.08 * max(held)):
                            continue
                        against = any(int(str(v)) < 0.75 * min(held) or int(str(v)) > 1.25 * max(held) for v in one)
                    n[property_, least, "agree"] += 1
                    n[property_, least, "against"] += against
        tongues = list(by_family(catalogue, work.id, "language").values())
        if len(tongues) == 2:
            n["language", 1, "agree"] += 1
            n["language", 1, "against"] += set(tongues[0]).isdisjoint(tongues[1])
    for property_, least, _ in sorted(key for key in n if key[2] == "agree"):
        print(
            f"{property_:<10}{least} or more agree: {n[property_, least, 'agree']:>7,}  a further one against: {n[property_, least, 'against']:>4}"
        )


if __name__ == "__main__":
    main()
