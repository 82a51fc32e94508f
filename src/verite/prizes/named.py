"""The prize that a frame names: which table and category it may be, at which edition, in which year.

A prize is named in the prose (*the Golden Bear*, *an Oscar*, *the top prize at Cannes*); festival, category,
edition and year come from anywhere in the clause.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from verite.catalogue import Catalogue
from verite.clauses import NP, Frame, Sentence, tokens
from verite.clauses.tokens import Entity
from verite.prizes import crafts
from verite.reading import Line, Reading
from verite.text import fold, ordinal, plain

COMING = ("COME-PRIZE", "INCLUDE")  # of these only some speak of a prize: see `_come`
WON = ("WIN", "GIVE", "GO-TO")
ACTS = (*WON, *COMING, "NOMINATE", "LOSE", "ENTER")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_MAIN = frozenset("main prize,top prize,top award,main award,highest award,top honour,top honor,highest honour,grand prize".split(","))  # fmt: skip
_NOMINATIONS = frozenset("nomination nominations nominee nominees nod nods".split())
_PRIZED = ("PRIZE", "O", "ACT", "FILM")
_LISTED = frozenset("long-list longlist short-list shortlist long-listed".split())
_SENDERS = frozenset("country government ministry entry submission candidate choice".split())
_INSTEAD = frozenset("place lieu hope hopes absence expectation shadow wake view stead pursuit".split())
# Words in the names of many prizes: one that is made of them alone may be given anywhere.
_COMMON = frozenset("the a of for at grand prix prize award special jury main top first golden gold silver best film picture director actor actress honour".split())  # fmt: skip


_GIVERS = frozenset(
    "festival awards award prize prizes academy critics guild association society circle biennale fair".split()
)


class Named(NamedTuple):
    """`prizes` are what may be meant: `table`, `table/category`, `table/*` (its first prize), `table/?` (none
    that it gives) or `?/?` (given by somebody whom no table knows). `misplaced` are those that only another festival gives (*the Golden Bear at Cannes*); `unnamed`
    means that nobody knows who gives it (*Best Cinematography*, which every academy and students' festival has)."""

    prizes: tuple[str, ...]
    words: str
    edition: int | None = None
    year: int | None = None
    misplaced: tuple[str, ...] = ()
    unnamed: bool = False


def phrases(frame: Frame) -> list[NP]:
    """The phrases of a frame that name a prize or its category, the head ones first; a category beside a
    prize belongs to it."""
    if frame.act in COMING:
        return _come(frame)
    around = list(frame.phrases())
    # *a special mention in place of the Golden Bear*
    instead = {id(inner) for np in around if np.head in _INSTEAD and np.of is not None for inner in np.of.within()}
    found = [np for np in around if np.entity("prize") is not None and np.sem in _PRIZED and id(np) not in instead]
    at = {id(np) for host in around for prep, np in (*host.pps, *frame.adjuncts) if prep == "at"} | {
        id(frame.role("jury"))
    }
    found = [np for np in found if not (id(np) in at and ceremony(np))] or found
    heads = [np for np in found if np.entity("category") is None]
    found = heads or found
    direct = frame.role("prize", "O2")
    if not found:
        found = [np for np in frame.phrases() if np.entity("category") is not None][:1]
    if not found and direct is not None and direct.sem == "PRIZE":
        found = [direct]
    if not found and frame.act in ("GIVE", "WIN", "NOMINATE"):
        found = [np for np in frame.phrases() if np.sem == "PRIZE"][:1]
    # *the Oscar for best foreign film, and the Palme d'Or*: what is joined to the category is a prize of its own
    beside = [np for np in frame.phrases() if np.entity("category") is not None and np not in found]
    for np in list(found):
        found.extend(
            other for other in np.also if other.entity("prize", "category") is not None or other.sem == "PRIZE"
        )
    found.extend(other for np in beside for other in np.also if other.entity("prize") is not None)
    return list({id(np): np for np in found}.values())


def ceremony(np: NP) -> bool:
    """*the Palme d'Or at the Goya Awards*, *the Nika Award nominated it*: where it was given, and not what."""
    return any(e.type == "prize" and "/" not in e.id for e in np.entities)


def gives(np: NP) -> bool:
    """Whether a phrase names a festival, or an academy by its awards."""
    return np.entity("festival") is not None or (np.plural and ceremony(np))


def says_where(np: NP, sentence: Sentence) -> bool:
    """Whether the name of an academy's prize says only who gave another: after *at*, or as the jury of the sentence."""
    given = sentence.before(np) == "at" or any(frame.role("jury") is np for frame in sentence.frames)
    return given and ceremony(np)


def _come(frame: Frame) -> list[NP]:
    """*The Golden Bear followed*, *Cannes followed with the Grand Prix*, *its prizes include the Golden Bear*: the prize itself
    must stand in its place; a prize that is only spoken of beside these verbs is nobody's."""
    whole, part, prize = frame.role("whole"), frame.role("part"), frame.role("prize")
    if frame.act == "INCLUDE":
        own = (
            whole is not None and whole.sem == "PRIZE" and whole.plural and (whole.det == "its" or _of_film(whole.poss))
        )
        return (
            [np for np in part.each() if np.entity("prize", "category") is not None and np.sem in ("PRIZE", "CATEGORY")]
            if own and part is not None
            else []
        )
    if prize is not None and prize is not frame.subject:
        given = frame.subject is not None and (
            frame.subject.entity("festival", "place") is not None or frame.subject.sem == "FEST"
        )
        return [prize] if given and prize.sem == "PRIZE" else []
    if prize is None or not prize.entity("prize", "category") or prize.sem not in ("PRIZE", "ACT"):
        return []
    if frame.role("object") is not None or (
        frame.clause is not None
        and any(np.sem in ("FILM-NAME", "WORK-NAME", "PERSON", "NAME") for np in frame.clause.objects)
    ):
        return []  # *The Golden Bear followed Ida*
    if any(prep in ("to", "for", "with") and np.entity("category") is None for prep, np in frame.adjuncts):
        return []  # *A Golden Bear followed for another film*
    return [prize] if frame.clause is not None and not frame.relative else []


def _of_film(np: NP | None) -> bool:
    return np is not None and np.sem == "FILM"


def result(frame: Frame, prize: NP) -> str:
    """What the words say came of it: won, nominated, shortlisted or entered."""
    if frame.act == "NOMINATE":
        if _by_a_country(frame, prize):
            return "entered"
        if frame.word.startswith("shortlist") or (
            frame.head is not None and _LISTED & {t.low for t in frame.head.tokens}
        ):
            return "shortlisted"
        return "nominated" if frame.word in ("nominate", "be up for", *_NOMINATIONS) else "entered"
    if frame.act == "ENTER":
        return "entered"
    direct = frame.role("prize", "O2")
    if direct is not None and direct is not prize and of_nomination(direct):
        return "nominated"  # *At the 24th Academy Awards, it received a nomination in the category of ...*
    # *received a nomination for the Oscar*: the prize hangs on the nomination
    hosts = [np for np in frame.phrases() if of_nomination(np) and any(inner is prize for inner in np.within())]
    return "nominated" if hosts else "won"


def _by_a_country(frame: Frame, prize: NP) -> bool:
    """*The Soviet Union nominated it for the Oscar*, *the Soviet nominee*, *nominated as the Soviet entry*: it was sent."""
    given = [frame.role("jury"), frame.role("agent"), *(np for prep, np in frame.adjuncts if prep in ("by", "as"))]
    for np in (one for one in given if one is not None):
        if np.entity("state") is not None or np.head in _SENDERS:
            return True
    said = frame.head if frame.head is not None else prize
    return (
        frame.by == "noun"
        and said.head.startswith("nominee")
        and any(e.type in ("nationality", "state") for t in said.tokens for e in t.entities)
    )


def of_nomination(prize: NP) -> bool:
    """*five Oscar nominations*, *a nomination for the Golden Bear*."""
    return prize.head.split(" ")[-1] in _NOMINATIONS


def read(prize: NP, frame: Frame, reading: Reading) -> Named | None:
    """What the phrase can mean, by the tables of the catalogue; nothing if none of them."""
    where = {id(np) for prep, np in frame.adjuncts if prep == "at" and ceremony(np)}
    others = [np for np in phrases(frame) if np is not prize and id(np) not in where]
    if not others:
        jury = frame.role("jury")
        givers = [np for prep, np in (*prize.pps, *frame.adjuncts) if prep in ("at", "by", "from")]
        # *the Grand Prix of the Gemini Awards*, *the César Awards had it among the nominees*
        subject = frame.clause.subject if frame.clause is not None else None
        givers += [np for np in (jury, prize.of, subject) if np is not None and np is not prize]
        near = [*prize.within(), *frame.phrases(), *(np for np in givers if np is subject and np.entity("festival"))]
        winner = frame.role("winner")  # *lost to Roma*: no festival of Rome's
        near = [np for np in near if np is not winner]
        return resolve(prize, near, reading.catalogue, _praised(prize, frame), givers)
    # Of several prizes each has what stands between it and the next: its category, its festival.
    past = min((np.start for np in others if np.start > prize.start), default=frame.end)
    between = (np for np in frame.phrases() if prize.start < np.start < past)
    joined = [np for np in between if np.sem in ("FEST", "DATE") or np.entity("category", "festival") is not None]
    return resolve(prize, [*prize.within(), *joined], reading.catalogue)


def among(prize: NP, sentence: Sentence) -> Iterator[NP]:
    """The categories that are told of several prizes: *seven Oscars, including Best Picture*, up to the next thing that is said."""
    after = next(
        (c.vg.start for c in sentence.clauses if c.vg.start > prize.start and c.vg.lemma != "include"), sentence.end
    )
    for np in sentence.phrases():
        if np.entity("category") is not None and prize.core_end <= np.start < after:
            yield np


def one_of(prize: NP, at: NP, catalogue: Catalogue) -> Named | None:
    """What a category told of several prizes can mean."""
    found = resolve(prize, [at, prize], catalogue)
    return found._replace(words=at.text) if found else None


def _praised(prize: NP, frame: Frame) -> list[NP]:
    """The work that got the prize, or for which it was given: *for its costumes*, *its costumes were nominated*."""
    given = [np for prep, np in (*prize.pps, *frame.adjuncts) if prep == "for"]
    got = frame.role("recipient", "holder")
    own = [got] if got is not None and got.sem not in ("PERSON", "NAME", "HUMAN", "FILM", "FILM-NAME") else []
    # *His performance brought him an Oscar*: the work that brings it
    own += [
        np for np in (frame.role("jury"), frame.subject) if np is not None and np is not got and crafts.praising(np)
    ]
    return [one for np in (*given, *own) for one in np.each()]


def in_context(read: Named, prize: NP, frame: Frame, sentence: Sentence, line: Line, catalogue: Catalogue) -> Named:
    """*It won the Oscar for best picture, and N took home Best Director*, *It won three Oscars. N was named Best Actress*: a category of
    nobody's is of the one academy named before it, in the sentence or the one before, unless the words give it to another
    (*by the critics*, *at home*; *It was entered for the Oscars. At the Magritte Awards it won four, including Best Film*)."""
    if same := _same_category(read, prize, frame, sentence):
        return read._replace(prizes=same)
    if at := _given_there(read, prize, sentence):
        return read._replace(prizes=at)
    several = len({one.partition("/")[0] for one in read.prizes}) > 1
    by_another = any(prep in ("by", "from", "at") or (prep == "in" and np.sem != "DATE") for prep, np in frame.adjuncts)
    if not several or read.edition or by_another:
        return read
    sure = _owners(np for np in sentence.phrases() if np.start < prize.start)
    strange = any(_body(np, named=True) for np in sentence.phrases())
    if not sure and not strange and frame.role("jury") is None and sentence is not line.sentences[0]:
        before = line.sentences[line.sentences.index(sentence) - 1]
        said = list(before.phrases())
        elsewhere = any(np.sem == "FEST" or np.entity("festival") for np in said)
        sure = set() if elsewhere else _owners(said)
    if len(sure) != 1 or catalogue.tables.get(min(sure), {}).get("kind") != "academy":
        return read
    mine = tuple(one for one in read.prizes if one.partition("/")[0] in sure)
    return read._replace(prizes=mine, unnamed=False) if mine else read


def _owners(said: Iterable[NP]) -> set[str]:
    """Who gives the prizes that these phrases name, of those that only one gives."""
    named_ = [np for np in said if np.entity("prize", "category")]
    owners = [{e.id.partition("/")[0] for e in np.entities if e.type in ("prize", "category")} for np in named_]
    return {table for tables in owners if len(tables) == 1 for table in tables}


def _same_category(read: Named, prize: NP, frame: Frame, sentence: Sentence) -> tuple[str, ...]:
    """*It won the Oscar for best foreign film and the Golden Globe in the same category.*"""
    near = [np for _, np in (*prize.pps, *frame.adjuncts) if np.head in ("category", "award", "honour", "honor")]
    if not any("same" in (t.low for t in np.tokens) for np in near):
        return ()
    tables = {one.partition("/")[0] for one in read.prizes}
    before = [np for np in sentence.phrases() if np.start < prize.start and np.entity("category") is not None]
    named_ = [e.id for e in before[-1].entities if e.type == "category"] if before else []
    return tuple(one for one in named_ if one.partition("/")[0] in tables)


def _given_there(read: Named, prize: NP, sentence: Sentence) -> tuple[str, ...]:
    """*It won the Palme d'Or at Cannes together with the FIPRESCI Prize*; *it competed at Cannes, where it won the Grand Prix*: a prize that
    many festivals give is of the one named before it."""
    if len({one.partition("/")[0] for one in read.prizes}) == 1 and not any(
        e.type == "festival" for e in prize.entities
    ):
        return ()
    festivals = {
        e.id for np in sentence.phrases() if np.start < prize.start and np.sem == "FEST" for e in np.entities if e.type == "festival"
    }  # fmt: skip
    behind = [np for np in sentence.phrases() if np.start > prize.start]
    elsewhere = any(np.sem in ("FEST", "PLACE", "NAME") or np.entity("festival", "place", "state") for np in behind)
    if len(festivals) != 1 or elsewhere:
        return ()  # *After Cannes it won the Grand Prix in Bratislava*
    return tuple(e.id for e in prize.entities if e.type == "prize" and e.id.startswith(f"{min(festivals)}/"))


def resolve(
    prize: NP, near: list[NP], catalogue: Catalogue, praised: Sequence[NP] = (), givers: Sequence[NP] = ()
) -> Named | None:
    tables = catalogue.tables
    festivals = _festivals(near, catalogue)
    if prize.entity("prize", "category") is not None:
        festivals |= {
            e.id for np in (*givers, *(np for prep, np in prize.pps if prep == "at")) for e in np.entities if _academy(e, catalogue)
        }  # fmt: skip
    strange = not festivals and any(_body(np) for np in givers)
    options = [e.id for e in prize.entities if e.type in ("prize", "category")]
    options += [
        e.id
        for np in near
        for e in np.entities
        if e.type == "category" and not any(o.partition("/")[2] for o in options)
    ]
    options = list(dict.fromkeys(options))
    categories = {o for o in options if "/" in o}
    bare = {o for o in options if "/" not in o}
    # *the FIPRESCI Prize at Cannes*: the critics give it at many festivals, and have a table of their own
    by_critics = {e.id for e in prize.entities if e.type == "festival"}
    given = {c for c in categories if c.partition("/")[0] in festivals - by_critics}
    if given and bare <= by_critics:
        bare, categories = set(), given
        festivals -= by_critics
    if bare and categories:
        # *the Oscar for best foreign-language film*: the category of that prize
        # *a BAFTA for best visual effects*, where only another prize is known to have such a category
        categories = {c for c in categories if c.split("/")[0] in bare} or {f"{table}/?" for table in bare}
    by_craft = {category for table in bare if not categories for category in crafts.within(praised, table, catalogue)}
    by_craft = by_craft or {c for table in bare if not categories for c in crafts.before(prize, table, catalogue)}
    chosen = categories or by_craft or bare
    by_the_academy = any(np.head == "academy" and np.det == "the" and not np.mods for np in givers)
    if by_the_academy:
        # *The Academy gave it Best Foreign Language Film*: no other academy goes by that name alone
        chosen = {c for c in chosen if c.partition("/")[0] == "academy-awards"} or chosen
    misplaced: set[str] = set()
    if festivals:
        elsewhere = chosen
        chosen = {c for c in chosen if c.split("/")[0] in festivals} or (chosen if not options else set())
        if not chosen:
            chosen = {f"{f}/{c}" for f in festivals for c in _categories(prize.name or prize.text, tables.get(f, {}))}
        if not chosen and options:
            # *the Golden Prize at Berlin*: a prize that the festival does not give
            chosen = {f"{festival}/{'*' if prize.head in _MAIN else '?'}" for festival in festivals}
            own = {o.split("/")[0] for o in options}
            words = set((prize.name or prize.text).casefold().split(" "))
            misplaced = elsewhere if len(own) == 1 and not words <= _COMMON else set()
    if not chosen and festivals:
        chosen = {category for table in festivals for category in crafts.within(praised, table, catalogue)}
    if not chosen and festivals:
        chosen = {f"{f}/*" for f in festivals} if prize.head in _MAIN else set(festivals)
    if not chosen:
        return None
    edition, year = when(near)
    if strange and categories and not bare and not _giver(prize.name or prize.text, chosen, catalogue):
        chosen = {"?/?"}
    unnamed = (
        bool(categories)
        and not (bare or festivals or by_the_academy)
        and not _giver(prize.name or prize.text, chosen, catalogue)
    )
    return Named(tuple(sorted(chosen)), prize.name or prize.text, edition, year, tuple(sorted(misplaced)), unnamed)


def _body(np: NP, *, named: bool = False) -> bool:
    """*at the Harbour Film Days festival*, *the critics' circle*: somebody who gives prizes, and whom no table knows; if `named`, by a
    proper name (*the Magritte Awards*, and not *four awards*)."""
    if named and not any(token.capital for token in np.tokens[1:]):
        return False
    # *the Academy nominated it*, *at the festival*
    alone = np.poss is None and all(t.low in _GIVERS or t.low == np.det for t in np.tokens)
    return np.tokens[-1].low in _GIVERS and not alone and np.entity("festival", "prize") is None


_SECTIONS = frozenset(
    "series miniseries mini-series television tv telefilm comedy musical drama animated animation documentary short short-form foreign independent debut "
    "adapted limited".split()
)
_LINKS = frozenset("– — - , : / ( in a an the or motion picture film for made".split())


def goes_on(prize: NP, frame: Frame, sentence: Sentence) -> bool:
    """*Best Supporting Actress – Series, Miniseries or Television Film*, *best actor in a miniseries*: a category that goes on past the
    words that are known of it is another one."""
    ends = {np.core_end for np in (*prize.within(), *frame.phrases()) if np.entity("category") is not None}
    for at, token in enumerate(sentence.tokens):
        if token.start not in ends and not (token.start - 1 in ends and token.text != ","):
            continue
        past = next((i for i in range(at, len(sentence.tokens)) if sentence.tokens[i].low not in _LINKS), at)
        words = sentence.tokens[at : past + 1]
        if len(words) > 1 and words[-1].low in _SECTIONS and (words[0].text != "," or words[-1].capital):
            return True
    return False


def _academy(entity: Entity, catalogue: Catalogue) -> bool:
    """*at the Goya Awards*, *the Nika Award nominated it*: who gives it, by the name of the prize."""
    return entity.type == "prize" and entity.id in catalogue.tables


def _giver(text: str, chosen: set[str], catalogue: Catalogue) -> bool:
    """Whether a phrase says who gives the prize. *Golden Bear* does, *Oscar for best foreign film* does; *Best
    Cinematography* is given by every academy and at every students' festival."""
    owners = {prize.partition("/")[0] for prize in chosen}
    if any(catalogue.tables.get(owner, {}).get("kind") != "academy" for owner in owners):
        return True
    words = tokens.surface(text).split(" ")
    return any(
        words[at : at + len(name)] == name and any(type_ == "prize" and id_ in owners for type_, id_ in entities)
        for at, word in enumerate(words)
        for name, entities in catalogue.lexicon.get(word, ())
    )


def _festivals(near: list[NP], catalogue: Catalogue) -> set[str]:
    """The festivals named, also by their city alone: *at Berlin*, *at Cannes*."""
    found: set[str] = set()
    for np in near:
        for entity in np.entities:
            if entity.type == "festival":
                found.add(entity.id)
            elif entity.type in ("place", "state"):
                named = catalogue.place_name(entity.id)
                found |= catalogue.festivals.get(named, set())
        if np.sem in ("NAME", "FEST", "PLACE", "O") and np.name:
            first = np.name.split(" ")[0]
            found |= catalogue.festivals.get(first, set())
    return found


def _categories(text: str, table: dict[str, Any]) -> list[str]:
    """The categories of one table that a phrase names: *Grand Prix* beside *Cannes*."""
    words = fold(text).removeprefix("the ").strip()
    return [
        category
        for category, row in table.get("category", {}).items()
        if words in {fold(name) for name in (row.get("name", ""), *row.get("also", ()))}
    ]


def when(near: list[NP]) -> tuple[int | None, int | None]:
    """(edition, year) that these phrases name."""
    edition = year = None
    for np in near:
        for token in np.tokens:
            if _YEAR.match(token.low):
                year = int(token.low)
            elif (np.sem == "FEST" and (n := ordinal(plain(token.low))) is not None and n > 1) or (
                np.entity("festival") and (n := ordinal(plain(token.text.split(" ")[0]))) is not None and n > 1
            ):
                edition = n
    return edition, year


def end(prize: NP, frame: Frame, at: int) -> int:
    """A correction replaces the prize with what hangs on it: its category, festival, edition and year."""
    for _, np in sorted(frame.adjuncts, key=lambda a: a[1].start):
        belongs = np.sem in ("FEST", "DATE", "CATEGORY") or np.entity("festival", "category", "place") is not None
        if not belongs and np.start >= at:
            break
        at = max(at, np.core_end) if belongs and np.start >= prize.start else at
    return at
