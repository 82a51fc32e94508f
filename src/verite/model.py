"""The nouns: what a list says, what the record says, and where the two meet. No logic.

A *claim* is a statement without a source. A list yields claims, the record yields statements,
a verdict is the meeting of the two. Everything here is frozen; verbs live in other modules.
(Named tuples, not dataclasses: twenty of those cost 10 ms at every start, a tenth of a whole check.)
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

Value = Any  # str | int | a small mapping of them: what a property may hold; see properties.toml


NOTHING: Mapping[str, Any] = MappingProxyType({})


class Status(StrEnum):
    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    UNVERIFIED = "unverified"
    OPINION = "opinion"


class Reason(StrEnum):
    """Why a claim stays unverified."""

    FILM_UNKNOWN = "film-unknown"
    WRONG_FILM = "wrong-film"
    LINK_AMBIGUOUS = "link-ambiguous"
    NOT_RECORDED = "not-recorded"
    OPEN_PROPERTY = "open-property"
    OUTSIDE_SCOPE = "outside-scope"
    WEAK_SOURCE = "weak-source"
    VALUE_UNRESOLVED = "value-unresolved"
    SEEN_ONLY = "seen-only"
    HEDGED = "hedged"
    ATTRIBUTED = "attributed"
    QUOTED = "quoted"
    INCOMPLETE_TEXT = "incomplete-text"
    OTHER_LANGUAGE = "other-language"
    NOT_CHECKABLE = "not-checkable"


class Severity(StrEnum):
    ERROR = "error"  # existence, identity, person, prize, fate
    WARNING = "warning"  # every other refutation, and conflicts
    NOTE = "note"  # supported within what the record explains
    NONE = "none"


class Grade(StrEnum):
    READ = "read"  # a full frame: any status
    SEEN = "seen"  # a typed value with a cue: may be supported, never refuted


class Origin(StrEnum):
    RECORD = "record"
    TABLE = "table"
    READ = "read"  # found by our own kinds in a reference text: may support, never refute


class LinkStatus(StrEnum):
    MATCHED = "matched"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    NONEXISTENT = "nonexistent"


class Agreement(StrEnum):
    """How one statement stands to one claim; each kind decides it, `judge` weighs it."""

    AGREES = "agrees"
    EXCLUDES = "excludes"  # the two values cannot both be so
    DIFFERS = "differs"  # another value: against the claim only where the record is complete
    UNCLEAR = "unclear"  # near enough that absence must not refute
    NEITHER = "neither"  # about something else


class Span(NamedTuple):
    """Half-open offsets in code points of the decoded text."""

    start: int
    end: int


class Source(NamedTuple):
    """A citable document. `rank`: 1 archive, festival, decree, the film itself; 2 scholarship,
    press; 3 edited reference; 4 open database, private page."""

    key: str
    citation: str
    url: str = ""
    archived: str = ""
    seen: str = ""
    kind: str = ""
    family: str = ""
    derives_from: tuple[str, ...] = ()
    licence: str = ""
    rank: int = 4


class Cited(NamedTuple):
    """One source of one statement: where in it, and when somebody looked."""

    key: str
    where: str = ""
    seen: str = ""


class Statement(NamedTuple):
    """What a source says: `negative` means that it says *not so*; `basis` names the statements
    from which the editors infer it, where no source says it outright."""

    subject: str
    property: str
    value: Value
    qualifiers: Mapping[str, Value] = NOTHING
    sources: tuple[Cited, ...] = ()
    origin: Origin = Origin.RECORD
    negative: bool = False
    basis: tuple[str, ...] = ()
    remark: str = ""


# What a source says of a subject that is at hand: (property, value, qualifiers or None). A plain tuple: a source may
# say millions of things.
Said = tuple[str, Value, Mapping[str, Any] | None]


class Completeness(NamedTuple):
    """The record holds every value of a property, for this subject or table, up to `as_of`."""

    subject: str
    property: str
    as_of: str
    sources: tuple[Cited, ...] = ()
    scope: Mapping[str, Value] = NOTHING


class Work(NamedTuple):
    """A film or series as reports name it. `years` holds every recorded year with its meaning."""

    id: str
    title: str
    original_title: str
    year: int | None
    years: tuple[tuple[int, str], ...] = ()
    director: tuple[str, ...] = ()
    form: str = ""
    same_as: Mapping[str, str] = NOTHING

    def dated(self) -> str:
        """Its title and year, as in *The Ascent (1977)*; not every source gives a year."""
        return f"{self.title} ({self.year})" if self.year else f"{self.title} (no year on record)"


class Prose(NamedTuple):
    """A labelled run of an entry's text: `label` is description, fact, note or "" (unlabelled); `head`, the word over its column
    where that says what the people in it did (*Director*)."""

    label: str
    span: Span
    text: str
    head: str = ""


class Entry(NamedTuple):  # `index` hides tuple.index, which nobody wants of an entry
    """One film in a list. Entry 0 is the list itself: its title and introduction."""

    index: int  # type: ignore[assignment]  # the wire's word
    number: str | None
    span: Span
    title: str
    title_span: Span
    year: int | None = None
    year_span: Span | None = None
    prose: tuple[Prose, ...] = ()
    also: tuple[str, ...] = ()  # other titles given in the heading
    pins: Mapping[str, str] = NOTHING  # ids given in the list: imdb, wikidata, verite


class FilmList(NamedTuple):
    """A list as read: entry 0 first, then the films. `issues` are findings of form (code, message)."""

    path: str
    title: str
    format: str
    text: str
    entries: tuple[Entry, ...]
    allowances: tuple["Allowance", ...] = ()


class Allowance(NamedTuple):
    """`<!-- verite: allow CODE because ... -->`: the entry it stands in, and why."""

    code: str
    because: str
    entry: int
    span: Span


class Candidate(NamedTuple):
    work: Work
    score: float
    reasons: tuple[str, ...]


class Link(NamedTuple):
    """An entry with ranked candidates and, if certain, its work."""

    entry: Entry
    status: LinkStatus
    work: Work | None
    score: float
    reasons: tuple[str, ...]
    candidates: tuple[Candidate, ...] = ()
    fits: Candidate | None = None
    evidence: tuple[Statement, ...] = ()  # why a film cannot exist


class Claim(NamedTuple):
    """What a list says of a film: a statement without a source.

    `span` quotes it, `value_span` is what a correction would replace. The flags say what the
    sentence does to the claim; a kind that cannot read one leaves the claim unverified.
    """

    kind: str
    property: str
    value: Value
    span: Span
    value_span: Span
    qualifiers: Mapping[str, Value] = NOTHING
    grade: Grade = Grade.READ
    negative: bool = False
    hedged: bool = False
    attributed: bool = False
    quoted: bool = False
    incomplete: bool = False
    denied: bool = False  # a denial or doubt stands by it that was not read: nothing can be said of it

    @property
    def unresolved(self) -> bool:
        """Whether it is only noticed that a clause speaks of such a matter, and not what it says: see `noticed`."""
        return self.value == "" and not self.qualifiers and self.grade is Grade.SEEN and self.kind != "other"


class Fix(NamedTuple):
    span: Span
    text: str
    safe: bool


class Evidence(NamedTuple):
    """A statement shown for a verdict; `complete`: the record declares that it holds them all."""

    statement: Statement
    complete: bool = False


class Verdict(NamedTuple):
    entry: int
    code: str
    claim: Claim
    status: Status
    reason: Reason | None
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...] = ()
    fix: Fix | None = None
    allowed: str | None = None  # the reason given in the list, if it is suppressed


class Coverage(NamedTuple):
    """What was read: counts of clauses, and the spans of those that no kind could place."""

    clauses: int = 0
    claims: int = 0
    seen: int = 0
    opinion: int = 0
    plot: int = 0
    unread: tuple[Span, ...] = ()


class Proposal(NamedTuple):
    """A claim that a language model points at: advice, which no verdict rests on."""

    entry: int
    span: Span
    property: str
    value: str


class ListReport(NamedTuple):
    list: FilmList
    links: tuple[Link, ...]
    verdicts: tuple[Verdict, ...]
    coverage: Coverage
    proposals: tuple[Proposal, ...] = ()
    proposer_notes: tuple[str, ...] = ()


class Report(NamedTuple):
    """The verdicts on one or more lists, with the catalogue they were reached on.

    `sources` holds every source that some verdict's evidence cites, by key.
    """

    lists: tuple[ListReport, ...]
    catalogue: Mapping[str, Any]
    sources: Mapping[str, Source] = NOTHING
