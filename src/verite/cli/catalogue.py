"""Commands on the catalogue: what it holds, how it is built, where its sources come from."""

import sys
from pathlib import Path
from typing import Any

import click

from verite.cli.chosen import chosen, open_catalogue


@click.group()
def catalogue() -> None:
    """Look at the catalogue that lists are held against."""


@catalogue.command("info")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@chosen
def info(format_: str, catalogue: Path | None) -> None:
    """What the catalogue holds, from which sources, and as of when."""
    from verite.catalogue import folder

    held = open_catalogue(catalogue)
    told = dict(held.meta if held.folder is None else folder.manifest(held.folder))
    if format_ == "json":
        import json

        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    read = told.pop("sources_read", [])
    told["files"] = ", ".join(told.pop("files", [])) or "one file"
    for key, value in sorted(told.items()):
        click.echo(f"{key:>12}  {value}")
    for one in read:
        refutes = f"; may refute: {', '.join(one['may_refute'])}" if one["may_refute"] else ""
        click.echo(
            f"{'source':>12}  {one['key']} (rank {one['rank']}, as of {one['as_of']}, {one['licence']}{refutes})"
        )


@catalogue.command("build")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    required=True,
    help="Catalogue folder. The version in it stays in use until the new one is whole.",
)
@click.option("--no-record", is_flag=True, help="Leave the statements of our own record out.")
@click.option(
    "--report", type=click.Path(path_type=Path), help="Write every conflict found in the sources to this file."
)
def build(sources: tuple[Path, ...], folder: Path, no_record: bool, report: Path | None) -> None:
    """Build a catalogue from files or folders: IMDb's files, Wikidata's, prize tables, any table with a mapping,
    a records folder."""
    _build(list(sources), folder, not no_record, report)


@catalogue.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(path_type=Path))
@click.option(
    "--report", type=click.Path(path_type=Path), help="Write every conflict found in the sources to this file."
)
@chosen
def add(sources: tuple[Path, ...], report: Path | None, catalogue: Path | None) -> None:
    """Build the catalogue anew, with these sources beside those that are in it."""
    from verite.catalogue import folder as folders
    from verite.errors import ConfigError

    version = folders.current(catalogue) if catalogue is not None else None
    if catalogue is None or version is None:
        raise ConfigError("give a catalogue folder with --catalogue: the record shipped with verite is not added to")
    told = folders.manifest(version)
    before = [Path(path) for path in told["given"]]
    _build([*before, *(path for path in sources if path.resolve() not in before)], catalogue, told["own"], report)


@catalogue.command("verify")
@chosen
def verify(catalogue: Path | None) -> None:
    """Hold every file of a catalogue against the checksums in its manifest. Exit code 2 if one is damaged."""
    from verite.catalogue import folder as folders
    from verite.catalogue import versions
    from verite.errors import CatalogueError, ConfigError

    version = folders.current(catalogue) if catalogue is not None else None
    if version is None:
        raise ConfigError("give a catalogue folder with --catalogue: only a built catalogue has checksums")
    if faults := versions.verify(version):
        raise CatalogueError("\n".join(faults))
    click.echo(f"{version}: every file is as it was built")


@catalogue.command("calibrate")
@chosen
def calibrate_(catalogue: Path | None) -> None:
    """Set the linker's weights anew, for the titles that the catalogue holds now. (A build does it by itself.)"""
    from verite.catalogue import folder as folders
    from verite.catalogue import versions
    from verite.errors import ConfigError
    from verite.link.calibrate import calibrate

    version = folders.current(catalogue) if catalogue is not None else None
    if catalogue is None or version is None:
        raise ConfigError("give a catalogue folder with --catalogue: the record shipped with verite is scanned")
    found = calibrate(open_catalogue(catalogue))
    click.echo(
        f"{versions.recalibrated(catalogue, version, found)}: {found or 'a small catalogue is scanned, not calibrated'}"
    )


def _build(paths: list[Path], folder: Path, own: bool, report: Path | None) -> None:
    from verite import articles
    from verite.catalogue import build
    from verite.config import shipped
    from verite.errors import ConfigError
    from verite.link.calibrate import calibrate
    from verite.sources import find
    from verite.sources import record as records

    found = find(paths)
    if len(found.records) > 1:
        raise ConfigError(f"{len(found.records)} records folders: give one ({', '.join(map(str, found.records))})")
    record = records.read(found.records[0] if found.records else shipped("records"))
    own = own or bool(found.records)
    given = [str(path.resolve()) for path in paths]
    sources = [
        part for one in found.opened for part in articles.split(one, found.records[0] if found.records else None)
    ]
    built = build.build(folder, sources, record, own=own, given=given, calibrate=calibrate, progress=_progress)
    _tell(_built(built, found.strange))
    if report is not None:
        report.write_text("".join("\t".join(row) + "\n" for row in built.conflicts), "utf-8")


