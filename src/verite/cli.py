"""The command line: every command reads its arguments, calls one public function, hands to a writer."""

import gc
import os
import sys
from pathlib import Path
from typing import Any

import click

from verite import __version__
from verite.errors import VeriteError


class _Commands(click.Group):
    """Shows our errors as messages, and exits with 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except VeriteError as error:
            click.echo(f"verite: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            # The reader of our output went away (`verite check ... | head`).
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


_catalogue = click.option(
    "--catalogue", "-c", type=click.Path(path_type=Path), envvar="VERITE_CATALOGUE",
    help="A records folder or catalogue file; without it, the record shipped with verite.",
)  # fmt: skip


def run() -> None:
    """The program: as `main`, and quick at both ends.

    A short run makes no garbage worth looking for (a tenth of its time), and taking the interpreter
    down piece by piece takes as long again; the files are closed and the output is flushed by then.
    """
    gc.set_threshold(100_000)
    code = 0
    try:
        main(prog_name="verite")
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else int(done.code is not None)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="verite")
def main() -> None:
    """Film lists you can trust: check what a list says of each film against sourced statements."""


def _open(path: Path | None) -> Any:
    from verite.catalogue.open import open_record

    return open_record(path)


def _colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


@main.command()
@click.argument("lists", nargs=-1, required=True, metavar="LIST...")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="Form of the report.")
@click.option("--from", "from_", metavar="FORMAT", help="Form of the list: text, markdown (found by itself).")
@click.option("--verbose", "-v", is_flag=True, help="Show what is supported, too.")
@click.option("--fix", "fix", flag_value="safe", help="Apply the corrections that are safe, in place.")
@click.option("--unsafe-fixes", "fix", flag_value="all", help="Apply every correction, in place.")
@click.option("--diff", is_flag=True, help="Print the corrections as a diff; change nothing.")
@_catalogue
def check(
    lists: tuple[str, ...],
    format_: str,
    from_: str | None,
    verbose: bool,
    fix: str | None,
    diff: bool,
    catalogue: Path | None,
) -> None:
    """Check film lists ("-" reads standard input).

    Exit code: 0 nothing refuted, 1 something refuted, 2 something could not be read.
    """
    from verite.checking import check_texts, decode, load
    from verite.errors import ReadError
    from verite.model import Report
    from verite.report import exit_code

    held = _open(catalogue)
    reports, failed = [], False
    for path in lists:
        try:
            text = decode(sys.stdin.buffer.read(), "-") if path == "-" else load(Path(path))
            reports.append(check_texts([(path, text)], held, from_))
        except ReadError as error:
            click.echo(f"verite: {error}", err=True)
            failed = True
    report = Report(
        tuple(one for r in reports for one in r.lists), held.meta, {k: s for r in reports for k, s in r.sources.items()}
    )
    if diff or fix:
        _corrections(report, fix, diff)
    elif report.lists or format_ == "json":
        from verite.writers import write

        options = {} if format_ == "json" else {"colour": _colour(), "verbose": verbose}
        click.echo(write(report, format_, **options), nl=False)
    sys.exit(2 if failed else exit_code(report))


def _corrections(report: Any, how: str | None, diff: bool) -> None:
    from verite import fixes

    for one in report.lists:
        changed = fixes.apply(one, unsafe=how == "all" or (diff and how is None))
        if diff:
            click.echo(fixes.diff(one, changed), nl=False)
        elif one.list.path == "-":
            click.echo(changed, nl=False)
        elif changed != one.list.text:
            fixes.write(Path(one.list.path), changed)
            click.echo(f"{one.list.path}: corrected", err=True)


@main.command()
@click.argument("list_", metavar="LIST")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@_catalogue
def link(list_: str, format_: str, catalogue: Path | None) -> None:
    """Say which film each entry of a list is, with candidates and reasons."""
    from verite.checking import check_texts, decode, load
    from verite.writers import json

    text = decode(sys.stdin.buffer.read(), "-") if list_ == "-" else load(Path(list_))
    report = check_texts([(list_, text)], _open(catalogue))
    if format_ == "json":
        import json as plain_json

        entries = json.plain(report)["lists"][0]["entries"]
        click.echo(plain_json.dumps({"schema": "verite-link/1", "entries": entries}, ensure_ascii=False, indent=1))
        return
    for one in report.lists[0].links:
        year = f" ({one.entry.year})" if one.entry.year else ""
        click.echo(f"{one.entry.index:>3}. {one.entry.title}{year}: {one.status}")
        shown = [one.candidates[0]] if one.work and one.candidates else list(one.candidates)
        for candidate in shown:
            work = candidate.work
            click.echo(
                f"       {candidate.score:.2f}  {work.title} ({work.year}) [{work.original_title}]: {'; '.join(candidate.reasons)}"
            )
        if not one.candidates:
            click.echo(f"       {'; '.join(one.reasons)}")


@main.command()
@click.argument("code", required=False)
@click.option("--clause", help="Show how a sentence is read: its phrases and frames.")
@_catalogue
def explain(code: str | None, clause: str | None, catalogue: Path | None) -> None:
    """Explain a code (A101), a kind (award), or how a sentence is read (--clause "...")."""
    from verite import explain as pages
    from verite.errors import ConfigError

    if clause is not None:
        click.echo(pages.clause(clause, _open(catalogue)))
    elif code is not None:
        click.echo(pages.page(code))
    else:
        raise ConfigError(f'give a code or a kind: {", ".join(pages.known())}; or --clause "a sentence"')


@main.command()
@click.argument("source", metavar="LIST|GUIDE", type=click.Path(path_type=Path))
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path), required=True, help="Folder to write.")
@_catalogue
def publish(source: Path, folder: Path, catalogue: Path | None) -> None:
    """Publish a list, or a guide folder, as a static site that opens from disk."""
    from verite.guide import publish as run

    pages = run(source, folder, catalogue=_open(catalogue))
    click.echo(f"{len(pages)} files written. Open {(folder / 'index.html').resolve()} in a browser.")


@main.group()
def catalogue() -> None:
    """Look at the catalogue that lists are held against."""


@catalogue.command("info")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@_catalogue
def info(format_: str, catalogue: Path | None) -> None:
    """What the catalogue holds, and as of when."""
    meta = _open(catalogue).meta
    if format_ == "json":
        import json

        click.echo(json.dumps(meta, indent=1))
    else:
        for key, value in sorted(meta.items()):
            click.echo(f"{key:>12}  {value}")


@catalogue.command("show")
@click.argument("title")
@_catalogue
def show(title: str, catalogue: Path | None) -> None:
    """Everything the catalogue holds on a film, each statement with its sources."""
    from verite import explain as pages

    click.echo(pages.film(title, _open(catalogue)))


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


@main.group()
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
