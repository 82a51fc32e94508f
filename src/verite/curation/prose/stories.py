"""What happens to the people of a film, as far as it may be told beforehand. Each frame is one form of the sentence."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from verite.curation.prose.draft import Draft, draft
from verite.curation.prose.slots import Person, Slot, Slots
from verite.english import a
from verite.model import Statement

_MOST = 3  # deeds in one sentence
_OF_TRADE = (
    "peasant", "doctor", "teacher", "writer", "officer", "soldier", "engineer", "poet", "worker", "student", "partisan",
    "actress", "actor", "surgeon", "projectionist", "veteran", "general", "nurse", "painter", "photographer", "mathematician",
    "lawyer", "prosecutor", "journalist", "pilot", "singer", "baker", "farmer", "priest", "collective farmer", "fisherman",
    "composer", "pianist", "translator", "boy", "girl",
)  # fmt: skip
_HIS = {"he": "his", "she": "her"}


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
        words = f"{first.name.words} {x.words}; {second.name.words} {y.words}."
        if one := draft("two-semicolon", words, "story", first.name, x, second.name, y):
            yield one


def _of(person: Person, deeds: Sequence[Slot]) -> Iterator[Draft]:
    who, actor = person.name, person.actor
    chain = _chain([deed.words for deed in deeds])
    noun = _trade(person)
    drafts = (
        draft("plays-noun-who", f"{actor.words} plays {who.words}, {a(noun.words)} who {chain}.", "cast story", actor, who, noun, *deeds),
        draft("noun-played-by", f"{who.words}, {a(noun.words)} played by {actor.words}, {chain}.", "story cast", who, noun, actor, *deeds),
        draft("noun-apposed", f"{who.words}, {a(noun.words)}, {chain}.", "story", who, noun, *deeds),
        draft("noun-played", f"{actor.words} plays the {noun.words} {who.words}, who {chain}.", "cast story", actor, noun, who, *deeds),
        draft("the-noun-bracket", f"The {noun.words} {who.words} ({actor.words}) {chain}.", "story", noun, who, actor, *deeds),
        draft("follows-noun", f"It follows {who.words}, {a(noun.words)} who {chain}.", "story", who, noun, *deeds),
        draft("played-by-is", f"{who.words}, played by {actor.words}, {chain}.", "story cast", who, actor, *deeds),
        draft("plays-who", f"{actor.words} plays {who.words}, who {chain}.", "cast story", actor, who, *deeds),
        draft("name-actor-bracket", f"{who.words} ({actor.words}) {chain}.", "story", who, actor, *deeds),
        draft("appears-as", f"{actor.words} appears as {who.words}, who {chain}.", "cast story", actor, who, *deeds),
        draft("at-the-centre-is", f"At its centre is {who.words}, who {chain}.", "story", who, *deeds),
        draft("follows-who", f"It follows {who.words}, who {chain}.", "story", who, *deeds),
        draft("story-of", f"It is the story of {who.words}, who {chain}.", "story", who, *deeds),
        draft("in-it", f"In it, {who.words} {chain}.", "story", who, *deeds),
        draft("tells-of", f"The film tells of {who.words}, who {chain}.", "story", who, *deeds),
        draft("at-its-centre", f"Its central character, {who.words}, {chain}.", "story", who, *deeds),
        draft("as-played", f"As {who.words}, {actor.words} plays a character who {chain}.", "cast", who, actor, *deeds),
    )  # fmt: skip
    return (one for one in drafts if one is not None)


def continued(s: Slots, told: Sequence[Statement]) -> Iterator[Draft]:
    """What happens next to the person of whom the sentence before told the first things."""
    for person in s.people[:4]:
        rest = [deed for deed in person.deeds if deed.statements[0] not in told]
        rest = [deed for deed in rest if person.deeds.index(deed) >= _MOST][:_MOST]
        if person.name.statements[0] not in told or len(_chain([d.words for d in rest] or [""]).split()) < 4:
            continue  # *She is tried.* is no sentence for itself
        chain, p, who = _chain([deed.words for deed in rest]), person.pronoun, person.name
        for frame, words in (
            ("then", f"Then {p} {chain}."), ("pronoun", f"{p} {chain}."), ("later", f"Later {p} {chain}."),
            ("afterwards", f"Afterwards {p} {chain}."), ("after-that", f"After that {p} {chain}."),
            ("next", f"Next {p} {chain}."), ("then-after-pronoun", f"{p} then {chain}."),
            ("soon-name", f"{who.words} then {chain}."), ("later-name", f"Later {who.words} {chain}."),
        ):  # fmt: skip
            if (p or "name" in frame) and (one := draft(f"continued-{frame}", words, "story", *rest)):
                yield one


def others(s: Slots, told: Sequence[Statement]) -> Iterator[Draft]:
    """Who else is in it: kin of the person told of, or somebody else to whom something happens."""
    first = next((p for p in s.people if p.name.statements[0] in told), None)
    if first is None:
        return
    for person in s.everybody:
        if person.id == first.id or not person.actor:
            continue
        who, actor = person.name, person.actor
        already = {deed.words for deed in first.deeds if deed.statements[0] in told}
        deeds = [deed for deed in person.deeds if deed.words not in already][:2]
        chain = _chain([deed.words for deed in deeds]) if deeds else ""
        kin = next((as_ for to, as_ in person.kin if to == first.id), Slot(""))
        noun = _trade(person)
        his = _HIS.get(first.pronoun, "")
        if kin and his:
            yield from _some(
                draft("kin-bracket-too", f"{his} {kin.words} {who.words} ({actor.words}) {chain}." if deeds else "", "story", kin, who, actor, *deeds),
                draft("plays-kin-who", f"{actor.words} plays {his} {kin.words} {who.words}, who {chain}." if deeds else "", "cast story", actor, kin, who, *deeds),
                draft("kin-played", f"{his} {kin.words} {who.words} is played by {actor.words}.", "cast", kin, who, actor),
                draft("plays-kin", f"{actor.words} plays {his} {kin.words} {who.words}.", "cast", actor, kin, who),
                draft("is-kin", f"{actor.words} appears as {his} {kin.words} {who.words}.", "cast", actor, kin, who),
                draft("name-kin-played", f"{who.words}, {his} {kin.words}, is played by {actor.words}.", "cast", who, kin, actor),
            )  # fmt: skip
        if deeds:
            yield from _some(
                draft("other-noun-who", f"{actor.words} plays the {noun.words} {who.words}, who {chain}.", "cast story", actor, noun, who, *deeds),
                draft("other-bracket", f"{who.words} ({actor.words}) {chain}.", "story", who, actor, *deeds),
                draft("other-is", f"{actor.words} is {who.words}, who {chain}.", "cast story", actor, who, *deeds),
                draft("other-played", f"{who.words}, played by {actor.words}, {chain}.", "story cast", who, actor, *deeds),
            )  # fmt: skip
        if noun:
            yield from _some(
                draft("the-noun-is-played", f"The {noun.words} {who.words} is played by {actor.words}.", "cast", noun, who, actor),
                draft("plays-the-noun", f"{actor.words} plays the {noun.words} {who.words}.", "cast", actor, noun, who),
                draft("as-the-noun", f"{actor.words} appears as the {noun.words} {who.words}.", "cast", actor, noun, who),
            )  # fmt: skip


def _some(*drafts: Draft | None) -> Iterator[Draft]:
    return (one for one in drafts if one is not None and one.text)


def _trade(person: Person) -> Slot:
    """What the person is by trade, by the most sources: a captain of state security who also teaches is no teacher."""
    trades = [n for n in person.nouns if n.words in _OF_TRADE]
    return max(trades, key=lambda n: len(n.statements[0].sources), default=Slot(""))


def _chain(deeds: list[str]) -> str:
    """Deeds under one subject: "is arrested, interrogated and sentenced", "is arrested and escapes"."""
    out = [deeds[0]]
    for before, deed in pairwise(deeds):
        out.append(deed.removeprefix("is ") if before.startswith("is ") and deed.startswith("is ") else deed)
    return " and ".join([", ".join(out[:-1]), out[-1]]) if len(out) > 1 else out[0]
