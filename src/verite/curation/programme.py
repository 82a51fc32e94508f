"""A list as evenings or lessons: films in the order of the road, each evening within its minutes, with breaks; a calendar.

A calendar is iCalendar (RFC 5545): lines end in CRLF and are folded at 75 octets, commas, semicolons and line ends in
text are escaped.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.curation.constraints import minutes
from verite.errors import ConfigError
from verite.model import Work

_SERIES = re.compile(
    r"(?P<n>\d+)\s+(?:evenings?|nights?|weeks?|screenings?|lessons?),?\s+(?P<minutes>\d+)\s*(?:min(?:utes)?)?\.?"
)
INTRODUCTION, TALK, BREAK = 10, 20, 15  # minutes: words before, talk after, between two films


class Evening(NamedTuple):
    """One evening: its films, and what it takes with words before, breaks, and talk after."""

    number: int
    works: tuple[Work, ...]
    films: int  # minutes of film
    whole: int


def plan(words: str) -> tuple[int, int]:
    """How many evenings, and the minutes of film of each.

    >>> plan("4 evenings, 120 min")
    (4, 120)
    """
    match = _SERIES.fullmatch(words.strip())
    if match is None or not int(match["n"]) or not int(match["minutes"]):
        raise ConfigError(f'{words!r} is no series; write "4 evenings, 120 min"')
    return int(match["n"]), int(match["minutes"])


def evenings(works: Sequence[Work], n: int, most: int, catalogue: Catalogue) -> list[Evening]:
    """`n` evenings of at most `most` minutes of film each, in the order of the list: each film is taken up by the
    evening before it if there is room, else by the next. Raises `ConfigError` that says what is nearest."""
    fits = [(work, length) for work in works if (length := minutes(work, catalogue)) is not None and length <= most]
    if len(fits) < n:
        shortest = sorted(length for work in works if (length := minutes(work, catalogue)) is not None)
        raise ConfigError(
            f"{len(fits)} films of at most {most} minutes, for {n} evenings; "
            + (
                f"with {shortest[n - 1]} minutes an evening there would be {n}"
                if len(shortest) >= n
                else f"the list has {len(works)} films"
            )
        )
    groups: list[list[tuple[Work, int]]] = []
    for i, (work, length) in enumerate(fits):
        room = groups and sum(x for _, x in groups[-1]) + length <= most
        waiting = len(fits) - i
        if room and n - len(groups) < waiting:  # two on one evening only if every evening still gets a film
            groups[-1].append((work, length))
        elif len(groups) < n:
            groups.append([(work, length)])
    return [
        Evening(
            number, tuple(work for work, _ in group), sum(x for _, x in group),
            INTRODUCTION + sum(x for _, x in group) + BREAK * (len(group) - 1) + TALK,
        )
        for number, group in enumerate(groups, 1)
    ]  # fmt: skip


def lesson(works: Sequence[Work], length: int, catalogue: Catalogue) -> list[str]:
    """A lesson of so many minutes: with the whole of a film that leaves time to talk, or with parts of one."""
    if length < 30:
        raise ConfigError(f"a lesson of {length} minutes leaves no time to watch and to talk: 30 at least")
    before, after = 10, max(15, length // 4)
    room = length - before - after
    whole = [(work, x) for work in works if (x := minutes(work, catalogue)) is not None and x <= room]
    if whole:
        work, x = max(whole, key=lambda pair: pair[1])
        after = length - before - x
        return [
            f"{before} min  questions before", f"{x} min  {work.title} ({work.year}), whole",
            f"{after} min  talk; nobody is asked to play a victim or a perpetrator",
        ]  # fmt: skip
    return [
        f"{before} min  questions before",
        f"{room} min  parts of one film, chosen beforehand by whoever has seen it whole; no film of the list fits whole",
        f"{after} min  talk; nobody is asked to play a victim or a perpetrator",
    ]


def calendar(found: Sequence[Evening], first: datetime, days: int, name: str) -> str:
    """The evenings as iCalendar, `days` apart. Times are local ("floating"): a cinema's clock is on its wall."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//verite//programme//EN", f"X-WR-CALNAME:{_escaped(name)}"]
    for evening in found:
        start = first + timedelta(days=days * (evening.number - 1))
        title = " + ".join(f"{work.title} ({work.year})" for work in evening.works)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{start:%Y%m%dT%H%M%S}-{'-'.join(work.id for work in evening.works)[:150]}@verite",
            f"DTSTAMP:{first:%Y%m%dT%H%M%S}Z",
            f"DTSTART:{start:%Y%m%dT%H%M%S}",
            f"DTEND:{start + timedelta(minutes=evening.whole):%Y%m%dT%H%M%S}",
            f"SUMMARY:{_escaped(title)}",
            f"DESCRIPTION:{_escaped(f'{evening.films} minutes of film')}",
            "END:VEVENT",
        ]
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _escaped(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", " ".join(text.split()))


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, those after the first begun with a space; no character is cut."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > 75:
            yield piece
            piece, size = " ", 1
        piece += character
        size += octets
    yield piece
