"""An entry as read: its sentences and frames, ready for the kinds. The only thing that kinds are given.

Between the language work (`clauses`) and the kinds (`claims`): whether a phrase means the film,
whom a pronoun means, which labelled line a sentence stands in, and how a claim is made from spans.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from verite import names
from verite.catalogue import Catalogue
from verite.clauses import NP, Frame, Gazetteer, Sentence, read_prose
from verite.clauses.denial import denied_before
from verite.clauses.recase import recased
from verite.clauses.tokens import Layer, grouped, surface
from verite.model import Claim, Entry, Grade, Link, Prose, Span
from verite.titles import words

PEOPLE = ("HUMAN", "CHARACTER", "PERSON", "NAME")
_THIS = frozenset("it this".split())
_NOT_THIS = frozenset("a an another such some his her their".split())  # *a later film was made in 1950*
_CREDITS = frozenset("STAR PLAY VOICE DIRECT WRITE COMPOSE MUSIC-BY PHOTOGRAPH PRODUCE EDIT".split())
_NO_THING = ("PERSON", "CHARACTER", "HUMAN", "ROLE", "DATE", "CATEGORY", "PRIZE", "FEST")  # *it* can be none of them
_OTHERS = frozenset("sequel prequel remake trailer".split())
_WORKS = frozenset(
    "novel novella book play story memoir poem ballad song opera musical comic series autobiography".split()
)
_ORDER = frozenset("first second third last latest earliest earlier previous original later other another".split())
_ANOTHER = frozenset("original previous earlier later next preceding subsequent rival".split())
_FEMALE = frozenset("she her hers herself".split())
_MALE = frozenset("he him his himself".split())


class Line(NamedTuple):
    """One labelled line: its label, its prose and the sentences in it."""

    label: str
    prose: Prose
    sentences: list[Sentence]


class Reading:
    """What one entry says, clause by clause."""

    def __init__(self, link: Link, lines: list[Line], catalogue: Catalogue) -> None:
        self.link = link
        self.entry: Entry = link.entry
        self.work = link.work.id if link.work else ""
        self.lines = lines
        self.catalogue = catalogue
        self._by_act: dict[str, list[tuple[int, Line, Sentence, Frame]]] = {}
        frames = ((line, sentence, frame) for line in lines for sentence in line.sentences for frame in sentence.frames)
        for n, (line, sentence, frame) in enumerate(frames):
            self._by_act.setdefault(frame.act, []).append((n, line, sentence, frame))
        self._on_record: dict[tuple[str, ...], frozenset[str]] = {}
        self.claimed: set[int] = set()  # ids of phrases whose value some claim has taken

    def on_record(self, *properties: str) -> frozenset[str]:
        """What the record holds of the film under these properties: people, mostly."""
        if properties not in self._on_record:
            held = self.catalogue.statements
            said = (s for p in properties for s in held(self.work, p) if self.work)
            self._on_record[properties] = frozenset(s.value for s in said)
        return self._on_record[properties]

    def frames(self, *acts: str) -> Iterator[tuple[Line, Sentence, Frame]]:
        """The frames of these acts, in the order of the text; all frames if none is named."""
        if acts and self._by_act.keys().isdisjoint(acts):
            return  # of thirty kinds most find nothing in an entry
        if not acts:
            found = [row for rows in self._by_act.values() for row in rows]
        else:
            found = [row for act in dict.fromkeys(acts) for row in self._by_act.get(act, ())]
        for _, line, sentence, frame in sorted(found) if len(acts) != 1 else found:  # no two have one number
            yield line, sentence, frame

    def is_film(self, np: NP | None) -> bool:
        """Whether a phrase means the film itself: its title, a film noun, *it*."""
        if np is None:
            return False
        if np.entity("this"):
            return not _WORKS.intersection(np.mods)  # *the Hardy novel Under the Greenwood Tree*
        if np.head in _ORDER:
            return False  # *the first, directed by N, was released in 1934*
        if np.sem == "FILM":
            if self.another(np):
                return False
            return np.poss is None or np.poss.sem in ("PERSON", "NAME", "CHARACTER")
        if np.sem == "FILM-NAME":
            return any(e.id == self.work for e in np.entities if e.type == "film")
        if np.pronoun in _THIS:
            return True
        if np.head == "one" and np.det == "this":
            return True  # *N directed this one*
        if np.sem == "ACT" and not _ORDER.isdisjoint(t.low for t in np.tokens):
            return False  # *the first film version was released in 1934*
        return np.sem == "ACT" and np.head in (
            "adaptation",
            "version",
            "film adaptation",
            "screen version",
            "film version",
        )

    def surely_film(self, np: NP | None, line: "Line", sentence: Sentence) -> bool:
        """As `is_film`; and *it* only where nothing else was spoken of just before: *They built a canal. It cost ...*"""
        if np is None or not self.is_film(np):
            return False
        if np.pronoun not in _THIS or sentence is line.sentences[0]:
            return np.poss is None and not np.plural and np.det not in _NOT_THIS
        before = next(one for one, this in pairwise(line.sentences) if this is sentence)
        if any(clause.vg.finite and self.is_film(clause.subject) for clause in before.clauses[:1]):
            return True
        roles = (np for f in before.frames if f.act in _CREDITS for np in f.roles.values())
        credited = {id(inner) for np in roles for inner in np.each() if inner.sem == "NAME"}
        nobody = all(
            np.sem in _NO_THING
            or id(np) in credited
            or (np.sem == "FILM" and self.is_film(np) and np.det not in _NOT_THIS)
            for np in before.phrases()
        )
        return nobody and any(f.act in _CREDITS for f in before.frames)  # *N plays M. It runs three hours.*

    def another(self, np: NP) -> bool:
        """Whether a film noun means another film: *the original film*; *the 1940 film* is not the one of 1931."""
        if not _ANOTHER.isdisjoint(np.mods) or any(t.low == "later" for t in np.tokens):
            return True
        if any(one.tokens[0].text in ("The", "A", "An") and one.sem != "FILM" for one in np.appos):
            return True  # *the film The Pier*
        if np.det != "the":
            return False
        said = {int(t.low) for t in np.tokens if len(t.low) == 4 and t.low.isascii() and t.low.isdecimal()}
        known = {year for year, _ in self.link.work.years} if self.link.work is not None else set()
        known |= {self.entry.year} if self.entry.year else set()
        return bool(said and known) and all(abs(one - year) > 2 for one in said for year in known)

    def headless(self, frame: Frame, sentence: Sentence) -> bool:
        """*Photographed by N.* A participle that begins a sentence without another verb is said of the film."""
        clause = frame.clause
        return (
            frame.by == "verb"
            and frame.passive
            and clause is not None
            and clause.subject is None
            and clause.vg.start == sentence.start
            and not any(other.vg.finite for other in sentence.clauses)
        )

    def other_film(self, np: NP | None) -> bool:
        return np is not None and np.sem == "FILM-NAME" and not self.is_film(np)

    def agents(self, np: NP) -> list[str]:
        """The agents that a phrase can name, all its entities considered; else who of the film's people is spelt otherwise
        (*Yevgeny* for *Evgeniy*)."""
        found = [e.id for e in np.entities if e.type == "agent"]
        if found or np.sem != "NAME" or " " not in np.name:
            return found
        return self._by_sound.get(names.key(np.name), [])

    @cached_property
    def people(self) -> list[tuple[Line, Sentence, NP, list[str]]]:
        """Every phrase that can name an agent, where it stands, and whom."""
        return [
            (line, sentence, np, agents)
            for line in self.lines
            for sentence in line.sentences
            for np in sentence.phrases()
            if (agents := self.agents(np))
        ]

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for agent in self.catalogue.people(self.work) if self.work else ():
            for spelling in self.catalogue.names(agent):
                found.setdefault(names.key(spelling), []).append(agent)
        return {key: list(dict.fromkeys(agents)) for key, agents in found.items()}

    def antecedent(self, np: NP, line: Line, other_than: NP | None = None) -> NP | None:
        """The last person before a pronoun that fits it: *he*, *she*, *they*, in this entry; never the one
        who does the act (*a friend comes to arrest him*)."""
        found: NP | None = None
        for other in self.lines:
            for sentence in other.sentences:
                for chunk in sentence.phrases():
                    if chunk.tokens[0].start >= np.tokens[0].start:
                        # *After his release a man struggles*: the name may follow in the same sentence
                        return found or next(
                            (
                                c
                                for c in sentence.phrases()
                                if c.tokens[0].start > np.tokens[0].start and c.sem in PEOPLE and fits(np.pronoun, c)
                            ),
                            None,
                        )
                    if chunk is not other_than and chunk.sem in PEOPLE and fits(np.pronoun, chunk):
                        found = chunk
        return found

    def claim(
        self,
        kind: str,
        property_: str,
        value: Any,
        frame: Frame,
        sentence: Sentence,
        at: NP | None = None,
        qualifiers: Mapping[str, Any] | None = None,
        grade: Grade = Grade.READ,
        **flags: Any,
    ) -> Claim:
        """A claim with the spans and flags of the frame it was read from."""
        end = max(frame.end, at.end if at else 0)
        start = min(frame.start, at.start if at else frame.start)
        if at is not None:
            self.claimed.add(id(at))
        shared = {
            "negative": frame.negative,
            "hedged": frame.hedged or frame.modal,
            "attributed": frame.attributed,
            "quoted": frame.quoted,
            "incomplete": sentence.incomplete and frame.end >= sentence.end - 12,
        }
        given = {**shared, **flags}
        unread = sentence.denials(start, end) > bool(given["negative"])
        value_end = at.core_end if at else frame.act_end
        given.setdefault(
            "denied", (unread and denied_before(sentence.tokens, value_end)) or _one_but_another(frame, sentence)
        )
        if unread or given["denied"] or self._loose(frame, sentence):
            grade = Grade.SEEN  # *far from any camp*: a denial that was not taken up, so not read in full
        return Claim(
            kind=kind,
            property=property_,
            value=value,
            span=Span(start, end),
            value_span=Span(at.tokens[0].start, at.core_end) if at else Span(frame.act_start, frame.act_end),
            qualifiers=dict(qualifiers or {}),
            grade=grade,
            **given,
        )

    def _loose(self, frame: Frame, sentence: Sentence) -> bool:
        """Whether the frame may be said of another film, or of another person."""
        return (
            self._of_another(frame, sentence)
            or _any_film(frame)
            or _met(frame, sentence)
            or _one_of_several(frame)
            or _after_kin(frame, sentence)
            or _in_turn(frame)
            or _again(frame)
        )

    def after_work(self, frame: Frame, sentence: Sentence) -> bool:
        """*The novel is long. N wrote it.*: *it* may mean the book just spoken of."""
        return any(np.pronoun in _THIS for np in frame.roles.values()) and any(
            np.sem in ("WORK", "WORK-NAME") for before in self._before(sentence) for np in before.phrases()
        )

    def _before(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentence before this one in its line, if there is one."""
        return (before for line in self.lines for before, this in pairwise(line.sentences) if this is sentence)

    def _of_another(self, frame: Frame, sentence: Sentence) -> bool:
        """*Another film came out in 2021. It was directed by N.*: *it* may mean the film just spoken of."""
        if not any(np.pronoun in _THIS for np in frame.roles.values()):
            return False
        return any(
            self.other_film(np) or np.head in _OTHERS or (np.sem in ("FILM", "ACT") and np.det == "another")
            for before in self._before(sentence)
            for np in before.phrases()
        )


