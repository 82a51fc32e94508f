"""What is on record of a film, as a page lists it: a row for each property, a line for each value."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from verite.catalogue import Catalogue
from verite.claims import BY_NAME
from verite.english import a, date, sentence, several
from verite.guide import basis
from verite.guide.notes import Note, Notes
from verite.guide.words import STAGES
from verite.languages import language
from verite.model import Statement
from verite.prizes.tables import of_person
from verite.prizes.telling import category

_EACH = 2  # sources shown for a value, one where the values are many; the data has them all
_MANY = 8
_MOST = 14  # values shown for a property


@dataclass(frozen=True, slots=True)
class Value:
    words: str
    notes: tuple[Note, ...] = ()
    inference: str = ""
    lang: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    anchor: str
    values: tuple[Value, ...]
    left: int = 0
    run_on: bool = False  # short values, printed one after another
    named: bool = False  # values that are names


@dataclass(frozen=True, slots=True)
class Head:
    """What stands under the title of a film's page."""

    original: tuple[Value, ...]
    transliterated: tuple[Value, ...]
    years: tuple[str, ...]
    directors: tuple[str, ...]
    countries: tuple[str, ...]
    duration: str
    colours: tuple[str, ...]
    languages: tuple[str, ...]


def head(work: str, catalogue: Catalogue) -> Head:
    def words(property_: str) -> tuple[str, ...]:
        say = _WORDS[property_]
        return tuple(dict.fromkeys(say(s, catalogue) for s in catalogue.statements(work, property_) if not s.negative))

    minutes = sorted({int(s.value) for s in catalogue.statements(work, "duration")})
    # Where a title is recorded in several spellings, the one that the most sources give stands under the heading.
    spelled = sorted(_titles(work, "transliterated", catalogue), key=lambda s: -len(s.sources))
    return Head(
        tuple(_title(s) for s in _titles(work, "original", catalogue)),
        tuple(_title(s) for s in spelled[:1]),
        _years(work, catalogue),
        words("director"),
        words("country"),
        f"{minutes[0]} minutes" if len(minutes) == 1 else f"{minutes[0]} to {minutes[-1]} minutes" if minutes else "",
        words("colour"),
        words("language"),
    )


def rows(work: str, catalogue: Catalogue, notes: Notes) -> Iterator[Row]:
    """The facts of a film, those with nothing on record left out."""
    # That a film was not banned is said where a list claims that it was, not among its facts.
    for label, property_ in _ROWS:
        of, _, result = property_.partition(":")
        held = [s for s in catalogue.statements(work, of) if not (of == "event" and (s.negative or _says_nothing(s)))]
        if result:  # what it was nominated for, apart from what it won
            held = [s for s in held if (s.qualifiers.get("result") == "nominated") == (result == "nominated")]
        if property_ == "title":
            held = [
                s for s in held if s.qualifiers.get("of") not in ("original",) and not s.qualifiers.get("preferred")
            ]
        anchor = f"fact-{'nomination' if result == 'nominated' else of.replace('_', '-')}"
        values = _values(held, _WORDS[of], label, anchor, catalogue, notes)
        if values:
            yield Row(label, anchor, tuple(values[:_MOST]), max(0, len(values) - _MOST), of in _SHORT, of in _NAMES)


def _values(
    held: list[Statement],
    say: Callable[[Statement, Catalogue], str],
    label: str,
    anchor: str,
    catalogue: Catalogue,
    notes: Notes,
) -> list[Value]:
    groups: dict[str, list[Statement]] = {}
    for said in held:
        words = say(said, catalogue)
        no = "not in " if said.property == "filming_place" else "not "
        groups.setdefault(f"{no}{words}" if said.negative else words, []).append(said)
    found: list[Value] = []
    for words, all_ in list(groups.items())[: _MOST + 1]:
        grounds = [b for s in all_ if s.basis and not s.sources for b in basis.resolve(s, catalogue)]
        inference = basis.in_words(grounds) if grounds else ""
        cited = notes.best(all_)[: _EACH if len(groups) <= _MANY else 1] if len(found) < _MOST else []
        marks = tuple(notes.mark(c, anchor, label.lower()) for c in cited)
        tongue = str(all_[0].qualifiers.get("lang", "")) if all_[0].property == "title" else ""
        remark = next((s.remark for s in all_ if s.remark), language(tongue) if tongue else "")
        shown = words if tongue else words[:1].upper() + words[1:]
        found.append(Value(shown, marks, inference, tongue, remark))
    return found + [Value("")] * max(0, len(groups) - _MOST - 1)


