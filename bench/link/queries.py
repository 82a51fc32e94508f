"""Questions with known answers: a title and a year as a list might give them, and which film is meant, if any.

The classes and their sizes are those of the research note (`docs/explanation/linking.md`). Noise is made, so it is more
regular than that of real lists. Half of the questions are for tuning, half are held out.
"""

import random
from collections.abc import Iterable
from typing import NamedTuple

from films import Film, splice

from verite import titles

SIZES = {
    "typo": 300, "alias": 250, "article": 200, "punctuation": 200, "year-off": 200, "exact": 150, "typo-year": 150,
    "remake": 150, "alias-typo": 100, "romanised": 60, "unseen-alias": 100, "invented": 150, "absent": 150, "far-year": 100,
}  # fmt: skip
APART = ("unseen-alias",)
UNKNOWN = ("invented", "absent")
_ARTICLES = ("The", "A", "An", "La", "Le", "Les", "Il", "El", "Los", "Der", "Die", "Das", "Un", "Une")


SEED = 20261126


class Query(NamedTuple):
    kind: str
    title: str
    year: int
    film: str | None  # the id that is meant; none for a film that is not in the catalogue
    prose: str
    held_out: bool


class Made(NamedTuple):
    kept: list[Film]  # what the catalogue may hold
    queries: list[Query]


def make(films: list[Film], russian: list[Film], seed: int = SEED) -> Made:
    """The queries, and the films less those (and those titles) that are held back."""
    chance = random.Random(seed)
    films = [*films]
    chance.shuffle(films)
    keys: dict[str, list[Film]] = {}
    for film in films:
        keys.setdefault(film.title.lower(), []).append(film)
    remakes = [f for same in keys.values() if len({x.year for x in same}) > 1 for f in same]
    with_alias = [f for f in films if f.also]
    taken: set[str] = set()

    def draw(pool: list[Film], n: int) -> list[Film]:
        found = [f for f in pool if f.id not in taken]
        found = found if len(found) <= n else chance.sample(found, n)
        taken.update(f.id for f in found)
        return found

    # Films with known makers are preferred, so that the same questions can be asked with a sentence of prose.
    told = [f for f in films if f.directors]
    long = [f for f in told if len(f.title) > 5]
    pools = {
        "remake": remakes, "unseen-alias": [f for f in with_alias if f.directors], "alias": [f for f in with_alias if f.directors],
        "alias-typo": [f for f in with_alias if f.directors and len(f.also[0]) > 5],
        "article": [f for f in told if f.title.split(" ")[0] in _ARTICLES],
        "punctuation": [f for f in told if any(not c.isalnum() and c != " " for c in f.title) or " and " in f.title or not f.title.isascii()],
        "absent": told, "far-year": told, "typo": long, "typo-year": long, "year-off": told, "exact": told,
    }  # fmt: skip
    queries: list[Query] = []
    dropped: set[str] = set()
    unaliased: set[str] = set()
    for kind, pool in pools.items():
        for n, film in enumerate(draw(pool, SIZES[kind])):
            title, year, meant = _asked(kind, film, chance)
            dropped |= {film.id} if kind == "absent" else set()
            unaliased |= {film.id} if kind == "unseen-alias" else set()
            queries.append(Query(kind, title, year, meant, prose(film, chance), n % 2 == 1))
    for n, film in enumerate(chance.sample(russian, min(SIZES["romanised"], len(russian)))):
        queries.append(Query("romanised", _romanised(film.title, n % 3), film.year, film.id, "", n % 2 == 1))
    for n in range(SIZES["invented"]):
        one, other, third = (chance.choice(told) for _ in range(3))
        text = prose(Film("", "", 0, (), (_mixed(one.directors[0], other.directors[0]),)), chance)
        queries.append(Query("invented", splice(one.title, other.title), third.year, None, text, n % 2 == 1))
    kept = [f._replace(also=()) if f.id in unaliased else f for f in films if f.id not in dropped]
    return Made([*kept, *russian], queries)


