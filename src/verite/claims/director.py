"""Who directed the film.

Read from *directed by N*, *N directed*, *N's film*, *a film by N*, *the director, N,* and their like; of those who direct by trade also
from *N's masterwork* and *N's, of 1953* where a line begins so, *N shot it*, *N is the man who made it*.
Refuted only where the record declares that it names all directors, and the name is surely another
person's: names are compared across spellings and scripts, and a name that might be a spelling of a
recorded one is left unverified. A name by itself (*Kurosawa again.*) only supports. *Made by N* counts only where N is a known person, since studios make
films too.
"""

from collections import Counter
from collections.abc import Iterator, Set

from verite import casting, names, people, sightings
from verite.catalogue import Catalogue
from verite.catalogue.schema import CREDITS
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.clauses.nominal import titled
from verite.clauses.offices import office_of
from verite.model import Claim, Grade, Statement, Status
from verite.reading import Line, Reading

_OTHER_OFFICES = frozenset(
    "photography assistant second unit art casting music musical stunt theatre theater stage executive technical dialogue deputy managing "
    "artistic animation creative first future voice former museum".split()
)
_OTHER_FILMS = frozenset(
    "first last final early late later earlier next previous other second third best finest".split()
)
# *Hitchcock's favourite film*, his *planned epic*: what he loved, or did not come to
_FAVOURED = frozenset(
    "favourite favorite beloved loved pet dream unmade planned abandoned unfinished rival other next".split()
)
_ENDS = frozenset("first last final".split())
_DIRECTS = CREDITS.index("director")
_SOMEBODY = ("man", "woman", "person", "one", "filmmaker", "director")
_ONE = ("director", "filmmaker", "film-maker", "writer-director")
_SHOWN_BESIDE = frozenset(
    "opens opened open closes closed close festival series retrospective programme program premiered screened competes competed".split()
)


def find(reading: Reading) -> Iterator[Claim]:
    taken = set()
    # *filmed in Riga by director N*: what says *director* comes before what may say less
    sure_first = (*reading.frames("DIRECT"), *reading.frames("MAKE", "BEHIND", "SHOOT"))
    for line, sentence, frame in sure_first:
        if line.label == "intro":
            continue
        for np, qualifiers, grade in _directors(frame, sentence, reading):
            at = (np.tokens[0].start, np.core_end)
            if at in taken or not np.name:
                continue
            taken.add(at)
            loose = _beside(frame, sentence) and not _opening(np, frame, sentence, reading)
            grade = Grade.SEEN if loose or "uncredited" in sentence.words else grade
            yield reading.claim("director", "director", np.name, frame, sentence, np, qualifiers, grade)
    for sentence, np in _whose(reading):
        at = (np.tokens[0].start, np.core_end)
        if at not in taken:
            taken.add(at)
            frame = Frame("DIRECT", {}, [], np.start, np.core_end, np.start, np.core_end, by="credit", word="'s")
            yield reading.claim("director", "director", np.name, frame, sentence, np, {"agents": reading.agents(np)})
    yield from _named_here(reading, {start for start, _ in taken})


def _named_here(reading: Reading, taken: Set[int]) -> Iterator[Claim]:
    """*Kurosawa again.* *William Friedkin always spoke of it as his best.* An entry that names the director on record, and
    says of him in no other words that he directed it, has him in mind."""
    for sentence, np, agents in sightings.people(reading, "director", reading.on_record("director")):
        if np.tokens[0].start in taken:
            return
        if np.sem not in ("PRIZE", "FEST", "PLACE", "WORK", "WORK-NAME"):
            yield sightings.claim(reading, "director", np.name, np, sentence, {"agents": agents})
            return


