"""The parts of a sentence that a reader would count, and the cue words in them.

Parts are what coverage counts and what an evaluation or an anecdote fills: finer than sentences, coarser than
verbs.
"""

from verite.clauses.lexicon import lexicon
from verite.clauses.sentence import Sentence


def parts(sentence: Sentence) -> list[tuple[int, int]]:
    """The sentence cut where a reader would count its parts: at verbs with something between them."""
    cuts = [sentence.start]
    stops = [t for t in reversed(sentence.tokens) if t.text in ",;:—–("]
    previous = None
    for clause in sentence.clauses:
        at = clause.vg.start
        if previous is not None:
            mark = next((t.end for t in stops if t.end <= at and t.start >= previous), None)
            if (
                mark is None
                and clause.vg.finite
                and not clause.inherited
                and clause.subject is not None
                and clause.subject.tokens[0].start > previous
            ):
                mark = clause.subject.tokens[0].start
            if mark is not None:
                cuts.append(mark)
        previous = clause.vg.end
    cuts = sorted(set(cuts))
    return list(zip(cuts, [*cuts[1:], sentence.end], strict=True))


def cued(sentence: Sentence, class_: str, start: int, end: int) -> bool:
    """Whether a word or phrase of a class (`opinion`, `anecdote`) stands in a part."""
    words = lexicon()
    if words.openers[class_].isdisjoint(sentence.words):
        return False
    low = [t.low for t in sentence.within(start, end)]
    return any(words.begins(low, i, class_) for i in range(len(low)))


def cued_parts(sentence: Sentence, class_: str) -> list[tuple[int, int]]:
    """The parts of a sentence in which a word or phrase of a class stands; most sentences have none."""
    words, low = lexicon(), sentence.low
    begin = words.openers[class_] & sentence.words
    if not begin or not any(word in begin and words.begins(low, i, class_) for i, word in enumerate(low)):
        return []
    return [(start, end) for start, end in parts(sentence) if cued(sentence, class_, start, end)]


_PEOPLE = ("HUMAN", "CHARACTER", "PERSON", "LIFE", "NAME")


def tells_of_people(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a part tells of people, or of what the film tells: in a description, plot."""
    return any(
        start <= np.tokens[0].start < end and (np.sem in _PEOPLE or np.pronoun in ("he", "she", "they", "him", "her"))
        for np in sentence.phrases()
    ) or any(start <= f.start < end and f.act == "TELL" for f in sentence.frames)
