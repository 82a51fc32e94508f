"""That the film belongs to a series: a sequel, a prequel, a part of a trilogy, or followed by one.

Read from *the sequel to X*, *followed by Y in 1934*, *the second part of the trilogy*. Series are open: refuted only where the
record says that it is not so, has the two films the other way round, or where the years make it impossible.
What a character follows, or what a programme was followed by, is no sequel.
"""

from collections.abc import Iterator
from typing import Any

from verite import kin
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.model import Claim, Grade, Statement, Status
from verite.reading import Reading
from verite.text import number, ordinal

_AS = ("a sequel to", "followed by")
_BEFORE = ("prequel", "forerunner")
_SERIES = frozenset("trilogy tetralogy series saga cycle franchise duology quartet dilogy diptych triptych".split())


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames("SEQUEL", "PART"):
        if line.label == "intro" or frame.act_start in taken:
            continue
        found = _part(frame, sentence, reading) if frame.act == "PART" else _direction(frame, reading)
        if found is None:
            continue
        value, at, grade = found
        taken.add(frame.act_start)
        frame = kin.spanned(frame, sentence, at)
        yield reading.claim("sequel", "sequel", value, frame, sentence, at, {}, grade)


def _direction(frame: Frame, reading: Reading) -> tuple[dict[str, Any], NP | None, Grade] | None:
    other, film = frame.role("other"), frame.role("film")
    if frame.by == "verb":
        # *it was followed by Y*: what follows is a film only if it has the look of a title
        if not frame.passive or other is None or not reading.is_film(other) or film is None:
            return None
        if film.sem not in ("NAME", "PERSON", "WORK-NAME", "FILM-NAME") and film.head not in ("sequel", "sequels"):
            return None
        of = "later" if frame.word == "follow" else "earlier"
        value = {**kin.other(film if film.head not in ("sequel", "sequels") else None), "of": of, "part": None}
        if value["year"] is None:
            date = next((np for prep, np in frame.adjuncts if prep == "in" and np.sem == "DATE"), None)
            value["year"] = kin.other(date)["year"]
        return (
            value,
            film,
            Grade.READ
            if film.sem in ("WORK-NAME", "FILM-NAME") or film.det == "the" or film.name.startswith("The ")
            else Grade.SEEN,
        )
    if frame.by != "noun":
        return None
    holder = frame.role("holder")
    of = "later" if frame.word in _BEFORE else "earlier"
    about = holder is not None and reading.is_film(holder)
    if frame.word == "prequel" and other is not None:
        # It tells of what was before, and was made after: which comes first is no matter of years.
        return {**kin.other(other, frame), "of": of, "part": None}, other, Grade.SEEN
    if other is not None:
        if (
            other.sem not in ("NAME", "PERSON", "WORK-NAME", "FILM-NAME", "FILM", "PLACE", "O", "EVENT")
            or other.pronoun
        ):
            return None
        alone = holder is None and (frame.clause is None or frame.clause.subject is None or frame.clause.inherited)
        sure = about or alone
        return {**kin.other(other, frame), "of": of, "part": None}, other, Grade.READ if sure else Grade.SEEN
    if about:
        return {"title": "", "year": None, "of": of, "part": None}, None, Grade.READ
    if film is not None and reading.is_film(film):
        named = frame.role("named")
        return {**kin.other(named), "of": "earlier" if of == "later" else "later", "part": None}, named, Grade.SEEN
    return None


def _part(frame: Frame, sentence: Sentence, reading: Reading) -> tuple[dict[str, Any], NP | None, Grade] | None:
    """*the second part of the trilogy*: which part, of a series that may have a name."""
    series = frame.role("series")
    if series is None or not ({series.head, *series.mods} & _SERIES):
        return None
    holder = frame.role("holder")
    words = [t.low for np in sentence.phrases() if np.start == frame.act_start for t in np.tokens]
    part = next((n for word in words if (n := ordinal(word) or _last(word)) is not None), None)
    value = {"title": series.name, "year": None, "of": "part", "part": part}
    return value, series, Grade.READ if holder is not None and reading.is_film(holder) else Grade.SEEN


def _last(word: str) -> int | None:
    return -1 if word in ("last", "final", "closing", "concluding") else number(word)


def told(claim: Claim, catalogue: Catalogue) -> str:
    if claim.value["of"] == "part":
        which = {None: "a part", -1: "the last part"}.get(claim.value["part"], f"part {claim.value['part']}")
        return f"{which} of {claim.value['title'] or 'a series'}"
    return kin.told(claim, *_AS)


def shown(said: Statement, catalogue: Catalogue) -> str:
    if said.qualifiers.get("of") == "part":
        n = said.qualifiers.get("n")
        return f"part {n} of {said.value}" if n else f"a part of {said.value}"
    return kin.shown(said, *_AS)


KIND = Kind(
    "sequel",
    "sequel",
    find,
    kin.weigh,
    told,
    shown,
    examples={
        "It is the sequel to The Buoy.": Status.SUPPORTED,
        "A sequel to The Buoy, it runs long.": Status.SUPPORTED,
        "It was followed by The Beacon in 1934.": Status.SUPPORTED,
        "It is the second part of a trilogy.": Status.SUPPORTED,
        "It is a sequel to The Beacon.": Status.REFUTED,
        "It is a sequel to The Shoal (1925).": Status.UNVERIFIED,
        "It is reportedly a sequel to The Shoal.": Status.UNVERIFIED,
        "The lamplighter was followed by a sailor.": None,
        "The film was followed by a debate.": None,
        "In the second part of the film he leaves.": None,
    },
)
