"""Dates in EDTF, as far as a record of films needs them: a day, month, year or decade, or a span of these.

Uncertain with `?`, approximate with `~`, a figure not known with `X`: `1942`, `1936-06-22`, `195X`, `1936/1938~`, `1953/..`.
"""

import re
from calendar import monthrange

_POINT = re.compile(r"^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?[?~]?$")


def valid(text: str) -> bool:
    """Whether this is such a date, and one that was on the calendar; a span may not end before it begins.

    >>> valid("1953-03-05"), valid("1953-02-30"), valid("1938/1936"), valid("195X")
    (True, False, False, True)
    """
    start, slash, end = text.partition("/")
    if not _point(start):
        return False
    if not slash or end == "..":
        return True
    return _point(end) and earliest(start) <= latest(end)


def earliest(text: str) -> str:
    """The first day that a date may mean, as `YYYY-MM-DD`: such days compare as text.

    >>> earliest("1936/1938"), latest("1936/1938"), latest("195X")
    ('1936-01-01', '1938-12-31', '1959-12-31')
    """
    year, month, day = _figures(text.partition("/")[0])
    return f"{year.replace('X', '0')}-{month or '01'}-{day or '01'}"


def latest(text: str) -> str:
    """The last day that a date may mean; of a span that goes on, a day that never comes."""
    start, slash, end = text.partition("/")
    if slash and end in ("", ".."):
        return "9999-12-31"
    year, month, day = _figures(end if slash else start)
    year = year.replace("X", "9")
    month = month or "12"
    return f"{year}-{month}-{day or monthrange(int(year), int(month))[1]}"


def _point(text: str) -> bool:
    year, month, day = _figures(text)
    if not year or (month and not 1 <= int(month) <= 12):
        return False
    if not day:
        return True
    return "X" not in year and 1 <= int(day) <= monthrange(int(year), int(month))[1]


def _figures(text: str) -> tuple[str, str, str]:
    found = _POINT.match(text)
    return (found[1], found[2] or "", found[3] or "") if found else ("", "", "")
