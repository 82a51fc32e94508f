"""Odd strings through every reader and kind: a short slice of `bench/fuzz.py`, which runs as many as one has time for."""

import random
import sys
from pathlib import Path

import pytest

from verite.catalogue import Catalogue

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))
import fuzz


@pytest.mark.parametrize("seed", range(3))
def test_odd_strings_raise_nothing_and_no_verdict_stands_without_evidence(seed: int, catalogue: Catalogue) -> None:
    found = fuzz.run(300, seed, catalogue)
    assert found["supported"] > 50  # the strings are not so odd that nothing is read


def test_the_strings_are_many_and_the_same_for_a_seed() -> None:
    def some(seed: int) -> list[str]:
        source = fuzz.strings(random.Random(seed))
        return [next(source) for _ in range(500)]

    assert some(1) == some(1)
    assert some(1) != some(2)
    assert len(set(some(1))) > 300
    assert any(not one.isascii() for one in some(1))
