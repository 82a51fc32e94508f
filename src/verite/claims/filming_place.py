"""Where the film was shot.

*Filmed in*, *shot on location near*, *the exteriors were done at*. A place agrees with the places that
hold it (Røros with Norway). Filming places are open: another place refutes only where a source says
that the film was made entirely elsewhere, or that it was not made there. Black and white, three weeks
and one take are no places.
"""

from collections.abc import Iterator

from verite import sightings
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Statement, Status
from verite.reading import Reading

_PREPOSITIONS = (
    "in",
    "at",
    "on",
    "near",
    "around",
    "outside",
    "across",
    "inside",
    "along",
    "within",
    "throughout",
    "of",
    "from",
)
_PARTS = ("exteriors", "interiors", "scenes", "opening", "most", "parts", "part", "landscapes")


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames("SHOOT", "LOCATION", "LOCATE", "MAKE"):
        if line.label == "intro" or _not_shooting(frame):
            continue
        film = frame.role("film")
        # *Karelia stands in for the North*: the subject is where it was shot, not what follows *for*
        doubles = frame.act == "SHOOT" and frame.word.split(" ")[0] in ("stand", "double", "pass")
        if (
            frame.act == "SHOOT"
            and frame.by == "verb"
            and film is not None
            and not (reading.is_film(film) or film.sem == "FILM" or film.head in (*_PARTS, "camp", "story", "series"))
        ):
            continue
        if frame.act == "SHOOT" and frame.by == "verb" and film is None and not frame.passive and not doubles:
            if not _shoots(frame.role("agent"), reading):
                continue
        if (
            frame.act == "LOCATION"
            and line.label == "description"
            and frame.word in ("scenes", "landscapes", "landscape", "scenery", "set", "sets")
        ):
            continue  # *scenes in a camp* is what the film shows
        adjuncts = [] if doubles else frame.adjuncts
        for prep, np in [*adjuncts, *((k, v) for k, v in frame.roles.items() if k == "place")]:
            if prep not in (*_PREPOSITIONS, "place") or np.tokens[0].start in taken:
                continue
            for place in [np.poss if doubles and np.poss is not None else np, *np.also]:
                if place.entity("place", "state") is None and place.sem != "NAME":
                    continue
                if place.sem == "NAME" and place.name.lower() in (
                    "technicolor",
                    "scope",
                    "super",
                    "sovscope",
                    "panavision",
                ):
                    continue
                taken.add(place.tokens[0].start)
                ids = [e.id.lower() for e in place.entities if e.type in ("place", "state")]
                part = film.head if film is not None and film.head in _PARTS else ""
                sure = frame.act in ("SHOOT", "LOCATE", "MAKE") and ids and not doubles and not _elsewhere(frame)
                grade = Grade.READ if sure else Grade.SEEN
                yield reading.claim(
                    "filming_place",
                    "filming_place",
                    place.name or place.head,
                    frame,
                    sentence,
                    place,
                    {"places": ids, "part": part},
                    grade,
                    negative=frame.negative ^ place.denied,
                )
    yield from _landscapes(reading, taken)
    yield from _named_here(reading, taken)


_LAND = frozenset(
    "snow taiga desert steppe steppes tundra mountains landscape landscapes sea forest forests wilderness snowfields coast village camp".split()
)


def _landscapes(reading: Reading, taken: set[int]) -> Iterator[Claim]:
    """*The taiga is Bulgarian, the desert Moroccan*: whose land was filmed, though the words may tell of the story."""
    for line in reading.lines:
        for sentence in line.sentences if line.label != "intro" else ():
            if not sentence.names("nationality", "state", "place"):
                continue
            shown = [np for f in sentence.frames if f.act == "IS" and (np := f.role("complement")) is not None and (it := f.role("subject")) is not None and it.head in _LAND and it.poss is None]  # fmt: skip
            shown += [np for np in sentence.phrases() if shown and np.det == "the" and _LAND.intersection(np.mods) and np.tokens[-1].entities]  # fmt: skip
            for np in shown:
                ids = [e.id.lower() for e in np.tokens[-1].entities if e.type in ("nationality", "state", "place")]
                if ids and np.tokens[-1].start not in taken:
                    taken.add(np.tokens[-1].start)
                    frame = next(f for f in sentence.frames if f.act == "IS")
                    yield reading.claim("filming_place", "filming_place", np.tokens[-1].text, frame, sentence, np, {"places": ids, "part": ""}, Grade.SEEN)  # fmt: skip


_SHOOTING = frozenset(
    "shot filmed filming shooting shoot location locations cameras crew doubled doubles stand stands stood".split()
)


