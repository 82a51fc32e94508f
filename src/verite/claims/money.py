"""What the film cost, and what it took.

*On a budget of $3.6 million*, *it cost 20 million dollars*, *it grossed over $100 million worldwide*. A figure is as
exact as its digits: *$20 million* goes with 19.6, *over* and *nearly* are read as such. Budgets are estimates,
takings are told by country, by weekend and with or without re-releases: another figure is refuted only where
it is a third or less, or three times as much or more, in the same money, of the same sort, for the same
country or the world, and nobody speaks of re-releases, of marketing or of today's money. A dollar may be any country's.
"""

from collections.abc import Iterator, Sequence, Set

from verite.amounts import Amount, numeral
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import Frame, Sentence, Token
from verite.judge import Ground
from verite.model import Agreement, Claim, Link, Reason, Statement, Status
from verite.reading import Line, Reading

_SIGNS = {"$": "dollar", "€": "EUR", "£": "GBP", "¥": "JPY"}
_UNITS = {
    "dollar": "dollar", "dollars": "dollar", "usd": "USD", "euro": "EUR", "euros": "EUR", "eur": "EUR", "pound": "GBP", "pounds": "GBP", "gbp": "GBP",
    "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "franc": "franc", "francs": "franc", "mark": "mark", "marks": "mark",
    "zloty": "PLN", "zlotys": "PLN", "złoty": "PLN", "yen": "JPY", "lire": "ITL", "lira": "ITL", "crowns": "crown", "kroner": "crown", "kronor": "crown",
    "rupees": "INR", "crore": "INR", "yuan": "CNY", "dm": "mark",
}  # fmt: skip
_DOLLARS = frozenset("USD AUD CAD NZD dollar".split())
_COST = frozenset("cost costs costing budget budgeted".split())
_TOOK = frozenset(
    "grossed gross grosses grossing takings box-office office took earned made receipts rentals recouped".split()
)
_CUES = _COST | _TOOK | {"for"}
_OPENING = frozenset("opening weekend day week".split())
_UNLIKE = frozenset("re-release re-releases rereleased re-released adjusted inflation today equivalent marketing prints advertising episode rentals salary fee debt prize auction sold copies rights fine bail ransom worth damages prequel sequel original remake video dvd".split())  # fmt: skip
_WORLD = frozenset("worldwide global globally international internationally world".split())


def find(reading: Reading) -> Iterator[Claim]:
    for line in reading.lines:
        if line.label == "intro":
            continue
        for sentence in line.sentences:
            if not sentence.words.isdisjoint(_CUES):
                yield from _claims(reading, line, sentence, sentence.words)


def _claims(reading: Reading, line: Line, sentence: Sentence, lows: Set[str]) -> Iterator[Claim]:
    tokens, i = sentence.tokens, 0
    while i < len(tokens):
        found = _money(tokens, i)
        if found is None:
            i += 1
            continue
        amount, currency, size = found
        host = _host(reading, line, sentence, i, i + size)
        if host is not None:
            of, start = host
            last = tokens[i + size - 1]
            frame = Frame("SEEN", {}, [], start, last.end, tokens[i].start, last.end)
            around = next((f for f in sentence.frames if f.start <= tokens[i].start < f.end), None)
            of = "opening" if of == "gross" and _OPENING & lows else of
            yield reading.claim(
                "money",
                "money",
                round(amount.value),
                frame._replace(hedged=bool(around and around.hedged and amount.bound != "nearly")),
                sentence,
                None,
                {
                    "of": of, "currency": currency, "in": _where(sentence, lows), "step": amount.step, "bound": amount.bound,
                    "unlike": bool(_UNLIKE & lows),
                },
                negative=bool(around and around.negative), attributed=bool(around and around.attributed),
            )  # fmt: skip
        i += size


def _money(tokens: Sequence[Token], i: int) -> tuple[Amount, str, int] | None:
    """The sum that begins at `i`, its currency, and how many tokens it takes."""
    read = numeral(tokens, i)
    if read is None:
        sign = _SIGNS.get(tokens[i].text)
        read = numeral(tokens, i + 1) if sign else None
        return (read[0], sign or "", read[1] + 1) if read else None
    amount, size = read
    sign = _SIGNS.get(tokens[i].text[:1], "")
    before = tokens[i - 1].low if i else ""
    if sign == "dollar" and before in ("us", "u.s.", "usd"):
        sign = "USD"
    if sign:
        return amount, sign, size
    at = i + size
    unit = tokens[at].low if at < len(tokens) else ""
    if any(e.type == "nationality" for t in tokens[at : at + 1] for e in t.entities) or unit in (
        "us",
        "soviet",
        "old",
        "new",
    ):
        at += 1  # *20 million US dollars*, *marks* of another state
        unit = tokens[at].low if at < len(tokens) else ""
    return (amount, _UNITS[unit], at - i + 1) if unit in _UNITS else None


