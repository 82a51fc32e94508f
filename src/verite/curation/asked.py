"""A theme from a wish in words: "Palme d'Or winners of the 1970s", "films by Larisa Shepitko", "Polish films of the 1980s".

The parts of the wish are looked up in the catalogue by its own indexes, so that a catalogue of hundreds of thousands
of films is asked only for those that can be meant. What cannot be placed is an error that names the nearest themes.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from verite import names
from verite.catalogue import Catalogue
from verite.catalogue.schema import CREDITS
from verite.config import shipped
from verite.curation.constraints import Limits
from verite.curation.theme import Condition, Theme, known, read
from verite.errors import ConfigError
from verite.model import Work
from verite.text import fold

_SPAN = re.compile(
    r"\b(?:of|from|in|between)?\s*(?:the\s+)?(?P<from>1[89]\d\d|20\d\d)(?P<decade>s)?(?:\s*(?:to|and|[-–])\s*(?P<to>1[89]\d\d|20\d\d)(?P<to_decade>s)?)?\b"
)
_BY = re.compile(
    r"\b(?:(?:films?|works?|documentaries)\s+)?(?P<how>directed by|by|with|starring|after|based on|from)\s+(?P<who>.+)$"
)
_SET_IN = re.compile(r"\b(?:films?|works?)\s+(?P<how>set|shot|filmed)\s+in\s+(?P<where>.+)$")
_PROPERTIES = {
    "directed by": ("director",), "by": ("director", "writer"), "with": ("cast",), "starring": ("cast",),
    "after": ("based_on.by",), "based on": ("based_on.by",), "from": ("based_on.by",),
}  # fmt: skip


_ANY = "*"
_SUBJECTS = ("subject", "genre")
_PLAIN = frozenset("winner winners winning film films that won of the at for prize award s d l".split())
Span = tuple[int, int] | None
Found = tuple[Theme, tuple[Work, ...] | None] | None


class Wish(NamedTuple):
    """What was asked for: the theme, the films that may belong, and the years if any were named."""

    theme: Theme
    works: tuple[Work, ...] | None  # None: all of the record
    limits: Limits


def asked(words: str, catalogue: Catalogue) -> Wish:
    """The wish in words, or the name of a theme, or the path of a theme file. Raises `ConfigError` if nothing is meant."""
    path = shipped("themes") / f"{words}.toml"
    if words in known():
        return Wish(read(path), None, Limits())
    if words.endswith(".toml"):
        return Wish(read(Path(words)), None, Limits())
    made, rest = _years(words)
    found = _prize(rest, made, catalogue)
    if found is None:
        kinds = (_people, _place, _country, _subject)
        found = next((wish for kind in kinds if (wish := kind(rest, made, catalogue)) is not None), None)
        limits = Limits(made=made)
    else:
        limits = Limits()  # the years are those of the prize
    if found is not None:
        theme, works = found
        heading = words[:1].upper() + words[1:]
        rule = f"{heading}, as far as the catalogue holds them."
        return Wish(theme._replace(heading=heading, rule=rule), works, limits)
    near = get_close_matches(fold(words).replace(" ", "-"), known(), 3, 0.4)
    hint = f"; near it: {', '.join(near)}" if near else ""
    raise ConfigError(
        f"no theme {words!r}, nor a prize, person, place, country or subject on record{hint}. Themes: {', '.join(known())}"
    )


def _years(words: str) -> tuple[Span, str]:
    """The span of years that is named, and the words without it."""
    match = _SPAN.search(words)
    if match is None:
        return None, words
    first = int(match["from"])
    last = int(match["to"]) if match["to"] else first
    last += 9 if match["to_decade"] or (match["decade"] and not match["to"]) else 0
    return (first, last), " ".join((words[: match.start()] + " " + words[match.end() :]).split())


def _prize(words: str, made: Span, catalogue: Catalogue) -> Found:
    """The winners of a prize, or of a category of it, by the tables of the catalogue, by the year of the prize."""
    wanted = set(re.sub(r"[^\w\s]", " ", fold(words)).split()) - _PLAIN
    best: tuple[int, str, str] | None = None
    for table, row in catalogue.tables.items():
        for category, of in row.get("category", {}).items():
            for called in (of["name"], *of.get("also", ())):
                said = set(re.sub(r"[^\w\s]", " ", fold(called)).split()) - _PLAIN
                if said <= wanted and wanted - said <= _words_of(row) and (best is None or len(said) > best[0]):
                    best = (len(said), table, category)
    if best is None or not best[0]:
        return None
    _, table, category = best
    first, last = made or (1900, 2100)
    rows = catalogue.awards(table, category, range(first, last + 1))
    works = _works((s.subject for s in rows if s.qualifiers.get("result") == "won"), catalogue)
    return Theme(words, words, words, "", ("award",), (Condition((("award", (_ANY,)),)),)), works


def _words_of(row: dict[str, Any]) -> set[str]:
    """The words by which a prize's table may be called beside its category."""
    said = (row.get("name", ""), row.get("city", ""), *row.get("also", ()))
    return {word for one in said for word in re.sub(r"[^\w\s]", " ", fold(str(one))).split()}


