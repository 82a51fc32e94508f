"""The pictures of a guide: well-formed and quiet, with the rows in a table, whatever the list or the record holds."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest

from verite.catalogue import Catalogue
from verite.config import shipped
from verite.guide import read
from verite.guide.page import static
from verite.guide.pictures import cover, coverage, film_years, lanes, map, prisoners, road, timeline, years  # its name
from verite.guide.pictures.lanes import Box
from verite.guide.pictures.picture import SIZE, Picture, Shown, clean, fitted, n, safe, width_of
from verite.guide.site import Site
from verite.guide.words import STAGES
from verite.model import Work
from verite.sources.record import Record

from . import invented

SVG = "{http://www.w3.org/2000/svg}"
EVENTS = (
    "death-of-stalin",
    "great-terror",
    "great-patriotic-war",
    "secret-speech",
    "memorial-founded",
    "no-such-event",
)
HOSTILE = (
    "<script>alert(1)</script>", '"><image href="https://example.org/x.png"/>', "]]><!--", "&amp;&#0;", "a\x00b\x1fc\ufffe\ud800",
    "Ж" * 10_000, "word " * 2_000, "", " \n\t ", "\u202egnp.exe", "{{ 7 * 7 }}",
)  # fmt: skip
ALL: dict[str, Callable[[list[Shown], Catalogue], Picture | None]] = {
    "timeline": lambda films, catalogue: timeline.picture(films, catalogue, EVENTS),
    "map": map.picture,
    "prisoners": lambda _, catalogue: prisoners.picture(catalogue),
    "road": lambda films, catalogue: road.picture(films, catalogue, STAGES),
    "coverage": lambda films, catalogue: coverage.picture(films, catalogue, STAGES),
    "film_years": lambda films, catalogue: film_years.picture(films[0], catalogue) if films else None,
    "cover": lambda films, catalogue: cover.picture(films[0], catalogue) if films else None,
}
LARGEST = {"timeline": 40, "map": 40}  # KB; the others 15


@pytest.fixture(scope="module")
def films(catalogue: Catalogue) -> list[Shown]:
    site = Site(read(shipped("guides") / "gulag", catalogue))
    return [Shown(f.link.work, f.title, f"../films/{f.slug}/index.html") for f in site.films if f.link.work]


@pytest.fixture(scope="module")
def nothing() -> Catalogue:
    return invented.compiled(Record())


def elements(picture: Picture) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(picture.svg).iter())


def boxes(group: ElementTree.Element) -> list[tuple[str, Box]]:
    """The label's text and the room it takes, of every line of text that stands directly in this element."""
    found = []
    for one in group.findall(f"{SVG}text"):
        size, said = float(one.get("font-size", SIZE)), one.text or ""
        x, y, wide = float(one.get("x", 0)), float(one.get("y", 0)), width_of(said, size)
        left = x - {"middle": wide / 2, "end": wide}.get(one.get("text-anchor", ""), 0)
        # Letters stand a little apart where a line is nearly as high as they are.
        found.append((said, Box(left, y - size * 0.75, left + wide, y + size * 0.2)))
    return found


@pytest.mark.parametrize("name", ALL)
def test_a_picture_is_well_formed_named_and_small(name: str, films: list[Shown], catalogue: Catalogue) -> None:
    picture = ALL[name](films, catalogue)
    assert picture
    root = ElementTree.fromstring(picture.svg)
    assert root.get("role") == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and title.text
    assert description is not None and description.text
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert len(picture.svg.encode()) <= LARGEST.get(name, 15) * 1024
    assert picture.caption
    assert picture.table.rows
    assert all(len(row) == len(picture.table.header) for row in picture.table.rows)


@pytest.mark.parametrize("name", ALL)
def test_no_picture_needs_a_script_a_style_or_the_network(name: str, films: list[Shown], catalogue: Catalogue) -> None:
    picture = ALL[name](films, catalogue)
    assert picture
    for one in elements(picture):
        assert one.tag.removeprefix(SVG) in {"svg", "title", "desc", "text", "path", "rect", "circle"}
        # Nothing in an image can be followed or focused: it is its table that leads on.
        assert not {"style", "href", "onload", "{http://www.w3.org/1999/xlink}href"} & set(one.keys())
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg\")|url\(|javascript:", picture.svg)
    for row in picture.table.rows:
        assert all(one.address is None or one.address.startswith("../films/") for one in row)


@pytest.mark.parametrize("name", ALL)
def test_every_class_of_a_picture_is_in_the_one_stylesheet(name: str, films: list[Shown], catalogue: Catalogue) -> None:
    picture = ALL[name](films, catalogue)
    assert picture
    style = static("style.css")
    for one in elements(picture):
        for class_ in set(one.get("class", "").split()) - {"heading", "s1", "s5"}:  # told apart by weight and dashes
            assert re.search(rf"\.{class_}\b", style), class_


