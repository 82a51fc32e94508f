"""Wikidata's two roads: the dump and the endpoint say the same, and what is broken is said, not read."""

import bz2
import gzip
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from verite.config import shipped
from verite.errors import SourceError
from verite.properties import registry
from verite.pull.net import Patience
from verite.pull.wikidata import pull
from verite.sources import READERS
from verite.sources.record import read
from verite.sources.source import Described, Opened
from verite.sources.wikidata import queries
from verite.sources.wikidata.describe import closed
from verite.sources.wikidata.entity import edtf

from .loopback import serving, sparql
from .wikidata_model import FILMS, dump_lines, store

QUICK = Patience(tries=3, timeout=5, wait=0.01)


def quiet(_: str) -> None:
    pass


def opened(path: Path) -> Opened:
    """As a build finds it: the first source that knows the path."""
    found = next(found for reader in READERS if (found := reader.open(path)))
    assert len(found) == 1
    return found[0]


def by_id(source: Opened) -> dict[str, Described]:
    rows = list(source.read())
    assert len({row.id for row in rows}) == len(rows), "a subject comes once"
    return {row.id: row for row in rows}


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The array form, as Wikidata publishes it."""
    path = tmp_path_factory.mktemp("dump") / "wikidata-20260304-all.json.gz"
    path.write_bytes(gzip.compress(("[\n" + ",\n".join(dump_lines()) + "\n]\n").encode()))
    return path


@pytest.fixture(scope="module")
def pulled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same world pulled from an endpoint, five items a page."""
    folder = tmp_path_factory.mktemp("pulled")
    with serving(sparql(store())) as server:
        pull(folder, server.address, queries.all_films(), 5, QUICK, quiet)
    return folder


@pytest.fixture(scope="module")
def described(dump: Path) -> dict[str, Described]:
    return by_id(opened(dump))


def packed(name: str, data: bytes) -> bytes:
    if name.endswith(".gz"):
        return gzip.compress(data)
    return bz2.compress(data, 1) if name.endswith(".bz2") else data


def said(described: dict[str, Described], id_: str, property_: str) -> list[tuple[Any, Any]]:
    return [(value, told) for name, value, told in described[f"wikidata:{id_}"].said if name == property_]


def values(described: dict[str, Described], id_: str, property_: str) -> list[Any]:
    return [value for value, _ in said(described, id_, property_)]


def test_the_dump_and_the_endpoint_describe_the_same(described: dict[str, Described], pulled: Path) -> None:
    from_pages = by_id(opened(pulled))
    assert from_pages.keys() == described.keys()
    for id_, subject in described.items():
        assert from_pages[id_] == subject


def test_both_roads_leave_out_the_same(dump: Path, pulled: Path) -> None:
    one, other = opened(dump), opened(pulled)
    for source in (one, other):
        assert sum(1 for _ in source.read()) > len(FILMS)
    assert one.left_out == other.left_out
    assert one.left_out["country: Atlantis (the first: Q9000004)"] == 1
    assert one.left_out["director: a person of whom the source has no more than a number (the first: Q9000006)"] == 1
    before = dict(one.left_out)
    assert sum(1 for _ in one.read()) > 0
    assert one.left_out == before, "a second reading counts anew"


def test_every_film_and_only_those_named_by_films_are_described(described: dict[str, Described]) -> None:
    works = {id_ for id_, row in described.items() if row.what == "work"}
    assert works == {f"wikidata:{film.id}" for film in FILMS}
    agents = {id_ for id_, row in described.items() if row.what == "agent"}
    assert "wikidata:Q9100020" in agents, "the author of a book that a film is based on"
    assert not agents & {"wikidata:Q9900002", "wikidata:Q9200001", "wikidata:Q5"}
    named = {
        value
        for row in described.values()
        for name, value, _ in row.said
        if name in ("director", "writer", "composer", "camera", "editor", "cast", "producer")
    }
    assert named <= agents, "nobody is named of whom nothing is known"


