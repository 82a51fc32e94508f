"""Prize tables of others: what they may refute, and what must never come of them."""

from pathlib import Path

import pytest

from verite.catalogue import Catalogue
from verite.catalogue.build import build
from verite.catalogue.open import open_record
from verite.checking import check_texts
from verite.claims import count
from verite.model import Cited, Statement, Status
from verite.sources import find
from verite.sources.record import Record
from verite.sources.source import Opened

from . import kept


def opened(path: Path) -> Opened:
    (one,) = find([path]).opened
    return one


def test_a_category_is_declared_for_its_editions_nominees_too(tmp_path: Path) -> None:
    source = opened(kept.oscars(tmp_path).parent)
    all_, best = source.declared
    assert all_.scope == {"category": "*", "from": 1929, "to": 1936, "nominated": True}
    assert best.subject == "award:academy-awards" and best.property == "award"
    assert best.scope == {"category": "best-picture", "from": 1929, "to": 1936, "nominated": True}


def test_a_choice_of_the_academys_rows_declares_nothing(tmp_path: Path) -> None:
    path = kept.oscars(tmp_path)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("4\t")), "utf-8")
    assert opened(tmp_path).declared == ()


def test_an_honorary_award_is_told_and_never_complete(tmp_path: Path) -> None:
    source = opened(kept.oscars(tmp_path).parent)
    honoured = [one for one in source.read() if one.what == "award"]
    assert {one.id for one in honoured} == {"award:academy-awards"}
    assert all(one.said[0][2] and one.said[0][2]["recipient"] == "Somebody" for one in honoured)
    assert "honorary-award" not in {done.scope["category"] for done in source.declared}


def test_an_event_is_complete_only_if_every_year_has_its_winner(tmp_path: Path) -> None:
    path = kept.events(tmp_path)
    (lion,) = opened(path).declared
    assert lion.scope == {"category": "golden-lion", "from": 1980, "to": 1984, "nominated": False}
    text = path.read_text("utf-8").replace("tt0000021\tTrue", "tt0000021\tFalse")
    path.write_text(text, "utf-8")
    assert opened(path).declared == ()


AWARDS = {
    # What the table tells, and what it does not.
    "It won the Oscar for Best Picture.": Status.SUPPORTED,
    "It was nominated for the Oscar for Best Picture.": Status.SUPPORTED,
    # A category of an academy, from whomever: its table may be another than the one known.
    "It won Best Picture.": Status.SUPPORTED,
    "It won a BAFTA for best picture.": Status.UNVERIFIED,
    "It won the Goya for Best Picture.": Status.UNVERIFIED,
}
NOT_WON = {
    "It won the Oscar for Best Picture.": Status.REFUTED,
    "It won Best Picture.": Status.UNVERIFIED,
    "It won Best Picture at a students' festival in Odessa.": Status.UNVERIFIED,
    "It won the Oscar for Best Picture – Series or Television Film.": Status.UNVERIFIED,
    "It won a BAFTA for best picture.": Status.UNVERIFIED,
    "It won an Oscar.": Status.REFUTED,
    "A nomination for an Oscar followed.": Status.SUPPORTED,
    # No category of this table praises costumes.
    "It won an Oscar for its costumes.": Status.UNVERIFIED,
}
# A film that a table of all the Academy's prizes would name by its id, and does not.
UNKNOWN = {
    "It won an Oscar.": Status.REFUTED,
    "It was nominated for an Academy Award.": Status.REFUTED,
    "A nomination for an Oscar followed.": Status.REFUTED,
    "It reportedly won an Oscar.": Status.UNVERIFIED,
    "It won a BAFTA.": Status.UNVERIFIED,
    # Another academy's, another's, or less than a nomination.
    "It took home a Polish Oscar.": Status.UNVERIFIED,
    "It won the Soviet equivalent of the Oscar.": Status.UNVERIFIED,
    "It won a Student Academy Award.": Status.UNVERIFIED,
    "It won the Academy Award of the German Democratic Republic.": Status.UNVERIFIED,
    "Its producer later won an Oscar.": Status.UNVERIFIED,
    "It was tipped to win an Oscar.": Status.UNVERIFIED,
    "A film that won an Oscar inspired it.": Status.UNVERIFIED,
    "It got more applause than an Oscar winner.": Status.UNVERIFIED,
    "The Soviet Union nominated it for an Academy Award.": Status.UNVERIFIED,
    "It was the Soviet nominee for the Academy Award.": Status.UNVERIFIED,
    "It did not win an Oscar.": Status.SUPPORTED,
}


