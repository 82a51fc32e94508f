"""Who is in the film, and as what.

Read from *stars N and M*, *N plays the lamplighter*, *with N as the widow*, *N in the title role*, *N's
performance as*, *voiced by N*, *the cast includes N*. A name and the part are one claim: *supported* needs
both, where the part is a character on record; a part that the record cannot place leaves the claim
unverified, unless it only says how large it is (*the lead*, *a cameo*).

Refuted in two cases: the part is on record as another actor's and this one is on record in another part
of the same film; or the record declares that it names the whole cast (or all who play that character) and does not
hold the name. Otherwise casts are open: nobody lists every actor. Another film's part (*N, who starred in ...*),
an offer, a test or a first choice is no part in this film.
"""

from collections.abc import Iterator
from typing import NamedTuple

from verite import names, people, sightings
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.clauses.verbless import pieces
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Reason, Statement, Status
from verite.reading import Line, Reading
from verite.text import fold

_CAST = frozenset(
    "cast casts ensemble players stars co-stars line-up lineup voices cameos appearances performances roles".split()
)
_CASTS = frozenset(("ensemble cast", "voice cast", "supporting cast", "main cast", "star cast", "all-star cast", "cast members"))  # fmt: skip
_PLAYED = ("CHARACTER", "HUMAN", "NAME", "PERSON")
# Verbs that need a part as their object (*takes the lead*), and those that are a part in themselves.
_TAKING = frozenset(
    "take have perform fill assume land tackle inherit share get provide supply do reprise repeat".split()
)
# Other times, other plans: *N had starred in*, *was first offered to*, *would later play*.
_THEN = frozenset(
    "previously earlier later before formerly originally initially first once again almost nearly subsequently eventually "
    "also-ran supposed afterwards next instead ever".split()
)
_OTHERS = frozenset(
    "remade remake remakes sequel sequels prequel original originally version versions stage broadway theatre theater revival "
    "radio dubbed dubbing understudy rehearsals previous earlier another unlike instead".split()
)
# What *starring* may seem to be said of: *a musical released in 1967 starring N*
_FILMS = ("FILM", "ROLE", "DATE", "TIME", "PLACE", "FEST")
_INSTRUMENTS = frozenset("organ recorder dulcimer synthesizer trumpet hammer poker soccer checkers drummer-boy".split())


class Part(NamedTuple):
    agent: NP
    character: NP | None
    grade: Grade


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames("STAR", "PLAY", "VOICE", "INCLUDE", "LEAD-CAST", "GO-TO", "IS"):
        if line.label != "intro":
            for part in _parts(frame, reading):
                if _of_another_work(frame, sentence):
                    part = part._replace(grade=Grade.SEEN)
                yield from _claim(part, frame, sentence, reading, taken)
    for line in reading.lines:
        if line.label != "intro":
            for sentence in line.sentences:
                for part, frame in _bracketed(line, sentence, reading):
                    yield from _claim(part, frame, sentence, reading, taken)
    yield from _named_here(reading, taken)


_SAID_TO_BE = frozenset("as is was plays played playing portrays becomes being".split())


def _named_here(reading: Reading, taken: set[int]) -> Iterator[Claim]:
    """*Max Oll climbs the lamp-posts.* *Max Oll again!* Whoever is on record as one of the cast, and as nothing else, is
    seen in it where he stands by himself or is told of in the present, as stories are: not where he is said to play somebody
    in words that no frame has read."""
    only = reading.on_record("cast") - reading.on_record("director", "writer")
    for sentence, np, agents in sightings.people(reading, "cast", only):
        if np.sem != "PERSON" or np.tokens[0].start in taken:
            continue
        told = (c.subject for c in sentence.clauses if c.subject and c.vg.present)
        if not pieces(sentence) and not any(np in subject.each() for subject in told):
            continue
        after = next((other for other in sentence.phrases() if other.start >= np.core_end), None)
        between = {t.low for t in sentence.tokens if after is not None and np.core_end <= t.start < after.start}
        if after is None or not (_SAID_TO_BE & between and after.sem in ("CHARACTER", "NAME", "PERSON")):
            taken.add(np.tokens[0].start)
            who = {"agents": agents, **_character(None, reading)}
            yield sightings.claim(reading, "cast", np.name, np, sentence, who)


