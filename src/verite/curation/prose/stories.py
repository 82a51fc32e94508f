"""What happens to the people of a film, as far as it may be told beforehand. Each frame is one form of the sentence."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from verite.curation.prose.draft import Draft, draft
from verite.curation.prose.slots import Person, Slot, Slots
from verite.english import a

_MOST = 3  # deeds in one sentence
_TOLD_OF = ("peasant", "doctor", "teacher", "writer", "officer", "soldier", "prisoner", "engineer", "poet", "worker", "student", "partisan", "actress", "surgeon", "projectionist", "veteran", "general", "nurse", "boy", "girl")  # fmt: skip


def stories(s: Slots, *, ending: bool = False) -> Iterator[Draft]:
    """Drafts on each character of whom something is told, those to whom most happens first."""
    for person in s.people[:4]:
        deeds = person.deeds[:_MOST]
        if ending and person.endings:
            deeds = [*deeds[: _MOST - 1], person.endings[-1]]
        if deeds:
            yield from _of(person, deeds)
    first, second = [*s.people, None, None][:2]
    if first and second and first.deeds and second.deeds:
        x, y = first.deeds[0], second.deeds[0]
        if one := draft(
            "two-semicolon",
            f"{first.name.words} {x.words}; {second.name.words} {y.words}.",
            "story",
            first.name,
            x,
            second.name,
            y,
        ):
            yield one


def _of(person: Person, deeds: Sequence[Slot]) -> Iterator[Draft]:
    who, actor = person.name, person.actor
    chain = _chain([deed.words for deed in deeds])
    noun = next((n for wanted in _TOLD_OF for n in person.nouns if n.words == wanted), Slot(""))
    drafts = (
        draft("played-by-is", f"{who.words}, played by {actor.words}, {chain}.", "story cast", who, actor, *deeds),
        draft("plays-who", f"{actor.words} plays {who.words}, who {chain}.", "cast story", actor, who, *deeds),
        draft("noun-apposed", f"{who.words}, {a(noun.words)}, {chain}.", "story", who, noun, *deeds),
        draft("follows-who", f"It follows {who.words}, who {chain}.", "story", who, *deeds),
        draft("noun-played", f"{actor.words} plays the {noun.words} {who.words}, who {chain}.", "cast story", actor, noun, who, *deeds),
draft("name-actor-bracket", f"{who.words} ({actor.words}) {chain}.", "story", who, actor, *deeds),
        draft("appears-as", f"{actor.words} appears as {who.words}, who {chain}.", "cast story", actor, who, *deeds),
        draft("at-the-centre-is", f"At its centre is {who.words}, who {chain}.", "story", who, *deeds),
        draft("story-of", f"It is the story of {who.words}, who {chain}.", "story", who, *deeds),
        draft("in-it", f"In it, {who.words} {chain}.", "story", who, *deeds),
        draft("tells-of", f"The film tells of {who.words}, who {chain}.", "story", who, *deeds),
        draft("at-its-centre", f"Its central character, {who.words}, {chain}.", "story", who, *deeds),
        draft("as-played", f"As {who.words}, {actor.words} plays a character who {chain}.", "cast", who, actor, *deeds),
    )  # fmt: skip
    return (one for one in drafts if one is not None)


def _chain(deeds: list[str]) -> str:
    """Deeds under one subject: "is arrested, interrogated and sentenced", "is arrested and escapes"."""
    out = [deeds[0]]
    for before, deed in pairwise(deeds):
        out.append(deed.removeprefix("is ") if before.startswith("is ") and deed.startswith("is ") else deed)
    return " and ".join([", ".join(out[:-1]), out[-1]]) if len(out) > 1 else out[0]
