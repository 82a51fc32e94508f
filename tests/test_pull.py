"""Fetching, with real servers on this machine that do what servers do: busy, gone, cut off, something else altogether."""

import gzip
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from verite.errors import ConfigError, SourceError
from verite.pull import imdb, net, wikidata
from verite.pull.net import Patience
from verite.sources import lock
from verite.sources.source import Described
from verite.sources.wikidata import READER, pages, queries

from . import loopback
from .loopback import Handler, Server, serving, sparql
from .wikidata_model import FILMS, store

QUICK = Patience(tries=3, timeout=5, wait=0.01)
COMMAND = [sys.executable, "-m", "verite", "catalogue", "pull"]
TABLES = {
    f"{name}.tsv.gz": gzip.compress(
        (f"{'nconst' if name.startswith('name') else 'tconst'}\tvalue\n" + "".join(f"tt{n:07}\t{n}\n" for n in range(2000))).encode(),
        mtime=0,
    )
    for name in imdb.FILES
}  # fmt: skip


def quiet(_: str) -> None:
    pass


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=60)


def subjects(folder: Path) -> list[Described]:
    return sorted(READER.open(folder)[0].read())


@pytest.fixture
def endpoint() -> Iterator[Server]:
    with serving(sparql(store())) as server:
        yield server


@pytest.fixture
def place() -> Iterator[Server]:
    with serving(loopback.files(TABLES)) as server:
        yield server


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[Described]:
    """What a pull without any trouble comes to."""
    folder = tmp_path_factory.mktemp("whole")
    with serving(sparql(store())) as server:
        wikidata.pull(folder, server.address, queries.all_films(), 1000, QUICK, quiet)
    return subjects(folder)


# The licence


@pytest.mark.parametrize("what", ["imdb", "wikidata"])
def test_the_licence_is_shown_and_nothing_is_fetched_until_it_is_accepted(
    what: str, tmp_path: Path, place: Server
) -> None:
    option = "--from" if what == "imdb" else "--endpoint"
    done = run(what, "-o", tmp_path / "out", option, place.address)
    assert done.returncode == 2
    assert ("non-commercial" if what == "imdb" else "CC0") in done.stderr
    assert "--yes" in done.stderr
    assert not place.requests
    assert not (tmp_path / "out").exists()


# IMDb's files


def test_imdbs_files_come_whole_with_address_date_sum_and_licence(tmp_path: Path, place: Server) -> None:
    done = run("imdb", "-o", tmp_path, "--from", place.address, "--yes")
    assert done.returncode == 0, done.stderr
    assert "\r" not in done.stderr and "MB" not in done.stderr, "progress is for terminals"
    pins = lock.read(tmp_path)
    assert pins.keys() == TABLES.keys()
    for name, body in TABLES.items():
        assert (tmp_path / name).read_bytes() == body
        assert pins[name].address == place.address + name
        assert pins[name].size == len(body)
        assert "non-commercial" in pins[name].licence
        assert pins[name].date == lock.today()
    assert lock.verify(tmp_path) == []
    assert not list(tmp_path.glob("*.part*"))


def test_a_file_that_is_here_is_not_fetched_again(tmp_path: Path, place: Server) -> None:
    imdb.pull(tmp_path, place.address, QUICK, quiet)
    place.requests.clear()
    told = imdb.pull(tmp_path, place.address, QUICK, quiet)
    assert not place.requests
    assert all("here since" in line for line in told)


def test_a_download_cut_off_goes_on_where_it_was(tmp_path: Path, place: Server) -> None:
    body = TABLES["title.basics.tsv.gz"]
    place.faults = [loopback.cut_after(body, 0, 3000), loopback.cut_after(body, 3000, 1000)]
    imdb.pull(tmp_path, place.address, QUICK, quiet)
    assert (tmp_path / "title.basics.tsv.gz").read_bytes() == body
    asked = [headers.get("Range") for path, headers in place.requests if path == "/title.basics.tsv.gz"]
    assert asked == [None, "bytes=3000-", "bytes=4000-"]


