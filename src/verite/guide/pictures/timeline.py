"""Films over history: a bar for the years in which a film is set, a dot for when it was made, a ring for when it was
first shown. Ordered by the year set; events stand above as quiet labels, those that find room."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from verite.catalogue import Catalogue
from verite.english import date
from verite.guide.pictures.lanes import Label, heights
from verite.guide.pictures.picture import (
    SIZE,
    SMALL,
    WIDTH,
    Picture,
    Say,
    Shown,
    Table,
    box,
    cell,
    dot,
    fitted,
    line,
    n,
    svg,
    text,
    width_of,
)
from verite.guide.pictures.years import Span, Years, in_words, read, years

ROW = 18.0
TITLES = 240.0  # the room of the titles, left of the years
LEFT, RIGHT = TITLES + 14, WIDTH - 10
LANE = 15.0
LANES = 8
KEY = 24.0


def picture(films: Sequence[Shown], catalogue: Catalogue, events: Sequence[str] = (), say: Say = str) -> Picture | None:
    """`events` are ids of the record's events, the weightiest first; without them, those in which the films are set."""
    told = [(film, years(film.work.id, catalogue)) for film in films]
    told = [(film, of) for film, of in told if any(of)]
    if not told:
        return None
    told.sort(key=lambda one: (_order(one[1]), one[0].title.casefold(), one[0].work.id))
    history = [(say(name), span, when) for name, span, when in _history(events or usual(films, catalogue), catalogue)]
    scale = _Scale(told, history)
    above = _events(history, scale)
    lanes = max((height for _, _, height in above), default=-1) + 1
    top = KEY + lanes * LANE + 32
    bottom = top + len(told) * ROW + 6
    base = KEY + lanes * LANE  # the baseline of the lowest label
    parts = _key(say)
    parts += [line(x, base - height * LANE - 9, x, bottom, "hair") for _, x, height in above]
    parts += _axis(scale, top, bottom)
    parts += [text(x + 4, base - height * LANE, name, "quiet", size=SMALL) for name, x, height in above]
    for i, (film, of) in enumerate(told):
        parts += _row(film.title, of, top + i * ROW + ROW / 2, scale)
    caption = (
        "Each line is a film: the bar stands over the years in which it is set, the dot where it was made, the ring where it was"
        " first shown. An outlined bar is a date that the sources give only roughly; a broken end means that they give no last year."
    )
    description = f"{len(told)} films by the year in which they are set, from {scale.first} to {scale.last}. The table has the same rows."
    table = Table(
        ("Film", "Set", "Made", "First shown"),
        tuple(
            (cell(f.title, f.address), cell(in_words(y.set)), cell(y.made or ""), cell(y.shown or "")) for f, y in told
        ),
    )
    return Picture(
        svg("timeline", WIDTH, bottom + 8, say("Films over history"), say(description), parts), caption, table
    )


def history(catalogue: Catalogue, events: Sequence[str]) -> Table:
    """The events as a table, in order of time."""
    rows = sorted(_history(events, catalogue), key=lambda one: (one[1], one[0]))
    return Table(("Event", "When"), tuple((cell(name), cell(when)) for name, _, when in rows))


def usual(films: Sequence[Shown], catalogue: Catalogue, most: int = 12) -> list[str]:
    """The events in which most of the films are set."""
    n_of = Counter(
        str(s.value) for film in films for s in catalogue.statements(film.work.id, "set_event") if not s.negative
    )
    return [event for event, _ in sorted(n_of.items(), key=lambda one: (-one[1], one[0]))[:most]]


def _order(of: Years) -> int:
    """By the year set; films whose time no source tells come last, by when they were made."""
    return of.set[0].first if of.set else 10_000 + (of.made or of.shown or 0)


def _history(ids: Sequence[str], catalogue: Catalogue) -> list[tuple[str, Span, str]]:
    """(name, years, when in words) of each event that has a date."""
    return [one for id_ in dict.fromkeys(ids) for one in _event(catalogue.events.get(id_, {}))]


def _event(row: Mapping[str, Any]) -> list[tuple[str, Span, str]]:
    start, end = str(row.get("start", "")), str(row.get("end", ""))
    edtf = f"{start}/{end}" if end and end != start else start
    return [(str(row["name"]), span, date(edtf)) for span in read(edtf)[:1]]


