"""What a list must keep to: each constraint admits a film or not, and is verified afterwards on the list itself.

What is not on record is not admitted: a film of unknown length may be too long. How many fell for that is said.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.errors import ConfigError
from verite.model import Work

# From what age a film with such content is thought suitable: a rule of ours, not a classification. Films differ in how
# they show it; whoever plans a screening sees the film before.
_AGES = {
    "violence": 12, "war": 12, "execution": 14, "dead-bodies": 14, "death-of-a-child": 12, "children-in-danger": 12,
    "starvation": 12, "suicide": 14, "torture": 16, "mass-killing": 16, "sexual-violence": 16, "cannibalism": 16,
    "cruelty-to-animals": 14, "antisemitism": 12, "nudity": 14, "strong-language": 12,
}  # fmt: skip


class Limits(NamedTuple):
    """What somebody asks of a list; what is None or empty asks nothing."""

    made: tuple[int, int] | None = None
    minutes: tuple[int, int] | None = None
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    available: frozenset[str] | None = None  # works
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    age: int | None = None
    total: int | None = None  # minutes of all films together


class Kept(NamedTuple):
    """A constraint as it was found on the finished list."""

    words: str
    kept: bool


class _Constraint(NamedTuple):
    words: Callable[[Limits], str]
    asked: Callable[[Limits], bool]
    admits: Callable[[Limits, Work, Catalogue], bool]


def minutes(work: Work, catalogue: Catalogue) -> int | None:
    """The running time that the most sources give, the longest of these: a programme must not run over."""
    held = [s for s in catalogue.statements(work.id, "duration") if not s.negative]
    most = max((len(s.sources) for s in held), default=0)
    return max((int(s.value) for s in held if len(s.sources) == most), default=None)


def _values(property_: str, work: Work, catalogue: Catalogue) -> set[str]:
    return {str(s.value) for s in catalogue.statements(work.id, property_) if not s.negative}


def _short(limits: Limits, work: Work, catalogue: Catalogue) -> bool:
    length = minutes(work, catalogue)
    assert limits.minutes is not None
    return length is not None and limits.minutes[0] <= length <= limits.minutes[1]


def suitable_from(work: Work, catalogue: Catalogue) -> int | None:
    """The age from which the recorded content is thought suitable; None where nothing is on record."""
    content = _values("content", work, catalogue)
    return max((_AGES[one] for one in content), default=None)


def _for_age(limits: Limits, work: Work, catalogue: Catalogue) -> bool:
    age = suitable_from(work, catalogue)
    return age is not None and limits.age is not None and age <= limits.age


_CONSTRAINTS = (
    _Constraint(
        lambda x: f"made {_span(x.made)}", lambda x: x.made is not None,
        lambda x, work, _: work.year is not None and x.made is not None and x.made[0] <= work.year <= x.made[1],
    ),
    _Constraint(lambda x: f"{_span(x.minutes)} minutes long", lambda x: x.minutes is not None, _short),
    _Constraint(
        lambda x: f"spoken in {' or '.join(x.languages)}", lambda x: bool(x.languages),
        lambda x, work, catalogue: bool(_values("language", work, catalogue) & set(x.languages)),
    ),
    _Constraint(
        lambda x: f"from {' or '.join(x.countries)}", lambda x: bool(x.countries),
        lambda x, work, catalogue: bool(_values("country", work, catalogue) & set(x.countries)),
    ),
    _Constraint(lambda x: " or ".join(x.forms), lambda x: bool(x.forms), lambda x, work, _: work.form in x.forms),
    _Constraint(
        lambda _: "in the list of what is available", lambda x: x.available is not None,
        lambda x, work, _: x.available is not None and work.id in x.available,
    ),
    _Constraint(lambda x: f"without {', '.join(x.never)}", lambda x: bool(x.never), lambda x, work, _: work.id not in x.never),
    _Constraint(lambda x: f"thought suitable from {x.age}", lambda x: x.age is not None, _for_age),
)  # fmt: skip


def admitted(works: Sequence[Work], limits: Limits, catalogue: Catalogue) -> tuple[list[Work], dict[str, int]]:
    """The works that keep to every constraint on a single film, and how many each constraint leaves out."""
    left_out: dict[str, int] = {}
    found = []
    asked = [one for one in _CONSTRAINTS if one.asked(limits)]
    for work in works:
        broken = [one.words(limits) for one in asked if not one.admits(limits, work, catalogue)]
        for words in broken:
            left_out[words] = left_out.get(words, 0) + 1
        if not broken:
            found.append(work)
    return found, left_out


def contradictions(limits: Limits, n: int, catalogue: Catalogue) -> None:
    """Raise `ConfigError` for what cannot be kept together whatever the films are, naming the parts."""
    for span, what in ((limits.made, "years"), (limits.minutes, "minutes")):
        if span is not None and span[0] > span[1]:
            raise ConfigError(f"{what} from {span[0]} to {span[1]}: the first is after the last")
    if both := sorted(set(limits.must) & set(limits.never)):
        raise ConfigError(f"must be in the list, and must not be: {', '.join(both)}")
    if len(limits.must) > n:
        raise ConfigError(f"{len(limits.must)} films must be in a list of {n}")
    for id_ in limits.must:
        work = catalogue.work(id_)
        if work is None:
            raise ConfigError(f"must be in the list, but is not on record: {id_}")
        _, broken = admitted([work], limits._replace(must=()), catalogue)
        if broken:
            raise ConfigError(f"{work.title} must be in the list, but is not {'; nor '.join(broken)}")
    if limits.total is not None:
        needed = sum(minutes(work, catalogue) or 0 for id_ in limits.must if (work := catalogue.work(id_)))
        if needed > limits.total:
            raise ConfigError(f"the films that must be in it run {needed} minutes together; {limits.total} are allowed")


def verified(works: Sequence[Work], n: int, limits: Limits, catalogue: Catalogue) -> list[Kept]:
    """Every constraint held against the finished list."""
    found = [Kept(f"at most {n} films", len(works) <= n)]
    found += [
        Kept(f"every film {one.words(limits)}", all(one.admits(limits, w, catalogue) for w in works))
        for one in _CONSTRAINTS
        if one.asked(limits)
    ]
    held = {work.id for work in works}
    found += [Kept(f"with {id_}", id_ in held) for id_ in limits.must]
    if limits.total is not None:
        lengths = [minutes(work, catalogue) for work in works]
        known = None not in lengths
        found.append(
            Kept(f"at most {limits.total} minutes together", known and sum(x or 0 for x in lengths) <= limits.total)
        )
    return found


def _span(pair: tuple[int, int] | None) -> str:
    if pair is None:
        return ""
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}–{pair[1]}"
