"""Which films belong to a theme, and by what: each reason points at the statements that give it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.curation.theme import Condition, Theme
from verite.curation.years import overlap
from verite.model import Statement, Work

_ANY = "*"  # any value


class Reason(NamedTuple):
    """A condition of the theme that a film meets, and the statements by which."""

    statements: tuple[Statement, ...]
    weight: float


class Candidate(NamedTuple):
    """A film that belongs to the theme. `relevance` is what its reasons weigh together."""

    work: Work
    relevance: float
    reasons: tuple[Reason, ...]


def candidates(theme: Theme, works: Iterable[Work], catalogue: Catalogue) -> Iterator[Candidate]:
    """The films among `works` that the theme takes in, in the order given."""
    for work in works:
        reasons = tuple(_met(theme.qualifies, work.id, catalogue))
        if not reasons:
            continue
        if theme.needs and not any(_met(theme.needs, work.id, catalogue)):
            continue
        if any(_met(theme.excludes, work.id, catalogue)):
            continue
        yield Candidate(work, sum(reason.weight for reason in reasons), reasons)


def _of_one(statements: list[list[Statement]]) -> list[list[Statement]]:
    """Where several properties of a condition tell of characters, they must tell of the same one: a film with a woman
    in it and a prisoner in it is no film on a woman in prison."""
    told = [
        {s.qualifiers.get("character") for s in found} for found in statements if found[0].qualifiers.get("character")
    ]
    if len(told) < 2:
        return statements
    same = set.intersection(*told)
    return [[s for s in found if s.qualifiers.get("character") in (None, *same)] for found in statements]


def _met(conditions: Iterable[Condition], work: str, catalogue: Catalogue) -> Iterator[Reason]:
    for condition in conditions:
        statements = [
            [s for s in _said(name, work, catalogue) if _agrees(s, name, values, condition, catalogue)]
            for name, values in condition.properties
        ]
        if all(statements) and all(statements := _of_one(statements)):
            yield Reason(tuple(s for found in statements for s in found), condition.weight)


def _said(name: str, work: str, catalogue: Catalogue) -> Iterator[Statement]:
    first, _, further = name.partition(".")
    for said in catalogue.statements(work, first):
        if said.negative:
            continue
        if further == "gender":
            yield from catalogue.statements(str(said.value), further)
        else:
            yield said


def _agrees(said: Statement, name: str, values: tuple[str, ...], condition: Condition, catalogue: Catalogue) -> bool:
    of = condition.of
    if of and name == "camp" and str(said.qualifiers.get("of") or "") not in of:
        return False
    if said.property == "story" and said.qualifiers.get("mode", "shown") != "shown":
        return False  # a fate in the end titles is not what a film is about
    if _ANY in values:
        return True
    if name == "based_on.by":
        return str(said.qualifiers.get("by")) in values
    type_ = catalogue.registry[said.property].type
    value = str(said.value)
    if type_ in ("place", "state"):
        return any(catalogue.place_within(value.lower(), wanted.lower()) for wanted in values)
    if type_ == "date":
        return any(overlap(value, wanted) for wanted in values)
    return value in values
