"""The record held against itself: what no single line shows to be wrong, and what is let be."""

from pathlib import Path

import pytest

from verite.config import shipped
from verite.sources.record import Record, inspect
from verite.sources.record.notes import notes, weak

from . import invented

LAMPLIGHTER = invented.GIVEN.read_text("utf-8")
WORK = "works/the-lamplighter-1931.toml"


def told(folder: Path) -> list[str]:
    found = inspect(folder)
    return [line.removeprefix(f"{folder}/") for line in (*found.problems, *found.gaps)]


def with_work(tmp_path: Path, old: str, new: str) -> list[str]:
    assert old in LAMPLIGHTER
    return told(invented.written(tmp_path, LAMPLIGHTER.replace(old, new, 1)))


def with_nora(tmp_path: Path, old: str, new: str) -> list[str]:
    text = invented.AGENTS["nora-lind"]
    assert old in text
    return told(invented.written(tmp_path, nora_lind=text.replace(old, new, 1)))


def line(word: str, text: str = LAMPLIGHTER) -> int:
    return text[: text.index(word)].count("\n") + 1


YEAR = 'year = [{ is = 1931, of = "release", sources = ["archive"] }]'
WRONG = {
    "shown before it was made": (YEAR, YEAR.replace("]\n", "").replace(" }]", ' }, { is = 1933, of = "production", sources = ["paper"] }]'), "year", "release in 1931, before its production in 1933"),
    "released before any of its years": ('when = "1931-05-03"', 'when = "1929-05-03"', "event = [", "release 1929-05-03, before any of its years (1931)"),
    "a state of another time": ('country = [{ is = "NOR"', 'country = [{ is = "RUS"', "country = [", "there was no RUS in 1931"),
    "a basis that is not there": ('basis = ["character.lamplighter.story"]', 'basis = ["character.widow.story"]', "camp = [", "camp 'absent': its basis 'character.widow.story' is not there"),
    "a companion who is nobody": ('{ is = ["widow"], sources', '{ is = "wife", to = "pilot", sources', 'to = "', "'pilot' is no character of this work"),
    "no director": ('director = [{ is = "nora-lind", sources = ["archive", "paper"] }]\n', "", 'id = "', "no director"),
    "no preferred title": (" preferred = true,", "", "title = [", "0 preferred titles"),
    "an id of another year": (YEAR, YEAR.replace("1931", "1932"), "year = [", "the year of the id, 1931, is none of its years (1932)"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "word", "message"), WRONG.values(), ids=WRONG.keys())
def test_what_does_not_go_together_is_named(tmp_path: Path, old: str, new: str, word: str, message: str) -> None:
    found = with_work(tmp_path, old, new)
    (fault, *_) = [f for f in found if message in f] or [f"not among {found}"]
    text = LAMPLIGHTER.replace(old, new, 1)
    at = text.index("\n" + word) + 1 if "\n" + word in text else text.index(word)
    assert fault.startswith(f"{WORK}:") and abs(int(fault.split(":")[1]) - text[:at].count("\n") - 1) <= 1, fault


def test_a_remark_explains_what_is_odd(tmp_path: Path) -> None:
    odd = YEAR.replace(" }]", ' }, { is = 1933, of = "production", sources = ["paper"], remark = "so in the paper" }]')
    assert with_work(tmp_path, YEAR, odd) == []


def test_a_character_with_a_story_is_named_or_played_by_somebody(tmp_path: Path) -> None:
    new = '[character.pilot]\nstory = [{ n = 1, is = "died", mode = "shown", sources = ["archive"] }]\n\n[character.widow]'
    found = with_work(tmp_path, "[character.widow]", new)
    text = LAMPLIGHTER.replace("[character.widow]", new)
    at = line("[character.pilot]", text)
    assert found == [f"{WORK}:{at}: character 'pilot' has a story, but no name, and nobody plays it"]


LIVES = {
    "born after death": ('born = [{ is = "1900-02-03", sources = ["archive"] }]', 'born = [{ is = "1900-02-03", sources = ["archive"] }]\ndied = [{ is = "1899", sources = ["archive"] }]', "died 1899, born 1900-02-03"),
    "a child who directs": ("1900-02-03", "1925-02-03", "'nora-lind' was born 1925-02-03, and the film is of 1931"),
    "a film after death": ('born = [', 'died = [{ is = "1929", sources = ["archive"] }]\nborn = [', "'nora-lind' died 1929, and the film is of 1931"),
    "censored before being born": ('when = "1929"', 'when = "1899"', "censored 1899, before being born"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), LIVES.values(), ids=LIVES.keys())
