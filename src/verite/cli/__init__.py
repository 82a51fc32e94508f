"""The command line: every command reads its arguments, calls one public function, hands to a writer.

lists      check, link, explain, publish, serve
catalogue  info, show, build, add, verify, calibrate, pull
record     check
curate     curate
"""

import gc
import os
import sys
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


def _register() -> None:
    from verite.cli import catalogue, curate, lists, record

    for module in (lists, curate, catalogue, record):
        for command in module.COMMANDS:
            main.add_command(command)


_register()
