"""The guide in a real browser: for every kind of page, every reader's settings, from disk and from the server."""

import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from verite import guide
from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.config import shipped
from verite.server import Preview, Server

from .browsing import SCREENS, opened, running
from .test_guide import HOSTILE

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const all = [...document.querySelectorAll('*')], style = getComputedStyle(e);
  // Of what is taller than the window, the part that is in it.
  const seen = [...e.getClientRects()].some(r => {
    const left = Math.max(r.left, 0), right = Math.min(r.right, innerWidth);
    const top = Math.max(r.top, 0), bottom = Math.min(r.bottom, innerHeight);
    const at = right > left && bottom > top && document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return at && (e.contains(at) || at.contains(e));
  });
  return {at: all.indexOf(e), what: e.outerHTML.slice(0, 120), seen, outlined: style.outlineStyle !== 'none'};
}"""
REACHABLE = """() => [...document.querySelectorAll('a[href], summary, input, button, select, textarea, [tabindex="0"]')]
  .filter(e => e.checkVisibility({contentVisibilityAuto: true}) && !e.closest('[hidden]')).length"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running() as browser:
        yield browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """The flagship, on disk."""
    folder = tmp_path_factory.mktemp("site")
    guide.publish(shipped("guides") / "gulag", folder, catalogue=catalogue)
    return folder


@pytest.fixture(scope="module")
def kinds(site: Path) -> dict[str, Path]:
    return _kinds(site)