def test_titles_carry_language_and_what_they_are(described: dict[str, Described]) -> None:
    assert said(described, "Q9000001", "title") == [
        ("Девятый вагон", {"of": "original", "lang": "ru"}),
        ("Der neunte Waggon", {"of": "release", "lang": "de"}),
        ("The Ninth Wagon", {"of": "release", "lang": "en", "preferred": True}),
        ("The Ninth Waggon", {"of": "release", "lang": "en"}),
        ("The 9th Wagon", {"of": "alternative", "lang": "en"}),
        ("Wagon Nine", {"of": "alternative", "lang": "en"}),
        ("9-й вагон", {"of": "alternative", "lang": "ru"}),
    ]
    assert ("Tovlis gza", {"of": "release"}) in said(described, "Q9000002", "title"), "a label of no language"
    assert [v for v in values(described, "Q9000002", "title") if v == "Road of Snow"] == ["Road of Snow"]
    assert said(described, "Q9000007", "title").count(("雪路", {"of": "release", "lang": "zh"})) == 1


def test_people_and_roles(described: dict[str, Described]) -> None:
    assert said(described, "Q9000001", "director") == [("wikidata:Q9100001", {"reference": "url"})]
    assert values(described, "Q9000001", "writer") == ["wikidata:Q9100001", "wikidata:Q9100002"]
    assert said(described, "Q9000001", "cast") == [
        ("wikidata:Q9100007", {"character": "the guard"}),
        ("wikidata:Q9100006", {"character": "Colonel Orlov"}),
    ]
    for name, id_ in (("composer", "Q9100003"), ("camera", "Q9100004"), ("editor", "Q9100005")):
        assert values(described, "Q9000001", name) == [f"wikidata:{id_}"]


def test_deprecated_statements_are_out_and_preferred_ones_come_first(described: dict[str, Described]) -> None:
    assert values(described, "Q9000002", "director") == ["wikidata:Q9100001", "wikidata:Q9100008"]
    assert values(described, "Q9000002", "year") == [1972, 1971]


def test_a_value_that_is_unknown_or_missing_is_no_value(described: dict[str, Described]) -> None:
    assert values(described, "Q9000003", "director") == ["wikidata:Q9100009"]
    assert values(described, "Q9000003", "year") == [1982]


def test_countries_are_states_as_they_were_and_languages_have_two_letters(described: dict[str, Described]) -> None:
    assert said(described, "Q9000001", "country") == [("SUN", {"reference": "imported"})]
    assert values(described, "Q9000006", "country") == ["GDR", "FRG"]
    assert values(described, "Q9000003", "country") == ["POL"]
    assert values(described, "Q9000004", "country") == []
    assert values(described, "Q9000010", "country") == [], (
        "the Russian Empire is no state of ours: not Russia, not the Union"
    )
    assert values(described, "Q9000001", "language") == ["ru"]


def test_years_and_releases_keep_their_place_and_precision(described: dict[str, Described]) -> None:
    assert said(described, "Q9000001", "year") == [
        (1966, {"of": "release", "in": "SUN"}),
        (1968, {"of": "release", "in": "DEU"}),
    ]
    assert [told for _, told in said(described, "Q9000001", "event")] == [
        {"when": "1966-04-02", "in": "SUN"},
        {"when": "1968-11", "in": "DEU"},
    ]
    assert values(described, "Q9000004", "year") == [], "a decade is no year"
    assert said(described, "Q9000004", "event") == [("release", {"when": "199X"})]


def test_a_julian_day_is_gregorian_on_both_roads(described: dict[str, Described]) -> None:
    assert said(described, "Q9000010", "event") == [("release", {"when": "1913-03-01"})]
    assert values(described, "Q9100001", "born") == ["1898-01-17"]


