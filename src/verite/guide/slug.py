"""Addresses: ASCII, short, unique, and never a path of their own."""

import re

from verite.text import fold
from verite.titles import romanised

_LONGEST = 60
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)


def plain(address: str) -> bool:
    """Whether somebody's own words may be an address: what `slug` could have made.

    >>> plain("repentance-1986"), plain("../etc"), plain("con"), plain("A b")
    (True, False, False, False)
    """
    return bool(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", address)) and len(address) <= 80 and address not in _RESERVED


def slug(title: str, year: int | None, taken: set[str]) -> str:
    """The address of a title and year, unlike any in `taken`, to which it is added.

    Only a-z, 0-9 and single hyphens can come out, whatever goes in: no dots, no slashes, no device names.

    >>> slug("The Prisoner of Château d'If", 1988, set()), slug("../../etc/passwd", None, set())
    ('the-prisoner-of-chateau-d-if-1988', 'etc-passwd')
    """
    folded = next(iter(romanised(title[:400])), fold(title[:400]))
    words = "-".join(re.findall(r"[a-z0-9]+", folded))[:_LONGEST].strip("-")
    if not words or words in _RESERVED:
        words = f"film-{words}".strip("-")
    stem = f"{words}-{year}" if year else words
    found, n = stem, 1
    while found in taken:
        n += 1
        found = f"{stem}-no-{n}"
    taken.add(found)
    return found
