"""Through whose eyes the story is told: *from the point of view of a prisoner*, *through a child's eyes*.

A judgement: it is held against what the record's editors judged, or a source says, and is supported or not known. That
one critic sees the guard's story where another sees the prisoner's refutes neither.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind, prose_value
from verite.clauses import NP, Frame, Sentence
from verite.clauses.clause import Clause
from verite.clauses.frames import flags_of
from verite.clauses.lexicon import singular
from verite.judge import Ground
from verite.model import Agreement, Claim, Link, Statement, Status
from verite.reading import Reading

_EYES = frozenset("eyes view perspective viewpoint standpoint".split())
_VERBS = frozenset("tell see show narrate relate recount".split())
_STORY = frozenset("story events plot action tale narrative".split())
_WHO = {
    "prisoner": "prisoner", "inmate": "prisoner", "convict": "prisoner", "deportee": "exile", "exile": "exile",
    "child": "child", "boy": "child", "girl": "child", "guard": "guard", "interrogator": "interrogator",
    "investigator": "interrogator", "informer": "informer", "ruler": "ruler", "dictator": "ruler",
    "family": "family", "wife": "family", "husband": "family", "mother": "family", "father": "family",
    "daughter": "family", "son": "family", "widow": "family", "relative": "family",
    "bystander": "bystander", "outsider": "outsider", "foreigner": "outsider",
}  # fmt: skip


def find(reading: Reading) -> Iterator[Claim]:
    for line in reading.lines:
        if line.label == "intro":
            continue
        for sentence in line.sentences:
            for clause in sentence.clauses:
                subject = clause.subject
                if clause.vg.lemma not in _VERBS or not clause.vg.passive or subject is None:
                    continue
                if not (subject.head in _STORY or reading.surely_film(subject, line, sentence)):
                    continue
                yield from _viewed(clause, sentence, reading)


def _viewed(clause: Clause, sentence: Sentence, reading: Reading) -> Iterator[Claim]:
    vg = clause.vg
    for np in sentence.phrases():
        if np.start < vg.end or np.head not in _EYES:
            continue
        after = [p for p in sentence.phrases() if p.start >= np.core_end]
        who = np.poss or np.of or next((p for p in after if _joined(np, p, sentence)), None)
        value = _WHO.get(singular(who.head)) if who is not None and who.head else None
        if who is not None and value is not None:
            end = max(np.core_end, who.core_end)
            frame = Frame("TELL", {}, [], clause.start, end, vg.start, vg.end, **flags_of(clause))
            yield reading.claim("perspective", "perspective", value, frame, sentence, who, {})
            return


def _joined(np: NP, other: NP, sentence: Sentence) -> bool:
    return [t.low for t in sentence.tokens if np.core_end <= t.start < other.tokens[0].start] == ["of"]


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()

    def stands(s: Statement) -> Agreement:
        return Agreement.AGREES if s.value == claim.value and not claim.negative else Agreement.UNCLEAR

    return Ground(tuple((s, stands(s)) for s in catalogue.statements(link.work.id, "perspective")))


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"told from the point of view of: {prose_value(claim.value)}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"point of view: {prose_value(said.value)}"


KIND = Kind(
    "perspective",
    "perspective",
    find,
    weigh,
    told,
    shown,
    examples={
        "The story is told from the point of view of a prisoner.": Status.SUPPORTED,
        "It is told through the prisoner's eyes.": Status.SUPPORTED,
        "It is seen through the eyes of a child.": Status.UNVERIFIED,
        "It is perhaps told through the eyes of a guard.": Status.UNVERIFIED,
        "The lamplighter sees the eyes of a child.": None,
        "A child is seen with closed eyes.": None,
    },
)
