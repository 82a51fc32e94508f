"""The only module that touches the network: fetch a file, ask an endpoint, with patience and without trust.

What passes (a refused connection, a server that is busy, an answer cut short) is tried again, for longer and longer,
or for as long as the server asks. What stays (a wrong address, a web page in place of data) is said at once.
"""

import http.client
import json
import os
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeVar
from urllib.parse import urlencode

from verite import __version__
from verite.errors import ConfigError, SourceError

Say = Callable[[str], None]  # progress, for whoever watches
T = TypeVar("T")
_PASSING = (408, 425, 429, 500, 502, 503, 504)
_BLOCK = 1 << 18
_LONGEST = 300.0  # seconds: no wait of ours is longer, whatever the server asks
_HTML = re.compile(rb"^\s*<(!doctype html|html|head|body)", re.IGNORECASE)


class Patience(NamedTuple):
    tries: int = 6  # in a row without any gain
    timeout: float = 60.0  # seconds without a byte
    wait: float = 1.0  # before the second try; doubled each time
    contact: str = ""  # sent along, so that a server's keeper can write instead of shutting us out


class _Passing(Exception):
    def __init__(self, why: str, after: float = 0.0, *, gained: bool = False) -> None:
        super().__init__(why)
        self.after, self.gained = after, gained


def download(address: str, target: Path, check: Callable[[Path], None], patience: Patience, say: Say) -> None:
    """The file at an address, whole and checked, or an error; what came of it is kept for the next time."""
    part = target.with_name(target.name + ".part")
    _persevere(lambda: _part(address, part, patience, say), address, patience, say)
    try:
        check(part)
    except SourceError:
        _forget(part)  # whole, yet not what it should be: going on from it would not mend it
        raise
    os.replace(part, target)
    _forget(part)


