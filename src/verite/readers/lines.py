"""The grammar that list texts share, whatever their decoration: title lines with a year, labelled lines,
an introduction before the first film. Every offset counts code points of the text as given.

    [Guide title]
    [introduction]
    [n.] Title (year)    optional: [original title] {imdb:tt... wikidata:Q...}    or: Title (year) - text
    Description: text
    Fact: text
"""

import re
from typing import NamedTuple

from verite.model import Allowance, Entry, FilmList, Prose, Span

_LEAD = re.compile(
    # pictures before the number or the title (one site's lists all have them): whatever is neither letter nor mark
    r"^[\s>]*(?P<heading>\#{1,6}\s+)?(?:[-*•·+]\s+)?(?:[^\w\s!-/:-@\[-`{-~“”«»„‘’—–…]+\s*)?(?:[*_]{1,3}(?=\#?\d))?(?P<number>\#?\d{1,3}\s*[.):]\s+|\#\d{1,3}\s+)?"
)
_MARKS = '*_ \t“”"«»'
_YEAR = re.compile(
    r"""\s*[(\[]\s*(?:c\.|circa|made|released)?\s*(?P<year>(?:18|19|20)\d\d)
        (?:\s*[-–/]\s*(?:\d{2,4}|present)?)?(?:,[^)\]]{0,60})?\s*[)\]]""",
    re.VERBOSE,
)
_COMMA_YEAR = re.compile(r",\s*(?P<year>(?:18|19|20)\d\d)\s*$")
_LABELS = {
    "description": "description", "synopsis": "description", "plot": "description", "summary": "description", "about": "description",
    "what it is": "description", "story": "description", "overview": "description", "описание": "description", "сюжет": "description",
    "fact": "fact", "facts": "fact", "fun fact": "fact", "trivia": "fact", "did you know": "fact", "did you know?": "fact", "good to know": "fact",
    "interesting fact": "fact", "background": "fact", "worth knowing": "fact", "факт": "fact", "факты": "fact", "in fact": "fact", "history": "fact",
    "note": "note", "notes": "note", "why": "description", "why watch": "description", "why watch it": "description", "why see it": "description", "why it matters": "note", "advisory": "advisory", "content note": "advisory",
    "sources": "sources", "source": "sources", "director": "credit", "directed by": "credit", "country": "credit", "original title": "credit",
}  # fmt: skip
_LABEL = re.compile(
    r"^(?P<open>[*_]{0,3})(?P<label>[^\W\d_][\w ?’']{1,22}?)(?P<close>[*_]{0,3})\s*(?P<colon>[:：]|\s[-–—]\s)\s*(?P<after>[*_]{0,3})\s*"
)
# **Did you know?** It ...: emphasis does what a colon does elsewhere
_BOLD_LABEL = re.compile(r"^(?P<mark>[*_]{2,3})(?P<label>[^*_\n]{2,24}?)[:：?!.]?(?P=mark)\s*[:：]?\s*")
_PIN = re.compile(r"\{([^}]{3,120})\}")
_ALLOW = re.compile(r"<!--\s*verite:\s*allow\s+(?P<code>[A-Z]\d{3})\s+because\s+(?P<because>.+?)\s*-->", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_URL = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\))*\)|https?://\S+")


class _Line(NamedTuple):
    start: int
    text: str
    heading: int = 0
    number: str | None = None
    lead: int = 0  # where its words begin
    blank: bool = False


def read(text: str, path: str, format_: str) -> FilmList:
    """The list in `text`. Odd text gives fewer entries, never an error."""
    masked = _mask(text)
    lines = [_line(start, line) for start, line in _split(masked)]
    building = _Building(masked)
    for i, line in enumerate(lines):
        building.add(line, lines[i + 1 : i + 4])
    entries = building.finish(len(text))
    return FilmList(path, building.title, format_, text, entries, tuple(_allowances(text, entries)))


def _mask(text: str) -> str:
    """Comments and link addresses as spaces, so that every offset stays."""
    masked = _COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
    masked = _URL.sub(lambda m: " " * len(m[0]), masked)
    return masked.replace("\ufeff", " ")


