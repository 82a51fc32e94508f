"""Clauses to frames: who did what to whom, when and where, with polarity and hedges.

A frame is one act with its roles filled by noun phrases. Frames come from verbs (in any voice),
from nouns of the act ("winner of", "an adaptation of"), from participles before a noun ("escaped
prisoners"), from credits without a verb ("N's film", "director N"), and from fragments. What a
frame means for a film is no business of this module.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from verite.clauses.attach import BOUNDS, PP, Item
from verite.clauses.clause import Clause
from verite.clauses.denial import LIMITS
from verite.clauses.lexicon import Act, lexicon
from verite.clauses.offices import office_of
from verite.clauses.phrases import NP
from verite.clauses.tokens import Token

_HOLDING = ("WORK", "WORK-NAME", "MUSIC", "CRAFT")


class Frame(NamedTuple):
    """One act. `roles` names what the act table names; `adjuncts` holds every prepositional phrase
    of the clause, whether or not it fills a role. `by` says what made the frame: verb, noun,
    modifier, credit, copula, fragment."""

    act: str
    roles: dict[str, NP]
    adjuncts: list[tuple[str, NP]]
    start: int
    end: int
    act_start: int
    act_end: int
    by: str = "verb"
    word: str = ""
    subject: NP | None = None
    negative: bool = False
    hedged: bool = False
    attributed: bool = False
    quoted: bool = False
    modal: bool = False
    member: bool = False
    passive: bool = False
    relative: bool = False
    clause: Clause | None = None
    head: NP | None = None  # the noun that names the act

    def role(self, *names: str) -> NP | None:
        for name in names:
            if name in self.roles:
                return self.roles[name]
        return None

    def phrases(self) -> Iterator[NP]:
        """Every phrase of the frame, roles first, with what hangs on it."""
        seen = set()
        for np in (*self.roles.values(), *(np for _, np in self.adjuncts)):
            for inner in np.within():
                if id(inner) not in seen:
                    seen.add(id(inner))
                    yield inner


def flags_of(clause: Clause) -> dict[str, Any]:
    # *slits his wrists in an ending you will never forget*: what comes behind what a verb governs denies another one
    end = clause.vg.end
    said = [start for np in (*clause.objects, *(pp.np for pp in clause.pps)) if (start := np.start) >= end]
    past = min(said, default=clause.end)
    kinds = {mark.kind for mark in clause.marks if mark.kind != "negative" or mark.start <= past}
    tokens = clause.vg.tokens
    negative_object = any(np.det in ("no", "neither") or np.head in ("none", "nothing") for np in clause.objects)
    negative_subject = clause.subject is not None and (
        clause.subject.det in ("no", "neither") or clause.subject.head in ("none", "nobody", "nothing", "neither")
    )
    denied = clause.vg.negative and LIMITS.isdisjoint(clause.vg.adverbs)  # *not only* denies nothing
    return {
        "negative": (denied or "negative" in kinds or negative_subject) ^ negative_object or negative_object,
        "hedged": clause.vg.hedged or "hedge" in kinds,
        "attributed": "attribution" in kinds,
        "quoted": any(t.quoted for t in tokens),
        "modal": clause.vg.modal or clause.tentative,
        "member": "set-member" in kinds,
        "passive": clause.vg.passive,
        "relative": clause.relative,
    }


def verb_frames(clause: Clause, items: list[Item], flags: dict[str, Any]) -> Iterator[Frame]:
    """The acts of a clause's verb; `flags` are those of the clause."""
    vg = clause.vg
    seen = set()
    for act, consumed in _acts(clause, items):
        if act.name in seen:
            continue
        seen.add(act.name)
        roles: dict[str, NP] = {}
        # What the phrase of the act has used up (*take home*, *bring to the screen*) is no role any more.
        objects = [np for np in clause.objects if not vg.end <= np.tokens[0].start < consumed]
        pps = [pp for pp in clause.pps if not vg.end <= pp.np.tokens[0].start < consumed]
        if vg.passive:
            patient = act.roles.get("O") or act.roles.get("S")
            if clause.subject is not None and patient:
                roles[patient] = clause.subject
            if objects and "O2" in act.roles:
                roles[act.roles["O2"]] = objects[0]
            elif objects:
                roles.setdefault("object", objects[0])
        else:
            if clause.subject is not None and "S" in act.roles:
                roles[act.roles["S"]] = clause.subject
            places = [act.roles.get("O"), act.roles.get("O2")]
            roles |= {
                role: np for role, np in zip(places, objects, strict=False) if role and role != act.roles.get("S")
            }
            if (
                act.roles.get("O") == "prize"
                and len(objects) > 1
                and (objects[0].sem in ("PERSON", "NAME") or objects[0].pronoun in ("him", "her", "them"))
                and (objects[1].sem == "PRIZE" or objects[1].entity("prize", "category") is not None)
            ):
                roles |= {"recipient": objects[0], "prize": objects[1]}  # *it earned N (or: him) the Golden Bear*
            if act.roles.get("O") == "patient" and act.roles.get("S") == "patient" and clause.subject is not None:
                roles["patient"] = clause.subject
        held = [inner for pp in pps if pp.np.sem in _HOLDING for prep, inner in pp.np.pps if prep == "by"]
        for pp in pps:
            if pp.prep == "by" and any(pp.np is inner for inner in held):
                continue  # *made from a screenplay by N*: the screenplay is by him
            role = act.roles.get(pp.prep)
            if pp.prep == "by" and vg.passive and "by" not in act.roles:
                role = act.roles.get("S")
            if role and role == act.roles.get("O") and vg.passive and roles.get(role) is clause.subject is not None:
                # *the film was adapted from a play*: the adjunct is what *the play was adapted* has as subject
                roles["film"] = clause.subject
                roles[role] = pp.np
            elif (
                role
                and role == act.roles.get("O")
                and objects
                and roles.get(role) is objects[0]
                and act.name == "ADAPT"
            ):
                # *N adapted it from a play*: what he adapted it from is the source
                roles |= {"film": objects[0], role: pp.np}
            elif role and role not in roles and not pp.np.denied:
                roles[role] = pp.np
            elif not role and not objects and pp.mark.end == consumed and "O" in act.roles and not vg.passive:
                roles.setdefault(
                    act.roles["O"], pp.np
                )  # *takes its plot from a novel*: the phrase ends in the preposition
        if act.name == "OFFICE":
            if (agent := roles.get("agent")) is not None and (what := roles.get("what")) is not None:
                yield from office_frame(agent, what, clause)
            continue
        yield Frame(
            act.name, roles, _adjuncts(pps), clause.start, max(clause.end, consumed),
            vg.start, max(vg.end, consumed), word=" ".join((vg.lemma, *act.rest)), subject=clause.subject, clause=clause, **flags,
        )  # fmt: skip
    inside = next((pp.np for pp in clause.pps if pp.np.sem in ("ROLE", "PRIZE") and pp.np.start < vg.start), None)
    if vg.lemma == "be" and clause.subject is None and inside is not None and clause.objects:
        # *Also in the cast are A and B.* *Among the stars were A and B.*
        yield Frame(
            "INCLUDE", {"whole": inside, "part": clause.objects[0]}, _adjuncts(clause.pps),
            clause.start, clause.end, vg.start, vg.end, by="copula", word="be", clause=clause, **flags,
        )  # fmt: skip
    among = next((pp.np for pp in clause.pps if pp.prep == "among" and pp.np.sem == "PRIZE"), None)
    if vg.lemma == "be" and clause.subject is not None and among is not None and not clause.objects:
        # *The Golden Bear was among its prizes.*
        yield Frame(
            "INCLUDE", {"whole": among, "part": clause.subject}, _adjuncts(clause.pps),
            clause.start, clause.end, vg.start, vg.end, by="copula", word="be among", clause=clause, **flags,
        )  # fmt: skip
    about = next((pp.np for pp in clause.pps if pp.prep == "about"), None)
    if vg.lemma == "be" and clause.subject is not None and about is not None and not clause.objects:
        # *It is about N*: the film tells of him
        yield Frame(
            "TELL", {"film": clause.subject, "topic": about}, _adjuncts(clause.pps),
            clause.start, clause.end, vg.start, vg.end, by="copula", word="be about", subject=clause.subject, clause=clause, **flags,
        )  # fmt: skip
    if vg.lemma in ("be", "become", "remain") and clause.subject is not None and clause.objects:
        yield Frame(
            "IS", {"subject": clause.subject, "complement": clause.objects[0]}, _adjuncts(clause.pps),
            clause.start, clause.end, vg.start, vg.end, by="copula", word=vg.lemma, subject=clause.subject, clause=clause, **flags,
        )  # fmt: skip


