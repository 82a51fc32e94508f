"""The pages of a guide: data in, (path, html) out. Pure: the disk and a server both take what it gives.

index.html                    the cover           findings/index.html      what is not so, or disputed
films/<slug>/index.html       a page per film     sources/index.html       the bibliography
list/index.html               the list itself     method/index.html        what the verdicts mean
accessibility/index.html      what works for whom
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files as resources
from typing import TYPE_CHECKING, Any

from verite import __version__
from verite.guide import editorial, facts, prose, story
from verite.guide.dates import in_words
from verite.guide.findings import Finding, findings
from verite.guide.notes import Note, Notes
from verite.guide.slug import slug
from verite.guide.source import Guide
from verite.guide.words import KINDS, RANKS, STATUSES, foreign, sentence, shortened
from verite.model import Link, LinkStatus, Status, Verdict
from verite.writers import json

if TYPE_CHECKING:
    from jinja2 import Environment

_MENU = (
    ("", "Films"), ("list/", "The list"), ("findings/", "Findings"), ("sources/", "Sources"), ("method/", "Method"),
    ("accessibility/", "Accessibility"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """How many statements of each standing; `open` are those not known or on which sources disagree."""

    statements: int
    supported: int
    refuted: int
    open: int
    opinions: int


@dataclass(frozen=True, slots=True)
class Film:
    """One entry of the list, ready for its page."""

    number: int
    slug: str
    title: str
    year: int | None
    link: Link
    quoted: list[prose.Quoted]
    findings: list[Finding]
    opinions: list[str]
    unread: list[str]
    tally: Tally
    head: facts.Head | None
    rows: list[facts.Row]
    fates: list[story.Fate]
    notes: list[Note]

    @property
    def wrong(self) -> list[Finding]:
        return [f for f in self.findings if f.verdict.status is Status.REFUTED and f.verdict.allowed is None]


def files(guide: Guide) -> Iterator[tuple[str, str]]:
    """Every file of the site: its pages, its style, and the data behind them."""
    yield from pages(guide)
    yield "style.css", stylesheet()
    yield "data/report.json", json.write(guide.report)
    yield "data/list.txt", guide.report.lists[0].list.text


def pages(guide: Guide) -> Iterator[tuple[str, str]]:
    """(relative path, html) of every page. Every address in them is relative and ends in a file's name."""
    films = _films(guide)
    itself = _itself(guide)
    opening = Notes(guide.catalogue.source)
    introduction = editorial.paragraphs(guide.introduction, opening)
    disputed = (Status.REFUTED, Status.CONFLICTING)
    found = [(film, f) for film in films for f in film.findings if f.verdict.status in disputed]
    shared = {
        "guide": guide, "films": films, "menu": _MENU, "statuses": STATUSES, "itself": itself,
        "total": _tally(guide.report.lists[0].verdicts), "found": found, "meta": guide.catalogue.meta,
        "coverage": guide.report.lists[0].coverage, "version": __version__,
    }  # fmt: skip
    yield "index.html", _page("cover", "", shared, introduction=introduction, notes=opening.all)
    for i, film in enumerate(films):
        around = {"before": films[i - 1] if i else None, "after": films[i + 1] if i + 1 < len(films) else None}
        pages_of = {f.link.work.id: f for f in films if f.link.work is not None}
        yield f"films/{film.slug}/index.html", _page("film", "films/", shared, film=film, pages_of=pages_of, **around)
    yield "list/index.html", _page("list", "list/", shared)
    yield "findings/index.html", _page("findings", "findings/", shared)
    bibliography = _bibliography(films, itself, opening)
    yield "sources/index.html", _page("sources", "sources/", shared, bibliography=bibliography, ranks=RANKS)
    yield "method/index.html", _page("method", "method/", shared, ranks=RANKS)
    yield "accessibility/index.html", _page("accessibility", "accessibility/", shared)


def stylesheet() -> str:
    return resources("verite.guide").joinpath("static/style.css").read_text("utf-8")


