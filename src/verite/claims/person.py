"""What a maker of the film lived through: censorship, arrest, camp, exile.

Read from *experienced*, *suffered*, *was arrested* with a known person of the film as the subject.
Lives are open: what the record does not hold is *unverified*, never refuted.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind, prose_value
from verite.clauses import Frame
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
            yield reading.claim(
                "person", "experience", value, frame, sentence, subject, {"agents": agents, "named": subject.name}
            )


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
    agrees = tuple(
        (
            s,
            Agreement.AGREES
            if s.value == claim.value or (s.value, claim.value) == ("banned", "censored")
            else Agreement.NEITHER,
        )
        for s in said
    )
    return Ground(agrees, otherwise=Reason.OPEN_PROPERTY if said else Reason.NOT_RECORDED)


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"{claim.qualifiers['named']}: {prose_value(claim.value)}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    q = said.qualifiers
    what = f" ({q['what']})" if q.get("what") else ""
    when = f", {str(q['when']).replace('/', '-')}" if q.get("when") else ""
    return f"{catalogue.names(said.subject)[0]}: {prose_value(said.value)}{what}{when}"


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
        "The lamplighter suffers censorship.": None,
    },
)
