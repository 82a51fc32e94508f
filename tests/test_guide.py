"""The guide: real pages of the shipped guide and of hostile lists, read with a parser as a browser would."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import urlsplit

import pytest

from verite import guide
from verite.catalogue import Catalogue, build
from verite.checking import check_texts
from verite.config import shipped
from verite.english import date
from verite.errors import ConfigError, ReadError
from verite.guide import editorial, slug, source
from verite.guide.page import static
from verite.guide.site import Site
from verite.guide.words import foreign, weblink
from verite.model import Source
from verite.sources import record

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
LONG = "Ж" + "a" * 10_000
HOSTILE = f"""<script>alert(0)</script> A list "of" films

An introduction with <img src=x onerror=alert(1)> in it.

<script>alert(1)</script> (1990)
Description: It was directed by "><svg onload=alert(2)>.
Fact: {{{{ 7 * 7 }}}} {{% include "/etc/passwd" %}} </blockquote></main><h1>x</h1>

../../etc/passwd (1991)
Description: It won an Oscar in 1991. See [here](javascript:alert(3)).

..\\..\\windows\\system32 (1992)
Fact: It was banned.

{LONG} (1993)
Description: A prisoner is arrested.

The Ascent (1977)
Fact: The film won the Golden Bear at Berlin.

The Ascent (1977)
Fact: The film won the Golden Bear at Berlin.

CON (1994)
Fact: It was directed by nobody.

Ъ (1995)
Fact: It was filmed in Norway.
"""


class Page(HTMLParser):
    """What a test asks of a page: its elements in order, checked for balance as they are read."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: dict[str, str] = {}
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"{tag} stays open" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = Counter(name for name, _ in attrs)
        self.faults += [f"{tag}: {name} twice" for name, n in names.items() if n > 1]
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            self.words[tag] = self.words.get(tag, "") + data

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in tags]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]


@cache
def held() -> Catalogue:
    return build.compiled(record.inspect(shipped("records")))


@cache
def flagship() -> dict[str, str]:
    return dict(guide.pages(guide.read(shipped("guides") / "gulag", held())))


@cache
def hostile() -> dict[str, str]:
    return dict(guide.pages(made(HOSTILE)))


def made(text: str) -> guide.Guide:
    """A guide of a list's text, with nothing from its editors."""
    report = check_texts([("list.txt", text)], held())
    title = report.lists[0].list.title or "A list"
    return guide.Guide(title, "", "", (), "", editorial.parse(""), "", "2026-11-23", report, held())


def both() -> Iterator[tuple[str, str]]:
    yield from flagship().items()
    yield from hostile().items()


@cache
def parsed(html: str) -> Page:
    return Page(html)


def test_the_flagship_has_its_pages() -> None:
    films = [path for path in flagship() if path.startswith("films/") and "/print/" not in path]
    links = [link for _, one in guide.read(shipped("guides") / "gulag", held()).lists for link in one.links]
    assert len(films) == len(links) + 1  # and the table of all
    assert len([link for link in links if link.work is not None]) >= 40
    assert {"index.html", "list/index.html", "findings/index.html", "sources/index.html", "method/index.html",
            "accessibility/index.html"} <= flagship().keys()  # fmt: skip
    assert "films/the-ascent-1977/index.html" in films


def test_every_page_is_well_formed() -> None:
    for path, html in both():
        assert parsed(html).faults == [], path
        assert html.startswith("<!DOCTYPE html>"), path


def test_every_page_has_the_landmarks_a_reader_steers_by() -> None:
    for path, html in both():
        page = parsed(html)
        assert page.all("html") == [{"lang": "en"}], path
        assert page.words["title"].strip(), path
        assert len(page.all("h1")) == 1, path
        assert [main["id"] for main in page.all("main")] == ["main"], path
        first = next(attributes for tag, attributes in page.elements if tag == "a")
        assert first == {"class": "skip", "href": "#main"}, path
        assert all(nav.get("aria-label") for nav in page.all("nav")), path
        assert "Last checked" in page.words["main"], path


