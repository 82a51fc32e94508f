"""The contract of a claim kind: what every kind keeps without knowing of it."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import event, settings
from hypothesis import given as given_text
from hypothesis import strategies as st

from verite import explain
from verite.catalogue import Catalogue
from verite.checking import check
from verite.claims import BY_NAME, KINDS
from verite.claims.kind import Kind
from verite.clauses import Sentence
from verite.model import Claim, Status
from verite.properties import registry
from verite.sources.record import Record

from . import invented
from .asked import Answer, ask
from .invented import HEADING

LABELS = ("Description", "Fact")
EXAMPLES = [
    pytest.param(kind, prose, status, id=f"{kind.name}: {prose}")
    for kind in KINDS
    for prose, status in kind.examples.items()
]
CLAIMS = [
    pytest.param(kind, prose, id=f"{kind.name}: {prose}")
    for kind in KINDS
    for prose, status in kind.examples.items()
    if prose and status is not None
]

ROOT = Path(__file__).parents[1]
LISTS = [ROOT / "examples/ten-gulag-films.txt", *sorted((ROOT / "bench/gold").glob("0[1-9].[mt][dx]*"))]


def entry(prose: str, label: str) -> str:
    return f"{HEADING}\n{label}: {prose}\n" if prose else f"{HEADING}\n"


def answers(kind: Kind, prose: str, catalogue: Catalogue) -> list[tuple[str, Answer]]:
    """Under which labels the prose makes a claim of this kind, and what is said of it."""
    asked = [(label, ask(entry(prose, label), catalogue)) for label in LABELS]
    return [(label, answer) for label, answer in asked if answer.of(kind.name)]


@pytest.mark.parametrize(("kind", "prose", "status"), EXAMPLES)
def test_an_example_holds(kind: Kind, prose: str, status: Status | None, given: Catalogue) -> None:
    found = answers(kind, prose, given)
    said = {v.status for _, answer in found for v in answer.of(kind.name)}
    assert said == ({status} if status else set()), "\n".join(answer.told() for _, answer in found)


@pytest.mark.parametrize(("kind", "prose"), CLAIMS)
def test_a_quote_makes_its_claim_again(kind: Kind, prose: str, given: Catalogue) -> None:
    found = answers(kind, prose, given)
    assert found, "no claim to quote"
    for label, answer in found:
        for verdict in answer.of(kind.name):
            quote = answer.quote(verdict)
            again = ask(entry(quote, label), given)
            claims = [(v.claim.property, v.claim.value, again.quote(v)) for v in again.of(kind.name)]
            assert (verdict.claim.property, verdict.claim.value) in [claim[:2] for claim in claims], (
                f"{quote!r} gives {claims}"
            )


def claims(text: str, catalogue: Catalogue) -> list[Claim]:
    return [verdict.claim for verdict in ask(text, catalogue).verdicts]


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_what_a_kind_asks_first_drops_none_of_its_claims(
    kind: Kind, given: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    prose = " ".join(kind.examples)
    text = f"{entry(prose, 'Description')}\nFact: {prose}\n"
    found = claims(text, given)
    told_yes(monkeypatch)
    assert claims(text, given) == found


@pytest.mark.parametrize("path", LISTS, ids=[path.name for path in LISTS])
def test_what_kinds_ask_first_drops_no_claim_of_a_list(
    path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = path.read_text("utf-8")
    found = claims(text, catalogue)
    told_yes(monkeypatch)
    assert claims(text, catalogue) == found


def told_yes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Sentence, "says", lambda sentence, words: True)
    patch.setattr(Sentence, "names", lambda sentence, *types: True)


@pytest.fixture(scope="module")
def silent(given_record: Record) -> Catalogue:
    """A record that knows the film's title and year, the names of people, prizes and places, and nothing more."""
    works = {s.subject for s in given_record.statements if s.property == "title"}
    known = invented.without(
        given_record,
        lambda s: (
            s.property in ("award", "falsehood") or (s.subject in works and s.property not in ("title", "year", "form"))
        ),
    )
    return invented.compiled(invented.undeclared(known))


@pytest.mark.parametrize(("kind", "prose"), CLAIMS)
def test_silence_refutes_nothing(kind: Kind, prose: str, silent: Catalogue) -> None:
    for label in LABELS:
        answer = ask(entry(prose, label), silent)
        assert answer.report.links[0].work is not None
        spoken = [v for v in answer.verdicts if v.status in (Status.REFUTED, Status.CONFLICTING)]
        # a release ten years before the year that is on record is refuted by that year, a list by itself: no silence
        wrong = [
            v
            for v in spoken
            if {e.statement.property for e in v.evidence} != {"year"}
            and {e.statement.subject for e in v.evidence} != {"list"}
        ]
        assert not wrong, answer.told()


