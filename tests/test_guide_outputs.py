"""What a guide gives to programs: of the real flagship, and of hostile lists."""

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner

from verite import guide
from verite.cli import main
from verite.config import shipped
from verite.errors import ConfigError
from verite.guide import editorial, paper, single

from .browsing import opened, program, running
from .test_browser import WCAG
from .test_guide import HOSTILE, Page, held, made

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = Path(__file__).parents[1] / "docs/reference/guide.schema.json"


@cache
def outputs(name: str) -> dict[str, str]:
    return dict(guide.files(made(HOSTILE) if name == "hostile" else guide.read(shipped("guides") / "gulag", held())))


@pytest.fixture(params=["flagship", "hostile"])
def files(request: pytest.FixtureRequest) -> dict[str, str]:
    return outputs(request.param)


def test_the_guide_for_programs_keeps_to_its_schema(files: dict[str, str]) -> None:
    data = json.loads(files["guide.json"])
    jsonschema.validate(data, json.loads(SCHEMA.read_text("utf-8")))
    assert {film["page"] for film in data["films"]} <= files.keys()


def test_every_film_can_be_cited_with_its_sources(files: dict[str, str]) -> None:
    for film in json.loads(files["guide.json"])["films"]:
        stem = film["page"].removesuffix("index.html") + "cite"
        items = json.loads(files[f"{stem}.json"])
        assert len(items) == 1 + len(film["sources"])
        assert len({item["id"] for item in items}) == len(items)
        assert all(re.match(r"https?://", item["URL"]) for item in items if "URL" in item)
        assert len(files[f"{stem}.txt"].splitlines()) == files[f"{stem}.ris"].count("ER  - ") == 1, (
            "these cite the page alone"
        )
        bib = files[f"{stem}.bib"]
        assert bib.count("@misc{") == len(items)
        unescaped = re.sub(r"\\[{}]", "", bib)
        assert unescaped.count("{") == unescaped.count("}")


def test_a_film_page_leads_to_its_handout_and_its_citations(files: dict[str, str]) -> None:
    for path, html in files.items():
        if re.fullmatch(r"films/[^/]+/index\.html", path) and 'http-equiv="refresh"' not in html:
            for name in ("print/index.html", "cite.txt", "cite.bib", "cite.ris", "cite.json"):
                assert f'href="{name}"' in html
                assert path.removesuffix("index.html") + name in files


def test_a_whole_guide_fits_its_budget() -> None:
    files = outputs("flagship")
    assert sum(len(text.encode()) for text in files.values()) <= 5 * 1024**2
    assert max(len(t.encode()) for p, t in files.items() if p.endswith(".html")) <= 60 * 1024
    assert sum(len(t.encode()) for p, t in files.items() if p.endswith(".css")) <= 15 * 1024
    assert len(files["search/search.js"].encode()) <= 15 * 1024


def test_the_feed_is_an_atom_feed(files: dict[str, str]) -> None:
    feed = ElementTree.fromstring(files["feed.xml"])
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert (feed.findtext(f"{ATOM}{name}") or "").strip()
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", entry.findtext(f"{ATOM}updated") or "")
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert (link.get("href") or "").partition("#")[0] in files


def test_a_correction_owned_up_to_is_in_the_feed() -> None:
    read = guide.read(shipped("guides") / "gulag", held())
    text = editorial.parse("## Corrections\n- 2026-11-25: The year was given as 1985; it is 1986 & so it stands.")
    told = replace(read, films={**read.films, "repentance-1986": text}, address="https://example.org/gulag/")
    feed = dict(guide.files(told))["feed.xml"]
    assert "Corrected: Repentance" in feed
    assert "1986 &amp; so it stands" in feed
    assert 'href="https://example.org/gulag/films/repentance-1986/index.html"' in feed