def test_durations_are_minutes_whatever_the_unit(described: dict[str, Described]) -> None:
    assert values(described, "Q9000001", "duration") == [98]
    assert values(described, "Q9000002", "duration") == [90]
    assert values(described, "Q9000004", "duration") == [33]
    assert values(described, "Q9000008", "duration") == [], "ninety of what?"


def test_forms_come_from_classes_and_two_at_once_say_nothing(described: dict[str, Described]) -> None:
    forms = {id_[-2:]: values(described, id_, "form") for id_ in (film.id for film in FILMS)}
    assert forms["01"] == [], "a plain film may be anything"
    assert forms["02"] == ["feature"]
    assert forms["03"] == ["television-film"]
    assert forms["04"] == [], "a short documentary"
    assert forms["05"] == ["television-documentary"]
    assert forms["06"] == ["series"]


def test_a_source_brings_its_authors_form_and_own_title(described: dict[str, Described]) -> None:
    assert said(described, "Q9000001", "based_on") == [
        ("Nine Wagons", {"form": "novel", "also": ["Девять вагонов"]}),
    ], "two authors, and room for one: naming either would deny the other"
    assert said(described, "Q9000011", "based_on") == [("Sentence", {"form": "play", "by": "wikidata:Q9100002"})]
    assert said(described, "Q9000012", "based_on") == [("Letters", {"form": "memoir"})]
    assert said(described, "Q9000006", "based_on") == [("The Ninth Wagon", {"form": "film", "also": ["Девятый вагон"]})]


def test_places_periods_and_topics(described: dict[str, Described]) -> None:
    assert values(described, "Q9000001", "set_place") == ["Vorkuta"]
    assert values(described, "Q9000001", "filming_place") == ["Murom"]
    assert values(described, "Q9000001", "set_event") == ["world-war-2"]
    assert values(described, "Q9000001", "set_time") == ["1939-09-01/1945-09-02"]
    assert values(described, "Q9000005", "set_time") == ["195X"]
    assert values(described, "Q9000001", "topic") == ["gulag"]


def test_prizes_know_result_year_and_winner(described: dict[str, Described]) -> None:
    assert said(described, "Q9000001", "award") == [
        (
            "academy-awards/best-picture",
            {"table": "academy-awards", "category": "best-picture", "result": "nominated", "year": 1968,
             "recipient": "Irina Vasnetsova"},
        )
    ]  # fmt: skip
    assert values(described, "Q9000012", "award") == ["berlin/golden-bear"]


def test_a_prize_that_no_table_of_ours_knows_is_counted_and_takes_no_words_from_them(dump: Path) -> None:
    """An item called *Oscar* once hid the record's Academy Awards, and a supported prize became unknown."""
    source = opened(dump)
    assert sum(1 for _ in source.read()) > 0
    assert source.left_out["award: a prize that is not one of the list (the first: Q9000001)"] == 1
    assert not source.tables


def test_every_prize_of_the_closed_list_is_in_our_tables() -> None:
    tables = tomllib.loads((shipped("records") / "awards/tables.toml").read_text("utf-8"))
    for prize in closed()["award"].values():
        table, _, category = prize.partition("/")
        assert category in tables[table]["category"], prize


@pytest.mark.parametrize(("list_", "property_"), [("form", "form"), ("topic", "topic"), ("gender", "gender")])
def test_the_closed_lists_keep_to_the_registry(list_: str, property_: str) -> None:
    assert set(closed()[list_].values()) - {""} <= set(registry()[property_].values)


def test_states_and_events_of_the_closed_lists_are_in_the_record() -> None:
    held = read(shipped("records"))
    assert set(closed()["state"].values()) <= held.states.keys()
    assert set(closed()["event"].values()) <= held.events.keys()
    assert set(closed()["source_form"].values()) <= set(registry()["based_on"].qualifiers["form"])


def test_ids_elsewhere(described: dict[str, Described]) -> None:
    assert values(described, "Q9000001", "same_as") == ["imdb:tt9000001", "tmdb:900001"]
    assert values(described, "Q9100001", "same_as") == ["imdb:nm9000001"]


