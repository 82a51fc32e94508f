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
from verite.english import language, possessive
from verite.model import Statement

_WORTH = {"fate": 5.0, "life": 4.5, "prize": 4.0, "real": 3.5, "nomination": 2.5, "shot": 2.5, "source": 2.0, "premiere": 1.5, "made": 0.5}  # fmt: skip
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
            ("nomination", _prizes(s, "nominated")), ("shot", _shot(s)), ("source", _source(s)),
            ("premiere", _premieres(s)), ("made", _made(s)),
        )
        for rank, one in enumerate(one for one in drafts if one is not None)
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


def _fates(s: Slots) -> Iterator[Draft | None]:
    """That it was shelved or banned, by whom, until when."""
    for said in s.said("event"):
        q = said.qualifiers
        state = s.catalogue.states.get(str(q.get("in", "")), {}).get("name", "")
        where, slot = (f" in {state}" if state else ""), Slot("x", (said,))
        when = span(str(q["when"])) if q.get("when") else None
        last = (
            span(str(q["until"]))
            if q.get("until")
            else (when if when and when[0] != when[1] and when[1] != 9999 else None)
        )
        if said.value == "shelved":
            if last:
                yield draft("shelved-until", f"It was shelved until {last[1]}.", "ban", slot)
                yield draft(
                    "the-film-shelved-until",
                    f"The film was shelved{where} and was not shown until {last[1]}.",
                    "ban",
                    slot,
                )
            yield draft("shelved", f"The film was shelved{where}.", "ban", slot)
            yield draft(
                "where-shelved",
                f"{where.strip().capitalize()[:2]}{where.strip()[2:]} the {s.noun} was shelved." if where else "",
                "ban",
                slot,
            )
            yield draft("withheld", "It was withheld from release.", "ban", slot)
            yield draft(
                "held-back", "The Soviet authorities held it back." if state == "the Soviet Union" else "", "ban", slot
            )
            yield draft(
                "authorities-shelved",
                f"Soviet authorities shelved the {s.noun}." if state == "the Soviet Union" else "",
                "ban",
                slot,
            )
        if said.value == "ban" and state:
            yield draft("banned-in", f"It was banned in {state}.", "ban", slot)
            yield draft("state-banned", f"{state[:1].upper() + state[1:]} banned the {s.noun}.", "ban", slot)
            yield draft("in-state-banned", f"In {state} it was banned.", "ban", slot)
            yield draft("forbidden", f"It was forbidden in {state}.", "ban", slot)
            yield draft("the-film-banned", f"The {s.noun} was banned in {state}.", "ban", slot)


def _lives(s: Slots) -> Iterator[Draft | None]:
    """What its makers lived through themselves."""
    author = s.source[2]
    authors = [(str(a.statements[0].qualifiers["by"]), "author of the source") for a in (author,) if a]
    for agent, part in [
        *((str(d.value), "director") for d in s.said("director")),
        *authors,
        *((str(w.value), "writer") for w in s.said("writer")),
    ]:
        name = s.name(agent)
        for said in s.catalogue.statements(agent, "experience"):
            if said.negative or said.value not in (*_LIVED, "censored"):
                continue
            years = span(str(said.qualifiers.get("when", "")))
            when = f" in {years[0]}" if years and years[0] == years[1] else ""
            slot = Slot("x", (said,))
            if said.value == "censored":
                yield draft(
                    f"{part}-censored",
                    f"Its {part}, {name}, suffered censorship." if part != "author of the source" else "",
                    "person",
                    slot,
                )
                continue
            lived = _LIVED[str(said.value)]
            if part == "director":
                yield draft(
                    "director-apposed-lived",
                    f"Its director, {name}, {lived} himself{when}."
                    if _male(agent, s)
                    else f"Its director, {name}, {lived}{when}.",
                    "person director",
                    slot,
                )
                yield draft(
                    "directed-by-who-lived", f"It was directed by {name}, who {lived}{when}.", "person director", slot
                )
            elif part == "writer":
                yield draft("writer-apposed-lived", f"Its screenwriter, {name}, {lived}{when}.", "person", slot)
            else:
                yield draft(
                    "author-lived",
                    f"{name}, on whose {s.source[0].words} the {s.noun} is based, {lived}{when}.",
                    "person",
                    slot,
                )
                yield draft(
                    "based-on-who-lived",
                    f"It is based on the {s.source[0].words} by {name}, who {lived}{when}.",
                    "person based_on",
                    slot,
                )