def test_a_sitemap_needs_an_address_and_names_only_pages() -> None:
    read = guide.read(shipped("guides") / "gulag", held())
    assert "sitemap.xml" not in outputs("flagship")
    files = dict(guide.files(replace(read, address="https://example.org/gulag/")))
    named = [loc.text or "" for loc in ElementTree.fromstring(files["sitemap.xml"]).iter() if loc.tag.endswith("}loc")]
    assert len(named) > 60
    assert all(one.removeprefix("https://example.org/gulag/") in files for one in named)


def test_what_a_page_says_of_itself_is_json_and_cannot_end_its_element(files: dict[str, str]) -> None:
    for path, html in files.items():
        if not path.endswith(".html"):
            continue
        for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL):
            assert json.loads(found)["@context"] == "https://schema.org"
            assert "<" not in found


def test_a_length_on_which_sources_differ_is_not_said_to_programs() -> None:
    page = outputs("flagship")["films/repentance-1986/index.html"]
    found = json.loads(re.findall(r'ld\+json">(.*?)</script>', page)[0])
    assert found["name"] == "Repentance"
    assert "duration" not in found  # 146 to 155 minutes


def test_an_address_given_up_leads_to_the_new_one() -> None:
    read = guide.read(shipped("guides") / "gulag", held())
    files = dict(guide.files(replace(read, redirects={"pokayanie": "repentance-1986"})))
    assert 'content="0; url=../repentance-1986/index.html"' in files["films/pokayanie/index.html"]
    assert "<script" not in files["films/pokayanie/index.html"]


@pytest.mark.parametrize("redirects", [{"pokayanie": "no-such-film"}, {"katyn-2007": "repentance-1986"}])
def test_a_redirect_that_leads_nowhere_or_hides_a_film_stops_the_guide(redirects: dict[str, str]) -> None:
    read = guide.read(shipped("guides") / "gulag", held())
    with pytest.raises(ConfigError, match="redirects"):
        dict(guide.files(replace(read, redirects=redirects)))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[slugs]\nkatyn-2007 = "../../etc"', "no address"),
        ('[slugs]\nkatyn-2007 = "con"', "no address"),
        ('[slugs]\na = "x"\nb = "x"', "two works"),
        ('[redirects]\n"../a" = "b"', "no address"),
        ('[slugs]\na = "x"\n[redirects]\nx = "y"', "is the address of a film"),
        ('address = "javascript:alert(1)"', "must begin with http"),
        ('address = "https://example.org/x"', "end in a slash"),
    ],
)
def test_addresses_that_would_lead_out_of_the_folder_are_refused(tmp_path: Path, text: str, fault: str) -> None:
    head, _, table = text.partition("[") if not text.startswith("[") else ("", "", text[1:])
    (tmp_path / "guide.toml").write_text(
        f'title = "X"\nlist = "l.txt"\n{head}\n' + (f"[{table}" if table else ""), "utf-8"
    )
    with pytest.raises(ConfigError, match=fault):
        guide.read(tmp_path, held())


def test_a_fragment_is_a_piece_of_a_page_and_no_page(files: dict[str, str]) -> None:
    for path, text in files.items():
        if path.endswith("fragment.txt"):
            assert not re.search(r"<(?:html|head|body|script|style|link)\b", text)
            assert Page(text).faults == []


def test_one_file_holds_the_guide_and_needs_nothing_beside_it() -> None:
    for text in (single.write(guide.read(shipped("guides") / "gulag", held())), single.write(made(HOSTILE))):
        page = Page(text)
        assert page.faults == []
        assert len(set(page.ids)) == len(page.ids)
        assert not page.all("script", "link", "img", "iframe")
        within = [a["href"][1:] for a in page.all("a") if a.get("href", "").startswith("#")]
        assert within
        assert set(within) <= set(page.ids)
        assert all(re.match(r"#|https?://|mailto:", a["href"]) for a in page.all("a") if "href" in a)
        assert "@import" not in text
        assert "url(http" not in text


