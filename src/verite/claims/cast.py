"""Who is in the film, and as what.

Read from *stars N and M*, *N plays the lamplighter*, *with N as the widow*, *N in the title role*, *N's
performance as*, *voiced by N*, *the cast includes N*. A name and the part are one claim: *supported* needs
both, where the part is a character on record; a part that the record cannot place leaves the claim
unverified, unless it only says how large it is (*the lead*, *a cameo*).

Refuted in three cases: the part is on record as another actor's and this one is on record in another part
of the same film; enough sources give the part, called by its own name, to another, and this one is known from other films
(not so in drawn films, nor of a part with two players); or the record declares that it names the whole cast (or all who play that character) and does not
hold the name. Otherwise casts are open: nobody lists every actor. Another film's part (*N, who starred in ...*),
an offer, a test or a first choice is no part in this film.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from verite import names, part_names, people, sightings
from verite.casting import PLAYED, Part, beside, bracketed, in_brackets, of_another_work, on_record, parts, thought_of
from verite.catalogue import Catalogue
from verite.catalogue.schema import CREDITS
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.clauses.verbless import pieces
from verite.judge import Ground, enough, families, telling
from verite.model import Agreement, Claim, Grade, Link, Reason, Span, Statement, Status
from verite.reading import Reading
from verite.text import fold

_CAST = CREDITS.index("cast")


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames("STAR", "PLAY", "VOICE", "INCLUDE", "LEAD-CAST", "GO-TO", "IS"):
        if line.label != "intro":
            for part in parts(frame, reading):
                yield from _claim(part, frame, sentence, reading, taken)
    for line in reading.lines:
        if line.label != "intro":
            for sentence in line.sentences:
                for part, frame in (*bracketed(line, sentence, reading), *beside(sentence, reading)):
                    yield from _claim(part, frame, sentence, reading, taken)
    yield from _named_here(reading, taken)


_SAID_TO_BE = frozenset("as is was plays played playing portrays becomes being".split())


_ACTING = frozenset(
    "part role roles parts cast ensemble performance performances played acting acts star stars scene scenes screen".split()
)


def _named_here(reading: Reading, taken: set[int]) -> Iterator[Claim]:
    """*Max Oll climbs the lamp-posts.* *Max Oll again!* *Max Oll lost ten kilos for the part.* Whoever is on record as one of the cast, and
    as nothing else, is seen in it where he stands by himself, is told of in the present, as stories are, or stands in a sentence on acting: not
    where he is said to play somebody in words that no frame has read."""
    only = reading.on_record("cast") - reading.on_record("director", "writer")
    for sentence, np, agents in sightings.people(reading, "cast", only):
        if np.sem not in ("PERSON", "NAME") or np.tokens[0].start in taken:
            continue
        told = (c.subject for c in sentence.clauses if c.subject and c.vg.present)
        on_acting = not _ACTING.isdisjoint(t.low for t in sentence.tokens)
        after = next((other for other in sentence.phrases() if other.start >= np.core_end), None)
        between = {t.low for t in sentence.tokens if after is not None and np.core_end <= t.start < after.start}
        # *N is his wife and M a general of the militia*
        beside_it = after is not None and not between and after.det and after.sem == "HUMAN"
        if not (on_acting or beside_it or pieces(sentence) or any(np in subject.each() for subject in told)):
            continue
        if after is None or not (_SAID_TO_BE & between and after.sem in ("CHARACTER", "NAME", "PERSON")):
            taken.add(np.tokens[0].start)
            who = {"agents": agents, **_character(None, reading)}
            yield sightings.claim(reading, "cast", np.name, np, sentence, who)


def _claim(part: Part, frame: Frame, sentence: Sentence, reading: Reading, taken: set[int]) -> Iterator[Claim]:
    for np in people.named(part.agent, reading):
        if np.tokens[0].start in taken or {"character", "role", "hero", "heroine"} & set(np.mods):
            continue
        taken.add(np.tokens[0].start)
        several, pairs = part.agent.each(), _pairs(part, sentence)
        own = _as(np) if pairs is None else None
        character = own or (in_brackets(np, sentence) if frame.by == "credit" else None) or part.character
        if frame.by == "fragment" and frame.word == "as" and not _character(character, reading)["characters"]:
            continue  # *As a boy, N saw the harbour burn*
        if pairs is not None:
            character = pairs[several.index(np)] if np in several and len(pairs) == len(several) else None
        elif own is None and len(several) > 1 and not _of_all(part.character, several):
            character = None  # *with A as the widow and B*: what A plays is not what B plays
        value = np.name.removeprefix("Starring ")
        qualifiers: dict[str, Any] = {"agents": reading.agents(np), **_character(character, reading)}
        if frame.act == "VOICE":
            qualifiers["voiced"] = True
        # which of several is whose is not sure, least where *respectively* says so of more than was taken up
        grade = Grade.SEEN if pairs is not None or "respectively" in sentence.words else part.grade
        if own is not None and frame.by in ("credit", "noun") and on_record(own, reading):
            grade = Grade.READ  # *the actress A as Elena*
        if character is not None and frame.passive and (either := _of_somebody(character)) is not None:
            grade = Grade.SEEN
            qualifiers["characters"] += [e.id for e in either.entities if e.type == "character"]
        if frame.passive and _after_title(frame, sentence):
            grade = Grade.SEEN
        if of_another_work(part, frame, sentence) or thought_of(part, sentence) or _shared(np, own, several, reading):
            grade = Grade.SEEN
        if frame.negative and character is not None and not qualifiers["characters"]:
            grade = Grade.SEEN  # *he does not play the lead*: he may be in it all the same
        if qualifiers["as"] and not frame.negative and _partless(np, reading):
            # The record knows that he is in it, and of no cast what they play: that much of the claim stands by itself.
            who = {"agents": qualifiers["agents"], **_character(None, reading)}
            yield reading.claim("cast", "cast", value, sightings.frame(np, sentence), sentence, np, who, Grade.SEEN)
        claim = reading.claim("cast", "cast", value, frame, sentence, np, qualifiers, grade)
        yield claim._replace(span=_pair(np, own, character, claim.span))


def _after_title(frame: Frame, sentence: Sentence) -> bool:
    """*M meets Forrest Gump, played by N*: the title of the film is a part's name here."""
    before = [np for np in sentence.phrases() if np.core_end <= frame.act_start]
    return bool(before) and max(before, key=lambda np: np.core_end).entity("this", "film") is not None


