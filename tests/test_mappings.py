"""Mapping files: an archive's own spreadsheet becomes a source without code, and a fault in it is told where it stands."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from verite.cli import main
from verite.errors import SourceError
from verite.sources import find
from verite.sources.source import Described, Opened
from verite.sources.states import state

from . import kept

ROOT = Path(__file__).parent.parent


def source(path: Path) -> Opened:
    (one,) = find([path]).opened
    return one


def read(path: Path) -> list[Described]:
    return list(source(path).read())


def said(one: Described, property_: str) -> list[Any]:
    return [value for name, value, _ in one.said if name == property_]


def changed(folder: Path, old: str, new: str) -> Path:
    """The archive's mapping with one thing in it changed."""
    kept.holdings(folder)
    path = folder / "my-archive.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def test_a_spreadsheet_becomes_a_source(tmp_path: Path) -> None:
    (first, *_) = read(kept.holdings(tmp_path))
    assert first.id == "harbour:0"
    assert first.said[0] == ("year", 1931, None)
    assert ("title", "The Lamp 0", {"of": "original", "lang": "no"}) in first.said
    assert said(first, "director") == ["Kari Olsen", "Per Berg"]
    assert said(first, "country") == ["NOR", "SUN"]  # Russia, in 1931
    assert said(first, "duration") == [91]


@pytest.mark.parametrize("given", [".", "my-archive.toml", "holdings.csv"])
def test_a_mapping_works_given_itself_or_beside_its_table(given: str, tmp_path: Path) -> None:
    kept.holdings(tmp_path)
    opened = source(tmp_path / given)
    assert len(list(opened.read())) == 3
    assert opened.complete == {"director": "taken from the opening titles of the prints"}
    assert (opened.source.key, opened.source.rank, opened.as_of) == ("harbour-archive", 1, "2026-11")


def test_a_mapping_names_its_table_by_a_path_from_its_folder(tmp_path: Path) -> None:
    path = changed(tmp_path, 'file = "holdings.csv"', 'file = "tables/holdings.csv"')
    (tmp_path / "tables").mkdir()
    (tmp_path / "holdings.csv").rename(tmp_path / "tables/holdings.csv")
    assert len(read(path)) == 3


@pytest.mark.parametrize("form", ["csv", "csv.gz", "tsv", "json", "jsonl", "jsonl.gz", "parquet"])
def test_the_same_table_in_any_form_says_the_same(form: str, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
    expected = read(kept.holdings(tmp_path / "a"))
    folder = tmp_path / "b"
    columns = "No Title Language Made Directors Country Length".split()
    rows = [
        dict(zip(columns, (str(n), f"Lamp {n}, The", "Norwegian", "1931", "Olsen, Kari & Per Berg", "Norway/Russia", "1h 31m"), strict=True))
        for n in range(3)
    ]  # fmt: skip
    path = folder / f"holdings.{form}"
    if form == "parquet":
        pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    else:
        text = {
            "csv": (tmp_path / "a/holdings.csv").read_text("utf-8"),
            "tsv": "\n".join("\t".join(cells) for cells in (columns, *(row.values() for row in rows))) + "\n",
            "json": json.dumps(rows, indent=1),
            "jsonl": "".join(json.dumps(row) + "\n" for row in rows),
        }[form.removesuffix(".gz")]
        path.write_bytes(gzip.compress(text.encode()) if form.endswith(".gz") else text.encode())
    (folder / "my.toml").write_text(kept.MAPPING.replace("holdings.csv", path.name), "utf-8")
    assert read(folder) == expected


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("citation =", "citaton =", "'citaton'; did you mean 'citation'"),
        ("rank = 1", "rank = 5", "rank 5 is none of 1, 2, 3, 4"),
        ("null =", "nul =", "'nul'; did you mean 'null'"),
        ("director = { from", "directer = { from", "'directer' is no property; did you mean 'director'"),
        ('as = "last-first"', 'as = "last-frist"', "'last-frist' is no conversion; did you mean 'last-first'"),
        ('of = "original", lang', 'off = "original", lang', "unknown key 'off'; did you mean 'of'"),
        ('of = "original"', 'of = "orignal"', "'orignal' is not one of.*did you mean 'original'"),
        ('split = "/"', 'spilt = "/"', "'spilt'; did you mean 'split'"),
        ('prefix = "harbour:"', 'prefix = "harbour"', "must be a name space"),
        ("director = \"taken", "writer = \"taken", "'writer' is not said by this table"),
        ("[[table]]", "[table]", r"write \[\[table\]\]"),
        ("[source]", "[source", "not a mapping in TOML"),
    ],
)  # fmt: skip
def test_a_fault_in_a_mapping_is_told_with_its_line(old: str, new: str, told: str, tmp_path: Path) -> None:
    path = changed(tmp_path, old, new)
    with pytest.raises(SourceError, match=rf"my-archive\.toml.*{told}"):
        from_mapping(path)


def from_mapping(path: Path) -> None:
    from verite.sources import mapping

    mapping.read(path)


def test_the_line_is_that_of_the_word(tmp_path: Path) -> None:
    path = changed(tmp_path, "null =", "nul =")
    line = path.read_text("utf-8").splitlines().index('nul = ["?"]') + 1
    with pytest.raises(SourceError, match=rf"my-archive\.toml:{line}: "):
        read(path)


