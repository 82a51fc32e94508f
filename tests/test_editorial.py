"""What a guide's editors write: every sentence of fact names its source, or the build says which does not."""

from pathlib import Path

import pytest

from verite.config import shipped
from verite.errors import ConfigError
from verite.guide import editorial, source
from verite.guide.words import STAGES

KNOWN = {"a", "b", "c"}


def faults(text: str, *sourced: str) -> list[str]:
    return list(editorial.check(editorial.parse(text, "x.md"), sourced or ("",), KNOWN.__contains__))


@pytest.mark.parametrize(
    "text",
    [
        "Stalin died on 5 March 1953.[@a]",
        "Stalin died on 5 March 1953,[@a] and an amnesty followed.[@b, p. 12]",
        "N. I. Yezhov ran the NKVD until Nov. 1938.[@a]",
        'He called it "the zone".[@a] She did not.[@b]',
        "> “I was sent there.”\n> — Yevgenia Ginzburg, *Into the Whirlwind* [@a]",
        "| Film | History |\n|---|---|\n| A boat | A train [@c] |",
        "- One.[@a]\n- Two,\n  and more.[@b]",
    ],
)
def test_a_sentence_with_its_mark_passes(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("One.[@a] Two. Three.[@b]", "'Two.'"),
        ('She said "no".[@a] Nobody knows.', "'Nobody knows.'"),
        ("> “I was sent there.”", "“I was sent there.”"),
        ("| Film | History |\n|---|---|\n| A boat | A train |", "'A boat'"),
        ("- One.[@a]\n- Two.", "'Two.'"),
    ],
)
def test_a_sentence_without_one_is_named_with_its_line(text: str, bare: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith("x.md:1: no source ")
    assert bare in fault


def test_a_source_that_is_not_on_record_is_named() -> None:
    assert faults("So it was.[@nobody]") == ["x.md:1: source 'nobody' is not on record"]


def test_editors_views_need_no_source() -> None:
    assert faults("## Why it is here\nWe think it matters.\n\n## Background\nIt was so.[@a]\n", "Background") == []


def test_sections_keep_their_blocks_in_order() -> None:
    document = editorial.parse("# Title\nOne\nline.\n\n> Said.\n\n## Before\n- Why?\n- When?\n")
    assert [block.kind for block in document.sections[""]] == ["paragraph", "quotation"]
    assert document.lines("Before") == ["Why?", "When?"]


def test_any_text_is_words() -> None:
    for text in ("", "|", "> ", "- ", "## ", "[@", "[@a", "*", "|||\n> - |", "\0<script>"):
        list(editorial.check(editorial.parse(text), ("",), KNOWN.__contains__))


def test_a_guide_with_faults_in_its_texts_is_refused_with_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "guide.toml").write_text('title = "X"\nlist = "list.txt"\nfilms = "films"\n', "utf-8")
    (tmp_path / "list.txt").write_text("The Ascent (1977)\nFact: Larisa Shepitko directed it.\n", "utf-8")
    (tmp_path / "films").mkdir()
    (tmp_path / "films" / "the-ascent-1977.md").write_text(
        "## Backgrounds\nX.\n\n## Reception\nIt was shown.\n", "utf-8"
    )
    with pytest.raises(ConfigError) as raised:
        source.read(tmp_path)
    assert "unknown section 'Backgrounds'; known: Background" in str(raised.value)
    assert "no source after 'It was shown.'" in str(raised.value)


def test_every_stage_of_the_flagship_opens_with_a_persons_words_and_a_hundred_of_ours() -> None:
    read = source.read(shipped("guides") / "gulag")
    assert set(read.road) == set(STAGES)
    for stage, document in read.road.items():
        first, *rest = document.sections[""]
        assert first.kind == "quotation", stage
        words = sum(len(run.text.split()) for block in rest for row in block.rows for cell in row for run in cell)
        assert 80 <= words <= 125, (stage, words)
        for work in document.lines("Films"):
            assert read.catalogue.work(work) is not None, (stage, work)
