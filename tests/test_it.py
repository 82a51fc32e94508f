"""What *it* means at the beginning of a sentence: the film, where nothing else was spoken of before; not a canal, a village or a book."""

import pytest

from verite.catalogue import Catalogue
from verite.model import Grade, Status

from .asked import ask


def told(film: str, prose: str, kind: str, catalogue: Catalogue) -> list[str]:
    return ask(f"{film}\nFact: {prose}\n", catalogue).statuses(kind)


@pytest.mark.parametrize(
    "before",
    [
        "Spencer Tracy plays Judge Dan Haywood.",
        "Directed by Stanley Kramer, with Spencer Tracy in the lead.",
        "Maximilian Schell won the Oscar for Best Actor; Stanley Kramer directed.",
        "The film was written by Abby Mann.",
    ],
)
def test_it_is_the_film_after_a_sentence_on_its_people(before: str, catalogue: Catalogue) -> None:
    film, after = "Judgment at Nuremberg (1961)", "Shot in black and white, it runs three hours."
    assert told(film, f"{before} {after}", "colour", catalogue) == [Status.SUPPORTED]
    assert told(film, f"{before} {after}", "duration", catalogue) == [Status.SUPPORTED]


@pytest.mark.parametrize(
    "before",
    [
        "They built a canal.",
        "Spencer Tracy plays the owner of a newsreel.",
        "Stanley Kramer directed another film in 1963.",
        "The play by Abby Mann was made for television.",
        "Two sisters live in Nuremberg.",
    ],
)
def test_it_may_be_whatever_was_spoken_of(before: str, catalogue: Catalogue) -> None:
    verdicts = ask(f"Judgment at Nuremberg (1961)\nFact: {before} It was shot in colour.\n", catalogue).verdicts
    assert Grade.READ not in [v.claim.grade for v in verdicts if v.claim.kind == "colour"]


@pytest.mark.parametrize(
    ("prose", "status"),
    [
        ("Stanley Kramer's drama, adapted from a television play, stars Spencer Tracy.", Status.SUPPORTED),
        ("The drama, from a script by Abby Mann, features Burt Lancaster.", Status.SUPPORTED),
    ],
)
def test_the_verb_comes_after_what_is_inserted(prose: str, status: Status, catalogue: Catalogue) -> None:
    assert told("Judgment at Nuremberg (1961)", prose, "cast", catalogue) == [status]
    assert Status.REFUTED not in told("Judgment at Nuremberg (1961)", prose, "based_on", catalogue)


def test_a_play_that_stars_somebody_in_a_list_of_things_is_no_film(catalogue: Catalogue) -> None:
    prose = "It has a harbour, several boats, stars Anna Berg never saw."
    assert told("Judgment at Nuremberg (1961)", prose, "cast", catalogue) in ([], [Status.UNVERIFIED])
