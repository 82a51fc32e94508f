"""The one thing most worth telling of a film: drafts of many kinds, each with how telling it is.

A statement is the more telling the fewer films of the catalogue have its like, the more independent sources give it,
and the nearer it bears on the theme. The weights are ours; the order within a kind is the record's.
"""

import re
from collections.abc import Iterator, Sequence
from math import log2
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.curation.prose.draft import Draft, draft
from verite.curation.prose.slots import Slot, Slots
from verite.curation.years import span
from verite.english import date, possessive, several
from verite.languages import language
from verite.model import Statement

_WORTH = {
    "fate": 5.0, "life": 4.5, "prize": 4.0, "real": 3.5, "nomination": 2.5, "shot": 2.5, "source": 2.0, "release": 1.8,
    "premiere": 1.7, "together": 1.0, "made": 0.5,
}  # fmt: skip
_BEARING = 1.5  # what each place further up in the theme's list adds, shared out over it
_LIVED = {
    "arrested": "was arrested", "imprisoned": "was imprisoned", "exiled": "was exiled", "deported": "was deported",
    "rehabilitated": "was rehabilitated", "sentenced": "was sentenced",
}  # fmt: skip
_PERSONAL = re.compile(r"\b(?:actor|actress|actors|acting|performances?|screenwriter|direct(?:or|ing)|screenplay|script|writ(?:er|ing)|score|music|camera|cinematograph\w*|design|costumes?|edit\w*|debut)\b", re.IGNORECASE)  # fmt: skip


class Fact(NamedTuple):
    """A draft with how telling it is."""

    kind: str
    draft: Draft
    telling: float


def facts(s: Slots, bearing: Sequence[str]) -> list[Fact]:
    """Every draft that the record allows, the most telling first."""
    found = [
        Fact(kind, one, round(_telling(kind, one.statements, bearing, s.catalogue) - rank * 0.01, 6))
        for kind, drafts in (
            ("fate", _fates(s)), ("life", _lives(s)), ("prize", _prizes(s, "won")), ("real", _real(s)),
            ("nomination", _prizes(s, "nominated")), ("shot", _shot(s)), ("source", _source(s)), ("release", _releases(s)),
            ("premiere", _premieres(s)), ("together", _together(s)), ("made", _made(s)),
        )
        for rank, one in enumerate(drafts)
    ]  # fmt: skip
    return sorted(found, key=lambda fact: (-fact.telling, fact.draft.text))


def _telling(kind: str, said: Sequence[Statement], bearing: Sequence[str], catalogue: Catalogue) -> float:
    families = {catalogue.source(c.key).family or c.key for s in said for c in s.sources}
    near = [
        len(bearing) - place
        for place, one in enumerate(bearing)
        for s in said
        if s.property == one.partition("=")[0] and one.partition("=")[2] in ("", str(s.value))
    ]
    return _WORTH[kind] + min(1.5, log2(1 + len(families)) / 2) + _BEARING * max(near, default=0) / max(len(bearing), 1)


def _each(kinds: str, slots: Sequence[Slot], *forms: tuple[str, str]) -> Iterator[Draft]:
    """The forms in which one thing can be said, those that have words."""
    for frame, text in forms:
        one = draft(frame, text, kinds, *slots) if text else None
        if one is not None:
            yield one


def _fates(s: Slots) -> Iterator[Draft]:
    """That it was shelved or banned, where, until when."""
    for said in s.said("event"):
        q = said.qualifiers
        state = s.state(str(q.get("in", "")))
        soviet = state == "the Soviet Union"
        where, slot = (f" in {state}" if state else ""), Slot("x", (said,))
        when = span(str(q["when"])) if q.get("when") else None
        last = span(str(q["until"])) if q.get("until") else None
        if last is None and when and when[0] != when[1] != 9999:
            last = when
        year = f" in {when[0]}" if when and when[0] == when[1] else ""
        if said.value == "shelved":
            yield from _each(
                "ban", [slot],
                ("shelved-until", f"It was shelved until {last[1]}." if last else ""),
                ("the-film-shelved-until", f"The {s.noun} was shelved{where} and was not shown until {last[1]}." if last else ""),
                ("authorities-shelved", f"Soviet authorities shelved the {s.noun}." if soviet else ""),
                ("shelved", f"The film was shelved{where}."),
                ("where-shelved", f"In {state} the {s.noun} was shelved." if state else ""),
                ("withheld", "It was withheld from release."),
                ("held-back", "The Soviet authorities held it back." if soviet else ""),
            )  # fmt: skip
        if said.value == "ban" and state:
            yield from _each(
                "ban", [slot],
                ("banned-in", f"It was banned in {state}{year}."),
                ("state-banned", f"{state[:1].upper() + state[1:]} banned the {s.noun}{year}."),
                ("in-state-banned", f"In {state} it was banned{year}."),
                ("forbidden", f"It was forbidden in {state}{year}."),
                ("the-film-banned", f"The {s.noun} was banned in {state}{year}."),
            )  # fmt: skip


