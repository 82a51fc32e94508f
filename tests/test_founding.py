"""The founding list, *ten films about the Gulag*, against its audit (research/gulag-films.md of the founders' folder).

The list is our user's and not ours to copy: where the folder is absent, the project's own list of the same
entries and claims (`examples/ten-gulag-films.txt`) stands in, and quotes are looked up by kind alone.
"""

from pathlib import Path

import pytest

from verite.catalogue import Catalogue
from verite.checking import check
from verite.model import Status, Verdict
from verite.report import exit_code
from verite.writers import text as terminal

from .asked import Answer

# What the audit calls false: entry, kind, words. All must be refuted.
FALSE = [
    (1, "story", "sent to a labor camp", "imprisoned"),
    (4, "story", "escaped Gulag prisoners", "escaped"),
    (5, "true_story", "true story", None),
    (5, "topic", "from a Gulag to freedom", None),
    (5, "ban", "banned in the Soviet Union", None),
    (6, "filming_place", "filmed in the Soviet Union", None),
    (7, "topic", "labor camp", None),
    (7, "award", "Golden Prize", None),
    (8, "story", "wife is sent to a Gulag", None),
    (9, "existence", "The Gulag Archipelago", None),
    (10, "story", "released from a Gulag", None),
]
# What is disputed: sources disagree.
DISPUTED = [(3, "true_story", "Based on true events", None)]
# What is true and can be checked, whether or not a kind reads it yet: those without a kind count as not supported.
TRUE = [
    (0, "count", "10 films", None),
    (1, "existence", "Burnt by the Sun", None), (1, "year", "1994", None), (1, "set_time", "Stalinist purges", None),
    (1, "story", "is arrested", "arrested"), (1, "", "a military hero", None), (1, "award", "Academy Award", None),
    (2, "existence", "Khrustalyov, My Car!", None), (2, "year", "1998", None), (2, "set_time", "late Stalinist era", None),
    (2, "director", "Aleksei German", None),
    (3, "existence", "The Way Back", None), (3, "year", "2010", None), (3, "story", "escape from a Siberian Gulag", "escaped"),
    (3, "director", "Peter Weir", None), (3, "based_on", "The Long Walk", None), (3, "true_story", "authenticity", None),
    (4, "existence", "The Cold Summer of 1953", None), (4, "year", "1988", None), (4, "set_time", "Stalin's death", None),
    (4, "", "one of the first Soviet films", None),
    (5, "existence", "The Prisoner of If Castle", None), (5, "year", "1988", None),
    (6, "existence", "One Day in the Life of Ivan Denisovich", None), (6, "year", "1970", None),
    (6, "based_on", "Solzhenitsyn's novel", None), (6, "topic", "Soviet labor camp", None),
    (7, "existence", "The Ascent", None), (7, "year", "1977", None), (7, "set_time", "World War II", None),
    (7, "story", "are captured", "captured"),
    (8, "existence", "The Inner Circle", None), (8, "year", "1991", None), (8, "", "a projectionist for Stalin", None),
    (8, "director", "Andrei Konchalovsky", None), (8, "person", "Soviet censorship", None),
    (10, "existence", "The Edge", None), (10, "year", "2010", None), (10, "country", "Russian film", None),
]  # fmt: skip
OPINIONS = [
    (1, "highlighting its international acclaim"), (2, "unique perspective"), (3, "resilience of the human spirit"),
    (6, "small victories that keep hope alive"), (8, "personal perspective"), (10, "critically acclaimed"),
]  # fmt: skip


@pytest.fixture(scope="module")
def path(shared: Path) -> Path:
    wild = shared / "lists/gulag-films-wild.txt"
    ours = Path(__file__).parent.parent / "examples/ten-gulag-films.txt"
    if wild.is_file():
        return wild
    if ours.is_file():
        return ours
    pytest.skip(f"neither {wild} (set VERITE_SHARED) nor {ours} is there")


@pytest.fixture(scope="module")
def founding(path: Path, catalogue: Catalogue) -> Answer:
    return Answer(check(path, catalogue=catalogue).lists[0])


def found(answer: Answer, entry: int, kind: str, quote: str, value: str | None) -> list[Verdict]:
    """The verdicts meant; by words where the list has them, else by entry and kind."""
    if not kind:
        return []
    own = next((link.entry for link in answer.report.links if link.entry.index == entry), None)
    text = answer.report.list.text
    start, end = own.span if own else (0, len(text))
    at = text.find(quote, start, end)
    return [
        v
        for v in answer.verdicts
        if v.entry == entry
        and v.claim.kind == kind
        and (value is None or v.claim.value == value)
        and (at < 0 or (v.claim.span.start < at + len(quote) and at < v.claim.span.end))
    ]


