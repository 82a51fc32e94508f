"""What is plainly wrong on prizes, numbers, places and history is found, in the words of lists.

The record of the invented film (`claims/given.toml`, `tests/invented.py`) declares what lets each be refuted.
"""

import pytest

from verite.catalogue import Catalogue
from verite.claims.count import apart
from verite.model import Cited, Statement

from .asked import ask
from .invented import HEADING

WRONG = [
    ("award", "The film took the Golden Lamp at Bergen."),
    ("award", "Awarded the Golden Lamp in 1931, the film made her name."),
    ("award", "The Golden Lamp of 1931 went to this film."),
    ("award", "The jury gave it the Golden Lamp."),
    ("award", "It was honoured with the Lantern for best film."),
    ("award", "It won the Silver Lamp in 1940."),
    ("award", "It won two Lanterns, including best film."),
    ("award", "Otto Brandt was named best director at the Lantern Awards for the film."),
    ("award", "The Lantern for best director was awarded to Otto Brandt for the film."),
    ("award", "Nora Lind took the Lantern for best actor for her performance in it."),
    ("award", "It lost the Silver Lamp to a comedy."),
    ("count", "It won three Lanterns."),
    ("count", "It earned six Lantern nominations."),
    ("count", "It was nominated for three Lanterns and won three."),
    ("count", "The film was nominated for three Lanterns and received three, including best film."),
    ("count", "It won all three Lanterns it was up for."),
    ("count", "It won more than five Lanterns."),
    ("nomination", "The film picked up a Lantern nomination for best actor."),
    ("nomination", "It was up for the Lantern for best actor."),
    ("nomination", "A nominee for the Lantern for best actor."),
    ("ordinal", "It was the first film ever to receive the Silver Lamp."),
    ("ordinal", "It is the only film to have won the Silver Lamp."),
    ("ordinal", "It was the second film to win the Silver Lamp."),
    ("duration", "The film is over three hours long."),
    ("duration", "This five-hour epic tells of a lamplighter."),
    ("duration", "With a running time of 140 minutes, it is long."),
    ("colour", "A colour film about a lamplighter."),
    ("colour", "Filmed in Technicolor, it tells of a lamplighter."),
    ("money", "With a budget of $25 million, the film was a risk."),
    ("money", "Made for $25 million, the film was a risk."),
    ("money", "The film earned $2 million at the box office worldwide."),
    ("premiere", "It was released in 1925."),
    ("premiere", "It premiered in 1944."),
    ("set_place", "The film is set in Italy."),
    ("set_place", "The story unfolds in Denmark."),
    ("set_place", "The film takes place in Sweden in 1911."),
    ("consistency", "The film was made in 1950."),
]


@pytest.mark.parametrize(("kind", "prose"), WRONG)
def test_an_error_is_found(kind: str, prose: str, given: Catalogue) -> None:
    answer = ask(f"{HEADING}\nFact: {prose}\n", given)
    assert "refuted" in answer.statuses(kind), answer.told()


def test_two_tables_of_one_prize_do_not_add_up() -> None:
    """Four nominations, told by two tables under one id of the film that call one category differently, are not five."""
    rows = [
        Statement("imdb:tt1", "award", "oscars", {"category": category}, (Cited(table),))
        for table, fourth in (("one", "sound-mixing"), ("other", "best-sound"))
        for category in ("actress", "actor", "cinematography", fourth)
    ]
    assert [len(mine) for mine in apart(rows).values()] == [4, 4]
    ours = [row._replace(subject="a-film-1970", sources=(Cited(str(n)), Cited("x"))) for n, row in enumerate(rows[:4])]
    assert [len(mine) for mine in apart(ours).values()] == [4]