def _male(agent: str, s: Slots) -> bool:
    return any(g.value == "male" for g in s.catalogue.statements(agent, "gender"))


def _prizes(s: Slots, result: str) -> Iterator[Draft | None]:
    """A prize of a known category, the best first."""
    rows = [r for r in s.said("award") if r.qualifiers.get("result") == result and r.qualifiers.get("year")]
    rows.sort(key=lambda r: (not _category(r, s)[2], -len(r.sources), str(r.qualifiers.get("category"))))
    for row in rows[:4]:
        prize, table, _ = _category(row, s)
        if not prize or _PERSONAL.search(prize) or len(prize) > 40 or "," in f"{prize}{table.get('name')}":
            continue  # a person's own prize is not the film's; an odd name makes an odd sentence
        q, slot = row.qualifiers, Slot("x", (row,))
        at, year = _at(table, s), q["year"]
        edition = f"{_nth(int(q['edition']))} " if q.get("edition") and table.get("kind") == "festival" else ""
        festival = table.get("kind") == "festival" and not str(table.get("name")).endswith(("Award", "Awards"))
        if result == "won":
            if festival:
                yield draft("won-at-in", f"It won the {prize} at {at} in {year}.", "award", slot)
                yield draft("in-year-received", f"In {year} the {s.noun} received the {prize} at {at}.", "award", slot)
                yield draft("prize-went-to", f"At {at} in {year} it won the {prize}.", "award", slot)
                yield draft(
                    "nth-edition",
                    f"At the {edition}{table['name']} the {s.noun} received the {prize}." if edition else "",
                    "award",
                    slot,
                )
                yield draft("awarded-at", f"The {s.noun} was awarded the {prize} at {at} in {year}.", "award", slot)
                yield draft("took-home", f"The {s.noun} took home the {prize} from {at} in {year}.", "award", slot)
            else:
                yield draft("academy-won", f"It won the {_called(prize, table)} in {year}.", "award", slot)
                yield draft("academy-received", f"In {year} it received the {_called(prize, table)}.", "award", slot)
                yield draft(
                    "academy-awarded", f"The {s.noun} was awarded the {_called(prize, table)} in {year}.", "award", slot
                )
        else:
            yield draft("nominated-for", f"It was nominated for the {_called(prize, table)}.", "nomination", slot)
            yield draft(
                "received-nomination",
                f"The {s.noun} received a nomination for the {_called(prize, table)}.",
                "nomination",
                slot,
            )


def _category(row: Statement, s: Slots) -> tuple[str, dict[str, object], bool]:
    table = s.catalogue.tables.get(str(row.qualifiers.get("table")), {})
    of = table.get("category", {}).get(str(row.qualifiers.get("category")), {})
    return str(of.get("name", "")), table, bool(of.get("top"))


def _called(prize: str, table: dict[str, object]) -> str:
    """A category of an academy with its prize: "Academy Award for Best Foreign Language Film"."""
    name = str(table.get("name", ""))
    return f"{name.removesuffix('s')} for {prize}" if name.endswith(("Award", "Awards")) else f"{prize} at the {name}"


def _at(table: dict[str, object], s: Slots) -> str:
    return f"the {table.get('name')}"


def _nth(n: int) -> str:
    end = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{end}"


def _real(s: Slots) -> Iterator[Draft | None]:
    """Real people and true stories, only where the record is of one mind."""
    said = s.said("true_story")
    values = {str(x.value) for x in said}
    if values == {"yes"}:
        for frame, text in (
            ("true-story", "It is based on a true story."), ("tells-true-story", f"The {s.noun} tells a true story."),
            ("drawn-from-events", "It is drawn from real events."), ("story-behind", f"A true story is behind the {s.noun}."),
            ("follows-events", f"The {s.noun} follows real events."), ("retells", "It retells a true story."),
            ("recounts", "It recounts real events."), ("based-on-events", f"The {s.noun} is based on true events."),
        ):  # fmt: skip
            yield draft(frame, text, "true_story", Slot("x", tuple(said)))
    elif values == {"no"}:
        for frame, text in (
            ("invented", "The story is invented."), ("no-true-story", f"The {s.noun} is not a true story."),
            ("does-not-tell", "It does not tell a true story."),
        ):  # fmt: skip
            yield draft(frame, text, "true_story", Slot("x", tuple(said)))
    for one in s.said("person")[:2]:
        name = s.name(str(one.value))
        actor = next(
            (
                c
                for c in s.said("cast")
                if c.qualifiers.get("character") == one.qualifiers.get("character") and one.qualifiers.get("character")
            ),
            None,
        )
        if actor:
            who = s.name(str(actor.value))
            yield draft("plays-real", f"{who} plays {name}.", "cast", Slot("x", (one, actor)))


