"""What every picture is and is made from: static SVG with its caption and the table of the same rows.

A picture has the role of an image, so nothing in it can be followed: its table leads to the pages. It is pure: data in, the same bytes out in every process. No script, no address outside the guide, no inline
style (a strict policy forbids it): shapes carry classes and presentation attributes, and the one stylesheet does the
rest in light, dark, print and forced colours. Text is real text; what it is drawn over is measured by `width_of`.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from verite.guide.words import weblink
from verite.model import Work

SIZE = (
    13.0  # of letters, in the units of the picture; set here and not in the stylesheet, since labels are measured by it
)
SMALL = 11.5
WIDTH = 760.0  # of most pictures: about one unit a pixel on a wide screen


Say = Callable[
    [str], str
]  # how the guide's language has what a picture says; captions and tables are put into it by the page


class Cell(NamedTuple):
    """A cell of a table: its text and, if it leads somewhere, the address, relative to the guide's root."""

    text: str
    address: str | None = None


class Table(NamedTuple):
    """The rows that the picture shows, as text: what a reader has who does not see it."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Picture(NamedTuple):
    """An SVG element (no XML declaration), a caption in plain text, and the table of its rows."""

    svg: str
    caption: str
    table: Table


class Shown(NamedTuple):
    """A film of the guide: its work on record, its title there, its page's address as seen from the picture's page."""

    work: Work
    title: str
    address: str


def cell(text: object, address: str = "") -> Cell:
    return Cell(clean(str(text)), safe(address) or None)


def svg(name: str, width: float, height: float, title: str, description: str, parts: Iterable[str]) -> str:
    """The element: `name` is the picture's class and the stem of its ids, width and height those of its own units."""
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="picture {name}" viewBox="0 0 {n(width)} {n(height)}" '
            f'font-size="{n(SIZE)}" role="img" aria-labelledby="{name}-title {name}-desc">',
            f'<title id="{name}-title">{escape(clean(title)[:200])}</title>',
            f'<desc id="{name}-desc">{escape(clean(description))}</desc>',
            *parts,
            "</svg>",
        )
    )


def text(
    x: float, y: float, said: str, class_: str = "", *, anchor: str = "", size: float = SIZE, lang: str = ""
) -> str:
    """A line of text on the baseline `y`; `anchor` is middle or end, else it starts at `x`."""
    marks = (f' class="{class_}"' if class_ else "") + (f' text-anchor="{anchor}"' if anchor else "")
    marks += ' font-weight="600"' if class_ == "heading" else ""
    marks += f' font-size="{n(size)}"' if size != SIZE else ""
    marks += f" lang={quoteattr(lang)}" if lang else ""
    return f'<text x="{n(x)}" y="{n(y)}"{marks}>{escape(clean(said))}</text>'


# How lines are drawn belongs to the picture, their colours to the stylesheet.
_LINES = {
    "lead": ' stroke-width=".7" opacity=".6"',
    "goes-on": ' stroke-width="2" stroke-dasharray="3 3"',
    "beside": ' stroke-dasharray="2 4"',
}


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> str:
    return f'<path class="{class_}"{_LINES.get(class_, "")} d="M{n(x1)} {n(y1)}L{n(x2)} {n(y2)}"/>'


def box(x: float, y: float, width: float, height: float, class_: str, round_: float = 0) -> str:
    corner = f' rx="{n(round_)}"' if round_ else ""
    return f'<rect class="{class_}" x="{n(x)}" y="{n(y)}" width="{n(width)}" height="{n(height)}"{corner}/>'


def dot(x: float, y: float, radius: float, class_: str) -> str:
    return f'<circle class="{class_}" cx="{n(x)}" cy="{n(y)}" r="{n(radius)}"/>'


def n(number: float) -> str:
    """A number to one decimal, as short as it can be: 12, 3.5, never -0."""
    rounded = round(number, 1) + 0.0
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def clean(said: str) -> str:
    """One line, without the characters that no XML may hold: titles come from lists that anybody may have written."""
    line_ = " ".join(said.split())
    return "".join(
        c
        for c in line_
        if c >= " " and not "\x7f" <= c <= "\x9f" and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"
    )


def safe(address: str) -> str:
    """A relative address, or one of the web; else nothing."""
    to = address.strip()
    if any(c <= " " or c in '\\"<>' for c in to) or to.startswith("//"):
        return ""
    return to if ":" not in to.split("/")[0].split("#")[0].split("?")[0] else weblink(to)


# Widths in thousandths of the size, by DejaVu Sans, the widest of the faces that the stylesheet may get; other scripts
# count as an em.
_NARROW = dict.fromkeys("ijl'|’‘·", 290) | dict.fromkeys("ftrI()[]-.,:;! “”/", 415)
_WIDE = dict.fromkeys("mwMWЖШЩЮЫФжшщюыф—@%…", 990) | dict.fromkeys("ABCDEGHKNOPQRSUVXYZ&", 770)
_WIDTHS = _NARROW | _WIDE


def width_of(said: str, size: float) -> float:
    """About how wide a line of sans is, in the units of `size`; rather too wide than too narrow."""
    return (
        size * sum(_WIDTHS.get(c, 640 if c < "\u0370" else 690 if c < "\u2e80" else 1000) for c in clean(said)) / 1000
    )


def fitted(said: str, size: float, room: float) -> str:
    """The text, cut with an ellipsis where it is wider than the room."""
    line_ = clean(said)[:400]
    if width_of(line_, size) <= room:
        return line_
    while line_ and width_of(line_ + "…", size) > room:
        line_ = line_[:-1]
    return line_.rstrip(" ,;:–-") + "…"
