"""The gold of bench/gold holds together: quotes, kinds, truths, and the lists that are frozen.

Nothing of the package is needed here: the gold is data, and who writes it does not look at the code.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).resolve().parents[1] / "bench" / "gold"
LISTS = sorted(path.stem for path in GOLD.glob("[0-9][0-9].toml"))
UNSEEN = [number for number in LISTS if int(number) > 10]

# DESIGN, section 8.
KINDS = set(
    """
    existence year director cast writer composer crew country language award nomination
    based_on true_story filming_place ban premiere ordinal set_time set_place topic story person money duration
    remake sequel career colour count consistency opinion other
    """.split()
)
TRUTHS = {"true", "false", "disputed", "opinion", "uncheckable"}
NOT_STATED = {"opinion", "hedged", "attributed", "question", "hypothetical", "quoted", "anecdote"}


def text_of(number: str) -> str:
    [path] = (path for path in GOLD.glob(f"{number}.*") if path.suffix in {".md", ".txt"})
    return path.read_text(encoding="utf-8")


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((GOLD / name).read_text(encoding="utf-8"))


def claims_of(number: str) -> list[dict[str, Any]]:
    return table(f"{number}.toml")["claim"]  # type: ignore[no-any-return]


def parts_of(number: str, text: str) -> list[tuple[int, int]]:
    """Where the introduction and each entry stand: an entry reaches from its heading to the next one."""
    starts = [0]
    for claim in claims_of(number):
        if claim["kind"] == "existence" and claim["entry"] == len(starts):
            starts.append(text.index(claim["quote"]))
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def test_there_are_forty_three_lists_and_thirty_three_of_them_unseen() -> None:
    assert len(LISTS) == 43 and LISTS[0] == "01"
    assert len(UNSEEN) == 33


@pytest.mark.parametrize("number", LISTS)
def test_every_quote_stands_exactly_once_in_its_list(number: str) -> None:
    text = text_of(number)
    assert [claim["quote"] for claim in claims_of(number) if text.count(claim["quote"]) != 1] == []


@pytest.mark.parametrize("number", UNSEEN)
def test_every_quote_stands_within_the_part_of_its_entry(number: str) -> None:
    text = text_of(number)
    parts = parts_of(number, text)
    last = max(claim["entry"] for claim in claims_of(number))
    assert len(parts) == last + 1, "an entry without a heading"
    outside = []
    for claim in claims_of(number):
        start, end = parts[claim["entry"]]
        at = text.index(claim["quote"])
        if not start <= at < at + len(claim["quote"]) <= end:
            outside.append(claim["quote"])
    assert outside == []


@pytest.mark.parametrize("number", LISTS)
def test_kinds_and_truths_are_from_the_closed_lists_and_every_label_says_why(number: str) -> None:
    for claim in claims_of(number):
        assert set(claim) == {"entry", "kind", "quote", "truth", "why"}
        assert claim["kind"] in KINDS
        assert claim["truth"] in TRUTHS
        assert claim["why"].strip()


@pytest.mark.parametrize("number", UNSEEN)
def test_no_claim_is_labelled_twice(number: str) -> None:
    labelled = [(claim["kind"], claim["quote"]) for claim in claims_of(number)]
    assert [claim for claim in set(labelled) if labelled.count(claim) > 1] == []


@pytest.mark.parametrize("number", UNSEEN)
def test_every_unseen_list_has_eight_entries_or_more_and_a_share_of_errors(number: str) -> None:
    claims = claims_of(number)
    checkable = [claim for claim in claims if claim["truth"] in {"true", "false"}]
    false = [claim for claim in checkable if claim["truth"] == "false"]
    assert max(claim["entry"] for claim in claims) >= 8
    assert 0.13 <= len(false) / len(checkable) <= 0.25


def test_the_frozen_lists_are_the_unseen_ones_with_odd_numbers_and_have_not_changed() -> None:
    lines = (GOLD / "FROZEN.sha256").read_text(encoding="utf-8").splitlines()
    frozen = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    odd = [number for number in UNSEEN if int(number) % 2]
    assert sorted({name.split(".")[0] for name in frozen}) == odd
    assert len(frozen) == 2 * len(odd), "text and labels of each"
    changed = [
        name for name, digest in frozen.items() if hashlib.sha256((GOLD / name).read_bytes()).hexdigest() != digest
    ]
    assert changed == []


def test_the_quiet_sentences_are_250_different_ones_each_about_a_film() -> None:
    sentences = table("quiet.toml")["sentence"]
    assert [sentence["n"] for sentence in sentences] == list(range(1, 251))
    assert len({(sentence["work"], sentence["text"]) for sentence in sentences}) == 250
    for sentence in sentences:
        assert set(sentence) == {"n", "work", "kind", "text", "why"}
        assert sentence["kind"] in KINDS
        assert sentence["work"].endswith(")") and sentence["text"] and sentence["why"]


def test_the_hedges_are_100_sentences_that_state_nothing_outright() -> None:
    sentences = table("hedges.toml")["sentence"]
    assert [sentence["n"] for sentence in sentences] == list(range(1, 101))
    assert len({sentence["text"] for sentence in sentences}) == 100
    assert {sentence["is"] for sentence in sentences} == NOT_STATED


def test_sixty_facts_twenty_of_them_false_stand_in_eight_different_wordings() -> None:
    wordings = table("wordings.toml")
    bases = wordings["base"]
    assert wordings["held_out"] == [5, 6, 7, 8]
    assert [base["n"] for base in bases] == list(range(1, 61))
    assert [base["truth"] for base in bases].count("false") == 20
    for base in bases:
        assert base["kind"] in KINDS and base["truth"] in {"true", "false"} and base["why"]
        assert len(set(base["wordings"])) == 8


VOICES = sorted((GOLD / "sentences").glob("*.toml"))


def test_there_are_nine_voices_on_two_subjects() -> None:
    assert [path.stem for path in VOICES] == [f"{of}-{n}" for of in ("general", "repression") for n in range(1, 10)]


@pytest.mark.parametrize("path", VOICES, ids=lambda path: path.stem)
def test_every_claim_of_a_sentence_stands_in_it_and_says_why_it_is_false(path: Path) -> None:
    for sentence in tomllib.loads(path.read_text("utf-8"))["sentence"]:
        assert sentence["film"].endswith(")") and sentence["text"]
        for claim in sentence.get("claims", []):
            assert claim["span"] in sentence["text"]
            assert claim["so"] or claim["why"]


def test_the_voices_kept_apart_are_as_they_were_hashed() -> None:
    hashed = (GOLD / "sentences" / "HELD-OUT.sha256").read_text("utf-8").splitlines()
    assert len(hashed) == 6
    for line in hashed:
        digest, name = line.split()
        assert hashlib.sha256((GOLD / "sentences" / name).read_bytes()).hexdigest() == digest