def test_a_guide_is_printed_by_the_browser_on_the_machine(tmp_path: Path) -> None:
    if not program():
        pytest.skip("no Chromium: apt-get install chromium")
    paper.write(
        single.write(made("A list\n\nThe Ascent (1977)\nFact: It was directed by Larisa Shepitko.\n")),
        tmp_path / "a.pdf",
    )
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_without_a_browser_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("VERITE_BROWSER", raising=False)
    with pytest.raises(ConfigError, match=r"apt install chromium.*--single"):
        paper.write("<p>x</p>", tmp_path / "a.pdf")
    monkeypatch.setenv("VERITE_BROWSER", "no-such-browser")
    with pytest.raises(ConfigError, match="VERITE_BROWSER"):
        paper.browser()


def test_publish_wants_something_to_write() -> None:
    result = CliRunner().invoke(main, ["publish", "gulag"])
    assert result.exit_code == 2
    assert "--single" in result.stderr


def test_one_file_leads_nowhere_that_it_does_not_hold() -> None:
    read = guide.read(shipped("guides") / "gulag", held())
    text = single.write(read)
    assert "print/index.html" not in text
    assert "cite.bib" not in text
    assert ">Data (JSON)</a>" not in text
    on_the_web = single.write(replace(read, address="https://example.org/gulag/"))
    assert 'href="https://example.org/gulag/data/report.json"' in on_the_web


def test_one_file_runs_and_loads_nothing_and_reads_well(tmp_path: Path) -> None:
    (tmp_path / "hostile.html").write_text(single.write(made(HOSTILE)), "utf-8")
    (tmp_path / "guide.html").write_text(single.write(guide.read(shipped("guides") / "holodomor", held())), "utf-8")
    with running() as browser:
        for name in ("hostile.html", "guide.html"):
            for scheme in ("light", "dark"):
                with opened(browser, viewport={"width": 320, "height": 640}, color_scheme=scheme) as one:
                    one.page.goto((tmp_path / name).as_uri())
                    assert one.quiet, (name, one)
                    assert one.page.evaluate("getComputedStyle(document.body).maxWidth") != "none", "no style"
                    assert one.page.evaluate("document.documentElement.scrollWidth") <= 320, name
                    found = Axe().run(one.page, options=WCAG).response["violations"]
                    assert [(f["id"], n["html"][:150]) for f in found for n in f["nodes"]] == [], (name, scheme)


def test_the_contents_of_the_print_edition_say_on_which_page_a_film_begins(tmp_path: Path) -> None:
    if not program():
        pytest.skip("no Chromium: apt-get install chromium")
    text = single.write(guide.read(shipped("guides") / "holodomor", held()))
    paper.write(text, tmp_path / "guide.pdf")
    printed = (tmp_path / "guide.pdf").read_bytes()
    pages = paper.begins(printed)
    listed = re.findall(r'class="at" data-page="([\w-]+)"', text)
    assert len(listed) > 8
    begins = [pages[key] for key in listed]
    assert begins == sorted(begins)
    assert begins[0] > 1
    assert begins[-1] <= len(re.findall(rb"/Type /Page\n", printed))


def test_a_pdf_of_another_hand_has_no_known_pages() -> None:
    assert paper.begins(b"%PDF-1.7 1 0 obj <</Type /ObjStm>> endobj") == {}


def test_a_running_head_cannot_end_its_style() -> None:
    text = single.write(made("The Ascent (1977)\nFact: X.\n\n</style><script>alert(1)</script> (1990)\nFact: Y.\n"))
    assert text.count("</style>") == 1
    assert "<script" not in text


def test_a_feed_tells_no_news_twice_when_the_guide_is_checked_again() -> None:
    read = guide.read(shipped("guides") / "gulag", held())
    told = [dict(guide.files(replace(read, checked=day)))["feed.xml"] for day in ("2026-11-26", "2027-01-02")]
    first, second = (re.findall(r"<id>(.*?)</id>", feed) for feed in told)
    assert sorted(first) == sorted(second)
    assert len(first) > 10


