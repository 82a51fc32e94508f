"""The example list and the guide's list are one text, in our own words."""

from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_example_is_the_list_of_the_guide() -> None:
    example = (ROOT / "examples/ten-gulag-films.txt").read_text("utf-8")
    assert example == (ROOT / "guides/gulag/founding.txt").read_text("utf-8")


def test_no_address_of_a_registry_stands_in_the_project() -> None:
    for name in ("pyproject.toml", "requirements.lock", "requirements-dev.lock", "Makefile", ".ci/run"):
        assert "://" not in (ROOT / name).read_text("utf-8"), name