@pytest.mark.parametrize("name", ALL)
def test_labels_do_not_overlap_nor_leave_the_picture(name: str, films: list[Shown], catalogue: Catalogue) -> None:
    picture = ALL[name](films, catalogue)
    assert picture
    root = ElementTree.fromstring(picture.svg)
    _, _, wide, high = map_of_numbers(root.get("viewBox", ""))
    for group in (root, *root.findall(f"{SVG}svg")):
        labels = boxes(group)
        for (one, a), (other, b) in combinations(labels, 2):
            assert not a.meets(b), (one, other)
        for said, box in labels:
            assert box.left >= -1 and box.right <= wide + 1 and box.top >= -1 and box.bottom <= high + 1, said


def map_of_numbers(text: str) -> list[float]:
    return [float(part) for part in text.split()]


def test_each_film_has_years_that_do_not_overlap(films: list[Shown], catalogue: Catalogue) -> None:
    for film in films:
        picture = film_years.picture(film, catalogue)
        assert picture, film.title
        labels = boxes(ElementTree.fromstring(picture.svg))
        for (one, a), (other, b) in combinations(labels, 2):
            assert not a.meets(b), (film.title, one, other)


@pytest.mark.parametrize("name", ALL)
def test_nothing_gives_a_picture_or_none(name: str, nothing: Catalogue) -> None:
    stranger = Shown(Work("nobody-1900", "Nobody", "Nobody", None), "Nobody", "nobody.html")
    for films in ([], [stranger]):
        picture = ALL[name](films, nothing)
        assert picture is None or ElementTree.fromstring(picture.svg) is not None


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("name", ALL)
def test_a_hostile_title_does_no_harm(name: str, title: str, films: list[Shown], catalogue: Catalogue) -> None:
    first = Shown(films[0].work._replace(original_title=title), title, "javascript:alert(1)")
    picture = ALL[name]([first, *films[1:]], catalogue)
    assert picture
    assert {one.tag.removeprefix(SVG) for one in elements(picture)} <= {
        "svg",
        "title",
        "desc",
        "text",
        "path",
        "rect",
        "circle",
    }
    assert len(picture.svg.encode()) <= LARGEST.get(name, 15) * 1024
    assert all(one.address is None or "javascript" not in one.address for row in picture.table.rows for one in row)


def test_an_address_that_could_do_harm_is_none() -> None:
    assert [safe(a) for a in ("../a/index.html", "#x", "a.html#b:c", "https://example.org/a")] == [
        "../a/index.html", "#x", "a.html#b:c", "https://example.org/a",
    ]  # fmt: skip
    assert not any(
        safe(a)
        for a in ("javascript:alert(1)", "data:text/html,x", "//example.org", "\\\\host", 'a"b', "a b", "https:")
    )


def test_the_same_pictures_come_out_of_every_process(films: list[Shown], catalogue: Catalogue) -> None:
    code = (
        "from hashlib import sha256\nfrom tests.test_pictures import ALL\nfrom verite.config import shipped\nfrom verite.guide import read\n"
        "from verite.guide.pictures.picture import Shown\nfrom verite.guide.site import Site\nsite = Site(read(shipped('guides') / 'gulag'))\n"
        "films = [Shown(f.link.work, f.title, f'../films/{f.slug}/index.html') for f in site.films if f.link.work]\n"
        "print(sha256(repr([make(films, site.guide.catalogue) for make in ALL.values()]).encode()).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PATH": ""} | _cache(), capture_output=True, text=True, check=True,
            cwd=shipped("records").parent,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(told) == 1


def _cache() -> dict[str, str]:
    import os

    return {"VERITE_CACHE": os.environ["VERITE_CACHE"]}


def test_all_pictures_of_a_guide_take_less_than_half_a_second(films: list[Shown], catalogue: Catalogue) -> None:
    start = time.perf_counter()
    for make in ALL.values():
        make(films, catalogue)
    for film in films:
        film_years.picture(film, catalogue)
        cover.picture(film, catalogue)
    assert time.perf_counter() - start < 0.5


# Years


def test_dates_are_read_as_edtf() -> None:
    assert years.in_words(years.read("1953-06/1953-08")) == "1953"
    assert years.in_words(years.read("1940~")) == "about 1940"
    assert years.in_words(years.read("195X")) == "1950s"
    assert years.in_words(years.read("1939/..")) == "from 1939"
    for no_date in ("", "once", "1938/1936", "../1950"):
        assert years.read(no_date) == ()


