"""Chunks to clauses to frames: who did what to whom, when and where, with polarity and hedges.

A frame is one act with its roles filled by noun phrases. Frames come from verbs (in any voice),
from nouns of the act ("winner of", "an adaptation of"), from participles before a noun ("escaped
prisoners"), from credits without a verb ("N's film", "director N"), and from fragments. What a
frame means for a film is no business of this module.
"""

import itertools
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeGuard

from verite.clauses.chunks import NP, VG, Chunk, Mark
from verite.clauses.lexicon import Act, lexicon
from verite.clauses.tokens import Token

PEOPLE = ("PERSON", "NAME", "CHARACTER", "HUMAN", "PRONOUN")
_NAMES = ("PERSON", "NAME")


class PP(NamedTuple):
    """A prepositional phrase as it stands in a clause."""

    prep: str
    np: NP
    mark: Mark

    @property
    def start(self) -> int:
        return self.mark.start

    @property
    def end(self) -> int:
        return self.np.end


Item = NP | VG | Mark | PP


class Clause:
    """One verb group with its subject, objects and adjuncts."""

    __slots__ = ("end", "inherited", "marks", "objects", "pps", "relative", "start", "subject", "tentative", "vg")

    def __init__(self, vg: VG) -> None:
        self.vg = vg
        self.subject: NP | None = None
        self.objects: list[NP] = []
        self.pps: list[PP] = []
        self.marks: list[Mark] = []
        self.relative = False
        self.inherited = False
        self.tentative = False  # *tries to escape*: nobody says that it came to it
        self.start = vg.start
        self.end = vg.end


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
    incomplete: bool = False

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    def phrases(self) -> Iterator[NP]:
        seen = set()
        for chunk in self.chunks:
            if isinstance(chunk, NP):
                for np in (chunk, chunk.poss):
                    if np is not None and id(np) not in seen:
                        seen.add(id(np))
                        yield np


def parse(tokens: list[Token], chunks: list[Chunk]) -> Sentence:
    """The clauses and frames of one sentence."""
    items = _coordinate(_appose(_attach(chunks)))
    clauses = _clauses(items)
    frames = [frame for clause in clauses for frame in _verb_frames(clause, items)]
    covered = {id(np) for frame in frames for np in frame.roles.values()}
    frames.extend(_noun_frames(items, clauses, covered))
    frames.extend(_fragments(items, clauses))
    frames = [_reported(frame, items, clauses) for frame in frames]
    return Sentence(tokens, chunks, items, clauses, frames, _incomplete(tokens))


def _reported(frame: Frame, items: list[Item], clauses: list[Clause]) -> Frame:
    """*According to legend it was banned*: what stands before reports all that follows in the sentence;
    a hedge (*supposedly*) colours what follows up to the next verb."""
    for item in items:
        if item.start >= frame.act_start:
            break
        if _is(item, "attribution"):
            frame = frame._replace(attributed=True)
        elif _is(item, "hedge") and not any(item.end <= c.vg.start < frame.act_start for c in clauses):
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


# -- items: what hangs on what


def _attach(chunks: list[Chunk]) -> list[Item]:
    """Prepositions with their phrases; *of* and what directly follows a noun hang on it."""
    items: list[Item] = []
    i = 0
    while i < len(chunks):
        chunk = chunks[i]
        after = chunks[i + 1] if i + 1 < len(chunks) else None
        if isinstance(chunk, Mark) and chunk.kind == "preposition" and isinstance(after, NP):
            if items and _is(items[-1], "negative") and items[-1].low in ("not", "never"):
                items.pop()
                after.denied = True
            host = items[-1] if items else None
            target = host if isinstance(host, NP) else host.np if isinstance(host, PP) else None
            if chunk.low == "of" and target is not None:
                while target.of is not None:
                    target = target.of
                target.of = after
            else:
                if target is not None:
                    while target.of is not None:
                        target = target.of
                    target.pps.append((chunk.low, after))
                    if isinstance(host, NP) and host is not target:
                        host.pps.append((chunk.low, after))
                items.append(PP(chunk.low, after, chunk))
            i += 2
            continue
        items.append(chunk)
        i += 1
    return items


