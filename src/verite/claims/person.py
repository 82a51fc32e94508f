"""What a maker of the film lived through: censorship, arrest, camp, exile.

Read from *experienced*, *suffered*, *was arrested in 1937* with a known person of the film as the subject. A year that
the sentence gives must be among the recorded years for it to be supported.
Lives are open: what the record does not hold is *unverified*, never refuted.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind, prose_value
from verite.clauses import Frame
from verite.english import date
from verite.judge import Ground
from verite.model import Agreement, Claim, Link, Reason, Statement, Status
from verite.reading import Reading

_DEEDS = {
    "ARREST": "arrested",
    "IMPRISON": "imprisoned",
    "EXILE": "exiled",
    "DEPORT": "deported",
    "REHABILITATE": "rehabilitated",
    "SENTENCE": "sentenced",
    "RELEASE": "released",
}


def find(reading: Reading) -> Iterator[Claim]:
    for line, sentence, frame in reading.frames("EXPERIENCE", "BAN", *_DEEDS):
        subject = frame.role("patient", "holder", "film") or frame.subject
        if line.label == "intro" or subject is None or subject.sem != "PERSON":
            continue
        agents = [a for a in reading.agents(subject) if not _portrayed(a, reading)]
        value = _lived(frame)
        if agents and value:
            lived = {"agents": agents, "named": subject.name, "years": sorted(_years(frame))}
            yield reading.claim("person", "experience", value, frame, sentence, subject, lived)


def _years(frame: Frame) -> set[int]:
    """The years that the sentence gives for it: *in 1937*, *from 1945 to 1953*."""
    words = (token.low for _, np in frame.adjuncts for inner in np.within() for token in inner.tokens)
    return {int(word) for word in words if len(word) == 4 and word.isascii() and word.isdecimal()}


def _portrayed(agent: str, reading: Reading) -> bool:
    """A real person whom the film shows: what happens to him there is story, not life."""
    return any(s.value == agent for s in reading.catalogue.statements(reading.work, "person"))


def _lived(frame: Frame) -> str:
    if frame.act == "EXPERIENCE":
        what = frame.role("what")
        words = {w for np in (what.within() if what else ()) for w in (np.head, *np.mods)}
        return "censored" if words & {"censorship", "censor", "censors", "ban", "bans"} else ""
    if frame.act == "BAN":
        return "censored"
    if frame.act == "IMPRISON" and frame.word.split(" ")[0] not in (
        "imprison",
        "jail",
        "incarcerate",
        "intern",
        "lock",
    ):
        return ""
    return _DEEDS[frame.act]


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    said = [
        s
        for agent in claim.qualifiers["agents"]
        for s in catalogue.statements(agent, "experience")
        if not s.qualifiers.get("of")
    ]

    def stands(s: Statement) -> Agreement:
        if s.value != claim.value and (s.value, claim.value) != ("banned", "censored"):
            return Agreement.NEITHER
        return Agreement.AGREES if _in_years(s, claim.qualifiers["years"]) else Agreement.UNCLEAR

    return Ground(tuple((s, stands(s)) for s in said), otherwise=Reason.OPEN_PROPERTY if said else Reason.NOT_RECORDED)


def _in_years(said: Statement, years: list[int]) -> bool:
    """Whether every year that the sentence gives lies in the recorded ones; a statement without a date fits no year."""
    when, until = str(said.qualifiers.get("when", "")), str(said.qualifiers.get("until", ""))
    known = [int(part[:4]) for part in (*when.split("/"), until) if part[:4].isdecimal()]
    return not years or (bool(known) and all(min(known) <= year <= max(known) for year in years))


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"{claim.qualifiers['named']}: {prose_value(claim.value)}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    q = said.qualifiers
    what = f" ({q['what']})" if q.get("what") else ""
    when = f", {date(q['when'])}" if q.get("when") else ""
    whose = f"{catalogue.names(said.subject)[0]}’s {q['of']}" if q.get("of") else catalogue.names(said.subject)[0]
    return f"{whose}: {prose_value(said.value)}{what}{when}"


KIND = Kind(
    "person",
    "experience",
    find,
    weigh,
    told,
    shown,
    examples={
        "It was directed by Nora Lind, who herself suffered censorship.": Status.SUPPORTED,
        "It was directed by Nora Lind, who was arrested in 1940.": Status.UNVERIFIED,
        "Nora Lind suffered censorship in 1990.": Status.UNVERIFIED,
        "The lamplighter suffers censorship.": None,
    },
)
