"""Where the film comes from.

A nationality on a film noun (*a Polish drama*, *a British-Norwegian production*), or *produced in*.
Countries are states as they were then: a film of the Soviet Union that is called Russian (or Georgian,
Kazakh ...) is supported, with a note. On any other noun a nationality says nothing of the film.

Who names a film's countries leaves small partners out. So another country refutes only where none of enough
independent sources names it (see `judge.enough`), and no partner named beside it is on record. (Of 14,760 times that
two sources of a catalogue agreed on a country, a third named only others 36 times; of 6,713 times that three agreed, 6: `bench/agreement.py`.
The English-speaking countries, which finance each other's films, are left out of both counts and are never held against each other.)

*A Russian prison drama* may be a drama of a Russian prison: with another noun between the two, a country is only seen.
"""

from verite import origins
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.judge import Ground, enough, excluding
from verite.model import Agreement, Claim, Link, Reason, Said, Statement, Status

ENGLISH = frozenset("USA GBR CAN AUS NZL IRL".split())


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, "country")
    whole = catalogue.complete(link.work.id, "country")
    sure = enough(said, catalogue.source)
    beside = any(s.value in claim.qualifiers.get("partners", ()) for s in said)

    def stands(s: Statement) -> Agreement:
        if s.value == claim.value:
            return Agreement.AGREES
        if related(s.value, claim.value, catalogue):
            # Lists say Russian for Soviet; which of the other republics made a film is for the record to say.
            return Agreement.AGREES if heir(s.value, claim.value, catalogue) else Agreement.UNCLEAR
        if {s.value, claim.value} <= ENGLISH:
            return Agreement.UNCLEAR
        return Agreement.UNCLEAR if beside else Agreement.DIFFERS  # *British-American*: a partner more

    stood = tuple((s, stands(s)) for s in said)
    by = tuple(cited for c in whole for cited in c.sources)
    otherwise = Reason.OPEN_PROPERTY if said else Reason.NOT_RECORDED
    return Ground(excluding(stood) if sure else stood, bool(whole) and sure, otherwise=otherwise, declared=by)


def heir(one: str, other: str, catalogue: Catalogue) -> bool:
    """Whether one state is what people call the other by now: the first of its successors."""
    firsts = {code: row["successors"][0] for code, row in catalogue.states.items() if row["successors"]}
    return firsts.get(one) == other or firsts.get(other) == one


def related(one: str, other: str, catalogue: Catalogue) -> bool:
    """Whether one state is a successor of the other: Russia of the Soviet Union, Germany of West Germany."""
    states = catalogue.states
    return other in states.get(one, {}).get("successors", ()) or one in states.get(other, {}).get("successors", ())


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"a film of {catalogue.states.get(claim.value, {}).get('name', claim.value)}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"country: {catalogue.states.get(said.value, {}).get('name', said.value)}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    adjectives = catalogue.states.get(said.value, {}).get("adjectives")
    return (adjectives[0], False) if adjectives else None


def stated(claim: Claim) -> Said | None:
    return claim.property, claim.value, None


KIND = Kind(
    "country",
    "country",
    origins.claims,
    weigh,
    told,
    shown,
    examples={
        "It was produced in Sweden.": Status.REFUTED,
        "It comes from Norway.": Status.SUPPORTED,
        "It hails from Sweden.": Status.REFUTED,
        "The lamplighter comes from Sweden.": None,
        "Norway produced it.": Status.SUPPORTED,
        "Country: Norway.": Status.SUPPORTED,
        "The country of production is Norway.": Status.SUPPORTED,
        "The film is Norwegian.": Status.SUPPORTED,
        "It is from Norway.": Status.SUPPORTED,
        "Norway is its country of origin.": Status.SUPPORTED,
        "The film is Swedish.": Status.REFUTED,
        "The lamplighter is Swedish.": None,
        "Its country of origin is Sweden.": Status.REFUTED,
        "A Swedish prison drama.": Status.UNVERIFIED,
        "A Swedish black comedy.": Status.REFUTED,
        "A co-production between France and Italy, it is quiet.": Status.REFUTED,
        "Norwegian money paid for it.": Status.SUPPORTED,
        "French money paid for it.": None,
        "Norway paid for it.": Status.SUPPORTED,
        "No Norwegian money went into it.": None,
        "A film of Norway.": Status.SUPPORTED,
        "The lamplighter earns Swedish money.": None,
        "A Norwegian drama about a lamplighter.": Status.SUPPORTED,
        "Norwegian, of course.": Status.SUPPORTED,
        "French.": Status.UNVERIFIED,
        "Norway.": Status.SUPPORTED,
        "In Norway.": None,
        "All Norwegian money.": Status.SUPPORTED,
        "A joint venture with Sweden.": Status.UNVERIFIED,
        "A purely Swedish production, whatever people say.": Status.REFUTED,
        "With Sweden at war.": None,
        "French champagne.": None,
        "This Norwegian-made story moved many.": None,
        "A French film about a lamplighter.": Status.REFUTED,
        "Norwegian officers arrest the lamplighter.": None,
    },
    correct=correct,
    stated=stated,
)
