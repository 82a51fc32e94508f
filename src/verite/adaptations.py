"""What a text says the film is taken from: *based on a novel by N*, *N's film of M's novel*, *the play is by N*, *N's short novel, page by page*.

The title of the source, its author and its form, as far as the words give them. A script is who wrote it; a true story is another kind.
"""

from collections.abc import Iterator

from verite import sightings
from verite.clauses import NP, Frame
from verite.clauses.clause import Clause
from verite.clauses.lexicon import lexicon, singular
from verite.model import Claim, Grade
from verite.reading import Reading


def claims(reading: Reading) -> Iterator[Claim]:
    """The sources that an entry gives for its film."""
    taken: set[int] = set()
    for line, sentence, frame in reading.frames("ADAPT", "ADAPT-IN", "INSPIRE", "BE-SOURCE", "DRAW"):
        source = _source(frame, reading)
        if source is None or line.label == "intro":
            continue
        value = _value(source, frame, reading)
        if value is None or source.tokens[0].start in taken:
            continue
        taken.add(source.tokens[0].start)
        if value["form"] == "script" and frame.act != "BE-SOURCE":
            continue  # *from a script by N* tells who wrote it
        # *N's drama Tokyo Story inspired it*: a form within a name is none
        named_so = source.tokens[-1].capital and source.tokens[-1].low in lexicon().forms_of_work
        grade = Grade.SEEN if frame.act == "INSPIRE" and (named_so or source.sem == "FILM") else Grade.READ
        if _called_so(source) and not value["by"]:
            grade = Grade.SEEN  # *the novel John Smith wrote*: its author, perhaps
        if not value["by"] and (named := _before_form(source)):
            # *the Ida Moe novel*, but *the Sherlock Holmes story*: an author, or whom it is about
            value, grade = {**value, "by": named}, Grade.SEEN
        yield reading.claim("based_on", "based_on", value, frame, sentence, source, grade=grade)
    yield from _whose(reading, taken)
    for line, sentence, frame in reading.frames("WRITE"):
        # *the novel that N wrote*; and any work with its author that no frame has claimed is only seen
        source = frame.role("film")
        if (
            source is not None
            and source.sem in ("WORK", "WORK-NAME")
            and source.tokens[0].start not in taken
            and line.label != "intro"
        ):
            value = _value(source, frame, reading)
            author = frame.role("agent")
            if value is not None and value["form"] != "script" and author is not None and author.name:
                value = {**value, "by": author.name, "agents": reading.agents(author)}
                taken.add(source.tokens[0].start)
                # *the novel on which it is based*
                sure = any(
                    f.act == "ADAPT"
                    and f.start > source.start
                    and f.role("source") is None
                    and reading.is_film(f.role("film"))
                    for f in sentence.frames
                )
                yield reading.claim(
                    "based_on", "based_on", value, frame, sentence, source, grade=Grade.READ if sure else Grade.SEEN
                )
    some = bool(taken)
    for claim in _named(reading, taken):
        some = True
        yield claim
    if not some:
        yield from _author(reading)


def _whose(reading: Reading, taken: set[int]) -> Iterator[Claim]:
    """*The novel is by N*, *the novel is N's*, *the play's author is N*, *N wrote the novel*: the work behind the film, unless another was spoken of."""
    for line in reading.lines:
        for n, sentence in enumerate(line.sentences if line.label != "intro" else ()):
            for clause in sentence.clauses:
                work, author = _work_and_author(clause)
                if work is None or author is None or work.det != "the" or work.mods or work.tokens[0].start in taken:
                    continue
                if work.sem != "WORK" or _form(work) not in _SOURCES or author.sem not in ("PERSON", "NAME"):
                    continue
                before = [np for one in line.sentences[:n] for np in one.phrases() if np.sem in ("WORK", "WORK-NAME")]
                frame = Frame("SEEN", {}, [], min(clause.start, work.start, author.start), max(work.core_end, author.core_end), work.start, work.core_end, negative=clause.vg.negative, hedged=clause.vg.hedged, modal=clause.vg.modal)  # fmt: skip
                value = {"title": "", "form": _form(work), "by": author.name, "agents": reading.agents(author)}
                # *N wrote the novel*, of a story: one of its people may
                made = clause.vg.lemma == "be" or (line.label != "description" and " " in author.name)
                sure = made and not before and not clause.relative and len(sentence.clauses) == 1
                taken.add(work.tokens[0].start)
                yield reading.claim("based_on", "based_on", value, frame, sentence, author, grade=Grade.READ if sure else Grade.SEEN)  # fmt: skip


