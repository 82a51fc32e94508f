"""The pipeline on one screen: read a list, link its entries, find claims, judge them.

text --read--> entries --link--> links --find--> claims --weigh, judge--> verdicts --> report
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from verite import noticed, readers
from verite.catalogue import Catalogue
from verite.claims import BY_NAME, KINDS, consistency, falsehood
from verite.claims.kind import Kind
from verite.clauses import Gazetteer
from verite.coverage import coverage
from verite.errors import ReadError
from verite.judge import Ground, Judgement, judge
from verite.link import link
from verite.model import (
    Claim,
    Entry,
    FilmList,
    Fix,
    Link,
    LinkStatus,
    ListReport,
    Reason,
    Report,
    Severity,
    Span,
    Status,
    Verdict,
)
from verite.reading import Reading, read
from verite.say import message

LARGEST = 20 * 1024 * 1024  # bytes; a list of 50,000 films. Past it a file is a mistake or a job for `batch`.


def check(source: str | Path, *, catalogue: Catalogue | None = None, format: str | None = None) -> Report:
    """The report on one list: a path, or the list's text.

    A `Path`, or a one-line string that names a file, is read from disk. Raises `ReadError` if nothing in it
    is a list; the list's own faults are verdicts. Thread-safe: nothing is kept between calls but the catalogue.
    """
    if isinstance(source, Path) or ("\n" not in source and len(source) < 1024 and Path(source).is_file()):
        return check_texts([(str(source), load(Path(source)))], catalogue, format)
    return check_texts([("-", source)], catalogue, format)


def check_texts(
    texts: Sequence[tuple[str, str]], catalogue: Catalogue | None = None, format_: str | None = None
) -> Report:
    """The report on several lists, given as (path, text)."""
    held = catalogue or _shipped()
    lists = _compared([check_list(_film_list(path, text, format_), held) for path, text in texts], held)
    used = {c.key for one in lists for v in one.verdicts for e in v.evidence for c in e.statement.sources}
    return Report(lists, held.meta, {key: held.source(key) for key in sorted(used)})


def check_list(films: FilmList, catalogue: Catalogue) -> ListReport:
    gazetteer = _gazetteer(catalogue)
    links = tuple(_link(entry, films, catalogue, gazetteer) for entry in films.entries)
    readings = [read(one, catalogue, gazetteer) for one in links]
    verdicts = [verdict for reading in readings for verdict in _verdicts(reading, catalogue)]
    covered = coverage(readings, verdicts)
    against = [*consistency.within(verdicts, films, catalogue.registry), *consistency.repeated(links[1:])]
    verdicts += [verdict(BY_NAME["consistency"], claim, links[entry], catalogue) for entry, claim in against]
    verdicts = [_allowed(verdict, films) for verdict in verdicts]
    return ListReport(films, links[1:], tuple(verdicts), covered)


def _compared(lists: list[ListReport], catalogue: Catalogue) -> tuple[ListReport, ...]:
    """The lists of a report, each with what an earlier one contradicts in it."""
    if len(lists) < 2:
        return tuple(lists)
    for number, entry, claim in consistency.across(
        ((one.list, one.links, one.verdicts) for one in tuple(lists)), catalogue.registry
    ):
        one = lists[number]
        found = verdict(BY_NAME["consistency"], claim, one.links[entry - 1], catalogue)
        lists[number] = one._replace(verdicts=(*one.verdicts, _allowed(found, one.list)))
    return tuple(lists)


def load(path: Path) -> str:
    """The text of a file: UTF-8, else Windows-1251 or -1252 as its letters suggest. Raises `ReadError`."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise ReadError(f"{path}: a folder; give the list's file")
        if size > LARGEST:
            raise ReadError(f"{path}: {size // 1024**2} MB; a list may have {LARGEST // 1024**2} MB. Split it.")
        return decode(path.read_bytes(), str(path))
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}") from error


def decode(data: bytes, path: str) -> str:
    if b"\0" in data[:8192]:
        raise ReadError(f"{path}: a binary file, not a text; save the list as text or Markdown")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        cyrillic = sum(0xC0 <= byte <= 0xFF for byte in data) > len(data) / 3
        return data.decode("cp1251" if cyrillic else "cp1252", errors="replace")


def _film_list(path: str, text: str, format_: str | None) -> FilmList:
    if not text.strip():
        raise ReadError(f"{path}: empty; there is no list in it")
    films = readers.read(text, path, format_)
    if len(films.entries) < 2:
        raise ReadError(f"{path}: no film found; an entry begins with a line like “The Ascent (1977)”")
    return films


def _link(entry: Entry, films: FilmList, catalogue: Catalogue, gazetteer: Gazetteer) -> Link:
    if entry.index == 0:
        # The list itself: nothing to identify. Its score carries the number of entries, for `count`.
        return Link(entry, LinkStatus.MATCHED, None, float(len(films.entries) - 1), ())
    return link(entry, catalogue, gazetteer)


