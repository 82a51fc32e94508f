"""Clauses to frames: who did what to whom, when and where, with polarity and hedges.

A frame is one act with its roles filled by noun phrases. Frames come from verbs (in any voice),
from nouns of the act ("winner of", "an adaptation of"), from participles before a noun ("escaped
prisoners"), from credits without a verb ("N's film", "director N"), and from fragments. What a
frame means for a film is no business of this module.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from verite.clauses.attach import PEOPLE, PP, Item, is_mark
from verite.clauses.attach import items as attached
from verite.clauses.clause import Clause
from verite.clauses.clause import clauses as clauses_of
from verite.clauses.denial import denials
from verite.clauses.lexicon import Act, lexicon
from verite.clauses.phrases import NP, Chunk
from verite.clauses.tokens import Token

_NAMES = ("PERSON", "NAME")
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
        return next((self.roles[name] for name in names if name in self.roles), None)

    def phrases(self) -> Iterator[NP]:
        """Every phrase of the frame, roles first, with what hangs on it."""
        seen = set()
        for np in (*self.roles.values(), *(np for _, np in self.adjuncts)):
            for inner in np.within():
                if id(inner) not in seen:
                    seen.add(id(inner))
                    yield inner


class Sentence(NamedTuple):
    tokens: list[Token]
    chunks: list[Chunk]
    items: list[Item]
    clauses: list[Clause]
    frames: list[Frame]
    nps: list[NP]  # its phrases with their possessors, in order
    incomplete: bool = False

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    def closed(self, end: int) -> int:
        """Where a span ends, the bracket that closes right after it included."""
        return next((t.end for t in self.tokens if t.start == end and t.text in ")]"), end)

    def before(self, np: NP) -> str:
        """The word before a phrase."""
        return next((t.low for t in reversed(self.tokens) if t.end <= np.start), "")

    def hyphened(self, np: NP) -> bool:
        """*German- occupied*: a phrase cut off by a hyphen with a space."""
        return any(t.start == np.core_end and t.text in "-–" for t in self.tokens)

    def denials(self, start: int, end: int) -> int:
        """How many words of denial or doubt bear on a span: see `denial`."""
        return denials(self.tokens, start, end)

    def phrases(self) -> list[NP]:
        return self.nps


def parse(tokens: list[Token], chunks: list[Chunk]) -> Sentence:
    """The clauses and frames of one sentence."""
    items = attached(chunks)
    clauses = clauses_of(items)
    frames = [frame for clause in clauses for frame in _verb_frames(clause, items)]
    covered = {id(np) for frame in frames for np in frame.roles.values()}
    frames.extend(_noun_frames(items, clauses, covered))
    frames.extend(_fragments(items, clauses))
    frames = [_reported(frame, items, clauses) for frame in frames]
    return Sentence(tokens, chunks, items, clauses, frames, _phrases(chunks), _incomplete(tokens))


def _phrases(chunks: list[Chunk]) -> list[NP]:
    seen: dict[int, NP] = {}
    for chunk in chunks:
        if isinstance(chunk, NP):
            for np in (chunk, chunk.poss):
                if np is not None:
                    seen.setdefault(id(np), np)
    return list(seen.values())


def _reported(frame: Frame, items: list[Item], clauses: list[Clause]) -> Frame:
    """*According to legend it was banned*: what stands before reports all that follows in the sentence;
    a hedge (*supposedly*) colours what follows up to the next verb."""
    for item in items:
        if item.start >= frame.act_start:
            break
        if is_mark(item, "attribution"):
            frame = frame._replace(attributed=True)
        elif is_mark(item, "hedge") and not any(item.end <= c.vg.start < frame.act_start for c in clauses):
            frame = frame._replace(hedged=True)
    return frame


def _incomplete(tokens: list[Token]) -> bool:
    """Cut short: ends in an ellipsis, or without a full stop on a word that wants another one."""
    last = tokens[-1]
    if last.text in ("…", "..."):
        return True
    words = lexicon()
    return last.text not in ".!?\"'”’)" and (
        words.has(last.low, "preposition") or words.has(last.low, "det") or words.has(last.low, "conjunction")
    )


def _flags(clause: Clause) -> dict[str, Any]:
    kinds = {mark.kind for mark in clause.marks}
    tokens = clause.vg.tokens
    negative_object = any(np.det in ("no", "neither") or np.head in ("none", "nothing") for np in clause.objects)
    negative_subject = clause.subject is not None and (
        clause.subject.det in ("no", "neither") or clause.subject.head in ("none", "nobody", "nothing", "neither")
    )
    return {
        "negative": (clause.vg.negative or "negative" in kinds or negative_subject) ^ negative_object
        or negative_object,
        "hedged": clause.vg.hedged or "hedge" in kinds,
        "attributed": "attribution" in kinds,
        "quoted": any(t.quoted for t in tokens),
        "modal": clause.vg.modal or clause.tentative,
        "member": "set-member" in kinds,
        "passive": clause.vg.passive,
        "relative": clause.relative,
    }


def _verb_frames(clause: Clause, items: list[Item]) -> Iterator[Frame]:
    vg = clause.vg
    flags = _flags(clause)
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
            elif role and role not in roles and not pp.np.denied:
                roles[role] = pp.np
        yield Frame(
            act.name, roles, [(pp.prep, pp.np) for pp in pps], clause.start, max(clause.end, consumed),
            vg.start, max(vg.end, consumed), word=" ".join((vg.lemma, *act.rest)), subject=clause.subject, clause=clause, **flags,
        )  # fmt: skip
    inside = next((pp.np for pp in clause.pps if pp.np.sem == "ROLE" and pp.np.start < vg.start), None)
    if vg.lemma == "be" and clause.subject is None and inside is not None and clause.objects:
        # *Also in the cast are A and B.* *Among the stars were A and B.*
        yield Frame(
            "INCLUDE", {"whole": inside, "part": clause.objects[0]}, [(pp.prep, pp.np) for pp in clause.pps],
            clause.start, clause.end, vg.start, vg.end, by="copula", word="be", clause=clause, **flags,
        )  # fmt: skip
    about = next((pp.np for pp in clause.pps if pp.prep == "about"), None)
    if vg.lemma == "be" and clause.subject is not None and about is not None and not clause.objects:
        # *It is about N*: the film tells of him
        yield Frame(
            "TELL", {"film": clause.subject, "topic": about}, [(pp.prep, pp.np) for pp in clause.pps],
            clause.start, clause.end, vg.start, vg.end, by="copula", word="be about", subject=clause.subject, clause=clause, **flags,
        )  # fmt: skip
    if vg.lemma in ("be", "become", "remain") and clause.subject is not None and clause.objects:
        yield Frame(
            "IS", {"subject": clause.subject, "complement": clause.objects[0]}, [(pp.prep, pp.np) for pp in clause.pps],
            clause.start, clause.end, vg.start, vg.end, by="copula", word=vg.lemma, subject=clause.subject, clause=clause, **flags,
        )  # fmt: skip


def _acts(clause: Clause, items: list[Item]) -> Iterator[tuple[Act, int]]:
    """The acts that the verb can mean: phrases first (*take home* before *take*); `consumed` is where the phrase ends."""
    words = lexicon()
    after: list[Token] | None = None  # worked out only where a verb has phrases
    phrase = False
    for lemma in clause.vg.lemmas:
        for act in words.verbs.get(lemma, ()):
            if not act.rest:
                if not phrase:
                    yield act, clause.vg.end
                continue
            if after is None:
                after = _following(clause, items)
            end = _matches(act.rest, after)
            if not end and (led := _led(clause)):
                end = _matches(act.rest, [*led, *after])
            if not end and clause.objects and not clause.vg.passive:
                # the object may stand inside the phrase: *brings it to the screen*
                end = _matches(act.rest, [t for t in after if t.start >= clause.objects[0].core_end])
                clause.end = max(clause.end, end)
                end = -end if end else 0
            if end:
                phrase = True
                yield act, clause.vg.end if end < 0 else end


def _following(clause: Clause, items: list[Item]) -> list[Token]:
    """The tokens after a verb, in which its phrase may stand; before it, if that is turned round."""
    if clause.inverted:
        return [t for pp in clause.pps for t in _tokens(pp)]  # *Behind the camera stood N*
    return [t for item in items if item.end > clause.vg.end for t in _tokens(item) if t.start >= clause.vg.end]


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
    found = [*(_own(np.poss) if np.poss is not None else ()), *np.tokens]
    for other in (np.of, *np.also):
        found.extend(_own(other) if other is not None else ())
    return sorted({id(t): t for t in found}.values(), key=lambda t: t.start)


# *shooting took place in Norway*: the verb only says that the noun's act happened
_HAPPEN = ("take", "happen", "occur", "begin", "start", "be", "come", "follow")


def _noun_frames(items: list[Item], clauses: list[Clause], covered: set[int]) -> Iterator[Frame]:
    words = lexicon()
    modified: set[tuple[str, int]] = set()
    for i, item in enumerate(items):
        top = item.np if isinstance(item, PP) else item
        if not isinstance(top, NP):
            continue
        clause = _around(top, clauses)
        flags = _flags(clause) if clause else {}
        flags.pop("passive", None)
        copula = (
            clause
            if clause is not None and clause.vg.lemma in ("be", "become", "remain", "get") and top in clause.objects
            else None
        )
        negated = flags.get("negative", False) if copula else top.det == "no"
        before = items[i - 1] if i else None
        if is_mark(before, "negative") or (
            isinstance(item, PP) and item.prep in ("without", "instead of", "rather than")
        ):
            negated = True
        hedged = flags.get("hedged", False)
        shared = {
            "negative": negated, "hedged": hedged, "attributed": flags.get("attributed", False), "quoted": any(t.quoted for t in top.tokens),
            "modal": flags.get("modal", False), "member": flags.get("member", False), "relative": flags.get("relative", False),
        }  # fmt: skip
        for np in _each(top):
            holder = copula.subject if copula and np is top else None
            start = min(np.start, copula.start) if copula else np.start
            for act in words.nouns.get(np.head, ()) if not np.name or np.sem == "ACT" else ():
                roles: dict[str, NP] = {}
                if np.poss is not None and "poss" in act.roles:
                    roles[act.roles["poss"]] = np.poss
                elif np.det in ("his", "her", "their") and "poss" in act.roles:
                    owner = next(t for t in np.tokens if t.low == np.det)
                    roles[act.roles["poss"]] = NP([owner], np.det, "PRONOUN", pronoun=np.det)
                if np.of is not None and "of" in act.roles:
                    roles[act.roles["of"]] = np.of
                happens = clause is not None and clause.subject is np and clause.vg.lemma in _HAPPEN
                verb = copula or (clause if happens else None)
                for prep, inner in (
                    np.pps if np is not top or verb is None else [*np.pps, *((pp.prep, pp.np) for pp in verb.pps)]
                ):
                    role = act.roles.get(prep)
                    if role and role not in roles:
                        roles[role] = inner
                if holder is not None:
                    roles["holder"] = holder
                named = next((other for other in np.appos if other.sem in _NAMES), np.appos[0] if np.appos else None)
                if named is not None:
                    roles["named"] = named
                if (
                    isinstance(item, NP)
                    and top is np
                    and not copula
                    and clause is not None
                    and clause.subject is np
                    and clause.vg.lemma == "be"
                    and clause.objects
                ):
                    roles.setdefault("named", clause.objects[0])
                if not roles and np.head not in ("winner", "nominee"):
                    continue
                end = max([np.end, *(r.end for r in roles.values()), *(other.end for other in np.appos)])
                yield Frame(act.name, roles, _adjuncts(np, verb if np is top else None), min(start, *(r.start for r in roles.values())) if roles else start, end, np.start, np.core_end, by="noun", word=np.head, subject=holder, clause=clause, head=np, **shared)  # fmt: skip
            if np.act is not None:
                for lemma, tag in sorted(words.forms.get(np.act.low, ())):
                    for act in words.verbs.get(lemma, ()) if tag in "nd" else ():
                        role = (
                            "patient" if act.roles.get("S") == "patient" else act.roles.get("O") or act.roles.get("S")
                        )
                        if not act.rest and role and (act.name, id(np)) not in modified:
                            modified.add((act.name, id(np)))
                            yield Frame(act.name, {role: np}, [], np.start, np.core_end, np.act.start, np.act.end, by="modifier", word=lemma, clause=clause, passive=True, **shared)  # fmt: skip
            if not _another(np, item, clause, copula):
                # *a remake of N's film*, *inspired by N's film*: another film than this one
                within = np is not top or (isinstance(item, PP) and item.prep not in ("in", "for", "at"))
                titled = not isinstance(item, PP) or (item.prep in ("by", "from", "with") and np in top.each())
                yield from _credits(np, shared, clause, within, titled and not _of_other(np, top, clause))


def _another(np: NP, item: Item, clause: Clause | None, copula: Clause | None) -> bool:
    """*shared it with a film by N*: an indefinite film under another verb is not the film of the entry."""
    indefinite = np.sem == "FILM" and np.det in ("a", "an", "another", "some", "other")
    governed = isinstance(item, PP) or (clause is not None and copula is None and clause.subject is not np)
    return indefinite and governed and clause is not None


def _adjuncts(np: NP, copula: Clause | None) -> list[tuple[str, NP]]:
    found = list(np.pps)
    if copula:
        found.extend((pp.prep, pp.np) for pp in copula.pps if (pp.prep, pp.np) not in found)
    return found


def _each(top: NP) -> Iterator[NP]:
    """The phrase, its possessors, of-chain, appositions and coordinates, each once."""
    seen = set()
    for np in top.within():
        if id(np) not in seen:
            seen.add(id(np))
            yield np


def _around(np: NP, clauses: list[Clause]) -> Clause | None:
    for clause in clauses:
        if clause.subject is np or np in clause.objects or any(pp.np is np for pp in clause.pps):
            return clause
    return next((c for c in clauses if c.start <= np.start and np.core_end <= c.end), None)


def _credits(np: NP, shared: dict[str, Any], clause: Clause | None, within: bool, titled: bool) -> Iterator[Frame]:
    """*N's film*, *a film by N*, *director N*: credits without a verb."""
    if np.sem == "FILM" and np.poss is not None and np.poss.sem in _NAMES and not within:
        yield _credit("DIRECT", np.poss, np.start, np.core_end, np, shared, clause, "'s")
    if (
        np.head in ("work", "creation")
        and not np.mods
        and np.of is not None
        and np.of.sem in _NAMES
        and np.det == "the"
        and clause is not None
        and clause.vg.lemma == "be"
        and np in clause.objects
    ):
        yield _credit("DIRECT", np.of, np.start, np.of.core_end, np, shared, clause, "of")  # *it is the work of N*
    if (np.sem == "FILM" and np.head not in ("title", "work")) or np.head in (
        "adaptation",
        "version",
        "collaboration",
        "direction",
    ):
        # *a version of the novel by N*: the novel is by him, not the film
        others = [other for held in (np.of.within() if np.of else ()) for _, other in held.pps]
        for prep, maker in np.pps:
            if any(maker is other for other in others) or maker.det in ("a", "an") or (within and np.entity("this")):
                continue
            if prep in ("by", "from") and maker.sem in _NAMES:
                yield _credit("DIRECT", maker, np.start, maker.core_end, np, shared, clause, prep)
    if np.sem in _NAMES and np.name and titled:
        before = " ".join(np.mods).replace(" " + np.name.lower(), "").split(" ")
        for noun, act in _TITLED.items():
            if noun in before:
                yield _credit(act, np, np.start, np.core_end, np, shared, clause, noun)


