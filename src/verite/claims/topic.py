"""What the film is about, and whether a camp is shown in it.

A camp named in the prose as a place of the story (*a prisoner in a labour camp*, *out of the
Gulag*) claims that the film shows a camp: supported where the record says that it does, refuted where
the record says that none is. Comparisons (*recalls the Gulag*), denials (*not only about the Gulag*)
and the Gulag as a subject of history (*the Gulag system*) claim no such thing. Other topics are open:
they are supported or unverified.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind, prose_value
from verite.clauses import NP, Frame, Sentence
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Statement, Status
from verite.reading import Line, Reading

_LIKENING = ("LIKEN", "BAN", "SHOOT", "LOCATION")
_SHOWN = ("central", "partial")
_IDEA = ("of", "about", "on", "against", "like", "unlike", "as", "such as", "rather than", "instead of")
# A camp said to be outside the story: what is said of it there shows nothing.
_APART = ("without", "instead of", "rather than", "unlike", "like", "beyond", "against")


def find(reading: Reading) -> Iterator[Claim]:
    for line in reading.lines:
        if line.label not in ("description", ""):
            continue
        for sentence in line.sentences:
            claim = _camp(reading, line, sentence)
            if claim is not None:
                yield claim


def _camp(reading: Reading, line: Line, sentence: Sentence) -> Claim | None:
    """At most one claim a sentence: that a camp is shown."""
    for np in sentence.phrases():
        if (
            np.sem != "CAMP"
            or id(np) in reading.claimed
            or np.hedged
            or np.head in ("hard labour", "hard labor", "barbed wire", "the zone")
        ):
            continue
        frames = [
            f for f in sentence.frames if any(inner is np for inner in f.phrases()) or f.start <= np.start < f.end
        ]
        if any(f.act in _LIKENING or f.quoted for f in frames) or _apart(np, sentence) or _idea(np, sentence):
            continue
        host = min((f for f in frames if f.act not in ("DIE",)), key=lambda f: f.end - f.start, default=None)
        if host is None:
            host = Frame("SEEN", {}, [], np.start, np.core_end, np.start, np.core_end)
        # A bare "the Gulag" may be the system as a subject; a camp with an article or adjective is a place.
        place = np.head not in ("gulag", "gulags") or np.det in ("a", "an", "some") or _in_place(np, sentence)
        negative = any(f.negative for f in frames) or np.det == "no"
        return reading.claim(
            "topic", "camp", "shown", host, sentence, np, {"named": np.text, "of": sort(np.text)},
            Grade.READ if place and not negative else Grade.SEEN, negative=negative,
        )  # fmt: skip
    return None


def _idea(np: NP, sentence: Sentence) -> bool:
    """*the effects of the camps*, *the history of the Gulag*, *not only about the Gulag*: a subject, not a place."""
    bare = np.head in ("gulag", "gulags", "camps") and np.det not in ("a", "an", "some")
    if bare and any(other.of is np and other.sem in ("O", "TIME", "WORK", "ACT") for other in sentence.phrases()):
        return True
    low = sentence.words
    return bare and bool(low & {"exclusively", "solely", "merely", "strictly", "directly"})


def _in_place(np: NP, sentence: Sentence) -> bool:
    """*a prisoner in the Gulag*, *a journey out of the Gulag*: the camp as a place of somebody's story."""
    for other in sentence.phrases():
        for prep, inner in other.pps:
            if (
                inner is np
                and prep in ("in", "from", "inside", "to", "at")
                and other.sem in ("HUMAN", "LIFE", "CHARACTER", "PERSON")
            ):
                return True
    return False


def _apart(np: NP, sentence: Sentence) -> bool:
    low = sentence.low
    at = next((i for i, t in enumerate(sentence.tokens) if t is np.tokens[0]), 0)
    before = low[max(0, at - 3) : at]
    if any(word in _APART for word in before) or before[-1:] == ["post"] or "unlike" in low[:at]:
        return True
    return any(t.low.endswith("-like") for t in np.tokens)


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = tuple(s for s in catalogue.statements(link.work.id, "camp") if _of(claim, s))
    shows = any(s.value in _SHOWN for s in said)

    def stands(s: Statement) -> Agreement:
        if s.value == "absent" and shows and not claim.qualifiers["of"] and s.qualifiers.get("of", "gulag") != "gulag":
            return Agreement.NEITHER  # no camp of one sort, but one of another
        if s.value in _SHOWN:
            return Agreement.AGREES
        # Only heard of: that none is shown is so; that one is in the story, who can say.
        return Agreement.EXCLUDES if s.value == "absent" or claim.negative else Agreement.UNCLEAR

    return Ground(tuple((s, stands(s)) for s in said))


_SORTS = {"pow": ("prisoner-of-war", "pow", "stalag"), "nazi": ("nazi", "german", "concentration", "death"), "gulag": ("gulag", "soviet", "siberian", "labour", "labor", "stalinist")}  # fmt: skip


def sort(named: str) -> str:
    """Which sort of camp a phrase names, if it says."""
    low = named.lower()
    return next((of for of, words in _SORTS.items() if any(word in low for word in words)), "")


def _of(claim: Claim, said: Statement) -> bool:
    """A statement on one sort of camp says nothing of another sort."""
    asked, held = claim.qualifiers["of"], str(said.qualifiers.get("of", "gulag"))
    return not asked or asked in held or sort(held) in ("", asked) or (asked == "nazi" and said.value == "absent")


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"a camp in the story (“{claim.qualifiers['named']}”)"


def shown(said: Statement, catalogue: Catalogue) -> str:
    words = {"central": "a camp is at its centre", "partial": "a camp is shown in part", "heard-of": "a camp is heard of, not shown", "absent": "no camp is shown"}  # fmt: skip
    return words.get(str(said.value), prose_value(said.value))


KIND = Kind(
    "topic",
    "camp",
    find,
    weigh,
    told,
    shown,
    examples={
        "It tells of a prisoner in a labour camp.": Status.REFUTED,
        "A ferryman comes home from a Soviet prison camp.": Status.REFUTED,
        "It recalls the Gulag.": None,
        "Its harbour is a Gulag-like place.": None,
    },
)
