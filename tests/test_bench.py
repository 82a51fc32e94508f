"""What the measures of `bench/` rest on: templates that are kept apart, mutations that are false, baselines that are simple."""

import random
import sys
import tomllib
from pathlib import Path

from verite.catalogue import Catalogue
from verite.model import Status

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))
import baselines
import composed
import fuzz
import mutations

DEVELOPMENT = tomllib.loads((mutations.TEMPLATES / "development.toml").read_text("utf-8"))
HELD_OUT = tomllib.loads(mutations.held_out())


def test_each_kind_has_eight_wordings_half_of_them_kept_apart_and_none_in_both() -> None:
    assert DEVELOPMENT.keys() == HELD_OUT.keys()
    for kind, wordings in DEVELOPMENT.items():
        assert len({*wordings, *HELD_OUT[kind]}) == 8


def test_a_mutation_changes_one_thing_to_what_the_record_does_not_hold_of_the_film(catalogue: Catalogue) -> None:
    every = [fact for fact in mutations.facts(catalogue) if fact.work.year]
    draw = random.Random(3)
    for fact in draw.sample([fact for fact in every if all(fact.words.values())], 150):
        own = [f.words for f in every if f.work.id == fact.work.id and f.kind == fact.kind]
        for changed in mutations.mutations(fact, every, draw):
            differ = [slot for slot in fact.words if changed.words[slot] != fact.words[slot]]
            assert len(differ) == (changed.what != "nominee to winner")
            for slot in differ:
                assert changed.words[slot] not in {words[slot] for words in own}


def test_no_true_sentence_of_the_record_is_refuted_and_other_directors_are(catalogue: Catalogue) -> None:
    found = mutations.run(catalogue, DEVELOPMENT, 3, 5)
    assert sum(n for (_, changed, said), n in found.items() if said == "refuted" and not changed) == 0
    assert found["director", True, "refuted"] > found["director", True, "supported"]


def test_the_baselines_know_one_trick_each(catalogue: Catalogue) -> None:
    work = "the-ascent-1977"
    assert baselines.never_flag("directed by Andrei Tarkovsky", work, catalogue) == "supported"
    assert baselines.bag_of_names("it is by Larisa Shepitko", work, catalogue) == "supported"
    assert baselines.bag_of_names("it is by Andrei Tarkovsky", work, catalogue) == "refuted"
    assert baselines.bag_of_names("a harrowing film", work, catalogue) == ""
    assert baselines.strict_patterns("directed by Larisa Shepitko", work, catalogue) == "supported"
    assert baselines.strict_patterns("directed by Andrei Tarkovsky", work, catalogue) == "refuted"
    assert baselines.strict_patterns("a Shepitko picture", work, catalogue) == ""


def test_odd_strings_are_not_drawn_from_frozen_lists() -> None:
    frozen = {line.split()[1] for line in (fuzz._GOLD / "FROZEN.sha256").read_text("utf-8").splitlines()}
    lines = len(fuzz._gold_lines())
    assert lines == sum(
        sum(1 for line in path.read_text("utf-8").splitlines() if line.strip())
        for path in fuzz._GOLD.glob("[0-9][0-9].*")
        if path.suffix != ".toml" and path.name not in frozen
    )


def test_no_true_sentence_of_several_facts_is_refuted(catalogue: Catalogue) -> None:
    told, statuses = composed.run(catalogue, catalogue, 1, 6)
    assert [(one.work.title, one.sentence, one.refuted) for one in told if one.refuted] == []
    assert statuses[Status.SUPPORTED] > 1000
