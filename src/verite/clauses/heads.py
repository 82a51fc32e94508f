"""What a noun phrase means: the semantic class of its head noun, or of the name in it."""

import re

from verite.clauses.lexicon import lexicon
from verite.clauses.phrases import NP, spelt
from verite.clauses.tokens import Token
from verite.text import plain

_BY_CLASS = (
    ("film", "FILM"), ("form", "WORK"), ("human", "HUMAN"), ("camp", "CAMP"), ("prison", "PRISON"), ("exile-place", "EXILE"),
    ("freedom", "FREEDOM"), ("prize", "PRIZE"), ("festival", "FEST"), ("truth", "TRUTH"), ("invention", "INVENTION"), ("time", "TIME"),
    ("month", "DATE"), ("ban-noun", "BAN"), ("place", "PLACE"), ("life", "LIFE"), ("role", "ROLE"), ("music", "MUSIC"), ("craft", "CRAFT"), ("kin", "KIN"), ("act-noun", "ACT"),
)  # fmt: skip
_BY_ENTITY = {
    "agent": "PERSON", "character": "CHARACTER", "state": "PLACE", "place": "PLACE", "event": "EVENT", "prize": "PRIZE",
    "category": "CATEGORY", "festival": "FEST", "film": "FILM-NAME", "work": "WORK-NAME", "title": "WORK-NAME", "this": "FILM", "descriptor": "HUMAN",
}  # fmt: skip
NOUN_CLASSES = frozenset(class_ for class_, _ in _BY_CLASS)
YEAR = re.compile(r"^(1[89]|20)\d\d(s|-\d{2,4})?$")
# A name that ends so names no person (13 false persons of a prototype, 8 of this sort).
_NO_PERSON = frozenset(
    "festival prize award awards ballet railway times university studio studios project war purge pact island street story sea river "
    "mountains union bloc army party academy press news radio theatre theater museum square palace cup bear lion palm globe globes "
    "summer winter era empire front camp terror states kingdom republic house church prison bank library archive archives fund".split()
)

# Small words inside a name: *Max von Sydow*, *Vittorio De Sica*, *Chantal van der Berg*.
_ABBREVIATED = frozenset("d.c. u.s. u.k. l.a. u.s.a. u.s.s.r.".split())  # *... in Washington, D.C. Eve Arden*
PARTICLES = frozenset("von van de der den da di du del della la le ten ter dos das el al bin ibn af zu y".split())


_GENRES = frozenset(
    "dark animated musical adventure science romantic epic historical comic gothic urban heroic family horror".split()
)
_WORKS = frozenset("musical song album opera ballet poem series show".split())
# What may stand before a family name with a capital, at the beginning of a sentence, and is no first name.
_BEFORE_NAMES = frozenset(
    "young old poor little brave dear big good former legendary famous great late both even only when as with for but and".split()
)


_TRADES = frozenset(
    "director directors filmmaker film-maker writer writer-director screenwriter author novelist playwright actor actors actress actresses star stars comedian "
    "composer cinematographer cameraman photographer producer editor critic critics journalist historian singer legend auteur".split()
)


def _first_name(content: list[Token]) -> int:
    """Where the run of capitals before a family name begins that nothing else is known of; the end if there is none."""
    words_of = lexicon()
    k = len(content) - 1
    while k and content[k - 1].capital and not content[k - 1].entities and content[k - 1].low not in words_of.classes:
        k -= 1
    return k


def _namesake(content: list[Token], first: Token) -> bool:
    last = content[-1]
    if " " in last.text or not any(e.type in ("agent", "character", "this") for e in last.entities):
        return False
    k = _first_name(content)
    return k < len(content) - 1 and not (content[k] is first and content[k].low in _BEFORE_NAMES)


def _of_film(np: NP) -> bool:
    """*this fantasy*, *a dark fantasy*, *this romance*: a noun that is a film's where it is pointed at, or with a genre's word."""
    return np.det == "this" or not _GENRES.isdisjoint(np.mods)