def _as(np: NP) -> NP | None:
    return next((other for prep, other in np.pps if prep == "as" and other.sem in (*PLAYED, "ROLE", "O")), None)


def _pairs(part: Part, sentence: Sentence) -> list[NP] | None:
    """*A and B star as the lovers M and N*, *stars A and B as M and N*: each plays one of them, in this order or another.
    Where what follows the first part was not taken up as another, nobody knows who plays which."""
    host = next((np for np in sentence.phrases() if part.agent in np.also), part.agent)  # *between A and B as M and N*
    several = host.each()
    both = part.character or _as(several[-1])
    if both is None or (len(several) < 2 and sentence.before(part.agent) not in ("and", "&")):
        return None
    if both.also:
        return both.each() if host is part.agent else []
    # *Cleopatra and M are played by A and B*, of the film of that name
    before = len(several) > 1 and part.character is not None and sentence.before(both) in ("and", "&")
    return [] if before or _another_part(both, sentence) else None


def _another_part(np: NP, sentence: Sentence) -> bool:
    """Whether another part follows: *as M and N*, but not *A as M and B as N*."""
    behind = [t for t in sentence.tokens if t.start >= np.core_end][:2]
    if len(behind) < 2 or behind[0].low not in ("and", "&", ","):
        return False
    described = behind[0].low != "," and behind[1].low in ("the", "a", "an", "his", "her")  # *as M, a widow*: M again
    if not (behind[1].capital or described):
        return False
    other = next((one for one in sentence.phrases() if one.start == behind[1].start), None)
    after = next((t.low for t in sentence.tokens if other is not None and t.start >= other.core_end), "")
    return after not in ("as", "(")


def _shared(np: NP, own: NP | None, several: list[NP], reading: Reading) -> bool:
    """*A and B as Peter and Doris Strelzyk and C as Günter*: what follows B's part may be a part as well, for A has none."""
    around = several[several.index(np) - 1 :][:3:2] if own is not None and np in several else []
    return len(around) == 2 and all(_as(o) is None for o in around) and not reading.agents(around[1])


