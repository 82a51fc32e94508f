"""Three simple checkers to stand beside ours, on the same labels: each is given the film that our linker found.

never flag       calls nothing false
bag of names     calls a claim false where it names somebody, a place, a prize or a year that the film's statements do not
                 hold anywhere
strict patterns  knows five forms of words (*directed by N*, *starring N*, *music by N*, *based on ... by N*, *N minutes*) and calls
                 a claim false where the film has other values of that kind on record and not this one
"""

import re
from collections.abc import Callable, Iterator

from verite.catalogue import Catalogue
from verite.text import fold

_NAME = re.compile(r"(?:[A-ZÀ-ÞА-Я][\w’'.-]+(?:\s+(?:de|von|van|der|la|le|of|the)\s+(?=[A-ZÀ-Þ]))?\s*)+")
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_STRICT = (
    ("director", re.compile(r"directed by (?P<n>[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+)+)")),
    ("cast", re.compile(r"(?:starring|stars) (?P<n>[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+)+)")),
    ("composer", re.compile(r"music (?:is )?by (?P<n>[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+)+)")),
    ("based_on", re.compile(r"based on [^.]{0,60}? by (?P<n>[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+)+)")),
    ("duration", re.compile(r"(?P<n>\d{2,3}) minutes")),
)  # fmt: skip
_SAYS_NOTHING = frozenset(
    "the this it in a an its his her by after set based film and fact description on at of for when with".split()
)


def never_flag(quote: str, work: str, catalogue: Catalogue) -> bool:
    return False


def bag_of_names(quote: str, work: str, catalogue: Catalogue) -> bool:
    if not work:
        return False
    bag = set(_words(_bag(work, catalogue)))
    named = [word for match in _NAME.findall(quote) for word in _words([match])]
    return any(word not in bag and word not in _SAYS_NOTHING for word in [*named, *_YEAR.findall(quote)])


def strict_patterns(quote: str, work: str, catalogue: Catalogue) -> bool:
    for property_, pattern in _STRICT:
        match = pattern.search(quote)
        said = catalogue.statements(work, property_) if match and work else ()
        if match is None or not said:
            continue
        if property_ == "duration":
            return all(abs(int(s.value) - int(match["n"])) > 2 for s in said)
        held = [str(s.qualifiers.get("by", "")) if property_ == "based_on" else str(s.value) for s in said]
        names = {fold(name) for agent in held for name in catalogue.names(agent)}
        return fold(match["n"]) not in names
    return False


BASELINES: dict[str, Callable[[str, str, Catalogue], bool]] = {
    "never flag": never_flag,
    "bag of names": bag_of_names,
    "strict patterns": strict_patterns,
}


def _bag(work: str, catalogue: Catalogue) -> Iterator[str]:
    """Every name and number on record of a film."""
    for property_ in catalogue.registry:
        for said in catalogue.statements(work, property_):
            for value in (said.value, *said.qualifiers.values()):
                yield str(value)
                yield from catalogue.names(str(value)) if isinstance(value, str) else ()
                yield str(catalogue.places.get(str(value), {}).get("name", ""))
                yield str(catalogue.states.get(str(value), {}).get("name", ""))
            if said.property == "award":
                table = catalogue.tables.get(str(said.qualifiers.get("table")), {})
                yield from (str(table.get("name", "")), *map(str, table.get("also", ())))
                of = table.get("category", {}).get(str(said.qualifiers.get("category")), {})
                yield from (str(of.get("name", "")), *map(str, of.get("also", ())))


def _words(texts: Iterator[str] | list[str]) -> list[str]:
    return [word for text in texts for word in re.findall(r"\w+", fold(text)) if word]
