"""A list's own lines: word for word with each judged span marked, or as sentences with the sources under each."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from verite.guide.editorial import sentence_spans
from verite.guide.findings import Finding
from verite.guide.notes import Note
from verite.model import Entry, FilmList, Span, Status

_WORST = [Status.REFUTED, Status.CONFLICTING, Status.UNVERIFIED, Status.SUPPORTED]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same verdicts; `ends` are those whose words end here."""

    text: str
    status: str = ""
    ends: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    label: str
    segments: tuple[Segment, ...]


def lines(entry: Entry, films: FilmList, found: Sequence[Finding]) -> list[Quoted]:
    """The entry line by line. Spans overlap, so a line is cut wherever one begins or ends; a run under
    several verdicts takes the mark of the gravest."""
    return [
        Quoted(films.text[line.start : start].strip(), tuple(_segments(Span(start, line.end), films.text, found)))
        for line, start in _lines(entry, films.text)
    ]


def _lines(entry: Entry, text: str) -> list[tuple[Span, int]]:
    """Each line's span, and where its words begin after a label."""
    spans = [entry.span, entry.title_span, *(p.span for p in entry.prose)]
    spans = [s for s in spans if s.end > s.start]
    if not spans:
        return []
    at, end = min(s.start for s in spans), max(s.end for s in spans)
    starts = {p.span.start for p in entry.prose if p.label}
    found = []
    for line in text[at:end].splitlines(keepends=True):
        stop = at + len(line.rstrip())
        if stop > at:
            begin = at + len(line) - len(line.lstrip())
            words = min((s for s in starts if begin < s < stop), default=begin)
            label = text[begin:words]
            found.append((Span(begin, stop), words if label.strip().endswith(":") and len(label) < 40 else begin))
        at += len(line)
    return found


def _segments(line: Span, text: str, found: Sequence[Finding]) -> list[Segment]:
    mine = [f for f in found if f.verdict.claim.span.start < line.end and line.start < f.verdict.claim.span.end]
    cuts = {line.start, line.end}
    for finding in mine:
        span = finding.verdict.claim.span
        cuts |= {max(line.start, span.start), min(line.end, span.end)}
    ordered = sorted(cuts)
    out = []
    for start, end in pairwise(ordered):
        over = [f for f in mine if f.verdict.claim.span.start <= start and end <= f.verdict.claim.span.end]
        status = min((f.verdict.status for f in over), key=_WORST.index, default=None)
        ends = tuple(f for f in mine if f.verdict.claim.span.end == end)
        out.append(Segment(text[start:end], str(status) if status else "", ends))
    return out


_SOURCES = 3  # shown after a sentence; each finding has its own


@dataclass(frozen=True, slots=True)
class Told:
    """A run of an entry's prose under its label, sentence by sentence, each with the sources it rests on."""

    label: str
    sentences: tuple[tuple[str, tuple[Note, ...]], ...]


def told(entry: Entry, found: Sequence[Finding]) -> list[Told]:
    """What a list of the editors' own says of a film. The sources are those of the verdicts on the sentence."""
    out = []
    for prose in entry.prose:
        sentences = []
        for start, end in sentence_spans(prose.text):
            span = Span(prose.span.start + start, prose.span.start + end)
            over = [f for f in found if f.verdict.claim.span.start < span.end and span.start < f.verdict.claim.span.end]
            notes = dict.fromkeys(note.number for f in over for note in f.notes[:1])
            notes |= dict.fromkeys(note.number for f in over for note in f.notes[1:2])
            of = {note.number: note for f in over for note in f.notes}
            shown = sorted(list(notes)[:_SOURCES])
            sentences.append((prose.text[start:end], tuple(of[n] for n in shown)))
        out.append(Told(prose.label, tuple(sentences)))
    return out
