"""What no kind has read and yet seems to speak of something that can be checked: said in the report, and never judged."""

import pytest

from verite.catalogue import Catalogue
from verite.checking import check
from verite.model import Grade, Reason, Status, Verdict
from verite.report import headline
from verite.writers import text

from .invented import HEADING

NOTICED = {
    "Sweden put it forward for the Oscars.": "nomination",
    "The Harbour jury could not resist it: first prize!": "award",
    "Swedish money, which explains a lot.": "country",
    "It sailed past the censor without a cut.": "ban",
    "He lived through every mile of it himself!": "true_story",
    "Bring a good two hours for this.": "duration",
    "Nine nominations were what the year brought.": "count",
}


def noticed(prose: str, catalogue: Catalogue, label: str = "Fact") -> list[Verdict]:
    return [v for v in report(prose, catalogue, label).verdicts if v.claim.unresolved]


def report(prose: str, catalogue: Catalogue, label: str = "Fact"):  # type: ignore[no-untyped-def]
    return check(f"{HEADING}\n{label}: {prose}\n", catalogue=catalogue).lists[0]


@pytest.mark.parametrize(("prose", "kind"), NOTICED.items())
def test_a_clause_that_no_kind_reads_is_put_under_what_it_speaks_of(prose: str, kind: str, given: Catalogue) -> None:
    assert kind in [v.claim.kind for v in noticed(prose, given)]


@pytest.mark.parametrize("prose", NOTICED)
def test_what_is_only_noticed_is_never_judged(prose: str, given: Catalogue) -> None:
    for verdict in noticed(prose, given):
        assert (verdict.status, verdict.reason) == (Status.UNVERIFIED, Reason.SEEN_ONLY)
        assert (verdict.claim.grade, verdict.evidence, verdict.fix) == (Grade.SEEN, (), None)


@pytest.mark.parametrize("prose", NOTICED)
def test_a_noticed_clause_counts_as_not_read(prose: str, given: Catalogue) -> None:
    one = report(prose, given)
    assert one.coverage.unread
    assert "not read" in headline(one)
    assert "Safe to use" not in headline(one)


def test_the_terminal_says_what_a_clause_seems_to_be_about(given: Catalogue) -> None:
    whole = check(f"{HEADING}\nFact: Sweden put it forward for the Oscars.\n", catalogue=given)
    assert "for the Oscars.” – a nomination, a prize?" in " ".join(text.write(whole).split())


@pytest.mark.parametrize(
    "prose",
    [
        "It was directed by Nora Lind.",
        "It won the Silver Lamp at the Harbour Festival.",
        "A haunting masterpiece.",
        "Bring a coat.",
        "One of those evenings that one remembers.",
    ],
)
def test_nothing_is_noticed_in_what_is_read_and_in_what_says_nothing(prose: str, given: Catalogue) -> None:
    assert noticed(prose, given) == []


def test_a_deed_in_the_story_is_noticed_where_the_story_is_on_record(given: Catalogue) -> None:
    assert [v.claim.kind for v in noticed("The lamplighter goes for a long walk.", given, "Description")] == ["story"]
    assert noticed("The lamplighter goes for a long walk.", given) == []


def test_the_words_of_notes_are_no_words_of_a_film(given: Catalogue) -> None:
    one = check(
        f"{HEADING}\nFact: It was directed by Nora Lind.[^1]\n\n[^1]: Otto Brandt directed it and won the Golden Lamp, a paper, 1931.\n",
        catalogue=given,
    ).lists[0]
    assert {v.status for v in one.verdicts if v.claim.kind in ("director", "award")} == {Status.SUPPORTED}


@pytest.mark.parametrize(
    ("prose", "kind"),
    [
        ("Sweden took part.", "country"),
        ("A joint venture with Sweden.", "country"),
        ("Danish and Swedish television.", "country"),
        ("Swedes had to wait twenty years for it.", "ban"),
        ("It was taken off the air after three episodes.", "ban"),
        ("The snow you see is Swedish.", "filming_place"),
        ("From the life of Ida Moe.", "true_story"),
        ("He was there himself.", "true_story"),
        ("Strictly speaking, from Brandt's prose.", "based_on"),
        ("Locarno saw it first, in Switzerland.", "premiere"),
    ],
)
def test_other_words_for_the_same_are_noticed_as_well(prose: str, kind: str, given: Catalogue) -> None:
    assert kind in [v.claim.kind for v in report(prose, given).verdicts]


@pytest.mark.parametrize(
    "prose", ["A lamp is lit.", "Nobody speaks for long.", "The best direction is north.", "Nothing is said."]
)
def test_plain_prose_is_not_noticed(prose: str, given: Catalogue) -> None:
    assert [v.claim.kind for v in noticed(prose, given) if v.claim.kind != "language"] == []