def _directors(frame: Frame, sentence: Sentence, reading: Reading) -> Iterator[tuple[NP, dict[str, list[str]], Grade]]:
    film = frame.role("film")
    said = frame.head if frame.head is not None else frame.role("agent") if frame.by == "credit" else None
    if said is not None and not _OTHER_OFFICES.isdisjoint(word for t in said.tokens for word in t.low.split(" ")):
        return  # *the assistant director*, *director of photography N*
    if frame.by == "noun" and frame.head is not None and frame.head.det in ("a", "an") and frame.head.appos:
        return  # *a Hollywood film director (Theroux) is troubled*: somebody of the story
    if frame.by == "credit" and film is not None and film.head == "debut":
        return  # *N's debut*, as an actor or a writer, perhaps
    if frame.act == "MAKE" and film is not None and (film.head == "debut" or film.det in ("his", "her", "their")):
        return  # *N made his debut*, *N made her last film in 1950*: as an actor, or another film
    if film is not None and not (reading.is_film(film) or _holds_film(film, reading) or _its_cast(frame, reading)):
        return
    if frame.negative and frame.act == "MAKE" and film is not None and film.det in ("a", "an", "any", "another"):
        return  # *N, who had not made a successful film since 1994*: no film, rather than not this one
    if frame.act == "MAKE" and frame.clause is not None and len(frame.clause.objects) > 1:
        return  # *to make it the focus of the film*
    agent = frame.role("named", "holder") if frame.act == "DIRECT" and frame.by == "noun" else frame.role("agent")
    if frame.by == "noun" and frame.head is not None and office_of(frame.head):
        agent = frame.role("agent")  # *the direction is by N*
    if agent is not None and frame.by == "verb" and (named := _the_one(agent, frame, sentence)) is not None:
        agent = named
    if agent is None:
        return
    # *the Oscar-winning director N* of another film: `film` names it, and was refused above.
    # *director Browning and actor Chaney*: the word before a name is said of that name alone
    others = () if frame.by == "credit" and frame.word in _ONE else agent.also
    for np in [agent, *others, *(one for one in agent.appos if not titled(one))]:
        if np.sem not in ("PERSON", "NAME"):
            continue
        known = reading.agents(np)
        if film is not None and _ENDS.intersection(film.mods) and (not known or _only_in_it(known, reading)):
            continue  # *Papanov's last film*: he plays in it
        words = np.name.lower().split(" ")
        if not people.STUDIO.isdisjoint(word.strip(".") for word in words) or (np.sem == "NAME" and len(words) < 2):
            continue
        by_trade = _directs(np.name, reading.catalogue) or _never_photographs(np.name, reading.catalogue)
        # *made by 20th Century Fox*, which some article took for a director
        if frame.act in ("MAKE", "SHOOT") and not known and (frame.passive or not by_trade):
            continue
        if frame.act == "MAKE" and known and _acts_above_all(reading.catalogue.names(known[0])[0], reading):
            continue  # *the second of six films that Stanwyck made*
        if frame.by == "credit" and frame.word in ("'s", "from") and not known and len(words) < 2:
            continue
        if frame.act in ("BEHIND", "SHOOT"):
            # Whoever is behind the camera, or shoots it, may direct or photograph: who directs by trade, *shot it in Rome*.
            shot = by_trade and frame.act == "SHOOT" and film is not None and not frame.passive
            yield np, {"agents": known}, Grade.READ if shot else Grade.SEEN
            continue
        loose = frame.by == "credit" and frame.word in ("'s", "from")
        # *Emily Watson's film* may be the one that she is in
        begins = not known and _opens(np, film, sentence, reading) and _directs(np.name, reading.catalogue)
        grade = Grade.SEEN if loose and not begins and (not known or _only_in_it(known, reading)) else Grade.READ
        loved = film is not None and not _FAVOURED.isdisjoint(t.low for t in film.tokens)
        if loose and (loved or _beside_it(known, sentence, reading) or not _SHOWN_BESIDE.isdisjoint(sentence.words)):
            grade = Grade.SEEN
        yield np, {"agents": known, "beside": [one.name for one in agent.each() if one is not np]}, grade


