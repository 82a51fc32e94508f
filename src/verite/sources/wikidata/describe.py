"""What one item of Wikidata says, in our words: an `Entity` in, a `Described` out.

What our closed lists do not hold stays out and is counted, never guessed at.
"""

import re
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from verite.model import Said
from verite.sources import states
from verite.sources.source import Described, LeftOut
from verite.sources.wikidata.entity import AUTHOR, CREDITS, FILM_ID, REFERENCES, Entity, Given, item, number

_YEAR = re.compile(r"^(\d{4})$|^(\d{3})0s$")
_NO_LANGUAGE = ("mul", "und", "mis", "zxx")


class Known(NamedTuple):
    """An item that films name: a place, a state, a role, a prize, a book. Small, for there may be many."""

    label: str
    code: str = ""  # of a state or a language
    when: str = ""  # of a period or event
    form: str = ""  # of a work
    authors: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()  # of a work, in its own language


Names = Mapping[int, Known]


@cache
def closed() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("closed.toml").read_text("utf-8"))


def is_film(entity: Entity) -> bool:
    return any(kind in closed()["form"] for kind in entity.values("P31")) or bool(entity.values(FILM_ID))


def known(entity: Entity) -> Known:
    code = next((value for name in ("P298", "P218") for value in entity.values(name)), "")
    start, end = (next(iter(entity.values(name)), "") for name in ("P580", "P582"))
    when = f"{start}/{end}" if start and end else next(iter(entity.values("P585")), "")
    forms = [closed()["source_form"].get(kind) for name in ("P7937", "P31") for kind in entity.values(name)]
    authors = [given.value for given in _ordered(entity, AUTHOR) if item(given.value)]
    titles = [value[0] for value in entity.values("P1476")]
    form = next((form for form in forms if form), "")
    return Known(entity.label(), code, when, form, tuple(authors), tuple(titles))


def person(entity: Entity, left_out: LeftOut) -> Described:
    own = {(given.value[0], _language(given.value[1])) for given in _ordered(entity, "P1559")}
    said: list[Said] = [*_texts("name", "usual", entity, own)]
    said += _life(entity, left_out)
    said += _ids(entity, {"P345": "imdb", "P4985": "tmdbperson"})
    return Described(f"wikidata:{entity.id}", "agent", _once(said))


def _life(entity: Entity, left_out: LeftOut) -> Iterator[Said]:
    for property_, name in (("P569", "born"), ("P570", "died")):
        for given in _ordered(entity, property_):
            if given.value:
                yield (name, given.value, _told(given))
            else:
                left_out.add(f"{name}: no date of ours", entity.id)
    for given in _ordered(entity, "P21"):
        if gender := closed()["gender"].get(given.value):
            yield ("gender", gender, _told(given))
        else:
            left_out.add("gender: neither female nor male", entity.id)


