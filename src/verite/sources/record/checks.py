"""The record held against itself: what no single line shows to be wrong.

A fault makes the record unusable: one of two statements cannot be so, and nobody says why. Where the sources
themselves are odd, a `remark` on one of the statements concerned explains it, and the check lets it be.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

from verite import names, titles
from verite.model import Statement
from verite.sources.record import dates
from verite.sources.record.file import File, Record
from verite.text import fold

_NEEDED = ("title", "year", "director", "country")  # of every work
_YOUNGEST = 12  # years of age of anybody who directs a film


def check(folder: Path, record: Record) -> None:
    """Add to the record's problems and gaps what its statements show together."""
    told = Told(folder, record)
    for kind in (
        _namesakes,
        _same_works,
        _same_ids,
        _years,
        _lives,
        _characters,
        _bases,
        _states,
        _prizes,
        _pages,
        _events,
    ):
        record.problems += [f"{where}: {message}" for where, message in kind(told)]
    record.gaps += [f"{where}: {message}" for where, message in _lacks(told)]


class Told:
    """What a record says, by subject and property, and where each statement stands."""

    def __init__(self, folder: Path, record: Record) -> None:
        self.folder = folder
        self.record = record
        self._files: dict[str, File] = {}

    @cached_property
    def by(self) -> dict[str, dict[str, list[Statement]]]:
        found: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
        for said in (*self.record.statements, *self.record.computed):
            if "character" not in said.qualifiers or said.property in ("cast", "person"):
                found[said.subject][said.property].append(said)
        return found

    @cached_property
    def works(self) -> list[str]:
        return [subject for subject, said in self.by.items() if "title" in said]

    @cached_property
    def agents(self) -> list[str]:
        return [subject for subject, said in self.by.items() if "name" in said and "title" not in said]

    def values(self, subject: str, property_: str, *of: str) -> list[Any]:
        return [
            said.value
            for said in self.by[subject][property_]
            if not said.negative and (not of or said.qualifiers.get("of", "") in of)
        ]

    def remarked(self, subject: str, *properties: str) -> bool:
        return any(said.remark for name in properties for said in self.by[subject][name])

    def at(self, subject: str, property_: str = "", value: object = "") -> str:
        """File and line of a statement."""
        if subject not in self._files:
            folder = next((f for f in ("works", "agents") if (self.folder / f / f"{subject}.toml").exists()), "works")
            self._files[subject] = File.of(self.folder / folder / f"{subject}.toml", self.record)
        file = self._files[subject]
        head = f"\n{property_} =" if property_ else ""
        return f"{file.path}:{file.line(str(value), head) if value != '' else file.line(head)}"

    def source(self, key: str) -> str:
        """File and line of a source."""
        for path in sorted([*self.folder.glob("sources.toml"), *self.folder.glob("sources/*.toml")]):
            file = File.of(path, self.record)
            if f"[{key}]" in file.text:
                return f"{path}:{file.line(f'[{key}]')}"
        return str(self.folder)


Found = Iterator[tuple[str, str]]


def _namesakes(told: Told) -> Found:
    """Two agents of one name who were born or died on one day."""
    bearing: dict[str, set[str]] = defaultdict(set)
    for agent in told.agents:
        for name in told.values(agent, "name"):
            if key := names.key(str(name)):
                bearing[key].add(agent)
    for one, other in sorted({pair for agents in bearing.values() for pair in combinations(sorted(agents), 2)}):
        same = [p for p in ("born", "died") if set(told.values(one, p)) & set(told.values(other, p))]
        if same and not told.remarked(one, "name") and not told.remarked(other, "name"):
            yield (
                told.at(other, "name"),
                f"{other!r} has a name of {one!r} and was {' and '.join(same)} when they were: one person? If not, remark it at a name",
            )


def _same_works(told: Told) -> Found:
    """Two works of one title and year."""
    bearing: dict[str, set[str]] = defaultdict(set)
    for work in told.works:
        for title in told.values(work, "title"):
            for key in titles.keys(str(title)):
                bearing[key].add(work)
    for one, other in sorted({pair for works in bearing.values() for pair in combinations(sorted(works), 2)}):
        same = set(told.values(one, "year")) & set(told.values(other, "year"))
        if same and not told.remarked(one, "title") and not told.remarked(other, "title"):
            yield (
                told.at(other, "title"),
                f"{other!r} has a title and the year {min(same)} of {one!r}: one film? If not, remark it at a title",
            )


def _same_ids(told: Told) -> Found:
    """An id elsewhere that two subjects carry."""
    holders: dict[str, str] = {}
    for subject in (*told.works, *told.agents):
        for id_ in told.values(subject, "same_as"):
            if holders.setdefault(id_, subject) != subject:
                yield told.at(subject, "same_as", id_), f"{id_} is {holders[id_]!r} already"


