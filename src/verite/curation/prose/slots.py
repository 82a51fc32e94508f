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
_AT = ("Lake ", "Cape ")
_MALE = frozenset("man boy father husband son brother".split())
_FEMALE = frozenset("woman girl mother wife daughter sister widow".split())
_KIN = frozenset("wife husband mother father son daughter brother sister friend lover".split())


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
    kin: list[tuple[str, Slot]] = field(default_factory=list)  # (to whom, as what)
    pronoun: str = ""
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

    def gender(self, agent: str) -> str:
        return next((str(g.value) for g in self.catalogue.statements(agent, "gender")), "")

    def state(self, code: str) -> str:
        """The state as prose has it, "the Soviet Union"; "" for one that the catalogue does not know."""
        return str(self.catalogue.states.get(code, {}).get("name", ""))

    def place_name(self, place: str) -> str:
        """The name without what the record adds to tell it from another: "Unchansk (invented town)"."""
        name = self.catalogue.place_name(place).partition(" (")[0]
        common = name.split()[-1].islower() and not name.startswith(("the ", "a ", "an "))
        return f"the {name}" if common else name  # *the Moscow region*

    def said(self, property_: str) -> list[Statement]:
        return [s for s in self.catalogue.statements(self.work.id, property_) if not s.negative]

    @cached_property
    def noun(self) -> str:
        return _FORMS.get(self.work.form, "film")

    @cached_property
    def director(self) -> Slot:
        said = self.said("director")
        names = list(dict.fromkeys(self.name(str(s.value)) for s in said))  # one person may stand under several ids
        return Slot(several(names), tuple(said)) if 0 < len(names) <= 3 else NONE

    @cached_property
    def wrote_too(self) -> bool:
        """Whether the director alone wrote it."""
        wrote, directed = ({self.name(str(s.value)) for s in self.said(p)} for p in ("writer", "director"))
        return wrote == directed != set()

    @cached_property
    def country(self) -> Slot:
        """The adjective of the one country; a co-production has none."""
        said = self.said("country")
        codes = {str(s.value) for s in said}
        adjectives = self.catalogue.states.get(min(codes, default=""), {}).get("adjectives") or ()
        return Slot(str(adjectives[0]), tuple(said)) if len(codes) == 1 and adjectives else NONE

    @cached_property
    def place(self) -> Slot:
        """Where it is set: the two narrowest places that the most sources name; a state with its article."""
        return NONE if self.work.form in _TELLING_OF else self.where

    @cached_property
    def where(self) -> Slot:
        """The same of a documentary, too, which tells of a place."""
        said = self.said("set_place")
        around = {wide for s in said for wide in self.around(str(s.value))}
        narrow = [s for s in said if str(s.value) not in around]
        if not narrow:
            return NONE
        once = {self.place_name(str(s.value)): s for s in sorted(narrow, key=lambda s: len(s.sources))}
        first = sorted(once.values(), key=lambda s: -len(s.sources))[:2]
        first.sort(key=narrow.index)
        return Slot(
            several([f"{_preposition(p, self.catalogue)} {self.place_name(p)}" for p in (str(s.value) for s in first)]),
            tuple(first),
        )

    def around(self, place: str) -> list[str]:
        """The places that a place lies in, the nearest first."""
        found: list[str] = []
        while (place := str(self.catalogue.places.get(place, {}).get("within") or "")) and place not in found:
            found.append(place)
        return found

    @cached_property
    def time(self) -> Slot:
        """When it is set: "in 1942", "between 1936 and 1938", "in the 1940s"."""
        return NONE if self.work.form in _TELLING_OF else self.when

    @cached_property
    def when(self) -> Slot:
        """The same of a documentary, too."""
        said = self.said("set_time")
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
        found = [person for person in self.everybody if person.deeds or person.endings]
        return sorted(found, key=lambda p: not p.deeds)  # the record tells of the leading parts first

    @cached_property
    def everybody(self) -> list[Person]:
        """The named characters, in the order of the record."""
        told: dict[str, list[Statement]] = {}
        for property_ in ("story", "name", "cast"):
            for said in self.said(property_):
                character = str(said.qualifiers.get("character", ""))
                if character:
                    told.setdefault(character, []).extend([said] if property_ == "story" else [])
        return [person for character, said in told.items() if (person := self._person(character, said)).name]

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
        kin = [
            (str(s.qualifiers["to"]), Slot(str(s.value), (s,)))
            for s in of("descriptor")
            if s.qualifiers.get("to") and s.value in _KIN
        ]
        sexes = {str(s.value) for s in of("descriptor")}
        pronoun = "she" if sexes & _FEMALE else ("he" if sexes & _MALE else "")
        person = Person(character, called, actor, nouns, kin, pronoun)
        unbroken = any(one.value == "resisted" for one in said)  # who did not confess in one source is not said to have
        for one in sorted(said, key=lambda s: int(s.qualifiers.get("n", 0))):
            if one.qualifiers.get("mode", "shown") != "shown":
                continue
            if one.value == "confessed" and unbroken:
                continue
            if (words := DEEDS.get(str(one.value))) and not person.endings:
                deed = Slot(self._where(words, one), (one,))
                if deed.words not in [d.words for d in person.deeds]:
                    person.deeds.append(deed)
            elif words := ENDINGS.get(str(one.value)):
                person.endings.append(Slot(words, (one,)))
        return person

    def _where(self, words: str, said: Statement) -> str:
        """The deed with by whom, where or whereto, and in which year it was done, as far as the record says."""
        q = said.qualifiers
        place = self.place_name(str(q["place"])) if str(q.get("place", "")) in self.catalogue.places else ""
        if said.value == "imprisoned":
            words = {
                "camp": "is held in a camp", "prison": "is held in prison", "pow-camp": "is held in a camp",
            }.get(str(q.get("where")), "is imprisoned")  # fmt: skip
            if place:
                words += f" {_preposition(str(q['place']), self.catalogue)} {place}"
        elif place and said.value in ("transported", "deported", "exiled"):
            words += f" to {place}"
        if said.value == "arrested" and str(q.get("by", "")) in ("NKVD", "the NKVD"):
            words += " by the NKVD"
        years = span(str(q["when"])) if q.get("when") else None
        if years and years[0] == years[1] and not any(mark in str(q["when"]) for mark in "?~X"):
            words += f" in {years[0]}"
        return words


def _preposition(place: str, catalogue: Catalogue) -> str:
    row = catalogue.places.get(place, {})
    if str(row.get("name", "")).startswith(_AT):
        return "at"
    return "on" if row.get("kind") in _ON else "in"


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
