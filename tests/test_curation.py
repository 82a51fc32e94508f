"""Curation on the shipped record: who belongs, the best set, what is asked of it, and sentences that the checker proves."""

import random
import re
from datetime import datetime
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

import verite
from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.checking import check_texts
from verite.cli import main
from verite.config import shipped
from verite.curation import constraints, lists, programme, prose, theme
from verite.curation.asked import asked
from verite.curation.choose import Item, choose, worth
from verite.curation.constraints import Limits
from verite.curation.curate import curate
from verite.curation.prose.slots import Slots
from verite.curation.prose.wording import faults
from verite.errors import ConfigError
from verite.model import Status

THEMES = theme.known()


@cache
def held() -> Catalogue:
    return open_record()


@cache
def written(name: str) -> lists.List:
    return lists.curate(name, catalogue=held())


def test_the_fourteen_themes_ship() -> None:
    assert {"gulag", "great-terror", "deportations", "special-settlements", "kolyma", "solovki", "holodomor", "katyn",
            "soviet-dissidents", "stalin", "women-in-the-camps", "children", "return-and-memory",
            "shelved-films"} == set(THEMES)  # fmt: skip


@pytest.mark.parametrize("name", THEMES)
def test_every_sentence_of_a_theme_is_found_again_and_supported(name: str) -> None:
    found = written(name)
    report = check_texts([("-", str(found))], held()).lists[0]
    wrong = [
        v.message for v in report.verdicts if v.status is not Status.SUPPORTED and v.entry and not v.claim.unresolved
    ]
    assert wrong == []
    text = report.list.text
    assert [text[s.start : s.end] for s in report.coverage.unread if s.start > text.index("1. ")] == []
    for entry, link in zip(found.written.entries, report.links, strict=True):
        assert link.work is not None
        assert link.work.id == entry.work.id
        for sentence in (*entry.description, *entry.fact, *entry.note):
            start = text.index(sentence.text, link.entry.span.start)
            assert any(v.claim.span.start >= start and v.claim.span.end <= start + len(sentence.text) for v in report.verdicts), sentence.text  # fmt: skip


@pytest.mark.parametrize("name", THEMES)
def test_every_entry_says_something_and_rests_on_statements(name: str) -> None:
    for entry in written(name).written.entries:
        assert entry.description, entry.heading
        for sentence in (*entry.description, *entry.fact, *entry.note):
            assert sentence.statements, sentence.text
            assert not list(faults(sentence.text)), sentence.text


@pytest.mark.parametrize("name", THEMES)
def test_a_list_has_ten_films_where_the_record_holds_them(name: str) -> None:
    found = written(name).curated
    assert len(found.picks) == min(10, found.considered)
    assert all(kept.kept for kept in found.kept)


def test_two_runs_give_the_same_list() -> None:
    assert str(lists.curate("gulag", catalogue=held())) == str(lists.curate("gulag", catalogue=held()))


def test_the_gulag_list_is_of_the_gulag() -> None:
    works = {pick.work.id for pick in written("gulag").curated.picks}
    assert "the-prisoner-of-chateau-d-if-1988" not in works
    assert "the-ascent-1977" not in works
    stages = {str(s.value) for work in works for s in held().statements(work, "stage")} - {"outside"}
    assert len(stages) >= 7


def test_an_own_sentence_takes_the_place_of_ours() -> None:
    own = {"repentance-1986": {"fact": "Tengiz Abuladze directed it."}}
    found = lists.curate("gulag", catalogue=held(), own=own)
    entry = next(e for e in found.written.entries if e.work.id == "repentance-1986")
    assert [s.text for s in entry.fact] == ["Tengiz Abuladze directed it."]


@pytest.mark.parametrize("name", THEMES)
def test_the_ending_is_told_only_on_request(name: str) -> None:
    told = {"is executed", "is killed", " dies", "is released", " returns", "is rehabilitated", "is amnestied"}
    text = "\n".join(s.text for e in written(name).written.entries for s in e.description)
    assert [words for words in told if words in text] == []


