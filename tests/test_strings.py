"""A guide in another language: its furniture has no English left, and what is English in it says so."""

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files as resources

import pytest

from verite import guide
from verite.config import shipped
from verite.errors import ConfigError
from verite.guide import lives, site, words
from verite.guide.facts import _ROWS
from verite.guide.pages import data, films, history
from verite.guide.strings import Strings, known, pieces, strings
from verite.properties import registry

from .test_guide import Page, held

TEMPLATES = [path for path in resources("verite.guide").joinpath("templates").iterdir() if path.name.endswith(".html")]
# Names of forms and files, and a command: the same in every language.
SAME = {
    "guide.json", "report.json", "feed.xml", "films.ris", "films.bib", "films.json", "BibTeX", "RIS", "CSL JSON", "Atom",
    "video.movie",
}  # fmt: skip
# What the checker says, too, and is marked as English there.
TOLD = {"The record declares this story told to its end", "No such film is known"}
OTHERS = [language for language in known() if language != "en"]


@cache
def russian() -> dict[str, str]:
    return dict(guide.pages(replace(guide.read(shipped("guides") / "gulag", held()), language="ru")))


def test_russian_is_there() -> None:
    assert "ru" in known()


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_piece_of_every_template(language: str) -> None:
    has = strings(language).words
    asked = {piece for path in TEMPLATES for piece in pieces(path.read_text("utf-8"))}
    assert sorted(one for one in asked - SAME if one not in has and not one.startswith("verite ")) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_word_that_the_code_prints(language: str) -> None:
    printed = [
        *(name for _, name in (*site.MENU, *site.FOOTER)), *(x for s in words.STATUSES.values() for x in (s.word, s.means)),
        *words.RANKS.values(), *words.KINDS.values(), *words.STAGES.values(), *(o.words for o in films.ORDERS.values()),
        *(label for label, _ in _ROWS), *lives._PARTS.values(), *history._WORDS.values(), *data._ASKED.values(),
        *(value.replace("-", " ").capitalize() for value in registry()["content"].values),
        *(lives._TOLD.get(value, value) for value in registry()["experience"].values),
    ]  # fmt: skip
    has = strings(language).words
    assert sorted({one for one in printed if one not in has} - {"witnessed"}) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_count(language: str) -> None:
    asked = {one for path in TEMPLATES for one in re.findall(r'count\([^"]+"(\w+)"', path.read_text("utf-8"))}
    assert asked
    assert asked == set(strings(language).plurals)


def test_russian_counts_as_russian_does() -> None:
    ru = strings("ru")
    said = [ru.counted(n, "film", "films") for n in (1, 2, 5, 11, 12, 21, 22, 111, 0)]
    assert said == ["фильм", "фильма", "фильмов", "фильмов", "фильмов", "фильм", "фильма", "фильмов", "фильмов"]


def test_dates_are_said_in_the_language() -> None:
    assert strings("ru").date("2026-11-26") == "26 ноября 2026"
    assert strings("ru").date("2026-11") == "ноябрь 2026"
    assert strings("ru").date("1967/..") == "с 1967"
    assert Strings().date("2026-11") == "November 2026"


def test_english_templates_are_left_alone() -> None:
    source = TEMPLATES[0].read_text("utf-8")
    assert strings("en").template(source) == source


def test_a_template_keeps_its_tags_and_expressions() -> None:
    for path in TEMPLATES:
        source = path.read_text("utf-8")
        marks = r"\{\{.*?\}\}|\{%.*?%\}"
        assert re.findall(marks, strings("ru").template(source), re.DOTALL) == re.findall(marks, source, re.DOTALL)


def test_a_russian_guide_says_so_and_holds_together() -> None:
    pages = russian()
    for path, html in pages.items():
        page = Page(html)
        assert page.faults == [], path
        assert page.all("html")[0]["lang"] == "ru", path
    assert "Последняя проверка" in pages["index.html"]
    assert "44 фильма" in pages["index.html"]


def test_no_english_furniture_is_left_in_russian() -> None:
    """Of the text outside what is marked as English, the guide's own texts and names aside: none of the templates' words."""
    english = {p for path in TEMPLATES for p in pieces(path.read_text("utf-8")) if len(p.split()) > 4} - SAME - TOLD
    for path, html in russian().items():
        left = [one for one in english if not one.startswith("verite ") and re.search(rf">[^<]*{re.escape(one)}", html)]
        assert left == [], path


def test_what_the_checker_says_is_marked_as_english() -> None:
    page = Page(russian()["films/burnt-by-the-sun-1994/index.html"])
    assert len([one for one in page.all("div", "dd", "figure") if one.get("lang") == "en"]) > 10


def test_a_language_without_a_file_is_named() -> None:
    with pytest.raises(ConfigError, match="no strings for the language 'xx'; there are: en, ru"):
        strings("xx")