class Films:
    """Describes films by what is known of the items they name. Counts what it leaves out."""

    def __init__(self, names: Names, people: Container[int], left_out: LeftOut) -> None:
        self.names, self.people, self.left_out = names, people, left_out

    def describe(self, film: Entity) -> Described:
        own = {(given.value[0], _language(given.value[1])) for given in _ordered(film, "P1476")}
        said: list[Said] = [*_texts("title", "release", film, own)]
        for part in (self._form, self._credits, self._source, self._dates, self._coded, self._setting, self._awards):
            said += part(film)
        said += _ids(film, {"P345": "imdb", FILM_ID: "tmdb"})
        return Described(f"wikidata:{film.id}", "work", _once(said))

    def _known(self, value: Any) -> Known:
        return self.names.get(number(value), _NOBODY) if item(value) else _NOBODY

    def _left(self, film: Entity, why: str) -> Iterator[Said]:
        self.left_out.add(why, film.id)
        return iter(())

    def _form(self, film: Entity) -> Iterator[Said]:
        forms = {closed()["form"].get(kind) for kind in film.values("P31")} - {None, ""}
        if {"documentary", "television-film"} <= forms:
            forms = forms - {"documentary", "television-film"} | {"television-documentary"}
        if len(forms) == 1:
            yield ("form", forms.pop(), None)
        elif forms:  # a short documentary: the registry has room for one form, and either alone would deny the other
            yield from self._left(film, "form: more than one at once")

    def _credits(self, film: Entity) -> Iterator[Said]:
        for property_, name in CREDITS.items():
            for given in _ordered(film, property_):
                if not item(given.value) or number(given.value) not in self.people:
                    yield from self._left(film, f"{name}: a person of whom the source has no more than a number")
                    continue
                role = self._role(given) if name == "cast" else ""
                yield (name, f"wikidata:{given.value}", _told(given, character=role))

    def _role(self, given: Given) -> str:
        texts = [*given.qualifiers.get("P4633", ()), *(self._known(v).label for v in given.qualifiers.get("P453", ()))]
        return ", ".join(sorted({str(text) for text in texts if text}))

    def _source(self, film: Entity) -> Iterator[Said]:
        for given in _ordered(film, "P144"):
            work = self._known(given.value)
            if not work.label:
                yield from self._left(film, "based_on: a work without a name")
                continue
            also = [title for title in work.titles if title != work.label]
            # One statement has room for one author, and two statements would deny each other: of two, neither is told.
            named = [author for author in work.authors if number(author) in self.people]
            by = f"wikidata:{named[0]}" if len(named) == len(work.authors) == 1 else ""
            if len(work.authors) > 1:
                self.left_out.add("based_on: authors of a work of several", film.id)
            yield ("based_on", work.label, _told(given, form=work.form, by=by, also=also))

    def _dates(self, film: Entity) -> Iterator[Said]:
        for given in _ordered(film, "P577"):
            if not given.value:
                yield from self._left(film, "year: no date of ours")
                continue
            places = {self._state(value) for value in given.qualifiers.get("P291", ())} - {""}
            where = places.pop() if len(places) == 1 else ""
            if given.value[:4].isdigit():
                yield ("year", int(given.value[:4]), _told(given, of="release", **{"in": where}))
            yield ("event", "release", _told(given, when=given.value, **{"in": where}))
        for given in _ordered(film, "P2047"):
            amount, unit = given.value
            minutes = round(amount * closed()["minutes"].get(unit, 0))
            if minutes > 0:
                yield ("duration", minutes, _told(given))
            else:
                yield from self._left(film, "duration: no unit of ours")

    def _coded(self, film: Entity) -> Iterator[Said]:
        for given in _ordered(film, "P495"):
            if code := self._state(given.value):
                yield ("country", code, _told(given))
            else:
                yield from self._left(film, f"country: {self._known(given.value).label or 'without a name'}")
        for given in _ordered(film, "P364"):
            language = self._known(given.value)
            if len(language.code) == 2 and language.code.islower():
                yield ("language", language.code, _told(given))
            else:
                yield from self._left(film, f"language: {language.label or 'without a name'}")

    def _state(self, value: Any) -> str:
        state = self._known(value)
        # Not by any other name: the place where a film came out may be Georgia on the Atlantic.
        return str(closed()["state"].get(state.label) or states.state(state.code) or "")

    def _setting(self, film: Entity) -> Iterator[Said]:
        for property_, name in (("P840", "set_place"), ("P915", "filming_place")):
            for given in _ordered(film, property_):
                place = self._known(given.value).label
                yield from (
                    [(name, place, _told(given))] if place else self._left(film, f"{name}: a place without a name")
                )
        for given in _ordered(film, "P2408"):
            period = self._known(given.value)
            event, when = closed()["event"].get(period.label), period.when or _period(period.label)
            if event:
                yield ("set_event", event, _told(given))
            if when:
                yield ("set_time", when, _told(given))
            if not event and not when:
                yield from self._left(film, "set_time: a period without dates")
        for given in _ordered(film, "P921"):
            topic = closed()["topic"].get(self._known(given.value).label)
            yield from [("topic", topic, _told(given))] if topic else self._left(film, "topic: not one of the list")

    def _awards(self, film: Entity) -> Iterator[Said]:
        """Prizes that our tables have under an id. Any other stays out: as a table of its own its name would take
        words away from the tables that know the winners (an item called *Oscar* hid the Academy Awards)."""
        for property_, result in (("P166", "won"), ("P1411", "nominated")):
            for given in _ordered(film, property_):
                prize = closed()["award"].get(self._known(given.value).label)
                if not prize:
                    yield from self._left(film, "award: a prize that is not one of the list")
                    continue
                table, _, category = prize.partition("/")
                year = next((value[:4] for value in given.qualifiers.get("P585", ()) if value[:4].isdigit()), "")
                who, title = (
                    ", ".join(sorted(filter(None, (self._known(v).label for v in given.qualifiers.get(name, ())))))
                    for name in ("P1346", "P1686")
                )
                yield (
                    "award",
                    prize,
                    _told(given, table=table, category=category, result=result, year=int(year) if year else 0,
                          recipient=who, title=title),
                )  # fmt: skip


