"""Small tables as others keep them, written by tests: one of every kind that a reader knows. All films are invented."""

import gzip
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

BASICS = "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres".split()
AKAS = "titleId ordering title region language types attributes isOriginalTitle".split()
CREW = "tconst directors writers".split()
PRINCIPALS = "tconst ordering nconst category job characters".split()
NAMES = "nconst primaryName birthYear deathYear primaryProfession knownForTitles".split()
RATINGS = "tconst averageRating numVotes".split()
OSCARS = (
    "Ceremony Year Class CanonicalCategory Category Film FilmId Name Nominees NomineeIds Winner Detail Note Citation"
).split()
EVENTS = "event_id event_name edition year award category imdb_id is_winner".split()


def tsv(path: Path, header: Iterable[str], rows: Iterable[Iterable[object]]) -> Path:
    text = "".join("\t".join(map(str, row)) + "\n" for row in (header, *rows))
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


def imdb(folder: Path, films: int = 3) -> Path:
    """A folder of the six IMDb files. Every film has a sister that is no film (an episode)."""
    ids = [f"tt{n:07}" for n in range(1, 2 * films, 2)]
    tsv(
        folder / "title.basics.tsv.gz",
        BASICS,
        (
            row
            for n, id_ in enumerate(ids)
            for row in (
                (id_, "movie", f'The "Lamp" {n}', f"Lampen {n}", 0, 1931, r"\N", 90, "Drama,Sci-Fi"),
                (f"tt{int(id_[2:]) + 1:07}", "tvEpisode", "Not a film", "Not a film", 0, 1990, r"\N", 30, r"\N"),
            )
        ),
    )
    tsv(
        folder / "title.akas.tsv",
        AKAS,
        (
            row
            for n, id_ in enumerate(ids)
            for row in (
                (id_, 1, f"Lampen {n}", r"\N", r"\N", "original", r"\N", 1),
                (id_, 2, f"Лампа {n}", "SUHH", "ru", "imdbDisplay", r"\N", 0),
                (id_, 3, f"Lampa {n}", "SUHH", "ru", r"\N", "transliterated title", 0),
                (id_, 4, f"Lamp, working {n}", "GB", "en", "working", r"\N", 0),
            )
        ),
    )
    tsv(folder / "title.crew.tsv", CREW, ((id_, "nm0000001,nm0000002", "nm0000001") for id_ in ids))
    tsv(
        folder / "title.principals.tsv.gz",
        PRINCIPALS,
        (
            row
            for id_ in ids
            for row in (
                (id_, 1, "nm0000003", "actress", r"\N", '["The Lamplighter","Herself"]'),
                (id_, 2, "nm0000001", "director", r"\N", r"\N"),
                (id_, 3, "nm0000004", "cinematographer", r"\N", r"\N"),
            )
        ),
    )
    people = [(f"nm{n:07}", f"Person {n}", 1900, r"\N", "actor", r"\N") for n in range(1, 9)]
    tsv(folder / "name.basics.tsv", NAMES, people)
    tsv(folder / "title.ratings.tsv", RATINGS, ((id_, 7.5, 12) for id_ in ids))
    return folder


def oscars(folder: Path, ceremonies: int = 8, actors: Sequence[str] = ()) -> Path:
    """The Academy's table: two films a year for the best picture, the first of which wins, and of `actors` one a year for each
    film, likewise."""

    def rows() -> Iterable[Iterable[object]]:
        for n in range(1, ceremonies + 1):
            for film, name in enumerate(actors[2 * n - 2 : 2 * n], 1):
                id_ = f"tt{n * 10 + film:07}"
                yield n, 1927 + n, "Acting", "ACTOR IN A LEADING ROLE", "ACTOR", f"Film {n}.{film}", id_, name, name, \
                    f"nm{n}{film}", "True" if film == 1 else ""  # fmt: skip
            for film in (1, 2):
                id_ = f"tt{n * 10 + film:07}"
                yield n, 1927 + n, "Title", "BEST PICTURE", "OUTSTANDING PICTURE", f"Film {n}.{film}", id_, "Studio", \
                    "Studio", "co1", "True" if film == 1 else ""  # fmt: skip
            yield (
                n,
                1927 + n,
                "Special",
                "HONORARY AWARD",
                "HONORARY AWARD",
                "",
                "",
                "Somebody",
                "Somebody",
                "nm1",
                "True",
            )

    return tsv(folder / "oscars.tsv", OSCARS, rows())


def events(folder: Path, years: int = 5) -> Path:
    rows = (
        (
            "ev0000681",
            "Venice Film Festival",
            1980 + n,
            1980 + n,
            "golden lion",
            "golden lion",
            f"tt{n:06}{film}",
            film == 1,
        )
        for n in range(years)
        for film in (1, 2)
    )
    return tsv(folder / "awards.tsv", EVENTS, rows)


MAPPING = """
[source]
key = "harbour-archive"
citation = "Harbour Film Archive, holdings"
family = "harbour-archive"
rank = 1
why = "the archive's own holdings, described from the prints"
as_of = "2026-11"

[[table]]
file = "holdings.csv"
columns = ["No", "Title"]
null = ["?"]
id = { from = "No", prefix = "harbour:" }

[table.say]
title = { from = "Title", as = "article-first", with = { of = "original", lang = { from = "Language" } } }
year = { from = "Made" }
director = { from = "Directors", split = [" & "], as = "last-first" }
country = { from = "Country", split = "/" }
duration = { from = "Length" }

[table.complete]
director = "taken from the opening titles of the prints"
"""


def holdings(folder: Path, films: int = 3) -> Path:
    """An archive's spreadsheet with its mapping beside it."""
    rows = "".join(
        f'{n},"Lamp {n}, The",Norwegian,1931,"Olsen, Kari & Per Berg",Norway/Russia,1h 31m\n' for n in range(films)
    )
    (folder / "holdings.csv").write_text(f"No,Title,Language,Made,Directors,Country,Length\n{rows}", "utf-8")
    (folder / "my-archive.toml").write_text(MAPPING, "utf-8")
    return folder


# A reader's name -> what writes an example of some size for it, and the path to give to the reader.
EXAMPLES: dict[str, Callable[[Path, int], Path]] = {
    "imdb": imdb,
    "academy": oscars,
    "events": events,
    "table": holdings,
}
