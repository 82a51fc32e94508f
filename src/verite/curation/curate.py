"""From a theme to a list: who belongs, what each is worth, the best set, in the order of the road."""

from collections.abc import Sequence
from typing import NamedTuple

from verite import titles
from verite.catalogue import Catalogue
from verite.curation import aspects, constraints
from verite.curation.choose import Choice, Item, choose, marginal
from verite.curation.constraints import Kept, Limits
from verite.curation.qualify import Candidate, candidates
from verite.curation.standing import Standing, standing
from verite.curation.theme import Theme
from verite.curation.years import span
from verite.errors import ConfigError
from verite.model import Work

_STAGES = ("arrest", "interrogation", "transport", "camp", "flight", "exile", "return", "memory", "outside")
_RELEVANCE, _STANDING = 2.0, 4.0  # what the two are worth beside one new stage
_NEAR = 5  # near misses that are named


class Pick(NamedTuple):
    """A film of the list: why it belongs, how it stands, and what it added to the films before it. `adds` are its
    values that no other film of the list has."""

    work: Work
    candidate: Candidate
    standing: Standing
    gain: float
    adds: tuple[str, ...]


class Curated(NamedTuple):
    """A list and how it came about."""

    theme: Theme
    picks: tuple[Pick, ...]
    choice: Choice
    kept: tuple[Kept, ...]
    considered: int
    left_out: dict[str, int]  # constraint -> candidates that it leaves out
    near: tuple[Pick, ...]  # films that all but came in, the nearest first
    all_works: tuple[Work, ...]  # every film that belongs to the theme

    @property
    def works(self) -> tuple[Work, ...]:
        return tuple(pick.work for pick in self.picks)


def curate(
    theme: Theme,
    catalogue: Catalogue,
    *,
    n: int = 10,
    limits: Limits | None = None,
    works: Sequence[Work] | None = None,
) -> Curated:
    """The list of `n` films on a theme, from `works` (else all works of the record). Deterministic.

    Raises `ConfigError` if the constraints contradict one another, or no film is left.
    """
    limits = limits or Limits()
    if n < 1:
        raise ConfigError(f"a list of {n} films is none")
    constraints.contradictions(limits, n, catalogue)
    pool = works if works is not None else catalogue.works
    if limits.made is not None:  # asked first: it takes no look-up
        pool = [
            work
            for work in pool
            if work.year is None or limits.made[0] <= work.year <= limits.made[1] or work.id in limits.must
        ]
    found = _once(sorted(candidates(theme, pool, catalogue), key=lambda c: c.work.id))
    admitted, left_out = constraints.admitted([c.work for c in found], limits, catalogue)
    by_id = {c.work.id: c for c in found}
    for id_ in limits.must:
        if id_ not in by_id and (work := catalogue.work(id_)) is not None:  # wanted, though off the theme
            by_id[id_] = Candidate(work, 0.0, ())
            admitted.append(work)
    if limits.total is not None:
        admitted = [work for work in admitted if constraints.minutes(work, catalogue) is not None]
    if not admitted:
        raise ConfigError(_nothing(theme, len(found), left_out))
    most = max((c.relevance for c in by_id.values()), default=1.0) or 1.0
    stands = {work.id: standing(work, catalogue) for work in admitted}
    items = [_item(by_id[work.id], most, stands[work.id], catalogue) for work in sorted(admitted, key=lambda w: w.id)]
    choice = choose(items, n, limits.must, limits.total)
    chosen = [work for key in choice.keys if (work := catalogue.work(key)) is not None]
    picks = _picks(chosen, choice, by_id, stands, catalogue)
    kept = constraints.verified(chosen, n, limits, catalogue)
    near = _near(items, choice, by_id, stands)
    return Curated(theme, picks, choice, tuple(kept), len(found), left_out, near, tuple(c.work for c in found))


def _once(found: Sequence[Candidate]) -> list[Candidate]:
    """Each film once: a catalogue of many sources may hold one under two ids that nothing joins."""
    held: dict[tuple[str, int | None], Candidate] = {}
    for candidate in found:
        work = candidate.work
        at = (titles.key(work.original_title), work.year)
        if at not in held or (":" in held[at].work.id and ":" not in work.id):  # our record's own id
            held[at] = candidate
    return sorted(held.values(), key=lambda c: c.work.id)


def _item(candidate: Candidate, most: float, stands: Standing, catalogue: Catalogue) -> Item:
    values = aspects.values(candidate.work, catalogue)
    worth = {aspect.name: aspect.worth for aspect in aspects.ASPECTS}
    own = _RELEVANCE * candidate.relevance / most + _STANDING * stands.value
    pairs = {(name, value): worth[name] for name, held in values.items() for value in sorted(held)}
    return Item(candidate.work.id, round(own, 6), pairs, constraints.minutes(candidate.work, catalogue) or 0)


def _picks(
    chosen: Sequence[Work],
    choice: Choice,
    by_id: dict[str, Candidate],
    stands: dict[str, Standing],
    catalogue: Catalogue,
) -> tuple[Pick, ...]:
    """The chosen films along the road: by the first stage that they show, then by the time in which they are set;
    documentaries after the stories."""
    gains = dict(zip(choice.keys, choice.gains, strict=True))
    values = {work.id: aspects.values(work, catalogue) for work in chosen}
    picks = []
    for work in chosen:
        others = [values[other.id] for other in chosen if other.id != work.id]
        adds = tuple(
            value
            for aspect in aspects.ASPECTS
            for value in sorted(values[work.id][aspect.name])
            if not any(value in held[aspect.name] for held in others)
        )
        picks.append(Pick(work, by_id[work.id], stands[work.id], gains[work.id], adds))
    return tuple(sorted(picks, key=lambda pick: _place(pick.work, values[pick.work.id], catalogue)))


def _place(work: Work, values: dict[str, frozenset[str]], catalogue: Catalogue) -> tuple[bool, int, int, str]:
    stage = min((_STAGES.index(one) for one in values["stage"] if one in _STAGES), default=len(_STAGES))
    times = [found for s in catalogue.statements(work.id, "set_time") if (found := span(str(s.value)))]
    looks_back = work.form in ("documentary", "television-documentary")  # over the whole road: it comes last
    return looks_back, stage, min((first for first, _ in times), default=work.year or 9999), work.id


def _near(
    items: Sequence[Item], choice: Choice, by_id: dict[str, Candidate], stands: dict[str, Standing]
) -> tuple[Pick, ...]:
    """The films that would add most to the list as it is."""
    held = set(choice.keys)
    gains = marginal([item for item in items if item.key in held], [item for item in items if item.key not in held])
    best = sorted(gains.items(), key=lambda pair: (-pair[1], pair[0]))[:_NEAR]
    return tuple(Pick(by_id[key].work, by_id[key], stands[key], round(gain, 6), ()) for key, gain in best)


def _nothing(theme: Theme, found: int, left_out: dict[str, int]) -> str:
    if not found:
        return f"nothing on record belongs to the theme {theme.name!r}: {theme.rule}"
    worst = sorted(left_out.items(), key=lambda pair: -pair[1])
    parts = "; ".join(f"{n} are not {words}" for words, n in worst)
    return f"{found} films on record belong to {theme.name!r}, and none of them keeps to all that is asked: {parts}"
