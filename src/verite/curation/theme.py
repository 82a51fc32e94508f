"""A theme: what qualifies a film for a list, in terms of properties. One TOML file each, in `themes/`.

    title     how sentences name it: "the Gulag"
    heading   the heading of a list on it
    rule      in words, which films belong
    bearing   the properties (or property=value) that tell most of the theme, the most telling first
    [[qualifies]]   a film qualifies by any of these; `weight` says how much each bears on the theme
    [[needs]]       and must meet one of these, if there are any
    [[excludes]]    and none of these

A condition names properties with the value or values that meet it ("*": any), and may narrow `camp` with `of` (whose
camps; "" where a statement says nothing). Properties of characters must be met by one and the same. A place is met by what lies in it, a time by what overlaps it. `director.gender` and
`based_on.by` look one step further: at the agent, and at the qualifier.
"""

import tomllib
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from verite.config import shipped
from verite.errors import ConfigError
from verite.properties import registry

_KEYS = ("title", "heading", "rule", "bearing", "qualifies", "needs", "excludes")
_FURTHER = ("director.gender", "based_on.by")


class Condition(NamedTuple):
    """What meets it: for each property its values (any of them); all the properties together."""

    properties: tuple[tuple[str, tuple[str, ...]], ...]
    of: tuple[str, ...] = ()  # empty: whatever the qualifier says
    weight: float = 1.0


class Theme(NamedTuple):
    name: str
    title: str
    heading: str
    rule: str
    bearing: tuple[str, ...]
    qualifies: tuple[Condition, ...]
    needs: tuple[Condition, ...] = ()
    excludes: tuple[Condition, ...] = ()


def known() -> list[str]:
    """The names of the shipped themes."""
    return sorted(path.stem for path in shipped("themes").glob("*.toml"))


def read(path: Path) -> Theme:
    """The theme in a file. Raises `ConfigError` with every fault of it."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: no theme can be read from it: {error}") from error
    if faults := list(_faults(data)):
        raise ConfigError("\n".join(f"{path}: {fault}" for fault in faults))
    title, heading, rule = (" ".join(str(data[key]).split()) for key in ("title", "heading", "rule"))
    qualifies, needs, excludes = (
        tuple(map(_condition, data.get(key, ()))) for key in ("qualifies", "needs", "excludes")
    )
    return Theme(path.stem, title, heading, rule, tuple(data.get("bearing", ())), qualifies, needs, excludes)


def _faults(data: dict[str, Any]) -> Iterator[str]:
    for key in data:
        if key not in _KEYS:
            yield f"unknown key {key!r}{_near(key, _KEYS)}"
    for key in ("title", "heading", "rule"):
        if not isinstance(data.get(key), str) or not data[key].strip():
            yield f"a theme needs a {key}"
    if not data.get("qualifies"):
        yield "a theme needs [[qualifies]], at least one"
    for key in ("qualifies", "needs", "excludes"):
        for row in data.get(key, ()):
            yield from (f"{key}: {fault}" for fault in _condition_faults(row))
    for one in data.get("bearing", ()):
        property_ = str(one).partition("=")[0]
        if property_ not in registry():
            yield f"bearing: unknown property {property_!r}{_near(property_, registry())}"


def _condition_faults(row: dict[str, Any]) -> Iterator[str]:
    properties = [key for key in row if key not in ("of", "weight")]
    if not properties:
        yield "a condition needs a property"
    for name in properties:
        if name not in _FURTHER and name not in registry():
            yield f"unknown property {name!r}{_near(name, [*registry(), *_FURTHER])}"
            continue
        of = registry().get(name)
        for value in _values(row[name]):
            if of is not None and of.type == "choice" and value not in (*of.values, "*"):
                yield f"{name}: {value!r} is no value of it{_near(value, of.values)}"
    if not isinstance(row.get("weight", 1), int | float):
        yield "weight must be a number"


def _condition(row: dict[str, Any]) -> Condition:
    properties = tuple((key, _values(value)) for key, value in row.items() if key not in ("of", "weight"))
    return Condition(properties, _values(row.get("of", ())), float(row.get("weight", 1)))


def _values(given: Any) -> tuple[str, ...]:
    return tuple(map(str, given)) if isinstance(given, list | tuple) else (str(given),)


def _near(word: str, words: Iterable[str]) -> str:
    near = get_close_matches(word, list(words), 1)
    return f"; did you mean {near[0]!r}?" if near else ""
