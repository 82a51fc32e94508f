"""The prizes of Cannes, Venice, Berlin and the British Academy by their winners: what the record refutes, and what it leaves alone."""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status
from verite.sources.events import category_of

from .asked import ask


@pytest.mark.parametrize(
    ("film", "sentence", "status"),
    [
        ("In the Mood for Love (2000)", "For it Maggie Cheung won best actress at Cannes.", Status.REFUTED),
        ("In the Mood for Love (2000)", "Maggie Cheung won best actress at Cannes.", Status.UNVERIFIED),  # in 2004
        ("In the Mood for Love (2000)", "Tony Leung won best actor at Cannes.", Status.SUPPORTED),
        ("Z (1969)", "Jean-Louis Trintignant won best actor at Cannes for it.", Status.SUPPORTED),
        ("The Wages of Fear (1953)", "Charles Vanel won best actor at Cannes.", Status.SUPPORTED),
        ("Rashomon (1950)", "It won the Mussolini Cup.", Status.UNVERIFIED),
        ("Interrogation (1982)", "Krystyna Janda won best actress at Cannes in 1990.", Status.SUPPORTED),
        ("All About Eve (1950)", "Bette Davis won best actress at Cannes.", Status.SUPPORTED),
        ("Drive My Car (2021)", "It won best screenplay at Cannes.", Status.SUPPORTED),
        ("In the Mood for Love (2000)", "It won best screenplay at Cannes.", Status.REFUTED),
        ("Z (1969)", "It won the BAFTA for best music.", Status.SUPPORTED),
        ("The Confession (1970)", "It won the BAFTA for best director.", Status.REFUTED),
        ("The Death of Stalin (2017)", "It won a BAFTA for best adapted screenplay.", Status.REFUTED),
        ("In the Mood for Love (2000)", "It won the BAFTA for best director.", Status.REFUTED),
        (
            "In the Mood for Love (2000)",
            "It won the BAFTA for best editing.",
            Status.UNVERIFIED,
        ),  # 2002 is not declared
        ("In the Mood for Love (2000)", "Will Smith won the BAFTA for best actor.", Status.UNVERIFIED),  # after 2020
    ],
)
def test_a_prize_of_a_festival(film: str, sentence: str, status: Status, catalogue: Catalogue) -> None:
    assert ask(f"{film}\nFact: {sentence}\n", catalogue).statuses("award") == [str(status)]


@pytest.mark.parametrize(
    ("event", "award", "year", "category"),
    [
        ("ev0000091", ("silver berlin bear", "best actress"), 1971, "silver-bear-actress"),
        ("ev0000091", ("silver berlin bear", "special jury prize"), 1988, "silver-bear-grand-jury-prize"),
        ("ev0000091", ("silver berlin bear", "special jury prize"), 2020, "silver-bear"),
        ("ev0000091", ("silver berlin bear", "best short film"), 1980, "silver-bear"),
        ("ev0000681", ("special jury prize",) * 2, 1951, "grand-jury-prize"),
        ("ev0000681", ("special jury prize",) * 2, 1986, "special-jury-prize"),
        ("ev0000681", ("special jury prize",) * 2, 2012, "grand-jury-prize"),
        ("ev0000681", ("special jury prize",) * 2, 2013, "special-jury-prize"),
        ("ev0000681", ("international award", "best actor"), 1949, "best-actor"),
    ],
)
def test_each_prize_of_the_events_table_has_its_own_category(
    event: str, award: tuple[str, str], year: int, category: str
) -> None:
    assert category_of(event, *award, year) == category
