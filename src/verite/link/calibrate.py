"""The linker's weights, set for one catalogue: among a million titles more are like each other than among a thousand.

Questions with known answers are made from the catalogue's own titles: mistyped ones, which should be found; titles
spliced from two, and titles whose film is hidden, which should not. A logistic regression on a few traits (see
`odds`) learns from them how likely a like title is to be a slip, a wrong film counting twice a missed one. The
same for years: how likely a film of that very title and another year is to be the one meant. Deterministic for one
catalogue.
"""

import random
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np

from verite import titles
from verite.catalogue import Catalogue
from verite.catalogue.postings import Near, Postings
from verite.link.hit import Hit, year_gap
from verite.link.odds import by_year, few, margins, slip_traits, year_traits
from verite.link.search import searched
from verite.model import Entry, Span

ASKED = 2000  # questions of each sort: a few seconds in all
_WRONG = 2.0  # what a wrong film costs, a missed one being 1
_ABSENT = 3  # films that a list names and a catalogue lacks, for each whose year is far off
_FAR = 25  # years that a wrong year is off at most
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Tried(NamedTuple):
    """The best answer to one question: its traits, and whether it is the film meant."""

    traits: tuple[float, ...]
    right: bool


def calibrate(catalogue: Catalogue) -> dict[str, Any]:
    """Weights for `odds.summed`: `slip` and `year`. Nothing for a small catalogue, which is scanned."""
    postings = catalogue.postings
    if postings is None:
        return {}
    chance = random.Random(len(postings))
    slips = [*_slips(_drawn(postings, ASKED, chance), catalogue, chance), *_absent(postings, catalogue, chance)]
    years = [
        *_wrong_years(_drawn(postings, 2 * ASKED, chance), catalogue, chance),
        *_namesakes(_drawn(postings, 2 * ASKED * _ABSENT, chance), catalogue),
    ]
    return {"slip": fitted(slips), "year": fitted(years)}


def _drawn(postings: Postings, most: int, chance: random.Random) -> list[Near]:
    """Titles drawn by chance, those of hardly a letter and those without a year left out."""
    drawn = np.array([chance.randrange(len(postings)) for _ in range(most)])
    return [name for name in postings.names(drawn) if name.year and len(name.key) > 3]


def _spelt(name: Near, catalogue: Catalogue) -> str:
    """A title's words with its articles."""
    found = (titled.title for titled in catalogue.titled(name.key) if titled.lead == name.lead)
    title = next(found, name.key)
    return " ".join(titles.words(title)) if titles.key(title) == name.key else name.key


def _slips(names: list[Near], catalogue: Catalogue, chance: random.Random) -> Iterator[Tried]:
    """Mistyped titles, one year in four off by one."""
    for name in names:
        typed, year = slip(_spelt(name, catalogue), chance), name.year + chance.choice((0, 0, 0, 0, 0, 0, -1, 1))
        if found := _likest(typed, year, catalogue):
            traits, lead = found
            yield Tried(traits, lead == name.lead)


def _absent(postings: Postings, catalogue: Catalogue, chance: random.Random) -> Iterator[Tried]:
    """Titles of films that are not there: hidden ones, and inventions."""
    for name in _drawn(postings, ASKED, chance):
        if found := _likest(_spelt(name, catalogue), name.year, catalogue, hidden=name):
            yield Tried(found[0], False)
    for one, other in zip(_drawn(postings, ASKED, chance), _drawn(postings, ASKED, chance), strict=False):
        if found := _likest(splice(_spelt(one, catalogue), _spelt(other, catalogue)), one.year, catalogue):
            yield Tried(found[0], False)


def _likest(
    title: str, year: int, catalogue: Catalogue, hidden: Near | None = None
) -> tuple[tuple[float, ...], int] | None:
    """The traits of the best answer by likeness, and its film; nothing where a key decides."""
    entry = _asked(title, year)
    key = titles.key(title)
    if any(titled.lead != (hidden.lead if hidden else 0) for titled in catalogue.titled(key)):
        return None
    hits = [hit for hit in searched(entry, catalogue) if hidden is None or hit.lead != hidden.lead]
    if not hits:
        return None
    top, margin = margins(entry, hits)[0]
    if not few(top.edits, top.asked):
        return None
    return slip_traits(entry, top, margin, catalogue, key if hidden else ""), top.lead


def _wrong_years(names: list[Near], catalogue: Catalogue, chance: random.Random) -> Iterator[Tried]:
    """Titles with a year that is not theirs: whether the nearest film of the title is the one that was meant."""
    for name in names:
        year = name.year + chance.choice((-1, 1)) * chance.randint(2, _FAR)
        if found := _dated(name.key, year, catalogue):
            traits, lead = found
            yield Tried(traits, lead == name.lead)


def _namesakes(names: list[Near], catalogue: Catalogue) -> Iterator[Tried]:
    """Films that are hidden, while another of their title is there."""
    for name in names:
        if found := _dated(name.key, name.year, catalogue, hidden=name.lead):
            yield Tried(found[0], False)


def _dated(key: str, year: int, catalogue: Catalogue, hidden: int = 0) -> tuple[tuple[float, ...], int] | None:
    """The traits of the nearest film of a title, and the film; nothing where the year decides."""
    entry = _asked(key, year)
    films: dict[int, tuple[int, ...]] = {}
    for titled in catalogue.titled(key):
        if titled.lead != hidden:
            films[titled.lead] = (*films.get(titled.lead, ()), *titled.years)
    ranked = by_year(entry, (Hit(lead, key, "", "key", 1.0, years, key=key) for lead, years in films.items()))
    gap = year_gap(entry, ranked[0].years) if ranked else None
    if gap is None or gap <= 1:
        return None
    return year_traits(entry, ranked, catalogue, bool(hidden)), ranked[0].lead


def _asked(key: str, year: int) -> Entry:
    return Entry(1, None, Span(0, 0), key, Span(0, 0), year)


def fitted(tried: Iterable[Tried]) -> list[float]:
    """Weights of a logistic regression on the traits (Newton's method, slightly shrunk)."""
    rows = list(tried)
    design = np.array([one.traits for one in rows])
    right = np.array([one.right for one in rows], float)
    cost = np.where(right == 1.0, 1.0, _WRONG)
    weights = np.zeros(design.shape[1])
    shrink = np.eye(len(weights)) * 0.5
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
