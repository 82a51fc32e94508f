"""Whom the Academy named for the work is a witness to who did it; by itself it speaks against nobody else."""

import pytest

from verite import prized
from verite.catalogue import Catalogue

from .asked import ask


def test_a_nomination_names_the_writer(catalogue: Catalogue) -> None:
    assert [s.value for s in prized.credited("12-years-a-slave-2013", "writer", catalogue)] == ["John Ridley"]


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("The score is by Maurice Jarre.", "composer", "supported"),
        ("It was photographed by Freddie Young.", "crew", "supported"),
    ],
)
def test_it_supports_a_credit(sentence: str, kind: str, status: str, catalogue: Catalogue) -> None:
    assert ask(f"Doctor Zhivago (1965)\nFact: {sentence}\n", catalogue).statuses(kind) == [status]


def test_no_prize_names_who_made_the_songs_or_paid(catalogue: Catalogue) -> None:
    for property_ in ("producer", "cast", "director", "narrator"):
        assert not list(prized.credited("doctor-zhivago-1965", property_, catalogue))


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("It was nominated for the Oscar for Best Foreign Language Film but lost to Parasite.", "refuted"),
        ("It lost the Oscar for best foreign-language film to The Square.", "refuted"),
        ("It lost the Oscar for best foreign-language film to Roma.", "supported"),
        ("It lost the Oscar for best foreign-language film to Alfonso Cuarón.", "supported"),
        ("It lost the Oscar for best foreign-language film to Mexico.", "supported"),  # that it lost it
        ("It lost the Oscar for best foreign-language film to Netflix.", "supported"),
    ],
)
def test_a_prize_is_lost_to_who_won_it(told: str, status: str, catalogue: Catalogue) -> None:
    assert ask(f"Cold War (2018)\nFact: {told}\n", catalogue).statuses("award") == [status]