def _claim(part: Part, frame: Frame, sentence: Sentence, reading: Reading, taken: set[int]) -> Iterator[Claim]:
    for np in people.named(part.agent, reading):
        if np.tokens[0].start in taken or {"character", "role", "hero", "heroine"} & set(np.mods):
            continue
        taken.add(np.tokens[0].start)
        own = next((other for prep, other in np.pps if prep == "as" and other.sem in (*_PLAYED, "ROLE", "O")), None)
        character = own or part.character
        if frame.by == "fragment" and frame.word == "as" and not _character(character, reading)["characters"]:
            continue  # *As a boy, N saw the harbour burn*
        several = part.agent.each()
        if own is None and len(several) > 1 and not _of_all(part.character, several):
            character = None  # *with A as the widow and B*: what A plays is not what B plays
        value = np.name.removeprefix("Starring ")
        qualifiers = {"agents": reading.agents(np), **_character(character, reading)}
        grade = part.grade
        if frame.negative and character is not None and not qualifiers["characters"]:
            grade = Grade.SEEN  # *he does not play the lead*: he may be in it all the same
        yield reading.claim("cast", "cast", value, frame, sentence, np, qualifiers, grade)


def _of_all(character: NP | None, several: list[NP]) -> bool:
    """*stars A and B as two sailors*, *A and B play the sailors*: not *A and B as Kipling*, nor what another with them plays."""
    if character is None or character.sem == "ROLE":
        return True
    return character.plural and (character in _hung(several[-1]) or all(character not in _hung(np) for np in several))


def _hung(np: NP) -> list[NP]:
    return [other for prep, other in np.pps if prep in ("as", "in")]


def _character(np: NP | None, reading: Reading) -> dict[str, object]:
    """What the prose calls the part: its words, and the characters on record that these words can mean."""
    if np is None or np.sem == "ROLE":
        inner = np.of if np is not None else None
        if inner is None or inner.sem not in (*_PLAYED, "O"):
            return {"as": "", "characters": [], "noun": "", "size": np.head if np is not None else ""}
        np = inner
    found = [e.id for e in np.entities if e.type == "character"]
    if not found and np.head and not np.mods and np.sem in ("HUMAN", "O") and np.det == "the":
        found = sorted(
            {
                str(s.qualifiers["character"])
                for s in reading.catalogue.statements(reading.work, "descriptor")
                if s.value == np.head
            }
        )
        found = found if len(found) == 1 else []
    return {"as": np.text, "characters": found, "noun": np.head, "size": ""}


def _of_another_work(frame: Frame, sentence: Sentence) -> bool:
    """*It was remade as N with A and B in the starring roles*, *on Broadway A was the widow*."""
    return any(t.low in _OTHERS and t.start < frame.end for t in sentence.tokens)


