"""Commands on the record."""

import sys
from pathlib import Path

import click


@click.group()
def record() -> None:
    """Keep the record: sourced statements in plain text."""


@record.command("check")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--all", "everything", is_flag=True, help="Also list the statements that rest on one source of rank 4.")
def record_check(folder: Path | None, everything: bool) -> None:
    """Decode a records folder strictly and hold it against itself; every fault with file and line. Exit code 2 if
    there is one. Notes (sources that are not used, agents who may be one person) stop nobody."""
    from verite.config import shipped
    from verite.errors import ConfigError
    from verite.sources.record import inspect
    from verite.sources.record.notes import notes, weak

    folder = folder or shipped("records")
    if not folder.is_dir():
        raise ConfigError(f"{folder}: no such folder")
    found = inspect(folder)
    for problem in (*found.problems, *found.gaps):
        click.echo(problem, err=True)
    noted, thin = list(notes(folder, found)), list(weak(folder, found))
    for note in (*noted, *(thin if everything else ())):
        click.echo(f"note: {note}")
    works = len({s.subject for s in found.statements if s.property == "title"})
    faults = len(found.problems) + len(found.gaps)
    click.echo(
        f"{works} works, {len(found.statements)} statements, {len(found.sources)} sources, {faults} faults, {len(noted)} notes; "
        f"{len(thin)} statements rest on one source of rank 4"
        + ("" if everything or not thin else " (--all lists them)")
    )
    sys.exit(2 if faults else 0)


COMMANDS = (record,)
