"""A large catalogue of invented films: six thousand titles spliced from our own words, and a few set by hand.

Large means that titles are searched by their trigrams and linked by calibrated odds; smaller ones are scanned.
"""

import random
from pathlib import Path

from verite.catalogue import build
from verite.link.calibrate import calibrate
from verite.sources import find
from verite.sources.record import Record

MANY = 6_002
_FIRST = (
    "silver broken quiet winter crimson hidden last northern paper burning hollow distant golden silent frozen stolen "
    "wooden bitter copper velvet narrow restless drowned open second little white black iron morning midnight summer"
).split()
_SECOND = (
    "harbour station garden bridge letter river orchard winter window mountain soldier lantern market teacher island "
    "railway forest shepherd kitchen violin brother stranger village journey widow mirror valley summer prisoner clock "
    "captain road brush crush doctor cellar well miner tailor ferry meadow court balcony sailor kiln"
).split()
_THIRD = "of in under beyond without after before near".split()
_GIVEN = "Tomas Vera Anselm Ilka Bruno Maret Oswin Della Casimir Yrsa Joren Petra Lubo Edda Falk Nives".split()
_FAMILY = (
    "Werning Halvard Ostrov Kestrel Domagal Brannick Velde Sorokin Tarrant Ulmanis Pescaro Lindqvar Mortova Quillan "
    "Radeck Zamora Fennimore Aldana Strand Ibsgaard"
).split()

# (title, year, director): what the tests ask for by name
SET = (
    ("A Quiet Room Above the Copper Foundry", 1957, "Vera Halvard"),
    ("The Lamplighters of Zelnograd", 1966, "Ilka Ostrov"),
    ("The Long Thaw", 1948, "Bruno Kestrel"),
    ("The Long Thaw", 1979, "Maret Domagal"),
    ("Two Keys", 1961, "Oswin Brannick"),
    ("Two Keys", 1961, "Della Velde"),
    ("Harbour Watch", 1960, "Casimir Sorokin"),
    ("Harbour Watch 2", 1962, "Casimir Sorokin"),
    ("Crush", 1970, "Yrsa Tarrant"),
    ("The Weather House", 1938, "Joren Ulmanis"),
    ("Последний пожарный", 1961, "Petra Pescaro"),
    ("Monastir", 1974, "Lubo Lindqvar"),
    ("The Salt Road: Part I", 1951, "Anselm Zamora"),
    ("The Salt Road, Part Two", 1953, "Anselm Zamora"),
    ("Domovik, the Keeper of Hearths", 1972, "Nives Strand"),
)


def written(folder: Path) -> Path:
    """The films in the layout of IMDb's files."""
    folder.mkdir()
    chance = random.Random(11)
    films = dict.fromkeys(SET)
    taken = {title.lower() for title, _, _ in SET} | {"brush"}
    while len(films) < MANY:
        title, director = _title(chance), f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}"
        if title.lower() not in taken:
            # One film in twelve has a namesake: a remake, or another story of the same name.
            taken |= {title.lower()} if chance.random() < 11 / 12 else set()
            films[title, chance.randint(1920, 2015), director] = None
    people = {name: f"nm{n:07d}" for n, name in enumerate(dict.fromkeys(director for _, _, director in films), 1)}
    basics = ["tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres"]
    crew = ["tconst\tdirectors\twriters"]
    for n, (title, year, director) in enumerate(films, 1):
        basics.append(f"tt{n:07d}\tmovie\t{title}\t{title}\t0\t{year}\t\\N\t\\N\tDrama")
        crew.append(f"tt{n:07d}\t{people[director]}\t\\N")
    names = ["nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles"]
    names += [f"{id_}\t{name}\t\\N\t\\N\t\\N\t\\N" for name, id_ in people.items()]
    for name, lines in (("title.basics", basics), ("title.crew", crew), ("name.basics", names)):
        (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def _title(chance: random.Random) -> str:
    first, second, third = chance.choice(_FIRST), chance.choice(_SECOND), chance.choice(_SECOND)
    words = {
        0: f"{first} {second}", 1: f"the {first} {second}", 2: f"{second} {chance.choice(_THIRD)} the {third}",
        3: f"{first} {second} {chance.choice(_THIRD)} {third}", 4: f"{_invented(chance)}", 5: f"the {second} of {_invented(chance)}",
    }[chance.randrange(6)]  # fmt: skip
    return words.title()


def _invented(chance: random.Random) -> str:
    """A name that no other title has."""
    return "".join(
        chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 4))
    ) + chance.choice(("", "n", "r", "sk"))


def built(folder: Path, record: Record) -> Path:
    """The catalogue folder of these films and of a record."""
    opened = find([written(folder / "files")]).opened
    return build.build(folder / "catalogue", opened, record, calibrate=calibrate).version
