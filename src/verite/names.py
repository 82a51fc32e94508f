"""Comparing agents' names: order, initials, transliteration, diacritics."""

import re
from functools import lru_cache

from verite.text import fold
from verite.titles import romanised

_PART = re.compile(r"[^\W\d_]+\.?")
_NOISE = frozenset("jr sr dr mr mrs sir st the".split())
# Pairs of spellings that romanisation schemes and anglicised forms differ in; applied in order.
# Cases: Guerman/German, Konchalovskiy/-sky, Yuri/Iouri, Sergei/Serguei/Sergey, Wajda/Vajda, Aleksandr/Alexander.
_FOLDS = (
        (r"schtsch|shch|shh", "sh"), (r"tsch|tch|ch|cz", "c"), (r"sch|sh|sz", "s"), (r"zh|j(?=[aeou])", "z"), (r"kh", "h"),
        (r"gu(?=[ei])", "g"), (r"ph", "f"), (r"w", "v"), (r"x", "ks"), (r"ou", "u"), (r"eff\b", "ev"), (r"off\b", "ov"),
        (r"(?:skiy|skij|skii|ski|sky)\b", "ski"), (r"ander\b", "andr"), (r"(?:ei|ej|ey|ay|ai|aj)\b", "e"), (r"(?:iy|ij|ii|yi|y|j)\b", "i"),
        (r"y", "i"), (r"j", "i"), (r"ts|tz", "c"), (r"ie|io|iu|ia", "a"), (r"(.)\1", r"\1"),
)  # fmt: skip
_PATTERNS = [(re.compile(pattern), to) for pattern, to in _FOLDS]
_ANY = re.compile("|".join(pattern for pattern, _ in _FOLDS))  # half of all parts have none of them


@lru_cache(maxsize=65536)
def _sound(part: str) -> str:
    for pattern, to in _PATTERNS if _ANY.search(part) else ():
        part = pattern.sub(to, part)
    return part


@lru_cache(maxsize=1 << 14)  # the people of one film are asked for again with every candidate
def parts(name: str) -> tuple[str, ...]:
    """The folded parts of a name, romanised; initials are single letters."""
    spellings = romanised(name)
    text = spellings[0] if spellings else fold(name)
    return tuple(p.rstrip(".") for p in _PART.findall(text) if p.rstrip(".") not in _NOISE)


def _close(a: str, b: str) -> bool:
    """Two parts that could be one: equal by sound, an initial, or a longer and a shorter form."""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    x, y = _sound(a), _sound(b)
    if x == y:
        return True
    if x[0] != y[0] or min(len(x), len(y)) < 4:
        return False
    return x.startswith(y) or y.startswith(x) or _dice(x, y) >= 0.6


_PARTICLES = frozenset("de di da del della du la le van von der den ten ter zu dos das".split())


def family(name: str) -> str:
    """The last word of a name, with the particles before it.

    >>> family("Vittorio De Sica"), family("Lars von Trier"), family("Agnès Varda")
    ('De Sica', 'von Trier', 'Varda')
    """
    words = name.split(" ")
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(words[first:])


@lru_cache(maxsize=1 << 14)
def same(one: str, other: str) -> bool:
    """Whether two spellings can be read as one person's name: the family names agree by sound and
    no given name contradicts. A bare family name agrees with any of its bearers.

    >>> same("Aleksei German", "Alexei Guerman"), same("Peter Weir", "Peter Wood")
    (True, False)
    """
    a, b = parts(one), parts(other)
    if not a or not b:
        return False
    if len(a) > len(b):
        a, b = b, a
    # Order-free: every part of the shorter name must find its own in the longer one, and one of them in full (*Dobisch* is no
    # *Jeff D. Sheldrake*).
    left, whole = sorted(b, key=len, reverse=True), False
    for part in a:
        match = next((other for other in left if _close(part, other)), None)
        if match is None:
            return False
        left.remove(match)
        whole = whole or min(len(part), len(match)) > 1
    return whole


def unlike(one: str, other: str) -> bool:
    """Whether two names are surely two persons: no long part of one resembles any part of the other.

    Between `same` and `unlike` lies the unknown, where nothing may be refuted.
    """
    a, b = parts(one), parts(other)
    if len(a) < 2 or not b or same(one, other):
        return False
    family = max((a[-1], a[0]), key=len) if len(a[-1]) == 1 else a[-1]
    return not any(_alike(family, part) for part in b if len(part) > 1)


def apart(one: str, other: str) -> bool:
    """Whether two names are surely two persons where both are written out in the Latin letters of one table: also such as are
    alike in one part alone. (Of 165 who were up for the Academy's prize for an actor and never won it, `unlike` tells 85 from all
    winners, this 151.) *Chris Noonan* stays beside *Christopher Nolan*, *Spike Lee* beside *Ang Lee*.

    >>> apart("Liam Neeson", "Jack Nicholson"), unlike("Liam Neeson", "Jack Nicholson")
    (True, False)
    """
    a, b = ([part for part in parts(name) if len(part) > 1] for name in (one, other))
    if unlike(one, other):
        return True
    if len(a) < 2 or len(b) < 2 or {_sound(part) for part in a} & {_sound(part) for part in b}:
        return False
    return sum(any(_alike(mine, part) for part in b) for mine in a) < 2


# What families of many names end in says nothing of who they are (*Tarkovsky*, *Konchalovsky*).
_ENDINGS = ("ovski", "evski", "inski", "ski", "enko", "asvili", "svili", "ovic", "evic", "son", "ov", "ev", "in", "ian")


def _alike(a: str, b: str) -> bool:
    x, y = _sound(a), _sound(b)
    if x == y or x.startswith(y) or y.startswith(x):
        return True
    ending = next((e for e in _ENDINGS if x.endswith(e) and y.endswith(e)), "")
    stems = x.removesuffix(ending), y.removesuffix(ending)
    return _dice(*(stems if min(map(len, stems)) > 2 else (x, y))) >= 0.5


def _dice(a: str, b: str) -> float:
    grams = [{f" {s} "[i : i + 2] for i in range(len(s) + 1)} for s in (a, b)]
    return 2 * len(grams[0] & grams[1]) / (len(grams[0]) + len(grams[1]))


@lru_cache(maxsize=1 << 14)
def key(name: str) -> str:
    """One key for the spellings of a name: its parts by sound, in any order; "" for what is no name.

    >>> key("Abuladze, Tengiz") == key("Tengiz Abuladze"), key("Aleksei German") == key("Alexey Guerman")
    (True, True)
    """
    return " ".join(sorted(_sound(part) for part in parts(name)))
