"""`python -m verite` is the command line."""

from verite.cli import run

run()