_SOURCES = ("novel", "novella", "play", "comic", "memoir", "short-story")


def _work_and_author(clause: Clause) -> tuple[NP | None, NP | None]:
    subject, objects = clause.subject, clause.objects
    if subject is None or not clause.vg.finite or clause.vg.passive:
        return None, None
    if clause.vg.lemma in ("write", "supply", "provide", "pen"):
        return (
            (objects[0], subject)
            if len(objects) == 1 and not objects[0].pps and objects[0].of is None
            else (None, None)
        )
    if clause.vg.lemma != "be":
        return None, None
    if subject.head in ("author", "writer") and objects:
        return subject.poss or subject.of, objects[0]
    by = next((pp.np for pp in clause.pps if pp.prep == "by"), None)
    return subject, by if by is not None else objects[0] if objects and objects[0].genitive else None


def _author(reading: Reading) -> Iterator[Claim]:
    """*Agatha Christie, and a dozen suspects.* The author on record whom an entry names that says nothing else of a source."""
    said = reading.catalogue.statements(reading.work, "based_on") if reading.work else ()
    held = {s.qualifiers["by"] for s in said if s.qualifiers.get("by") and not s.negative}
    held -= reading.on_record("director", "cast")
    for sentence, np, agents in sightings.people(reading, "based_on", held):
        if np.sem == "PERSON":
            value = {"title": "", "form": "", "by": np.name, "agents": agents}
            yield sightings.claim(reading, "based_on", value, np, sentence, {})
            return


def _named(reading: Reading, taken: set[int]) -> Iterator[Claim]:
    """*Solzhenitsyn's short novel, page by page.* A work with its author that no frame has read. *N's film of M's novel* is read."""
    for line in reading.lines:
        for sentence in line.sentences if line.label != "intro" else ():
            filmed = {id(np.of) for np in sentence.phrases() if _filming(np, reading)}
            for np in sentence.phrases():
                author = np.poss if np.poss is not None else _by(np)
                if np.sem != "WORK" or author is None or np.tokens[0].start in taken:
                    continue
                if not (id(np) in filmed or reading.agents(author)):
                    continue
                frame = Frame("SEEN", {}, [], np.start, np.core_end, np.start, np.core_end)
                value = _value(np, frame, reading)
                denied = any(f.negative for f in sentence.frames if f.start <= np.start < f.end)
                if value is not None and value["form"] != "script" and not denied:
                    taken.add(np.tokens[0].start)
                    grade = Grade.READ if id(np) in filmed else Grade.SEEN
                    yield reading.claim("based_on", "based_on", value, frame, sentence, np, grade=grade)


def _filming(np: NP, reading: Reading) -> bool:
    """*N's film of M's novel*, *the film of M's novel*: this film, and what it is of."""
    this = np.poss is not None or np.det in ("the", "this")
    return np.sem == "FILM" and np.of is not None and this and np.head not in ("story", "tale") and reading.is_film(np)


def _source(frame: Frame, reading: Reading) -> NP | None:
    source = frame.role("source", "holder", "named") if frame.act == "BE-SOURCE" else frame.role("source")
    film = frame.role("film")
    if source is None and frame.role("author") is not None and frame.head is not None and _form(frame.head):
        return frame.head  # *the source novel is by N*
    if source is None or (film is not None and (not _about_film(film, reading) or reading.another(film))):
        return None
    if reading.other_film(source) and not any(e.type == "work" for e in source.entities):
        return None
    if frame.act == "ADAPT-IN" and reading.is_film(source):
        return None
    if source.sem in ("WORK", "WORK-NAME") or (source.plural and _form(source) and (source.poss or _by(source))):
        return source if frame.act != "DRAW" or source.sem == "WORK-NAME" or source.poss or _by(source) else None
    # *Solzhenitsyn's masterpiece*, *the work of N*, *Dumas*
    if (
        source.sem == "FILM"
        and source.head in ("work", "masterpiece", "classic", "epic")
        and (source.poss or _by(source) or source.of)
    ):
        return source
    if (
        source.sem in ("PERSON", "NAME")
        and frame.act in ("ADAPT", "BE-SOURCE")
        and frame.word in ("adaptation", "version", "adapt", "base", "take", "screen version", "screen adaptation")
    ):
        return source
    return None


