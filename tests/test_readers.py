"""The contract of a list format, and the shapes that lists come in: entries are found, and spans quote the source."""

from itertools import pairwise
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verite import readers
from verite.checking import decode
from verite.errors import ConfigError, ReadError
from verite.model import Entry, FilmList
from verite.readers import READERS


def films(read: FilmList) -> list[tuple[str, int | None]]:
    return [(entry.title, entry.year) for entry in read.entries[1:]]


def quotes(read: FilmList) -> None:
    """Every span quotes the text as it was given."""
    text = read.text
    for entry in read.entries:
        assert 0 <= entry.span.start <= entry.span.end <= len(text)
        for prose in entry.prose:
            assert text[prose.span.start : prose.span.end] == prose.text
            assert entry.index == 0 or entry.span.start <= prose.span.start <= prose.span.end <= entry.span.end
        if entry.index:
            assert text[entry.title_span.start : entry.title_span.end] == entry.title
            assert entry.span.start <= entry.title_span.start
        if entry.year_span is not None:
            assert text[entry.year_span.start : entry.year_span.end] == str(entry.year)


def prose(entry: Entry) -> list[tuple[str, str]]:
    return [(p.label, p.text) for p in entry.prose]


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
def test_a_formats_example_reads_to_the_same_entries(reader: ModuleType) -> None:
    read = readers.read(reader.EXAMPLE, "-", reader.NAME)
    assert films(read) == [("The Lamplighter", 1931), ("The Ferry", 1934)]
    assert read.title == "Two films about harbours"
    assert prose(read.entries[1]) == [
        ("description", "A lamplighter is arrested."),
        ("fact", "It was directed by Nora Lind."),
    ]
    quotes(read)


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
def test_a_format_knows_its_own_example(reader: ModuleType) -> None:
    assert readers.read(reader.EXAMPLE).format == reader.NAME


ONE = "A lamplighter is arrested."
SHAPES = {
    "as found": f"The Lamplighter (1931)\nDescription: {ONE}",
    "carriage returns": f"Two films\r\n\r\nThe Lamplighter (1931)\r\nDescription: {ONE}\r\n",
    "old Macintosh": f"Two films\r\rThe Lamplighter (1931)\rDescription: {ONE}",
    "a byte order mark": f"\ufeffThe Lamplighter (1931)\nDescription: {ONE}",
    "no-break spaces": f"The\u00a0Lamplighter\u00a0(1931)\nDescription:\u00a0{ONE}",
    "numbered": f"1. The Lamplighter (1931)\nDescription: {ONE}",
    "numbered with a bracket": f"1) The Lamplighter (1931)\nDescription: {ONE}",
    "a hash": f"#1 The Lamplighter (1931)\nDescription: {ONE}",
    "a bullet": f"• The Lamplighter (1931)\nDescription: {ONE}",
    "bold title": f"**The Lamplighter** (1931)\nDescription: {ONE}",
    "all bold": f"**1. The Lamplighter (1931)**\n**Description:** {ONE}",
    "italic title": f"*The Lamplighter* (1931)\n*Description*: {ONE}",
    "a heading": f"## 1. The Lamplighter (1931)\n\n**Description:** {ONE}",
    "in quotes": f"“The Lamplighter” (1931)\nDescription: {ONE}",
    "square brackets": f"The Lamplighter [1931]\nDescription: {ONE}",
    "a country with the year": f"The Lamplighter (1931, Norway)\nDescription: {ONE}",
    "upper-case labels": f"The Lamplighter (1931)\nDESCRIPTION: {ONE}",
    "another label": f"The Lamplighter (1931)\nSynopsis: {ONE}",
    "a Russian label": f"The Lamplighter (1931)\nОписание: {ONE}",
    "a wide colon": f"The Lamplighter (1931)\nDescription： {ONE}",
    "text after a dash": f"The Lamplighter (1931) – {ONE}",
    "text after a hyphen, numbered": f"1. The Lamplighter (1931) - {ONE}",
    "text after a colon": f"The Lamplighter (1931): {ONE}",
    "text below": f"The Lamplighter (1931)\n{ONE}",
    "a comma": f"1. The Lamplighter, 1931\nDescription: {ONE}",
    "a soft hyphen in the prose": f"The Lamplighter (1931)\nFact: It was ad\u00admired.\nDescription: {ONE}",
    "a comment": f"<!-- checked by hand -->\nThe Lamplighter (1931)\nDescription: {ONE}",
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES.keys())
def test_a_film_is_found_in_whatever_shape(text: str) -> None:
    read = readers.read(text)
    quotes(read)
    assert [(title.replace("\u00a0", " "), year) for title, year in films(read)] == [("The Lamplighter", 1931)]
    assert ONE in [p.text.strip() for p in read.entries[1].prose]