def _split(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for match in re.finditer(r"\r\n|\n|\r|\u2028", text):
        found.append((start, text[start : match.start()]))
        start = match.end()
    found.append((start, text[start:]))
    return found


def _line(start: int, text: str) -> _Line:
    match = _LEAD.match(text)
    assert match is not None
    heading = len(match["heading"].strip()) if match["heading"] else 0
    number = match["number"].strip() if match["number"] else None
    return _Line(start, text, heading, number, match.end(), not text.strip())


class _Building:
    """The entries as they grow: state is the current entry and the label under which lines stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.title = ""
        self.entries: list[Entry] = []
        self.intro: list[Prose] = []
        self.label = ""
        self.prose: list[Prose] = []
        self.head: Entry | None = None
        self.list_title: Span = Span(0, 0)

    def add(self, line: _Line, after: list[_Line]) -> None:
        if line.blank:
            return
        head = self._heading(line, after)
        if head is not None:
            self._close(line.start)
            self.head, rest = head
            self.label = ""
            if rest is not None:
                self._prose("", rest)
            return
        label = _label(line)
        if label is not None:
            self.label, start = label
            if self.head is not None and self.label not in ("sources", "credit"):
                self._prose(self.label, Span(start, line.start + len(line.text.rstrip())))
            elif self.head is not None and self.label == "credit":
                self._prose("credit", Span(line.start + line.lead, line.start + len(line.text.rstrip())))
            return
        span = self._words(line)
        if self.head is None:
            if not self.title and (
                line.heading
                or (not self.intro and len(line.text) < 120 and not line.text.rstrip().endswith((".", "!", "?", ":")))
            ):
                self.title = self.text[span.start : span.end].strip(_MARKS + "#")
                self.list_title = span
            else:
                self.intro.append(Prose("intro", span, self.text[span.start : span.end]))
        elif not line.heading and self.label != "sources":
            self._prose(self.label, span)

    def _prose(self, label: str, span: Span) -> None:
        if span.end > span.start:
            self.prose.append(Prose(label, span, self.text[span.start : span.end]))

    def _words(self, line: _Line) -> Span:
        start = line.start + line.lead
        return Span(start, max(start, line.start + len(line.text.rstrip())))

    def _close(self, end: int) -> None:
        if self.head is not None:
            head = self.head
            last = self.prose[-1].span.end if self.prose else head.span.end
            self.entries.append(
                Entry(head.index, head.number, Span(head.span.start, max(last, head.span.end)), head.title, head.title_span,
                      head.year, head.year_span, tuple(self.prose), head.also, head.pins)
            )  # fmt: skip
        self.prose = []

    def finish(self, length: int) -> tuple[Entry, ...]:
        self._close(length)
        first = self.entries[0].span.start if self.entries else length
        zero = Entry(0, None, Span(0, first), self.title, self.list_title, prose=tuple(self.intro))
        return (zero, *self.entries)

    def _heading(self, line: _Line, after: list[_Line]) -> tuple[Entry, Span | None] | None:
        """The entry that a line opens, and the span of prose on the same line."""
        body = line.text[line.lead :]
        if _label(line) is not None:
            return None
        pins = _pins(body)
        bare = _PIN.sub(lambda m: " " * len(m[0]), body)
        match = next((m for m in _YEAR.finditer(bare) if _title_before(bare[: m.start()])), None)
        rest: Span | None = None
        if match is not None:
            tail = bare[match.end() :].strip()
            marks = tail.strip(_MARKS)
            if marks and not re.match(r"^(?:[-–—:|.,]|\*\*|\[|\(|dir\.|d\.|by\b|directed by|\u2022)", marks):
                return None
            also = tuple(m.strip() for m in re.findall(r"\[([^\[\]]{2,120})\]", tail))
            words = re.sub(r"^[\s*_]*[-–—:|.,]?\s*[*_]*\s*", "", bare[match.end() :])
            if words.strip(_MARKS + "[]()") and not also:
                start = line.start + line.lead + len(body) - len(words)
                rest = Span(start, line.start + len(line.text.rstrip()))
            year_at = line.start + line.lead + match.start("year")
            year: int | None = int(match["year"])
            year_span: Span | None = Span(year_at, year_at + 4)
            raw = bare[: match.start()]
        elif (
            (comma := _COMMA_YEAR.search(bare.rstrip(_MARKS)))
            and (line.number or line.heading)
            and _title_before(bare[: comma.start()])
        ):
            year = int(comma["year"])
            at = line.start + line.lead + comma.start("year")
            year_span, raw, also = Span(at, at + 4), bare[: comma.start()], ()
        elif self._untitled(line, bare, after):
            year, year_span, raw, also = None, None, bare.rstrip(), ()
        else:
            return None
        inner = raw.strip(_MARKS)
        if not inner:
            return None
        start = line.start + line.lead + raw.index(inner)
        title, aka = _alternatives(inner)
        entry = Entry(
            len(self.entries) + (2 if self.head is not None else 1), line.number, Span(line.start, line.start + len(line.text.rstrip())),
            title.replace("\u00ad", ""), Span(start, start + len(title)), year, year_span, (), (*aka, *also), pins,
        )  # fmt: skip
        return entry, rest

    def _untitled(self, line: _Line, body: str, after: list[_Line]) -> bool:
        """A film without a year: a short line with a label, or an item's number, to vouch for it."""
        words = body.strip(_MARKS)
        if self.head is not None and not self.prose and not (line.number or line.heading):
            return False  # under a title that has no prose yet stand its credits, not the next film
        if not words or len(words) > 90 or (words.endswith((".", ":", "!", "?")) and not words.endswith("Car!")):
            return False
        following = next((other for other in after if not other.blank), None)
        labelled = (
            following is not None and (found := _label(following)) is not None and found[0] in ("description", "fact")
        )
        return labelled and words[:1].isupper()


def _title_before(text: str) -> bool:
    words = text.strip(_MARKS)
    return (
        bool(words)
        and len(words) <= 160
        and len(words.split()) <= 16
        and not re.search(r"[.;]\s+[A-Z]\w+\s+\w+\s+\w+", words)
    )


def _alternatives(title: str) -> tuple[str, tuple[str, ...]]:
    """*Title / Other title*, *Title [Original]*, *Title (Original)*, *Title aka Other*."""
    match = re.match(r"^(?P<title>.+?)\s*(?:\s/\s|\baka\b|\ba\.k\.a\.|\[|\(|\|)\s*(?P<other>[^\])]+)[\])]?\s*$", title)
    if match and len(match["title"]) > 1:
        return match["title"].strip(_MARKS + ","), (match["other"].strip(_MARKS),)
    return title, ()


def _pins(body: str) -> dict[str, str]:
    found = {}
    for match in _PIN.finditer(body):
        for part in match[1].split():
            space, _, id_ = part.partition(":")
            if id_ and space in ("imdb", "wikidata", "verite", "tmdb"):
                found[space] = id_
    return found


def _label(line: _Line) -> tuple[str, int] | None:
    """The label that a line opens with and where its text begins."""
    body = line.text[line.lead :]
    bold = _BOLD_LABEL.match(body)
    if bold is not None and (name := bold["label"].strip(" ?:").casefold()) in _LABELS:
        return _LABELS[name], line.start + line.lead + bold.end()
    match = _LABEL.match(body)
    if match is None:
        return None
    name = match["label"].strip().casefold()
    if name not in _LABELS or (match["colon"] not in (":", "：") and not match["open"]):
        return None
    return _LABELS[name], line.start + line.lead + match.end()


def _allowances(text: str, entries: tuple[Entry, ...]) -> list[Allowance]:
    found = []
    for match in _ALLOW.finditer(text):
        entry = max((e.index for e in entries if e.index and e.span.start <= match.start()), default=0)
        found.append(Allowance(match["code"], match["because"], entry, Span(match.start(), match.end())))
    return found
