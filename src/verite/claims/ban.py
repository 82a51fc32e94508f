"""Bans: whether the film was banned, shelved or kept from audiences, and where.

Bans are open: silence refutes nothing. A ban is refuted only where the record states the negative for
that state, usually as the editors' inference from a release, a broadcast or a prize there, and prints
it as such. A ban in one country says nothing of another. *Banned* and *shelved* support one another.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame
from verite.english import date
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Statement, Status
from verite.reading import Reading

_BANS = ("ban", "shelved", "not-for-release")
_FILM_HEADS = ("release", "screening", "screenings", "distribution", "showing", "negative", "print", "prints")


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames("BAN", "SHELVE"):
        film = frame.role("film", "patient", "holder")
        if line.label == "intro" or frame.act_start in taken or not _banned(film, frame, reading):
            continue
        taken.add(frame.act_start)
        states, at = _where(frame, reading.catalogue)
        yield reading.claim(
            "ban", "event", "shelved" if frame.act == "SHELVE" else "ban", frame, sentence, at,
            {"states": states}, Grade.READ if film is not None else Grade.SEEN,
        )  # fmt: skip


def _banned(film: NP | None, frame: Frame, reading: Reading) -> bool:
    if film is None:
        return frame.by in ("noun", "verb") and frame.passive
    if frame.by == "modifier":
        return film.sem == "FILM"
    return reading.is_film(film) or film.head in _FILM_HEADS or film.pronoun == "which"


def _where(frame: Frame, catalogue: Catalogue) -> tuple[list[str], NP | None]:
    """The states that banned it: named as such, by their adjective, or by a town in them (*Moscow banned it*).
    A name that is known as none of these is some place all the same: then no state of the record is meant."""
    roles = [(name, np) for name, np in frame.roles.items() if name in ("authority", "place")]
    unknown: NP | None = None
    for prep, np in [*frame.adjuncts, *roles]:
        if prep not in ("in", "by", "from", "throughout", "across", "authority", "place", "under"):
            continue
        for each in [np, *np.also]:
            named = [e for inner in each.within() for e in inner.entities]
            states = [e.id for e in named if e.type in ("state", "nationality")]
            states += [
                state
                for e in named
                if e.type == "place"
                for state in catalogue.states
                if catalogue.place_within(e.id, state.lower())
            ]
            if states:
                return states, each
            if each.sem == "NAME" or (each.sem == "PLACE" and each.name):
                unknown = each
    return (["?"], unknown) if unknown is not None else ([], None)


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    states = claim.qualifiers["states"]
    said = catalogue.statements(link.work.id, "event")

    def stands(s: Statement) -> Agreement:
        if s.value not in _BANS:
            return Agreement.NEITHER
        in_ = s.qualifiers.get("in")
        if not states:
            # No country named: a ban anywhere supports; "not banned at home" does not refute one elsewhere.
            home = {c.value for c in catalogue.statements(link.work.id, "country")} if link.work else set()
            if s.negative:
                return (
                    Agreement.AGREES
                    if in_ in home and not any(e.value in _BANS and not e.negative for e in said)
                    else Agreement.NEITHER
                )
            return Agreement.AGREES
        return Agreement.AGREES if in_ in states else Agreement.NEITHER

    return Ground(tuple((s, stands(s)) for s in said))


def told(claim: Claim, catalogue: Catalogue) -> str:
    states = [catalogue.states.get(s, {}).get("name", s) for s in claim.qualifiers["states"]]
    return f"banned in {', '.join(states)}" if states else "banned"


def shown(said: Statement, catalogue: Catalogue) -> str:
    q = said.qualifiers
    where = f" in {catalogue.states.get(q['in'], {}).get('name', q['in'])}" if q.get("in") else ""
    when = f", {date(q['when'])}" if q.get("when") else ""
    word = {"ban": "banned", "shelved": "shelved", "not-for-release": "not released"}.get(said.value, said.value)
    return f"{'not ' if said.negative else ''}{word}{where}{when}"


KIND = Kind(
    "ban",
    "event",
    find,
    weigh,
    told,
    shown,
    examples={
        "It was banned in France.": Status.SUPPORTED,
        "France banned it for two years.": Status.SUPPORTED,
        "The film was banned in Norway.": Status.REFUTED,
        "It was never banned in Norway.": Status.SUPPORTED,
        "It was not banned in France.": Status.REFUTED,
        "The film was banned in Italy.": Status.UNVERIFIED,
        "A banned poet plays the lamplighter.": None,
    },
)