def _lives(s: Slots) -> Iterator[Draft]:
    """What its makers lived through themselves."""
    form, _, author = s.source
    makers = [(str(d.value), "director") for d in s.said("director")]
    makers += [(str(author.statements[0].qualifiers["by"]), "author")] if author else []
    makers += [(str(w.value), "writer") for w in s.said("writer") if (str(w.value), "director") not in makers]
    for agent, part in makers:
        name = s.name(agent)
        own = [x for x in s.catalogue.statements(agent, "experience") if not x.negative and not x.qualifiers.get("of")]
        for said in own:
            slot, himself = Slot("x", (said,)), {"male": " himself", "female": " herself"}.get(s.gender(agent), "")
            if said.value == "censored" and part != "author":
                yield from _each("person", [slot], (f"{part}-censored", f"Its {part}, {name}, suffered censorship."))
            lived, years = _LIVED.get(str(said.value)), _in_years(said)
            if lived is None or not years or not _before(said, s.work.year):
                continue  # *was exiled*, without its years, may be said of quite another time and cause
            lived += years
            if part == "director":
                yield from _each(
                    "person director", [slot],
                    ("director-apposed-lived", f"Its director, {name}, {lived.replace('was', 'was' + himself, 1)}."),
                    ("directed-by-who-lived", f"It was directed by {name}, who {lived}."),
                    ("director-name-lived", f"{name}, who directed the {s.noun}, {lived}."),
                )  # fmt: skip
            elif part == "writer":
                yield from _each(
                    "person writer", [slot],
                    ("writer-who-wrote", f"{name}, who wrote the screenplay, {lived}."),
                    ("writer-by-who", f"The screenplay is by {name}, who {lived}."),
                )  # fmt: skip
            else:
                yield from _each(
                    "person based_on", [slot, form],
                    ("author-who-wrote", f"{name}, who wrote the {form.words}, {lived}."),
                    ("author-lived", f"{name}, on whose {form.words} the {s.noun} is based, {lived}."),
                    ("by-who-lived", f"The {form.words} is by {name}, who {lived}."),
                    ("based-on-who-lived", f"It is based on the {form.words} by {name}, who {lived}."),
                )  # fmt: skip


def _before(said: Statement, year: int | None) -> bool:
    """Whether it lay behind its maker when the film was made."""
    years = span(str(said.qualifiers.get("when", "")))
    return years is not None and (year is None or years[0] < year)


def _in_years(said: Statement) -> str:
    """ " in 1937", " from 1945 to 1953", "": the years of an experience, if they are sure."""
    when = str(said.qualifiers.get("when", ""))
    years = span(when)
    if years is None or years[1] == 9999 or any(mark in when for mark in "?~X"):
        return ""
    return f" in {years[0]}" if years[0] == years[1] else f" from {years[0]} to {years[1]}"


def _prizes(s: Slots, result: str) -> Iterator[Draft]:
    """A prize of a known category, the best first."""
    rows = [r for r in s.said("award") if r.qualifiers.get("result") == result and r.qualifiers.get("year")]
    if result != "won":  # what it won it was nominated for, and nobody needs to be told
        won = {_category(r, s)[0] for r in s.said("award") if r.qualifiers.get("result") == "won"}
        rows = [r for r in rows if _category(r, s)[0] not in won]
    rows.sort(key=lambda r: (not _category(r, s)[2], -len(r.sources), str(r.qualifiers.get("category"))))
    for row in rows[:4]:
        prize, table, _ = _category(row, s)
        if not prize or _PERSONAL.search(prize) or len(prize) > 40 or "," in f"{prize}{table.get('name')}":
            continue  # a person's own prize is not the film's; an odd name makes an odd sentence
        q, slot, n = row.qualifiers, [Slot("x", (row,))], s.noun
        at, year = f"the {table.get('name')}", q["year"]
        if result != "won":
            yield from _each(
                "nomination", slot,
                ("nominated-for", f"It was nominated for the {_called(prize, table)}."),
                ("received-nomination", f"The {n} received a nomination for the {_called(prize, table)}."),
            )  # fmt: skip
        elif table.get("kind") == "festival" and not str(table.get("name")).endswith(("Award", "Awards")):
            edition = f"{_nth(int(q['edition']))} " if q.get("edition") else ""
            yield from _each(
                "award", slot,
                ("won-at-in", f"It won the {prize} at {at} in {year}."),
                ("in-year-received", f"In {year} the {n} received the {prize} at {at}."),
                ("prize-went-to", f"At {at} in {year} it won the {prize}."),
                ("nth-edition", f"At the {edition}{table['name']} the {n} received the {prize}." if edition else ""),
                ("awarded-at", f"The {n} was awarded the {prize} at {at} in {year}."),
                ("took-home", f"The {n} took home the {prize} from {at} in {year}."),
            )  # fmt: skip
        else:
            yield from _each(
                "award", slot,
                ("academy-won", f"It won the {_called(prize, table)} in {year}."),
                ("academy-received", f"In {year} it received the {_called(prize, table)}."),
                ("academy-awarded", f"The {n} was awarded the {_called(prize, table)} in {year}."),
            )  # fmt: skip