def _of_other(np: NP, top: NP, clause: Clause | None) -> bool:
    """*director N's earlier film*, *inspired by director N*: he directed that one, or nothing here."""
    verb = clause.vg.lemma if clause is not None else ""
    return (np is top.poss and top.sem == "FILM") or verb in (
        "inspire",
        "influence",
        "develop",
        "replace",
        "follow",
        "praise",
        "compare",
    )


# *director N*, *the composer N*: what stands before a name
_TITLED = {
    "director": "DIRECT", "filmmaker": "DIRECT", "film-maker": "DIRECT", "writer-director": "DIRECT", "screenwriter": "WRITE",
    "scriptwriter": "WRITE", "composer": "COMPOSE", "cinematographer": "PHOTOGRAPH", "cameraman": "PHOTOGRAPH", "producer": "PRODUCE",
    "narrator": "NARRATE", "actor": "STAR", "actress": "STAR", "actors": "STAR", "actresses": "STAR",
}  # fmt: skip


def _credit(
    act: str, agent: NP, start: int, end: int, at: NP, shared: dict[str, Any], clause: Clause | None, word: str
) -> Frame:
    return Frame(act, {"agent": agent, "film": at} if at is not agent else {"agent": agent}, [], start, max(end, agent.core_end), agent.start, agent.core_end, by="credit", word=word, clause=clause, **shared)  # fmt: skip


