"""The grammar that list texts share, whatever their decoration: lines, those of them that open an entry, and the prose between.

    [Guide title]
    [introduction]
    [n.] Title (year)    optional: [original title] {imdb:tt... wikidata:Q...}    or: Title (year) - text
    Description: text
    Fact: text

`marks` says what lines are, `openings` what may open an entry, `pattern` which openings this text means."""

import itertools
import re

from verite.model import Allowance, Entry, FilmList, Prose, Span
from verite.readers import marks, openings, pattern, room
from verite.readers.marks import WRAPS, Line
from verite.readers.openings import Opening

_PIN = re.compile(r"\{([^}]{3,120})\}")
_ALLOW = re.compile(r"<!--\s*verite:\s*allow\s+(?P<code>[A-Z]\d{3})\s+because\s+(?P<because>.+?)\s*-->", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# Marks of notes, and the notes: `[^3]`, `[12]`, and `[^3]: Variety, 2010` with the lines indented under it. They are about sources, not films.
_NOTE = re.compile(
    r"^ {0,3}\[\^[^\]\s]{1,40}\]:[^\n]*(?:\n(?: {4}|\t)[^\n]*)*|\[\^[^\]\s]{1,40}\]|(?<=\S)\[\d{1,3}\](?!\()",
    re.MULTILINE,
)
_URL = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\))*\)|https?://\S+")
_EMPHASIS = re.compile(r"<(?P<close>/?)(?P<name>em|i|b|strong|cite)>")
_DIGITS = re.compile(r"(?:18|19|20)\d\d")
_OR = re.compile(
    r"^[*_]*,?\s*(?:or|aka|a\.k\.a\.|also known as|orig(?:inal(?: title)?)?[.:]?|oder|или)\s+(?P<other>[*_“\"«]*[^\W\d_a-z][^.;:()–—]{0,80}?)(?=[.;:,–—]|\s[-–—]|$)"
)
_AFTER = re.compile(
    r"^[\s*_”\"»]*(?:[\ufe0f\u200d\s]|[^\w\s!-/:-@\[-`{-~“”«»„‘’—–…¿¡])*[*_]*\s*(?:[-–—:|.,;·•/]+\s*)?[*_]*\s*"
)
_OTHER_TITLE = re.compile(r"^[\s*_]*\((?P<other>[*_“\"«][^()]{2,80}[*_”\"»])\)")


def read(text: str, path: str, format_: str) -> FilmList:
    """The list in `text`. Odd text gives fewer entries, never an error."""
    return shaped(text, mask(text), path, format_)


def shaped(text: str, masked: str, path: str, format_: str) -> FilmList:
    """The list in a text of which `masked`, of the same length, shows the words."""
    lines = marks.split(masked)
    bodies = [_PIN.sub(lambda m: " " * len(m[0]), line.body) if "{" in line.body else line.body for line in lines]
    found = {
        i: opening
        for i, (line, body) in enumerate(zip(lines, bodies, strict=True))
        if _DIGITS.search(body) and (opening := openings.find(line, body)) is not None
    }
    chosen = pattern.entries(lines, bodies, found)
    building = _Building(masked)
    for i, line in enumerate(lines):
        building.add(line, chosen.get(i), part=i in chosen)
    entries = building.finish(len(text))
    return FilmList(path, building.title, format_, text, entries, tuple(allowances(text, entries)))


def mask(text: str) -> str:
    """Comments, notes and link addresses as spaces, so that every offset stays."""
    masked = text
    if "<!--" in text:  # up to the last end of one: many that never end would take the square of their number
        end = text.rfind("-->") + 3
        masked = _COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text[:end]) + text[end:] if end > 2 else text
    if "[" in masked:
        masked = _NOTE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), masked)
    masked = _URL.sub(lambda m: " " * len(m[0]), masked)
    if "<" in masked:
        masked = _EMPHASIS.sub(_stars, masked)
    return room.entities(masked).replace("\ufeff", " ")