def test_headings_step_down_one_at_a_time() -> None:
    for path, html in both():
        levels = [int(tag[1]) for tag, _ in parsed(html).elements if re.fullmatch(r"h[1-6]", tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_ids_are_unique_and_named_things_exist() -> None:
    for path, html in both():
        page = parsed(html)
        assert [id_ for id_, n in Counter(page.ids).items() if n > 1] == [], path
        assert all(re.fullmatch(r"[A-Za-z][\w.-]*", id_) for id_ in page.ids), path
        for _, attributes in page.elements:
            assert set(attributes.get("aria-labelledby", page.ids[0]).split()) <= set(page.ids), path


def test_every_internal_link_resolves() -> None:
    for read in (guide.read(shipped("guides") / "gulag", held()), made(HOSTILE)):
        files = dict(guide.files(read))
        pages = {path: text for path, text in files.items() if path.endswith(".html")}
        for path, html in pages.items():
            for link in parsed(html).all("a", "link"):
                parts = urlsplit(link["href"])
                if parts.scheme:
                    continue
                target = normpath(str(PurePosixPath(path).parent / parts.path)) if parts.path else path
                assert target in files, (path, link["href"])
                if parts.fragment:
                    assert parts.fragment in parsed(pages[target]).ids, (path, link["href"])


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs() -> None:
    for path, html in both():
        page = parsed(html)
        assert page.all("img", "iframe", "object", "embed", "base", "style", "video", "audio") == [], path
        # One page has a script, the search: two files of the guide's own. All others have none.
        own = [{"src": "../search/index.js"}, {"src": "../search/search.js"}] if path == "search/index.html" else []
        # What a page says of itself to programs is data: a browser does not run it.
        assert [one for one in page.all("script") if one != {"type": "application/ld+json"}] == own, path
        assert len(page.all("form")) == (1 if own else 0), path
        assert {link["rel"] for link in page.all("link")} == {"stylesheet", "alternate"}, path
        assert not any(urlsplit(link["href"]).scheme for link in page.all("link")), path
        for _, attributes in page.elements:
            assert not any(name.startswith("on") or name in ("style", "srcset", "srcdoc") for name in attributes), path
            assert attributes.get("src", "../search/").startswith("../search/"), path
        for link in page.all("a"):
            scheme = urlsplit(link["href"]).scheme
            assert scheme in ("", "http", "https"), (path, link["href"])
    assert not re.search(r"url\(|@import|expression", static("style.css"))


def test_hostile_titles_stay_words() -> None:
    pages = hostile()
    for path, html in pages.items():
        ours = r'<script src="\.\./search/\w+\.js"></script>|<script type="application/ld\+json">[^<]*</script>'
        assert "<script" not in re.sub(ours, "", html).lower(), path
        assert "root:" not in html, path
    text = "".join(parsed(html).words["main"] for html in pages.values())
    assert "{{ 7 * 7 }}" in text
    assert '{% include "/etc/passwd" %}' in text


def test_addresses_are_plain_and_unlike_whatever_the_titles_are() -> None:
    paths = [path for path in hostile() if path.startswith("films/") and path != "films/index.html"]
    paths = [path for path in paths if "/print/" not in path]
    assert len(paths) == len(made(HOSTILE).report.lists[0].links) == len(set(paths))
    for path in paths:
        assert re.fullmatch(r"films/[a-z0-9]+(-[a-z0-9]+)*/index\.html", path), path
        assert len(path) < 100


@pytest.mark.parametrize(
    "title",
    [
        "..",
        "../../etc/passwd",
        "/etc/passwd",
        "C:\\x",
        "con",
        "NUL",
        "",
        "   ",
        "\0",
        "%2e%2e%2f",
        "鲁迅",
        "a" * 10_000,
        "Ъ",
        "‮gnp",
    ],
)
def test_a_slug_is_never_a_path(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug.slug(title, None, {"film"}))


def test_titles_alike_get_addresses_unlike() -> None:
    taken: set[str] = set()
    assert [slug.slug("The Ascent", 1977, taken) for _ in range(3)] == [
        "the-ascent-1977", "the-ascent-1977-no-2", "the-ascent-1977-no-3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JavaScript:x",
        "data:text/html,x",
        "//evil.example",
        "file:///etc/passwd",
        "http:",
        "http://[",
        "",
    ],
)
def test_only_web_addresses_are_linked(address: str) -> None:
    assert weblink(address) == ""


def test_a_source_with_a_script_for_an_address_is_no_link() -> None:
    class Poisoned(Catalogue):
        def source(self, key: str) -> Source:
            return Source(key, "<b onclick=x>y", url="javascript:alert(1)", archived="data:text/html,x", rank=2)

    poisoned = Poisoned(held()._connection)
    read = guide.read(shipped("guides") / "gulag", poisoned)
    own = {one.url for one in read.bibliography.values()}
    # where other databases keep a film: made from an id on record, by a form of ours
    elsewhere = re.compile(r"https://www\.(?:imdb\.com/title/tt\d+/|wikidata\.org/wiki/Q\d+)")
    for path, html in guide.pages(read):
        links = [link["href"] for link in Page(html).all("a") if urlsplit(link["href"]).scheme]
        assert {link for link in links if not elsewhere.fullmatch(link)} <= own, path
        assert Page(html).all("b") == [], path


def test_pages_stay_small() -> None:
    for path, html in both():
        if path.startswith("films/"):
            assert len(html.encode()) <= 60 * 1024, path
    assert len(static("style.css").encode()) <= 15 * 1024


def test_two_runs_give_the_same_files() -> None:
    folder = shipped("guides") / "gulag"
    assert list(guide.files(guide.read(folder, held()))) == list(guide.files(guide.read(folder, held())))


def test_every_refuted_statement_stands_in_the_findings_with_its_evidence() -> None:
    read = guide.read(shipped("guides") / "gulag", held())
    refuted = [v for v in read.report.lists[0].verdicts if v.status == "refuted"]
    page = parsed(flagship()["findings/index.html"])
    shown = [a for a in page.all("article") if "refuted" in a["class"]]
    assert len(refuted) == len(shown) > 0
    assert page.words["main"].count("On record") >= len(refuted)


def test_the_prose_is_quoted_word_for_word() -> None:
    for link in guide.read(shipped("guides") / "gulag", held()).report.lists[0].links:
        pages = [
            parsed(html).words.get("blockquote", "") for path, html in flagship().items() if path.startswith("films/")
        ]
        said = [re.sub(r"\W", "", p.text) for p in link.entry.prose]
        marks = re.compile(r"\s*\(statement \S+ ?\S*: [a-z ]+\)\s*")
        plain = [re.sub(r"\W", "", marks.sub("", page)) for page in pages]
        assert all(any(words in page for page in plain) for words in said), link.entry.title


def test_the_ending_is_folded() -> None:
    cover = parsed(flagship()["index.html"])
    assert cover.all("details")
    assert "executed" not in re.sub(r"<details>.*?</details>", "", flagship()["index.html"], flags=re.DOTALL)
    assert "tells the ending" in flagship()["films/burnt-by-the-sun-1994/index.html"]


def test_an_unknown_film_is_called_unknown() -> None:
    pages = dict(guide.pages(made("Two films\n\nA Lamp in Vorkuta (1951)\nFact: It was directed by Nora Lind.\n")))
    words = parsed(pages["films/a-lamp-in-vorkuta-1951/index.html"]).words["main"]
    assert "This film is not on record" in words
    assert "Not so" not in words


def test_publish_writes_the_files_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(HOSTILE, "utf-8")
    folder = tmp_path / "deep" / "site"
    written = guide.publish(tmp_path / "list.txt", folder, catalogue=held())
    found = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {*written, tmp_path / "list.txt", folder / ".verite-files"}
    assert all(path.is_relative_to(folder) for path in written)
    again = guide.publish(tmp_path / "list.txt", folder, catalogue=held())
    assert again == written


def test_pages_of_an_earlier_guide_go_and_nothing_else_does(tmp_path: Path) -> None:
    text, folder = tmp_path / "list.txt", tmp_path / "site"
    text.write_text("The Ascent (1977)\n\nAdmiral (2008)\n", "utf-8")
    before = guide.publish(text, folder, catalogue=held())
    gone = next(path.parent for path in before if "admiral" in str(path))
    (folder / "films" / "mine.txt").write_text("kept", "utf-8")
    (tmp_path / "outside.txt").write_text("kept", "utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept.html").write_text("kept", "utf-8")
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    (folder / "linked.html").symlink_to(tmp_path / "outside.txt")
    with (folder / ".verite-files").open("a", encoding="utf-8") as listed:
        listed.write(
            f"../outside.txt\n{tmp_path}/outside.txt\nlink/kept.html\nlinked.html\nfilms\n.\n\n.verite-files\n\0\n"
        )
    text.write_text("The Ascent (1977)\n", "utf-8")
    guide.publish(text, folder, catalogue=held())
    assert not gone.exists()
    for path in (
        "outside.txt",
        "elsewhere/kept.html",
        "site/films/mine.txt",
        "site/linked.html",
        "site/link/kept.html",
    ):
        assert (tmp_path / path).exists(), path


def test_a_link_in_the_folder_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(HOSTILE, "utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "films").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ConfigError, match="leads out"):
        guide.publish(tmp_path / "list.txt", tmp_path / "site", catalogue=held())
    assert not [path for path in (tmp_path / "elsewhere").rglob("*") if path.is_file()]


def test_a_guide_publishes_only_its_own_files(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("The Ascent (1977)\nFact: x.\n", "utf-8")
    folder = tmp_path / "guide"
    folder.mkdir()
    (folder / "guide.toml").write_text('title = "X"\nlist = "../secret.txt"\n', "utf-8")
    with pytest.raises(ConfigError, match="outside"):
        source.read(folder, held())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title = ", "not valid"),
        ('title = "X"', "needs a list"),
        ('titel = "X"\nlist = "l"', "unknown key 'titel'"),
        ('title = "X"\nlist = "l"\ncurators = "me"', "list of names"),
    ],
)
def test_a_broken_guide_is_named(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "guide.toml").write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=fault):
        source.read(tmp_path, held())