# Who won, and who was up for it, in each of eight years.
ACTORS = [
    f"{first} {last}"
    for last in ("Ek", "Moe", "Dahl", "Lind", "Brandt", "Holm", "Vik", "Aas")
    for first in ("Per", "Olga")
]
PERSONS = {
    "Nils Dahl won the Oscar for Best Actor.": Status.SUPPORTED,  # for this film
    "Nils Holm won the Oscar for Best Actor.": Status.UNVERIFIED,  # for another film: the sentence does not say for which
    "Olga Holm won the Oscar for Best Actor.": Status.UNVERIFIED,  # a Holm did
    "Olga Berg won the Oscar for Best Actor.": Status.REFUTED,  # for none
    "Dahl won the Oscar for Best Actor.": Status.SUPPORTED,
    "Holm won the Oscar for Best Actor.": Status.UNVERIFIED,
    "Ivan Petrov won the Oscar for Best Actor.": Status.REFUTED,
    "Ivan Petrov never won the Oscar for Best Actor.": Status.SUPPORTED,
    "Ivan Petrov won the BAFTA for Best Actor.": Status.UNVERIFIED,
    "Ivan Petrov won the Polish Oscar for Best Actor.": Status.UNVERIFIED,
    "Ivan Petrov reportedly won the Oscar for Best Actor.": Status.UNVERIFIED,
    "Ivan Petrov won an Oscar.": Status.UNVERIFIED,  # the table ends ninety years ago
}
# *An Oscar*, of whatever sort: of one who plays in the film, and does no more for it, a table of all of them tells whether he ever won one.
PLAYERS = {
    "Ivan Petrov won an Oscar.": Status.REFUTED,
    "Ivan Petrov won the Oscar at thirteen.": Status.REFUTED,
    "Ivan Petrov reportedly won an Oscar.": Status.UNVERIFIED,
    "Ivan Petrov won an honorary Oscar.": Status.UNVERIFIED,
    "Ivan Petrov won a Student Academy Award.": Status.UNVERIFIED,
    "Ivan Petrov won a BAFTA.": Status.UNVERIFIED,
    "Ivan won an Oscar.": Status.UNVERIFIED,
    "Olga Holm won an Oscar.": Status.UNVERIFIED,  # a Holm did
    "Maria Berg won an Oscar.": Status.UNVERIFIED,  # who is she?
    "Maria Vik won an Oscar.": Status.UNVERIFIED,  # the director: what a foreign film won is hers in common speech
}
# What came of a nomination, where the prize stands in the clause before.
CAME_OF_IT = {
    "It was nominated for the Oscar for Best Picture but did not win.": Status.SUPPORTED,
    "It was nominated for the Oscar for Best Picture but lost to Film 3.1.": Status.SUPPORTED,
    "It was nominated for the Oscar for Best Picture and won.": Status.REFUTED,
    "It was nominated for the Oscar for Best Picture and won the hearts of the public.": None,
    "It was nominated for the Oscar for Best Picture, and the film that won was another.": None,
    "It was nominated for the Oscar for Best Picture and won at Venice.": None,
    "It was nominated for the Oscar for Best Picture but lost half an hour in the cutting room.": None,
    "It was nominated for the Oscar for Best Picture but lost its way.": None,
    "It was nominated for the Oscar for Best Picture and might have won.": Status.UNVERIFIED,
}


def test_a_category_beside_another_body_is_not_the_academys_named_before(catalogue: Catalogue) -> None:
    prose = "It was entered for the Oscars. At the 6th Magritte Awards it was up for ten, winning four awards, including Best Picture."
    report = check_texts([("list.txt", f"1. Film 3.2 (1930)\nFact: {prose}\n")], catalogue)
    assert [v.message for v in report.lists[0].verdicts if v.status is Status.REFUTED] == []


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory, record: Record) -> Catalogue:
    """The invented table beside the shipped record."""
    return _built(tmp_path_factory.mktemp("oscars"), record)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, record: Record) -> Catalogue:
    """The invented table, as if there had been no ceremony since."""
    return _built(tmp_path_factory.mktemp("oscars"), record, own=False)


