"""Shapes that lists have in the wild, all invented: each with its films, and with the labels of what is said of them.

A shape is (text, films, labels of the first film's prose or None). What must not be read stands in `QUIET`."""

from collections.abc import Sequence

import pytest

from tests.test_readers import films, quotes
from verite import readers
from verite.model import FilmList
from verite.readers import openings
from verite.readers.marks import split
from verite.readers.openings import PATTERNS, Pattern

LAMP, FERRY, NIGHT = ("The Lamplighter", 1931), ("The Ferry", 1934), ("Night Shift", 1961)
TWO, THREE = [LAMP, FERRY], [LAMP, FERRY, NIGHT]
BARE = [("The Lamplighter", None), ("The Ferry", None), ("Night Shift", None)]
Films = Sequence[tuple[str, int | None]]
Shape = tuple[str, Films, list[str] | None]

SHAPES: dict[str, Shape] = {
    "pictures, bold and prose on one line": (
        "# Harbours ⚓\n\n1. 🚢 **The Lamplighter (1931)** Nora Lind directs, and it shows. 👉 Shown in Bergen. It won.\n\n2. ⛴️ **The Ferry (1934)** A man waits. 👉 Lost.\n",
        TWO, ["", "fact"],
    ),
    "keycaps": ("1️⃣ The Lamplighter (1931) – A man.\n2️⃣ The Ferry (1934) – A boat.\n", TWO, [""]),
    "a picture after the year of a heading": ("### The Lamplighter (1931) 🎪\nDescription: A man.\n\n### The Ferry (1934) 🎬\nFact: A boat.\n", TWO, ["description"]),
    "Roman numerals": ("### I. The Lamplighter (1931)\nFact: A man.\n\n### II. The Ferry (1934)\nFact: A boat.\n\n### II ½. Night Shift (1961)\nFact: Long.\n", THREE, ["fact"]),
    "Roman numerals without headings": ("I. The Lamplighter (1931). A man.\n\nII. The Ferry (1934). A boat.\n", TWO, [""]),
    "a film without a year among others": (
        "The Lamplighter (1931)\n\nA man is held for years in a harbour, and nobody knows why.\n\nNight Shift\n\nDocumentary, 56 minutes. A factory at night, and those who work in it.\n\n"
        "The Ferry (1934)\n\nA boat crosses the fjord, and a man waits for it all his life.\n", TWO, [""],
    ),
    "headings within entries": (
        "The Lamplighter (1931)\n\nA man is held for years in a harbour, and nobody knows why.\n\nWhat Critics Said\n\nThey liked it well enough, and said so in print.\n\n"
        "The Ferry (1934)\n\nA boat crosses the fjord.\n\nWhat Critics Said\n\nThey liked it less, and said so in print.\n", TWO, ["", "", ""],
    ),
    "captions of pictures": ("The Lamplighter (1931)\n\nA Still from The Lamplighter (1931)\n\nA man.\n\nThe Ferry (1934)\n\nA scene from The Ferry (1934)\n\nA boat.\n", TWO, None),
    "numbers before titles in single quotes": ("1 ‘The Lamplighter’ (1931)\n\nA man.\n\n2 'The Ferry' (1934)\n\nA boat.\n", TWO, [""]),
    "numbers that count down before quoted titles": ("2 “The Lamplighter” (1931)\n\nA man.\n\n1 “The Ferry” (1934)\n\nA boat.\n", TWO, [""]),
    "titles in single quotes": ("‘The Lamplighter’ (1931)\n\nA man.\n\n‘The Ferry’ (1934)\n\nA boat.\n", TWO, [""]),
    "weeks": ("Week 1. The Lamplighter (1931). A man is held. Trivia: it won.\n\nWeek 2. The Ferry (1934). A boat.\n", TWO, ["", "fact"]),
    "evenings in words": ("Evening One: The Lamplighter (1931) A man.\n\nEvening Two: The Ferry (1934) A boat.\n", TWO, [""]),
    "German evenings": ("Abend 1: The Lamplighter (1931)\nHandlung: Ein Mann.\nWissenswertes: Preis.\n\nAbend 2: The Ferry (1934)\nHandlung: Ein Boot.\n", TWO, ["description", "fact"]),
    "dates of a programme": ("Friday 3 October, 7.30pm – The Lamplighter (1931)\nA man.\n\nSat 11 Oct | The Ferry (1934)\nA boat.\n", TWO, [""]),
    "a number within the bold": ("**1) The Lamplighter (1931)** · The first one. A man.\n\n**2) The Ferry (1934)** · A boat.\n", TWO, [""]),
    "a chat answer": (
        "Here are two films:\n\n**1. The Lamplighter (1931)** – *Director: Nora Lind*\n- **Description**: A man.\n- **Fact**: It won.\n\n**2. The Ferry (1934)** – *Director: Otto Brandt*\n"
        "- **Description**: A boat.\n\nLet me know if you want more!\n", TWO, ["credit", "description", "fact"],
    ),
    "a chat answer of headings and rules": (
        "### 1. **The Lamplighter** (1931)\n**Directed by:** Nora Lind\n\n**Why watch it:** A man.\n\n---\n\n### 2. **The Ferry** (1934)\n**Directed by:** Otto Brandt\n\n---\n\nWould you like a longer list?\n",
        TWO, ["credit", "description"],
    ),
    "a chat answer with the year on its own line": ("## The Lamplighter\n- **Year:** 1931\n- **Plot:** A man.\n\n## The Ferry\n- **Year:** 1934\n- **Plot:** A boat.\n", TWO, ["description"]),
    "labels as deeper headings": ("## The Lamplighter (1931)\n#### Description\nA man.\n#### Fun fact\nIt won.\n\n## The Ferry (1934)\n#### Description\nA boat.\n", TWO, ["description", "fact"]),
    "another title after a comma": ("---\n**The Lamplighter (1931)**, or Lykten. *Nora Lind, Norway.* A man.\n\n---\n**The Ferry (1934)**. A boat.\n", TWO, [""]),
    "a colon after bold": ("- **The Lamplighter (1931)**: A man.\n- **The Ferry (1934)**: A boat.\n", TWO, [""]),
    "a colon within bold": ("- **The Lamplighter (1931):** A man.\n- **The Ferry (1934):** A boat.\n", TWO, [""]),
    "a full stop after bold": ("* **The Lamplighter (1931)**. Nora Lind. A man.\n* **The Ferry (1934)**. A boat.\n", TWO, [""]),
    "a letter": (
        "Dear M., here is what I saw.\n\nFirst, The Lamplighter (1931). A man is held.\n\nThen The Ferry (1934): a boat.\n\nNight Shift (1961) is hers, too. Long.\n\nAnd last Mr. Brown (1962). He sleeps.\n\nYours, in haste\n",
        [*THREE, ("Mr. Brown", 1962)], [""],
    ),
    "a heap in lower case": (
        "what i saw this month, in a heap\n\nfirst of all The Lamplighter (1931), which my brother likes. he cried.\n\nthen the telly. The Ferry (2006): a series, they say.\n\nNight Shift (1961). long, long.\n",
        [LAMP, ("The Ferry", 2006), NIGHT], [""],
    ),
    "paragraphs with titles in emphasis": ("*The Lamplighter* (1931) is where to begin. A man.\n\n*The Ferry* (1934) came next. A boat.\n\n*Night Shift* (1961) is long.\n", THREE, [""]),
    "tags of emphasis": ("1. <em>The Lamplighter</em> (1931)\nDescription: A man.\n\n2. <em>The Ferry</em> (1934)\nDescription: A boat.\n", TWO, ["description"]),
    "quotes": ("1. “The Lamplighter” (1931) – A man.\n2. \"The Ferry\" (1934) – A boat.\n3. «Night Shift» (1961) – Long.\n", THREE, [""]),
    "year and director after commas": ("- The Lamplighter, 1931, dir. Nora Lind. A man.\n- The Ferry, 1934, dir. Otto Brandt. A boat.\n", TWO, [""]),
    "director and year after commas": ("- The Lamplighter, dir. Nora Lind, 1931\n- The Ferry, dir. Otto Brandt, 1934\n", TWO, None),
    "director after a dash, country and year in brackets": ("The Lamplighter – Nora Lind (Norway, 1931)\nA man.\n\nThe Ferry – Otto Brandt (Norway, 1934)\nA boat.\n\nNight Shift – Ada Moe (UK, 1961)\nLong.\n", THREE, [""]),
    "by and a name": ("1. The Lamplighter by Nora Lind (1931): A man.\n2. The Ferry by Otto Brandt (1934): A boat.\n", TWO, ["credit", ""]),
    "a name before an emphasised title": ("* Nora Lind, *The Lamplighter* (1931): A man.\n* Otto Brandt, *The Ferry* (1934): A boat.\n", TWO, [""]),
    "a name, a dash and a quoted title": ("1. Nora Lind – “The Lamplighter” (1931)\n2. Otto Brandt – “The Ferry” (1934)\n", TWO, []),
    "prose that goes on from the title": ("1. The Lamplighter (1931) is a masterpiece.\n2. The Ferry (1934) is not.\n3. Night Shift (1961) tells of a night.\n", THREE, [""]),
    "director within the brackets": ("1. The Lamplighter (dir. Nora Lind, 1931)\nA man.\n2. The Ferry (dir. Otto Brandt, 1934)\nA boat.\n", TWO, ["credit", ""]),
    "year, title, director between points": ("1931 · The Lamplighter · Nora Lind\nA man.\n\n1934 · The Ferry · Otto Brandt\nA boat.\n", TWO, None),
    "year and a colon": ("- 1931: The Lamplighter\n- 1934: The Ferry\n- 1961: Night Shift\n", THREE, None),
    "year in brackets first": ("(1931) The Lamplighter – A man.\n(1934) The Ferry – A boat.\n(1961) Night Shift – Long.\n", THREE, None),
    "bars": ("The Lamplighter | Nora Lind | 1931\nThe Ferry | Otto Brandt | 1934\nNight Shift | Ada Moe | 1961\n", THREE, None),
    "a year without brackets": ("1. The Lamplighter 1931\n2. The Ferry 1934\n3. Night Shift 1961\n", THREE, None),
    "no years": ("Three films\n\n1. The Lamplighter\n2. The Ferry\n3. Night Shift\n", BARE, None),
    "no years, prose after a dash": ("1. The Lamplighter – A man is held.\n2. The Ferry – A boat is lost.\n3. Night Shift – A long night.\n", BARE, [""]),
    "no years, bold and prose": ("1. **The Lamplighter**: A man is held.\n2. **The Ferry**: A boat is lost.\n3. **Night Shift**: A long night.\n", BARE, [""]),
    "one numbered film without its year": ("1. The Lamplighter (1931) – A man.\n2. The Ferry – A boat.\n3. Night Shift (1961) – Long.\n", [LAMP, ("The Ferry", None), NIGHT], [""]),
    "a countdown": ("3. Night Shift (1961)\nLong.\n\n2. The Ferry (1934)\nA boat.\n\n1. The Lamplighter (1931)\nA man.\n", THREE[::-1], [""]),
    "two titles with a slash": ("1. The Lamplighter / Lykten (1931)\nA man.\n2. The Ferry / Ferja (1934)\nA boat.\n", TWO, [""]),
    "series": ("1. The Lamplighter (1931–1934) – A series.\n2. The Ferry (1934– ) – Another.\n3. Night Shift (TV series, 1961) – Long.\n", THREE, [""]),
    "a list inside a list": (
        "1. The Lamplighter (1931)\n   A man. See also:\n   - Dusk (1933)\n   - Dawn (1936)\n\n2. The Ferry (1934)\n   A boat.\n   - Oars (1935)\n", TWO, None,
    ),
    "rules between the films": ("The Lamplighter (1931)\nA man.\n\n* * *\n\nThe Ferry (1934)\nA boat.\n\n* * *\n\nNight Shift (1961)\nLong.\n", THREE, [""]),
    "underlined titles": ("HARBOURS\n========\n\nThe Lamplighter (1931)\n----------------------\nA man.\n\nThe Ferry (1934)\n----------------\nA boat.\n", TWO, [""]),
    "several paragraphs each": ("## The Lamplighter (1931)\n\nA man.\n\nHe is held.\n\nDusk (1933), by the same hand, failed.\n\n## The Ferry (1934)\n\nA boat.\n\nIt sinks.\n", TWO, ["", "", ""]),
    "a label in the middle": ("1. The Lamplighter (1931). A man is held. *Did you know?* It won.\n2. The Ferry (1934). A boat. Fact – It sank.\n", TWO, ["", "fact"]),
    "Spanish labels": ("1. The Lamplighter (1931)\nSinopsis: Un hombre.\nDato curioso: Premio.\n\n2. The Ferry (1934)\nSinopsis: Un barco.\n", TWO, ["description", "fact"]),
    "French labels": ("1. The Lamplighter (1931)\n**Synopsis :** Un homme.\n**Le saviez-vous ?** Un prix.\n\n2. The Ferry (1934)\n**Synopsis :** Un bateau.\n", TWO, ["description", "fact"]),
    "Russian": ("1. «Фонарщик» (1931)\nСюжет: Человек.\nИнтересный факт: Приз.\n\n2. «Летят журавли» (1957)\nСюжет: Война.\n", [("Фонарщик", 1931), ("Летят журавли", 1957)], ["description", "fact"]),
    "Cyrillic without quotes": ("Летят журавли (1957) – Война.\n\nИваново детство (1962) – Мальчик.\n", [("Летят журавли", 1957), ("Иваново детство", 1962)], [""]),
    "wide brackets": ("1. 《The Lamplighter》（1931）\nDescription： A man.\n2. 《The Ferry》（1934）\nDescription： A boat.\n", TWO, ["description"]),
    "escaped numbers": ("1\\. The Lamplighter (1931)\nA man.\n\n2\\. The Ferry (1934)\nA boat.\n", TWO, [""]),
    "a quoted mail": ("> 1. The Lamplighter (1931)\n> A man.\n>\n> 2. The Ferry (1934)\n> A boat.\n", TWO, [""]),
    "check boxes": ("- [ ] The Lamplighter (1931)\n- [x] The Ferry (1934)\n", TWO, None),
    "numbers with a sign": ("№ 1. The Lamplighter (1931)\nA man.\n\n№ 2. The Ferry (1934)\nA boat.\n", TWO, [""]),
    "numbers in brackets": ("(1) The Lamplighter (1931): A man.\n\n(2) The Ferry (1934): A boat.\n\n(3) In the Crosswind (2014): Long.\n", [*TWO, ("In the Crosswind", 2014)], [""]),
    "letters": ("a) The Lamplighter (1931)\nA man.\nb) The Ferry (1934)\nA boat.\n", TWO, [""]),
    "numbers without a point": ("1 The Lamplighter (1931)\n2 The Ferry (1934)\n3 Night Shift (1961)\n", THREE, None),
    "a title that begins with a number": ("12 Angry Lamps (1957)\nA man.\n\nThe Ferry (1934)\nA boat.\n", [("12 Angry Lamps", 1957), FERRY], [""]),
    "a section and honourable mentions": (
        "# Harbours\n\n## 1. The Lamplighter (1931)\nA man.\n\n## 2. The Ferry (1934)\nA boat.\n\n## Honourable mentions\n\n- Night Shift (1961) – Long.\n", THREE, [""],
    ),
    "sections by country": ("## Norway\n\n- **The Lamplighter** (1931): A man.\n- **The Ferry** (1934): A boat.\n\n## Britain\n\n- **Night Shift** (1961): Long.\n", THREE, [""]),
    "the list's own years": ("# The best of the thirties (1931)\n\n- The Lamplighter (1931): A man.\n- The Ferry (1934): A boat.\n- Night Shift (1961): Long.\n", THREE, [""]),
    "a syllabus": ("Session 1 – The Lamplighter (1931, 90 min)\nReading: Smith, The Harbour Book (1999).\n\nSession 2 – The Ferry (1934, 80 min)\nReading: Jones (2001).\n", TWO, None),
    "books at the end": ("1. The Lamplighter (1931)\nA man.\n2. The Ferry (1934)\nA boat.\n\n## Further reading\n\n- *Harbours: A History* (2003)\n- *Lamps* (2004)\n", TWO, None),
    "a table": ("# Harbours\n\n| # | Film | Notes |\n|---|:--|---|\n| 1 | The Lamplighter (1931) | A man. |\n| 2 | **The Ferry** (1934) | A boat. |\n", TWO, [""]),
    "a table under a list": ("1. The Lamplighter (1931) – A man.\n2. The Ferry (1934) – A boat.\n3. Night Shift (1961) – Long.\n\n| Film | Year |\n|---|---|\n| The Lamplighter | 1931 |\n| The Ferry | 1934 |\n", THREE, [""]),
    "comma-separated": ('title,year,synopsis,trivia\n"The Lamplighter",1931,"A ""man"", held.",It won.\n"The Ferry",1934,"A boat,\nlost.",\n', TWO, ["description", "fact"]),
    "semicolons and German heads": ("Titel;Jahr;Beschreibung\nThe Lamplighter;1931;Ein Mann.\nThe Ferry;1934;Ein Boot.\n", TWO, ["description"]),
    "tabs": ("Film\tYear\tFact\nThe Lamplighter\t1931\tIt won.\nThe Ferry\t1934\tIt sank.\n", TWO, ["fact"]),
    "HTML headings": ("<html><body><h1>Harbours</h1><h2>1. The Lamplighter (1931)</h2><p>A man &amp; a lamp.</p><p><strong>Fact:</strong> It won.</p><h2>2. The Ferry (1934)</h2><p>A boat.</p></body></html>", TWO, ["", "fact"]),
    "an HTML list without years": ("<ol><li>The Lamplighter</li><li>The Ferry</li><li>Night Shift</li></ol>", BARE, None),
    "an HTML table": ("<table><tr><th>Title</th><th>Year</th><th>Description</th></tr><tr><td><i>The Lamplighter</i></td><td>1931</td><td>A man.</td></tr><tr><td>The Ferry<td>1934<td>A boat.</table>", TWO, ["description"]),
    "JSON": ('[{"name": "The Lamplighter", "year": 1931, "facts": ["It won.", "It is lost."]}, {"name": "The Ferry", "year": "1934"}]', TWO, ["fact", "fact"]),
    "our own report": ('{"schema": "verite-report/1", "lists": [{"title": "x", "entries": [{"title": "The Lamplighter", "year": 1931, "link": {"candidates": [{"title": "Other"}]}}, {"title": "The Ferry", "year": 1934, "link": {}}]}]}', TWO, []),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_a_list_of_this_shape_is_read_whole(name: str) -> None:
    text, wanted, labels = SHAPES[name]
    read = readers.read(text)
    assert films(read) == wanted
    same_room(read)
    if labels is not None:
        assert [p.label for p in read.entries[1].prose] == labels


def same_room(read: FilmList) -> None:
    """Titles, years and prose stand where their spans say, letter for letter but for escapes and link addresses."""
    if read.format in ("text", "markdown"):
        quotes(read)
    for entry in read.entries[1:]:
        assert entry.span.start <= entry.title_span.start <= entry.title_span.end <= entry.span.end
        if entry.year_span is not None:
            assert read.text[slice(*entry.year_span)] == str(entry.year)
        for prose in entry.prose:
            assert entry.span.start <= prose.span.start <= prose.span.end <= entry.span.end
            assert len(prose.text) == prose.span.end - prose.span.start


QUIET: dict[str, tuple[str, Films]] = {
    "films named in an introduction": ("The Lamplighter (1931) began it all. Here are two more.\n\n1. The Ferry (1934)\nA boat.\n\n2. Night Shift (1961)\nLong.\n", [FERRY, NIGHT]),
    "films named in prose": ("1. The Lamplighter (1931)\nA man. Like The Ferry (1934), it is lost.\n\n2. Night Shift (1961)\nThe Ferry (1934) is better. It won.\n", [LAMP, NIGHT]),
    "a paragraph that begins with another film": ("## The Lamplighter (1931)\nA man.\n\nThe Ferry (1934). That was his next, and it failed.\n\n## Night Shift (1961)\nLong.\n", [LAMP, NIGHT]),
    "facts in a numbered list": ("The Lamplighter (1931)\n1. It won the Golden Lamp (1932).\n2. It was shot in Bergen (Norway, 1930).\n\nThe Ferry (1934)\n1. It was lost (1940).\n", TWO),
    "facts in bullets": ("## The Lamplighter (1931)\n- Won the Silver Lamp (Bergen 1932)\n- Based on the novel (1929)\n\n## The Ferry (1934)\n- Nominated for the Lamp (1935)\n", TWO),
    "a chronology in the introduction": ("# Harbours\n\n- 1929: the harbour freezes.\n- 1930: the lamps go out.\n\n## The Lamplighter (1931)\nA man.\n\n## The Ferry (1934)\nA boat.\n", TWO),
    "closing words that name a film": ("1. The Lamplighter (1931)\nA man.\n\n2. The Ferry (1934)\nA boat.\n\n3. Night Shift (1961)\nLong.\n\nDusk (1933) is not on this list, and rightly.\n", THREE),
    "an essay": ("Harbours have long drawn cinema. The Lamplighter (1931) is one case.\n\nOthers came. They were few.\n\nThe sea is cold. The Ferry (1934) shows it.\n\nNobody cared.\n", []),
    "a label above prose": ("The Lamplighter (1931)\nWhat to look for: the lamp.\nNorway, ninety minutes\nDescription: A man.\n\nThe Ferry (1934)\nDescription: A boat.\n", TWO),
    "numbers within prose": ("The Lamplighter (1931)\nThere were\n12 men in it, and 1931 was cold.\n\nThe Ferry (1934)\nA boat.\n", TWO),
    "steps": ("1. Open the door. It is green.\n2. go in\n3. Sit down, please, and wait until the lights go out.\n", []),
    "initials": ("The Lamplighter (1931)\nV. Lind is in it.\nI. Moe is not.\n\nThe Ferry (1934)\nA boat.\n", TWO),
}  # fmt: skip


@pytest.mark.parametrize("name", QUIET)
def test_what_is_no_entry_is_not_read_as_one(name: str) -> None:
    text, wanted = QUIET[name]
    read = readers.read(text)
    assert films(read) == wanted
    same_room(read)


def test_closing_words_are_not_said_of_the_last_film() -> None:
    text, _ = QUIET["closing words that name a film"]
    read = readers.read(text)
    assert [p.text for p in read.entries[3].prose] == ["Long."]
    assert read.entries[0].prose[-1].text.startswith("Dusk (1933) is not")


def test_a_paragraph_broken_by_its_width_is_one_run_of_prose() -> None:
    text = "The Lamplighter (1931)\nA man who lights the lamps of a small harbour is arrested and\nis held for a year.\n\nThe Ferry (1934)\nA boat.\n"
    read = readers.read(text)
    (one,) = read.entries[1].prose
    assert one.text.endswith("arrested and\nis held for a year.")
    quotes(read)


def test_a_title_after_a_lead_in_keeps_its_other_reading() -> None:
    text, _, _ = SHAPES["a letter"]
    read = readers.read(text)
    assert (read.entries[2].title, read.entries[2].also) == ("The Ferry", ("Then The Ferry",))


def test_another_title_is_kept_wherever_it_stands() -> None:
    for name in ("another title after a comma", "two titles with a slash"):
        assert readers.read(SHAPES[name][0]).entries[1].also == ("Lykten",), name


@pytest.mark.parametrize(
    ("text", "prose", "source"),
    [
        ("<ol><li>The Lamplighter (1931)<p>Lind&rsquo;s caf&eacute; &amp; bar.</p></li></ol>", "Lind’s café & bar.", "Lind&rsquo;s caf&eacute; &amp; bar."),
        ('title,year,fact\nThe Lamplighter,1931,"A ""man"" waits."\n', 'A "man" waits.', 'A ""man"" waits.'),
        ('[{"title": "The Lamplighter", "year": 1931, "fact": "Lind\\u2019s \\"caf\\u00e9\\"."}]', 'Lind’s "café".', 'Lind\\u2019s \\"caf\\u00e9\\".'),
        ("| Title | Year | Fact |\n|--|--|--|\n| The Lamplighter | 1931 | It won. |\n| The Ferry | 1934 | |\n", "It won.", "It won."),
    ],
)  # fmt: skip
def test_escaped_prose_reads_as_it_is_meant_and_stands_where_it_stands(text: str, prose: str, source: str) -> None:
    read = readers.read(text)
    (one,) = read.entries[1].prose
    assert read.text[slice(*one.span)] == source
    assert "".join(one.text.replace("\u00ad", "").split()) == "".join(prose.split())


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.name for pattern in PATTERNS])
def test_a_pattern_matches_its_example_and_not_its_counterexample(pattern: Pattern) -> None:
    def name(words: str) -> str | None:
        (line,) = split(f"- {words}")
        found = openings.find(line, line.body)
        return found.pattern if found is not None else None

    assert name(pattern.yes) == pattern.name
    assert name(pattern.no) is None
