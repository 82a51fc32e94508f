"""Where a text says how long the film runs: *it runs 110 minutes*, *at two hours and twenty minutes it never drags*, *this three-hour epic*.

A time that stands alone (*133 minutes.*) is the film's, and so is one that the running time is said to be, or that *it* runs, needs or tops. *The
first twenty minutes*, *a ten-minute take*, *it takes two hours to reach the border* are no running times.
"""

from collections.abc import Iterator, Sequence

from verite.amounts import Amount, bound, numeral
from verite.clauses import Frame, Sentence, Token
from verite.clauses.clause import Clause
from verite.clauses.verbless import pieces
from verite.model import Claim, Grade
from verite.reading import Line, Reading

_MINUTES = frozenset("minute minutes min mins".split())
_HOURS = frozenset("hour hours hr hrs h".split())
_UNITS = _MINUTES | _HOURS
_COMPOUNDS = ("-minute", "-hour", "-min", "-minutes", "hour-long")
_RUNS = ("run", "last", "clock", "time", "total", "be")
_TOPS = ("tops", "topped", "exceeds", "exceeded", "surpasses", "surpassed")
# *It runs for two hours*, after one of these, may be that one.
_RUN_TOO = frozenset(
    "play opera concert performance marathon race ship train ferry show series serial programme program trial tape cassette reel take shot scene sequence "
    "speech version cut episode sequel remake strike war exhibition production staging revival musical monologue interview".split()
)
_RUNS_TO = {
    "come": ["in", "at"],
    "go": ["on", "for"],
    "weigh": ["in", "at"],
}  # *comes in at 96 minutes*, *goes on for two hours*
_AFTER = frozenset(". , ; : ) ! — – long in and but including with".split())
_PART = frozenset("first last final opening closing next every per only another within after of".split())
# *At 40 minutes, it begins to rain*: a point in the film, not its length
_AT_A_POINT = frozenset(
    "begin start come appear happen reach turn cut arrive die stop switch become change break end open jump flash go".split()
)
_ABOUT = frozenset(
    "just only under over nearly almost about around some roughly barely only a good mere well close to brisk lean slim tight trim whopping hefty full "
    "breezy taut epic swift short long more less than compact lengthy generous modest sprawling economical concise respectable leisurely mighty staggering "
    "slender snappy crisp tidy punishing mammoth a an".split()
)
_ALONE = _ABOUT | frozenset("in all told little bit and change even long flat quite not".split())
_DENYING = frozenset("never not n't no hardly rarely seldom without".split())
_VERSIONS = frozenset(
    "version versions cut cuts uncut restored restoration television tv series serial episode episodes part parts extended shortened trimmed "
    "reconstruction reconstructed edited longer shorter originally original print prints speed frames fps release dvd missing lost surviving evening evenings night nights interval intervals intermission intermissions".split()
)  # fmt: skip


def claims(reading: Reading) -> Iterator[Claim]:
    """The running times that an entry gives for its film."""
    for line in reading.lines:
        if line.label == "intro":
            continue
        for sentence in line.sentences:
            if sentence.says(_UNITS) or any(low.endswith(_COMPOUNDS) for low in sentence.words if "-" in low):
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
            begins = start == sentence.start or any(t.start == start and t.low == "at" for t in tokens)
            later = sum(t.low in _DENYING and t.start > frame.act_end for t in tokens)
            unshaken = begins and later and sentence.denials(frame.act_start, frame.act_end) in (0, later)
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
        return _compound(reading, sentence, first)
    if (
        back
        and back[-1] in _PART
        and not (back[-1] == "only" and not {"the", "its"} & set(back))
        and back[-2:] not in (["time", "of"], ["length", "of"], ["duration", "of"], ["runtime", "of"])
    ):
        return None
    at = next((n for n in range(i - 1, -1, -1) if tokens[n].low not in _ABOUT), -1)
    said = {t.low for t in tokens[max(0, at - 3) : at + 1]} | set(back)
    if said & {"runtime", "duration", "length"} or {"running", "time"} <= said:
        return _running_time(reading, sentence, at, first, last)
    # *133 minutes.* *A good two and a half hours long.* *In colour, 95 minutes.*
    for piece in pieces(sentence):
        if piece.start <= first.start < piece.end and piece.only(tokens[i : i + size]):
            return piece.start, piece.end, Grade.READ
    if not sentence.clauses and all(t.text in ".!" or t.low in _ALONE for t in [*tokens[:i], *tokens[i + size :]]):
        return sentence.start, last.end, Grade.READ  # *Nearly four hours in all.*
    if back[-1:] in (["its"], ["all"]) and after not in ("of", "into", "later"):
        return tokens[i - 1].start, last.end, Grade.READ  # *Its 96 minutes fly by*
    return (
        _opens(reading, line, sentence, i, size)
        or _at(reading, line, sentence, at, i, size)
        or _runs(reading, line, sentence, i, size)
        or _tops(reading, line, sentence, at, i, size)
        or _told_after(reading, line, sentence, at, i, size)
    )


