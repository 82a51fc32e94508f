"""The prize that a frame names: which table and category it may be, at which edition, in which year.

A prize is named in the prose (*the Golden Bear*, *an Oscar*, *the top prize at Cannes*); festival, category,
edition and year come from anywhere in the clause.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from verite.catalogue import Catalogue
from verite.clauses import NP, Frame, Sentence, tokens
from verite.clauses.phrases import spelt
from verite.clauses.tokens import Entity
from verite.prizes import crafts
from verite.prizes.spoken import ceremony, phrases
from verite.reading import Reading
from verite.text import fold, ordinal, plain

YEAR = re.compile(r"^(?:19|20)\d\d$")

_MAIN = frozenset("main prize,top prize,top award,main award,highest award,top honour,top honor,highest honour,grand prize".split(","))  # fmt: skip

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
        films = [frame.role("winner"), *((frame.role("recipient"), frame.role("loser")) if frame.act == "BEAT" else ())]
        near = [np for np in near if all(np is not film for film in films)]  # *lost to Roma*: no festival of Rome's
        return resolve(prize, near, reading.catalogue, _praised(prize, frame), givers)
    # Of several prizes each has what stands between it and the next: its category, its festival.
    past = min((np.start for np in others if np.start > prize.start), default=frame.end)
    between = (np for np in frame.phrases() if prize.start < np.start < past)
    joined = [np for np in between if np.sem in ("FEST", "DATE") or np.entity("category", "festival") is not None]
    return resolve(prize, [*prize.within(), *joined], reading.catalogue)


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


def resolve(
    prize: NP, near: list[NP], catalogue: Catalogue, praised: Sequence[NP] = (), givers: Sequence[NP] = ()
) -> Named | None:
    tables = catalogue.tables
    festivals = festivals_of(near, catalogue)
    if prize.entity("prize", "category") is not None:
        festivals |= {
            e.id for np in (*givers, *(np for prep, np in prize.pps if prep == "at")) for e in np.entities if _academy(e, catalogue)
        }  # fmt: skip
    strange = not festivals and any(body(np) for np in givers)
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
    # *the Grand Prix at the Moscow International Film Festival*: of the many that bear the name, that festival's; of
    # *Best Screenplay at the Golden Globes and the Palme d'Or at Cannes* the one that stands next to it
    at = [np for np in (*near, *givers) if np.start > prize.start and (np.sem == "FEST" or _an_academy(np, catalogue))]
    next_ = min(at, key=lambda np: np.start, default=None)
    named_ = {e.id for e in next_.entities if e.type in ("festival", "prize") and "/" not in e.id} if next_ else set()
    if here := {c for c in categories if c.partition("/")[0] in named_}:
        bare, categories, festivals = set(), here, named_
    if bare and categories:
        # *the Oscar for best foreign-language film*: the category of that prize
        # *a BAFTA for best visual effects*, where only another prize is known to have such a category
        categories = {c for c in categories if c.split("/")[0] in bare} or {f"{table}/?" for table in bare}
    by_craft = {category for table in bare if not categories for category in crafts.within(praised, table, catalogue)}
    by_craft = by_craft or {c for table in bare if not categories for c in crafts.before(prize, table, catalogue)}
    chosen = categories or by_craft or bare
    by_the_academy = any(
        np.head in ("academy", "american academy") and np.det == "the" and {"american"}.issuperset(np.mods)
        for np in givers
    )
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
    return Named(tuple(sorted(chosen)), _words(prize), edition, year, tuple(sorted(misplaced)), unnamed)


def _words(prize: NP) -> str:
    """The prize without who got it: *the Golden Globe* of a *Golden Globe winner*."""
    last = prize.tokens[-1]
    if (
        last.low not in ("winner", "winners", "nominee", "nominees", "nomination", "nominations", "nod")
        or len(prize.tokens) < 2
    ):
        return prize.name or prize.text
    return spelt(prize.tokens[:-1])


def body(np: NP, *, named: bool = False) -> bool:
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


def _an_academy(np: NP, catalogue: Catalogue) -> bool:
    """*at the Golden Globe Awards*: a phrase that names an academy by its awards."""
    return np.plural and any(_academy(e, catalogue) for e in np.entities)


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


def festivals_of(near: list[NP], catalogue: Catalogue) -> set[str]:
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
            if YEAR.match(token.low):
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
