"""What evidence means: statements -> status. The only place that decides it.

In doubt, unverified. The rules, in the order in which they are tried:

1. The work first: no certain link, no verdict on what is said of it.
2. A hedge, an attribution, a quotation, a sentence cut short or a claim that was only *seen* may be
   supported, never refuted. Where a denial stands by a claim that was not read, neither.
3. A statement that agrees supports; one that excludes the claim, or says *not so*, is against it;
   one that differs is against it only where the property holds one value or the record declares
   that it holds them all, and such a refutation weighs no more than who declares it. What was *read* in a reference text is never against anything.
4. For and against: the side that clearly weighs more (see `outweighs`) decides, else the sources conflict.
5. Silence refutes nothing: with no statement on the matter, completeness alone decides nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from verite.model import (
    Agreement,
    Cited,
    Claim,
    Evidence,
    Grade,
    Link,
    LinkStatus,
    Origin,
    Reason,
    Source,
    Statement,
    Status,
)


class Ground(NamedTuple):
    """What the record holds on one claim: each statement with how it stands to the claim.

    `complete`: the record declares, for the scope of this claim, that these are all.
    `declared`: who declares it; a refutation by absence weighs no more than they do.
    `any_of`: several values are right at once, so one that agrees is enough (years).
    `otherwise`: why the claim stays unverified if nothing decides it.
    """

    said: tuple[tuple[Statement, Agreement], ...] = ()
    complete: bool = False
    any_of: bool = False
    otherwise: Reason = Reason.NOT_RECORDED
    declared: tuple[Cited, ...] = ()


class Judgement(NamedTuple):
    status: Status
    reason: Reason | None = None
    evidence: tuple[Evidence, ...] = ()


Sources = Callable[[str], Source]


def judge(claim: Claim, link: Link, ground: Ground, source: Sources) -> Judgement:
    """The status of a claim, its reason if unverified, and the statements that decided."""
    if link.status is not LinkStatus.MATCHED:
        unknown = link.status is not LinkStatus.AMBIGUOUS
        return Judgement(Status.UNVERIFIED, Reason.FILM_UNKNOWN if unknown else Reason.LINK_AMBIGUOUS)
    if link.fits is not None:
        return Judgement(Status.UNVERIFIED, Reason.WRONG_FILM)
    pro, contra = _sides(claim, ground)
    shown = tuple(Evidence(said, ground.complete) for said in (*contra, *pro))
    if claim.denied:  # *it wasn't N who directed it*: what agrees with N supports nothing here
        return Judgement(Status.UNVERIFIED, Reason.SEEN_ONLY, shown)
    if pro and (ground.any_of or not contra):
        return Judgement(Status.SUPPORTED, None, tuple(Evidence(said, ground.complete) for said in pro))
    if not contra:
        near = tuple(Evidence(said, ground.complete) for said, how in ground.said if how is Agreement.UNCLEAR)
        return Judgement(Status.UNVERIFIED, _soft(claim) or ground.otherwise, near)
    if pro:
        if outweighs(pro, contra, source):
            return Judgement(Status.SUPPORTED, None, tuple(Evidence(s, ground.complete) for s in (*pro, *contra)))
        if not outweighs(contra, pro, source):
            return Judgement(Status.CONFLICTING, None, shown)
    if reason := _soft(claim):
        return Judgement(Status.UNVERIFIED, reason, shown)
    if max(_weight(contra, source), _declared(ground, contra, source)) >= 4:
        return Judgement(Status.UNVERIFIED, Reason.WEAK_SOURCE, shown)
    return Judgement(Status.REFUTED, None, shown)


def _sides(claim: Claim, ground: Ground) -> tuple[list[Statement], list[Statement]]:
    pro: list[Statement] = []
    contra: list[Statement] = []
    # Where a value agrees, other values beside it are no contradiction: films have two directors.
    agrees = any(how is Agreement.AGREES and not said.negative for said, how in ground.said)
    differing = ground.complete and not agrees and all(how is not Agreement.UNCLEAR for _, how in ground.said)
    for said, how in ground.said:
        if how is Agreement.AGREES:
            (contra if said.negative else pro).append(said)
        elif (how is Agreement.EXCLUDES or (how is Agreement.DIFFERS and differing)) and not said.negative:
            contra.append(said)
    if claim.negative:
        pro, contra = contra, pro
    return pro, [said for said in contra if said.origin is not Origin.READ]


def _soft(claim: Claim) -> Reason | None:
    """What in the sentence forbids a refutation."""
    if claim.hedged:
        return Reason.HEDGED
    if claim.attributed:
        return Reason.ATTRIBUTED
    if claim.quoted:
        return Reason.QUOTED
    if claim.incomplete:
        return Reason.INCOMPLETE_TEXT
    return Reason.SEEN_ONLY if claim.grade is Grade.SEEN else None


def _weight(said: Sequence[Statement], source: Sources) -> int:
    """The best rank among the sources of these statements (1 best); an editors' inference counts as 3."""
    ranks = [source(cited.key).rank for s in said for cited in s.sources]
    ranks += [3 for s in said if s.basis and not s.sources]
    independent = len(families(said, source))
    best = min(ranks, default=4)
    return 3 if best == 4 and independent >= 2 else best