# *Production took place in Italy*: no place of the story
MAKING = ("production", "productions", "co-production", "coproduction")


def named_setting(frame: Frame) -> list[tuple[str, NP]]:
    """*The setting is a harbour*: what the noun is said to be."""
    named = frame.role("named")
    return [("in", named)] if frame.by == "noun" and named is not None else []


def _met(frame: Frame, sentence: Sentence) -> bool:
    """*It beat a film directed by N*: a film that something is done to or with need not be this one; *it is a film
    directed by N* is."""
    films = [np for np in frame.roles.values() if np.sem == "FILM" and np.det in ("a", "an", "another", "some")]
    return any(
        film in clause.objects or any(pp.np is film for pp in clause.pps)
        for clause in sentence.clauses
        if clause is not frame.clause and clause.vg.finite and clause.vg.lemma not in ("be", "become", "remain")
        for film in films
    )


def _one_but_another(frame: Frame, sentence: Sentence) -> bool:
    """*Not N but M directed it*: one is denied and one is not, under one verb."""
    if "not" not in sentence.words or "but" not in sentence.words:
        return False
    before = [t for t in sentence.tokens if t.end <= frame.act_start]
    low = [t.low for t in before]
    if "not" not in low or "but" not in low[low.index("not") :]:
        return False
    first, last = before[low.index("not")].start, before[len(low) - 1 - low[::-1].index("but")].start
    return not any(first < clause.vg.end and clause.vg.start < last for clause in sentence.clauses)


