"""Who wrote the film's script.

Read from *written by N*, *N wrote the screenplay*, *the screenplay is by N*, *N's script*, *the screenwriter, N,*.
A novel, a play, a song or a letter that somebody wrote is no script. Refuted only where the record declares that
it names all writers, or two independent sources name others and nobody else, and never where the name is that of the
author whom the film adapts: *written by* may mean the book.
"""

from collections import Counter
from collections.abc import Iterator

from verite import names, people, sightings
from verite.catalogue import Catalogue
from verite.catalogue.schema import CREDITS
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.clauses.lexicon import lexicon
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Statement, Status
from verite.reading import Reading

_DRAFTS = frozenset("first early earlier original initial unused rejected previous old draft second".split())
_SCREEN = ("screenwriter", "scriptwriter", "scenarist", "co-writer", "writer")
_SCRIPTS = ("screenplay", "script", "scenario", "teleplay")
_SCRIPTED = frozenset("script screenplay scenario screenwriter scriptwriter teleplay dialogue writers writer".split())
_PRIZED = frozenset("won wins win winner nominated nominee oscar award prize".split())  # *N won for his screenplay*
# What may stand before *by N* where N wrote the script.
_BEFORE_BY = frozenset((*_SCRIPTS, *_SCREEN, *"is was are were , credited work all again mostly largely".split()))


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames("WRITE", "ADAPT"):
        if line.label == "intro":
            continue
        agent, grade = _writer(frame, reading) if frame.act == "WRITE" else _adapter(frame, reading, sentence)
        if agent is not None and _done_otherwise(frame, agent, sentence):
            grade = Grade.SEEN
        if agent is not None and reading.after_work(frame, sentence):
            grade = Grade.SEEN  # *The novel is long. N wrote it.*
        yield from people.claims(reading, "writer", "writer", agent, frame, sentence, grade, taken)
    yield from _named_here(reading, taken)


def _named_here(reading: Reading, taken: set[int]) -> Iterator[Claim]:
    """*Mark Zakharov had a hand in the script*: a writer on record beside the word, in a sentence that no frame has read."""
    held = reading.on_record("writer")
    for sentence, np, agents in sightings.people(reading, "writer", held, _SCRIPTED, _PRIZED):
        if np.sem == "PERSON" and np.tokens[0].start not in taken:
            taken.add(np.tokens[0].start)
            yield sightings.claim(reading, "writer", np.name, np, sentence, {"agents": agents}, _SCRIPTED)


def _done_otherwise(frame: Frame, agent: NP, sentence: Sentence) -> bool:
    """*The screenplay was praised by N*, *a script by N was rejected*, *it was written about by N*."""
    before = [t.low for t in sentence.tokens if t.end <= agent.start]
    if before[-2:] == ["about", "by"]:
        return True
    if frame.by != "noun" or before[-1:] != ["by"]:
        return False
    otherwise = len(before) > 1 and before[-2] not in _BEFORE_BY
    if frame.head is not None and sentence.before(frame.head) == "from":
        # *Directed by M from a script by N*; *it grew from a script by N, whom another followed*
        return not any(f.act == "DIRECT" for f in sentence.frames)
    return otherwise or (frame.head is not None and frame.head.det in ("a", "an", "another"))


def _adapter(frame: Frame, reading: Reading, sentence: Sentence) -> tuple[NP | None, Grade]:
    """*Adapted by N from the book by M, it ...*: he wrote the script, and so did a writer by trade where *it was adapted by N*.
    *It was later adapted by N*, as an opera, perhaps; *N adapted it* may be the director: these are only seen."""
    adapter, film = frame.role("adapter"), frame.role("film")
    if frame.by != "verb" or frame.word != "adapt" or not frame.passive or frame.role("medium") is not None:
        return None, Grade.SEEN
    opens = frame.clause is not None and frame.clause.vg.start == sentence.start
    of_film = film is None or reading.is_film(film)
    alone = adapter is not None and not adapter.also and _writes(adapter.name, reading.catalogue)
    adjuncts = {prep for prep, _ in frame.adjuncts} <= {"by", "from"}
    plain = (
        frame.clause is not None
        and not frame.clause.vg.adverbs
        and [t.low for t in frame.clause.vg.tokens] == ["was", "adapted"]
    )
    return adapter, Grade.READ if of_film and (opens or (alone and adjuncts and plain)) else Grade.SEEN


