"""The closed set of conversions that a mapping may name: what a table writes -> a value as `properties.toml` has it.

Each takes the text of one cell and gives the value, or nothing for what it cannot read: a value that is not
understood is left out and counted, never guessed.
"""

import ast
import json
import re
from collections.abc import Callable
from typing import Any

from verite.languages import languages
from verite.sources.states import state
from verite.text import fold

_ARTICLES = (
    "the a an le la les l' un une des der die das dem den ein eine il lo i gli uno una el los las o os as um uma "
    "de het een det en ett al els ha az egy".split()
)
_TRAILING = re.compile(rf"^(?P<title>.+?)\s*, (?P<article>{'|'.join(_ARTICLES)})$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d|2100)(?!\d)")
_TITLE_YEAR = re.compile(r"^(?P<title>.*?)\s*\((?P<year>1[89]\d\d|20\d\d)(?:[-–]\d*)?\)\s*$")
_ALSO = re.compile(r"^(?P<title>.+?)\s+\((?P<also>[^()]+(?:\([^()]*\))?[^()]*)\)$")
_SLASH = re.compile(r"^(?=.* )(?P<title>[^/]*[^\W\d_][^/]*)/(?P<other>[^/]*[^\W\d_][^/]*)$")
_AKA = re.compile(r"^a\.?k\.?a\.?:?\s+", re.IGNORECASE)
_HOURS = re.compile(
    r"^(?:(?P<h>\d+)\s*(?:h|hr|hrs|hours?)\.?)?\s*(?:(?P<m>\d+)(?:\.0+)?\s*(?:m|min|mins|minutes?)?\.?)?$"
)
_DATE = re.compile(r"^(\d{4})(-\d\d)?(-\d\d)?")
_NUMBER = re.compile(r"^[^\d-]*(-?\d[\d,   ]*)(\.\d+)?\s*$")
_IMDB = re.compile(r"tt(\d{5,9})(?!\d)|^(\d{1,9})(?:\.0)?$")
_IMDB_PERSON = re.compile(r"nm\d{5,9}")
_WIKIDATA = re.compile(r"Q[1-9]\d*")


def text(cell: str) -> str | None:
    return " ".join(cell.split()) or None


def lower(cell: str) -> str | None:
    return text(cell.lower())


def article_first(cell: str) -> str | None:
    """*Ascent, The* -> *The Ascent*.

    >>> article_first("Ascent, The"), article_first("Avventura, L'"), article_first("Rome, Open City")
    ('The Ascent', "L'Avventura", 'Rome, Open City')
    """
    plain = text(cell) or ""
    if not (found := _TRAILING.match(plain)):
        return plain or None
    article = found["article"]
    return f"{article}{'' if article.endswith(chr(39)) else ' '}{found['title']}"


def title_year(cell: str) -> tuple[str, tuple[str, ...], int | None]:
    """*Title, The (Original title) (Year)* -> the title, the others in brackets, the year.

    >>> title_year("City of Lost Children, The (Cité des enfants perdus, La) (1995)")
    ('The City of Lost Children', ('La Cité des enfants perdus',), 1995)
    >>> title_year("Seven (a.k.a. Se7en) (1995)"), title_year("(500) Days of Summer (2009)"), title_year("Moonlight")
    (('Seven', ('Se7en',), 1995), ('(500) Days of Summer', (), 2009), ('Moonlight', (), None))
    """
    rest = text(cell) or ""
    year_ = None
    if found := _TITLE_YEAR.match(rest):
        rest, year_ = found["title"], int(found["year"])
    also: list[str] = []
    while found := _ALSO.match(rest):
        rest = found["title"]
        also.insert(0, article_first(_AKA.sub("", found["also"])) or "")
    return article_first(rest) or "", tuple(filter(None, also)), year_


def titles(cell: str) -> tuple[str, tuple[str, ...]]:
    """*Title, The/Other title* -> the title and the other; not where each is a word (*Frost/Nixon*) or one is a number.

    >>> titles("Blue Express, The/Le Train Mongol"), titles("Frost/Nixon"), titles("Fahrenheit 9/11")
    (('The Blue Express', ('Le Train Mongol',)), ('Frost/Nixon', ()), ('Fahrenheit 9/11', ()))
    """
    rest = text(cell) or ""
    found = _SLASH.match(rest)
    if found is None:
        return article_first(rest) or "", ()
    return article_first(found["title"]) or "", (article_first(found["other"]) or "",)


def year(cell: str) -> int | None:
    """The first year in a text: *1957-59*, *Jun 12 1998*, *1999.0*.

    >>> year("1957-59"), year("Jun 12 1998"), year("1999.0"), year("c. 12")
    (1957, 1998, 1999, None)
    """
    found = _YEAR.search(cell)
    return int(found[1]) if found else None


