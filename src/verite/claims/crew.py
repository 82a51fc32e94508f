"""Who photographed, produced, edited, designed or narrated the film.

Read from *photographed by N*, *N's cinematography*, *the director of photography, N,*, *produced by N*, *edited by N*,
*the sets were designed by N*, *narrated by N*. *Shot by N* and *N filmed it* are only seen: they may mean the director. An
executive producer is not the producer, a newspaper has editors, and a story has narrators. Refuted only where the record
declares that it names all who held that office, or where two independent sources name others and nobody else.
"""

from collections.abc import Iterator

from verite import names, people, sightings
from verite.catalogue import Catalogue
from verite.catalogue.schema import CREDITS
from verite.claims.kind import Kind
from verite.clauses import NP, Frame
from verite.model import Claim, Grade, Statement, Status
from verite.reading import Reading

_ACTS = {
    "PHOTOGRAPH": "camera",
    "SHOOT": "camera",
    "PRODUCE": "producer",
    "EDIT": "editor",
    "NARRATE": "narrator",
    "DESIGN": "production_design",
}
_DONE = {
    "camera": "photographed",
    "producer": "produced",
    "editor": "edited",
    "narrator": "narrated",
    "production_design": "designed",
}
_OTHERS = frozenset("executive associate line assistant music record consulting supervising story newspaper magazine former second sound new additional alternative".split())  # fmt: skip
_CAMERA = frozenset("cinematographer cameraman photography".split())
_CUES = {
    "camera": frozenset(
        "camera photography photographed cinematography images lens lensed shot filmed framed shoots films".split()
    ),
    "editor": frozenset("editing edited montage".split()),
}
# *N's photography inspired its cameraman*: another's
_LIKE = frozenset("inspired inspires influenced influence model models recalls recalled resembles like unlike cameraman cinematographer another other earlier copied imitates admired studied".split())  # fmt: skip
_SETS = ("sets", "set", "scenery", "decor", "interiors", "production")


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames(*_ACTS):
        if line.label == "intro":
            continue
        agent, grade = _holder(frame, reading)
        if frame.word == "photography" and not _LIKE.isdisjoint(sentence.words):
            grade = Grade.SEEN
        if agent is not None and frame.act != "SHOOT" and reading.headless(frame, sentence):
            grade = Grade.READ
        if frame.act == "PHOTOGRAPH" and people.credit(frame, sentence):
            grade = Grade.READ
        property_ = _ACTS[frame.act]
        yield from people.claims(reading, "crew", property_, agent, frame, sentence, grade, taken)
    # *the photography was in the hands of N*: who is on record for it, beside a word for it
    for property_, cues in _CUES.items():
        for sentence, np, agents in sightings.people(reading, property_, reading.on_record(property_), cues):
            if np.tokens[0].start not in taken:
                taken.add(np.tokens[0].start)
                seen = sightings.claim(reading, "crew", np.name, np, sentence, {"agents": agents}, cues)
                yield seen._replace(property=property_)


def _holder(frame: Frame, reading: Reading) -> tuple[NP | None, Grade]:
    film, agent = frame.role("film", "what"), frame.role("agent")
    if frame.by == "verb":
        of_film = film is not None and (reading.is_film(film) or (frame.act == "DESIGN" and film.head in _SETS))
        if not of_film and not (film is None and frame.passive):
            return None, Grade.SEEN
        if agent is not None and frame.act == "SHOOT" and not frame.passive:
            # *N shot it in Oslo* is read as the director's doing
            said = {word for t in agent.tokens for word in t.low.split(" ")}
            return (agent, Grade.READ) if _CAMERA & said and of_film else (None, Grade.SEEN)
        said = {t.low for t in frame.clause.vg.tokens} if frame.clause is not None else set()
        sure = frame.act != "SHOOT" and film is not None and not _OTHERS & said
        return agent, Grade.READ if sure else Grade.SEEN
    if frame.by == "credit":
        return agent, Grade.READ if agent is not None and agent.bare else Grade.SEEN
    if frame.head is not None and not _OTHERS.isdisjoint(frame.head.mods):
        return None, Grade.SEEN  # *executive producer*, *sound editor*
    head = frame.role("holder", "named")
    if frame.word == "photographer":
        # *The photographer was N*; in a story there are others: *the photographer, L. B. Jefferies, looks out*
        return (head, Grade.READ) if head is not None and _shoots(head.name, reading) else (None, Grade.SEEN)
    owner = frame.role("owner")
    if frame.role("film") is not None or head is not None:
        if film is not None and not reading.is_film(film):
            return None, Grade.SEEN
        plain = film is not None or frame.word in (
            "cinematographer",
            "director of photography",
            "production designer",
            "film editor",
        )
        return frame.role("named", "holder"), Grade.READ if plain else Grade.SEEN
    if agent is None and owner is not None and owner.sem in ("PERSON", "NAME"):
        sure = frame.word in ("cinematography", "production design")
        sure = sure or (frame.word == "photography" and _shoots(owner.name, reading))
        return owner, Grade.READ if sure else Grade.SEEN
    sure = frame.word not in ("photography", "camera", "montage")
    if (
        frame.word == "photography"
        and agent is not None
        and frame.clause is not None
        and frame.clause.subject is frame.head
    ):
        sure = _shoots(agent.name, reading)  # *the photography was entrusted to N*
    return agent, Grade.READ if sure else Grade.SEEN


def _shoots(name: str, reading: Reading) -> bool:
    """Whether the catalogue knows the name as that of one who photographs films above all."""
    credits_ = [CREDITS[part] for _, part in reading.catalogue.credited(names.key(name)) if part < len(CREDITS)]
    return credits_.count("camera") > 1 and 2 * credits_.count("camera") > len(credits_)


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"{_DONE[claim.property]} by {claim.value}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"{_DONE[said.property]} by {people.usual(said.value, catalogue)}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    return people.usual(said.value, catalogue), False


KIND = Kind(
    "crew",
    "camera",
    find,
    people.ground,
    told,
    shown,
    examples={
        "Director of photography Otto Brandt shot it in winter.": Status.REFUTED,
        "Photographed by Otto Brandt.": Status.REFUTED,
        "It was photographed by Per Dahl.": Status.SUPPORTED,
        "The director of photography was Per Dahl.": Status.SUPPORTED,
        "Per Dahl's cinematography is admired.": Status.SUPPORTED,
        "Edited by Liv Foss, it runs long.": Status.SUPPORTED,
        "The film was produced by Otto Brandt.": Status.SUPPORTED,
        "It was photographed by Otto Brandt.": Status.REFUTED,
        "The film's cinematographer, Otto Brandt, was young.": Status.REFUTED,
        "It was not edited by Otto Brandt.": Status.SUPPORTED,
        "It was allegedly edited by Otto Brandt.": Status.UNVERIFIED,
        "The film was narrated by Max Oll.": Status.SUPPORTED,
        # Two independent sources name its narrator: another is refuted, but not one of the film's makers, or one beside him.
        "The film was narrated by Hans Krog.": Status.REFUTED,
        "The film was narrated by Otto Brandt.": Status.UNVERIFIED,
        "Otto Brandt photographed the lamplighter.": None,
        "Otto Brandt produced a letter.": None,
        "The editor of the paper, Otto Brandt, is arrested.": None,
        "The photograph shows Otto Brandt.": None,
    },
    correct=correct,
    stated=people.stated,
)
