"""Whether the film tells a true story.

*Based on true events*, *a true story*, *real-life*; and doubts: *its authenticity has been questioned*.
The record says yes, no or disputed; where its sources disagree the verdict is *conflicting*. A film
after a novel is fiction only where the record says so.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.clauses.clause import Clause
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
                    or (np.head in ("fact", "facts", "real life") and not _grounded(np, frame))
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
    yield from _asserted(reading)
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


def _grounded(np: NP, frame: Frame) -> bool:
    """*Based on fact*, *it is based on real life*; not *based on the facts of the case*, *on the real life of N*."""
    return frame.act == "ADAPT" and np.of is None and not np.pps and np.det == "" and np.poss is None


_STORY = frozenset("story tale events plot".split())
_WHOLE = frozenset("all everything every none nothing".split())
_SO = frozenset("true real authentic".split())
_REALLY = frozenset("really actually truly indeed did never".split())
_ALONE = frozenset("through and pure entirely purely wholly from start to finish".split())


def _asserted(reading: Reading) -> Iterator[Claim]:
    """*Every mile of it really happened*, *the story is true*, *it is pure fiction*: of this film, not of an anecdote told just before."""
    for line in reading.lines:
        for sentence in line.sentences if line.label != "intro" else ():
            for clause in sentence.clauses if sentence.tokens[-1].text != "?" else ():
                so = _is_so(clause, sentence)
                if so is None or clause.subject is None or clause.relative or not clause.vg.finite:
                    continue
                subject = clause.subject
                named = (
                    subject.head in _STORY and subject.det in ("the", "this", "its") and subject.poss is None
                ) or reading.surely_film(subject, line, sentence)
                whole = not _WHOLE.isdisjoint((subject.head, subject.pronoun, subject.det))
                sure = named or (whole and sentence is line.sentences[0])
                if not (sure or whole or reading.is_film(subject)):
                    continue
                none = subject.pronoun in ("none", "nothing")
                negative = (clause.vg.negative or none) == so  # *none of it happened*; *nothing in it is invented*
                denied = clause.vg.negative or none
                around = next((f for f in sentence.frames if f.clause is clause), None)
                if around is None:
                    continue
                at = around._replace(negative=denied)
                claim = reading.claim(
                    "true_story", "true_story", "yes", at, sentence, grade=Grade.READ if sure else Grade.SEEN
                )
                yield claim._replace(negative=negative)
            if not sentence.clauses and sentence.phrases() and sentence.phrases()[0].sem == "INVENTION":
                np = sentence.phrases()[0]
                rest = [t for t in sentence.tokens if t.start >= np.core_end and t.text not in ".!"]
                if sentence.start == np.start and np.of is None and rest and all(t.low in _ALONE for t in rest):
                    span = Span(sentence.start, rest[-1].end)  # *Fiction through and through.*
                    yield Claim("true_story", "true_story", "yes", span, span, grade=Grade.READ, negative=True)


def _is_so(clause: Clause, sentence: Sentence) -> bool | None:
    """Whether a clause says that something happened or is true (or made up); nothing if it says neither."""
    subject = clause.subject
    if clause.vg.lemma == "happen" and not clause.objects and not clause.pps:
        every = subject is not None and subject.det == "every"
        return (
            True
            if every
            or not _REALLY.isdisjoint(sentence.words)
            or (subject is not None and subject.pronoun in ("none", "nothing"))
            else None
        )
    if clause.vg.lemma != "be" or len(clause.objects) != 1 or clause.pps:
        return None
    said = clause.objects[0]
    if (
        said.sem == "INVENTION"
        and ("pure" in said.mods or said.head in ("pure fiction", "invention"))
        and said.of is None
        and not said.pps
    ):
        return False
    if subject is None or not (subject.head in _STORY or _WHOLE & {subject.head, subject.pronoun, subject.det}):
        return None  # *the film is real*
    ends = next((t.text for t in sentence.tokens if t.start >= said.core_end), ".") in ".!,;"
    return True if said.head in _SO and len(said.tokens) == 1 and ends else None


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
        "Every mile of it really happened!": Status.REFUTED,
        "All of it really happened.": Status.REFUTED,
        "The story is true.": Status.REFUTED,
        "Based on fact, it follows a lamplighter.": Status.REFUTED,
        "None of it happened.": Status.SUPPORTED,
        "It is pure fiction.": Status.SUPPORTED,
        "Fiction through and through.": Status.SUPPORTED,
        "The story is not true.": Status.SUPPORTED,
        "Perhaps the story is true.": Status.UNVERIFIED,
        "The director lost an ear. All of it is true.": Status.UNVERIFIED,
        "It is true that a lamplighter lived there.": None,
        "It happened in Norway.": None,
        "The film is real.": None,
        "Did it really happen?": None,
        "The story is true to the book.": None,
        "The story is too good to be true.": None,
        "Her love is true.": None,
        "The fear is real.": None,
        "It is based on the facts of a case.": None,
    },
)
