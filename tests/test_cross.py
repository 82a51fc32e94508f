"""The shipped record cross-examined with tables of others: no disagreement stands unexplained."""

import sys
from pathlib import Path

from verite.sources.record import Record

from . import invented

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

from cross import examine


def test_no_table_disagrees_with_the_record_unexplained(record: Record, data: Path) -> None:
    found = list(examine(record, data))
    assert len(found) > 900, "the tables were not read"
    assert {c.field for c in found} == {"title", "year", "director", "country", "duration", "award"}
    assert [c for c in found if not c.agrees and not c.explained] == []


COLUMNS = "year,title,original_title,director,languages,countries_of_origin,run_time,imdb_url"


def compared(folder: Path, row: str, work: str | None = None) -> dict[str, tuple[bool, bool]]:
    """field -> (whether the invented film's record agrees with the row of a table, whether a remark explains it)."""
    record = invented.recorded(folder / "records", work)
    (folder / "cannes.csv").write_text(f"{COLUMNS}\n{row}\n", "utf-8")
    return {c.field: (c.agrees, c.explained) for c in examine(record, folder / "cannes.csv")}


def test_a_table_that_agrees_agrees(tmp_path: Path) -> None:
    row = "1931,The Lamplighter,,Nora Lind,no,NO,97,https://www.imdb.com/title/tt0000001/"
    found = compared(tmp_path, row)
    assert {field for field, (agrees, _) in found.items() if agrees} == {
        "title",
        "year",
        "director",
        "country",
        "duration",
    }


def test_a_table_that_differs_differs_until_a_remark_names_what_it_says(tmp_path: Path) -> None:
    row = "1932,The Lamplighter,,Nora Lind,no,SE,120,https://www.imdb.com/title/tt0000001/"
    found = compared(tmp_path / "one", row)
    assert [found[field] for field in ("year", "country", "duration")] == [(False, False)] * 3
    text = invented.GIVEN.read_text("utf-8")
    remarked = text.replace("is = 96,", 'is = 96, remark = "120 in a table", ')
    assert compared(tmp_path / "two", row, remarked)["duration"] == (False, True)


def test_another_film_of_the_title_is_not_compared(tmp_path: Path) -> None:
    assert (
        compared(tmp_path / "one", "1931,The Lamplighter,,Ole Bang,no,NO,97,https://www.imdb.com/title/tt0000001/")
        == {}
    )
    assert (
        compared(tmp_path / "two", "1954,The Lamplighter,,Nora Lind,no,NO,97,https://www.imdb.com/title/tt0000001/")
        == {}
    )
