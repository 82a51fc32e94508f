"""Which film an entry is: many spellings that must be found, and near ones that must not."""

import pytest

from verite.catalogue import Catalogue
from verite.model import Link
from verite.sources.record import Record

from . import invented
from .asked import ask

FOUNDING = {
    "Burnt by the Sun (1994)": "burnt-by-the-sun-1994",
    "Khrustalyov, My Car! (1998)": "khrustalyov-my-car-1998",
    "The Way Back (2010)": "the-way-back-2010",
    "The Cold Summer of 1953 (1988)": "the-cold-summer-of-1953-1988",
    "The Prisoner of If Castle (1988)": "the-prisoner-of-chateau-d-if-1988",
    "One Day in the Life of Ivan Denisovich (1970)": "one-day-in-the-life-of-ivan-denisovich-1970",
    "The Ascent (1977)": "the-ascent-1977",
    "The Inner Circle (1991)": "the-inner-circle-1991",
    "The Edge (2010)": "the-edge-2010",
}
SPELLINGS = {
    "Prisoner of Castle If (1988)": "the-prisoner-of-chateau-d-if-1988",
    "The Prisoner of Château d’If (1988)": "the-prisoner-of-chateau-d-if-1988",
    "Узник замка Иф (1988)": "the-prisoner-of-chateau-d-if-1988",
    "Uznik zamka If (1988)": "the-prisoner-of-chateau-d-if-1988",
    "Khrustalyov, mashinu! (1998)": "khrustalyov-my-car-1998",
    "Хрусталев, машину! (1998)": "khrustalyov-my-car-1998",
    "Khrustalev, My Car! (1998)": "khrustalyov-my-car-1998",
    "KHRUSTALYOV MY CAR (1998)": "khrustalyov-my-car-1998",
    "Khroustaliov, ma voiture ! (1998)": "khrustalyov-my-car-1998",
    "Utomlyonnye solntsem (1994)": "burnt-by-the-sun-1994",
    "Утомленные солнцем (1994)": "burnt-by-the-sun-1994",
    "Soleil trompeur (1994)": "burnt-by-the-sun-1994",
    "Burnt By the Sun (1994)": "burnt-by-the-sun-1994",
    "Voskhozhdenie (1977)": "the-ascent-1977",
    "Voskhozhdeniye (1976)": "the-ascent-1977",
    "Восхождение (1977)": "the-ascent-1977",
    "Ascent, The (1977)": "the-ascent-1977",
    "Cold Summer of 1953 (1987)": "the-cold-summer-of-1953-1988",
    "Холодное лето пятьдесят третьего... (1987)": "the-cold-summer-of-1953-1988",
    "Край (2010)": "the-edge-2010",
    "Kray (2010)": "the-edge-2010",
    "En dag i Ivan Denisovitsj' liv (1970)": "one-day-in-the-life-of-ivan-denisovich-1970",
    "One Day in the Life of Ivan Denisovitch (1971)": "one-day-in-the-life-of-ivan-denisovich-1970",
    "Покаяние (1984)": "repentance-1986",
    "Pokayanie (1987)": "repentance-1986",
    "Przesłuchanie (1982)": "interrogation-1989",
    "Przesluchanie (1989)": "interrogation-1989",
    "Katyn (2007)": "katyn-2007",
    "So weit die Füße tragen (2001)": "as-far-as-my-feet-will-carry-me-2001",
    "So weit die Fusse tragen (2001)": "as-far-as-my-feet-will-carry-me-2001",
    "В круге первом (2006)": "the-first-circle-2006",
    "V kruge pervom (2006)": "the-first-circle-2006",
    "Burnt by the Sun 2 (2010)": "burnt-by-the-sun-2-exodus-2010",
    "Burnt by the Sun 2: Exodus (2010)": "burnt-by-the-sun-2-exodus-2010",
    "Burnt by the Sun 2: Citadel (2011)": "burnt-by-the-sun-2-citadel-2011",
    "Дети Арбата (2004)": "children-of-the-arbat-2004",
    "Zakon (1989)": "zakon-1989",
    "Dorogie tovarishchi! (2020)": "dear-comrades-2020",
}
OTHERS = [
    "The Edge (1997)",
    "The Way Back (2020)",
    "The Inner Circle (2003)",
    "The Ascent (1994)",
    "Interrogation (2016)",
    "Repentance (2013)",
    "The Edge of Heaven (2007)",
    "Burnt by the Sun 3 (2015)",
    "Katya (2007)",
    "The Way We Were (1973)",
    "Cold Summer (2008)",
    "Day in the Life (1970)",
    "The Lamplighter (1931)",
]


def linked(heading: str, catalogue: Catalogue, prose: str = "A film.") -> Link:
    (link,) = ask(f"{heading}\nDescription: {prose}\n", catalogue).report.links
    return link


@pytest.mark.parametrize(("heading", "work"), (FOUNDING | SPELLINGS).items(), ids=(FOUNDING | SPELLINGS).keys())
def test_a_film_is_found(heading: str, work: str, catalogue: Catalogue) -> None:
    link = linked(heading, catalogue)
    assert (link.status.value, link.work and link.work.id) == ("matched", work), link.reasons
    assert link.reasons
    assert link.candidates[0].work.id == work


@pytest.mark.parametrize("heading", OTHERS)
def test_another_film_is_not_taken_for_it(heading: str, catalogue: Catalogue) -> None:
    link = linked(heading, catalogue)
    assert link.work is None, f"matched {link.work} because {link.reasons}"
    assert link.status.value in ("unknown", "ambiguous")


