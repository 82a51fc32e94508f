"""The wire form: real output against the published schema, and what scripts rely on beyond it."""

import json
from importlib.resources import files
from typing import Any

import pytest

from verite.catalogue import Catalogue
from verite.checking import check
from verite.model import Origin, Status
from verite.writers import json as wire

LISTS = {
    "the invented film": "Two films of harbours\n\nHere are 2 films.\n\n1. The Lamplighter (1931) {imdb:tt0000001}\nDescription: A French drama, set in 1911. The lamplighter is shot. "
    "It is reportedly based on true events.\n<!-- verite: allow C101 because so -->\nFact: It won the Silver Lamp in 1931 and was directed by Otto Brandt.\n\n"
    "2. The Ferry (1934)\nDescription: A ferryman waits.\n",
    "no year": "The Lamplighter\nDescription: It is a haunting film.\n",
}
SHIPPED = {
    "several statuses": "The Gulag Archipelago (2006)\nDescription: Based on Solzhenitsyn's work.\n\nThe Way Back (2010)\nDescription: Based on true events.\n\n"
    "The Ascent (1977)\nFact: It won the Golden Bear.\nFact: It won the Golden Prize in Moscow.\n\nThe First Circle\nFact: A film.\n\nThe Ascent (1977)\n"
    "Fact: Directed by Nikita Mikhalkov from a script by Rustam Ibragimbekov.\n",
}  # fmt: skip


def sent(text: str, catalogue: Catalogue) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(wire.write(check(text, catalogue=catalogue)))
    return written


@pytest.fixture(scope="module")
def reports(given: Catalogue, catalogue: Catalogue) -> list[dict[str, Any]]:
    return [sent(text, given) for text in LISTS.values()] + [sent(text, catalogue) for text in SHIPPED.values()]


def schema() -> dict[str, Any]:
    path = files("verite").joinpath("report.schema.json")
    if not path.is_file():
        pytest.skip("src/verite/report.schema.json is not written yet")
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def test_the_schema_is_a_schema() -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(schema())


def test_real_output_is_valid(reports: list[dict[str, Any]]) -> None:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(schema())
    for report in reports:
        faults = [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(report)]
        assert faults == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: r.update(schema="verite-report/2"),
        lambda r: r["lists"][0]["verdicts"][0].update(status="true"),
        lambda r: r["lists"][0]["verdicts"][0].pop("span"),
        lambda r: r["lists"][0]["verdicts"][0].update(span=[1]),
        lambda r: r["lists"][0]["verdicts"][0].update(code="X1"),
        lambda r: r["lists"][0]["entries"][0]["link"].update(status="maybe"),
        lambda r: r["lists"][0]["coverage"].pop("unread"),
        lambda r: r["catalogue"].pop("hash"),
    ],
)
def test_the_schema_refuses_what_is_not_so(spoil: Any, given: Catalogue) -> None:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(schema())
    report = sent(LISTS["the invented film"], given)
    spoil(report)
    assert list(validator.iter_errors(report))


def test_spans_are_half_open_offsets_into_the_text(given: Catalogue) -> None:
    text = LISTS["the invented film"].replace("\n", "\r\n").replace("French", "“French”")
    (one,) = sent(text, given)["lists"]
    for verdict in one["verdicts"]:
        start, end = verdict["span"]
        assert text[start:end] == verdict["quote"]
        if verdict["fix"]:
            assert start <= verdict["fix"]["span"][0] <= verdict["fix"]["span"][1] <= end
    for entry in one["entries"]:
        assert text[slice(*entry["span"])].lstrip("0123456789. ").startswith(entry["title"])


def test_an_unverified_verdict_carries_a_reason_and_no_other_does(reports: list[dict[str, Any]]) -> None:
    for report in reports:
        for one in report["lists"]:
            for verdict in one["verdicts"]:
                assert (verdict["reason"] is not None) == (verdict["status"] == "unverified"), verdict


def test_every_decided_verdict_shows_evidence_with_a_source_or_a_basis(reports: list[dict[str, Any]]) -> None:
    for report in reports:
        for one in report["lists"]:
            for verdict in one["verdicts"]:
                if verdict["status"] in ("supported", "refuted", "conflicting"):
                    assert verdict["evidence"], verdict
                    for evidence in verdict["evidence"]:
                        assert evidence["sources"] or evidence["basis"], evidence
                        assert evidence["origin"] in {origin.value for origin in Origin}


def test_a_verdict_keeps_its_id_when_other_lines_change(given: Catalogue) -> None:
    def ids(text: str) -> dict[str, str]:
        return {v["quote"]: v["id"] for v in sent(text, given)["lists"][0]["verdicts"]}

    text = "The Lamplighter (1931)\nDescription: The lamplighter is shot.\nFact: It was directed by Otto Brandt.\n"
    before, after = ids(text), ids(f"An introduction.\n\n{text.replace('is shot', 'is arrested')}")
    (quote,) = [q for q in before if "Otto" in q]
    assert before[quote] == after[quote]


def test_no_two_verdicts_have_one_id(reports: list[dict[str, Any]]) -> None:
    for report in reports[:2]:
        ids = [v["id"] for v in report["lists"][0]["verdicts"]]
        assert len(ids) == len(set(ids))


def test_every_status_is_seen_on_the_wire(reports: list[dict[str, Any]]) -> None:
    seen = {v["status"] for report in reports for one in report["lists"] for v in one["verdicts"]}
    assert seen == {status.value for status in Status}


def test_every_kind_of_link_is_seen_on_the_wire(reports: list[dict[str, Any]]) -> None:
    links = [entry["link"] for report in reports for one in report["lists"] for entry in one["entries"]]
    assert {link["status"] for link in links} == {"matched", "ambiguous", "unknown", "nonexistent"}
    assert any(link["fits"] for link in links)