def test_a_sentence_of_our_own_that_nothing_supports_stops_the_guide(tmp_path: Path) -> None:
    (tmp_path / "guide.toml").write_text('title = "X"\n[[chapter]]\nlist = "ours.txt"\nours = true\n', "utf-8")
    (tmp_path / "ours.txt").write_text(
        "Mine\n\nThe Ascent (1977)\nFact: It was directed by Larisa Shepitko. It was directed by Otto Brandt.\n",
        "utf-8",
    )
    with pytest.raises(ConfigError, match=r"ours.txt:4: .*Otto Brandt.* is "):
        source.read(tmp_path, held())


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        source.read(tmp_path / "none.txt", held())


def test_an_opening_may_cite_only_what_is_on_record() -> None:
    read = guide.read(shipped("guides") / "gulag", held())
    with pytest.raises(ConfigError, match="'no-such-source' is not on record"):
        list(guide.pages(replace(read, introduction=editorial.parse("A fact.[@no-such-source]"))))


def test_dates_and_languages_are_words() -> None:
    assert date("1953-13-01") == "1953-13-01"
    assert date("<b>") == "<b>"
    assert foreign("Сотнікаў") == [("Сотнікаў", "be")]


def test_a_second_guide_is_made_from_records_and_text_alone() -> None:
    read = guide.read(shipped("guides") / "holodomor", held())
    pages = dict(guide.pages(read))
    assert len([path for path in pages if re.fullmatch(r"films/[^/]+/index\.html", path)]) == 8
    assert {v.status for _, one in read.lists for v in one.verdicts if v.entry} == {"supported"}


