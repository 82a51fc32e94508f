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

from .test_guide import VOID, Page, held

TEMPLATES = [path for path in resources("verite.guide").joinpath("templates").iterdir() if path.name.endswith(".html")]
# Names of forms and files, and a command: the same in every language.
SAME = {
    "guide.json", "report.json", "feed.xml", "films.ris", "films.bib", "films.json", "BibTeX", "RIS", "CSL JSON", "Atom",
    "video.movie", "MODS",
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


class Spoken(Page):
    """A page's text with its language: (words, language, the tags it stands in, the classes of them)."""

    def __init__(self, html: str) -> None:
        self._langs: list[str] = []
        self._classes: list[str] = []
        self.said: list[tuple[str, str, tuple[str, ...], str]] = []
        super().__init__(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag not in VOID:
            held = dict(attrs)
            self._langs.append(held.get("lang") or (self._langs[-1] if self._langs else ""))
            self._classes.append(held.get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        if self._langs:
            self._langs.pop()
            self._classes.pop()

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        if self._langs:
            self.said.append((data.strip(), self._langs[-1], tuple(self._open), " ".join(self._classes)))


# Names of programs, files and forms, which are written so everywhere.
PROPER = {
    "verite", "RIS", "BibTeX", "CSL", "JSON", "Atom", "RDF", "HTML", "WCAG", "Apache", "Dublin", "Core", "Natural", "Earth", "MODS",
    "IMDb", "Wikidata", "VividMaps", "hotlib", "net", "AA", "The", "Soviet", "Century", "Brockhaus",
}  # fmt: skip
# Where names, titles, sources and addresses stand, in whatever language they have.
NAMED = ("script", "style", "cite", "code", "title")


@cache
def names() -> frozenset[str]:
    """Every word of a name or title that the record has of the guide's films: those may stand in any letters."""
    catalogue, found = held(), list[str]()
    for film in site.Site(guide.read(shipped("guides") / "gulag", catalogue)).films:
        for property_ in ("title", "name", "based_on", "award", "event"):
            for one in catalogue.statements(film.work, property_) if film.work else ():
                found.append(str(one.value))
                found += [
                    str(one.qualifiers[key])
                    for key in ("also", "title", "recipient", "at", "by")
                    if key in one.qualifiers
                ]
        found += [name for agent in catalogue.people(film.work) for name in catalogue.names(agent)] if film.work else []
        found += [
            name
            for said in catalogue.statements(film.work, "based_on")
            for name in catalogue.names(str(said.qualifiers.get("by")))
        ]
        held_against = [e.statement for f in film.findings for e in f.verdict.evidence]
        found += [str(said.qualifiers.get(key)) for said in held_against for key in ("title", "recipient")]
    for row in (*catalogue.tables.values(), *catalogue.camps.values(), *catalogue.places.values()):
        found.append(str(row.get("name")))
    for table in catalogue.tables.values():
        found += [str(category.get("name")) for category in table.get("category", {}).values()]
    return frozenset(word for text in found for word in re.findall(r"[^\W\d_]+", text))


def test_what_the_engine_says_is_russian_in_russian() -> None:
    """No sentence of the engine's is left in English: what is in Latin letters says its language, or is a name or a title."""
    for path, html in russian().items():
        for text, lang, tags, classes in Spoken(html).said:
            if (
                lang != "ru"
                or set(tags) & set(NAMED)
                or re.search(r"\bhash|notes|bibliography|uses|\bfrom\b|site", classes)
            ):
                continue
            text = re.sub(r"\w+\.(?:json|xml|txt|ris|bib|rdf)\b", "", text)
            latin = re.findall(r"(?:^\W*)?[A-Za-zÀ-ɏ]{3,}", text)
            latin = [
                w for w in latin if not w[:1].isupper() or text.startswith(w)
            ]  # within a sentence a capital is a name's
            latin = [w for w in latin if re.sub(r"^\W+", "", w) not in PROPER | names()]
            assert latin == [], (path, text)


def test_every_sentence_of_the_checker_has_a_russian_form() -> None:
    """Of the forms in which the checker of this guide speaks, each; only the record's own words stay English, marked."""
    made = site.Site(replace(guide.read(shipped("guides") / "gulag", held()), language="ru"))
    said = [
        x
        for film in made.films
        for f in film.findings
        for x in (f.claimed, f.why, f.complete, *(line.inference for line in f.lines))
        if x
    ]
    left = [
        text for text in said if all(lang == "en" for words, lang in made.tongue.runs(text) if re.search(r"\w", words))
    ]
    assert left == []
    assert made.tongue.said("Set during World War II.") == "Время действия: Вторая мировая война."
    assert made.tongue.said("directed by Larisa Shepitko") == "режиссёр: Лариса Шепитько"
    assert made.tongue.runs("imprisoned in prison (held in a cellar overnight)") == [
        ("заключение в тюрьме (", ""), ("held in a cellar overnight", "en"), (")", ""),
    ]  # fmt: skip


def test_a_russian_page_calls_films_and_people_as_russian_does() -> None:
    html = russian()["films/the-ascent-1977/index.html"]
    assert "<h1><cite>Восхождение</cite></h1>" in html
    assert "Режиссёр: Лариса Шепитько. Снят в 1976, выпущен в 1977" in html
    assert "Фильм 7 из 44" in html


def test_what_editors_and_lists_wrote_keeps_its_language_and_says_so() -> None:
    page = Spoken(russian()["films/burnt-by-the-sun-1994/index.html"])
    told = [
        lang for words, lang, *_ in page.said if words.startswith(("It tells of one arrest", "Who in the film knows"))
    ]
    assert told == ["en", "en"]
    assert {lang for text, lang, *_ in page.said if "the father, a celebrated officer" in text} == {"en"}


def test_russian_pages_keep_the_budgets() -> None:
    for path, html in russian().items():
        assert len(html.encode()) <= 60 * 1024, path


def test_a_language_without_a_file_is_named() -> None:
    with pytest.raises(ConfigError, match="no strings for the language 'xx'; there are: en, ru"):
        strings("xx")