def test_endings_are_proven_too() -> None:
    found = lists.curate("great-terror", catalogue=held(), ending=True)
    report = check_texts([("-", str(found))], held()).lists[0]
    assert {v.status for v in report.verdicts if v.entry and not v.claim.unresolved} == {Status.SUPPORTED}


def test_a_greedy_choice_is_near_the_best_there_is() -> None:
    draw = random.Random(7)
    for _ in range(40):
        pool = [
            Item(
                f"w{i}", draw.random(), {("stage", str(draw.randrange(6))): 1.0, ("land", str(draw.randrange(8))): 0.8}
            )
            for i in range(12)
        ]
        found = choose(pool, 4)
        best = max(worth(some) for some in combinations(pool, 4))
        assert found.proven
        assert found.worth == pytest.approx(best)
        assert found.bound >= best - 1e-6


def test_the_bound_is_never_below_the_best() -> None:
    draw = random.Random(11)
    for _ in range(10):
        pool = [
            Item(f"w{i:02}", draw.random(), {("a", str(draw.randrange(9))): 1.0, ("b", str(draw.randrange(9))): 0.5})
            for i in range(60)
        ]
        found = choose(pool, 3)
        best = max(worth(some) for some in combinations(pool, 3))
        assert best <= found.bound + 1e-6
        assert found.worth >= 0.99 * best


