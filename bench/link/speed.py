"""How quick the linker is, beside others that take turns with it, and alone."""

import json
import os
import random
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import scoring
from films import Film
from queries import Query

from verite import titles
from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.link import link
from verite.model import Entry

PACKAGES = ("rapidfuzz", "tantivy", "sparse_dot_topn", "scikit-learn", "csv-reconcile")
ROUNDS = 3
# Questions a round, at 62 thousand names and at a million: the slow ones are asked fewer.
_ASKED = {
    "rapidfuzz extractOne": (200, 30), "tantivy trigrams": (1000, 200), "TF-IDF batch": (2000, 300),
    "SQLite FTS5 trigrams": (100, 10), "csv-reconcile": (3, 0),
}  # fmt: skip
_OURS = 1000


class Timed(NamedTuple):
    p50: float  # microseconds
    p99: float
    per_second: float


def alone(queries: list[Query], catalogue: Catalogue, with_prose: bool) -> Timed:
    """Whole links, each asked for the first time, but for what one pass leaves in the caches of the machine."""
    entries = [scoring.entry(query, with_prose) for query in queries]
    for one in entries:
        link(one, catalogue)
    spent = []
    for one in entries:
        start = time.perf_counter()
        link(one, catalogue)
        spent.append(time.perf_counter() - start)
    return _timed(spent)


def key_lookups(queries: list[Query], catalogue: Catalogue) -> Timed:
    """Films by the key of a title."""
    keys = [titles.key(query.title) for query in queries]
    spent = []
    for key in [*keys, *keys]:
        start = time.perf_counter()
        catalogue.titled(key)
        spent.append(time.perf_counter() - start)
    return _timed(spent[len(keys) :])


def _timed(spent: list[float]) -> Timed:
    ordered = sorted(spent)
    return Timed(ordered[len(ordered) // 2] * 1e6, ordered[len(ordered) * 99 // 100] * 1e6, len(ordered) / sum(ordered))


_OPENING = """
import sys, time
from pathlib import Path
from verite.catalogue.open import open_record
import numpy, rapidfuzz.process, verite.link.search
start = time.perf_counter()
catalogue = open_record(Path(sys.argv[1]))
catalogue.thresholds, catalogue.postings, catalogue.titled("ascent")
print((time.perf_counter() - start) * 1e3)
"""


def opening(folder: Path) -> float:
    """Milliseconds from a started Python to an open catalogue with its arrays and a first look-up, the median of nine
    processes; the import of the libraries is not in it."""
    runs = [
        float(subprocess.run([sys.executable, "-c", _OPENING, str(folder)], capture_output=True, check=True).stdout)
        for _ in range(9)
    ]
    return statistics.median(runs)


def readers(folder: Path, queries: list[Query], many: int = 12) -> tuple[float, float, bool]:
    """(links a second by one process, by many at once, whether all answered alike)."""
    asked = [*queries]
    with ProcessPoolExecutor(many) as pool:
        list(pool.map(_warm, [folder] * many))
        start = time.perf_counter()
        (one,) = list(pool.map(_answers, [folder], [asked]))
        single = len(asked) / (time.perf_counter() - start)
        start = time.perf_counter()
        all_ = list(pool.map(_answers, [folder] * many, [asked] * many))
        together = many * len(asked) / (time.perf_counter() - start)
    return single, together, all(answers == one for answers in all_)


_open: dict[Path, Catalogue] = {}


def _warm(folder: Path) -> int:
    time.sleep(0.3)  # so that every process of the pool gets one
    _open[folder] = open_record(folder)
    return len(_open[folder].meta)


def _answers(folder: Path, queries: list[Query]) -> list[scoring.Answer]:
    if folder not in _open:
        _open[folder] = open_record(folder)
    return [scoring.answer(query, _open[folder], False) for query in queries]


class Compared(NamedTuple):
    per_second: float  # the median of the rounds
    ratio: float  # how many times as many links a second verite makes: the median of the rounds
    top1: float
    build_s: float


def compared(
    work: Path, kept: Iterable[Film], queries: list[Query], catalogue: Catalogue
) -> Iterator[tuple[str, Compared]]:
    """Verite against each peer, in turns: a round of one, then of the other, in one process each."""
    python = _environment(work / "peers")
    spelt = ((film, spelling) for film in kept for title in (film.title, *film.also) for spelling in _spellings(title))
    names = [(spelling, film.year, film.id) for film, spelling in spelt]
    places: dict[str, list[int]] = {}
    for n, (_, _, film) in enumerate(names):
        places.setdefault(film, []).append(n)
    mixed = random.Random(5).sample(queries, len(queries))
    asked = [(" ".join(titles.words(q.title)), q.year, places.get(q.film or "", [])) for q in mixed]
    (work / "names.json").write_text(json.dumps([name[:2] for name in names]), "utf-8")
    (work / "questions.json").write_text(json.dumps(asked), "utf-8")
    entries = [scoring.entry(query, False) for query in mixed[:_OURS]]
    large = len(names) > 500_000
    for peer, (few, fewer) in _ASKED.items():
        if count := fewer if large else few:
            yield peer, _turns(python, peer, work, count, lambda: _ours(entries, catalogue))


def _spellings(title: str) -> list[str]:
    """A title as verite reads it, and in Latin letters: peers get the same."""
    return [" ".join(titles.words(title)), *titles.keys(title)[1:]]


def _ours(entries: list[Entry], catalogue: Catalogue) -> float:
    start = time.perf_counter()
    for entry in entries:
        link(entry, catalogue)
    return len(entries) / (time.perf_counter() - start)


def _turns(python: Path, peer: str, work: Path, count: int, ours: Callable[[], float]) -> Compared:
    command = [str(python), str(Path(__file__).with_name("peers.py")), peer, str(work)]
    # One core for everybody: what a library does with more is not what is compared.
    environment = {**os.environ, **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"), "1")}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        build = float(json.loads(run.stdout.readline())["build_s"])
        ours()
        rates, ratios, top1 = [], [], 0.0
        for _ in range(ROUNDS):
            mine = ours()
            run.stdin.write(f"{count}\n")
            run.stdin.flush()
            told = json.loads(run.stdout.readline())
            rates.append(told["per_second"])
            ratios.append((mine + ours()) / 2 / told["per_second"])
            top1 = told["top1"]
        run.stdin.close()
    return Compared(statistics.median(rates), statistics.median(ratios), top1, build)


def _environment(folder: Path) -> Path:
    """An environment for the peers, made once: they are no dependencies of ours."""
    python = folder / "bin" / "python"
    if not (folder / "ready").is_file():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([str(python), "-m", "pip", "install", "-qqq", *PACKAGES], check=True)
        (folder / "ready").touch()
    return python
