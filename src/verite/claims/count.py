"""How many: the films of the list (*ten films*), and the prizes that a film won or was up for (*seven Oscars*).

The films are counted in the list itself. A count of prizes is held against the prize's table, and is refuted only
where that table is declared complete over all its categories for those years; or where it is an academy's
and already holds more. Whether two nominations in one category are one or two, and whether an honorary or
special prize counts, is told both ways: either is right. *Several* and *multiple* are two or more.
"""

from collections.abc import Iterator

from verite.amounts import bound, numeral
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.clauses.verbless import pieces
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Reason, Span, Statement, Status
from verite.prizes import crafts, listed, named, spoken, tables, telling, whose
from verite.reading import Line, Reading
from verite.text import number

_LISTED = ("film", "films", "movies", "pictures", "titles", "works", "entries")
_BESIDE = frozenset("special honorary honourary juvenile".split())
_MANY = ("several", "multiple", "numerous", "many")


def find(reading: Reading) -> Iterator[Claim]:
    if not reading.entry.index:
        yield from _of_the_list(reading)
        return
    for line in reading.lines:
        for sentence in line.sentences:
            taken: set[int] = set()
            found = [*_listed(reading, line, sentence, taken), *_of_prizes(reading, sentence, taken)]
            yield from found
            yield from _of_those(found, sentence)


def _of_the_list(reading: Reading) -> Iterator[Claim]:
    for line in reading.lines:
        for sentence in line.sentences:
            for np in sentence.phrases():
                if np.number is not None and np.number > 2 and np.sem == "FILM" and np.head in _LISTED:
                    span = Span(np.tokens[0].start, np.core_end)
                    yield Claim("count", "count", np.number, span, span, {"entries": reading.link.score})
                    return


def _listed(reading: Reading, line: Line, sentence: Sentence, taken: set[int]) -> Iterator[Claim]:
    """*Three Oscars: photography, editing and sound.* *Seven Oscar nominations, two wins (actress and screenplay)*: the number before a list."""
    for one in listed.counts(line, sentence, reading.catalogue):
        np = NP([one.number, *one.words], "prizes", "PRIZE")
        taken.update(phrase.tokens[0].start for phrase in sentence.phrases() if one.number in phrase.tokens)
        start, end = one.number.start, np.core_end
        frame = Frame("SEEN", {}, [], start, end, start, end)
        asked = {"table": one.table, "result": one.result, "bound": "", "edition": None, "year": None}
        claim = reading.claim("count", "award_count", one.many, frame, sentence, np, asked, one.grade)
        yield claim._replace(span=Span(sentence.start, claim.span.end))


_THEM = {"both": 2, "neither": 0, "none": 0}


def _of_those(found: list[Claim], sentence: Sentence) -> Iterator[Claim]:
    """*It was up for two Oscars and won both.* *Five nominations without winning any*, *..., no wins*: of the nominations counted before."""
    up = next((c for c in found if c.property == "award_count" and c.qualifiers["result"] == "nominated"), None)
    if up is None or any(c.qualifiers["result"] == "won" for c in found if c.property == "award_count"):
        return
    low = sentence.low
    for i, token in enumerate(sentence.tokens):
        if token.start < up.value_span.end or i + 1 >= len(low):
            continue
        after = low[i + 1]
        won: int | None = None
        if token.low in ("won", "wins", "winning", "win") and after in _THEM and _THEM[after] in (0, up.value):
            won = _THEM[after]
        elif (low[i - 1] == "without" and token.low == "winning" and after in ("any", "one", "a", "either")) or (
            token.low in ("no", "zero") and after in ("win", "wins")
        ):
            won = 0
        if won is not None:
            end = sentence.tokens[i + 1].end
            asked = {**up.qualifiers, "result": "won", "bound": ""}
            yield up._replace(
                value=won, span=Span(up.span.start, end), value_span=Span(token.start, end), qualifiers=asked
            )
            return


_COUNTED = (*spoken.WON, "NOMINATE")


