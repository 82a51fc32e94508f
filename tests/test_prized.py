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


@pytest.mark.parametrize(
    ("film", "told"),
    [
        ("Cold War (2018)", "It earned Paweł Pawlikowski a nomination for the Palme d'Or at the Cannes Film Festival."),
        ("The Wages of Fear (1953)", "The film won the Palme d'Or and the Golden Bear (Cannes, Berlin)."),
        (
            "Black Orpheus (1959)",
            "After winning the Oscar for the foreign film in 1960, it took the Palme d'Or at Cannes.",
        ),
        (
            "Leviathan (2014)",
            "It took the Golden Globe in 2015 and then the prize for Best Screenplay at Cannes in 2014.",
        ),
    ],
)
def test_each_of_several_prizes_has_its_own_year_and_festival(film: str, told: str, catalogue: Catalogue) -> None:
    answer = ask(f"{film}\nFact: {told}\n", catalogue)
    assert "refuted" not in [*answer.statuses("award"), *answer.statuses("nomination")], answer.told()


def test_what_it_was_nominated_for_it_did_not_win(catalogue: Catalogue) -> None:
    told = "It won the Golden Bear at the Berlin Film Festival and a nomination for the Oscar."
    assert ask(f"Cold War (2018)\nFact: {told}\n", catalogue).statuses("award") == ["refuted"]


def test_a_prize_given_by_another_academy_is_not_supported_by_its_own(catalogue: Catalogue) -> None:
    told = "The César Awards gave it the Best British Film in 2018."
    film = "Three Billboards Outside Ebbing, Missouri (2017)"
    assert "supported" not in ask(f"{film}\nFact: {told}\n", catalogue).statuses("award")
