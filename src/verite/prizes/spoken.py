"""Where a frame speaks of a prize, and what it says came of it: won, nominated, shortlisted, entered.

*It won the Golden Bear*, *the Golden Bear followed*, *its prizes include the Golden Bear*, *a nomination for the Golden Bear*. Which prize the
words mean is `named`.
"""

from collections.abc import Iterator

from verite.clauses import NP, Frame, Sentence

COMING = ("COME-PRIZE", "INCLUDE", "IS")  # of these only some speak of a prize: see `_come`

WON = ("WIN", "GIVE", "GO-TO", "HOLD", "BEAT")

ACTS = (*WON, *COMING, "NOMINATE", "LOSE", "ENTER")

_NOMINATIONS = frozenset("nomination nominations nominee nominees nod nods".split())

_PRIZED = ("PRIZE", "O", "ACT", "FILM")

# What a prize is to the film that has it: *its third big prize*, *another of its trophies*.
_TROPHIES = frozenset(
    "prize prizes award awards trophy trophies honour honours honor honors reward rewards accolade accolades laurel laurels statuette statuettes".split()
)

_LISTED = frozenset("long-list longlist short-list shortlist long-listed".split())

_SENDERS = frozenset("country government ministry entry submission candidate choice".split())

_INSTEAD = frozenset("place lieu hope hopes absence expectation shadow wake view stead pursuit".split())


def phrases(frame: Frame) -> list[NP]:
    """The phrases of a frame that name a prize or its category, the head ones first; a category beside a
    prize belongs to it."""
    if frame.act in COMING:
        return _come(frame)
    around = list(frame.phrases())
    # *a special mention in place of the Golden Bear*
    instead = {id(inner) for np in around if np.head in _INSTEAD and np.of is not None for inner in np.of.within()}
    instead |= {id(inner) for prep, np in frame.adjuncts if prep == "without" for inner in np.within()}  # see `owned`
    found = [np for np in around if np.entity("prize") is not None and np.sem in _PRIZED and id(np) not in instead]
    at = {id(np) for host in around for prep, np in (*host.pps, *frame.adjuncts) if prep == "at"} | {
        id(frame.role("jury"))
    }
    given = [np for np in found if not (id(np) in at and ceremony(np))]
    # *The Nika Award gave it Best Film*: the category is the prize, and the award gives it
    gave = frame.role("jury") if any(np.entity("category") for np in around) else None
    found = given or [np for np in found if np is not gave]
    direct = frame.role("prize", "O2")
    heads = [np for np in found if np.entity("category") is None]
    found = heads or found
    if direct is not None and direct not in found and _of_its_own(direct, found):
        found = [direct, *found]  # *Besides the Oscar it won the BAFTA for Best Film*
    if frame.act == "HOLD":
        had = frame.role(
            "prize"
        )  # *It had hopes of an Oscar*, *Oscar written all over it*, *a Golden Bear winner in the cast*
        return [np for np in had.each() if of_nomination(np) or (itself(np) and (np.det or np.number) and _capital(np))] if had else []  # fmt: skip
    if frame.act == "BEAT":
        to = frame.role("prize")  # *It beat the Golden Bear winner at the box office*
        return [np for np in to.each() if itself(np)] if to else []
    if not found:
        found = [np for np in frame.phrases() if np.entity("category") is not None][:1]
    if not found and direct is not None and direct.sem == "PRIZE":
        found = [direct]
    if not found and frame.act in ("GIVE", "WIN", "NOMINATE"):
        found = [np for np in frame.phrases() if np.sem == "PRIZE" and id(np) not in instead][:1]
    # *the Oscar for best foreign film, and the Palme d'Or*: what is joined to the category is a prize of its own
    beside = [np for np in frame.phrases() if np.entity("category") is not None and np not in found]
    for np in list(found):
        found.extend(
            other for other in np.also if other.entity("prize", "category") is not None or other.sem == "PRIZE"
        )
    found.extend(other for np in beside for other in np.also if other.entity("prize") is not None)
    return list({id(np): np for np in found}.values())