def test_gains_count_and_only_tries_without_any_use_up_patience(tmp_path: Path, place: Server) -> None:
    body = TABLES["title.basics.tsv.gz"]
    place.faults = [loopback.cut_after(body, start, 500) for start in range(0, 5000, 500)]
    imdb.pull(tmp_path, place.address, Patience(tries=2, timeout=5, wait=0.01), quiet)
    assert (tmp_path / "title.basics.tsv.gz").read_bytes() == body


def test_a_part_of_yesterdays_file_is_not_joined_to_todays(tmp_path: Path) -> None:
    old = b"\x1f\x8b" + b"yesterday" * 500
    with serving(loopback.files(TABLES, etag='"today"')) as place:
        place.faults = [loopback.cut_after(old, 0, 3000, etag='"yesterday"')]
        imdb.pull(tmp_path, place.address, QUICK, quiet)
        assert (tmp_path / "title.basics.tsv.gz").read_bytes() == TABLES["title.basics.tsv.gz"]


def test_a_part_of_which_the_server_cannot_say_that_it_is_the_same_is_fetched_anew(
    tmp_path: Path, place: Server
) -> None:
    body = TABLES["title.basics.tsv.gz"]
    place.faults = [loopback.cut_after(body, 0, 3000, etag='W/"weak"')]
    imdb.pull(tmp_path, place.address, QUICK, quiet)
    assert [headers.get("Range") for path, headers in place.requests if "title.basics" in path] == [None, None]
    assert (tmp_path / "title.basics.tsv.gz").read_bytes() == body


def test_a_pull_killed_in_the_middle_of_a_file_loses_nothing(tmp_path: Path, place: Server) -> None:
    body = TABLES["title.akas.tsv.gz"]

    def stalls(handler: Handler) -> bool:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.send_header("ETag", '"v1"')
        handler.end_headers()
        handler.wfile.write(body[:3000])
        handler.wfile.flush()
        time.sleep(20)
        return False

    def go_on(_: Handler) -> bool:
        return True

    place.faults = [go_on, stalls]
    command = subprocess.Popen(
        [*COMMAND, "imdb", "-o", str(tmp_path), "--from", place.address, "--yes"], stderr=subprocess.DEVNULL
    )
    part = tmp_path / "title.akas.tsv.gz.part"
    until(lambda: part.exists() and part.stat().st_size == 3000)
    command.send_signal(signal.SIGKILL)
    command.wait()
    assert (tmp_path / "title.basics.tsv.gz").read_bytes() == TABLES["title.basics.tsv.gz"]
    assert set(lock.read(tmp_path)) == {"title.basics.tsv.gz"}
    assert not (tmp_path / "title.akas.tsv.gz").exists()
    place.requests.clear()
    assert run("imdb", "-o", tmp_path, "--from", place.address, "--yes").returncode == 0
    assert place.requests[0][0] == "/title.akas.tsv.gz"
    assert place.requests[0][1]["Range"] == "bytes=3000-"
    assert lock.verify(tmp_path) == [] and set(lock.read(tmp_path)) == TABLES.keys()


def test_a_file_left_whole_but_unnamed_is_named_without_fetching(tmp_path: Path, place: Server) -> None:
    """Killed between the last byte and the lock."""
    imdb.pull(tmp_path, place.address, QUICK, quiet)
    (tmp_path / lock.NAME).unlink()
    place.requests.clear()
    imdb.pull(tmp_path, place.address, QUICK, quiet)
    assert not place.requests
    assert lock.read(tmp_path).keys() == TABLES.keys()


def replaced(body: bytes, kind: str) -> loopback.Fault:
    def fault(handler: Handler) -> bool:
        handler.give(200, body, Content_Type=kind)
        return False

    return fault


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (loopback.PAGE, "a web page"),
        (b"tconst\tvalue\n", "no whole gzip file"),
        (gzip.compress(b"tconst\tvalue\n" * 5000)[:-30], "no whole gzip file"),
        (gzip.compress(b"id,title\n1,A\n"), "not a table of IMDb's"),
        (gzip.compress(b""), "not a table of IMDb's"),
    ],
)
def test_what_is_no_table_is_refused_and_not_kept(body: bytes, why: str, tmp_path: Path, place: Server) -> None:
    place.faults = [lambda handler: True, replaced(body, "application/octet-stream")]
    with pytest.raises(SourceError, match=why):
        imdb.pull(tmp_path, place.address, QUICK, quiet)
    assert set(lock.read(tmp_path)) == {"title.basics.tsv.gz"}, "what came before stays"
    assert not list(tmp_path.glob("title.akas*.gz")), "neither the file nor a part to go on from"
    imdb.pull(tmp_path, place.address, QUICK, quiet)
    assert lock.verify(tmp_path) == []