_ORDER = (("production",), ("first-showing",), ("release", "broadcast"), ("home-release",))


def _years(told: Told) -> Found:
    """Production, first showing, release, in this order."""
    for work in told.works:
        if told.remarked(work, "year"):
            continue
        for n, earlier in enumerate(_ORDER):
            for later in _ORDER[n + 1 :]:
                before, after = told.values(work, "year", *earlier), told.values(work, "year", *later)
                if before and after and min(before) > max(after):
                    yield (
                        told.at(work, "year", max(after)),
                        f"{later[0]} in {max(after)}, before its {earlier[0]} in {min(before)}",
                    )
        made = min(told.values(work, "year"), default=0)
        for said in told.by[work]["event"]:
            when = str(said.qualifiers.get("when", ""))
            shown = said.value in ("premiere", "release", "broadcast", "home-release") and not said.negative
            if shown and not said.remark and dates.valid(when) and int(dates.latest(when)[:4]) < made:
                yield told.at(work, "event", when), f"{said.value} {when}, before any of its years ({made})"


def _lives(told: Told) -> Found:
    """Nobody dies before being born, directs as a small child or after death, or lives through anything then."""
    for agent in told.agents:
        born = [str(v) for v in told.values(agent, "born")]
        died = [str(v) for v in told.values(agent, "died")]
        if born and died and min(map(dates.earliest, born)) >= max(map(dates.latest, died)):
            yield told.at(agent, "died", died[0]), f"died {died[0]}, born {born[0]}"
        for said in told.by[agent]["experience"]:
            when = str(said.qualifiers.get("when", ""))
            if not dates.valid(when) or said.qualifiers.get("of") or said.remark or said.negative:
                continue
            if born and dates.latest(when) < min(map(dates.earliest, born)):
                yield told.at(agent, "experience", when), f"{said.value} {when}, before being born"
            # what is done to one's work and name goes on after death
            own = said.value not in ("rehabilitated", "censored", "banned")
            if own and died and dates.earliest(when) > max(map(dates.latest, died)):
                yield told.at(agent, "experience", when), f"{said.value} {when}, after death"
    for work in told.works:
        first = min(told.values(work, "year", "production") or told.values(work, "year"), default=None)
        for said in told.by[work]["director"]:
            if first is None or said.remark or said.negative:
                continue
            born, died = (list(map(str, told.values(str(said.value), p))) for p in ("born", "died"))
            if born and int(min(map(dates.earliest, born))[:4]) + _YOUNGEST > first:
                yield (
                    told.at(work, "director", said.value),
                    f"{said.value!r} was born {born[0]}, and the film is of {first}",
                )
            # a year for the work that is left when a director dies
            if died and int(max(map(dates.latest, died))[:4]) + 1 < first:
                yield (
                    told.at(work, "director", said.value),
                    f"{said.value!r} died {died[0]}, and the film is of {first}: remark it, if so",
                )


def _characters(told: Told) -> Found:
    """Whoever has a story, a likeness or a companion is one of the characters, and is named or played by somebody."""
    known: dict[str, set[str]] = defaultdict(set)
    for said in (*told.record.statements, *told.record.computed):
        if said.property in ("name", "cast") and "character" in said.qualifiers:
            known[said.subject].add(said.qualifiers["character"])
    for said in told.record.statements:
        if (
            (key := said.qualifiers.get("character"))
            and said.property in ("story", "descriptor")
            and key not in known[said.subject]
        ):
            yield (
                told.at(said.subject, "", f"[character.{key}]"),
                f"character {key!r} has a {said.property}, but no name, and nobody plays it",
            )
        if said.property == "descriptor" and (to := said.qualifiers.get("to")) and to not in known[said.subject]:
            yield (
                told.at(said.subject, "", f'to = "{to}"'),
                f"descriptor {said.value!r}: {to!r} is no character of this work",
            )


def address(said: Statement) -> str:
    """Under which words the evidence for a statement is kept: `director nora-lind`, `character.ferryman.story arrested`."""
    key = said.qualifiers.get("character") if said.property != "person" else None
    name = "played_by" if said.property == "cast" and key else said.property
    return f"character.{key}.{name} {said.value}" if key else f"{name} {said.value}"


def _bases(told: Told) -> Found:
    """What the editors infer rests on statements that are there."""
    there: dict[str, set[str]] = defaultdict(set)
    for said in told.record.statements:
        path = address(said).partition(" ")[0]
        there[said.subject] |= {path, f"{path}.{said.value}"}
    for said in told.record.statements:
        for path in said.basis:
            if path not in there[said.subject]:
                yield (
                    told.at(said.subject, said.property, path),
                    f"{said.property} {said.value!r}: its basis {path!r} is not there",
                )


