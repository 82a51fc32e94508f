"""One file of a record being decoded: its faults, each with the line on which the offending word stands."""

import re
import tomllib
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from verite.model import Completeness, Source, Statement
from verite.sources import history

ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


@dataclass
class Record:
    """A records folder, decoded."""

    statements: list[Statement] = field(default_factory=list)
    computed: list[Statement] = field(default_factory=list)  # by a rule or by us (a transliteration): never counts
    complete: list[Completeness] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    events: dict[str, dict[str, Any]] = field(default_factory=dict)
    states: dict[str, dict[str, Any]] = field(default_factory=dict)
    camps: dict[str, history.Camp] = field(default_factory=dict)
    prisoners: list[history.Count] = field(default_factory=list)
    glossary: dict[str, history.Term] = field(default_factory=dict)
    prizes: list[tuple[str, dict[str, str]]] = field(default_factory=list)  # file and line, row
    evidence: dict[tuple[str, str, str], tuple[str, str]] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)  # keys of the sources that anything rests on
    problems: list[str] = field(default_factory=list)  # what makes the record unusable
    gaps: list[str] = field(default_factory=list)  # what is not kept as it should be, but stops nobody's check


@dataclass
class File:
    """One file being decoded. What it finds wrong it adds to the record."""

    path: Path
    text: str
    record: Record

    @classmethod
    def of(cls, path: Path, record: Record) -> "File":
        """The file at `path`; one that is not there, or is no text, is empty."""
        try:
            return cls(path, path.read_text("utf-8") if path.exists() else "", record)
        except UnicodeDecodeError as error:
            record.problems.append(f"{path}: not valid TOML: {error}")
            return cls(path, "", record)

    def toml(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            self.record.problems.append(f"{self.path}: not valid TOML: {error}")
            return {}

    def line(self, word: str, after: str = "") -> int:
        """The line on which a word first stands; with `after`, first after that."""
        start = max(self.text.find(after), 0) if after else 0
        at = self.text.find(word, start) if word else -1
        at += word.startswith("\n")  # a word at the start of a line
        return self.text.count("\n", 0, at) + 1 if at >= 0 else 1

    def gap(self, word: str, message: str) -> None:
        self.record.gaps.append(f"{self.path}:{self.line(word)}: {message}")

    def fault(self, word: str, message: str, known: Any = ()) -> None:
        near = get_close_matches(word, list(known), 1, 0.6)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        self.record.problems.append(f"{self.path}:{self.line(word)}: {message}{hint}")

    def only(self, row: dict[str, Any], allowed: tuple[str, ...], what: str) -> None:
        """Fault every key of a table that is not one of these."""
        for key in row:
            if key not in allowed:
                self.fault(key, f"{what}: unknown key {key!r}", allowed)

    def cites(self, keys: Any) -> None:
        """Fault every key that is no source."""
        for key in keys:
            self.record.cited.add(key)
            if key not in self.record.sources:
                self.fault(key, f"source {key!r} is not in sources.toml", self.record.sources)


def split(cell: str | None) -> list[str]:
    """The values of a cell of a CSV file."""
    return [part.strip() for part in (cell or "").split("|") if part.strip()]