@pytest.fixture(scope="module")
def both(kinds: dict[str, Path], tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> dict[str, Path]:
    """The pages of the flagship, and those of the same guide in Russian."""
    source, folder = tmp_path_factory.mktemp("source") / "gulag", tmp_path_factory.mktemp("russian")
    shutil.copytree(shipped("guides") / "gulag", source)
    toml = source / "guide.toml"
    toml.write_text('language = "ru"\n' + toml.read_text("utf-8"), "utf-8")
    guide.publish(source, folder, catalogue=catalogue)
    return kinds | {f"ru/{kind}": path for kind, path in _kinds(folder).items()}


def _kinds(site: Path) -> dict[str, Path]:
    """Of each kind of page the largest: what holds for it holds for its like."""
    found: dict[str, Path] = {}
    for path in sorted(site.rglob("index.html"), key=lambda p: p.stat().st_size):  # a fragment is no page
        parts = path.relative_to(site).parts
        kind = "/".join((parts[0], "*", *parts[2:])) if len(parts) > 2 else "/".join(parts)  # films/*/index.html
        found[kind] = path
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_fault_of_accessibility(browser: Browser, both: dict[str, Path], scheme: str) -> None:
    faults = []
    with opened(browser, color_scheme=scheme) as one:
        for kind, path in both.items():
            one.page.goto(path.as_uri())
            found = Axe().run(one.page, options=WCAG).response["violations"]
            faults += [(kind, fault["id"], node["html"][:200]) for fault in found for node in fault["nodes"]]
    assert faults == []


def test_nothing_is_asked_for_from_elsewhere_and_the_policy_forbids_nothing_of_ours(
    browser: Browser, kinds: dict[str, Path]
) -> None:
    with opened(browser) as one:
        for kind, path in kinds.items():
            one.page.goto(path.as_uri())
            assert one.quiet, (kind, one)
            assert one.page.evaluate("getComputedStyle(document.body).maxWidth") != "none", f"{kind}: no style"


def test_the_policy_holds_against_what_a_page_might_be_made_to_run(browser: Browser, site: Path) -> None:
    html = (site / "index.html").read_text("utf-8")
    spoilt = site / "spoilt.html"
    spoilt.write_text(html.replace("</h1>", "</h1><script>alert(1)</script><img src=x onerror=alert(2)>"), "utf-8")
    with opened(browser) as one:
        one.page.goto(spoilt.as_uri())
        one.page.wait_for_timeout(100)
        assert one.dialogs == []
        assert any("policy: script-src" in said for said in one.complaints)
    spoilt.unlink()


def test_a_keyboard_reaches_everything_and_the_focus_is_seen(browser: Browser, kinds: dict[str, Path]) -> None:
    with opened(browser, viewport={"width": 900, "height": 700}) as one:
        for kind, path in kinds.items():
            one.page.goto(path.as_uri())
            expected: int = one.page.evaluate(REACHABLE)
            reached = set[int]()
            for _ in range(expected + 5):
                one.page.keyboard.press("Tab")
                focus = one.page.evaluate(FOCUS)
                if focus is None or focus["at"] in reached:
                    break
                assert focus["seen"] and focus["outlined"], (kind, focus)
                assert reached or 'class="skip"' in focus["what"], (kind, focus)
                reached.add(focus["at"])
            assert len(reached) == expected, (kind, len(reached), expected)


def test_the_skip_link_leads_to_the_text(browser: Browser, kinds: dict[str, Path]) -> None:
    with opened(browser) as one:
        for kind, path in kinds.items():
            one.page.goto(path.as_uri())
            one.page.keyboard.press("Tab")
            one.page.keyboard.press("Enter")
            assert one.page.evaluate("document.activeElement.id") == "main", kind


@pytest.mark.parametrize(("height", "scale"), [(640, 1), (256, 4)], ids=["narrow", "zoomed to 400 %"])
def test_a_narrow_window_scrolls_one_way_only(browser: Browser, both: dict[str, Path], height: int, scale: int) -> None:
    with opened(browser, viewport={"width": 320, "height": height}, device_scale_factor=scale) as one:
        for kind, path in both.items():
            one.page.goto(path.as_uri())
            assert one.page.evaluate("document.documentElement.scrollWidth") <= 320, kind


def test_on_a_telephone_a_table_is_read_downwards(browser: Browser, both: dict[str, Path]) -> None:
    """A row is a block, each value under the name of its column: nothing is to be pushed sideways."""
    wide = "[...document.querySelectorAll('.box:has(> .stack)')].filter(e => e.scrollWidth > e.clientWidth).length"
    with opened(browser, viewport={"width": 320, "height": 640}) as one:
        for kind, path in both.items():
            one.page.goto(path.as_uri())
            assert one.page.evaluate(wide) == 0, kind


def test_no_word_of_a_table_is_broken_on_a_wide_screen(browser: Browser, kinds: dict[str, Path]) -> None:
    """*not establishe-d* stood in a column too narrow for it."""
    broken = """() => [...document.querySelectorAll('.stack td')].filter(cell => {
      const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), range = document.createRange();
      for (let node; (node = walk.nextNode());) {
        for (const word of node.data.matchAll(/[\\p{L}]{3,16}/gu)) {
          range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
          if (new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1) return true;
        }
      }
    }).length"""
    with opened(browser) as one:
        for kind, path in kinds.items():
            one.page.goto(path.as_uri())
            assert one.page.evaluate(broken) == 0, kind


def test_everything_is_there_without_scripts(browser: Browser, kinds: dict[str, Path]) -> None:
    with opened(browser) as with_, opened(browser, java_script_enabled=False) as without:
        for kind, path in kinds.items():
            if "search" in kind:
                continue
            with_.page.goto(path.as_uri())
            without.page.goto(path.as_uri())
            assert without.page.inner_text("body") == with_.page.inner_text("body"), kind
        without.page.goto(kinds["search/index.html"].as_uri())
        assert "films" in without.page.inner_text("main").lower()


def test_forced_colours_leave_words_signs_and_focus(browser: Browser, kinds: dict[str, Path]) -> None:
    with opened(browser, forced_colors="active") as one:
        one.page.goto(kinds["films/*/index.html"].as_uri())
        for said in one.page.locator(".status").all():
            assert re.search(r"\w{2}", said.text_content() or "")
        one.page.keyboard.press("Tab")
        assert one.page.evaluate(FOCUS)["outlined"]


def test_the_film_is_found_in_either_script(browser: Browser, site: Path) -> None:
    page = site / "search" / "index.html"
    for asked in ("восхождение", "Ascent", "voskhozhdenie", "ВОСХОЖДЕНИЕ"):
        with opened(browser) as one:
            one.page.goto(page.as_uri())
            one.page.fill("#q", asked)
            expect(one.page.locator("#results a").first).to_have_text(re.compile("Ascent"))
            one.page.locator("#results a").first.click()
            assert "films/the-ascent" in one.page.url
            assert one.quiet, one


def test_hostile_text_runs_nothing(browser: Browser, tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "list.txt").write_text(HOSTILE, "utf-8")
    guide.publish(tmp_path / "list.txt", tmp_path / "site", catalogue=catalogue)
    with opened(browser, viewport={"width": 320, "height": 640}) as one:
        for path in (tmp_path / "site").rglob("*.html"):
            one.page.goto(path.as_uri())
            assert one.quiet, (path, one)
            assert one.page.evaluate("document.documentElement.scrollWidth") <= 320, path
            assert one.page.locator("main").count() == (1 if path.name == "index.html" else 0), path
        one.page.goto((tmp_path / "site/search/index.html").as_uri())
        one.page.fill("#q", "script")
        assert one.quiet, one


def test_the_server_shows_an_edit_and_a_fault_without_being_asked(
    browser: Browser, tmp_path: Path, catalogue: Catalogue
) -> None:
    text = tmp_path / "list.txt"
    text.write_text("# First\n\nThe Ascent (1977)\nFact: It won the Golden Bear.\n", "utf-8")
    (tmp_path / "guide.toml").write_text('title = "First"\nlist = "list.txt"\n', "utf-8")
    with Server(Preview(tmp_path, open_record)) as server, opened(browser) as one:
        server.preview.refresh()
        server.watch(0.1)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        one.page.goto(server.url)
        heading = one.page.locator("h1")
        expect(heading).to_have_text("First")
        assert one.quiet, one
        (tmp_path / "guide.toml").write_text('title = "Second"\nlist = "list.txt"\n', "utf-8")
        expect(heading).to_have_text("Second", timeout=20_000)
        (tmp_path / "guide.toml").write_text('title = "Third\n', "utf-8")
        expect(one.page.locator(".fault")).to_contain_text("guide.toml", timeout=20_000)
        (tmp_path / "guide.toml").write_text('title = "Fourth"\nlist = "list.txt"\n', "utf-8")
        expect(heading).to_have_text("Fourth", timeout=20_000)
        one.page.goto("about:blank")
        server.shutdown()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_handout_is_two_pages_of_paper_at_most(browser: Browser, site: Path, paper: str) -> None:
    too_long = {}
    with opened(browser) as one:
        for path in sorted(site.glob("films/*/print/index.html")):
            one.page.goto(path.as_uri())
            printed = one.page.pdf(
                format=paper, margin={"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"}
            )
            sheets = len(re.findall(rb"/Type\s*/Page\b", printed))
            assert sheets
            if sheets > 2:
                too_long[path.parts[-3]] = sheets
    assert too_long == {}


def test_pictures_are_kept_of_every_kind_of_page(browser: Browser, kinds: dict[str, Path]) -> None:
    settings: dict[str, dict[str, Any]] = {
        "light": {}, "dark": {"color_scheme": "dark"}, "narrow": {"viewport": {"width": 320, "height": 640}},
        "forced": {"forced_colors": "active"},
    }  # fmt: skip
    SCREENS.mkdir(parents=True, exist_ok=True)
    for setting, options in settings.items():
        with opened(browser, **options) as one:
            for kind, path in kinds.items():
                one.page.goto(path.as_uri())
                name = kind.replace("/index.html", "").replace("/", "-").replace("*", "one").replace(".html", "")
                one.page.screenshot(path=SCREENS / f"{name}-{setting}.png", full_page=setting == "light")
                if setting == "light":
                    one.page.pdf(path=SCREENS / f"{name}.pdf", format="A4")
    assert len(list(SCREENS.glob("*.png"))) >= len(kinds) * len(settings)
