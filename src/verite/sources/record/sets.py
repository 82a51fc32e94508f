"""Sets declared complete, such as the screen works after one author."""

from pathlib import Path
from typing import Any

from verite.model import Cited, Completeness, Statement
from verite.sources.record.file import File, Record

_SET_KEYS = ("property", "by", "forms", "works", "not_filmed", "as_of", "sources", "remark", "about", "documentaries")


def sets(folder: Path, record: Record, works: set[Any], agents: set[Any]) -> None:
    """Each set is a `Completeness` of the author."""
    path = folder / "sets.toml"
    if not path.exists():
        return
    file = File.of(path, record)
    data = file.toml()
    for name, row in data.items():
        file.only(row, _SET_KEYS, name)
        file.cites(row.get("sources", ()))
        for film in row.get("documentaries", ()):
            file.cites(film.get("sources", ()))
        if row.get("by") not in agents:
            file.fault(str(row.get("by")), f"{name}: agent {row.get('by')!r} is not recorded", agents)
            continue
        for work in row.get("works", ()):
            if work not in works:
                file.fault(work, f"{name}: work {work!r} is not recorded", works)
        record.complete.append(
            Completeness(
                subject=row["by"],
                property=f"set:{row.get('property', 'based_on')}",
                as_of=row.get("as_of", ""),
                sources=tuple(Cited(key) for key in row.get("sources", ())),
                scope={
                    "works": row.get("works", []),
                    "forms": row.get("forms", []),
                    "about": row.get("about", []),
                    "remark": row.get("remark", ""),
                },
            )
        )
        for made in row.get("not_filmed", ()):
            file.cites(made.get("sources", ()))
            record.statements.append(
                Statement(row["by"], "not_filmed", made["is"], {}, tuple(Cited(k) for k in made.get("sources", ())))
            )
