"""What an entry names of its film in sentences that no kind has read: typed phrases with a cue beside them.

A sighting may be supported by the record and is never held against a list (grade *seen*). A kind asks for the phrases of
its type, holds each against what is on record for the film, and claims only what it finds there: whatever else is named
may be anything.
"""

from collections.abc import Collection, Iterator, Mapping, Set
from typing import Any

from verite.clauses import NP, Frame, Sentence
from verite.model import Claim, Grade
from verite.reading import Line, Reading

# What a person may be said to have done for a film -> as what.
_DEEDS = {
    "DIRECT": "director", "WRITE": "writer", "COMPOSE": "composer", "PHOTOGRAPH": "camera", "PRODUCE": "producer",
    "EDIT": "editor", "STAR": "cast", "VOICE": "cast",
}  # fmt: skip


def named(
    reading: Reading, types: Collection[str], cues: Collection[str] = (), without: Collection[str] = ()
) -> Iterator[tuple[Sentence, NP]]:
    """The phrases with an entity of one of these types, in sentences with one of the cues (if any are given) and none of
    the words `without`, which deny nothing, tell of no other film, and stand in no introduction."""
    for line in reading.lines:
        for sentence in line.sentences:
            if not sentence.names(*types) or not _is_plain(line, sentence, cues, without):
                continue
            phrases = [np for np in sentence.phrases() if np.entity(*types) is not None]
            yield from ((sentence, np) for np in phrases if _said_of_it(sentence, reading))


def _is_plain(line: Line, sentence: Sentence, cues: Collection[str], without: Collection[str]) -> bool:
    cued = not cues or not sentence.words.isdisjoint(cues)
    return line.label != "intro" and cued and sentence.words.isdisjoint(without)


def _said_of_it(sentence: Sentence, reading: Reading) -> bool:
    denied = sentence.denials(sentence.start, sentence.end)
    return not denied and not any(reading.other_film(np) for np in sentence.phrases())


def people(
    reading: Reading, property_: str, held: Set[str], cues: Collection[str] = (), without: Collection[str] = ()
) -> Iterator[tuple[Sentence, NP, list[str]]]:
    """Those of the people held whom the entry names, with their ids: not where one is said to have done something else for
    the film (*N, who is its director, wrote it*)."""
    for line, sentence, np, named_ in reading.people if held else ():
        agents = [agent for agent in named_ if agent in held]
        if not agents or not _is_plain(line, sentence, cues, without) or not _said_of_it(sentence, reading):
            continue
        done = (frame for frame in sentence.frames if _DEEDS.get(frame.act, property_) != property_)
        if not any(np in role.each() for frame in done for role in frame.roles.values()):
            yield sentence, np, agents


def places(
    reading: Reading, property_: str, cues: Collection[str] = (), without: Collection[str] = ()
) -> Iterator[tuple[Sentence, NP, list[str]]]:
    """The places on record under a property that the entry names, or a region that holds one, with their ids: not its state,
    of which an entry may speak for many reasons (*a hit in Russia*)."""
    held = reading.catalogue.statements(reading.work, property_) if reading.work else ()
    for sentence, np in named(reading, ("place", "state"), cues, without) if held else ():
        ids = [e.id.lower() for e in np.entities if e.type in ("place", "state")]
        states = {e.id.lower() for e in np.entities if e.type == "state"}
        within = any(
            id_ == str(s.value) or (id_ not in states and reading.catalogue.place_within(str(s.value), id_))
            for s in held
            for id_ in ids
        )
        if within and np.sem not in ("FEST", "PRIZE"):
            yield sentence, np, ids


def claim(
    reading: Reading, kind: str, value: Any, np: NP, sentence: Sentence, qualifiers: Mapping[str, Any], cues: Collection[str] = ()
) -> Claim:  # fmt: skip
    """A claim of what is only seen: the phrase is left to other kinds, which may read more in it."""
    read = id(np) in reading.claimed
    found = reading.claim(kind, kind, value, frame(np, sentence, cues), sentence, np, qualifiers, Grade.SEEN)
    if not read:
        reading.claimed.discard(id(np))
    return found


def frame(np: NP, sentence: Sentence, cues: Collection[str] = ()) -> Frame:
    """The frame of a phrase and the cue nearest to it: what a quotation of the claim has to hold."""
    near = min(
        (token for token in sentence.tokens if token.low in cues),
        key=lambda token: abs(token.start - np.start),
        default=None,
    )
    start, end = (
        (min(np.start, near.start), max(np.core_end, near.end)) if near is not None else (np.start, np.core_end)
    )
    return Frame("SEEN", {}, [], start, end, np.start, np.core_end)
