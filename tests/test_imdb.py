"""The official IMDb files: what is taken, what is not, and in whatever order they lie."""

import gzip
import random
from pathlib import Path
from typing import Any

import pytest

from verite.errors import SourceError
from verite.sources import imdb
from verite.sources.source import Described, Opened

from . import kept


def opened(path: Path) -> Opened:
    (one,) = imdb.READER.open(path)
    return one


def read(path: Path) -> dict[str, Described]:
    return {one.id: one for one in opened(path).read()}


def said(one: Described, property_: str) -> list[tuple[Any, Any]]:
    return [(value, qualifiers) for name, value, qualifiers in one.said if name == property_]


def test_six_files_tell_one_film(tmp_path: Path) -> None:
    film = read(kept.imdb(tmp_path))["imdb:tt0000001"]
    assert said(film, "title") == [
        ('The "Lamp" 0', {"of": "release", "preferred": True}),  # no quoting: the marks belong to the title
        ("Lampen 0", {"of": "original"}),
        ("Лампа 0", {"of": "release", "lang": "ru", "in": "SUN"}),
        ("Lampa 0", {"of": "transliterated", "lang": "ru", "in": "SUN"}),
        ("Lamp, working 0", {"of": "working", "lang": "en", "in": "GBR"}),
    ]
    assert said(film, "year") == [(1931, {"of": "release"})]
    assert said(film, "form") == [("feature", None)]
    assert said(film, "duration") == [(90, None)]
    assert [genre for genre, _ in said(film, "genre")] == ["drama", "sci-fi"]
    assert said(film, "director") == [("imdb:nm0000001", None), ("imdb:nm0000002", None)]
    assert said(film, "cast") == [("imdb:nm0000003", {"character": "The Lamplighter / Herself"})]
    assert said(film, "camera") == [("imdb:nm0000004", None)]
    assert said(film, "rating") == [(7.5, {"votes": 12})]


def test_an_episode_is_no_film(tmp_path: Path) -> None:
    assert not [one for one in read(kept.imdb(tmp_path)).values() if ("Not a film", None) in said(one, "title")]
    assert "imdb:tt0000002" not in read(kept.imdb(tmp_path))


def test_only_people_credited_in_films_are_taken(tmp_path: Path) -> None:
    people = [id_ for id_ in read(kept.imdb(tmp_path)) if id_.startswith("imdb:nm")]
    assert people == [f"imdb:nm000000{n}" for n in (1, 2, 3, 4)]


def test_the_director_is_complete_only_with_the_file_that_names_all(tmp_path: Path) -> None:
    kept.imdb(tmp_path)
    assert opened(tmp_path).complete.keys() == {"director"}
    (tmp_path / "title.crew.tsv").unlink()
    assert opened(tmp_path).complete == {}
    assert said(read(tmp_path)["imdb:tt0000001"], "director") == [("imdb:nm0000001", None)]  # from the principals


@pytest.mark.parametrize("name", ["title.basics.tsv.gz", "title.akas.tsv", "title.principals.tsv.gz", "title.crew.tsv"])
def test_a_file_in_any_order_says_the_same(name: str, tmp_path: Path) -> None:
    expected = read(kept.imdb(tmp_path, films=40))
    path = tmp_path / name
    data = path.read_bytes()
    packed = path.suffix == ".gz"
    header, *rows = (gzip.decompress(data) if packed else data).decode().splitlines()
    by_film: dict[str, list[str]] = {}
    for row in rows:
        by_film.setdefault(row.split("\t")[0], []).append(row)
    films = list(by_film.values())
    random.Random(3).shuffle(films)
    text = "\n".join([header, *(row for film in films for row in film)]).encode()
    path.write_bytes(gzip.compress(text) if packed else text)
    assert read(tmp_path) == expected


def test_a_file_that_breaks_its_order_late_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verite.sources.ordered._LOOKED_AT", 5)
    kept.imdb(tmp_path, films=10)
    path = tmp_path / "title.akas.tsv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:9], *lines[13:17], *lines[9:13], *lines[17:]]), "utf-8")
    with pytest.raises(SourceError, match=r"title\.akas\.tsv:14: tt0000005 comes after tt0000007.*sort the file"):
        read(tmp_path)


def test_a_file_alone_is_read_too(tmp_path: Path) -> None:
    kept.imdb(tmp_path)
    films = read(tmp_path / "title.basics.tsv.gz")
    assert [said(one, "form")[0][0] for one in films.values()] == ["feature"] * 3
    assert len(read(tmp_path / "name.basics.tsv")) == 8
    assert said(read(tmp_path / "title.crew.tsv")["imdb:tt0000003"], "writer") == [("imdb:nm0000001", None)]


def test_the_old_principals_name_no_roles_and_add_nothing(tmp_path: Path) -> None:
    kept.imdb(tmp_path)
    (tmp_path / "title.principals.tsv.gz").unlink()
    kept.tsv(tmp_path / "title.principals.tsv", ["tconst", "principalCast"], [("tt0000001", "nm0000005,nm0000006")])
    assert said(read(tmp_path)["imdb:tt0000001"], "cast") == []


def test_a_renamed_file_is_known_by_its_columns(tmp_path: Path) -> None:
    kept.imdb(tmp_path)
    (tmp_path / "title.basics.tsv.gz").rename(tmp_path / "films-of-2026.tsv.gz")
    assert "imdb:tt0000001" in read(tmp_path)


def test_two_files_of_one_kind_are_refused(tmp_path: Path) -> None:
    kept.imdb(tmp_path)
    (tmp_path / "title.crew.tsv.gz").write_bytes(gzip.compress((tmp_path / "title.crew.tsv").read_bytes()))
    with pytest.raises(SourceError, match="both crew"):
        opened(tmp_path)


def test_documentaries_and_television_have_their_form_and_year(tmp_path: Path) -> None:
    kept.tsv(
        tmp_path / "title.basics.tsv",
        kept.BASICS,
        [
            ("tt0000001", "movie", "A", "A", 0, 1950, r"\N", r"\N", "Documentary,War"),
            ("tt0000002", "tvMovie", "B", "B", 0, 1988, r"\N", 70, "Drama"),
            ("tt0000003", "tvMiniSeries", "C", "C", 0, 1988, 1989, r"\N", r"\N"),
            ("tt0000004", "short", "D", "D", 0, r"\N", r"\N", 9, "Documentary,Short"),
            ("tt0000005", "videoGame", "E", "E", 0, 2001, r"\N", r"\N", r"\N"),
        ],
    )
    films = read(tmp_path)
    assert [said(one, "form")[0][0] for one in films.values()] == ["documentary", "television-film", "series", "short"]
    assert said(films["imdb:tt0000002"], "year") == [(1988, {"of": "broadcast"})]
    assert said(films["imdb:tt0000004"], "year") == []
    assert said(films["imdb:tt0000001"], "title") == [("A", {"of": "original", "preferred": True})]
