"""Who is said to play whom: the parts that a sentence gives to people.

From the frames of acting (*stars N and M*, *N plays the lamplighter*, *with N as the widow*), and, where no frame has read it, from what stands
beside an actor's name: *N smoulders as Rick Blaine*, *N is radiant as Maria*, *N is the crusty old hunter Quint*, *N: Sheriff Bell*,
*and N his gruff ally Nesterov*, *N (Janusz)*. There the name has to be that of somebody who acts, here or in some film of the catalogue, and the part to have
a name of its own: *N worked as a carpenter*, *N is remembered as the Garbo of Sweden* say nothing of this film.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from verite import names, part_names
from verite.catalogue.schema import CREDITS
from verite.clauses import NP, Frame, Sentence, Token
from verite.model import Grade
from verite.reading import Line, Reading

CAST = frozenset(
    "cast casts ensemble players stars co-stars line-up lineup voices cameos appearances performances roles".split()
)
CASTS = frozenset(("ensemble cast", "voice cast", "supporting cast", "main cast", "star cast", "all-star cast", "cast members"))  # fmt: skip
PLAYED = ("CHARACTER", "HUMAN", "NAME", "PERSON")
# Verbs that need a part as their object (*takes the lead*), and those that are a part in themselves.
_TAKING = frozenset(
    "take have perform fill assume land tackle inherit share get provide supply do reprise repeat".split()
)
# Other times, other plans: *N had starred in*, *was first offered to*, *would later play*.
_THEN = frozenset(
    "previously earlier later before formerly originally initially first once again almost nearly subsequently eventually "
    "also-ran supposed afterwards next instead ever".split()
)
OTHERS = frozenset(
    "remade remake remakes sequel sequels prequel original originally version versions stage broadway theatre theater revival "
    "radio dubbed dubbing understudy rehearsals previous earlier another unlike instead".split()
)
# What *starring* may seem to be said of: *a musical released in 1967 starring N*
_FILMS = ("FILM", "ROLE", "DATE", "TIME", "PLACE", "FEST")
_INSTRUMENTS = frozenset("organ recorder dulcimer synthesizer trumpet hammer poker soccer checkers drummer-boy".split())


# With whom somebody plays: *alongside B as N* says what B plays.
_BESIDE = ("alongside", "with", "opposite", "beside", "besides", "against", "and")


class Part(NamedTuple):
    agent: NP
    character: NP | None
    grade: Grade


def parts(frame: Frame, reading: Reading) -> Iterator[Part]:
    """The persons of a frame whom it puts into this film."""
    film, agent, character = frame.role("film"), frame.role("agent"), _character(frame)
    if of_other_film(frame, reading):
        return
    grade = Grade.SEEN if _not_then(frame) else Grade.READ
    if frame.act == "GO-TO":
        part, to = frame.role("prize"), frame.role("recipient")
        if part is not None and part.sem == "ROLE" and to is not None and frame.word == "go to":
            yield Part(to, part, grade)
    elif frame.act == "IS":
        # *Olga Marin is the widow*: of an actor of this film only, and only seen, but where the part has its own name
        np, what = frame.role("subject"), frame.role("complement")
        if np is not None and what is not None and what.sem in ("CHARACTER", "HUMAN") and acts_here(np, reading):
            yield Part(np, what, grade if on_record(what, reading) else Grade.SEEN)
        elif np is not None and what is not None and what.head == "voice" and (whose := what.of) is not None:
            # *N is the voice of the giant*, not *of a generation*
            if whose.sem == "CHARACTER" or (whose.det in ("the", "") and acts_here(np, reading)):
                yield Part(np, whose, grade)
    elif frame.act == "INCLUDE":
        whole, part = frame.role("whole"), frame.role("part")
        if whole is not None and whole.of is not None and whole.head in ("rest", "members", "remainder"):
            whole = whole.of
        if whole is not None and (whole.head in CAST or whole.head in CASTS) and part is not None:
            yield Part(part, None, grade)
    elif frame.act == "LEAD-CAST":
        whole = frame.role("whole")
        if agent is not None and whole is not None and (whole.head in CAST or whole.head in CASTS):
            yield Part(agent, None, grade)
    elif frame.act == "STAR":
        yield from _starring(frame, film, agent, character, grade, reading)
    elif frame.by == "noun":
        agent = agent or _owner(frame.role("owner")) or frame.role("holder", "named")
        if (
            character is not None
            and agent is not None
            and _acts(character.name, reading)
            and not _acts(agent.name, reading)
        ):
            agent, character = character, agent  # *Kopalych was the last role of N*
        if agent is not None and agent.sem in ("PERSON", "NAME"):
            sure = (
                frame.word in ("performance", "portrayal", "turn")
                and character is not None
                and frame.role("by", "holder") is None
            )
            yield Part(agent, character, grade if sure else Grade.SEEN)
    elif agent is not None:
        yield from _playing(frame, agent, character, grade)


def _character(frame: Frame) -> NP | None:
    """The part of a frame, unless it is that of another who stands before it: *features A in the role of M, alongside B as N*."""
    agent, character = frame.role("agent"), frame.role("character")
    if agent is None or character is None:
        return character
    between = [np for prep, np in frame.adjuncts if prep in _BESIDE and agent.start < np.start < character.start]
    if not any(np.sem in ("PERSON", "NAME") for np in between):
        return character
    own = frame.role("other", "part")
    return own if own is not None and own.sem == "ROLE" and own.start < between[0].start else None


def of_another_work(part: Part, frame: Frame, sentence: Sentence) -> bool:
    """*It was remade as N with A and B in the starring roles*, *on Broadway A was the widow*; not *A as his stage partner B*."""
    if OTHERS.isdisjoint(sentence.words):
        return False
    own = () if part.character is None else part.character.tokens
    return any(t.low in OTHERS and t.start < frame.end and t not in own for t in sentence.tokens)


# Casts that somebody thought of: *the studio wanted N as M*, *with N as M in mind*.
_THOUGHT_OF = frozenset(
    "want wish prefer consider think imagine envision envisage picture suggest propose intend plan hope desire favour favor test audition "
    "screen-test reject decline refuse replace offer approach ask beg persuade drop fire sack pursue court dream conceive fancy insist "
    "recommend write see lose deny pass".split()
)
_IN_MIND = frozenset("mind choice choices plan plans idea shortlist shortlisted considered candidate candidates contender contenders wishlist".split())  # fmt: skip


def thought_of(part: Part, sentence: Sentence) -> bool:
    """Whether a part may only have been meant for somebody: the verb that stands before the name is one of wishing."""
    before = [clause.vg for clause in sentence.clauses if clause.vg.start < part.agent.start]
    cut = max((t.start for t in sentence.tokens if t.text in ";:" and t.start < part.agent.start), default=0)
    last = [vg for vg in before[-2:] if vg.start > cut]
    if len(last) > 1 and last[-1].finite:
        del last[0]  # *she thought of casting N as M*: what she thought of is no finite verb
    wished = any(vg.lemma in _THOUGHT_OF for vg in last)
    return wished or not _IN_MIND.isdisjoint(sentence.words)


def _starring(
    frame: Frame, film: NP | None, agent: NP | None, character: NP | None, grade: Grade, reading: Reading
) -> Iterator[Part]:
    if frame.by == "credit" and frame.word in ("actor", "actress", "actors", "actresses"):
        if agent is not None:
            yield Part(agent, None, Grade.SEEN)
        return
    if frame.by == "noun":
        named = frame.role("named", "holder")
        if named is not None and (reading.is_film(film) or (film is None and _the_star(frame))):
            yield Part(named, None, grade)
        return
    if film is not None and film.sem in ("PERSON", "NAME") and agent is None:
        yield Part(film, character, grade)  # *N stars as the widow*
    elif film is not None and agent is not None and agent.sem in ("PERSON", "NAME") and film.sem in ("PERSON", "NAME"):
        # *directed by N starring M*; a film has the title of a name, too. *Another film written by N, which starred M*
        yield Part(agent, character, Grade.SEEN if frame.relative else grade)
    elif agent is not None and (film is None or film.sem in _FILMS or reading.is_film(film)):
        if agent.head in CAST or agent.head in CASTS or agent.sem == "ROLE":
            # *the voices of A and B*, *a cameo by N*, *a cast that includes*
            for np in (agent.of, *(other for prep, other in agent.pps if prep in ("by", "from", "including"))):
                if np is not None and np.sem in ("PERSON", "NAME"):
                    yield Part(np, None, grade)
        else:
            loose = frame.by == "fragment" and len(agent.name.split(" ")) < 2
            yield Part(agent, character, Grade.SEEN if loose else grade)


def _the_star(frame: Frame) -> bool:
    """*The star was N*: of what, the sentence need not say; *the star of the evening* is told by its *of*."""
    np = frame.head
    return np is not None and np.det == "the" and not np.of and not np.pps and not np.mods


def _playing(frame: Frame, agent: NP, character: NP | None, grade: Grade) -> Iterator[Part]:
    part, word = frame.role("part"), frame.word.split(" ")[0]
    if agent.sem not in ("PERSON", "NAME"):
        return
    if word in _TAKING:
        if part is not None and part.sem == "ROLE" and part.head not in CAST:
            yield Part(agent, part, grade)
    elif word in ("give", "deliver", "contribute") and part is not None:
        # *gives a quiet performance as the widow*
        if (
            part.head in ("performance", "portrayal", "turn")
            and character is not None
            and character.sem in (*PLAYED, "ROLE")
        ):
            yield Part(agent, character, grade if _sure_object(part) else Grade.SEEN)
    elif word in ("see", "feature", "cast", "recast", "appear", "make", "turn", "pop", "figure", "act"):
        # *was cast as*, *appears as*, *sees N as*: a part, or nothing of the film is said
        if character is None:
            character = next((np for prep, np in frame.adjuncts if prep == "in" and np.sem == "ROLE"), None)
        if character is not None and character.sem in (*PLAYED, "ROLE", "O"):
            casting = word == "cast" and frame.clause is not None and not frame.clause.vg.finite and not frame.passive
            sure = (word == "appear" and character.sem != "O") or (casting and character.sem == "CHARACTER")
            yield Part(agent, character, grade if sure else Grade.SEEN)
    elif character is not None and character.sem in (*PLAYED, "ROLE"):
        if character.sem == "ROLE" and (character.head in CAST or character.det == "no"):
            return
        yield Part(agent, character, grade if _sure_object(character) else Grade.SEEN)
    elif character is not None and character.sem == "O" and character.head not in _INSTRUMENTS:
        several = character.plural and character.head.endswith(_PEOPLE)  # *A and B play lovers*
        if not (character.det or character.poss or character.name or several):
            return  # *plays chess*
        by_shape = several or (character.head.endswith(_PERSON) and character.det in ("the", "a", "an"))
        yield Part(agent, character, grade if by_shape else Grade.SEEN)


_PERSON = ("er", "or", "ist", "man", "woman", "girl", "boy", "smith")
_PEOPLE = ("ers", "ors", "ists", "men", "women", "girls", "boys", "smiths")


def _sure_object(np: NP) -> bool:
    """A part of this film: not *a father figure in all his films*, not one of several."""
    return np.det not in ("another", "other", "no", "any") and np.mods[:1] != ["younger"]


def _owner(np: NP | None) -> NP | None:
    return np if np is not None and np.sem in ("PERSON", "NAME") else None


def acts_here(np: NP, reading: Reading) -> bool:
    cast = reading.on_record("cast")
    return np.sem == "PERSON" and not cast.isdisjoint(reading.agents(np))


def of_other_film(frame: Frame, reading: Reading) -> bool:
    """*who starred in Mirror*, *in two more films*, *on stage*: a part elsewhere."""
    for prep, np in frame.adjuncts:
        if prep in ("in", "on", "for", "at") and np.sem in ("FILM", "FILM-NAME", "WORK", "WORK-NAME", "PLACE", "NAME"):
            if not reading.is_film(np) or np.plural:
                return True
        if np.head in (
            "stage",
            "radio",
            "theatre",
            "theater",
            "remake",
            "sequel",
            "version",
            "revival",
            "broadway",
            "adaptation",
        ):
            return True
    film = frame.role("film")
    return film is not None and film.head in ("sequel", "remake", "prequel", "revival", "play", "version")


def _not_then(frame: Frame) -> bool:
    """*had starred*, *would later play*, *was first cast*: no telling whether it came to it, or in this film."""
    clause = frame.clause
    if clause is None or (frame.by in ("fragment", "credit") and frame.word != "as"):
        return frame.modal
    said = {t.low for t in clause.vg.tokens} | {t.low for mark in clause.marks for t in mark.tokens}
    helped = "had" in said and clause.vg.lemma != "have"  # *had the lead* is no *had starred*
    return frame.modal or helped or not said.isdisjoint(_THEN) or any(
        np.sem in ("DATE", "TIME") or np.head in ("tests", "rehearsals", "rehearsal", "auditions") for _, np in frame.adjuncts
    )  # fmt: skip


def bracketed(line: Line, sentence: Sentence, reading: Reading) -> Iterator[tuple[Part, Frame]]:
    """*a widow (Anna Berg)*, *Anna Berg (the widow)*: only seen, since brackets hold other things, too."""
    text, offset = line.prose.text, line.prose.span.start
    if "(" not in text:
        return
    for np in sentence.phrases():
        for inner in np.appos:
            if text[inner.start - offset - 1 : inner.start - offset] != "(" or np.sem not in PLAYED:
                continue
            player, part = (inner, np) if " " in inner.name or inner.sem == "PERSON" else (np, inner)
            if player.sem in ("PERSON", "NAME") and part.sem in PLAYED and (player is np or " " not in part.name):
                end = inner.core_end
                listed = (
                    sentence.tokens[0].low in ("cast", "starring", "stars", "players")
                    and player is np
                    and _is_named(part)
                )
                # *the writer Khanin (Oleg Yankovsky)*: behind a part of this film stands its actor
                acted = player is inner and on_record(part, reading) and _acts(player.name, reading)
                yield (
                    Part(player, part, Grade.READ if listed or acted else Grade.SEEN),
                    Frame("PLAY", {}, [], np.start, end, np.start, end, by="bracket"),
                )


# What somebody does as somebody without playing him.
_NOT_ACTED = frozenset(
    "know work serve begin start train study describe regard hail praise remember recognise recognize credit list name choose replace join think "
    "use pose disguise arrive return establish emerge treat sell pass".split()
)
_BREAKS = frozenset(
    "; : . ? ! who whom whose which that while but because when until since although though and or if than not never".split()
)


def beside(sentence: Sentence, reading: Reading) -> Iterator[tuple[Part, Frame]]:
    """The parts that stand beside an actor's name in words of any act."""
    phrases = sentence.phrases()
    for np in phrases:
        # *Andrei Boltnev's Lapshin loves an actress*
        owner = np.poss
        if np.sem == "CHARACTER" and owner is not None and owner.sem == "PERSON" and acts_here(owner, reading):
            start, end = owner.start, np.core_end
            if not sentence.denials(start, end):
                yield Part(owner, np, Grade.READ), Frame("PLAY", {}, [], start, end, start, end, by="beside")
    owned = {id(np.poss): np for np in phrases if np.poss is not None}
    phrases = [np for np in phrases if id(np) not in owned]  # *as Juli's lost father*: not as Juli
    # where the sentence has said that somebody plays a part: *N plays A and M the sailor B*
    told = (f.role("character", "complement") for f in sentence.frames if f.act in ("PLAY", "STAR", "IS"))
    given = [np.start for np in told if np is not None]
    for np, after in pairwise(phrases):
        if np.sem not in ("PERSON", "NAME") or " " not in np.name:
            continue
        part: NP | None = after
        grade = _joined(np, after, sentence, reading, any(start < np.start for start in given))
        if grade is None:
            later = [other for other in phrases if other.start > np.start] if "as" in sentence.words else []
            part = next((other for other in later if _as(np, other, sentence)), None)
            grade = Grade.READ
        named = part is not None and _is_named(part)
        if part is None or part.sem not in PLAYED or not (named or (part is after and given)):
            continue
        here = acts_here(np, reading)
        if not here and not _acts(np.name, reading):
            continue
        given.append(np.start)
        if not named or (not here and not on_record(part, reading)):
            grade = Grade.SEEN
        start, end = np.tokens[0].start, part.core_end
        if sentence.denials(start, end):
            continue
        around = [f for f in sentence.frames if f.start < end and start < f.end]
        frame = Frame(
            "PLAY", {}, [], start, end, start, end, by="beside",
            hedged=any(f.hedged for f in around), attributed=any(f.attributed for f in around),
            quoted=any(f.quoted for f in around), modal=any(f.modal for f in around),
        )  # fmt: skip
        yield Part(np, part, grade), frame