def test_a_showing_is_never_taken_for_the_making(catalogue: Catalogue) -> None:
    edge = years.years("the-edge-2010", catalogue)
    assert (edge.made, edge.shown) == (None, 2010)
    repentance = years.years("repentance-1986", catalogue)
    assert (repentance.made, repentance.shown) == (1984, 1986)


def test_a_film_set_long_before_does_not_squeeze_the_others(films: list[Shown], catalogue: Catalogue) -> None:
    picture = timeline.picture(films, catalogue, EVENTS)
    assert picture
    assert "from 1930 to" in picture.svg or "from 1910 to" in picture.svg
    assert ("1815",) in {(row[1].text,) for row in picture.table.rows}


# The map


def test_the_projection_keeps_areas() -> None:
    def area(lat: float, lon: float) -> float:
        a, b, c = (map.project((60, 90), p) for p in ((lat, lon), (lat, lon + 0.1), (lat + 0.1, lon)))
        return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]))

    from math import cos, radians

    for lat, lon in ((40, 20), (55, 180), (66, -170), (75, 100)):
        assert area(lat, lon) / cos(radians(lat + 0.05)) == pytest.approx(area(60, 90) / cos(radians(60.05)), rel=2e-3)


def test_the_coast_is_not_cut_at_180_degrees() -> None:
    for ring in map.coastline():
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
            along_the_line = abs(abs(a[1]) - 180) < 0.05 and abs(abs(b[1]) - 180) < 0.05
            assert not along_the_line or abs(a[0] - b[0]) < 0.2, (a, b)


def test_the_map_is_seen_from_where_its_places_stand_largest(films: list[Shown], catalogue: Catalogue) -> None:
    """Not from over the middle of a cap around them: that showed Greenland, where no film is set."""
    points = [s.point for s in [*map._places(films, catalogue, "set_place", "set"), *map._camps(catalogue)] if s.point]
    middle = map._middle(points)
    assert middle is not None
    drawn = [p for p in points if map._far(middle, p) <= map.FAR]
    before, after = (map._extent(m, drawn) for m in (middle, map._view(middle, drawn)))
    assert map._scale(*after) > 1.1 * map._scale(*before)
    assert after[0] * after[1] < 0.75 * before[0] * before[1]
    assert map._view((55.0, 37.0), [(55.0, 37.0)]) == (55.0, 37.0)


def test_places_without_a_point_are_in_the_table_alone(films: list[Shown], catalogue: Catalogue) -> None:
    picture = map.picture(films, catalogue)
    assert picture
    siberia = [row for row in picture.table.rows if row[0].text == "Siberia"]
    assert siberia and all(row[3].text == "" and row[4].text == "not on the map" for row in siberia)
    assert ">Siberia<" not in picture.svg
    assert "Siberia" in picture.caption


def test_a_building_stands_where_its_town_does(catalogue: Catalogue) -> None:
    assert map._point("moscow-kremlin", catalogue) == map._point("moscow", catalogue)
    assert map._point("nikolina-gora", catalogue) != map._point("moscow", catalogue)


# Prisoners


def test_counts_that_differ_are_lines_of_their_own_and_a_gap_is_no_nought(catalogue: Catalogue) -> None:
    rows = [r for r in catalogue.prisoners if r["counted"] in prisoners.HELD and r["place"] == "sun"]
    series = prisoners._series(rows, prisoners.HELD)
    assert len({(s.counted, s.by) for s in series}) == len(series)
    assert {number for s in series for _, number in s.points} <= {r["number"] for r in rows}  # nothing summed
    picture = prisoners.picture(catalogue)
    assert picture
    assert len(picture.table.rows) == sum(
        r["place"] == "sun" and "1930" <= r["date"][:4] <= "1953" for r in catalogue.prisoners
    )


# Labels


def test_a_label_that_is_too_long_is_cut_within_its_room() -> None:
    for said in ("The Last Fight of Major Pugachev", "Десять лет без права переписки", "Ж" * 10_000):
        assert width_of(fitted(said, 13, 120), 13) <= 120
    assert fitted("Koma", 13, 120) == "Koma"


def test_positions_are_spread_within_their_bounds() -> None:
    spread = lanes.spread([10, 11, 12, 95, 99], 16, 0, 100)
    assert all(b - a >= 16 - 1e-9 for a, b in pairwise(spread))
    assert spread[0] >= 0 and spread[-1] <= 100


def test_numbers_are_short_and_never_minus_nought() -> None:
    assert [n(x) for x in (12.0, 3.46, -0.01, 1e-9)] == ["12", "3.5", "0", "0"]


def test_a_line_holds_no_sign_that_xml_forbids() -> None:
    assert clean("a\x00b\x7fc\ud800\ufffe\n d") == "abc d"
