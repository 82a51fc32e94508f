"""What a viewer may wish to know beforehand: *it shows torture and an execution*, *contains scenes of violence*.

Read of the film itself or of its scenes, with a verb of showing and a plain word for what is shown. Nobody records all
that a film shows, so such a claim is supported or not known, and never refuted.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind, prose_value
from verite.clauses import NP, Frame, Sentence
from verite.clauses.clause import Clause
from verite.clauses.frames import flags_of
from verite.judge import Ground
from verite.model import Agreement, Claim, Link, Statement, Status
from verite.reading import Line, Reading

_VERBS = frozenset("show contain include depict feature".split())
_SCENES = frozenset("scenes images depictions portrayals".split())
WORDS = {
    "violence": "violence", "torture": "torture", "execution": "execution", "executions": "execution",
    "suicide": "suicide", "starvation": "starvation", "cannibalism": "cannibalism", "nudity": "nudity",
    "rape": "sexual-violence", "sexual violence": "sexual-violence", "antisemitism": "antisemitism",
    "mass killing": "mass-killing", "mass shootings": "mass-killing", "dead bodies": "dead-bodies",
    "strong language": "strong-language", "death of a child": "death-of-a-child", "children in danger": "children-in-danger",
    "cruelty to animals": "cruelty-to-animals", "war": "war",
}  # fmt: skip


def find(reading: Reading) -> Iterator[Claim]:
    for line in reading.lines:
        if line.label == "intro":
            continue
        for sentence in line.sentences:
            for clause in sentence.clauses:
                if clause.vg.lemma in _VERBS and _of_the_film(clause.subject, line, sentence, reading):
                    yield from _shown(clause, sentence, reading)


def _of_the_film(subject: NP | None, line: Line, sentence: Sentence, reading: Reading) -> bool:
    if subject is None:
        return False
    return subject.head in _SCENES or reading.surely_film(subject, line, sentence)


def _shown(clause: Clause, sentence: Sentence, reading: Reading) -> Iterator[Claim]:
    """One claim for each thing named behind the verb, up to the end of the clause or the next verb."""
    stop = min((c.vg.start for c in sentence.clauses if c.vg.start > clause.vg.end), default=sentence.end)
    for np in sentence.phrases():
        if not clause.vg.end <= np.start < stop:
            continue
        value = next((v for words in _said(np, sentence) if (v := WORDS.get(words))), None)
        if value is not None:
            vg, end = clause.vg, np.core_end
            frame = Frame("TELL", {}, [], clause.start, end, vg.start, vg.end, **flags_of(clause))
            negative = frame.negative or np.det == "no"
            yield reading.claim("content", "content", value, frame, sentence, np, {}, negative=negative)


def _said(np: NP, sentence: Sentence) -> Iterator[str]:
    """The phrase with what stands behind it (*the death of a child*), with its adjective, and bare."""
    low = [t.low for t in sentence.tokens if np.tokens[0].start <= t.start]
    if low[0] in ("a", "an", "the", "no"):
        del low[0]
    yield from (" ".join(low[:n]) for n in (4, 3, 2, 1))


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()

    def stands(s: Statement) -> Agreement:
        return Agreement.AGREES if s.value == claim.value and not claim.negative else Agreement.UNCLEAR

    return Ground(tuple((s, stands(s)) for s in catalogue.statements(link.work.id, "content")))


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"shows {prose_value(claim.value)}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"{said.qualifiers.get('mode', 'shown')}: {prose_value(said.value)}"


KIND = Kind(
    "content",
    "content",
    find,
    weigh,
    told,
    shown,
    examples={
        "It shows violence and suicide.": Status.SUPPORTED,
        "The film contains scenes of violence.": Status.SUPPORTED,
        "Some scenes depict the death of a child.": Status.UNVERIFIED,
        "The film shows no violence.": Status.UNVERIFIED,
        "It may contain torture.": Status.UNVERIFIED,
        "The lamplighter contains his violence.": None,
        "He shows an execution order to the widow.": None,
    },
)