def _states(told: Told) -> Found:
    """The countries of a film were states when it was made."""
    for work in told.works:
        years = told.values(work, "year")
        for said in told.by[work]["country"]:
            spans = told.record.states.get(str(said.value), {}).get("years", "")
            if years and spans and not said.remark and not any(_was(spans, year) for year in years):
                yield (
                    told.at(work, "country", said.value),
                    f"there was no {said.value} in {min(years)}: the state as it was then, or a remark",
                )


def _was(spans: str, year: int) -> bool:
    for span in spans.split("|"):
        start, _, end = span.partition("-")
        if (not start or int(start) <= year) and (not end or year <= int(end)):
            return True
    return False


def _prizes(told: Told) -> Found:
    """Rows of prizes agree with the work they name, and stand once."""
    seen: dict[tuple[str, ...], str] = {}
    for where, row in told.record.prizes:
        mark = tuple(row[name] for name in ("prize", "year", "category", "result", "title", "recipient"))
        if (first := seen.setdefault(mark, where)) != where:
            yield where, f"the row of {first.rpartition(':')[2]} once more"
        if (work := row["work"]) not in told.by:
            continue
        keys = {key for title in told.values(work, "title") for key in titles.keys(str(title))}
        if not keys & {key for name in ("title", "original_title") for key in titles.keys(row[name])}:
            yield where, f"{row['title']!r} is no title of {work!r}"
        years = told.values(work, "year")
        if row["work_year"] and years and not any(abs(int(row["work_year"]) - year) <= 1 for year in years):
            yield where, f"work_year {row['work_year']}, but {work!r} is of {', '.join(map(str, sorted(set(years))))}"
        if row["year"] and years and int(row["year"]) < min(years):
            yield where, f"a prize of {row['year']}, before {work!r} was made ({min(years)})"
        countries = set(told.values(work, "country"))
        if countries and (other := set(filter(None, row["country"].split("|"))) - countries):
            yield where, f"country {', '.join(sorted(other))}, but {work!r} is of {', '.join(sorted(countries))}"


def _pages(told: Told) -> Found:
    """One page has one key."""
    held: dict[str, str] = {}
    for key, source in told.record.sources.items():
        page = re.sub(r"^https?://(www\.)?", "", source.url).rstrip("/")
        if page and held.setdefault(page, key) != key:
            yield told.source(key), f"{key!r} and {held[page]!r} are one page"


def _events(told: Told) -> Found:
    """Historical events have dates that are dates, end after they start, happen at known places, and stand once."""
    file = File.of(told.folder / "events.csv", told.record)
    places = told.record.places.keys() | {code.lower() for code in told.record.states}
    called: dict[str, str] = {}
    for id_, row in told.record.events.items():
        where = f"{file.path}:{file.line(chr(10) + id_ + ',')}"
        span = f"{row['start']}/{row['end']}" if row["end"] else row["start"]
        if row["start"] and not dates.valid(span):
            yield where, f"{span} is no date in EDTF, or ends before it starts"
        if row["place"] and row["place"] not in places:
            near = get_close_matches(row["place"], sorted(places), 1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            yield where, f"place {row['place']!r} is not in places.csv, nor a state{hint}"
        for name in (row["name"], *row["also"]):
            if called.setdefault(fold(name), id_) != id_:
                yield where, f"{id_!r} and {called[fold(name)]!r} are both called {name!r}"


def _lacks(told: Told) -> Found:
    for work in told.works:
        lacking = [name for name in _NEEDED if not told.values(work, name)]
        if lacking and not told.remarked(work, "title"):
            yield told.at(work), f"no {', no '.join(lacking)}; if no source gives it, remark that at a title"
        preferred = [s for s in told.by[work]["title"] if s.qualifiers.get("preferred")]
        if len(preferred) != 1:
            yield told.at(work, "title"), f"{len(preferred)} preferred titles; one is"
        year = re.search(r"-(\d{4})$", work)
        if year and (years := told.values(work, "year")) and int(year[1]) not in years:
            yield (
                told.at(work, "year"),
                f"the year of the id, {year[1]}, is none of its years ({', '.join(map(str, sorted(set(years))))})",
            )
    yield from _unstated(told)


def _unstated(told: Told) -> Found:
    """Evidence for what the record does not say (any more)."""
    stated = {
        (done.subject, f"complete {done.property}", key) for done in told.record.complete for key, *_ in done.sources
    }
    for said in (*told.record.statements, *told.record.computed):
        for key, *_ in said.sources:
            stated |= {(said.subject, address(said), key), (said.subject, f"{said.property} {said.value}", key)}
    for subject, of, source in sorted(told.record.evidence.keys() - stated):
        if subject in told.by:  # of the tables, evidence is kept in files of their own
            path = told.folder / "evidence" / f"{subject}.toml"
            line = File.of(path, told.record).line(f'"{of}"')
            yield f"{path}:{line}", f"evidence in {source!r} for {of!r}, which is not stated"
