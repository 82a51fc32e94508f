"""Catalogues for the benchmark, built as a user builds them: `verite catalogue build` over files in IMDb's layout."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import films
from films import Film

VERITE = str(Path(sys.executable).with_name("verite"))


class Built(NamedTuple):
    folder: Path
    names: int
    seconds: float  # of the whole command
    cpu: float  # seconds of processor time in it
    megabytes: float  # on disk
    peak: float  # megabytes of memory


def built(work: Path, label: str, kept: Iterable[Film]) -> Built:
    files, folder = work / f"{label}-files", work / label
    shutil.rmtree(folder, ignore_errors=True)
    names = films.write(list(kept), files)
    start = time.perf_counter()
    process = subprocess.Popen(
        [VERITE, "catalogue", "build", str(files), "-o", str(folder), "--no-record"], stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"verite catalogue build failed over {files}")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
    shutil.rmtree(files)
    return Built(folder, names, seconds, used.ru_utime + used.ru_stime, size, used.ru_maxrss / 1024)