_SENTENCES = sorted({prose for kind in KINDS for prose in kind.examples if prose})
_ODD = st.sampled_from([
    "’", "“", "”", "—", "…", "\u00a0", "\u202f", "\u200b", "\u00ad", "\ufeff", "\u2028", "\r", "\t", "\x0b", "\x1c", "\x85",
    "İ", "ß", "ﬁ", "e\u0301", "👩‍🎤", "\U0001f1f3\U0001f1f4", "ё", "Й", "ქ", "映画", "\u202e", "((((", "[](", "{", "<!--", "1e9", "²", "½", "٣", "Ⅳ", "'s", "''s",
    "10th th", "who whose which", "and and", "by by by", ", , ,", "not never no", "\ud7ff", "\U0010ffff",
])  # fmt: skip
_WHOLE = st.sampled_from(_SENTENCES)
_CUT = st.builds(lambda s, a, b: s[min(a, b) : max(a, b)], _WHOLE, st.integers(0, 60), st.integers(0, 60))
_MIXED = st.builds(lambda s, at, odd: s[:at] + odd + s[at:], _WHOLE, st.integers(0, 60), _ODD | st.text(max_size=6))
_SHUFFLED = st.builds(
    lambda words: " ".join(words),
    st.lists(st.sampled_from(sorted({w for s in _SENTENCES for w in s.split()})), max_size=25),
)
PROSE = st.lists(_WHOLE | _CUT | _MIXED | _SHUFFLED | _ODD | st.text(max_size=20), max_size=5).map(" ".join)


@settings(max_examples=300)
@given_text(PROSE, st.sampled_from(["Description: ", "Fact: ", "", "Note: ", "Описание: "]), st.booleans())
def test_no_text_raises(given: Catalogue, prose: str, label: str, introduced: bool) -> None:
    head = f"{prose}\n\n" if introduced else ""
    text = f"{head}{HEADING}\n{label}{prose}\n"
    one = check(text, catalogue=given).lists[0]
    event(f"{min(len(one.verdicts), 6)} verdicts")
    for verdict in one.verdicts:
        start, end = verdict.claim.span
        assert 0 <= start <= end <= len(text)
        assert start <= verdict.claim.value_span.start <= verdict.claim.value_span.end <= len(text)


@pytest.mark.parametrize(
    "prose",
    [
        "It won a prize at the ²th festival in ²²²².",
        "Here are ² films.",
        f"Here are {'1' * 5000} films.",
        f"It won {'1' * 5000} prizes at the {'1' * 5000}th festival, set in {'9' * 5000}.",
        "Set in 1911-٣٤ and the 19²0s, it runs ½ hour.",
        "(" * 500 + "It was directed by " + ")" * 500,
        "who " * 2000,
        "the lamplighter, " * 1500,
        "and the novel by Ida Moe of the novel by " * 300,
    ],
    ids=lambda p: p[:24],
)
def test_odd_figures_and_endless_sentences_do_not_raise(prose: str, given: Catalogue) -> None:
    check(f"{prose}\n\n{HEADING}\nDescription: {prose}\nFact: {prose}\n", catalogue=given)


REWORDED = [
    (row["of"], row.get("label", "Description"), way)
    for row in tomllib.loads((Path(__file__).parent / "rewordings.toml").read_text("utf-8"))["verdict"]
    for way in [*row["ways"], *row.get("not_yet", ())]
]
_WORDS = sorted({word for _, _, way in REWORDED for word in way.split()})
_WAYS = st.sampled_from([way for _, _, way in REWORDED])
LISTED = st.lists(
    st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join)
    | st.builds(
        lambda a, b, at, to: f"{a[min(at, to) : max(at, to)]} {b}", _WAYS, _WAYS, st.integers(0, 60), st.integers(0, 60)
    ),
    min_size=1,
    max_size=3,
).map(" ".join)


@given_text(st.sampled_from(sorted({heading for heading, _, _ in REWORDED})), LISTED)
def test_no_text_on_real_films_raises(catalogue: Catalogue, heading: str, prose: str) -> None:
    check(f"{heading}\nDescription: {prose}\nFact: {prose}\n", catalogue=catalogue)


def test_a_quote_makes_its_claim_again_in_the_words_of_lists(catalogue: Catalogue) -> None:
    lost = []
    for heading, label, way in REWORDED:
        for verdict in (answer := ask(f"{heading}\n{label}: {way}\n", catalogue)).verdicts:
            if verdict.claim.kind in ("existence", "year", "opinion") or verdict.claim.unresolved:
                continue
            quote = answer.quote(verdict)
            again = ask(f"{heading}\n{label}: {quote}\n", catalogue).of(verdict.claim.kind)
            if (verdict.claim.value, verdict.status) not in [(v.claim.value, v.status) for v in again]:
                lost.append((verdict.claim.kind, way, quote))
    assert lost == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.name)
def test_a_kind_shows_what_it_reads_and_what_it_does_not(kind: Kind) -> None:
    if kind.name in ("existence", "year", "count", "opinion", "other"):
        return  # of the heading, of the whole list, of no statement
    statuses = set(kind.examples.values())
    assert None in statuses, "no sentence that it must not match"
    assert Status.SUPPORTED in statuses or Status.REFUTED in statuses


def test_every_file_of_a_kind_is_listed() -> None:
    folder = Path(explain.__file__).parent / "claims"
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "kind"}
    assert files == set(BY_NAME)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.name)
def test_every_kind_has_a_page(kind: Kind) -> None:
    page = explain.page(kind.name)
    assert len(page.splitlines()) > 4
    assert page.startswith(kind.name)
    assert kind.property in registry()
    assert registry()[kind.property].kind == kind.name


def test_every_code_belongs_to_one_property_and_has_a_page() -> None:
    codes = [p.code for p in registry().values() if p.code]
    assert len(codes) == len(set(codes))
    for property_ in registry().values():
        if property_.code and property_.kind in BY_NAME:
            assert property_.code in explain.page(property_.code)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.name)
def test_a_kind_stands_under_the_name_of_its_file(kind: Kind) -> None:
    module = __import__(f"verite.claims.{kind.name}", fromlist=["KIND"])
    assert module.KIND is kind
    assert (module.__doc__ or "").strip()
