"""A verdict as a page shows it: what is claimed, what is on record, who says so, what would put it right."""

from collections.abc import Sequence
from dataclasses import dataclass

from verite.catalogue import Catalogue
from verite.claims import BY_NAME
from verite.english import sentence
from verite.guide import basis, story
from verite.guide.editorial import sentence_spans
from verite.guide.notes import Note, Notes
from verite.guide.pictures.picture import Say
from verite.guide.words import REASONS, STATUSES, Said, shortened
from verite.model import LinkStatus, ListReport, Statement, Status, Verdict
from verite.writers.json import identity

_MOST = 8  # lines of evidence for a verdict; the data has them all
_QUOTE = 400


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of the record in words, its sources, and from what it is inferred if no source says it."""

    words: str
    notes: tuple[Note, ...] = ()
    inference: str = ""
    remark: str = ""
    who: str = ""  # of whom it tells, where it is a deed of the story


@dataclass(frozen=True, slots=True)
class Finding:
    verdict: Verdict
    anchor: str
    number: int
    said: Said
    quote: str
    claimed: str
    why: str
    lines: tuple[Line, ...]
    lines_left: int
    notes: tuple[Note, ...]
    sources_left: int
    complete: str

    @property
    def status(self) -> str:
        return str(self.verdict.status)

    @property
    def tells_story(self) -> bool:
        return self.verdict.claim.kind == "story"

    @property
    def people(self) -> list[tuple[str, list[Line]]]:
        """The lines, those of one person together; of nobody ("") each by itself."""
        found: list[tuple[str, list[Line]]] = []
        for line in self.lines:
            if found and line.who and found[-1][0] == line.who:
                found[-1][1].append(line)
            else:
                found.append((line.who, [line]))
        return found

    def brief(self, say: Say = str) -> str:
        """The first of what is on record, for a feed: in words alone."""
        first = [say(line.words) + (f" ({say('our inference')})" if line.inference else "") for line in self.lines[:2]]
        who = f"{say(self.lines[0].who)}: " if self.lines and self.lines[0].who else ""
        return sentence(who + "; ".join(first)) if self.lines else say(self.why)


def findings(verdicts: Sequence[Verdict], one: ListReport, catalogue: Catalogue, notes: Notes) -> list[Finding]:
    """The verdicts in the order of the text, opinions left out."""
    ordered = sorted(
        (v for v in verdicts if v.status is not Status.OPINION), key=lambda v: (v.claim.span, v.code, v.status)
    )
    taken: dict[str, int] = {}
    found = []
    for number, verdict in enumerate(ordered, 1):
        anchor = f"v-{identity(verdict, one)}"
        taken[anchor] = taken.get(anchor, 0) + 1
        anchor += f"-{taken[anchor]}" if taken[anchor] > 1 else ""
        found.append(_finding(verdict, number, anchor, one, catalogue, notes))
    return found


def _finding(
    verdict: Verdict, number: int, anchor: str, one: ListReport, catalogue: Catalogue, notes: Notes
) -> Finding:
    claim = verdict.claim
    kind = BY_NAME.get(claim.kind)
    told = kind.told(claim, catalogue) if kind else ""
    groups: dict[tuple[str, str], list[Statement]] = {}
    for evidence in verdict.evidence:
        groups.setdefault(_words(evidence.statement, claim.kind, catalogue), []).append(evidence.statement)
    if claim.kind == "story":
        # The kind puts first what decides; what is told of one person stays together.
        order = list(dict.fromkeys(who for who, _ in groups))
        groups = dict(sorted(groups.items(), key=lambda item: order.index(item[0][0])))
    most = 2 if verdict.status is Status.SUPPORTED else 4  # what nobody disputes needs fewer
    each = most if len(groups) < 2 else 2 if len(groups) < 4 else 1
    lines, used, known = [], [], {c.key for said in groups.values() for s in said for c in s.sources}
    for (who, words), said in list(groups.items())[:_MOST]:
        line = _line(who, words, said, each, anchor, f"statement {number}", catalogue, notes)
        lines.append(line)
        used += [note for note in line.notes if note not in used]
    complete = ""
    if verdict.status is Status.REFUTED and any(e.complete for e in verdict.evidence):
        of = "this story told to its end" if claim.kind == "story" else "this complete"
        complete = f"The record declares {of}."
    return Finding(
        verdict, anchor, number, STATUSES[verdict.status],
        shortened(one.list.text[claim.span.start : claim.span.end], _QUOTE),
        f"not {told}" if claim.negative else told,
        _why(verdict, told, one),
        tuple(lines), max(0, len(groups) - _MOST),
        tuple(sorted(used, key=lambda note: note.number)), len(known - {note.source.key for note in used}), complete,
    )  # fmt: skip


def _words(said: Statement, kind: str, catalogue: Catalogue) -> tuple[str, str]:
    """Of whom a statement tells, if it is of the story, and what it says."""
    if kind == "story" and said.property == "story":
        who = basis.called(said.subject, str(said.qualifiers.get("character")), catalogue)
        return who[:1].upper() + who[1:], story.deed(said, catalogue)
    if kind == "story" and said.property == "descriptor":
        who = basis.called(said.subject, str(said.qualifiers.get("character")), catalogue)
        return who[:1].upper() + who[1:], str(said.value)
    return "", BY_NAME[kind].shown(said, catalogue) if kind in BY_NAME else str(said.value)


def _line(
    who: str, words: str, said: list[Statement], each: int, anchor: str, place: str, catalogue: Catalogue, notes: Notes
) -> Line:
    inferred = [s for s in said if s.basis and not s.sources]
    grounds = [b for s in inferred for b in basis.resolve(s, catalogue)]
    cited = notes.best([*said, *(s for ground in grounds for s in ground.statements)])[:each]
    marks = tuple(notes.mark(c, anchor, place) for c in cited)
    inference = basis.in_words(grounds) if inferred else ""
    return Line(words, marks, inference, next((s.remark for s in said if s.remark), ""), who)


def _why(verdict: Verdict, told: str, one: ListReport) -> str:
    """What has to be said beside the evidence: why it is not known, what else to note."""
    if verdict.status is Status.UNVERIFIED:
        if verdict.reason is not None and verdict.claim.kind != "existence":
            return sentence(REASONS[verdict.reason])
        return sentence(verdict.message.removeprefix("Not known: "))
    link = next((link for link in one.links if link.entry.index == verdict.entry), None)
    if verdict.status is Status.REFUTED and link is not None and link.status is LinkStatus.NONEXISTENT:
        return verdict.message
    if verdict.status is Status.SUPPORTED:
        # The message of a supported claim is its first statement; what follows it is a remark of its own.
        told_ = sentence_spans(verdict.message)
        return sentence(verdict.message[told_[1][0] :].strip()) if len(told_) > 1 else ""
    return "" if verdict.evidence else verdict.message
