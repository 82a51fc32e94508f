"""Folding and spans: the small operations that every offset rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verite.model import Work
from verite.text import fold, number, ordinal, plain, position


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Røros – Ёлка, Край", "roros - елка, край"),
        ("Sławomir", "slawomir"),
        ("“Château”", '"chateau"'),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("e\u0301", "e"),
        ("Й", "й"),
        ("Тбилиси\u00a0— Москва", "тбилиси - москва"),
    ],
)
def test_folding_keeps_the_letters_that_tell_words_apart(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_plain_quotes_move_no_offset(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "value"),
    [("ten", 10), ("10", 10), ("Twelve", 12), ("dozen", 12), ("tent", None), ("", None), ("-3", None)],
)
def test_numbers_in_words_and_figures(word: str, value: int | None) -> None:
    assert number(word) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [("10th", 10), ("1st", 1), ("Tenth", 10), ("tent", None), ("th", None), ("22nd", 22), ("10", None)],
)
def test_ordinals_in_words_and_figures(word: str, value: int | None) -> None:
    assert ordinal(word) == value


@given(st.text() | st.sampled_from(["²", "²th", "½", "٣", "Ⅳ", "1" * 5000, "1" * 5000 + "th"]))
def test_no_word_raises(word: str) -> None:
    number(word)
    ordinal(word)


def test_a_position_counts_lines_and_columns_from_one() -> None:
    assert position("ab\ncd", 0) == (1, 1)
    assert position("ab\ncd", 3) == (2, 1)
    assert position("ab\ncd", 5) == (2, 3)


def test_a_film_without_a_year_on_record_says_so() -> None:
    assert Work("flow", "Flow", "", None).dated() == "Flow (no year on record)"
    assert Work("ascent", "The Ascent", "", 1977).dated() == "The Ascent (1977)"
