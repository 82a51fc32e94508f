"""A sentence read: its phrases, clauses and frames, and what bears on all of them."""

from bisect import bisect_left
from collections.abc import Set
from operator import attrgetter
from typing import NamedTuple

from verite.clauses.attach import Item, is_mark
from verite.clauses.attach import items as attached
from verite.clauses.clause import Clause
from verite.clauses.clause import clauses as clauses_of
from verite.clauses.denial import denials, doubts
from verite.clauses.frames import Frame, flags_of, verb_frames
from verite.clauses.lexicon import lexicon
from verite.clauses.nominal import fragments, noun_frames
from verite.clauses.phrases import NP, Chunk, Mark
from verite.clauses.tokens import Token

_start = attrgetter("start")


class Sentence(NamedTuple):
    tokens: list[Token]
    low: list[str]  # the words of its tokens, folded
    words: frozenset[str]  # the same, in no order
    types: frozenset[str]  # of the entities in it
    doubts: int  # how many words of doubt there are in it: see `denial`
    chunks: list[Chunk]
    items: list[Item]
    clauses: list[Clause]
    frames: list[Frame]
    nps: list[NP]  # its phrases with their possessors, in order
    incomplete: bool = False

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    # What a kind asks first: without these words, or a name of these types, it has nothing to read in a sentence. Both only
    # save time: a kind whose `find` were told yes every time would find the same (`tests/test_claims.py`).
    def says(self, words: Set[str]) -> bool:
        return not self.words.isdisjoint(words)

    def names(self, *types: str) -> bool:
        return not self.types.isdisjoint(types)

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens that begin within a span."""
        first = bisect_left(self.tokens, start, key=_start)
        return self.tokens[first : bisect_left(self.tokens, end, first, key=_start)]

    def closed(self, end: int) -> int:
        """Where a span ends, the bracket that closes right after it included."""
        return next((t.end for t in self.tokens if t.start == end and t.text in ")]"), end)

    def before(self, np: NP) -> str:
        """The word before a phrase."""
        start = np.start
        return next((t.low for t in reversed(self.tokens) if t.end <= start), "")

    def hyphened(self, np: NP) -> bool:
        """*German- occupied*: a phrase cut off by a hyphen with a space."""
        return any(t.start == np.core_end and t.text in "-–" for t in self.tokens)

    def denials(self, start: int, end: int) -> int:
        """How many words of denial or doubt bear on a span: see `denial`."""
        return self.doubts + denials(self.tokens, self.low, start, end)

    def only(self, tokens: list[Token]) -> "Sentence":
        """The sentence with some of its words alone; its phrases and clauses stay."""
        low, words, types, doubt = _worded(tokens)
        return self._replace(tokens=tokens, low=low, words=words, types=types, doubts=doubt)

    def phrases(self) -> list[NP]:
        return self.nps


def parse(tokens: list[Token], chunks: list[Chunk]) -> Sentence:
    """The clauses and frames of one sentence."""
    items = attached(chunks)
    clauses = clauses_of(items)
    flags = {id(clause): flags_of(clause) for clause in clauses}
    frames = [frame for clause in clauses for frame in verb_frames(clause, items, flags[id(clause)])]
    frames.extend(noun_frames(items, clauses, flags))
    frames.extend(fragments(items, clauses))
    saying = [clause for clause in clauses if clause.vg.lemma in _SAYING and not _things_said(clause, tokens)]
    colouring = [item for item in items if is_mark(item, "attribution", "hedge")]
    if saying or colouring:
        frames = [_reported(frame, colouring, saying, clauses) for frame in frames]
    return Sentence(tokens, *_worded(tokens), chunks, items, clauses, frames, _phrases(chunks), _incomplete(tokens))


def _worded(tokens: list[Token]) -> tuple[list[str], frozenset[str], frozenset[str], int]:
    """`low`, `words`, `types` and `doubts` of a sentence of these tokens."""
    low = [token.low for token in tokens]
    types = frozenset(entity.type for token in tokens for entity in token.entities)
    return low, frozenset(low), types, doubts(low)


def _phrases(chunks: list[Chunk]) -> list[NP]:
    seen: dict[int, NP] = {}
    for chunk in chunks:
        if isinstance(chunk, NP):
            for np in (chunk, chunk.poss):
                if np is not None:
                    seen.setdefault(id(np), np)
    return list(seen.values())


def _reported(frame: Frame, colouring: list[Mark], saying: list[Clause], clauses: list[Clause]) -> Frame:
    """*According to legend it was banned*, *critics say that it won*: what stands before reports all that follows in
    the sentence; a hedge (*supposedly*) colours what follows up to the next verb."""
    if any(_says(clause, frame) for clause in saying):
        frame = frame._replace(attributed=True)
    for item in colouring:
        if item.start >= frame.act_start:
            break
        if is_mark(item, "attribution"):
            frame = frame._replace(attributed=True)
        elif not any(item.end <= c.vg.start < frame.act_start for c in clauses):
            frame = frame._replace(hedged=True)
    return frame


# Verbs by which somebody else tells what follows. (*shows*, *reveals* and *knows* tell what is so.)
_SAYING = frozenset(
    "say claim report believe think argue suggest allege maintain insist contend assert recall remember state swear reckon "
    "guess assume imagine fear hope suspect boast quip joke".split()
)


def _things_said(clause: Clause, tokens: list[Token]) -> bool:
    """*He begins writing false reports to protect them*: a noun that looks like a verb; *it boasts a cast led by N*: it has one."""
    if clause.vg.lemma == "boast" and clause.objects and clause.objects[0].det in ("a", "an", "its", "no"):
        return True
    if len(clause.vg.tokens) > 1 or not clause.vg.tokens[0].low.endswith("s"):
        return False
    after = next((t.low for t in tokens if t.start >= clause.vg.end), "")
    return after in ("to", "of", "on", "about", "from", "in", "for", "and")


def _says(clause: Clause, frame: Frame) -> bool:
    """Whether somebody says by this verb what the frame is read from, later in the sentence."""
    return (
        clause.vg.finite
        and not clause.vg.passive
        and not clause.relative
        and clause.subject is not None
        and clause.subject.pronoun not in ("it", "this")
        and not (frame.clause is not None and (frame.clause.inherited or frame.clause.subject is clause.subject))
        and clause.vg.end <= frame.act_start
        and frame.clause is not clause
    )


def _incomplete(tokens: list[Token]) -> bool:
    """Cut short: ends in an ellipsis, or without a full stop on a word that wants another one."""
    last = tokens[-1]
    if last.text in ("…", "..."):
        return True
    words = lexicon()
    return last.text not in ".!?\"'”’)" and (
        words.has(last.low, "preposition") or words.has(last.low, "det") or words.has(last.low, "conjunction")
    )
