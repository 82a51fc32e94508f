"""What was read: every clause is a claim, an opinion or plot, or it is listed as unread."""

from collections.abc import Sequence

from verite.clauses import Sentence
from verite.clauses.parts import cued, parts
from verite.model import Coverage, Grade, Span, Verdict
from verite.reading import Line, Reading

_PEOPLE = ("HUMAN", "CHARACTER", "PERSON", "LIFE", "NAME")


def coverage(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Coverage:
    claimed = [v.claim for v in verdicts if v.claim.kind not in ("opinion", "existence", "year")]
    by_entry: dict[int, list[Span]] = {}
    for verdict in verdicts:
        if verdict.claim.kind not in ("opinion", "existence", "year"):
            by_entry.setdefault(verdict.entry, []).append(verdict.claim.span)
    total = opinion = plot = 0
    unread: list[Span] = []
    for reading in readings:
        spans = by_entry.get(reading.entry.index, ())
        for line in reading.lines:
            for sentence in line.sentences:
                for start, end in parts(sentence):
                    if not any(start <= t.start < end and t.text[:1].isalnum() for t in sentence.tokens):
                        continue
                    total += 1
                    if any(span.start < end and start < span.end for span in spans):
                        continue
                    if cued(sentence, "opinion", start, end):
                        opinion += 1
                    elif line.label in ("intro", "advisory", "note") or _plot(line, sentence, start, end):
                        plot += 1
                    else:
                        unread.append(Span(start, end))
    seen = sum(c.grade is Grade.SEEN for c in claimed)
    return Coverage(total, len(claimed), seen, opinion, plot, tuple(unread))


def _plot(line: Line, sentence: Sentence, start: int, end: int) -> bool:
    """A clause of a description that tells of people, or of what the film tells."""
    if line.label not in ("description", ""):
        return False
    return any(
        start <= np.tokens[0].start < end and (np.sem in _PEOPLE or np.pronoun in ("he", "she", "they", "him", "her"))
        for np in sentence.phrases()
    ) or any(start <= f.start < end and f.act == "TELL" for f in sentence.frames)
