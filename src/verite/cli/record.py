"""Commands on the record."""

import sys
from pathlib import Path

import click


@click.group()
def record() -> None:
    """Keep the record: sourced statements in plain text."""


@record.command("check")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def record_check(folder: Path | None) -> None:
    """Decode a records folder strictly; every fault with file and line. Exit code 2 if there is one."""
    from verite.config import shipped
    from verite.errors import ConfigError
    from verite.sources.record import inspect

    folder = folder or shipped("records")
    if not folder.is_dir():
        raise ConfigError(f"{folder}: no such folder")
    found = inspect(folder)
    for problem in (*found.problems, *found.gaps):
        click.echo(problem, err=True)
    works = len({s.subject for s in found.statements if s.property == "title"})
    faults = len(found.problems) + len(found.gaps)
    click.echo(f"{works} works, {len(found.statements)} statements, {len(found.sources)} sources, {faults} faults")
    sys.exit(2 if faults else 0)


COMMANDS = (record,)
