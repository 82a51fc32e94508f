"""Imports point down: the map in `verite/__init__.py`, held by reading the imports."""

import ast
from itertools import takewhile
from pathlib import Path

import pytest

import verite

PACKAGE = Path(verite.__file__).parent
LAYERS = (
    ("model", "errors", "config", "properties"),
    ("text", "titles", "names", "english", "languages"),
    ("clauses",),
    ("sources", "catalogue"),
    ("judge", "reading", "people", "part_names", "prized", "kin"),
    ("prizes", "amounts", "ages", "sightings", "noticed", "casting", "deeds", "origins", "lengths", "adaptations"),
    ("claims", "link", "readers"),
    ("coverage", "say", "checking", "report", "articles"),
    ("writers", "fixes", "explain", "curation", "engines", "pull", "proposer"),
    ("guide",),
    ("cli", "server", "__main__"),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
# Rooms whose files are all of one kind: they may share what is named here, never one another.
SHARED = {
    "claims": {"kind"},
    "readers": {"lines", "marks", "openings", "pattern", "running", "cells", "room"},
    "writers": set[str](),
    "sources": {"source", "lock", "files", "ordered", "rows", "states", "conversions", "mapping", "history"},
}
FILES = sorted(PACKAGE.rglob("*.py"))


def module(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> list[str]:
    """The modules of ours that a file imports, wherever in it, type checking aside."""
    found = []
    for node in ast.walk(_without_type_checking(ast.parse(path.read_text("utf-8")))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            assert node.level == 0, f"{path}: relative import"
            for alias in node.names:
                inner = PACKAGE.parent / Path(*base.split("."), f"{alias.name}.py")
                is_module = base.startswith("verite") and (inner.exists() or inner.with_suffix("").is_dir())
                found.append(f"{base}.{alias.name}" if is_module else base)
    return [name for name in found if name.split(".")[0] == "verite"]


class _Trim(ast.NodeTransformer):
    def visit_If(self, node: ast.If) -> ast.AST | None:
        return None if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING" else self.generic_visit(node)


def _without_type_checking(tree: ast.AST) -> ast.AST:
    trimmed: ast.AST = _Trim().visit(tree)
    return trimmed


def room(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else ""


@pytest.mark.parametrize("path", FILES, ids=lambda p: module(p))
def test_a_module_imports_only_what_lies_below(path: Path) -> None:
    name = module(path)
    here = room(name)
    if not here:
        return  # the public face looks at everything, when asked
    assert here in LEVEL, f"{name} has no place in the map"
    for other in imports(path):
        there = room(other)
        if there and there != here:
            assert LEVEL[there] <= LEVEL[here], f"{name} imports {other}, which lies above it"


def test_no_two_rooms_import_each_other() -> None:
    edges = {(room(module(path)), room(other)) for path in FILES for other in imports(path)}
    loops = {(a, b) for a, b in edges if a != b and (b, a) in edges and a and b}
    assert loops == set()


@pytest.mark.parametrize("folder", SHARED)
def test_siblings_do_not_import_each_other(folder: str) -> None:
    for path in (PACKAGE / folder).glob("*.py"):
        if path.stem == "__init__":
            continue
        siblings = {other.split(".")[2] for other in imports(path) if room(other) == folder and other.count(".") > 1}
        assert siblings - {path.stem} <= SHARED[folder], f"{folder}/{path.name} imports {siblings}"


def test_only_the_edges_touch_the_disk() -> None:
    calls = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
    rooms = {
        room(module(path))
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and (getattr(node.func, "attr", "") in calls - {"open"} or getattr(node.func, "id", "") == "open")
    }
    assert rooms <= {
        "cli",
        "server",
        "config",
        "languages",
        "properties",
        "catalogue",
        "sources",
        "checking",
        "fixes",
        "clauses",
        "guide",
        "curation",
        "engines",
        "pull",
    }


def test_one_module_goes_to_the_network_and_one_listens() -> None:
    network = {"urllib.request", "http.client", "http.server", "socket", "ssl", "ftplib", "socketserver", "asyncio"}
    found = {
        module(path)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        if name in network
    }
    # The server only listens, and only to this machine (test_server); the proposer asks the service that a command names.
    assert found == {"verite.pull.net", "verite.server", "verite.proposer"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: module(p))
def test_a_module_says_what_it_is_in_its_first_line(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert docstring is not None and len("".join(takewhile(lambda c: c != "\n", docstring))) > 10


def test_the_map_names_every_room() -> None:
    rooms = {room(module(path)) for path in FILES} - {"", "__main__"}
    missing = {name for name in rooms if name not in (verite.__doc__ or "")}
    assert missing == set()