def test_a_web_page_that_says_so_is_refused_by_its_type(tmp_path: Path, place: Server) -> None:
    place.faults = [loopback.web_page]
    with pytest.raises(SourceError, match="a web page, not data"):
        imdb.pull(tmp_path, place.address, QUICK, quiet)
    assert len(place.requests) == 1, "what stays so is not tried again"


def test_a_missing_file_is_said_at_once(tmp_path: Path) -> None:
    with (
        serving(loopback.files({})) as place,
        pytest.raises(SourceError, match=r"title\.basics\.tsv\.gz: 404 .*no such file"),
    ):
        imdb.pull(tmp_path, place.address, QUICK, quiet)


def test_a_full_disk_is_an_error_that_names_itself(
    tmp_path: Path, place: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    (tmp_path / "title.basics.tsv.gz.part").symlink_to("/dev/full")
    with pytest.raises(SourceError, match="No space left"):
        imdb.pull(tmp_path, place.address, QUICK, quiet)


# A SPARQL endpoint


def test_pages_of_any_size_come_to_the_same(endpoint: Server, tmp_path: Path, whole: list[Described]) -> None:
    for page in (1, 5, 12):
        folder = tmp_path / str(page)
        wikidata.pull(folder, endpoint.address, queries.all_films(), page, QUICK, quiet)
        assert subjects(folder) == whole
        assert len(pages.files(folder, "films")) == -(-len(FILMS) // page)


@pytest.mark.parametrize("limit", [1, 5, 12])
def test_the_list_crosses_the_borders_of_its_pages(
    limit: int, endpoint: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wikidata, "_LISTED", limit)
    found = wikidata._Asking(tmp_path, endpoint.address, 5, QUICK, quiet).listed(queries.all_films())
    assert found == sorted(film.id for film in FILMS)
    assert len(endpoint.requests) == len(FILMS) // limit + (2 if len(FILMS) % limit else 1)


def test_an_endpoint_that_gives_fewer_rows_than_asked_loses_no_film(tmp_path: Path) -> None:
    with serving(sparql(store(), most=5)) as server:
        found = wikidata._Asking(tmp_path, server.address, 5, QUICK, quiet).listed(queries.all_films())
    assert found == sorted(film.id for film in FILMS)


def test_a_pull_killed_between_pages_goes_on_and_comes_to_the_same(
    endpoint: Server, tmp_path: Path, whole: list[Described]
) -> None:
    arguments = ["wikidata", "-o", str(tmp_path), "--endpoint", endpoint.address, "--yes", "--page", "3"]
    # The list takes two questions, a page of films four: the third page hangs.
    endpoint.faults = [*[lambda handler: True] * 12, loopback.hangs(20)]
    command = subprocess.Popen([*COMMAND, *arguments], stderr=subprocess.DEVNULL)
    until(lambda: len(endpoint.requests) == 13)
    command.send_signal(signal.SIGKILL)
    command.wait()
    kept = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert len(pages.files(tmp_path, "films")) == 2
    with pytest.raises(SourceError, match="not finished"):
        READER.open(tmp_path)
    endpoint.requests.clear()
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    assert subjects(tmp_path) == whole
    assert all(path.read_bytes() == body for path, body in kept.items() if path.name != pages.NAME), (
        "no page is fetched twice"
    )
    assert lock.verify(tmp_path) == []


def test_the_size_of_a_page_may_change_when_a_pull_goes_on(
    endpoint: Server, tmp_path: Path, whole: list[Described]
) -> None:
    endpoint.faults = [*[lambda handler: True] * 6, *[loopback.broken] * 3]
    with pytest.raises(SourceError, match=r"500 .*What was fetched is kept"):
        wikidata.pull(tmp_path, endpoint.address, queries.all_films(), 5, QUICK, quiet)
    wikidata.pull(tmp_path, endpoint.address, queries.all_films(), 2, QUICK, quiet)
    assert subjects(tmp_path) == whole


@pytest.mark.parametrize("stage", ["others", "authors"])
def test_a_pull_cut_in_a_later_stage_goes_on_there(
    stage: str, endpoint: Server, tmp_path: Path, whole: list[Described]
) -> None:
    def until_stage(handler: Handler) -> bool:
        if len(pages.files(tmp_path, stage)) >= 1:
            return loopback.broken(handler)
        return True

    endpoint.faults = [until_stage] * 500
    with pytest.raises(SourceError):
        wikidata.pull(tmp_path, endpoint.address, queries.all_films(), 1, QUICK, quiet)
    endpoint.faults = []
    wikidata.pull(tmp_path, endpoint.address, queries.all_films(), 1, QUICK, quiet)
    assert subjects(tmp_path) == whole
    assert lock.verify(tmp_path) == []


@pytest.mark.parametrize(
    "faults",
    [
        [loopback.busy("0")],
        [loopback.busy("Wed, 21 Oct 2015 07:28:00 GMT")],
        [loopback.broken, loopback.broken],
        [loopback.closes_midway],
        [loopback.half_of_json],
        [lambda handler: True, lambda handler: True, loopback.half_of_json, loopback.busy("0")],
    ],
)
def test_what_passes_is_tried_again(
    faults: list[loopback.Fault], endpoint: Server, tmp_path: Path, whole: list[Described]
) -> None:
    endpoint.faults = faults
    wikidata.pull(tmp_path, endpoint.address, queries.all_films(), 20, QUICK, quiet)
    assert subjects(tmp_path) == whole


def test_a_server_is_waited_for_as_long_as_it_asks(endpoint: Server, tmp_path: Path) -> None:
    endpoint.faults = [loopback.busy("1")]
    begun = time.monotonic()
    net.ask(endpoint.address, queries.listing(queries.all_films(), "", 5), QUICK, quiet)
    assert time.monotonic() - begun >= 1


def test_a_server_that_hangs_is_given_up_in_time(endpoint: Server, tmp_path: Path) -> None:
    endpoint.faults = [loopback.hangs(3)] * 2
    begun = time.monotonic()
    with pytest.raises(SourceError, match="no answer in time"):
        wikidata.pull(
            tmp_path, endpoint.address, queries.all_films(), 20, Patience(tries=2, timeout=0.3, wait=0.01), quiet
        )
    assert time.monotonic() - begun < 2.5


def test_a_dead_endpoint_is_named_and_what_was_fetched_stays(endpoint: Server, tmp_path: Path) -> None:
    endpoint.faults = [*[lambda handler: True] * 6, *[loopback.broken] * 9]
    with pytest.raises(SourceError):
        wikidata.pull(tmp_path, endpoint.address, queries.all_films(), 5, QUICK, quiet)
    kept = {path: path.read_bytes() for path in tmp_path.iterdir()}
    endpoint.shutdown()
    endpoint.server_close()
    done = run("wikidata", "-o", tmp_path, "--endpoint", endpoint.address, "--yes", "--tries", "1", "--page", "5")
    assert done.returncode == 2
    assert endpoint.address in done.stderr and "no connection" in done.stderr and "kept" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == kept


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (loopback.web_page, "a web page, not SPARQL results"),
        (replaced(b'{"boolean": true}', "application/json"), "not the results of a SPARQL query"),
        (replaced(b"[1, 2]", "application/json"), "not the results of a SPARQL query"),
        (
            replaced(b'{"results": {"bindings": {}}}', "application/json"),
            "not the results of a SPARQL query",
        ),
    ],
)
def test_another_kind_of_answer_is_refused_at_once(
    fault: loopback.Fault, why: str, endpoint: Server, tmp_path: Path
) -> None:
    endpoint.faults = [fault]
    with pytest.raises(SourceError, match=why):
        wikidata.pull(tmp_path, endpoint.address, queries.all_films(), 20, QUICK, quiet)
    assert len(endpoint.requests) == 1
    assert not list(tmp_path.glob("*.gz"))