def test_what_a_list_got_wrong_is_in_the_feed_without_how_it_ends() -> None:
    feed = ElementTree.fromstring(outputs("flagship")["feed.xml"])
    told = {e.findtext(f"{ATOM}title"): e.findtext(f"{ATOM}summary") for e in feed.findall(f"{ATOM}entry")}
    assert any("a true story" in (title or "") for title in told)
    endings = [words for title, words in told.items() if "is arrested and imprisoned" in (title or "")]
    assert endings == ["How it was found tells how the story goes on: see the page."]
    assert "No such film is known: The Gulag Archipelago" in told


def test_xml_stays_xml_whatever_a_title_holds() -> None:
    broken = made("A \x0b\x00list\n\nThe As\x08cent ]]> & <b> (1977)\nFact: \x01It won the Oscar.\n")
    files = dict(guide.files(replace(broken, title=broken.title + "\x0b\ufffe", address="https://example.org/a&b/")))
    for name in ("feed.xml", "sitemap.xml", "films.rdf"):
        ElementTree.fromstring(files[name])


def test_programs_are_told_when_a_film_was_made_and_when_it_was_shown() -> None:
    page = outputs("flagship")["films/the-ascent-1977/index.html"]
    found = json.loads(re.findall(r'ld\+json">(.*?)</script>', page)[0])
    assert (found["dateCreated"], found["datePublished"]) == ("1976", "1977")
    assert found["isBasedOn"] == [
        {"@type": "CreativeWork", "name": "Сотников", "author": {"@type": "Person", "name": "Vasil Bykau"}}
    ]
    original = json.loads(
        re.findall(r'ld\+json">(.*?)</script>', outputs("flagship")["films/repentance-1986/index.html"])[0]
    )
    assert "isBasedOn" not in original  # an original screenplay is no work that it is based on


def test_an_entry_that_is_no_film_is_no_item_of_the_guide_s_data() -> None:
    found = json.loads(re.findall(r'ld\+json">(.*?)</script>', outputs("flagship")["index.html"])[0])
    named = [item["name"] for item in found["itemListElement"]]
    assert "The Gulag Archipelago" not in named
    assert found["numberOfItems"] == len(named)


def test_a_library_gets_all_films_in_one_file_of_each_form(files: dict[str, str]) -> None:
    films = json.loads(files["guide.json"])["films"]
    assert len(json.loads(files["cite/films.json"])) == len(films)
    assert files["cite/films.ris"].count("ER  - ") == len(films)
    rdf = ElementTree.fromstring(files["films.rdf"])
    assert len(rdf) == sum(1 for film in films if film["work"])
    for film in rdf:
        assert film.findtext("{http://purl.org/dc/elements/1.1/}title")
        page = film.find("{http://purl.org/dc/terms/}isReferencedBy")
        assert page is not None
        assert next(iter(page.attrib.values())) in files


MODS = "{http://www.loc.gov/mods/v3}"
# The elements of a record in MODS 3.8, each with those that may stand in it, as far as the guide uses them.
HELD = {
    "mods": {"titleInfo", "name", "typeOfResource", "originInfo", "language", "physicalDescription", "subject", "relatedItem", "identifier", "recordInfo"},
    "titleInfo": {"title"}, "name": {"namePart", "role"}, "role": {"roleTerm"}, "originInfo": {"place", "dateCreated", "dateIssued"},
    "place": {"placeTerm"}, "language": {"languageTerm"}, "physicalDescription": {"extent"}, "subject": {"geographic", "temporal"},
    "relatedItem": {"titleInfo", "name", "location"}, "location": {"url"}, "recordInfo": {"recordCreationDate"},
}  # fmt: skip


