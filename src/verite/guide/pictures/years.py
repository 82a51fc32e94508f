"""When a film is set, was made and was first shown, in years, as far as the record says."""

from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.curation.years import span
from verite.english import date

SHOWINGS = ("first-showing", "release", "broadcast", "home-release")
OPEN = 9999  # the last year of a date that goes on


class Span(NamedTuple):
    """Years of action, both counted. `sure`: not "about", "perhaps", or one of ten years; `goes_on`: no last year told."""

    first: int
    last: int
    sure: bool
    goes_on: bool


class Years(NamedTuple):
    set: tuple[Span, ...]
    made: int | None
    shown: int | None


def years(work: str, catalogue: Catalogue) -> Years:
    """The years of a film. Its year of production is what a source calls so, or a year without a meaning; never that
    of a showing."""
    said = [
        (int(s.value), str(s.qualifiers.get("of", ""))) for s in catalogue.statements(work, "year") if not s.negative
    ]
    made = [y for y, of in said if of == "production"] or [y for y, of in said if not of]
    shown = [y for y, of in said if of in SHOWINGS]
    return Years(set_in(work, catalogue), min(made, default=None), min(shown, default=None))


def set_in(work: str, catalogue: Catalogue) -> tuple[Span, ...]:
    """The years in which a film is set, each stretch once. A vague date that holds a sure one says nothing more."""
    spans = {one for s in catalogue.statements(work, "set_time") if not s.negative for one in read(str(s.value))}
    sure = sorted(one for one in spans if one.sure)
    vague = [o for o in sorted(spans) if not o.sure and not any(o.first <= s.first and s.last <= o.last for s in sure)]
    return tuple(sorted([*_merged(sure), *vague]))


def read(edtf: str) -> tuple[Span, ...]:
    """The years of a date in EDTF; of what is none, nothing.

    >>> read("1939/1941"), read("195X"), read("1944-12/.."), read("once")
    ((Span(first=1939, last=1941, sure=True, goes_on=False),), (Span(first=1950, last=1959, sure=False, goes_on=False),), (Span(first=1944, last=1944, sure=True, goes_on=True),), ())
    """
    found = span(edtf)
    if found is None or not 0 < found[0] <= found[1]:
        return ()
    first, last = found
    goes_on = last == OPEN
    return (Span(first, first if goes_on else last, not set(edtf) & set("?~X%"), goes_on),)


def _merged(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for one in spans:
        if found and one.first <= found[-1].last + (0 if one.goes_on else 1):
            before = found[-1]
            last = max(before.last, one.last)
            found[-1] = Span(before.first, last, True, before.goes_on or (one.goes_on and one.last == last))
        else:
            found.append(one)
    return found


def in_words(spans: tuple[Span, ...]) -> str:
    """ "1937, 1946", "about 1940", "1950s", "from 1939"."""
    return ", ".join(_words(one) for one in spans)


def _words(one: Span) -> str:
    if not one.sure and one.first % 10 == 0 and one.last == one.first + 9:
        return f"{one.first}s"
    said = date(f"{one.first}" if one.first == one.last else f"{one.first}/{one.last}")
    said = f"from {said}" if one.goes_on else said
    return said if one.sure else f"about {said}"
