"""What came of a nomination, where the prize stands before: *It was nominated for the Oscar but lost to N*, *It ran for the Golden Bear and took it*,
*It was up for the Oscar. It won.*, *Nominated for the Oscar; N won.*"""

from collections.abc import Iterator
from typing import NamedTuple

from verite.clauses import NP, Frame, Sentence
from verite.prizes import lost_to, spoken
from verite.reading import Line, Reading


class Outcome(NamedTuple):
    """The frame that tells the outcome, and the one before it that names the prize, in which sentence; `to` is who won it
    instead. Not `sure` where it is another name's win: the name may be that of one of the film's people."""

    frame: Frame
    up_for: Frame
    prize: NP
    told_in: Sentence
    denied: bool
    to: str = ""
    sure: bool = True


def of(reading: Reading, line: Line, sentence: Sentence) -> Iterator[Outcome]:
    """What a sentence tells of the prize that it, or the sentence before, says the film was up for."""
    at = line.sentences.index(sentence)
    up_for: tuple[Frame, NP, Sentence] | None = None
    for told_in in (*line.sentences[max(at - 1, 0) : at], sentence):
        for frame in sorted((f for f in told_in.frames if f.by == "verb"), key=lambda f: f.act_start):
            if frame.act == "NOMINATE":
                up_for = _up_for(frame, told_in, line, reading)
            elif (
                up_for is not None and told_in is sentence and (found := _outcome(frame, *up_for, reading)) is not None
            ):
                yield found
            elif up_for is not None and told_in is not sentence and frame.clause is not None and frame.clause.vg.finite:
                up_for = None  # something else was told since


def _up_for(frame: Frame, sentence: Sentence, line: Line, reading: Reading) -> tuple[Frame, NP, Sentence] | None:
    got = frame.role("recipient") or frame.subject
    prizes = [np for np in spoken.phrases(frame) if spoken.result(frame, np) in ("nominated", "entered")]
    one = len(prizes) == 1 and (prizes[0].number or 0) < 2 and not prizes[0].also
    mine = reading.surely_film(got, line, sentence) or (got is None and _opens(frame, sentence))
    denied = frame.negative or frame.modal or frame.attributed
    return (frame, prizes[0], sentence) if one and mine and not denied else None


def _opens(frame: Frame, sentence: Sentence) -> bool:
    """*Nominated for the Oscar; N won.*"""
    clause = frame.clause
    return frame.passive and clause is not None and clause.subject is None and clause.vg.start == sentence.start


def _outcome(frame: Frame, up_for: Frame, prize: NP, told_in: Sentence, reading: Reading) -> Outcome | None:
    if frame.act not in ("WIN", "LOSE") or frame.relative or frame.modal or frame.attributed:
        return None
    if frame.clause is not None and any(np.pronoun != "it" for np in frame.clause.objects):
        return None  # *but lost its way*
    got, object_ = frame.role("recipient"), frame.role("prize")
    itself = object_ is None or object_.pronoun == "it" or reading.is_film(object_)
    same = got is None or got is up_for.role("recipient") or got.pronoun == "it"
    plain = frame.act == "LOSE" or not frame.adjuncts
    if not (itself and plain) or (frame.act == "LOSE" and frame.negative):
        return None
    if same and (frame.act == "LOSE" or frame.word in ("win", "take", "get", "receive")):
        to = lost_to.named(frame).get("to", "") if frame.act == "LOSE" else ""
        return Outcome(frame, up_for, prize, told_in, frame.negative or frame.act == "LOSE", to)
    another = (
        got is not None and got.sem in ("NAME", "FILM-NAME") and not reading.agents(got) and not reading.is_film(got)
    )
    if another and got is not None and frame.word == "win" and not frame.negative and object_ is None:
        return Outcome(frame, up_for, prize, told_in, denied=True, to=got.text, sure=False)
    return None
