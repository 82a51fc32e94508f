"""How long the film runs.

*It runs 110 minutes*, *this three-hour epic*, *at two hours and twenty minutes*, *running time: 95 min.* Any recorded
running time within two minutes or three in a hundred supports; hours told roundly are meant roundly, and *nearly*,
*over* and *about* are read as such. Films run in versions, at several speeds, on television and restored:
another running time refutes only where the record declares that it holds them all, where a feature is said to run less than half or
more than twice as long as any of them, a quarter off where enough independent sources (see `judge.enough`) agree within eight
in a hundred, or 35 in a hundred off what one says; and no version is spoken of. (Of 2,487 times that three sources of a catalogue agreed so, a fourth held one that was a
quarter off 11 times, `bench/agreement.py`: slips, and long cuts, of which a list says that they are such.)
A time that stands alone (*133 minutes.*) is the film's.
*The first twenty minutes*, *a ten-minute take*, *two hours of a man's life* are no running times.
"""

from collections.abc import Iterator, Sequence

from verite.amounts import Amount, bound, numeral
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import Frame, Sentence, Token
from verite.clauses.clause import Clause
from verite.clauses.verbless import pieces
from verite.judge import Ground, telling
from verite.model import Agreement, Claim, Grade, Link, Reason, Statement, Status
from verite.reading import Line, Reading

_MINUTES = frozenset("minute minutes min mins".split())
_HOURS = frozenset("hour hours hr hrs h".split())
_RUNS = ("run", "last", "clock", "time", "total", "be")
_RUNS_TO = {"come": ["in", "at"], "go": ["on", "for"]}  # *comes in at 96 minutes*, *goes on for two hours*
_AFTER = frozenset(". , ; : ) ! — – long in and but including with".split())
_PART = frozenset("first last final opening closing next every per only another within after of".split())
# *At 40 minutes, it begins to rain*: a point in the film, not its length
_AT_A_POINT = frozenset(
    "begin start come appear happen reach turn cut arrive die stop switch become change break end open jump flash go".split()
)
_ABOUT = frozenset(
    "just under over nearly almost about around some roughly barely only a good mere well close to brisk lean slim tight trim whopping hefty full "
    "breezy taut epic swift short long more less than compact lengthy generous modest sprawling economical concise respectable leisurely mighty staggering "
    "slender snappy crisp tidy punishing mammoth a an".split()
)
_DENYING = frozenset("never not n't no hardly rarely seldom without".split())
_VERSIONS = frozenset(
    "version versions cut cuts uncut restored restoration television tv series serial episode episodes part parts extended shortened trimmed "
    "reconstruction reconstructed edited longer shorter originally original print prints speed frames fps release dvd missing lost surviving evening evenings night nights interval intervals intermission intermissions".split()
)  # fmt: skip


def find(reading: Reading) -> Iterator[Claim]:
    for line in reading.lines:
        if line.label == "intro":
            continue
        for sentence in line.sentences:
            if any(map(_unit, sentence.words)):
                yield from _claims(reading, line, sentence)


def _on_record(
    reading: Reading, sentence: Sentence, i: int, size: int, amount: Amount
) -> tuple[int, int, Grade] | None:
    """*Very nearly three hours: 173 minutes.* The very running time on record, of an hour or more, wherever it stands."""
    tokens = sentence.tokens
    held = [int(s.value) for s in reading.catalogue.statements(reading.work, "duration")] if reading.work else []
    back = tokens[i - 1].low if i else ""
    part = back in _PART or back == "than"
    if part or amount.step > 5 or amount.value < 60 or not any(abs(amount.value - one) <= 2 for one in held):
        return None
    return tokens[i].start, tokens[i + size - 1].end, Grade.SEEN


def _unit(low: str) -> bool:
    return low in _MINUTES or low in _HOURS or low.endswith(("-minute", "-hour", "-min", "-minutes", "hour-long"))


