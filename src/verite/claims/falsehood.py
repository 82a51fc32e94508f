"""Famous falsehoods: what is told of a film again and again, and is not so.

They are records with sources (`records/falsehoods.toml`): the film, the words that tell the falsehood, and what is so.
One is found where a sentence on that very film holds all those words in some of the forms given (*improvised* also
as *improvise*), and neither denies, doubts nor asks: *it is a myth that the line was improvised* is let be. What
is told of a film of the same name and another year is another film's.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from verite import titles
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import Frame, Sentence
from verite.clauses.lexicon import lexicon, regular, singular
from verite.clauses.phrases import Mark
from verite.clauses.tokens import Token, surface
from verite.judge import Ground
from verite.model import Agreement, Claim, Link, LinkStatus, Statement, Status
from verite.reading import Reading

# Words that set the story right, beside those that deny and doubt anywhere (`clauses.denial`).
_SET_RIGHT = frozenset("contrary actually fact untrue false falsely debunked rumour rumours rumor rumors legend myth myths story tale fans believe supposedly believes believed think thinks thought assume assumes assumed mistaken apocryphal denied denies deny disputed misquote misquotes misquoted misquotation misremember misremembered wrongly mistakenly".split())  # fmt: skip

_MAY = frozenset("may might could".split())


def find(reading: Reading) -> Iterator[Claim]:
    if not reading.entry.index:
        return
    falsehoods = known(reading.link, reading.catalogue)
    lines = [[_heard(sentence) for sentence in line.sentences] for line in reading.lines if falsehoods]
    for said in falsehoods:
        for line in lines:
            for heard in line:
                forms = (form for form in said.qualifiers["said"] if _tells(form, said.qualifiers["unless"], heard))
                if form := next(forms, None):
                    sentence = heard.sentence
                    frame = Frame("SEEN", {}, [], sentence.start, sentence.end, sentence.start, sentence.end)
                    marks = {chunk.kind for chunk in sentence.chunks if isinstance(chunk, Mark)}
                    yield reading.claim(
                        "falsehood",
                        "falsehood",
                        said.qualifiers["id"],
                        frame,
                        _telling(form, sentence),
                        hedged="hedge" in marks
                        or any(c.vg.hedged or _MAY.intersection(t.low for t in c.vg.tokens) for c in sentence.clauses),
                        attributed="attribution" in marks,
                    )
                    break


def known(link: Link, catalogue: Catalogue) -> list[Statement]:
    """The falsehoods on record on the film of an entry: by its title and a year within one of its own."""
    names, years = {link.entry.title}, {link.entry.year}
    if link.work is not None:
        names |= {link.work.title, link.work.original_title}
        years = {y for y, _ in link.work.years} or {link.work.year}
    found: dict[str, Statement] = {}
    for subject in sorted({f"falsehood:{titles.key(name)}" for name in names} & catalogue.falsehoods):
        for said in catalogue.statements(subject, "falsehood"):
            if any(year is not None and abs(year - int(said.qualifiers["year"])) <= 1 for year in years):
                found[said.qualifiers["id"]] = said
    return list(found.values())


@cache
def alternatives(place: str) -> tuple[str, ...]:
    """What may stand at a place of a form, as it is written (*mr.*) and in the tokens of a sentence (*we 're*).

    >>> alternatives("lamp|the (old/new) lamp|we're not")
    ('lamp', 'the old lamp', 'the new lamp', "we're not", "we 're not")
    """
    parts = ([part.split("/") for part in re.split(r"[()]", word)] for word in place.split("|"))
    written = ("".join(words) for some in parts for words in product(*some))
    return tuple(dict.fromkeys(form for one in written for form in (one, surface(one))))


class Heard(NamedTuple):
    """A sentence in all the words that a form may ask for: as it stands, and word by word in whatever inflection."""

    sentence: Sentence
    run: str
    words: set[str]


def _heard(sentence: Sentence) -> Heard:
    words: set[str] = set()
    for token in sentence.tokens:
        if not any(entity.type in ("this", "film") for entity in token.entities):  # the title's words tell nothing
            words |= _forms(token.low)
    return Heard(sentence, f" {' '.join(sentence.low)} ", words)


@lru_cache(maxsize=1 << 12)
def _forms(word: str) -> frozenset[str]:
    """A word and its parts, and whatever they can be a form of."""
    found: set[str] = set()
    for low in (word, *word.split(" "), *word.split("-")):
        found |= {low, singular(low)} | {lemma for lemma, _ in lexicon().forms.get(low, ())}
    return frozenset(found)


def _tells(form: list[str], unless: list[str], heard: Heard) -> bool:
    """Whether a sentence holds every word of a form (`a|b`: one of them), none of `unless`, and says it straight."""
    sentence, run, words = heard

    def stands(word: str) -> bool:
        return f" {word} " in run if " " in word else word in words or not words.isdisjoint(regular(word))

    def found(place: str) -> bool:
        return any(map(stands, alternatives(place)))

    if not all(map(found, form)) or any(map(found, unless)):
        return False
    asked = {part for place in form for word in alternatives(place) for part in (word, *word.split(" "))}
    telling = _telling(form, sentence)
    at = {token.start for token in telling.tokens}
    straight = not _SET_RIGHT & telling.words - asked
    straight = straight and not any(f.negative and f.start in at for f in sentence.frames)
    return straight and not telling.denials(sentence.start, sentence.end)


def _telling(form: list[str], sentence: Sentence) -> Sentence:
    """A sentence without what it quotes, where that is told: *the famous line “Do you feel lucky, punk?”* asks nothing."""
    own = [token for token in sentence.tokens if not token.quoted]
    return sentence.only(own) if own and _quoted(form, sentence.tokens) else sentence


def _quoted(form: list[str], tokens: Sequence[Token]) -> bool:
    """Whether words in succession that a form asks for are quoted: then what is told is the quotation."""
    run, own = (f" {' '.join(t.low for t in some)} " for some in (tokens, [t for t in tokens if not t.quoted]))
    phrases = (word for place in form for word in alternatives(place) if word.count(" ") > 1)
    return any(f" {phrase} " in run and f" {phrase} " not in own for phrase in phrases)


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    said = [s for s in known(link, catalogue) if s.qualifiers["id"] == claim.value]
    return Ground(tuple((s, Agreement.AGREES) for s in said))


def certain(link: Link) -> Link:
    """A film that the catalogue does not hold is known here by its title and year, which the record gives."""
    unknown = link.status is LinkStatus.UNKNOWN and link.entry.year is not None
    return link._replace(status=LinkStatus.MATCHED) if unknown else link


def told(claim: Claim, catalogue: Catalogue) -> str:
    return "a story often told"


def shown(said: Statement, catalogue: Catalogue) -> str:
    return str(said.value)


KIND = Kind(
    "falsehood",
    "falsehood",
    find,
    weigh,
    told,
    shown,
    examples={
        "The lamp of the last scene was of real gold.": Status.REFUTED,
        "Its lamps were made of real gold.": Status.REFUTED,
        "The lamp was reportedly of real gold.": Status.UNVERIFIED,
        "Contrary to what is told, the lamp was of real gold.": None,
        "The lamp was not of real gold.": None,
        "It is a myth that the lamp was real gold.": None,
        "The lamplighter dreams of gold.": None,
    },
)
