"""Where the film comes from.

A nationality on a film noun (*a Polish drama*, *a British-Norwegian production*), or *produced in*.
Countries are states as they were then: a film of the Soviet Union that is called Russian (or Georgian,
Kazakh ...) is supported, with a note. On any other noun a nationality says nothing of the film.

Who names a film's countries leaves small partners out. So another country refutes only where none of enough
independent sources names it (see `judge.enough`), and no partner named beside it is on record. (Of 14,760 times that
two sources of a catalogue agreed on a country, a third named only others 36 times; of 6,713 times that three agreed, 6: `bench/agreement.py`.
The English-speaking countries, which finance each other's films, are left out of both counts and are never held against each other.)

*A Russian prison drama* may be a drama of a Russian prison: with another noun between the two, a country is only seen.
"""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence, Token
from verite.clauses.lexicon import lexicon
from verite.clauses.verbless import Piece, pieces
from verite.judge import Ground, enough, excluding
from verite.model import Agreement, Claim, Grade, Link, Reason, Said, Span, Statement, Status
from verite.reading import Line, Reading

_JOINT = ("co-production", "coproduction", "production", "collaboration")
# What may stand between a nationality and *film* and leaves it the film's.
_KINDS = frozenset(
    "- feature full length feature-length full-length short silent animated animation documentary television tv black white and black-and-white colour "
    "color comedy drama dramatic romantic tragic dark psychological biographical coming-of-age science fiction sci-fi horror fantasy action musical "
    "satirical experimental independent arthouse art-house made award-winning oscar-winning classic epic period".split()
)
ENGLISH = frozenset("USA GBR CAN AUS NZL IRL".split())
# *shared, with a Japanese film*, *remade as a Norwegian drama*: another film than this one
_BESIDE = ("with", "to", "against", "by", "beside", "alongside", "over", "than", "like", "of", "as", "into")
# What tells of who paid.
_PAID = frozenset(
    "money cash funds funding funded finance financed financing capital investment invested partner partners paid pays co-produced coproduced "
    "co-producers chipped contributed backing backed".split()
)


