"""The record cross-examined: each recorded film held, field by field, against the tables of others.

Compared are titles, years, directors, countries, durations and prizes, through the readers in `verite.sources`. A
table's film is a recorded one if they share an id, or a title and their director, or a title and year where the
table names no director; never if their ids differ. A value that the record does not hold is a disagreement: *explained* if a remark at that
property names the value (`1987`, `116`, `FRA`), else not. `python bench/cross.py [DATA]`; exit code 1 if one is left.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from verite import names, titles
from verite.config import shipped
from verite.properties import registry
from verite.sources import find
from verite.sources.record import Record, inspect
from verite.sources.record.checks import Told
from verite.sources.source import Opened

DATA = Path(__file__).parents[2] / "shared/data"
FIELDS = ("title", "year", "director", "country", "duration", "award")


class Compared(NamedTuple):
    """One value of a table beside what the record holds."""

    work: str
    source: str
    subject: str
    field: str
    theirs: str
    ours: tuple[str, ...]
    agrees: bool
    explained: bool


class Film(NamedTuple):
    """A recorded film, as tables may know it."""

    id: str
    keys: frozenset[str]
    ids: frozenset[str]
    years: tuple[int, ...]
    directors: tuple[str, ...]  # every spelling


def examine(record: Record, data: Path) -> Iterator[Compared]:
    """Every field that a table of `data` and the record both tell of one film."""
    told = Told(Path(), record)
    films = [_film(told, work) for work in told.works]
    for opened in find([data]).opened:
        known = list(_same(films, opened))
        # Cannes' selection knows who competed, and of nobody that he won: what it leaves out is not denied
        tells = any(q.get("result") == "won" for _, _, said in known for _, q in said["award"])
        for film, subject, said in known:
            if not tells:
                said["award"] = []
            yield from _fields(told, film, opened.source.key, subject, said)


def _film(told: Told, work: str) -> Film:
    spelt = [str(name) for agent in told.values(work, "director") for name in told.values(str(agent), "name")]
    keys = {key for title in told.values(work, "title") for key in titles.keys(str(title))}
    ids = frozenset(map(str, told.values(work, "same_as")))
    return Film(work, frozenset(keys), ids, tuple(told.values(work, "year")), tuple(spelt))


def _same(films: list[Film], opened: Opened) -> Iterator[tuple[Film, str, dict[str, list[Any]]]]:
    """(recorded film, subject of the table, what is said of it) of every film that both know."""
    by_key, by_id = defaultdict(list), {id_: film for film in films for id_ in film.ids}
    for film in films:
        for key in film.keys:
            by_key[key].append(film)
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    people: dict[str, str] = {}
    for described in opened.read():
        if described.what == "agent":
            people.setdefault(described.id, next((str(v) for p, v, _ in described.said if p == "name"), ""))
            continue
        near = described.id in by_id or any(
            (p == "title" and any(key in by_key for key in titles.keys(str(v)))) or (p == "same_as" and v in by_id)
            for p, v, _ in described.said
        )
        if near or described.id in held:
            for property_, value, qualifiers in described.said:
                held[described.id][property_].append((value, qualifiers or {}))
    for subject, said in held.items():
        said["director"] = [(people.get(value, value), q) for value, q in said["director"]]
        ids = {subject, *(str(value) for value, _ in said["same_as"])}
        known = next((by_id[id_] for id_ in ids if id_ in by_id), None)
        keys = {key for value, _ in said["title"] for key in titles.keys(str(value))}
        if known is None:
            known = next((f for key in sorted(keys) for f in by_key.get(key, ()) if _is(f, said)), None)
        if known is not None:
            yield known, subject, said


def _is(film: Film, said: dict[str, list[Any]]) -> bool:
    """Whether a table's film of the same title is this one."""
    theirs = {value for value, _ in said["same_as"] if str(value).startswith("imdb:")}
    ours = {id_ for id_ in film.ids if id_.startswith("imdb:")}
    if theirs and ours and not theirs & ours:
        return False
    gap = min((abs(a - value) for a in film.years for value, _ in said["year"]), default=None)
    if said["director"]:
        one = any(names.same(str(value), spelt) for value, _ in said["director"] for spelt in film.directors)
        return one and (gap is None or gap <= 10)
    # Without a director, one title a year off may be another film: *Priest* of 2011 is not *The Priest* of 2010.
    shared = film.keys & {key for value, _ in said["title"] for key in titles.keys(str(value))}
    return gap is not None and gap <= (1 if len(shared) > 1 else 0)