def _parted(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether a semicolon or a dash stands between two places of a sentence."""
    start, end = sorted((one, other))
    return any(t.text in ";—–" and start < t.start < end for t in tokens)


def _claims(reading: Reading, line: Line, sentence: Sentence) -> Iterator[Claim]:
    tokens, i = sentence.tokens, 0
    places = [np.start for np in sentence.phrases() if np.entity("state", "place") is not None]
    cuts = any(t.low in _VERSIONS for t in tokens)
    while i < len(tokens):
        found = minutes(tokens, i)
        if found is None:
            i += 1
            continue
        amount, size = found
        # *In Sweden it ran for 200 minutes*: another country, another version; not *Banned in Sweden; 200 minutes*
        abroad = any(not _parted(tokens, place, tokens[i].start) for place in places)
        versions = abroad or cuts
        host = _host(reading, line, sentence, i, size) or _on_record(reading, sentence, i, size, amount)
        if host is not None:
            start, end, grade = host
            frame = Frame(
                "SEEN", {}, [], start, max(end, tokens[i + size - 1].end), tokens[i].start, tokens[i + size - 1].end
            )
            around = next((f for f in sentence.frames if f.start <= frame.act_start < f.end), None)
            frame = frame._replace(hedged=bool(around and around.hedged and not amount.bound))
            claim = reading.claim(
                "duration",
                "duration",
                round(amount.value),
                frame,
                sentence,
                None,
                {"step": amount.step, "bound": amount.bound, "versions": versions},
                grade,
                negative=bool(
                    around
                    and around.negative
                    and around.word.split(" ")[0] in _RUNS
                    and around.act_start < tokens[i].start  # *At 88 minutes, it is never dull*
                ),
                attributed=bool(around and around.attributed),
            )
            # *nearly two hours* is a bound that was read, not a doubt
            bounded = claim.grade is Grade.SEEN and grade is Grade.READ and amount.bound == "nearly"
            # *At 88 minutes it never drags* denies nothing of its length
            later = sum(t.low in _DENYING and t.start > frame.act_end for t in tokens)
            unshaken = (
                start == sentence.start and later and sentence.denials(frame.act_start, frame.act_end) in (0, later)
            )
            sure = claim.grade is Grade.SEEN and grade is Grade.READ and unshaken and not claim.hedged
            yield claim._replace(grade=Grade.READ) if bounded or sure else claim
        i += size


def minutes(tokens: Sequence[Token], i: int) -> tuple[Amount, int] | None:
    """The running time that begins at `i`, in minutes, and how many tokens it takes."""
    low = tokens[i].low
    if low.endswith(("-minute", "-min", "-hour", "-minutes", "-hour-long", "-minute-long")):
        head = low.removesuffix("-long").rpartition("-")[0]
        half = head.endswith("-and-a-half")
        figure = numeral([Token(head.removesuffix("-and-a-half"), 0, 0)], 0)
        if figure is None:
            return None
        return _amount(figure[0].value, half, "hour" in low, 0, bound(tokens, i)), 1
    if low in ("an", "a") and i + 1 < len(tokens) and tokens[i + 1].low == "hour":
        value, size = 1.0, 1
    else:
        read = numeral(tokens, i)
        if read is None or read[0].value > 1500:
            return None
        value, size = read[0].value, read[1]
    at = i + size
    half = [t.low for t in tokens[at : at + 3]] == ["and", "a", "half"]
    at += 3 * half
    unit = tokens[at].low if at < len(tokens) else ""
    if unit not in _MINUTES and unit not in _HOURS:
        return None
    hours, rest = unit in _HOURS, 0
    at += 1
    if hours and not half:
        if [t.low for t in tokens[at : at + 3]] == ["and", "a", "half"]:
            half, at = True, at + 3
        else:
            joined = at + (at < len(tokens) and tokens[at].low in ("and", ","))
            more = numeral(tokens, joined) if joined < len(tokens) else None
            after = joined + more[1] if more else len(tokens)
            if (
                more
                and after < len(tokens)
                and (tokens[after].low in _MINUTES or tokens[after].low == "m")
                and more[0].value < 60
            ):
                rest, at = int(more[0].value), after + 1
    return _amount(value, half, hours, rest, bound(tokens, i)), at - i


def _amount(value: float, half: bool, hours: bool, rest: int, limit: str) -> Amount:
    if not hours:
        return Amount(value + half / 2, 5.0 if not value % 10 else 1.0, limit)
    total = 60 * value + 30 * half + rest
    return Amount(total, 1.0 if rest else 24.0 if half else 40.0, limit)


def _host(reading: Reading, line: Line, sentence: Sentence, i: int, size: int) -> tuple[int, int, Grade] | None:
    """What the time is the length of, if that is this film: (start and end of the words that say so, grade)."""
    tokens = sentence.tokens
    first, last = tokens[i], tokens[i + size - 1]
    back = [t.low for t in tokens[max(0, i - 4) : i]]
    after = tokens[i + size].low if i + size < len(tokens) else "."
    if size == 1 and "-" in first.low:
        np = next((p for p in sentence.phrases() if first in p.tokens), None)
        if (
            np is not None
            and np.tokens[-1].low in ("time", "runtime", "length", "duration")
            and np.det in ("its", "the")
        ):
            return np.start, np.core_end, Grade.READ  # *its 96-minute running time*
        if np is None or np.sem != "FILM" or not reading.is_film(np) or np.plural or np.poss is not None:
            return None
        if np.det in ("his", "her", "their", "another"):
            return None  # *her three-hour film followed*
        told_of = any(c.subject is np and c.vg.finite and not c.relative for c in sentence.clauses)
        return np.start, np.core_end, Grade.SEEN if np.det in ("a", "an", "another") and told_of else Grade.READ
    if (
        back
        and back[-1] in _PART
        and not (back[-1] == "only" and after in (".", ",", ";", "long"))  # *It runs only 96 minutes.*
        and back[-2:] not in (["time", "of"], ["length", "of"], ["duration", "of"], ["runtime", "of"])
    ):
        return None
    said = " ".join(back)
    if any(word in said for word in ("runtime", "duration", "length", "running time")):
        heads = ("time", "runtime", "duration", "length")
        owner = next((p for p in sentence.phrases() if p.tokens[-1].low in heads), None)
        if owner is not None and owner.poss is not None and not reading.is_film(owner.poss):
            return None
        if owner is not None and owner.det in ("his", "her", "their"):
            return None
        word = next((t for t in tokens[max(0, i - 4) : i] if t.low in ("running", *heads[1:])), None)
        if word is None:
            return None  # *Two lengths, 141 minutes and 119*
        return min(word.start, owner.start if owner else word.start), last.end, Grade.READ
    # *133 minutes.* *A good two and a half hours long.* *In colour, 95 minutes.*
    for piece in pieces(sentence):
        if piece.start <= first.start < piece.end and piece.only(tokens[i : i + size]):
            return piece.start, piece.end, Grade.READ
    if back[-1:] in (["its"], ["all"]) and after not in ("of", "into", "later"):
        return tokens[i - 1].start, last.end, Grade.READ  # *Its 96 minutes fly by*
    # *Two and a half hours long, it never drags*, *Clocking in at over two hours, it never drags*
    lead = [t.low for t in tokens[:i] if t.low not in _ABOUT]
    if lead in (
        [],
        ["clocking", "in", "at"],
        ["running"],
        ["running", "to"],
        ["running", "for"],
        ["lasting"],
        ["coming", "in", "at"],
    ) and (lead or after == "long"):
        told = next((c for c in sentence.clauses if c.vg.finite and c.vg.start > last.end), None)
        if told is not None and told.subject is not None and reading.surely_film(told.subject, line, sentence):
            return sentence.start, told.end, Grade.READ
    # *At 96 minutes it never drags*, *At just under two hours it is dense*
    at = next((n for n in range(i - 1, -1, -1) if tokens[n].low not in _ABOUT), -1)
    at_first = 0 <= at <= 2 and tokens[at].low == "at"
    opens = at_first and after in ("it", "this")
    if after not in _AFTER and not opens:
        return None
    if at_first:
        clause = next((c for c in sentence.clauses if c.vg.finite), None)
        ends = opens or after in (",", ".", "long")
        if clause is None or not ends or clause.vg.start < first.start:  # *It begins at 40 minutes*
            return None
        if not reading.surely_film(clause.subject, line, sentence) or clause.vg.lemma in _AT_A_POINT:
            return None
        return sentence.start, clause.end, Grade.READ
    for clause in sentence.clauses:
        runs = clause.vg.lemma in _RUNS or _particles(tokens, clause, first) == _RUNS_TO.get(clause.vg.lemma)
        if clause.vg.end <= first.start <= clause.end + 40 and runs:
            if not reading.surely_film(clause.subject, line, sentence) or any(c.vg.start > clause.vg.start and c.vg.end <= first.start for c in sentence.clauses):  # fmt: skip
                continue
            if clause.vg.lemma == "be" and after not in ("long", "."):
                continue
            between = [t.low for t in tokens if clause.vg.end <= t.start < first.start]
            if len(between) > 6 or {"in", "on", "into"} & set(between[-1:]) or "," in between:
                continue
            return clause.start, last.end, Grade.READ
    return None


def _particles(tokens: Sequence[Token], clause: Clause, first: Token) -> list[str]:
    """What stands between a verb and a running time, without *about* and *only*."""
    return [t.low for t in tokens if clause.vg.end <= t.start < first.start and t.low not in _ABOUT]


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, "duration")
    q = claim.qualifiers
    low, high = Amount(float(claim.value), float(q["step"]), q["bound"]).span(
        0.03, catalogue.registry["duration"].tolerance
    )
    series = link.work.form == "series"
    agreed = _agreed(said, catalogue)

    def stands(s: Statement) -> Agreement:
        if low <= s.value <= high:
            return Agreement.AGREES
        if q["versions"] or series:
            return Agreement.UNCLEAR
        off = agreed is not None and (high < agreed[0] * (1 - agreed[2]) or low > agreed[1] * (1 + agreed[2]))
        wild = off or high < min(int(o.value) for o in said) / 2 or low > 2 * max(int(o.value) for o in said)
        return Agreement.EXCLUDES if wild else Agreement.DIFFERS

    complete = bool(catalogue.complete(link.work.id, "duration"))
    why = Reason.OPEN_PROPERTY if said else Reason.NOT_RECORDED
    return Ground(tuple((s, stands(s)) for s in said), complete, any_of=True, otherwise=why)


def _agreed(said: Sequence[Statement], catalogue: Catalogue) -> tuple[int, int, float] | None:
    """The shortest and longest running time on record, where all but agree, and how far off another one cannot be so."""
    held = [int(s.value) for s in said]
    near = bool(held) and max(held) - min(held) <= max(5, 0.08 * max(held))
    # Two families that agree will do, extracts included: of 10,598 such films a further family was a quarter off 46 times.
    told_by = {(one.family or one.key) for s in telling(said) for c in s.sources for one in [catalogue.source(c.key)]}
    # Of 19,090 pairs of families 68 are more than 35 in a hundred apart: one is no more often wrong by so much.
    return (min(held), max(held), 0.25 if len(told_by) > 1 else 0.35) if near else None


def told(claim: Claim, catalogue: Catalogue) -> str:
    limit = claim.qualifiers["bound"]
    return f"runs {limit + ' ' if limit else ''}{claim.value} minutes"


def shown(said: Statement, catalogue: Catalogue) -> str:
    of = f" ({said.qualifiers['of']})" if said.qualifiers.get("of") else ""
    return f"{said.value} minutes{of}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    return f"{said.value} minutes", False


KIND = Kind(
    "duration",
    "duration",
    find,
    weigh,
    told,
    shown,
    examples={
        "At 96 minutes, it never drags.": Status.SUPPORTED,
        "Its 96 minutes fly by.": Status.SUPPORTED,
        "Its 20 minutes of silence are long.": None,
        "It begins at 40 minutes.": None,
        "At 96 minutes it never drags.": Status.SUPPORTED,
        "At a brisk 96 minutes it never drags.": Status.SUPPORTED,
        "Clocking in at over three hours, it is long.": Status.REFUTED,
        "Three and a half hours long, it drags.": Status.REFUTED,
        "Lasting three hours, the storm ends the pier.": None,
        "At just over an hour and a half it never drags.": Status.SUPPORTED,
        "At 40 minutes it begins to rain.": None,
        "At 40 minutes, it turns to snow.": None,
        "It runs 96 minutes.": Status.SUPPORTED,
        "It runs only 96 minutes.": Status.SUPPORTED,
        "It runs only 20 minutes of it in colour.": None,
        "It goes on for three hours.": Status.REFUTED,
        "It goes on about three hours of sleep.": None,
        "The film lasts an hour and a half.": Status.SUPPORTED,
        "At ninety-five minutes, the film is short.": Status.SUPPORTED,
        "A 96-minute drama about a lamplighter.": Status.SUPPORTED,
        "Running time: 96 minutes.": Status.SUPPORTED,
        "Very nearly two hours: 96 minutes.": Status.SUPPORTED,
        "The first 96 minutes are silent.": None,
        "96 minutes.": Status.SUPPORTED,
        "A good three hours long.": Status.REFUTED,
        "The film is 140 minutes long.": Status.REFUTED,
        "This three-hour epic is about a lamplighter.": Status.REFUTED,
        "The restored version runs 140 minutes.": Status.UNVERIFIED,
        "It reportedly runs 140 minutes.": Status.UNVERIFIED,
        "The lamplighter waits for 40 minutes.": None,
        "The first twenty minutes of the film are silent.": None,
        "It was shot in 20 minutes.": None,
        "Twenty minutes of silence.": None,
        "Three hours? No.": None,
    },
    correct=correct,
)