def _beside_it(known: list[str], sentence: Sentence, reading: Reading) -> bool:
    """*Werner Herzog's film follows three of its extras*: the film of another, where *it* is this one."""
    held = reading.on_record("director")
    return held.isdisjoint(known) and any(t.low in ("it", "its") for t in sentence.tokens)


def _the_one(agent: NP, frame: Frame, sentence: Sentence) -> NP | None:
    """*N is the man who made it*, *the one who directed it*: who that is, the clause before says."""
    if not frame.relative or agent.det != "the" or agent.head not in _SOMEBODY:
        return None
    said = (f for f in sentence.frames if f.act == "IS" and f.role("complement") is agent and not f.negative)
    return next((who for f in said if (who := f.role("subject")) is not None and not who.also), None)


def _opening(np: NP, frame: Frame, sentence: Sentence, reading: Reading) -> bool:
    """*N delivers a spiritual epic*: what a director does in the first sentence of a line, told in the present."""
    first = any(line.sentences and line.sentences[0] is sentence for line in reading.lines)
    present = frame.clause is not None and frame.clause.vg.finite and frame.clause.vg.present
    return first and present and np.start == sentence.start and _directs(np.name, reading.catalogue)


# What a director's name may own where a line begins with it and has no verb: *N's late masterwork*, *N's ghost story.*
_PIECES = frozenset(
    "masterwork masterpiece success triumph hit breakthrough story tale epic saga fable parable satire tragedy elegy requiem "
    "portrait account vision retelling take meditation chronicle study tour-de-force classic landmark milestone swansong".split()
)


def _whose(reading: Reading) -> Iterator[tuple[Sentence, NP]]:
    """*Ryszard Bugajski's, hence Polish.* *Yasujiro Ozu's ghost story.*: a line that begins with whose film it is; *Title by Yasujiro
    Ozu*: an entry that begins with that and nothing else. Only of those who direct by trade, and did
    nothing else for this film: *Bulgakov's, in part* names a source, *Bogart's great success* its star."""
    for line in reading.lines:
        if line.label in ("intro", "note", "advisory") or not line.sentences:
            continue
        sentence = line.sentences[0]
        owner, by_trade = _owner(sentence), _directs
        if owner is None and (line is reading.lines[0] or line.label == "credit"):
            owner, by_trade = _by(sentence), _above_all
        if owner is None or owner.sem not in ("PERSON", "NAME") or " " not in owner.name or owner.also:
            continue
        makers = reading.on_record(
            "cast", "writer", "composer", "camera", "producer", "editor", "narrator", "production_design"
        )
        if makers.isdisjoint(reading.agents(owner)) and by_trade(owner.name, reading.catalogue):
            yield sentence, owner


def _owner(sentence: Sentence) -> NP | None:
    """Whose it is, where a sentence begins with that."""
    owned = next((np for np in sentence.phrases() if np.poss is not None and np.poss.start == sentence.start), None)
    if owned is not None:
        return owned.poss if _piece(owned, sentence) else None
    first = next((np for np in sentence.phrases() if np.tokens[0].start == sentence.start), None)
    return first if first is not None and _bare_owner(first, sentence) else None


def _by(sentence: Sentence) -> NP | None:
    """A name that is all of a sentence but *by*. (A name alone may be that of who chose the film: *Tokyo Story (1953) – Wim Wenders*.)"""
    said = [t for t in sentence.tokens if t.text[:1].isalnum()]
    if len(said) < 2 or said[0].low != "by" or sentence.tokens[-1].text == "?":
        return None
    np = next((np for np in sentence.phrases() if np.tokens[0] is said[1]), None)
    return np if np is not None and np.tokens[-1] is said[-1] else None


def _bare_owner(owner: NP, sentence: Sentence) -> bool:
    after = [t.text for t in sentence.within(owner.core_end, sentence.end)[:2]]
    return len(after) == 2 and after[0] in ("'s", "’s") and after[1] in (",", ".", ";", ":", "(", "–", "—")


