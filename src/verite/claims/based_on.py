"""What the film is based on: a work, its author, its form.

*Based on*, *an adaptation of*, *N's novel*, *the source is a play by N*, *inspired by the memoir*.
Each part is held against the record: the title of the source, its author, its form (novel, novella,
memoir ...). Forms that critics use for one another (novel, novella, book, story) never refute. A true
story as the source is another kind (`true_story`).
"""

from collections.abc import Iterator

from verite import names, sightings, titles
from verite.catalogue import Catalogue
from verite.claims.kind import Kind, prose_value
from verite.clauses import NP, Frame
from verite.clauses.lexicon import lexicon, singular
from verite.judge import Ground
from verite.model import Agreement, Claim, Grade, Link, Said, Statement, Status
from verite.properties import registry
from verite.reading import Reading

# Forms that one source work is called by turns; across these groups two forms exclude each other.
_GROUPS = (
    frozenset("novel novella short-story story book epic".split()),
    frozenset("memoir autobiography diary testimony account book non-fiction biography".split()),
    frozenset("play".split()),
    frozenset("poem".split()),
    frozenset("opera".split()),
    frozenset("comic".split()),
    frozenset("article non-fiction".split()),
)


def find(reading: Reading) -> Iterator[Claim]:
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
    """Whether an author can stand here: *by Alberto Moravia*, too, whose name is a place's."""
    place = np.sem == "PLACE" and prep == "by" and not np.det and len(np.tokens) > 1 and np.tokens[0].capital
    return place or np.sem in ("PERSON", "NAME")


def _value(source: NP, frame: Frame, reading: Reading) -> dict[str, object] | None:
    author = source.poss if source.poss is not None and source.poss.sem in ("PERSON", "NAME") else _by(source)
    if author is None and source.of is not None and source.of.sem in ("PERSON", "NAME"):
        author = source.of
    if author is None:
        author = next(
            (
                np
                for prep, np in frame.adjuncts
                # *The novel was adapted by N*: he is no author of it
                if prep == "by"
                and _is_name(prep, np)
                and frame.act != "ADAPT-IN"
                and np.start > source.start >= frame.act_start
            ),
            None,
        )
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


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, "based_on")
    complete = bool(catalogue.complete(link.work.id, "based_on"))
    stands = tuple((s, _stands(claim, s, catalogue)) for s in said)
    # of several sources of one film each speaks for itself
    meant = {s.value for s, how in stands if how is Agreement.AGREES and not s.negative}
    stands = tuple((s, how if not meant or s.value in meant else Agreement.NEITHER) for s, how in stands)
    # One source work known, and another one claimed with another author: films rarely have two sources,
    # and where they do, the record names both.
    return Ground(stands, complete or bool(stands))


def _stands(claim: Claim, said: Statement, catalogue: Catalogue) -> Agreement:
    value = claim.value
    parts = []
    if value["title"]:
        known = {titles.key(t) for t in (str(said.value), *said.qualifiers.get("also", ()))}
        near = any(
            titles.likeness(value["title"], t) > 0.6 for t in (str(said.value), *said.qualifiers.get("also", ()))
        )
        parts.append(
            Agreement.AGREES
            if titles.key(value["title"]) in known
            else Agreement.UNCLEAR
            if near
            else Agreement.DIFFERS
        )
    if value["by"] and (by := said.qualifiers.get("by")):
        spellings = catalogue.names(by)
        if by in value["agents"] or any(names.same(value["by"], s) for s in spellings):
            parts.append(Agreement.AGREES)
        else:
            # a co-author, whom the record names in a remark
            beside = names.family(str(value["by"])) in said.remark
            sure = not beside and (value["agents"] or all(names.unlike(value["by"], s) for s in spellings))
            parts.append(Agreement.EXCLUDES if sure else Agreement.UNCLEAR)
    if value["form"] and (form := said.qualifiers.get("form")):
        parts.append(_same_form(value["form"], form))
    if not parts:
        return Agreement.UNCLEAR
    if Agreement.EXCLUDES in parts:
        return Agreement.EXCLUDES
    if Agreement.DIFFERS in parts:
        # A title that is not known, of an author who is: a translation we have not seen, perhaps.
        return Agreement.UNCLEAR if Agreement.AGREES in parts else Agreement.DIFFERS
    return Agreement.UNCLEAR if Agreement.UNCLEAR in parts else Agreement.AGREES


def _same_form(claimed: str, recorded: str) -> Agreement:
    if "book" in (claimed, recorded) and not {"play", "opera", "ballet", "musical", "song"}.isdisjoint(
        (claimed, recorded)
    ):
        return Agreement.UNCLEAR  # *a stage play by N*, where sources call it a book
    if claimed == recorded or claimed == "script" or recorded == "book" or claimed == "book":
        return Agreement.AGREES
    if any(claimed in group and recorded in group for group in _GROUPS):
        return Agreement.AGREES
    strong = {"novel", "novella", "memoir", "play", "poem", "opera", "comic", "autobiography"}
    return (
        Agreement.EXCLUDES
        if claimed in strong and recorded in strong | {"short-story", "non-fiction"}
        else Agreement.UNCLEAR
    )


def told(claim: Claim, catalogue: Catalogue) -> str:
    value = claim.value
    by = f" by {value['by']}" if value["by"] else ""
    form = f"the {prose_value(value['form'])} " if value["form"] else ""
    return f"based on {form}{value['title'] or ('' if form else 'a work')}{by}".replace("  ", " ").rstrip()


def shown(said: Statement, catalogue: Catalogue) -> str:
    if said.value == "original-screenplay":
        return "an original screenplay"
    by = said.qualifiers.get("by")
    author = f" by {catalogue.names(by)[0]}" if by else ""
    form = prose_value(said.qualifiers.get("form", "work")).replace("non fiction", "non-fiction book")
    english = next((t for t in said.qualifiers.get("also", ()) if t.isascii()), "")
    return f"based on the {form} {said.value}{f' ({english})' if english else ''}{author}"


def stated(claim: Claim) -> Said | None:
    """Only a source with its title: *a novel by N* names none."""
    title, by, form = (claim.value.get(key) for key in ("title", "by", "form"))
    if not title:
        return None
    told = {"by": by} if by else {}
    return "based_on", title, {**told, "form": form} if form in registry()["based_on"].qualifiers["form"] else told


KIND = Kind(
    "based_on",
    "based_on",
    find,
    weigh,
    told,
    shown,
    examples={
        "It takes its plot from a novel by Otto Brandt.": Status.REFUTED,
        "The source novel is by Ida Moe.": Status.SUPPORTED,
        "The novel was adapted for the screen by Otto Brandt.": Status.SUPPORTED,
        "An adaptation of the Clara Benn novel.": Status.UNVERIFIED,
        "From a script by Otto Brandt.": None,
        "It is based on the novel Lamps by Ida Moe.": Status.SUPPORTED,
        "An adaptation of Ida Moe's novel.": Status.SUPPORTED,
        "From the novella by Ida Moe.": Status.SUPPORTED,
        "Adapted from a play by Ida Moe, it runs long.": Status.REFUTED,
        "The film is based on a novel by Otto Brandt.": Status.REFUTED,
        "It is loosely based on a novel by Otto Brandt.": Status.UNVERIFIED,
        "Unlike the novel, it ends badly.": None,
        "It is based on true events.": None,
    },
    stated=stated,
)
