"""What simpler checkers would say of a labelled claim: the figures of `bench/score.py` beside theirs.

Each takes the words of the claim and the film they are about, and gives "supported", "refuted" or "" (it says nothing). They are
told which words carry a claim, which the checker has to find out: what it is ahead by, it is ahead by in spite of that.

- *never flag*: nothing is ever wrong. Most claims of most lists are true, so this is right more often than one would like.
- *bag of names*: a claim is refuted if it names somebody or something that the film's record does not hold, supported if all of its
  names are there.
- *strict patterns*: six regular expressions on six credits, decided against the record; what is not of their form is not read.
"""

import re
from collections.abc import Callable
from typing import Any

from verite import names
from verite.catalogue import Catalogue
from verite.text import fold

Baseline = Callable[[str, str | None, Catalogue], str]

_NAME = r"(?P<name>[^\W\d_a-z][\w’'.-]+(?: (?:(?:de|von|van|da|di|del|la) )*[^\W\d_a-z][\w’'.-]+)+)"
_PATTERNS = {
    "director": rf"(?:[Dd]irected by|[Aa] film by) {_NAME}|{_NAME.replace('name', 'other')} directed",
    "writer": rf"[Ww]ritten by {_NAME}",
    "composer": rf"(?:[Mm]usic|[Ss]core) (?:is )?by {_NAME}",
    "camera": rf"(?:[Pp]hotographed|[Ss]hot) by {_NAME}",
    "cast": rf"(?:[Ss]tars|[Ss]tarring) {_NAME}",
    "duration": r"(?P<minutes>\d{2,3}) minutes",
}
_CAPITAL = re.compile(r"(?<![.!?:] )(?<!^)\b[^\W\d_a-z]\w{2,}")


def never_flag(quote: str, work: str | None, catalogue: Catalogue) -> str:
    return "supported"


def bag_of_names(quote: str, work: str | None, catalogue: Catalogue) -> str:
    named = {word for match in _CAPITAL.finditer(quote) for word in fold(match[0]).split()}
    if work is None or not named:
        return ""
    return "supported" if named <= _bag(work, catalogue) else "refuted"


def strict_patterns(quote: str, work: str | None, catalogue: Catalogue) -> str:
    for property_, pattern in _PATTERNS.items():
        match = re.search(pattern, quote)
        if match is None or work is None:
            continue
        said = next(group for group in match.groups() if group)
        held = [s.value for s in catalogue.statements(work, property_) if not s.negative]
        if not held:
            return ""
        if property_ == "duration":
            return "supported" if int(said) in held else "refuted"
        agrees = any(names.same(said, name) for agent in held for name in catalogue.names(_agent(agent)))
        return "supported" if agrees else "refuted"
    return ""


def _bag(work: str, catalogue: Catalogue) -> set[str]:
    """Every folded word of every value of the film's record, its people by all of their spellings."""
    found = [spelling for agent in catalogue.people(work) for spelling in catalogue.names(agent)]
    for property_ in catalogue.registry:
        for said in catalogue.statements(work, property_):
            found += _words(said.value) + [word for value in said.qualifiers.values() for word in _words(value)]
    return {word for words in (*found, *catalogue.characters(work)) for word in fold(words.replace("-", " ")).split()}


def _words(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value.replace("/", " ")]
    return [word for one in value for word in _words(one)] if isinstance(value, list | tuple) else []


def _agent(value: Any) -> str:
    return value if isinstance(value, str) else ""


BASELINES: dict[str, Baseline] = {
    "never flag": never_flag,
    "bag of names": bag_of_names,
    "strict patterns": strict_patterns,
}
