"""Where a text says the film comes from: a nationality on a film noun (*a Polish drama*), *produced in*, *it is from Norway*, *German money*.

On any other noun a nationality says nothing of the film; with another noun between the two (*a Russian prison drama*), behind a preposition (*pinched
from an older French film*) or beside another title it is only seen.
"""

from collections.abc import Iterator

from verite.clauses import NP, Frame, Sentence, Token
from verite.clauses.lexicon import lexicon
from verite.clauses.verbless import Piece, pieces
from verite.model import Claim, Grade, Span
from verite.reading import Line, Reading

_JOINT = ("co-production", "coproduction", "production", "collaboration")
# What may stand between a nationality and *film* and leaves it the film's.
_KINDS = frozenset(
    "- feature full length feature-length full-length short silent animated animation documentary television tv black white and black-and-white colour "
    "color comedy drama dramatic romantic tragic dark psychological biographical coming-of-age science fiction sci-fi horror fantasy action musical "
    "satirical experimental independent arthouse art-house made award-winning oscar-winning classic epic period".split()
)
# *shared, with a Japanese film*, *remade as a Norwegian drama*: another film than this one
_BESIDE = ("with", "to", "against", "by", "beside", "alongside", "over", "than", "like", "of", "as", "into")
_MADE_WITH = frozenset(
    "with money television first help mostly mainly largely production co-production coproduction venture joint affair all".split()
)
# What tells of who paid.
_PAID = frozenset(
    "money cash funds funding funded finance financed financing capital investment invested partner partners paid pays co-produced coproduced "
    "co-producers chipped contributed backing backed producers broadcasters".split()
)


def claims(reading: Reading) -> Iterator[Claim]:
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
    paid = [t for t in piece.tokens if t.low in _MADE_WITH]  # *All Norwegian money.* *Norway with Sweden.*
    if not named or not piece.only([*named, *paid]) or "in" in {t.low for t in piece.tokens}:
        return
    for token in (one for one in named if one.start not in taken):
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
    after = sentence.within(np.core_end, sentence.end)[:2]
    return (
        len(after) == 2
        and after[0].text == ","
        and after[1].capital
        and not any(e.type in ("this", "nationality", "agent") for e in after[1].entities)
        and any(t.text == "," for t in sentence.tokens if t.start > after[1].start)
    )


def _of_the_noun(nationality: Token, np: NP) -> bool:
    """*a Polish black comedy*, not *a Polish prison film*: nothing but kinds of film between the word and the noun."""
    between = [t for t in np.tokens if nationality.end <= t.start and t.end < np.core_end]
    return all(t.low in _KINDS or any(e.type == "nationality" for e in t.entities) for t in between)
