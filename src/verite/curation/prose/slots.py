"""What is on record of a film in the words of a sentence, each with its statements.

Nothing disputed is handed out as fact: where sources give several values of what can have only one, the slot is empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from verite import titles
from verite.catalogue import Catalogue
from verite.curation.years import span
from verite.english import date, several
from verite.model import Statement, Work

_FORMS = {
    "feature": "film", "television-film": "television film", "series": "series", "short": "short film",
    "documentary": "documentary", "television-documentary": "television documentary", "video": "film",
}  # fmt: skip
SOURCES = {
    "novel": "novel", "novella": "novella", "short-story": "short story", "memoir": "memoir", "play": "play",
    "book": "book", "diary": "diary", "autobiography": "autobiography", "biography": "biography",
}  # fmt: skip
# Deeds as a predicate. What ends a story is told only on request.
DEEDS = {
    "denounced": "is denounced", "arrested": "is arrested", "interrogated": "is interrogated", "tortured": "is tortured",
    "tried": "is tried", "sentenced": "is sentenced", "transported": "is transported", "deported": "is deported",
    "exiled": "is exiled", "captured": "is captured", "confessed": "confesses", "escaped": "escapes",
    "betrayed": "is betrayed", "imprisoned": "is imprisoned",
}  # fmt: skip
ENDINGS = {
    "executed": "is executed", "killed": "is killed", "died": "dies", "released": "is released",
    "returned": "returns", "rehabilitated": "is rehabilitated", "amnestied": "is amnestied",
}  # fmt: skip


ABOUT = {
    "gulag": "the Gulag", "great-terror": "the Great Terror", "red-terror": "the Red Terror",
    "collectivisation": "the collectivisation of agriculture", "deportation": "deportation",
    "special-settlement": "a special settlement", "exile": "exile", "doctors-plot": "the Doctors’ Plot",
    "world-war-2": "World War II", "prisoners-of-war": "prisoners of war", "katyn": "the Katyn massacre",
    "stalin": "Stalin", "stalinism": "Stalinism", "famine": "famine", "informers": "informers",
    "show-trial": "a show trial", "rehabilitation": "rehabilitation", "holodomor": "the Holodomor",
    "dissidents": "dissidents", "secret-police": "the secret police", "escape": "an escape",
}  # fmt: skip
_TELLING_OF = ("documentary", "television-documentary")  # they tell of a place; they are not set there
_ON = ("island", "islands", "river", "coast")  # kinds of place one is on


class Slot(NamedTuple):
    """Words, and the statements they rest on."""

    words: str
    statements: tuple[Statement, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)


NONE = Slot("")


@dataclass
class Person:
    """A character with what happens to them, in the order of the story."""

    id: str
    name: Slot
    actor: Slot
    nouns: list[Slot]
    deeds: list[Slot] = field(default_factory=list)
    endings: list[Slot] = field(default_factory=list)


@dataclass
class Slots:
    """The slots of one film."""

    work: Work
    catalogue: Catalogue

    def name(self, agent: str) -> str:
        """The name as Latin letters have it: a spelling that a source gives, else our own transliteration."""
        spellings = self.catalogue.names(agent)
        latin = next((n for n in spellings if all(ord(c) < 0x370 for c in n)), "")
        return latin or " ".join(
            w.capitalize() for w in next(iter(titles.romanised(spellings[0])), spellings[0]).split()
        )

    def place_name(self, place: str) -> str:
        """The name without what the record adds to tell it from another: "Unchansk (invented town)"."""
        return self.catalogue.place_name(place).partition(" (")[0]

    def said(self, property_: str) -> list[Statement]:
        return [s for s in self.catalogue.statements(self.work.id, property_) if not s.negative]

    @cached_property
    def noun(self) -> str:
        return _FORMS.get(self.work.form, "film")

    @cached_property
    def director(self) -> Slot:
        said = self.said("director")
        if not said or len(said) > 3:
            return NONE
        return Slot(several([self.name(str(s.value)) for s in said]), tuple(said))

    @cached_property
    def wrote_too(self) -> bool:
        """Whether the director alone wrote it."""
        return {s.value for s in self.said("writer")} == {s.value for s in self.said("director")} != set()

    @cached_property
    def country(self) -> Slot:
        """The adjective of the one country; a co-production has none."""
        said = self.said("country")
        codes = {str(s.value) for s in said}
        adjectives = self.catalogue.states.get(next(iter(codes), ""), {}).get("adjectives") or ()
        return Slot(str(adjectives[0]), tuple(said)) if len(codes) == 1 and adjectives else NONE

    @cached_property
    def place(self) -> Slot:
        """Where it is set, if that is one place; a state with its article."""
        said = self.said("set_place")
        if len({s.value for s in said}) != 1 or self.work.form in _TELLING_OF:
            return NONE
        return Slot(
            f"{_preposition(str(said[0].value), self.catalogue)} {self.place_name(str(said[0].value))}",
            (said[0],),
        )

    @cached_property
    def time(self) -> Slot:
        """When it is set: "in 1942", "between 1936 and 1938", "in the 1940s"."""
        said = self.said("set_time")
        if self.work.form in _TELLING_OF:
            return NONE
        if len({str(s.value) for s in said}) != 1:
            return NONE
        value = str(said[0].value)
        years = span(value)
        if years is None or years[1] == 9999 or any(mark in value for mark in "?~"):
            return NONE
        if "X" in value:
            return Slot(f"in the {value[:3]}0s", (said[0],)) if "/" not in value else NONE
        if years[0] == years[1]:
            return Slot(f"in {date(value)}", (said[0],)) if len(value) <= 7 else Slot(f"in {years[0]}", (said[0],))
        return Slot(f"between {years[0]} and {years[1]}", (said[0],))

    @cached_property
    def topic(self) -> Slot:
        """The subject that the most sources give, if a sentence has a word for it."""
        said = sorted((s for s in self.said("topic") if str(s.value) in ABOUT), key=lambda s: -len(s.sources))
        return Slot(ABOUT[str(said[0].value)], (said[0],)) if said else NONE

    @cached_property
    def source(self) -> tuple[Slot, Slot, Slot]:
        """Form, title and author of the one work it is based on."""
        said = [s for s in self.said("based_on") if str(s.qualifiers.get("form")) in SOURCES]
        by = {s.qualifiers.get("by") for s in said}
        if by & {s.value for s in self.said("director")}:
            return NONE, NONE, NONE  # "from the novel by" oneself is no way to say it
        if not said or len(by) != 1 or None in by or len({s.qualifiers.get("form") for s in said}) != 1:
            return NONE, NONE, NONE
        one = max(said, key=lambda s: len(s.sources))
        author = self.name(str(one.qualifiers["by"]))
        latin = [t for t in (str(one.value), *map(str, one.qualifiers.get("also", ()))) if t.isascii()]
        same = {titles.key(str(t.value)) for t in self.said("title")}
        title = Slot(f"“{latin[0]}”", (one,)) if latin and titles.key(latin[0]) not in same else NONE
        return Slot(SOURCES[str(one.qualifiers["form"])], (one,)), title, Slot(author, (one,))

    @cached_property
    def people(self) -> list[Person]:
        """The characters of whom something is told, whoever is played by a named actor first."""
        told: dict[str, list[Statement]] = {}
        for said in self.said("story"):
            told.setdefault(str(said.qualifiers.get("character", "")), []).append(said)
        found = [self._person(character, said) for character, said in told.items()]
        found = [person for person in found if person.name and (person.deeds or person.endings)]
        return sorted(found, key=lambda p: not p.deeds)  # the record tells of the leading parts first

    def _person(self, character: str, said: Sequence[Statement]) -> Person:
        def of(property_: str) -> list[Statement]:
            return [s for s in self.said(property_) if s.qualifiers.get("character") == character]

        name = max(
            (s for s in of("name") if _proper(str(s.value), of("descriptor"))),
            key=lambda s: len(s.sources),
            default=None,
        )
        actors = of("cast")
        actor = Slot(self.name(str(actors[0].value)), (actors[0],)) if len(actors) == 1 else NONE
        nouns = [Slot(str(s.value), (s,)) for s in of("descriptor") if not s.qualifiers.get("to")]
        called = Slot(str(name.value), (name,)) if name else NONE
        for lived in self.said("person"):  # a real person is called as everywhere else
            spellings = self.catalogue.names(str(lived.value))
            if lived.qualifiers.get("character") == character or called.words in spellings:
                called = Slot(spellings[0], (lived,))
        person = Person(character, called, actor, nouns)
        for one in sorted(said, key=lambda s: int(s.qualifiers.get("n", 0))):
            if one.qualifiers.get("mode", "shown") != "shown":
                continue
            if (words := DEEDS.get(str(one.value))) and not person.endings:
                if (deed := Slot(_where(words, one), (one,))) and deed.words not in [d.words for d in person.deeds]:
                    person.deeds.append(deed)
            elif words := ENDINGS.get(str(one.value)):
                person.endings.append(Slot(words, (one,)))
        return person


def _preposition(place: str, catalogue: Catalogue) -> str:
    return "on" if catalogue.places.get(place, {}).get("kind") in _ON else "in"


def _where(words: str, said: Statement) -> str:
    if said.value == "imprisoned":
        where = said.qualifiers.get("where")
        return {"camp": "is held in a camp", "prison": "is held in prison", "pow-camp": "is held in a camp"}.get(
            str(where), "is imprisoned"
        )
    if said.value == "arrested" and str(said.qualifiers.get("by", "")) in ("NKVD", "the NKVD"):
        return "is arrested by the NKVD"
    return words


def _proper(name: str, descriptors: Sequence[Statement]) -> bool:
    """A name in Latin letters that is one, and no rank or trade that stands for it (*the Captain*)."""
    nouns = {str(s.value).casefold() for s in descriptors} | {
        "captain",
        "commandant",
        "father",
        "mother",
        "doctor",
        "boy",
        "girl",
    }
    return (
        all(ord(c) < 0x370 for c in name) and name[:1].isupper() and name.casefold().removeprefix("the ") not in nouns
    )
