"""Reference texts read by our own claim kinds: what they claim of a film are statements, because there the text is
the source.

A mapping says which column of a table holds prose (`prose`). Each text is read as the prose of one entry under its
title, and every claim that was read in full becomes a statement of origin *read*: it may support, never refute, and
carries no completeness, so that one misreading cannot confirm another. What a text hedges, denies, quotes or reports of
others is left out.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import islice
from os import cpu_count
from pathlib import Path
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.claims import KINDS
from verite.clauses import Gazetteer
from verite.model import Claim, Entry, Grade, Link, LinkStatus, Prose, Said, Span
from verite.reading import read
from verite.sources.source import Described, LeftOut, Opened

PROSE = "prose"  # the property under which a mapping yields text
_BATCH = 200  # articles that one process reads at a time
_LONGEST = 4_000  # code points of a text: openings are read, not whole articles


class Article(NamedTuple):
    id: str
    title: str
    year: int | None
    text: str


def split(opened: Opened, records: Path | None = None, processes: int | None = None) -> tuple[Opened, ...]:
    """A source without its prose, and what its prose says as a source beside it; the source alone if it has none.

    `records` is the folder whose names are known to the reader, the shipped one by default.
    """
    if not opened.prose:
        return (opened,)
    bare = opened._replace(prose=False, read=lambda: _bare(opened))
    left_out = LeftOut()
    told = opened.source._replace(
        key=f"{opened.source.key}-text", citation=f"{opened.source.citation}, text of the articles"
    )
    beside = opened._replace(
        source=told, prose=False, complete={}, declared=(), tables={}, origin="read", left_out=left_out,
        read=lambda: _told(opened, records, processes or cpu_count() or 1, left_out),
    )  # fmt: skip
    return bare, beside


def _bare(opened: Opened) -> Iterator[Described]:
    for one in opened.read():
        yield one._replace(said=[said for said in one.said if said[0] != PROSE])


def _told(opened: Opened, records: Path | None, processes: int, left_out: LeftOut) -> Iterator[Described]:
    articles = (article for one in opened.read() if (article := _article(one)) is not None)
    folder = str(records) if records else ""
    batches = iter(lambda: list(islice(articles, _BATCH)), [])
    for found, nothing in _ahead(folder, batches, processes):
        yield from found
        for id_ in nothing:
            left_out.add("a text in which no claim was read in full", id_)


def _ahead(
    folder: str, batches: Iterable[list[Article]], processes: int
) -> Iterator[tuple[list[Described], list[str]]]:
    """The batches in order, few of them under way at a time: a large source is not held in memory."""
    with ProcessPoolExecutor(processes) as pool:
        waiting = []
        for batch in batches:
            waiting.append(pool.submit(_read_batch, folder, batch))
            if len(waiting) > 2 * processes:
                yield waiting.pop(0).result()
        for one in waiting:
            yield one.result()


def _article(one: Described) -> Article | None:
    said = {property_: value for property_, value, _ in reversed(one.said)}
    text = said.get(PROSE)
    if not text or "title" not in said:
        return None  # an article on a person, or on no film that its table could tell
    return Article(one.id, str(said["title"]), said.get("year"), str(text)[:_LONGEST])


@cache
def _names(folder: str) -> tuple[Catalogue, Gazetteer]:
    catalogue = open_record(Path(folder) if folder else None)
    return catalogue, Gazetteer(catalogue.lexicon)


def _read_batch(folder: str, batch: list[Article]) -> tuple[list[Described], list[str]]:
    catalogue, gazetteer = _names(folder)
    found = [Described(article.id, "work", statements(article, catalogue, gazetteer)) for article in batch]
    return [one for one in found if one.said], [one.id for one in found if not one.said]


def statements(article: Article, catalogue: Catalogue, gazetteer: Gazetteer) -> list[Said]:
    """What an article says of its film, as far as our kinds read it in full."""
    at = Span(0, len(article.text))
    prose = (Prose("fact", at, article.text),)
    entry = Entry(1, None, at, article.title, Span(0, 0), article.year, None, prose)
    # The text is of its film, whatever that is called elsewhere: matched, with no work to hold it against.
    reading = read(Link(entry, LinkStatus.MATCHED, None, 1.0, ()), catalogue, gazetteer)
    said: list[Said] = []
    for kind in KINDS:
        if kind.stated is None:
            continue
        for claim in kind.find(reading):
            if _outright(claim) and (one := kind.stated(claim)) is not None and one not in said:
                said.append(one)
    return said


def _outright(claim: Claim) -> bool:
    return claim.grade is Grade.READ and not (
        claim.negative or claim.hedged or claim.attributed or claim.quoted or claim.incomplete
    )
