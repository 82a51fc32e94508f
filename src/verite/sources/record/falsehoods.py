"""Famous falsehoods of films: the words that tell them, and what is so."""

from pathlib import Path

from verite import titles
from verite.model import Cited, Statement
from verite.sources.record.file import ID, File, Record

_FALSEHOOD_KEYS = ("title", "also", "year", "said", "unless", "so", "sources", "remark")


def falsehoods(folder: Path, record: Record) -> None:
    """What is told of a film and is not so: the words that tell it, and what is so. Kept under the film's title,
    since most of these films have no record of their own."""
    path = folder / "falsehoods.toml"
    if not path.exists():
        return
    file = File.of(path, record)
    data = file.toml()
    for name, row in data.items():
        file.only(row, _FALSEHOOD_KEYS, name)
        if not ID.match(name):
            file.fault(name, f"id {name!r} must be lower-case ASCII words joined by '-'")
        if missing := {"title", "year", "said", "so", "sources"} - {key for key, value in row.items() if value}:
            file.fault(name, f"{name}: a falsehood needs {', '.join(sorted(missing))}")
            continue
        if not isinstance(row["year"], int):
            file.fault(name, f"{name}: year {row['year']!r} must be a whole number")
            continue
        for form in row["said"]:
            # two words stand in many a sentence that tells something else
            if not isinstance(form, list) or len(form) < 3 or any(word != word.casefold() for word in form):
                file.fault(name, f"{name}: a form is at least three words in lower case, not {form!r}")
            elif any(word.count("(") != word.count(")") for place in form for word in place.split("|")):
                file.fault(name, f"{name}: a group opens or does not close in {form!r}")
        file.cites(row["sources"])
        record.statements.extend(
            Statement(
                subject=f"falsehood:{titles.key(title)}",
                property="falsehood",
                value=row["so"],
                qualifiers={"id": name, "year": row["year"], "said": row["said"], "unless": row.get("unless", [])},
                sources=tuple(
                    Cited(key, "", record.sources[key].seen) for key in row["sources"] if key in record.sources
                ),
                negative=True,
                remark=row.get("remark", ""),
            )
            for title in (row["title"], *row.get("also", ()))
        )