def _built(folder: Path, record: Record, *, own: bool = True) -> Catalogue:
    kept.oscars(folder, actors=ACTORS)
    years = "".join(
        f"tt{n * 10 + film:07},Film {n}.{film},{1927 + n},{'Ivan Petrov & Olga Holm' if n == 3 else ''},{'Maria Vik' if n == 3 else ''}\n"
        for n in range(1, 9)
        for film in (1, 2, 3)
    )
    (folder / "years.csv").write_text(f"tt,title,year,cast,director\n{years}", "utf-8")
    (folder / "years.toml").write_text(
        '[source]\nkey = "years"\ncitation = "Years"\nfamily = "years"\nrank = 2\nwhy = "x"\nas_of = "2026"\n'
        '[[table]]\nfile = "years.csv"\ncolumns = ["tt"]\nid = { from = "tt", as = "imdb" }\n'
        '[table.say]\ntitle = { from = "title", with = { of = "release", preferred = true } }\nyear = { from = "year" }\n'
        'cast = { from = "cast", split = [" & "] }\ndirector = { from = "director" }\n',
        "utf-8",
    )
    built = build(folder / "catalogue", find([folder]).opened, record, own=own)
    return Catalogue.open(built.version / "catalogue.sqlite" if built.version.is_dir() else built.version)


@pytest.mark.parametrize(
    ("film", "prose", "status"),
    [("Film 3.1 (1930)", *case) for case in AWARDS.items()]
    + [("Film 3.2 (1930)", *case) for case in NOT_WON.items()]
    + [("Film 3.3 (1930)", *case) for case in UNKNOWN.items()],
)
def test_a_prize_is_judged_by_the_table_of_whoever_gives_it(
    film: str, prose: str, status: Status, catalogue: Catalogue
) -> None:
    report = check_texts([("list.txt", f"1. {film}\nFact: {prose}\n")], catalogue)
    found = [one.status for one in report.lists[0].verdicts if one.code.startswith("A")]
    assert found == [status]


@pytest.mark.parametrize(("prose", "status"), PERSONS.items())
def test_a_persons_prize_of_no_film_is_refuted_only_where_he_never_won_it(
    prose: str, status: Status, catalogue: Catalogue
) -> None:
    report = check_texts([("list.txt", f"1. Film 3.1 (1930)\nFact: {prose}\n")], catalogue)
    assert [one.status for one in report.lists[0].verdicts if one.claim.kind == "award"] == [status]


@pytest.mark.parametrize(("prose", "status"), PLAYERS.items())
def test_a_players_oscar_is_refuted_where_he_never_won_one(prose: str, status: Status, alone: Catalogue) -> None:
    report = check_texts([("list.txt", f"1. Film 3.1 (1930)\nFact: {prose}\n")], alone)
    assert [one.status for one in report.lists[0].verdicts if one.claim.kind == "award"] == [status]


@pytest.mark.parametrize(("prose", "status"), CAME_OF_IT.items())
def test_what_came_of_a_nomination_is_read_from_the_clause_behind_it(
    prose: str, status: Status | None, catalogue: Catalogue
) -> None:
    report = check_texts([("list.txt", f"1. Film 3.2 (1930)\nFact: {prose}\n")], catalogue)
    found = [one.status for one in report.lists[0].verdicts if one.claim.kind == "award" and not one.claim.unresolved]
    assert found == ([status] if status else [])


def test_the_pieces_of_one_subject_are_one_film(tmp_path: Path, record: Record) -> None:
    kept.holdings(tmp_path, films=4)
    table = tmp_path / "holdings.csv"
    rows = table.read_text("utf-8").splitlines(keepends=True)
    table.write_text("".join([*rows, rows[1]]), "utf-8")  # the first film once more, after the others
    built = build(tmp_path / "catalogue", find([tmp_path / "my-archive.toml"]).opened, record, own=False)
    assert built.conflicts == []
    report = check_texts([("list.txt", "1. The Lamp 0 (1931)\n")], Catalogue.open(built.version / "catalogue.sqlite"))
    (link,) = report.lists[0].links
    assert link.work is not None and link.work.id == "harbour:0"