def _named_here(reading: Reading, taken: set[int]) -> Iterator[Claim]:
    """*Belarus was among the places where the crew set up*: a filming place on record, in words that no frame has read."""
    for sentence, np, ids in sightings.places(reading, "filming_place", _SHOOTING):
        if any(other.sem in ("CHARACTER", "HUMAN") and other.head != "crew" for other in sentence.phrases()):
            continue  # *The lamplighter is shot in Norway*
        if np.tokens[0].start not in taken:
            taken.add(np.tokens[0].start)
            of = {"places": ids, "part": ""}
            yield sightings.claim(reading, "filming_place", np.name or np.head, np, sentence, of, _SHOOTING)


def _not_shooting(frame: Frame) -> bool:
    """*A production in Italy* need not be shot there, nor what was *made in Italy*, unless on location."""
    clause = frame.clause
    if frame.act == "MAKE":
        return clause is None or not any(mark.low == "on location" for mark in clause.marks)
    if frame.by != "noun" or frame.word != "production":
        return False
    return (
        clause is None or clause.subject is not frame.head or clause.vg.lemma not in ("take", "begin", "start", "move")
    )


def _elsewhere(frame: Frame) -> bool:
    """*N filmed in Italy*: this film, or another of his."""
    agent = frame.role("agent")
    return (
        frame.by == "verb"
        and frame.role("film") is None
        and not frame.passive
        and agent is not None
        and agent.sem in ("PERSON", "NAME")
    )


def _shoots(np: NP | None, reading: Reading) -> bool:
    """*The crew filmed in Italy*, *N shot in Italy*, where N directed the film."""
    if np is None:
        return False
    held = reading.on_record("director")
    return np.head in ("crew", "team", "unit") or not held.isdisjoint(reading.agents(np))


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, "filming_place")
    complete = bool(catalogue.complete(link.work.id, "filming_place"))
    return Ground(tuple((s, _stands(claim, s, catalogue)) for s in said), complete)


def _stands(claim: Claim, said: Statement, catalogue: Catalogue) -> Agreement:
    ids = claim.qualifiers["places"]
    if not ids:
        same = str(claim.value).casefold() == catalogue.place_name(said.value).casefold()
        return Agreement.AGREES if same else Agreement.UNCLEAR
    for place in ids:
        if catalogue.place_within(said.value, place):
            return Agreement.AGREES
        if said.negative and (catalogue.place_within(place, said.value) or _part_of(place, said.value, catalogue)):
            return Agreement.AGREES  # not in the Soviet Union: not in Moscow or Russia either
        if _part_of(place, said.value, catalogue) or _successor(place, said.value, catalogue):
            return Agreement.UNCLEAR  # a place in the Soviet Union may lie in Russia now
    if any(catalogue.place_within(place, said.value) for place in ids):
        return Agreement.UNCLEAR  # somewhere in Norway is on record; the claim names a town there
    return Agreement.DIFFERS


def _part_of(place: str, state: str, catalogue: Catalogue) -> bool:
    return place.upper() in catalogue.states.get(state.upper(), {}).get("successors", ())


def _successor(place: str, recorded: str, catalogue: Catalogue) -> bool:
    return any(catalogue.place_within(recorded, code.lower()) for code in catalogue.forerunners.get(place.upper(), ()))


def told(claim: Claim, catalogue: Catalogue) -> str:
    states = [catalogue.states[p.upper()]["name"] for p in claim.qualifiers["places"] if p.upper() in catalogue.states]
    return f"filmed in {states[0] if states else claim.value}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    part = f" ({said.qualifiers['part']})" if said.qualifiers.get("part") else ""
    word = "not filmed in" if said.negative else "filmed in"
    return f"{word} {catalogue.place_name(said.value)}{part}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    return None if said.negative else (catalogue.place_name(said.value), False)


KIND = Kind(
    "filming_place",
    "filming_place",
    find,
    weigh,
    told,
    shown,
    examples={
        "Production took place in Italy.": Status.REFUTED,
        "It was made on location in Italy.": Status.REFUTED,
        "A production in Italy was planned.": None,
        "It was made in Italy.": None,
        "It was shot in Norway.": Status.SUPPORTED,
        "The film was filmed entirely in France.": Status.REFUTED,
        "It was reportedly filmed in France.": Status.UNVERIFIED,
        "It was shot in black and white.": None,
        "The lamplighter is shot in Norway.": None,
        "The taiga is Norwegian.": Status.SUPPORTED,
        "The taiga is Swedish, the desert Italian.": Status.UNVERIFIED,
        "The lamplighter is Norwegian.": None,
        "Norway's coast doubled for Sweden.": Status.SUPPORTED,
    },
    correct=correct,
)
