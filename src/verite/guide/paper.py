"""The print edition: the whole guide as a PDF, printed by a Chromium that is on the machine.

Nothing is downloaded, and the browser gets no network: it opens one file, in a profile that goes when it has printed.
It prints twice: only when it has, is it known on which page a film begins, which the contents say. (CSS has a word for
that, `target-counter`, that no browser knows.)
"""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from verite.errors import ConfigError
from verite.guide.publish import put

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_LIMIT = 300  # seconds; a guide of 40 films takes about twenty
# Chromium does not start in its sandbox for root, which is who a container runs as; for anybody else it keeps it.
_UNBOXED = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
_AT = re.compile(r'<span class="at" data-page="(?P<key>[\w-]+)">')
_OBJECT = re.compile(rb"(?m)^(?P<n>\d+) 0 obj\n(?P<body>.*?)\nendobj", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")


def browser() -> str:
    """The browser that prints: `VERITE_BROWSER`, else the first found. Raises `ConfigError` where there is none."""
    named = os.environ.get("VERITE_BROWSER", "")
    found = shutil.which(named) if named else next((path for b in BROWSERS if (path := shutil.which(b))), None)
    if found is None:
        raise ConfigError(
            f"VERITE_BROWSER: {named!r} is no program on this machine"
            if named
            else "a print edition needs Chromium or Chrome on this machine (Debian: apt install chromium); "
            "or write one file with --single and print it from any browser"
        )
    return found


def write(html: str, file: Path) -> None:
    """The page as a PDF in `file`. Written aside and renamed; raises `ConfigError` if the browser does not print, or if
    `file` cannot be written."""
    program = browser()
    printed = _printed(program, html)
    if _AT.search(html) and (pages := begins(printed)):
        printed = _printed(program, _AT.sub(lambda at: f"{at[0]}{pages.get(at['key'], '')}", html))
    put(file, printed)


def begins(pdf: bytes) -> dict[str, int]:
    """On which page each named place of a PDF of Chromium's lies, the first being 1; of any other, nothing.

    Chromium writes its objects one after another and uncompressed (PDF 1.4): the tree of pages, and one dictionary of
    the places that links lead to.
    """
    held = {int(m["n"]): m["body"] for m in _OBJECT.finditer(pdf)}

    def leaves(n: int) -> list[int]:
        kids = re.search(rb"/Kids \[(.*?)\]", held.get(n, b""), re.DOTALL)
        return [leaf for kid in _REFERENCE.findall(kids[1]) for leaf in leaves(int(kid))] if kids else [n]

    root = re.search(rb"/Type /Catalog.*?/Pages (\d+) 0 R", pdf, re.DOTALL)
    places = re.search(rb"/Dests (\d+) 0 R", pdf)
    if not (root and places):
        return {}
    number = {leaf: n for n, leaf in enumerate(leaves(int(root[1])), 1)}
    found = re.findall(rb"/([\w-]+) \[(\d+) 0 R", held.get(int(places[1]), b""))
    return {name.decode(): number[int(page)] for name, page in found if int(page) in number}


def _printed(program: str, html: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="verite-print-") as folder:
        page, printed = Path(folder, "guide.html"), Path(folder, "guide.pdf")
        page.write_text(html, "utf-8")
        command = [
            program, "--headless", *_UNBOXED, "--disable-gpu", "--no-first-run", "--disable-extensions",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--proxy-server=127.0.0.1:9",
            f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", "--generate-pdf-document-outline",
            f"--print-to-pdf={printed}", page.as_uri(),
        ]  # fmt: skip
        try:
            done = subprocess.run(command, capture_output=True, timeout=_LIMIT, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ConfigError(f"{program}: did not print: {error}") from error
        found = printed.read_bytes() if printed.is_file() else b""
        if not found.startswith(b"%PDF"):
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise ConfigError(f"{program}: did not print{f': {said[-1]}' if said else ''}")
        return found
