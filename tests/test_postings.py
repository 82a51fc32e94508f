"""The trigrams of titles as arrays: every name is found again, only within its window, and damage is refused."""

import random
import sqlite3
from pathlib import Path

import pytest

from verite.catalogue import postings
from verite.catalogue.postings import Postings
from verite.errors import CatalogueError

from . import spliced

Row = tuple[str, int, int, str]  # key, film, role, years


def arrays(folder: Path, rows: list[Row]) -> Postings:
    connection = sqlite3.connect(":memory:")
    connection.execute("create table title (key text, lead integer, role integer, years text, title text)")
    connection.executemany("insert into title values (?, ?, ?, ?, '')", rows)
    folder.mkdir(exist_ok=True)
    postings.write(connection, folder)
    return Postings(folder)


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    chance = random.Random(3)
    keys = dict.fromkeys(spliced._title(chance).lower() for _ in range(1500))
    return [(key, n, n % 4, str(chance.randint(1930, 1990))) for n, key in enumerate(keys, 1)]


@pytest.fixture(scope="module")
def held(rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Postings:
    return arrays(tmp_path_factory.mktemp("arrays"), rows)


def test_no_name_is_lost(held: Postings, rows: list[Row]) -> None:
    assert len(held) == len(rows)
    for key, film, role, year in rows:
        assert held.near(key)[0] == (key, film, int(year), role)


def test_a_window_holds_its_years_and_no_others(held: Postings, rows: list[Row]) -> None:
    for key, film, _, listed in rows[::20]:
        year = int(listed)
        near = held.near(key, (year - 1, year + 1), 20)
        assert near[0].lead == film
        assert all(year - 1 <= one.year <= year + 1 for one in near)
        assert film not in [one.lead for one in held.near(key, (year + 1, year + 9))]
        assert film not in [one.lead for one in held.near(key, (year - 9, year - 1))]


def test_a_window_without_films_is_empty(held: Postings) -> None:
    assert held.near("silver harbour", (1800, 1850)) == []
    assert held.near("silver harbour", (2090, 2100)) == []
    assert held.near("silver harbour", (1990, 1930)) == []


def test_a_title_without_any_known_trigram_is_near_nothing(held: Postings) -> None:
    assert held.near("qqxqq") == [] or all("q" in one.key for one in held.near("qqxqq"))
    assert held.near("") == []


def test_a_mistyped_name_is_among_the_nearest(held: Postings, rows: list[Row]) -> None:
    long = [row for row in rows if len(row[0]) > 12][:200]
    found = [film in [one.lead for one in held.near(key[:5] + key[6:])] for key, film, _, _ in long]
    assert all(found)


def test_counting_in_places_finds_what_counting_one_by_one_finds(
    held: Postings, rows: list[Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way that is taken past a million and a half names."""
    asked = [key[1:] for key, _, _, _ in rows[::15]]
    alone = [held.near(key) for key in asked]
    monkeypatch.setattr(postings, "_FEW", 0)
    assert [held.near(key) for key in asked] == alone


def test_a_small_budget_still_finds_the_name_itself(
    held: Postings, rows: list[Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postings, "_WHOLE_BUDGET", 50)
    assert all(film in [one.lead for one in held.near(key)] for key, film, _, _ in rows[::15])


def test_a_film_of_several_years_stands_in_each(tmp_path: Path) -> None:
    held = arrays(
        tmp_path / "a", [("two keys", 1, 0, "1961,1963"), ("old clock", 2, 0, ""), ("two locks", 3, 0, "1962")]
    )
    assert [one.year for one in held.near("two keys") if one.lead == 1] == [1961, 1963]
    assert [one.lead for one in held.near("two keys", (1963, 1964))] == [1]
    assert held.near("old clock")[0].year == 0
    assert 2 not in [one.lead for one in held.near("old clock", (1960, 1965))]


def test_other_scripts_are_left_to_their_romanisations(tmp_path: Path) -> None:
    cyrillic = ("восхождение", 1, 0, "1977")
    held = arrays(tmp_path / "a", [cyrillic, ("voskhozhdenie", 1, 0, "1977"), ("elle est là", 2, 0, "1970")])
    assert held.near("voskhozhdenye")[0].key == "voskhozhdenie"
    assert len(held) == 2
    assert held.near("восхождение") == [] or all(one.key.isascii() for one in held.near("восхождение"))
    assert held.near("elle est la")[0].lead == 2


def test_words_are_counted_by_titles(tmp_path: Path) -> None:
    held = arrays(tmp_path / "a", [("old clock", 1, 0, "1950"), ("old road", 2, 0, "1960"), ("иф", 3, 0, "1960")])
    assert (held.having("old"), held.having("clock"), held.having("иф"), held.having("cloxk")) == (2, 1, 1, 0)


@pytest.mark.parametrize("name", [*(f"{name}.npy" for name in postings._FILES), "keys.bin"])
def test_missing_and_cut_arrays_are_refused(tmp_path: Path, rows: list[Row], name: str) -> None:
    arrays(tmp_path / "a", rows[:50])
    path = tmp_path / "a" / name
    whole = path.read_bytes()
    for damaged in (b"", whole[: len(whole) // 2]):
        path.write_bytes(damaged)
        with pytest.raises(CatalogueError, match="damaged"):
            Postings(tmp_path / "a")
    path.unlink()
    with pytest.raises(CatalogueError, match="damaged"):
        Postings(tmp_path / "a")