def _fields(told: Told, film: Film, source: str, subject: str, said: dict[str, list[Any]]) -> Iterator[Compared]:
    def compared(field: str, theirs: object, ours: Iterable[object], agrees: bool) -> Compared:
        explained = any(str(theirs) in s.remark for s in told.by[film.id][field] if s.remark)
        return Compared(film.id, source, subject, field, str(theirs), tuple(map(str, ours)), agrees, explained)

    if said["title"]:
        keys = {key for value, _ in said["title"] for key in titles.keys(str(value))}
        yield compared("title", said["title"][0][0], told.values(film.id, "title"), bool(keys & film.keys))
    for year in dict.fromkeys(value for value, _ in said["year"]):
        yield compared("year", year, sorted(set(film.years)), year in film.years)
    for director in dict.fromkeys(str(value) for value, _ in said["director"]):
        agrees = any(names.same(director, spelt) for spelt in film.directors)
        yield compared("director", director, told.values(film.id, "director"), agrees)
    countries = told.values(film.id, "country")
    for country in dict.fromkeys(value for value, _ in said["country"]):
        heirs = {heir for one in countries for heir in told.record.states.get(str(one), {}).get("successors", ())}
        yield compared("country", country, countries, country in countries or country in heirs)
    lengths = told.values(film.id, "duration")
    for length in dict.fromkeys(value for value, _ in said["duration"]) if lengths else ():
        near = any(abs(length - ours) <= registry()["duration"].tolerance for ours in lengths)
        yield compared("duration", length, sorted(lengths), near)
    yield from _prizes(told, film, compared, said["award"])


def _prizes(told: Told, film: Film, compared: Any, rows: list[Any]) -> Iterator[Compared]:
    """Who won: in the prizes that both tell of, or that the record declares to hold whole."""
    theirs: dict[tuple[str, str], set[str]] = defaultdict(set)
    years: dict[tuple[str, str], set[object]] = defaultdict(set)
    for _, q in rows:
        years[str(q["table"]), str(q.get("category", ""))].add(q.get("year"))
        theirs[str(q["table"]), str(q.get("category", ""))].add(str(q.get("result", "won")))
    ours: dict[tuple[str, str], set[str]] = defaultdict(set)
    for said in told.by[film.id]["award"]:
        ours[said.qualifiers["table"], said.qualifiers["category"]].add(str(said.qualifiers["result"]))
    whole = {
        (d.subject.removeprefix("award:"), d.scope["category"], year)
        for d in told.record.complete if "from" in d.scope
        for year in range(int(str(d.scope["from"])), int(str(d.scope["to"])) + 1)
    }  # fmt: skip
    declared = {(table, category) for table, category, year in whole if year in years[table, category]}
    for prize, results in sorted(theirs.items()):
        if prize in ours or (prize in declared and "won" in results):
            won, held = (not {"won", "special"}.isdisjoint(found) for found in (results, ours[prize]))
            value = f"{'/'.join(prize)}: {'won' if won else 'not won'}"
            yield compared("award", value, ("won" if held else "not won",), won == held)


def main(data: Path) -> int:
    if not data.is_dir():
        print(f"no {data}: nothing to compare the record with; give a folder of film tables")
        return 0
    found = list(examine(inspect(shipped("records")), data))
    counts = Counter((c.field, "agree" if c.agrees else "explained" if c.explained else "open") for c in found)
    left = [c for c in found if not c.agrees and not c.explained]
    for c in sorted(left):
        print(f"{c.work}: {c.field} {c.theirs} ({c.source} {c.subject}); recorded: {', '.join(c.ours) or 'nothing'}")
    print(f"{'':9} compared   agree  differ: explained, not")
    for field in FIELDS:
        agree, explained, open_ = (counts[field, how] for how in ("agree", "explained", "open"))
        print(f"{field:9} {agree + explained + open_:8} {agree:7} {explained:17} {open_:4}")
    films = len({c.work for c in found})
    print(
        f"{len(found)} fields of {films} films compared with {len({c.source for c in found})} tables; {len(left)} disagreements unexplained"
    )
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA))