def _is(item: Item | None, *kinds: str) -> TypeGuard[Mark]:
    return isinstance(item, Mark) and item.kind in kinds


def _appose(items: list[Item]) -> list[Item]:
    """*the director, N,* and *N (R)*: the second phrase hangs on the first and leaves the stream."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        host = out[-1] if out else None
        target = host if isinstance(host, NP) else host.np if isinstance(host, PP) else None
        second = items[i + 1] if i + 1 < len(items) else None
        third = items[i + 2] if i + 2 < len(items) else None
        if (
            _is(second, "adverb")
            and second.low in _FORMERLY
            and isinstance(third, NP)
            and _is(items[i], "comma")
            and target is not None
        ):
            # *the father, once a hero,*: the adverb goes, the apposition stays
            items = [*items[: i + 1], *items[i + 2 :]]
            second, third = third, items[i + 2] if i + 2 < len(items) else None
        if target is not None and isinstance(second, NP):
            if _is(items[i], "open"):
                close = next((j for j in range(i + 2, min(i + 6, len(items))) if _is(items[j], "close")), None)
                if close:
                    target.appos.append(second)
                    inner = [item for item in items[i + 2 : close] if isinstance(item, PP)]
                    out.extend(inner)
                    i = close + 1
                    continue
            closes = third is None or _is(third, "comma", "cut", "close") or _postmodified(items, i + 2)
            follows = items[i + 3] if i + 3 < len(items) else None
            listed = _is(third, "comma") and (
                _is(follows, "conjunction")
                or (
                    isinstance(follows, NP)
                    and second.sem == follows.sem
                    and not isinstance(items[i + 4] if i + 4 < len(items) else None, VG)
                )
            )
            if _is(items[i], "comma") and closes and not listed and _apposable(target, second):
                target.appos.append(second)
                i += 2
                # the comma that closes it goes too, so that the verb stands beside its subject
                while i < len(items) and isinstance(after := items[i], PP):
                    second.pps.append((after.prep, after.np))
                    out.append(after)
                    i += 1
                if i < len(items) and _is(items[i], "comma") and isinstance(host, NP):
                    i += 1
                continue
        out.append(items[i])
        i += 1
    return out


_FORMERLY = ("once", "now", "formerly", "later", "still", "then", "himself", "herself", "originally", "already")


def _postmodified(items: list[Item], i: int) -> bool:
    """The second phrase carries prepositional phrases and then a comma: *N, a teacher from Minsk, is ...*."""
    j = i
    while j < len(items) and isinstance(items[j], PP):
        j += 1
    return j > i and (j >= len(items) or _is(items[j], "comma", "cut"))


def _apposable(first: NP, second: NP) -> bool:
    if first.sem in ("DATE", "TIME") or second.sem in ("DATE", "TIME", "PRONOUN"):
        return False
    if first.sem == "PLACE":
        return second.sem == "PLACE"
    if first.sem in ("CAMP", "PRISON", "EXILE", "FREEDOM", "EVENT") and second.sem in PEOPLE:
        return False  # *released from a camp, the hero ...*
    if first.pronoun:
        return False
    return bool(second.det or second.name or second.poss or second.sem in ("HUMAN", "ACT", "FILM", "WORK"))


def _coordinate(items: list[Item]) -> list[Item]:
    """*A, B and C* of one class becomes one phrase with the others in `also`."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        host = out[-1] if out else None
        target = host if isinstance(host, NP) else host.np if isinstance(host, PP) else None
        if target is not None and _is(item, "conjunction", "comma"):
            j = i + 1
            if _is(item, "comma") and j < len(items) and _is(items[j], "conjunction"):
                j += 1
            second = items[j] if j < len(items) else None
            if isinstance(second, NP) and _alike(target, second) and not _new_clause(items, j, out):
                if _is(item, "conjunction") or j > i + 1 or _list_goes_on(items, j):
                    target.also.append(second)
                    i = j + 1
                    continue
        out.append(item)
        i += 1
    return out


def _list_goes_on(items: list[Item], j: int) -> bool:
    """After *A, B* there must come *, C* or *and C* for the comma to be one of a list."""
    k = j + 1
    while k < len(items) and isinstance(items[k], NP):
        k += 1
    if k < len(items) and _is(items[k], "comma") and k + 1 < len(items) and _is(items[k + 1], "conjunction"):
        return True
    return (
        k < len(items) and _is(items[k], "conjunction", "comma") and k + 1 < len(items) and isinstance(items[k + 1], NP)
    )