def test_a_library_gets_all_films_in_mods(files: dict[str, str]) -> None:
    mods = ElementTree.fromstring(files["films.mods.xml"])
    films = json.loads(files["guide.json"])["films"]
    assert mods.tag == f"{MODS}modsCollection"
    assert len(mods) == sum(1 for film in films if film["work"])
    for element in mods.iter():
        name = element.tag.removeprefix(MODS)
        if name != "modsCollection":
            assert {child.tag.removeprefix(MODS) for child in element} <= HELD.get(name, set()), name
    ascent = next(film for film in mods if film.findtext(f"{MODS}titleInfo/{MODS}title") == "The Ascent")
    assert ascent.findtext(f"{MODS}typeOfResource") == "moving image"
    assert ascent.findtext(f"{MODS}name/{MODS}namePart") == "Larisa Shepitko"
    assert ascent.findtext(f"{MODS}originInfo/{MODS}dateCreated") == "1976"
    for film in mods:
        assert film.findtext(f"{MODS}relatedItem[@type='isReferencedBy']/{MODS}location/{MODS}url") in files


def test_a_page_that_leads_on_runs_nothing_and_arrives(tmp_path: Path) -> None:
    (tmp_path / "l.txt").write_text("The Ascent (1977)\nFact: It won the Golden Bear.\n", "utf-8")
    (tmp_path / "guide.toml").write_text(
        'title = "X"\nlist = "l.txt"\n[redirects]\nascent = "the-ascent-1977"\n', "utf-8"
    )
    guide.publish(tmp_path, tmp_path / "site", catalogue=held())
    with running() as browser, opened(browser) as one:
        one.page.goto((tmp_path / "site/films/ascent/index.html").as_uri())
        one.page.wait_for_url("**/the-ascent-1977/index.html")
        assert one.quiet, one


def test_a_film_named_twice_has_its_frozen_address_once() -> None:
    twice = made("The Ascent (1977)\nFact: It is long.\n\nThe Ascent (1977)\nFact: It is short.\n")
    paths = [path for path, _ in guide.files(replace(twice, slugs={"the-ascent-1977": "voskhozhdenie"}))]
    assert len(paths) == len(set(paths))
    assert "films/voskhozhdenie/index.html" in paths


def test_an_address_of_a_work_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    (tmp_path / "l.txt").write_text("The Ascent (1977)\nFact: It won the Golden Bear.\n", "utf-8")
    (tmp_path / "guide.toml").write_text('title = "X"\nlist = "l.txt"\n[slugs]\nthe-ascend-1977 = "a"\n', "utf-8")
    with pytest.raises(ConfigError, match=r"guide\.toml: slugs: .*the-ascend-1977"):
        guide.read(tmp_path, held())


def test_hostile_text_writes_nothing_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(HOSTILE, "utf-8")
    written = guide.publish(tmp_path / "list.txt", tmp_path / "in" / "site", catalogue=held())
    assert all(path.resolve().is_relative_to((tmp_path / "in" / "site").resolve()) for path in written)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "list.txt"]
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["site"]


def test_one_file_speaks_the_language_of_its_guide() -> None:
    text = single.write(replace(guide.read(shipped("guides") / "holodomor", held()), language="ru"))
    assert '<html lang="ru">' in text
    assert "<h2>Содержание</h2>" in text
    assert "Contents" not in text


def test_one_file_is_written_into_a_new_folder_and_not_over_one(tmp_path: Path) -> None:
    (tmp_path / "l.txt").write_text("The Ascent (1977)\nFact: It won the Golden Bear.\n", "utf-8")
    new = tmp_path / "new" / "guide.html"
    asked = ["publish", str(tmp_path / "l.txt"), "--single"]
    assert CliRunner().invoke(main, [*asked, str(new)]).exit_code == 0
    assert [path.name for path in new.parent.iterdir()] == ["guide.html"]
    refused = CliRunner().invoke(main, [*asked, str(tmp_path / "new")])
    assert refused.exit_code == 2
    assert "cannot be written" in refused.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["l.txt", "new"]