def _verdicts(reading: Reading, catalogue: Catalogue) -> Iterator[Verdict]:
    taken: list[Span] = []
    for kind in KINDS:
        for claim in kind.find(reading):
            if kind.name in ("other", "opinion") and any(
                s.start < claim.span.end and claim.span.start < s.end for s in taken
            ):
                continue  # a clause that makes a claim is read as a claim
            taken.append(claim.span)
            yield verdict(kind, claim, reading.link, catalogue)
    for claim in noticed.find(reading, taken, _PROPERTIES):
        yield _unread(claim, reading.link, catalogue)


_PROPERTIES = {kind.name: kind.property for kind in KINDS}


def _unread(claim: Claim, link_: Link, catalogue: Catalogue) -> Verdict:
    """What a clause only seems to speak of: not known, whatever is on record."""
    judged = judge(claim, link_, Ground(), catalogue.source)
    code = catalogue.registry[claim.property].code
    text = f"Not read: it seems to be about {noticed.TOLD[claim.kind]}."
    return Verdict(link_.entry.index, code, claim, judged.status, judged.reason, Severity.NONE, text, (), None)


def verdict(kind: Kind, claim: Claim, link_: Link, catalogue: Catalogue) -> Verdict:
    """One claim held against the record."""
    property_ = catalogue.registry[claim.property]
    judged = _judge(kind, claim, link_, catalogue)
    fix = None
    if judged.status is Status.REFUTED and kind.correct is not None and not claim.negative:
        for evidence in judged.evidence:
            if not _of_work(evidence.statement.subject, link_, catalogue):
                continue  # what another film won puts nothing right in this one
            offer = kind.correct(claim, evidence.statement, catalogue)
            if offer is not None:
                fix = Fix(claim.value_span, *offer)
                break
    severity = Severity.NONE
    if judged.status is Status.REFUTED:
        severity = Severity(property_.severity if property_.severity != "none" else "warning")
    elif judged.status is Status.CONFLICTING:
        severity = Severity.WARNING
    if kind.severity is not None:
        severity = kind.severity(claim, judged, link_, catalogue) or severity
    text, note = message(kind, claim, judged, link_, catalogue)
    if note and judged.status is Status.SUPPORTED:
        severity = Severity.NOTE
    return Verdict(
        link_.entry.index, property_.code, claim, judged.status, judged.reason, severity, text, judged.evidence, fix
    )


def _of_work(subject: str, link_: Link, catalogue: Catalogue) -> bool:
    return link_.work is not None and catalogue.lead(subject) == catalogue.lead(link_.work.id)


def _judge(kind: Kind, claim: Claim, link_: Link, catalogue: Catalogue) -> Judgement:
    if kind.name == "opinion":
        return Judgement(Status.OPINION)
    ground = kind.weigh(claim, link_, catalogue)
    if kind.name == "existence":
        if link_.status is LinkStatus.NONEXISTENT:
            # What rules a film out is a set declared complete: the link is certain in its own way.
            return judge(claim, link_._replace(status=LinkStatus.MATCHED), ground, catalogue.source)
        if link_.fits is not None:
            return judge(claim, link_._replace(fits=None), ground, catalogue.source)
    if kind.name == "consistency":
        # A list contradicts itself whatever is known of the film.
        return judge(claim, link_._replace(status=LinkStatus.MATCHED, fits=None), ground, catalogue.source)
    if kind.name == "falsehood":
        return judge(claim, falsehood.certain(link_), ground, catalogue.source)
    if kind.name == "other":
        return Judgement(Status.UNVERIFIED, Reason.NOT_CHECKABLE)
    if catalogue.registry[claim.property].world == "functional":
        ground = ground._replace(complete=True)  # it holds one value: another one is against the claim
    return judge(claim, link_, ground, catalogue.source)


def _allowed(given: Verdict, films: FilmList) -> Verdict:
    because = next((a.because for a in films.allowances if a.code == given.code and a.entry == given.entry), None)
    return given._replace(allowed=because) if because and given.status is Status.REFUTED else given


@cache
def _shipped() -> Catalogue:
    from verite.catalogue.open import open_record

    return open_record()


_GAZETTEERS: dict[int, tuple[Catalogue, Gazetteer]] = {}


def _gazetteer(catalogue: Catalogue) -> Gazetteer:
    """The catalogue's names, made ready once for each catalogue."""
    held = _GAZETTEERS.get(id(catalogue))
    if held is None or held[0] is not catalogue:
        held = (catalogue, Gazetteer(catalogue.lexicon))
        _GAZETTEERS[id(catalogue)] = held
    return held[1]