def find(reading: Reading) -> Iterator[Claim]:
    taken = set()
    for line in reading.lines:
        if line.label == "intro":
            continue
        for sentence in line.sentences:
            if not sentence.names("nationality", "state"):
                continue
            for np in sentence.phrases():
                if np.sem not in ("FILM", "ACT") or not (reading.is_film(np) or np.sem == "FILM"):
                    continue
                for token in np.tokens:
                    states = [e.id for e in token.entities if e.type == "nationality"]
                    if any(t.low == "language" and t.start == token.end + 1 for t in np.tokens):
                        continue  # *a French language film* may be Belgian
                    if not states or token.start in taken or np.plural or np.head in ("title", "work"):
                        continue
                    frame = next((f for f in sentence.frames if f.start <= token.start < f.end), None)
                    taken.add(token.start)
                    member = bool(frame and frame.member)
                    inside = {t.low for t in np.tokens} & {"dubbed", "subtitled"} or sentence.before(np) in (
                        "in",
                        "for",
                    )
                    negative = bool(frame and frame.negative and frame.act == "IS")
                    # *A Soviet film of the book was impossible*: one that a verb is said of need not be this one
                    any_film = np.det in ("a", "an", "another") and any(
                        clause.vg.finite and not clause.relative and clause.subject is np for clause in sentence.clauses
                    )
                    # *shared, with a Japanese film*, *a French film, The Long Absence, won it as well*
                    beside = np.det in ("a", "an", "another") and (
                        sentence.before(np) in _BESIDE
                        or lexicon().has(sentence.before(np), "preposition")
                        or _called(np, sentence)
                    )
                    # *In the French version he speaks Latin*
                    unread = (
                        any_film
                        or beside
                        or (np.head == "version" and inside)
                        or (np.head in ("version", "release", "cut", "print", "remake") and np.det == "the")
                        or sentence.denials(np.start, np.core_end) > negative
                        or not _of_the_noun(token, np)
                    )
                    partners = sorted(
                        {e.id for t in np.tokens for e in t.entities if e.type == "nationality"} - set(states[:1])
                    )
                    for state in states:
                        yield Claim(
                        "country", "country", state, Span(np.tokens[0].start, np.core_end), Span(token.start, token.end), {"named": token.text, "partners": [p for p in partners if p != state] + [s for s in states if s != state and s not in partners]},
                        Grade.SEEN if member or np.poss is not None or unread else Grade.READ,
                        negative=negative,
                        hedged=bool(frame and frame.hedged), attributed=bool(frame and frame.attributed),
                        quoted=token.quoted,
                    )  # fmt: skip

            for piece in pieces(sentence):
                yield from _stands_alone(piece, taken)
            for np in sentence.phrases():
                yield from _origins(np, sentence, taken)
            yield from _paid(sentence, reading, taken)
            yield from _labelled(sentence)
            for frame in sentence.frames:
                yield from _country_is(frame, reading, line, sentence)
            yield from _is_from(reading, line, sentence)
    for line, sentence, frame in reading.frames("ORIGIN", "ADAPT", "PRODUCE"):
        # *it comes from Poland*, *Poland produced it*
        film, said = frame.role("film"), frame.role("source", "agent")
        at = said.entity("state") if said is not None else None
        if at is not None and said is not None and film is not None and reading.is_film(film) and line.label != "intro":
            grade = Grade.READ if reading.surely_film(film, line, sentence) else Grade.SEEN
            yield reading.claim("country", "country", at.id, frame, sentence, said, {"named": said.name}, grade)
    for line, sentence, frame in reading.frames("MAKE", "PRODUCE"):
        # *made in Poland* may be production or shooting: seen only
        for prep, np in frame.adjuncts:
            at = np.entity("state")
            film = frame.role("film")
            if prep == "in" and at is not None and line.label != "intro" and (film is None or reading.is_film(film)):
                # *produced in Norway in 1931*; *made in*, *shot in* may be where the cameras stood
                lemma = frame.clause.vg.lemma if frame.clause is not None else ""
                sure = (
                    lemma in ("produce", "co-produce")
                    and film is not None
                    and reading.surely_film(film, line, sentence)
                )
                grade = Grade.READ if sure else Grade.SEEN
                yield reading.claim("country", "country", at.id, frame, sentence, np, {"named": np.name}, grade)


def _paid(sentence: Sentence, reading: Reading, taken: set[int]) -> Iterator[Claim]:
    """*German money*, *Germany and Poland paid for it*: a country on record; a sentence on money need not be on the film's."""
    if _PAID.isdisjoint(t.low for t in sentence.tokens) or sentence.denials(sentence.start, sentence.end):
        return
    held = reading.on_record("country")
    for token in sentence.tokens:
        for state in [e.id for e in token.entities if e.type in ("nationality", "state") and e.id in held]:
            if token.start not in taken:
                taken.add(token.start)
                at = Span(token.start, token.end)
                yield Claim("country", "country", state, at, at, {"named": token.text}, Grade.SEEN)


def _stands_alone(piece: Piece, taken: set[int]) -> Iterator[Claim]:
    """*West German and French.* *Poland.*: only supports, since a tongue, an actor or the scene may be meant."""
    named = [t for t in piece.tokens if any(e.type in ("nationality", "state") for e in t.entities)]
    if not named or not piece.only(named) or "in" in {t.low for t in piece.tokens}:
        return
    for token in named:
        for state in [e.id for e in token.entities if e.type in ("nationality", "state")]:
            taken.add(token.start)
            at = Span(token.start, token.end)
            yield Claim(
                "country", "country", state, Span(piece.start, piece.end), at, {"named": token.text}, Grade.SEEN
            )


