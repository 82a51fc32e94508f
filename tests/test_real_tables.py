"""The readers on real tables: how much each gives, and facts that anybody can look up."""

from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from verite.sources import find
from verite.sources.record import Record
from verite.sources.source import Opened
from verite.sources.table import shipped

from .test_sources import faults


class Taken(NamedTuple):
    source: Opened
    subjects: dict[str, list[Any]]  # id -> what is said of it
    said: Counter[str]
    faults: list[str]


def taken(path: Path, record: Record) -> Taken:
    """A folder's one source, read to the end."""
    (source,) = find([path]).opened
    subjects: dict[str, list[Any]] = {}
    wrong: list[str] = []
    for one in source.read():
        subjects.setdefault(one.id, []).extend(one.said)
        wrong += faults(one, record.states)
    return Taken(source, subjects, Counter(said[0] for of in subjects.values() for said in of), wrong)


def values(of: list[Any], property_: str) -> list[Any]:
    return [value for name, value, _ in of if name == property_]


# folder: (subjects, at least so many statements of these properties), (a subject, property, values)
TABLES: dict[str, tuple[int, dict[str, int], list[tuple[str, str, list[Any]]]]] = {
    "tspdt_starting_list": (
        23_907,
        {"director": 25_000, "country": 30_000, "same_as": 20_000, "duration": 22_000},
        [
            ("tspdt:20473", "title", ["The Ascent"]),
            ("tspdt:20473", "director", ["Larisa Shepitko"]),
            ("tspdt:20473", "country", ["SUN"]),
            ("tspdt:15617", "country", ["SUN"]),  # Repentance: the table says Russia, of 1984
            ("tspdt:17183", "same_as", []),  # Europa, Europa: its id there is another film's
            ("tspdt:18451", "same_as", ["imdb:tt0101829"]),
        ],
    ),
    "cannes_selection": (
        1_873,
        {"director": 1_873, "country": 3_300, "duration": 1_873, "award": 1_873},
        [
            ("imdb:tt0093754", "country", ["SUN"]),
            ("imdb:tt0093754", "director", ["Tengiz Abuladze"]),
            ("imdb:tt0111579", "duration", [135]),
        ],
    ),
    "soviet_bloc_cinema": (
        40_095,
        {"director": 12_000, "cast": 69_000, "name": 25_000, "same_as": 63_000, "country": 14_500},
        [("soviet-bloc:1-3-4-1974", "country", ["CSK"]), ("soviet-bloc-person:cabradek-karel", "born", ["1943-02-28"])],
    ),
    "imdb5000": (
        4_918,
        {"director": 4_900, "cast": 15_000, "subject": 24_000},
        [("imdb:tt0499549", "title", ["Avatar"]), ("imdb:tt0499549", "year", [2009])],
    ),
    "movielens_25m": (
        62_423,
        {"title": 67_000, "year": 62_000, "same_as": 124_000},
        [
            ("movielens:29", "title", ["The City of Lost Children", "La Cité des enfants perdus"]),
            ("movielens:29", "same_as", ["imdb:tt0112682", "tmdb:902"]),
        ],
    ),
    "movielens_small_2018": (
        9_742,
        {"title": 10_000, "same_as": 19_400},
        [("movielens:1", "same_as", ["imdb:tt0114709", "tmdb:862"])],  # 114709 in the table: zeros are lost
    ),
    "tmdb5000": (
        4_803,
        {"title": 9_600, "country": 6_400, "budget": 3_700},
        [("tmdb:19995", "title", ["Avatar", "Avatar"]), ("tmdb:19995", "budget", [237_000_000])],
    ),
    "tmdb_2010_2018": (25_497, {"title": 53_000, "genre": 45_000}, [("tmdb:10138", "year", [2010])]),
    "kaggle_movies_metadata_slice": (
        2_995,
        {"same_as": 2_990, "country": 3_500},
        [("tmdb:862", "same_as", ["imdb:tt0114709"]), ("tmdb:862", "genre", ["animation", "comedy", "family"])],
    ),
    "movie_stats": (
        7_668,
        {"director": 7_668, "writer": 7_660, "gross": 7_400},
        [("movie-stats:the_shining-1980", "country", ["GBR"]), ("movie-stats:the_shining-1980", "duration", [146])],
    ),
    "the_numbers_movies": (
        3_200,
        {"based_on": 1_500, "true_story": 186, "year": 3_170},
        [("the-numbers:the_land_girls-jun_12_1998", "year", [1998])],
    ),
    "kinopoisk_award_lists": (
        1_497,
        {"title": 1_990, "award": 1_000, "country": 2_900},
        [("kinopoisk:979148", "award", ["academy-awards/writing-adapted-screenplay"])],
    ),
    "sf_film_locations": (
        273,
        {"filming_place": 1_100, "director": 270},
        [("sf-locations:vertigo-1958", "director", ["Alfred Hitchcock"])],
    ),
    "wikipedia_us_films": (
        36_115,
        {"cast": 133_000, "genre": 64_000, "year": 36_000},
        [("enwiki:Heart_of_the_Wilds", "cast", ["Elsie Ferguson", "Thomas Meighan", "Joseph W. Smiley"])],
    ),
}


@pytest.mark.parametrize("folder", TABLES)
def test_a_shipped_mapping_reads_its_table(folder: str, data: Path, record: Record) -> None:
    subjects, least, facts = TABLES[folder]
    found = taken(data / folder, record)
    assert found.faults == []
    assert len(found.subjects) == subjects
    assert {name: found.said[name] for name, count in least.items() if found.said[name] < count} == {}
    assert [(id_, name, values(found.subjects[id_], name)) for id_, name, _ in facts] == facts
    left_out = sum(found.source.left_out.values())
    assert left_out < found.said.total() / 100, dict(found.source.left_out)