def _writes(name: str, catalogue: Catalogue) -> bool:
    """Whether the catalogue knows the name as a writer's, of three films or more, who directs fewer."""
    parts = Counter(CREDITS[part] for _, part in catalogue.credited(names.key(name)) if part < len(CREDITS))
    return parts["writer"] > 2 and parts["director"] < parts["writer"]


def _writer(frame: Frame, reading: Reading) -> tuple[NP | None, Grade]:
    film, agent = frame.role("film"), frame.role("agent")
    if frame.by == "verb":
        if film is not None and not _script(film) and not reading.is_film(film):
            return None, Grade.SEEN
        if film is not None and not _DRAFTS.isdisjoint(t.low for t in film.tokens):
            return agent, Grade.SEEN  # *The first script was written by N*
        # *N wrote in 1950*: what he wrote is not said
        return agent, Grade.READ if film is not None or frame.passive else Grade.SEEN
    if frame.by == "credit":
        return agent, Grade.READ if frame.word in _SCRIPTS else Grade.SEEN
    if frame.word in _SCRIPTS:
        owner = frame.role("owner")
        if frame.head is not None and not _DRAFTS.isdisjoint(t.low for t in frame.head.tokens):
            return agent, Grade.SEEN  # *a first script by N was thrown away*
        if agent is None and owner is not None and owner.sem in ("PERSON", "NAME"):
            return owner, Grade.READ if len(owner.name.split(" ")) > 1 or reading.agents(owner) else Grade.SEEN
        return agent, Grade.READ
    if frame.word in _SCREEN and (film is None or reading.is_film(film) or _script(film)):
        return frame.role("named", "holder"), Grade.READ if film is not None or frame.word != "writer" else Grade.SEEN
    return None, Grade.SEEN


def _script(np: NP) -> bool:
    return lexicon().forms_of_work.get(np.head) == "script"


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    ground = people.ground(claim, link, catalogue)
    if link.work is None or not _is_author(claim, link.work.id, catalogue):
        return ground
    said = ((s, Agreement.UNCLEAR if how is Agreement.DIFFERS else how) for s, how in ground.said)
    return ground._replace(said=tuple(said))


def _is_author(claim: Claim, work: str, catalogue: Catalogue) -> bool:
    """Whether the name can be that of the author whom the film adapts."""
    sources = [s for s in catalogue.statements(work, "based_on") if s.qualifiers.get("by")]
    return any(
        people.stands(claim, s._replace(value=s.qualifiers["by"]), catalogue) is not Agreement.DIFFERS for s in sources
    )


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"written by {claim.value}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"written by {people.usual(said.value, catalogue)}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    return people.usual(said.value, catalogue), False


KIND = Kind(
    "writer",
    "writer",
    find,
    weigh,
    told,
    shown,
    examples={
        "The screenplay was praised by Otto Brandt.": Status.UNVERIFIED,
        "A script by Otto Brandt was rejected.": Status.UNVERIFIED,
        "The first script was written by Otto Brandt.": Status.UNVERIFIED,
        "It was written about by Otto Brandt.": Status.UNVERIFIED,
        "The screenplay, by Otto Brandt, is short.": Status.REFUTED,
        "Otto Brandt provided the screenplay.": Status.REFUTED,
        "The screenplay is credited to Karl Aas.": Status.SUPPORTED,
        "Otto Brandt provided a screenplay for another film.": None,
        "Otto Brandt provided the lamps.": None,
        "The script went to Otto Brandt, who refused it.": None,
        "It was written by Karl Aas.": Status.SUPPORTED,
        "Karl Aas had a hand in the script.": Status.SUPPORTED,
        "Otto Brandt had a hand in the script.": None,
        "Karl Aas wrote the screenplay.": Status.SUPPORTED,
        "The screenplay is by Karl Aas.": Status.SUPPORTED,
        "The film's screenwriter, Karl Aas, was a sailor.": Status.SUPPORTED,
        "Karl Aas's script is short.": Status.SUPPORTED,
        "The script was written by Otto Brandt.": Status.REFUTED,
        "It was not written by Otto Brandt.": Status.SUPPORTED,
        "It was allegedly written by Otto Brandt.": Status.UNVERIFIED,
        "It was written by Ida Moe.": Status.UNVERIFIED,
        "Otto Brandt wrote the songs.": None,
        "The lamplighter writes to Otto Brandt.": None,
        "Otto Brandt wrote a book on the film.": None,
    },
    correct=correct,
    stated=people.stated,
)
