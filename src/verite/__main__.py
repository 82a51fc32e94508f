"""`python -m verite` is the command line."""

from verite.cli import main

main(prog_name="verite")
