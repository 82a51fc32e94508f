"""The print edition: the whole guide as a PDF, printed by a Chromium that is on the machine.

Nothing is downloaded, and the browser gets no network: it opens one file, in a profile that goes when it has printed.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from verite.errors import ConfigError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_LIMIT = 300  # seconds; a guide of 40 films takes about ten


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
    """The page as a PDF in `file`. Written aside and renamed; raises `ConfigError` if the browser does not print."""
    program = browser()
    with tempfile.TemporaryDirectory(prefix="verite-print-") as folder:
        page, printed = Path(folder, "guide.html"), Path(folder, "guide.pdf")
        page.write_text(html, "utf-8")
        command = [
            program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--proxy-server=127.0.0.1:9",
            f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", "--generate-pdf-document-outline",
            f"--print-to-pdf={printed}", page.as_uri(),
        ]  # fmt: skip
        try:
            done = subprocess.run(command, capture_output=True, timeout=_LIMIT, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ConfigError(f"{program}: did not print: {error}") from error
        if not printed.is_file() or not printed.read_bytes().startswith(b"%PDF"):
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise ConfigError(f"{program}: did not print{f': {said[-1]}' if said else ''}")
        aside = file.with_name(f".{file.name}.part")
        shutil.copyfile(printed, aside)
        os.replace(aside, file)
