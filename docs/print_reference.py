"""The reference pages that are printed from the code: kinds, command line, properties, sources.

Run without an argument it writes them; with `--check` it exits with 1, naming them, if any is stale.
"""

import importlib
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import click

from verite.claims import KINDS
from verite.claims.kind import Kind
from verite.cli import main as command_line
from verite.properties import Property, registry
from verite.sources import READERS, academy, events
from verite.sources.conversions import CONVERSIONS, SPECIAL
from verite.sources.mapping import SAY_KEYS, SOURCE_KEYS, TABLE_KEYS, Mapped
from verite.sources.table import shipped

FOLDER = Path(__file__).parent / "reference"
_WIDTH = 88
_PRINTED = "<!-- Printed from the code by docs/print_reference.py: change the code, then run `make docs`. -->"


def pages() -> dict[str, str]:
    """File name -> text, of every printed page."""
    written = {"kinds.md": _kinds(), "cli.md": _cli(), "properties.md": _properties(), "sources.md": _sources()}
    return {name: f"{_PRINTED}\n\n" + "\n".join(lines).rstrip() + "\n" for name, lines in written.items()}


def _kinds() -> Iterator[str]:
    yield from ("# Kinds of claim", "")
    yield "Each is one file in `src/verite/claims/`; `verite explain KIND` prints its page in the terminal."
    yield "The examples are of an invented film, whose record is `src/verite/claims/given.toml`."
    for kind in KINDS:
        codes = [p for p in registry().values() if p.kind == kind.name]
        yield from ("", f"## {kind.name}", "")
        yield from (f"`{p.code}`: property `{p.name}`; severity of a refutation: {p.severity}." for p in codes)
        yield from ("", *_sentences(inspect.getdoc(importlib.import_module(f"verite.claims.{kind.name}")) or ""))
        yield from _examples(kind)


def _examples(kind: Kind) -> Iterator[str]:
    shown = {prose: status for prose, status in kind.examples.items() if prose}
    if shown:
        yield from ("", "| prose | status |", "| --- | --- |")
        yield from (f"| {_cell(prose)} | {status or 'not this kind'} |" for prose, status in shown.items())


def _cli() -> Iterator[str]:
    yield from ("# Command line", "", "What `--help` prints.")
    yield from _commands(command_line, _context(command_line, "verite"))


def _commands(command: click.Command, context: click.Context) -> Iterator[str]:
    yield from ("", f"## {context.command_path}", "", "```text", *command.get_help(context).splitlines(), "```")
    if isinstance(command, click.Group):
        for name, inner in sorted(command.commands.items()):
            yield from _commands(inner, _context(inner, name, context))


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return command.make_context(name, [], parent, resilient_parsing=True, terminal_width=_WIDTH)


def _properties() -> Iterator[str]:
    yield from ("# Properties", "", "From the registry, `src/verite/properties.toml`, which says of itself:")
    yield from ("", "```text")
    for line in files("verite").joinpath("properties.toml").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            break
        yield line.removeprefix("#").removeprefix(" ")
    yield from ("```", "", "| property | type | world | code | kind | severity |", f"|{' --- |' * 6}")
    for property_ in registry().values():
        judged = (property_.code, property_.kind, property_.severity) if property_.code else ("", "", "")
        yield f"| {' | '.join((f'`{property_.name}`', property_.type, property_.world, *judged))} |"
    for property_ in registry().values():
        if about := list(_about(property_)):
            yield from ("", f"## {property_.name}", "", *about)


def _about(property_: Property) -> Iterator[str]:
    if property_.values:
        yield f"- values: {', '.join(property_.values)}"
    qualifiers: Mapping[str, str | list[str]] = property_.qualifiers or {}
    for name, expected in qualifiers.items():
        yield f"- qualifier `{name}`: {expected if isinstance(expected, str) else 'one of ' + ', '.join(expected)}"
    if property_.excludes:
        yield f"- exclude each other: {'; '.join(' and '.join(pair) for pair in property_.excludes)}"
    if property_.tolerance:
        yield f"- never refuted within {property_.tolerance}"