def test_every_shipped_mapping_has_its_table_here() -> None:
    assert len(shipped()) == len({mapped.source.key for mapped in shipped()})
    assert len(shipped()) == len(TABLES)  # MovieLens has one mapping for its two releases; passages hold prose only


def test_what_a_mapping_declares_complete_is_never_a_table_of_one_value() -> None:
    declared = {mapped.source.key: {n for t in mapped.tables for n in t.complete} for mapped in shipped()}
    assert {key: names for key, names in declared.items() if names} == {
        "tspdt": {"director"},
        "cannes-selection": {"director", "country"},
    }


def test_a_copy_says_whose_copy_it_is() -> None:
    of = {mapped.source.key: mapped.source for mapped in shipped()}
    assert {"imdb", "tmdb"} <= set(of["movielens"].derives_from)
    assert of["cannes-selection"].family == of["imdb5000"].family == of["movie-stats"].family == "imdb"
    assert "wikidata" in of["soviet-bloc-cinema"].derives_from
    assert all(mapped.source.rank == 4 for mapped in shipped() if mapped.source.family in ("imdb", "tmdb", "wikidata"))


def test_the_academys_table_knows_the_foreign_films(data: Path, record: Record) -> None:
    found = taken(data / "oscars", record)
    assert found.faults == []
    assert found.said["award"] > 12_000
    (burnt,) = [q for name, _, q in found.subjects["imdb:tt0111579"] if name == "award"]
    assert (burnt["category"], burnt["result"], burnt["year"], burnt["edition"]) == (
        "best-foreign-language-film", "won", 1995, 67,
    )  # fmt: skip
    assert (burnt["work_year"], burnt["country"]) == (1994, "RUS")
    categories = {done.scope["category"]: done.scope for done in found.source.declared}
    assert len(categories) >= 44 and all(scope["nominated"] for scope in categories.values())
    assert (categories["best-picture"]["from"], categories["best-picture"]["to"]) == (1929, 2026)
    assert not {"honorary-award", "special-award", "jean-hersholt-humanitarian-award"} & categories.keys()


def test_a_category_keeps_the_names_it_had(data: Path, record: Record) -> None:
    (source,) = find([data / "oscars"]).opened
    category = source.tables["academy-awards"]["category"]
    slugs = record.tables["academy-awards"]["category"].keys()
    assert slugs <= category.keys()  # the record's slugs stay what they are
    assert "Foreign Language Film" in category["best-foreign-language-film"]["also"]
    # Two prizes for the camera until 1967: *Best Cinematography* may be any of the three.
    may_be = {
        slug for slug, row in category.items() if "Best Cinematography" in (row.get("name"), *row.get("also", ()))
    }
    assert may_be == {"cinematography", "cinematography-color", "cinematography-black-and-white"}
    bare = {name for row in category.values() for name in (row.get("name", ""), *row.get("also", ()))}
    assert not {"Actor", "Directing", "Cinematography", "Sound", "Makeup", "Film Editing"} & bare


def test_top_prizes_are_counted_year_by_year(data: Path, record: Record) -> None:
    found = taken(data / "festival_awards", record)
    assert found.faults == []
    assert (len(found.subjects), found.said["award"]) == (41_969, 125_890)
    won = {(value, q["year"], id_) for id_, of in found.subjects.items() for _, value, q in of if q["result"] == "won"}
    assert ("berlin/golden-bear", 1977, "imdb:tt0075404") in won
    assert ("cannes/grand-prix", 1987, "imdb:tt0093754") in won
    assert ("cannes/grand-prix", 1994, "imdb:tt0111579") in won
    assert ("cannes/palme-dor", 1994, "imdb:tt0110912") in won  # Pulp Fiction
    declared = {f"{done.subject[6:]}/{done.scope['category']}" for done in found.source.declared}
    assert {"berlin/golden-bear", "cannes/palme-dor", "venice/golden-lion", "cesar/best-film"} <= declared
    for done in found.source.declared:
        assert not done.scope["nominated"] and done.sources[0].where  # its reason
        of = f"{done.subject[6:]}/{done.scope['category']}"
        counts = Counter(year for value, year, _ in won if value == of)
        years = range(int(done.scope["from"]), int(done.scope["to"]) + 1)
        assert max(counts[year] for year in years) <= 3, of  # three actresses shared a Golden Globe in 1989


def test_the_official_files_of_2017(data: Path, record: Record) -> None:
    found = taken(data / "imdb_official_tsv/films_2017", record)
    assert found.faults == []
    assert (len(found.subjects), found.said["rating"]) == (18_199, 7_821)
    stalin = found.subjects["imdb:tt4686844"]
    assert "The Death of Stalin" in values(stalin, "title") and values(stalin, "year") == [2017]
    assert found.source.complete == {}  # no title.crew here: who directed is not told to the end


def test_the_official_files_name_people(data: Path, record: Record) -> None:
    found = taken(data / "imdb_official_tsv/sample_2000", record)
    assert found.faults == []
    people = {id_ for id_ in found.subjects if id_.startswith("imdb:nm")}
    credited = {v for of in found.subjects.values() for n, v, _ in of if n in ("director", "cast", "camera", "editor")}
    assert len(people) > 10_000 and len(credited - people) < len(credited) / 50