def _alike(one: NP, other: NP) -> bool:
    if one.sem in PEOPLE and other.sem in PEOPLE:
        return True
    if one.sem == other.sem and one.sem != "O":
        return True
    return one.sem == "O" and other.sem == "O"


def _new_clause(items: list[Item], j: int, out: list[Item]) -> bool:
    """The phrase at `j` is the subject of a clause of its own."""
    k = j + 1
    while k < len(items) and isinstance(items[k], PP):
        k += 1
    after = items[k] if k < len(items) else None
    if not (isinstance(after, VG) and after.finite):
        return False
    return any(isinstance(item, VG) for item in out)


# -- clauses


def _clauses(items: list[Item]) -> list[Clause]:
    for i, item in enumerate(items[:-1]):
        if _is(item, "relative") and item.low == "whose" and isinstance(owned := items[i + 1], NP):
            owned.poss = _antecedent(items, i)
    found: list[Clause] = []
    pending: NP | None = None  # the antecedent of a relative whose verb comes later
    for i, item in enumerate(items):
        if _is(item, "relative") and not isinstance(items[i + 1] if i + 1 < len(items) else None, VG):
            pending = _antecedent(items, i)
        if _is(item, "cut"):
            pending = None
        if not isinstance(item, VG):
            continue
        clause = _clause(items, i, found, pending)
        if pending is not None and item.finite and clause.relative:
            pending = None
        found.append(clause)
    _share(found, items)
    return found


def _antecedent(items: list[Item], i: int) -> NP | None:
    """The phrase before a relative: the last one that can be a person or thing of its own."""
    for j in range(i - 1, -1, -1):
        item = items[j]
        if isinstance(item, PP):
            # *a projectionist for Stalin, whose wife*: the phrase that the adjunct hangs on
            before = items[j - 1] if j else None
            host = _last(before) if isinstance(before, NP) else None
            if (
                host is not None
                and host.sem in PEOPLE
                and item.prep in ("for", "from", "in", "at", "with", "of", "to")
                and (
                    item.np.sem not in ("HUMAN", "CHARACTER")
                    or _is(items[j + 1] if j + 1 < len(items) else None, "comma")
                )
            ):
                return host
            if isinstance(before, PP) and before.np.sem in PEOPLE and item.np.sem not in PEOPLE:
                return _last(before.np)
            return _last(item.np)
        if isinstance(item, NP):
            return _last(item)
        if _is(item, "comma"):
            continue
        return None
    return None


def _last(np: NP) -> NP:
    """The end of an of-chain, unless it is a thing and the head is a person (*prisoners of war who*)."""
    inner = np
    while inner.of is not None:
        if (
            inner.sem == "HUMAN"
            and inner.head not in ("group", "band", "handful", "party", "gang", "pair", "number")
            and inner.of.sem not in PEOPLE
        ):
            return inner
        inner = inner.of
    return inner


def _clause(items: list[Item], i: int, before: list[Clause], pending: NP | None) -> Clause:
    vg = items[i]
    assert isinstance(vg, VG)
    clause = Clause(vg)
    _subject(items, i, clause, before, pending)
    _complements(items, i, clause)
    if clause.subject is not None and clause.subject.tokens[0].start >= vg.end:
        clause.end = max(clause.end, clause.subject.core_end)  # *After escaping, the inmates ...*
    return clause