def date(cell: str) -> str | None:
    """An ISO date, as far as it is given."""
    found = _DATE.match(cell.strip())
    return found[0] if found else None


def minutes(cell: str) -> int | None:
    """
    >>> minutes("2h 15m"), minutes("135"), minutes("135.0"), minutes("90 min"), minutes("2h"), minutes("long"), minutes("0")
    (135, 135, 135, 90, 120, None, None)
    """
    found = _HOURS.match(cell.strip().lower())
    return (int(found["h"] or 0) * 60 + int(found["m"] or 0) or None) if found else None


def last_first(cell: str) -> str | None:
    """*German, Aleksei* -> *Aleksei German*; a name without a comma, or with two, stays.

    >>> last_first("German, Aleksei"), last_first("A Da"), last_first("Downey, Robert, Jr.")
    ('Aleksei German', 'A Da', 'Downey, Robert, Jr.')
    """
    plain = text(cell) or ""
    last, comma, first = plain.partition(", ")
    return f"{first} {last}" if comma and first and "," not in first else plain or None


def number(cell: str) -> int | None:
    """A whole number, with or without a currency sign and separators.

    >>> number("$1,234,500"), number("30000000.0"), number("n/a")
    (1234500, 30000000, None)
    """
    found = _NUMBER.match(cell.strip())
    return int(re.sub(r"\D", "", found[1])) if found else None


def decimal(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def imdb(cell: str) -> str | None:
    """An IMDb id of a film or person, from an address, with or without its letters and leading zeros.

    >>> imdb("https://www.imdb.com/title/tt0038297/"), imdb("4972"), imdb("nm0000001"), imdb("-")
    ('imdb:tt0038297', 'imdb:tt0004972', 'imdb:nm0000001', None)
    """
    if found := _IMDB_PERSON.search(cell):
        return f"imdb:{found[0]}"
    found = _IMDB.search(cell.strip())
    return f"imdb:tt{found[1] or found[2]:0>7}" if found else None


def wikidata(cell: str) -> str | None:
    found = _WIKIDATA.search(cell)
    return f"wikidata:{found[0]}" if found else None


# What tables write beside ISO's two letters and the usual names. They tell no Chinese languages apart.
_LANGUAGES = {
    "bosnian": "bs", "cantonese": "zh", "cn": "zh", "cmn": "zh", "yue": "zh", "nan": "zh", "dzongkha": "dz", "panjabi": "pa",
    "fil": "tl", "tgl": "tl", "prs": "fa", "wol": "wo", "cos": "co",
}  # fmt: skip


def language(cell: str) -> str | None:
    """An ISO 639-1 code, from itself or an English name.

    >>> language("Mandarin"), language("fr"), language("Aboriginal")
    ('zh', 'fr', None)
    """
    plain = fold(cell.strip())
    if code := _LANGUAGES.get(plain) or languages().codes.get(plain):
        return code
    return plain if len(plain) == 2 and plain.isalpha() and plain not in ("xx", "zz") else None


CONVERSIONS: dict[str, Callable[[str], Any]] = {
    "text": text,
    "lower": lower,
    "article-first": article_first,
    "last-first": last_first,
    "year": year,
    "date": date,
    "minutes": minutes,
    "number": number,
    "decimal": decimal,
    "language": language,
    "imdb": imdb,
    "wikidata": wikidata,
}
# These need more than the cell: the year of the film, or yield more than one statement.
SPECIAL = ("state", "title-year", "titles")
OF_TYPE = {
    "year": "year", "date": "date", "minutes": "minutes", "state": "state", "language": "language", "number": "number",
    "decimal": "decimal",
}  # fmt: skip


def convert(cell: str, as_: str, year_: int | None = None) -> Any:
    """The value that a cell stands for, or nothing."""
    return state(cell, year_) if as_ == "state" else CONVERSIONS[as_](cell)


def members(cell: str, key: str) -> list[str]:
    """The members of a list written out in a cell, as JSON or as Python writes it: of each object, one key.

    >>> members('[{"name": "Drama"}]', "name"), members("['SU', 'CS']", ""), members("oops", "")
    (['Drama'], ['SU', 'CS'], [])
    """
    try:
        found = json.loads(cell)
    except ValueError:
        try:
            found = ast.literal_eval(cell)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return []
    listed = found if isinstance(found, list) else [found]
    taken = [one.get(key) if isinstance(one, dict) else one for one in listed]
    return [str(one) for one in taken if one is not None]