def test_two_hundred_sets_of_constraints_are_kept_or_refused() -> None:
    draw = random.Random(3)
    kept = refused = 0
    for _ in range(200):
        first = draw.randrange(1930, 2020)
        limits = Limits(
            made=draw.choice([None, (first, first + draw.randrange(-2, 60))]),
            minutes=draw.choice([None, (0, draw.randrange(40, 200))]),
            languages=draw.choice([(), (), ("ru",), ("pl", "de")]),
            countries=draw.choice([(), (), ("SUN",), ("POL", "DEU")]),
            forms=draw.choice([(), (), ("feature",), ("documentary", "television-documentary")]),
            must=draw.choice([(), (), ("repentance-1986",), ("katyn-2007", "the-way-back-2010")]),
            never=draw.choice([(), ("the-way-back-2010",)]),
            total=draw.choice([None, None, draw.randrange(60, 900)]),
        )
        n = draw.randrange(1, 13)
        name = draw.choice(THEMES)
        try:
            found = curate(theme.read(shipped("themes") / f"{name}.toml"), held(), n=n, limits=limits)
        except ConfigError as error:
            refused += bool(str(error))
            continue
        kept += 1
        assert all(one.kept for one in found.kept), (name, n, limits, found.kept)
    assert kept > 50
    assert refused > 20


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Limits(made=(1990, 1980)), "the first is after the last"),
        (Limits(must=("katyn-2007",), never=("katyn-2007",)), "must be in the list, and must not be"),
        (Limits(must=("nobody-1900",)), "is not on record: nobody-1900"),
        (Limits(must=("repentance-1986",), minutes=(0, 60)), "Repentance must be in the list, but is not 0–60 minutes long"),
        (Limits(must=("repentance-1986",), total=60), "153 minutes together; 60 are allowed"),
        (Limits(countries=("ISL",)), "none of them keeps to all that is asked"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named(limits: Limits, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        curate(theme.read(shipped("themes") / "gulag.toml"), held(), limits=limits)


def test_what_is_not_known_of_a_film_is_not_taken_for_suitable() -> None:
    found = [work for work in held().works if constraints.suitable_from(work, held()) is None]
    works, left_out = constraints.admitted(found, Limits(age=18), held())
    assert works == []
    assert left_out == {"thought suitable from 18": len(found)}


@pytest.mark.parametrize(
    ("wish", "title"),
    [
        ("films by Larisa Shepitko", "The Ascent"),
        ("films set in Kazakhstan", "The Gift to Stalin"),
        ("films after Solzhenitsyn", "One Day in the Life of Ivan Denisovich"),
        ("Golden Bear winners", "The Ascent"),
        ("Georgian films", "Repentance"),
        ("films shot in Norway", "One Day in the Life of Ivan Denisovich"),
    ],
)
def test_a_wish_in_words_is_understood(wish: str, title: str) -> None:
    found = verite.curate(wish, catalogue=held())
    assert title in [work.title for work in found.curated.works]


def test_years_of_a_wish_are_kept() -> None:
    found = verite.curate("Polish films of the 1980s", catalogue=held())
    assert found.curated.works
    assert all(work.year and 1980 <= work.year <= 1989 for work in found.curated.works)


@pytest.mark.parametrize("wish", ["", "gulags", "../../etc/passwd", "films about unicorns", "a" * 5000, "\0", "films by Nobody At All"])  # fmt: skip
def test_an_unknown_theme_is_named_with_the_known_ones(wish: str) -> None:
    with pytest.raises(ConfigError, match="no theme") as raised:
        asked(wish, held())
    assert "gulag" in str(raised.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("topik = 'gulag'", "unknown property 'topik'; did you mean 'topic'"),
        ("topic = 'gulg'", "'gulg' is no value of it; did you mean 'gulag'"),
        ("topic = 'gulag'\nweight = 'much'", "weight must be a number"),
        ("weight = 1", "a condition needs a property"),
    ],
)
def test_a_theme_with_a_fault_is_refused(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f"title = 'x'\nheading = 'Films'\nrule = 'y'\n[[qualifies]]\n{line}\n", "utf-8")
    with pytest.raises(ConfigError, match=said):
        theme.read(path)


def test_a_theme_of_ones_own_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "norway.toml"
    path.write_text(
        "title = 'Norway'\nheading = 'Films shot in Norway'\nrule = 'Shot there.'\n[[qualifies]]\nfiling_place = 'nor'\n".replace(
            "filing", "filming"
        ),
        "utf-8",
    )
    assert [w.id for w in lists.curate(str(path), catalogue=held()).curated.works]


def test_evenings_keep_to_their_minutes_and_use_every_evening() -> None:
    works = written("gulag").curated.works
    found = programme.evenings(works, 4, 120, held())
    assert len(found) == 4
    assert all(0 < one.films <= 120 and one.works for one in found)
    with pytest.raises(ConfigError, match="for 9 evenings"):
        programme.evenings(works, 9, 100, held())


def test_a_calendar_is_folded_and_escaped() -> None:
    found = programme.evenings(written("gulag").curated.works, 3, 140, held())
    text = programme.calendar(found, datetime(2027, 1, 10, 19, 0), 7, "Films, and; more\nlines")
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "X-WR-CALNAME:Films\\, and\\; more lines" in lines
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 3
    assert "DTSTART:20270124T190000" in lines


@pytest.mark.parametrize("text", ["a gripping film", "his journey home", "worse than the camps", "the victims", "liquidated as a kulak"])  # fmt: skip
def test_words_that_no_sentence_may_use_are_found(text: str) -> None:
    assert list(faults(text))


@pytest.mark.parametrize("text", ["It was shot in Norway.", "He called it “the most horrific camp”.", "Two prisoners escape."])  # fmt: skip
def test_plain_words_are_let_be(text: str) -> None:
    assert not list(faults(text))


def test_markdown_has_a_note_with_a_source_for_every_sentence() -> None:
    found = written("gulag")
    text = prose.as_markdown(found.written, held())
    sentences = sum(len(e.description) + len(e.fact) + len(e.note) for e in found.written.entries)
    assert text.count("\n[^") == sentences


def test_the_command_writes_a_list_that_check_accepts(tmp_path: Path) -> None:
    out = tmp_path / "gulag.txt"
    run = CliRunner().invoke(main, ["curate", "gulag", "-n", "5", "-o", str(out), "--why", "--balance"])
    assert run.exit_code == 0, run.output
    assert "no set is worth more than" in run.output or "no better set exists" in run.output
    assert CliRunner().invoke(main, ["check", str(out)]).exit_code == 0


@pytest.mark.parametrize("name", THEMES)
def test_no_two_of_ten_entries_share_the_form_of_a_sentence(name: str) -> None:
    frames = [s.frame for e in written(name).written.entries for s in (*e.description, *e.fact)]
    assert sorted(set(frames)) == sorted(frames)


def test_a_life_is_told_only_with_its_years_and_only_of_before_the_film() -> None:
    """*was exiled*, of a writer kept out of his country in 2013, is no word on Stalin's terror."""
    for name in THEMES:
        for entry in written(name).written.entries:
            for sentence in entry.fact:
                if re.search(
                    r"\bwas (?:him|her)?(?:self )?(?:arrested|imprisoned|exiled|deported|sentenced)\b", sentence.text
                ):
                    years = [int(year) for year in re.findall(r"\b\d{4}\b", sentence.text)]
                    assert years, sentence.text
                    assert min(years) < (entry.work.year or 9999), sentence.text


def test_who_resisted_in_one_source_is_not_said_to_have_confessed() -> None:
    held_works = [w for w in held().works if w.id == "within-the-whirlwind-2009"]
    text = str(prose.write(held_works, held(), prose.Subject("the Gulag", "gulag"), heading="Films about the Gulag"))
    assert "interrogated" in text
    assert "confess" not in text


def test_a_place_within_another_is_not_named_beside_it() -> None:
    for name in THEMES:
        for entry in written(name).written.entries:
            for sentence in entry.description:
                places = [str(s.value) for s in sentence.statements if s.property == "set_place"]
                assert not {wide for p in places for wide in Slots(entry.work, held()).around(p)} & set(places)


def test_what_is_worth_knowing_beforehand_stands_apart() -> None:
    notes = [entry.note for name in THEMES for entry in written(name).written.entries if entry.note]
    assert notes
    for note in notes:
        assert {s.property for sentence in note for s in sentence.statements} == {"content"}


def test_a_sentence_does_not_begin_like_the_one_before_it_more_often_than_not() -> None:
    pairs = [
        (one.text.split()[:2], two.text.split()[:2])
        for name in THEMES
        for entry in written(name).written.entries
        for one, two in pairwise([*entry.description, *entry.fact])
    ]
    assert sum(one == two for one, two in pairs) / len(pairs) < 0.05


def test_languages_states_and_films_are_asked_for_by_name_or_code() -> None:
    run = CliRunner().invoke
    by_name = run(main, ["curate", "deportations", "-n", "3", "--language", "Polish", "--country", "Poland"])
    by_code = run(main, ["curate", "deportations", "-n", "3", "--language", "pl", "--country", "POL"])
    assert by_name.exit_code == 0
    assert by_name.stdout == by_code.stdout
    with_film = run(main, ["curate", "gulag", "-n", "2", "--must", "Khrustalyov, My Car! (1998)"])
    assert "Khrustalyov, My Car! (1998)" in with_film.stdout


def test_a_language_that_is_none_names_the_nearest() -> None:
    result = CliRunner().invoke(main, ["curate", "gulag", "--language", "Polsh"])
    assert result.exit_code == 2
    assert "did you mean 'polish'" in result.stderr


def test_nobody_is_told_that_a_film_was_nominated_for_what_it_won() -> None:
    for name in THEMES:
        for entry in written(name).written.entries:
            rows = [s.qualifiers for sentence in entry.fact for s in sentence.statements if s.property == "award"]
            won = {row["category"] for row in rows if row.get("result") == "won"}
            assert not [row for row in rows if row.get("result") == "nominated" and row["category"] in won]
