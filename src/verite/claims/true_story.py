"""Whether the film tells a true story.

*Based on true events*, *a true story*, *real-life*; and doubts: *its authenticity has been questioned*.
The record says yes, no or disputed; where its sources disagree the verdict is *conflicting*. A film
after a novel is fiction only where the record says so.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Sentence
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Span, Statement, Status
from verite.reading import Reading

_DOUBTED = ("truth", "authenticity", "veracity", "accuracy", "reliability", "truthfulness", "credibility", "memoir", "story", "account", "book", "claim", "claims", "tale", "memoirs", "true story")  # fmt: skip


_RESTS_ON = ("ADAPT", "INSPIRE", "TELL", "DRAW", "ADAPT-IN", "BE-SOURCE")
_DENIES = ("DOUBT", "INVENT")


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames(*_RESTS_ON, "IS", *_DENIES):
        if line.label == "intro":
            continue
        if frame.act in _RESTS_ON or (frame.act == "IS" and reading.is_film(frame.role("subject"))):
            for np in (
                frame.role("source"),
                frame.role("topic"),
                frame.role("complement"),
                *(np for _, np in frame.adjuncts),
            ):
                if (
                    np is None
                    or np.sem != "TRUTH"
                    or np.tokens[0].start in taken
                    or np.head in ("fact", "facts", "real life")
                ):
                    continue
                taken.add(np.tokens[0].start)
                grade = (
                    Grade.READ
                    if frame.act in ("ADAPT", "INSPIRE", "IS") or frame.role("film") is not None
                    else Grade.SEEN
                )
                yield reading.claim("true_story", "true_story", "yes", frame, sentence, np, grade=grade)
        elif frame.act in _DENIES:
            np = frame.role("doubted")
            if np is not None and (np.head in _DOUBTED or np.sem in ("WORK", "WORK-NAME")):
                yield reading.claim("true_story", "true_story", "disputed", frame, sentence, np)
    for line in reading.lines:
        for sentence in line.sentences:
            for np in sentence.phrases():
                if (
                    line.label != "intro"
                    and np.sem == "TRUTH"
                    and " " in np.head
                    and np.tokens[0].start not in taken
                    and np.head not in ("real life", "real people", "historical fact", "true account")
                ):
                    taken.add(np.tokens[0].start)
                    yield _seen(np, sentence)


def _seen(np: NP, sentence: Sentence) -> Claim:
    clause = next((f for f in sentence.frames if f.start <= np.start < f.end), None)
    span = Span(np.tokens[0].start, np.core_end)
    # *A true story of injustice.* as a sentence of its own says it of the film
    alone = not any(c.vg.finite for c in sentence.clauses) and np.tokens[0].start == sentence.start
    return Claim(
        "true_story", "true_story", "yes", span, span, grade=Grade.READ if alone else Grade.SEEN,
        negative=bool(clause and clause.negative), hedged=bool(clause and clause.hedged),
        attributed=bool(clause and clause.attributed),
    )  # fmt: skip


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, "true_story")
    stands = [(s, _stands(claim, s, catalogue)) for s in said]
    # *Disputed* speaks on both sides: somebody says that it is so.
    stands += [(s, Agreement.AGREES) for s in said if s.value == "disputed" and claim.value == "yes"]
    return Ground(tuple(stands))


def _stands(claim: Claim, said: Statement, catalogue: Catalogue) -> Agreement:
    if claim.value == "disputed":
        return Agreement.AGREES if said.value in ("disputed", "no") else Agreement.NEITHER
    if said.value == claim.value:
        return Agreement.AGREES
    excluded = said.value == "disputed" or catalogue.registry["true_story"].exclude(claim.value, str(said.value))
    return Agreement.EXCLUDES if excluded else Agreement.NEITHER


def told(claim: Claim, catalogue: Catalogue) -> str:
    return "the truth of the story is disputed" if claim.value == "disputed" else "based on a true story"


def shown(said: Statement, catalogue: Catalogue) -> str:
    of = f" ({said.qualifiers['of']})" if said.qualifiers.get("of") else ""
    return {"yes": "a true story", "no": "not a true story: fiction", "disputed": "its truth is disputed"}[
        said.value
    ] + of


KIND = Kind(
    "true_story",
    "true_story",
    find,
    weigh,
    told,
    shown,
    examples={
        "Based on a true story, it follows a lamplighter.": Status.REFUTED,
        "It is not a true story.": Status.SUPPORTED,
        "The film is said to be based on true events.": Status.UNVERIFIED,
        "It is true to its source.": None,
        "He is a true friend.": None,
    },
)
