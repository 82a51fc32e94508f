"""What prose on one film may call by name: its titles, its characters, its people, the nouns used for them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from verite import titles
from verite.catalogue.schema import CREDITS
from verite.clauses import tokens
from verite.clauses.lexicon import lexicon
from verite.model import Statement
from verite.names import family as family_of

Names = Mapping[str, list[str]] | Callable[[str], Iterable[str]]


def credited(said: Iterable[Statement]) -> list[str]:
    """Everybody whose name in the prose speaks for this film: its people, and the authors of its sources."""
    found = []
    for s in said:
        if s.property == "based_on":
            found += [s.qualifiers["by"]] if s.qualifiers.get("by") else []
        elif s.property in CREDITS and not s.negative:
            found.append(s.value)
    return list(dict.fromkeys(found))


def layer(work: str, said: Iterable[Statement], names: Names) -> dict[str, list[list[Any]]]:
    """The names of one film as a gazetteer layer: the film by its titles, its characters, its people by full
    and family name (safe only once the film is known), and the nouns that the record uses for its characters."""
    found: dict[str, list[list[str]]] = {}
    said = tuple(said)

    def add(name: str, type_: str, id_: str) -> None:
        if surface := tokens.surface(name):
            row = found.setdefault(surface, [])
            if [type_, id_] not in row:
                row.append([type_, id_])

    for s in said:
        if s.property == "title" and titles.words(str(s.value)):
            add(str(s.value), "this", work)
        elif s.property == "name":
            for part in (str(s.value), *(p for p in str(s.value).split(" ") if len(p) > 2 and p[0].isupper())):
                add(part, "character", str(s.qualifiers.get("character", "")))
        elif s.property == "descriptor":
            # a film star, but *this film stars N*
            several = () if lexicon().has(str(s.value).partition(" ")[0], "film") else (f"{s.value}s",)
            for noun in (str(s.value), *several):
                if not lexicon().has(noun, "human"):
                    add(noun, "descriptor", str(s.value))
        elif s.property == "based_on" and s.value != "original-screenplay":
            for title in (s.value, *s.qualifiers.get("also", ())):
                if " " in str(title):  # *Sotnikov* is the novella, and the man
                    add(str(title), "work", str(s.value))
    for agent in credited(said):
        for name in names(agent) if callable(names) else names.get(agent, ()):
            if " " in name:
                add(name, "agent", agent)
            for family in dict.fromkeys((name.split(" ")[-1], family_of(name))):
                if len(family) > 3:
                    add(family, "agent", agent)
    return tokens.grouped(found)