def _host(reading: Reading, line: Line, sentence: Sentence, i: int, end: int) -> tuple[str, int] | None:
    """What the sum is (budget or gross), if it is this film's, and where the words begin that say so."""
    tokens = sentence.tokens
    at = tokens[i].start
    back = [t.low for t in tokens[max(0, i - 6) : i]]
    ahead = [t.low for t in tokens[end : end + 2]]
    if ahead[:1] and ahead[0] in ("less", "more", "short", "higher", "lower"):
        return None  # *$30 million less than its rival*
    clause = max((c for c in sentence.clauses if c.vg.end <= at), key=lambda c: c.vg.start, default=None)
    word = clause.vg.tokens[-1].low if clause is not None else ""
    mine = clause is not None and reading.surely_film(clause.subject, line, sentence)
    # *Produced on a ten million budget, it earned 128*: the verb behind the comma says what the second sum is
    earned = (
        clause is not None
        and clause.vg.lemma in ("gross", "earn", "recoup", "rake", "make", "take")
        and any(t.text in ",;" and t.end <= clause.vg.start for t in tokens[max(0, i - 6) : i])
    )
    if ("budget" in back and not earned) or ahead[:1] == ["budget"]:
        owner = next((p for p in sentence.phrases() if p.head == "budget"), None)
        if owner is not None and (owner.det in ("his", "her", "their") or (owner.poss is not None and not reading.is_film(owner.poss))):  # fmt: skip
            return None
        opener = clause is None or (clause.subject is None and clause.start == sentence.start)
        its = owner is not None and (owner.det == "its" or owner.poss is not None)
        first = clause.start if clause is not None and mine else owner.start if owner is not None else at
        return ("budget", min(first, sentence.start if opener else first)) if mine or its or opener else None
    if clause is None or not (mine or (clause.subject is None and clause.start == sentence.start)):
        return None
    if word in _COST:
        return "budget", clause.start
    if word in ("made", "produced", "shot") and clause.vg.passive and "for" in back[-3:]:
        return "budget", clause.start
    if clause.vg.lemma in ("gross", "recoup", "rake"):
        return "gross", clause.start
    if word in _TOOK and ({"box", "office", "box-office", "worldwide", "cinemas", "receipts"} & {t.low for t in tokens[end:]} or "gross" in back):  # fmt: skip
        return "gross", clause.start
    return None


def _where(sentence: Sentence, lows: Set[str]) -> str:
    """The country of the takings, "world", or "" if the sentence names neither."""
    if _WORLD & lows:
        return "world"
    states = [e.id for np in sentence.phrases() for e in np.entities if e.type == "state"]
    if states or "domestically" in lows or "domestic" in lows:
        return str(states[0]) if states else "domestic"
    return "elsewhere" if {"at", "home"} <= lows or {"north", "america"} <= lows or "american" in lows else ""


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = [s for name in ("budget", "gross") for s in catalogue.statements(link.work.id, name)]
    why = Reason.OPEN_PROPERTY if any(s.property == claim.qualifiers["of"] for s in said) else Reason.NOT_RECORDED
    return Ground(tuple((s, _stands(claim, s)) for s in said), any_of=True, otherwise=why)


def _stands(claim: Claim, said: Statement) -> Agreement:
    q = claim.qualifiers
    if said.property != q["of"]:
        return Agreement.NEITHER
    mine, theirs = q["currency"], str(said.qualifiers.get("currency", ""))
    if mine != theirs and not {mine, theirs} <= _DOLLARS:
        return Agreement.UNCLEAR
    low, high = Amount(float(claim.value), float(q["step"]), q["bound"]).span(0.05)
    if low <= said.value <= high:
        return Agreement.AGREES
    where = str(said.qualifiers.get("in", ""))
    same = mine == theirs or {mine, theirs} <= {"dollar", "USD"}
    if q["unlike"] or not same:
        return Agreement.UNCLEAR
    # less in the whole world than is on record anywhere; more in one country than is on record there
    if high < said.value / 3 and (q["of"] == "budget" or q["in"] == "world" or (q["in"] == where and where)):
        return Agreement.EXCLUDES
    if low > said.value * 3 and (q["of"] == "budget" or (q["in"] == where and where)):
        return Agreement.EXCLUDES
    return Agreement.UNCLEAR


def told(claim: Claim, catalogue: Catalogue) -> str:
    q = claim.qualifiers
    limit = f"{q['bound']} " if q["bound"] else ""
    return f"{q['of']}: {limit}{claim.value:,} {_name(q['currency'])}"


def _name(currency: str) -> str:
    return f"{currency}s" if currency.islower() else currency


def shown(said: Statement, catalogue: Catalogue) -> str:
    q = said.qualifiers
    where = str(q.get("in", ""))
    place = f", {catalogue.states.get(where, {}).get('name', where)}" if where else ""
    return f"{said.property}: {said.value:,} {_name(str(q.get('currency', '')))}{place}"


KIND = Kind(
    "money",
    "money",
    find,
    weigh,
    told,
    shown,
    examples={
        "It was made on a budget of $3.5 million.": Status.SUPPORTED,
        "The film cost nearly 4 million dollars.": Status.SUPPORTED,
        "It grossed over $10 million worldwide.": Status.SUPPORTED,
        "The film cost $30 million.": Status.REFUTED,
        "The film grossed $1 million worldwide.": Status.REFUTED,
        "The film grossed $1 million in Norway.": Status.UNVERIFIED,
        "It reportedly cost $30 million.": Status.UNVERIFIED,
        "It cost 5 million euros.": Status.UNVERIFIED,
        "The lamplighter owes $3.5 million.": None,
        "The house was sold for $3.5 million.": None,
        "It cost many lives.": None,
    },
)
