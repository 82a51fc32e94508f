"""Reference texts read by our own kinds: what they say outright is a statement, which may support and never refute."""

from pathlib import Path

import pytest

from verite import articles
from verite.catalogue import Catalogue
from verite.catalogue.build import build
from verite.checking import check
from verite.clauses import Gazetteer
from verite.model import Said
from verite.sources import find
from verite.sources.record import Record

OUTRIGHT: dict[str, set[Said]] = {
    "The Ferry is a 1934 Norwegian drama film directed by Nora Lind and starring Otto Brandt and Ida Moe.": {
        ("director", "Nora Lind", None), ("cast", "Otto Brandt", None), ("cast", "Ida Moe", None), ("country", "NOR", None),
    },
    "It was written by Ida Moe and composed by Leo Strand.": {("writer", "Ida Moe", None), ("composer", "Leo Strand", None)},
}  # fmt: skip
NOT_SAID = [
    "It was reportedly directed by Nora Lind.",
    "It was not directed by Nora Lind.",
    "Critics say that it was directed by Nora Lind.",
    "It was to be directed by Nora Lind, who fell ill.",
    "Lind walks out of the first meeting.",
    "The remake was directed by Nora Lind.",
]


def said(text: str, catalogue: Catalogue) -> set[tuple[str, str]]:
    article = articles.Article("x:1", "The Ferry", 1934, text)
    return {(p, v) for p, v, _ in articles.statements(article, catalogue, Gazetteer(catalogue.lexicon))}


@pytest.mark.parametrize(("text", "told"), OUTRIGHT.items())
def test_what_is_said_outright_is_a_statement(text: str, told: set[Said], catalogue: Catalogue) -> None:
    assert said(text, catalogue) == {(p, v) for p, v, _ in told}


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_is_hedged_denied_or_of_another_film_is_none(text: str, catalogue: Catalogue) -> None:
    assert ("director", "Nora Lind") not in said(text, catalogue)


@pytest.fixture
def built(tmp_path: Path, record: Record) -> Catalogue:
    (tmp_path / "texts.csv").write_text(
        'no,title,year,text\n1,The Ferry,1934,"The Ferry is a Norwegian film directed by Nora Lind, starring Otto Brandt."\n2,The Keel,1950,Nothing.\n',
        "utf-8",
    )
    (tmp_path / "texts.toml").write_text(
        '[source]\nkey = "texts"\ncitation = "Texts (invented)"\nfamily = "texts"\nrank = 3\nwhy = "edited"\nas_of = "2026-11"\n'
        '[[table]]\nfile = "texts.csv"\ncolumns = ["no", "text"]\nid = { from = "no", prefix = "texts:" }\n'
        '[table.say]\ntitle = { from = "title", with = { of = "release" } }\nyear = { from = "year" }\nprose = { from = "text" }\n',
        "utf-8",
    )
    (one,) = find([tmp_path / "texts.toml"]).opened
    parts = articles.split(one, processes=1)
    assert [part.origin for part in parts] == ["table", "read"]
    return Catalogue.open(build(tmp_path / "catalogue", parts, record, own=False).version)


def test_what_was_read_supports_and_never_refutes(built: Catalogue) -> None:
    def status(fact: str) -> str:
        report = check(f"The Ferry (1934)\nFact: {fact}\n", catalogue=built)
        (found,) = {str(v.status) for v in report.lists[0].verdicts if v.claim.kind == "director"}
        return found

    assert status("It was directed by Nora Lind.") == "supported"
    assert status("It was directed by Jan Berg.") == "unverified"


def test_the_text_itself_is_not_kept(built: Catalogue) -> None:
    assert built.statements("texts:1", "prose") == ()
    (read,) = built.statements("texts:1", "director")
    assert read.origin == "read" and [c.key for c in read.sources] == ["texts-text"]


def test_a_source_without_prose_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "title.basics.tsv").write_text(
        "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n", "utf-8"
    )
    (one,) = find([tmp_path]).opened
    assert articles.split(one) == (one,)