def test_a_film_without_a_year_is_found_by_its_label() -> None:
    read = readers.read(f"The Lamplighter\nDescription: {ONE}\nFact: It won.\n")
    quotes(read)
    assert films(read) == [("The Lamplighter", None)]


def test_curly_quotes_and_dashes_stay_where_they_are() -> None:
    text = "The Lamplighter (1931)\nFact: Lind’s “Lamplighter” – her first – won."
    read = readers.read(text)
    quotes(read)
    assert prose(read.entries[1]) == [("fact", "Lind’s “Lamplighter” – her first – won.")]


def test_a_soft_hyphen_does_not_cut_a_title_in_two() -> None:
    read = readers.read(f"The Lamp\u00adlighter (1931)\nDescription: {ONE}")
    assert "The Lamplighter" in (read.entries[1].title, read.entries[1].title.replace("\u00ad", ""))


def test_a_short_line_of_prose_above_a_label_is_no_film() -> None:
    read = readers.read(f"The Lamplighter (1931)\nNorway, ninety minutes\nDescription: {ONE}\n")
    assert films(read) == [("The Lamplighter", 1931)]


def test_other_titles_in_a_heading_are_kept() -> None:
    for heading in (
        "The Lamplighter / Lykten (1931)",
        "The Lamplighter (Lykten) (1931)",
        "The Lamplighter aka Lykten (1931)",
        "The Lamplighter (1931) [Lykten]",
    ):
        read = readers.read(f"{heading}\nDescription: {ONE}")
        quotes(read)
        assert (read.entries[1].title, read.entries[1].also) == ("The Lamplighter", ("Lykten",)), heading


def test_ids_in_a_heading_are_pins() -> None:
    read = readers.read(f"The Lamplighter (1931) {{imdb:tt0000001 wikidata:Q1}}\nDescription: {ONE}")
    assert read.entries[1].pins == {"imdb": "tt0000001", "wikidata": "Q1"}
    assert films(read) == [("The Lamplighter", 1931)]


def test_the_introduction_is_entry_zero() -> None:
    read = readers.read(
        f"Films about harbours\n\nHere are two films about harbours. They are short.\n\nThe Lamplighter (1931)\nDescription: {ONE}"
    )
    assert read.title == "Films about harbours"
    assert prose(read.entries[0]) == [("intro", "Here are two films about harbours. They are short.")]


def test_a_year_in_brackets_within_a_sentence_opens_no_entry() -> None:
    read = readers.read(
        f"The Lamplighter (1931)\nDescription: {ONE}\nIt was followed by a sequel (1934) that failed at once.\n"
    )
    assert films(read) == [("The Lamplighter", 1931)]


def test_a_title_may_end_in_a_year_or_be_one() -> None:
    read = readers.read(
        "The Cold Summer of 1953 (1988)\nFact: x y.\n\n1917 (2019)\nFact: x y.\n\n2001: A Space Odyssey (1968)\nFact: x y.\n"
    )
    quotes(read)
    assert films(read) == [("The Cold Summer of 1953", 1988), ("1917", 2019), ("2001: A Space Odyssey", 1968)]


def test_a_title_may_end_in_a_mark() -> None:
    read = readers.read("Khrustalyov, My Car! (1998)\nFact: x y.\n\nWho Goes There? (1962)\nFact: x y.\n")
    assert films(read) == [("Khrustalyov, My Car!", 1998), ("Who Goes There?", 1962)]


def test_a_cyrillic_list_is_read() -> None:
    read = readers.read("Восхождение (1977)\nОписание: Два партизана.\nФакт: Фильм получил приз.\n")
    quotes(read)
    assert films(read) == [("Восхождение", 1977)]
    assert [label for label, _ in prose(read.entries[1])] == ["description", "fact"]


