"""What a guide gives to programs: of the real flagship, and of hostile lists."""

import json
import re
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from verite import guide
from verite.config import shipped

from .test_guide import HOSTILE, held, made

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
        assert len(files[f"{stem}.txt"].splitlines()) == len(items)
        bib = files[f"{stem}.bib"]
        assert bib.count("@misc{") == len(items)
        unescaped = re.sub(r"\\[{}]", "", bib)
        assert unescaped.count("{") == unescaped.count("}")


def test_a_film_page_leads_to_its_handout_and_its_citations(files: dict[str, str]) -> None:
    for path, html in files.items():
        if re.fullmatch(r"films/[^/]+/index\.html", path):
            for name in ("print/index.html", "cite.txt", "cite.bib", "cite.json"):
                assert f'href="{name}"' in html
                assert path.removesuffix("index.html") + name in files


def test_a_whole_guide_fits_its_budget() -> None:
    files = outputs("flagship")
    assert sum(len(text.encode()) for text in files.values()) <= 5 * 1024**2
    assert max(len(t.encode()) for p, t in files.items() if re.fullmatch(r"films/[^/]+/index\.html", p)) <= 60 * 1024
    assert sum(len(t.encode()) for p, t in files.items() if p.endswith(".css")) <= 15 * 1024
    assert len(files["search/search.js"].encode()) <= 15 * 1024
