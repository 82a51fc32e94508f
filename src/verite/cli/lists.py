"""Commands on lists: check them, link them, explain a verdict, publish a guide."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from verite.cli.chosen import chosen, colour, open_catalogue


@click.command()
@click.argument("lists", nargs=-1, required=True, metavar="LIST...")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="Form of the report.")
@click.option(
    "--from",
    "from_",
    metavar="FORMAT",
    help="Form of the list: json, html, csv, table, markdown, text (found by itself).",
)
@click.option("--verbose", "-v", is_flag=True, help="Show what is supported, too.")
@click.option("--fix", "fix", flag_value="safe", help="Apply the corrections that are safe, in place.")
@click.option("--unsafe-fixes", "fix", flag_value="all", help="Apply every correction, in place.")
@click.option("--diff", is_flag=True, help="Print the corrections as a diff; change nothing.")
@click.option(
    "--propose",
    metavar="URL",
    envvar="VERITE_PROPOSE",
    help="A language model's service (chat completions) that may point at claims; it decides none. The prose is sent there.",
)
@click.option(
    "--propose-model",
    metavar="NAME",
    envvar="VERITE_PROPOSE_MODEL",
    default="default",
    show_default=True,
    help="The model that it is asked for.",
)
@click.option(
    "--propose-key", metavar="KEY", envvar="VERITE_PROPOSE_KEY", default="", help="Best left to the environment."
)
@chosen
def check(
    lists: tuple[str, ...],
    format_: str,
    from_: str | None,
    verbose: bool,
    fix: str | None,
    diff: bool,
    propose: str | None,
    propose_model: str,
    propose_key: str,
    catalogue: Path | None,
) -> None:
    """Check film lists ("-" reads standard input).

    Exit code: 0 nothing refuted, 1 something refuted, 2 something could not be read.
    """
    from verite.checking import check_texts, decode, load
    from verite.errors import ReadError
    from verite.model import Report
    from verite.report import exit_code

    held = open_catalogue(catalogue)
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
    if propose:
        from verite.proposer import propose as proposed

        report = proposed(report, propose, propose_model, propose_key)
    if diff or fix:
        _corrections(report, fix, diff)
    elif report.lists or format_ == "json":
        from verite.writers import write

        options = {} if format_ == "json" else {"colour": colour(), "verbose": verbose}
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


@click.command()
@click.argument("list_", metavar="LIST")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@chosen
def link(list_: str, format_: str, catalogue: Path | None) -> None:
    """Say which film each entry of a list is, with candidates and reasons."""
    from verite.checking import check_texts, decode, load
    from verite.writers import json

    text = decode(sys.stdin.buffer.read(), "-") if list_ == "-" else load(Path(list_))
    report = check_texts([(list_, text)], open_catalogue(catalogue))
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
                f"       {candidate.score:.2f}  {work.dated()} [{work.original_title}]: {'; '.join(candidate.reasons)}"
            )
        if not one.candidates:
            click.echo(f"       {'; '.join(one.reasons)}")


@click.command()
@click.argument("code", required=False)
@click.option("--clause", help="Show how a sentence is read: its phrases and frames.")
@chosen
def explain(code: str | None, clause: str | None, catalogue: Path | None) -> None:
    """Explain a code (A101), a kind (award), or how a sentence is read (--clause "...")."""
    from verite import explain as pages
    from verite.errors import ConfigError

    if clause is not None:
        click.echo(pages.clause(clause, open_catalogue(catalogue)))
    elif code is not None:
        click.echo(pages.page(code))
    else:
        raise ConfigError(f'give a code or a kind: {", ".join(pages.known())}; or --clause "a sentence"')


@click.command()
@click.argument("source", metavar="LIST|GUIDE", type=click.Path(path_type=Path))
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path), help="Folder to write.")
@click.option("--single", type=click.Path(path_type=Path), help="One HTML file with all of it.")
@click.option("--pdf", type=click.Path(path_type=Path), help="The print edition (needs Chromium on this machine).")
@chosen
def publish(source: Path, folder: Path | None, single: Path | None, pdf: Path | None, catalogue: Path | None) -> None:
    """Publish a list, or a guide folder, as a static site that opens from disk, as one file, or on paper."""
    from verite.guide import publish as run

    if not (folder or single or pdf):
        raise click.UsageError("name a folder (-o), a file (--single) or a PDF (--pdf) to write")
    held = open_catalogue(catalogue)
    if folder is not None:
        pages = run(source, folder, catalogue=held)
        click.echo(f"{len(pages)} files written. Open {(folder / 'index.html').resolve()} in a browser.")
    if single is not None or pdf is not None:
        from verite.guide import paper, read
        from verite.guide import single as one_file
        from verite.guide.publish import put

        text = one_file.write(read(source, held))
        if single is not None:
            put(single, text.encode())
            click.echo(f"{single} written.")
        if pdf is not None:
            paper.write(text, pdf)
            click.echo(f"{pdf} written.")


@click.command()
@click.argument("source", metavar="LIST|GUIDE", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 takes a free one."
)
@chosen
def serve(source: Path, port: int, catalogue: Path | None) -> None:
    """Show a guide while it is written: on this machine only, new whenever a file of it changes."""
    from verite.config import shipped
    from verite.server import Preview, Server

    records = catalogue or shipped("records")
    preview = Preview(source, lambda: open_catalogue(catalogue), (records,))
    with Server(preview, port) as server, suppress(KeyboardInterrupt):
        preview.refresh()
        if preview.fault:
            click.echo(preview.fault, err=True)
        click.echo(f"{server.url} shows {source}; it follows your edits. Ctrl-C ends it.")
        server.watch()
        server.serve_forever()


COMMANDS = (check, link, explain, publish, serve)
