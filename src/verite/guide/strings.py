"""The words of the templates in other languages: one file a language, `strings/<code>.toml`, English being the templates' own.

    [words]     a piece of text as a template has it -> the same in the language
    [plurals]   an English singular -> the forms of the language, by its rule (Russian: one, few, many)
    [dates]     months alone and after a day, and the words about a date
    [names]     places, states, events, prizes: what is a name in English -> the name in the language
    [sentences] what the checker says, with what varies in braces -> the sentence in the language: `{name}`, `{date}`,
                `{number}`; `{text}`, which must itself be in the language; `{words}`, the record's own, which may stay English

Templates stay readable English. When one is loaded for another language, each run of text between tags and expressions
is looked up, without the punctuation around it, and so are the attributes that people hear or read. What comes from
Python as a word (a stage, a verdict) is looked up where it is printed. What the file does not have stays English; a test
holds that it has everything.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files as resources
from typing import NamedTuple

from verite import english
from verite.errors import ConfigError

_TAG = r"<(?:\{\{.*?\}\}|\{%.*?%\}|[^<>{]|\{(?![{%]))*>"
_PIECES = re.compile(rf"(\{{\{{.*?\}}\}}|\{{%.*?%\}}|\{{#.*?#\}}|{_TAG})", re.DOTALL)
_HEARD = re.compile(
    r'(\b(?:aria-label|alt|title|placeholder|data-(?:film|person|place|stage|word|found|label))=")([^"{]*[^\W\d_][^"{]*)(")'
)
_EDGES = re.compile(r"^([\W_]*)(.*?)([\W_]*)$", re.DOTALL)
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(rf"(?P<day>\d+ |(?:from|until|about) )?(?P<month>{'|'.join(_MONTHS)})\b")
_SLOT = re.compile(r"\{((?:name|date|number|text|words)\d?)\}")
_HELD = {
    "name": r".+?",
    "date": r".+?",
    "number": r"\d[\d,.]*",
    "text": r".+?",
    "words": r"[^()]*?(?:\([^()]*\)[^()]*?)*?",
}


class Form(NamedTuple):
    """A sentence of the checker as English has it, and as the language does."""

    english: re.Pattern[str]
    fixed: tuple[str, ...]  # the words of it that do not vary: a quick look before the pattern
    said: tuple[str, ...]  # words and slots by turns, beginning with words


class Strings(NamedTuple):
    """What one language has; English has nothing and needs nothing."""

    language: str = "en"
    words: Mapping[str, str] = {}
    plurals: Mapping[str, tuple[str, ...]] = {}
    months: tuple[str, ...] = ()
    months_after_a_day: tuple[str, ...] = ()
    dates: Mapping[str, str] = {}
    names: Mapping[str, str] = {}
    sentences: tuple[Form, ...] = ()

    def say(self, text: object) -> str:
        """The text in the language, or as it is."""
        said = str(text)
        return self.words.get(said) or self._within(said)

    def counted(self, n: int, one: str, many: str) -> str:
        """ "film" or "films", in the form that the number wants."""
        if self.language == "en" or one not in self.plurals:
            return one if n == 1 else many
        return self.plurals[one][_slavic(n)]

    def date(self, edtf: object) -> str:
        said = english.date(edtf)
        if not self.months:
            return said

        def month(match: re.Match[str]) -> str:
            # after a day, and after *from*, *until*, *about*, the month stands in another case
            names = self.months_after_a_day if match["day"] else self.months
            return f"{match['day'] or ''}{names[_MONTHS.index(match['month'])]}"

        said = _MONTH.sub(month, said)
        for word, its in self.dates.items():
            said = re.sub(rf"(?<![^\W\d]){re.escape(word)}(?!\w)", its, said)
        return re.sub(r"\b(\d{3}0)s\b", r"\1-е", said)

    def template(self, source: str) -> str:
        """The template in the language."""
        if not self.words:
            return source
        return "".join(
            self._attributes(piece)
            if piece.startswith("<")
            else piece
            if piece.startswith("{")
            else self._within(piece)
            for piece in _PIECES.split(source)
        )

    def _within(self, text: str) -> str:
        before, words, after = _edged(text)
        return f"{before}{self.words.get(' '.join(words.split()), words)}{after}" if words else text

    def _attributes(self, tag: str) -> str:
        return _HEARD.sub(lambda m: f"{m[1]}{self._within(m[2])}{m[3]}", tag)


def pieces(source: str) -> Iterator[str]:
    """Every run of words of a template that another language must have."""
    for piece in _PIECES.split(source):
        if piece.startswith("<"):
            yield from (" ".join(_edged(match[2])[1].split()) for match in _HEARD.finditer(piece))
        elif (
            not piece.startswith("{")
            and (words := " ".join(_edged(piece)[1].split()))
            and re.search(r"[^\W\d_]", words)
        ):
            yield words


def _edged(text: str) -> tuple[str, str, str]:
    """A text without the punctuation around it."""
    match = _EDGES.match(text)
    return (match[1], match[2], match[3]) if match else ("", text, "")


def _slavic(n: int) -> int:
    """Which of one, few, many (CLDR's rule for Russian, whole numbers)."""
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


def known() -> list[str]:
    """The languages that a guide's furniture may speak."""
    folder = resources("verite.guide").joinpath("strings")
    return ["en", *sorted(path.name.removesuffix(".toml") for path in folder.iterdir() if path.name.endswith(".toml"))]


@cache
def strings(language: str) -> Strings:
    """The strings of a language. Raises `ConfigError` for one that there is no file for."""
    if language == "en":
        return Strings()
    if language not in known():
        raise ConfigError(f"no strings for the language {language!r}; there are: {', '.join(known())}")
    data = tomllib.loads(resources("verite.guide").joinpath(f"strings/{language}.toml").read_text("utf-8"))
    dates = data["dates"]
    return Strings(
        language, data["words"], {one: tuple(forms) for one, forms in data["plurals"].items()},
        tuple(dates["months"]), tuple(dates["months_after_a_day"]), dates["words"], data["names"],
        tuple(_form(english_, its) for english_, its in data["sentences"].items()),
    )  # fmt: skip


def _form(english_: str, its: str) -> Form:
    parts = _SLOT.split(english_)
    held = "".join(
        re.escape(part) if i % 2 == 0 else f"(?P<{part}>{_HELD[part.rstrip('0123456789')]})"
        for i, part in enumerate(parts)
    )
    fixed = tuple(part for part in parts[::2] if part)
    return Form(re.compile(held, re.DOTALL), fixed, tuple(_SLOT.split(its)))