def _stars(tag: re.Match[str]) -> str:
    stars = "**" if tag["name"] in ("b", "strong") else "*"
    return stars.ljust(len(tag[0])) if tag["close"] else stars.rjust(len(tag[0]))


class _Building:
    """The entries as they grow: state is the current entry and the label under which lines stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.title = ""
        self.list_title = Span(0, 0)
        self.entries: list[Entry] = []
        self.outside: list[Prose] = []
        self.prose: list[Prose] = []
        self.head: Entry | None = None
        self.label = ""
        self.parted = False  # a rule stands between what follows and the entry
        self.blocks: list[int] = []  # of each entry, how many paragraphs its prose has

    def add(self, line: Line, opening: Opening | None, part: bool) -> None:
        if line.kind == "rule":
            self.parted = bool(self.prose)
        if line.kind != "text" or not line.body:
            return
        if opening is not None:
            self._open(line, opening)
        elif part:
            self._close()
            self._words(line)
        elif (label := marks.label(line)) is not None:
            self._labelled(line, *label)
        elif self.parted and self.head is not None:
            self._close()
            self._words(line)
        else:
            self._words(line)

    def finish(self, length: int) -> tuple[Entry, ...]:
        self._close()
        others = self.blocks[:-1]
        if len(others) >= (2 if len(set(others)) == 1 else 4) and self.blocks[-1] > max(others):
            self._part_closing_words(max(others))
        first = self.entries[0].span.start if self.entries else length
        zero = Entry(0, None, Span(0, first), self.title, self.list_title, prose=tuple(self.outside))
        return (zero, *self.entries)

    def _part_closing_words(self, most: int) -> None:
        """Paragraphs that the last entry has more than any other are the list's closing words."""
        last = self.entries[-1]
        kept, left = last.prose[:], last.prose[:0]
        for n in range(len(last.prose) - 1, 0, -1):
            if self._paragraphs(last.prose[:n]) <= most and not any(p.label for p in last.prose[n:]):
                kept, left = last.prose[:n], last.prose[n:]
                break
        end = kept[-1].span.end if kept else last.title_span.end
        self.entries[-1] = last._replace(prose=kept, span=Span(last.span.start, max(end, last.title_span.end)))
        self.outside += [Prose("intro", p.span, p.text) for p in left]

    def _paragraphs(self, prose: tuple[Prose, ...] | list[Prose]) -> int:
        between = (self.text[a.span.end : b.span.start] for a, b in itertools.pairwise(prose))
        return bool(prose) + sum(bool(re.search(r"(\r\n|\n|\r)[ \t>]*(\r\n|\n|\r)", gap)) for gap in between)

    def _open(self, line: Line, opening: Opening) -> None:
        self._close()
        tail = self.text[opening.rest : line.end]
        also: list[str] = list(opening.also)
        bare = _PIN.sub(lambda m: " " * len(m[0]), tail)
        also += [m.strip() for m in re.findall(r"\[([^\[\]]{2,120})\]", bare[:130])] if re.match(r"\W*\[", bare) else []
        start = opening.rest
        if also and not opening.also:
            start = opening.rest + bare.index("]") + 1
        elif other := _OTHER_TITLE.match(bare) or _OR.match(bare):
            also.append(other["other"].strip(WRAPS))
            start = opening.rest + other.end()
        rest = self.text[start : line.end]
        after = _AFTER.match(_PIN.sub(lambda m: " " * len(m[0]), rest))
        start += after.end() if after else 0
        title, aka = _alternatives(self.text[opening.title.start : opening.title.end])
        self.head = Entry(
            len(self.entries) + 1, line.number, Span(line.start, line.end), title.replace("\u00ad", ""),
            Span(opening.title.start, opening.title.start + len(title)), opening.year, opening.year_span, (), (*aka, *also), _pins(line.body),
        )  # fmt: skip
        self.label = ""
        if opening.credit is not None:
            self._prose("credit", *opening.credit)
        if self.text[start : line.end].strip(WRAPS + "[]()."):
            self._run("", start, line.end)

    def _labelled(self, line: Line, role: str, start: int) -> None:
        self.label, self.parted = role, False
        if self.head is None:
            self.label = ""
            self._words(line)
        elif role == "year":
            match = _DIGITS.search(self.text, start, line.end)
            if match is not None and self.head.year is None:
                self.head = self.head._replace(year=int(match[0]), year_span=Span(match.start(), match.end()))
            self.label = "credit"
        elif role == "credit":
            self._prose("credit", line.at, line.end)
        elif role != "sources":
            self._run(role, start, line.end)

    def _words(self, line: Line) -> None:
        if self.head is not None:
            if not line.heading and self.label != "sources":
                self._run(self.label, line.at, line.end, joins=not line.marked and not line.opens)
        elif not self.title and not self.entries and self._may_be_title(line):
            self.title = self.text[line.at : line.end].strip(WRAPS + "#")
            self.list_title = Span(line.at, line.end)
        elif not self.entries or not line.heading:
            self.outside.append(Prose("intro", Span(line.at, line.end), self.text[line.at : line.end]))

    def _may_be_title(self, line: Line) -> bool:
        short = len(line.text) < 120 and not line.text.rstrip().endswith((".", "!", "?", ":"))
        return bool(line.heading) or (not self.outside and short)

    def _run(self, role: str, start: int, end: int, joins: bool = False) -> None:
        """A paragraph, cut at the labels within it; or the next line of one that was broken by its width."""
        last = self.prose[-1] if self.prose else None
        if joins and last is not None and last.label == role and self._broken(last):
            self.prose[-1] = Prose(role, Span(last.span.start, end), self.text[last.span.start : end])
            return
        for found, begin, stop in marks.parts(self.text[start:end]):
            role = found or role
            if role not in ("sources", "year"):
                self._prose(role, start + begin, start + stop)
        self.label = role if role != "credit" else self.label

    def _broken(self, last: Prose) -> bool:
        row = last.text.rsplit("\n", 1)[-1]
        return 50 <= len(row) <= 110 and last.text.rstrip(WRAPS)[-1:] not in ".!?…"

    def _prose(self, role: str, start: int, end: int) -> None:
        if end > start and self.text[start:end].strip():
            self.prose.append(Prose(role, Span(start, end), self.text[start:end]))

    def _close(self) -> None:
        if self.head is not None:
            last = max([p.span.end for p in self.prose] + [self.head.span.end])
            self.entries.append(self.head._replace(span=Span(self.head.span.start, last), prose=tuple(self.prose)))
            self.blocks.append(self._paragraphs(self.prose))
        self.head, self.prose, self.label, self.parted = None, [], "", False


def _alternatives(title: str) -> tuple[str, tuple[str, ...]]:
    """*Title / Other title*, *Title [Original]*, *Title (Original)*, *Title aka Other*."""
    match = re.match(
        r"^(?P<title>.+?)[*_]*\s*(?:\s/\s|\baka\b|\ba\.k\.a\.|\[|\(|\|)\s*(?P<other>[^\])]+)[\])]?\s*$", title
    )
    if match and len(match["title"]) > 1:
        return match["title"].rstrip(WRAPS + ","), (match["other"].strip(WRAPS),)
    return title, ()


def _pins(body: str) -> dict[str, str]:
    found = {}
    for match in _PIN.finditer(body):
        for part in match[1].split():
            space, _, id_ = part.partition(":")
            if id_ and space in ("imdb", "wikidata", "verite", "tmdb"):
                found[space] = id_
    return found


def allowances(text: str, entries: tuple[Entry, ...]) -> list[Allowance]:
    found = []
    for match in _ALLOW.finditer(text):
        entry = max((e.index for e in entries if e.index and e.span.start <= match.start()), default=0)
        found.append(Allowance(match["code"], match["because"], entry, Span(match.start(), match.end())))
    return found