def _declared(ground: Ground, contra: Sequence[Statement], source: Sources) -> int:
    """The rank of the best declaration that these are all, where absence is what is against the claim: two families of
    rank 4 weigh 3, as statements do. A declaration of the record itself has been weighed when it was written."""
    absent = not any((s, Agreement.EXCLUDES) in ground.said or (s, Agreement.AGREES) in ground.said for s in contra)
    if not absent or not ground.declared:
        return 1
    held = [source(cited.key) for cited in ground.declared]
    best = min(s.rank for s in held)
    return 3 if best == 4 and len(_independent(held)) > 1 else best


def families(said: Sequence[Statement], source: Sources) -> frozenset[str]:
    """The independent families behind these statements: a copy is no second witness."""
    return _independent([source(cited.key) for s in said for cited in s.sources])


def _independent(found: Sequence[Source]) -> frozenset[str]:
    # A third party's extract of a table is no witness beside others, even of its own family: it leaves out what it had no
    # column for. (Counted as one, IMDb's extracts refuted a true country of a list, and noticed no more errors.)
    named = {s.family or s.key for s in found}
    copies = {s.family or s.key for s in found if s.derives_from and set(s.derives_from) & named}
    return frozenset(named - copies) or frozenset(named)


def enough(said: Sequence[Statement], source: Sources) -> bool:
    """Whether so many tell of it that what none of them names is not so: two independent families, one of them of rank 3
    or better, or three."""
    told = telling(said)
    best = min((source(c.key).rank for s in told for c in s.sources), default=4)
    return len(families(told, source)) > (1 if best < 4 else 2)


def telling(said: Sequence[Statement]) -> list[Statement]:
    """The statements that may exclude another value: not denials, nor what was read in a reference text."""
    return [s for s in said if not s.negative and s.origin is not Origin.READ]


def excluding(stood: Iterable[tuple[Statement, Agreement]]) -> tuple[tuple[Statement, Agreement], ...]:
    """What differs, as what excludes: of values that so many name that one which none of them names is none of them.
    Where one of them may be the very value that is claimed, nothing is excluded."""
    held = tuple(stood)
    if any(how in (Agreement.AGREES, Agreement.UNCLEAR) for _, how in held):
        return held
    return tuple((said, Agreement.EXCLUDES if how is Agreement.DIFFERS else how) for said, how in held)


def outweighs(one: Sequence[Statement], other: Sequence[Statement], source: Sources) -> bool:
    """Whether one side clearly weighs more: two independent families or more, one of them of rank 3 or
    better, against a single family of rank 4."""
    return (
        min((source(c.key).rank for s in one for c in s.sources), default=4) <= 3
        and len(families(one, source)) >= 2
        and len(families(other, source)) <= 1
        and min((source(c.key).rank for s in other for c in s.sources), default=4) >= 4
        and not any(s.basis for s in other)
    )