def describe(np: NP, content: list[Token], first: Token) -> None:
    """Head, class, name and entities of a phrase from its content words; `first` begins the sentence, where a
    capital says nothing."""
    words_of = lexicon()
    np.mods = [t.low for t in content[:-1]]
    for token in content:
        np.entities.extend(token.entities)
    last = content[-1]
    if any(word.endswith("-like") for word in (*np.mods, last.low)):
        np.hedged = True
    # The longest run of class words that ends the phrase is its head: "television series", "labour camp".
    for size in (3, 2, 1):
        if size > 1 and (len(content) < size or content[-size].low not in words_of.phrases):
            continue
        words = " ".join(t.low for t in content[-size:]) if size > 1 else last.low
        classes = words_of.classes.get(words, set())
        if size == 1 and not classes and "-" in words:
            # *her ex-husband*, *the co-pilot*, *a comedy-drama*
            classes = words_of.classes.get(words.rpartition("-")[2], set()) & {"human", "film"}
        if not classes or len(content) < size or any(t.entities for t in content[-size:]):
            continue
        for class_, sem in _BY_CLASS:
            if class_ in classes:
                if (
                    size == 1
                    and last.capital
                    and len(content) > 1
                    and content[-2].capital
                    and class_ not in ("film", "form", "camp", "festival", "prize")
                ):
                    continue
                np.head, np.sem = words, sem
                np.mods = [t.low for t in content[:-size]]
                if words == "fantasy" and _of_film(np):
                    np.sem = "FILM"  # *a pure fantasy* is an invention
                return
    if last.entities and _namesake(content, first):
        # *Peter Holm*, where the film has a Berta Holm: one family name, another person
        np.entities = [e for e in np.entities if e.type not in ("agent", "character", "this")]
        np.head, np.sem = last.low, "NAME"
        np.name = spelt(content[_first_name(content) :])
        return
    if last.entities:
        kinds = [e.type for e in last.entities]
        np.head = last.low
        if "this" in kinds and "character" in kinds and len(content) > 1 and content[-2].capital:
            # *General Patton*, whose film bears his name
            kinds = [kind for kind in kinds if kind != "this"]
            np.entities = [e for e in np.entities if e.type != "this"]
        if {"work", "this", "film"} & set(kinds) and any(
            mod in words_of.forms_of_work or mod in _WORKS for mod in np.mods
        ):
            # *the novel Sotnikov*, though a character, or the film itself, has that name
            kinds = ["work"]
            np.entities = [e for e in np.entities if e.type != "this"]
        np.sem = next((_BY_ENTITY[k] for k in kinds if k in _BY_ENTITY), "O")
        np.name = last.text
        if kinds == ["nationality"]:
            np.sem = "O"
        return
    np.head = last.low
    if last.low == "romance" and _of_film(np):
        np.sem = "FILM"  # *their romance* is a love
        return
    if YEAR.match(plain(last.low)) or re.match(r"^\d{4}s?$", last.low):
        np.sem = "DATE"
        return
    names: list[Token] = []
    for token in reversed(content):
        if names and token.low in PARTICLES and not token.entities:
            names.insert(0, token)
            continue
        if (
            not token.capital
            or token.low in _ABBREVIATED
            or any(e.type not in ("character", "agent") for e in token.entities)
        ):
            break  # a first name may be a character's, too: *Heinz Konsalik*
        names.insert(0, token)
    while names and not names[0].capital:
        del names[0]
    if len(names) > 2 and names[0] is first and names[0].low in _TRADES:
        del names[0]  # *Director Sergei Bondarchuk shot it*
    if names and names[0] is first and len(names) == 1 and (np.head in words_of.forms or np.head in words_of.classes):
        names = []
    if names:
        np.name = spelt(names)
        person = names[-1].low not in _NO_PERSON and not any(t.text[:1].isdigit() for t in names)
        np.sem = "NAME" if person else "O"
        if len(names) == 1 and names[0] is first and not any(t.capital for t in content[1:]):
            np.sem = "NAME"