def test_another_film_of_the_name_is_not_taken_for_it_though_its_prose_is_long(catalogue: Catalogue) -> None:
    prose = "Anthony Hopkins and Alec Baldwin are hunted by a bear in Alaska. Directed by Lee Tamahori from a script by David Mamet."
    assert linked("The Edge (1997)", catalogue, prose).work is None


def test_a_well_known_title_with_a_wrong_year_is_matched_and_its_year_refuted(catalogue: Catalogue) -> None:
    answer = ask("One Day in the Life of Ivan Denisovich (1983)\nFact: It was directed by Caspar Wrede.\n", catalogue)
    (link,) = answer.report.links
    assert link.work is not None and link.work.id == "one-day-in-the-life-of-ivan-denisovich-1970"
    assert any("year-conflict" in reason for reason in link.reasons)
    assert answer.statuses("year") == ["refuted"]
    assert answer.statuses("existence") == ["supported"]


def test_names_in_the_prose_bring_a_film_home_whose_year_is_wrong(catalogue: Catalogue) -> None:
    answer = ask("The Edge (2003)\nFact: Alexei Uchitel directed Vladimir Mashkov in it.\n", catalogue)
    (link,) = answer.report.links
    assert link.work is not None and link.work.id == "the-edge-2010"
    assert answer.statuses("year") == ["refuted"]


def test_a_year_off_by_one_is_never_refuted(catalogue: Catalogue) -> None:
    for heading in ("The Ascent (1978)", "The Ascent (1975)", "Burnt by the Sun (1993)"):
        answer = ask(f"{heading}\nFact: A film.\n", catalogue)
        assert answer.statuses("year") == ["unverified"], heading
        assert answer.report.links[0].work is not None


def test_two_films_of_one_book_are_told_apart_by_their_years(catalogue: Catalogue) -> None:
    for heading, work in {
        "The First Circle (2006)": "the-first-circle-2006",
        "The First Circle (1973)": "the-first-circle-1973",
        "The First Circle (1991)": "the-first-circle-1991",
        "One Day in the Life of Ivan Denisovich (1963)": "one-day-in-the-life-of-ivan-denisovich-1963",
    }.items():
        link = linked(heading, catalogue)
        assert link.work is not None and link.work.id == work, heading


def test_a_title_that_several_films_share_is_ambiguous_without_a_year(catalogue: Catalogue) -> None:
    link = linked("The First Circle", catalogue)
    assert link.status.value == "ambiguous"
    assert len({c.work.id for c in link.candidates}) >= 3
    answer = ask("The First Circle\nDescription: A film.\nFact: It was directed by Nobody Known.\n", catalogue)
    assert set(answer.statuses("director")) <= {"unverified"}


def test_an_invented_film_after_an_author_whose_films_are_all_recorded_does_not_exist(catalogue: Catalogue) -> None:
    link = linked("The Gulag Archipelago (2006)", catalogue, "Based on Solzhenitsyn's monumental work.")
    assert link.status.value == "nonexistent"
    assert link.candidates[0].work.id == "the-first-circle-2006"
    assert link.evidence
    assert link.reasons


def test_it_is_only_unknown_where_the_set_is_not_declared_complete(record: Record) -> None:
    bare = invented.compiled(invented.undeclared(record, subject="aleksandr-solzhenitsyn"))
    answer = ask("The Gulag Archipelago (2006)\nDescription: Based on Solzhenitsyn's monumental work.\n", bare)
    (link,) = answer.report.links
    assert link.status.value == "unknown"
    assert answer.statuses("existence") == ["unverified"]


def test_a_record_that_denies_a_film_is_no_film(record: Record) -> None:
    bare = invented.compiled(invented.undeclared(record, subject="aleksandr-solzhenitsyn"))
    (row,) = ask("The Gulag Archipelago (2006)\nFact: x y.\n", bare).of("existence")
    assert row.status.value == "unverified" and row.reason is not None and row.reason.value == "film-unknown"


@pytest.mark.parametrize(
    "heading", ["The Gulag Archipelago (2008)", "The Gulag Archipelago (2023)", "The Gulag Archipelago (2031)"]
)
def test_films_about_the_book_and_films_to_come_are_left_open(heading: str, catalogue: Catalogue) -> None:
    assert linked(heading, catalogue).status.value == "unknown"


def test_an_id_in_the_list_decides(catalogue: Catalogue) -> None:
    (work,) = [w for w in catalogue.works if w.id == "the-edge-2010"]
    space, id_ = next(iter(work.same_as.items()))
    link = linked(f"Locomotives (1971) {{{space}:{id_}}}", catalogue)
    assert link.work is not None and link.work.id == "the-edge-2010"


def test_prose_of_another_film_under_a_heading_is_said_and_not_judged(catalogue: Catalogue) -> None:
    answer = ask(
        "The Ascent (1977)\nDescription: Oleg Menshikov plays an officer.\nFact: It was directed by Nikita Mikhalkov from a script by Rustam Ibragimbekov.\n",
        catalogue,
    )
    (link,) = answer.report.links
    assert link.fits is not None and link.fits.work.id == "burnt-by-the-sun-1994"
    assert {v.reason.value for v in answer.of("director") if v.reason} == {"wrong-film"}
    assert not [v for v in answer.verdicts if v.status.value == "refuted"]


def test_an_unknown_film_is_shown_the_nearest(catalogue: Catalogue) -> None:
    link = linked("Inner Circles (1962)", catalogue)
    assert link.work is None
    assert "the-inner-circle-1991" in [c.work.id for c in link.candidates]
