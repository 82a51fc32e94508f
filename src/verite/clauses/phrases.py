"""What a sentence is made of once its words are chunked: noun phrases, verb groups, and the marks between them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from verite.clauses.tokens import Entity, Token

REFLEXIVE = frozenset("himself herself itself themselves".split())
PLURALS = ("men", "women", "children", "people", "police", "militia", "troops", "nkvd", "secret police", "policemen")

_APART = re.compile(r" (['’](?:s|re|ve|ll|d|m)\b)")


def spelt(tokens: list[Token]) -> str:
    """The words of tokens as they are written: *Schindler's Ark*, not *Schindler 's Ark*."""
    return _APART.sub(r"\1", " ".join(token.text for token in tokens))


class NP:
    """A noun phrase. `head` is its folded head word, `mods` the words before it, `act` the participle
    that stands before the head ("escaped prisoners"); `denied`: "not in Russia but in Norway" denies
    this place, not the act; `genitive`: "the score is N's", with no noun after it."""

    __slots__ = (
        "act", "also", "appos", "denied", "det", "entities", "genitive", "head", "hedged", "mods", "name", "number", "of", "poss", "pps", "pronoun",
        "sem", "tokens",
    )  # fmt: skip

    def __init__(
        self, tokens: list[Token], head: str = "", sem: str = "O", det: str = "", number: int | None = None,
        pronoun: str = "", act: Token | None = None,
    ) -> None:  # fmt: skip
        self.tokens = tokens
        self.head = head
        self.sem = sem
        self.det = det
        self.number = number
        self.pronoun = pronoun
        self.act = act
        self.mods: list[str] = []
        self.entities: list[Entity] = []
        self.name = ""
        self.poss: NP | None = None
        self.of: NP | None = None
        self.pps: list[tuple[str, NP]] = []
        self.appos: list[NP] = []
        self.also: list[NP] = []  # coordinated: A, B and C
        self.hedged = False
        self.denied = False
        self.genitive = False

    @property
    def start(self) -> int:
        return (self.poss or self).tokens[0].start if self.poss and self.poss.tokens else self.tokens[0].start

    @property
    def end(self) -> int:
        end = self.tokens[-1].end
        if self.pps or self.also or self.of:
            hanging = [*(np for _, np in self.pps), *self.also, *([self.of] if self.of else ())]
            end = max(end, *(np.end for np in hanging))
        return end

    @property
    def core_end(self) -> int:
        return self.tokens[-1].end

    @property
    def text(self) -> str:
        """The words of the phrase itself, without what hangs on it."""
        return spelt(self.tokens)

    @property
    def plural(self) -> bool:
        return (self.number or 0) > 1 or bool(self.also) or (
            self.head.endswith("s") and not self.head.endswith(("ss", "us", "is")) and self.sem not in ("PERSON", "NAME")
            and not (self.sem == "FILM" and self.entity("this"))  # *Reds*
        ) or self.head in PLURALS  # fmt: skip

    @property
    def bare(self) -> bool:
        """Whether the phrase is a name and nothing beside it: *Per Dahl*, not *the young Per Dahl*."""
        return bool(self.name) and self.name == self.text

    @property
    def alone(self) -> bool:
        """Whether nothing hangs on the phrase, as on most."""
        return not (self.poss or self.of or self.pps or self.appos or self.also)

    def entity(self, *types: str) -> Entity | None:
        for entity in self.entities:
            if entity.type in types:
                return entity
        return None

    def each(self) -> "list[NP]":
        """The phrase and those coordinated with it."""
        return [self, *self.also]

    def within(self) -> "list[NP]":
        """The phrase and everything that hangs on it, nearest first."""
        found = [self]
        if self.alone:
            return found
        for np in (self.poss, self.of, *(np for _, np in self.pps), *self.appos, *self.also):
            if np is not None:
                found.extend(np.within())
        return found


class VG(NamedTuple):
    """A verb group: the lemma of its main verb, its form, and what its helpers say."""

    tokens: list[Token]
    lemma: str
    tag: str  # base z d n g
    lemmas: tuple[str, ...] = ()
    passive: bool = False
    negative: bool = False
    hedged: bool = False
    modal: bool = False
    infinitive: bool = False
    finite: bool = True
    adverbs: Sequence[str] = ()

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def present(self) -> bool:
        """Whether it tells of the present, as stories are told: *follows*, *is arrested*, not *was arrested*."""
        return self.finite and self.tag in ("z", "base") and _PAST.isdisjoint(token.low for token in self.tokens)


_PAST = frozenset("was were had did would could 'd".split())


class Mark(NamedTuple):
    """What stands between phrases: `kind` is preposition, conjunction, relative, subordinator, adverb,
    comma, cut (a hard boundary), open, close, hedge, attribution, negative."""

    tokens: list[Token]
    kind: str

    @property
    def low(self) -> str:
        return self.tokens[0].low if len(self.tokens) == 1 else " ".join(t.low for t in self.tokens)

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


Chunk = NP | VG | Mark
