"""What a clause seems to speak of that no kind has read: a cue of the kind, with a name, place or number of its type beside it;
in the description of a film whose story is on record, anything that people do.

Such a claim has no value: it is never held against the record, and stands in the report as *not known, not read in full*,
under the code of its kind, so that whoever checks by hand knows where to look (*Moscow put it forward for the Oscars*: a
nomination, in words that no frame takes up). The cues stand in `clauses/cues.txt`. A kind that reads a clause, even in part, keeps it for itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from verite.clauses import Sentence
from verite.clauses.cues import cues
from verite.clauses.parts import cued, parts, tells_of_people
from verite.model import Claim, Grade, Span
from verite.reading import Reading

# What each kind is about, in a reader's words.
TOLD = {
    "count": "how many prizes it had", "nomination": "a nomination", "award": "a prize", "director": "who directed it", "writer": "who wrote it",
    "composer": "its music", "crew": "one of its makers", "cast": "who plays in it", "based_on": "what it is based on", "remake": "another film of the same matter",
    "sequel": "the films it belongs with", "true_story": "whether it is true", "colour": "colour or technique", "language": "its language",
    "duration": "its length", "country": "where it was produced", "ban": "a ban or the censors", "premiere": "where and when it was shown", "year": "its year",
    "filming_place": "where it was shot", "set_time": "when it is set", "set_place": "where it is set", "money": "money", "ordinal": "a place in an order",
    "career": "somebody's career", "story": "what happens to somebody in it", "topic": "its subject",
}  # fmt: skip

_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half|both|single|dozen)\b"
)
_REMNANT = 3  # words: less than that is what a claim left of its own clause
_MOST = 2  # kinds to a clause: what speaks of everything speaks of nothing


def find(reading: Reading, taken: Sequence[Span], property_of: Mapping[str, str]) -> Iterator[Claim]:
    """The claims of what no kind has read. `taken`: the spans of claims that were read or seen; `property_of`: the property of
    each kind."""
    for line in reading.lines:
        if line.label in ("intro", "advisory", "note"):
            continue
        told = line.label in ("description", "") and bool(reading.work and reading.catalogue.characters(reading.work))
        for sentence in line.sentences:
            claimed = [span for span in taken if span.start < sentence.end and sentence.start < span.end]
            for start, end in parts(sentence):
                if not claimed and cued(sentence, "opinion", start, end):
                    continue
                for left in _left(start, end, claimed):
                    words = [t for t in sentence.within(left.start, left.end) if t.text not in ",;:—–-"]
                    if len(words) < (1 if left == (start, end) else _REMNANT):
                        continue
                    span = Span(words[0].start, words[-1].end)
                    text = line.prose.text[span.start - line.prose.span.start : span.end - line.prose.span.start]
                    kinds = _spoken_of(text, line.label, sentence, span)
                    if not kinds and told and left == (start, end) and tells_of_people(sentence, start, end):
                        kinds = ["story"]
                    for kind in kinds:
                        yield Claim(kind, property_of[kind], "", span, span, grade=Grade.SEEN)


def _left(start: int, end: int, claimed: list[Span]) -> Iterator[Span]:
    """What the claims of a part leave over."""
    at = start
    for span in sorted(claimed):
        if span.start >= end or span.end <= at:
            continue
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < end:
        yield Span(at, end)


def _spoken_of(text: str, label: str, sentence: Sentence, left: Span) -> list[str]:
    """The kinds of which a clause seems to speak, the first few."""
    text = text.lower()  # a pattern that heeds case takes half the time
    held = [np for np in sentence.phrases() if left.start <= np.tokens[0].start < left.end]
    types = {np.sem for np in held} | {entity.type for np in held for entity in np.entities}
    figure = _FIGURE.search(text) is not None
    found: list[str] = []
    for cue in cues():  # their words last: those take the time
        if cue.kind in found or (cue.label and label not in (cue.label, "")) or (cue.number and not figure):
            continue
        if cue.beside and types.isdisjoint(cue.beside):
            continue
        spoken = cue.never.sub("", text) if cue.never else text
        if cue.words.search(spoken) is not None:
            found.append(cue.kind)
            if len(found) == _MOST:
                break
    return found