def _one_of_several(frame: Frame) -> bool:
    """*written by A, B and C, who also directed it*: who of them, the sentence does not say."""
    clause = frame.clause
    return frame.relative and clause is not None and clause.subject is not None and bool(clause.subject.also)


def _after_kin(frame: Frame, sentence: Sentence) -> bool:
    """*It is a remake of the French comedy, directed by N*: which of the two he directed?"""
    clause = frame.clause
    if clause is None or clause.vg.finite or not clause.inherited:
        return False
    return any(np.sem == "KIN" and np.start < clause.vg.start for np in sentence.phrases())


def _in_turn(frame: Frame) -> bool:
    """*Before N, M was the director*: one who came to it by turns."""
    clause = frame.clause
    return clause is not None and any(
        pp.prep in ("before", "after")
        and (pp.np.sem in ("PERSON", "NAME") or pp.np.pronoun in ("him", "her", "them"))  # not *before that*
        for pp in clause.pps
    )


def _again(frame: Frame) -> bool:
    """*The film was produced again by N*: another time, and another film."""
    made = frame.act in ("DIRECT", "WRITE", "COMPOSE", "PHOTOGRAPH", "SHOOT", "PRODUCE", "EDIT", "MAKE", "DESIGN")
    return (
        made
        and frame.clause is not None
        and any(mark.low in ("again", "anew", "elsewhere") for mark in frame.clause.marks)
    )


