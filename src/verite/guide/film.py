"""One entry of a list made ready for its page: what the list says, what is so, what is on record, what editors add."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from verite.guide import editorial, facts, prose, sections, story
from verite.guide.editorial import Block
from verite.guide.findings import Finding, findings
from verite.guide.notes import Note, Notes
from verite.guide.slug import slug
from verite.guide.source import Chapter, Guide
from verite.guide.tongue import Tongue
from verite.guide.words import shortened
from verite.model import Link, LinkStatus, ListReport, Status, Verdict


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
    """One entry of a list, or (number 0) the list as such: its introduction, and what it says of itself."""

    number: int
    slug: str
    title: str
    year: int | None
    chapter: Chapter
    link: Link
    quoted: list[prose.Quoted]
    told: list[prose.Told]
    findings: list[Finding]
    opinions: list[str]
    unread: list[str]
    tally: Tally
    head: facts.Head | None
    rows: list[facts.Row]
    fates: list[story.Fate]
    stages: tuple[str, ...]
    editors: dict[str, tuple[Block, ...]]  # what the guide's editors write, by section, with its notes
    notes: list[Note]

    @property
    def wrong(self) -> list[Finding]:
        return [f for f in self.findings if f.verdict.status is Status.REFUTED and f.verdict.allowed is None]

    @property
    def beforehand(self) -> facts.Row | None:
        """What a viewer may wish to know beforehand, as far as it is on record."""
        return next((row for row in self.rows if row.anchor == "fact-content"), None)

    @property
    def work(self) -> str:
        """The id of its work on record, if it is certain which."""
        return self.link.work.id if self.link.work is not None else ""


def films(guide: Guide, tongue: Tongue) -> list[Film]:
    """Every entry of every list of the guide, numbered through."""
    taken: set[str] = set(guide.slugs.values())
    frozen = dict(guide.slugs)  # each is given once: a list may name a film twice
    found: list[Film] = []
    for chapter, one in guide.lists:
        for link in one.links:
            found.append(_film(len(found) + 1, link, chapter, one, guide, tongue, frozen, taken))
    return found


def itself(chapter: Chapter, one: ListReport, guide: Guide) -> Film:
    """The list as such."""
    entry = one.list.entries[0]
    notes = Notes(guide.source)
    mine = [v for v in one.verdicts if v.entry == 0]
    shown = findings(mine, one, guide.catalogue, notes)
    unread = [shortened(one.list.text[s.start : s.end]) for s in one.coverage.unread if s.start < entry.span.end]
    return Film(
        0, "", one.list.title, None, chapter, Link(entry, LinkStatus.MATCHED, None, 0.0, ()),
        prose.lines(entry, one.list, shown), [], shown, _opinions(mine, one), unread, tally(mine), None, [], [], (), {},
        notes.all,
    )  # fmt: skip


def tally(mine: Sequence[Verdict]) -> Tally:
    n = Counter(v.status for v in mine if v.allowed is None)
    open_ = n[Status.UNVERIFIED] + n[Status.CONFLICTING]
    supported, refuted = n[Status.SUPPORTED], n[Status.REFUTED]
    return Tally(supported + refuted + open_, supported, refuted, open_, n[Status.OPINION])


def _film(
    number: int,
    link: Link,
    chapter: Chapter,
    one: ListReport,
    guide: Guide,
    tongue: Tongue,
    frozen: dict[str, str],
    taken: set[str],
) -> Film:
    work, catalogue = link.work, guide.catalogue
    title, year = (work.title, work.year) if work else (link.entry.title, link.entry.year)
    # What it is called in the guide's language; its address is the same in every language.
    called = (tongue.title(work.id) if work else "") or title
    notes = Notes(guide.source)
    mine = [v for v in one.verdicts if v.entry == link.entry.index]
    written = guide.films[work.id].sections if work and work.id in guide.films else {}
    editors = {
        name: editorial.noted(written[name], notes, f"editors-{slug(name, None, set())}", name.lower())
        for name in sections.FILM
        if name in written
    }
    shown = findings(mine, one, catalogue, notes)
    return Film(
        number,
        (frozen.pop(work.id, "") if work else "") or slug(title, year, taken),
        shortened(called) or "Untitled", year, chapter, link, prose.lines(link.entry, one.list, shown),
        prose.told(link.entry, shown), shown,
        _opinions(mine, one),
        [shortened(one.list.text[s.start : s.end]) for s in one.coverage.unread if _within(s, link.entry.span)],
        tally(mine),
        facts.head(work.id, catalogue) if work else None,
        list(facts.rows(work.id, catalogue, notes)) if work else [],
        list(story.fates(work.id, catalogue, notes)) if work else [],
        tuple(dict.fromkeys(str(s.value) for s in catalogue.statements(work.id, "stage"))) if work else (),
        editors, notes.all,
    )  # fmt: skip


def _within(inner: Sequence[int], outer: Sequence[int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _opinions(mine: Sequence[Verdict], one: ListReport) -> list[str]:
    ordered = sorted(v.claim.span for v in mine if v.status is Status.OPINION)
    return [shortened(one.list.text[s.start : s.end]) for s in ordered]
