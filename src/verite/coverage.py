"""What was read: every clause is a claim, an opinion or plot, or it is listed as unread."""

from collections.abc import Sequence

from verite.clauses.parts import cued, parts, tells_of_people
from verite.model import Coverage, Grade, Span, Verdict
from verite.reading import Reading


def coverage(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Coverage:
    # what was only noticed is not read: the clause is listed
    verdicts = [v for v in verdicts if not v.claim.unresolved]
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
                    if not any(t.text[:1].isalnum() for t in sentence.within(start, end)):
                        continue
                    total += 1
                    if any(span.start < end and start < span.end for span in spans):
                        continue
                    if cued(sentence, "opinion", start, end):
                        opinion += 1
                    elif line.label in ("intro", "advisory", "note") or (
                        line.label in ("description", "") and tells_of_people(sentence, start, end)
                    ):
                        plot += 1
                    else:
                        unread.append(Span(start, end))
    seen = sum(c.grade is Grade.SEEN for c in claimed)
    return Coverage(total, len(claimed), seen, opinion, plot, tuple(unread))
