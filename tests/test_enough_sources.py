"""Where enough independent sources name a film's countries, languages, running time or prizes, another value is refuted:
and not where it may be a partner, a version, a tongue of the place, or what the words describe is not the film."""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask


def worst(film: str, sentence: str, catalogue: Catalogue) -> set[Status]:
    verdicts = ask(f"{film}\nFact: {sentence}\n", catalogue).verdicts
    return {v.status for v in verdicts if v.claim.kind not in ("heading", "year", "existence")}


@pytest.mark.parametrize(
    ("film", "sentence"),
    [
        ("The Way Back (2010)", "It is a Norwegian drama."),
        ("The Way Back (2010)", "It was produced in Sweden."),
        ("The Way Back (2010)", "The country of production is Sweden."),
        ("One Day in the Life of Ivan Denisovich (1970)", "The film is spoken in Danish."),
        ("Katyn (2007)", "The dialogue is in Czech."),
        ("Repentance (1986)", "It is in Spanish."),
        ("Amour (2012)", "It is in German."),  # a tongue of a country of the film: three sources name only French
        ("Katyn (2007)", "The film dates from 1999."),
        ("Katyn (2007)", "It came out in 1999."),
        ("Katyn (2007)", "Andrzej Wajda made it in 1999."),
        ("Katyn (2007)", "Made in 1999."),
        ("Katyn (2007)", "The year of production is 1999."),
        ("Taurus (2001)", "It won the Nika Award for best actress in 2011."),
    ],
)
def test_what_none_of_enough_sources_names_is_refuted(film: str, sentence: str, catalogue: Catalogue) -> None:
    assert Status.REFUTED in worst(film, sentence, catalogue), ask(f"{film}\nFact: {sentence}\n", catalogue).told()


@pytest.mark.parametrize(
    ("film", "sentence"),
    [
        ("The Way Back (2010)", "It is a British adventure."),  # English-speaking countries pay for each other's films
        ("The Way Back (2010)", "It is a Polish-Norwegian drama."),
        ("The Way Back (2010)", "A Soviet prison camp film by Peter Weir."),
        ("The Way Back (2010)", "A Norwegian escape film in all but name."),
        ("The Way Back (2010)", "It was remade as a Norwegian drama."),
        ("One Day in the Life of Ivan Denisovich (1970)", "A Russian camp film, one might say."),
        ("One Day in the Life of Ivan Denisovich (1970)", "It is partly in Danish."),
        (
            "One Day in the Life of Ivan Denisovich (1970)",
            "It is spoken in Norwegian.",
        ),  # a tongue of a country of the film
        ("Repentance (1986)", "It was dubbed into Spanish."),
        ("Katyn (2007)", "A German priest reads in Latin."),
        ("Katyn (2007)", "The restored version came out in 2019."),
        ("Katyn (2007)", "The novel came out in 1999."),
        ("Katyn (2007)", "The diary dates from 1940."),
        ("Katyn (2007)", "It is a film of 1940."),  # about that year
        ("Katyn (2007)", "Russia made it first, in 1997."),
        ("Katyn (2007)", "Andrzej Wajda wanted to make it in 1990."),
        ("Katyn (2007)", "Andrzej Wajda could not have made it in 1970."),
        ("Katyn (2007)", "Andrzej Wajda made it clear in 1990."),
        ("Katyn (2007)", "The story dates back to 1940."),
        ("Katyn (2007)", "An earlier version ran 84 minutes."),
        ("Taurus (2001)", "It won the Nika Award for best actress in 2001."),  # the year of the film
    ],
)
def test_what_may_be_so_all_the_same_is_not(film: str, sentence: str, catalogue: Catalogue) -> None:
    assert Status.REFUTED not in worst(film, sentence, catalogue), ask(f"{film}\nFact: {sentence}\n", catalogue).told()


@pytest.mark.parametrize(
    "sentence",
    [
        "Set in 1990, it looks back on 1940.",
        "It is set in 1940 and in 1990.",
        "It opens in 1990.",
        "A frame story is set in 1990.",
        "The epilogue is set in 1990.",
        "A sequel set in 1990 was planned.",
    ],
)
def test_a_film_that_moves_about_in_time_is_not_nailed_to_one(sentence: str, catalogue: Catalogue) -> None:
    assert Status.REFUTED not in worst("Katyn (2007)", sentence, catalogue)
    assert Status.REFUTED in worst("Katyn (2007)", "It is set in 1990.", catalogue)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("This Oscar-nominated film tells of a massacre.", Status.SUPPORTED),
        ("It was Oscar-nominated.", Status.SUPPORTED),
        ("This Palme d'Or-winning film tells of a massacre.", Status.REFUTED),
        ("A Golden Bear-winning drama.", Status.REFUTED),
        ("It was shown with a Golden Bear-winning drama.", None),
        ("The Golden Bear-winning film of that year was another.", Status.UNVERIFIED),
        ("The Golden Bear-winning director Andrzej Wajda made it.", None),
        ("It is not a Golden Bear-winning film.", Status.SUPPORTED),
    ],
)
def test_a_prize_in_an_adjective_is_the_films_where_the_adjective_is(
    sentence: str, status: Status | None, catalogue: Catalogue
) -> None:
    said = ask(f"Katyn (2007)\nFact: {sentence}\n", catalogue)
    found = {v.status for v in said.verdicts if v.claim.kind in ("award", "nomination")}
    assert found == ({status} if status else set()), said.told()


def test_a_prize_of_a_body_that_no_table_knows_is_not_taken_for_another_of_the_name(catalogue: Catalogue) -> None:
    for sentence in (
        "It won Best Film at the Tashkent Film Festival in 2021.",
        "It won Best Film from the London Critics' Circle.",
    ):
        assert worst("Captain Volkonogov Escaped (2021)", sentence, catalogue) == {Status.UNVERIFIED}


def test_an_academy_that_is_said_to_name_a_festival_prize_has_not_given_it(catalogue: Catalogue) -> None:
    for sentence in (
        "The César Awards nominated it for the Palme d'Or.",
        "It was nominated for the Palme d'Or at the Nika Award.",
    ):
        assert Status.SUPPORTED not in worst("Repentance (1986)", sentence, catalogue)