def _subject(items: list[Item], i: int, clause: Clause, before: list[Clause], pending: NP | None) -> None:
    vg = clause.vg
    j = i - 1
    comma = False
    while j >= 0:
        item = items[j]
        if _is(item, "adverb", "negative", "hedge", "attribution", "set-member", "other"):
            clause.marks.append(item)
        elif _is(item, "comma"):
            comma = True
        elif isinstance(item, PP):
            if not vg.finite and not comma and vg.tag in "ng" and not vg.infinitive:
                clause.subject = item.np  # *a man in a camp run by*: the nearest phrase
                return
        elif _is(item, "relative"):
            if item.low in ("when", "where"):
                return
            clause.subject = _antecedent(items, j)
            clause.relative = True
            clause.start = clause.subject.start if clause.subject else item.start
            return
        elif isinstance(item, NP):
            left = items[j - 1] if j else None
            if (
                vg.finite
                and comma
                and _is(left, "comma")
                and item.sem == "O"
                and not (item.det or item.name or item.plural)
            ):
                j -= 1
                continue  # *N, loyal to the Party, is sentenced*: a quality between commas is nobody
            if not vg.finite and comma and before and _main(before) is not None:
                break
            if isinstance(left, VG) and vg.finite and comma:
                # *N, who directed it, was censored*: the object of a relative clause is not the next subject
                owner = next((c for c in before if c.vg is left), None)
                if owner is not None and owner.relative and owner.subject is not None:
                    clause.subject = owner.subject
                    clause.start = owner.subject.start
                    return
            clause.subject = item
            clause.start = item.start
            if (
                isinstance(left, VG)
                and not comma
                and (left.lemma in _ALLOWING or (vg.infinitive and left.lemma in _TENTATIVE))
            ):
                clause.tentative = True  # *let them film it*, *allowed him to leave*: not yet done
            if _is(left, "relative") and left.low == "whose":
                clause.relative = True
                clause.start = item.poss.start if item.poss else item.start
            elif _is(left, "relative") and left.low in ("that", "which", "who", "whom") and not clause.vg.passive:
                # *the novel that N wrote*: the antecedent is the object
                antecedent = _antecedent(items, j - 1)
                if antecedent is not None:
                    clause.objects.append(antecedent)
                    clause.relative = True
            return
        elif isinstance(item, VG):
            owner = next((c for c in before if c.vg is item), None)
            if owner is not None:
                clause.subject = (
                    owner.objects[0]
                    if vg.infinitive and owner.objects and item.lemma in ("force", "allow", "persuade")
                    else owner.subject
                )
                clause.start = owner.start
                clause.inherited = True
                clause.relative = owner.relative
                clause.tentative = owner.tentative or (vg.infinitive and item.lemma in _TENTATIVE)
            return
        elif _is(item, "conjunction", "subordinator", "preposition"):
            if _is(item, "conjunction") and before:
                last = next((c for c in reversed(before) if c.vg.start < item.start), None)
                if last is not None and _is_joined(items, j, last):
                    clause.subject = last.subject
                    clause.start = last.start
                    clause.inherited = True
                    clause.relative = last.relative
                    clause.tentative = last.tentative and vg.infinitive
                    if vg.tag == "n" and not vg.finite and last.vg.passive:
                        clause.vg = vg._replace(passive=True, finite=last.vg.finite)
                    if last.vg.negative and item.low in ("or", "nor"):
                        clause.vg = clause.vg._replace(negative=True)
                    return
            break
        elif _is(item, "cut", "open", "close"):
            break
        j -= 1
    if pending is not None:
        clause.subject = pending
        clause.relative = True
        clause.start = pending.start
        return
    main = _main(before)
    if main is not None and (not vg.finite or comma):
        clause.subject = main.subject
        clause.inherited = True
        clause.start = vg.start
        return
    if not vg.finite:
        # A participle that opens the sentence: its subject is that of the main clause to come.
        clause.subject = _coming(items, i)
        clause.inherited = True


_TENTATIVE = frozenset(
    "try attempt want wish hope plan threaten fail refuse seek struggle long dream prepare intend promise offer fear expect aim desire decline order ask beg".split()
)


_ALLOWING = frozenset("let allow permit help enable encourage invite".split())


def _is_joined(items: list[Item], j: int, last: Clause) -> bool:
    """Between the last verb and the conjunction stand only its own complements."""
    at = next(k for k, item in enumerate(items) if item is last.vg or getattr(item, "start", -1) == last.vg.start)
    return not any(_is(item, "cut", "subordinator") for item in items[at:j])


def _main(before: list[Clause]) -> Clause | None:
    return next((c for c in reversed(before) if c.vg.finite and not c.relative and c.subject is not None), None)


