"""How a film stands: its prizes, in how many independent places it is written about, and how much can be told of it.

Never one site's score, and no count of votes. A prize counts by what a table of it says; attention counts the
*families* of sources (a hundred copies of one encyclopedia are one), weighed by rank, with what came later worth
more: what is still written of thirty years on lasts.
"""

from math import log2
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.model import Work

_TOLD = ("director", "year", "country", "topic", "story", "based_on", "event", "set_place", "true_story")
_WEIGHT = {1: 1.0, 2: 1.0, 3: 0.6, 4: 0.3}  # of a source by rank: 1 archive, festival ... 4 open database
_WON, _NAMED = 1.0, 0.4
_TELLS = ("story", "set_place", "set_time", "cast", "event")  # what an entry of a list is made from


class Standing(NamedTuple):
    """`prizes` won and `named` (nominated, shortlisted, special); `families` of sources that tell of it."""

    prizes: int
    named: int
    families: int
    value: float  # 0 to 1


def standing(work: Work, catalogue: Catalogue) -> Standing:
    won = named = 0
    seen = set()
    for said in catalogue.statements(work.id, "award"):
        q = said.qualifiers
        at = (q.get("table"), q.get("category"), q.get("year"), q.get("result"))
        if at in seen:
            continue
        seen.add(at)
        won += q.get("result") == "won"
        named += q.get("result") in ("nominated", "shortlisted", "special")
    families: dict[str, float] = {}
    for property_ in _TOLD:
        for said in catalogue.statements(work.id, property_):
            for cited in said.sources:
                source = catalogue.source(cited.key)
                weight = _WEIGHT.get(source.rank, 0.3)
                families[source.family or cited.key] = max(families.get(source.family or cited.key, 0.0), weight)
    prizes = _WON * won + _NAMED * named
    # Logarithms: the tenth source, or the tenth prize, adds little to what the first nine have shown.
    tells = sum(bool(catalogue.statements(work.id, property_)) for property_ in _TELLS) / len(_TELLS)
    value = 0.5 * min(1.0, log2(1 + sum(families.values())) / 5) + 0.3 * min(1.0, log2(1 + prizes) / 3) + 0.2 * tells
    return Standing(won, named, len(families), round(value, 6))
