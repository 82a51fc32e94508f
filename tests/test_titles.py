"""Titles: keys under which spellings meet, and what must not meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verite.titles import Index, bag, key, key_likeness, keys, likeness, romanised

MEET = [
    ("The Prisoner of Château d'If", "Prisoner of the Chateau d’If"),
    ("Khrustalyov, My Car!", "KHRUSTALYOV MY CAR"),
    ("Burnt by the Sun", "Burnt By The Sun"),
    ("Soleil trompeur", "SOLEIL TROMPEUR"),
    ("Fire & Ice", "Fire and Ice"),
    ("Rocky II", "Rocky 2"),
    ("Утомлённые солнцем", "Утомленные солнцем"),
    ("Das Boot", "Boot"),
    ("Łódź", "Lodz"),
    ("Kill Bill: Volume 1", "Kill Bill: Vol. I"),
    ("Dune: Part Two", "Dune, Part 2"),
]


@pytest.mark.parametrize(("one", "other"), MEET)
def test_two_spellings_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rocky", "Rocky 2"),
        ("Край", "Краи"),
        ("Katyn", "Katya"),
        ("The Edge", "The Edge of Heaven"),
        ("1917", "1918"),
        ("Part One", "Part"),
        ("Two Keys", "2 Keys"),
    ],
)
def test_two_titles_have_two_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Восхождение", "Voskhozhdenie"), ("Восхождение", "Voshozdenie"), ("Хрусталёв, машину!", "Khrustalev, mashinu!"),
        ("Утомлённые солнцем", "Utomlennye solntsem"), ("Узник замка Иф", "Uznik zamka If"), ("Край", "Kray"), ("Край", "Kraj"),
        ("Покаяние", "Pokayanie"), ("Покаяние", "Pokajanie"), ("Холодное лето пятьдесят третьего", "Kholodnoe leto pyatdesyat tretego"),
    ],
)  # fmt: skip
def test_a_cyrillic_title_meets_its_romanisations(cyrillic: str, latin: str) -> None:
    assert key(latin) in keys(cyrillic)


def test_other_scripts_are_not_romanised_and_keep_a_key() -> None:
    assert romanised("მონანიება") == ()
    assert key("მონანიება")
    assert key("羅生門")


def test_a_title_of_articles_alone_keeps_them() -> None:
    assert key("A") == "a"
    assert key("Die") == "die"


def test_words_in_another_order_share_a_bag() -> None:
    assert bag("The Prisoner of If Castle") == bag("Castle If Prisoner")


def test_a_numeral_is_never_noise() -> None:
    assert likeness("Rocky", "Rocky 2") == 0.0
    assert likeness("Burnt by the Sun", "Burnt by the Sun 2") == 0.0


def test_a_misspelling_is_like_and_another_title_is_not() -> None:
    assert likeness("Khrustalyov, My Car!", "Khrustalyev, My Car") > 0.8
    assert likeness("The Ascent", "The Edge") < 0.45


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, other) == likeness(other, one)


@given(st.text(max_size=40))
def test_a_title_is_like_itself_and_its_key_stays(title: str) -> None:
    assert key(key(title)) == key(title)
    if key(title):
        assert likeness(title, title) == 1.0


KEYS = [
    "",
    "ascent",
    "edge of heaven",
    "rocky",
    "rocky 2",
    "khrustalev my car",
    "khrustalyov my car",
    "castle if prisoner",
    "a b c",
    "m",
]


@given(st.sampled_from(KEYS) | st.text("abc 12", max_size=12))
def test_an_index_finds_what_a_look_at_each_key_finds(asked: str) -> None:
    found = Index(KEYS)(asked)
    assert {n: found.get(n, 0.0) for n in range(len(KEYS))} == {n: key_likeness(asked, k) for n, k in enumerate(KEYS)}