def _about_film(np: NP, reading: Reading) -> bool:
    return reading.is_film(np) or np.sem in ("FILM", "LIFE") or np.head in ("director", "script", "screenplay", "plot", "story", "narrative", "filmmaker", "directors", "scenario") or (
        np.sem == "PERSON" or np.pronoun in ("he", "she", "they", "which", "that"))  # fmt: skip


def _before_form(source: NP) -> str:
    """The name of two words or more that stands right before the noun of the form."""
    forms = lexicon().forms_of_work
    at = next((i for i, t in enumerate(source.tokens) if t.low in forms), 0)
    run = at
    while run and source.tokens[run - 1].capital and not source.tokens[run - 1].entities:
        run -= 1
    return " ".join(t.text for t in source.tokens[run:at]) if at - run > 1 else ""


def _by(np: NP) -> NP | None:
    return next((inner for prep, inner in np.pps if prep in ("by", "from", "of") and _is_name(prep, inner)), None)


def _is_name(prep: str, np: NP) -> bool:
    """Whether an author can stand here: *by Alberto Moravia*, too, whose name is a place's, and *by Solomon Northup*, who is in the film."""
    place = np.sem == "PLACE" and not np.det and len(np.tokens) > 1 and np.tokens[0].capital
    return np.sem in ("PERSON", "NAME") or (prep == "by" and (place or np.sem == "CHARACTER"))


def _value(source: NP, frame: Frame, reading: Reading) -> dict[str, object] | None:
    author = source.poss if source.poss is not None and source.poss.sem in ("PERSON", "NAME") else _by(source)
    if author is None and source.of is not None and source.of.sem in ("PERSON", "NAME"):
        author = source.of
    if author is None:
        # *The novel was adapted by N*: he is no author of it; *a novel by M in this film by N*: the nearest is
        by = (np for prep, np in frame.adjuncts if prep == "by" and _is_name(prep, np) and frame.act != "ADAPT-IN")
        behind = [np for np in by if np.start > source.start >= frame.act_start]
        author = min(behind, key=lambda np: np.start, default=None)
    titled = _called_so(source) or (source.sem == "NAME" and source.poss is author is not None)
    if author is None and source.sem in ("PERSON", "NAME") and not titled:
        author = source
    if author is None and source.name is not None:
        known = [e for e in source.entities if e.type == "agent"]
        if known and source.sem == "WORK":
            return {
                "title": _title(source),
                "form": _form(source),
                "by": catalogue_name(known[0].id, reading),
                "agents": [e.id for e in known],
            }
    value: dict[str, object] = {
        "title": source.name if titled else _title(source) if source.sem not in ("PERSON", "NAME") else "",
        "form": _form(source),
        "by": "" if author is None else author.text if author.sem == "PLACE" else author.name,
        "agents": reading.agents(author) if author else [],
    }
    if not value["title"] and not value["by"] and not value["form"]:
        return None
    if (
        value["by"]
        and not value["agents"]
        and len(str(value["by"]).split(" ")) < 2
        and not value["title"]
        and not value["form"]
    ):
        return None
    return value


def _called_so(source: NP) -> bool:
    """*the novel Roadside Picnic*: a name that nobody on record has, behind the noun of a form, is its title."""
    return (
        source.sem == "NAME"
        and source.tokens[-1].capital
        and any(t.low in lexicon().forms_of_work for t in source.tokens)
    )


def catalogue_name(agent: str, reading: Reading) -> str:
    return reading.catalogue.names(agent)[0]


def _title(source: NP) -> str:
    for np in (source, *source.appos):
        if np.sem == "WORK-NAME" and np.name:
            return np.name
        if np is not source and np.name and not np.entity("prize", "category", "festival"):
            return np.name
    return ""


def _form(source: NP) -> str:
    forms = lexicon().forms_of_work
    for np in (source, *source.appos):
        if (head := singular(np.head) if np.plural else np.head) in forms:
            return forms[head]
        if (last := np.head.rpartition(" ")[2]) in forms:
            return forms[last]  # *the source novel*
        for mod in np.mods:
            if mod in forms:
                return forms[mod]
    return ""
