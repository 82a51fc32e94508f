"""Famous falsehoods: told straight they are refuted with what is so; told as what they are, they are let be."""

import tomllib
from pathlib import Path

import pytest

from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask

_HERE = Path(__file__).parent
RECORDED = tomllib.loads((_HERE.parent / "records" / "falsehoods.toml").read_text("utf-8"))
SENTENCES = tomllib.loads((_HERE / "falsehoods.toml").read_text("utf-8"))


def _heading(id_: str) -> str:
    return f"{RECORDED[id_]['title']} ({RECORDED[id_]['year']})"


TOLD = [(id_, prose) for id_, row in SENTENCES.items() for prose in row["told"]]
LEFT = [(_heading(id_), prose) for id_, row in SENTENCES.items() for prose in row["left"]] + [
    (heading, prose) for row in SENTENCES.values() for heading, prose in row.get("elsewhere", ())
]


def test_each_falsehood_has_sentences_that_tell_it_and_sentences_that_do_not() -> None:
    assert set(SENTENCES) == set(RECORDED)
    few = [i for i, row in SENTENCES.items() if len(row["told"]) < 2 or len(row["left"] + row.get("elsewhere", [])) < 2]
    assert few == []


@pytest.mark.parametrize(("id_", "prose"), TOLD)
def test_a_falsehood_told_straight_is_refuted_with_what_is_so(id_: str, prose: str, catalogue: Catalogue) -> None:
    answer = ask(f"{_heading(id_)}\nFact: {prose}\n", catalogue)
    assert answer.statuses("falsehood") == ["refuted"], answer.told()
    (verdict,) = answer.of("falsehood")
    assert (verdict.claim.value, verdict.code) == (id_, "S501")
    assert verdict.evidence[0].statement.sources
    assert str(verdict.evidence[0].statement.value) in verdict.message


@pytest.mark.parametrize(("heading", "prose"), LEFT)
def test_what_only_sounds_like_it_is_let_be(heading: str, prose: str, catalogue: Catalogue) -> None:
    wrong = [v for v in ask(f"{heading}\nFact: {prose}\n", catalogue).of("falsehood") if v.status is Status.REFUTED]
    assert wrong == [], prose


def test_what_one_weak_page_denies_is_not_refuted(catalogue: Catalogue) -> None:
    """Nor is what is reported, and what is hedged."""
    prose = "The hospital scene was reportedly improvised by Heath Ledger when the explosion failed."
    answer = ask(f"The Dark Knight (2008)\nFact: {prose}\n", catalogue)
    assert "refuted" not in answer.statuses("falsehood")
