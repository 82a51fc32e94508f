"""Who wrote the film's music.

Read from *the music was composed by N*, *N composed the score*, *the score is by N*, *N's score*, *the film's
composer, N,*. *With music by N* in a sentence that says more is only
seen: the music may be older than the film; *Music: N.* is a credit. Songs and themes are not
the score. Refuted only where the record declares that it names all composers, or two independent sources name
others and nobody else, and the name is surely another person's.
"""

from collections.abc import Iterator

from verite import people, sightings
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.model import Claim, Grade, Statement, Status
from verite.reading import Reading

_SCORE = (
    "music",
    "score",
    "film score",
    "musical score",
    "original score",
    "original music",
    "soundtrack",
    "film music",
)

_MUSIC = frozenset("music score soundtrack composer composed scored strings theme".split())
# *Additional music was composed by N*, *N wrote new music for the restored version*
_MORE = frozenset("additional new extra other another incidental live second diegetic further some".split())


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames("COMPOSE", "MUSIC-BY"):
        if line.label == "intro":
            continue
        agent, grade = _composer(frame, reading)
        if grade is Grade.SEEN and _a_score(frame, sentence, reading) and _SCORED_ANEW.isdisjoint(sentence.words):
            grade = Grade.READ
        if frame.act == "COMPOSE" and (
            reading.headless(frame, sentence) or (frame.word in _SCORE and people.credit(frame, sentence))
        ):
            agent, grade = frame.role("agent"), Grade.READ
        yield from people.claims(reading, "composer", "composer", agent, frame, sentence, grade, taken)
    for sentence, np, agents in sightings.people(reading, "composer", reading.on_record("composer"), _MUSIC):
        if np.tokens[0].start not in taken:
            taken.add(np.tokens[0].start)
            yield sightings.claim(reading, "composer", np.name, np, sentence, {"agents": agents}, _MUSIC)


# *It came back with a score by N*, *restored, with a score by N*
_SCORED_ANEW = frozenset(
    "restored restoration restorations version versions reissue reissued re-release re-released rereleased later new live screening "
    "screenings shown performed performance accompanied accompaniment dvd blu-ray stage ballet modern replaced rejected unused wrote mind planned considered intended "
    "offered asked instead originally first".split()
)
_SOUND = 1930  # before it films had no score of their own, or many


def _a_score(frame: Frame, sentence: Sentence, reading: Reading) -> bool:
    """*A drama with a haunting score by N*, *it has a score by N*: a sound film has one."""
    head, agent = frame.head, frame.role("agent")
    if frame.act != "COMPOSE" or frame.by != "noun" or head is None or agent is None or frame.role("owner") is not None:
        return False
    years = [year for year, _ in reading.link.work.years] if reading.link.work is not None else []
    has = any(
        head in c.objects and c.vg.lemma in ("have", "boast", "feature") and reading.is_film(c.subject)
        for c in sentence.clauses
    )
    plain = "score" in head.head and head.det in ("a", "an") and _MORE.isdisjoint(head.mods)
    plain = plain and not any(prep not in ("by", "from") for prep, _ in head.pps)
    verbless = not any(clause.vg.finite for clause in sentence.clauses)
    hung = sentence.before(head) in (("with", "by", "", ",") if verbless else ("with", "by"))
    return plain and (has or hung) and " " in agent.name and min(years, default=0) >= _SOUND


def _composer(frame: Frame, reading: Reading) -> tuple[NP | None, Grade]:
    film, agent = frame.role("film"), frame.role("agent")
    if frame.act == "MUSIC-BY":
        what = frame.role("what")
        if what is None or what.head not in _SCORE:
            return None, Grade.SEEN
        return agent, Grade.READ if _of_this_film(what, reading) else Grade.SEEN
    if frame.by == "verb":
        if film is None or not (reading.is_film(film) or film.head in _SCORE):
            return None, Grade.SEEN
        restored = any(np.head in ("version", "release", "restoration") for np in frame.phrases())
        sure = reading.is_film(film) or _of_this_film(film, reading)
        return agent, Grade.READ if sure and not restored else Grade.SEEN
    if frame.by == "credit":
        scored = frame.word in (*_SCORE, "composer") and frame.word not in ("music", "soundtrack")
        return agent, Grade.READ if scored and agent is not None and agent.bare else Grade.SEEN
    if frame.word in _SCORE:
        owner = frame.role("owner")
        if frame.head is not None and _other_music(frame.head, reading):
            return agent or owner, Grade.SEEN
        if agent is None and owner is not None and owner.sem in ("PERSON", "NAME"):
            return owner, Grade.READ if "score" in frame.word or frame.word == "soundtrack" else Grade.SEEN
        whole = frame.subject is not None or frame.word in ("score", "film score", "musical score", "original score")
        happens = frame.clause is not None and frame.clause.vg.lemma == "be"
        return agent, Grade.READ if whole or happens else Grade.SEEN
    if film is None or reading.is_film(film) or film.head in _SCORE:
        return frame.role("named", "holder"), Grade.READ if film is not None else Grade.SEEN
    return None, Grade.SEEN


def _of_this_film(music: NP, reading: Reading) -> bool:
    """*the music*, *its score*: not *music for another film*, nor *a score for the theatre*."""
    if _other_music(music, reading):
        return False
    return music.det in ("the", "its", "") or (music.poss is not None and reading.is_film(music.poss))


def _other_music(music: NP, reading: Reading) -> bool:
    """*a score by N*, *additional music*, *N's score for another film*."""
    others = ("a", "an", "another")
    elsewhere = any(prep == "for" and (np.det in others or not reading.is_film(np)) for prep, np in music.pps)
    return elsewhere or music.det in others or not _MORE.isdisjoint(music.mods)


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"music by {claim.value}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"music by {people.usual(said.value, catalogue)}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    return people.usual(said.value, catalogue), False


KIND = Kind(
    "composer",
    "composer",
    find,
    people.ground,
    told,
    shown,
    examples={
        "Additional music was composed by Otto Brandt.": Status.UNVERIFIED,
        "Otto Brandt wrote new music for the restored version.": Status.UNVERIFIED,
        "The music was composed by Leo Strand.": Status.SUPPORTED,
        "Leo Strand composed the score.": Status.SUPPORTED,
        "The score is by Leo Strand.": Status.SUPPORTED,
        "Leo Strand wrote the music.": Status.SUPPORTED,
        "The film's composer, Leo Strand, was deaf.": Status.SUPPORTED,
        "The score was composed by Otto Brandt.": Status.REFUTED,
        "Otto Brandt's score is loud.": Status.REFUTED,
        "The score was reportedly composed by Otto Brandt.": Status.UNVERIFIED,
        "A drama with music by Otto Brandt.": Status.UNVERIFIED,
        "The lamplighter composes a song for Otto Brandt.": None,
        "Otto Brandt composed himself.": None,
        "Otto Brandt wrote the songs.": None,
    },
    correct=correct,
    stated=people.stated,
)
