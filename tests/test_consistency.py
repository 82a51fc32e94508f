"""The list against itself: what is refuted without asking any record, and what is left alone."""

import pytest

from verite.catalogue import Catalogue
from verite.checking import check_texts
from verite.model import Status, Verdict

from .asked import ask, sentence


def contradictions(text: str, catalogue: Catalogue) -> list[Verdict]:
    found = ask(text, catalogue).of("consistency")
    return [v for v in found if v.status is Status.REFUTED]


UNKNOWN = "The Unheard Bell (1975)"


@pytest.mark.parametrize(
    ("description", "fact"),
    [
        ("It was banned in Poland.", "It was never banned in Poland."),
        ("The film is based on a true story.", "It is not based on a true story."),
        ("It runs 90 minutes.", "It runs 160 minutes."),
        ("It was shot in colour.", "It was filmed in black and white."),
        ("It won the Golden Bear.", "It did not win the Golden Bear."),
        ("It was made on a budget of $2 million.", "It cost $40 million."),
    ],
)
def test_two_sentences_that_exclude_each_other_are_shown_against_each_other(
    description: str, fact: str, catalogue: Catalogue
) -> None:
    found = contradictions(f"{UNKNOWN}\nDescription: {description}\nFact: {fact}\n", catalogue)
    assert [v.code for v in found] == ["D101"]
    assert description.rstrip(".")[:12] in found[0].message or "ban" in found[0].message


@pytest.mark.parametrize(
    ("description", "fact"),
    [
        ("It was banned in Poland.", "It was never banned in Hungary."),
        ("It was banned in Poland.", "It was reportedly never banned in Poland."),
        ("It was directed by Anna Holm.", "It was directed by Ivo Lang."),
        ("It is set in 1942.", "It is set in 1956."),
        ("It runs 90 minutes.", "It runs about an hour and a half."),
        ("It runs 90 minutes.", "The television version runs 160 minutes."),
        ("It was shot in black and white.", "Some scenes were shot in colour."),
        ("It won the Golden Bear in 1975.", "It did not win the Golden Bear in 1976."),
        ("It grossed $1 million in Norway.", "It grossed $40 million worldwide."),
        ("It was shot in Poland.", "It was shot in Hungary."),
    ],
)
def test_two_sentences_that_can_both_be_so_are_left_alone(description: str, fact: str, catalogue: Catalogue) -> None:
    assert contradictions(f"{UNKNOWN}\nDescription: {description}\nFact: {fact}\n", catalogue) == []


def test_what_the_record_refutes_is_not_told_twice(catalogue: Catalogue) -> None:
    answer = ask(
        "The Ascent (1977)\nDescription: It was shot in colour.\nFact: It was shot in black and white.\n", catalogue
    )
    assert answer.statuses("colour") == ["refuted", "supported"]
    assert answer.of("consistency") == []


@pytest.mark.parametrize("prose", ["This 1962 drama moved many.", "The film was made in 1962."])
def test_another_year_in_the_prose_than_in_the_heading(prose: str, catalogue: Catalogue) -> None:
    found = contradictions(f"{UNKNOWN}\nFact: {prose}\n", catalogue)
    assert [v.code for v in found] == ["D102"]
    assert "the heading says 1975" in found[0].message


@pytest.mark.parametrize(
    "prose",
    [
        "This 1975 drama moved many.",
        "This 1974 drama moved many.",
        "This 1962 drama was shelved until 1975.",
        "The 1962 novel moved many.",
        "Anna Holm's 1962 drama had shown the same town.",
        "It is a remake of the 1962 film.",
        "The 1962 film of the same name was lost.",
        "A 1962 documentary told of the same events.",
        "It is set in 1962.",
        "Unlike the film of 1962, it was a success.",
    ],
)
def test_another_year_of_something_else_is_no_contradiction(prose: str, catalogue: Catalogue) -> None:
    assert contradictions(f"{UNKNOWN}\nFact: {prose}\n", catalogue) == []


def test_a_year_that_the_record_knows_is_no_contradiction(catalogue: Catalogue) -> None:
    answer = sentence("This 1982 drama moved many.", catalogue, "Interrogation (1989)")
    assert [v.status for v in answer.of("consistency")] == [Status.SUPPORTED]


def test_a_film_that_stands_twice_in_a_list(catalogue: Catalogue) -> None:
    text = "1. The Ascent (1977)\nFact: One.\n\n2. Katyn (2007)\nFact: Two.\n\n3. Voskhozhdenie (1977)\nFact: Three.\n"
    found = contradictions(text, catalogue)
    assert [(v.code, v.entry) for v in found] == [("D103", 3)]
    assert "entry 1" in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "1. The First Circle (1973)\nFact: One.\n\n2. The First Circle (1992)\nFact: Two.\n",
        "1. The Road, Part 1 (1950)\nFact: One.\n\n2. The Road, Part 2 (1950)\nFact: Two.\n",
        "1. The Bell (1950)\nFact: One.\n\n2. The Bell (1971)\nFact: Two.\n",
    ],
    ids=["two films of one book", "two parts", "two films of one name"],
)
def test_two_films_are_not_one(text: str, catalogue: Catalogue) -> None:
    assert [v.code for v in contradictions(text, catalogue)] == []


def test_a_film_that_two_lists_tell_differently(catalogue: Catalogue) -> None:
    one = "The Ascent (1977)\nFact: It was banned in Finland.\n\nKatyn (2007)\nFact: One.\n"
    other = "The Ascent (1977)\nFact: It was never banned in Finland.\n\nKatyn (2007)\nFact: One.\n"
    lists = check_texts([("one.txt", one), ("other.txt", other)], catalogue).lists
    assert [v.code for v in lists[0].verdicts if v.claim.kind == "consistency"] == []
    found = [v for v in lists[1].verdicts if v.claim.kind == "consistency"]
    assert [(v.code, v.status) for v in found] == [("D104", Status.REFUTED)]
    assert "one.txt" in found[0].message


def test_two_lists_that_agree_are_left_alone(catalogue: Catalogue) -> None:
    text = "The Ascent (1977)\nFact: It was banned in Finland. It runs 110 minutes.\n"
    lists = check_texts([("one.txt", text), ("other.txt", text)], catalogue).lists
    assert [v for one in lists for v in one.verdicts if v.claim.kind == "consistency"] == []