def _piece(np: NP, sentence: Sentence) -> bool:
    """A piece of work that stands by itself: *N's masterwork, made by ...*, not *N's masterwork was shown beside it*, *N's hit M*."""
    told = any(clause.subject is np and clause.vg.finite for clause in sentence.clauses)
    plain = (
        not np.plural
        and not np.appos
        and not any(t.entities for t in np.tokens if t not in (np.poss.tokens if np.poss else ()))
    )
    after = next((t.text for t in sentence.tokens if t.start >= np.core_end), ".")
    said = after != ":" and sentence.tokens[-1].text != "?" and _FAVOURED.isdisjoint(t.low for t in np.tokens)
    return np.head.split(" ")[-1] in _PIECES and plain and said and not told


def _first(line: Line) -> Sentence | None:
    """The sentence that a line begins with, a motto before it aside."""
    return next((s for s in line.sentences if not all(t.quoted or not t.text[:1].isalnum() for t in s.tokens)), None)


def _opens(np: NP, film: NP | None, sentence: Sentence, reading: Reading) -> bool:
    """*N's war drama follows two partisans*: what a line begins with and tells of in the present is its film, and not
    *N's last film* or *N's drama, shown beside it*."""
    if (
        film is None
        or np.start != sentence.start
        or film.plural
        or film.appos
        or not _OTHER_FILMS.isdisjoint(film.mods)
    ):
        return False
    if not any(_first(line) is sentence for line in reading.lines):
        return False
    first = min((c.vg for c in sentence.clauses if c.vg.finite), key=lambda vg: vg.start, default=None)
    present = first is None or first.present
    return present and not any(t.low in ("it", "its") for t in sentence.tokens)


def _directs(name: str, catalogue: Catalogue) -> bool:
    """Whether the catalogue knows the name as a director's above all, of three films or more: the film of an actor, a
    writer or a producer (*Tom Cruise's thriller*, *Stephen King's epic*, *Tim Burton's nightmare*) says nothing of who directed it."""
    directed, others = _trades(name, catalogue)
    plays, writes = others.pop("cast", 0), others.pop("writer", 0)  # Polanski plays in ten films of others
    return directed > 2 and 8 * others.total() <= directed and 2 * plays <= directed and 8 * writes <= directed


def _above_all(name: str, catalogue: Catalogue) -> bool:
    """Whether directing is what the catalogue knows the name for: enough where a name stands alone, in the place of a director's."""
    directed, others = _trades(name, catalogue)
    return directed > 2 and directed > 2 * max(others.values(), default=0)


def _trades(name: str, catalogue: Catalogue) -> tuple[int, Counter[str]]:
    """How many films somebody directed, and what he did for others."""
    credits_ = catalogue.credited(names.key(name))
    directed = {film for film, part in credits_ if part == _DIRECTS}
    return len(directed), Counter(CREDITS[part] for film, part in credits_ if film not in directed)


def _never_photographs(name: str, catalogue: Catalogue) -> bool:
    """Whether the catalogue knows the name as the director of three films or more, and never behind the camera: a writer, too, perhaps."""
    parts = Counter(CREDITS[part] for _, part in catalogue.credited(names.key(name)) if part < len(CREDITS))
    return parts["director"] > 2 and not parts["camera"] and parts["cast"] <= parts["director"]


def _acts_above_all(name: str, reading: Reading) -> bool:
    """Whether the catalogue knows the name as an actor's rather than a director's, and not as the director of this film."""
    credits_ = [CREDITS[part] for _, part in reading.catalogue.credited(names.key(name)) if part < len(CREDITS)]
    return credits_.count("cast") > 2 * credits_.count("director")


def _only_in_it(agents: list[str], reading: Reading) -> bool:
    """Whether these are on record as actors or writers of the film, and not as its directors."""
    others = reading.on_record("cast", "writer")
    return reading.on_record("director").isdisjoint(agents) and not others.isdisjoint(agents)


