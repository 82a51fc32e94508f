"""What evidence means, in a table of small cases: each rule of `judge`, with nothing but statements."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verite.judge import Ground, families, judge, outweighs
from verite.model import (
    Agreement,
    Candidate,
    Cited,
    Claim,
    Entry,
    Grade,
    Link,
    LinkStatus,
    Origin,
    Reason,
    Source,
    Span,
    Statement,
    Status,
    Work,
)

AGREES, EXCLUDES, DIFFERS = Agreement.AGREES, Agreement.EXCLUDES, Agreement.DIFFERS
UNCLEAR, NEITHER = Agreement.UNCLEAR, Agreement.NEITHER

SOURCES = {
    source.key: source
    for source in (
        Source("archive", "an archive", family="a", rank=1),
        Source("paper", "a newspaper", family="b", rank=2),
        Source("lexicon", "a lexicon", family="c", rank=3),
        Source("base", "an open database", family="d", rank=4),
        Source("base-copy", "a copy of it", family="e", derives_from=("d",), rank=4),
        Source("blog", "a private page", family="f", rank=4),
        Source("fan", "another private page", family="g", rank=4),
        Source("reprint", "the newspaper's text elsewhere", family="b", rank=3),
    )
}
WORK = Work("the-lamplighter-1931", "The Lamplighter", "The Lamplighter", 1931)
ENTRY = Entry(1, None, Span(0, 22), WORK.title, Span(0, 15), 1931)
MATCHED = Link(ENTRY, LinkStatus.MATCHED, WORK, 1.0, ())
CLAIM = Claim("director", "director", "Nora Lind", Span(30, 50), Span(30, 39))


def source(key: str) -> Source:
    return SOURCES[key]


def said(
    *sources: str, value: str = "x", not_so: bool = False, origin: Origin = Origin.RECORD, basis: tuple[str, ...] = ()
) -> Statement:
    cited = tuple(Cited(key) for key in sources)
    return Statement(WORK.id, "director", value, {}, cited, origin, not_so, basis)


def status(ground: Ground, claim: Claim = CLAIM, link: Link = MATCHED) -> tuple[str, str | None]:
    found = judge(claim, link, ground, source)
    return found.status.value, found.reason.value if found.reason else None


CASES = {
    # rule 3: what a statement does
    "a statement that agrees supports": (Ground(((said("paper"), AGREES),)), "supported", None),
    "one weak source is enough to support": (Ground(((said("blog"), AGREES),)), "supported", None),
    "a statement that excludes the claim refutes": (Ground(((said("paper"), EXCLUDES),)), "refuted", None),
    "a statement that says not so refutes": (Ground(((said("paper", not_so=True), AGREES),)), "refuted", None),
    "not so about something else is silence": (Ground(((said("paper", not_so=True), NEITHER),)), "unverified", "not-recorded"),
    "another value alone refutes nothing": (Ground(((said("paper"), DIFFERS),)), "unverified", "not-recorded"),
    "another value refutes where they are all there": (Ground(((said("paper"), DIFFERS),), complete=True), "refuted", None),
    "a near value forbids refuting by absence": (
        Ground(((said("paper"), DIFFERS), (said("archive"), UNCLEAR)), complete=True), "unverified", "not-recorded",
    ),
    "a near value does not save what is excluded": (
        Ground(((said("paper"), EXCLUDES), (said("archive"), UNCLEAR)), complete=True), "refuted", None,
    ),
    "other values beside one that agrees are no contradiction": (
        Ground(((said("paper"), AGREES), (said("archive"), DIFFERS)), complete=True), "supported", None,
    ),
    "not excluding it, a denied value says nothing": (Ground(((said("paper", not_so=True), DIFFERS),), complete=True), "unverified", "not-recorded"),
    # rule 3: what was read by our own kinds
    "what was read may support": (Ground(((said("paper", origin=Origin.READ), AGREES),)), "supported", None),
    "what was read never refutes": (Ground(((said("paper", origin=Origin.READ), EXCLUDES),)), "unverified", "not-recorded"),
    "nor does it with completeness declared": (
        Ground(((said("archive", origin=Origin.READ), DIFFERS),), complete=True), "unverified", "not-recorded",
    ),
    "what was read does not make a conflict": (
        Ground(((said("paper"), AGREES), (said("archive", origin=Origin.READ), EXCLUDES))), "supported", None,
    ),
    "a table refutes like the record": (Ground(((said("paper", origin=Origin.TABLE), DIFFERS),), complete=True), "refuted", None),
    # rule 4: for and against
    "two sources against each other conflict": (Ground(((said("paper"), AGREES), (said("archive"), EXCLUDES))), "conflicting", None),
    "so do two weak ones": (Ground(((said("blog"), AGREES), (said("base"), EXCLUDES))), "conflicting", None),
    "two good families outweigh one weak source": (
        Ground(((said("archive", "paper"), AGREES), (said("blog"), EXCLUDES))), "supported", None,
    ),
    "and against a claim too": (Ground(((said("blog"), AGREES), (said("archive", "paper"), EXCLUDES))), "refuted", None),
    "one good source does not outweigh a weak one": (Ground(((said("archive"), AGREES), (said("blog"), EXCLUDES))), "conflicting", None),
    "two weak families do not outweigh": (Ground(((said("blog"), AGREES), (said("base", "fan"), EXCLUDES))), "conflicting", None),
    "a reprint is not a second family": (Ground(((said("paper", "reprint"), AGREES), (said("blog"), EXCLUDES))), "conflicting", None),
    "two weak families are not outweighed": (
        Ground(((said("archive", "paper"), AGREES), (said("blog", "base"), EXCLUDES))), "conflicting", None,
    ),
    "a weak source and its copy are one": (
        Ground(((said("archive", "paper"), AGREES), (said("base", "base-copy"), EXCLUDES))), "supported", None,
    ),
    "an inference is not outweighed": (
        Ground(((said("archive", "paper"), AGREES), (said(basis=("event.release",)), EXCLUDES))), "conflicting", None,
    ),
    "of several right values one that agrees is enough": (
        Ground(((said("blog"), AGREES), (said("archive"), EXCLUDES)), any_of=True), "supported", None,
    ),
    "several right values and none of them agrees": (Ground(((said("archive"), EXCLUDES),), any_of=True), "refuted", None),
    # in doubt
    "one weak source does not refute": (Ground(((said("blog"), EXCLUDES),)), "unverified", "weak-source"),
    "nor does its copy help it": (Ground(((said("base", "base-copy"), EXCLUDES),)), "unverified", "weak-source"),
    "two weak families do": (Ground(((said("base", "blog"), EXCLUDES),)), "refuted", None),
    "an inference refutes": (Ground(((said(basis=("event.release",), not_so=True), AGREES),)), "refuted", None),
    # rule 5: silence
    "one weak source that declares them all refutes nothing by absence": (
        Ground(((said("archive", "paper"), DIFFERS),), complete=True, declared=(Cited("base"),)), "unverified", "weak-source",
    ),
    "nor with a copy of itself": (
        Ground(((said("archive"), DIFFERS),), complete=True, declared=(Cited("base"), Cited("base-copy"))), "unverified", "weak-source",
    ),
    "two weak families that declare it do": (
        Ground(((said("archive"), DIFFERS),), complete=True, declared=(Cited("base"), Cited("blog"))), "refuted", None,
    ),
    "who declares them all is not asked where a value excludes": (
        Ground(((said("paper"), EXCLUDES),), complete=True, declared=(Cited("base"),)), "refuted", None,
    ),
    "silence refutes nothing": (Ground(), "unverified", "not-recorded"),
    "nor does silence declared complete": (Ground(complete=True), "unverified", "not-recorded"),
    "a kind may say why": (Ground(otherwise=Reason.OUTSIDE_SCOPE), "unverified", "outside-scope"),
}  # fmt: skip


@pytest.mark.parametrize(("ground", "expected", "reason"), CASES.values(), ids=CASES.keys())
def test_evidence_decides(ground: Ground, expected: str, reason: str | None) -> None:
    assert status(ground) == (expected, reason)


SOFT = {
    "hedged": CLAIM._replace(hedged=True),
    "attributed": CLAIM._replace(attributed=True),
    "quoted": CLAIM._replace(quoted=True),
    "incomplete-text": CLAIM._replace(incomplete=True),
    "seen-only": CLAIM._replace(grade=Grade.SEEN),
}


@pytest.mark.parametrize(("reason", "claim"), SOFT.items(), ids=SOFT.keys())
def test_a_soft_claim_may_be_supported_but_never_refuted(reason: str, claim: Claim) -> None:
    assert status(Ground(((said("paper"), AGREES),)), claim) == ("supported", None)
    assert status(Ground(((said("archive", "paper"), EXCLUDES),)), claim) == ("unverified", reason)
    assert status(Ground(), claim) == ("unverified", reason)


def test_a_soft_claim_on_which_sources_disagree_is_conflicting() -> None:
    ground = Ground(((said("paper"), AGREES), (said("archive"), EXCLUDES)))
    assert status(ground, SOFT["hedged"]) == ("conflicting", None)


def test_a_denial_turns_the_evidence_round() -> None:
    denied = CLAIM._replace(negative=True)
    assert status(Ground(((said("paper"), AGREES),)), denied) == ("refuted", None)
    assert status(Ground(((said("paper", not_so=True), AGREES),)), denied) == ("supported", None)
    assert status(Ground(((said("paper"), EXCLUDES),)), denied) == ("supported", None)
    assert status(Ground(((said("paper"), DIFFERS),), complete=True), denied) == ("supported", None)
    assert status(Ground(((said("paper"), DIFFERS),)), denied) == ("unverified", "not-recorded")
    assert status(Ground(), denied) == ("unverified", "not-recorded")


def test_what_was_read_refutes_no_denial_either() -> None:
    denied = CLAIM._replace(negative=True)
    assert status(Ground(((said("archive", origin=Origin.READ), AGREES),)), denied) == ("unverified", "not-recorded")


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (LinkStatus.UNKNOWN, "film-unknown"),
        (LinkStatus.NONEXISTENT, "film-unknown"),
        (LinkStatus.AMBIGUOUS, "link-ambiguous"),
    ],
)
def test_without_a_certain_film_nothing_is_judged(found: LinkStatus, reason: str) -> None:
    link = MATCHED._replace(status=found, work=None)
    assert status(Ground(((said("paper"), AGREES),)), link=link) == ("unverified", reason)
    assert status(Ground(((said("archive", "paper"), EXCLUDES),)), link=link) == ("unverified", reason)


def test_claims_are_not_judged_against_the_wrong_film() -> None:
    other = Candidate(Work("the-ferry-1934", "The Ferry", "The Ferry", 1934), 0.7, ("the prose names its people",))
    link = MATCHED._replace(fits=other)
    assert status(Ground(((said("archive"), EXCLUDES),)), link=link) == ("unverified", "wrong-film")
    assert status(Ground(((said("archive"), AGREES),)), link=link) == ("unverified", "wrong-film")


def test_a_refutation_shows_what_refutes_it_and_whether_that_was_complete() -> None:
    against = said("paper")
    found = judge(CLAIM, MATCHED, Ground(((against, DIFFERS),), complete=True), source)
    assert [(e.statement, e.complete) for e in found.evidence] == [(against, True)]


def test_a_conflict_shows_both_sides() -> None:
    for_, against = said("paper"), said("archive")
    found = judge(CLAIM, MATCHED, Ground(((for_, AGREES), (against, EXCLUDES))), source)
    assert [e.statement for e in found.evidence] == [against, for_]


def test_what_is_unclear_is_shown_with_the_doubt() -> None:
    near = said("paper")
    found = judge(CLAIM, MATCHED, Ground(((near, UNCLEAR),)), source)
    assert [e.statement for e in found.evidence] == [near]


def test_a_copy_is_no_second_witness() -> None:
    assert families([said("base", "base-copy")], source) == {"d"}
    assert families([said("paper", "reprint")], source) == {"b"}
    assert families([said("paper"), said("archive")], source) == {"a", "b"}


def test_to_outweigh_takes_two_families_and_a_good_one() -> None:
    assert outweighs([said("archive", "paper")], [said("blog")], source)
    assert outweighs([said("lexicon", "blog")], [said("base")], source)
    assert not outweighs([said("archive")], [said("blog")], source)
    assert not outweighs([said("archive", "paper")], [said("lexicon")], source)


_SAID = st.builds(
    lambda keys, not_so, origin: said(*sorted(keys), not_so=not_so, origin=origin),
    st.sets(st.sampled_from(sorted(SOURCES)), min_size=1, max_size=3),
    st.booleans(),
    st.sampled_from(Origin),
)
_GROUND = st.builds(
    Ground,
    st.lists(st.tuples(_SAID, st.sampled_from(Agreement)), max_size=5).map(tuple),
    st.booleans(),
    st.booleans(),
    declared=st.sets(st.sampled_from(sorted(SOURCES)), max_size=2).map(lambda keys: tuple(map(Cited, sorted(keys)))),
)
_CLAIMS = st.sampled_from([CLAIM, CLAIM._replace(negative=True), *SOFT.values()])


@given(_GROUND, _CLAIMS)
def test_a_statement_that_agrees_never_turns_supported_into_refuted(ground: Ground, claim: Claim) -> None:
    before = judge(claim, MATCHED, ground, source)
    if before.status is Status.SUPPORTED and not claim.negative:
        more = ground._replace(said=(*ground.said, (said("lexicon"), AGREES)))
        assert judge(claim, MATCHED, more, source).status in (Status.SUPPORTED, Status.CONFLICTING)


@given(_GROUND, _CLAIMS)
def test_every_verdict_has_evidence_or_a_reason(ground: Ground, claim: Claim) -> None:
    found = judge(claim, MATCHED, ground, source)
    if found.status is Status.UNVERIFIED:
        assert found.reason is not None
    else:
        assert found.reason is None
        assert found.evidence
    if found.status is Status.REFUTED:
        assert all(e.statement.origin is not Origin.READ for e in found.evidence)


@given(_GROUND)
def test_what_was_read_alone_refutes_nothing(ground: Ground) -> None:
    only = tuple((s._replace(origin=Origin.READ), how) for s, how in ground.said)
    for claim in (CLAIM, CLAIM._replace(negative=True)):
        assert judge(claim, MATCHED, ground._replace(said=only), source).status is not Status.REFUTED
