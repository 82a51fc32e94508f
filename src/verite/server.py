"""A guide served while it is written: on this machine only, its pages from memory, new whenever a file changes."""

import threading
from collections.abc import Callable, Mapping
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from verite.catalogue import Catalogue
from verite.errors import ConfigError, VeriteError
from verite.guide import files, lies, read

ADDRESS = "127.0.0.1"  # and no other: what is being written is not yet for others
# A page waits for the next version by a script that the server holds back, so that no page needs leave to connect.
RELOAD, WAIT = "/.verite/reload.js", "/.verite/wait.js"
_RELOAD = """"use strict";
function ask() {
  var script = document.createElement("script");
  script.src = "%s?version=%d";
  script.onload = function () { script.remove(); setTimeout(ask, 50); };
  script.onerror = function () { script.remove(); setTimeout(ask, 1000); };
  document.head.appendChild(script);
}
addEventListener("load", function () { setTimeout(ask, 0); });  // not before: a page has loaded when its scripts have
"""
_HELD = 20.0  # seconds for which a waiting script is held
_TYPES = {
    ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
    ".txt": "text/plain", ".xml": "application/xml", ".ics": "text/calendar", ".svg": "image/svg+xml",
}  # fmt: skip
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Preview:
    """A guide's files in memory. `version` counts the times that they were made; `fault` is why they could not be."""

    def __init__(self, source: Path, open_catalogue: Callable[[], Catalogue], watched: tuple[Path, ...] = ()) -> None:
        self._source, self._open = source, open_catalogue
        self._watched = (lies(source), *watched)
        self._changed = threading.Condition()
        self._seen: dict[Path, tuple[int, int]] = {}
        self.version = 0
        self.fault = ""
        self.files: Mapping[str, str] = {}

    def refresh(self) -> bool:
        """Make the files anew if anything that they are made from has changed; whether it had."""
        seen = _states(self._watched)
        if self.version and seen == self._seen:
            return False
        self._seen = seen
        try:
            made, fault = dict(files(read(self._source, self._open()))), ""
        except (VeriteError, OSError) as error:
            made, fault = dict(self.files), str(error)  # an editor saves halves of files: say so, and go on
        with self._changed:
            self.files, self.fault = made, fault
            self.version += 1
            self._changed.notify_all()
        return True

    def after(self, version: int, seconds: float) -> bool:
        """Wait until there is another version than this, or the time is up; whether there is."""
        with self._changed:
            return self._changed.wait_for(lambda: self.version != version, seconds)


class Server(ThreadingHTTPServer):
    """Listens on this machine alone. `port` 0 takes any that is free."""

    daemon_threads = True

    def __init__(self, preview: Preview, port: int = 0) -> None:
        self.preview = preview
        self._stopped = threading.Event()
        try:
            super().__init__((ADDRESS, port), _Handler)
        except (OSError, OverflowError) as error:
            raise ConfigError(f"port {port} cannot be listened on: {error}; give another with --port") from error

    @property
    def url(self) -> str:
        return f"http://{ADDRESS}:{self.server_port}/"

    def watch(self, seconds: float = 0.5) -> None:
        """Look for changes, twice a second, until the server is closed."""

        def look() -> None:
            while not self._stopped.wait(seconds):
                self.preview.refresh()

        threading.Thread(target=look, daemon=True).start()

    def server_close(self) -> None:
        self._stopped.set()
        super().server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version, sys_version = "verite", ""

    def do_GET(self) -> None:
        # Another name for this address is a page from elsewhere that wants to read ours (DNS rebinding).
        if self.headers.get("Host", "") not in {f"{name}:{self.server.server_port}" for name in (ADDRESS, "localhost")}:
            return self._answer(HTTPStatus.MISDIRECTED_REQUEST, "This server answers to 127.0.0.1 only.\n", ".txt")
        address, preview = urlsplit("//host/" + self.path.lstrip("/")), self.server.preview
        if address.path == RELOAD:
            return self._answer(HTTPStatus.OK, _RELOAD % (WAIT, preview.version), ".js")
        if address.path == WAIT:
            given = parse_qs(address.query).get("version", ["0"])[0]
            newer = preview.after(int(given) if given.isascii() and given.isdigit() else 0, _HELD)
            return self._answer(HTTPStatus.OK, "location.reload();" if newer else "", ".js")
        if address.path == "/favicon.ico":  # browsers ask by themselves
            return self._answer(HTTPStatus.NO_CONTENT, "", ".txt")
        path = unquote(address.path).lstrip("/")
        if path + "index.html" in preview.files and (not path or path.endswith("/")):
            path += "index.html"
        kind = Path(path).suffix
        if preview.fault and kind in ("", ".html"):
            return self._answer(
                HTTPStatus.INTERNAL_SERVER_ERROR, _message("The guide has faults", preview.fault), ".html"
            )
        if path in preview.files:
            return self._answer(HTTPStatus.OK, preview.files[path], kind)
        return self._answer(HTTPStatus.NOT_FOUND, _message("No such page", unquote(address.path)), ".html")

    do_HEAD = do_GET

    def _answer(self, status: HTTPStatus, text: str, kind: str) -> None:
        if kind == ".html":
            text = text.replace("</body>", f'<script src="{RELOAD}"></script>\n</body>')
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{_TYPES.get(kind, 'application/octet-stream')}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Quiet: the terminal tells of changes, not of requests."""


def _message(heading: str, text: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(heading)}</title><link rel="stylesheet" href="/style.css"></head>\n'
        f'<body><main><h1>{escape(heading)}</h1>\n<pre class="fault">{escape(text)}</pre>\n</main>\n</body>\n</html>\n'
    )


def _states(roots: tuple[Path, ...]) -> dict[Path, tuple[int, int]]:
    """The time and size of every file, hidden ones aside."""
    found = {}
    for root in roots:
        for path in [root] if root.is_file() else sorted(root.rglob("*")):
            try:
                if path.is_file() and not path.name.startswith("."):
                    stat = path.stat()
                    found[path] = (stat.st_mtime_ns, stat.st_size)
            except OSError:
                continue  # gone between the two looks
    return found
