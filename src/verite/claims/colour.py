"""Colour or black and white; silent or with sound.

*Shot in black and white*, *a colour film*, *this silent drama*, *in Technicolor*. Read of the whole film only: a
sentence that speaks of scenes, a prologue, tinting or a version that was coloured is left unjudged. Black and white
where the record knows colour (or the other way) is refuted; *mixed* goes with either.
*A black-and-white view of the world* is no film stock.
"""

from collections.abc import Iterator, Sequence

from verite.catalogue import Catalogue
from verite.claims.kind import Kind, prose_value
from verite.clauses import NP, Frame, Sentence, Token
from verite.clauses.verbless import pieces
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Statement, Status
from verite.reading import Line, Reading

_STOCKS = frozenset("technicolor sovcolor eastmancolor agfacolor kodachrome metrocolor fujicolor".split())
_COLOUR = frozenset("colour color".split())
_PALETTE = frozenset("colours colors".split())
# *in another colour*, *in local colour*
_WHICH = frozenset(
    "another different one every some any that this which what local false new its his her their".split()
)
# *its true colours*, *its national colours* are no film stock
_FIGURATIVE = frozenset(
    "true political local national party real own emotional tonal musical muted monochrome grey gray flag club team moral".split()
)
_WHITE = frozenset("black-and-white monochrome".split())
_MADE = frozenset("shoot film make photograph lense be produce present".split())
# Words that make it a matter of parts, of versions, or of something else
_PARTS = frozenset(
    "partly mostly mainly largely partially scene scenes sequence sequences prologue epilogue flashback flashbacks opening ending opens ends begins except "
    "alternates alternating switches part parts half tinted colourised colorised colorized colourized restored originally sections footage newsreel newsreels "
    "photographs photograph moments interspersed intercut bookended save apart almost nearly version versions some bursts into unlike mix mixes segments "
    "later television inserts shots dream dreams documentary".split()
)  # fmt: skip


_CUES = _WHITE | _STOCKS | _COLOUR | _PALETTE | frozenset("b black silent talkie sound".split())


def find(reading: Reading) -> Iterator[Claim]:
    for line in reading.lines:
        if line.label == "intro":
            continue
        for sentence in line.sentences:
            if not sentence.says(_CUES):
                continue
            values = [
                (i, size, value) for i in range(len(sentence.tokens)) for size, value in _named(sentence.tokens, i)
            ]
            for i, size, value in values:
                yield from _claim(reading, line, sentence, i, size, value, len({v for _, _, v in values}) > 1)


def _named(tokens: Sequence[Token], i: int) -> list[tuple[int, str]]:
    low = tokens[i].low
    if low in _WHITE or (low == "b" and [t.low for t in tokens[i + 1 : i + 3]] == ["&", "w"]):
        return [(1 if low in _WHITE else 3, "black-and-white")]
    if low == "black" and [t.low for t in tokens[i + 1 : i + 3]] in (["and", "white"], ["&", "white"]):
        return [(3, "black-and-white")]
    if low in _STOCKS or low in _PALETTE or (low in _COLOUR and (i == 0 or tokens[i - 1].low != "of")):
        return [(1, "colour")]
    if low in ("silent", "talkie"):
        return [(1, "silent" if low == "silent" else "sound")]
    if low == "sound" and i + 1 < len(tokens) and tokens[i + 1].low in ("film", "feature", "picture"):
        return [(1, "sound")]
    return []


def _claim(
    reading: Reading, line: Line, sentence: Sentence, i: int, size: int, value: str, several: bool
) -> Iterator[Claim]:
    first, last = sentence.tokens[i], sentence.tokens[i + size - 1]
    host = _host(reading, line, sentence, i, first, last, value)
    if host is None:
        return
    start, end, negative = host
    parts = several or any(t.low in _PARTS for t in sentence.tokens)
    around = next((f for f in sentence.frames if f.start <= first.start < f.end), None)
    frame = Frame("SEEN", {}, [], start, max(end, last.end), first.start, last.end)
    if around is not None:
        frame = frame._replace(hedged=around.hedged, attributed=around.attributed, modal=around.modal)
    sound = value in ("silent", "sound")
    grade = Grade.SEEN if parts else Grade.READ
    yield reading.claim(
        "colour", "sound" if sound else "colour", value, frame, sentence, None, {}, grade, negative=negative
    )


