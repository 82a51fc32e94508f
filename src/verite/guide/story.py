"""What happens to the characters of a film, deed by deed, as the record holds it: it tells the ending."""

from collections.abc import Iterator
from dataclasses import dataclass

from verite.catalogue import Catalogue
from verite.claims.story import placed
from verite.english import date
from verite.guide.basis import called
from verite.guide.notes import Note, Notes
from verite.model import Statement

_EACH = 1  # sources shown for a deed; the data has them all


@dataclass(frozen=True, slots=True)
class Deed:
    words: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    name: str
    played_by: str
    deeds: tuple[Deed, ...]
    complete: bool


def fates(work: str, catalogue: Catalogue, notes: Notes) -> Iterator[Fate]:
    """The characters of whom a story is recorded, in the record's order."""
    told: dict[str, list[Statement]] = {}
    for one in catalogue.statements(work, "story"):
        told.setdefault(str(one.qualifiers.get("character", "")), []).append(one)
    actors = {
        str(s.qualifiers.get("character")): catalogue.names(str(s.value))[0] for s in catalogue.statements(work, "cast")
    }
    for character, said in told.items():
        name = called(work, character, catalogue)
        deeds = []
        for one in sorted(said, key=lambda s: int(s.qualifiers.get("n", 0))):
            cited = notes.best([one])[:_EACH]
            marks = tuple(notes.mark(c, "the-story", f"the story of {name}") for c in cited)
            deeds.append(Deed(deed(one, catalogue), marks))
        whole = bool(catalogue.complete(work, f"character.{character}.story"))
        yield Fate(name, actors.get(character, ""), tuple(deeds), whole)


def deed(said: Statement, catalogue: Catalogue) -> str:
    """A deed in words: "imprisoned in a prison (held in a cellar overnight)"."""
    q = said.qualifiers
    words = _ACTS.get(str(said.value), str(said.value).replace("-", " "))
    where = placed(str(said.value), str(q.get("where", "")))
    words += (
        f"{' to' if said.value in _TO else ','} {where[1:-1]}"
        if where.startswith("(")
        else f" {where}"
        if where
        else ""
    )
    what = str(q.get("what", ""))
    if what.startswith("to "):
        words += f" {what}"
    if q.get("by"):
        words += f" by {_doer(said.subject, str(q['by']), catalogue)}"
    if q.get("place"):
        words += f"{' to' if said.value in _TO and not where else ','} {catalogue.place_name(str(q['place']))}"
    if q.get("when"):
        words += f", {date(q['when'])}"
    aside = [what] if what and not what.startswith("to ") else []
    aside += [str(q[key]) for key in ("sentence", "for", "reason", "how") if q.get(key)]
    if mode := _MODES.get(str(q.get("mode"))):
        aside.append(mode)
    return words + (f" ({'; '.join(aside)})" if aside else "")


def _doer(subject: str, by: str, catalogue: Catalogue) -> str:
    """Who did it: a character by name, a service with its article."""
    known = any(s.qualifiers.get("character") == by for s in catalogue.statements(subject, "name"))
    named = called(subject, by, catalogue) if known else by
    return f"the {named}" if named in _SERVICES else named


_SERVICES = ("NKVD", "KGB", "MGB", "OGPU", "GPU", "Cheka", "Red Army", "secret police", "gang")
_TO = ("deported", "exiled", "transported", "returned")
_ACTS = {"suicide": "died by suicide"}
_MODES = {"told": "told, not shown", "end-title": "told in the end titles"}
