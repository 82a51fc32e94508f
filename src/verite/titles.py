"""Comparing titles: keys under which two spellings of one title meet, and a likeness for the rest."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from verite.text import fold

_ARTICLES = frozenset("the a an le la les l un une der die das den dem ein eine il lo i gli el los las o os".split())
_CYRILLIC = re.compile("[а-я]")
_WORD = re.compile(r"[^\W_]+")
# Numbers of parts, which titles spell as they like: *Vol. I*, *Volume One*. Alone, *I* and *one* are words.
PARTS = frozenset("part vol volume chapter episode".split())
_NUMBERS = {"i": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}

# Russian and Ukrainian letters. One table a scheme; a title's keys hold them all, so that a list may use any.
_BGN = dict(zip(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i yi ye g".split(" "),
    strict=True,
))  # fmt: skip
_SCIENTIFIC = _BGN | {"х": "h", "ц": "c", "ж": "z", "ч": "c", "ш": "s", "щ": "sc", "й": "j", "ю": "ju", "я": "ja"}
_GERMAN = _BGN | {"х": "ch", "ц": "z", "ж": "sch", "ч": "tsch", "ш": "sch", "щ": "schtsch", "й": "j", "ю": "ju",
                  "я": "ja", "з": "s", "в": "w"}  # fmt: skip
_LIBRARIES = _BGN | {"й": "i", "ю": "iu", "я": "ia", "ї": "i", "є": "ie"}  # ALA-LC
_FRENCH = _BGN | {"ж": "j", "й": "i", "у": "ou", "ч": "tch", "ш": "ch", "щ": "chtch", "ю": "iou", "я": "ia"}
_SCHEMES = tuple(map(str.maketrans, (_BGN, _SCIENTIFIC, _GERMAN, _LIBRARIES, _FRENCH)))


def romanised(text: str) -> tuple[str, ...]:
    """A Cyrillic text in five romanisations (BGN/PCGN, scientific, German, that of libraries, French); nothing for other scripts."""
    if text.isascii():
        return ()
    folded = fold(text)
    if folded.isascii() or not _CYRILLIC.search(folded):
        return ()
    return tuple(dict.fromkeys(folded.translate(table) for table in _SCHEMES))


def words(title: str) -> list[str]:
    """The folded words of a title, `&` read as *and*, Roman numerals as figures."""
    plain = title if title.isascii() else fold(title)
    if plain.isascii():
        # Most of a million titles are, once folded: translated and split, they take a third of the time.
        found = plain.translate(_ASCII).lower().split()
    else:
        found = _WORD.findall(plain.replace("&", " and ").replace("'", ""))
    found = [_ROMAN.get(word, word) for word in found]
    return found if PARTS.isdisjoint(found) else list(_numbered(found))


def _numbered(found: list[str]) -> Iterator[str]:
    for before, word in zip(("", *found), found, strict=False):
        yield _NUMBERS.get(word, word) if before in PARTS else "vol" if word == "volume" else word


_ASCII = {n: " " for n in range(128) if not chr(n).isalnum()} | {ord("&"): " and ", ord("'"): "", ord("`"): ""}


@lru_cache(maxsize=4096)  # an entry's title is asked for by several
def key(title: str) -> str:
    """One key for all spellings that differ in case, accents, punctuation or articles.

    >>> key("Kill Bill: Volume One"), key("Kill Bill: Vol. I"), key("Dune: Part Two")
    ('kill bill vol 1', 'kill bill vol 1', 'dune part 2')
    >>> key("The Prisoner of Château d'If"), key("Prisoner of the Chateau d’If")
    ('prisoner of chateau dif', 'prisoner of chateau dif')
    """
    kept = [word for word in words(title) if word not in _ARTICLES]
    return " ".join(kept or words(title))


_HEAD = re.compile(r"\s*(?:[,(]|\s(?:or|oder|ou|o|ili|или)[\s:,])")


def head(title: str) -> str:
    """What a long title is called for short. What stands before a colon may be what the film is about, and a film of its own.

    >>> head("Aguirre, the Wrath of God"), head("Birdman or (The Unexpected Virtue of Ignorance)"), head("The Kid")
    ('Aguirre', 'Birdman', 'The Kid')
    """
    found = _HEAD.search(title, 1)
    return title[: found.start()] if found else title


def articles(words: list[str]) -> list[str]:
    """The articles among a title's words, in alphabetical order."""
    return sorted(word for word in words if word in _ARTICLES)


def keys(title: str) -> tuple[str, ...]:
    """The key of a title and, for Cyrillic, of its romanisations."""
    spellings = romanised(title)
    return tuple(dict.fromkeys(key(spelling) for spelling in (title, *spellings))) if spellings else (key(title),)


_LINKS = frozenset("of and in on to for from with at de du des d von van s".split())


def bag(title: str) -> str:
    """A looser key: the content words in any order ("Castle If Prisoner", "Prisoner of If Castle")."""
    return bag_of(key(title))


@lru_cache(maxsize=4096)
def bag_of(title_key: str) -> str:
    return " ".join(sorted({word for word in title_key.split() if word not in _LINKS}))


def likeness(one: str, other: str) -> float:
    """Between 0 and 1: shared letter trigrams of the two titles' keys (Dice), 0 if their numbers differ.

    Numerals are never noise: "Rocky" and "Rocky 2" are two films.
    """
    return key_likeness(key(one), key(other))


def key_likeness(a: str, b: str) -> float:
    """`likeness` of two titles whose keys are at hand."""
    if _figures(a) != _figures(b):
        return 0.0
    x, y = _grams(a), _grams(b)
    return 2 * len(x & y) / (len(x) + len(y) or 1)


_NUMBER = re.compile(r"\d+")


# A build holds each title against several others.
@lru_cache(maxsize=4096)
def _figures(title_key: str) -> list[str]:
    return sorted(_NUMBER.findall(title_key))


@lru_cache(maxsize=4096)
def _grams(title_key: str) -> frozenset[str]:
    padded = f"  {title_key} "
    return frozenset(padded[i : i + 3] for i in range(len(title_key) + 1))


class Index:
    """Keys held by their trigrams, so that those like a given one are found without a look at each: for the titles of
    a small catalogue (a thousand), which is searched for every title that it does not hold."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._figures: list[list[str]] = []
        self._sizes: list[int] = []
        self._places: dict[str, list[int]] = {}  # trigram -> places of the keys that have it
        for place, held in enumerate(keys):
            grams = _grams(held)
            self._figures.append(_figures(held))
            self._sizes.append(len(grams))
            for gram in grams:
                self._places.setdefault(gram, []).append(place)

    def __call__(self, asked: str) -> dict[int, float]:
        """Place -> `key_likeness` of every key that shares a trigram; of all others it is 0."""
        grams, figures = _grams(asked), _figures(asked)
        shared = Counter(chain.from_iterable(self._places.get(gram, ()) for gram in grams))
        return {
            place: 2 * n / (len(grams) + self._sizes[place]) if self._figures[place] == figures else 0.0
            for place, n in shared.items()
        }