def test_a_page_that_cannot_be_read_back_is_not_kept(endpoint: Server, tmp_path: Path, whole: list[Described]) -> None:
    odd = replaced(b'{"results": {"bindings": [{"item": {"value": "x"}}]}}', "application/json")
    endpoint.faults = [lambda handler: True, lambda handler: True, odd]
    with pytest.raises(SourceError, match="not a page of answers"):
        wikidata.pull(tmp_path, endpoint.address, queries.all_films(), 20, QUICK, quiet)
    assert not pages.files(tmp_path, "films")
    wikidata.pull(tmp_path, endpoint.address, queries.all_films(), 20, QUICK, quiet)
    assert subjects(tmp_path) == whole


def test_a_topic_or_a_query_says_which_films(endpoint: Server, tmp_path: Path) -> None:
    one = run("wikidata", "-o", tmp_path / "topic", "--endpoint", endpoint.address, "--yes", "--topic", "Q8432")
    assert one.returncode == 0, one.stderr
    assert "1 films" in one.stdout
    query = 'SELECT ?film WHERE { ?film wdt:P345 ?id . FILTER(STRSTARTS(?id, "tt")) }'
    two = run("wikidata", "-o", tmp_path / "query", "--endpoint", endpoint.address, "--yes", "--films", query)
    assert "2 films" in two.stdout, two.stderr


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--topic", "Gulag"], "number of an item"),
        (["--topic", "Q1", "--films", "?film a ?b"], "give one of them"),
        (["--page", "0"], "at least one"),
        (["--films", "?film wdt:P31 ("], "400"),
        (["--films", "?work wdt:P31 wd:Q11424"], "bind \\?film|no film"),
        (["--films", "?x wdt:P31 wd:Q11424 ; wdt:P57 ?y ; rdfs:label ?film"], "item of Wikidata"),
        (["--films", "?film wdt:P31 wd:Q99999999"], "no film"),
    ],
)
def test_a_question_that_cannot_be_is_refused(arguments: list[str], why: str, endpoint: Server, tmp_path: Path) -> None:
    done = run("wikidata", "-o", tmp_path, "--endpoint", endpoint.address, "--yes", *arguments)
    assert done.returncode == 2
    assert re.search(why, done.stderr), done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("*.gz")), "and the folder is free for a better one"