def test_people_have_names_dates_and_sex(described: dict[str, Described]) -> None:
    assert said(described, "Q9100001", "name") == [
        ("Ирина Васнецова", {"of": "original", "lang": "ru"}),
        ("Irina Vasnetsova", {"of": "usual", "lang": "en", "preferred": True}),
        ("И. Васнецова", {"of": "alternative", "lang": "ru"}),
    ]
    assert values(described, "Q9100001", "gender") == ["female"]
    assert values(described, "Q9100001", "died") == ["1980"]
    assert values(described, "Q9100002", "died") == []
    assert values(described, "Q9100020", "born") == [], "a century is no date"
    assert values(described, "Q9100021", "gender") == []


def test_the_same_statement_twice_is_said_once(described: dict[str, Described]) -> None:
    assert said(described, "Q9000008", "director") == [("wikidata:Q9100011", {"reference": "stated"})]


def test_nothing_of_it_may_refute_by_silence(dump: Path, pulled: Path) -> None:
    for source in (opened(dump), opened(pulled)):
        assert not source.complete and not source.declared
        assert (source.source.rank, source.source.family, source.source.licence) == (4, "wikimedia", "CC0")


def test_a_dump_is_dated_by_its_name_or_by_its_entities(dump: Path, tmp_path: Path) -> None:
    assert opened(dump).as_of == "2026-03-04"
    unnamed = tmp_path / "films.json"
    unnamed.write_text("\n".join(list(dump_lines())[1:]), "utf-8")
    assert opened(unnamed).as_of == "2026-03-04"


@pytest.mark.parametrize("form", ["bare.json", "bare.json.gz", "bare.json.bz2", "array.json", "array.json.bz2"])
def test_every_form_of_dump_reads_the_same(form: str, tmp_path: Path, described: dict[str, Described]) -> None:
    text = "\n".join(dump_lines(spaced=True)) if form.startswith("bare") else "[\n" + ",\n".join(dump_lines()) + "\n]"
    path = tmp_path / form
    path.write_bytes(packed(form, text.encode()))
    assert by_id(opened(path)) == described


def first_of(path: Path) -> Described:
    return next(iter(opened(path).read()))


def cut(path: Path, data: bytes) -> Iterator[Path]:
    for share in (0.5, 0.9):
        path.write_bytes(data[: int(len(data) * share)])
        yield path


@pytest.mark.parametrize("form", ["wikidata.json", "wikidata.json.gz", "wikidata.json.bz2"])
def test_a_dump_cut_short_is_refused_and_not_half_read(form: str, tmp_path: Path) -> None:
    # Four times over: a bz2 file of one block, cut, does not even begin.
    lines = [*dump_lines()] * 4
    data = ("[\n" + ",\n".join(lines) + "\n]\n").encode()
    for path in cut(tmp_path / form, packed(form, data)):
        with pytest.raises(SourceError, match=r"wikidata\.json.*(cut short|cannot be read|fetch it again)"):
            first_of(path)


