"""Plain English for what the record holds: dates as people write them, enumerations, articles."""

import re

_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
]  # fmt: skip
_POINT = re.compile(r"^(?P<year>[\dX]{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?P<mark>[?~%]?)$")


def date(edtf: object) -> str:
    """A date, a span of dates or an uncertain date as a reader would say it; what is no date stays as it is.

    >>> date("1977-04-02"), date("1941/1945"), date("1936?"), date("194X")
    ('2 April 1977', '1941–1945', '1936 (uncertain)', '1940s')
    >>> date("1977-06-24/1977-07-05"), date("1967/..")
    ('24 June to 5 July 1977', 'from 1967')
    """
    text = str(edtf)
    start, slash, end = text.partition("/")
    if not slash:
        return _point(text)
    if end in ("", ".."):
        return f"from {_point(start)}"
    if start in ("", ".."):
        return f"until {_point(end)}"
    joint = "–" if start.isdigit() and end.isdigit() else " to "
    first, last = _point(start), _point(end)
    if start[:4] == end[:4] and "-" in start and "-" in end:  # what both say is said once
        first = first.removesuffix(f" {start[:4]}")
    return f"{first}{joint}{last}"


def _point(text: str) -> str:
    match = _POINT.match(text)
    if match is None or (match["month"] and not 1 <= int(match["month"]) <= 12):
        return text
    year = match["year"]
    said = f"{year[:3]}0s" if year.endswith("X") and year[:3].isdigit() else year
    if match["month"]:
        said = f"{_MONTHS[int(match['month']) - 1]} {said}"
    if match["day"]:
        said = f"{int(match['day'])} {said}"
    if match["mark"] == "~":
        return f"about {said}"
    return f"{said} (uncertain)" if match["mark"] else said


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    said = text[:1].upper() + text[1:]
    return said if said.endswith((".", "!", "?", "…", ".”")) else f"{said}."


def several(things: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(things[:-1]), things[-1]]) if len(things) > 1 else "".join(things)


def a(noun: str) -> str:
    """The noun with its article: "a camp", "an escape"."""
    return f"an {noun}" if noun[:1].lower() in "aeiou" and not noun.lower().startswith(("uni", "eu")) else f"a {noun}"


def the(name: str) -> str:
    """What befell, with its article if it takes one.

    >>> the("Great Terror"), the("World War II"), the("Stalin's death"), the("the Thaw")
    ('the Great Terror', 'World War II', "Stalin's death", 'the Thaw')
    """
    first = name.split(" ", 1)[0]
    bare = name.lower().startswith(("the ", "world war ", "operation ", "sonderaktion ")) or first.endswith(
        ("'s", "’s")
    )
    return name if bare else f"the {name}"


def possessive(name: str) -> str:
    """ "Shepitko’s"; a name in s takes the apostrophe with an s, too, as most style books have it."""
    return f"{name}’s"
