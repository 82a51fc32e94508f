"""Prizes: their tables, and the rows of who won what, decoded strictly."""

import csv
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from verite.model import Cited, Completeness, Origin, Statement
from verite.sources.record.file import File, Record, split

_TABLE_KEYS = (
    "file", "name", "also", "kind", "city", "prizes", "work_year", "year_remark", "remark", "category", "scope",
    "complete",
)  # fmt: skip
_CATEGORY_KEYS = ("name", "also", "top", "names", "names_sources", "given_to", "complete", "scope", "remark")
_DECLARED_KEYS = ("from", "to", "nominated", "sources", "remark")
_COLUMNS = "edition year category result title original_title work_year recipient country work shared sources".split()


def awards(folder: Path, record: Record, works: set[Any]) -> None:
    path = folder / "awards/tables.toml"
    if not path.exists():
        return
    file = File.of(path, record)
    record.tables = file.toml()
    for table, data in record.tables.items():
        file.only(data, _TABLE_KEYS, table)
        # `*`: every prize of the table, over all its categories
        for category, row in [("*", data), *data.get("category", {}).items()]:
            if row is not data:
                file.only(row, _CATEGORY_KEYS, f"{table}.{category}")
            file.cites(row.get("names_sources", ()))
            spans = row.get("complete", [])
            # one span, or several with a gap between: the table has each edition of 1953-1979 and of 2013-2025
            for declared in [spans] if isinstance(spans, dict) else spans:
                file.only(declared, _DECLARED_KEYS, f"{table}.{category}.complete")
                file.cites(declared.get("sources", ()))
                record.complete.append(
                    Completeness(
                        subject=f"award:{table}",
                        property="award",
                        as_of=str(declared["to"]),
                        sources=tuple(Cited(key) for key in declared.get("sources", ())),
                        scope={
                            "category": category,
                            "from": declared["from"],
                            "to": declared["to"],
                            "nominated": bool(declared.get("nominated")),
                            "names": row.get("names", []),
                        },
                    )
                )
    for path in sorted((folder / "awards").glob("*.csv")):
        owner = next((table for table, data in record.tables.items() if data.get("file") == path.name), "")
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines)
            if missing := set(_COLUMNS) - set(rows.fieldnames or ()):
                record.problems.append(f"{path}:1: columns missing: {', '.join(sorted(missing))}")
                continue
            for row in rows:
                _award(f"{path}:{rows.line_num}", {**row, "prize": row.get("prize") or owner}, record, works)


def _award(where: str, row: dict[str, Any], record: Record, works: set[Any]) -> None:
    table = row["prize"]
    categories = record.tables.get(table, {}).get("category", {})
    if table not in record.tables:
        record.problems.append(f"{where}: prize {table!r} is not in tables.toml")
        return
    if row["category"] and row["category"] not in categories:
        near = get_close_matches(row["category"], list(categories), 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        record.problems.append(f"{where}: category {row['category']!r} of {table!r} is not in tables.toml{hint}")
    if row["work"] and row["work"] not in works:
        near = get_close_matches(row["work"], [str(w) for w in works], 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        record.problems.append(f"{where}: work {row['work']!r} is not recorded{hint}")
    keys = split(row["sources"])
    record.cited.update(keys)
    for key in keys:
        if key not in record.sources:
            record.problems.append(f"{where}: source {key!r} is not in sources.toml")
    if not keys:
        record.problems.append(f"{where}: a row without sources")
    try:
        numbers = {name: int(row[name]) for name in ("edition", "year", "work_year") if row[name]}
    except ValueError as error:
        record.problems.append(f"{where}: {error}")
        return
    record.prizes.append((where, row))
    record.statements.append(
        Statement(
            subject=row["work"] or f"award:{table}",
            property="award",
            value=f"{table}/{row['category']}",
            qualifiers={
                "table": table,
                "category": row["category"],
                "result": row["result"] or "won",
                "title": row["title"],
                "recipient": row["recipient"],
                "shared": row["shared"] in ("yes", "true", "1"),
                "country": row["country"],
                **numbers,
            },
            sources=tuple(Cited(key, f"{row['year']}, {row['category'].replace('-', ' ')}", record.sources[key].seen)
                          for key in keys if key in record.sources),
            origin=Origin.TABLE,
        )
    )  # fmt: skip