def _compound(reading: Reading, sentence: Sentence, first: Token) -> tuple[int, int, Grade] | None:
    """*its 96-minute running time*, *this three-hour epic*."""
    np = next((p for p in sentence.phrases() if first in p.tokens), None)
    if np is not None and np.tokens[-1].low in ("time", "runtime", "length", "duration") and np.det in ("its", "the"):
        return np.start, np.core_end, Grade.READ
    if np is None or np.sem != "FILM" or not reading.is_film(np) or np.plural:
        return None
    if np.det in ("his", "her", "their", "another"):
        return None  # *her three-hour film followed*
    told_of = any(c.subject is np and c.vg.finite and not c.relative for c in sentence.clauses)
    if np.poss is not None:
        # *Cimino's three-hour epic about Vietnam*, where he directed this film
        own = not reading.on_record("director").isdisjoint(reading.agents(np.poss)) and not told_of
        return (np.start, np.core_end, Grade.SEEN) if own else None
    return np.start, np.core_end, Grade.SEEN if np.det in ("a", "an", "another") and told_of else Grade.READ


def _running_time(
    reading: Reading, sentence: Sentence, at: int, first: Token, last: Token
) -> tuple[int, int, Grade] | None:
    """*Running time: 95 minutes.* *The running time is a compact 105 minutes.*"""
    heads = ("time", "runtime", "duration", "length")
    owner = next((p for p in sentence.phrases() if p.tokens[-1].low in heads), None)
    if owner is not None and owner.poss is not None and not reading.is_film(owner.poss):
        return None
    if owner is not None and owner.det in ("his", "her", "their"):
        return None
    near = [t for t in sentence.tokens[max(0, at - 4) :] if t.end <= first.start]
    word = next((t for t in near if t.low in ("running", *heads[1:])), None)
    if word is None:
        return None  # *Two lengths, 141 minutes and 119*
    return min(word.start, owner.start if owner else word.start), last.end, Grade.READ


_LEADS = tuple(lead.split() for lead in ("clocking in at", "weighing in at", "coming in at", "running", "running to", "running at", "running for", "lasting", "stretching to", "clocks in at", "weighs in at", "comes in at", "runs", "runs to", "runs for"))  # fmt: skip


def _opens(reading: Reading, line: Line, sentence: Sentence, i: int, size: int) -> tuple[int, int, Grade] | None:
    """*Two and a half hours long, it never drags*, *Clocking in at over two hours, it is dense*, *A brisk 88 minutes, it flies*; *Clocking
    in at 88 minutes.*, with nothing else."""
    tokens = sentence.tokens
    last = tokens[i + size - 1]
    after = tokens[i + size].low if i + size < len(tokens) else "."
    lead = [t.low for t in tokens[:i] if t.low not in _ABOUT]
    if lead and lead not in _LEADS:
        return None
    if lead and all(t.text in ".!" or t.low in ("long", "flat") for t in tokens[i + size :]):
        return sentence.start, last.end, Grade.READ
    measured = i > 0 and tokens[0].low in ("a", "an", "only", "just", "barely") and after == ","
    if not (lead or after == "long" or measured):
        return None
    told = next((c for c in sentence.clauses if c.vg.finite and c.vg.start > last.end), None)
    if told is not None and told.subject is not None and reading.surely_film(told.subject, line, sentence):
        return sentence.start, told.end, Grade.READ
    return None


def _at(reading: Reading, line: Line, sentence: Sentence, at: int, i: int, size: int) -> tuple[int, int, Grade] | None:
    """*At 96 minutes it never drags*, *and at a brisk 88 minutes it never outstays its welcome*."""
    tokens = sentence.tokens
    after = tokens[i + size].low if i + size < len(tokens) else "."
    begins = (
        at == 0
        or (at > 0 and tokens[at - 1].text in (";", ",", "–", "—"))
        or (at > 0 and tokens[at - 1].low in ("and", "but", "yet"))
    )
    if at < 0 or tokens[at].low != "at" or not begins:
        return None
    opens = after in ("it", "this")
    clause = next((c for c in sentence.clauses if c.vg.finite and c.vg.start > tokens[at].start), None)
    if clause is None or not (opens or after in (",", ".", "long")) or clause.vg.start < tokens[i].start:
        return None  # *It begins at 40 minutes*
    if not _this(reading, clause, line, sentence) or clause.vg.lemma in _AT_A_POINT:
        return None
    return (sentence if at == 0 else tokens[at]).start, clause.end, Grade.READ


