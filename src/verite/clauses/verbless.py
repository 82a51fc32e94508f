"""Sentences without a verb: *133 minutes.* *Monochrome, in Hindi.* *Kurosawa again.* *French and Italian.*

Lists are full of them. Such a sentence has no frame; it is a row of pieces, each of which says one thing of the film. A
piece that holds nothing but a value and a few words that change nothing of it is as plain as a sentence with a verb.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from verite.clauses.sentence import Sentence
from verite.clauses.tokens import Token

_BREAKS = frozenset(", ; : . ! – — ( ) / |".split())
# Words beside a value that neither add to it nor take away from it.
IDLE = frozenset(
    "a an the and in all of course again once more as always ever still yet too also just only simply at its his her entirely throughout "
    "from start to finish beginning end good full mere slim short long brisk lean some about nearly almost over roughly around no less than "
    "stark crisp glorious plain purely wholly fully naturally needless say with him time".split()
)


class Piece(NamedTuple):
    """A stretch of a verbless sentence between its breaks. `asks`: the sentence ends in a question mark."""

    tokens: tuple[Token, ...]
    sentence: Sentence
    alone: bool

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    def only(self, value: Collection[Token]) -> bool:
        """Whether nothing stands in it but these tokens and idle words."""
        mine = {t.start for t in value}
        return all(t.start in mine or t.low in IDLE for t in self.tokens)


def pieces(sentence: Sentence) -> list[Piece]:
    """The pieces of a sentence that has no verb; none if it has one, asks, or denies."""
    tokens: Sequence[Token] = sentence.tokens
    if sentence.clauses or tokens[-1].text == "?" or sentence.denials(sentence.start, sentence.end):
        return []
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in _BREAKS:
            found.append([])
        else:
            found[-1].append(token)
    held = [tuple(piece) for piece in found if piece]
    return [Piece(piece, sentence, len(held) == 1) for piece in held]
