"""Prizes in adjectives: *this Oscar-winning film*, *it was Palme d'Or-nominated*.

Before a person (*the Oscar-winning director N*) they tell of the person. *The Oscar-winning film* may be another film than the
one of the entry, so it is only seen; *this Oscar-winning film* is not.
"""

from collections.abc import Iterator

from verite.clauses import NP, Frame, Sentence
from verite.clauses.verbless import pieces
from verite.model import Claim, Grade
from verite.prizes import named
from verite.reading import Line, Reading

# By how the adjective ends: what came of it.
WON, NOMINATED = "-winning", "-nominated"


def claims(
    reading: Reading, line: Line, sentence: Sentence, kind: str, ending: str, taken: set[int]
) -> Iterator[Claim]:
    """What the adjectives of this ending say of the film; `taken` are the phrases in which a prize has been read."""
    if not sentence.names("prize", "category"):
        return
    for np in sentence.phrases():
        for token in np.tokens:
            if not token.low.endswith(ending) or not any(e.type in ("prize", "category") for e in token.entities):
                continue
            taken.add(np.tokens[0].start)
            said = next((f for f in sentence.frames if f.act == "IS" and f.role("complement") is np), None)
            if (grade := _grade(np, said, reading, line, sentence)) is None:
                continue
            prize = NP([token], token.low, "PRIZE")
            prize.name, prize.entities = token.text.removesuffix(ending), list(token.entities)
            read = named.resolve(prize, [prize], reading.catalogue)
            if read is not None:
                frame = said or Frame("SEEN", {}, [], np.start, np.core_end, token.start, token.end)
                value = {
                    "prizes": list(read.prizes),
                    "named": read.words,
                    "result": ending[1:].replace("winning", "won"),
                }
                asked: dict[str, object] = {
                    "edition": None,
                    "year": None,
                    "recipient": "",
                    "misplaced": [],
                    "unnamed": read.unnamed,
                }
                yield reading.claim(kind, kind, value, frame, sentence, prize, asked, grade)


def _grade(np: NP, said: Frame | None, reading: Reading, line: Line, sentence: Sentence) -> Grade | None:
    """How surely it is said of this film; none where it is said of something else."""
    subject = said.role("subject") if said is not None else None
    if np.plural or np.sem not in ("FILM", "PRIZE") or (np.sem == "FILM" and not reading.is_film(np)):
        return None
    if subject is None and np.sem == "PRIZE":
        return None
    if subject is not None and not reading.is_film(subject):
        return None
    alone = bool(pieces(sentence))
    if subject is None and not alone and np.det in ("a", "an", "another"):
        return None  # *it was compared with an Oscar-winning drama*
    sure = reading.surely_film(subject, line, sentence) or (np.sem == "FILM" and (np.det == "this" or alone))
    denied = sentence.denials(np.start, np.core_end) > (said is not None and said.negative)
    return Grade.READ if sure and not denied else Grade.SEEN
