"""Where the film stands in its makers' work: a debut, a last film, how old they were.

Read from *N's directorial debut*, *his last film*, *made when he was 23*. Held against filmographies and the dates of lives.
*His debut* is refuted where the record declares that it holds all films of N in that office, and one of them
is older (for *his last film*: younger). Where nothing is declared, and N is the director, it takes two such films
(after a last one, three) that he directed alone, with running times of features: one may be a film for television,
an episode, or the work of a namesake (*Duel* before Spielberg's debut, *The Sugarland Express*). A life excludes
what was made before it began or long after it ended. An age is refuted where no recorded year of the film
comes near it, with room for films that lay on a shelf.
"""

from collections.abc import Iterator

from verite import ages, names, people
from verite.catalogue import Catalogue
from verite.catalogue.schema import CREDITS
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Reason, Statement, Status, Work
from verite.reading import Line, Reading
from verite.text import fold

_FIRST = frozenset("first debut earliest".split())
_ONLY = frozenset(("only", "sole"))
_LAST = frozenset("last final swan-song swansong".split())
# The film nouns that say no more than that: *his first sound film*, *her first western* may have films before them.
_PLAIN = frozenset(
    (
        "film",
        "movie",
        "picture",
        "feature",
        "feature film",
        "feature-length film",
        "full-length film",
        "full-length feature",
    )
)
_FULL = 70  # minutes from which on a film is a feature, by any count
# Films that speak against it. After a farewell to the cinema comes work for television (Bergman's after *Fanny and Alexander*).
_AGAINST = {"debut": 2, "last": 3, "only": 2}
# Films that a maker may have made before: *his first film in colour*, *his first since the war*
_NARROWER = frozenset("in with about for since to of on after from outside without".split())
_DEBUTS = {
    "directorial debut": "director",
    "directing debut": "director",
    "acting debut": "cast",
    "screen debut": "cast",
}
_MADE = ("DIRECT", "MAKE", "SHOOT", "BEHIND")


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames("DEBUT"):
        person = frame.role("person")
        if line.label == "intro" or person is None or frame.act_start in taken:
            continue
        taken.add(frame.act_start)
        deed = "last" if frame.word.startswith("swan") else "debut"
        grade = Grade.READ if _about(frame, line, sentence, reading) else Grade.SEEN
        yield from _claim(deed, person, frame, line, sentence, reading, grade)
    for line in reading.lines:
        if line.label != "intro":
            for sentence in line.sentences:
                yield from _placed(line, sentence, reading, taken)
                yield from _aged(line, sentence, reading)


def _placed(line: Line, sentence: Sentence, reading: Reading, taken: set[int]) -> Iterator[Claim]:
    """*her last film*, *N's first feature*: an ordinal on a film noun with an owner."""
    for np in sentence.phrases():
        said = {t.low for t in np.tokens}
        deed = "debut" if said & _FIRST else "last" if said & _LAST else "only" if said & _ONLY else ""
        if np.sem != "FILM" or not deed or np.start in taken or np.plural or np.head == "debut":
            continue
        owner = np.poss or next(
            (NP([t], t.low, "PRONOUN", pronoun=t.low) for t in np.tokens[:1] if t.low in ("his", "her")), None
        )
        if owner is None and np.of is not None and np.of.head == "director" and np.of.det == "its":
            owner = np.of  # *Only feature of its director.*
        if owner is None or reading.is_film(owner):
            continue
        taken.add(np.start)
        alone = _alone(np, line, sentence)
        frame = None if alone else next((f for f in sentence.frames if f.start <= np.start < f.end), None)
        start = owner.start if alone else np.start
        at = frame or Frame("SEEN", {}, [], start, np.core_end, np.start, np.core_end)
        narrower = (
            any(of is not owner for _, of in np.pps)  # *his first film under contract with N*
            or not _ends(np, sentence)
            or not (_PLAIN | _SIMPLY).issuperset((np.head, *np.mods))
            or any(t.entities for t in np.tokens if owner is not np.poss or t not in owner.tokens)
        )
        about = frame is None or (frame.act == "IS" and reading.is_film(frame.role("subject")))
        about = about or _opens(np, line, sentence)
        grade = Grade.READ if about and not narrower else Grade.SEEN
        yield from _claim(deed, owner, at, line, sentence, reading, grade)


_SIMPLY = frozenset("directorial directing director's feature film full-length very own first".split())


