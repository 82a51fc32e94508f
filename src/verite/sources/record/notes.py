"""What an editor of the record should look at: nothing here stops anybody."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from verite import names, titles
from verite.sources.record import dates
from verite.sources.record.checks import Told, address
from verite.sources.record.file import Record


def notes(folder: Path, record: Record) -> Iterator[str]:
    """Sources and agents that nothing needs, works without a year or country, those with a topic without a stage, agents who may be one person,
    prizes that may be a recorded film's."""
    told = Told(folder, record)
    for key in sorted(record.sources.keys() - record.cited):
        yield f"{told.source(key)}: source {key!r} is used nowhere"
    for work in told.works:
        # only films on the subject of a theme stand on its road
        asked = ("year", "country", "stage") if told.values(work, "topic") else ("year", "country")
        lacking = [name for name in asked if not told.values(work, name)]
        if lacking := [name for name in lacking if not _explained(told, work, name)]:
            yield f"{told.at(work)}: no {', no '.join(lacking)}"
    wanted = {str(v) for s in record.statements for v in (s.value, s.qualifiers.get("by"), s.qualifiers.get("of"))}
    wanted |= {done.subject for done in record.complete}
    for agent in sorted(set(told.agents) - wanted):
        if told.remarked(agent, "name"):
            continue
        yield f"{told.at(agent)}: agent {agent!r} is named by no work"
    yield from _alike(told)
    yield from _unnamed(told)


def _explained(told: Told, work: str, lacking: str) -> bool:
    """Whether a remark at a title says why: "no source seen gives its year"."""
    return any(re.search(rf"\b{lacking}\b", said.remark) for said in told.by[work]["title"])


def _alike(told: Told) -> Iterator[str]:
    """Two agents of one name whose dates do not tell them apart."""
    bearing: dict[str, set[str]] = defaultdict(set)
    for agent in told.agents:
        for name in told.values(agent, "name"):
            bearing[names.key(str(name))].add(agent)
    for one, other in sorted({pair for agents in bearing.values() for pair in combinations(sorted(agents), 2)}):
        apart = any(_apart(told, one, other, property_) for property_ in ("born", "died"))
        if not apart and not told.remarked(one, "name") and not told.remarked(other, "name"):
            yield f"{told.at(other, 'name')}: {other!r} has a name of {one!r}, and no dates tell them apart"


def _apart(told: Told, one: str, other: str, property_: str) -> bool:
    a, b = ([str(v) for v in told.values(agent, property_)] for agent in (one, other))
    return bool(a and b) and not any(
        dates.earliest(x) <= dates.latest(y) and dates.earliest(y) <= dates.latest(x) for x in a for y in b
    )


def _unnamed(told: Told) -> Iterator[str]:
    """Rows of prizes that name no work, and have a title and year of one."""
    bearing: dict[str, set[str]] = defaultdict(set)
    for work in told.works:
        for title in told.values(work, "title"):
            for key in titles.keys(str(title)):
                bearing[key].add(work)
    for where, row in told.record.prizes:
        if row["work"] or not row["work_year"]:
            continue
        keys = {key for name in ("title", "original_title") for key in titles.keys(row[name])}
        states = set(filter(None, row["country"].split("|")))
        for work in sorted({work for key in keys for work in bearing[key]}):
            near = any(abs(int(row["work_year"]) - year) <= 1 for year in told.values(work, "year"))
            # *The Law* that won in Cannes in 1990 is of Burkina Faso, not the Soviet film of 1989
            if near and not (states and states.isdisjoint(told.values(work, "country"))):
                yield f"{where}: {row['title']!r} of {row['work_year']} may be {work!r}, and names no work"


def weak(folder: Path, record: Record) -> Iterator[str]:
    """Statements that rest on one source of the lowest rank."""
    told = Told(folder, record)
    for said in record.statements:
        if len(said.sources) == 1 and not said.basis and said.subject in told.by and said.property != "award":
            source = record.sources.get(said.sources[0].key)
            if source is not None and source.rank == 4:
                yield f"{told.at(said.subject, '', said.value)}: {address(said)} rests on {source.key!r} alone"