def test_a_life_that_cannot_be_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert any(message in f for f in with_nora(tmp_path, old, new)), with_nora(tmp_path, old, new)


def test_a_film_may_be_shown_in_the_year_after_its_director_died(tmp_path: Path) -> None:
    assert with_nora(tmp_path, "born = [", 'died = [{ is = "1930-11", sources = ["archive"] }]\nborn = [') == []


def test_names_may_be_cleared_and_works_banned_after_death(tmp_path: Path) -> None:
    died = 'died = [{ is = "1932", sources = ["archive"] }]\nborn = ['
    text = invented.AGENTS["nora-lind"].replace("born = [", died).replace('"1929"', '"1950"')
    assert told(invented.written(tmp_path, nora_lind=text)) == []


NORA = 'id = "n-lind"\nname = [{ is = "Lind, Nora", preferred = true, sources = ["archive"] }]\nborn = [{ is = "1900-02-03", sources = ["archive"] }]\n'


def test_one_person_under_two_ids_is_named(tmp_path: Path) -> None:
    (fault,) = told(invented.written(tmp_path, n_lind=NORA))
    assert "'nora-lind' has a name of 'n-lind' and was born when they were" in fault
    assert fault.startswith("agents/nora-lind.toml:2:")


def test_two_people_of_one_name_are_let_be(tmp_path: Path) -> None:
    assert told(invented.written(tmp_path, n_lind=NORA.replace("1900-02-03", "1923-02-03"))) == []
    remarked = NORA.replace('["archive"] }]\nborn', '["archive"], remark = "her twin" }]\nborn')
    assert told(invented.written(tmp_path / "two", n_lind=remarked)) == []


def second(folder: Path, text: str) -> Path:
    """The record with another film beside the Lamplighter."""
    (folder / "works/the-lamp-lighter-1931.toml").write_text(text, "utf-8")
    (folder / "evidence/the-lamp-lighter-1931.toml").write_text(invented.evidence(text), "utf-8")
    return folder


TWIN = """id = "the-lamp-lighter-1931"
form = "feature"
title = [{ is = "The Lamplighter", preferred = true, of = "release", sources = ["paper"] }]
year = [{ is = 1931, sources = ["paper"] }]
director = [{ is = "ida-moe", sources = ["paper"] }]
country = [{ is = "NOR", sources = ["paper"] }]
"""


def test_one_film_under_two_ids_is_named(tmp_path: Path) -> None:
    (fault,) = told(second(invented.written(tmp_path), TWIN))
    assert "has a title and the year 1931 of 'the-lamp-lighter-1931': one film?" in fault


def test_two_films_of_one_title_are_let_be_in_other_years_or_with_a_remark(tmp_path: Path) -> None:
    other = TWIN.replace("is = 1931", "is = 1954").replace("-1931", "-1954")
    folder = invented.written(tmp_path / "one")
    (folder / "works/the-lamp-lighter-1954.toml").write_text(other, "utf-8")
    (folder / "evidence/the-lamp-lighter-1954.toml").write_text(invented.evidence(other), "utf-8")
    assert told(folder) == []
    remarked = TWIN.replace('sources = ["paper"] }]\nyear', 'sources = ["paper"], remark = "a play filmed" }]\nyear')
    assert told(second(invented.written(tmp_path / "two"), remarked)) == []


def test_an_id_that_two_films_carry_is_named(tmp_path: Path) -> None:
    same = 'same_as = [{ is = "imdb:tt0000001", sources = ["paper"] }]\n'
    work = LAMPLIGHTER.replace("title = [", same + "title = [", 1)
    twin = TWIN.replace("title = [", same + "title = [", 1).replace("The Lamplighter", "The Wick")
    (fault,) = told(second(invented.written(tmp_path, work), twin))
    assert "imdb:tt0000001 is 'the-lamp-lighter-1931' already" in fault


ROW = "4,1931,silver-lamp,won,The Lamplighter,,1931,,,the-lamplighter-1931,,archive"
PRIZES = {
    "another title": (ROW, ROW.replace("The Lamplighter", "The Ferry"), "'The Ferry' is no title of 'the-lamplighter-1931'"),
    "another year of the film": (ROW, ROW.replace(",,1931,", ",,1925,"), "work_year 1925, but 'the-lamplighter-1931' is of 1931"),
    "another country": (ROW, ROW.replace(",,,the-", ",,FRA,the-"), "country FRA, but 'the-lamplighter-1931' is of NOR"),
    "before the film": (ROW, ROW.replace("4,1931,", "3,1930,"), "a prize of 1930, before 'the-lamplighter-1931' was made (1931)"),
    "twice": (ROW, f"{ROW}\n{ROW}", "the row of 8 once more"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), PRIZES.values(), ids=PRIZES.keys())
