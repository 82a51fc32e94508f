"""A film's cover in letters alone: title, original title, years. For tiles and for what others show of a link; no stills, which
are seldom free. It carries its own colours, since it is shown where no stylesheet is; a page of ours overrides them."""

from verite.catalogue import Catalogue
from verite.guide.pictures.picture import Picture, Shown, Table, box, cell, clean, fitted, svg, text, width_of
from verite.guide.pictures.years import in_words, years

WIDE, HIGH = 1200.0, 630.0
EDGE = 84.0
SIZES = (104.0, 88.0, 74.0, 62.0, 52.0)
MOST = 4  # lines of a title
_SERIF, _SANS = ' font-family="Georgia, serif"', ' font-family="Arial, sans-serif"'
_COLOURS = {"ground": "#faf8f3", "accent": "#8c2a1c", "ink": "#1f1c18", "quiet": "#5d564c"}


def picture(film: Shown, catalogue: Catalogue, lang: str = "") -> Picture:
    """`lang` is the language of the original title."""
    of = years(film.work.id, catalogue)
    title = clean(film.title) or "Untitled"
    original = clean(film.work.original_title)
    original = "" if original.casefold() == title.casefold() else original
    said = [f"set {in_words(of.set)}"] if of.set else []
    said += [f"made {of.made}"] if of.made else []
    said += [f"first shown {of.shown}"] if of.shown and of.shown != of.made else []
    size, lines = wrapped(title)
    parts = [_coloured(box(0, 0, WIDE, HIGH, "ground"), "ground"), _coloured(box(EDGE, 74, 132, 9, "accent"), "accent")]
    y = 130 + size * 0.82
    for words in lines:
        parts.append(_coloured(text(EDGE, y, words, "serif", size=size), "ink", _SERIF))
        y += size * 1.12
    if original:
        parts.append(
            _coloured(
                text(EDGE, y + 6, fitted(original, 40, WIDE - 2 * EDGE), "quiet serif", size=40, lang=lang),
                "quiet",
                f'{_SERIF} font-style="italic"',
            )
        )
    parts.append(
        _coloured(
            text(EDGE, HIGH - 70, fitted("  ·  ".join(said), 30, WIDE - 2 * EDGE), "quiet", size=30), "quiet", _SANS
        )
    )
    about = ", ".join([original] * bool(original) + said)
    rows = [
        (cell("Title"), cell(title, film.address)),
        (cell("Original title"), cell(original)),
        (cell("Years"), cell(", ".join(said))),
    ]
    table = Table(("What", "Which"), tuple(row for row in rows if row[1].text))
    return Picture(
        svg("cover-picture", WIDE, HIGH, title[:200], about or title[:200], parts), fitted(title, 40, 6000), table
    )


def wrapped(title: str) -> tuple[float, list[str]]:
    """The largest size at which the title stands on few enough lines, and those lines; the last is cut if even the
    smallest is too large."""
    room = WIDE - 2 * EDGE
    for size in SIZES:
        lines = _lines(title[:400], size, room)
        if len(lines) * size <= 330 and len(lines) <= MOST and all(width_of(one, size) <= room for one in lines):
            return size, lines
    size = SIZES[-1]
    lines = [fitted(one, size, room) for one in _lines(title[:400], size, room)]
    return size, lines[:MOST] if len(lines) <= MOST else [
        *lines[: MOST - 1],
        fitted(lines[MOST - 1] + " …", size, room),
    ]


def _lines(title: str, size: float, room: float) -> list[str]:
    lines: list[str] = []
    for word in title.split():
        if lines and width_of(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [title]


def _coloured(element: str, colour: str, letters: str = "") -> str:
    """The element with its colour and its letters as attributes, which any rule of a stylesheet overrides."""
    name, rest = element.split(" ", 1)
    return f'{name} fill="{_COLOURS[colour]}"{letters} {rest}'
