"""Which film an entry is, among thousands: searched by trigrams, linked by calibrated odds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from verite.catalogue import Catalogue
from verite.link import link
from verite.model import Entry, Link, Prose, Span

from .spliced import SET

NOWHERE = Span(0, 0)


def linked(catalogue: Catalogue, title: str, year: int | None, prose: str = "") -> Link:
    said = (Prose("description", Span(0, len(prose)), prose),) if prose else ()
    return link(Entry(1, None, NOWHERE, title, NOWHERE, year, None, said), catalogue)


def film(found: Link) -> tuple[str, int | None] | None:
    return (found.work.title, found.work.year) if found.work else None


def director(found: Link) -> tuple[str, ...]:
    return found.work.director if found.work else ()


ALONE = [one for one in SET if sum(title == one[0] for title, _, _ in SET) == 1]


@pytest.mark.parametrize(("title", "year", "maker"), ALONE, ids=[title for title, _, _ in ALONE])
def test_title_and_year_give_the_film(large: Catalogue, title: str, year: int, maker: str) -> None:
    found = linked(large, title, year)
    assert found.status == "matched"
    assert director(found) == (maker,)
    assert found.reasons[0].startswith("title agrees")


@pytest.mark.parametrize(
    ("asked", "year", "meant"),
    [
        ("A Quiet Rom Above teh Copper Foundry", 1957, "A Quiet Room Above the Copper Foundry"),
        ("Quiet Room Above the Copper Foundry, A", 1957, "A Quiet Room Above the Copper Foundry"),
        ("The Lamplighters of Zelnogard", 1966, "The Lamplighters of Zelnograd"),
        ("The Lamplighetrs of Zelnograd", 1967, "The Lamplighters of Zelnograd"),
        ("Tge Weathr House", 1938, "The Weather House"),
        ("Weather House", 1939, "The Weather House"),
        ("Crxush", 1970, "Crush"),
        ("Monastirr", 1974, "Monastir"),
        ("Posledniy pozharnyy", 1961, "Последний пожарный"),
        ("Poslednii pojarnyi", 1961, "Последний пожарный"),
        ("Poslednij pozharnij", 1961, "Последний пожарный"),
        ("The Salt Road, Part One", 1951, "The Salt Road: Part I"),
        ("The Salt Road Part II", 1953, "The Salt Road, Part Two"),
        ("The Salt Road", 1951, "The Salt Road: Part I"),  # the first part goes by the name of the whole
    ],
)
def test_a_misspelt_title_is_found(large: Catalogue, asked: str, year: int, meant: str) -> None:
    found = linked(large, asked, year)
    assert found.status == "matched", found.candidates[:2]
    assert film(found) and found.work and found.work.title == meant


@pytest.mark.parametrize(
    ("asked", "year"),
    [
        ("Harbour Watch 3", 1962),  # a numeral is no slip
        ("The Salt Road", 1953),  # the second part does not
        ("The Salt Road", 1952),  # nor does the first in another year
        ("Harbour Watch", 1999),
        ("Brush", 1970),  # a word of other titles, one letter from *Crush*
        ("The Copper Foundry", 1957),
        ("A Loud Room Above the Coal Cellar", 1957),
        ("Nobody Ever Heard of This One", 1980),
    ],
)
def test_another_title_is_not_taken_for_a_misspelt_one(large: Catalogue, asked: str, year: int) -> None:
    assert linked(large, asked, year).work is None


def test_the_head_of_a_long_title_is_enough_in_its_very_year_and_not_in_another(large: Catalogue) -> None:
    assert film(linked(large, "Domovik", 1972)) == ("Domovik, the Keeper of Hearths", 1972)
    assert linked(large, "Domovik", 1974).status == "unknown"
    assert linked(large, "Salt Road", 1953).status == "unknown", "the whole is not its second part"


def test_a_film_that_is_not_there_is_unknown_and_the_nearest_is_named(large: Catalogue) -> None:
    found = linked(large, "The Foundry Above the Quiet Copper", 1957)
    assert found.status == "unknown"
    assert found.reasons == ("no recorded title agrees",)
    assert found.candidates
    assert all(candidate.reasons for candidate in found.candidates)


def test_a_title_that_only_one_film_can_have_is_matched_whatever_the_year(large: Catalogue) -> None:
    found = linked(large, "A Quiet Room Above the Copper Foundry", 1975)
    assert film(found) == ("A Quiet Room Above the Copper Foundry", 1957)
    assert "year-conflict" in found.reasons


def test_of_two_namesakes_far_from_the_year_neither_is_taken(large: Catalogue) -> None:
    found = linked(large, "The Long Thaw", 1964)
    assert found.work is None
    assert found.status == "ambiguous"
    assert found.reasons == ("the title is recorded with another year",)
    assert {candidate.work.year for candidate in found.candidates} >= {1948, 1979}


def test_the_year_decides_between_namesakes(large: Catalogue) -> None:
    assert director(linked(large, "The Long Thaw", 1948)) == ("Bruno Kestrel",)
    assert director(linked(large, "The Long Thaw", 1980)) == ("Maret Domagal",)


@pytest.mark.parametrize(("maker", "year"), [("Bruno Kestrel", 1948), ("Maret Domagal", 1979)])
def test_prose_decides_between_namesakes_of_no_such_year(large: Catalogue, maker: str, year: int) -> None:
    found = linked(large, "The Long Thaw", 1964, f"Directed by {maker}, it was shot on location.")
    assert film(found) == ("The Long Thaw", year)
    assert "year-conflict" in found.reasons


@pytest.mark.parametrize("maker", ["Oswin Brannick", "Della Velde"])
def test_prose_decides_between_two_films_of_one_title_and_year(large: Catalogue, maker: str) -> None:
    assert linked(large, "Two Keys", 1961).status == "ambiguous"
    found = linked(large, "Two Keys", 1961, f"A film by {maker}.")
    assert found.status == "matched"
    assert director(found) == (maker,)


def test_prose_about_other_peoples_films_keeps_a_misspelt_title_from_being_linked(large: Catalogue) -> None:
    assert linked(large, "Mnastirr", 1975).work is not None
    assert linked(large, "Mnastirr", 1975, "Directed by Bruno Kestrel.").work is None


def test_prose_about_other_peoples_films_keeps_a_far_year_from_being_linked(large: Catalogue) -> None:
    found = linked(large, "The Lamplighters of Zelnograd", 1990, "Directed by Bruno Kestrel, with Maret Domagal.")
    assert found.work is None


def test_another_given_name_is_another_person(large: Catalogue) -> None:
    assert director(linked(large, "The Long Thaw", 1964, "In it Domagal looks back.")) == ("Maret Domagal",)
    assert linked(large, "The Long Thaw", 1964, "A film by Thorvald Domagal.").work is None


def test_prose_finds_a_title_whose_letters_are_all_out_of_place(large: Catalogue) -> None:
    assert linked(large, "oMnatsri", 1974).work is None
    assert director(linked(large, "oMnatsri", 1974, "Directed by Lubo Lindqvar.")) == ("Lubo Lindqvar",)


def test_without_a_year_a_title_of_several_films_is_left_open(large: Catalogue) -> None:
    found = linked(large, "The Long Thaw", None)
    assert found.status == "ambiguous"
    assert found.reasons == ("no year tells which film of this title it is",)
    assert film(linked(large, "The Lamplighters of Zelnograd", None)) == ("The Lamplighters of Zelnograd", 1966)


def test_a_book_whose_screen_works_are_all_recorded_was_not_filmed(large: Catalogue) -> None:
    assert linked(large, "The Gulag Archipelago", 2006).status == "nonexistent"


def test_a_pin_decides(large: Catalogue) -> None:
    work = linked(large, "Crush", 1970).work
    assert work is not None
    entry = Entry(1, None, NOWHERE, "The Long Thaw", NOWHERE, 1948, pins={"imdb": work.same_as["imdb"]})
    assert link(entry, large).work == work


_TWELVE = """
import json, sys
from pathlib import Path
from verite.catalogue import Catalogue
from verite.link import link
from verite.model import Entry, Span
catalogue, nowhere = Catalogue.open(Path(sys.argv[1])), Span(0, 0)
for title, year in json.loads(sys.argv[2]):
    found = link(Entry(1, None, nowhere, title, nowhere, year), catalogue)
    print(found.status, found.work and found.work.id, found.score, [c.work.id for c in found.candidates])
"""


def test_twelve_processes_at_once_answer_alike(large_folder: Path) -> None:
    asked = [[title[1:], year + n % 2] for n, (title, year, _) in enumerate(SET)]
    command = [sys.executable, "-c", _TWELVE, str(large_folder), json.dumps(asked)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(12)]
    answers = [run.communicate(timeout=120)[0] for run in runs]
    assert [run.returncode for run in runs] == [0] * 12
    assert len(set(answers)) == 1
    assert answers[0].count("\n") == len(asked)
    assert "matched" in answers[0]