def _of_prizes(reading: Reading, sentence: Sentence, taken: set[int]) -> Iterator[Claim]:
    frames = [frame for frame in sentence.frames if frame.act in _COUNTED]
    table, since = "", sentence.end  # *nominated for six Oscars, it won two*
    # *it swept the Oscars, winning nine*
    whole = _table(list(sentence.phrases()), reading.catalogue) if frames else ""
    for frame in frames:
        got = frame.role("recipient")
        part = got is not None and bool(crafts.praising(got))  # *the score took one of its two Oscars*
        if (
            part
            or whose.recipient(frame, sentence, reading) != ""
            or any(reading.other_film(np) for np in frame.phrases())
        ):
            taken.update(np.tokens[0].start for np in frame.phrases())
            continue
        for np, result in _counted(frame, sentence):
            if (
                frame.by == "noun"
                and np.sem == "PRIZE"
                and np.number
                and not spoken.of_nomination(np)
                and _apart(np, sentence)
            ):
                continue  # *Ten nominations, four Oscars*: the Oscars are no part of the nominations
            many = _how_many(np, sentence)
            if many is None or np.tokens[0].start in taken:
                continue
            if not spoken.of_nomination(np) and _some_of(np, sentence):
                continue  # *one of the five Oscars that it was up for*: how many it won of them, the other number says
            taken.add(np.tokens[0].start)
            bare = np.sem == "O" and np.entity("prize") is None
            if bare and not (table or whole) and np.of is None:
                continue  # *it won two in Paris*: two of what is not said
            count, limit = many
            if not limit and any(t.low in _BESIDE for t in sentence.tokens):
                limit = "besides"  # *three Oscars and a Special Achievement Award*: a table may count four
            near = [*np.within(), *frame.phrases()]
            here = _table(near, reading.catalogue)
            if here or (
                whole and not table and np.det not in _MANY
            ):  # *several awards, among them an Oscar nomination*
                table, since = here or whole, frame.start
            edition, year = named.when(near)
            claim = reading.claim(
                "count",
                "award_count",
                count,
                frame,
                sentence,
                np,
                {"table": table, "result": result, "bound": limit, "edition": edition, "year": year},
                Grade.SEEN
                if whose.unread(frame, sentence) or whose.of_another_body(np) or _narrower(np)
                else Grade.READ,
                # *None of its four nominations won*: it had four
                negative=frame.negative and count > 0 and not any(other.of is np for other in frame.phrases()),
            )
            yield claim._replace(span=Span(min(claim.span.start, since), claim.span.end)) if table else claim
    yield from _alone(reading, sentence, taken)
    yield from _beside(reading, sentence, taken)


def _some_of(np: NP, sentence: Sentence) -> bool:
    before = [t.low for t in sentence.tokens if t.end <= np.tokens[0].start][-2:]
    return before[-1:] == ["of"] and number(before[0]) is not None


def _alone(reading: Reading, sentence: Sentence, taken: set[int]) -> Iterator[Claim]:
    """*Seven Oscars.* *Ten nominations, four Oscars.*: a sentence without a verb, a count a piece."""
    parts = pieces(sentence)
    table = _table(list(sentence.phrases()), reading.catalogue) if parts else ""
    if not table or any(t.low in _BESIDE for t in sentence.tokens):
        return
    for np in sentence.phrases():
        up = spoken.of_nomination(np)
        if np.tokens[0].start in taken or not (up or np.sem == "PRIZE") or not np.number:
            continue
        if not any(p.start == np.tokens[0].start and p.only(np.tokens) for p in parts):
            continue
        many = _how_many(np, sentence)
        if many is None:
            continue
        taken.add(np.tokens[0].start)
        yield _in_no_frame(np, many, up, table, Grade.READ, sentence, reading)


def _in_no_frame(
    np: NP, many: tuple[int, str], up: bool, table: str, grade: Grade, sentence: Sentence, reading: Reading
) -> Claim:
    frame = Frame("SEEN", {}, [], np.start, np.core_end, np.start, np.core_end)
    asked = {"table": table, "result": "nominated" if up else "won", "bound": many[1], "edition": None, "year": None}
    return reading.claim("count", "award_count", many[0], frame, sentence, np, asked, grade)