def folder(path: Path, fits: Callable[[set[str]], bool]) -> None:
    """A folder to fetch into, made if need be. One folder, one source: a build takes it as a whole."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        inside = {inner.name for inner in path.iterdir() if not inner.name.startswith(".")}
    except OSError as error:
        raise ConfigError(f"{path}: no folder to fetch into: {error.strerror}") from error
    if inside and not fits(inside):
        raise ConfigError(
            f"{path}: holds files of something else ({min(inside)}): give each source a folder of its own"
        )


def ask(endpoint: str, query: str, patience: Patience, say: Say) -> list[dict[str, Any]]:
    """The rows that a SPARQL endpoint answers."""
    return _persevere(lambda: _rows(endpoint, query, patience), endpoint, patience, say)


def _persevere(attempt: Callable[[], T], address: str, patience: Patience, say: Say) -> T:
    failed = 0
    while True:
        try:
            return attempt()
        except _Passing as passing:
            failed = 1 if passing.gained else failed + 1
            if failed >= patience.tries:
                raise SourceError(
                    f"{address}: {passing} ({failed} tries). What was fetched is kept: run the same command again to go on"
                ) from passing
            pause = min(passing.after or patience.wait * 2 ** (failed - 1), _LONGEST)
            say(f"{passing}; waiting {pause:.0f} s")
            time.sleep(pause)


def _open(request: urllib.request.Request, patience: Patience) -> http.client.HTTPResponse:
    contact = f"; {patience.contact}" if patience.contact else ""
    request.add_header("User-Agent", f"verite/{__version__} (catalogue pull{contact})")
    try:
        response: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=patience.timeout)
    except urllib.error.HTTPError as error:
        with error:
            if error.code in _PASSING:
                raise _Passing(f"{error.code} {error.reason}", _after(error.headers.get("Retry-After"))) from error
            if error.code == 416:
                raise
            said = _first_line(error.read(2000))
        raise SourceError(f"{request.full_url}: {error.code} {error.reason}{': ' + said if said else ''}") from error
    except (urllib.error.URLError, OSError, http.client.HTTPException) as error:
        raise _Passing(_network(error)) from error
    except ValueError as error:
        raise SourceError(f"{request.full_url}: not an address: {error}") from error
    return response


def _part(address: str, part: Path, patience: Patience, say: Say) -> None:
    """One try: fetch what is missing of a file. A part goes on only if the server says that the file is the same."""
    mark = part.with_name(part.name + ".mark")
    have = part.stat().st_size if part.exists() and mark.exists() else 0
    request = _request(address)
    if have:
        request.add_header("Range", f"bytes={have}-")
        request.add_header("If-Range", mark.read_text("ascii"))
    try:
        response = _open(request, patience)
    except urllib.error.HTTPError as error:  # 416: nothing after what we have
        if error.headers.get("Content-Range") == f"bytes */{have}":
            return
        _forget(part)
        raise _Passing("the part that was here does not fit the file") from error
    with response:
        if "html" in response.headers.get("Content-Type", ""):
            raise SourceError(f"{address}: a web page, not data")
        if response.status != 206:
            have = 0
        elif not response.headers.get("Content-Range", "").startswith(f"bytes {have}-"):
            _forget(part)
            raise _Passing("the server went on from another place than asked")
        length = response.headers.get("Content-Length")
        total = have + int(length) if length else 0
        with _written(lambda: part.open("ab" if have else "wb", buffering=0)) as file:
            if not have:
                _mark(mark, response)
            got = _copy(address, response, file, have, total, say)
    if total and got < total:
        raise _Passing(f"the connection closed after {got:,} of {total:,} bytes", gained=got > have)


def _copy(address: str, response: http.client.HTTPResponse, file: IO[bytes], have: int, total: int, say: Say) -> int:
    got = have
    while True:
        try:
            block = response.read1(_BLOCK)
        except (OSError, http.client.HTTPException) as error:
            raise _Passing(_network(error), gained=got > have) from error
        if not block:
            return got
        if not got and _HTML.match(block):
            raise SourceError(f"{address}: a web page, not data")
        _written(lambda block=block: file.write(block))  # type: ignore[misc]
        got += len(block)
        say(f"{address.rpartition('/')[2]}: {got / 1e6:,.1f} MB" + (f" of {total / 1e6:,.1f}" if total else ""))


def _mark(mark: Path, response: http.client.HTTPResponse) -> None:
    """What the server knows this version of the file by; without it a part is not gone on from."""
    etag = response.headers.get("ETag", "")
    known = etag if etag and not etag.startswith("W/") else response.headers.get("Last-Modified", "")
    if known and known.isascii():
        _written(lambda: mark.write_text(known, "ascii"))
    else:
        mark.unlink(missing_ok=True)


def _forget(part: Path) -> None:
    part.unlink(missing_ok=True)
    part.with_name(part.name + ".mark").unlink(missing_ok=True)


def _written(write: Callable[[], T]) -> T:
    try:
        return write()
    except OSError as error:
        where = f" to {error.filename}" if error.filename else ""
        raise SourceError(
            f"cannot write{where}: {error.strerror}. What was fetched is kept: make room, run it again"
        ) from error


def _rows(endpoint: str, query: str, patience: Patience) -> list[dict[str, Any]]:
    request = _request(endpoint, urlencode({"query": query}).encode())
    request.add_header("Accept", "application/sparql-results+json")
    with _open(request, patience) as response:
        try:
            data = response.read()
        except (OSError, http.client.HTTPException) as error:
            raise _Passing(_network(error)) from error
    if _HTML.match(data) or "html" in response.headers.get("Content-Type", ""):
        raise SourceError(
            f"{endpoint}: a web page, not SPARQL results in JSON: is this the address that programs ask, not the one for people?"
        )
    try:
        rows = json.loads(data)["results"]["bindings"]
    except ValueError as error:
        # A query that runs into a server's limit ends in the middle of a line, after "200 OK".
        raise _Passing("an answer cut short: the question may be too large for it, see --page") from error
    except (KeyError, TypeError) as error:
        raise SourceError(f"{endpoint}: JSON, but not the results of a SPARQL query") from error
    if not isinstance(rows, list):
        raise SourceError(f"{endpoint}: JSON, but not the results of a SPARQL query")
    return rows


def _request(address: str, data: bytes | None = None) -> urllib.request.Request:
    if not re.match(r"https?://", address):
        raise SourceError(f"{address}: not an address: it should begin with http:// or https://")
    return urllib.request.Request(address, data)


def _network(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    if isinstance(reason, http.client.IncompleteRead):
        return "the connection closed midway"
    return f"no connection ({getattr(reason, 'strerror', None) or reason})"


def _after(header: str | None) -> float:
    """Retry-After: seconds, or a date."""
    if not header:
        return 0.0
    if header.strip().isdigit():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def _first_line(body: bytes) -> str:
    text = body.decode("utf-8", "replace").strip()
    return "" if text.startswith("<") else text.partition("\n")[0][:200]
