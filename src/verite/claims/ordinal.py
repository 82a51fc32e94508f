"""First, only, last, second: a place in an order, told as a query of a set.

*The first Soviet film to win the Palme d'Or*, *the only screen adaptation of N*. The set must be on record and
declared complete: the winners of one prize, or the screen works after one author; of a nation, if the sentence
names one. Read in every way that the words allow (with or without shared prizes, the years before the
prize had that name, a state or its heir, television or not): one that holds supports, and only if none
holds is it refuted, by the films that stand in the way. Words that narrow the set in a manner that
the record cannot follow (*the first to win both*, *in colour*, *since the war*) leave it unverified, and so does
every superlative of the open world (*the longest film ever made*). *One of the first* claims no place.
*His first film* is no matter of a set: see `career`.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.clauses.lexicon import lexicon
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Reason, Statement, Status
from verite.prizes import named, spoken, tables, telling
from verite.reading import Reading
from verite.text import ordinal

_RANKS = {"first": 1, "earliest": 1, "only": 0, "sole": 0, "last": -1, "latest": -1}
_SETS = ("adaptation", "version", "film adaptation", "screen adaptation", "screen version", "film version", "winner", "recipient")  # fmt: skip
# What may stand in the phrase and be followed: other words narrow the set in a way that the record cannot.
_FOLLOWED = frozenset(
    "a an the to win have won be been awarded receive received take taken home get gain of at in for by from ever and after based on "
    "film feature movie picture drama adaptation version screen winner recipient work works novel novels book books prize award 's ’s "
    "foreign foreign-language foreign-film language international best top main honour honor place".split()
)
_WINNING = frozenset(
    "win won receive received take taken get gain awarded bag bagged claim claimed earn earned".split()
)


class Query(NamedTuple):
    """A place in an order: `rank` counts from the start, 0 is the only one, -1 the last."""

    rank: int
    states: tuple[str, ...] = ()
    prizes: tuple[str, ...] = ()
    author: str = ""


def find(reading: Reading) -> Iterator[Claim]:
    for line in reading.lines:
        if line.label == "intro":
            continue
        for sentence in line.sentences:
            for np in sentence.phrases():
                rank = _rank(np)
                if rank is None or not _of_this_film(np, sentence, reading):
                    continue
                query, at, whole = _query(np, rank, sentence, reading)
                host = next((f for f in sentence.frames if np in f.roles.values()), None)
                frame = host or Frame("SEEN", {}, [], np.start, np.end, np.start, np.core_end)
                frame = frame._replace(start=min(frame.start, np.start), end=max(np.core_end, at))
                sure = whole and not frame.member and bool(query.prizes or query.author)
                yield reading.claim(
                    "ordinal",
                    "ordinal",
                    rank,
                    frame,
                    sentence,
                    np,
                    {
                        "states": list(query.states),
                        "prizes": list(query.prizes),
                        "author": query.author,
                        "named": " ".join(t.text for t in sentence.tokens if np.start <= t.start < at),
                        "most": _superlative(np),
                    },
                    Grade.READ if sure else Grade.SEEN,
                )


def _rank(np: NP) -> int | None:
    if (np.sem not in ("FILM", "ACT") or (np.sem == "ACT" and np.head not in _SETS)) or np.det in (
        "his",
        "her",
        "their",
        "my",
    ):
        return None
    if np.poss is not None and np.poss.entity("state") is None:
        return None
    for token in np.tokens:
        if token.entities:
            continue
        if token.low in _RANKS:
            return _RANKS[token.low]
        if (n := ordinal(token.low)) is not None:
            return n
    return 1 if _superlative(np) else None


def _superlative(np: NP) -> bool:
    return any(t.low in ("most", "least") or (t.low.endswith("est") and t.low not in _RANKS and len(t.low) > 5 and not lexicon().has(t.low, "opinion")) or "est-" in t.low for t in np.tokens[1:])  # fmt: skip


def _of_this_film(np: NP, sentence: Sentence, reading: Reading) -> bool:
    """*It was the first film to ...*, *The first film to ...* alone: not *the first film to win was N*."""
    for clause in sentence.clauses:
        if np in clause.objects:
            return clause.vg.lemma in ("be", "become", "remain") and reading.is_film(clause.subject)
    if any(np in host.appos for host in sentence.phrases()):
        return any(reading.is_film(host) for host in sentence.phrases() if np in host.appos)
    return np.start <= sentence.tokens[0].start and not any(c.vg.finite for c in sentence.clauses)


def _query(np: NP, rank: int, sentence: Sentence, reading: Reading) -> tuple[Query, int, bool]:
    """The set that is asked, where its words end, and whether every word of it was followed."""
    end = next((t.start for t in sentence.tokens if t.start >= np.core_end and t.text in ",;:—–.(!?"), sentence.end)
    inside = [other for other in sentence.phrases() if np.start <= other.start < end]
    states = [e.id for token in np.tokens for e in token.entities if e.type == "nationality"]
    owner = np.poss.entity("state") if np.poss is not None else None
    states += [owner.id] if owner else []
    states += [e.id for prep, at in np.pps if prep == "from" for e in at.entities if e.type == "state"]
    prizes: tuple[str, ...] = ()
    prize = next((other for other in inside if other.entity("prize", "category") is not None), None)
    frame = next(
        (f for f in sentence.frames if f.act in spoken.WON and prize is not None and prize in f.phrases()), None
    )
    between = {t.low for t in sentence.tokens if prize is not None and np.core_end <= t.start < prize.start}
    won = frame is not None or (not _WINNING.isdisjoint(between) and all(_followed(low) for low in between))
    if prize is not None and won and not prize.also and (prize.number or 1) == 1:
        near = [other for other in inside if other is not np]
        praised = [other for prep, other in prize.pps if prep == "for"]
        read = named.resolve(prize, near, reading.catalogue, praised)
        prizes = read.prizes if read and not read.edition and not read.year else ()
    authors = [e.id for other in inside for e in other.entities if e.type == "agent"]
    adapted = np.sem == "ACT" or any(f.act == "ADAPT" and np.start <= f.act_start < end for f in sentence.frames)
    author = authors[0] if len(set(authors)) == 1 and not prizes and adapted else ""
    known = [t for t in sentence.tokens if np.start <= t.start < end]
    cities = reading.catalogue.festivals  # *at Venice*
    whole = all(_followed(t.low) or t.low in cities or {e.type for e in t.entities} & _TYPES for t in known)
    return Query(rank, tuple(states), prizes, author), end, whole


_TYPES = frozenset("nationality prize category festival agent state this place".split())


def _followed(low: str) -> bool:
    return low in _FOLLOWED or low in _RANKS or ordinal(low) is not None


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    q = claim.qualifiers
    if q["most"]:
        return Ground(otherwise=Reason.NOT_CHECKABLE)
    if link.work is None:
        return Ground()
    if q["prizes"]:
        return _of_prize(claim, link.work.id, catalogue)
    if q["author"]:
        return _of_author(claim, link.work.id, catalogue)
    return Ground(otherwise=Reason.OUTSIDE_SCOPE)


def _of_prize(claim: Claim, work: str, catalogue: Catalogue) -> Ground:
    mine = catalogue.lead(work)
    held: list[list[Statement]] = []
    for table, category in _categories(claim.qualifiers["prizes"], catalogue):
        rows = [
            s for s in catalogue.awards(table, category, range(1900, 2101)) if s.qualifiers["result"] in tables.GIVEN
        ]
        if not any(catalogue.lead(s.subject) == mine for s in rows):
            continue  # *Best Picture* may be either of two prizes of the first year
        declared = [c for c in catalogue.complete(f"award:{table}", "award") if c.scope["category"] in (category, "*")]
        if not declared or tables.gapped(declared):
            return Ground(otherwise=Reason.OUTSIDE_SCOPE)
        scope = declared[0].scope
        if claim.qualifiers["states"]:
            told = [s for s in rows if _states_of(s, catalogue)]
            until = max(s.qualifiers["year"] for s in rows if claim.value < 1 or catalogue.lead(s.subject) == mine)
            untold = {s.qualifiers["year"] for s in rows} - {s.qualifiers["year"] for s in told}
            if any(year <= until for year in untold) or not any(catalogue.lead(s.subject) == mine for s in told):
                return Ground(otherwise=Reason.OUTSIDE_SCOPE)
            rows = told  # a second table of the same winners may not say whose they were
        own = [s for s in rows if catalogue.lead(s.subject) == mine]
        within = [s for s in rows if int(scope["from"]) <= s.qualifiers["year"] <= int(scope["to"])]
        current = [s for s in rows if _in_name(s, scope.get("names") or (), own)]
        for some, alone in product((rows, within, current), (False, True)):
            held.append([s for s in some if s in own or not (alone and s.qualifiers.get("shared"))])
    if not held:
        return Ground(otherwise=Reason.OUTSIDE_SCOPE)
    states = claim.qualifiers["states"]

    of = {id(s): _states_of(s, catalogue) for rows in held for s in rows if states}
    its = {id(s) for rows in held for s in rows if catalogue.lead(s.subject) == mine}

    def counted(some: set[str], alone: bool, rows: list[Statement]) -> list[tuple[int, Statement]]:
        mine_or = [s for s in rows if not states or id(s) in its or _among(of[id(s)], some, alone)]
        return [(s.qualifiers["year"], s) for s in mine_or]

    # *Russian*: of Russia, or of the Soviet Union as well, with films that it shares or without: *the first* of a nation is
    # sure only if it holds every way.
    return _agreed(
        [
            _placed(
                int(claim.value),
                mine,
                [counted(some, alone, rows) for rows in held for alone in (False, True)],
                catalogue,
            )
            for some in _nations(states, catalogue)
            for alone in ((False, True) if states else (False,))
        ]
    )


def _categories(prizes: Sequence[str], catalogue: Catalogue) -> list[tuple[str, str]]:
    """(table, category) of each prize; of *the top prize*, the first of its table."""
    found = []
    for prize in prizes:
        table, _, category = prize.partition("/")
        held = catalogue.tables.get(table, {}).get("category", {})
        tops = [slug for slug, row in held.items() if row.get("top")] if category == "*" else [category]
        found += [(table, slug) for slug in tops]
    return found


def _in_name(said: Statement, periods: Sequence[dict[str, object]], own: Sequence[Statement]) -> bool:
    """Whether the prize bore the name then that it bore when this film won it: the Palme d'Or was a Grand Prix once."""

    def name(year: int) -> object:
        return next((p["is"] for p in periods if int(str(p["from"])) <= year <= int(str(p.get("to", 9999)))), None)

    mine = {name(s.qualifiers["year"]) for s in own}
    return name(said.qualifiers["year"]) in mine


