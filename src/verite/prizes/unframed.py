"""Prizes in no frame: *Golden Bear, Berlin 1977.* *Set in Rome; Golden Lion at Venice.* *Best actor, N.*

One that stands alone in its sentence, or between its semicolons, says that the film won it (or N, named beside it); others are only seen.
"""

from collections.abc import Iterator

from verite.clauses import NP, Frame, Sentence, Token
from verite.model import Claim, Grade
from verite.prizes import context, named, spoken, tables, whose
from verite.reading import Line, Reading

_CUES = ("winn", "won", "prize", "award", "laureate", "honour")
_NOT_WON = ("nomin", "entry", "submi", "candidate", "entered", "shortlist", "competed", "contend", "missed", "lost")


def claims(reading: Reading, line: Line, sentence: Sentence, taken: set[int]) -> Iterator[Claim]:
    """A prize that no frame has claimed, with a cue beside it: *Golden Bear, Berlin 1977.* *An Oscar-winning drama.*"""
    text = ""
    for np in sentence.phrases() if sentence.names("prize", "category") else ():
        if np.entity("prize", "category") is None or np.tokens[0].start in taken or (np.number or 0) > 1:
            continue
        if spoken.says_where(np, sentence):
            continue  # *Best Actress at the César Awards*
        text = text or " ".join(sentence.low)
        if not any(cue in text for cue in _CUES) and len(sentence.tokens) > 14:
            continue
        if np.sem in ("PERSON", "NAME", "HUMAN") or any(cue in text for cue in _NOT_WON):
            continue
        at = [("at", one) for one in _givers(np, sentence)]
        frame = Frame("SEEN", {}, [*np.pps, *at], np.start, np.end, np.start, np.core_end)
        if any(f.negative for f in sentence.frames if f.start <= np.start < f.end) or any(
            t.low in ("never", "not", "no", "without", "n't", "nor") for t in sentence.tokens
        ):
            continue
        read = named.read(np, frame, reading)
        if read is not None:
            by_itself = read
            if (read := context.whose(by_itself, np, frame, sentence, line, reading.catalogue)) is not by_itself:
                frame = frame._replace(start=sentence.start)  # the quote has to hold whose it is
            taken.add(np.tokens[0].start)
            joined = _joined(np, sentence, reading)
            if joined is not None:
                frame = frame._replace(start=joined.start)  # the quote has to hold what it is joined to
            beside = _recipient(np, sentence) if tables.personal_only(read.prizes) else None
            alone = _alone(sentence, np, reading, beside) or joined is not None
            if _among(np, sentence):
                alone, frame = True, frame._replace(start=sentence.start)
            value = {"prizes": list(read.prizes), "named": read.words, "result": "won"}
            asked = {
                "edition": read.edition,
                "year": read.year,
                "recipient": beside.name if beside is not None else whose.owner(np, reading),
                "misplaced": list(read.misplaced),
                "unnamed": read.unnamed,
            }
            grade = Grade.READ if alone else Grade.SEEN
            yield reading.claim("award", "award", value, frame, sentence, np, asked, grade)


def _givers(prize: NP, sentence: Sentence) -> list[NP]:
    """Who may give a prize: the festival or academy that stands behind it and before the next prize (*the Golden Globe for the script at X and
    the Palme d'Or at Cannes*), else any of the sentence."""
    others = [np for np in sentence.phrases() if np is not prize]
    givers = [np for np in others if _may_give(np, prize)]
    prizes = (np.start for np in others if np.entity("prize", "category") and np not in givers)
    following = min((start for start in prizes if start > prize.start), default=sentence.end)
    own = [np for np in givers if prize.start < np.start < following]
    return own[:1] if own and following < sentence.end else givers


def _may_give(giver: NP, prize: NP) -> bool:
    """Whether a festival or an academy gives a prize of the sentence: it may stand anywhere, but where an academy's prize follows a
    festival (*the Golden Lion at Venice and an honorary Oscar*), that festival gave the prize before."""
    before = giver.start < prize.start and spoken.ceremony(prize)
    own = {e.id.partition("/")[0] for e in prize.entities}
    return spoken.gives(giver) and not (before and own.isdisjoint(e.id for e in giver.entities))


_TELLING = frozenset("among including incl.".split())


def _among(category: NP, sentence: Sentence) -> bool:
    """*Three Oscars, including Best Picture.* *3 Oscars, Best Picture among them.*: without a verb, one of the prizes counted before."""
    counted = [
        np for np in sentence.phrases() if (np.number or 0) > 1 and np.entity("prize") and np.core_end < category.start
    ]
    told = [clause for clause in sentence.clauses if clause.vg.lemma != "include"]
    if not counted or told or spoken.of_nomination(counted[-1]):
        return False
    between = {t.low for t in sentence.tokens if counted[-1].core_end <= t.start < category.tokens[0].start}
    behind = [t.low for t in sentence.tokens if t.start >= category.core_end][:2]
    plain = between <= {",", "(", "them", "–", "—", "-", "the", *_TELLING}
    return plain and (not between.isdisjoint(_TELLING) or behind == ["among", "them"])


