"""Corrections: applied once they change nothing more, and a diff changes nothing."""

import csv
import html
import io
import json
import re
from pathlib import Path

import pytest

from verite import fixes, readers
from verite.catalogue import Catalogue
from verite.checking import check_texts

from .asked import ask
from .test_cli import verite

WRONG = """The Lamplighter (1931)
Description: A French drama. Set in 1950, it follows a lamplighter.
Fact: It was directed by Otto Brandt.
"""


def test_a_safe_correction_replaces_the_value_and_nothing_else(given: Catalogue) -> None:
    report = ask(WRONG, given).report
    assert fixes.apply(report) == WRONG.replace("Otto Brandt", "Nora Lind") + "\n"


def test_unsafe_corrections_are_applied_only_when_asked_for(given: Catalogue) -> None:
    report = ask(WRONG, given).report
    every = fixes.apply(report, unsafe=True)
    assert "Nora Lind" in every
    assert "French" not in every
    assert "French" in fixes.apply(report)


def test_of_a_prize_it_did_not_win_one_corrects_to_what_it_won_at_that_festival(catalogue: Catalogue) -> None:
    report = ask("Burnt by the Sun (1994)\nFact: It won the Palme d'Or at Cannes.\n", catalogue).report
    wanted = [v.fix.text for v in report.verdicts if v.fix is not None]
    assert wanted == ["the Grand Prix at the Cannes Film Festival in 1994"]


def test_what_is_allowed_is_not_corrected(given: Catalogue) -> None:
    text = WRONG.replace("Fact:", "<!-- verite: allow C101 because so -->\nFact:")
    assert "Otto Brandt" in fixes.apply(ask(text, given).report)