def ceremony(np: NP) -> bool:
    """*the Palme d'Or at the Goya Awards*, *the Nika Award nominated it*: where it was given, and not what."""
    return any(e.type == "prize" and "/" not in e.id for e in np.entities)


def gives(np: NP) -> bool:
    """Whether a phrase names a festival, or an academy by its awards."""
    return np.entity("festival") is not None or (np.plural and ceremony(np))


def says_where(np: NP, sentence: Sentence) -> bool:
    """Whether the name of an academy's prize says only who gave another: after *at*, or as the jury of the sentence."""
    given = sentence.before(np) == "at" or any(frame.role("jury") is np for frame in sentence.frames)
    # *Best Director, Golden Globe Awards*
    given = given or (
        np.plural
        and sentence.before(np) in (",", "(")
        and any(one.core_end + 1 == np.start - 1 for one in sentence.phrases() if one.entity("category"))
    )
    return given and ceremony(np)


def _come(frame: Frame) -> list[NP]:
    """*The Golden Bear followed*, *Cannes followed with the Grand Prix*, *its prizes include the Golden Bear*: the prize itself
    must stand in its place; a prize that is only spoken of beside these verbs is nobody's."""
    if frame.act == "IS":
        return _is(frame)
    whole, part, prize = frame.role("whole"), frame.role("part"), frame.role("prize")
    if frame.act == "INCLUDE":
        own = (
            whole is not None and whole.sem == "PRIZE" and whole.plural and (whole.det == "its" or _is_film(whole.poss))
        )
        return (
            [np for np in part.each() if np.entity("prize", "category") is not None and np.sem in ("PRIZE", "CATEGORY")]
            if own and part is not None
            else []
        )
    if frame.subject is not None and (frame.subject.entity("festival", "place") or frame.subject.sem == "FEST"):
        return [np for prep, np in frame.adjuncts if prep == "with" and np.sem == "PRIZE"]
    if prize is None or not prize.entity("prize", "category") or prize.sem not in ("PRIZE", "ACT"):
        return []
    if frame.role("object") is not None or (
        frame.clause is not None
        and any(np.sem in ("FILM-NAME", "WORK-NAME", "PERSON", "NAME") for np in frame.clause.objects)
    ):
        return []  # *The Golden Bear followed Ida*
    if any(prep in ("to", "for", "with") and np.entity("category") is None for prep, np in frame.adjuncts):
        return []  # *A Golden Bear followed for another film*
    if prize.det in ("his", "her", "their") or (prize.poss is not None and not _is_film(prize.poss)):
        return []  # *Her director's Golden Bear followed*
    return [prize] if frame.clause is not None and not frame.relative else []


def _is(frame: Frame) -> list[NP]:
    """*The Golden Bear was another of its trophies*, *Best Picture was its third Oscar*, *the Golden Bear is its own (or: the film's)*."""
    prize, same = frame.role("subject"), frame.role("complement")
    if prize is None or same is None or not itself(prize) or prize.sem not in ("PRIZE", "CATEGORY") or prize.plural:
        return []
    if _anothers(same):
        return [prize]
    whole = same.of if same.of is not None and (same.pronoun or same.sem in ("O", "PRONOUN")) else same
    trophy = whole.tokens[-1].low in _TROPHIES or whole.entity("prize") is not None
    own = whole.tokens[-1].low == "own" or (whole is same and same.genitive and _is_film(same))
    if not own and not (trophy and (_is_film(whole.poss) or whole.det == "its")):
        return []
    return [prize if prize.entity("prize") or whole.entity("prize") is None else whole]


def _capital(np: NP) -> bool:
    """*It has a Silver Bear*, and not *a silver bear*."""
    return any(token.capital for token in np.tokens)


def _of_its_own(category: NP, found: list[NP]) -> bool:
    """Whether a category that only one body gives stands beside prizes of others."""

    def owners(np: NP) -> set[str]:
        return {e.id.partition("/")[0] for e in np.entities if e.type in ("prize", "category")}

    return len(owners(category)) == 1 and bool(found) and all(owners(category).isdisjoint(owners(np)) for np in found)


