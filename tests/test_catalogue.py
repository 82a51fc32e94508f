"""The catalogue: one immutable file, named by what went into it, made aside and never half seen."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from verite import names
from verite.catalogue import Catalogue, read, spellings
from verite.catalogue.fingerprint import fingerprint
from verite.catalogue.open import open_record
from verite.checking import check
from verite.config import shipped
from verite.errors import CatalogueError, RecordError
from verite.model import Statement
from verite.sources.record import Record

from . import invented

OPEN = "import sys; from pathlib import Path; from verite.catalogue.open import open_record; print(open_record(Path(sys.argv[1])).meta['hash'])"


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own-cache"
    monkeypatch.setenv("VERITE_CACHE", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return invented.written(tmp_path / "records")


def started(folder: Path, cache: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", OPEN, str(folder)],
        env={**os.environ, "VERITE_CACHE": str(cache)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_a_record_is_compiled_once_and_named_by_its_hash(folder: Path, own_cache: Path) -> None:
    first = open_record(folder)
    (made,) = own_cache.glob("*.sqlite")
    assert made.stem == fingerprint(folder)
    stamp = made.stat().st_mtime_ns
    second = open_record(folder)
    assert list(own_cache.glob("*.sqlite")) == [made]
    assert made.stat().st_mtime_ns == stamp
    assert first.meta == second.meta


def test_a_changed_record_has_another_name_and_the_old_file_stays(folder: Path, own_cache: Path) -> None:
    open_record(folder)
    path = folder / "works/the-lamplighter-1931.toml"
    path.write_text(path.read_text("utf-8").replace('is = "1911"', 'is = "1912"'), "utf-8")
    evidence = folder / "evidence/the-lamplighter-1931.toml"
    evidence.write_text(evidence.read_text("utf-8").replace("set_time 1911", "set_time 1912"), "utf-8")
    assert [s.value for s in open_record(folder).statements("the-lamplighter-1931", "set_time")] == ["1912"]
    assert len(list(own_cache.glob("*.sqlite"))) == 2


def test_the_name_tells_of_what_is_said_and_not_of_where_it_lies(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "elsewhere")
    assert fingerprint(copy) == fingerprint(folder)


def test_the_same_statements_have_the_same_hash(folder: Path, tmp_path: Path, own_cache: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "elsewhere")
    path = copy / "works/the-lamplighter-1931.toml"
    path.write_text(f"# a remark\n{path.read_text('utf-8')}", "utf-8")
    assert open_record(copy).meta["hash"] == open_record(folder).meta["hash"]


def test_a_damaged_file_is_made_again(folder: Path, own_cache: Path) -> None:
    good = open_record(folder).meta
    (made,) = own_cache.glob("*.sqlite")
    made.write_bytes(b"not a database" * 100)
    assert open_record(folder).meta == good
    assert open_record(folder).works


def test_an_empty_file_is_made_again(folder: Path, own_cache: Path) -> None:
    good = open_record(folder).meta
    (made,) = own_cache.glob("*.sqlite")
    made.write_bytes(b"")
    assert open_record(folder).meta == good


def test_a_cut_file_is_made_again(folder: Path, own_cache: Path) -> None:
    good = open_record(folder).meta
    (made,) = own_cache.glob("*.sqlite")
    made.write_bytes(made.read_bytes()[: made.stat().st_size // 2])
    found = open_record(folder)
    assert found.meta == good
    assert [w.id for w in found.works] == ["the-lamplighter-1931"]
    assert found.lexicon


def test_a_file_of_a_newer_format_is_refused(folder: Path, own_cache: Path, tmp_path: Path) -> None:
    open_record(folder)
    (made,) = own_cache.glob("*.sqlite")
    newer = tmp_path / "newer.sqlite"
    shutil.copy(made, newer)
    with sqlite3.connect(newer) as connection:
        connection.execute("update meta set value = '99' where key = 'format'")
    connection.close()
    with pytest.raises(CatalogueError, match="format 99"):
        open_record(newer)


def test_a_catalogue_file_is_never_written_to(folder: Path, own_cache: Path) -> None:
    found = open_record(folder)
    with pytest.raises(sqlite3.OperationalError):
        found._connection.execute("insert into meta values ('a', '1')")


def test_a_read_only_cache_is_no_hindrance(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "locked"
    cache.write_text("a file where the folder should be")
    run = started(folder, cache)
    out, err = run.communicate(timeout=30)
    assert run.returncode == 0, err
    assert len(out.strip()) == 32
    assert cache.read_text() == "a file where the folder should be"


@pytest.mark.skipif(os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may write anywhere")
def test_a_cache_that_may_not_be_written_is_no_hindrance(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "locked"
    cache.mkdir(mode=0o500)
    run = started(folder, cache)
    out, err = run.communicate(timeout=30)
    assert (run.returncode, len(out.strip())) == (0, 32), err


def test_a_build_that_is_killed_leaves_nothing_in_use(folder: Path, tmp_path: Path, own_cache: Path) -> None:
    good = open_record(folder).meta["hash"]
    kept = {f.name: f.read_bytes() for f in own_cache.glob("*.sqlite")}
    other = shutil.copytree(folder, tmp_path / "other")
    rows = (other / "awards/harbour.csv").read_text("utf-8").splitlines()
    many = [
        rows[0],
        *(row for row in rows[1:] if "lamplighter" not in row),
        *(f"{n},{1900 + n % 60},golden-lamp,won,Film {n},,,,,,,archive" for n in range(60_000)),
    ]
    (other / "awards/harbour.csv").write_text("\n".join(many), "utf-8")
    run = started(other, own_cache)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and run.poll() is None and not list(own_cache.glob("*.part")):
        time.sleep(0.005)
    assert list(own_cache.glob("*.part")), "the build was over before it could be killed"
    run.send_signal(signal.SIGKILL)
    run.communicate()
    finished = {f.name: f.read_bytes() for f in own_cache.glob("*.sqlite")}
    assert finished == kept, "nothing half made has a final name, and the old file is as it was"
    assert open_record(folder).meta["hash"] == good


def test_two_processes_at_once_make_one_file(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "shared-cache"
    runs = [started(folder, cache) for _ in range(4)]
    answers = [run.communicate(timeout=60) for run in runs]
    assert [run.returncode for run in runs] == [0] * 4, answers
    assert len({out for out, _ in answers}) == 1
    assert sorted({f.suffix for f in cache.iterdir()} - {".stamp"}) == [".sqlite"]
    assert len(list(cache.glob("*.sqlite"))) == 1


def test_a_broken_record_is_not_compiled(folder: Path, own_cache: Path) -> None:
    path = folder / "works/the-lamplighter-1931.toml"
    path.write_text(path.read_text("utf-8").replace("nora-lind", "nora-lnd"), "utf-8")
    with pytest.raises(RecordError, match="nora-lnd"):
        open_record(folder)
    assert not own_cache.exists() or not list(own_cache.iterdir())


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="no such records folder"):
        open_record(tmp_path / "nowhere")


def test_a_catalogue_may_be_shared_by_threads(given: Catalogue) -> None:
    texts = [f"The Lamplighter (1931)\nFact: It was directed by {name}.\n" for name in ("Nora Lind", "Otto Brandt") * 8]
    alone = [[v.status for v in check(text, catalogue=given).lists[0].verdicts] for text in texts]
    with ThreadPoolExecutor(8) as pool:
        together = list(
            pool.map(lambda text: [v.status for v in check(text, catalogue=given).lists[0].verdicts], texts)
        )
    assert together == alone


def test_memory_and_file_hold_the_same(given: Catalogue, given_record: Record) -> None:
    memory = invented.compiled(given_record)
    assert memory.meta["hash"] == given.meta["hash"]
    assert memory.works == given.works
    assert memory.statements("the-lamplighter-1931", "event") == given.statements("the-lamplighter-1931", "event")


def test_the_history_of_the_record_is_in_the_catalogue(catalogue: Catalogue, record: Record) -> None:
    assert catalogue.camps.keys() == record.camps.keys()
    assert len(catalogue.prisoners) == len(record.prisoners)
    assert {key: row["original"] for key, row in catalogue.glossary.items()} == {
        key: term.original for key, term in record.glossary.items()
    }
    assert catalogue.places["magadan"]["point"] == [59.56, 150.8]
    assert "point" not in catalogue.places["siberia"]  # too wide for one


def test_a_place_lies_within_another(catalogue: Catalogue) -> None:
    inner = next(p for p, row in catalogue.places.items() if row["within"])
    assert catalogue.place_within(inner, catalogue.places[inner]["within"].lower())
    assert not catalogue.place_within(catalogue.places[inner]["within"].lower(), inner)


def test_the_shipped_catalogue_says_what_it_holds(catalogue: Catalogue) -> None:
    assert catalogue.meta["works"] == len(catalogue.works) >= 16
    assert catalogue.meta["as_of"]
    assert fingerprint(shipped("records")) == catalogue.meta["built_from"]


REPORT = (
    "import sys; from pathlib import Path; from verite import check; from verite.catalogue.open import open_record;"
    " from verite.writers import json; print(json.write(check(sys.argv[2] + chr(10), catalogue=open_record(Path(sys.argv[1])))))"
)


def test_the_report_is_the_same_whatever_the_hash_seed(folder: Path, tmp_path: Path) -> None:
    """Sets of names have another order in each process; neither what is compiled nor what is said may depend on it."""
    text = "The Lamplighter (1931)\nFact: Lind and Brandt, then Berg, Vane and Holm, made it with Wirth and Ek.\n"
    told = set()
    for seed in ("1", "2", "3", "4"):
        run = subprocess.run(
            [sys.executable, "-c", REPORT, str(folder), text], capture_output=True, text=True, check=True,
            env={**os.environ, "VERITE_CACHE": str(tmp_path / seed), "PYTHONHASHSEED": seed},
        )  # fmt: skip
        told.add(run.stdout)
    assert len(told) == 1
    assert "the prose names" in told.pop()


def test_a_characters_name_is_spelt_in_its_own_order() -> None:
    said = [Statement("w", "name", "Clemens Otto Maria Gustav Forell", {"character": "c"})]
    assert list(spellings.layer("w", said, {})) == ["clemens", "otto", "maria", "gustav", "forell"]


def test_what_is_kept_of_the_answers_is_bounded(given: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "_KEPT", 5)
    keys = [names.key(name) for name in ("Nora Lind", "Otto Brandt", *(f"Nobody {letter}" for letter in "ABCDEFGHIJ"))]
    first = [given.credited(key) for key in keys]
    assert [given.credited(key) for key in keys] == first
    assert first[0]
    assert not first[-1]
    assert len(given._credited) <= 6


def test_names_looked_up_together_are_those_looked_up_one_by_one(given: Catalogue) -> None:
    keys = [names.key(name) for name in ("Nora Lind", "Otto Brandt", "Nobody", "Nora Lind")]
    together = given.all_credited(keys)
    assert together == {key: given.credited(key) for key in keys}
    assert together[keys[0]]
    assert not together[keys[2]]
