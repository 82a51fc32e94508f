"""Languages: their codes, the names that prose uses, which are called by one another's names, and where each is spoken."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from verite.text import fold


class Languages(NamedTuple):
    """`codes`: code by folded name; `names`: the usual name by code; `groups`: the group of a code whose members are called by
    one another's names; `spoken`: the states (codes of the record) where it is spoken."""

    codes: dict[str, str]
    names: dict[str, str]
    groups: dict[str, str]
    spoken: dict[str, frozenset[str]]


@cache
def languages() -> Languages:
    """The table `languages.txt`. Raises `ValueError` with file and line where it is malformed."""
    found = Languages({}, {}, {}, {})
    text = Path(__file__).with_name("languages.txt").read_text("utf-8")
    for line_number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        code, _, rest = line.partition(" ")
        rest, _, states = rest.partition("@")
        called, _, group = rest.partition("{")
        names = [name.strip() for name in called.split(",")]
        if not names[0]:
            raise ValueError(f"languages.txt:{line_number}: a code without a name")
        found.names[code] = names[0]
        found.codes.update((fold(name), code) for name in names)
        found.spoken[code] = frozenset(states.split())
        if group:
            found.groups[code] = group.strip().rstrip("}")
    return found


def language(code: object) -> str:
    """The usual English name of a language; a code that nobody knows stays what it is.

    >>> language("ka"), language("xx")
    ('Georgian', 'xx')
    """
    return languages().names.get(str(code), str(code))