def _ends(np: NP, sentence: Sentence) -> bool:
    """Whether nothing that could narrow it follows at once: *N's last film released by the studio*, *his first film to win a prize*."""
    after = next((t for t in sentence.tokens if t.start >= np.core_end), None)
    verb = any(clause.subject is np and clause.vg.finite for clause in sentence.clauses)
    return after is None or verb or after.low in (*".,;:!?)–—", "and", "but", "with", "here", "of", "as", "'s")


def _about(frame: Frame, line: Line, sentence: Sentence, reading: Reading) -> bool:
    """Whether a debut is this film: *it marked the debut of N*, *N's debut is a saga*, *N made his debut with it*; not *it came long after N's
    first feature*, *N's first feature was shown beside it*."""
    np = next((np for np in sentence.phrases() if np.start <= frame.act_start < np.core_end), None)
    if np is None or not _SIMPLY.issuperset(np.mods) or np.pps:
        return False  # *N's English-language debut*, *N's debut in English*
    if np.start == sentence.start or (np.poss is not None and np.poss.start == sentence.start):
        return _opens(np, line, sentence) or not any(clause.subject is np for clause in sentence.clauses)
    if any(t.low == "here" for t in sentence.tokens):
        return True
    for clause in sentence.clauses:
        if np in clause.objects or any(np is pp.np for pp in clause.pps if pp.prep == "as"):
            return reading.is_film(clause.subject) or any(
                reading.is_film(pp.np) for pp in clause.pps if pp.prep in ("with", "in")
            )
    return False


def _opens(np: NP, line: Line, sentence: Sentence) -> bool:
    """*Stanley Kubrick's last film stars N*: what a line begins with, and tells of in the present, is its film."""
    present = any(clause.subject is np and clause.vg.present for clause in sentence.clauses)
    first = np.start if np.poss is None else np.poss.start
    return present and first == sentence.start and line.sentences[0] is sentence


def _alone(np: NP, line: Line, sentence: Sentence) -> bool:
    """*Wajda's last film; his father was among the victims.*: a line that begins with it, and says no more of it."""
    first = np.start if np.poss is None else np.poss.start
    after = next((t.text for t in sentence.tokens if t.start >= np.core_end), ".")
    opens = first == sentence.start and line.sentences[0] is sentence
    return opens and after in ".;–—" and not np.appos


def _claim(
    deed: str, person: NP, frame: Frame, line: Line, sentence: Sentence, reading: Reading, grade: Grade = Grade.READ
) -> Iterator[Claim]:
    if person.head == "director" and person.det == "its":
        directors = sorted(reading.on_record("director"))
        names_ = [reading.catalogue.names(one)[0] for one in directors]
        if names_ and all(names.same(names_[0], other) for other in names_):
            asked = {"person": names_[0], "agents": directors, "as": "director"}
            yield reading.claim("career", "career", deed, frame, sentence, None, asked, grade)
        return
    if person.pronoun:
        found = reading.antecedent(person, line)
        director = _only_director(person, line, reading)
        # Whom *his* means is a guess, but where the line names the director and nobody else before it.
        grade, found = (grade, director) if director is not None else (Grade.SEEN, found)
        if found is None or found.sem != "PERSON":
            return
        person = found
    for np in people.named(person, reading):
        office = _DEBUTS.get(frame.word, "")  # without one (*his debut*, *her last film*) it may be any
        yield reading.claim(
            "career", "career", deed, frame, sentence, None, {"person": np.name, "agents": reading.agents(np), "as": office},
            grade if frame.by in ("noun", "verb", "copula") or frame.act == "SEEN" else Grade.SEEN,
        )  # fmt: skip


def _only_director(pronoun: NP, line: Line, reading: Reading) -> NP | None:
    """The director, where a line speaks of him alone before the pronoun: who only owns something (*Peter Benchley's novel*) is not
    spoken of."""
    phrases = [np for sentence in line.sentences for np in sentence.phrases() if np.start < pronoun.start]
    owners = {id(np.poss) for np in phrases if np.poss is not None}
    named = [np for np in phrases if np.sem in ("PERSON", "NAME", "CHARACTER", "HUMAN") and id(np) not in owners]
    directors = reading.on_record("director")
    spoken = [np for np in named if not directors.isdisjoint(reading.agents(np))]
    return spoken[-1] if spoken and len(spoken) == len(named) and not spoken[-1].also else None


