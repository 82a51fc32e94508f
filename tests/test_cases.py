"""Whole lists and the verdicts they must get: `cases/*.md`, each with a paragraph of why, a list and its verdicts.

A `verdicts` line is: entry, kind, what is expected, the words it touches. Expected is a status, a status with
its reason (`unverified:hedged`), `allowed`, `none` (no such verdict), `not-refuted` or `not-supported`. `refuted~` is
not read yet: it must be missed and not misjudged, and is printed and counted.
Every refutation and conflict that a list gets must be listed: a case is also a guard against false alarms.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from verite.catalogue import Catalogue
from verite.model import Status, Verdict

from .asked import Answer, ask

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))
_LINE = re.compile(r'^(?P<entry>\d+) (?P<kind>\w+) (?P<expected>[\w:~-]+) "(?P<quote>.+)"$')
_BLOCK = re.compile(r"^```(?P<name>list|verdicts)(?P<record> given)?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Case:
    why: str
    text: str
    record: str
    lines: tuple[tuple[int, str, str, str], ...]


def read(path: Path) -> Case:
    text = path.read_text("utf-8")
    blocks = {match["name"]: match for match in _BLOCK.finditer(text)}
    assert blocks.keys() == {"list", "verdicts"}, f"{path.name}: needs a list and its verdicts"
    lines = []
    for line in blocks["verdicts"]["body"].splitlines():
        match = _LINE.match(line)
        assert match, f"{path.name}: {line!r}"
        lines.append((int(match["entry"]), match["kind"], match["expected"], match["quote"]))
    why = text[: blocks["list"].start()].split("\n\n", 1)[1].strip()
    return Case(why, blocks["list"]["body"], (blocks["list"]["record"] or "").strip(), tuple(lines))


def touching(answer: Answer, entry: int, kind: str, quote: str) -> list[Verdict]:
    """The verdicts of this kind in this entry whose span touches the quoted words."""
    own = next((link.entry.span for link in answer.report.links if link.entry.index == entry), None)
    start, end = own or (0, len(answer.report.list.text))
    at = answer.report.list.text.find(quote, start, end)
    assert at >= 0, f"{quote!r} does not stand in entry {entry}"
    return [
        v
        for v in answer.verdicts
        if v.entry == entry
        and not v.claim.unresolved
        and v.claim.kind == kind
        and v.claim.span.start < at + len(quote)
        and at < v.claim.span.end
    ]


def holds(expected: str, verdicts: list[Verdict]) -> bool:
    statuses = {v.status for v in verdicts}
    if expected.endswith("~"):
        return statuses <= {Status.UNVERIFIED, Status(expected[:-1])}
    if expected == "none":
        return not verdicts
    if expected == "not-refuted":
        return not statuses & {Status.REFUTED, Status.CONFLICTING}
    if expected == "not-supported":
        return Status.SUPPORTED not in statuses
    if expected == "allowed":
        return any(v.allowed for v in verdicts)
    status, _, reason = expected.partition(":")
    return any(v.status == status and (not reason or v.reason == reason) for v in verdicts)


@pytest.fixture(scope="module")
def answers(catalogue: Catalogue, given: Catalogue) -> dict[Path, tuple[Case, Answer]]:
    found = {}
    for path in CASES:
        case = read(path)
        found[path] = (case, ask(case.text, given if case.record else catalogue))
    return found


LINES = [
    pytest.param(path, line, id=f"{path.stem}: {line[0]} {line[1]} {line[2]} {line[3]}")
    for path in CASES
    for line in read(path).lines
]


@pytest.mark.parametrize(("path", "line"), LINES)
def test_a_claim_gets_its_verdict(
    path: Path, line: tuple[int, str, str, str], answers: dict[Path, tuple[Case, Answer]]
) -> None:
    _, answer = answers[path]
    entry, kind, expected, quote = line
    verdicts = touching(answer, entry, kind, quote)
    assert holds(expected, verdicts), [(v.status.value, v.reason, v.message) for v in verdicts]


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_a_case_has_no_other_refutation(path: Path, answers: dict[Path, tuple[Case, Answer]]) -> None:
    case, answer = answers[path]
    assert len(case.why) > 60
    meant = {
        id(v) for entry, kind, expected, quote in case.lines if expected.rstrip("~") in ("refuted", "conflicting", "allowed", "not-supported")
        for v in touching(answer, entry, kind, quote)
    }  # fmt: skip
    # a case tells of one film in several entries on purpose, which D103 rightly remarks
    remarked = [v for v in answer.verdicts if v.code != "D103"]
    others = [v for v in remarked if v.status in (Status.REFUTED, Status.CONFLICTING) and id(v) not in meant]
    assert not others, [(v.entry, v.claim.kind, v.status.value, answer.quote(v), v.message) for v in others]


def test_the_list_without_errors_has_none(answers: dict[Path, tuple[Case, Answer]]) -> None:
    (path,) = [p for p in CASES if p.stem == "no-errors"]
    _, answer = answers[path]
    assert [v.message for v in answer.verdicts if v.status is Status.REFUTED] == []
    assert sum(v.status is Status.SUPPORTED for v in answer.verdicts) >= 30


def test_what_is_not_read_yet_is_printed_and_counted(
    answers: dict[Path, tuple[Case, Answer]], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = []
    total = sum(len(case.lines) for case, _ in answers.values())
    for path, (case, answer) in answers.items():
        for entry, kind, expected, quote in case.lines:
            if expected.endswith("~"):
                got = [v.status.value for v in touching(answer, entry, kind, quote)]
                lines.append(f"  {path.stem} {entry} {kind} {expected[:-1]} -> {', '.join(got) or 'not read'}: {quote}")
    with capsys.disabled():
        print(f"\ncases: {total - len(lines)} of {total} verdicts asked for; not yet ({len(lines)}):", *lines, sep="\n")
    assert len(lines) <= total // 10, "too much is put off"
