"""The docs say what there is: every kind, command and option; and examples in the code run."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import verite
from verite.claims import KINDS
from verite.cli import main
from verite.properties import registry

ROOT = Path(__file__).parent.parent
MODULES = [name for _, name, _ in pkgutil.walk_packages(verite.__path__, "verite.") if not name.endswith("__main__")]


@pytest.fixture(scope="module")
def docs() -> str:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return "\n".join(page.read_text("utf-8") for page in pages if page.is_file())


def commands(group: click.Group, before: str = "") -> list[tuple[str, click.Command]]:
    found = []
    for name, command in group.commands.items():
        whole = f"{before}{name}"
        found += commands(command, f"{whole} ") if isinstance(command, click.Group) else [(whole, command)]
    return found


COMMANDS = commands(main)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_a_kind_appears_in_the_docs(kind: str, docs: str) -> None:
    assert re.search(rf"\b{kind}\b", docs)


@pytest.mark.parametrize("code", sorted(p.code for p in registry().values() if p.code))
def test_a_code_appears_in_the_docs(code: str, docs: str) -> None:
    assert code in docs


@pytest.mark.parametrize("command", [name for name, _ in COMMANDS])
def test_a_command_appears_in_the_docs(command: str, docs: str) -> None:
    assert re.search(rf"verite {command}\b", docs)


@pytest.mark.parametrize(
    ("command", "option"),
    [(name, max(p.opts, key=len)) for name, command in COMMANDS for p in command.params if isinstance(p, click.Option)],
)
def test_an_option_appears_in_the_docs(command: str, option: str, docs: str) -> None:
    assert option in docs


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_a_command_explains_itself(name: str, command: click.Command) -> None:
    assert command.help, name
    for option in command.params:
        if isinstance(option, click.Option) and option.name not in ("format_", "help"):
            assert option.help, f"{name} {option.opts}"


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_the_code_run(name: str) -> None:
    found = doctest.testmod(importlib.import_module(name))
    assert found.failed == 0


def test_links_between_the_docs_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        if page.is_file():
            for target in re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", page.read_text("utf-8")):
                assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"


def test_what_the_readme_shows_of_a_check_is_what_it_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = CliRunner().invoke(main, ["check", "examples/ten-gulag-films.txt"]).output
    shown = (ROOT / "README.md").read_text("utf-8").split("$ verite check examples/ten-gulag-films.txt\n", 1)[1]
    for line in shown.split("```", 1)[0].splitlines():
        assert line == "[...]" or line in printed.splitlines(), line
