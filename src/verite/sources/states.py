"""Which state a table means: by name, two- or three-letter code, and the year of the film.

Tables of today give today's states: *Russia* for a film of 1984, *Latvia* for one of 1975. States here are
those of their time, so the year decides between a state and the one that was in its place. Where two were
(Germany in 1970), the table's own word is kept.
"""

import csv
from functools import cache
from typing import NamedTuple

from verite.config import shipped
from verite.text import fold


class _State(NamedTuple):
    code: str
    successors: tuple[str, ...]
    years: tuple[tuple[int, int], ...]

    def was(self, year: int) -> bool:
        return not self.years or any(first <= year <= last for first, last in self.years)


@cache
def _states() -> tuple[dict[str, _State], dict[str, list[_State]]]:
    """By code, and by every folded word that a table may use for it."""
    by_code: dict[str, _State] = {}
    by_word: dict[str, list[_State]] = {}
    with (shipped("records") / "states.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            state = _State(row["code"], _split(row["successors"]), tuple(map(_span, _split(row["years"]))))
            by_code[state.code] = state
            words = {row["code"], row["name"], row["name"].removeprefix("the ")}
            for column in ("also", "codes", "spellings"):
                words.update(_split(row[column]))
            for word in words:
                by_word.setdefault(fold(word), []).append(state)
    return by_code, by_word


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _span(text: str) -> tuple[int, int]:
    first, _, last = text.partition("-")
    return int(first or 0), int(last or 9999)


def state(text: str, year: int | None = None) -> str | None:
    """The code of the state that a table calls so, as it was in that year; nothing for an unknown word.

    >>> state("Russia"), state("Russia", 1984), state("SU"), state("West Germany"), state("Germany", 1970)
    ('RUS', 'SUN', 'SUN', 'FRG', 'DEU')
    >>> state("Latvia", 1930), state("LV", 1975), state("CS", 1968), state("CS", 2005), state("Atlantis")
    ('LVA', 'SUN', 'CSK', 'SCG', None)
    """
    by_code, by_word = _states()
    meant = by_word.get(fold(text.strip()))
    if not meant:
        return None
    if year is None:
        return meant[0].code
    now = [one for one in meant if one.was(year)]
    if now:
        return now[0].code
    before = [one for one in by_code.values() if meant[0].code in one.successors and one.years and one.was(year)]
    # A code outlives its state: *CS* of 2005 is found above, *Soviet Union* of 1993 below.
    return before[0].code if len(before) == 1 else meant[0].code
