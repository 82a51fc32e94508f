"""A name in the prose held against the people on record: what all kinds about makers share.

Names are compared across spellings and scripts. Between *the same* and *surely another* lies the unknown,
where nothing may be refuted.
"""

from collections.abc import Iterator

from verite import names
from verite.catalogue import Catalogue
from verite.clauses import NP
from verite.judge import Ground
from verite.model import Agreement, Claim, Link, Reason, Said, Statement
from verite.reading import Reading

_STUDIO = frozenset(
    "studio studios film films mosfilm lenfilm pictures productions television tv entertainment media company group bros players brothers corporation co production features arts international associates network channel bureau committee ministry unit cinema theatre theater pictures' warner paramount".split()
)


def named(np: NP | None, reading: Reading) -> Iterator[NP]:
    """The persons of a phrase, those coordinated with it included: each known, or a name of two words or more."""
    for one in np.each() if np is not None else ():
        if one.sem in ("PERSON", "NAME") and one.name and not one.denied:
            words = one.name.lower().split(" ")
            if reading.agents(one) or (len(words) > 1 and _STUDIO.isdisjoint(words)):
                yield one


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
    """Who is on record for the claim's property, and whether that is everybody."""
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, claim.property)
    whole = [c for c in catalogue.complete(link.work.id, claim.property) if not c.scope]
    stood = tuple((s, stands(claim, s, catalogue)) for s in said)
    by = tuple(cited for c in whole for cited in c.sources)
    return Ground(stood, bool(whole), otherwise=Reason.VALUE_UNRESOLVED, declared=by)


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
