"""A person of the guide: names, dates, what they lived through, and their part in its films."""

from collections.abc import Iterable
from dataclasses import dataclass

from verite.catalogue import Catalogue
from verite.english import date
from verite.guide.film import Film
from verite.guide.notes import Note, Notes
from verite.guide.tongue import Tongue
from verite.model import Statement

_EACH = 1  # source shown for a value, the weightiest; the data has them all
# Their part in a film, in the order in which a page tells it; a cast of hundreds would hide who made the films.
_PARTS = {"director": "directed", "writer": "wrote", "based_on": "author of the source", "person": "shown in the film"}
_TOLD = {"witnessed": "saw it"}


@dataclass(frozen=True, slots=True)
class Line:
    act: str  # "arrested"
    words: str
    notes: tuple[Note, ...]
    whose: str = ""  # the father, say, if it did not befall the person themselves
    when: str = ""  # EDTF


@dataclass(frozen=True, slots=True)
class Life:
    """`sort` is the name by which a list is ordered, the family name first."""

    id: str
    name: str
    sort: str
    original: str
    lang: str
    dates: str
    lived: tuple[Line, ...]
    films: tuple[tuple[Film, str], ...]  # with their part in it

    @property
    def address(self) -> str:
        """Where the guide tells of them: who lived through something has a place of their own."""
        return f"people/{'' if self.lived else 'all/'}index.html#p-{self.id}"


def lives(films: Iterable[Film], catalogue: Catalogue, notes: Notes, tongue: Tongue) -> list[Life]:
    """Whoever directed or wrote a film, wrote what it is based on, or is shown in it as a real person, by name."""
    parts: dict[str, dict[str, tuple[Film, list[str]]]] = {}
    for film in films:
        for property_, words in _PARTS.items():
            for said in catalogue.statements(film.work, property_) if film.work else ():
                agent = _agent(said)
                if agent and not said.negative:
                    _, held = parts.setdefault(agent, {}).setdefault(film.work, (film, []))
                    if words not in held:
                        held.append(words)
    found = [
        _life(agent, [(film, ", ".join(words)) for film, words in had.values()], catalogue, notes, tongue)
        for agent, had in parts.items()
    ]
    return sorted(found, key=lambda life: (tongue.written(life.sort), life.sort.casefold(), life.id))


def _agent(said: Statement) -> str:
    return str(said.qualifiers.get("by") or "") if said.property == "based_on" else str(said.value)


def _life(agent: str, films: list[tuple[Film, str]], catalogue: Catalogue, notes: Notes, tongue: Tongue) -> Life:
    name = tongue.of_agent(agent) or catalogue.names(agent)[0]
    original = next((s for s in catalogue.statements(agent, "name") if s.qualifiers.get("of") == "original"), None)
    lived = []
    for said in sorted(catalogue.statements(agent, "experience"), key=lambda s: str(s.qualifiers.get("when", "9"))):
        if not said.negative:
            marks = tuple(notes.mark(c, f"p-{agent}", name) for c in notes.best([said])[:_EACH])
            act = _TOLD.get(str(said.value), str(said.value))
            whose = str(said.qualifiers.get("of", ""))
            words, when = _lived(said)
            lived.append(Line(act, words, marks, whose, when))
    given, _, family = name.rpartition(" ")
    return Life(
        agent, name, f"{family} {given}".strip(), str(original.value) if original else "",
        str(original.qualifiers.get("lang", "")) if original else "", _dates(agent, catalogue), tuple(lived), tuple(films),
    )  # fmt: skip


def _lived(said: Statement) -> tuple[str, str]:
    """What a source says of it, and when it was, if the words do not tell that already."""
    q = said.qualifiers
    parts = [str(q.get("sentence", "")), str(q.get("what", "")), str(q.get("where", ""))]
    when = f"{q['when']}/{q['until']}" if q.get("when") and q.get("until") else str(q.get("when", ""))
    when = when or (f"../{q['until']}" if q.get("until") else "")
    words = ", ".join(part for part in parts if part)
    return words, "" if date(when) in words else when


def _dates(agent: str, catalogue: Catalogue) -> str:
    """Years of birth and death; where sources differ, all that are said."""

    def years(property_: str) -> str:
        said = sorted({str(s.value)[:4] for s in catalogue.statements(agent, property_) if not s.negative})
        return " or ".join(said)

    born, died = years("born"), years("died")
    return f"{born}–{died}" if born and died else f"born {born}" if born else f"died {died}" if died else ""
