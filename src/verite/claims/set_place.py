"""Where the film is set.

*Set in a village in Karelia*, *the story takes place in Moscow*, *it takes us to Siberia*. A place agrees with the
places that hold it and with those it holds. Films move about, so another place refutes only where the
record declares that it names all of them, and neither place is part of the other, its state or that state's heir. *Set
against*, *set in motion*, a set built in a town, and the place of a prize or a shooting are no setting.
"""

from collections.abc import Iterator

from verite import sightings
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Statement, Status
from verite.reading import MAKING, Reading, named_setting

_STORY = frozenset("story action plot drama tale events narrative most film all everything thing".split())
_IN = frozenset("in at on near around outside inside within across to along throughout between".split())


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames("SET"):
        film = frame.role("film")
        of_film = film is None or (reading.is_film(film) and film.head not in MAKING) or film.head in _STORY
        if line.label == "intro" or not of_film:
            continue
        sure = film is None or reading.surely_film(film, line, sentence) or film.head in _STORY
        for prep, np in [*frame.adjuncts, *named_setting(frame)]:
            for place in (inner for inner in np.within() if prep in _IN):
                ids = [e.id.lower() for e in place.entities if e.type in ("place", "state")]
                if (
                    place.tokens[0].start in taken
                    or place.sem in ("FEST", "PRIZE")
                    or not (ids or _somewhere(place, np))
                ):
                    continue
                taken.add(place.tokens[0].start)
                plain = place is np or any(place is of for of in (np.of, *(p for _, p in np.pps)))
                yield reading.claim(
                    "set_place", "set_place", place.name or (place.head if ids else place.text), frame, sentence, place, {"places": ids},
                    Grade.READ if ids and sure and plain and prep != "between" else Grade.SEEN, negative=frame.negative ^ place.denied,
                )  # fmt: skip
    yield from _named_here(reading, taken)


def _somewhere(place: NP, np: NP) -> bool:
    """*Set in Mississippi*, *in a Sicilian village*: a place that no record knows by this name is said to be the setting all the same."""
    named = place.sem == "NAME" and not any(t.low in _PROCESSES for t in place.tokens)
    return place is np and (named or (place.sem == "PLACE" and len(place.tokens) > 1))


_PROCESSES = frozenset("technicolor scope cinemascope panavision competition motion".split())
_NOT_THE_STORY = frozenset(
    "shot filmed filming shooting location locations cameras camera crew festival prize award oscar bear lion palme premiere première premiered "
    "banned ban released release cinemas screened shown born emigrated exile production produced co-production money".split()
)


def _named_here(reading: Reading, taken: set[int]) -> Iterator[Claim]:
    """*A Punjabi wedding in Delhi.* *In Kladno they forge steel*: a place of the story on record, in a sentence without a
    verb or in the present, as stories are told (*it was a hit in Moscow*)."""
    for sentence, np, ids in sightings.places(reading, "set_place", without=_NOT_THE_STORY):
        told = all(clause.vg.present for clause in sentence.clauses if clause.vg.finite)
        if told and np.tokens[0].start not in taken:
            taken.add(np.tokens[0].start)
            yield sightings.claim(reading, "set_place", np.name or np.head, np, sentence, {"places": ids})


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, "set_place")
    complete = bool(catalogue.complete(link.work.id, "set_place"))
    return Ground(tuple((s, _stands(claim, s, catalogue)) for s in said), complete)


def _stands(claim: Claim, said: Statement, catalogue: Catalogue) -> Agreement:
    held = str(said.value)
    places = claim.qualifiers["places"]
    if not places:
        same = str(claim.value).casefold() == catalogue.place_name(held).casefold()
        return Agreement.AGREES if same else Agreement.UNCLEAR
    if any(catalogue.place_within(held, place) for place in places):
        return Agreement.AGREES
    if any(catalogue.place_within(place, held) or _kin(place, held, catalogue) for place in places):
        return Agreement.UNCLEAR  # somewhere in Norway is on record, the claim names a town there
    return Agreement.DIFFERS


def _kin(place: str, held: str, catalogue: Catalogue) -> bool:
    """Whether one lies in a state that became the other's, or came of it: Minsk, Belarus and the Soviet Union."""
    return any(
        (catalogue.place_within(one, code.lower()) and any(catalogue.place_within(other, heir.lower()) for heir in row["successors"]))
        for one, other in ((place, held), (held, place))
        for code, row in catalogue.states.items()
        if row["successors"]
    )  # fmt: skip


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"set in {claim.value}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"set in {catalogue.place_name(str(said.value))}"


KIND = Kind(
    "set_place",
    "set_place",
    find,
    weigh,
    told,
    shown,
    examples={
        "The setting is Italy.": Status.REFUTED,
        "Production took place in Italy.": None,
        "It is set in Norway.": Status.SUPPORTED,
        "The story takes place in Norway in 1911.": Status.SUPPORTED,
        "It is not set in France.": Status.SUPPORTED,
        "The film is set in France.": Status.REFUTED,
        "It is perhaps set in France.": Status.UNVERIFIED,
        "A lamplighter in Norway climbs the posts.": Status.SUPPORTED,
        "A lamplighter in Sweden climbs the posts.": None,
        "It was a hit in Norway.": None,
        "It was shot in Norway.": None,
        "A set of lamps from France is sold.": None,
        "The lamplighter sets out for France.": None,
        "The story is set in Port Amity.": Status.UNVERIFIED,
        "Set in a Sicilian village, it is quiet.": Status.UNVERIFIED,
        "All of it happens in France.": Status.REFUTED,
        "The whole thing takes place in Norway.": Status.SUPPORTED,
        "It is set in Technicolor.": None,
        "It is set in motion.": None,
        "The lamplighter plays in a band.": None,
    },
)
