"""The facts of the invented film in some four hundred wordings, each said rightly and wrongly (`voices.toml`)."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from verite.catalogue import Catalogue

from .asked import ask
from .invented import HEADING

VOICES = tomllib.loads((Path(__file__).parent / "voices.toml").read_text("utf-8"))["said"]
# A year may be told as a showing, a prize as one of several.
ALIKE = {
    "year": {"year", "premiere"},
    "award": {"award", "nomination", "count"},
    "nomination": {"nomination", "award", "count"},
}
# How many of the wordings are judged: more is better, fewer is a loss.
SUPPORTED, REFUTED = 320, 280


def statuses(kind: str, prose: str, given: Catalogue) -> set[str]:
    """What is said of the claims of a kind, in the first label under which there are any."""
    for label in ("Description", "Fact"):
        answer = ask(f"{HEADING}\n{label}: {prose}\n", given)
        found = {
            str(v.status)
            for v in answer.verdicts
            if v.claim.kind in ALIKE.get(kind, {kind}) and v.claim.span.start > len(HEADING)
        }
        if found:
            return found
    return set()


def said(way: str, value: str | list[str]) -> str:
    return way.format(*([value] if isinstance(value, str) else value))


@pytest.mark.parametrize("fact", VOICES, ids=[f"{fact['kind']}: {fact['right']}" for fact in VOICES])
def test_what_is_so_is_not_refuted_in_any_voice_and_what_is_not_so_is_not_supported(
    fact: dict[str, object], given: Catalogue
) -> None:
    kind, ways = str(fact["kind"]), fact["ways"]
    assert isinstance(ways, list)
    right = {way for way in ways if "refuted" in statuses(kind, said(way, fact["right"]), given)}  # type: ignore[arg-type]
    wrong = {way for way in ways if "supported" in statuses(kind, said(way, fact["wrong"]), given)}  # type: ignore[arg-type]
    assert (right, wrong) == (set(), set())


def test_as_many_wordings_are_judged_as_before(given: Catalogue) -> None:
    judged: Counter[str] = Counter()
    for fact in VOICES:
        for way in fact["ways"]:
            judged["supported"] += "supported" in statuses(fact["kind"], said(way, fact["right"]), given)
            judged["refuted"] += "refuted" in statuses(fact["kind"], said(way, fact["wrong"]), given)
    assert judged["supported"] >= SUPPORTED
    assert judged["refuted"] >= REFUTED