def _parts(frame: Frame, reading: Reading) -> Iterator[Part]:
    """The persons of a frame whom it puts into this film."""
    film, agent, character = frame.role("film"), frame.role("agent"), frame.role("character")
    if _of_other_film(frame, reading):
        return
    grade = Grade.SEEN if _not_then(frame) else Grade.READ
    if frame.act == "GO-TO":
        part, to = frame.role("prize"), frame.role("recipient")
        if part is not None and part.sem == "ROLE" and to is not None and frame.word == "go to":
            yield Part(to, part, grade)
    elif frame.act == "IS":
        # *Olga Marin is the widow*: of an actor of this film only, and only seen
        np, what = frame.role("subject"), frame.role("complement")
        if np is not None and what is not None and what.sem in ("CHARACTER", "HUMAN") and _acts_here(np, reading):
            yield Part(np, what, Grade.SEEN)
    elif frame.act == "INCLUDE":
        whole, part = frame.role("whole"), frame.role("part")
        if whole is not None and whole.of is not None and whole.head in ("rest", "members", "remainder"):
            whole = whole.of
        if whole is not None and (whole.head in _CAST or whole.head in _CASTS) and part is not None:
            yield Part(part, None, grade)
    elif frame.act == "LEAD-CAST":
        whole = frame.role("whole")
        if agent is not None and whole is not None and (whole.head in _CAST or whole.head in _CASTS):
            yield Part(agent, None, grade)
    elif frame.act == "STAR":
        yield from _starring(frame, film, agent, character, grade, reading)
    elif frame.by == "noun":
        agent = agent or _owner(frame.role("owner")) or frame.role("holder", "named")
        if agent is not None and agent.sem in ("PERSON", "NAME"):
            sure = (
                frame.word in ("performance", "portrayal", "turn")
                and character is not None
                and frame.role("by", "holder") is None
            )
            yield Part(agent, character, grade if sure else Grade.SEEN)
    elif agent is not None:
        yield from _playing(frame, agent, character, grade)


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
        if agent.head in _CAST or agent.head in _CASTS or agent.sem == "ROLE":
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
        if part is not None and part.sem == "ROLE" and part.head not in _CAST:
            yield Part(agent, part, grade)
    elif word in ("give", "deliver", "contribute") and part is not None:
        # *gives a quiet performance as the widow*
        if (
            part.head in ("performance", "portrayal", "turn")
            and character is not None
            and character.sem in (*_PLAYED, "ROLE")
        ):
            yield Part(agent, character, grade if _sure_object(part) else Grade.SEEN)
    elif word in ("see", "feature", "cast", "recast", "appear", "make", "turn", "pop", "figure", "act"):
        # *was cast as*, *appears as*, *sees N as*: a part, or nothing of the film is said
        if character is None:
            character = next((np for prep, np in frame.adjuncts if prep == "in" and np.sem == "ROLE"), None)
        if character is not None and character.sem in (*_PLAYED, "ROLE", "O"):
            sure = word == "appear" and character.sem != "O"
            yield Part(agent, character, grade if sure else Grade.SEEN)
    elif character is not None and character.sem in (*_PLAYED, "ROLE"):
        if character.sem == "ROLE" and (character.head in _CAST or character.det == "no"):
            return
        yield Part(agent, character, grade if _sure_object(character) else Grade.SEEN)
    elif character is not None and character.sem == "O" and character.head not in _INSTRUMENTS:
        if not (character.det or character.poss or character.name):
            return  # *plays chess*
        by_shape = character.head.endswith(("er", "or", "ist", "man", "woman", "girl", "boy", "smith"))
        yield Part(agent, character, grade if by_shape and character.det in ("the", "a", "an") else Grade.SEEN)


def _sure_object(np: NP) -> bool:
    """A part of this film: not *a father figure in all his films*, not one of several."""
    return np.det not in ("another", "other", "no", "any") and np.mods[:1] != ["younger"]


def _owner(np: NP | None) -> NP | None:
    return np if np is not None and np.sem in ("PERSON", "NAME") else None


def _acts_here(np: NP, reading: Reading) -> bool:
    cast = reading.on_record("cast")
    return np.sem == "PERSON" and not cast.isdisjoint(reading.agents(np))


def _of_other_film(frame: Frame, reading: Reading) -> bool:
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


def _bracketed(line: Line, sentence: Sentence, reading: Reading) -> Iterator[tuple[Part, Frame]]:
    """*a widow (Anna Berg)*, *Anna Berg (the widow)*: only seen, since brackets hold other things, too."""
    text, offset = line.prose.text, line.prose.span.start
    if "(" not in text:
        return
    for np in sentence.phrases():
        for inner in np.appos:
            if text[inner.start - offset - 1 : inner.start - offset] != "(" or np.sem not in _PLAYED:
                continue
            player, part = (inner, np) if " " in inner.name or inner.sem == "PERSON" else (np, inner)
            if player.sem in ("PERSON", "NAME") and part.sem in _PLAYED and (player is np or " " not in part.name):
                end = inner.core_end
                yield Part(player, part, Grade.SEEN), Frame("PLAY", {}, [], np.start, end, np.start, end, by="bracket")


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, "cast")
    characters = claim.qualifiers["characters"]
    complete = bool(catalogue.complete(link.work.id, "cast")) or (
        len(characters) == 1 and bool(catalogue.complete(link.work.id, f"character.{characters[0]}.played_by"))
    )
    mine = {s.qualifiers.get("character", "") for s in said if people.stands(claim, s, catalogue) is Agreement.AGREES}
    found = tuple((s, _stands(claim, s, mine, link, catalogue)) for s in said)
    return Ground(found, complete, otherwise=Reason.VALUE_UNRESOLVED if mine else Reason.OPEN_PROPERTY)


