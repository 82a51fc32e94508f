"""A work's or an agent's file, decoded into statements."""

import re
from typing import Any

from verite.model import Cited, Completeness, Statement
from verite.properties import Property, registry
from verite.sources.record import dates
from verite.sources.record.file import ID, File

WORK_PROPERTIES = tuple(
    "form same_as title year director writer composer camera producer editor narrator production_design cast country language duration "
    "colour sound budget gross based_on remake sequel career true_story person set_time set_place set_event filming_place topic camp stage perspective content "
    "event existence".split()
)
AGENT_PROPERTIES = ("name", "same_as", "born", "died", "gender", "activity", "experience", "written", "not_filmed")
_OFFICES = ("director", "writer", "composer", "cast")  # of which a person's films may be declared complete
CHARACTER_PROPERTIES = ("name", "played_by", "descriptor", "story")
_COMMON = ("is", "sources", "not", "basis", "judged_by", "remark", "computed")
_COMPLETE_KEYS = ("of", "as_of", "sources", "remark")


def subject(file: File, data: dict[str, Any], allowed: tuple[str, ...], known: Any) -> None:
    id_ = str(data.get("id", file.path.stem))
    if not ID.match(id_):
        file.fault("id", f"id {id_!r} must be lower-case ASCII words joined by '-'")
    for name, rows in data.items():
        if name == "id":
            continue
        if name == "character":
            for character, properties in rows.items():
                for inner, inner_rows in properties.items():
                    if inner not in CHARACTER_PROPERTIES:
                        file.fault(inner, f"character {character!r}: unknown key {inner!r}", CHARACTER_PROPERTIES)
                        continue
                    _statements(file, id_, inner, inner_rows, known, character)
        elif name == "complete":
            for row in rows:
                file.only(row, _COMPLETE_KEYS, "complete")
                if not row.get("of") or not row.get("as_of"):
                    file.fault(
                        "[[complete]]", "complete needs `of` and `as_of`: what is told to the end, and up to when"
                    )
                cited = tuple(Cited(key) for key in row.get("sources", ()))
                file.cites(row.get("sources", ()))
                for target in row.get("of", ()):
                    if target not in (*allowed, *_OFFICES, "story") and not _told(target, data):
                        file.fault(target, f"complete: {target!r} is no property of this work", (*allowed, "story"))
                    file.record.complete.append(Completeness(id_, target, row.get("as_of", ""), cited))
        elif name not in allowed:
            file.fault(name, f"unknown key {name!r}", (*allowed, "character", "complete", "id"))
        elif name == "form":
            file.record.statements.append(Statement(id_, "form", rows))
            if rows not in registry()["form"].values:
                file.fault(str(rows), f"form {rows!r} is not one of the list", registry()["form"].values)
        else:
            _statements(file, id_, name, rows, known)


def _told(target: str, data: dict[str, Any]) -> bool:
    """`character.x.story`, where x is a character of the work."""
    parts = target.split(".")
    return (
        len(parts) == 3
        and parts[0] == "character"
        and parts[1] in data.get("character", {})
        and parts[2] in CHARACTER_PROPERTIES
    )


def _statements(file: File, subject: str, name: str, rows: Any, known: Any, character: str = "") -> None:
    property_ = registry()[name]
    if not isinstance(rows, list):
        file.fault(name, f"{name} must be a list of statements")
        return
    for row in rows:
        if not isinstance(row, dict) or "is" not in row:
            file.fault(name, f"{name}: a statement needs `is`")
            continue
        values = row["is"] if isinstance(row["is"], list) else [row["is"]]
        qualifiers = {key: value for key, value in row.items() if key not in _COMMON}
        for key, value in qualifiers.items():
            _qualifier(file, property_, key, value, known)
        if character:
            qualifiers["character"] = character
        if not row.get("sources") and not row.get("basis") and not row.get("computed"):
            file.fault(str(values[0]), f"{name} {values[0]!r} has neither sources nor a basis")
        file.cites(row.get("sources", ()))
        for value in values:
            _value(file, property_, value, known)
            path = f"character.{character}.{name}" if character else name
            address = f"{path} {value}"
            cited = tuple(
                Cited(key, *file.record.evidence.get((subject, address, key), ("", "")))
                for key in row.get("sources", ())
            )
            for key, _, seen in cited:
                if not seen and key in file.record.sources:
                    # A gap of record-keeping, not of what is said: somebody's first records should run.
                    file.gap(str(value), f"no line in evidence/{subject}.toml for {address!r} and source {key!r}")
            kept = file.record.computed if row.get("computed") else file.record.statements
            kept.append(
                Statement(
                    subject=subject,
                    property=name if name != "played_by" else "cast",
                    value=value,
                    qualifiers=qualifiers,
                    sources=cited,
                    negative=bool(row.get("not")),
                    basis=tuple(row.get("basis", ())),
                    remark=row.get("remark", ""),
                )
            )


def _qualifier(file: File, property_: Property, key: str, value: Any, known: Any) -> None:
    if key not in property_.qualifiers:
        file.fault(key, f"{property_.name}: unknown qualifier {key!r}", [*property_.qualifiers, *_COMMON])
        return
    expected = property_.qualifiers[key]
    if not isinstance(expected, str):
        if value not in expected:
            file.fault(str(value), f"{property_.name}: {key} {value!r} is not one of the list", expected)
    elif expected in known and value not in known[expected]:
        file.fault(str(value), f"{property_.name}: {key} {value!r} is no known {expected}", known[expected])
    elif expected == "date" and not dates.valid(str(value)):
        file.fault(str(value), f"{property_.name}: {key} {value!r} is not an EDTF date")


def _value(file: File, property_: Property, value: Any, known: Any) -> None:
    kind = property_.type
    if kind == "choice" and value not in property_.values:
        file.fault(str(value), f"{property_.name} {value!r} is not one of the list", property_.values)
    elif kind in known and value not in known[kind]:
        file.fault(str(value), f"{property_.name}: {value!r} is no known {kind}", known[kind])
    elif kind in ("year", "minutes", "number") and not isinstance(value, int):
        file.fault(str(value), f"{property_.name} {value!r} must be a whole number")
    elif kind == "year" and not 1870 <= int(value) <= 2100:
        file.fault(str(value), f"{property_.name} {value!r} is no year of a film")
    elif kind == "date" and not dates.valid(str(value)):
        file.fault(str(value), f"{property_.name} {value!r} is not an EDTF date")
    elif kind == "id" and not re.match(r"^[a-z]+:\S+$", str(value)):
        file.fault(str(value), f"{property_.name} {value!r} needs its name space, as in imdb:tt0000000")
