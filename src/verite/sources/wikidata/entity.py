"""One item of Wikidata in the shape that both of its roads lead to: the JSON dump and the pages of a SPARQL endpoint.

Only what we read of it is kept. Values are plain: an item is its number as text (`Q42`), a text in a language a
pair, a quantity a pair of amount and unit, a date EDTF. Deprecated statements and those without a value are out.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

# Who made it: the items they name are agents, described as subjects of their own.
CREDITS: Mapping[str, str] = {
    "P57": "director", "P58": "writer", "P86": "composer", "P344": "camera", "P162": "producer", "P1040": "editor",
    "P161": "cast",
}  # fmt: skip
FILM_ID = "P4947"  # TMDb's number of a film: whatever has one is a film, of whatever class
# What else is read of a film and names items: they are known by label and code.
_ITEMS = ("P144", "P495", "P364", "P840", "P2408", "P915", "P921", "P166", "P1411")
_PLAIN = ("P31", "P1476", "P577", "P2047", "P345", FILM_ID)
FILM = (*CREDITS, *_ITEMS, *_PLAIN)
# Role, role as text, date, for work, winner, place of publication, place in a series.
QUALIFIERS = ("P453", "P4633", "P585", "P1686", "P1346", "P291", "P1545")
_ITEM_QUALIFIERS = ("P453", "P1686", "P1346", "P291")
AUTHOR = "P50"
# Of people: birth, death, sex, name in their language, ids. Of other items: form, author, codes, dates, own title.
OTHER = ("P569", "P570", "P21", "P1559", "P345", "P4985", "P31", "P7937", AUTHOR, "P298", "P218", "P580", "P582",
         "P585", "P1476")  # fmt: skip

Value = Any  # str | tuple[str, str] | tuple[float, str]


class Given(NamedTuple):
    """One statement as Wikidata has it. `reference`: "url" (a page outside), "stated" (a work or database named),
    "imported" (copied from a Wikipedia and nothing else), or "" (none)."""

    value: Value
    preferred: bool = False
    qualifiers: Mapping[str, tuple[Value, ...]] = {}
    reference: str = ""


class Entity(NamedTuple):
    id: str
    labels: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    given: Mapping[str, tuple[Given, ...]]

    def values(self, property_: str) -> list[Value]:
        return [given.value for given in self.given.get(property_, ())]

    def label(self) -> str:
        """What to call it in English, or else in any language."""
        found = self.labels.get("en") or self.labels.get("mul")
        return found or next((self.labels[lang] for lang in sorted(self.labels)), "")


def item(value: Value) -> bool:
    return isinstance(value, str) and len(value) > 1 and value[0] == "Q" and value[1:].isdigit()


def number(id_: str) -> int:
    return int(id_[1:])


def references(entity: Entity) -> tuple[set[int], set[int]]:
    """The items that a film names: its people, and everything else."""
    agents: set[int] = set()
    others: set[int] = set()
    for property_, rows in entity.given.items():
        into = agents if property_ in CREDITS else others if property_ in _ITEMS else None
        for given in rows:
            if into is not None and item(given.value):
                into.add(number(given.value))
            for name in _ITEM_QUALIFIERS:
                others.update(number(value) for value in given.qualifiers.get(name, ()) if item(value))
    return agents, others


_TIME = re.compile(r"^\+?0*(\d{4})-(\d\d)-(\d\d)(?:T|$)")


def edtf(time: str, precision: int, *, julian: bool = False) -> str:
    """A point in time as EDTF, or "" where EDTF of four digits cannot say it.

    Both roads must agree: Wikidata's RDF has Julian days already turned into Gregorian ones, its JSON has not.
    Coarser dates are left as they are, in both. Nothing coarser than a decade is a date to us.
    """
    found = _TIME.match(time)
    if found is None or precision < 8:
        return ""
    year, month, day = (int(part) for part in found.groups())
    if precision == 8:
        return f"{year // 10:03}X"
    if precision == 9 or not month:
        return f"{year:04}"
    if precision == 10 or not day:
        return f"{year:04}-{month:02}"
    if julian:
        try:
            return _gregorian(year, month, day).isoformat()
        except ValueError:
            return ""
    return f"{year:04}-{month:02}-{day:02}"


def _gregorian(year: int, month: int, day: int) -> date:
    # Counting days from March puts the leap day last; 1 March of the year 0, Julian, is two days before Gregorian.
    years, months = (year, month - 3) if month > 2 else (year - 1, month + 9)
    days = 365 * years + years // 4 + (153 * months + 2) // 5 + day - 1
    return date(1, 1, 1) + timedelta(days=days - 308)


REFERENCES = ("url", "stated", "imported", "")  # the best first


def reference(kinds: set[str]) -> str:
    """The best of a statement's references."""
    return next((kind for kind in REFERENCES if kind in kinds), "")
