"""Who plays which part: a part with a name of its own that enough sources give to another player is refuted, however the pair is
told; and not where it may be a plan, a child of the part, another of the family, a voice, or no part at all."""

import pytest

from verite import part_names
from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask


def parts(film: str, sentence: str, catalogue: Catalogue) -> list[tuple[str, Status]]:
    verdicts = ask(f"{film}\nFact: {sentence}\n", catalogue).verdicts
    return [(str(v.claim.value), v.status) for v in verdicts if v.claim.kind == "cast"]


@pytest.mark.parametrize(
    ("film", "sentence"),
    [
        (
            "Jaws (1975)",
            "Richard Dreyfuss is the shark expert Hooper and Robert Duvall is the crusty old hunter Quint.",
        ),
        ("Jaws (1975)", "Roy Scheider plays Brody, and Robert Duvall the fisherman Quint."),
        ("Jaws (1975)", "Quint (Robert Duvall) goes down with the ship."),
        ("Jaws (1975)", "With Roy Scheider as Brody, the actor Robert Duvall as Quint and Lorraine Gary as Ellen."),
        ("No Country for Old Men (2007)", "Josh Brolin: Llewelyn Moss; Woody Harrelson: Anton Chigurh."),
        ("The Death of Stalin (2017)", "Jeffrey Tambor is hilarious as Molotov."),
        ("Stalin (1992)", "Jeroen Krabbé plays Trotsky."),
        ("Cold War (2018)", "A brooding Borys Szyc as Wiktor."),  # six sources name Tomasz Kot
        ("Fargo (1996)", "Steve Buscemi is the car dealer Jerry Lundegaard."),
        ("Hotel Lux (2011)", "Jürgen Vogel as his old stage partner Meyer and Robert Duvall as the fighter Frida."),
        ("Jaws (1975)", "The fisherman, Quint, is played by Robert Duvall."),
        ("Jaws (1975)", "Steven Spielberg filmed it in 1974, casting Robert Duvall as Quint."),
        ("Jaws (1975)", "It stars Roy Scheider as Brody and Robert Duvall as Quint, a hunter."),
        ("Titanic (1997)", "Robert Duvall plays the older Rose."),  # both who play Rose are on record
    ],
)
def test_a_part_of_another_is_refuted(film: str, sentence: str, catalogue: Catalogue) -> None:
    told = parts(film, sentence, catalogue)
    assert [status for _, status in told].count(Status.REFUTED) == 1, told


@pytest.mark.parametrize(
    ("film", "sentence"),
    [
        # what somebody thought of
        ("Jaws (1975)", "The studio wanted Robert Duvall as Quint."),
        ("Jaws (1975)", "The studio thought of casting Robert Duvall as Quint."),
        ("Jaws (1975)", "Spielberg first thought of the actor Robert Duvall as Quint."),
        ("Jaws (1975)", "With the actor Robert Duvall as Quint in mind, Spielberg went on."),
        ("Jaws (1975)", "Its first choice was Robert Duvall as Quint."),
        ("Jaws (1975)", "Had Robert Duvall played Quint, it would be another film."),
        ("Jaws (1975)", "Imagine Robert Duvall as Quint."),
        ("Jaws (1975)", "It was rumoured that Robert Duvall is Quint."),
        ("Jaws (1975)", "In the stage version Robert Duvall is Quint."),
        ("Jaws (1975)", "Roy Scheider is Brody; Robert Duvall was to be Quint."),
        # what is no part
        ("Jaws (1975)", "Robert Duvall is Quint's favourite actor."),
        ("Jaws (1975)", "Robert Duvall is no Quint."),
        ("Jaws (1975)", "Robert Duvall: Quint is the best part that he never had."),
        ("Jaws (1975)", "Roy Scheider plays Brody; Robert Duvall, a friend of Quint, was on the set."),
        # a child of the part, a part in words, one of the family, somebody who is known from nowhere
        ("Jaws (1975)", "Robert Duvall plays the young Quint."),
        ("Jaws (1975)", "Robert Duvall plays a fisherman."),
        ("Jaws (1975)", "Robert Duvall plays Quint's father."),
        ("Jaws (1975)", "Zebedee Nobody plays Quint."),
        ("The Graduate (1967)", "Robert Duvall plays Mr Robinson's partner."),
        # a drawn film is spoken by others in every language
        ("Spirited Away (2001)", "Robert Duvall voices Yubaba."),
        ("The Lion King (1994)", "Robert Duvall is Simba."),
    ],
)
def test_what_may_be_so_all_the_same_is_not(film: str, sentence: str, catalogue: Catalogue) -> None:
    told = parts(film, sentence, catalogue)
    assert Status.REFUTED not in [status for _, status in told], told