def _films(guide: Guide) -> list[Film]:
    taken: set[str] = set()
    one = guide.report.lists[0]
    found = []
    for number, link in enumerate(one.links, 1):
        work = link.work
        title, year = (work.title, work.year) if work else (link.entry.title, link.entry.year)
        notes = Notes(guide.catalogue.source)
        mine = [v for v in one.verdicts if v.entry == link.entry.index]
        shown = findings(mine, one, guide.catalogue, notes)
        found.append(
            Film(
                number, slug(title, year, taken), shortened(title) or "Untitled", year, link,
                prose.lines(link.entry, one.list, shown), shown, _opinions(mine, guide),
                [shortened(one.list.text[s.start : s.end]) for s in one.coverage.unread if _within(s, link.entry.span)],
                _tally(mine),
                facts.head(work.id, guide.catalogue) if work else None,
                list(facts.rows(work.id, guide.catalogue, notes)) if work else [],
                list(story.fates(work.id, guide.catalogue, notes)) if work else [],
                notes.all,
            )
        )  # fmt: skip
    return found


def _itself(guide: Guide) -> Film:
    """The list as such: its introduction, and what it says of itself."""
    one = guide.report.lists[0]
    entry = one.list.entries[0]
    notes = Notes(guide.catalogue.source)
    mine = [v for v in one.verdicts if v.entry == 0]
    shown = findings(mine, one, guide.catalogue, notes)
    link = Link(entry, LinkStatus.MATCHED, None, 0.0, ())
    unread = [shortened(one.list.text[s.start : s.end]) for s in one.coverage.unread if s.start < entry.span.end]
    return Film(
        0, "", one.list.title, None, link, prose.lines(entry, one.list, shown), shown, _opinions(mine, guide), unread,
        _tally(mine), None, [], [], notes.all,
    )  # fmt: skip


def _within(inner: Sequence[int], outer: Sequence[int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _opinions(mine: Sequence[Verdict], guide: Guide) -> list[str]:
    text = guide.report.lists[0].list.text
    ordered = sorted(v.claim.span for v in mine if v.status is Status.OPINION)
    return [shortened(text[s.start : s.end]) for s in ordered]


def _tally(mine: Sequence[Verdict]) -> Tally:
    n = Counter(v.status for v in mine if v.allowed is None)
    open_ = n[Status.UNVERIFIED] + n[Status.CONFLICTING]
    supported, refuted = n[Status.SUPPORTED], n[Status.REFUTED]
    return Tally(supported + refuted + open_, supported, refuted, open_, n[Status.OPINION])


@dataclass(frozen=True, slots=True)
class Used:
    """One source of the bibliography, and the films on whose pages it stands."""

    note: Note
    films: tuple[Film, ...]
    opening: bool = False


def _bibliography(films: Sequence[Film], itself: Film, opening: Notes) -> list[tuple[str, list[Used]]]:
    """Every source that a page of the guide cites, by kind, the weightiest kind first."""
    held: dict[str, Used] = {}
    for note in opening.all:
        held[note.source.key] = Used(note, (), opening=True)
    for film in (*films, itself):
        for note in film.notes:
            had = held.get(note.source.key, Used(note, ()))
            held[note.source.key] = replace(had, films=(*had.films, film) if film.number else had.films)
    kinds: dict[str, list[Used]] = {kind: [] for kind in KINDS}
    for used in sorted(held.values(), key=lambda u: u.note.source.citation.casefold()):
        kinds.setdefault(used.note.source.kind, []).append(used)
    return [(KINDS.get(kind, kind.capitalize() or "Other"), rows) for kind, rows in kinds.items() if rows]


def _page(template: str, at: str, shared: dict[str, Any], **values: Any) -> str:
    root = "" if template == "cover" else "../../" if template == "film" else "../"
    return _environment().get_template(f"{template}.html").render(shared | values | {"root": root, "at": at})


@cache
def _environment() -> "Environment":
    import jinja2  # only publishing needs it

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("verite.guide"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {"date": in_words, "foreign": foreign, "sentence": sentence, "shortened": shortened}
    return environment
