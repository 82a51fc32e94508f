"""One film's years: when it is set, made, kept from the public, and first shown, at home and elsewhere; and the same in words."""

from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.english import date, sentence, several
from verite.guide.pictures.lanes import Label, heights
from verite.guide.pictures.picture import (
    SMALL,
    WIDTH,
    Cell,
    Picture,
    Say,
    Shown,
    Table,
    box,
    cell,
    dot,
    line,
    svg,
    text,
    width_of,
)
from verite.guide.pictures.years import Span, Years, in_words, read, years
from verite.guide.words import shortened
from verite.model import Statement

LEFT, RIGHT = 12.0, WIDTH - 12
LANE = 17.0
_SHOWN = ("premiere", "release", "broadcast", "home-release")
_KEPT = ("ban", "shelved", "not-for-release")
_WORDS = {
    "premiere": "first shown", "release": "released", "broadcast": "broadcast", "home-release": "released for the home",
    "ban": "banned", "shelved": "shelved", "not-for-release": "not released", "unshelved": "taken off the shelf", "cut": "cut",
    "restoration": "restored",
}  # fmt: skip


class Event(NamedTuple):
    """One thing that befell the film, with the years of it."""

    what: str
    when: str
    span: Span
    state: str
    at_home: bool


def picture(film: Shown, catalogue: Catalogue, say: Say = str) -> Picture | None:
    of = years(film.work.id, catalogue)
    events = _events(film.work.id, catalogue)
    marks = [(kind, span, say(said)) for kind, span, said in _marks(of, events, catalogue)]
    if not marks:
        return None
    first = min(span.first for _, span, _ in marks)
    last = max(span.last for _, span, _ in marks) + 1
    first, last = (first - 2, last + 2) if last - first < 10 else (first, last)

    def x(year: float) -> float:
        return LEFT + (year - first) * (RIGHT - LEFT) / (last - first)

    spots = [x(span.first) if kind in ("set", "kept") else x(span.first + 0.5) for kind, span, _ in marks]
    labels = _labels([said for _, _, said in marks], spots)
    levels = heights([label for label, _ in labels])
    base = (max(levels) + 1) * LANE + 4
    y = base + 16
    parts = [line(LEFT, y, RIGHT, y, "rule")]
    for (label, said), level in zip(labels, levels, strict=True):
        parts.append(line(label.spot, base - level * LANE, label.spot, y - 5, "hair"))
        parts.append(text(label.left, base - level * LANE - 4, said, "quiet", size=SMALL))
    for (kind, span, _), spot in zip(marks, spots, strict=True):
        parts += _sign(kind, span, spot, max(x(span.last + 1) - x(span.first), 4), y)
    parts.append(text(LEFT, y + 22, str(first), "quiet", size=SMALL))
    parts.append(text(RIGHT, y + 22, str(last - 1), "quiet", size=SMALL, anchor="end"))
    words = _words(of, events, catalogue, say)
    table = Table(("What", "When", "Where"), tuple(_rows(of, events, catalogue)))
    name = say(f"{shortened(film.title)}: the years in which it is set, made and shown")
    return Picture(svg("film-years", WIDTH, y + 28, name, words, parts), words, table)


def _labels(said: list[str], spots: list[float]) -> list[tuple[Label, str]]:
    """Each label with its line; those on one spot are one label. A label runs to the right, near the edge to the left."""
    joined: dict[float, list[str]] = {}
    for words, spot in zip(said, spots, strict=True):
        joined.setdefault(spot, []).append(words)
    found = []
    for spot, all_ in joined.items():
        words = ", ".join(all_)
        wide = width_of(words, SMALL)
        left = max(LEFT, spot - 4 if spot - 4 + wide <= RIGHT else min(spot + 4, RIGHT) - wide)
        found.append((Label(left, left + wide + 10, spot), words))
    return found


def _events(work: str, catalogue: Catalogue) -> list[Event]:
    """What befell the film on a date that is on record, the earliest first; one thing once."""
    home = {str(s.value) for s in catalogue.statements(work, "country") if not s.negative}
    found: dict[tuple[str, int, str], Event] = {}
    for said in catalogue.statements(work, "event"):
        for one in _event(said, home):
            found.setdefault((one.what, one.span.first, one.state), one)
    return sorted(found.values(), key=lambda one: (one.span.first, one.when, one.what, one.state))