def _joined(np: NP, after: NP, sentence: Sentence, reading: Reading, given: bool) -> Grade | None:
    """How the phrase right after a name may be his part: *is Quint*, *: Quint*, *his ally Nesterov*. `given`: whether another's
    part was told before it, so that the verb is left out."""
    if after.sem not in PLAYED:
        return None
    between = [t.low for t in _between(np, after, sentence)]
    if between == ["is"]:
        return Grade.READ
    adjacent = not between and (after.poss is not None or after.det in ("his", "her", "the", "a", "an"))
    if between == [":"]:
        return Grade.READ if _listed(after, sentence) and on_record(after, reading) else Grade.SEEN
    if given and (adjacent or (between == [","] and after.det == "the")):
        return Grade.READ if on_record(after, reading) else Grade.SEEN
    return Grade.SEEN if adjacent and after.det not in ("a", "an") and _is_named(after) else None


def _listed(part: NP, sentence: Sentence) -> bool:
    """Whether nothing but the next of a list follows: *N: Quint; M: Hooper.*"""
    after = next((t.text for t in sentence.tokens if t.start >= part.core_end), ".")
    return after in (".", ";", ",", "/", "|", "\u2022")


def on_record(np: NP, reading: Reading) -> bool:
    """Whether a phrase has the name of a part of this film on record."""
    if np.entity("character") is not None:
        return _is_named(np)
    held = reading.catalogue.statements(reading.work, "cast") if reading.work and _is_named(np) else ()
    return any(part_names.may_be(np.text, str(s.qualifiers.get("character", ""))) for s in held)


