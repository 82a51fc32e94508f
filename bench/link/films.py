"""The films that the linking benchmark asks for, read from `../shared/data` (nothing of it is copied here).

`real()` are the 62 thousand titles of MovieLens with what other tables say of their makers; `padded()` adds spliced
titles with spliced makers up to a million names: their scale is honest, and unknown films among them are harder to tell
than in life. Both are written in the layout of IMDb's files, so that the benchmark builds as a user would.
"""

import csv
import gzip
import io
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DATA = Path(os.environ.get("VERITE_DATA", Path(__file__).parents[3] / "shared/data"))
_YEAR = re.compile(r"^(.*?)\s*\((\d{4})\)\s*$")
_INNER = re.compile(r"\s*\(([^()]*)\)")
_ARTICLE = re.compile(
    r"^(.*), (The|A|An|La|Le|L'|Les|Il|Lo|I|Gli|El|Los|Las|Der|Die|Das|Ein|Eine|Un|Une|Det|De|Den|En)$"
)


class Film(NamedTuple):
    id: str
    title: str
    year: int
    also: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()


def table(path: str, **options: str) -> Iterator[dict[str, str]]:
    with gzip.open(DATA / path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, **options)  # type: ignore[call-overload]


def turned(title: str) -> str:
    """*Ascent, The* -> *The Ascent*."""
    if match := _ARTICLE.match(title.strip()):
        return f"{match[2]}{'' if match[2].endswith(chr(39)) else ' '}{match[1]}"
    return title.strip()


def real() -> list[Film]:
    """MovieLens: title, other title in parentheses, year; directors of TSPDT and others by id; Soviet films with
    their Russian titles."""
    directors, cast = _makers()
    ids = {row["movieId"]: f"tt{int(row['imdbId']):07d}" for row in table("movielens_25m/links.csv.gz")}
    found: dict[str, Film] = {}
    for row in table("movielens_25m/movies.csv.gz"):
        match = _YEAR.match(row["title"].strip())
        if not match:
            continue
        title = _INNER.sub("", match[1])
        also = [inner.removeprefix("a.k.a. ").strip() for inner in _INNER.findall(match[1])]
        id_ = ids[row["movieId"]]
        if title.strip():
            names = tuple(turned(name) for name in also if len(name) > 2 and not name.isdigit())
            found[id_] = Film(id_, turned(title), int(match[2]), names, directors.get(id_, ()), cast.get(id_, ()))
    return list(found.values())


def _makers() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    directors: dict[str, tuple[str, ...]] = {}
    cast: dict[str, tuple[str, ...]] = {}
    for row in table("tspdt_starting_list/films.csv.gz"):
        if row["imdb_id"].startswith("tt"):
            directors[row["imdb_id"]] = tuple(_forward(name) for name in row["directors"].split(" & ") if name)
    for row in table("imdb5000/" + next(p.name for p in (DATA / "imdb5000").glob("*.csv.gz"))):
        link = re.search(r"tt\d{7,}", row.get("movie_imdb_link", ""))
        if link:
            actors = (row.get(f"actor_{n}_name", "") for n in (1, 2, 3))
            cast[link[0]] = tuple(a for a in actors if a)
            if row.get("director_name"):
                directors.setdefault(link[0], (row["director_name"],))
    return directors, cast


def _forward(name: str) -> str:
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma else name


def russian(others: list[Film]) -> list[Film]:
    """Soviet films with Cyrillic titles that are not among the others, for romanised queries (CC BY-SA 4.0, Soviet
    Bloc Cinema Data)."""
    import pyarrow.parquet as pq

    rows = pq.read_table(DATA / "soviet_bloc_cinema/films.parquet").to_pylist()
    found = []
    have = {film.id for film in others}
    for row in rows:
        title = row["title_ru"] or ""
        if (
            row["imdb"]
            and row["imdb"] not in have
            and row["year"]
            and any("а" <= c <= "я" for c in title.lower())
            and len(title) > 5
        ):
            have.add(row["imdb"])
            found.append(Film(row["imdb"], title, int(row["year"])))
    return found


def padded(films: list[Film], names: int, seed: int = 7) -> Iterator[Film]:
    """Spliced films until there are so many names in all."""
    chance = random.Random(seed)
    makers = [d for film in films for d in film.directors] or ["A. Nobody"]
    have = sum(1 + len(film.also) for film in films)
    for n in range(names - have):
        one, other = chance.choice(films), chance.choice(films)
        yield Film(
            f"tt8{n:08d}",
            splice(one.title, other.title),
            chance.choice(films).year,
            (),
            (spliced_name(chance, makers),),
        )


def splice(one: str, other: str) -> str:
    a, b = one.split(), other.split()
    return " ".join([*a[: max(1, (len(a) + 1) // 2)], *b[len(b) // 2 :]])


def spliced_name(chance: random.Random, makers: list[str]) -> str:
    return f"{chance.choice(makers).split(' ')[0]} {chance.choice(makers).split(' ')[-1]}"


def write(films: Iterator[Film] | list[Film], folder: Path) -> int:
    """The films in the layout of IMDb's files; gives the number of names."""
    folder.mkdir(parents=True, exist_ok=True)
    people: dict[str, str] = {}
    names = 0

    def person(name: str) -> str:
        return people.setdefault(name, f"nm{len(people):07d}")

    def line(*cells: object) -> str:
        return "\t".join(str(cell).replace("\t", " ") if cell not in ("", None) else r"\N" for cell in cells) + "\n"

    with (
        _open(folder, "title.basics") as basics,
        _open(folder, "title.akas") as akas,
        _open(folder, "title.crew") as crew,
        _open(folder, "title.principals") as cast,
    ):
        basics.write(
            "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n"
        )
        akas.write("titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle\n")
        crew.write("tconst\tdirectors\twriters\n")
        cast.write("tconst\tordering\tnconst\tcategory\tjob\tcharacters\n")
        for film in sorted(films, key=lambda film: film.id):
            names += 1 + len(film.also)
            basics.write(line(film.id, "movie", film.title, film.title, 0, film.year, "", "", ""))
            for n, title in enumerate(film.also, 1):
                akas.write(line(film.id, n, title, "", "", "imdbDisplay", "", 0))
            if film.directors:
                crew.write(line(film.id, ",".join(person(d) for d in film.directors), ""))
            for n, name in enumerate(film.cast, 1):
                cast.write(line(film.id, n, person(name), "actor", "", ""))
    with _open(folder, "name.basics") as known:
        known.write("nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles\n")
        for name, id_ in people.items():
            known.write(line(id_, name, "", "", "", ""))
    return names


def _open(folder: Path, name: str) -> io.TextIOWrapper:
    return (folder / f"{name}.tsv").open("w", encoding="utf-8", newline="\n")
