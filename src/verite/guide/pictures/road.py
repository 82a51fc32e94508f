"""The road and its films: a column a stage, a line a film. The large sign is the stage to which a film belongs first, the
small ones the others that it shows; sorted by the first, they make the road."""

from collections.abc import Mapping, Sequence

from verite.catalogue import Catalogue
from verite.guide.pictures.picture import (
    SIZE,
    SMALL,
    WIDTH,
    Picture,
    Say,
    Shown,
    Table,
    cell,
    fitted,
    line,
    n,
    svg,
    text,
    width_of,
)

ROW = 18.0
TITLES = 228.0
LEFT, RIGHT = TITLES + 44, WIDTH - 54
HEAD = 100.0
HIGHER = 46.0
WIDEST = 106.0  # of a name: it must keep clear of the lines of its neighbours
GAP = 7.0  # between the films of one stage and those of the next
BESIDE = "outside"  # runs along the road, not on it


def picture(
    films: Sequence[Shown],
    catalogue: Catalogue,
    stages: Mapping[str, str],
    first: Mapping[str, str] | None = None,
    say: Say = str,
) -> Picture | None:
    """`stages` are ids and names in the order of the road; `first` says to which one a film belongs first, by its work's
    id, where the record's own order does not."""
    order = list(stages)
    told = []
    for film in films:
        on = [
            s
            for s in dict.fromkeys(str(s.value) for s in catalogue.statements(film.work.id, "stage") if not s.negative)
            if s in stages
        ]
        main = (first or {}).get(film.work.id, on[0] if on else "")
        if main in stages:
            told.append((film, main, sorted({*on, main}, key=order.index)))
    if not told:
        return None
    told.sort(
        key=lambda one: (
            order.index(one[1]),
            order.index(one[2][0]),
            order.index(one[2][-1]),
            one[0].title.casefold(),
            one[0].work.id,
        )
    )
    gap = 18.0 if BESIDE in order else 0.0
    apart = (RIGHT - LEFT - gap) / max(len(order) - 1, 1)

    def x(stage: str) -> float:
        return LEFT + order.index(stage) * apart + (gap if stage == BESIDE else 0)

    groups = {main: i for i, main in enumerate(dict.fromkeys(main for _, main, _ in told))}
    bottom = HEAD + len(told) * ROW + (len(groups) - 1) * GAP
    parts = [
        line(x(s), HEAD - 8 - (HIGHER if i % 2 else 0), x(s), bottom, "beside" if s == BESIDE else "hair")
        for i, s in enumerate(order)
    ]
    parts += [
        _heading(x(s), i, say(name), sum(s in on for _, _, on in told)) for i, (s, name) in enumerate(stages.items())
    ]
    large, small = [], []
    for i, (film, main, on) in enumerate(told):
        y = HEAD + i * ROW + groups[main] * GAP + ROW / 2
        parts.append(text(TITLES, y + 4.4, fitted(film.title, SIZE, TITLES), anchor="end"))
        road = [s for s in on if s != BESIDE]
        if len(road) > 1:
            parts.append(line(x(road[0]), y, x(road[-1]), y, "lead"))
        large.append(f"M{n(x(main))} {n(y)}h0")
        small += [f"M{n(x(s))} {n(y)}h0" for s in on if s != main]
    parts += [
        f'<path class="also" stroke-linecap="round" stroke-width="5" d="{"".join(small)}"/>',
        f'<path class="first" stroke-linecap="round" stroke-width="9" d="{"".join(large)}"/>',
    ]
    caption = (
        "Each line is a film, each column a stage of the road. The large sign is the stage to which the film belongs first, the small"
        " ones are the others that it shows. Under each name stands how many films show the stage."
    )
    description = (
        say(f"{len(told)} films on {len(order)} stages")
        + ": "
        + ", ".join(f"{say(name)} {sum(s in on for _, _, on in told)}" for s, name in stages.items())
    )
    table = Table(
        ("Film", "First", "Also"),
        tuple(
            (
                cell(f.title, f.address),
                cell(say(stages[main])),
                cell(", ".join(say(stages[s]) for s in on if s != main)),
            )
            for f, main, on in told
        ),
    )
    return Picture(
        svg("road-map", WIDTH, bottom + 6, say("The road and its films"), description + ".", parts), caption, table
    )


def _heading(x: float, n_th: int, name: str, films: int) -> str:
    """The name of a stage on at most two lines above its column, every other one higher up, and its number of films."""
    lines: list[str] = []
    for word in fitted(name, SMALL, 2 * WIDEST).split():
        if lines and width_of(f"{lines[-1]} {word}", SMALL) <= WIDEST:
            lines[-1] += f" {word}"
        else:
            lines.append(fitted(word, SMALL, WIDEST))
    lines[1:] = [fitted(" ".join(lines[1:]), SMALL, WIDEST)] if lines[1:] else []  # cut with a sign, never silently
    base = HEAD - 14 - (HIGHER if n_th % 2 else 0)
    names = [text(x, base - 14 - 13 * i, words, anchor="middle", size=SMALL) for i, words in enumerate(reversed(lines))]
    return "".join(names) + text(x, base, str(films), "quiet", anchor="middle", size=SMALL)