def test_an_array_that_was_cut_between_two_lines_is_still_noticed(tmp_path: Path) -> None:
    path = tmp_path / "wikidata.json"
    path.write_text("[\n" + ",\n".join(dump_lines()) + ",\n", "utf-8")
    with pytest.raises(SourceError, match="no end"):
        list(opened(path).read())


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    lines = list(dump_lines())
    at = next(n for n, line in enumerate(lines) if "Q9000001" in line and '"id":"Q9000001"' in line)
    lines[at] = lines[at][:-40]
    path = tmp_path / "films.json"
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(SourceError, match=rf"films\.json:{at + 1}: not an entity"):
        list(opened(path).read())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("list.json", b'[{"title": "Somebody\'s list", "id": 3}]'),
        ("lines.json", b'{"title": "A film", "year": 1966}\n'),
        ("empty.json", b""),
        ("noise.json.gz", b"not gzip at all"),
        ("table.tsv", b"a\tb\n"),
    ],
)
def test_other_files_are_left_to_other_readers(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert not any(reader.open(path) for reader in READERS if reader.name == "wikidata")


@pytest.mark.parametrize(
    "data", [b"<!DOCTYPE html>\n<html></html>", b'{"error": "no"}', b"", gzip.compress(b"<html>")[:-9]]
)
def test_what_is_called_wikidata_and_is_not_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / ("wikidata-all.json.gz" if data[:2] == b"\x1f\x8b" else "wikidata-all.json")
    path.write_bytes(data)
    with pytest.raises(SourceError, match="wikidata-all"):
        opened(path)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "title.basics.tsv.gz").write_bytes(b"")
    assert not any(reader.open(tmp_path) for reader in READERS if reader.name == "wikidata")


def test_a_damaged_page_is_named(pulled: Path, tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "copy"
    shutil.copytree(pulled, folder)
    page = sorted(folder.glob("films-*.json.gz"))[1]
    page.write_bytes(page.read_bytes()[:-20])
    with pytest.raises(SourceError, match=page.name):
        list(opened(folder).read())
    page.write_bytes(gzip.compress(json.dumps({"ids": ["Q1"], "terms": {}}).encode()))
    with pytest.raises(SourceError, match=page.name):
        list(opened(folder).read())


def test_what_a_build_pins_is_every_page_it_reads(pulled: Path) -> None:
    files = opened(pulled).files
    assert {path.name.partition("-")[0] for path in files} == {"pull.toml", "films", "others", "authors"}
    assert all(path.is_file() for path in files)


@pytest.mark.parametrize(
    ("time", "precision", "julian", "expected"),
    [
        ("+1930-00-00T00:00:00Z", 9, False, "1930"),
        ("1930-01-01T00:00:00Z", 9, False, "1930"),
        ("+1930-05-00T00:00:00Z", 10, True, "1930-05"),
        ("+1918-02-01T00:00:00Z", 11, True, "1918-02-14"),
        ("+1900-02-29T00:00:00Z", 11, True, "1900-03-13"),
        ("+1930-05-07T00:00:00Z", 14, False, "1930-05-07"),
        ("+1950-00-00T00:00:00Z", 8, False, "195X"),
        ("+1950-00-00T00:00:00Z", 7, False, ""),
        ("-0800-00-00T00:00:00Z", 9, False, ""),
        ("+12930-00-00T00:00:00Z", 9, False, ""),
        ("+00000001930-00-00T00:00:00Z", 9, False, "1930"),
    ],
)
def test_a_point_in_time_as_edtf(time: str, precision: int, julian: bool, expected: str) -> None:
    assert edtf(time, precision, julian=julian) == expected


def test_each_subject_has_one_preferred_name(described: dict[str, Described]) -> None:
    for row in described.values():
        preferred = [
            value for name, value, told in row.said if name in ("title", "name") and (told or {}).get("preferred")
        ]
        assert len(preferred) == 1, row.id


def test_what_has_the_number_of_a_film_is_one_of_whatever_class(described: dict[str, Described]) -> None:
    assert values(described, "Q9000013", "title") == ["Four Stories of Snow"]
    assert values(described, "Q9000013", "form") == []


def test_no_room_for_what_is_set_aside_is_an_error_that_says_where(dump: Path) -> None:
    code = (
        "import sys, resource; from pathlib import Path; from verite.sources import wikidata; "
        "source = wikidata.READER.open(Path(sys.argv[1]))[0]; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); "
        "list(source.read())"
    )
    done = subprocess.run([sys.executable, "-c", code, str(dump)], capture_output=True, text=True)
    assert done.returncode == 1
    assert "SourceError" in done.stderr.splitlines()[-1] and "TMPDIR" in done.stderr