def _coming(items: list[Item], i: int) -> NP | None:
    for j in range(i + 1, len(items) - 1):
        item = items[j]
        if isinstance(item, VG) and item.finite:
            before = items[j - 1]
            k = j - 1
            while k > i and (isinstance(before, PP) or _is(before, "adverb", "negative", "comma", "hedge")):
                k -= 1
                before = items[k]
            return before if isinstance(before, NP) and k > i else None
    # no finite verb: *Directed by N, a drama about ...*
    after = items[i + 1 :]
    return next((np for mark, np in itertools.pairwise(after) if isinstance(np, NP) and _is(mark, "comma") and np.sem in ("FILM", *PEOPLE)), None) or next(
        (item for item in after if isinstance(item, NP) and item.sem == "FILM"), None
    )  # fmt: skip


def _complements(items: list[Item], i: int, clause: Clause) -> None:
    vg = clause.vg
    j = i + 1
    clause.end = vg.end
    while j < len(items):
        item = items[j]
        if isinstance(item, NP):
            after = items[j + 1] if j + 1 < len(items) else None
            previous = items[j - 1]
            if _is(previous, "comma", "conjunction") and not (clause.objects and item.sem == "O"):
                break
            if isinstance(after, VG) and after.finite and clause.objects and not _is(previous, "comma"):
                break
            clause.objects.append(item)
            clause.end = max(clause.end, item.end)
        elif isinstance(item, PP):
            clause.pps.append(item)
            clause.end = max(clause.end, item.end)
        elif _is(item, "adverb", "negative", "hedge", "set-member", "attribution", "other"):
            clause.marks.append(item)
        elif _is(item, "preposition"):
            pass  # a particle: *packed off to*
        elif _is(item, "comma"):
            if not isinstance(items[j + 1] if j + 1 < len(items) else None, PP):
                break
        elif _is(item, "conjunction"):
            after = items[j + 1] if j + 1 < len(items) else None
            if not isinstance(after, PP):
                break
        else:
            break
        j += 1
    # What stands before the subject: *In 1977, at Berlin, it won ...*
    if not clause.relative and not clause.inherited:
        k = next((k for k, item in enumerate(items) if item is clause.subject), i)
        while k > 0 and (
            isinstance(items[k - 1], PP) or _is(items[k - 1], "comma", "adverb", "hedge", "attribution", "negative")
        ):
            k -= 1
            front = items[k]
            if isinstance(front, PP):
                before = items[k - 1] if k else None
                if (
                    k == 0
                    or _is(before, "comma", "cut", "conjunction", "subordinator", "adverb", "hedge", "attribution")
                    or isinstance(before, PP)
                ):
                    clause.pps.append(front)
                    clause.start = min(clause.start, front.start)
                else:
                    break
            elif isinstance(front, Mark) and front.kind != "comma":
                clause.marks.append(front)


def _share(clauses: list[Clause], items: list[Item]) -> None:
    """*wrote and directed the film*, *was written and directed by N*: the first verb shares what follows the second."""
    for first, second in itertools.pairwise(clauses):
        if (
            second.inherited
            and second.subject is first.subject
            and not first.objects
            and not first.pps
            and first.vg.tag == second.vg.tag
        ):
            between = [item for item in items if first.vg.end <= item.start < second.vg.start]
            if all(_is(item, "conjunction", "comma", "adverb") for item in between):
                first.pps, first.end = second.pps, second.end
                if second.objects and second.objects[0].sem != "O":
                    first.objects = second.objects  # *wrote and directed the film*, not *directed and played the lead*


# -- frames