def test_sources_below_a_film_are_not_its_prose() -> None:
    read = readers.read(
        f"The Lamplighter (1931)\nDescription: {ONE}\nSources: The Harbour Paper said it won everything.\n"
    )
    assert prose(read.entries[1]) == [("description", ONE)]


def test_an_allowance_belongs_to_its_entry_and_gives_its_reason() -> None:
    text = f"The Ferry (1934)\nFact: x y.\n\nThe Lamplighter (1931)\n<!-- verite: allow N101 because the festival cut differs -->\nDescription: {ONE}\n"
    read = readers.read(text)
    assert [(a.code, a.because, a.entry) for a in read.allowances] == [("N101", "the festival cut differs", 2)]
    assert text[slice(*read.allowances[0].span)].startswith("<!--")
    assert prose(read.entries[2]) == [("description", ONE)]


def test_an_allowance_without_a_reason_allows_nothing() -> None:
    assert readers.read(f"The Lamplighter (1931)\n<!-- verite: allow N101 -->\nDescription: {ONE}\n").allowances == ()


def test_links_are_masked_and_offsets_stay() -> None:
    read = readers.read(
        "[The Lamplighter](https://example.org/a_(b)) (1931)\nFact: It won, [they say](http://x.org).\n"
    )
    quotes_of = [read.text[slice(*p.span)] for p in read.entries[1].prose]
    assert quotes_of == ["It won, [they say](http://x.org)."]
    assert read.entries[1].year == 1931


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(ConfigError, match="known: json, html, csv, table, markdown, text"):
        readers.read("x", "-", "docx")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfLamp (1931)", "Lamp (1931)"),
        ("Край (2010)".encode("cp1251"), "Край (2010)"),
        ("Château d’If (1988)".encode("cp1252"), "Château d’If (1988)"),
        ("Край (2010)".encode(), "Край (2010)"),
    ],
)
def test_bytes_are_decoded_as_their_letters_suggest(data: bytes, text: str) -> None:
    assert decode(data, "-") == text


def test_a_binary_file_is_no_list() -> None:
    with pytest.raises(ReadError, match="binary"):
        decode(b"PK\x03\x04\0\0", "list.docx")


_PIECES = st.sampled_from([
    "The Lamplighter (1931)", "1. ", "## ", "**", "- ", "Description: ", "Fact:", "Описание: ", "(", ")", "[1931]", "{imdb:tt1}", "{", "}",
    "<!-- verite: allow A101 because x -->", "<!--", "-->", "\n", "\r\n", "\r", "\u2028", "\ufeff", "\u00ad", " – ", ", 1934", "1934", " / ", " aka ", "](http://x)",
    "<li>", "</ol>", "<h2>", "<td>", "<tr>", "<table>", "<b>", "</b>", "<!DOCTYPE html>", "<p", "&amp;", "&#0;", "&#xD800;", "&lt", "<script>", "<![", "<?",
    '{"title": "', '": ', '"', "[", "]", "\\u00e9", "\\ud800", "\\", ",", ";", "title,year,fact\n", "| Title | Year |\n|---|---|\n", "|", '""',
    "I. ", "Week 2: ", "👉 ", "---\n", "===\n", "The Ferry · 1934 · ", "1934: The Ferry", "Then Ida (2013) ", "\ue001", "\ue010 ", "1️⃣ ", "Year: ",
    "A lamplighter is arrested. ", "“", "”", "\t", "\x00", "٣", "(٣٤٥٦)", "²", "*_*_*", "#" * 7,
])  # fmt: skip


@settings(max_examples=500)
@given(st.lists(_PIECES | st.text(max_size=8), max_size=30).map("".join), st.sampled_from([None, *READERS]))
def test_no_text_raises_and_every_span_quotes_it(text: str, format_: str | None) -> None:
    read = readers.read(text, "-", format_)
    assert read.text == text
    assert [entry.index for entry in read.entries] == list(range(len(read.entries)))
    for entry in read.entries:
        assert 0 <= entry.span.start <= entry.span.end <= len(text)
        for one in entry.prose:
            assert len(one.text) == one.span.end - one.span.start
    spans = [entry.span for entry in read.entries[1:]]
    assert spans == sorted(spans), "entries stand in the order of the text"
    assert all(a.end <= b.start for a, b in pairwise(spans)), "entries do not overlap"