def _beside(frame: Frame, sentence: Sentence) -> bool:
    """*It competed with films directed by N*: a film that another verb only mentions may be another film."""
    film = frame.role("film")
    if film is None or not (film.plural or film.det in ("a", "an", "another")):
        return False
    made = frame.by == "verb" and not frame.passive and not frame.relative and film.det in ("a", "an")
    if made and frame.clause is not None and film in frame.clause.objects:
        return True  # *N was ordered to direct a propaganda film*
    return any(np is film for other in sentence.frames if other.act != "IS" for _, np in other.adjuncts)


def _holds_film(np: NP, reading: Reading) -> bool:
    """*one of the first films by N*, *a Polish drama*: a film noun under a copula still means this film."""
    return (np.sem == "FILM" and not reading.another(np)) or (np.sem == "ACT" and np.head in ("adaptation", "version"))


def _its_cast(frame: Frame, reading: Reading) -> bool:
    """*N directs an ensemble cast*, *N directs A and B*, who are in it: told in the present, as what he does in this film is."""
    whom = frame.role("film")
    if frame.act != "DIRECT" or frame.clause is None or not frame.clause.vg.present or frame.relative or whom is None:
        return False
    if casting.of_other_film(frame, reading):
        return False  # *N directs A in Carol*
    cast = whom.head in casting.CAST or whom.head in casting.CASTS
    return cast or all(casting.acts_here(np, reading) for np in whom.each())


def told(claim: Claim, catalogue: Catalogue) -> str:
    return f"directed by {claim.value}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return f"directed by {catalogue.names(said.value)[0]}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    return catalogue.names(said.value)[0], True


KIND = Kind(
    "director",
    "director",
    find,
    people.ground,
    told,
    shown,
    examples={
        "Directing duties fell to Otto Brandt.": Status.REFUTED,
        "With Otto Brandt directing, the harbour looks cold.": Status.REFUTED,
        "Otto Brandt not only directed the film but also paid for it.": Status.REFUTED,
        "Nora Lind, born in Oslo, directed it.": Status.SUPPORTED,
        "Otto Brandt, a Norwegian, directed the film.": Status.REFUTED,
        "The costumes are the work of Otto Brandt.": None,
        "The director is not Nora Lind.": Status.REFUTED,
        "The director was not only Nora Lind.": Status.SUPPORTED,
        "The screenplay was the work of Otto Brandt.": None,
        "Art director Otto Brandt built the pier.": None,
        "Before Clara Benn, Otto Brandt was the director.": Status.UNVERIFIED,
        "The direction of the wind fell to Otto Brandt to measure.": None,
        "Director of photography Otto Brandt saw the harbour.": None,
        "Directed by Nora Lind, it follows a lamplighter.": Status.SUPPORTED,
        "The film's director, Nora Lind, had been a painter.": Status.SUPPORTED,
        "Nora Lind's drama is set in a harbour town.": Status.SUPPORTED,
        "It was directed by Otto Brandt.": Status.REFUTED,
        "A film by the director Otto Brandt.": Status.REFUTED,
        "It was not directed by Otto Brandt.": Status.SUPPORTED,
        "It was reportedly directed by Otto Brandt.": Status.UNVERIFIED,
        "Otto Brandt, who had not made a successful film for years, was glad.": None,
        "Nora Lind again.": Status.SUPPORTED,
        "Nora Lind; a harbour town.": Status.SUPPORTED,
        "Otto Brandt again.": None,
        "Nora Lind spoke of it with warmth.": Status.SUPPORTED,
        "Nora Lind did not care for the sea.": None,
        "Otto Brandt spoke of it with warmth.": None,
        "Otto Brandt plays the director of the gasworks.": None,
        "The director of the gasworks, Otto Brandt, is arrested.": None,
    },
    correct=correct,
    stated=people.stated,
)
