"""A catalogue built from several sources: what is joined and what is not, versions, and builds that go wrong."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from verite.catalogue import Catalogue, folder, versions
from verite.catalogue.build import Built, build
from verite.catalogue.open import open_record
from verite.checking import check
from verite.cli import main
from verite.errors import CatalogueError
from verite.model import Said, Source
from verite.sources.record import Record
from verite.sources.source import Described, Opened

VERITE = [sys.executable, "-m", "verite"]
EMPTY = Record()


def film(title: str, year: int | None = None, *said: Said, of: str = "release") -> list[Said]:
    when: list[Said] = [] if year is None else [("year", year, None)]
    return [("title", title, {"of": of}), *when, *said]


def by(*names: str) -> tuple[Said, ...]:
    return tuple(("director", name, None) for name in names)


def also(id_: str) -> Said:
    return ("same_as", id_, None)


def source(
    key: str, subjects: Mapping[str, list[Said]], rank: int = 3, complete: Mapping[str, str] | None = None
) -> Opened:
    described = [Described(id_, "agent" if said[0][0] == "name" else "work", said) for id_, said in subjects.items()]
    told = Source(key, f"The {key} (invented)", family=key, rank=rank)
    return Opened(told, (), "2026-11", lambda: iter(described), complete or {})


def built(tmp_path: Path, *sources: Opened) -> Built:
    return build(tmp_path / "catalogue", sources, EMPTY)


def opened(made: Built) -> Catalogue:
    return Catalogue.open(made.version)


# --- identity


def test_subjects_of_one_id_are_one_film_and_keep_their_own_sources(tmp_path: Path) -> None:
    one = source("one", {"one:1": film("The Ferry", 1934, *by("Nora Lind"), also("imdb:tt0000001"))})
    two = source("two", {"two:a": film("Ferjen", 1934, ("duration", 90, None), also("imdb:tt0000001"))})
    held = opened(built(tmp_path, one, two))
    (work,) = held.works
    assert work.id == "imdb:tt0000001"
    assert {s.value for s in held.statements(work.id, "title")} == {"The Ferry", "Ferjen"}
    assert [c.key for s in held.statements(work.id, "duration") for c in s.sources] == ["two"]
    assert held.work("one:1") == held.work("two:a") == work


def test_an_id_given_to_two_films_joins_neither_by_force(tmp_path: Path) -> None:
    """A table of noted films gives Holland's *Europa, Europa* the id of von Trier's *Europa*."""
    right = source("right", {"imdb:tt0101829": film("Europa", 1991, *by("Lars von Trier"))})
    wrong = source("wrong", {"w:1": film("Europa, Europa", 1990, *by("Agnieszka Holland"), also("imdb:tt0101829"))})
    made = built(tmp_path, right, wrong)
    held = opened(made)
    assert len(held.works) == 2
    assert [row[:3] for row in made.conflicts] == [("shared-id", "w:1", "imdb:tt0101829")]
    assert "other directors" in made.conflicts[0][3]


def test_one_source_never_has_two_of_its_films_joined(tmp_path: Path) -> None:
    first = source(
        "first",
        {"f:1": film("The Keel", 1950, also("imdb:tt1")), "f:2": film("The Keel Again", 1951, also("imdb:tt1"))},
    )
    second = source("second", {"imdb:tt1": film("The Keel", 1950)})
    made = built(tmp_path, first, second)
    held = opened(made)
    assert held.lead("f:1") == held.lead("imdb:tt1")
    assert held.lead("f:2") != held.lead("f:1")
    assert made.conflicts


def test_a_film_without_an_id_joins_the_only_one_of_its_title_and_year(tmp_path: Path) -> None:
    one = source("one", {"one:1": film("The Pilot", 1961, *by("Jan Berg"))})
    two = source("two", {"two:1": film("Pilot, The", 1962, *by("Berg, Jan"))})
    assert len(opened(built(tmp_path, one, two)).works) == 1


def test_what_is_joined_brings_others_with_it(tmp_path: Path) -> None:
    """One table has the year of a festival, another that of a release abroad, a third no makers: one film."""
    one = source("one", {"one:1": film("Snowpiercer", 2013, *by("Bong Joon-ho"))})
    two = source("two", {"two:1": film("Snowpiercer", 2014, *by("Joon-ho Bong"))})
    three = source("three", {"three:1": film("Snowpiercer", 2013), "three:2": film("The Ferry", 1934)})
    assert {w.title for w in opened(built(tmp_path, one, two, three)).works} == {"Snowpiercer", "The Ferry"}


def test_two_films_with_two_ids_stay_two_whatever_they_are_called(tmp_path: Path) -> None:
    one = source("one", {"one:1": film("Aladdin", 2019, also("imdb:tt1"))})
    two = source("two", {"two:1": film("Aladdin", 2019, also("imdb:tt2"))})
    made = built(tmp_path, one, two)
    assert len(opened(made).works) == 2
    assert [row[0] for row in made.conflicts] == ["two-ids"]


def test_two_films_of_one_title_and_year_by_two_hands_stay_two(tmp_path: Path) -> None:
    one = source("one", {"one:1": film("Black Rain", 1989, *by("Shohei Imamura"))})
    two = source("two", {"two:1": film("Black Rain", 1989, *by("Ridley Scott"))})
    made = built(tmp_path, one, two)
    assert len(opened(made).works) == 2
    assert [row[0] for row in made.conflicts] == ["title-year"]


def test_a_film_that_two_of_a_source_may_be_joins_neither(tmp_path: Path) -> None:
    one = source("one", {"one:1": film("The Return", 1980), "one:2": film("The Return", 1981)})
    two = source("two", {"two:1": film("The Return", 1980)})
    assert len(opened(built(tmp_path, one, two)).works) == 3


def test_a_film_shown_long_after_it_was_made_is_not_torn_apart(tmp_path: Path) -> None:
    one = source("one", {"one:1": film("Andrei Rublev", 1966, *by("Andrei Tarkovsky"), also("imdb:tt0060107"))})
    two = source("two", {"two:1": film("Andrey Rublyov", 1971, *by("Andrey Tarkovskiy"), also("imdb:tt0060107"))})
    assert len(opened(built(tmp_path, one, two)).works) == 1


def test_what_a_source_tells_in_pieces_is_one_film(tmp_path: Path) -> None:
    pieces = [Described("one:1", "work", film("The Ferry", 1934)), Described("one:1", "work", [("duration", 90, None)])]
    told = Opened(Source("one", "One", family="one", rank=3), (), "2026", lambda: iter(pieces))
    held = opened(build(tmp_path / "catalogue", [told], EMPTY))
    assert [s.value for s in held.statements("one:1", "duration")] == [90]
    assert held.meta["works"] == 1


def test_a_join_can_be_undone(tmp_path: Path) -> None:
    """Joins are rows in one table; nothing a source says is rewritten."""
    import sqlite3

    one = source("one", {"one:1": film("The Ferry", 1934, also("imdb:tt1"))})
    two = source("two", {"two:1": film("The Ferry", 1934, also("imdb:tt1"))})
    made = built(tmp_path, one, two)
    with sqlite3.connect(made.version / "catalogue.sqlite") as connection:
        rows = connection.execute("select lead, subject, reason from member").fetchall()
        assert rows == [(1, 2, "both are imdb:tt1")]
        told = connection.execute("select id, data from subject order by n").fetchall()
    assert [id_ for id_, _ in told] == ["one:1", "two:1"]
    assert all(json.loads(data)["title"][0][0] == "The Ferry" for _, data in told)


def test_people_are_joined_by_id_and_known_by_every_name(tmp_path: Path) -> None:
    one = source(
        "one",
        {
            "imdb:nm1": [("name", "Nora Lind", None)],
            "imdb:tt1": film("The Ferry", 1934, ("director", "imdb:nm1", None)),
        },
    )
    two = source("two", {"wikidata:Q1": [("name", "Нора Линд", None), also("imdb:nm1")]})
    held = opened(built(tmp_path, one, two))
    assert set(held.names("imdb:nm1")) == {"Nora Lind", "Нора Линд"}
    assert held.works[0].director == ("Nora Lind",)


# --- what may refute


def verdict(held: Catalogue, fact: str, kind: str = "director") -> str:
    report = check(f"The Ferry (1934)\nFact: {fact}\n", catalogue=held)
    (status,) = {str(v.status) for v in report.lists[0].verdicts if v.claim.kind == kind}
    return status


def test_only_a_declared_property_refutes(tmp_path: Path) -> None:
    ferry = {"one:1": film("The Ferry", 1934, *by("Nora Lind"))}
    silent = opened(built(tmp_path / "a", source("one", ferry)))
    assert verdict(silent, "It was directed by Otto Brandt.") == "unverified"
    whole = opened(built(tmp_path / "b", source("one", ferry, complete={"director": "full credits"})))
    assert verdict(whole, "It was directed by Otto Brandt.") == "refuted"
    assert verdict(whole, "It was directed by Nora Lind.") == "supported"


def test_one_open_database_alone_refutes_nothing(tmp_path: Path) -> None:
    weak = source("one", {"one:1": film("The Ferry", 1934, *by("Nora Lind"))}, rank=4, complete={"director": "x"})
    assert verdict(opened(built(tmp_path, weak)), "It was directed by Otto Brandt.") == "unverified"


def test_what_our_kinds_read_in_a_text_refutes_nothing(tmp_path: Path) -> None:
    told = source("one", {"one:1": film("The Ferry", 1934, *by("Nora Lind"))}, complete={"director": "x"})
    held = opened(built(tmp_path, told._replace(origin="read")))
    assert verdict(held, "It was directed by Otto Brandt.") == "unverified"
    assert verdict(held, "It was directed by Nora Lind.") == "supported"


# --- versions


def test_the_same_sources_make_the_same_version(tmp_path: Path) -> None:
    one = source("one", {"one:1": film("The Ferry", 1934)})
    assert built(tmp_path / "a", one).meta["hash"] == built(tmp_path / "b", one).meta["hash"]


def test_a_new_version_takes_the_place_of_the_old_which_readers_keep(tmp_path: Path) -> None:
    first = built(tmp_path, source("one", {"one:1": film("The Ferry", 1934)}))
    reader = opened(first)
    second = built(tmp_path, source("one", {"one:1": film("The Ferry", 1934), "one:2": film("The Keel", 1950)}))
    assert folder.current(tmp_path / "catalogue") == second.version != first.version
    assert len(reader.works) == 1
    third = built(tmp_path, source("one", {"one:1": film("The Pilot", 1961)}))
    assert not first.version.exists(), "the version before the last is kept, older ones are not"
    assert second.version.exists() and third.version.exists()


def test_a_damaged_file_is_found_by_verify(tmp_path: Path) -> None:
    made = built(tmp_path, source("one", {"one:1": film("The Ferry", 1934)}))
    assert versions.verify(made.version) == []
    file = made.version / "catalogue.sqlite"
    file.write_bytes(file.read_bytes()[:-100])
    (fault,) = versions.verify(made.version)
    assert "catalogue.sqlite" in fault and "damaged" in fault


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    made = built(tmp_path, source("one", {"one:1": film("The Ferry", 1934)}))
    told = json.loads((made.version / "manifest.json").read_text("utf-8"))
    (made.version / "manifest.json").write_text(json.dumps({**told, "format": 99}), "utf-8")
    with pytest.raises(CatalogueError, match="format 99"):
        open_record(tmp_path / "catalogue")


def test_a_pointer_that_leads_nowhere_says_what_to_do(tmp_path: Path) -> None:
    built(tmp_path, source("one", {"one:1": film("The Ferry", 1934)}))
    (tmp_path / "catalogue/current").write_text("nothing-there\n", "utf-8")
    with pytest.raises(CatalogueError, match="build it again"):
        open_record(tmp_path / "catalogue")


# --- the command, and what goes wrong


BASICS = "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n"


def imdb(folder_: Path, films: int) -> Path:
    folder_.mkdir(parents=True, exist_ok=True)
    rows = (
        f"tt{n:07}\tmovie\tThe Ferry {n}\tThe Ferry {n}\t0\t{1930 + n % 90}\t\\N\t90\tDrama\n" for n in range(films)
    )
    (folder_ / "title.basics.tsv").write_text(BASICS + "".join(rows), "utf-8")
    return folder_


def run(*arguments: object, code: int = 0) -> str:
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exit_code == code, result.output
    return str(result.output)


def test_build_info_show_add_and_verify_as_a_user_would(tmp_path: Path) -> None:
    target = tmp_path / "catalogue"
    out = run("catalogue", "build", "-o", target, "--no-record", imdb(tmp_path / "one", 3))
    assert "3 works" in out and "0 conflicts" in out
    told: dict[str, Any] = json.loads(run("catalogue", "info", "-c", target, "--format", "json"))
    assert (told["works"], told["sources_read"][0]["key"]) == (3, "imdb")
    assert "The Ferry 2" in run("catalogue", "show", "The Ferry 2", "-c", target)
    (tmp_path / "mine.csv").write_text("no,title,year\n7,The Keel,1950\n", "utf-8")
    (tmp_path / "mine.toml").write_text(
        '[source]\nkey = "mine"\ncitation = "Mine"\nfamily = "mine"\nrank = 2\nwhy = "an archive"\nas_of = "2026-11"\n'
        '[[table]]\nfile = "mine.csv"\ncolumns = ["no", "title"]\nid = { from = "no", prefix = "mine:" }\n'
        '[table.say]\ntitle = { from = "title", with = { of = "release" } }\nyear = { from = "year" }\n',
        "utf-8",
    )
    assert "4 works" in run("catalogue", "add", "-c", target, tmp_path / "mine.toml")
    assert "every file is as it was built" in run("catalogue", "verify", "-c", target)
    assert "small catalogue" in run("catalogue", "calibrate", "-c", target)
    assert "every file is as it was built" in run("catalogue", "verify", "-c", target)
    assert open_record(target).meta["works"] == 4
    assert (
        next(p for p in target.iterdir() if p.name == (target / "current").read_text().strip()) / "sources.lock"
    ).is_file()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("title.basics.tsv", b"<!DOCTYPE html><html>Sign in</html>", "title.basics.tsv"),
        ("title.basics.tsv", b"a\tb\tc\n1\t2\t3\n", "title.basics.tsv"),
        ("title.basics.tsv.gz", b"\x1f\x8b\x08\x00 cut short", "title.basics.tsv.gz"),
    ],
)
def test_a_broken_source_is_named_and_the_old_version_stays_in_use(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    target = tmp_path / "catalogue"
    run("catalogue", "build", "-o", target, "--no-record", imdb(tmp_path / "one", 3))
    before = (target / "current").read_text("utf-8")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / name).write_bytes(content)
    assert says in run("catalogue", "build", "-o", target, "--no-record", tmp_path / "bad", code=2)
    assert (target / "current").read_text("utf-8") == before
    assert not list(target.glob(".building-*"))


def test_nothing_that_is_known_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("A ferry waits.", "utf-8")
    assert "no source in it that is known" in run(
        "catalogue", "build", "-o", tmp_path / "c", tmp_path / "poem.txt", code=2
    )
    assert "no such file" in run("catalogue", "build", "-o", tmp_path / "c", tmp_path / "nowhere", code=2)


def test_a_build_that_is_killed_leaves_the_old_version_in_use(tmp_path: Path) -> None:
    target = tmp_path / "catalogue"
    run("catalogue", "build", "-o", target, "--no-record", imdb(tmp_path / "one", 3))
    before = (target / "current").read_text("utf-8")
    many = imdb(tmp_path / "many", 60_000)
    process = subprocess.Popen([*VERITE, "catalogue", "build", "-o", str(target), "--no-record", str(many)])
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        started = [p for p in target.glob(".building-*/catalogue.sqlite") if p.stat().st_size > 100_000]
        if started:
            break
        time.sleep(0.01)
    assert process.poll() is None, "the build was over before it could be killed"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert (target / "current").read_text("utf-8") == before
    assert open_record(target).meta["works"] == 3
    assert "60,000 works" in run("catalogue", "build", "-o", target, "--no-record", many)
    assert not list(target.glob(".building-*")), "what the killed build left is cleared away by the next"


def test_a_full_disk_is_told_and_leaves_the_old_version_in_use(tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: the same error comes of it, at the same places."""
    target = tmp_path / "catalogue"
    run("catalogue", "build", "-o", target, "--no-record", imdb(tmp_path / "one", 3))
    before = (target / "current").read_text("utf-8")
    many = imdb(tmp_path / "many", 20_000)

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    done = subprocess.run(
        [*VERITE, "catalogue", "build", "-o", str(target), "--no-record", str(many)],
        capture_output=True, text=True, preexec_fn=little_room, env={**os.environ},
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "could not be written" in done.stderr and "Traceback" not in done.stderr
    assert (target / "current").read_text("utf-8") == before
    assert open_record(target).meta["works"] == 3


def test_the_record_stands_first_and_the_tables_beside_it(tmp_path: Path, given_folder: Path) -> None:
    table = source("table", {"t:1": film("The Lamplighter", 1931, ("genre", "drama", None), *by("Nora Lind"))}, rank=4)
    from verite.sources import record as records

    held = Catalogue.open(build(tmp_path / "c", [table], records.read(given_folder)).version)
    assert held.work("t:1") == held.work("the-lamplighter-1931")
    assert held.work("t:1").id == "the-lamplighter-1931"  # type: ignore[union-attr]
    assert [c.key for s in held.statements("the-lamplighter-1931", "genre") for c in s.sources] == ["table"]