def _agreed(found: Sequence[Ground]) -> Ground:
    said = {how for ground in found for _, how in ground.said}
    if len(said) < 2:
        return found[0]
    return Ground(
        tuple((s, Agreement.UNCLEAR) for ground in found for s, _ in ground.said), otherwise=Reason.VALUE_UNRESOLVED
    )


def _states_of(said: Statement, catalogue: Catalogue) -> set[str]:
    """The countries of a winner: those that its table gives, else those of the film on record."""
    given = set(filter(None, str(said.qualifiers.get("country") or "").split("|")))
    return given or {str(s.value) for s in catalogue.statements(said.subject, "country") if not s.negative}


def _among(states: set[str], some: set[str], alone: bool) -> bool:
    """Whether a winner is of one of these states; of none but these, if alone: a partner's film may count for his country or not."""
    return states <= some if alone else bool(states & some)


def _nations(states: Sequence[str], catalogue: Catalogue) -> list[set[str]]:
    """The nation as named, and with the states that it followed or that followed it: *Russian* for Soviet."""
    if not states:
        return [set()]
    kin = {code for state in states for code in catalogue.forerunners.get(state, ())}
    heirs = {h for s in states for h in catalogue.states.get(s, {}).get("successors", ())}
    return [set(states), {*states, *kin, *heirs}]


