"""Spans and folding: the small operations on text that everything above shares."""

import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
})  # fmt: skip
# Letters that keep no accent when decomposed (case: Łódź, Røros, Đukić).
_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
})  # fmt: skip

NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"a dozen": 12, "dozen": 12, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}

ORDINALS = {
    word: value + 1
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
}


def plain(text: str) -> str:
    """The text with typographic quotes, dashes and spaces made plain; offsets do not move."""
    return text if text.isascii() and "`" not in text else text.translate(_PLAIN)


def fold(text: str) -> str:
    """Lower case, no accents, plain quotes. Idempotent. Cyrillic й and ё keep their base letters'
    identity: й stays й (stripping it to и is a known bug of title matchers), ё becomes е.

    >>> fold("Röros – Ёлка, Край")
    'roros - елка, край'
    """
    if text.isascii():
        return text.casefold().replace("`", "'")
    return text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """Each letter's folded form, worked out when it is first met: a million titles use a few hundred letters."""

    def __missing__(self, code: int) -> str:
        letter = plain(chr(code)).replace("\u00ad", "").casefold().replace("ё", "е").replace("й", "\ue000")
        stripped = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
        self[code] = folded = plain(stripped).casefold().replace("\ue000", "й").translate(_LETTERS)
        return folded


_FOLDED = _Folded()


@lru_cache(maxsize=1 << 12)  # every word of a list is asked several times; different words are few
def number(word: str) -> int | None:
    """A whole number in figures or words, `None` if it is neither."""
    low = word.casefold().strip()
    if low.isdecimal():
        return int(low) if len(low) < 10 else None  # longer figures count nothing in a list
    return NUMBERS.get(low)


@lru_cache(maxsize=1 << 12)
def ordinal(word: str) -> int | None:
    """An ordinal in figures or words: "10th", "tenth".

    >>> ordinal("10th"), ordinal("tenth"), ordinal("tent")
    (10, 10, None)
    """
    low = word.casefold()
    if low[:-2].isdecimal() and len(low) < 8 and low[-2:] in ("st", "nd", "rd", "th"):
        return int(low[:-2])
    return ORDINALS.get(low)


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1, columns in code points."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1