def _built(built: Any, strange: list[Path]) -> list[str]:
    """What a build made and what it found, for a terminal."""
    lines = []
    for key, count in sorted(built.subjects.items()):
        lines.append(f"{key}: {count:,} subjects")
        lines += [f"    left out, {times:,} times: {why}" for why, times in sorted(built.left_out.get(key, {}).items())]
    lines.append(f"{built.joins:,} joins; {len(built.conflicts):,} conflicts between the sources, none merged")
    lines += [f"    {what}: {one} and {other}: {why}" for what, one, other, why in built.conflicts[:_CONFLICTS_SHOWN]]
    if more := len(built.conflicts) - _CONFLICTS_SHOWN:
        lines += [f"    and {more:,} more: --report FILE writes them all"] if more > 0 else []
    if strange:
        lines.append(
            f"{len(strange)} files in no form that is known, left alone: {', '.join(p.name for p in strange[:8])}"
        )
    meta = built.meta
    lines.append(
        f"{meta['works']:,} works, {meta['statements']:,} statements, {meta['sources']:,} sources: {built.version}"
    )
    return lines


_CONFLICTS_SHOWN = 10


@catalogue.command("show")
@click.argument("title")
@chosen
def show(title: str, catalogue: Path | None) -> None:
    """Everything the catalogue holds on a film, each statement with its sources."""
    from verite import explain as pages

    click.echo(pages.film(title, open_catalogue(catalogue)))


@catalogue.group("pull")
def pull() -> None:
    """Fetch what a catalogue can be built from. The only command that touches the network."""


def _pulling(command: Any) -> Any:
    """The options that every pull has."""
    for option in (
        click.option("--timeout", default=60.0, show_default=True, help="Seconds without a byte before trying again."),
        click.option("--tries", default=6, show_default=True, help="Tries in a row without any gain before giving up."),
        click.option("--contact", default="", help="Sent along: where a server's keeper can write to you."),
        click.option("--yes", is_flag=True, help="The licence is known and accepted."),
        click.option("-o", "--output", "folder", type=click.Path(path_type=Path), required=True,
                     help="Folder to fetch into; what is in it already is kept, and a pull that was cut goes on."),
    ):  # fmt: skip
        command = option(command)
    return command


@pull.command("imdb")
@click.option("--from", "address", metavar="URL", help="Where the files lie; without it, IMDb's own place.")
@_pulling
def pull_imdb(address: str | None, folder: Path, yes: bool, contact: str, tries: int, timeout: float) -> None:
    """IMDb's files (for personal, non-commercial use): titles, other titles, people, ratings."""
    from verite.pull import imdb, net

    patience = net.Patience(tries, timeout, contact=contact)
    _agree(imdb.TERMS, yes)
    _tell(imdb.pull(folder, address or imdb.ADDRESS, patience, _progress))


@pull.command("wikidata")
@click.option("--endpoint", metavar="URL", help="A SPARQL endpoint in Wikidata's model; without it, Wikidata's own.")
@click.option("--films", metavar="QUERY", help="Which films: a pattern or a SELECT that binds ?film. Without it, all.")
@click.option("--topic", metavar="Q...", help="Which films: those with this main subject.")
@click.option("--page", default=100, show_default=True, help="Items a question; fewer if an endpoint runs out of time.")
@_pulling
def pull_wikidata(
    endpoint: str | None,
    films: str | None,
    topic: str | None,
    page: int,
    folder: Path,
    yes: bool,
    contact: str,
    tries: int,
    timeout: float,
) -> None:
    """Films of Wikidata, with their people, places, prizes and sources, from a SPARQL endpoint."""
    import re

    from verite.errors import ConfigError
    from verite.pull import net, wikidata
    from verite.sources.wikidata import queries

    if films and topic:
        raise ConfigError("--films and --topic both say which films: give one of them")
    if topic and not re.fullmatch(r"Q\d+", topic):
        raise ConfigError(f"--topic {topic}: should be the number of an item, as in Q42")
    if page < 1:
        raise ConfigError(f"--page {page}: a page holds at least one item")
    asked = films or (queries.films_about(topic) if topic else queries.all_films())
    patience = net.Patience(tries, timeout, contact=contact)
    _agree(wikidata.TERMS, yes)
    _tell(wikidata.pull(folder, endpoint or wikidata.ENDPOINT, asked, page, patience, _progress))


def _agree(terms: str, yes: bool) -> None:
    from verite.errors import ConfigError

    click.echo(terms, err=True)
    if yes:
        return
    if not sys.stdin.isatty():
        raise ConfigError("the licence above has to be accepted: add --yes to say so in a script")
    if not click.confirm("Fetch under these terms?", err=True):
        raise ConfigError("nothing was fetched")


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{text}", nl=False, err=True)


def _tell(lines: list[str]) -> None:
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    for line in lines:
        click.echo(line)


COMMANDS = (catalogue,)
