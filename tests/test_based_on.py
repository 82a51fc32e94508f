"""What a film is based on, in the words of lists: whose work it is, however the words put it; and not what is no source of it."""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask


def sources(film: str, sentence: str, catalogue: Catalogue) -> list[str]:
    return ask(f"{film}\nFact: {sentence}\n", catalogue).statuses("based_on")


@pytest.mark.parametrize(
    ("film", "sentence"),
    [
        ("Jaws (1975)", "Steven Spielberg's film of Stephen King's novel."),
        ("Jaws (1975)", "The film of Stephen King's bestseller."),
        ("Rashomon (1950)", "Based on two stories by Yukio Mishima, it made its director famous."),
        ("Bicycle Thieves (1948)", "It comes from a novel by Alberto Moravia."),  # who is no place
        ("Bicycle Thieves (1948)", "The story comes from a novel by Jack London."),
    ],
)
def test_a_work_of_another_author_is_refuted(film: str, sentence: str, catalogue: Catalogue) -> None:
    assert sources(film, sentence, catalogue) == [Status.REFUTED]


@pytest.mark.parametrize(
    ("film", "sentence"),
    [
        ("Jaws (1975)", "Spielberg's film of Peter Benchley's novel."),
        ("Rashomon (1950)", "Based on two stories by Ryunosuke Akutagawa."),
        ("Bicycle Thieves (1948)", "It comes from a novel by Luigi Bartolini."),
        ("12 Years a Slave (2013)", "From the memoir by Solomon Northup."),  # who is a part of the film, too
        ("12 Years a Slave (2013)", "Based on the memoir by Solomon Northup in this film by Steve McQueen."),
    ],
)
def test_its_own_source_is_supported(film: str, sentence: str, catalogue: Catalogue) -> None:
    assert sources(film, sentence, catalogue) == [Status.SUPPORTED]


def test_a_title_that_reads_as_a_form_is_no_other_work(catalogue: Catalogue) -> None:
    told = "Based on the memoir A Soldier's Story by Omar N. Bradley."
    assert Status.REFUTED not in sources("Patton (1970)", told, catalogue)
    assert sources("Patton (1970)", "Based on a memoir by George Marshall.", catalogue) == [Status.REFUTED]


@pytest.mark.parametrize(
    "sentence",
    [
        "A film of Stephen King's novel followed a year later.",
        "He loved the film of Stephen King's novel Carrie.",
        "Brian De Palma's film of Stephen King's novel Carrie was shot next door.",
        "Another film of Stephen King's bestseller ran beside it.",
        "It was liked by two readers of stories by Stephen King.",
        "A story by Stephen King tells of its shark.",
    ],
)
def test_what_is_no_source_of_this_film_is_not_refuted(sentence: str, catalogue: Catalogue) -> None:
    assert Status.REFUTED not in sources("Jaws (1975)", sentence, catalogue)


@pytest.mark.parametrize(
    "sentence",
    [
        "The novel is by Stephen King.",
        "The novel is Stephen King's.",
        "The novel's author is Stephen King.",
        "Stephen King wrote the novel.",
        "A hit of its summer. Stephen King wrote the novel.",
    ],
)
def test_the_work_behind_a_film_has_an_author(sentence: str, catalogue: Catalogue) -> None:
    assert sources("Jaws (1975)", sentence, catalogue) == [Status.REFUTED]
    right = sentence.replace("Stephen King", "Peter Benchley")
    assert sources("Jaws (1975)", right, catalogue) == [Status.SUPPORTED]


@pytest.mark.parametrize(
    "sentence",
    [
        "A novel on its making came out. The novel is by Stephen King.",
        "His wife reads a novel. Stephen King wrote the novel.",
        "Some say the novel is by Stephen King.",
        "The novel is not by Stephen King.",
        "The new novel is by Stephen King.",
        "The novel is Stephen King's favourite.",
        "Stephen King wrote the novel Carrie.",
        "The novel he reads is by Stephen King.",
        "Stephen King wrote the foreword.",
        "Spielberg wrote the novel on the set.",
    ],
)
def test_a_work_that_may_be_another_is_not_refuted(sentence: str, catalogue: Catalogue) -> None:
    assert Status.REFUTED not in sources("Jaws (1975)", sentence, catalogue)
