"""`verite serve`: the real server on this machine, asked as a browser asks and as an intruder would."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.errors import ConfigError
from verite.server import Preview, Server

LIST = "# Two films\n\nThe Ascent (1977)\nFact: It won the Golden Bear.\n"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    (tmp_path / "guide.toml").write_text('title = "Kept"\nlist = "list.txt"\n', "utf-8")
    (tmp_path / "list.txt").write_text(LIST, "utf-8")
    return tmp_path


@pytest.fixture
def server(guide: Path, catalogue: Catalogue) -> Iterator[Server]:
    with Server(Preview(guide, open_record)) as server:
        server.preview.refresh()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def ask(server: Server, path: str, method: str = "GET", host: str = "") -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{server.server_port}")
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read().decode()


def test_pages_come_from_memory_with_their_types(server: Server) -> None:
    for path, kind in (("/", "text/html"), ("/style.css", "text/css"), ("/data/report.json", "application/json")):
        status, headers, text = ask(server, path)
        assert (status, headers["Content-Type"]) == (200, f"{kind}; charset=utf-8")
        assert text
    assert ask(server, "/films/")[0] == ask(server, "/films/index.html?x=1")[0] == 200
    assert ask(server, "/", "HEAD")[2] == ""


def test_every_answer_carries_the_strict_headers(server: Server) -> None:
    for path in ("/", "/nothing", "/.verite/reload.js"):
        headers = ask(server, path)[1]
        assert headers["Content-Security-Policy"].startswith("default-src 'none';")
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
    assert "Access-Control-Allow-Origin" not in ask(server, "/")[1]


@pytest.mark.parametrize(
    "path", ["/../guide.toml", "/%2e%2e/guide.toml", "//etc/passwd", "/guide.toml", "/\\..\\x", "/%00"]
)
def test_nothing_is_read_from_the_disk(server: Server, path: str) -> None:
    status, _, text = ask(server, path)
    assert status == 404 and "root:" not in text and 'title = "Kept"' not in text


def test_an_address_is_printed_as_words(server: Server) -> None:
    assert "<script>alert" not in ask(server, "/%3Cscript%3Ealert(1)%3C/script%3E")[2]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example"])
def test_another_host_is_refused(server: Server, host: str) -> None:
    status, _, text = ask(server, "/", host=host)
    assert status == 421 and "The Ascent" not in text


def test_nothing_can_be_written(server: Server) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert ask(server, "/", method)[0] == 501


def test_it_listens_to_this_machine_alone(server: Server) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


def test_an_edit_is_a_new_version_and_a_rest_is_not(server: Server, guide: Path) -> None:
    assert not server.preview.refresh()
    before = server.preview.version
    (guide / "list.txt").write_text(LIST + "\nAdmiral (2008)\n", "utf-8")
    assert server.preview.refresh() and server.preview.version == before + 1
    assert "Admiral" in ask(server, "/")[2]
    assert ask(server, f"/.verite/wait.js?version={before}")[2] == "location.reload();"


def test_a_broken_edit_is_shown_with_its_file_and_mended_by_the_next(server: Server, guide: Path) -> None:
    (guide / "guide.toml").write_text('title = "Kept"\nlist = \n', "utf-8")
    server.preview.refresh()
    status, _, text = ask(server, "/")
    assert status == 500 and "guide.toml" in text and "line 2" in text
    assert ask(server, "/style.css")[0] == 200
    (guide / "guide.toml").write_text('title = "Mended"\nlist = "list.txt"\n', "utf-8")
    server.preview.refresh()
    status, _, text = ask(server, "/")
    assert status == 200 and "Mended" in text


def test_a_port_in_use_is_named(guide: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(ConfigError, match="--port"):
        Server(Preview(guide, open_record), taken.getsockname()[1])


def test_the_command_serves_until_it_is_interrupted(guide: Path) -> None:
    command = [sys.executable, "-m", "verite", "serve", str(guide), "--port", "0"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        # A suite that a shell runs in the background ignores interrupts, and so would what it starts.
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:  # fmt: skip
        assert process.stdout is not None
        line = process.stdout.readline()
        port = int(line.split("127.0.0.1:")[1].split("/")[0])
        with socket.create_connection(("127.0.0.1", port), timeout=30):
            pass
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
