"""How somebody ends in a film, against the end on record: not every death is every death, and who was let go was not hanged."""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask


def fates(film: str, sentence: str, catalogue: Catalogue) -> list[str]:
    return ask(f"{film}\nDescription: {sentence}\n", catalogue).statuses("story")


@pytest.mark.parametrize(
    ("film", "sentence"),
    [
        ("Burnt by the Sun (1994)", "Kotov dies of typhus in the camp."),
        ("Burnt by the Sun (1994)", "Kotov dies in his bed."),
        ("Burnt by the Sun (1994)", "Kotov dies at home."),
        ("Burnt by the Sun (1994)", "Kotov dies of a heart attack."),
        ("Burnt by the Sun (1994)", "Kotov is released in the end."),
        ("Animal Farm (1954)", "Poor Boxer dies peacefully."),
        ("The Witness (1979)", "Pelikán goes to the gallows."),
        ("Lost in Siberia (1991)", "Miller is killed in a camp riot."),
    ],
)
def test_an_end_that_shuts_out_the_one_on_record_is_refuted(film: str, sentence: str, catalogue: Catalogue) -> None:
    assert Status.REFUTED in fates(film, sentence, catalogue)


@pytest.mark.parametrize(
    ("film", "sentence"),
    [
        ("Burnt by the Sun (1994)", "Kotov dies."),
        ("Burnt by the Sun (1994)", "Kotov dies of his wounds."),
        ("Burnt by the Sun (1994)", "Kotov dies quietly."),
        ("Burnt by the Sun (1994)", "Kotov quietly dies a hero."),
        ("Burnt by the Sun (1994)", "Kotov does not die in his bed."),
        ("Burnt by the Sun (1994)", "Kotov is said to have died of typhus."),
        ("Burnt by the Sun (1994)", "Of typhus nobody dies."),
        ("Burnt by the Sun (1994)", "The lie dies at home."),
        ("Animal Farm (1954)", "Boxer dies."),
        ("The Witness (1979)", "Pelikán is released."),
        ("The Witness (1979)", "Pelikán dies."),
    ],
)
def test_an_end_that_may_be_the_one_on_record_is_not(film: str, sentence: str, catalogue: Catalogue) -> None:
    assert Status.REFUTED not in fates(film, sentence, catalogue)


@pytest.mark.parametrize(
    "when", ["At the end", "At the end of the war", "In the spring", "That winter", "During the war", "In the end"]
)
def test_a_time_before_a_name_is_no_part_of_it(when: str, catalogue: Catalogue) -> None:
    assert Status.SUPPORTED in fates("Burnt by the Sun (1994)", f"{when} Kotov is executed.", catalogue)


def test_who_is_sent_off_in_cattle_cars_is_deported(catalogue: Catalogue) -> None:
    sentence = "Melanie is taken to Siberia in a cattle car."
    assert fates("The Chronicles of Melanie (2016)", sentence, catalogue) == [Status.SUPPORTED]
    for other in (
        "The cattle are sent away in trucks.",
        "Melanie is driven to Riga in a car.",
        "She is taken past a cattle market.",
    ):
        assert Status.REFUTED not in fates("The Chronicles of Melanie (2016)", other, catalogue)


def test_a_camp_that_is_told_of_is_no_camp_that_is_shown(catalogue: Catalogue) -> None:
    assert fates("Hotel Lux (2011)", "Siegfried Meyer is sent to a camp.", catalogue) == [Status.SUPPORTED]
    assert fates("Hotel Lux (2011)", "Hans Zeisig is sent to a camp.", catalogue) == [Status.REFUTED]
