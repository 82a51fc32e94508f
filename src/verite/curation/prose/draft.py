"""A sentence before it is proven: its words, what they rest on, and the kinds of claim that must be found in it."""

from typing import NamedTuple

from verite.curation.prose.slots import Slot
from verite.model import Statement


class Draft(NamedTuple):
    """`frame` names the form of the sentence, whatever fills it; `kinds` the claim kinds that the checker must find in
    it and support."""

    text: str
    statements: tuple[Statement, ...]
    kinds: frozenset[str]
    frame: str


def draft(frame: str, text: str, kinds: str, *slots: Slot) -> Draft | None:
    """The draft, if every slot that it needs is filled."""
    if not all(slots):
        return None
    said = tuple(s for slot in slots for s in slot.statements)
    return Draft(text[:1].upper() + text[1:], said, frozenset(kinds.split()), frame)
