"""The public face and the pipeline: what a program that imports `verite` holds on to."""

import subprocess
import sys
from pathlib import Path

import pytest

import verite
from verite.catalogue import Catalogue
from verite.checking import check, check_texts, load
from verite.errors import ReadError, VeriteError
from verite.model import Reason, Severity, Status
from verite.report import counts, exit_code, headline

from .asked import ask

LIST = """The Lamplighter (1931)
Description: A Norwegian drama. The lamplighter is arrested.
Fact: It was directed by Otto Brandt.
"""


def test_the_public_check_may_be_called_again_and_again() -> None:
    code = "import verite\nfor _ in range(3):\n    print(len(verite.check('The Ascent (1977)\\nFact: A film.\\n').lists))\n"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "1\n1\n1\n"), run.stderr


@pytest.mark.parametrize("name", [name for name in verite.__all__ if name != "__version__"])
def test_the_public_names_are_there(name: str) -> None:
    code = f"import verite, verite.checking, verite.guide\nassert callable(verite.{name}), verite.{name}\n"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_a_list_is_checked_from_text_and_from_a_file_alike(tmp_path: Path, given: Catalogue) -> None:
    path = tmp_path / "list.txt"
    path.write_text(LIST, "utf-8")
    from_text, from_file = check(LIST, catalogue=given), check(path, catalogue=given)
    assert [v.message for v in from_text.lists[0].verdicts] == [v.message for v in from_file.lists[0].verdicts]
    assert (from_text.lists[0].list.path, from_file.lists[0].list.path) == ("-", str(path))
    assert exit_code(from_file) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n\n",
        "Only prose here, of no film at all.\n\nAnd more of it.",
        "Description: no film above\nFact: none\n",
    ],
)
def test_a_text_without_a_film_is_refused_in_words(text: str, given: Catalogue) -> None:
    with pytest.raises(ReadError, match=r"empty|no film found"):
        check(text + "\n", catalogue=given)


def test_lengths_in_prose_are_no_fault_of_the_checker(given: Catalogue) -> None:
    assert check("The Lamplighter (1931)\nFact: Two lengths, 141 minutes and 119.\n", catalogue=given).lists


def test_an_unreadable_path_is_refused_in_words(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(VeriteError, match=str(path)):
            load(path)


def test_several_lists_make_one_report(given: Catalogue) -> None:
    report = check_texts([("a.txt", LIST), ("b.txt", LIST.replace("Otto Brandt", "Nora Lind"))], given)
    assert [one.list.path for one in report.lists] == ["a.txt", "b.txt"]
    assert [counts(one)[Status.REFUTED] for one in report.lists] == [1, 0]
    assert set(report.sources) == {"archive", "paper"}


def test_what_is_allowed_with_a_reason_does_not_count(given: Catalogue) -> None:
    allowed = LIST.replace("Fact:", "<!-- verite: allow C101 because the festival credits him -->\nFact:")
    answer = ask(allowed, given)
    (director,) = answer.of("director")
    assert (director.status, director.allowed) == (Status.REFUTED, "the festival credits him")
    report = check(allowed, catalogue=given)
    assert exit_code(report) == 0
    assert "statement wrong" not in headline(report.lists[0])


def test_an_allowance_in_one_entry_says_nothing_of_another(given: Catalogue) -> None:
    twice = LIST.replace("Fact:", "<!-- verite: allow C101 because so -->\nFact:") + "\n" + LIST
    assert [v.allowed for v in ask(twice, given).of("director")] == ["so", None]


def test_a_refutation_shows_its_evidence_its_sources_and_its_correction(given: Catalogue) -> None:
    (director,) = ask(LIST, given).of("director")
    assert director.severity is Severity.ERROR
    assert [e.statement.value for e in director.evidence] == ["nora-lind"]
    assert director.evidence[0].complete
    assert {c.key for c in director.evidence[0].statement.sources} == {"archive", "paper"}
    assert director.fix is not None and director.fix.text == "Nora Lind"
    assert LIST[slice(*director.fix.span)] == "Otto Brandt"


def test_prose_in_another_language_is_linked_and_not_judged(given: Catalogue) -> None:
    answer = ask("The Lamplighter (1931)\nОписание: Фильм снял Отто Брандт в Норвегии, и он был запрещён.\n", given)
    assert answer.report.links[0].work is not None
    assert not [v for v in answer.verdicts if v.status is Status.REFUTED]


def test_an_unverified_verdict_always_says_why(catalogue: Catalogue) -> None:
    text = (
        "A Film of Nobody (1957)\nDescription: It was shot in Norway and won an Oscar.\nFact: Directed by Nora Lind.\n"
    )
    unknown = [v for v in ask(text, catalogue).verdicts if v.status is Status.UNVERIFIED]
    assert unknown
    assert {v.reason for v in unknown} == {Reason.FILM_UNKNOWN}


def test_the_order_of_verdicts_and_the_report_are_the_same_every_time(given: Catalogue) -> None:
    assert check(LIST, catalogue=given).lists == check(LIST, catalogue=given).lists


def test_every_clause_is_read_or_listed_as_unread(given: Catalogue) -> None:
    cover = ask(
        "The Lamplighter (1931)\nDescription: The lamplighter is arrested. Zinc quotas tripled overnight.\n", given
    ).report.coverage
    assert cover.clauses == 2
    assert cover.claims == 1
    assert len(cover.unread) == 1


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (LIST, "1 statement wrong; "),
        (LIST.replace("Otto Brandt", "Nora Lind"), "Safe to use: "),
        (LIST.replace("It was directed by Otto Brandt", "The film was banned in Italy"), "Nothing wrong found; "),
        (
            "The Lamplighter (1931)\nFact: Zinc quotas tripled overnight.\n",
            "Nothing wrong found; 2 supported, 0 not known, 1 clause not read.",
        ),
    ],
)
def test_the_first_line_is_one_a_teacher_can_use(text: str, start: str, given: Catalogue) -> None:
    assert headline(ask(text, given).report).startswith(start)