def _stands(claim: Claim, said: Statement, mine: set[str], link: Link, catalogue: Catalogue) -> Agreement:
    """`mine`: the characters that the claimed actor has on record in this film."""
    same = people.stands(claim, said, catalogue)
    if not claim.qualifiers["as"]:
        return same
    character, characters = said.qualifiers.get("character", ""), claim.qualifiers["characters"]
    if same is Agreement.AGREES:
        return Agreement.AGREES if character and _is_part(claim, character, link, catalogue) else Agreement.UNCLEAR
    if character in characters and same is Agreement.DIFFERS:
        # His part is another's, and he has one of his own.
        others = mine and mine.isdisjoint(characters) and mine <= _told_apart(link, catalogue)
        return Agreement.EXCLUDES if others else Agreement.DIFFERS
    if same is Agreement.UNCLEAR:
        return Agreement.UNCLEAR
    return Agreement.NEITHER if mine else Agreement.DIFFERS


def _told_apart(link: Link, catalogue: Catalogue) -> set[str]:
    """The characters that have a place of their own on record: a part given in words only may be any of them."""
    assert link.work is not None
    told = (*catalogue.statements(link.work.id, "name"), *catalogue.statements(link.work.id, "descriptor"))
    return {str(s.qualifiers.get("character", "")) for s in told}


def _is_part(claim: Claim, character: str, link: Link, catalogue: Catalogue) -> bool:
    """Whether the words of the claim fit this character: by name, else by a noun that the record has for him."""
    if character in claim.qualifiers["characters"]:
        return True
    if claim.qualifiers["noun"] in fold(character).replace("-", " ").split(" ") or names.same(
        claim.qualifiers["as"], character.replace("-", " ")
    ):
        return True  # a part given in words: *a fisherman*
    assert link.work is not None
    called = [s for s in catalogue.statements(link.work.id, "name") if s.qualifiers.get("character") == character]
    if any(names.same(claim.qualifiers["as"], str(s.value)) for s in called):
        return True
    return any(
        s.value == claim.qualifiers["noun"] and s.qualifiers.get("character") == character
        for s in catalogue.statements(link.work.id, "descriptor")
    )


def told(claim: Claim, catalogue: Catalogue) -> str:
    part = claim.qualifiers["as"]
    return f"{claim.value} plays {part}" if part else f"with {claim.value}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    name = people.usual(said.value, catalogue)
    character = said.qualifiers.get("character")
    called = next(
        (s.value for s in catalogue.statements(said.subject, "name") if s.qualifiers.get("character") == character), ""
    )
    return f"{name} plays {called or character.replace('-', ' ')}" if character else f"with {name}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    """Who does play that part."""
    if said.qualifiers.get("character") not in claim.qualifiers["characters"]:
        return None
    return people.usual(said.value, catalogue), False


KIND = Kind(
    "cast",
    "cast",
    find,
    weigh,
    told,
    shown,
    examples={
        "Max Oll climbs the lamp-posts.": Status.SUPPORTED,
        "Max Oll again!": Status.SUPPORTED,
        "Otto Brandt again!": None,
        "Max Oll won a medal for chess.": None,
        "Like The Ferry, it has Max Oll's horse in it.": None,
        "The lamplighter (played by Clara Benn) is arrested.": Status.REFUTED,
        "Its star, Clara Benn, hardly speaks.": Status.REFUTED,
        "As the lamplighter, Max Oll says little.": Status.SUPPORTED,
        "As a boy, Otto Brandt saw the harbour burn.": None,
        "The star of the evening was Clara Benn.": None,
        "Clara Benn, as the widow, replaced Olga Marin on stage.": None,
        "It stars Olga Marin and Max Oll.": Status.SUPPORTED,
        "Max Oll plays the lamplighter.": Status.SUPPORTED,
        "A drama with Max Oll as Anders Vik.": Status.SUPPORTED,
        "The lamplighter is played by Max Oll.": Status.SUPPORTED,
        "With Max Oll in the leading role.": Status.SUPPORTED,
        "Max Oll's performance as the lamplighter made his name.": Status.SUPPORTED,
        "The cast includes Olga Marin.": Status.SUPPORTED,
        "Olga Marin plays the lamplighter.": Status.REFUTED,
        "Directed by Nora Lind, it stars Otto Brandt.": Status.REFUTED,
        "It does not star Otto Brandt.": Status.SUPPORTED,
        "Otto Brandt reportedly plays a sailor.": Status.UNVERIFIED,
        "Max Oll plays the harbour master's uncle.": Status.UNVERIFIED,
        "Otto Brandt turned down the role of the lamplighter.": None,
        "Otto Brandt plays chess with the lamplighter.": None,
        "It stars no one of note.": None,
        "Olga Marin starred in two more films by Otto Brandt.": None,
        "On stage Otto Brandt played the lamplighter.": None,
    },
    correct=correct,
    stated=people.stated,
)