def _any_film(frame: Frame) -> bool:
    """*A documentary about the shoot was directed by N*: a film of which a verb says something need not be this one."""
    clause = frame.clause
    if clause is None or not clause.vg.finite or clause.relative or clause.subject is None:
        return False
    film = clause.subject
    return film.sem == "FILM" and film.det in ("a", "an", "another", "some") and film in frame.roles.values()


def fits(pronoun: str, np: NP) -> bool:
    """Whether a phrase can be what a pronoun stands for, by number and, where plain, by sex."""
    if pronoun in ("they", "them", "their", "themselves"):
        return np.plural or np.head in ("group", "couple", "family", "band")
    if pronoun in _FEMALE:
        return sex(np) != "male" and not np.plural
    if pronoun in _MALE:
        return sex(np) != "female" and not np.plural
    return False


_WOMEN = frozenset(
    "woman girl mother wife daughter sister widow heroine actress bride niece aunt grandmother granddaughter spouse".split()
)
_MEN = frozenset("man boy father husband son brother hero officer general soldier nephew uncle grandfather grandson priest count lieutenant colonel".split())  # fmt: skip


def sex(np: NP) -> str:
    if np.head in _WOMEN:
        return "female"
    return "male" if np.head in _MEN else ""


def read(link: Link, catalogue: Catalogue, gazetteer: Gazetteer) -> Reading:
    """The entry read with the names of its film, if it is linked."""
    known = gazetteer.with_names(_titles(link))
    names_ = catalogue.spellings(link.work.id) if link.work is not None else {}
    if names_:
        known = known.with_names(names_)
    lines = [
        Line(prose.label, prose, read_prose(recased(prose.text, names_), prose.span.start, known, prose.head))
        for prose in link.entry.prose
    ]
    return Reading(link, lines, catalogue)


def _titles(link: Link) -> Layer:
    """The entry's own heading, so that its words are not read as prose."""
    means = [["this", link.work.id if link.work else ""]]
    return grouped(
        {name: means for title in (link.entry.title, *link.entry.also) if words(title) and (name := surface(title))}
    )