_WINS = ("win", "wins", "victory", "victories", "statuettes", "trophies")
_FROM = frozenset("and , – — out of from in".split())


def _beside(reading: Reading, sentence: Sentence, taken: set[int]) -> Iterator[Claim]:
    """*With fourteen Oscar nominations and eleven wins, the film ruled.* *Its eight Oscars.* *Oscars: five of eight nominations*: counts in no frame
    of a prize, in a sentence that names one table. They speak for the film where it is what the sentence is of, and follow another count of its."""
    table = _table(list(sentence.phrases()), reading.catalogue)
    if not table or sentence.denials(sentence.start, sentence.end) or any(t.low in _BESIDE for t in sentence.tokens):
        return
    if any(reading.other_film(np) for np in sentence.phrases()):
        return
    subjects = [clause.subject for clause in sentence.clauses if clause.vg.finite and clause.subject is not None]
    ours = all(reading.is_film(np) or _its(np, reading) for np in subjects)
    swept = any(
        c.vg.lemma in ("sweep", "dominate") and any(_table([np], reading.catalogue) for np in c.objects)
        for c in sentence.clauses
    )
    before: tuple[NP, Grade] | None = None
    for np in sentence.phrases():
        up = spoken.of_nomination(np)
        many = _how_many(np, sentence) if up or np.sem == "PRIZE" or np.head in _WINS or np.of is not None else None
        if many is None or (np.of is not None and not up and np.sem != "PRIZE" and not spoken.of_nomination(np.of)):
            continue
        low = [
            t.low for t in sentence.tokens if before is not None and before[0].core_end <= t.start < np.tokens[0].start
        ]
        follows = before is not None and before[1] is Grade.READ and _FROM.issuperset(low)
        own = follows or _table(list(np.within()), reading.catalogue) == table
        opens = not subjects and (np.start == sentence.start or sentence.before(np) == ":")
        begins = sentence.tokens[0].low == "with" and np.start in [t.start for t in sentence.tokens[1:3]]
        led = ours and (begins or (swept and sentence.before(np) == "with"))
        sure = follows or opens or ((led or _its(np, reading)) and (own or swept))
        grade = Grade.READ if sure and not _narrower(np) else Grade.SEEN
        before = np, Grade.READ if np.tokens[0].start in taken else grade
        if np.tokens[0].start in taken:
            continue
        taken.add(np.tokens[0].start)
        claim = _in_no_frame(np, many, up, table, grade, sentence, reading)
        yield (
            claim
            if _table(list(np.within()), reading.catalogue) and _its(np, reading)
            else claim._replace(span=Span(sentence.start, np.of.core_end if np.of is not None else np.core_end))
        )


# What may stand with a number of prizes and leaves them all: *a whopping fourteen Oscar nominations*, not *two acting nominations*.
_WHOLE = frozenset(
    "whopping staggering record impressive total full astonishing incredible amazing remarkable stunning combined a "
    "more less than least over about nearly almost some around up".split()
)


def _narrower(np: NP) -> bool:
    said = {e.start for e in np.tokens if e.entities}
    mods = [t for t in np.tokens[:-1] if t.low in np.mods and t.start not in said and number(t.low) is None]
    own = [inner for inner in np.within() if inner not in np.also and np.start <= inner.start]
    hung = [other for inner in own for _, other in inner.pps]
    return any(t.low not in _WHOLE for t in mods) or any(
        other.entity("prize", "festival") is None
        and other.sem not in ("DATE", "PRIZE")
        and not spoken.of_nomination(other)
        for other in hung
    )


def _its(np: NP | None, reading: Reading) -> bool:
    """*its eight Oscars*, *the film's eight Oscars*."""
    return np is not None and (reading.is_film(np.poss) if np.poss is not None else np.det == "its")


def _apart(np: NP, sentence: Sentence) -> bool:
    """Whether a comma or *and* stands right before a phrase."""
    return sentence.before(np) in (",", ";", "and", "–", "—", ":")