def test_a_folder_keeps_to_one_question(endpoint: Server, tmp_path: Path) -> None:
    wikidata.pull(tmp_path, endpoint.address, queries.films_about("Q8432"), 20, QUICK, quiet)
    with pytest.raises(ConfigError, match="something else"):
        wikidata.pull(tmp_path, endpoint.address, queries.all_films(), 20, QUICK, quiet)
    told = wikidata.pull(tmp_path, endpoint.address, queries.films_about("Q8432"), 20, QUICK, quiet)
    assert "finished" in told[0]


def test_an_address_must_be_one(tmp_path: Path) -> None:
    for address in ("ftp://127.0.0.1/", "file:///etc/passwd", "nowhere"):
        with pytest.raises(SourceError, match="not an address"):
            wikidata.pull(tmp_path, address, queries.all_films(), 20, QUICK, quiet)


def test_a_server_can_tell_who_asks(endpoint: Server, tmp_path: Path) -> None:
    patience = QUICK._replace(contact="someone@example.org")
    wikidata.pull(tmp_path, endpoint.address, queries.films_about("Q8432"), 20, patience, quiet)
    assert all(
        "verite/" in headers["User-Agent"] and "someone@example.org" in headers["User-Agent"]
        for _, headers in endpoint.requests
    )


@pytest.mark.parametrize("what", ["imdb", "wikidata"])
def test_a_folder_holds_one_source(what: str, tmp_path: Path, endpoint: Server, place: Server) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"")
    server = place if what == "imdb" else endpoint
    done = run(what, "-o", tmp_path, "--from" if what == "imdb" else "--endpoint", server.address, "--yes")
    assert done.returncode == 2
    assert "holiday.jpg" in done.stderr
    assert not server.requests


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path, place: Server) -> None:
    (tmp_path / "file").write_text("")
    done = run("imdb", "-o", tmp_path / "file" / "inner", "--from", place.address, "--yes")
    assert done.returncode == 2 and "no folder" in done.stderr


