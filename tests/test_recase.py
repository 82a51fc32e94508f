"""Prose that its writer left without capitals is read as if it had them: its sentences, and the names of its film."""

import pytest

from verite.catalogue import Catalogue
from verite.clauses.recase import recased

from .asked import ask

NAMES = {
    "peter": [[["peter", "weir"], [["agent", "peter-weir"]]]],
    "uchitel": [[["uchitel"], [["agent", "alexei-uchitel"]]]],
    "lean": [[["lean"], [["agent", "david-lean"]]]],
    "hunter": [[["hunter"], [["character", "hunter"]]]],
    "siberia": [[["siberia"], [["place", "siberia"]]]],
}


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        ("by peter weir. it won!  so they say", "by Peter Weir. It won!  So they say"),
        ("uchitel again", "Uchitel again"),
        ("a lean film about a hunter", "a lean film about a hunter"),
        ("it stars peter weir, who Never laughs", "it stars peter weir, who Never laughs"),
        ("in siberia", "in siberia"),
        ("ßo it is", "ßo it is"),
        ("", ""),
    ],
)
def test_only_what_is_written_without_any_capital_is_given_them(text: str, cased: str) -> None:
    assert recased(text, NAMES) == cased


def test_a_list_in_small_letters_is_judged_where_it_stands(catalogue: Catalogue) -> None:
    answer = ask(
        "The Way Back (2010)\nweir directed. colin farrell plays janusz. jim sturgess plays janusz.\n", catalogue
    )
    assert answer.statuses("director", quote="weir directed") == ["supported"]
    assert answer.statuses("cast", quote="jim sturgess plays janusz") == ["supported"]
    assert answer.statuses("cast", quote="colin farrell plays janusz") == ["refuted"]