class _Scale:
    """Years across the picture. A film set long before the history shown would squeeze all others: it starts at the edge."""

    def __init__(self, told: Sequence[tuple[Shown, Years]], history: Sequence[tuple[str, Span, str]]) -> None:
        dates = [y for _, of in told for y in (of.made, of.shown) if y]
        settings = [s for _, of in told for s in of.set]
        starts = [s.first for _, s, _ in history] or sorted(s.first for s in settings)[len(settings) // 20 :] or dates
        self.first = min(starts + [d for d in dates if d >= min(starts)]) // 10 * 10
        self.last = max(dates + [s.last for s in settings] + [s.last for _, s, _ in history]) + 1
        self.last = max(self.last, self.first + 10)

    def x(self, year: float) -> float:
        at = LEFT + (year - self.first) * (RIGHT - LEFT) / (self.last - self.first)
        return min(max(at, LEFT), RIGHT)

    @property
    def decades(self) -> range:
        step = 10 if self.last - self.first <= 160 else 50
        return range(-(-self.first // step) * step, self.last + 1, step)


def _events(history: Sequence[tuple[str, Span, str]], scale: _Scale) -> list[tuple[str, float, int]]:
    """(label, place, height in lanes) of the events that find room, the weightiest first."""
    names: list[str] = []
    labels: list[Label] = []
    for name, span, _ in history:
        left, wide = scale.x(span.first), width_of(name, SMALL)
        label = Label(left, left + wide + 12, left)
        near = any(abs(left - other.spot) < 4 for other in labels)  # two lines on one spot could not be told apart
        if (
            scale.first <= span.first
            and left + wide + 6 <= WIDTH
            and not near
            and max(heights([*labels, label])) < LANES
        ):
            names.append(name)
            labels.append(label)
    return [(name, label.spot, height) for name, label, height in zip(names, labels, heights(labels), strict=True)]


def _key(say: Say) -> list[str]:
    y = 10.0
    parts = [box(LEFT, y - 3.5, 26, 7, "set", 2), text(LEFT + 32, y + 4, say("set"), "quiet", size=SMALL)]
    made = LEFT + 54 + width_of(say("set"), SMALL)
    parts += [dot(made, y, 3, "made"), text(made + 8, y + 4, say("made"), "quiet", size=SMALL)]
    shown = made + 30 + width_of(say("made"), SMALL)
    return [*parts, dot(shown, y, 4.6, "shown"), text(shown + 10, y + 4, say("first shown"), "quiet", size=SMALL)]


def _axis(scale: _Scale, top: float, bottom: float) -> list[str]:
    parts = [line(LEFT, top - 4, RIGHT, top - 4, "rule")]
    for year in scale.decades:
        x = scale.x(year)
        parts.append(line(x, top - 8, x, top - 4, "rule"))
        if x + width_of(str(year), SMALL) / 2 <= WIDTH:
            parts.append(text(x, top - 11, str(year), "quiet", anchor="middle", size=SMALL))
    return parts


def _row(title: str, of: Years, y: float, scale: _Scale) -> list[str]:
    parts = [text(TITLES, y + 4.4, fitted(title, SIZE, TITLES), anchor="end")]
    ends = [scale.x(s.first) for s in of.set] + [scale.x(d + 0.5) for d in (of.made, of.shown) if d]
    if len(ends) > 1:
        parts.append(line(min(ends), y, max(ends), y, "lead"))
    for span in of.set:
        left, right = scale.x(span.first), scale.x(span.last + 1)
        if span.last < scale.first:
            parts.append(f'<path class="set" d="M{n(LEFT)} {n(y)}l7 -4v8z"/>')
            parts.append(text(LEFT + 11, y + 4, in_words((span,)), "quiet", size=SMALL))
            continue
        wide = max(right - left, 4.0)
        parts.append(box(left, y - 3.5, wide, 7, "set" if span.sure else "set about", 2))
        if span.goes_on:
            parts.append(line(left + wide + 2, y, min(left + wide + 26, RIGHT), y, "goes-on"))
    if of.shown:
        parts.append(dot(scale.x(of.shown + 0.5), y, 4.6, "shown"))
    if of.made:
        parts.append(dot(scale.x(of.made + 0.5), y, 3, "made"))
    return parts