def _adjuncts(pps: list[PP]) -> list[tuple[str, NP]]:
    """What says where, when and with whom; not what bounds it, nor what hangs on the bound (*before his death in 2011*)."""
    ends = {pp.np.core_end for pp in pps if pp.prep in BOUNDS}
    return [(pp.prep, pp.np) for pp in pps if pp.prep not in BOUNDS and pp.start - 1 not in ends]


def office_frame(agent: NP, what: NP, clause: Clause) -> Iterator[Frame]:
    """*N handled the camerawork*, *the score is the work of N*: the noun says what he did. Of *a* score nobody says whose."""
    act = office_of(what)
    if not act or what.det not in ("the", "its", "") or what.denied:
        return
    if any(p == "for" for p, n in what.pps if n.sem != "FILM") or (what.of is not None and what.of.sem != "FILM"):
        return  # *the direction of the wind*, *the music for a ballet*
    said = {*clause.vg.adverbs, *(mark.low for mark in clause.marks)}
    if not said.isdisjoint(("first", "at first", "initially", "originally")):
        return  # *the score first fell to N*
    if clause.vg.lemma == "go" and what.head.rpartition(" ")[2] not in ("credit", "duties", "honours", "honors"):
        return  # *the script went to N*, who may have refused it
    start, end = min(clause.start, what.start, agent.start), max(clause.end, what.core_end, agent.core_end)
    flags = {**flags_of(clause), "passive": False}
    yield Frame(
        act, {"agent": agent}, _adjuncts(clause.pps), start, end, clause.vg.start, clause.vg.end,
        by="noun", word=what.head, subject=what, clause=clause, head=what, **flags,
    )  # fmt: skip