def _pair(np: NP, own: NP | None, character: NP | None, span: Span) -> Span:
    """Where a name and his part stand, without the other pairs that hang on the same verb."""
    part = own or character
    if part is None or part.start < np.start:
        return span
    end = part.core_end if part.of is None else max(part.core_end, part.of.core_end)  # *in the part of the widow*
    return Span(np.start if own is not None else span.start, end if own is not None else min(span.end, end))


def _partless(np: NP, reading: Reading) -> bool:
    """Whether somebody is on record as in the film, and nothing of what he plays."""
    if not reading.work:
        return False
    agents, held = reading.agents(np), reading.catalogue
    said = [
        s
        for s in held.statements(reading.work, "cast")
        if s.value in agents or any(names.same(np.name, spelling) for spelling in held.names(s.value))
    ]
    return bool(said) and not any(s.qualifiers.get("character") for s in said)


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
        if inner is None or inner.sem not in (*PLAYED, "O"):
            return {"as": "", "characters": [], "noun": "", "size": np.head if np is not None else ""}
        np = inner
    if np.entity("character") is None:
        # *the foster mother, Magda,*; not *A plays the widow, B Magda*
        named = (one for one in np.appos if one.entity("character") is not None and one.entity("agent") is None)
        np = next(named, np)
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


def _of_somebody(np: NP) -> NP | None:
    """*the mistress of Beria, played by N*: which of the two he plays, the sentence does not say."""
    return np.of if np.sem == "HUMAN" and np.of is not None and np.of.sem in ("CHARACTER", "NAME", "PERSON") else None


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, "cast")
    characters = claim.qualifiers["characters"]
    complete = bool(catalogue.complete(link.work.id, "cast")) or (
        len(characters) == 1 and bool(catalogue.complete(link.work.id, f"character.{characters[0]}.played_by"))
    )
    stood = [(s, people.stands(claim, s, catalogue)) for s in said]
    own = [s for s, same in stood if same is Agreement.AGREES]
    mine = {s.qualifiers["character"] for s in own if s.qualifiers.get("character")} or {"" for _ in own}
    meant = _meant(claim, said, link.work.id, catalogue)
    found = tuple((s, _stands(claim, s, same, mine, meant, link, catalogue)) for s, same in stood)
    if players := _players(claim, found, meant, link, catalogue):
        found = tuple((s, Agreement.EXCLUDES if s in players else Agreement.NEITHER) for s, how in found)
    # He is in it, and as whom is not on record; he is in it, and his part may be this one; he is in no cast list.
    partless = Reason.NOT_RECORDED if mine == {""} else Reason.VALUE_UNRESOLVED
    return Ground(found, complete, otherwise=partless if mine else Reason.OPEN_PROPERTY)


def _stands(
    claim: Claim, said: Statement, same: Agreement, mine: set[str], meant: set[str], link: Link, catalogue: Catalogue
) -> Agreement:
    """`same`: how the actor stands to the one on record; `mine`: the characters that the claimed actor has on record in this film; `meant`: those that are claimed by their name."""
    if not claim.qualifiers["as"]:
        return same
    character, characters = said.qualifiers.get("character", ""), {*claim.qualifiers["characters"], *meant}
    if same is Agreement.AGREES:
        if not character and any(mine):
            return Agreement.NEITHER  # another source tells what he plays
        return Agreement.AGREES if character and _is_part(claim, character, link, catalogue) else Agreement.UNCLEAR
    if character in characters and same is Agreement.DIFFERS:
        # His part is another's, and he has one of his own.
        others = mine and mine.isdisjoint(characters) and mine <= _told_apart(claim, link, mine, catalogue)
        return Agreement.EXCLUDES if others else Agreement.DIFFERS
    if same is Agreement.UNCLEAR:
        return Agreement.UNCLEAR
    return Agreement.NEITHER if mine else Agreement.DIFFERS


