"""Servers on this machine only: a SPARQL endpoint over a real engine, and a place where files lie. Both can be told
to misbehave the way servers do."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

PAGE = b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Please sign in.</body></html>"
Fault = Callable[["Handler"], bool]  # True: the answer goes on as usual


class Handler(BaseHTTPRequestHandler):
    """One request. Faults are used up one a request, before the answer."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        self._any(urlsplit(self.path).query)

    def do_POST(self) -> None:
        self._any(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def _any(self, form: str) -> None:
        self.server.requests.append((self.path, dict(self.headers)))
        self.close_connection = True
        if self.server.faults and not self.server.faults.pop(0)(self):
            return
        self.server.answer(self, form)

    def give(self, status: int, body: bytes, cut: int | None = None, **headers: str) -> None:
        """An answer; with `cut`, only the first bytes of the body that was promised."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body[:cut])


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, answer: Callable[[Handler, str], None]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer
        self.faults: list[Fault] = []
        self.requests: list[tuple[str, dict[str, str]]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def handle_error(self, *_: Any) -> None:
        pass  # the other side hung up: what half of these tests are about


@contextmanager
def serving(answer: Callable[[Handler, str], None]) -> Iterator[Server]:
    server = Server(answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def sparql(store: ox.Store, most: int = 1_000_000) -> Callable[[Handler, str], None]:
    """An endpoint that gives at most so many rows, as public ones do without saying so."""

    def answer(handler: Handler, form: str) -> None:
        try:
            found = store.query(parse_qs(form)["query"][0])
        except (KeyError, SyntaxError) as error:
            handler.give(400, f"bad query: {error}".encode(), Content_Type="text/plain")
            return
        assert isinstance(found, ox.QuerySolutions)
        body = found.serialize(format=ox.QueryResultsFormat.JSON)
        assert body is not None
        if most < 1_000_000:
            data = json.loads(body)
            data["results"]["bindings"] = data["results"]["bindings"][:most]
            body = json.dumps(data).encode()
        handler.give(200, body, Content_Type="application/sparql-results+json;charset=utf-8")

    return answer


def files(contents: dict[str, bytes], *, etag: str = '"v1"') -> Callable[[Handler, str], None]:
    """A place where files lie: parts by Range, if the file is still the same."""

    def answer(handler: Handler, _: str) -> None:
        body = contents.get(handler.path.lstrip("/"))
        if body is None:
            handler.give(404, b"no such file", Content_Type="text/plain")
            return
        asked = handler.headers.get("Range")
        if asked and handler.headers.get("If-Range") == etag:
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            if start >= len(body):
                handler.give(416, b"", Content_Range=f"bytes */{len(body)}")
                return
            where = f"bytes {start}-{len(body) - 1}/{len(body)}"
            handler.give(206, body[start:], ETag=etag, Content_Range=where, Content_Type="application/gzip")
            return
        handler.give(200, body, ETag=etag, Content_Type="application/gzip")

    return answer


def busy(after: str = "0") -> Fault:
    def fault(handler: Handler) -> bool:
        handler.give(429, b"slow down", Retry_After=after)
        return False

    return fault


def broken(handler: Handler) -> bool:
    handler.give(500, b"java.util.concurrent.TimeoutException", Content_Type="text/plain")
    return False


def web_page(handler: Handler) -> bool:
    handler.give(200, PAGE, Content_Type="text/html; charset=utf-8")
    return False


def closes_midway(handler: Handler) -> bool:
    handler.give(200, b'{"head": {"vars": ["film"]}, "results": {"bindings": [' + b" " * 5000, cut=1000)
    return False


def half_of_json(handler: Handler) -> bool:
    handler.give(
        200, b'{"head": {"vars": ["film"]}, "results": {"bindings": [{"film": ', Content_Type="application/json"
    )
    return False


def hangs(seconds: float) -> Fault:
    def fault(handler: Handler) -> bool:
        time.sleep(seconds)
        return False

    return fault


def cut_after(body: bytes, start: int, cut: int, etag: str = '"v1"') -> Fault:
    """Begins to send a file and closes the connection after `cut` bytes."""

    def fault(handler: Handler) -> bool:
        where = f"bytes {start}-{len(body) - 1}/{len(body)}"
        if start:
            handler.give(206, body[start:], cut, ETag=etag, Content_Range=where)
        else:
            handler.give(200, body, cut, ETag=etag)
        return False

    return fault