def _origins(np: NP, sentence: Sentence, taken: set[int]) -> Iterator[Claim]:
    """*a drama from Russia*, *a film of the USSR*, *a co-production of Norway and Sweden*."""
    if np.sem != "FILM" or np.plural or np.start in taken:
        return
    joint = np.head in _JOINT
    hosts = [at for prep, at in np.pps if prep == "from" or (joint and prep in ("between", "by"))]
    if np.of is not None:
        hosts.append(np.of)  # *a film of the USSR*
    states = [(one, e.id) for host in hosts for one in host.each() for e in one.entities if e.type == "state"]
    # *a co-production between N and M* of which nothing is said but that the film is it
    start = np.tokens[0].start
    sure = joint and np.poss is None and not sentence.denials(start, np.core_end)
    # *A co-production of N and M followed*, *a co-production of ideas from N*
    sure = sure and not any(clause.subject is np and clause.vg.finite for clause in sentence.clauses)
    sure = sure and (np.of is None or np.of.entity("state") is not None)
    for one, state in states:
        taken.add(np.start)
        partners = sorted({other for _, other in states} - {state})
        named = {"named": one.text, "partners": partners}
        span = Span(start, max(at.core_end for at, _ in states))
        grade = Grade.READ if sure else Grade.SEEN
        yield Claim("country", "country", state, span, Span(one.tokens[0].start, one.core_end), named, grade)


def _labelled(sentence: Sentence) -> Iterator[Claim]:
    """*Country: Norway.*"""
    parts = pieces(sentence)
    if len(parts) > 1 and [t.low for t in parts[0].tokens] in (["country"], ["countries"], ["production", "country"]):
        for token in (t for part in parts[1:] for t in part.tokens):
            for state in [e.id for e in token.entities if e.type == "state"]:
                yield Claim(
                    "country",
                    "country",
                    state,
                    Span(parts[0].start, token.end),
                    Span(token.start, token.end),
                    {"named": token.text},
                    Grade.READ,
                )


def _country_is(frame: Frame, reading: Reading, line: Line, sentence: Sentence) -> Iterator[Claim]:
    """*The country of production is Norway.* *Norway is its country of origin.* *The film is Norwegian.*"""
    subject, said = frame.role("subject"), frame.role("complement")
    # *It is set in what was then Sweden*
    if frame.act != "IS" or subject is None or any(t.low in ("what", "then", "now") for t in sentence.tokens):
        return
    if said is not None and said.head == "country":
        subject, said = said, subject
    if said is not None and subject.head == "country":
        of = subject.of.head if subject.of is not None else ""
        own = subject.det == "its" or reading.is_film(subject.poss) or "producing" in subject.mods
        named = said.each() if of in ("production", "origin") or (own and not of) else []
    elif reading.surely_film(subject, line, sentence):
        named = [said] if said is not None and len(said.tokens) == 1 and not said.pps else []
    else:
        return
    for one in named:
        for state in [e.id for e in one.entities if e.type in ("state", "nationality")][:1]:
            yield reading.claim("country", "country", state, frame, sentence, one, {"named": one.text}, Grade.READ)


def _is_from(reading: Reading, line: Line, sentence: Sentence) -> Iterator[Claim]:
    """*It is from Norway.*"""
    for clause in sentence.clauses:
        if clause.vg.lemma != "be" or clause.objects or clause.relative or clause.vg.modal or clause.subject is None:
            continue
        for at in (pp.np for pp in clause.pps if pp.prep == "from"):
            state = at.entity("state")
            if state is not None and reading.surely_film(clause.subject, line, sentence):
                frame = Frame(
                    "SEEN",
                    {},
                    [],
                    clause.start,
                    at.core_end,
                    at.start,
                    at.core_end,
                    negative=clause.vg.negative,
                    hedged=clause.vg.hedged,
                )
                yield reading.claim("country", "country", state.id, frame, sentence, at, {"named": at.text}, Grade.READ)