def test_a_column_that_the_table_has_not_is_told(tmp_path: Path) -> None:
    path = changed(tmp_path, 'from = "Directors"', 'from = "Director"')
    with pytest.raises(SourceError, match=r"holdings\.csv has no column 'Director'; did you mean 'Directors'"):
        read(path)


def test_a_table_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = changed(tmp_path, 'file = "holdings.csv"', 'file = "holding.csv"')
    with pytest.raises(SourceError, match=r"no file 'holding\.csv'"):
        read(path)


def test_a_wrong_statement_of_a_table_is_left_out(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        "[table.complete]",
        '[[table.wrong]]\nid = "harbour:1"\nproperty = "year"\nwhy = "x"\n[table.complete]',
    )
    assert [said(one, "year") for one in read(path)] == [[1931], [], [1931]]


def test_a_value_that_is_not_understood_is_left_out_and_counted(tmp_path: Path) -> None:
    kept.holdings(tmp_path)
    table = tmp_path / "holdings.csv"
    table.write_text(table.read_text("utf-8").replace("Norway/Russia", "Norway/Atlantis"), "utf-8")
    opened = source(tmp_path)
    assert [said(one, "country") for one in opened.read()] == [["NOR"]] * 3
    (why, count), *_ = opened.left_out.items()
    assert "country" in why and "Atlantis" in why and count == 3


def test_a_second_file_is_joined(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        "[table.say]",
        'join = [{ file = "ids.csv", on = "No" }]\n[table.say]\nsame_as = { from = "tt", as = "imdb" }',
    )
    (tmp_path / "ids.csv").write_text("No,tt\n1,38297\n", "utf-8")
    assert [said(one, "same_as") for one in read(path)] == [[], ["imdb:tt0038297"], []]


def test_only_the_rows_that_are_meant_are_read(tmp_path: Path) -> None:
    path = changed(tmp_path, "[table.say]", 'only = { No = ["0", "2"] }\n[table.say]')
    assert [one.id for one in read(path)] == ["harbour:0", "harbour:2"]


def test_parquet_without_its_package_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    (tmp_path / "awards.parquet").write_bytes(b"PAR1")
    with pytest.raises(SourceError, match=r"verite\[parquet\]"):
        find([tmp_path / "awards.parquet"])


@pytest.mark.parametrize(
    ("word", "year", "code"),
    [
        ("Danish", None, None),
        ("Denmark", None, "DNK"),
        ("DK", 1950, "DNK"),
        ("Russia", 1990, "SUN"),
        ("Russia", 1991, "RUS"),  # the year in which the one became the other: the table's word stands
        ("Ukraine", 1960, "SUN"),
        ("Lithuania", 1935, "LTU"),
        ("Germany", 1960, "DEU"),  # which of the two, the table does not say
        ("Germany", 1930, "DEU"),
        ("Czech Republic", 1968, "CSK"),
        ("Slovakia", 1942, "SVK"),
        ("Serbia", 1975, "YUG"),
        ("Serbia", 1999, "SCG"),
        ("YU", 1970, "YUG"),
        ("YU", 1998, "SCG"),
        ("Zaire", 1985, "ZAR"),
        ("Korea, Republic of", None, "KOR"),
        ("Burma", 1940, "MMR"),
        ("Palestine", 1996, "PSE"),
        ("", None, None),
    ],
)
def test_a_state_is_that_of_its_time(word: str, year: int | None, code: str | None) -> None:
    assert state(word, year) == code


def blocks(kind: str) -> list[str]:
    """The examples of the how-to, of one kind."""
    page = (ROOT / "docs/how-to/use-your-own-table.md").read_text("utf-8")
    return re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)


def test_the_how_to_does_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "holdings.csv").write_text(blocks("csv")[0], "utf-8")
    (tmp_path / "my-archive.toml").write_text(blocks("toml")[0], "utf-8")
    (tmp_path / "list.txt").write_text(blocks("text")[0], "utf-8")
    build, check = (
        line.removeprefix("$ verite ").split() for block in blocks("console") for line in block.splitlines()
    )
    built = CliRunner().invoke(main, inside(tmp_path, build))
    assert built.exit_code == 0, built.output
    checked = CliRunner().invoke(main, [*inside(tmp_path, check), "--format", "json"])
    assert checked.exit_code == 1, checked.output
    verdicts = json.loads(checked.output)["lists"][0]["verdicts"]
    found = {(one["entry"], one["claim"]["property"]): one["status"] for one in verdicts}
    assert found == {
        (1, "existence"): "supported", (1, "year"): "supported", (1, "country"): "supported", (1, "director"): "supported",
        (2, "existence"): "supported", (2, "year"): "supported", (2, "country"): "supported", (2, "director"): "refuted",
    }  # fmt: skip


def inside(folder: Path, words: list[str]) -> list[str]:
    """A command of the how-to with its files in this folder."""
    verb = 2 if words[0] == "catalogue" else 1
    return [*words[:verb], *(word if word.startswith("-") else str(folder / word) for word in words[verb:])]
