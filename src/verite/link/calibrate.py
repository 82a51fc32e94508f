"""The linker's weights, set for one catalogue: among a million titles more are like each other than among a thousand.

Questions with known answers are made from the catalogue's own titles: mistyped ones, which should be found; titles
spliced from two, and titles whose film is hidden, which should not. A logistic regression on a few traits (see
`likeness.traits`) learns from them how likely a like title is to be a slip, a wrong film counting twice a missed one. The
same for years: how far off a year may be before a namesake is likelier than a slip. Deterministic for one catalogue.
"""

import random
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np

from verite.catalogue import Catalogue
from verite.catalogue.postings import Near
from verite.link import likeness
from verite.link.candidates import margins, searched, year_gap
from verite.model import Entry, Span

ASKED = 500  # questions of each sort: a second's work
_WRONG = 2.0  # what a wrong film costs, a missed one being 1
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Tried(NamedTuple):
    """The best answer to one question: its traits, and whether it is the film meant."""

    traits: tuple[float, ...]
    right: bool


def calibrate(catalogue: Catalogue) -> dict[str, Any]:
    """`weights` and `conflict` of `decide.Limits`. Nothing for a small catalogue, which is scanned."""
    postings = catalogue.postings
    if postings is None:
        return {}
    chance = random.Random(len(postings))
    drawn = (postings.name(chance.randrange(len(postings))) for _ in range(8 * ASKED))
    names = [name for name in drawn if name.year and len(name.key) > 3]
    tried = [*_slips(names[:ASKED], catalogue, chance), *_absent(names[ASKED : 4 * ASKED], catalogue)]
    return {"weights": fitted(tried), "conflict": _conflict(names[4 * ASKED :], catalogue, chance)}


def _slips(names: list[Near], catalogue: Catalogue, chance: random.Random) -> Iterator[Tried]:
    """Mistyped titles, one year in four off by one."""
    for name in names:
        typed, year = slip(name.key, chance), name.year + chance.choice((0, 0, 0, 0, 0, 0, -1, 1))
        if typed != name.key and (found := _best(typed, year, catalogue)):
            traits, lead = found
            yield Tried(traits, lead == name.lead)


def _absent(names: list[Near], catalogue: Catalogue) -> Iterator[Tried]:
    """Titles of films that are not there: hidden ones, and inventions."""
    third = len(names) // 3
    for name in names[:third]:
        if found := _best(name.key, name.year, catalogue, hidden=name.lead):
            yield Tried(found[0], False)
    for one, other in zip(names[third : 2 * third], names[2 * third :], strict=False):
        if found := _best(splice(one.key, other.key), one.year, catalogue):
            yield Tried(found[0], False)


def _best(key: str, year: int, catalogue: Catalogue, hidden: int = 0) -> tuple[tuple[float, ...], int] | None:
    """The traits of the best answer by likeness, and its film; nothing where a key decides."""
    entry = Entry(1, None, Span(0, 0), key, Span(0, 0), year)
    hits = [hit for hit in searched(entry, catalogue) if hit.lead != hidden]
    if not hits or any(hit.edits == 0 for hit in hits):
        return None
    top, margin = margins(entry, hits)[0]
    return likeness.traits(year_gap(entry, top.years), margin, len(key), top.edits), top.lead


def fitted(tried: Iterable[Tried]) -> list[float]:
    """Weights of a logistic regression on the traits (Newton's method, slightly shrunk)."""
    rows = list(tried)
    design = np.array([one.traits for one in rows])
    right = np.array([one.right for one in rows], float)
    cost = np.where(right == 1.0, 1.0, _WRONG)
    weights = np.zeros(design.shape[1])
    shrink = np.eye(len(weights)) * 0.05
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        curve = cost * np.maximum(chance * (1 - chance), 1e-6)
        step = np.linalg.solve(
            design.T @ (design * curve[:, None]) + shrink, design.T @ (cost * (right - chance)) - shrink @ weights
        )
        weights += step
        if float(np.abs(step).max()) < 1e-6:
            break
    return [round(float(weight), 4) for weight in weights]


def _conflict(names: list[Near], catalogue: Catalogue, chance: random.Random) -> float:
    """Years for each word of a title that its year may be off, if no other film has it: the namesakes of hidden films
    are held against slips of 4 to 25 years. Lists hold about three films that a catalogue lacks for one such slip."""
    slips: list[tuple[float, bool]] = []
    for one in names:
        words = len(one.key.split())
        films = {titled.lead: titled for titled in catalogue.titled(one.key)}
        if len(films) == 1:
            slips.append((chance.randint(4, 25) / words, True))
        elif len(films) == 2:
            other = next(titled for lead, titled in films.items() if lead != one.lead)
            gap = min((abs(year - one.year) for year in other.years), default=99)
            if gap > 1:
                slips.append((gap / words, False))

    def gain(limit: int) -> float:
        return sum((0.25 if right else -0.75 * _WRONG) for gap, right in slips if gap <= limit)

    return float(max(range(26), key=lambda limit: (gain(limit), -limit)))


def slip(text: str, chance: random.Random) -> str:
    """One or two slips of the hand: a letter left out, doubled, swapped or another one."""
    for _ in range(chance.choice((1, 1, 2))):
        at = chance.randrange(len(text))
        text = chance.choice(
            (
                text[:at] + text[at + 1 :],
                text[:at] + text[at : at + 1] * 2 + text[at + 1 :],
                text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :],
                text[:at] + chance.choice(_LETTERS) + text[at + 1 :],
            )
        )
        text = text or "a"
    return text


def splice(one: str, other: str) -> str:
    """The first half of one title and the second of another: what invented films are called."""
    a, b = one.split(), other.split()
    return " ".join([*a[: (len(a) + 1) // 2], *b[len(b) // 2 :]])
