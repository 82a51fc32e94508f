"""The record, decoded strictly: a fault is named with its file, its line and the nearest right word."""

import csv
import re
from pathlib import Path

import pytest

from verite.checking import check_texts
from verite.config import shipped
from verite.errors import RecordError
from verite.model import Status
from verite.sources.history import Camp, Count, Term
from verite.sources.record import Record, inspect, read

from . import invented

LAMPLIGHTER = invented.GIVEN.read_text("utf-8")
WORK = "works/the-lamplighter-1931.toml"


def faults(folder: Path) -> list[str]:
    return [problem.removeprefix(f"{folder}/") for problem in inspect(folder).problems]


def line(text: str, word: str) -> int:
    return text[: text.index(word)].count("\n") + 1


BROKEN = {
    "an unknown key": ("director = [", "directr = [", "directr", "unknown key 'directr'", "'director'"),
    "an unknown source": ('country = [{ is = "NOR", sources = ["archive", "paper"] }]', 'country = [{ is = "NOR", sources = ["archive", "papper"] }]', "papper", "source 'papper' is not in sources.toml", "'paper'"),
    "an unknown agent": ('is = "nora-lind"', 'is = "nora-lindt"', "nora-lindt", "'nora-lindt' is no known agent", "'nora-lind'"),
    "an unknown state": ('country = [{ is = "NOR"', 'country = [{ is = "NORW"', "NORW", "'NORW' is no known state", "'NOR'"),
    "an unknown place": ('filming_place = [{ is = "nor"', 'filming_place = [{ is = "norr"', "norr", "'norr' is no known place", "'nor'"),
    "a form that is none": ('form = "feature"', 'form = "featur"', "featur", "form 'featur' is not one of the list", "'feature'"),
    "a deed that is none": ('is = "arrested"', 'is = "arested"', "arested", "story 'arested' is not one of the list", "'arrested'"),
    "an unknown qualifier": ("mode = ", "mod = ", "mod", "unknown qualifier 'mod'", "'mode'"),
    "a qualifier's value": ('of = "release", sources', 'of = "relase", sources', "relase", "of 'relase' is not one of the list", "'release'"),
    "a year in quotes": ("is = 1931", 'is = "1931"', "1931", "year '1931' must be a whole number", ""),
    "a year that cannot be": ("is = 1931", "is = 1031", "1031", "no year of a film", ""),
    "a date that is none": ('is = "1911"', 'is = "in 1911"', "in 1911", "is not an EDTF date", ""),
    "no sources": ('country = [{ is = "NOR", sources = ["archive", "paper"] }]', 'country = [{ is = "NOR" }]', '"NOR"', "country 'NOR' has neither sources nor a basis", ""),
    "no value": ('country = [{ is = "NOR", ', "country = [{ ", "country", "a statement needs `is`", ""),
    "no list": ('form = "feature"', 'form = "feature"\nproduction_design = "no"', "production_design", "production_design must be a list of statements", ""),
    "an unknown key of a character": ("descriptor = ", "descriptr = ", "descriptr", "unknown key 'descriptr'", "'descriptor'"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "word", "message", "near"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_record_is_named(tmp_path: Path, old: str, new: str, word: str, message: str, near: str) -> None:
    assert old in LAMPLIGHTER
    broken = LAMPLIGHTER.replace(old, new, 1)
    found = faults(invented.written(tmp_path, broken))
    (fault, *_) = [f for f in found if message in f and f.startswith(WORK)] or [f"not found among {found}"]
    assert message in fault
    assert fault.startswith(f"{WORK}:{line(broken, word)}:"), fault
    if near:
        assert f"did you mean {near}?" in fault


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    broken = LAMPLIGHTER.replace("nora-lind", "nora-lnd").replace('"NOR"', '"NRO"')
    with pytest.raises(RecordError) as raised:
        read(invented.written(tmp_path, broken))
    text = str(raised.value)
    assert "nora-lnd" in text
    assert "NRO" in text
    assert text.count("\n") >= 1


def test_evidence_that_is_missing_is_named(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    path = folder / "evidence/the-lamplighter-1931.toml"
    rows = path.read_text("utf-8").split("[[evidence]]")
    path.write_text("[[evidence]]".join(row for row in rows if "director" not in row), "utf-8")
    assert faults(folder) == [], "a gap of record-keeping does not stop a check"
    found = [gap.removeprefix(f"{folder}/") for gap in inspect(folder).gaps]
    assert any(
        WORK in f and "no line in evidence/the-lamplighter-1931.toml for 'director nora-lind'" in f for f in found
    ), found


def test_evidence_for_a_source_that_is_not_there_is_named(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    path = folder / "evidence/nora-lind.toml"
    path.write_text(
        path.read_text("utf-8") + '\n[[evidence]]\nof = "name Nora Lind"\nsource = "archve"\nseen = "2026-11-01"\n',
        "utf-8",
    )
    assert any("evidence/nora-lind.toml" in f and "did you mean 'archive'?" in f for f in faults(folder))


def test_evidence_in_another_form_of_toml_reads_the_same(tmp_path: Path) -> None:
    plain = invented.written(tmp_path / "plain")
    other = invented.written(tmp_path / "other")
    path = other / "evidence/nora-lind.toml"
    path.write_text("# by hand\n" + path.read_text("utf-8").replace("of = ", "of   =  "), "utf-8")
    assert read(other).evidence == read(plain).evidence


def test_evidence_that_says_a_key_twice_is_named(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    path = folder / "evidence/nora-lind.toml"
    path.write_text(
        path.read_text("utf-8").replace("[[evidence]]\n", '[[evidence]]\nseen = "2026-11-02"\n', 1), "utf-8"
    )
    assert any("evidence/nora-lind.toml" in f for f in faults(folder))


def test_evidence_without_a_date_is_named(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    path = folder / "evidence/nora-lind.toml"
    path.write_text('[[evidence]]\nof = "name Nora Lind"\nsource = "archive"\n', "utf-8")
    assert any("evidence without seen" in f for f in faults(folder))


def test_a_file_that_is_not_toml_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    (folder / "works/the-ferry-1934.toml").write_text("id = the ferry", "utf-8")
    found = inspect(folder)
    assert any("the-ferry-1934.toml" in problem and "not valid TOML" in problem for problem in found.problems)
    assert any(s.subject == "the-lamplighter-1931" for s in found.statements)


def test_an_id_that_is_not_the_files_name_is_named(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    (folder / WORK).rename(folder / "works/the-lamplighter.toml")
    assert any("works/the-lamplighter.toml:" in f and "is not the file's name" in f for f in faults(folder))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("silver-lamp,won,The Lamplighter", "silver-lamb,won,The Lamplighter", "category 'silver-lamb' of 'harbour' is not in tables.toml; did you mean 'silver-lamp'?"),
        ("the-lamplighter-1931,,archive", "the-lamplihgter-1931,,archive", "work 'the-lamplihgter-1931' is not recorded; did you mean 'the-lamplighter-1931'?"),
        ("the-lamplighter-1931,,archive", "the-lamplighter-1931,,archiv", "source 'archiv' is not in sources.toml"),
        ("the-lamplighter-1931,,archive", "the-lamplighter-1931,,", "a row without sources"),
        ("4,1931,silver-lamp", "four,1931,silver-lamp", "invalid literal"),
    ],
)  # fmt: skip
def test_a_row_of_a_prize_is_decoded_strictly(tmp_path: Path, old: str, new: str, message: str) -> None:
    folder = invented.written(tmp_path)
    path = folder / "awards/harbour.csv"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert [f for f in faults(folder) if message in f and f.startswith(("harbour.csv:8", "awards/harbour.csv:8"))], (
        faults(folder)
    )


def test_a_table_row_with_too_few_cells_is_named(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    with (folder / "events.csv").open("a", encoding="utf-8") as file:
        file.write("flood,Great Flood\n")
    assert any("events.csv:" in f and "not as many cells" in f for f in faults(folder))


CAMPS = """id,name,original,also,type,region,lat,lon,precision,opened,closed,sources,remark
harbour-camp,Harbour Camp,Havneleiren,Pier Camp|the Pier,corrective-labour-camp,West,60.39,5.32,town,1931,1934,archive|paper,
pilot-camp,Pilot Camp,,,special-camp,,,,,1948,,archive,
"""
PRISONERS = """date,counted,place,number,by,sources,remark
1931-01-01,camps,nor,1200,Harbour Archive,archive,without the sick
1931-01-01,camps,nor,1300,The Harbour Paper,paper,
"""
GLOSSARY = """[lamp]
original = "lykt"
transliterated = "lykt"
also = ["lampe"]
meaning = "A sentence of ten years."
used = "1931/.."
misuse = "Said of any light."
sources = ["archive"]

[keel]
original = "kjøl"
meaning = "The lowest bunk."
sources = ["archive", "paper"]
"""
HISTORY = {"camps.csv": CAMPS, "prisoners.csv": PRISONERS, "glossary.toml": GLOSSARY}


def with_history(tmp_path: Path, **texts: str) -> Path:
    folder = invented.written(tmp_path)
    for name, text in HISTORY.items():
        (folder / name).write_text(texts.get(name.split(".")[0], text), "utf-8")
    return folder


def test_camps_are_read_with_their_place_on_the_map_or_without(tmp_path: Path) -> None:
    record = read(with_history(tmp_path))
    harbour, pilot = record.camps.values()
    assert harbour == Camp(
        id="harbour-camp",
        name="Harbour Camp",
        original="Havneleiren",
        also=("Pier Camp", "the Pier"),
        type="corrective-labour-camp",
        region="West",
        point=(60.39, 5.32),
        precision="town",
        opened="1931",
        closed="1934",
        sources=("archive", "paper"),
        remark="",
    )
    assert (pilot.point, pilot.precision, pilot.closed) == (None, "", "")


def test_counts_that_differ_stand_side_by_side(tmp_path: Path) -> None:
    first, second = read(with_history(tmp_path)).prisoners
    assert first == Count("1931-01-01", "camps", "nor", 1200, "Harbour Archive", ("archive",), "without the sick")
    assert (second.number, second.by) == (1300, "The Harbour Paper")


def test_words_are_read_with_what_they_do_not_mean(tmp_path: Path) -> None:
    words = read(with_history(tmp_path)).glossary
    assert words["lamp"] == Term(
        "lamp",
        "lykt",
        "lykt",
        ("lampe",),
        "A sentence of ten years.",
        "1931/..",
        "Said of any light.",
        ("archive",),
        "",
    )
    assert (words["keel"].used, words["keel"].misuse) == ("", "")


def test_a_record_need_not_hold_history(tmp_path: Path) -> None:
    record = read(invented.written(tmp_path))
    assert (record.camps, record.prisoners, record.glossary) == ({}, [], {})


BROKEN_HISTORY = {
    "a column that is none": ("camps.csv", "precision,opened", "precison,opened", 1, "unknown column 'precison'; did you mean 'precision'?"),
    "a column that is missing": ("prisoners.csv", "number,by", "by", 1, "columns missing: number"),
    "too few cells": ("camps.csv", "1948,,archive,", "1948,,archive", 3, "the row has not as many cells as the header"),
    "a camp twice": ("camps.csv", "pilot-camp,", "harbour-camp,", 3, "'harbour-camp' stands twice"),
    "an id that is none": ("camps.csv", "pilot-camp,", "Pilot Camp,", 3, "id 'Pilot Camp' must be lower-case"),
    "a camp without a name": ("camps.csv", "pilot-camp,Pilot Camp", "pilot-camp,", 3, "a camp needs a name"),
    "a type that is none": ("camps.csv", "special-camp", "specal-camp", 3, "type 'specal-camp' is not one of the list; did you mean 'special-camp'?"),
    "a precision that is none": ("camps.csv", "5.32,town", "5.32,twon", 2, "precision 'twon' is not one of the list; did you mean 'town'?"),
    "a point without precision": ("camps.csv", "5.32,town", "5.32,", 2, "stand together or not at all"),
    "half a point": ("camps.csv", "60.39,5.32", "60.39,", 2, "stand together or not at all"),
    "a point in words": ("camps.csv", "60.39", "sixty", 2, "must be numbers"),
    "a point off the earth": ("camps.csv", "60.39", "160.39", 2, "is nowhere on earth"),
    "a year in words": ("camps.csv", "1931,1934", "1931,later", 2, "closed 'later' is no year"),
    "closed before opened": ("camps.csv", "1931,1934", "1931,1930", 2, "closed 1930 before it was opened, 1931"),
    "a camp without sources": ("camps.csv", "1948,,archive,", "1948,,,", 3, "without sources"),
    "a camp's unknown source": ("camps.csv", "archive|paper", "archive|papper", 2, "source 'papper' is not in sources.toml; did you mean 'paper'?"),
    "a date that is none": ("prisoners.csv", "1931-01-01,camps,nor,1200", "early 1931,camps,nor,1200", 2, "date 'early 1931' is no year, month or day"),
    "something else counted": ("prisoners.csv", "camps,nor,1300", "camsp,nor,1300", 3, "counted 'camsp' is not one of the list; did you mean 'camps'?"),
    "a place that is none": ("prisoners.csv", "camps,nor,1300", "camps,norr,1300", 3, "place 'norr' is no known place; did you mean 'nor'?"),
    "a number with a comma": ("prisoners.csv", "1200", '"1,200"', 2, "number '1,200' must be a whole number"),
    "nobody's reckoning": ("prisoners.csv", "1300,The Harbour Paper", "1300,", 3, "a count needs `by`"),
    "a count twice": ("prisoners.csv", "1300,The Harbour Paper", "1300,Harbour Archive", 3, "stands twice"),
    "a count without sources": ("prisoners.csv", "The Harbour Paper,paper,", "The Harbour Paper,,", 3, "without sources"),
    "a key that is none": ("glossary.toml", "misuse =", "missuse =", 1, "lamp: unknown key 'missuse'; did you mean 'misuse'?"),
    "a word without meaning": ("glossary.toml", 'meaning = "The lowest bunk."', "", 10, "keel: a term needs meaning"),
    "years of use that are none": ("glossary.toml", "1931/..", "lately", 1, "lamp: used 'lately' is no year"),
    "a word without sources": ("glossary.toml", '["archive", "paper"]', "[]", 10, "without sources"),
    "a word's unknown source": ("glossary.toml", '"archive", "paper"', '"archve"', 10, "source 'archve' is not in sources.toml; did you mean 'archive'?"),
    "a word's id that is none": ("glossary.toml", "[keel]", "[Keel]", 10, "id 'Keel' must be lower-case"),
    "a word that is no table": ("glossary.toml", "[lamp]", 'sail = "cloth"\n[lamp]', 1, "'sail' must be a table"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "at", "message"), BROKEN_HISTORY.values(), ids=BROKEN_HISTORY.keys())
def test_a_broken_table_of_history_is_named(
    tmp_path: Path, name: str, old: str, new: str, at: int, message: str
) -> None:
    assert old in HISTORY[name]
    folder = with_history(tmp_path, **{name.split(".")[0]: HISTORY[name].replace(old, new, 1)})
    found = faults(folder)
    assert [f for f in found if f.startswith(f"{name}:{at}: ") and message in f], found
    assert all(f.startswith(f"{name}:") for f in found), found


def test_a_row_with_a_fault_is_not_kept(tmp_path: Path) -> None:
    folder = with_history(
        tmp_path,
        camps=CAMPS.replace("special-camp", "hard-camp"),
        prisoners=PRISONERS.replace("1300", "many"),
        glossary=GLOSSARY.replace("[keel]", "[Keel]"),
    )
    record = inspect(folder)
    assert len(record.problems) == 3
    assert list(record.camps) == ["harbour-camp"]
    assert [count.number for count in record.prisoners] == [1200]
    assert list(record.glossary) == ["lamp"]


def test_a_glossary_that_is_not_toml_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    record = inspect(with_history(tmp_path, glossary="[lamp\n"))
    assert any("glossary.toml: not valid TOML" in problem for problem in record.problems)
    assert len(record.camps) == 2


def test_the_shipped_record_holds_the_history_of_the_camps(record: Record) -> None:
    assert len(record.camps) >= 40
    assert len(record.glossary) >= 40
    assert {count.date[:4] for count in record.prisoners} >= {str(year) for year in range(1930, 1954)}
    assert all(camp.point for camp in record.camps.values() if camp.precision)
    used = {key for row in record.glossary.values() for key in row.sources}
    assert used <= record.sources.keys()


def test_every_year_of_a_table_declared_complete_has_a_winner_or_is_named_as_without() -> None:
    """Silence refutes in a complete table, so a year nobody looked up would make a true claim false."""
    record = inspect(shipped("records"))
    declared = [
        (f"{table}/{category}", span)
        for table, data in record.tables.items()
        for category, row in data.get("category", {}).items()
        for span in ([row["complete"]] if isinstance(row.get("complete"), dict) else row.get("complete", []))
    ]
    assert declared
    won = {(s.value, s.qualifiers["year"]) for s in record.statements
           if s.property == "award" and s.qualifiers["result"] in ("won", "special") and "year" in s.qualifiers}  # fmt: skip
    for prize, span in declared:
        years = {year for year in range(span["from"], span["to"] + 1) if (prize, year) in won}
        without = named_without(span.get("remark", ""))
        assert set(range(span["from"], span["to"] + 1)) - years - without == set(), prize
        assert years & without == set(), f"{prize}: said to have no winner, and has one"


WHOLE = 'complete = { from = 1928, to = 1960, nominated = false, sources = ["archive"] }'
GAPPED = """complete = [
  { from = 1928, to = 1929, nominated = false, sources = ["archive"] },
  { from = 1950, to = 1960, nominated = false, sources = ["archive"] },
]"""


@pytest.mark.parametrize(
    ("declared", "golden", "first"),
    [(WHOLE, Status.REFUTED, Status.REFUTED), (GAPPED, Status.UNVERIFIED, Status.UNVERIFIED)],
)
def test_a_gap_between_two_complete_spans_refutes_nothing(
    tmp_path: Path, declared: str, golden: Status, first: Status
) -> None:
    folder = invented.written(tmp_path)
    path = folder / "awards/tables.toml"
    path.write_text(path.read_text("utf-8").replace(WHOLE, declared), "utf-8")
    catalogue = invented.compiled(read(folder))
    prose = "It won the Golden Lamp at the Harbour Festival. It was the first film to win the Silver Lamp."
    report = check_texts([("list.txt", f"1. The Lamplighter (1931)\nFact: {prose}\n")], catalogue)
    verdicts = report.lists[0].verdicts
    assert [one.status for one in verdicts if one.code.startswith("A")] == [golden, Status.SUPPORTED]
    assert [one.status for one in verdicts if one.code.startswith("O")] == [first]


def named_without(remark: str) -> set[int]:
    """The years that a remark names as without a winner: *none in 1953, 1969-1979*."""
    found = set()
    for listed in re.findall(r"\bnone in ((?:\d{4}(?:-\d{4})?(?:, | and )?)+)", remark):
        for first, last in re.findall(r"(\d{4})(?:-(\d{4}))?", listed):
            found |= set(range(int(first), int(last or first) + 1))
    return found


def test_a_remark_names_the_years_without_a_winner() -> None:
    assert named_without("best film; none in 1953, 1956 and 1969-1971 (not held); shared 1959") == {
        1953, 1956, 1969, 1970, 1971,
    }  # fmt: skip
    assert named_without("shared in 1963; two winners 1980") == set()


def test_a_source_needs_a_citation_and_a_rank(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    with (folder / "sources.toml").open("a", encoding="utf-8") as file:
        file.write('\n[rumour]\ncitation = "heard"\nrnk = 4\n')
    found = faults(folder)
    assert any("unknown key 'rnk'" in f and "did you mean 'rank'?" in f for f in found)
    assert any("needs a citation and a rank" in f for f in found)


def test_a_whole_record_has_no_faults(given_folder: Path) -> None:
    assert faults(given_folder) == []


def test_where_and_when_a_source_was_seen_come_with_the_statement(given_record: Record) -> None:
    (director,) = [s for s in given_record.statements if s.property == "director"]
    assert [(c.key, c.where, c.seen) for c in director.sources] == [
        ("archive", "card", "2026-11-01"),
        ("paper", "card", "2026-11-01"),
    ]


def test_an_inference_names_its_basis_and_no_source(given_record: Record) -> None:
    (true_story,) = [s for s in given_record.statements if s.property == "true_story"]
    assert (true_story.sources, true_story.basis) == ((), ("based_on",))


def test_computed_values_never_count(tmp_path: Path) -> None:
    text = LAMPLIGHTER.replace("title = [", 'title = [{ is = "Lykten", of = "transliterated", computed = true }, ')
    assert "Lykten" not in {s.value for s in invented.recorded(tmp_path, text).statements}


def test_the_shipped_record_has_no_faults() -> None:
    found = inspect(shipped("records"))
    assert found.problems == []
    assert found.gaps == []


def test_every_statement_of_the_shipped_record_has_a_source_or_a_basis(record: Record) -> None:
    bare = [s for s in record.statements if not s.sources and not s.basis and s.property != "form"]
    assert bare == []


def test_every_source_of_the_shipped_record_is_used(record: Record) -> None:
    used = {c.key for s in record.statements for c in s.sources} | {c.key for d in record.complete for c in d.sources}
    assert used, "no source at all"
    assert used <= record.sources.keys()


def states() -> list[dict[str, str]]:
    with (shipped("records") / "states.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_state_has_a_code_of_three_letters_and_successors_that_are_known() -> None:
    codes = [row["code"] for row in states()]
    assert len(codes) == len(set(codes)) > 260 and all(re.match(r"^[A-Z]{3}$", code) for code in codes)
    assert {heir for row in states() for heir in row["successors"].split("|") if heir} <= set(codes)


def test_two_states_share_a_code_only_in_different_years() -> None:
    held: dict[str, list[dict[str, str]]] = {}
    for row in states():
        for code in filter(None, row["codes"].split("|")):
            held.setdefault(code, []).append(row)
    shared = {code: [row["code"] for row in rows] for code, rows in held.items() if len(rows) > 1}
    assert shared == {"CS": ["CSK", "SCG"], "YU": ["YUG", "SCG"]}
    assert len([code for code in held if len(code) == 2]) >= 249  # as many as ISO 3166 has today
    for row in states():
        assert all(re.match(r"^(\d{4})?-(\d{4})?$", span) for span in row["years"].split("|") if span), row["code"]


def test_a_name_that_people_bear_is_no_state_in_prose() -> None:
    # *directed by Neil Jordan*: a state there would make a place of him.
    read = {word for row in states() for word in (row["name"].removeprefix("the "), *row["also"].split("|"))}
    assert not {"Jordan", "Chad", "Montserrat", "Salvador", "Jersey", "Reunion", "Réunion"} & read
    assert not {code for code in read if len(code) == 2 and code != "US" and code != "UK"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("said =", "sayd =", "unknown key 'sayd'; did you mean 'said'?"),
        ("year = 1931", 'year = "1931"', "year '1931' must be a whole number"),
        ('["lamp", "real", "gold"]', '["lamp", "gold"]', "a form is at least three words in lower case"),
        ('["lamp", "real", "gold"]', '["lamp", "real", "Gold"]', "a form is at least three words in lower case"),
        ('["lamp", "real", "gold"]', '["lamp", "real", "of (gold/silver"]', "a group opens or does not close"),
        ('["archive", "paper"]', '["archiv"]', "source 'archiv' is not in sources.toml; did you mean 'archive'?"),
        ('["archive", "paper"]', "[]", "a falsehood needs sources"),
        ("lamplighter-lamp-of-gold", "Lamp", "must be lower-case ASCII words"),
    ],
)
def test_a_falsehood_is_decoded_strictly(tmp_path: Path, old: str, new: str, message: str) -> None:
    folder = invented.written(tmp_path)
    path = folder / "falsehoods.toml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert [f for f in faults(folder) if message in f and "falsehoods.toml:" in f], faults(folder)


def test_a_prize_may_be_complete_over_all_its_categories(given_record: Record) -> None:
    declared = [c for c in given_record.complete if c.subject == "award:lanterns"]
    assert [(c.scope["category"], c.scope["from"], c.scope["nominated"]) for c in declared] == [("*", 1930, True)]


def test_a_bibliography_that_cannot_be_read_is_one_fault_and_not_thousands(tmp_path: Path) -> None:
    folder = invented.written(tmp_path / "records")
    (folder / "sources.toml").write_text("<<<<<<< HEAD\n[archive]\n", "utf-8")
    found = inspect(folder)
    assert len(found.problems) == 1 and "sources.toml" in found.problems[0] and "line 1" in found.problems[0]