def _aged(line: Line, sentence: Sentence, reading: Reading) -> Iterator[Claim]:
    """*N was 23 when she made it*, *directed by N at the age of 23*, *made by N, aged 23*."""
    for age, hedged in ages.told(sentence):
        made = next((f for f in sentence.frames if f.act in _MADE and not f.negative), None)
        if made is None or ((film := made.role("film")) is not None and film.det in ("his", "her", "their")):
            return  # *she made her last film at 60*: another film, perhaps
        person = made.role("agent")
        if person is not None and person.pronoun:
            person = reading.antecedent(person, line)
        for np in people.named(person, reading):
            sure = sum(p.sem in ("PERSON", "NAME") for p in sentence.phrases()) == 1
            frame = made._replace(start=sentence.start, end=sentence.end, hedged=made.hedged or hedged)
            yield reading.claim(
                "career", "career", age, frame, sentence, None,
                {"person": np.name, "agents": reading.agents(np), "as": "age"}, Grade.READ if sure else Grade.SEEN,
            )  # fmt: skip


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    office = claim.qualifiers["as"]
    agents = _agents(claim, link.work.id, catalogue)
    if len(agents) != 1:
        return Ground(otherwise=Reason.VALUE_UNRESOLVED)
    agent = agents[0]
    said = [(s, _recorded(claim, s, agent)) for s in catalogue.statements(link.work.id, "career")]
    lived = _outside_life(agent, link.work, catalogue)
    if office == "age":
        return Ground((*lived, *_age(int(claim.value), agent, link.work, catalogue)), any_of=True)
    said += lived
    if not any(how is not Agreement.NEITHER for _, how in said):
        said += _against(claim, agent, office, link.work, catalogue)
    return Ground(tuple(said), otherwise=Reason.OPEN_PROPERTY)


def _agents(claim: Claim, work: str, catalogue: Catalogue) -> list[str]:
    """Whom of this film's people the name can mean."""
    here = dict.fromkeys(
        s.value
        for property_ in ("director", "cast", "writer")
        for s in catalogue.statements(work, property_)
        if people.stands(claim._replace(value=claim.qualifiers["person"]), s, catalogue) is Agreement.AGREES
    )
    # Sources that share no ids have him under one each.
    own = sorted(here, key=lambda agent: not catalogue.complete(agent, "director"))
    one = all(
        names.same(catalogue.names(own[0])[0], spelling) for agent in own for spelling in catalogue.names(agent)[:1]
    )
    return own[:1] if one else own


def _recorded(claim: Claim, said: Statement, agent: str) -> Agreement:
    office = claim.qualifiers["as"]
    if said.qualifiers.get("of") != agent or (office and said.qualifiers.get("as", office) != office):
        return Agreement.NEITHER
    return Agreement.AGREES if said.value == claim.value else Agreement.NEITHER


def _against(
    claim: Claim, agent: str, office: str, work: Work, catalogue: Catalogue
) -> list[tuple[Statement, Agreement]]:
    """Films of the same maker that are older than a debut or younger than a last film, where all of them are on record."""
    office = office or ("director" if any(s.value == agent for s in catalogue.statements(work.id, "director")) else "")
    mine = [s for s in catalogue.statements(work.id, office) if s.value == agent] if office else []
    if mine and not catalogue.complete(agent, office):
        return _others(claim, agent, work, catalogue) if office == "director" else []
    if not mine:
        return []
    years = [y for y, _ in work.years] or [work.year or 0]
    found = []
    others = [other for other in catalogue.filmography(agent) if other.id != work.id and other.years]
    for other in others:
        if other.form != "feature" or not any(s.value == agent for s in catalogue.statements(other.id, office)):
            continue
        theirs = [y for y, _ in other.years]
        before = max(theirs) < min(years)
        after = min(theirs) > max(years)
        if {"debut": before, "last": after}.get(str(claim.value), before or after):
            found += [(s, Agreement.EXCLUDES) for s in catalogue.statements(other.id, office) if s.value == agent]
    if not found and not any(not other.years for other in others):
        return [(s, Agreement.AGREES) for s in mine]
    return found


def _others(claim: Claim, agent: str, work: Work, catalogue: Catalogue) -> list[tuple[Statement, Agreement]]:
    """What he directed alone before or after, of a feature's length, if that is more than one film."""
    name = catalogue.names(agent)[0]
    own = _titles(work.id, catalogue)
    found: dict[str, Statement] = {}
    for lead, part in catalogue.credited(names.key(name)):
        other = catalogue.numbered(lead) if CREDITS[part] == "director" else None
        if other is None or other.id == work.id or not _full(other, catalogue) or own & _titles(other.id, catalogue):
            continue
        directors = catalogue.statements(other.id, "director")
        alone = all(_is(agent, name, s, catalogue) for s in directors)
        if alone and _beyond(claim.value, other, work):
            found[fold(other.title)] = directors[0]
    return [(s, Agreement.EXCLUDES) for s in found.values()] if len(found) >= _AGAINST[str(claim.value)] else []


