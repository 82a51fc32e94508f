"""In which language the film speaks.

Read from *a Polish-language drama*, *shot in French*, *the dialogue is in English*, *spoken in Yiddish*, *in Georgian* beside a
film noun. A nationality on a film noun (*a Polish drama*) is its country, not its language; what a film is dubbed into, subtitled or
translated in is not its own; what somebody in it reads or sings in is not the film's. Refuted only where the record declares that it
names every language, or two independent sources name languages and neither this one; and where the two are not called by each
other's names (Serbian and Croatian, Persian and Dari), nor this one spoken in a country of the film, unless three sources name others
(*Pather Panchali* is not in Hindi). (Of 4,954 films in two tables of a catalogue, 15 have no language in common, `bench/agreement.py`: a Georgian
film is told to be Russian, an Italian one English. Where a source names one language only, spoken at home, and three others name any, it was
among theirs each of 193 times.)
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence, Token
from verite.clauses.verbless import pieces
from verite.judge import Ground, excluding, families, telling
from verite.languages import language, languages
from verite.model import Agreement, Claim, Grade, Link, Reason, Said, Statement, Status
from verite.reading import Reading

_SPEECH = ("dialogue", "dialogues", "dialog", "language")
_SPEAKERS = ("actors", "cast", "characters", "film", "players", "everybody", "everyone")
_SPEAKING = frozenset("speak film shoot make be perform act produce play record".split())
# *Partly in French*: a language of the film that who lists its languages may pass over
_IN_PART = frozenset(
    "partly partially part parts half sometimes also scenes passages moments occasionally alternately bits".split()
)
_NOT = frozenset("subtitle dub release publish write translate title print rename call caption".split())


_UTTERED = ("speak", "play", "perform", "act")


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line in reading.lines:
        if line.label == "intro":
            continue
        for sentence in line.sentences:
            for np in sentence.phrases():
                for token, grade in _named(np, sentence, reading):
                    if token.start in taken:
                        continue
                    taken.add(token.start)
                    at = _frame(np, token, sentence)
                    name = _name(token, np)
                    lows = [t.low for t in sentence.tokens]
                    beside = [code for low in lows if (code := languages().codes.get(low)) and low != name]
                    in_part = not _IN_PART.isdisjoint(lows)
                    yield reading.claim(
                        "language", "language", languages().codes[name], at, sentence, np, {"named": name, "beside": beside},
                        Grade.SEEN if in_part else grade,
                    )  # fmt: skip


def _name(token: Token, np: NP) -> str:
    """The language that a word names, with the word before it where the two are one name: *a Crimean Tatar-language film*."""
    name = token.low.removesuffix("-language")
    before = next((t.low for t, after in pairwise(np.tokens) if after is token), "")
    both = f"{before} {name}"
    return both if both in languages().codes else name


def _frame(np: NP, token: Token, sentence: Sentence) -> Frame:
    """What the phrase was read in: a frame, else its clause (*the dialogue is in French*), else itself."""
    frame = next((f for f in sentence.frames if f.start <= token.start < f.end), None)
    if frame is not None:
        return frame
    if (parts := pieces(sentence)) and _label(parts[0].tokens) and parts[0].end < token.start:
        return Frame("SEEN", {}, [], parts[0].start, token.end, parts[0].start, token.end)
    if (piece := next((p for p in pieces(sentence) if p.start < token.start < p.end), None)) is not None:
        return Frame("SEEN", {}, [], piece.start, piece.end, piece.start, piece.end)
    clause = next((c for c in sentence.clauses if c.start <= token.start < c.end), None)
    host = next((p for p in sentence.phrases() if any(inner is np for _, inner in p.pps)), np)
    start, end = (clause.start, clause.end) if clause is not None else (host.start, np.core_end)
    negative = clause is not None and clause.vg.negative
    return Frame("SEEN", {}, [], start, end, start, end, negative=negative, clause=clause)


def _named(np: NP, sentence: Sentence, reading: Reading) -> Iterator[tuple[Token, Grade]]:
    """The languages that a phrase says the film to be in."""
    codes = languages().codes
    if np.sem == "FILM":
        # *a Polish-language drama*, *a Yiddish language film*
        for i, token in enumerate(np.tokens):
            after = np.tokens[i + 1].low if i + 1 < len(np.tokens) else ""
            name = token.low.removesuffix("-language")
            if name in codes and (name != token.low or after == "language"):
                this = reading.is_film(np) and not np.plural and np.det not in ("another", "other", "no")
                first = {t.low for t in np.tokens} & {"first", "last", "only", "other"}
                yield token, Grade.READ if this and not first else Grade.SEEN
    elif np.head in ("dialogue", "dialog", "dialogues"):
        yield from ((token, Grade.SEEN) for token in np.tokens if token.low in codes)  # *French dialogue.*
    elif len(np.tokens) == 1 and np.tokens[0].low in codes and np.tokens[0].capital and not sentence.hyphened(np):
        grade = _spoken(np, sentence, reading)
        if grade is not None:
            yield np.tokens[0], grade


def _spoken(np: NP, sentence: Sentence, reading: Reading) -> Grade | None:
    """*in French* of the film or its dialogue, not of a letter, a song or a speaker."""
    first = next((p for p in sentence.phrases() if np in p.also), np)
    for frame in sentence.frames:
        if not any(prep == "in" and inner is first for prep, inner in frame.adjuncts) or frame.clause is None:
            continue
        verb, subject = frame.clause.vg.lemma, frame.subject
        if verb in _NOT:
            return None
        of_film = subject is not None and (reading.is_film(subject) or subject.head in _SPEECH)
        film = frame.role("film")
        by_maker = (
            frame.act in ("SHOOT", "MAKE", "PRODUCE") and film is not None and reading.is_film(film) and not film.plural
        )
        if (of_film or by_maker) and verb in _SPEAKING:
            return Grade.READ if not frame.clause.vg.infinitive and not frame.relative else Grade.SEEN
    for frame in sentence.frames:
        # *Shot in French.*
        if (
            frame.act in ("SHOOT", "MAKE")
            and reading.headless(frame, sentence)
            and any(p == "in" and inner is first for p, inner in frame.adjuncts)
        ):
            return Grade.READ
    for clause in sentence.clauses:
        if any(pp.np is first and pp.prep == "in" for pp in clause.pps):
            if clause.subject is None and clause.start == sentence.start and clause.vg.lemma in _UTTERED:
                return Grade.READ if clause.vg.lemma == "speak" else Grade.SEEN  # *Spoken in Polish and Russian.*
            plain = clause.vg.lemma == "be" and not clause.objects
            subject = clause.subject
            said = plain and subject is not None and (reading.is_film(subject) or subject.head in _SPEECH)
            return Grade.READ if said else None
    for clause in sentence.clauses:
        # *The actors speak French*, *French is spoken*: they may speak another beside it
        speaks = clause.vg.lemma == "speak" and first in clause.objects and clause.subject is not None
        if (speaks and clause.subject is not None and clause.subject.head in _SPEAKERS) or (
            clause.subject is first and clause.vg.passive and clause.vg.lemma in ("speak", "hear")
        ):
            return Grade.SEEN
    for frame in sentence.frames:
        # *The language is French.*
        subject = frame.role("subject")
        if frame.act == "IS" and frame.role("complement") is first and subject is not None and subject.head in _SPEECH:
            return Grade.READ if subject.det in ("the", "its") and not subject.mods else Grade.SEEN
    # *Language: Hindi.* *In Hindi.* *In French and German, 120 minutes.*
    for n, piece in enumerate(parts := pieces(sentence)):
        if n and _label(parts[0].tokens) and np.tokens[0] in piece.tokens:
            return Grade.READ
        named = [t for t in piece.tokens if t.low in languages().codes]
        if piece.tokens[0].low == "in" and np.tokens[0] in named and piece.only(named):
            return Grade.READ
    # *a comedy in Georgian*
    host = next((p for p in sentence.phrases() if any(prep == "in" and inner is first for prep, inner in p.pps)), None)
    if host is not None and host.sem == "FILM" and reading.is_film(host) and not sentence.clauses:
        return Grade.READ
    if host is not None and host.sem == "FILM":
        return Grade.SEEN
    # *Its dialogue switches between Polish and Russian*: in a sentence on what is spoken, a language on record
    cued = any(t.low in _SPEECH or t.low in ("spoken", "speak", "speaks") for t in sentence.tokens)
    known = languages().codes.get(np.tokens[0].low) in reading.on_record("language")
    return Grade.SEEN if cued and known else None


def _label(tokens: Sequence[Token]) -> bool:
    return [t.low for t in tokens] in (["language"], ["languages"])


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    groups = languages().groups

    def stands(said: Statement) -> Agreement:
        if said.value == claim.value:
            return Agreement.AGREES
        group = groups.get(str(said.value))
        near = (group and group == groups.get(claim.value)) or said.value in claim.qualifiers.get("beside", ())
        return Agreement.UNCLEAR if near or at_home else Agreement.DIFFERS

    said = catalogue.statements(link.work.id, "language")
    whole = catalogue.complete(link.work.id, "language")
    told_by = len(families(telling(said), catalogue.source))
    at_home = not whole and told_by < 3 and _spoken_at_home(claim.value, link.work.id, catalogue)
    stood = tuple((s, stands(s)) for s in said)
    if told_by > 1:
        stood = excluding(stood)
    by = tuple(cited for c in whole for cited in c.sources)
    return Ground(stood, bool(whole), otherwise=Reason.OPEN_PROPERTY if said else Reason.NOT_RECORDED, declared=by)


def _spoken_at_home(code: str, work: str, catalogue: Catalogue) -> bool:
    """Whether the language is one of a country of the film, or of one that came of it; true where no country is known."""
    states = {s.value for s in catalogue.statements(work, "country")}
    states |= {heir for state in states for heir in catalogue.states.get(state, {}).get("successors", ())}
    return not states or not states.isdisjoint(languages().spoken.get(code, ()))


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"in {language(claim.value)}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"in {language(str(said.value))}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    return language(str(said.value)), False


def stated(claim: Claim) -> Said | None:
    return claim.property, claim.value, None


KIND = Kind(
    "language",
    "language",
    find,
    weigh,
    told,
    shown,
    examples={
        "Language: Norwegian.": Status.SUPPORTED,
        "The language is French.": Status.REFUTED,
        "His mother tongue, the language of his letters, is French.": None,
        "A Norwegian-language drama.": Status.SUPPORTED,
        "It was shot in Norwegian.": Status.SUPPORTED,
        "The dialogue is in Norwegian.": Status.SUPPORTED,
        "A drama in Norwegian.": Status.SUPPORTED,
        "In Norwegian.": Status.SUPPORTED,
        "In French, 96 minutes.": Status.REFUTED,
        "In French dress.": None,
        "The film is in French.": Status.REFUTED,
        "Shot in Norwegian.": Status.SUPPORTED,
        "The actors speak Norwegian.": Status.SUPPORTED,
        "The actors speak French.": Status.UNVERIFIED,
        "The lamplighter speaks French.": None,
        "The film is partly in French.": Status.UNVERIFIED,
        "A Georgian-language drama.": Status.REFUTED,
        "It was not shot in French.": Status.SUPPORTED,
        "It was reportedly shot in French.": Status.UNVERIFIED,
        "A French drama.": None,
        "The lamplighter writes a letter in French.": None,
        "It was dubbed into French.": None,
        "It was subtitled in French.": None,
        "He sings in French.": None,
    },
    correct=correct,
    stated=stated,
)
