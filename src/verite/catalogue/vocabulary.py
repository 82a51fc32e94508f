"""The names that any prose may use, whatever the film: states, places, events, prizes, recorded people and films."""

from collections.abc import Iterable, Mapping
from typing import Any

from verite.clauses import tokens
from verite.model import Statement
from verite.names import parts
from verite.sources.record import Record


def preferred_names(by_subject: Mapping[str, list[Statement]]) -> dict[str, list[str]]:
    """agent id -> its names, the preferred one first."""
    found: dict[str, list[str]] = {}
    for subject, said in by_subject.items():
        rows = [s for s in said if s.property == "name" and "character" not in s.qualifiers]
        if rows:
            rows.sort(key=lambda s: not s.qualifiers.get("preferred"))
            found[subject] = [str(s.value) for s in rows]
    return found


def merged(tables: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Prize tables of two sources as one: who comes first names the prize, the other adds names and categories."""
    found = {id_: dict(table) for id_, table in tables.items()}
    for id_, table in more.items():
        if id_ not in found:
            found[id_] = dict(table)
            continue
        held = found[id_]
        held["also"] = list(dict.fromkeys([*held.get("also", ()), *table.get("also", ())]))
        categories = dict(held.get("category", {}))
        for name, row in table.get("category", {}).items():
            mine = categories.get(name, row)
            also = [*mine.get("also", ()), row.get("name", ""), *row.get("also", ())]
            categories[name] = {**row, **mine, "also": [a for a in dict.fromkeys(also) if a and a != mine.get("name")]}
        held["category"] = categories
    return found


def prize(table: Mapping[str, Any]) -> dict[str, Any]:
    """A prize's table without its rows: what a reader of prose and a message need."""
    kept: dict[str, Any] = {
        key: table[key] for key in ("name", "also", "prizes", "kind", "city", "work_year") if key in table
    }
    categories = {
        id_: {"name": c.get("name", ""), "also": c.get("also", []), "top": bool(c.get("top"))}
        for id_, c in table.get("category", {}).items()
    }
    return {**kept, "category": categories}


def lexicon(
    record: Record, tables: Mapping[str, Any], names: Mapping[str, Iterable[str]]
) -> dict[str, list[list[Any]]]:
    """Surface forms that a reader of prose should know, as a gazetteer layer."""
    found: dict[str, list[list[str]]] = {}

    def add(surface: str, type_: str, id_: str) -> None:
        row = found.setdefault(tokens.surface(surface), [])
        if [type_, id_] not in row:
            row.append([type_, id_])

    for code, state in record.states.items():
        for surface in (state["name"].removeprefix("the "), *state["also"]):
            add(surface, "state", code)
        for surface in state["adjectives"]:
            add(surface, "nationality", code)
    for table, rows in (("place", record.places), ("event", record.events)):
        for id_, row in rows.items():
            for surface in (row["name"], *row["also"]):
                add(surface, table, id_)
    for agent, spellings in names.items():
        for surface in spellings:
            if len(parts(surface)) > 1:
                add(surface, "agent", agent)
    for id_, data in tables.items():
        type_ = "festival" if data.get("kind") == "festival" else "prize"
        for surface in (data.get("name", ""), *data.get("also", ())):
            if surface:
                add(surface, type_, id_)
        for surface in [data["prizes"]] if isinstance(data.get("prizes"), str) else data.get("prizes", ()):
            add(surface, "prize", id_)
        for category, row in data.get("category", {}).items():
            for surface in (row.get("name", ""), *row.get("also", ())):
                if surface:
                    add(surface, "prize" if data.get("kind") == "festival" else "category", f"{id_}/{category}")
    for said in record.statements if names else ():
        if said.property == "title" and said.qualifiers.get("of") != "transliterated" and " " in str(said.value):
            add(str(said.value), "film", said.subject)
        if (said.property == "based_on" and said.value != "original-screenplay") or said.property == "written":
            for surface in (said.value, *said.qualifiers.get("also", ())):
                if " " in str(surface):  # *Ivan* is a story, and the name of many; so are *Z* and *Rebecca*
                    add(surface, "work", str(said.value))
    found.pop("", None)
    return tokens.grouped(found)