def _category(row: Statement, s: Slots) -> tuple[str, dict[str, object], bool]:
    table = s.catalogue.tables.get(str(row.qualifiers.get("table")), {})
    of = table.get("category", {}).get(str(row.qualifiers.get("category")), {})
    name = str(of.get("name", ""))
    if name.startswith("Best ") and table.get("kind") == "festival":
        name = f"prize for {name}"
    return name, table, bool(of.get("top"))


def _called(prize: str, table: dict[str, object]) -> str:
    """A category of an academy with its prize: "Academy Award for Best Foreign Language Film"."""
    name = str(table.get("name", ""))
    return f"{name.removesuffix('s')} for {prize}" if name.endswith(("Award", "Awards")) else f"{prize} at the {name}"


def _nth(n: int) -> str:
    end = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{end}"


def _real(s: Slots) -> Iterator[Draft]:
    """True stories, only where the record is of one mind, and whom of the real people who plays."""
    said, n = s.said("true_story"), s.noun
    values, slot = {str(x.value) for x in said}, [Slot("x", tuple(said))]
    if "disputed" in values:
        doubted = [Slot("x", tuple(x for x in said if x.value == "disputed"))]
        yield from _each(
            "true_story", doubted,
            ("truth-disputed", "The truth of the story is disputed."), ("authenticity", "Its authenticity has been questioned."),
            ("truth-doubted", "The truth of the story has been questioned."), ("authenticity-disputed", "Its authenticity is disputed."),
        )  # fmt: skip
    elif values == {"yes"}:
        yield from _each(
            "true_story", slot,
            ("true-story", "It is based on a true story."), ("tells-true-story", f"The {n} tells a true story."),
            ("drawn-from-events", "It is drawn from real events."), ("story-behind", f"A true story is behind the {n}."),
            ("follows-events", f"The {n} follows real events."), ("retells", "It retells a true story."),
            ("recounts", "It recounts real events."), ("based-on-events", f"The {n} is based on true events."),
        )  # fmt: skip
    elif values == {"no"} and any(x.sources for x in said):  # by inference from a novel alone it is not said
        yield from _each(
            "true_story", slot,
            ("invented", "The story is invented."), ("no-true-story", f"The {n} is not a true story."),
            ("does-not-tell", "It does not tell a true story."),
        )  # fmt: skip
    for one in s.said("person")[:2]:
        part = one.qualifiers.get("character")
        actor = next((c for c in s.said("cast") if part and c.qualifiers.get("character") == part), None)
        if actor:
            who, name = s.name(str(actor.value)), s.name(str(one.value))
            yield from _each(
                "cast", [Slot("x", (one, actor))],
                ("plays-real", f"{who} plays {name}."), ("real-played-by", f"{name} is played by {who}."),
            )  # fmt: skip


def _shot(s: Slots) -> Iterator[Draft]:
    """Where it was shot: the two widest places that the most sources name, else one."""
    kinds = {str(x.value): s.catalogue.places.get(str(x.value), {}).get("kind") for x in s.said("filming_place")}
    said = [
        one
        for one in s.said("filming_place")
        if kinds[str(one.value)] not in ("studio", "building") and not set(s.around(str(one.value))) & set(kinds)
    ]
    once = {s.place_name(str(one.value)): one for one in sorted(said, key=lambda one: len(one.sources))}
    said = sorted(once.values(), key=lambda one: -len(one.sources))
    for some in [said[:2], said[:1], said[1:2]] if len(said) > 1 else [said]:
        if not some:
            continue
        place, slot = several([s.place_name(str(one.value)) for one in some]), Slot("x", tuple(some))
        yield from _each(
            "filming_place", [slot],
            ("shot-in", f"It was shot in {place}."), ("filmed-in", f"The {s.noun} was filmed in {place}."),
            ("on-location", f"It was shot on location in {place}."),
            ("maker-shot", f"{s.director.words} shot it in {place}." if s.director else ""),
            ("filming-took-place", f"Filming took place in {place}."),
            ("shooting-place", f"The shooting took place in {place}."),
        )  # fmt: skip


