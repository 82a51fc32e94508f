"""What may begin at a place in a sentence: a noun, a phrase, a verb. Nothing is decided here, and nothing moves."""

from collections.abc import Collection, Set
from functools import lru_cache

from verite.clauses.heads import NOUN_CLASSES, PARTICLES
from verite.clauses.lexicon import lexicon
from verite.clauses.phrases import NP, Chunk, Mark
from verite.clauses.tokens import Token

# Helpers that are names with a capital: *Will Rogers*, *May Allison*, *Wojciech Jerzy Has*.
_NAMES_TOO = frozenset("will may might must can has".split())
_MONTH = frozenset(["month"])  # *3 May 1931*
_PAST = ("",) * 8  # further than any look ahead goes
NONE: Set[str] = frozenset()


class Lookahead:
    """A sentence, the place reached in it, and the chunks before that place."""

    def __init__(self, tokens: list[Token]) -> None:
        # All that is known of each word by itself is looked up once. Behind the end, and before the beginning, stand
        # words of which nothing is known: a look ahead needs no bounds.
        self.tokens = tokens
        self.words = words = lexicon()
        self.low = low = [*(token.low for token in tokens), *_PAST]
        self.classes: list[Set[str]] = [
            NONE if token.entities
            else _MONTH & words.classes.get(token.low, NONE) if i and token.capital and token.low in _NAMES_TOO
            else words.classes.get(token.low, NONE)
            for i, token in enumerate(tokens)
        ]  # fmt: skip
        self.classes += [NONE] * len(_PAST)
        self.nominal = [not classes.isdisjoint(NOUN_CLASSES) for classes in self.classes]
        self.tags = [words.forms.tags[word] for word in low]  # of the verbs that it can be a form of
        phrases = words.phrases  # none begins with a word of the padding
        self.runs = [
            words.runs(low, i) if word in phrases and low[i + 1] in phrases[word] else () for i, word in enumerate(low)
        ]
        # *Blake Lively* and *Kelly* are no adverbs
        self.adverbial = [
            token.low.endswith("ly") and is_adverb(token.low) and not (i and token.capital)
            for i, token in enumerate(tokens)
        ]
        self.adverbial += [False] * len(_PAST)
        self.i = 0
        self.out: list[Chunk] = []

    def _has(self, i: int, *classes: str) -> bool:
        return not self.classes[i].isdisjoint(classes)

    def _run(self, i: int, classes: Collection[str]) -> tuple[int, str]:
        """Length and class of the longest phrase of these classes that starts here."""
        for length, class_ in self.runs[i]:
            if class_ in classes:
                return length, class_
        return 0, ""

    def _nominal_at(self, i: int) -> bool:
        if not 0 <= i < len(self.tokens):
            return False
        token = self.tokens[i]
        return bool(token.entities) or self.nominal[i] or (
            token.low.isalpha() and token.low not in self.words.classes and not self.tags[i]
            and not self.adverbial[i]
        )  # fmt: skip

    def _is_name(self, i: int) -> bool:
        """A known person, or two capitals in a row inside a sentence."""
        if not 0 < i < len(self.tokens) or not self.tokens[i].capital:
            return False
        if any(e.type in ("agent", "character") for e in self.tokens[i].entities):
            return True
        after = i + 1 + (self.low[i + 1] in PARTICLES)  # *Max von Sydow*
        return after < len(self.tokens) and self.tokens[after].capital

    def _word(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].text[:1].isalpha()

    def _starts_np(self, i: int) -> bool:
        if not 0 <= i < len(self.tokens):
            return False
        return bool(self.tokens[i].entities) or self._has(i, "det", "possessive", "pronoun") or (
            self.tokens[i].text[:1].isdigit() or self.tokens[i].capital or self.nominal[i]
        )  # fmt: skip

    def _starts_phrase(self, i: int) -> bool:
        """Whether a new phrase (or the end) begins here, so that the word before can be a verb."""
        if i >= len(self.tokens):
            return True
        token = self.tokens[i]
        if token.text in ",.;:!?)—–":
            return True
        return self._has(i, "det", "possessive", "pronoun", "preposition", "adverb", "subordinator", "conjunction", "relative", "negative") or bool(token.entities) or (
            token.capital or token.text[:1].isdigit() or self.adverbial[i] or token.low == "to"
        )  # fmt: skip

    def _infinitive(self, i: int) -> bool:
        while self._has(i, "adverb") or self.adverbial[i]:
            i += 1
        if self._has(i, "be", "have", "get"):
            return True
        tags = self.tags[i]
        if 0 <= i < len(self.tokens) and not tags and not self.words.classes.get(self.low[i]):
            return (
                self._has(i + 1, "det", "possessive") and not self.tokens[i].capital
            )  # an unknown verb with an object
        if "base" not in tags or self.tokens[i].entities:
            return False
        # "sent to exile in", "to camp": a noun unless an object or a complement follows
        return not self.nominal[i] or (self._starts_phrase(i + 1) and not self._has(i + 1, "preposition"))

    def _verbish(self, i: int) -> bool:
        while self._has(i, "adverb") or self.adverbial[i]:
            i += 1
        return self._has(i, "be", "have", "do", "modal") or (
            bool(self.tags[i]) and not (0 <= i < len(self.tokens) and self.tokens[i].entities)
        )

    def _participle(self, i: int) -> bool:
        return not self.tags[i].isdisjoint("nd")

    def _lemmas(self, i: int, *tags: str) -> tuple[str, ...]:
        return _lemmas(self.low[i], tags) or (self.low[i],)

    def _is_contraction(self, i: int) -> bool:
        if i + 1 < len(self.low) and self.low[i + 1] == "by":
            return True  # *the music's by N*
        return self._has(i - 1, "pronoun", "relative") or self.low[i - 1] in ("that", "there", "here", "what")

    def _after_preposition(self) -> bool:
        """After *of*, *in* ... stands a noun, even where the word could be a verb (*a set of rules*)."""
        before = self.out[-1] if self.out else None
        return isinstance(before, Mark) and before.kind == "preposition"

    def _several(self) -> bool:
        """Whether the phrase before is the last of several: *A, B and C star*."""
        before = self.out[-1] if self.out else None
        if not isinstance(before, NP):
            return False
        joined = self.out[-2] if len(self.out) > 2 else None
        return before.plural or (
            isinstance(joined, Mark) and joined.low == "and" and isinstance(self.out[-3], NP | Mark)
        )

    def _premodifies(self, i: int) -> bool:
        """A participle before a noun with nothing between: *escaped prisoners*, *banned film*."""
        j = i + 1
        if j < len(self.tokens) and any(e.type == "agent" for e in self.tokens[j].entities):
            return False  # *directed by N and starred M*
        while self._has(j, "camp", "prison", "time") or (
            j < len(self.tokens) and self.tokens[j].entities and self.tokens[j].entities[0].type == "nationality"
        ):
            j += 1
        if j > i + 1 and not self._nominal_at(j):
            j -= 1
        return j < len(self.tokens) and self._nominal_at(j) and not self._has(j, "det", "possessive", "preposition")


@lru_cache(maxsize=1 << 12)
def _lemmas(form: str, tags: tuple[str, ...]) -> tuple[str, ...]:
    """The verbs that a word can be a form of, by name."""
    return tuple(dict.fromkeys(lemma for lemma, tag in sorted(lexicon().forms.get(form)) if tag in tags))


def is_adverb(low: str) -> bool:
    return low.endswith("ly") and len(low) > 4 and low not in ("family", "early", "only", "italy", "july", "deadly", "friendly", "elderly", "orderly", "lovely", "likely")  # fmt: skip
