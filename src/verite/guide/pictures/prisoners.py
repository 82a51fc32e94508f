"""Prisoners by year, each count as its source makes it: what is counted, by whom. Counts that differ are lines of their own and
never summed; a year without a figure is a gap, not nought; one figure alone is a dot."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from verite.catalogue import Catalogue
from verite.english import date
from verite.guide.pictures.lanes import Box, spread
from verite.guide.pictures.picture import (
    SMALL,
    WIDTH,
    Picture,
    Say,
    Table,
    cell,
    dot,
    fitted,
    line,
    n,
    svg,
    text,
    width_of,
)

# How many were held on a day, and how many were sentenced in a year, are two things: a panel each.
HELD = {
    "all-prisoners": "all prisoners", "camps-colonies-and-prisons": "camps, colonies and prisons", "camps-and-colonies": "camps and colonies",
    "camps": "camps", "colonies": "colonies", "political-in-camps": "political, in camps",
}  # fmt: skip
SENTENCED = {"sentenced": "sentenced", "sentenced-to-death": "of them to death"}
OTHERS = {
    "special-settlers": "special settlers",
    "camps-on-the-map": "camps on the museum’s map",
    "deaths-on-the-map": "deaths on the museum’s map",
}
LEFT, RIGHT = 62.0, WIDTH - 172
HELD_HIGH, SENTENCED_HIGH = 270.0, 110.0


# Of the n-th count of a panel: dashes, or a heavier line for the one that is known for most years.
_LINES = (
    "",
    ' stroke-dasharray="2 3"',
    ' stroke-dasharray="6 3"',
    ' stroke-width="2.2"',
    "",
    ' stroke-dasharray="2 3"',
)
_Axis = Callable[[float], float]


class Series(NamedTuple):
    counted: str
    by: str
    points: tuple[tuple[int, int], ...]  # year, number


def picture(
    catalogue: Catalogue, place: str = "sun", first: int = 1930, last: int = 1953, say: Say = str
) -> Picture | None:
    """The counts of one place (its id, or a state's code in lower case) in these years."""
    rows = [row for row in catalogue.prisoners if row["place"] == place and first <= int(row["date"][:4]) <= last]
    if not rows:
        return None
    held, sentenced = _series(rows, HELD), _series(rows, SENTENCED)
    parts: list[str] = []
    top = 34.0
    for series, names, high, heading in (
        (held, HELD, HELD_HIGH, "Held, in most series on 1 January"),
        (sentenced, SENTENCED, SENTENCED_HIGH, "Sentenced in the year for counter-revolutionary crimes"),
    ):
        if series:
            spoken = {counted: say(name) for counted, name in names.items()}
            parts += _panel(series, spoken, first, last, top, high, say(heading))
            top += high + 76
    if not parts:
        return None
    caption = (
        "Each line is one count by one reckoning, as its source prints it; lines are not to be added to one another. Where a line stops,"
        " no source on record has a figure for the year. The table names what is counted, by whom, and has the counts that are not drawn."
    )
    description = "; ".join(
        f"{say(names[s.counted])}, {say(s.by)}: {s.points[0][0]}–{s.points[-1][0]}, {say('highest')} {max(v for _, v in s.points):,}"
        f" ({max(s.points, key=lambda p: (p[1], -p[0]))[0]})"
        for all_, names in ((held, HELD), (sentenced, SENTENCED)) for s in all_
    )  # fmt: skip
    name = say(f"Prisoners by year, {first}–{last}")
    return Picture(svg("prisoners", WIDTH, top - 44, name, description + ".", parts), caption, _table(rows))


def _series(rows: Sequence[dict[str, Any]], counted: dict[str, str]) -> list[Series]:
    found: dict[tuple[str, str], dict[int, int]] = {}
    for row in rows:
        if row["counted"] in counted:
            found.setdefault((row["counted"], row["by"]), {})[int(row["date"][:4])] = int(row["number"])
    order = list(counted)
    return [
        Series(of, by, tuple(sorted(points.items())))
        for (of, by), points in sorted(found.items(), key=lambda one: (order.index(one[0][0]), min(one[1]), one[0][1]))
    ]


def _panel(
    series: list[Series], names: dict[str, str], first: int, last: int, top: float, high: float, heading: str
) -> list[str]:
    most = max(v for s in series for _, v in s.points)
    step = _step(most)
    ceiling = -(-most // step) * step
    last = max(last, first + 1)

    def x(year: float) -> float:
        return LEFT + (year - first) * (RIGHT - LEFT) / (last - first)

    def y(number: float) -> float:
        return top + high - number * high / ceiling

    parts = [text(0, top - 18, heading, "heading")]
    for number in range(0, ceiling + 1, step):
        parts.append(line(LEFT, y(number), RIGHT, y(number), "rule" if not number else "hair"))
        parts.append(text(LEFT - 8, y(number) + 4, _short(number), "quiet", anchor="end", size=SMALL))
    every = 5 if last - first > 10 else 1
    written = [year for year in range(first, last + 1) if year % every == 0 or (year == last and (year - 1) % every)]
    parts += [text(x(year), top + high + 17, str(year), "quiet", anchor="middle", size=SMALL) for year in written]
    for one in series:
        parts += _drawn(one, list(names).index(one.counted), x, y)
    return parts + _labels(series, names, last, x, y, top, top + high)


def _labels(
    series: list[Series], names: dict[str, str], last: int, x: _Axis, y: _Axis, top: float, bottom: float
) -> list[str]:
    """The name of each count beside its latest figure: in the margin if that is of the last year, else by the line itself."""
    latest: dict[str, tuple[int, int]] = {}
    for one in series:
        latest[one.counted] = max(latest.get(one.counted, (0, 0)), one.points[-1])
    margin = sorted((y(number), counted) for counted, (year, number) in latest.items() if year == last)
    parts = []
    for (end, counted), beside in zip(margin, spread([at for at, _ in margin], 16, top, bottom), strict=True):
        parts.append(f'<path class="hair" d="M{n(x(last) + 5)} {n(end)}L{n(RIGHT + 14)} {n(beside)}"/>')
        parts.append(text(RIGHT + 18, beside + 4, fitted(names[counted], SMALL, WIDTH - RIGHT - 18), size=SMALL))
    drawn = [Box(px - 3, py - 3, px + 3, py + 3) for one in series for px, py in _along(one, x, y)]
    for counted, (year, number) in sorted(latest.items(), key=lambda label: label[1]):
        if year == last:
            continue
        wide, at = width_of(names[counted], SMALL), (x(year), y(number))
        for left, base in (
            (at[0] + 8, at[1] + 4),
            (at[0] + 4, at[1] - 8),
            (at[0] - wide / 2, at[1] - 9),
            (at[0] - wide - 8, at[1] + 4),
            (at[0] + 4, at[1] + 17),
        ):
            label = Box(left, base - 10, left + wide, base + 3)
            if label.left > LEFT and label.right < WIDTH and not any(label.meets(other) for other in drawn):
                drawn.append(label)
                parts.append(text(left, base, names[counted], size=SMALL))
                break
    return parts


def _along(one: Series, x: _Axis, y: _Axis) -> list[tuple[float, float]]:
    """Points along a line, near enough to one another to tell whether a label would stand on it."""
    found = [(x(year), y(number)) for year, number in one.points]
    for (a, b), (c, d) in pairwise(one.points):
        if c == a + 1:
            found += [(x(a + t / 8), y(b + (d - b) * t / 8)) for t in range(1, 8)]
    return found


def _drawn(one: Series, n_th: int, x: _Axis, y: _Axis) -> list[str]:
    """A line through the years that follow one another, a dot for a figure that stands alone."""
    runs: list[list[tuple[int, int]]] = []
    for year, number in one.points:
        if runs and runs[-1][-1][0] == year - 1:
            runs[-1].append((year, number))
        else:
            runs.append([(year, number)])
    parts = [
        f'<path class="series s{n_th}"{_LINES[n_th]} d="M{"L".join(f"{n(x(year))} {n(y(number))}" for year, number in run)}"/>'
        for run in runs
        if len(run) > 1
    ]
    return parts + [
        dot(x(year), y(number), 3.2, f"dot s{n_th}") for run in runs if len(run) == 1 for year, number in run
    ]


def _step(most: int) -> int:
    """A round distance of the lines across, so that there are three to six."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if most <= 5 * step:
                return step
        size *= 10


def _short(number: int) -> str:
    if number >= 1_000_000:
        return f"{number / 1_000_000:g} m"
    return f"{number // 1000},000" if number >= 1000 else str(number)


def _table(rows: Sequence[dict[str, Any]]) -> Table:
    names = HELD | SENTENCED | OTHERS
    order = list(names)
    ordered = sorted(
        rows,
        key=lambda r: (order.index(r["counted"]) if r["counted"] in order else 99, r["by"], r["date"], r["number"]),
    )
    return Table(
        ("Counted", "When", "Number", "By", "Remark"),
        tuple(
            (
                cell(names.get(r["counted"], r["counted"])),
                cell(date(r["date"])),
                cell(f"{r['number']:,}"),
                cell(r["by"]),
                cell(r["remark"]),
            )
            for r in ordered
        ),
    )
