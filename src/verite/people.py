"""A name in the prose held against the people on record: what all kinds about makers share.

Names are compared across spellings and scripts. Between *the same* and *surely another* lies the unknown,
where nothing may be refuted.
"""

from collections.abc import Iterator, Sequence

from verite import names, prized
from verite.catalogue import Catalogue
from verite.clauses import NP, Frame, Sentence
from verite.judge import Ground, families, telling
from verite.model import Agreement, Claim, Grade, Link, Reason, Said, Statement
from verite.reading import Reading

_OFFICES = ("director", "writer", "composer", "camera", "editor", "producer", "cast")

STUDIO = frozenset(
    "studio studios film films mosfilm lenfilm pictures productions television tv entertainment media company group bros players corporation co production features arts international associates network channel bureau committee ministry unit cinema theatre theater pictures' warner paramount".split()
)


def named(np: NP | None, reading: Reading) -> Iterator[NP]:
    """The persons of a phrase, those coordinated with it included: each known, or a name of two words or more."""
    for one in np.each() if np is not None else ():
        if one.sem == "HUMAN" and one.det in ("his", "her", "their", "the") and one.appos:
            one = one.appos[0]  # *stars N and his wife, M*
        if one.sem in ("PERSON", "NAME") and one.name and not one.denied:
            words = one.name.lower().split(" ")
            if reading.agents(one) or (len(words) > 1 and STUDIO.isdisjoint(words)):
                yield one


# What a credit may follow: *With music by Mozart*, *set to music by N*, *a night of music by N* are none.
_CREDITS_FOLLOW = ("", ",", ";", ":", ".", "and", "–", "—", "|", "(")


def credit(frame: Frame, sentence: Sentence) -> bool:
    """*Music: N.* *Music by N, photography by M.* A credit of a sentence without a verb, in so many words, for a full name."""
    agent, head = frame.role("agent"), frame.head
    if agent is None or " " not in agent.name or any(c.vg.finite for c in sentence.clauses):
        return False
    return head is None or (not head.mods and head.det in ("", "the") and sentence.before(head) in _CREDITS_FOLLOW)


def claims(
    reading: Reading, kind: str, property_: str, said: NP | None, frame: Frame, sentence: Sentence, grade: Grade,
    taken: set[int],
) -> Iterator[Claim]:  # fmt: skip
    """One claim for each person of a phrase that no claim has had yet (`taken` holds where they stand)."""
    found = [np for np in named(said, reading) if np.tokens[0].start not in taken]
    for np in found:
        taken.add(np.tokens[0].start)
        beside = [other.name for other in found if other is not np]
        who = {"agents": reading.agents(np), "beside": beside}
        yield reading.claim(kind, property_, np.name, frame, sentence, np, who, grade)


def stands(claim: Claim, said: Statement, catalogue: Catalogue) -> Agreement:
    """A recorded agent against the name in the prose: its id, else its spellings."""
    known = claim.qualifiers.get("agents") or ()
    if said.value in known:
        return Agreement.AGREES
    spellings = catalogue.names(said.value)
    if any(names.same(str(claim.value), spelling) for spelling in spellings):
        return Agreement.AGREES
    if known or all(names.unlike(str(claim.value), spelling) for spelling in spellings):
        return Agreement.DIFFERS
    return Agreement.UNCLEAR


def ground(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    """Who is on record for the claim's property, and whether that is everybody. Where nothing is declared, those on whom
    two independent sources agree still exclude somebody who is not among the film's makers, nor named beside one."""
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, claim.property)
    if not agreed(said, catalogue):
        said = (*said, *prized.credited(link.work.id, claim.property, catalogue))
    whole = [c for c in catalogue.complete(link.work.id, claim.property) if not c.scope]
    stood = tuple((s, stands(claim, s, catalogue)) for s in said)
    if not whole and agreed(said, catalogue) and not _of_the_film(claim, link.work.id, catalogue):
        stood = tuple((s, Agreement.EXCLUDES if how is Agreement.DIFFERS else how) for s, how in stood)
    by = tuple(cited for c in whole for cited in c.sources)
    if whole and len({cited.key for cited in by}) < 2 and _beside_right(claim, said, catalogue):
        # *Directed by Tom Stern and Alex Winter*, where one table alone says that there was but the first
        stood = tuple((s, Agreement.UNCLEAR if how is Agreement.DIFFERS else how) for s, how in stood)
    unclear = any(how is Agreement.UNCLEAR for _, how in stood)
    why = Reason.VALUE_UNRESOLVED if unclear else Reason.OPEN_PROPERTY if said else Reason.NOT_RECORDED
    return Ground(stood, bool(whole), otherwise=why, declared=by)


def agreed(said: Sequence[Statement], catalogue: Catalogue) -> bool:
    """Whether two independent families, one of rank 3 or better, name each of these people."""
    positive = telling(said)
    persons = _persons(positive, catalogue)
    if not persons or any(len(families(told, catalogue.source)) < 2 for told in persons):
        return False
    every = frozenset.intersection(*(families(told, catalogue.source) for told in persons))
    ranks = [catalogue.source(c.key).rank for s in positive for c in s.sources]
    return len(every) > 1 and min(ranks, default=4) < 4


def _persons(said: Sequence[Statement], catalogue: Catalogue) -> list[list[Statement]]:
    """The statements by person: two sources may know one under two ids (*alfred-schnittke*, *soviet-bloc-person:schnittke-alfred*)."""
    found: list[list[Statement]] = []
    for one in said:
        spelt = catalogue.names(one.value)
        same = (
            told
            for told in found
            if any(names.same(a, b) for s in told for a in catalogue.names(s.value) for b in spelt)
        )
        if (told := next(same, None)) is not None:
            told.append(one)
        else:
            found.append([one])
    return found


def _beside_right(claim: Claim, said: Sequence[Statement], catalogue: Catalogue) -> bool:
    """Whether somebody named in the same breath is on record for it."""
    named_ = [claim._replace(value=name, qualifiers={}) for name in claim.qualifiers.get("beside", ())]
    return any(stands(one, s, catalogue) is Agreement.AGREES for one in named_ for s in said)


def _of_the_film(claim: Claim, work: str, catalogue: Catalogue) -> bool:
    """Whether the person, or one named in the same breath, is on record among the film's makers: a director who wrote
    part of the script, a second composer beside the one on record."""
    makers = [s for office in _OFFICES for s in catalogue.statements(work, office)]
    said = [claim, *(claim._replace(value=name, qualifiers={}) for name in claim.qualifiers.get("beside", ()))]
    return any(stands(one, s, catalogue) is not Agreement.DIFFERS for one in said for s in makers)


def stated(claim: Claim) -> Said | None:
    """The statement that a claim makes of somebody named in full: a family name alone may be anybody's."""
    name = str(claim.value)
    if " " not in name:
        return None
    role = claim.qualifiers.get("as")
    return claim.property, name, {"character": role} if role and claim.property == "cast" else None


def usual(agent: str, catalogue: Catalogue) -> str:
    """The name by which an agent is shown."""
    return catalogue.names(agent)[0]
