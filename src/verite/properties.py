"""The registry of properties, read from `properties.toml`: the one place that says what each may hold."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple


class Property(NamedTuple):
    name: str
    type: str
    world: str
    values: tuple[str, ...] = ()
    qualifiers: Any = ()  # name -> type, or the closed list of values
    excludes: tuple[tuple[str, str], ...] = ()
    tolerance: int = 0
    code: str = ""
    kind: str = ""
    severity: str = "warning"

    def exclude(self, one: str, other: str) -> bool:
        """Whether two values cannot both be so."""
        return (one, other) in self.excludes or (other, one) in self.excludes


def decode(table: dict[str, dict[str, Any]]) -> dict[str, Property]:
    """The registry from its plain form (TOML tables, or the copy that a catalogue carries)."""
    return {
        name: Property(
            name=name,
            **{  # type: ignore[arg-type]  # TOML values; the registry is checked by its tests
                key: tuple(tuple(v) if isinstance(v, list) else v for v in value) if isinstance(value, list) else value
                for key, value in row.items()
            },
        )
        for name, row in table.items()
    }


def plain() -> dict[str, dict[str, Any]]:
    """The registry as tables, as it stands in the file."""
    import tomllib  # a catalogue carries a compiled copy: reading the file is for builds, docs and tests

    return tomllib.loads(Path(__file__).with_name("properties.toml").read_text("utf-8"))


@cache
def registry() -> dict[str, Property]:
    return decode(plain())