def _of_author(claim: Claim, work: str, catalogue: Catalogue) -> Ground:
    declared = catalogue.complete(claim.qualifiers["author"], "set:based_on")
    works = [w for done in declared for id_ in done.scope["works"] if (w := catalogue.work(id_)) is not None]
    if not any(w.id == work and w.year for w in works):
        return Ground(otherwise=Reason.OUTSIDE_SCOPE)
    states = claim.qualifiers["states"]
    ways = []
    sources = {w.id: {s.value for s in catalogue.statements(w.id, "based_on")} for w in works}
    for forms, nations, same in product((None, ("feature",)), _nations(states, catalogue), (False, True)):
        way = []
        for w in works:
            if same and not sources[w.id] & sources[work]:
                continue  # *the first adaptation of his novel*: of this one novel
            of = {s.value for s in catalogue.statements(w.id, "country")}
            if w.id == work or ((forms is None or w.form in forms) and (not states or of & nations or not of)):
                way += [(w.year, s) for s in catalogue.statements(w.id, "year")[:1] if w.year]
        ways.append(way)
    found = _placed(int(claim.value), catalogue.lead(work), ways, catalogue)
    dated = all(w.year for w in works)  # one whose year nobody knows may be the first
    return found if dated or found.said[0][1] is Agreement.EXCLUDES else Ground(otherwise=Reason.OUTSIDE_SCOPE)