def test_a_disk_that_fills_up_stops_a_pull_which_goes_on_later(
    endpoint: Server, tmp_path: Path, whole: list[Described]
) -> None:
    """A limit on the size of a file stands for a full disk: the system refuses the write in the middle."""
    arguments = ["wikidata", "-o", str(tmp_path), "--endpoint", endpoint.address, "--yes", "--page", "6"]
    limited = "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024)); runpy.run_module('verite', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", limited, "catalogue", "pull", *arguments], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2, done.stderr
    assert "cannot be written" in done.stderr and "Traceback" not in done.stderr
    assert not pages.files(tmp_path, "films")
    assert run(*arguments).returncode == 0
    assert subjects(tmp_path) == whole


def test_progress_is_shown_at_a_terminal(endpoint: Server, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    arguments = ["wikidata", "-o", str(tmp_path), "--endpoint", endpoint.address, "--yes"]
    done = subprocess.run([*COMMAND, *arguments], stderr=theirs, stdout=subprocess.PIPE, text=True, timeout=60)
    os.close(theirs)
    shown = b""
    while b"authors: " not in shown:
        shown += os.read(ours, 10_000)
    os.close(ours)
    assert b"films: 13 of 13" in shown and "13 films" in done.stdout


def test_what_was_pulled_is_built_and_checked_against(endpoint: Server, tmp_path: Path) -> None:
    pages_, catalogue, text = tmp_path / "pages", tmp_path / "catalogue", tmp_path / "list.txt"
    assert run("wikidata", "-o", pages_, "--endpoint", endpoint.address, "--yes").returncode == 0
    verite = [sys.executable, "-m", "verite"]
    built = subprocess.run(
        [*verite, "catalogue", "build", "-o", catalogue, "--no-record", pages_], capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    assert "country: Atlantis" in built.stdout, "what stayed out is told"
    text.write_text("1. Девятый вагон (1966)\nDescription: A Soviet film directed by Irina Vasnetsova.\n", "utf-8")
    checked = subprocess.run([*verite, "check", "-v", text, "-c", catalogue], capture_output=True, text=True)
    assert "The Ninth Wagon" in checked.stdout
    assert "directed by Irina Vasnetsova" in checked.stdout and "wikidata:Q9000001" in checked.stdout
    assert checked.returncode == 0, checked.stdout


# The lock


def test_a_lock_is_read_back_as_written(tmp_path: Path) -> None:
    odd = lock.Pin('a "quoted" \\ ñame.tsv', "http://127.0.0.1/a?b=ж", "2026-03-04", "00", 3, "CC0 \x7f")
    lock.write(tmp_path, [odd])
    assert lock.read(tmp_path) == {odd.path: odd}


def test_a_changed_or_missing_file_is_named(tmp_path: Path) -> None:
    for name in ("same", "longer", "other", "gone"):
        (tmp_path / name).write_text("text")
    lock.add(tmp_path, [lock.pin(tmp_path, tmp_path / name) for name in ("same", "longer", "other", "gone")])
    (tmp_path / "longer").write_text("texts")
    (tmp_path / "other").write_text("test")
    (tmp_path / "gone").unlink()
    problems = lock.verify(tmp_path)
    assert [Path(line.partition(":")[0]).name for line in problems] == ["gone", "longer", "other"]


@pytest.mark.parametrize("text", ["not toml", '["a"]\naddress = "x"\n', '["a"]\nunknown = 1\n'])
def test_a_broken_lock_is_an_error(text: str, tmp_path: Path) -> None:
    (tmp_path / lock.NAME).write_text(text)
    with pytest.raises(SourceError, match=lock.NAME):
        lock.read(tmp_path)


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.01)
