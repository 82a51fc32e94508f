"""How well entries are linked, by class: right films, unknown ones, speed. See `run.py` for the whole benchmark."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from queries import APART, Query

from verite.catalogue import Catalogue
from verite.link import link
from verite.link.candidates import candidates
from verite.model import Entry, LinkStatus, Prose, Span


class Answer(NamedTuple):
    film: str | None  # the id of the linked film, none if it was not linked
    first: str | None  # the id of the likeliest film, linked or not
    status: str
    conflict: bool  # linked, with `year-conflict` as a reason


class Unknown(NamedTuple):
    """Precision and recall of an answer, and their harmonic mean."""

    precision: float
    recall: float
    f1: float


class Score(NamedTuple):
    right: dict[str, tuple[int, int]]  # class -> (right, asked)
    top1: float  # the likeliest film is the right one: over the linkable classes of the research note
    linked: float  # it is linked, too
    noticed: Unknown  # as the note counts: the film is not there, or not of that year (it said so, or `year-conflict`)
    unknown: Unknown  # strictly: "unknown" said of the films that are not there, and of no other
    wrong: list[tuple[Query, Answer]]


def entry(query: Query, with_prose: bool) -> Entry:
    text = query.prose if with_prose else ""
    prose = (Prose("description", Span(0, len(text)), text),) if text else ()
    return Entry(1, None, Span(0, 0), query.title, Span(0, 0), query.year, None, prose)


def answer(query: Query, catalogue: Catalogue, with_prose: bool) -> Answer:
    found = link(entry(query, with_prose), catalogue)
    film = f"imdb:{found.work.same_as['imdb']}" if found.work and found.status is LinkStatus.MATCHED else None
    first = found.work or (found.candidates[0].work if found.candidates else None)
    likeliest = f"imdb:{first.same_as['imdb']}" if first else None
    return Answer(film, likeliest, str(found.status), any("year-conflict" in reason for reason in found.reasons))


def right(query: Query, given: Answer) -> bool:
    if query.film is None:
        return given.film is None
    wanted = given.film == f"imdb:{query.film}"
    return wanted and (given.conflict or query.kind != "far-year")


def score(asked: Iterable[tuple[Query, Answer]]) -> Score:
    by_class: dict[str, list[bool]] = defaultdict(list)
    noticed: Counter[tuple[bool, bool]] = Counter()  # (is it so, was it said)
    unknown: Counter[tuple[bool, bool]] = Counter()
    first: list[bool] = []
    linked: list[bool] = []
    wrong = []
    for query, given in asked:
        good = right(query, given)
        by_class[query.kind].append(good)
        if not good:
            wrong.append((query, given))
        if query.kind in APART:
            continue
        if query.film is not None and query.kind != "far-year":
            first.append(given.first == f"imdb:{query.film}")
            linked.append(good)
        noticed[query.film is None or query.kind == "far-year", given.film is None or given.conflict] += 1
        unknown[query.film is None, given.status in (LinkStatus.UNKNOWN, LinkStatus.NONEXISTENT)] += 1
    rows = {kind: (sum(found), len(found)) for kind, found in by_class.items()}
    return Score(rows, _share(first), _share(linked), _unknown(noticed), _unknown(unknown), wrong)


def _share(good: list[bool]) -> float:
    return sum(good) / (len(good) or 1)


def _unknown(counts: Counter[tuple[bool, bool]]) -> Unknown:
    hits = counts[True, True]
    precision = hits / (hits + counts[False, True] or 1)
    recall = hits / (hits + counts[True, False] or 1)
    return Unknown(precision, recall, 2 * precision * recall / (precision + recall or 1))


def recall_at_20(queries: Iterable[Query], catalogue: Catalogue) -> float:
    asked = [q for q in queries if q.film is not None and q.kind not in APART]
    found = 0
    for query in asked:
        wanted = catalogue.lead(f"imdb:{query.film}")
        found += wanted in [hit.lead for hit in candidates(entry(query, False), catalogue)[:20]]
    return found / (len(asked) or 1)