def _people(words: str, made: Span, catalogue: Catalogue) -> Found:
    match = _BY.search(words)
    if match is None:
        return None
    who = match["who"].strip()
    properties = _PROPERTIES[match["how"]]
    roles = {CREDITS.index(p.partition(".")[0]) for p in properties if p.partition(".")[0] in CREDITS}
    leads = dict.fromkeys(lead for lead, role in catalogue.credited(names.key(who)) if role in roles)
    works = tuple(work for lead in leads if (work := catalogue.numbered(lead)) is not None)
    if not works:
        return None
    conditions = tuple(Condition(((p.partition(".")[0], (_ANY,)),)) for p in properties)
    return Theme(words, who, words, "", ("award",), conditions), works


def _place(words: str, made: Span, catalogue: Catalogue) -> Found:
    match = _SET_IN.search(words)
    if match is None:
        return None
    wanted = fold(match["where"].strip().removeprefix("the "))
    for id_, row in [*catalogue.places.items(), *((code.lower(), row) for code, row in catalogue.states.items())]:
        if wanted in {fold(str(name)).removeprefix("the ") for name in (row["name"], *row.get("also", ()))}:
            property_ = "set_place" if match["how"] == "set" else "filming_place"
            inner = [p for p in catalogue.places if catalogue.place_within(p, id_)]
            works = catalogue.having([property_], [id_, *inner], made)
            return Theme(
                words, str(row["name"]), words, "", (property_, "award"), (Condition(((property_, (id_,)),)),)
            ), works
    return None


def _country(words: str, made: Span, catalogue: Catalogue) -> Found:
    match = re.fullmatch(r"(?P<whose>.+?) (?:films?|cinema|documentaries)", words)
    wanted = fold(match["whose"]) if match else ""
    codes = [c for c, row in catalogue.states.items() if wanted in {fold(a) for a in row.get("adjectives", ())}]
    if not codes:
        return None
    condition = Condition((("country", tuple(codes)),))
    return Theme(words, words, words, "", ("award",), (condition,)), catalogue.having(["country"], codes, made)


def _subject(words: str, made: Span, catalogue: Catalogue) -> Found:
    """What a source gives as a film's subject or genre: "films about the Holocaust"."""
    about = fold(re.sub(r"^(?:films?|movies|documentaries) (?:about|on) (?:the )?", "", words))
    called = (about, f"the {about}")
    works = catalogue.having(_SUBJECTS, called, made)
    said = {
        (p, str(s.value)) for work in works for p in _SUBJECTS for s in catalogue.statements(work.id, p)
        if fold(str(s.value)) in called
    }  # fmt: skip
    conditions = tuple(Condition(((property_, (value,)),)) for property_, value in sorted(said))
    if not conditions:
        return None
    return Theme(words, about, words, "", ("award",), conditions), works


def _works(ids: Iterable[str], catalogue: Catalogue) -> tuple[Work, ...]:
    found: Sequence[Work] = [work for id_ in dict.fromkeys(ids) if (work := catalogue.work(id_)) is not None]
    return tuple(found)
