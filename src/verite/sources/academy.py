"""The Academy's nominations: one row for each, with the film's IMDb id, as a tab-separated table.

Every award and nomination is a statement on the film (`imdb:tt…`), under one slug for each category that the
Academy went on to give under other names. `year` is the year of the ceremony, `work_year` that of the films.

A category is declared complete, nominees too, from the first edition after which each of its rows names its film:
what is not in the table was then not nominated. The honorary and technical awards are not: they go to people.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from verite.errors import SourceError
from verite.model import Cited, Completeness, Said, Source
from verite.sources.rows import Row, columns, form, looked_at, rows
from verite.sources.source import Described, LeftOut, Opened, Reader
from verite.sources.states import state

SOURCE = Source(
    key="academy-nominations",
    citation="Academy Award nominations, after the Academy's public database (DLu/oscar_data)",
    url="https://github.com/DLu/oscar_data",
    kind="database",
    family="academy",
    licence="BSD-2-Clause",
    # The Academy itself would be 1. This is a transcription of its database by others, who added the film ids:
    # as good as a reference of the press, and it agrees with a second table in all 70 foreign-language competitions.
    rank=2,
)

TABLE = "academy-awards"
_COLUMNS = tuple("Ceremony Year Class CanonicalCategory Category Film FilmId Name Nominees Winner".split())
# Given to people, or to a film only by the way: what the table holds of these is not all that a film can have.
_TO_PEOPLE = re.compile(r"SCIENTIFIC|SPECIAL AWARD|HONORARY AWARD|COMMENDATION|MEMORIAL|HUMANITARIAN|SAWYER|AWARD$")

# Slugs that the record had before this table came.
_SLUGS = {
    "INTERNATIONAL FEATURE FILM": "best-foreign-language-film",
    "SPECIAL FOREIGN LANGUAGE FILM AWARD": "best-foreign-language-film",
    "MAKEUP AND HAIRSTYLING": "best-makeup",
    "BEST PICTURE": "best-picture",
}
_FOREIGN = ("Best Foreign Language Film", "Best International Feature Film")
_SPLIT = ("CINEMATOGRAPHY", "ART DIRECTION", "COSTUME DESIGN")  # one prize for colour, one for black and white, to 1967
# What people call a category, its usual name first. A loose name stands with every category that it may mean (*Best
# Sound*, *Best Screenplay*, *Best Cinematography* in the years of two): what is right of one of them is not refuted.
_NAMES: dict[str, tuple[str, ...]] = {
    "ACTOR IN A LEADING ROLE": ("Best Actor", "Best Leading Actor"),
    "ACTOR IN A SUPPORTING ROLE": ("Best Supporting Actor",),
    "ACTRESS IN A LEADING ROLE": ("Best Actress", "Best Leading Actress"),
    "ACTRESS IN A SUPPORTING ROLE": ("Best Supporting Actress",),
    "DIRECTING": ("Best Director", "Best Direction", "Best Directing"),
    "DIRECTING (Comedy Picture)": ("Best Director, Comedy Picture", "Best Director", "Best Direction"),
    "DIRECTING (Dramatic Picture)": ("Best Director, Dramatic Picture", "Best Director", "Best Direction"),
    "BEST PICTURE": ("Best Picture", "Outstanding Picture", "Best Film"),
    "UNIQUE AND ARTISTIC PICTURE": ("Unique and Artistic Picture", "Best Unique and Artistic Picture", "Best Picture"),
    "INTERNATIONAL FEATURE FILM": _FOREIGN,
    "SPECIAL FOREIGN LANGUAGE FILM AWARD": _FOREIGN,
    "ANIMATED FEATURE FILM": ("Best Animated Feature", "Best Animated Feature Film", "Best Animated Film"),
    "CINEMATOGRAPHY": ("Best Cinematography", "Best Photography"),
    "ART DIRECTION": ("Best Art Direction", "Best Production Design", "Best Set Decoration"),
    "COSTUME DESIGN": ("Best Costume Design", "Best Costumes"),
    "FILM EDITING": ("Best Film Editing", "Best Editing"),
    "MAKEUP AND HAIRSTYLING": ("Best Makeup", "Best Makeup and Hairstyling", "Best Make-up"),
    "MUSIC (Original Score)": ("Best Original Score", "Best Score", "Best Music", "Best Film Score", "Best Musical Score"),
    "MUSIC (Original Song Score or Adaptation Score)": ("Best Adaptation Score", "Best Original Song Score", "Best Score",
                                                        "Best Original Score", "Best Music", "Best Musical Score"),
    "MUSIC (Original Song)": ("Best Original Song", "Best Song", "Best Music"),
    "WRITING (Adapted Screenplay)": ("Best Adapted Screenplay", "Best Screenplay", "Best Writing"),
    "WRITING (Original Screenplay)": ("Best Original Screenplay", "Best Screenplay", "Best Writing", "Best Story",
                                      "Best Original Story"),
    "WRITING (Original Story)": ("Best Original Story", "Best Story", "Best Writing", "Best Screenplay",
                                 "Best Original Screenplay"),
    "WRITING (Title Writing)": ("Best Title Writing", "Best Writing"),
    "SOUND MIXING": ("Best Sound Mixing", "Best Sound", "Best Sound Recording"),
    "SOUND RECORDING": ("Best Sound Recording", "Best Sound", "Best Sound Mixing"),
    "SOUND EDITING": ("Best Sound Editing", "Best Sound", "Best Sound Effects"),
    "VISUAL EFFECTS": ("Best Visual Effects", "Best Special Effects", "Best Sound Effects"),
    "SPECIAL ACHIEVEMENT AWARD (Visual Effects)": ("Special Achievement Award for Visual Effects",
                                                   "Best Visual Effects", "Best Special Effects"),
    "SPECIAL ACHIEVEMENT AWARD (Sound Effects)": ("Special Achievement Award for Sound Effects", "Best Sound Effects",
                                                  "Best Sound Editing", "Best Sound"),
    "SPECIAL ACHIEVEMENT AWARD (Sound Editing)": ("Special Achievement Award for Sound Editing", "Best Sound Editing",
                                                  "Best Sound Effects", "Best Sound"),
    "SPECIAL ACHIEVEMENT AWARD (Sound Effects Editing)": ("Special Achievement Award for Sound Effects Editing",
                                                          "Best Sound Effects Editing", "Best Sound Editing",
                                                          "Best Sound Effects", "Best Sound"),
    "DOCUMENTARY (Feature)": ("Best Documentary Feature", "Best Documentary", "Best Documentary Film"),
    "DOCUMENTARY (Short Subject)": ("Best Documentary Short", "Best Documentary Short Subject", "Best Documentary",
                                    "Best Documentary Film", "Best Short Documentary", "Best Short Film", "Best Short"),
    "SHORT FILM (Animated)": ("Best Animated Short", "Best Animated Short Film", "Best Animated Film", "Best Short Film",
                              "Best Short", "Best Short Subject", "Best Cartoon"),
    "SHORT FILM (Live Action)": ("Best Live Action Short", "Best Live Action Short Film", "Best Short Film", "Best Short",
                                 "Best Short Subject"),
    **{f"SHORT SUBJECT ({of})": (f"Best Short Subject, {of}", "Best Short Film", "Best Short", "Best Short Subject")
       for of in ("Color", "Comedy", "Novelty", "One-reel", "Two-reel")},
}  # fmt: skip
for _one in _SPLIT:
    for _film in ("Black-and-White", "Color"):
        _NAMES[f"{_one} ({_film})"] = (f"{_NAMES[_one][0]}, {_film}", *_NAMES[_one])


class _Category(NamedTuple):
    slug: str
    names: tuple[str, ...]
    first: int
    last: int
    gap: int  # the last year with a row that names no film
    special: bool


def open_academy(path: Path) -> tuple[Opened, ...]:
    files = [file for file in (sorted(path.iterdir()) if path.is_dir() else [path]) if file.is_file()]
    tables = [file for file in files if form(file) in ("tsv", "csv") and _is_table(file)]
    titles = [file for file in files if form(file) == "jsonl" and looked_at(file) == {"imdb_id", "alias"}]
    return (_opened(tables, titles),) if tables or titles else ()


def _is_table(path: Path) -> bool:
    has = frozenset(columns(path, "tsv")) if "oscar" in path.name.lower() else looked_at(path, "tsv")
    if not {"Ceremony", "CanonicalCategory"} & has:
        return False
    if missing := [name for name in _COLUMNS if name not in has]:
        raise SourceError(f"{path}:1: the nominations table lacks {', '.join(missing)}; give it as published, with all")
    return True


def _opened(tables: list[Path], titles: list[Path]) -> Opened:
    left_out = LeftOut()
    categories, ceremonies = _categories(tables)
    until = max((one.last for one in categories.values()), default=0)
    # Somebody's choice of rows declares nothing: every ceremony must be there.
    whole = ceremonies == {*range(1, max(ceremonies, default=0) + 1)}
    return Opened(
        source=SOURCE,
        files=(*tables, *titles),
        as_of=str(until or ""),
        read=partial(_read, tables, titles, left_out),
        declared=tuple(_declared(categories.values())) if whole else (),
        tables={TABLE: _table(categories.values())},
        left_out=left_out,
    )


def ceremony_year(number: int) -> int:
    """The year in which a ceremony was held: every spring since the sixth, with a gap before it.

    >>> ceremony_year(1), ceremony_year(3), ceremony_year(6), ceremony_year(20), ceremony_year(98)
    (1929, 1930, 1934, 1948, 2026)
    """
    early = {1: 1929, 2: 1930, 3: 1930, 4: 1931, 5: 1932}
    return early.get(number, 1928 + number)


def _slug(canonical: str) -> str:
    return _SLUGS.get(canonical) or re.sub(r"[^a-z0-9]+", "-", canonical.lower()).strip("-")


def _categories(paths: Iterable[Path]) -> tuple[Mapping[str, _Category], set[int]]:
    """slug -> what its rows say of it (which names it had, and when), and the ceremonies. One pass."""
    found: dict[str, _Category] = {}
    ceremonies = set[int]()
    for _, row in chain.from_iterable(rows(path, LeftOut(), "tsv", pad=True) for path in paths):
        if not str(row["Ceremony"]).isdecimal():
            continue
        ceremonies.add(int(row["Ceremony"]))
        year, canonical = ceremony_year(int(row["Ceremony"])), row["CanonicalCategory"]
        slug, film = _slug(canonical), row["FilmId"]
        gap = 0 if film and all(id_.startswith("tt") for id_ in film.split("|")) else year
        special = (
            bool(_TO_PEOPLE.search(canonical) or canonical == "SPECIAL ACHIEVEMENT AWARD") and canonical not in _SLUGS
        )
        had = found.get(slug, _Category(slug, (), year, year, 0, special))
        names = (*had.names, *_called(canonical, row["Category"]))
        found[slug] = had._replace(
            names=tuple(dict.fromkeys(names)),
            first=min(had.first, year),
            last=max(had.last, year),
            gap=max(had.gap, gap),
        )
    return found, ceremonies


def _called(canonical: str, category: str) -> Iterator[str]:
    """What people call it, then what the Academy did. A bare *Actor* or *Cinematography* is a word of every review,
    so a name of one or two words is only read with *Best* before it."""
    yield from _NAMES.get(canonical, ())
    plain = _cased(category)
    if not plain.startswith("Best ") and "Award" not in plain:
        yield f"Best {plain}"
    if len(plain.split()) > 2 or plain.startswith("Best "):
        yield plain


def _cased(category: str) -> str:
    """*ACTOR IN A LEADING ROLE* as it is written in prose; what stands in brackets is so written already."""
    head, bracket, rest = category.partition("(")
    small = {"A", "IN", "THE", "AND", "OF", "OR"}
    words = [word.lower() if word in small and i else word.capitalize() for i, word in enumerate(head.split(" "))]
    return " ".join(words) + bracket + rest


def _declared(categories: Iterable[_Category]) -> Iterator[Completeness]:
    films = [one for one in categories if not one.special]
    if films:
        # From the year after the last row that names no film, the table holds all that a film won.
        start = max(one.gap for one in films) + 1 if any(one.gap for one in films) else min(one.first for one in films)
        yield Completeness(
            subject=f"award:{TABLE}",
            property="award",
            as_of=str(max(one.last for one in films)),
            sources=(Cited(SOURCE.key),),
            scope={"category": "*", "from": start, "to": max(one.last for one in films), "nominated": True},
        )
    for one in films:
        start = max(one.first, one.gap + 1 if one.gap else 0)
        if start <= one.last:
            yield Completeness(
                subject=f"award:{TABLE}",
                property="award",
                as_of=str(one.last),
                sources=(Cited(SOURCE.key),),
                scope={"category": one.slug, "from": start, "to": one.last, "nominated": True},
            )


def _table(categories: Iterable[_Category]) -> Mapping[str, Any]:
    """The prize in the form of `records/awards/tables.toml`. Technical and honorary awards keep their slug only."""
    return {
        "name": "Academy Awards",
        "kind": "academy",
        "city": "Los Angeles",
        "prizes": "Oscar",
        "work_year": [-1, -2],
        "category": {
            one.slug: {} if one.special else {"name": one.names[0], "also": list(one.names[1:])} for one in categories
        },
    }


def _read(tables: list[Path], titles: list[Path], left_out: LeftOut) -> Iterator[Described]:
    for path in tables:
        yield from _nominations(path, left_out)
    for path in titles:  # other titles under which the Academy lists a film
        for _, row in rows(path, left_out):
            yield Described(f"imdb:{row['imdb_id']}", "work", [("title", row["alias"], {"of": "alternative"})])


def _nominations(path: Path, left_out: LeftOut) -> Iterator[Described]:
    """The films of one ceremony after another: a film that stands in two comes twice."""
    ceremony, films = "", dict[str, list[Said]]()
    for line, row in rows(path, left_out, "tsv", pad=True):
        if not row["Ceremony"].isdecimal():
            left_out.add("a ceremony that is no number", f"{path}:{line}")
            continue
        if row["Ceremony"] != ceremony:
            yield from _described(films)
            ceremony, films = row["Ceremony"], {}
        ids, titles = row["FilmId"].split("|"), row["Film"].split("|")
        for id_, title in zip(ids, titles, strict=False):
            subject = f"imdb:{id_}" if id_.startswith("tt") else f"award:{TABLE}"
            films.setdefault(subject, []).append(_said(row, title))
            if subject.startswith("imdb:") and ("title", title, _AS_NAMED) not in films[subject]:
                films[subject].append(("title", title, _AS_NAMED))
    yield from _described(films)


_AS_NAMED: Mapping[str, Any] = {"of": "release"}


def _described(films: Mapping[str, list[Said]]) -> Iterator[Described]:
    for subject, said in films.items():
        if subject.startswith("imdb:"):
            yield Described(subject, "work", said)
        else:
            yield from (Described(subject, "award", [one]) for one in said)


def _said(row: Row, title: str) -> Said:
    canonical, category = row["CanonicalCategory"], row["Category"]
    slug, edition = _slug(canonical), int(row["Ceremony"])
    won = row["Winner"] == "True"
    honorary = category.startswith(("HONORARY FOREIGN", "SPECIAL FOREIGN")) or row["Class"] == "Special"
    q: dict[str, Any] = {
        "table": TABLE,
        "category": slug,
        "edition": edition,
        "year": ceremony_year(edition),
        "result": "special" if honorary and canonical in _SLUGS else "won" if won else "nominated",
    }
    if title:
        q["title"] = title
    if years := re.findall(r"\d{4}", row["Year"]):
        # *1927/28* is the season of a ceremony: its films are of either year.
        q["work_year"] = int(years[0])
    if slug == "best-foreign-language-film" and (where := state(row["Name"], q["work_year"])):
        q["country"] = where
    elif people := row["Nominees"] or row["Name"]:
        q["recipient"] = people.replace("|", ", ")
    return ("award", f"{TABLE}/{slug}", q)


READER = Reader(
    "academy", "the Academy Awards' nominations table (oscars.tsv), with its titles (film_aliases)", open_academy
)