def _as(np: NP, part: NP, sentence: Sentence) -> bool:
    """Whether *as* leads from the name to the part, over nothing but what he does: *sets the screen ablaze as*."""
    between = _between(np, part, sentence)
    if not between or between[-1].low != "as" or not _BREAKS.isdisjoint(t.low for t in between):
        return False
    people = ("PERSON", "NAME", "CHARACTER")  # *Scorsese frames Bickle as Saint Francis*
    if any(other.sem in people and np.core_end <= other.start < part.start for other in sentence.phrases()):
        return False
    verbs = {clause.vg.lemma for clause in sentence.clauses if np.core_end <= clause.vg.start < part.start}
    return verbs.isdisjoint(_NOT_ACTED)


def in_brackets(np: NP, sentence: Sentence) -> NP | None:
    """The part behind a name of a cast list: *A (Janusz), B (the widow)*."""
    opened = {t.end for t in sentence.tokens if t.text == "("}
    return next((one for one in np.appos if one.start in opened and one.sem in PLAYED), None)


def _between(np: NP, other: NP, sentence: Sentence) -> list[Token]:
    return sentence.within(np.core_end, min(t.start for t in other.tokens))


def _is_named(np: NP) -> bool:
    """Whether a part has a name of its own: *the projectionist Alfredo*, not *a stage actor*."""
    return np.entity("character") is not None or any(t.capital for t in np.tokens)


def _acts(name: str, reading: Reading) -> bool:
    """Whether the catalogue knows somebody of this name as an actor, in whatever film."""
    return any(
        CREDITS[part] == "cast" for _, part in reading.catalogue.credited(names.key(name)) if part < len(CREDITS)
    )