_NOBODY = Known("")


def _ordered(entity: Entity, property_: str) -> list[Given]:
    """Preferred statements first, then in the film's own order where it has one, then by value and by what they rest
    on, for neither the dump nor an endpoint has an order that holds from one day to the next."""
    return sorted(entity.given.get(property_, ()), key=_place)


def _place(given: Given) -> tuple[bool, int, str, int]:
    ordinal = next((str(value) for value in given.qualifiers.get("P1545", ()) if str(value).isdigit()), "")
    value = f"{number(given.value):>12}" if item(given.value) else str(given.value)
    return (not given.preferred, int(ordinal) if ordinal else 1_000_000, value, REFERENCES.index(given.reference))


def _texts(property_: str, of: str, entity: Entity, own: Iterable[tuple[str, str]]) -> Iterator[Said]:
    """What it calls itself, labels, then aliases, each with its language and said once. What it is called in English
    is preferred, since reports are in English."""
    rows = [(text, lang, "original") for text, lang in sorted(own)]
    rows += [(text, _language(lang), of) for lang, text in sorted(entity.labels.items())]
    for lang, texts in sorted(entity.aliases.items()):
        rows += [(text, _language(lang), "alternative") for text in sorted(texts)]
    seen = set()
    preferred = entity.label()
    for text, lang, meaning in rows:
        if (text, lang) not in seen:
            seen.add((text, lang))
            yield (property_, text, _told(of=meaning, lang=lang, preferred=text == preferred))
            preferred = "" if text == preferred else preferred


def _language(code: str) -> str:
    """The language of Wikidata's code: `en` of en-gb, `be` of be-tarask; "" where it says none."""
    short = code.partition("-")[0]
    return "" if short in _NO_LANGUAGE else short


def _ids(entity: Entity, spaces: Mapping[str, str]) -> Iterator[Said]:
    for property_, space in spaces.items():
        for given in _ordered(entity, property_):
            yield ("same_as", f"{space}:{given.value}", _told(given))


def _period(label: str) -> str:
    found = _YEAR.match(label)
    return (found[1] or f"{found[2]}X") if found else ""


_ALONE = {kind: {"reference": kind} for kind in REFERENCES if kind}


def _told(given: Given | None = None, **qualifiers: Any) -> Mapping[str, Any] | None:
    """The qualifiers that say something, with what the statement rests on."""
    reference = given.reference if given else ""
    told = {name: value for name, value in qualifiers.items() if value}
    if not told:
        return _ALONE.get(reference)
    return told | {"reference": reference} if reference else told


def _once(said: Iterable[Said]) -> list[Said]:
    """Each thing once. Wikidata has the same statement twice where two references were kept apart."""
    kept: dict[Any, Said] = {}
    for row in said:
        facts = sorted((k, v) for k, v in (row[2] or {}).items() if k != "reference")
        kept.setdefault((row[0], row[1], str(facts)), row)
    return list(kept.values())
