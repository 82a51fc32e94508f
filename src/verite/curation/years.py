"""Years in EDTF dates: the first and last of a date, and whether two dates have a year in common."""


def span(edtf: str) -> tuple[int, int] | None:
    """The first and last year of a date or a span; a decade ("194X") is its ten years.

    >>> span("1942-03"), span("1936/1938"), span("194X"), span("1967/.."), span("long ago")
    ((1942, 1942), (1936, 1938), (1940, 1949), (1967, 9999), None)
    """
    start, slash, end = edtf.partition("/")
    first, last = _year(start, "0"), _year(end if slash else start, "9")
    if slash and first is not None and end in ("", ".."):
        last = 9999
    if slash and last is not None and start in ("", ".."):
        first = 0
    return None if first is None or last is None else (first, last)


def overlap(one: str, other: str) -> bool:
    a, b = span(one), span(other)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def _year(date: str, unknown: str) -> int | None:
    digits = date[:4].replace("X", unknown)
    return int(digits) if len(digits) == 4 and digits.isdecimal() else None
