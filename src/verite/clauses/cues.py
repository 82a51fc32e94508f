"""The words that show what a clause seems to speak of, decoded from `cues.txt`: see there."""

import re
from functools import cache
from typing import NamedTuple

from verite.clauses.lexicon import table


class Cue(NamedTuple):
    """Words of a kind, in lower case, with what must stand beside them (senses of phrases, types of entities, a figure), and in which lines."""

    kind: str
    words: re.Pattern[str]
    never: re.Pattern[str] | None
    beside: tuple[str, ...]
    number: bool
    label: str


@cache
def cues() -> tuple[Cue, ...]:
    """The cues in the order of the file. Raises `ValueError` with file and line on a malformed one."""
    found = []
    for line_number, line in table("cues.txt"):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != 4:
            raise ValueError(f"cues.txt:{line_number}: four cells are needed, not {len(cells)}")
        kind, beside, label, listed = cells
        words = [word.strip().lower() for word in listed.split(",")]
        said, never = ([w for w in words if w.startswith("!") is no] for no in (False, True))
        types = tuple(one for one in beside.split() if one not in ("-", "number"))
        struck = _pattern([word[1:] for word in never]) if never else None
        found.append(Cue(kind, _pattern(said), struck, types, beside == "number", label.strip("-")))
    return tuple(found)


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest = sorted(map(_word, words), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest)})(?![\w-])")


def _word(word: str) -> str:
    """The pattern of one word or phrase: `*` any ending, `_` any one word, a last `.`: nothing follows."""
    last = r"(?=\s*(?:[.,;:!)]|$))" if word.endswith(".") else ""
    escaped = re.escape(word.removesuffix(".")).replace(r"\*", r"\w*").replace(r"\ ", " ")
    return re.sub(r"(?<=\s)_(?=\s)", r"\\S+", escaped).replace(" ", r"\s+") + last