def test_a_prize_that_does_not_agree_with_its_film_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    folder = invented.written(tmp_path)
    path = folder / "awards/harbour.csv"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    at = 9 if "once more" in message else 8
    assert [f for f in told(folder) if message in f and f.startswith(f"awards/harbour.csv:{at}:")], told(folder)


@pytest.mark.parametrize(
    "date", ["1942", "1936-06-22", "195X", "1936/1938~", "1953/..", "1953-02?/1953-03", "1904-02-29"]
)
def test_a_date_is_taken(tmp_path: Path, date: str) -> None:
    assert with_work(tmp_path, 'is = "1911"', f'is = "{date}"') == []


@pytest.mark.parametrize(
    "date", ["1942-13", "1936-06-31", "1938/1936", "1903-02-29", "42", "1953/later", "195X-02-03", "1936-6"]
)
def test_a_date_that_is_on_no_calendar_is_refused(tmp_path: Path, date: str) -> None:
    assert any("is not an EDTF date" in f for f in with_work(tmp_path, 'is = "1911"', f'is = "{date}"'))


def test_one_page_under_two_keys_is_named(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    path = folder / "sources.toml"
    text = path.read_text("utf-8").replace("rank = 1", 'rank = 1\nurl = "https://www.archive.example/7"')
    path.write_text(text.replace("rank = 2", 'rank = 2\nurl = "http://archive.example/7/"'), "utf-8")
    assert told(folder) == [
        f"sources.toml:{line('[paper]', path.read_text('utf-8'))}: 'paper' and 'archive' are one page"
    ]


def test_a_source_in_two_files_is_named(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    (folder / "sources").mkdir()
    (folder / "sources/more.toml").write_text('[paper]\ncitation = "again"\nrank = 2\n', "utf-8")
    assert told(folder) == ["sources.toml:7: source 'paper' stands in another file too"]


def test_a_source_of_an_event_or_place_must_be_there(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    (folder / "places.csv").write_text("id,name,also,within,kind,sources\npier,Pier,,nor,site,papper\n", "utf-8")
    assert "places.csv:2: source 'papper' is not in sources.toml" in told(folder)


def test_a_place_has_a_point_with_its_precision_or_none(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    header = "id,name,also,within,kind,sources,lat,lon,precision\n"
    rows = "pier,Pier,,nor,site,paper,60.39,5.32,site\nfjord,Fjord,,nor,region,paper,,,\n"
    (folder / "places.csv").write_text(header + rows, "utf-8")
    record = inspect(folder)
    assert record.places["pier"]["point"] == (60.39, 5.32)
    assert record.places["pier"]["precision"] == "site"
    assert "point" not in record.places["fjord"]
    for point, fault in (
        ("60.39,5.32,", "lat, lon and precision stand together or not at all"),
        ("60.39,5.32,twon", "precision 'twon' is not one of the list; did you mean 'town'?"),
        ("north,5.32,town", "lat 'north' and lon '5.32' must be numbers"),
        ("99,5.32,town", "lat 99, lon 5.32 is nowhere on earth"),
    ):
        (folder / "places.csv").write_text(f"{header}pier,Pier,,nor,site,paper,{point}\n", "utf-8")
        assert f"places.csv:2: {fault}" in told(folder)


def test_an_event_that_ends_before_it_starts_is_named(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    with (folder / "events.csv").open("a", encoding="utf-8") as file:
        file.write("flood,Great Flood,,1912,1911,,archive\n")
    rows = len((folder / "events.csv").read_text("utf-8").splitlines())
    assert told(folder) == [f"events.csv:{rows}: 1912/1911 is no date in EDTF, or ends before it starts"]


def test_an_event_happens_at_a_known_place(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    with (folder / "events.csv").open("a", encoding="utf-8") as file:
        file.write("flood,Great Flood,,1911,1912,norwy,archive\n")
    rows = len((folder / "events.csv").read_text("utf-8").splitlines())
    assert told(folder) == [f"events.csv:{rows}: place 'norwy' is not in places.csv, nor a state; did you mean 'nor'?"]


def test_one_event_of_history_has_one_row(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    with (folder / "events.csv").open("a", encoding="utf-8") as file:
        file.write(
            "flood,Great Flood,the Deluge,1911,1912,,archive\nflood-1911,Flood of 1911,The Deluge,1911,1912,,archive\n"
        )
    rows = len((folder / "events.csv").read_text("utf-8").splitlines())
    assert told(folder) == [f"events.csv:{rows}: 'flood-1911' and 'flood' are both called 'The Deluge'"]


def test_evidence_for_what_is_not_stated_is_named(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    path = folder / "evidence/nora-lind.toml"
    path.write_text(
        path.read_text("utf-8") + '\n[[evidence]]\nof = "died 1960"\nsource = "archive"\nseen = "2026-11-01"\n', "utf-8"
    )
    (gap,) = told(folder)
    assert gap.startswith("evidence/nora-lind.toml:") and "'died 1960', which is not stated" in gap


ON_A_SUBJECT = 'topic = [{ is = "occupation", basis = ["director"], judged_by = "editors" }]\n'


def test_only_a_film_on_a_subject_is_asked_for_a_stage_of_the_road(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    assert "no stage" not in "\n".join(notes(folder, inspect(folder)))


def test_notes_name_what_nothing_needs_and_stop_nobody(tmp_path: Path) -> None:
    folder = invented.written(tmp_path, about(LAMPLIGHTER))
    with (folder / "sources.toml").open("a", encoding="utf-8") as file:
        file.write('\n[rumour]\ncitation = "heard"\nrank = 4\n')
    (folder / "agents/jon-vold.toml").write_text(
        'id = "jon-vold"\nname = [{ is = "Jon Vold", preferred = true, sources = ["archive"] }]\n', "utf-8"
    )
    (folder / "evidence/jon-vold.toml").write_text(
        '[[evidence]]\nof = "name Jon Vold"\nsource = "archive"\nseen = "2026-11-01"\n', "utf-8"
    )
    found = inspect(folder)
    assert (found.problems, found.gaps) == ([], [])
    said = "\n".join(notes(folder, found))
    assert "source 'rumour' is used nowhere" in said
    assert "agent 'jon-vold' is named by no work" in said
    assert "no stage" in said


def about(text: str) -> str:
    """The invented film, with a subject."""
    return text.replace("director = ", f"{ON_A_SUBJECT}director = ", 1)


def test_a_remark_that_says_why_settles_a_note(tmp_path: Path) -> None:
    name = 'id = "jon-vold"\nname = [{ is = "Jon Vold", preferred = true, sources = ["archive"] }]\n'
    why = ', remark = "he wrote it down; no source tells of a stage" }'
    for remark in ("", why):
        texts = [text.replace(" }", remark or " }", 1) for text in (LAMPLIGHTER[LAMPLIGHTER.index("title") :], name)]
        folder = invented.written(
            tmp_path / ("why" if remark else "plain"),
            about(LAMPLIGHTER[: LAMPLIGHTER.index("title")] + texts[0]),
            jon_vold=texts[1],
        )
        said = "\n".join(notes(folder, inspect(folder)))
        assert ("'jon-vold' is named by no work" in said) is (not remark)
        assert ("no stage" in said) is (not remark)


def test_a_prize_that_may_be_a_recorded_films_is_noted(tmp_path: Path) -> None:
    for country, noted in (("NOR", True), ("", True), ("BFA", False)):
        folder = invented.written(tmp_path / (country or "none"))
        path = folder / "awards/harbour.csv"
        row = ROW.replace(",,,the-lamplighter-1931,", f",,{country},,")
        path.write_text(path.read_text("utf-8").replace(ROW, row, 1), "utf-8")
        said = [n for n in notes(folder, inspect(folder)) if "may be 'the-lamplighter-1931', and names no work" in n]
        assert bool(said) is noted and all(n.startswith(f"{path}:8:") for n in said)


def test_what_rests_on_one_weak_source_is_told(tmp_path: Path) -> None:
    folder = invented.written(tmp_path)
    path = folder / "sources.toml"
    path.write_text(path.read_text("utf-8").replace("rank = 2", "rank = 4"), "utf-8")
    thin = [one.removeprefix(f"{folder}/") for one in weak(folder, inspect(folder))]
    assert any(one.startswith(f"{WORK}:") and "rests on 'paper' alone" in one for one in thin), thin
    assert not any("director nora-lind" in one for one in thin), "the archive says so too"


# Off the theme, and in the record so that what is said of it can be checked.
_WITHOUT_STAGE = {"the-prisoner-of-chateau-d-if-1988"}


def test_every_work_with_a_topic_has_a_stage_and_every_source_is_used(record: Record) -> None:
    noted = list(notes(shipped("records"), record))
    bare = {note.split("/works/")[1].split(".toml")[0] for note in noted if "stage" in note and "/works/" in note}
    assert bare <= _WITHOUT_STAGE
    assert [note for note in noted if "is used nowhere" in note] == []