def test_two_sources_of_one_sentence_stand_apart() -> None:
    for path, html in flagship().items():
        assert not re.search(r'class="ref"[^>]*>\d+</a><a class="ref"', html), path


def test_a_reading_names_what_there_is_to_read() -> None:
    words = parsed(flagship()["films/katyn-2007/index.html"]).words["li"]
    assert "The son and nephew of the brothers Solski (in Polish).5" in " ".join(words.split())
    assert "Dziennik Bałtycki, Irena Łaszyn" in words


def test_a_list_of_sources_says_once_when_they_were_seen() -> None:
    for path, html in flagship().items():
        days = re.findall(r"Seen (?:on )?<?[^<.]*", html)
        assert len([day for day in days if days.count(day) > 1 and "Seen on" in day]) == 0, path


def test_a_film_stands_on_one_stage_wherever_it_is_named() -> None:
    site = Site(guide.read(shipped("guides") / "gulag", held()))
    katyn = next(film for film in site.films if film.work == "katyn-2007")
    assert site.stage(katyn) == "memory"
    row = re.search(r"<tr>(?:(?!</tr>).)*katyn-2007.*?</tr>", flagship()["films/index.html"], re.DOTALL)
    assert row is not None and "Memory and denial" in row[0]
    series = flagship()["programme/index.html"]
    assert series.rindex("katyn-2007") > series.rindex("captain-volkonogov-escaped-2021")


def test_corrections_are_the_guide_s_own() -> None:
    assert "burnt-by-the-sun" not in flagship()["corrections/index.html"]


def test_every_cell_of_a_stacked_table_says_its_column() -> None:
    for path, html in flagship().items():
        for table in re.findall(r'<table class="[^"]*stack.*?</table>', html, re.DOTALL):
            cells = re.findall(r"<td[^>]*>", table)
            assert len([one for one in cells if "data-label" not in one]) <= table.count("<tr>"), path


def test_the_facts_of_a_film_read_as_a_reader_would_say_them() -> None:
    words = " ".join(parsed(flagship()["films/the-ascent-1977/index.html"]).words["main"].split())
    assert "Directed by Larisa Shepitko. Made 1976, released 1977 · the Soviet Union" in words
    assert "Set during World War II." in words
    assert "The Ascent won the Golden Bear, Berlin International Film Festival 1977." in words
    assert (
        words.count("older copies of an encyclopedia speak of a prison camp") == 2
    )  # once as evidence, once as a fact
    katyn = " ".join(parsed(flagship()["films/katyn-2007/index.html"]).words["main"].split())
    assert "made and first shown 2007" in katyn.casefold()
    assert "was nominated for" not in katyn.partition("Nominated for")[2].partition("How each sentence")[0]


def test_what_befell_somebody_s_kin_is_not_told_as_their_own() -> None:
    words = " ".join(parsed(flagship()["people/index.html"]).words["main"].split())
    assert "Executed (husband): her husband, the physicist Matvei Bronstein, 18 February 1938" in words
    assert "Kolyma, from September 1938" in words
    assert "September 1938, September 1938" not in words