def _placed(rank: int, film: int, ways: list[list[tuple[int, Statement]]], catalogue: Catalogue) -> Ground:
    """Supported if the film has its place in one way of reading; else refuted by those that stand in its way."""
    against: dict[tuple[object, ...], Statement] = {}
    for way in ways:
        mine = [(year, s) for year, s in way if catalogue.lead(s.subject) == film]
        if not mine:
            continue  # it won in a year that this way of counting leaves out
        others = [(year, s) for year, s in way if catalogue.lead(s.subject) != film]
        before = [s for year, s in others if year < mine[0][0]]
        after = [s for year, s in others if year > mine[0][0]]
        # Who won with it, a table that has both says; another table's winner of that year may be this very film under another id.
        tables_ = {cited.key for _, s in mine for cited in s.sources}
        with_it = [s for y, s in others if y == mine[0][0] and tables_ & {cited.key for cited in s.sources}]
        earlier, beside = _films(before, catalogue), _films(with_it, catalogue)
        right = {0: not others, -1: not after}.get(rank, earlier + 1 <= rank <= earlier + beside + 1)
        if right:
            return Ground(tuple((s, Agreement.AGREES) for _, s in mine), complete=True)
        wrong = {0: [s for _, s in others], -1: after}.get(rank, before or [s for _, s in mine])
        against |= {(s.subject, s.qualifiers.get("title"), s.qualifiers.get("year")): s for s in wrong}
    if not against:
        return Ground(otherwise=Reason.OUTSIDE_SCOPE)
    return Ground(tuple((s, Agreement.EXCLUDES) for s in list(against.values())[:4]), complete=True)


def _films(said: Sequence[Statement], catalogue: Catalogue) -> int:
    """How many films these rows are: two tables of one prize have each winner twice, under ids that nothing may have joined."""
    by_year: dict[object, dict[str, set[int]]] = {}
    for s in said:
        key = s.sources[0].key if s.sources else ""
        by_year.setdefault(s.qualifiers.get("year", s.value), {}).setdefault(key, set()).add(catalogue.lead(s.subject))
    return sum(max(map(len, one.values())) for one in by_year.values())


def told(claim: Claim, catalogue: Catalogue) -> str:
    return str(claim.qualifiers["named"])


def shown(said: Statement, catalogue: Catalogue) -> str:
    if said.property == "award":
        return telling.shown(said, catalogue)
    work = catalogue.work(said.subject)
    return f"{work.title} is of {work.year}" if work else f"{said.subject} is of {said.value}"


KIND = Kind(
    "ordinal",
    "ordinal",
    find,
    weigh,
    told,
    shown,
    examples={
        "It was the fourth film to win the Silver Lamp.": Status.SUPPORTED,
        "It was the first film to win the Silver Lamp.": Status.REFUTED,
        "The only film to win the Silver Lamp.": Status.REFUTED,
        "It was reportedly the first film to win the Silver Lamp.": Status.UNVERIFIED,
        "It was the first colour film to win the Silver Lamp.": Status.UNVERIFIED,
        "It was the longest film ever made.": Status.UNVERIFIED,
        "It is the first film about a lamplighter.": Status.UNVERIFIED,
        "The first film to win the Silver Lamp was another.": None,
        "It was her first film.": None,
        "At first the lamplighter is alone, the only man on the pier.": None,
    },
)