def apart(prize: NP, frame: Frame, sentence: Sentence) -> bool:
    """*Four nominations, no Oscar*: the Oscar is no part of the nominations."""
    beside = sentence.before(prize) in (",", ";", "and", "but", "–", "—")
    return frame.by == "noun" and frame.act == "NOMINATE" and not of_nomination(prize) and beside


def _anothers(np: NP) -> bool:
    """*The Palme d'Or was Mungiu's*, *somebody else's*."""
    return np.genitive and (
        np.sem in ("NAME", "PERSON", "FILM-NAME") or np.tokens[0].low in ("somebody", "someone", "another")
    )


_SOMEBODY_ELSE = (["somebody", "else"], ["someone", "else"])


def to_another(frame: Frame) -> NP | None:
    """Whose the prize was, if it was another's."""
    if frame.act in ("GO-TO", "GIVE"):
        got = frame.role("recipient")  # *The Oscar went to somebody else*
        return got if got is not None and [t.low for t in got.tokens] in _SOMEBODY_ELSE else None
    same = frame.role("complement") if frame.act == "IS" else None
    return same if same is not None and _anothers(same) else None


def itself(np: NP) -> bool:
    """Whether a phrase is the name of a prize or category, and not of what has to do with it (*Oscar hopes*)."""
    last = np.tokens[-1]
    return np.entity("prize", "category") is not None and (
        any(e.type in ("prize", "category") for e in last.entities) or last.low in _TROPHIES
    )


def itself_or_nomination(np: NP) -> bool:
    """As `itself`, or *Oscar nomination*."""
    return itself(np) or (of_nomination(np) and np.entity("prize", "category") is not None)


def _is_film(np: NP | None) -> bool:
    return _of_film(np) or (np is not None and np.entity("this") is not None)


def _of_film(np: NP | None) -> bool:
    return np is not None and np.sem == "FILM"


def result(frame: Frame, prize: NP) -> str:
    """What the words say came of it: won, nominated, shortlisted or entered."""
    if frame.act == "NOMINATE":
        if _by_a_country(frame, prize):
            return "entered"
        if frame.word.startswith("shortlist") or (
            frame.head is not None and _LISTED & {t.low for t in frame.head.tokens}
        ):
            return "shortlisted"
        return "nominated" if frame.word in ("nominate", "be up for", *_NOMINATIONS) else "entered"
    if frame.act == "ENTER":
        return "entered"
    direct = frame.role("prize", "O2")
    if direct is not None and direct is not prize and of_nomination(direct):
        return "nominated"  # *At the 24th Academy Awards, it received a nomination in the category of ...*
    if frame.clause is not None and any(of_nomination(np) for np in frame.clause.objects):
        return "nominated"  # *It earned N a nomination for the Oscar*
    # *received a nomination for the Oscar*: the prize hangs on the nomination
    hosts = [np for np in frame.phrases() if of_nomination(np) and any(inner is prize for inner in np.within())]
    return "nominated" if hosts else "won"


def _by_a_country(frame: Frame, prize: NP) -> bool:
    """*The Soviet Union nominated it for the Oscar*, *the Soviet nominee*, *nominated as the Soviet entry*: it was sent."""
    given = [frame.role("jury"), frame.role("agent"), *(np for prep, np in frame.adjuncts if prep in ("by", "as"))]
    for np in (one for one in given if one is not None):
        if np.entity("state") is not None or np.head in _SENDERS:
            return True
    said = frame.head if frame.head is not None else prize
    return (
        frame.by == "noun"
        and said.head.startswith("nominee")
        and any(e.type in ("nationality", "state") for t in said.tokens for e in t.entities)
    )


def of_nomination(prize: NP) -> bool:
    """*five Oscar nominations*, *a nomination for the Golden Bear*."""
    return prize.head.split(" ")[-1] in _NOMINATIONS


def among(prize: NP, sentence: Sentence) -> Iterator[NP]:
    """The categories that are told of several prizes: *seven Oscars, including Best Picture*, up to the next thing that is said."""
    after = next(
        (c.vg.start for c in sentence.clauses if c.vg.start > prize.start and c.vg.lemma != "include"), sentence.end
    )
    for np in sentence.phrases():
        if np.entity("category") is not None and prize.core_end <= np.start < after:
            yield np