def test_corrected_twice_is_corrected_once(tmp_path: Path, given_folder: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(WRONG.replace("\n", "\r\n").encode())
    first = verite("check", path, "--fix", "--catalogue", given_folder)
    assert first.returncode == 1
    once = path.read_bytes()
    assert b"Nora Lind" in once
    assert once.count(b"\r\n") == WRONG.count("\n"), "line endings stay"
    verite("check", path, "--fix", "--catalogue", given_folder)
    assert path.read_bytes() == once
    assert list(tmp_path.iterdir()) == [path]


def test_a_byte_order_mark_does_not_move_a_correction(tmp_path: Path, given_folder: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(b"\xef\xbb\xbf" + WRONG.encode())
    verite("check", path, "--fix", "--catalogue", given_folder)
    assert path.read_bytes().decode("utf-8-sig") == WRONG.replace("Otto Brandt", "Nora Lind")


@pytest.mark.parametrize("options", [("--diff",), ("--fix", "--diff"), ("--unsafe-fixes", "--diff")])
def test_a_diff_shows_and_changes_nothing(options: tuple[str, ...], tmp_path: Path, given_folder: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(WRONG, "utf-8")
    run = verite("check", path, *options, "--catalogue", given_folder)
    assert path.read_text("utf-8") == WRONG
    assert "-Fact: It was directed by Otto Brandt." in run.stdout
    assert "+Fact: It was directed by Nora Lind." in run.stdout
    assert ("+Description" in run.stdout) == (options != ("--fix", "--diff"))


def test_standard_input_is_corrected_to_standard_output(given_folder: Path) -> None:
    run = verite("check", "-", "--fix", "--catalogue", given_folder, stdin=WRONG.encode())
    assert run.stdout == WRONG.replace("Otto Brandt", "Nora Lind")


def test_a_right_list_is_left_untouched(tmp_path: Path, given_folder: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(
        WRONG.replace("French", "Norwegian").replace("1950", "1911").replace("Otto Brandt", "Nora Lind"), "utf-8"
    )
    stamp = path.stat().st_mtime_ns
    run = verite("check", path, "--fix", "--catalogue", given_folder)
    assert (run.returncode, path.stat().st_mtime_ns) == (0, stamp)


FORMS = {
    "list.json": '[{"title": "The Lamplighter", "year": 1931, "fact": "It was directed by Otto Brandt."},\n {"title": "The Ferry", "year": 1934, "fact": "It is long."}]\n',
    "list.html": "<h1>Two films</h1>\n<h2>The Lamplighter (1931)</h2>\n<p>It was directed by Otto Brandt.</p>\n<h2>The Ferry (1934)</h2>\n<p>It is long.</p>\n",
    "list.csv": 'Title,Year,Fact\nThe Lamplighter,1931,"It was directed by Otto Brandt."\nThe Ferry,1934,It is long.\n',
    "list.md": "| Title | Year | Fact |\n| --- | --- | --- |\n| The Lamplighter | 1931 | It was directed by Otto Brandt. |\n| The Ferry | 1934 | It is long. |\n",
}


def corrected(name: str, text: str, words: str, catalogue: Catalogue) -> str:
    """The text with its one correction, as if the record had these words."""
    one = check_texts([(name, text)], catalogue).lists[0]
    wrong = next(v for v in one.verdicts if v.fix is not None)
    assert wrong.fix is not None
    verdicts = tuple(
        v._replace(fix=v.fix._replace(text=words, safe=True)) if v is wrong and v.fix else v for v in one.verdicts
    )
    return fixes.apply(one._replace(verdicts=verdicts))


@pytest.mark.parametrize(
    "words", ['Nora "N" Lind', "Nora <b>Lind</b> & Co", "Nora Lind, Karl Aas", "Nora|Lind", "Nora\\Lind"]
)
@pytest.mark.parametrize("name", FORMS)
def test_a_correction_keeps_the_form_of_the_list(name: str, words: str, given: Catalogue) -> None:
    before = readers.read(FORMS[name], name)
    after = readers.read(corrected(name, FORMS[name], words, given), name)
    assert after.format == before.format
    assert [entry.title for entry in after.entries] == [entry.title for entry in before.entries]
    # readers fill up with soft hyphens what an escape took, so that offsets hold; a table keeps the bar's backslash
    said = [
        [" ".join(prose.text.replace("\xad", "").replace("\\|", "|").split()) for prose in entry.prose]
        for entry in after.entries
    ]
    assert said[-1] == ["It is long."]
    if name == "list.md":
        words = re.sub(r"</?b>", "**", words)  # Markdown has tags: it reads them as emphasis, here as everywhere
    assert said[-2] == [f"It was directed by {words}."]


def test_a_bare_cell_is_left_alone_by_a_correction_that_would_end_it(given: Catalogue) -> None:
    text = FORMS["list.csv"].replace('"It was directed by Otto Brandt."', "It was directed by Otto Brandt.")
    assert corrected("list.csv", text, "Nora Lind, Karl Aas", given) == text
    assert "Nora Lind" in corrected("list.csv", text, "Nora Lind", given)


HARD = (
    'Nora "N" Lind',
    "Nora <b>Lind</b> & Co",
    "Nora Lind, Karl Aas",
    "Nora|Lind",
    "Nora\\Lind",
    "Nora\nLind",
    "Nora `Lind`",
)


@pytest.mark.parametrize("words", HARD)
@pytest.mark.parametrize("name", FORMS)
def test_a_correction_leaves_the_file_valid_and_the_rest_of_it_as_it_was(
    name: str, words: str, given: Catalogue
) -> None:
    before = FORMS[name]
    after = corrected(name, before, words, given)
    start, end = before.index("Otto Brandt"), before.index("Otto Brandt") + len("Otto Brandt")
    assert after.startswith(before[:start])
    assert after.endswith(before[end:])
    if name == "list.json":
        assert json.loads(after)[0]["fact"] == f"It was directed by {words}."
    elif name == "list.csv":
        rows = list(csv.reader(io.StringIO(after)))
        assert [len(row) for row in rows] == [3, 3, 3]
        assert rows[1][2] == f"It was directed by {words}."
    elif name == "list.md":
        assert len(after.splitlines()) == 4
        assert [len(re.findall(r"(?<!\\)\|", line)) for line in after.splitlines()] == [4] * 4
    else:
        assert len(re.findall(r"<[a-z/]", after)) == len(re.findall(r"<[a-z/]", before))
        assert f"directed by {words}." in html.unescape(after)


def test_a_correction_that_would_join_two_cells_of_a_table_is_left_out(given: Catalogue) -> None:
    assert corrected("list.md", FORMS["list.md"], "Nora Lind\\", given) == FORMS["list.md"]