def _counted(frame: Frame, sentence: Sentence) -> Iterator[tuple[NP, str]]:
    """The phrases of a frame that count prizes, and what came of those: won or nominated."""
    low = {t.end: t.low for t in sentence.tokens}
    # *won more than thirty awards*: the phrase stands behind a comparison
    compared = [
        np for np in sentence.phrases()
        if np.sem == "PRIZE" and frame.act_end < np.start and low.get(np.tokens[0].start - 1) == "than"
    ]  # fmt: skip
    for np in (*frame.phrases(), *compared):
        if not (np.sem == "PRIZE" or np.entity("prize") or spoken.of_nomination(np) or np.sem in ("O", "PRONOUN")):
            continue
        if np.sem in ("O", "PRONOUN") and np is not frame.role("prize", "O2", "object"):
            continue
        up = frame.act == "NOMINATE" or spoken.of_nomination(np)
        if np.of is not None and (np.of.number or 0) > 1:
            yield np, "won"  # *four of the seven that it was up for*
            continue
        part = any(other.of is np and other.number for other in frame.phrases())
        yield np, "nominated" if up or part else "won"


def _how_many(np: NP, sentence: Sentence) -> tuple[int, str] | None:
    if np.det in _MANY or (np.mods and np.mods[0] in _MANY):
        return 2, "over"
    if np.head in ("none", "nothing") and np.pronoun:
        return 0, ""
    for i, token in enumerate(sentence.tokens):
        if not np.tokens[0].start <= token.start < np.core_end or token.entities:
            continue
        found = numeral(sentence.tokens, i)
        if found is not None and found[0].value == int(found[0].value) and 0 < found[0].value < 1000:
            return int(found[0].value), bound(sentence.tokens, i)
    return None


def _table(near: list[NP], catalogue: Catalogue) -> str:
    """The one table that the phrases name, if they name one."""
    found = {e.id.partition("/")[0] for np in near for e in np.entities if e.type in ("prize", "festival")}
    return found.pop() if len(found) == 1 else ""


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if claim.property == "count":
        held = int(claim.qualifiers["entries"])
        said = Statement("list", "count", held, basis=("the list's own entries",))
        return Ground(((said, Agreement.AGREES if held == claim.value else Agreement.EXCLUDES),))
    table = claim.qualifiers["table"]
    if link.work is None or not table:
        return Ground(otherwise=Reason.OUTSIDE_SCOPE)
    up = claim.qualifiers["result"] == "nominated"
    rows = [
        s
        for s in catalogue.statements(link.work.id, "award")
        if s.qualifiers["table"] == table and tables.dated(claim, s, catalogue)
        and (s.qualifiers["result"] in tables.GIVEN or (up and s.qualifiers["result"] == "nominated"))
    ]  # fmt: skip
    # each source counts for itself: two tables of one prize do not add up
    # A film that the table does not know at all may stand there under a title that nothing joined.
    known = any(s.qualifiers["table"] == table for s in catalogue.statements(link.work.id, "award"))
    whole = known and tables.whole(table, tables.years(claim, link, catalogue, table), up, catalogue)
    declared = [c for c in catalogue.complete(f"award:{table}", "award") if c.scope["category"] == "*"] if whole else []
    told_by = of_all(apart(rows), {cited.key for done in declared for cited in done.sources})
    least = min(
        (
            len({s.qualifiers["category"] for s in mine if s.qualifiers["result"] != "special"})
            for mine in told_by.values()
        ),
        default=0,
    )
    most = max(map(len, told_by.values()), default=0)
    if not whole and not rows:
        return Ground(otherwise=Reason.OUTSIDE_SCOPE)
    cited = dict.fromkeys([*(c for row in rows for c in row.sources), *(c for done in declared for c in done.sources)])
    counted = tables.counted(link.work.id, table, claim.qualifiers["result"], least, most, tuple(cited))
    return Ground(((counted, _stands(claim, least, most, whole, _is_academy(table, catalogue))),), whole, otherwise=Reason.OUTSIDE_SCOPE)  # fmt: skip