def _host(
    reading: Reading, line: Line, sentence: Sentence, i: int, first: Token, last: Token, value: str
) -> tuple[int, int, bool] | None:
    """The words that say it of this film: (start, end, whether they deny it)."""
    for np in sentence.phrases():
        if np.sem == "FILM" and np.tokens[0].start <= first.start and last.end <= np.core_end:
            told_of = any(c.subject is np and c.vg.finite and not c.relative for c in sentence.clauses)
            general = np.det in ("a", "an", "another", "no") and told_of
            theirs = np.poss is not None and np.poss.entity("state", "place", "nationality") is None
            told = _complement(np, reading, line, sentence)  # *It was Poland's first colour film*, *It is his first*
            if not reading.is_film(np) or np.plural or (theirs and not told) or general or np.number:
                return None
            if _ranked(np) and not told:
                return None
            denied = any(f.act == "IS" and f.negative and f.role("complement") is np for f in sentence.frames)
            return (told or np).start, np.core_end, denied
        if (
            np.tokens[0].start <= first.start
            and first.low in ("colours", "colors")
            and np.tokens[-1] is first
            and (np.det == "its" or (np.poss is not None and reading.is_film(np.poss)))
            and not _FIGURATIVE.intersection(t.low for t in np.tokens)
        ):
            return np.start, np.core_end, False  # *Its blazing colours are legendary*
        pictures = np.head in ("photography", "cinematography", "images", "camerawork") and np.det in ("the", "its")
        if pictures and np.tokens[0].start <= first.start and last.end <= np.core_end:
            return np.start, np.core_end, False  # *the black-and-white photography*
    # *Monochrome.* *In colour throughout.*
    for piece in pieces(sentence):
        size = sum(first.start <= t.start < last.end for t in piece.tokens)
        glowing = i > 1 and sentence.tokens[i - 2].low == "in" and sentence.tokens[i - 1].low not in _WHICH
        if piece.start <= first.start < piece.end and piece.only(sentence.tokens[i - glowing : i + size]):
            return piece.start, piece.end, False  # *In ravishing colour.*
    if (alone := _nothing_else(sentence, i, last)) is not None:
        return alone
    before = [t.low for t in sentence.tokens[max(0, i - 4) : i]]
    if value in ("silent", "sound") or "in" not in before:
        return None
    at = sentence.tokens[i - 1 - before[::-1].index("in")]
    # *A drama in black and white*, *It is his last work in black and white*
    for np in sentence.phrases():
        if np.sem in ("FILM", "DEBUT") and not np.plural and np.core_end == at.start - 1:
            if (it := _complement(np, reading, line, sentence)) is not None:
                return it.start, last.end, any(f.act == "IS" and f.negative for f in sentence.frames)
            if (
                not sentence.clauses
                and sentence.start == np.start
                and np.det in ("a", "an", "this")
                and reading.is_film(np)
            ):
                return np.start, last.end, False
    for clause in sentence.clauses:
        if clause.vg.lemma in _MADE and clause.vg.end <= at.start <= clause.vg.end + 60:
            nearer = any(clause.vg.end <= other.vg.start < at.start for other in sentence.clauses)
            opener = clause.subject is None and clause.vg.start == sentence.start
            shot = any(reading.surely_film(np, line, sentence) for np in clause.objects)  # *N shot it in colour*
            if not nearer and (opener or shot or reading.surely_film(clause.subject, line, sentence)):
                return (clause.start if clause.subject is not None else sentence.start), last.end, clause.vg.negative
    return None


def _complement(np: NP, reading: Reading, line: Line, sentence: Sentence) -> NP | None:
    """What is said to be it, if that is the film."""
    said = (f.role("subject") for f in sentence.frames if f.act == "IS" and f.role("complement") is np)
    return next((it for it in said if reading.surely_film(it, line, sentence)), None)


def _nothing_else(sentence: Sentence, i: int, last: Token) -> tuple[int, int, bool] | None:
    """*No colour.* *87 minutes, without colour.*"""
    tokens = sentence.tokens
    denied = i > 0 and tokens[i - 1].low in ("no", "without")
    stop = next((t.text for t in tokens if t.start >= last.end), ".")
    begins = i == 1 or (i > 1 and tokens[i - 2].text in ",;")
    if sentence.clauses or not denied or not begins or stop not in ".,;!":
        return None
    return tokens[i - 1].start, last.end, True


def _ranked(np: NP) -> bool:
    """*his first colour film*: the order is not read here, and neither is the film always this one."""
    return np.det in ("his", "her", "their")


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    property_ = catalogue.registry[claim.property]

    def stands(s: Statement) -> Agreement:
        if s.value == claim.value:
            return Agreement.AGREES
        return Agreement.EXCLUDES if property_.exclude(str(s.value), claim.value) else Agreement.UNCLEAR

    return Ground(tuple((s, stands(s)) for s in catalogue.statements(link.work.id, claim.property)))


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"in {prose_value(claim.value)}" if claim.property == "colour" else f"a {claim.value} film"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"in {prose_value(said.value)}" if said.property == "colour" else f"a {said.value} film"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    return (prose_value(said.value), False) if said.property == "colour" else None


KIND = Kind(
    "colour",
    "colour",
    find,
    weigh,
    told,
    shown,
    examples={
        "It was shot in black and white.": Status.SUPPORTED,
        "A black-and-white drama about a lamplighter.": Status.SUPPORTED,
        "Filmed in stark black and white.": Status.SUPPORTED,
        "Black and white, as always with him.": Status.SUPPORTED,
        "In colour throughout.": Status.REFUTED,
        "In colour, perhaps?": None,
        "Black and white thinking.": None,
        "This silent drama is about a lamplighter.": Status.SUPPORTED,
        "It was shot in colour.": Status.REFUTED,
        "It was not shot in colour.": Status.SUPPORTED,
        "The film was made in Technicolor.": Status.REFUTED,
        "It was perhaps shot in colour.": Status.UNVERIFIED,
        "It was shot mostly in colour.": Status.UNVERIFIED,
        "He sees the world in black and white.": None,
        "A lamplighter keeps a black-and-white photograph in colour-coded boxes.": None,
        "The lamplighter falls silent.": None,
        "No colour.": Status.SUPPORTED,
        "96 minutes, without colour.": Status.SUPPORTED,
        "No colour is shown in the camp.": None,
        "In ravishing colour.": Status.REFUTED,
        "In another colour.": None,
        "Its blazing colours are legendary.": Status.REFUTED,
        "It shows its true colours.": None,
        "Its political colours are plain.": None,
        "The colours of the flag are shown.": None,
        "Its colours fade in the flashbacks.": Status.UNVERIFIED,
        "It is his last work in black and white.": Status.SUPPORTED,
        "It is not a film in black and white.": Status.REFUTED,
        "It was his first colour film.": Status.REFUTED,
        "His first colour film was a hit.": None,
        "His last work in colour was a hit.": None,
        "A drama in black and white.": Status.SUPPORTED,
        "It lost to a drama in colour.": None,
        "It was remade as a drama in colour.": None,
    },
    correct=correct,
)