def _called(np: NP, sentence: Sentence) -> bool:
    """Whether a name between commas follows: the title of the film that is meant, and that is another one."""
    after = [t for t in sentence.tokens if t.start >= np.core_end][:2]
    return (
        len(after) == 2
        and after[0].text == ","
        and after[1].capital
        and not any(e.type in ("this", "nationality", "agent") for e in after[1].entities)
        and any(t.text == "," for t in sentence.tokens if t.start > after[1].start)
    )


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, "country")
    whole = catalogue.complete(link.work.id, "country")
    sure = enough(said, catalogue.source)
    beside = any(s.value in claim.qualifiers.get("partners", ()) for s in said)

    def stands(s: Statement) -> Agreement:
        if s.value == claim.value:
            return Agreement.AGREES
        if related(s.value, claim.value, catalogue):
            # Lists say Russian for Soviet; which of the other republics made a film is for the record to say.
            return Agreement.AGREES if heir(s.value, claim.value, catalogue) else Agreement.UNCLEAR
        if {s.value, claim.value} <= ENGLISH:
            return Agreement.UNCLEAR
        return Agreement.UNCLEAR if beside else Agreement.DIFFERS  # *British-American*: a partner more

    stood = tuple((s, stands(s)) for s in said)
    by = tuple(cited for c in whole for cited in c.sources)
    otherwise = Reason.OPEN_PROPERTY if said else Reason.NOT_RECORDED
    return Ground(excluding(stood) if sure else stood, bool(whole) and sure, otherwise=otherwise, declared=by)


def _of_the_noun(nationality: Token, np: NP) -> bool:
    """*a Polish black comedy*, not *a Polish prison film*: nothing but kinds of film between the word and the noun."""
    between = [t for t in np.tokens if nationality.end <= t.start and t.end < np.core_end]
    return all(t.low in _KINDS or any(e.type == "nationality" for e in t.entities) for t in between)


def heir(one: str, other: str, catalogue: Catalogue) -> bool:
    """Whether one state is what people call the other by now: the first of its successors."""
    firsts = {code: row["successors"][0] for code, row in catalogue.states.items() if row["successors"]}
    return firsts.get(one) == other or firsts.get(other) == one


def related(one: str, other: str, catalogue: Catalogue) -> bool:
    """Whether one state is a successor of the other: Russia of the Soviet Union, Germany of West Germany."""
    states = catalogue.states
    return other in states.get(one, {}).get("successors", ()) or one in states.get(other, {}).get("successors", ())


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"a film of {catalogue.states.get(claim.value, {}).get('name', claim.value)}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"country: {catalogue.states.get(said.value, {}).get('name', said.value)}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    adjectives = catalogue.states.get(said.value, {}).get("adjectives")
    return (adjectives[0], False) if adjectives else None


def stated(claim: Claim) -> Said | None:
    return claim.property, claim.value, None


KIND = Kind(
    "country",
    "country",
    find,
    weigh,
    told,
    shown,
    examples={
        "It was produced in Sweden.": Status.REFUTED,
        "It comes from Norway.": Status.SUPPORTED,
        "It hails from Sweden.": Status.REFUTED,
        "The lamplighter comes from Sweden.": None,
        "Norway produced it.": Status.SUPPORTED,
        "Country: Norway.": Status.SUPPORTED,
        "The country of production is Norway.": Status.SUPPORTED,
        "The film is Norwegian.": Status.SUPPORTED,
        "It is from Norway.": Status.SUPPORTED,
        "Norway is its country of origin.": Status.SUPPORTED,
        "The film is Swedish.": Status.REFUTED,
        "The lamplighter is Swedish.": None,
        "Its country of origin is Sweden.": Status.REFUTED,
        "A Swedish prison drama.": Status.UNVERIFIED,
        "A Swedish black comedy.": Status.REFUTED,
        "A co-production between France and Italy, it is quiet.": Status.REFUTED,
        "Norwegian money paid for it.": Status.SUPPORTED,
        "French money paid for it.": None,
        "Norway paid for it.": Status.SUPPORTED,
        "No Norwegian money went into it.": None,
        "A film of Norway.": Status.SUPPORTED,
        "The lamplighter earns Swedish money.": None,
        "A Norwegian drama about a lamplighter.": Status.SUPPORTED,
        "Norwegian, of course.": Status.SUPPORTED,
        "French.": Status.UNVERIFIED,
        "Norway.": Status.SUPPORTED,
        "In Norway.": None,
        "French champagne.": None,
        "This Norwegian-made story moved many.": None,
        "A French film about a lamplighter.": Status.REFUTED,
        "Norwegian officers arrest the lamplighter.": None,
    },
    correct=correct,
    stated=stated,
)