def _event(said: Statement, home: set[str]) -> list[Event]:
    what, when, state = str(said.value), str(said.qualifiers.get("when", "")), str(said.qualifiers.get("in", ""))
    until = str(said.qualifiers.get("until", ""))
    if said.negative or what not in _WORDS:
        return []
    edtf = f"{when}/{until}" if until and "/" not in when else when
    return [Event(what, edtf, span, state, state in home) for span in read(edtf)[:1]]


def _marks(of: Years, events: list[Event], catalogue: Catalogue) -> list[tuple[str, Span, str]]:
    """(kind of sign, years, label): few, so that they are read at a glance; the table has every date."""
    marks = [("set", span, f"set {in_words((span,))}") for span in of.set]
    if of.made:
        marks.append(("made", _year(of.made), f"made {of.made}"))
    kept = [e for e in events if e.what in _KEPT]
    marks += [("kept", e.span, f"{_WORDS[e.what]} {in_words((e.span,))}") for e in kept[:2]]
    for one in _showings(events):
        marks.append(("ring", _year(one.span.first), f"shown in {_where(one, catalogue)} {one.span.first}"))
    if of.shown and not _showings(events):
        marks.append(("ring", _year(of.shown), f"first shown {of.shown}"))
    return marks


def _showings(events: list[Event]) -> list[Event]:
    """The first showing in a country that made the film, and the first elsewhere, as far as a country is told."""
    shown = [e for e in events if e.what in _SHOWN and e.state]
    return sorted(
        [*[e for e in shown if e.at_home][:1], *[e for e in shown if not e.at_home][:1]], key=lambda e: e.span.first
    )


def _where(one: Event, catalogue: Catalogue) -> str:
    return catalogue.place_name(one.state.lower())


def _year(year: int) -> Span:
    return Span(year, year, True, False)


def _sign(kind: str, span: Span, x: float, wide: float, y: float) -> list[str]:
    if kind == "made":
        return [dot(x, y, 3.4, "made")]
    if "ring" in kind:
        return [dot(x, y, 5.2, "shown")]
    signs = [box(x, y - 4, wide, 8, kind if span.sure else f"{kind} about", 2)]
    return [*signs, line(x + wide + 2, y, min(x + wide + 26, RIGHT), y, "goes-on")] if span.goes_on else signs


def _words(of: Years, events: list[Event], catalogue: Catalogue, say: Say) -> str:
    said = [f"set {in_words(of.set)}"] if of.set else []
    said += [f"made in {of.made}"] if of.made else []
    kept = [e for e in events if e.what in _KEPT]
    said += list(dict.fromkeys(f"{_WORDS[e.what]} {_on(e.when)}" for e in kept[:2]))
    said += [f"{_WORDS[e.what]} in {_where(e, catalogue)} {_on(e.when)}" for e in _showings(events)]
    said += [f"first shown in {of.shown}"] if of.shown and not _showings(events) else []
    return sentence(several(said) if say is str else ", ".join(map(say, said)))


def _on(edtf: str) -> str:
    """ "in 1972", "on 12 June 1972", "from 24 June to 5 July 1977", "1972–1974"."""
    if "/" in edtf:
        return f"from {said}" if " to " in (said := date(edtf)) else said
    return f"on {date(edtf)}" if len(edtf.rstrip("?~%")) == 10 else f"in {date(edtf)}"


def _rows(of: Years, events: list[Event], catalogue: Catalogue) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [(cell("set"), cell(in_words(of.set)), cell(""))] if of.set else []
    rows += [(cell("made"), cell(of.made), cell(""))] if of.made else []
    rows += [(cell("first shown"), cell(of.shown), cell(""))] if of.shown and not events else []
    return rows + [
        (cell(e.what.replace("-", " ").capitalize()), cell(date(e.when)), cell(_where(e, catalogue) if e.state else ""))
        for e in events
    ]
