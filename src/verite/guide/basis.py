"""From what an editors' judgement is inferred: the statements behind it, and what to call them."""

from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.claims import BY_NAME
from verite.english import date, several
from verite.model import Statement

_CALLED = {
    "based_on": "what the film is based on",
    "filming_place": "where it was filmed",
    "set_place": "where it is set",
    "set_time": "when it is set",
    "topic": "what it is about",
    "camp": "the part that camps have in it",
    "set_event": "the events in it",
    "person": "the people shown in it",
    "true_story": "how true its story is",
}


class Ground(NamedTuple):
    words: str
    statements: tuple[Statement, ...]


def resolve(said: Statement, catalogue: Catalogue) -> list[Ground]:
    """What each path of a basis (`based_on`, `event.release`, `character.x.story`) points at."""
    return [_ground(said.subject, path, catalogue) for path in said.basis]


def in_words(grounds: list[Ground]) -> str:
    return f"our inference from {several(list(dict.fromkeys(g.words for g in grounds)))}"


def _ground(subject: str, path: str, catalogue: Catalogue) -> Ground:
    first, _, rest = path.partition(".")
    if first == "character":
        character, _, property_ = rest.partition(".")
        held = catalogue.statements(subject, property_)
        of = tuple(s for s in held if s.qualifiers.get("character") == character)
        named = called(subject, character, catalogue)
        return Ground(f"the story of {named}" if property_ == "story" else f"what is on record of {named}", of)
    held = tuple(s for s in catalogue.statements(subject, first) if not s.negative and s.sources)
    if first == "event":
        held = tuple(s for s in held if s.value == rest)
        when = next((date(s.qualifiers["when"]) for s in held if s.qualifiers.get("when")), "")
        state = next((str(s.qualifiers["in"]) for s in held if s.qualifiers.get("in")), "")
        where = catalogue.states.get(state, {}).get("name", state)
        return Ground(
            f"its {rest.replace('-', ' ')}" + (f" in {_the(where)}" if where else "") + (f", {when}" if when else ""),
            held,
        )
    words = _CALLED.get(first, first.replace("_", " "))
    if first == "based_on" and held:
        words = f"{BY_NAME['based_on'].shown(held[0], catalogue).removeprefix('based on ')}, its source"
    if first == "filming_place" and held:
        words += f", {several([catalogue.place_name(str(s.value)) for s in held[:3]])}"
    return Ground(words, held)


def called(subject: str, character: str, catalogue: Catalogue) -> str:
    """A character's name, in Latin letters if one is recorded so."""
    rows = [s for s in catalogue.statements(subject, "name") if s.qualifiers.get("character") == character]
    names = [str(s.value) for s in rows]
    return next((n for n in names if not any("\u0400" <= c <= "\u04ff" for c in n)), names[0] if names else character)


def _the(state: str) -> str:
    return (
        f"the {state}"
        if state in ("Soviet Union", "United States", "United Kingdom", "United Arab Emirates")
        else state
    )