_LABELS = {"helm": "DIRECT", "directors": "DIRECT", "cast": "STAR", "stars": "STAR", "performances": "STAR"}
_CREDITED = frozenset("DIRECT WRITE COMPOSE PHOTOGRAPH PRODUCE EDIT NARRATE DESIGN STAR".split())
_BESIDE = ("with", "alongside", "along with", "together with", "opposite")
_WITH = ("with", "featuring", "including", "opposite", "alongside", "along with", "together with")


def _label(act: str, agent: NP, label: Item, word: str) -> Frame:
    return Frame(act, {"agent": agent}, [], label.start, agent.end, agent.start, agent.core_end, by="credit", word=word)


def _players(item: Item, items: list[Item], clauses: list[Clause]) -> Iterator[Frame]:
    """*with A as the widow*, *A in the title role*, *A drama with A and B.*: who is in the film, without a verb."""
    top = item.np if isinstance(item, PP) else item
    if not isinstance(top, NP) or top.sem not in _NAMES:
        return
    clause = _around(top, clauses)
    subject = clause.subject if clause is not None else None
    if isinstance(item, PP):
        if item.prep not in _WITH or (subject is not None and (subject.sem in PEOPLE or subject.pronoun == "they")):
            return
    elif clause is not None:
        return  # a verb says what he has to do with the film
    told = [c.subject for c in clauses if c.start < item.start and c.subject is not None]
    if any(subject.sem in PEOPLE for subject in told) and not any(prep == "as" for prep, _ in top.pps):
        return  # *N plays chess with A*
    where = {"negative": isinstance(item, PP) and item.prep == "without", "clause": clause}
    for np in top.each():
        part = next((other for prep, other in np.pps if prep in ("as", "in") and _part(prep, other)), None)
        if part is None and (
            any(prep == "as" for prep, _ in np.pps) or not (isinstance(item, PP) and item.prep in _BESIDE)
        ):
            continue  # *with N as producer*
        roles = {"agent": np} | ({"character": part} if part is not None else {})
        act = "PLAY" if part is not None else "STAR"
        end = max(np.core_end, part.core_end if part else 0)
        yield Frame(act, roles, [], np.start, end, np.start, np.core_end, by="fragment", word="with", **where)  # type: ignore[arg-type]