@pytest.mark.parametrize(("entry", "kind", "quote", "value"), FALSE, ids=[f"{e} {q}" for e, _, q, _ in FALSE])
def test_what_the_audit_calls_false_is_refuted(
    founding: Answer, entry: int, kind: str, quote: str, value: str | None
) -> None:
    verdicts = found(founding, entry, kind, quote, value)
    assert [v.status for v in verdicts] == [Status.REFUTED], [v.message for v in verdicts]
    assert verdicts[0].evidence


@pytest.mark.parametrize(("entry", "kind", "quote", "value"), DISPUTED, ids=[q for _, _, q, _ in DISPUTED])
def test_what_is_disputed_is_conflicting(
    founding: Answer, entry: int, kind: str, quote: str, value: str | None
) -> None:
    assert [v.status for v in found(founding, entry, kind, quote, value)] == [Status.CONFLICTING]


@pytest.mark.parametrize(("entry", "kind", "quote", "value"), TRUE, ids=[f"{e} {q}" for e, _, q, _ in TRUE])
def test_what_is_true_is_never_refuted(founding: Answer, entry: int, kind: str, quote: str, value: str | None) -> None:
    statuses = {v.status for v in found(founding, entry, kind, quote, value)}
    assert not statuses & {Status.REFUTED, Status.CONFLICTING}


def test_four_in_five_of_what_is_true_is_supported(founding: Answer) -> None:
    missing = [row for row in TRUE if not any(v.status is Status.SUPPORTED for v in found(founding, *row))]
    share = 1 - len(missing) / len(TRUE)
    print(f"\n{share:.0%} of {len(TRUE)} true claims supported; not supported: {[(e, q) for e, _, q, _ in missing]}")
    assert share >= 0.8, missing


def test_nothing_else_is_refuted(founding: Answer) -> None:
    meant = [id(v) for row in FALSE for v in found(founding, *row)]
    others = [
        (v.entry, founding.quote(v), v.message)
        for v in founding.verdicts
        if v.status is Status.REFUTED and id(v) not in meant
    ]
    assert others == []


def test_nothing_that_is_false_is_supported(founding: Answer) -> None:
    supported = [row for row in FALSE if any(v.status is Status.SUPPORTED for v in found(founding, *row))]
    assert supported == []


@pytest.mark.parametrize(("entry", "quote"), OPINIONS, ids=[q for _, q in OPINIONS])
def test_opinions_are_left_alone(founding: Answer, entry: int, quote: str) -> None:
    if quote not in founding.report.list.text:
        pytest.skip(f"the list at hand has not the words “{quote}”")
    at = founding.report.list.text.index(quote)
    touching = [v for v in founding.verdicts if v.claim.span.start < at + len(quote) and at < v.claim.span.end]
    assert {v.status for v in touching} == {Status.OPINION}, [v.message for v in touching]


def test_the_exit_code_is_1(path: Path, catalogue: Catalogue) -> None:
    assert exit_code(check(path, catalogue=catalogue)) == 1


def test_nine_entries_are_found_and_one_film_does_not_exist(founding: Answer) -> None:
    assert [link.status.value for link in founding.report.links] == ["matched"] * 8 + ["nonexistent", "matched"]


def test_a_correction_comes_with_its_source(founding: Answer) -> None:
    for verdict in founding.verdicts:
        if verdict.fix is not None:
            assert any(e.statement.sources or e.statement.basis for e in verdict.evidence)


def test_no_word_list_or_rule_quotes_the_list(path: Path) -> None:
    """No run of eight words of the list's prose stands in our code or word lists."""
    package = Path(__file__).parent.parent / "src/verite"
    ours = " ".join(p.read_text("utf-8").lower() for p in package.rglob("*") if p.suffix in (".py", ".txt", ".toml"))
    lines = [
        line for line in path.read_text("utf-8").lower().splitlines() if line.startswith(("description:", "fact:"))
    ]
    words = " ".join(lines).split()
    runs = {" ".join(words[i : i + 8]) for i in range(len(words) - 7)}
    assert not {run for run in runs if run in ours}


def test_a_refuted_prize_shows_who_won_it_among_its_first_sources(catalogue: Catalogue) -> None:
    text = "The Ascent (1977)\nFact: It won the Golden Prize at the 10th Moscow International Film Festival.\n"
    shown = terminal.write(check(text, catalogue=catalogue), width=200)
    assert "10th Moscow International Film Festival (1977, golden prize)" in shown
