"""What a guide holds, counted: small bars with their numbers. It shows gaps as well, so that a reader sees whose films are not here."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from verite.catalogue import Catalogue
from verite.guide.pictures.picture import (
    SMALL,
    WIDTH,
    Picture,
    Say,
    Shown,
    Table,
    box,
    cell,
    fitted,
    svg,
    text,
    width_of,
)
from verite.languages import language

ROW = 17.0
MOST = 9  # bars of a panel; the table has them all
BETWEEN = 34.0
ACROSS = 3
NAMES = 136.0


def picture(
    films: Sequence[Shown], catalogue: Catalogue, stages: Mapping[str, str] | None = None, say: Say = str
) -> Picture | None:
    """`stages`: ids and names, in their order; without them the stages are not counted."""
    if not films:
        return None
    panels = [
        (heading, bars)
        for heading, bars in (
            ("Country", _values(films, catalogue, "country", lambda v: catalogue.place_name(v.lower()))),
            ("Decade made", _decades(films)),
            ("Directors", directors(films, catalogue)),
            ("Form", _values(films, catalogue, "form", lambda v: v.replace("-", " "))),
            ("Language spoken", _values(films, catalogue, "language", language)),
            ("Stage of the road", _stages(films, catalogue, stages or {})),
        )
        if bars
    ]
    wide = (WIDTH - (ACROSS - 1) * BETWEEN) / ACROSS
    parts: list[str] = []
    top = 0.0
    for start in range(0, len(panels), ACROSS):
        row = panels[start : start + ACROSS]
        for i, (heading, bars) in enumerate(row):
            parts += _panel(heading, bars, i * (wide + BETWEEN), top, wide, len(films), say)
        top += 52 + max(min(len(bars), MOST + 1) for _, bars in row) * ROW
    caption = (
        f"The {len(films)} films of this guide, counted. A film with two countries or languages counts for both, so that the bars of a"
        " panel may come to more than all films."
    )
    description = ". ".join(
        f"{say(heading)}: " + ", ".join(f"{say(name)} {k}" for name, k in bars[:MOST]) for heading, bars in panels
    )
    table = Table(
        ("What", "Which", "Films"),
        tuple((cell(heading), cell(name), cell(k)) for heading, bars in panels for name, k in bars),
    )
    return Picture(
        svg("coverage", WIDTH, top - 20, say("What this guide holds"), description + ".", parts), caption, table
    )


def directors(films: Sequence[Shown], catalogue: Catalogue) -> list[tuple[str, int]]:
    """Films by women, by men, by both together, and by those of whom no source on record says it."""
    n_of: Counter[str] = Counter()
    for film in films:
        people = [str(s.value) for s in catalogue.statements(film.work.id, "director") if not s.negative]
        known = {str(g.value) for p in people for g in catalogue.statements(p, "gender") if not g.negative}
        if "female" in known:
            n_of["women and men" if "male" in known else "women"] += 1
        else:
            n_of["men" if known else "not on record"] += 1
    return [
        (name, n_of[name])
        for name in ("women", "women and men", "men", "not on record")
        if n_of[name] or name == "women"
    ]


def _values(
    films: Sequence[Shown], catalogue: Catalogue, property_: str, name: Callable[[str], str]
) -> list[tuple[str, int]]:
    """Films by each value of a property, most first; those without one last."""
    n_of: Counter[str] = Counter()
    without = 0
    for film in films:
        values = {str(s.value) for s in catalogue.statements(film.work.id, property_) if not s.negative}
        n_of.update(name(value) for value in values)
        without += not values
    bars = sorted(n_of.items(), key=lambda one: (-one[1], one[0].casefold()))
    return [*bars, ("not on record", without)] if without and bars else bars


def _decades(films: Sequence[Shown]) -> list[tuple[str, int]]:
    """Every decade from the first to the last: one without a film is a bar of none."""
    n_of = Counter(film.work.year // 10 * 10 for film in films if film.work.year)
    if not n_of:
        return []
    all_ = range(min(n_of), max(n_of) + 1, 10)
    kept = all_ if len(all_) <= MOST else sorted(n_of)
    return [(f"{decade}s", n_of[decade]) for decade in kept]


def _stages(films: Sequence[Shown], catalogue: Catalogue, stages: Mapping[str, str]) -> list[tuple[str, int]]:
    n_of = Counter(
        value
        for film in films
        for value in {str(s.value) for s in catalogue.statements(film.work.id, "stage") if not s.negative}
    )
    return [(name, n_of[stage]) for stage, name in stages.items()] if n_of else []


def _panel(
    heading: str, bars: Sequence[tuple[str, int]], left: float, top: float, wide: float, films: int, say: Say
) -> list[str]:
    """The bars of all panels have one measure: the whole length is every film of the guide."""
    start = left + NAMES + 8
    room = wide - NAMES - 8 - width_of(str(films), SMALL) - 6
    parts = [text(left, top + 13, say(heading), "heading")]
    for i, (name, k) in enumerate(bars[:MOST]):
        y = top + 34 + i * ROW
        parts.append(text(left, y, fitted(say(name), SMALL, NAMES), size=SMALL))
        parts.append(box(start, y - 8, room, 8, "track", 1.5))
        if k:
            parts.append(box(start, y - 8, max(room * min(k / films, 1), 2), 8, "bar", 1.5))
        parts.append(text(left + wide, y, str(k), "quiet", anchor="end", size=SMALL))
    if len(bars) > MOST:
        parts.append(text(left, top + 34 + MOST * ROW, say(f"and {len(bars) - MOST} more"), "quiet", size=SMALL))
    return parts