def _titles(work: str, of: str, catalogue: Catalogue) -> list[Statement]:
    return [s for s in catalogue.statements(work, "title") if s.qualifiers.get("of") == of]


def _title(said: Statement) -> Value:
    tongue = str(said.qualifiers.get("lang", ""))
    if said.qualifiers.get("of") == "transliterated" and tongue:
        tongue += "-Latn"
    return Value(str(said.value), lang=tongue)


def _years(work: str, catalogue: Catalogue) -> tuple[str, ...]:
    """ "made 1976" and "released 1977"; of one year in one breath: "made and first shown 2007"."""
    meant: dict[str, list[str]] = {}
    for said in catalogue.statements(work, "year"):
        if not said.negative:
            verb = _OF_YEARS.get(str(said.qualifiers.get("of", "")), "")
            meant.setdefault(str(said.value), []).append(verb)
    order = list(_OF_YEARS.values())
    each = [(several(sorted({*filter(None, verbs)}, key=order.index)), year) for year, verbs in meant.items()]
    return tuple(f"{verbs} {year}".strip() for verbs, year in each)


# What a year is the year of; a year without a meaning has none.
_OF_YEARS = {
    "production": "made", "first-showing": "first shown", "release": "released", "broadcast": "broadcast",
    "home-release": "released for the home",
}  # fmt: skip


def _plain(said: Statement, catalogue: Catalogue) -> str:
    return str(said.value).replace("-", " ")


def _agent(said: Statement, catalogue: Catalogue) -> str:
    part = f" ({said.qualifiers['part']})" if said.qualifiers.get("part") else ""
    return catalogue.names(str(said.value))[0] + part


def _cast(said: Statement, catalogue: Catalogue) -> str:
    character = said.qualifiers.get("character")
    role = f" as {basis.called(said.subject, str(character), catalogue)}" if character else ""
    return catalogue.names(str(said.value))[0] + role


def _year(said: Statement, catalogue: Catalogue) -> str:
    return f"{_OF_YEARS.get(str(said.qualifiers.get('of', '')), '')} {said.value}".strip()


def _other_title(said: Statement, catalogue: Catalogue) -> str:
    return str(said.value)


def _state(said: Statement, catalogue: Catalogue) -> str:
    return str(catalogue.states.get(str(said.value), {}).get("name", said.value))


def _minutes(said: Statement, catalogue: Catalogue) -> str:
    of = f" ({said.qualifiers['of']})" if said.qualifiers.get("of") else ""
    return f"{said.value} minutes{of}"


def _source_work(said: Statement, catalogue: Catalogue) -> str:
    return sentence(BY_NAME["based_on"].shown(said, catalogue).removeprefix("based on ")).rstrip(".")


def _place(said: Statement, catalogue: Catalogue) -> str:
    part = f" ({said.qualifiers['part']})" if said.qualifiers.get("part") else ""
    return catalogue.place_name(str(said.value)) + part


def _topic(said: Statement, catalogue: Catalogue) -> str:
    return _TOPICS.get(str(said.value), str(said.value).replace("-", " "))


_TOPICS = {
    "gulag": "Gulag", "great-terror": "Great Terror", "red-terror": "Red Terror", "amnesty-1953": "amnesty of 1953",
    "doctors-plot": "Doctors’ Plot", "world-war-2": "World War II", "post-war": "after the war", "dumas": "Dumas",
    "exile": "life in exile", "katyn": "Katyn", "stalin": "Stalin", "stalinism": "Stalinism", "holodomor": "Holodomor",
}  # fmt: skip


def _perspective(said: Statement, catalogue: Catalogue) -> str:
    return "the family" if said.value == "family" else a(_plain(said, catalogue))


def _stage(said: Statement, catalogue: Catalogue) -> str:
    return STAGES.get(str(said.value), _plain(said, catalogue))