def apart(rows: list[Statement]) -> dict[tuple[str, str], list[Statement]]:
    """The rows of each source by themselves: two tables know one film by one id and call a category differently
    (*sound*, *sound mixing*). Our own record names several sources a row, and is one."""
    found: dict[tuple[str, str], list[Statement]] = {}
    for said in rows:
        foreign = ":" in said.subject and len(said.sources) == 1
        found.setdefault((said.subject, said.sources[0].key if foreign else ""), []).append(said)
    return found


def of_all(
    told_by: dict[tuple[str, str], list[Statement]], sources: set[str]
) -> dict[tuple[str, str], list[Statement]]:
    """The rows of those who declare all categories; of everybody where nobody does. (*Titanic* won eleven Oscars; our own rows, of the best
    picture and the director, are two, and made five of them right.)"""
    return {of: rows for of, rows in told_by.items() if of[1] in sources} or told_by


def _is_academy(table: str, catalogue: Catalogue) -> bool:
    """Not a festival, where juries of other sections give prizes that a count may leave out."""
    return str(catalogue.tables.get(table, {}).get("kind")) != "festival"


def _stands(claim: Claim, least: int, most: int, whole: bool, academy: bool) -> Agreement:
    count, limit = int(claim.value), claim.qualifiers["bound"]
    if limit == "over":
        if most >= count:
            return Agreement.AGREES
        return Agreement.EXCLUDES if whole else Agreement.UNCLEAR
    if limit == "besides":
        return Agreement.AGREES if whole and least <= count <= most else Agreement.UNCLEAR
    if limit:
        return Agreement.UNCLEAR  # *nearly ten*, *up to ten*
    if whole and least <= count <= most:
        return Agreement.AGREES
    if least > count and (whole or academy):
        return Agreement.EXCLUDES
    return Agreement.EXCLUDES if whole and count > most else Agreement.UNCLEAR


def told(claim: Claim, catalogue: Catalogue) -> str:
    if claim.property == "count":
        return f"a list of {claim.value} films"
    q = claim.qualifiers
    table = str(catalogue.tables.get(q["table"], {}).get("name", "prizes"))
    verb = "was up for" if q["result"] == "nominated" else "won"
    return f"{verb} {'at least ' if q['bound'] == 'over' else ''}{claim.value}, {table}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    if said.property == "count":
        return f"the list has {said.value} entries"
    return telling.shown(said, catalogue)


KIND = Kind(
    "count",
    "count",
    find,
    weigh,
    told,
    shown,
    examples={
        "The film won two Lanterns.": Status.SUPPORTED,
        "Nominated for three Lanterns, it won two.": Status.SUPPORTED,
        "It received three Lantern nominations.": Status.SUPPORTED,
        "Three Lantern nominations, two Lanterns.": Status.SUPPORTED,
        "Seven Lanterns.": Status.REFUTED,
        "Its cast includes five Lantern winners.": None,
        "It won one Lantern and a special prize.": Status.UNVERIFIED,
        "It won multiple Lanterns.": Status.SUPPORTED,
        "With three Lantern nominations and two wins, it was a triumph.": Status.SUPPORTED,
        "Its two Lanterns made it famous.": Status.SUPPORTED,
        "Its seven Lanterns made it famous.": Status.REFUTED,
        "It swept the Lanterns with seven wins.": Status.REFUTED,
        "Lanterns: two of three nominations.": Status.SUPPORTED,
        "With seven Lanterns behind her, the director rested.": Status.UNVERIFIED,
        "Seven Lantern nominations were announced.": Status.UNVERIFIED,
        "Its star's seven Lanterns came later.": Status.UNVERIFIED,
        "It won seven Lanterns.": Status.REFUTED,
        "It was nominated for five Lanterns.": Status.REFUTED,
        "It reportedly won seven Lanterns.": Status.UNVERIFIED,
        "It won three prizes at the Harbour Festival.": Status.UNVERIFIED,
        "It won more than thirty awards.": Status.UNVERIFIED,
        "He owns 30 lamps.": None,
        "Nora Lind won seven Lanterns in her life.": None,
        "It won the Silver Lamp at the 4th Harbour Festival.": None,
    },
)