def _acts(clause: Clause, items: list[Item]) -> Iterator[tuple[Act, int]]:
    """The acts that the verb can mean: phrases first (*take home* before *take*); `consumed` is where the phrase ends."""
    words = lexicon()
    after: list[Token] | None = None  # worked out only where a verb has phrases
    begin: set[str] = set()  # the words with which its phrase can begin
    phrase = False
    for lemma in clause.vg.lemmas:
        for act in words.verbs.get(lemma, ()):
            if not act.rest:
                if not phrase:
                    yield act, clause.vg.end
                continue
            if after is None:
                after = _following(clause, items)
                begin = {t.low.partition(" ")[0] for t in (*_led(clause), *after)}
            if act.rest[0] not in begin:
                continue  # most phrases of *take* or *make* end here
            end = _matches(act.rest, after)
            if not end and (led := _led(clause)):
                end = _matches(act.rest, [*led, *after])
            if not end and clause.objects and not clause.vg.passive:
                # the object may stand inside the phrase: *brings it to the screen*
                end = _matches(act.rest, [t for t in after if t.start >= clause.objects[0].core_end])
                if act.rest == ("in",) and any(pp.mark.end == end for pp in clause.pps):
                    end = 0  # *took the prize in the same category*: it took nothing in
                clause.end = max(clause.end, end)
                end = -end if end else 0
            if end:
                phrase = phrase or act.name != "OFFICE"  # *it comes from a book*, too
                yield act, clause.vg.end if end < 0 else end


def _following(clause: Clause, items: list[Item]) -> list[Token]:
    """The tokens after a verb, in which its phrase may stand; before it, if that is turned round."""
    if clause.inverted:
        return [t for pp in clause.pps for t in _tokens(pp)]  # *Behind the camera stood N*
    end = clause.vg.end
    return [t for item in items if item.end > end for t in _tokens(item) if t.start >= end]


def _led(clause: Clause) -> list[Token]:
    """*was up for three prizes*: an adverb that ended the verb group may begin the phrase."""
    tokens = clause.vg.tokens
    return [t for t in tokens[-1:] if len(tokens) > 1 and lexicon().has(t.low, "adverb")]


def _matches(rest: tuple[str, ...], tokens: list[Token]) -> int:
    """Where the phrase ends, if these tokens begin with its words (articles passed over); else 0."""
    k = 0
    for token in tokens[: 2 * len(rest) + 2]:
        if k == len(rest):
            break
        if token.low == rest[k]:
            k += 1
        elif " ".join(rest[k:]) == token.low:
            k = len(rest)
        elif token.low in ("a", "an", "the", "its", "his", "her") or (not k and token.low.endswith("ly")):
            continue
        elif k and any(e.type == "nationality" for e in token.entities):
            continue  # *fall into German hands*
        else:
            return 0
        if k == len(rest):
            return token.end
    return 0


def _tokens(item: Item) -> list[Token]:
    """The tokens of an item in the order of the text; the prepositional phrases that hang on it are items of their own."""
    if isinstance(item, PP):
        return [*item.mark.tokens, *_own(item.np)]
    return _own(item) if isinstance(item, NP) else list(item.tokens)


def _own(np: NP) -> list[Token]:
    if not (np.poss or np.of or np.also):
        return np.tokens
    found = [*(_own(np.poss) if np.poss is not None else ()), *np.tokens]
    for other in (np.of, *np.also):
        found.extend(_own(other) if other is not None else ())
    return sorted({id(t): t for t in found}.values(), key=lambda t: t.start)