def _flags(clause: Clause) -> dict[str, Any]:
    kinds = {mark.kind for mark in clause.marks}
    tokens = clause.vg.tokens
    negative_object = any(np.det in ("no", "neither") or np.head in ("none", "nothing") for np in clause.objects)
    negative_subject = clause.subject is not None and (
        clause.subject.det in ("no", "neither") or clause.subject.head in ("none", "nobody", "nothing")
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
        for pp in pps:
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
    after = [t for item in items for t in _tokens(item) if t.start >= clause.vg.end]
    phrase = False
    for lemma in clause.vg.lemmas:
        for act in words.verbs.get(lemma, ()):
            if not act.rest:
                if not phrase:
                    yield act, clause.vg.end
                continue
            end = _matches(act.rest, after)
            if not end and clause.objects and not clause.vg.passive:
                # the object may stand inside the phrase: *brings it to the screen*
                end = _matches(act.rest, [t for t in after if t.start >= clause.objects[0].core_end])
                clause.end = max(clause.end, end)
                end = -end if end else 0
            if end:
                phrase = True
                yield act, clause.vg.end if end < 0 else end


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
    """The tokens of an item in the order of the text."""
    if isinstance(item, PP):
        return sorted([*item.mark.tokens, *(t for np in item.np.within() for t in np.tokens)], key=lambda t: t.start)
    if isinstance(item, NP):
        return sorted({id(t): t for np in item.within() for t in np.tokens}.values(), key=lambda t: t.start)
    return list(item.tokens)


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
        if _is(before, "negative") or (isinstance(item, PP) and item.prep in ("without", "instead of", "rather than")):
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
                yield Frame(act.name, roles, _adjuncts(np, verb if np is top else None), min(start, *(r.start for r in roles.values())) if roles else start, end, np.start, np.core_end, by="noun", word=np.head, subject=holder, clause=clause, **shared)  # fmt: skip
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
                yield from _credits(np, shared, clause, copula)


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


def _credits(np: NP, shared: dict[str, Any], clause: Clause | None, copula: Clause | None) -> Iterator[Frame]:
    """*N's film*, *a film by N*, *director N*: credits without a verb."""
    words = lexicon()
    if np.sem == "FILM" and np.poss is not None and np.poss.sem in _NAMES:
        yield _credit("DIRECT", np.poss, np.start, np.core_end, np, shared, clause, "'s")
    if (
        np.head in ("work", "creation")
        and not np.mods
        and np.of is not None
        and np.of.sem in _NAMES
        and np.det == "the"
        and copula
    ):
        yield _credit("DIRECT", np.of, np.start, np.of.core_end, np, shared, clause, "of")  # *it is the work of N*
    if np.sem == "FILM" or np.head in ("adaptation", "version", "collaboration", "direction"):
        # *a version of the novel by N*: the novel is by him, not the film
        others = [other for held in (np.of.within() if np.of else ()) for _, other in held.pps]
        for prep, inner in np.pps:
            if any(inner is other for other in others):
                continue
            if prep in ("by", "from") and inner.sem in _NAMES:
                yield _credit("DIRECT", inner, np.start, inner.core_end, np, shared, clause, prep)
    if np.sem in _NAMES and np.name:
        before = " ".join(np.mods).replace(" " + np.name.lower(), "")
        for noun, acts in (
            ("director", "DIRECT"),
            ("filmmaker", "DIRECT"),
            ("film-maker", "DIRECT"),
            ("screenwriter", "WRITE"),
            ("writer-director", "DIRECT"),
            ("composer", "COMPOSE"),
        ):
            if (noun in before.split(" ") and "of" not in before and noun in words.classes) or noun in before.split(
                " "
            ):
                yield _credit(acts, np, np.start, np.core_end, np, shared, clause, noun)


def _credit(
    act: str, agent: NP, start: int, end: int, at: NP, shared: dict[str, Any], clause: Clause | None, word: str
) -> Frame:
    return Frame(act, {"agent": agent, "film": at} if at is not agent else {"agent": agent}, [], start, max(end, agent.core_end), agent.start, agent.core_end, by="credit", word=word, clause=clause, **shared)  # fmt: skip


def _fragments(items: list[Item], clauses: list[Clause]) -> Iterator[Frame]:
    """*From the novel by N.* *After the play.* *A drama about the camps.*"""
    for i, item in enumerate(items):
        before = items[i - 1] if i else None
        if (
            isinstance(item, NP)
            and _is(before, "cut")
            and before.low in (":", "-", "–")
            and i >= 2
            and item.sem in _NAMES
        ):
            # *Director: N* · *At the helm: N*
            label = items[i - 2]
            head = label.np.head if isinstance(label, PP) else label.head if isinstance(label, NP) else ""
            if head in ("director", "direction", "helm", "filmmaker", "directors"):
                yield Frame(
                    "DIRECT",
                    {"agent": item},
                    [],
                    label.start,
                    item.end,
                    item.start,
                    item.core_end,
                    by="credit",
                    word=head,
                )
        opening = i == 0 or _is(before, "cut", "open", "comma")
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
