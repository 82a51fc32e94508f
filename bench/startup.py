"""How long a command takes, from the shell's point of view.

Whole processes, started in turn so that a busy machine slows all of them alike; the median of 25. A time says
more about the machine than about the code, so each is also given as a ratio to `python -c "import json"` in the
same environment. The catalogue is cached by a first run, which is timed by itself.

Beside it stands proselint, the linter of prose nearest to us, on the same file, in an environment of its own
that is made for this run. It looks nothing up, so it is a yardstick of what users are used to, not a rival.

    python bench/startup.py [LIST] [--without-proselint]
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROUNDS = 25
LIST = Path(__file__).parent.parent / "examples/ten-gulag-films.txt"


def main() -> None:
    arguments = argparse.ArgumentParser(description="Time from the command to the report.")
    arguments.add_argument("list", nargs="?", default=str(LIST))
    arguments.add_argument("--without-proselint", action="store_true")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        verite = str(Path(sys.executable).parent / "verite")
        environment = {**os.environ, "VERITE_CACHE": scratch}
        commands = {
            'python -c "import json"': [sys.executable, "-c", "import json"],
            "verite --version": [verite, "--version"],
            "verite check": [verite, "check", chosen.list],
            "verite check --format json": [verite, "check", chosen.list, "--format", "json"],
        }
        first = timed(commands["verite check"], environment)
        if not chosen.without_proselint and (proselint := installed("proselint", Path(scratch))):
            commands["proselint check"] = [proselint, "check", chosen.list]
        show(measured(commands, environment), first)


def measured(commands: dict[str, list[str]], environment: dict[str, str]) -> dict[str, list[float]]:
    """The seconds of every round of every command; an untimed round comes first."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for round_ in range(ROUNDS + 1):
        for name, command in commands.items():
            seconds = timed(command, environment)
            if round_:
                times[name].append(seconds)
    return times


def timed(command: list[str], environment: dict[str, str]) -> float:
    begin = time.perf_counter()
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    seconds = time.perf_counter() - begin
    if done.returncode not in (0, 1):  # both linters exit with 1 when they find something
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr.decode()}")
    return seconds


def installed(package: str, scratch: Path) -> str | None:
    """The command of a package in an environment of its own; nothing, saying so, if it cannot be had."""
    venv.create(scratch / package, with_pip=True)
    folder = scratch / package / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(folder / "python"), "-m", "pip", "install", "--quiet", package]
    if subprocess.run(pip, capture_output=True, check=False).returncode:
        print(f"{package} cannot be installed here: left out", file=sys.stderr)
        return None
    return str(folder / package)


def show(times: dict[str, list[float]], first: float) -> None:
    unit = statistics.median(next(iter(times.values())))
    print(f"Python {sys.version.split()[0]}, {ROUNDS} rounds in turn, whole processes\n")
    print(f"{'command':<28} {'median ms':>9} {'least ms':>9} {'ratio':>6}")
    for name, seconds in times.items():
        median = statistics.median(seconds)
        print(f"{name:<28} {1000 * median:>9.0f} {1000 * min(seconds):>9.0f} {median / unit:>6.1f}")
    print(f"{'verite check, first run':<28} {1000 * first:>9.0f} {'':>9} {first / unit:>6.1f}   (builds the catalogue)")


if __name__ == "__main__":
    main()