def _part(prep: str, np: NP) -> bool:
    return np.sem == "ROLE" if prep == "in" else np.sem in (*PEOPLE, "ROLE", "O")


def _fragments(items: list[Item], clauses: list[Clause]) -> Iterator[Frame]:
    """*From the novel by N.* *After the play.* *A drama about the camps.*"""
    for i, item in enumerate(items):
        before = items[i - 1] if i else None
        if (
            isinstance(item, NP)
            and is_mark(before, "cut")
            and before.low in (":", "-", "–")
            and i >= 2
            and item.sem in _NAMES
        ):
            # *Director: N* · *Music: N* · *At the helm: N*
            label = items[i - 2]
            head = label.np.head if isinstance(label, PP) else label.head if isinstance(label, NP) else ""
            act = _LABELS.get(head) or next((a.name for a in lexicon().nouns.get(head, ()) if a.name in _CREDITED), "")
            if act:
                yield _label(act, item, label, head)
        opening = i == 0 or is_mark(before, "cut", "open", "comma")
        if isinstance(item, PP) and item.prep in ("from", "after") and item.np.sem in ("WORK", "WORK-NAME") and (
            opening or (isinstance(before, NP) and before.sem == "FILM") or isinstance(before, PP) or item.prep == "after"
        ) and (item.prep == "after" or not any(item in clause.pps and clause.vg.lemma not in ("be",) for clause in clauses)):  # fmt: skip
            yield Frame(
                "ADAPT",
                {"source": item.np},
                [],
                item.start,
                item.end,
                item.start,
                item.mark.end,
                by="fragment",
                word=item.prep,
            )
        yield from _players(item, items, clauses)
        top = item.np if isinstance(item, PP) else item
        if isinstance(top, NP):
            for np in _each(top):
                if np.sem != "FILM" and np.head not in ("story", "tale", "account", "portrait"):
                    continue
                for prep, inner in np.pps:
                    if prep in ("about", "on") and inner.sem not in ("DATE",):
                        yield Frame(
                            "TELL",
                            {"film": np, "topic": inner},
                            [],
                            np.start,
                            inner.end,
                            np.start,
                            np.core_end,
                            by="fragment",
                            word=prep,
                        )