def _joined(np: NP, sentence: Sentence, reading: Reading) -> Frame | None:
    """*It was given the Palme d'Or in 1981 and the Academy Award for the best foreign film*: a second prize behind the adjuncts of the first."""
    if np.sem != "PRIZE" or np.number:
        return None
    for frame in sentence.frames:
        plain = (
            frame.act in spoken.WON
            and frame.by == "verb"
            and not (frame.negative or frame.hedged or frame.modal or frame.relative)
        )
        if not plain or frame.attributed or frame.act_end > np.start or whose.recipient(frame, sentence, reading) != "":
            continue
        if not any(one.entity("prize") and one.start < np.start for one in spoken.phrases(frame)):
            continue
        if any(frame.act_end < c.vg.start < np.start for c in sentence.clauses):
            continue
        first = np.tokens[0].start
        last = [one.end for one in (*frame.phrases(), *(n for _, n in frame.adjuncts)) if one.end <= first]
        between = [t.low for t in sentence.tokens if max(last, default=frame.act_end) <= t.start < first]
        if between and "and" in between and {"and", ",", "then", "later", "also", "in", "turn"}.issuperset(between):
            return frame
    return None


_BESIDE = frozenset(
    "plus and also too then besides moreover as well of at in for best the there prize prizes award awards ( ) , : .".split()
)
_SHARED = frozenset("shared jointly ex-aequo ex".split())


_DASHES = ("–", "—", "-")


def _recipient(prize: NP, sentence: Sentence) -> NP | None:
    """*Best actor, N.* *Best actor at Cannes (N).* *N – best actor.*: who got a person's prize, named beside it."""
    people = [np for np in sentence.phrases() if np.sem in ("PERSON", "NAME") and " " in np.name and np.poss is None]
    tokens = sentence.tokens
    for np in people:
        before = sentence.before(np)
        between = {t.low for t in tokens if prize.core_end <= t.start < np.tokens[0].start}
        hung = {t.low for _, one in prize.pps for t in one.tokens}
        if (
            prize.core_end < np.start
            and before in (",", ":", "(", *_DASHES)
            and between - hung <= {before, "at", "in", "the"}
        ):
            return np
        if (
            np.core_end < prize.start
            and sentence.before(prize) in (":", *_DASHES)
            and {t.low for t in tokens if np.core_end <= t.start < prize.start} <= {":", *_DASHES}
        ):
            return np
    return None


def _alone(sentence: Sentence, prize: NP, reading: Reading, beside: NP | None = None) -> bool:
    """*Palme d'Or, 1971.* *Cannes 1981: best screenplay.* *Set in Rome; Golden Lion at Venice.* A sentence, or what stands between its semicolons, of
    nothing but one prize, festival and year says that the film won it. (*Golden Globe, same category* and *Golden Bear? Hardly* say
    something else.)"""
    if sentence.tokens[-1].text == "?" or 1 < (prize.number or 0) < 1900:  # *Palme d'Or 1993*: a year
        return False
    segment = [token for token in sentence.tokens if _same_segment(token, prize, sentence)]
    if any(c.vg.start < t.end and t.start < c.vg.end for c in sentence.clauses for t in segment[:1] + segment[-1:]):
        return False
    said = [
        np
        for np in sentence.phrases()
        if np.sem in ("PRIZE", "FEST", "DATE", "PLACE")
        or np.entity("prize", "category", "festival")
        or context.says_same(np)
        or np.name in reading.catalogue.festivals  # *Venice*, whose festival it is
    ]
    held = {t.start for np in (*said, *((beside,) if beside is not None else ())) for t in np.tokens}
    if any(t.low in ("competition", "contest", "race", "running") for t in segment):
        return False
    shared = next((t.start for t in segment if t.low in _SHARED and t.start > prize.start), segment[-1].end + 1)
    if sum(np.sem == "PRIZE" and _same_segment(np.tokens[0], prize, sentence) for np in said) > 1:
        return False  # of several prizes in a row one may be for something else
    named_ = prize.sem == "PRIZE" or prize.entity("prize", "category") is not None
    return named_ and all(t.start in held or t.low in _BESIDE or t.start >= shared for t in segment)


def _same_segment(token: Token, prize: NP, sentence: Sentence) -> bool:
    """Whether no semicolon or dash stands between a word and a prize, nor a colon behind a verb (*Cannes got it right: Palme d'Or*)."""
    start, end = sorted((token.start, prize.start))
    said = next((clause.vg.start for clause in sentence.clauses), sentence.end)
    return not any(
        (t.text in ";–—|" or (t.text == ":" and said < t.start)) and start <= t.start <= end for t in sentence.tokens
    )