def undecidable(queries: list[Query], kept: Iterable[Film]) -> set[Query]:
    """Questions that title and year leave open whoever answers: another film of the table fits them as well as the one
    that is meant (two films of one title and year), or fits one that should be unknown."""
    own: dict[str, Film] = {}
    wanted = {query.film for query in queries}
    others: dict[str, list[Film]] = {}
    for film in kept:
        keys = {key for title in (film.title, *film.also) for key in titles.keys(title)}
        if film.id in wanted:
            own[film.id] = film
        for key in keys:
            others.setdefault(key, []).append(film)
    found = set()
    for query in queries:
        meant = own.get(query.film or "")
        spelt = (query.title, *((meant.title, *meant.also) if meant else ()))
        rivals = {film for title in spelt for key in titles.keys(title) for film in others.get(key, ())} - {meant}
        reach = abs(query.year - meant.year) if meant else 1
        if any(abs(film.year - query.year) <= reach for film in rivals):
            found.add(query)
    return found


def prose(film: Film, chance: random.Random) -> str:
    """One sentence of what a list would say of the film, its makers by name."""
    if not film.directors:
        return ""
    who = " and ".join(film.directors[:2])
    cast = f", with {film.cast[0]}" if film.cast else ""
    return chance.choice(
        [f"Directed by {who}{cast}, it is remembered for its images.", f"A film by {who}{cast}.", f"{who} made it in a hard winter{cast}.",
         f"The director, {who}, shot it on location{cast}."]
    )  # fmt: skip


def _asked(kind: str, film: Film, chance: random.Random) -> tuple[str, int, str | None]:
    off = film.year + chance.choice((-1, 1))
    far = film.year + chance.choice((-1, 1)) * chance.randint(4, 25)
    title = film.title
    asked = {
        "typo": (typo(title, chance), film.year), "alias": (film.also[0] if film.also else title, film.year),
        "article": (_article(title, chance), film.year), "punctuation": (_punctuation(title, chance), film.year),
        "year-off": (title, off), "exact": (title, film.year), "typo-year": (typo(title, chance), off), "remake": (title, film.year),
        "alias-typo": (typo(film.also[0] if film.also else title, chance), film.year), "unseen-alias": (film.also[0] if film.also else title, film.year),
        "absent": (title, film.year), "far-year": (title, far),
    }[kind]  # fmt: skip
    return (*asked, None if kind == "absent" else film.id)


def typo(title: str, chance: random.Random) -> str:
    """One or two slips of the hand: a letter left out, doubled, swapped with the next, or another one."""
    for _ in range(chance.choice((1, 1, 2))):
        places = [i for i, c in enumerate(title) if c.isalpha()]
        if len(places) < 3:
            break
        at = chance.choice(places)
        how = chance.randrange(4)
        letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
        title = (
            title[:at] + title[at + 1 :] if how == 0
            else title[:at] + title[at] + title[at:] if how == 1
            else title[:at] + title[at + 1 : at + 2] + title[at] + title[at + 2 :] if how == 2
            else title[:at] + letter + title[at + 1 :]
        )  # fmt: skip
    return title


def _article(title: str, chance: random.Random) -> str:
    first, _, rest = title.partition(" ")
    return rest if chance.random() < 0.5 else f"{rest}, {first}"


_PLAIN = {"é": "e", "è": "e", "ö": "o", "ü": "u", "ä": "a", "ç": "c", "à": "a", "ô": "o", "ê": "e", "î": "i", "ñ": "n", "á": "a", "í": "i", "ó": "o", "ú": "u"}  # fmt: skip


def _punctuation(title: str, chance: random.Random) -> str:
    changed = "".join(_PLAIN.get(c, c) for c in title)
    changed = changed.replace(" & ", " and ") if " & " in changed else changed.replace(" and ", " & ")
    return "".join(" " if c in ":-–,.!?" and chance.random() < 0.8 else c for c in changed).replace("  ", " ").strip()


_SCHEMES = [
    dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia".split(" "), strict=True)),
    dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", "a b v g d e j z i i k l m n o p r s t ou f kh ts tch ch chtch  y  e iou ia".split(" "), strict=True)),
    dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", "a b v g d e zh z i j k l m n o p r s t u f h c ch sh shh  y  e yu ya".split(" "), strict=True)),
]  # fmt: skip


def _romanised(title: str, scheme: int) -> str:
    return "".join(_SCHEMES[scheme].get(c, c) for c in title.lower().replace("ё", "е")).capitalize()


def _mixed(one: str, other: str) -> str:
    return f"{one.split(' ')[0]} {other.split(' ')[-1]}"