def _event_name(said: Statement, catalogue: Catalogue) -> str:
    return str(catalogue.events.get(str(said.value), {}).get("name", said.value))


def _camp(said: Statement, catalogue: Catalogue) -> str:
    of = {"gulag": "Soviet camps: ", "nazi": "National Socialist camps: "}.get(str(said.qualifiers.get("of", "")), "")
    return of + BY_NAME["topic"].shown(said, catalogue)


def _says_nothing(said: Statement) -> bool:
    """A decision of which neither the day nor anything else is told."""
    return said.value == "decision" and not any(said.qualifiers.get(key) for key in ("when", "by", "at", "reason"))


def _happened(said: Statement, catalogue: Catalogue) -> str:
    q = said.qualifiers
    state = catalogue.states.get(str(q.get("in", "")), {}).get("name", q.get("in"))
    parts = [
        _plain(said, catalogue).capitalize() + (f" in {state}" if state else ""),
        str(q.get("at", "")), date(q["when"]) if q.get("when") else "", f"by {q['by']}" if q.get("by") else "",
        f"until {date(q['until'])}" if q.get("until") else "",
    ]  # fmt: skip
    return ", ".join(part for part in parts if part) + (f": {q['reason']}" if q.get("reason") else "")


def _award(said: Statement, catalogue: Catalogue) -> str:
    """ "Golden Bear, Berlin International Film Festival 1977"; a person's with the name before it."""
    q = said.qualifiers
    prize, table = category(said, catalogue), str(catalogue.tables.get(q["table"], {}).get("name", q["table"]))
    who = f"{q['recipient']}: " if q.get("recipient") and of_person(said) else ""
    given = table if prize in table else f"{prize}, {table}"  # *USSR State Prize* is the prize and its table
    return f"{who}{given} {q.get('year', '')}".strip()


def _person(said: Statement, catalogue: Catalogue) -> str:
    role = said.qualifiers.get("character")
    return catalogue.names(str(said.value))[0] + (
        f" (in the film: {basis.called(said.subject, str(role), catalogue)})" if role else ""
    )


def _true_story(said: Statement, catalogue: Catalogue) -> str:
    return sentence(BY_NAME["true_story"].shown(said, catalogue)).rstrip(".")


_WORDS: dict[str, Callable[[Statement, Catalogue], str]] = {
    "title": _other_title, "year": _year, "director": _agent, "writer": _agent, "composer": _agent, "camera": _agent,
    "producer": _agent, "narrator": _agent, "cast": _cast, "country": _state, "form": _plain, "colour": _plain,
    "language": lambda said, _: language(said.value), "duration": _minutes, "based_on": _source_work,
    "true_story": _true_story, "person": _person, "set_time": lambda said, _: date(said.value), "set_place": _place,
    "set_event": _event_name, "filming_place": _place, "topic": _topic, "camp": _camp, "stage": _stage,
    "perspective": _perspective, "content": _plain, "event": _happened, "award": _award,
}  # fmt: skip
_SHORT = (
    "year", "country", "duration", "colour", "language", "topic", "stage", "perspective", "content", "title", "set_time",
    "set_place", "set_event",
)  # fmt: skip
_NAMES = (
    "director", "writer", "camera", "composer", "producer", "narrator", "country", "award", "set_place", "set_event",
)  # fmt: skip
_ROWS = (
    ("Years", "year"), ("Director", "director"), ("Written by", "writer"), ("Camera", "camera"), ("Music", "composer"),
    ("Producer", "producer"), ("Narrator", "narrator"), ("Cast", "cast"), ("Country", "country"),
    ("Duration", "duration"),
    ("Colour", "colour"), ("Spoken languages", "language"), ("Based on", "based_on"), ("True story", "true_story"),
    ("People who lived", "person"), ("When it is set", "set_time"), ("Events in it", "set_event"),
    ("Where it is set", "set_place"), ("Where it was filmed", "filming_place"), ("Subjects", "topic"),
    ("Camps in the film", "camp"), ("Stages of the road", "stage"), ("Through whose eyes", "perspective"),
    ("Worth knowing beforehand", "content"), ("How it was shown", "event"), ("Prizes", "award:won"), ("Nominated for", "award:nominated"),
    ("Other titles", "title"),
)  # fmt: skip