def _source(s: Slots) -> Iterator[Draft]:
    form, title, author = s.source
    named = f" {title.words}" if title else ""
    yield from _each(
        "based_on", [form, author],
        ("based-on", f"It is based on the {form.words}{named} by {author.words}."),
        ("adaptation", f"It is an adaptation of {possessive(author.words)} {form.words}{named}."),
        ("from-the", f"The {s.noun} was made from the {form.words}{named} by {author.words}."),
    )  # fmt: skip


def _releases(s: Slots) -> Iterator[Draft]:
    """When it came to the cinemas: at home if that is recorded, and where it came first."""
    rows = []
    home = {str(c.value) for c in s.said("country")}
    for said in s.said("event"):
        when, state = str(said.qualifiers.get("when", "")), s.state(str(said.qualifiers.get("in", "")))
        years = span(when)
        if said.value == "release" and state and years and years[0] == years[1] and not any(m in when for m in "?~/"):
            rows.append((said.qualifiers["in"] not in home, when, state, said))
    rows.sort(key=lambda row: row[:3])
    for _, when, state, said in rows[:2]:
        day = ("on " if len(when) == 10 else "in ") + date(when)
        yield from _each(
            "premiere", [Slot("x", (said,))],
            ("released-in", f"It was released in {state} {day}."),
            ("came-out", f"It came out in {state} {day}."),
            ("release-the-film", f"The {s.noun} was released in {state} {day}."),
            ("cinemas", f"{day[:1].upper() + day[1:]} it was released in {state}."),
        )  # fmt: skip


def _premieres(s: Slots) -> Iterator[Draft]:
    for said in s.said("event"):
        q = said.qualifiers
        years = span(str(q["when"])) if q.get("when") else None
        festival = re.match(r"(?:the |\d|[A-Z]).*estival", str(q.get("at", "")))
        if said.value == "premiere" and festival and years and years[0] == years[1]:
            at = str(q["at"]) if str(q["at"]).startswith(("the ", "The ")) else f"the {q['at']}"
            yield from _each(
                "premiere", [Slot("x", (said,))],
                ("premiered-at", f"It premiered at {at} in {years[0]}."),
                ("shown-at", f"It was shown at {at} in {years[0]}."),
                ("in-year-premiered", f"In {years[0]} it premiered at {at}."),
            )  # fmt: skip


def _together(s: Slots) -> Iterator[Draft]:
    """The countries of a co-production."""
    said = s.said("country")
    names = list(dict.fromkeys(s.state(str(c.value)) for c in said))
    if 2 <= len(names) <= 4 and all(names):
        yield from _each(
            "country", [Slot("x", tuple(said))],
            ("made-in-countries", f"It was made in {several(names)}."),
            ("produced-in", f"The {s.noun} was produced in {several(names)}."),
        )  # fmt: skip


def _made(s: Slots) -> Iterator[Draft]:
    """What every film has; told where nothing better is on record."""
    composer, camera, cast = s.said("composer"), s.said("camera"), s.said("cast")
    if len({s.name(str(c.value)) for c in composer}) == 1:
        name = s.name(str(composer[0].value))
        yield from _each(
            "composer", [Slot("x", tuple(composer))],
            ("music-by", f"The music was composed by {name}."), ("composed", f"{name} composed the music."),
        )  # fmt: skip
    if {str(x.value) for x in s.said("colour")} == {"black-and-white"}:
        yield from _each(
            "colour", [Slot("x", tuple(s.said("colour")))], ("monochrome", "It was shot in black and white.")
        )
    if len({s.name(str(c.value)) for c in camera}) == 1:
        name = s.name(str(camera[0].value))
        yield from _each("crew", [Slot("x", tuple(camera))], ("photographed-by", f"It was photographed by {name}."))
    names = list(dict.fromkeys(s.name(str(c.value)) for c in cast))[:2]
    if len(names) == 2:
        told = tuple(c for c in cast if s.name(str(c.value)) in names)
        yield from _each("cast", [Slot("x", told)], ("stars", f"It stars {several(names)}."))
    length, tongues = {int(x.value) for x in s.said("duration")}, {str(x.value) for x in s.said("language")}
    if len(length) == 1:
        slot = Slot("x", tuple(s.said("duration")))
        yield from _each("duration", [slot], ("runs", f"The {s.noun} runs {next(iter(length))} minutes."))
    if len(tongues) == 1:
        slot = Slot("x", tuple(s.said("language")))
        yield from _each("language", [slot], ("spoken-in", f"The dialogue is in {language(next(iter(tongues)))}."))
    if s.director:
        yield from _each("director", [s.director], ("director-only", f"It was directed by {s.director.words}."))
