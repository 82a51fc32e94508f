"""The opening that a guide's editors write: paragraphs, *emphasis*, and [@source] where a fact rests on one.

A small part of Markdown, on purpose: the text is short, and whatever is not one of the three is printed as it stands.
"""

import re
from typing import NamedTuple

from verite.errors import ConfigError
from verite.guide.notes import Note, Notes
from verite.model import Cited

_MARK = re.compile(r"\*(?P<emphasis>[^*\n][^*]*)\*|\s*\[@(?P<key>[\w.-]+)\]")


class Run(NamedTuple):
    text: str
    emphasis: bool = False
    note: Note | None = None


def paragraphs(text: str, notes: Notes) -> list[list[Run]]:
    """Raises `ConfigError` for a source that the catalogue does not hold: an opening is checked like anything else."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text)]
    return [_runs(block, notes) for block in blocks if block and not block.startswith("#")]


def _runs(block: str, notes: Notes) -> list[Run]:
    found, at = [], 0
    for match in _MARK.finditer(block):
        found.append(Run(block[at : match.start()]))
        if match["emphasis"]:
            found.append(Run(match["emphasis"], emphasis=True))
        else:
            found.append(Run("", note=_note(match["key"], notes)))
        at = match.end()
    return [run for run in [*found, Run(block[at:])] if run.text or run.note]


def _note(key: str, notes: Notes) -> Note:
    if notes.source(key).citation == key:
        raise ConfigError(f"introduction: source {key!r} is not on record")
    return notes.mark(Cited(key), "opening", "the opening")