_FOR_IT = tuple(tail.split() for tail in ("for this", "for it", "for that", "for all this", "over it", "over this", "to tell it", "to tell its story", "to tell the story", "to tell this story", "to tell his story", "to tell her story", "to tell his tale", "to tell her tale", "to say so"))  # fmt: skip


def _runs(reading: Reading, line: Line, sentence: Sentence, i: int, size: int) -> tuple[int, int, Grade] | None:
    """*It runs 96 minutes*, *it clocks in at about an hour and a half*, *it tops three hours*, *N takes almost three hours over it*."""
    tokens = sentence.tokens
    last = tokens[i + size - 1]
    after = [t.low for t in tokens[i + size :]] or ["."]
    for clause in sentence.clauses:
        between = [t.low for t in tokens if clause.vg.end <= t.start < tokens[i].start]
        if clause.vg.end > tokens[i].start or len(between) > 6 or "," in between:
            continue
        if any(c.vg.start > clause.vg.start and c.vg.end <= tokens[i].start for c in sentence.clauses):
            continue
        told = next((tail for tail in _FOR_IT if after[: len(tail)] == tail), None)
        if clause.vg.lemma in ("need", "take", "want", "require") and told and set(between) <= _ABOUT:
            whose = clause.subject is not None and not reading.on_record("director").isdisjoint(
                reading.agents(clause.subject)
            )
            if whose or reading.surely_film(clause.subject, line, sentence):
                return clause.start, tokens[i + size + len(told) - 1].end, Grade.READ
        particles = [word for word in between if word not in _ABOUT]
        runs = clause.vg.lemma in _RUNS or particles == _RUNS_TO.get(clause.vg.lemma)
        if not runs or not _this(reading, clause, line, sentence):
            continue
        if after[0] not in _AFTER or {"in", "on", "into"} & set(between[-1:]):
            continue
        if clause.vg.lemma == "be" and after[0] not in ("long", "."):
            continue
        return clause.start, last.end, Grade.READ
    return None


def _tops(
    reading: Reading, line: Line, sentence: Sentence, at: int, i: int, size: int
) -> tuple[int, int, Grade] | None:
    """*It tops three hours.*"""
    tokens = sentence.tokens
    after = tokens[i + size].text if i + size < len(tokens) else "."
    if at < 1 or tokens[at].low not in _TOPS or after not in ".,;!":
        return None
    it = next((np for np in sentence.phrases() if np.core_end == tokens[at - 1].end), None)
    sure = reading.surely_film(it, line, sentence)
    return (it.start, tokens[i + size - 1].end, Grade.READ) if it is not None and sure else None


def _this(reading: Reading, clause: Clause, line: Line, sentence: Sentence) -> bool:
    """Whether a clause tells of the film: *it runs*, *it clocks in at* does after whatever was said, but for what may run as well."""
    if reading.surely_film(clause.subject, line, sentence):
        return True
    it = (
        clause.subject is not None
        and clause.subject.pronoun == "it"
        and clause.vg.lemma in ("run", "clock", "come", "weigh")
    )
    held = [np for one in line.sentences if one.start <= sentence.start for np in one.phrases()]
    return it and not any(
        np.head in _RUN_TOO or reading.other_film(np) or np.sem in ("WORK", "WORK-NAME") for np in held
    )


def _told_after(
    reading: Reading, line: Line, sentence: Sentence, at: int, i: int, size: int
) -> tuple[int, int, Grade] | None:
    """*It takes its time: 160 minutes of it.* A time of a film's length that ends a sentence on the film, behind a colon or a comma."""
    tokens = sentence.tokens
    rest = [t.low for t in tokens[i + size :] if t.text not in ".!"]
    lone = (
        at >= 0
        and tokens[at].text in (":", ",", "–", "—")
        and rest in ([], ["long"], ["of", "it"], ["in", "all"], ["all", "told"])
    )
    if not lone or len(sentence.clauses) != 1 or not reading.surely_film(sentence.clauses[0].subject, line, sentence):
        return None
    clause = sentence.clauses[0]
    found = minutes(tokens, i)
    plain = all(np.head == "time" or np.sem == "FILM" for np in clause.objects) and not clause.pps
    # *It begins with one shot: 90 minutes*
    if not plain or found is None or found[0].value < 60 or clause.vg.lemma in _AT_A_POINT:
        return None
    return sentence.start, tokens[i + size - 1].end, Grade.READ