def test_a_film_goes_by_the_year_that_most_tables_give(tmp_path: Path, record: Record) -> None:
    for name, year in (("a", 1941), ("b", 1942), ("c", 1942)):
        (tmp_path / f"{name}.csv").write_text(f"tt,title,{name}\ntt0000099,Harbour,{year}\n", "utf-8")
        (tmp_path / f"{name}.toml").write_text(
            f'[source]\nkey = "{name}"\ncitation = "{name}"\nfamily = "{name}"\nrank = 2\nwhy = "x"\nas_of = "2026"\n'
            f'[[table]]\nfile = "{name}.csv"\ncolumns = ["tt", "{name}"]\nid = {{ from = "tt", as = "imdb" }}\n'
            '[table.say]\ntitle = { from = "title", with = { of = "release", preferred = true } }\n'
            f'year = {{ from = "{name}" }}\n',
            "utf-8",
        )
    built = build(tmp_path / "catalogue", find([tmp_path]).opened, record)
    held = Catalogue.open(built.version / "catalogue.sqlite" if built.version.is_dir() else built.version)
    film = held.work("imdb:tt0000099")
    assert film is not None and film.year == 1942
    assert {year for year, _ in film.years} == {1941, 1942}


def test_rows_of_some_categories_count_nothing_beside_a_table_of_all() -> None:
    def won(category: str, source: str, subject: str) -> Statement:
        of = {"table": "academy-awards", "category": category, "result": "won"}
        return Statement(subject, "award", "won", of, (Cited(source),))

    own = [won(category, "a-page", "titanic-1997") for category in ("best-picture", "best-director")]
    table = [won(f"category-{n}", "the-table", "imdb:tt0120338") for n in range(11)]
    told_by = count.apart([*own, *table])
    assert sorted(map(len, count.of_all(told_by, {"the-table"}).values())) == [11]
    assert sorted(map(len, count.of_all(told_by, set()).values())) == [2, 11]


@pytest.mark.parametrize(
    "prose",
    [
        "After Cannes it won the Grand Prix in Bratislava.",
        "It was up for two Oscars. Two awards (best director, best picture) came from the critics of New York.",
        "In 1912, the novel appeared in a magazine.",
        "A night of music by Otto Brandt.",
        "With music by Wolfgang Amadeus Mozart.",
        "It was later adapted by Otto Brandt as an opera.",
        "It grew from a script by Otto Brandt, which another rewrote.",
    ],
)
def test_what_only_looks_like_a_credit_or_a_prize_is_not_refuted(prose: str) -> None:
    for label in ("Description", "Fact"):
        report = check_texts([("list.txt", f"1. Katyn (2007)\n{label}: {prose}\n")], open_record())
        assert [v.message for v in report.lists[0].verdicts if v.status is Status.REFUTED] == []


def test_a_prize_for_television_is_not_the_films_prize_of_the_same_academy(tmp_path: Path, record: Record) -> None:
    rows = [
        ("ev0000123", "BAFTA Awards", 1986, 1986, award, category, film, True)
        for award, category, film in (
            ("bafta tv award", "best actor", "tt0900001"),
            ("bafta film award", "best editing", "tt0900002"),
        )
    ]
    kept.tsv(tmp_path / "awards.tsv", kept.EVENTS, rows)
    (tmp_path / "years.csv").write_text(
        "tt,title,year\ntt0900001,The Long Lamp,1985\ntt0900002,The Short Lamp,1985\n", "utf-8"
    )
    (tmp_path / "years.toml").write_text(
        '[source]\nkey = "years"\ncitation = "Years"\nfamily = "years"\nrank = 2\nwhy = "x"\nas_of = "2026"\n'
        '[[table]]\nfile = "years.csv"\ncolumns = ["tt"]\nid = { from = "tt", as = "imdb" }\n'
        '[table.say]\ntitle = { from = "title", with = { of = "release", preferred = true } }\nyear = { from = "year" }\n',
        "utf-8",
    )
    built = build(tmp_path / "catalogue", find([tmp_path]).opened, record)
    catalogue = open_record(built.version)
    for film, status in (("The Long Lamp", Status.UNVERIFIED), ("The Short Lamp", Status.REFUTED)):
        text = f"1. {film} (1985)\nFact: It won the BAFTA for Best Actor.\n"
        (found,) = (
            v for v in check_texts([("list.txt", text)], catalogue).lists[0].verdicts if v.claim.kind == "award"
        )
        assert found.status is status, found.message
