"""The command line: exit codes 0, 1 and 2, messages in words, and never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from verite.catalogue import Catalogue

RIGHT = "The Lamplighter (1931)\nDescription: The lamplighter is arrested.\nFact: It was directed by Nora Lind.\n"
WRONG = RIGHT.replace("Nora Lind", "Otto Brandt")


def verite(
    *arguments: str | Path, stdin: bytes = b"", folder: Path | None = None
) -> "subprocess.CompletedProcess[str]":
    """A command, run as a user does; its output decoded."""
    run = subprocess.run(
        [sys.executable, "-m", "verite", *map(str, arguments)],
        input=stdin, capture_output=True, cwd=folder, env={**os.environ, "PYTHONUTF8": "1"}, timeout=60, check=False,
    )  # fmt: skip
    out, err = run.stdout.decode(), run.stderr.decode()
    assert "Traceback" not in out + err, out + err
    return subprocess.CompletedProcess(run.args, run.returncode, out, err)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG, "utf-8")
    return path


@pytest.fixture
def right(tmp_path: Path) -> Path:
    path = tmp_path / "right.txt"
    path.write_text(RIGHT, "utf-8")
    return path


def test_a_right_list_exits_with_0(right: Path, given_folder: Path) -> None:
    run = verite("check", right, "--catalogue", given_folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith(f"{right}: Safe to use")


def test_a_wrong_list_exits_with_1_and_shows_where_what_and_the_source(wrong: Path, given_folder: Path) -> None:
    run = verite("check", wrong, "--catalogue", given_folder)
    assert run.returncode == 1
    assert f"{wrong}:3:" in run.stdout
    assert "^^^" in run.stdout
    assert "Harbour Archive, card 7" in run.stdout
    assert "→ Nora Lind" in run.stdout
    assert "\x1b[" not in run.stdout


def test_a_terminal_is_given_nothing_of_a_list_to_obey(tmp_path: Path, given_folder: Path) -> None:
    path = tmp_path / "hostile.txt"
    hostile = "\x1b]0;renamed\x07\x1b[8m\u202e\u2066\x9b2J"
    path.write_text(f"{WRONG.strip()} It is {hostile} long.\n\nSome {hostile} title (1950)\nFact: {hostile}\n", "utf-8")
    run = verite("check", path, "--catalogue", given_folder)
    assert run.returncode == 1
    assert not [c for c in run.stdout if (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0]
    assert not {"\u202e", "\u2066"} & set(run.stdout)
    assert "\ufffd]0;renamed" in run.stdout


def test_several_lists_are_checked_though_one_cannot_be_read(wrong: Path, given_folder: Path, tmp_path: Path) -> None:
    run = verite("check", tmp_path / "none.txt", wrong, "--catalogue", given_folder)
    assert run.returncode == 2
    assert "none.txt" in run.stderr
    assert "1 statement wrong" in run.stdout


UNREADABLE = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t\n", "empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xfe", "binary"),
    "prose.txt": (b"This is an essay on lamps.\n\nIt names no film at all, and goes on for a while.\n" * 20, "no film found"),
    "labels.txt": (b"Description: nothing above.\nFact: nothing either.\n", "no film found"),
    "utf16.txt": ("The Lamplighter (1931)\nFact: It won.\n".encode("utf-16"), ""),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "message"), [(n, d, m) for n, (d, m) in UNREADABLE.items()], ids=UNREADABLE.keys()
)
def test_what_is_no_list_is_said_to_be_none(
    name: str, data: bytes, message: str, tmp_path: Path, given_folder: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    run = verite("check", path, "--catalogue", given_folder)
    assert run.returncode == 2
    assert name in run.stderr
    assert message in run.stderr
    assert run.stdout == ""


def test_a_missing_path_and_a_folder_are_said(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        run = verite("check", path)
        assert (run.returncode, run.stdout) == (2, "")
        assert str(path) in run.stderr


def test_a_file_of_50_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024**2)
    run = verite("check", path)
    assert run.returncode == 2
    assert "50 MB" in run.stderr


def test_a_long_list_of_real_text_is_read(tmp_path: Path, given_folder: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text((WRONG + "\n") * 200, "utf-8")
    run = verite("check", path, "--catalogue", given_folder)
    assert run.returncode == 1
    assert "201 statements wrong" in run.stdout  # and the film stands in the list again


def test_a_film_without_a_year_is_checked(tmp_path: Path, given_folder: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(WRONG.replace(" (1931)", ""), "utf-8")
    run = verite("check", path, "--catalogue", given_folder)
    assert run.returncode in (0, 1)
    assert "The Lamplighter" in run.stdout


def test_standard_input_is_a_list_too(given_folder: Path) -> None:
    run = verite("check", "-", "--catalogue", given_folder, stdin=WRONG.encode())
    assert run.returncode == 1
    assert verite("check", "-", "--catalogue", given_folder, stdin=b"").returncode == 2
    assert verite("check", "-", "--catalogue", given_folder, stdin=b"\xff\xfe\0\0").returncode == 2


def test_a_reader_that_goes_away_is_no_fault(given_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text((WRONG + "\n") * 300, "utf-8")
    command = [sys.executable, "-m", "verite", "check", str(path), "-v", "--catalogue", str(given_folder)]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout is not None and run.stderr is not None
    run.stdout.read(10)
    run.stdout.close()
    err = run.stderr.read().decode()
    run.stderr.close()
    run.wait(timeout=60)
    assert err == ""


def test_json_is_json_whatever_was_found(wrong: Path, right: Path, given_folder: Path, tmp_path: Path) -> None:
    for paths, code, lists in (
        ((wrong,), 1, 1),
        ((right,), 0, 1),
        ((wrong, right), 1, 2),
        ((tmp_path / "none.txt",), 2, 0),
    ):
        run = verite("check", *paths, "--format", "json", "--catalogue", given_folder)
        assert run.returncode == code
        assert len(json.loads(run.stdout)["lists"]) == lists


def test_the_catalogue_may_be_named_by_the_environment(
    wrong: Path, given_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERITE_CATALOGUE", str(given_folder))
    assert verite("check", wrong).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "x.txt", "--catalogue", "nowhere"), "no such records folder"),
        (("check", "x.txt", "--format", "docx"), "docx"),
        (("check",), "LIST"),
        (("explain",), "give a code or a kind"),
        (("explain", "A1O1"), "did you mean A101"),
        (("explain", "awrad"), "did you mean award"),
        (("catalogue", "show", "No Such Film At All"), "no film"),
        (("record", "check", "nowhere"), "no such folder"),
        (("link", "nowhere.txt"), "nowhere.txt"),
        (("publish", "nowhere", "-o", "site"), "nowhere"),
        (("chek",), "chek"),
    ],
)
def test_a_wrong_call_exits_with_2_and_says_what_is_wrong(
    arguments: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    run = verite(*arguments, folder=tmp_path)
    assert run.returncode == 2
    assert message in run.stderr


def test_an_unknown_list_format_is_refused(wrong: Path, given_folder: Path) -> None:
    run = verite("check", wrong, "--from", "docx", "--catalogue", given_folder)
    assert run.returncode == 2
    assert "known: json, html, csv, table, markdown, text" in run.stderr


def test_the_commands_answer(given_folder: Path, wrong: Path) -> None:
    for arguments, expected in {
        ("--version",): "verite",
        ("explain", "A101"): "award",
        ("explain", "director"): "C101",
        ("explain", "--clause", "It won the Golden Bear."): "WIN",
        ("catalogue", "info"): "statements",
        ("catalogue", "show", "The Ascent"): "larisa-shepitko",
        ("catalogue", "show", "Voskhozhdenie"): "larisa-shepitko",
        ("record", "check", str(given_folder)): "0 faults",
        ("link", str(wrong), "--catalogue", str(given_folder)): "matched",
    }.items():
        run = verite(*arguments)
        assert run.returncode == 0, (arguments, run.stderr)
        assert expected in run.stdout, arguments


def test_facts_about_the_catalogue_are_told_as_json() -> None:
    facts = json.loads(verite("catalogue", "info", "--format", "json").stdout)
    assert facts.keys() >= {"works", "statements", "agents", "sources", "hash", "as_of"}


def test_links_are_told_as_json(wrong: Path, given_folder: Path) -> None:
    (entry,) = json.loads(verite("link", wrong, "--format", "json", "--catalogue", given_folder).stdout)["entries"]
    assert (entry["link"]["status"], entry["link"]["work"]["id"]) == ("matched", "verite:the-lamplighter-1931")


def test_a_broken_record_is_told_with_every_fault(tmp_path: Path, given_folder: Path) -> None:
    import shutil

    folder = shutil.copytree(given_folder, tmp_path / "records")
    work = folder / "works/the-lamplighter-1931.toml"
    work.write_text(work.read_text("utf-8").replace("nora-lind", "nora-lnd"), "utf-8")
    run = verite("record", "check", folder)
    assert run.returncode == 2
    assert f"{work}:" in run.stderr
    assert "did you mean 'nora-lind'?" in run.stderr
    run = verite("check", "-", "--catalogue", folder, stdin=WRONG.encode())
    assert run.returncode == 2
    assert "nora-lnd" in run.stderr


def test_a_catalogue_that_is_no_catalogue_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    path.write_text("hello", "utf-8")
    run = verite("check", "-", "--catalogue", path, stdin=WRONG.encode())
    assert run.returncode == 2
    assert "not a catalogue" in run.stderr


HEAVY = ("numpy", "rapidfuzz", "msgspec", "tomllib", "hashlib", "verite.sources", "verite.catalogue.build")
LOADED = "import sys, verite; verite.check(sys.argv[1] + chr(10)); print(*sys.modules)"


def test_a_plain_check_loads_nothing_that_only_builds_need(catalogue: Catalogue) -> None:
    """Each costs a tenth of a whole check; `catalogue` has been compiled by now."""
    text = "The Ascent (1977)\nFact: It was directed by Larisa Shepitko."
    run = subprocess.run([sys.executable, "-c", LOADED, text], capture_output=True, text=True, check=True)
    assert "verite.checking" in run.stdout.split()
    assert not set(HEAVY) & set(run.stdout.split())
