"""That the film is a remake, or was remade.

Read from *a remake of X*, *it remakes the film of 1934*, *it was remade as Y*, *N remade it in 1950*. Direction matters:
*of* names the earlier film, *as* the later one. Two films of one book are no remakes of each other. Remakes are open: refuted
only where the record says that it is not so or has it the other way round, or where the years make it
impossible.
"""

from collections.abc import Iterator

from verite import kin
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame
from verite.model import Claim, Grade, Statement, Status
from verite.reading import Reading

_AS = ("a remake of", "remade as")


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames("REMAKE"):
        if line.label == "intro" or frame.act_start in taken:
            continue
        of, np, grade = _direction(frame, reading)
        if not of:
            continue
        taken.add(frame.act_start)
        value = {**kin.other(np, frame), "of": of}
        if of == "later" and value["year"] is None:
            date = next((np for prep, np in frame.adjuncts if prep == "in" and np.sem == "DATE"), None)
            value["year"] = kin.other(date)["year"]
        frame = kin.spanned(frame, sentence, np)
        yield reading.claim("remake", "remake", value, frame, sentence, np, {}, grade)


def _direction(frame: Frame, reading: Reading) -> tuple[str, NP | None, Grade]:
    other, film = frame.role("other"), frame.role("film")
    if frame.by == "verb":
        if frame.passive:
            later = next((np for prep, np in frame.adjuncts if prep == "as"), None)
            sure = Grade.READ if reading.is_film(film) else Grade.SEEN
            return ("later" if film is not None and (reading.is_film(film) or later is not None) else ""), later, sure
        if film is not None and reading.is_film(film):
            return "later", other, Grade.READ
        if frame.subject is not None and reading.is_film(frame.subject) and film is not None:
            # *The series reboot, "Y", ...*: a noun that looks like the verb
            return "earlier", film, Grade.SEEN if frame.word == "reboot" else Grade.READ
        return "", None, Grade.SEEN
    if frame.by != "noun" or frame.word not in (
        "remake",
        "reboot",
        "new version",
        "americanisation",
        "americanization",
    ):
        return "", None, Grade.SEEN
    holder = frame.role("holder")
    if frame.head is not None and frame.head.det == "the" and holder is None:
        return "", None, Grade.SEEN  # *The series reboot, "Y", came out in 2011*: what is told of is another film
    if other is not None:
        if reading.is_film(other) and other.pronoun:
            return "later", frame.role("named"), Grade.SEEN  # *a remake of it*
        about = holder is not None and reading.is_film(holder)
        alone = holder is None and (frame.clause is None or frame.clause.subject is None or frame.clause.inherited)
        return "earlier", other, Grade.READ if about or alone else Grade.SEEN
    if holder is not None and reading.is_film(holder):
        return "earlier", None, Grade.READ
    if film is not None and reading.is_film(film):
        return "later", frame.role("named"), Grade.SEEN  # *its American remake, Y,*
    return "", None, Grade.SEEN


def told(claim: Claim, catalogue: Catalogue) -> str:
    return kin.told(claim, *_AS)


def shown(said: Statement, catalogue: Catalogue) -> str:
    return kin.shown(said, *_AS)


KIND = Kind(
    "remake",
    "remake",
    find,
    kin.weigh,
    told,
    shown,
    examples={
        "It is a remake of the earlier film The Pier.": Status.REFUTED,
        "It is a remake of The Keel (1925).": Status.SUPPORTED,
        "The film remakes The Keel.": Status.SUPPORTED,
        "It was remade in 1950 as The Wick.": Status.SUPPORTED,
        "Otto Brandt remade it in 1950.": Status.SUPPORTED,
        "It is a remake of The Pier.": Status.REFUTED,
        "It is a remake of The Mole.": Status.UNVERIFIED,
        "The series reboot, The Beacon (1950), made money.": None,
        "It is reportedly a remake of The Keel.": Status.SUPPORTED,
        "It is not a remake of The Pier.": Status.SUPPORTED,
        "The lamplighter remakes his bed.": None,
        "Unlike the first film, it ends badly.": None,
        "Another film was made of the novel.": None,
    },
)