def _is(agent: str, name: str, said: Statement, catalogue: Catalogue) -> bool:
    """Whether a director is this one: by id, or by a full name that is no son's."""
    if said.value == agent:
        return True
    spellings = catalogue.names(said.value)
    return (
        " " in name
        and any(names.same(name, s) for s in spellings)
        and not any(s.lower().rstrip(".").endswith(" jr") for s in spellings)
    )


def _titles(work: str, catalogue: Catalogue) -> set[str]:
    return {fold(str(s.value)) for s in catalogue.statements(work, "title")}


def _full(work: Work, catalogue: Catalogue) -> bool:
    lengths = [int(s.value) for s in catalogue.statements(work.id, "duration") if not s.qualifiers.get("of")]
    return work.form in ("", "feature") and bool(lengths) and min(lengths) >= _FULL and "[" not in work.title


def _beyond(deed: str, other: Work, work: Work) -> bool:
    """Whether all years of one film lie before, or after, all of the other. A release may be one abroad, decades later."""
    theirs, ours = [y for y, _ in other.years], [y for y, _ in work.years]
    if not theirs or not ours:
        return False
    if deed == "only":
        return max(theirs) < min(ours) or min(theirs) > max(ours)
    if deed == "debut":
        return max(theirs) < min(ours)
    return min(theirs) > max(ours) and any(of != "release" for _, of in other.years)


def _outside_life(agent: str, work: Work, catalogue: Catalogue) -> list[tuple[Statement, Agreement]]:
    years = [y for y, _ in work.years]
    if not years:
        return []
    born = [(s, Agreement.EXCLUDES) for s in _dates(agent, "born", catalogue) if _year(s) >= max(years)]
    died = [(s, Agreement.EXCLUDES) for s in _dates(agent, "died", catalogue) if _year(s) + 10 < min(years)]
    return born + died


def _dates(agent: str, property_: str, catalogue: Catalogue) -> list[Statement]:
    return [s for s in catalogue.statements(agent, property_) if str(s.value)[:4].isdecimal()]


def _year(said: Statement) -> int:
    return int(str(said.value)[:4])


def _age(age: int, agent: str, work: Work, catalogue: Catalogue) -> list[tuple[Statement, Agreement]]:
    """Shot a year or ten before it was shown: an age may be lower than the years say, hardly higher."""
    years = [y for y, _ in work.years]
    found = []
    for said in _dates(agent, "born", catalogue) if years else ():
        low, high = min(years) - _year(said), max(years) - _year(said)
        if low - 2 <= age <= high:
            found.append((said, Agreement.AGREES))
        else:
            found.append((said, Agreement.UNCLEAR if low - 10 <= age <= high + 2 else Agreement.EXCLUDES))
    return found


_NAMED = {"debut": "the debut", "last": "the last film", "only": "the only film"}


def told(claim: Claim, catalogue: Catalogue) -> str:
    person = claim.qualifiers["person"]
    if claim.qualifiers["as"] == "age":
        return f"{person} was {claim.value}"
    return f"{_NAMED[claim.value]} of {person}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    if said.property in ("born", "died"):
        return (
            f"{people.usual(said.subject, catalogue)} {'was born' if said.property == 'born' else 'died'} {said.value}"
        )
    if said.property == "career":
        of = people.usual(str(said.qualifiers.get("of", "")), catalogue)
        return f"{_NAMED[said.value]} of {of}"
    work = catalogue.work(said.subject)
    title = work.dated() if work is not None else said.subject
    return f"{title}: {said.property} {people.usual(str(said.value), catalogue)}"


KIND = Kind(
    "career",
    "career",
    find,
    weigh,
    told,
    shown,
    examples={
        "It is Nora Lind's directorial debut.": Status.SUPPORTED,
        "Nora Lind was 31 when she made it.": Status.SUPPORTED,
        "Nora Lind was 60 when she made it.": Status.REFUTED,
        "It was directed by Nora Lind at the age of 50.": Status.REFUTED,
        "It is Max Oll's last film.": Status.UNVERIFIED,
        "It is Nora Lind's only film.": Status.UNVERIFIED,
        "It is Otto Brandt's only film.": Status.UNVERIFIED,
        "It is Otto Brandt's directorial debut.": Status.UNVERIFIED,
        "Nora Lind was reportedly 60 when she made it.": Status.UNVERIFIED,
        "The lamplighter lights his last lamp.": None,
        "It was first shown in Oslo.": None,
        "Nora Lind directed it 23 times.": None,
        "The lamplighter was 60 when he was arrested.": None,
    },
)
