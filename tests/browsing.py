"""A real browser for tests: Debian's Chromium, headless, shut off from every network."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

SCREENS = Path(__file__).parents[1] / "build" / "screens"
# What the page's policy forbids is reported to the page itself; the console may be silent about it.
_REPORTED = "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))"


@dataclass
class Opened:
    """A page with what it asked for from elsewhere, what it complained of, and what it tried to say in a dialog."""

    page: Page
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    @property
    def quiet(self) -> bool:
        return not (self.elsewhere or self.complaints or self.dialogs)


def program() -> str:
    """Where Chromium is, or "" """
    return next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
    )


@contextmanager
def running() -> Iterator[Browser]:
    """The browser; where there is none the tests skip, saying so (with VERITE_REQUIRE=browser that is a failure)."""
    found = program()
    if not found:
        missing = "no Chromium: apt-get install chromium"
        if "browser" in os.environ.get("VERITE_REQUIRE", "").split(","):
            pytest.fail(missing)
        pytest.skip(missing)
    # No name resolves, so that nothing gets out even where a test forgets to look.
    arguments = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, **options: Any) -> Iterator[Opened]:
    """An empty page of its own, with a reader's settings (`color_scheme`, `viewport`, `java_script_enabled`, ...)."""
    context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
    one = Opened(context.new_page())
    context.add_init_script(_REPORTED)

    def seen(address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("file", "data", "blob", "about") and parts.hostname != "127.0.0.1":
            one.elsewhere.append(address)

    def said_aloud(dialog: Dialog) -> None:
        one.dialogs.append(dialog.message)
        dialog.dismiss()

    one.page.on("request", lambda request: seen(request.url))
    one.page.on("console", lambda said: one.complaints.append(said.text) if said.type in ("error", "warning") else None)
    one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
    one.page.on("dialog", said_aloud)
    yield one
    context.close()
