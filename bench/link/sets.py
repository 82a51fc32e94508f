"""Two matching data sets with a known answer, as a second material (`../shared/data`; never copied here).

Both were made for joining two tables, each of which has films that the other lacks. One side is built into a catalogue,
the other asks. Their gold is not without faults (see their READMEs): letters lost as `?`, pairs on little evidence.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from films import Film, table, turned

_NOTE = re.compile(r"\s*\((?:\d{4} )?(?:[a-z ]*film|movie)\)$")
_DATED = re.compile(r'^"?(.+?)"?\s*\((\d{4})')  # Est - Ouest (1999); Pitch (2009) (TV); "Serial" (1949)
_YEAR = re.compile(r"\d{4}")
_NUMBER = re.compile(r"\s*\([IVXL]+\)$")
_ONTOLOGY = "https://www.scads.de/movieBenchmark/ontology/"


class Asked(NamedTuple):
    title: str
    year: int | None
    prose: str
    films: frozenset[str]  # the ids that are right; none for a film that the other side lacks


class MatchingSet(NamedTuple):
    name: str
    films: list[Film]
    asked: list[Asked]


def dbpedia_imdb() -> MatchingSet:
    """DBpedia's films, without a year, ask for IMDb's: titles, one actor, writers. (The file names are swapped.)"""
    kept = []
    for row in table("er_jedai_movies/dbpedia.csv.gz", delimiter="|"):
        match = _DATED.match(row["title"])
        title, year = (turned(match[1]), match) if match else ("", None)
        if title and year:
            people = {key: _people(row[key]) for key in ("director name", "actor name")}
            kept.append(Film(_id(row["id"]), title, int(year[2]), (), people["director name"], people["actor name"]))
    gold = _gold("er_jedai_movies/gt.csv.gz")
    asked = []
    for row in table("er_jedai_movies/imdb.csv.gz", delimiter="|"):
        title = _NOTE.sub("", row["title"] or "").strip()
        if title and "?" not in title:
            who = [row[key] for key in ("starring", "writer", "editor") if row[key]]
            text = f"With {', '.join(who)}." if who else ""
            asked.append(Asked(title, None, text, frozenset(map(_id, gold.get(row["id"], ())))))
    return MatchingSet("DBpedia asks IMDb (no years)", kept, asked)


def tmdb_imdb() -> MatchingSet:
    """TMDb's films and series ask for IMDb's by title and year; people and episodes are left out."""
    kept = []
    for row in table("er_moviegraph_tables/D5_imdb.csv.gz", delimiter="|"):
        year = _YEAR.search(row[f"{_ONTOLOGY}startYear"] or "")
        if row[f"{_ONTOLOGY}title"] and year and not _episode(row):
            kept.append(Film(_id(row["id"]), row[f"{_ONTOLOGY}title"], int(year[0])))
    have = {film.id for film in kept}
    gold: dict[str, set[str]] = {}
    for row in table("er_moviegraph_tables/D5_gt.csv.gz", delimiter="|"):
        gold.setdefault(row["D2"], set()).add(_id(row["D1"]))
    asked = []
    for row in table("er_moviegraph_tables/D5_tmdb.csv.gz", delimiter="|"):
        dated = row["http://dbpedia.org/ontology/releaseDate"] or row[f"{_ONTOLOGY}release_year"] or ""
        year = _YEAR.search(dated)
        if row[f"{_ONTOLOGY}title"] and year and not _episode(row):
            right = frozenset(gold.get(row["id"], ())) & have
            asked.append(Asked(row[f"{_ONTOLOGY}title"], int(year[0]), "", right))
    return MatchingSet("TMDb asks IMDb (MovieGraph D5)", kept, asked)


def all_sets() -> Iterator[MatchingSet]:
    yield dbpedia_imdb()
    yield tmdb_imdb()


def _episode(row: dict[str, str]) -> bool:
    return bool(row["http://dbpedia.org/ontology/episodeNumber"] or row["http://dbpedia.org/ontology/seasonNumber"])


def _gold(path: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in table(path, delimiter="|"):
        found.setdefault(row["D1"], []).append(row["D2"])
    return found


def _id(row: str) -> str:
    return f"tt{int(row):07d}"


def _people(cell: str) -> tuple[str, ...]:
    """*Abraham, John (I)* -> *John Abraham*."""
    last, comma, first = _NUMBER.sub("", cell or "").partition(", ")
    return (f"{first} {last}" if comma else last,) if last else ()