def test_every_pair_of_a_list_is_a_claim_of_its_own(catalogue: Catalogue) -> None:
    answer = ask(
        "Rashomon (1950)\nFact: Toshiro Mifune is the bandit Tajomaru, and Takashi Shimura the woodcutter.\n", catalogue
    )
    quotes = {str(v.claim.value): answer.quote(v) for v in answer.of("cast")}
    assert quotes["Toshiro Mifune"] == "Toshiro Mifune is the bandit Tajomaru"
    assert quotes["Takashi Shimura"] == "Takashi Shimura the woodcutter"


def test_somebody_in_the_film_is_not_supported_in_a_part_that_the_record_does_not_give_him(
    catalogue: Catalogue,
) -> None:
    told = parts(
        "The Ascent (1977)", "Boris Plotnikov is Sotnikov, and Anatoly Solonitsyn the village elder.", catalogue
    )
    assert dict(told) == {"Boris Plotnikov": Status.SUPPORTED, "Anatoly Solonitsyn": Status.UNVERIFIED}


@pytest.mark.parametrize(
    ("words", "recorded", "may"),
    [
        ("Sheriff Bell", "Ed Tom Bell", True),
        ("the crusty old hunter Quint", "Quint", True),
        ("secret policeman Leo Demidov", "Leo Demidov", True),
        ("Mrs. Robinson", "Mrs Robinson", True),
        ("Mrs. Robinson", "Elaine Robinson", False),
        ("Jane Banks", "Mr. Banks", False),
        ("King George V", "King George VI", False),
        ("Dobisch", "Jeff D. Sheldrake", False),
        ("Kelvin's father", "Kelvin", False),
        ("a jazz singer", "a jazz singer", False),
    ],
)
def test_a_part_is_known_by_its_own_name(words: str, recorded: str, may: bool) -> None:
    assert part_names.may_be(words, recorded) is may


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Gina Bellini and Rolf Harder star.", ["Gina Bellini", "Rolf Harder"]),
        ("Roy Scheider, Gina Bellini and Rolf Harder star in it.", ["Roy Scheider", "Gina Bellini", "Rolf Harder"]),
        ("Gina Bellini and Rolf Harder play outlaws.", ["Gina Bellini", "Rolf Harder"]),
        ("Gina Bellini and Rolf Harder play lovers.", ["Gina Bellini", "Rolf Harder"]),
        ("The director knew Gina Bellini and Rolf Harder star Anna Berg well.", []),
        ("It is after a Gina Bellini and Rolf Harder play of 1950.", []),
    ],
)
def test_several_names_before_star_or_play_are_its_subject(
    sentence: str, told: list[str], catalogue: Catalogue
) -> None:
    verdicts = ask(f"Jaws (1975)\nFact: {sentence}\n", catalogue).verdicts
    assert [v.claim.value for v in verdicts if v.claim.kind == "cast" and v.claim.value] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Joanna Kulig and Tomasz Kot star as the lovers Zula and Wiktor.",
        "It stars Joanna Kulig and Tomasz Kot as Zula and Wiktor.",
        "Joanna Kulig and Tomasz Kot are Zula and Wiktor.",
        "Zula and Wiktor are played by Joanna Kulig and Tomasz Kot.",
        "With Joanna Kulig and Tomasz Kot as Zula and Wiktor.",
        "It stars Joanna Kulig and Tomasz Kot as Zula and Wiktor, respectively.",
        "The chemistry between Joanna Kulig and Tomasz Kot as Zula and Wiktor is rare.",
        "It features Joanna Kulig in the role of Zula, alongside Tomasz Kot as Wiktor.",
        "Joanna Kulig plays Zula, Tomasz Kot Wiktor.",
    ],
)
def test_of_several_players_and_parts_each_has_his_own(sentence: str, catalogue: Catalogue) -> None:
    told = [status for _, status in parts("Cold War (2018)", sentence, catalogue)]
    assert Status.REFUTED not in told and Status.SUPPORTED in told


@pytest.mark.parametrize(
    "sentence",
    [
        "Tomasz Kot and Joanna Kulig star as the lovers Zula and Wiktor.",
        "It stars Tomasz Kot and Joanna Kulig as Zula and Wiktor.",
        "Zula and Wiktor are played by Tomasz Kot and Joanna Kulig.",
        "With Tomasz Kot and Joanna Kulig as Wiktor and Zula Lichoń and Borys Szyc as Kaczmarek.",
    ],
)
def test_in_which_order_several_parts_are_told_is_not_held_against_them(sentence: str, catalogue: Catalogue) -> None:
    assert Status.REFUTED not in [status for _, status in parts("Cold War (2018)", sentence, catalogue)]