def _told_apart(claim: Claim, link: Link, mine: set[str], catalogue: Catalogue) -> set[str]:
    """The characters that have a place of their own on record: a part given in words only may be any of them, unless
    the words are another name (*Georgy Malenkov*)."""
    assert link.work is not None
    told = (*catalogue.statements(link.work.id, "name"), *catalogue.statements(link.work.id, "descriptor"))
    said = set(names.parts(claim.qualifiers["as"]))
    named = {part for part in mine if any(w[:1].isupper() for w in part.split()) and said.isdisjoint(names.parts(part))}
    return named | {str(s.qualifiers.get("character", "")) for s in told}


# A part may have two players where one of them is its child, or its voice.
_TWO = frozenset(
    "young younger old older elder elderly child boy girl teenage teenaged adult grown-up voice narrator aged ageing aging little".split()
)
_AGED = frozenset("old elderly aged ageing aging".split())
_KNOWN = 3  # films in which somebody is known to play, below which he may be the child of a part
_MANY = 5  # independent families that name the player and nobody else for the part: a child's player would be told of somewhere
_FAMOUS = 10  # films from which on he would stand in the cast lists of this one


def _players(
    claim: Claim, found: Sequence[tuple[Statement, Agreement]], meant: set[str], link: Link, catalogue: Catalogue
) -> list[Statement]:
    """Those who play the part that is claimed for somebody else, if it is called by its name and so many sources name them that he is not
    one of them. (*Borys Szyc as Wiktor*: six name Tomasz Kot.) Each pair of a player and his part on record was claimed of a record
    that does not hold it: 3 of 1,836 were refuted, all of parts with two players."""
    voiced = claim.qualifiers.get("voiced") or _has_voices(link, catalogue)
    if not meant or voiced or any(how is Agreement.AGREES for _, how in found):
        return []
    theirs = [s for s, how in found if how is not Agreement.UNCLEAR and s.qualifiers.get("character") in meant]
    if meant - {s.qualifiers["character"] for s in theirs}:
        return []  # whoever plays one of them, the record does not say
    if _one_of_two(claim) != (len({people.usual(s.value, catalogue) for s in theirs}) > 1):
        return []  # where a part has a child's player or a second voice, it may have a third
    known = len({film for film, part in catalogue.credited(names.key(str(claim.value))) if part == _CAST})
    told = enough(theirs, catalogue.source)
    if not told and known >= _FAMOUS and all(how is Agreement.DIFFERS for _, how in found):
        told = len(families(telling(theirs), catalogue.source)) > 1
    unlike = all(people.stands(claim, s, catalogue) is Agreement.DIFFERS for s in theirs)
    least = 1 if len(families(telling(theirs), catalogue.source)) >= _MANY else _KNOWN
    return theirs if told and unlike and known >= least else []


def _one_of_two(claim: Claim) -> bool:
    """*the older Rose*, *little Vito*: of a part with two players, one. *The crusty old hunter Quint* has one."""
    words = fold(claim.qualifiers["as"]).split()
    before = [word for word in words if word in _TWO]
    last = words.index(before[-1]) if before else -1
    qualified = fold(part_names.own(claim.qualifiers["as"])).split()
    return bool(before) and not (_AGED.issuperset(before) and words[last + 1 :] != qualified)


def _has_voices(link: Link, catalogue: Catalogue) -> bool:
    """Whether the film is drawn: in every language another actor speaks the part."""
    assert link.work is not None
    return any(str(s.value).startswith("animat") for s in catalogue.statements(link.work.id, "genre"))


def _meant(claim: Claim, said: Sequence[Statement], work: str, catalogue: Catalogue) -> set[str]:
    """The parts on record that the claim may mean by their own name, whether the record has them as characters or in words."""
    called = [(str(s.qualifiers.get("character", "")), str(s.value)) for s in catalogue.statements(work, "name")]
    called += [(part, part) for s in said if (part := str(s.qualifiers.get("character", "")))]
    return {part for part, name in called if part_names.may_be(claim.qualifiers["as"], name)}


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
        "Max Oll is radiant as Anders Vik.": Status.SUPPORTED,
        "Max Oll smoulders as the lamplighter Anders Vik.": Status.SUPPORTED,
        "Max Oll is Anders Vik.": Status.SUPPORTED,
        "Cast: Max Oll (Anders Vik).": Status.SUPPORTED,
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