_SPECIAL = {
    "state": "the code of a state as it was in the year of the film: *Russia* of 1984 is the Soviet Union",
    "title-year": "*Title, The (Other title) (Year)* taken apart: the title, other titles, the year",
    "titles": "*Title, The/Other title* taken apart, unless each is a word (*Frost/Nixon*)",
}


def _sources() -> Iterator[str]:
    yield from (
        "# Sources",
        "",
        "What `verite catalogue build` reads, in the order in which a path is offered to them.",
    )
    yield from ("", "| source | what |", "| --- | --- |", *(f"| `{r.name}` | {_cell(r.says)} |" for r in READERS))
    yield from ("", "A folder may hold several; a records folder is a source, too.")
    yield from ("", "## Prize tables")
    for table in (academy, events):
        yield from ("", f"### {table.SOURCE.key}", "", *_sentences(inspect.getdoc(table) or ""))
        yield from ("", f"Rank {table.SOURCE.rank}, family {table.SOURCE.family}; {table.SOURCE.licence}.")
    yield from ("", "| prize | winners complete since | why |", "| --- | --- | --- |")
    yield from (f"| `{prize}` | {since} | {_cell(why)} |" for prize, since, why in events.countable())
    yield from ("", "## Mappings", "")
    yield "A mapping says how the columns of a table become statements ([how to write one](../how-to/use-your-own-table.md))."
    yield "Any key that is not listed here is refused, with file, line and the nearest right word."
    for title, keys in (("[source]", SOURCE_KEYS), ("[[table]]", TABLE_KEYS), ("[table.say]", SAY_KEYS)):
        yield from ("", f"### `{title}`", "", "| key | meaning |", "| --- | --- |")
        yield from (f"| `{key}` | {_cell(says)} |" for key, says in keys.items())
    yield from ("", "### Conversions", "", "| `as` | gives |", "| --- | --- |")
    for name in (*CONVERSIONS, *SPECIAL):
        says = _SPECIAL.get(name) or (inspect.getdoc(CONVERSIONS[name]) or _PLAIN[name]).split(">>>")[0]
        yield f"| `{name}` | {_cell(says).rstrip('.') or _PLAIN[name]} |"
    yield from ("", "## Tables that verite knows", "", "Each has its mapping in `src/verite/sources/mappings/`.")
    for mapped in shipped():
        yield from _mapped(mapped)


_PLAIN = {
    "text": "the text, its blanks put in order",
    "lower": "the text in small letters",
    "decimal": "a number with a fraction",
    "minutes": "whole minutes, from *2h 15m*, *90 min*, *135.0*",
    "wikidata": "a Wikidata id, from an address or by itself",
}


def _mapped(mapped: Mapped) -> Iterator[str]:
    of = mapped.source
    yield from ("", f"### {of.key}", "", f"{of.citation}.")
    copied = f", copies from {', '.join(of.derives_from)}" if of.derives_from else ""
    yield f"Rank {of.rank}: {mapped.why}."
    yield f"Family {of.family}{copied}; as of {mapped.as_of}; {of.licence or 'no licence stated'}."
    yield from ("", "| file | known by | says |", "| --- | --- | --- |")
    for table in mapped.tables:
        said = ", ".join(dict.fromkeys(say.property for say in table.says))
        yield f"| `{_cell(table.file)}` | {_cell(', '.join(table.columns))} | {said} |"
    for name, why in ((name, why) for table in mapped.tables for name, why in table.complete.items()):
        yield from ("", f"May refute by `{name}`: {why}.")


def _sentences(text: str) -> Iterator[str]:
    """Paragraphs with one sentence a line, as all our Markdown."""
    for i, paragraph in enumerate(text.split("\n\n")):
        if i:
            yield ""
        yield from re.split(r"(?<=[.!?]) (?=[A-Z*])", " ".join(paragraph.split()))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> int:
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit(__doc__)
    stale = {name: text for name, text in pages().items() if not _is(FOLDER / name, text)}
    for name, text in stale.items():
        if check:
            print(f"docs/reference/{name} is stale: run `make docs`", file=sys.stderr)
        else:
            (FOLDER / name).write_text(text, "utf-8")
            print(f"docs/reference/{name}")
    return int(check and bool(stale))


def _is(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