def _shot(s: Slots) -> Iterator[Draft | None]:
    said = s.said("filming_place")
    for one in said[:2]:
        if s.catalogue.places.get(str(one.value), {}).get("kind") in ("studio", "building"):
            continue
        place = s.place_name(str(one.value))
        yield draft("shot-in", f"It was shot in {place}.", "filming_place", Slot("x", (one,)))
        yield draft("filmed-in", f"The {s.noun} was filmed in {place}.", "filming_place", Slot("x", (one,)))
        yield draft("on-location", f"It was shot on location in {place}.", "filming_place", Slot("x", (one,)))
        yield draft(
            "maker-shot",
            f"{s.director.words} shot it in {place}.",
            "filming_place director",
            Slot("x", (one,)),
            s.director,
        )
        yield draft("filming-took-place", f"Filming took place in {place}.", "filming_place", Slot("x", (one,)))
        yield draft("shooting-place", f"The shooting took place in {place}.", "filming_place", Slot("x", (one,)))


def _source(s: Slots) -> Iterator[Draft | None]:
    form, title, author = s.source
    named = f" {title.words}" if title else ""
    yield draft("based-on", f"It is based on the {form.words}{named} by {author.words}.", "based_on", form, author)
    yield draft(
        "adaptation",
        f"It is an adaptation of {possessive(author.words)} {form.words}{named}.",
        "based_on",
        form,
        author,
    )
    yield draft(
        "from-the", f"The {s.noun} was made from the {form.words}{named} by {author.words}.", "based_on", form, author
    )


def _premieres(s: Slots) -> Iterator[Draft | None]:
    for said in s.said("event"):
        q = said.qualifiers
        state = s.catalogue.states.get(str(q.get("in", "")), {}).get("name", "")
        if said.value == "release" and q.get("when") and state:
            years = span(str(q["when"]))
            if years and years[0] == years[1]:
                yield draft("released-in", f"It was released in {state} in {years[0]}.", "premiere", Slot("x", (said,)))
        if said.value == "premiere" and re.match(r"(?:the |\d|[A-Z]).*estival", str(q.get("at", ""))) and q.get("when"):
            years = span(str(q["when"]))
            if years and years[0] == years[1]:
                at = str(q["at"])
                yield draft(
                    "premiered-at",
                    f"It premiered at {at if at.startswith(('the ', 'The ')) else f'the {at}'} in {years[0]}.",
                    "premiere",
                    Slot("x", (said,)),
                )


def _made(s: Slots) -> Iterator[Draft | None]:
    """What every film has; told where nothing better is on record."""
    composer = s.said("composer")
    if len(composer) == 1:
        yield draft(
            "music-by",
            f"The music was composed by {s.name(str(composer[0].value))}.",
            "composer",
            Slot("x", (composer[0],)),
        )
    colour = {str(x.value) for x in s.said("colour")}
    if colour == {"black-and-white"}:
        yield draft("black-and-white", "It was shot in black and white.", "colour", Slot("x", tuple(s.said("colour"))))
    camera = s.said("camera")
    if len(camera) == 1:
        yield draft(
            "photographed-by",
            f"It was photographed by {s.name(str(camera[0].value))}.",
            "crew",
            Slot("x", (camera[0],)),
        )
    cast = s.said("cast")
    if len(cast) >= 2:
        names = [s.name(str(c.value)) for c in cast[:2]]
        yield draft("stars", f"It stars {names[0]} and {names[1]}.", "cast", Slot("x", tuple(cast[:2])))
    length = {int(x.value) for x in s.said("duration")}
    if len(length) == 1:
        yield draft(
            "runs", f"The {s.noun} runs {next(iter(length))} minutes.", "duration", Slot("x", tuple(s.said("duration")))
        )
    tongues = {str(x.value) for x in s.said("language")}
    if len(tongues) == 1:
        yield draft(
            "spoken-in",
            f"The dialogue is in {language(next(iter(tongues)))}.",
            "language",
            Slot("x", tuple(s.said("language"))),
        )
    director = s.director
    yield draft("director-only", f"It was directed by {director.words}.", "director", director)
