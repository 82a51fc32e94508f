"""Items to clauses: for each verb group its subject, objects and adjuncts.

The subject is looked for to the left, past what stands between; a relative gives its antecedent, a conjunction the subject
of the verb before it, a participle that opens the sentence the subject of the verb to come.
"""

from itertools import pairwise

from verite.clauses.attach import PEOPLE, PP, Item, is_mark
from verite.clauses.phrases import NP, VG, Mark

# What may stand beside a verb and its phrases, and colours what they say.
_BESIDE = ("adverb", "negative", "hedge", "attribution", "set-member", "other")


class Clause:
    """One verb group with its subject, objects and adjuncts."""

    __slots__ = (
        "end",
        "inherited",
        "inverted",
        "marks",
        "objects",
        "pps",
        "relative",
        "start",
        "subject",
        "tentative",
        "vg",
    )

    def __init__(self, vg: VG) -> None:
        self.vg = vg
        self.subject: NP | None = None
        self.objects: list[NP] = []
        self.pps: list[PP] = []
        self.marks: list[Mark] = []
        self.relative = False
        self.inherited = False
        self.inverted = False  # *behind the camera stood N*
        self.tentative = False  # *tries to escape*: nobody says that it came to it
        self.start = vg.start
        self.end = vg.end


def clauses(items: list[Item]) -> list[Clause]:
    for i, item in enumerate(items[:-1]):
        if is_mark(item, "relative") and item.low == "whose" and isinstance(owned := items[i + 1], NP):
            owned.poss = _antecedent(items, i)
    found: list[Clause] = []
    pending: NP | None = None  # the antecedent of a relative whose verb comes later
    for i, item in enumerate(items):
        if is_mark(item, "relative") and not isinstance(items[i + 1] if i + 1 < len(items) else None, VG):
            pending = _antecedent(items, i)
        if is_mark(item, "cut"):
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
                and not (
                    item.prep == "with" and item.np.sem in ("PERSON", "NAME")
                )  # *reunites N with M, who plays ...*
                and (
                    item.np.sem not in ("HUMAN", "CHARACTER")
                    or is_mark(items[j + 1] if j + 1 < len(items) else None, "comma")
                )
            ):
                return host
            if isinstance(before, PP) and before.np.sem in PEOPLE and item.np.sem not in PEOPLE:
                return _last(before.np)
            return _last(item.np)
        if isinstance(item, NP):
            return _last(item)
        if is_mark(item, "comma"):
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
    if clause.subject is None and clause.pps and clause.objects and vg.finite and vg.lemma in ("stand", "sit", "lie"):
        clause.inverted = True
        clause.subject, clause.objects = clause.objects[0], clause.objects[1:]
        clause.start = min(pp.start for pp in clause.pps)
    elif clause.subject is not None and clause.subject.tokens[0].start >= vg.end:
        clause.end = max(clause.end, clause.subject.core_end)  # *After escaping, the inmates ...*
    return clause


def _subject(items: list[Item], i: int, clause: Clause, before: list[Clause], pending: NP | None) -> None:
    vg = clause.vg
    j = i - 1
    comma = False
    while j >= 0:
        item = items[j]
        if is_mark(item, *_BESIDE):
            clause.marks.append(item)
        elif is_mark(item, "comma"):
            comma = True
        elif isinstance(item, PP):
            played = vg.lemma in _OF_CHARACTERS and vg.tag == "n" and item.np.sem in (*PEOPLE, "O")
            if not vg.finite and (not comma or played) and vg.tag in "ng" and not vg.infinitive:
                clause.subject = (
                    _somebody(item.np) if played else item.np
                )  # *a man in a camp run by*: the nearest phrase
                return
        elif is_mark(item, "relative"):
            if item.low in ("when", "where"):
                return
            clause.subject = _antecedent(items, j)
            clause.relative = True
            clause.start = clause.subject.start if clause.subject else item.start
            return
        elif isinstance(item, NP):
            left = items[j - 1] if j else None
            if vg.finite and comma and _quality(items, j):
                j -= 1
                continue  # *N, loyal to the Party, is sentenced*: a quality between commas is nobody
            if vg.finite and comma and (named := _named_before(items, j)) is not None:
                clause.subject, clause.start = named, named.start
                return
            played = vg.lemma in _OF_CHARACTERS and vg.tag == "n" and item.sem not in ("FILM", "WORK", "ACT")
            if not vg.finite and comma and before and _main(before) is not None and not played:
                break
            if isinstance(left, VG) and vg.finite and (comma or not left.finite):
                # *N, who directed it, was censored*, *the film, starring N, was shot*: the object of a relative
                # or participle is not the next subject
                owner = next((c for c in before if c.vg is left), None)
                if owner is not None and owner.subject is not None and _within(owner, left):
                    clause.subject = owner.subject
                    clause.start = owner.subject.start
                    return
            clause.subject = _somebody(item) if played else item
            clause.start = item.start
            if (
                isinstance(left, VG)
                and not comma
                and (left.lemma in _ALLOWING or (vg.infinitive and _holds_off(left.lemma)))
            ):
                clause.tentative = True  # *let them film it*, *allowed him to leave*: not yet done
            if is_mark(left, "relative") and left.low == "whose":
                clause.relative = True
                clause.start = item.poss.start if item.poss else item.start
            elif is_mark(left, "relative") and left.low in ("that", "which", "who", "whom") and not clause.vg.passive:
                # *the novel that N wrote*: the antecedent is the object
                antecedent = _antecedent(items, j - 1)
                if antecedent is not None:
                    clause.objects.append(antecedent)
                    clause.relative = True
            return
        elif isinstance(item, VG):
            owner = next((c for c in before if c.vg is item), None)
            host = owner.subject if owner is not None and vg.finite and comma and not item.finite else None
            at = next((k for k in range(j) if items[k] is host), 0)
            if host is not None and (named := _named_before(items, at)) is not None:
                clause.subject, clause.start = named, named.start
                return
            if owner is not None:
                clause.subject = (
                    owner.objects[0]
                    if vg.infinitive and owner.objects and item.lemma in ("force", "allow", "persuade")
                    else owner.subject
                )
                clause.start = owner.start
                clause.inherited = True
                clause.relative = owner.relative
                if (
                    vg.infinitive and item.lemma in _COMING_TO and not clause.pps
                ):  # *At Cannes it had to share the prize*
                    clause.pps.extend(pp for pp in owner.pps if pp.np.start < item.start)
                meant = _holds_off(item.lemma) or (item.lemma == "be" and not owner.objects)  # *was to play*
                clause.tentative = owner.tentative or (vg.infinitive and meant)
            return
        elif is_mark(item, "conjunction", "subordinator", "preposition"):
            if is_mark(item, "conjunction") and before:
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
        elif is_mark(item, "open") and j == i - 1 and vg.tag == "n" and not vg.finite:
            pass  # *a lamplighter (played by N)*: said of the phrase before the bracket
        elif is_mark(item, "cut", "open", "close"):
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


def _somebody(np: NP) -> NP:
    """*the arrival of Mitya, her former lover, played by N*: of several phrases one in another, the one that is somebody."""
    if np.sem in PEOPLE:
        return np
    return next((inner for inner in (_last(np), *reversed(np.appos)) if inner.sem in PEOPLE), np)


def _within(owner: Clause, vg: VG) -> bool:
    """Whether a clause only says more of the phrase before it: a relative, or a participle after its noun."""
    if owner.relative:
        return True
    return vg.tag in "gn" and not vg.finite and owner.subject is not None and owner.subject.tokens[0].start < vg.start


def _named_before(items: list[Item], j: int) -> NP | None:
    """*N, a Finn settled in England, made it*: the name before an apposition that goes on."""
    item, named = items[j], items[j - 2] if j > 1 else None
    if not isinstance(item, NP) or item.det not in ("a", "an", "the") or not is_mark(items[j - 1], "comma"):
        return None
    apposed = isinstance(named, NP) and named.sem in ("PERSON", "NAME") and item.sem in ("HUMAN", "NAME", "O")
    return named if apposed and isinstance(named, NP) else None


def _quality(items: list[Item], j: int) -> bool:
    item = items[j]
    if not isinstance(item, NP) or item.sem != "O" or item.det or item.name or item.plural:
        return False
    k = j - 1
    while k > 0 and is_mark(items[k], "adverb"):
        k -= 1
    return k > 0 and is_mark(items[k], "comma")


# *her husband, played by N*: across the comma, too, these are said of the phrase before them
_OF_CHARACTERS = ("play", "portray", "voice")

_TENTATIVE = frozenset(
    "try attempt want wish hope plan threaten fail refuse seek struggle long dream prepare intend promise offer fear expect aim desire decline order ask beg hire appoint commission schedule slate attach choose pick select tap approach contract go mean suppose agree begin start set sign engage invite recruit announce consider bill tip tipp".split()
)


def _holds_off(lemma: str) -> bool:
    """Whether an infinitive after the verb is not yet done. A form that the lexicon does not know stands for itself
    (*was slated to direct*)."""
    return not _TENTATIVE.isdisjoint((lemma, lemma.removesuffix("d"), lemma.removesuffix("ed")))


_COMING_TO = frozenset("have go manage come get".split())
_ALLOWING = frozenset("let allow permit help enable encourage invite".split())


def _is_joined(items: list[Item], j: int, last: Clause) -> bool:
    """Between the last verb and the conjunction stand only its own complements."""
    at = next(k for k, item in enumerate(items) if item is last.vg or getattr(item, "start", -1) == last.vg.start)
    return not any(is_mark(item, "cut", "subordinator") for item in items[at:j])


def _main(before: list[Clause]) -> Clause | None:
    return next((c for c in reversed(before) if c.vg.finite and not c.relative and c.subject is not None), None)


def _coming(items: list[Item], i: int) -> NP | None:
    for j in range(i + 1, len(items) - 1):
        item = items[j]
        if (is_mark(item, "cut") and item.low == ";") or (is_mark(item, "conjunction") and item.low == "but"):
            return None  # *Nominated for the Oscar; N won.*
        if isinstance(item, VG) and item.finite:
            before = items[j - 1]
            k = j - 1
            while k > i and (isinstance(before, PP) or is_mark(before, "adverb", "negative", "comma", "hedge")):
                k -= 1
                before = items[k]
            return before if isinstance(before, NP) and k > i else None
    # no finite verb: *Directed by N, a drama about ...*
    after = items[i + 1 :]
    return next((np for mark, np in pairwise(after) if isinstance(np, NP) and is_mark(mark, "comma") and np.sem in ("FILM", *PEOPLE)), None) or next(
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
            if is_mark(previous, "comma", "conjunction") and not (clause.objects and item.sem == "O"):
                break
            if isinstance(after, VG) and after.finite and clause.objects and not is_mark(previous, "comma"):
                break
            clause.objects.append(item)
            clause.end = max(clause.end, item.end)
        elif isinstance(item, PP):
            clause.pps.append(item)
            clause.end = max(clause.end, item.end)
        elif isinstance(item, VG):
            break
        elif item.kind in _BESIDE:
            clause.marks.append(item)
        elif item.kind == "preposition":
            pass  # a particle: *packed off to*
        elif item.kind == "comma":
            if not isinstance(items[j + 1] if j + 1 < len(items) else None, PP):
                break
        elif item.kind == "conjunction":
            after = items[j + 1] if j + 1 < len(items) else None
            if not isinstance(after, PP):
                break
        else:
            break
        j += 1
    if vg.finite and not vg.passive and not clause.relative and all(np.sem == "TIME" for np in clause.objects):
        clause.objects[:0] = _fronted(items, clause)
    # What stands before the subject: *In 1977, at Berlin, it won ...*
    if not clause.relative and not clause.inherited:
        k = next((k for k, item in enumerate(items) if item is clause.subject), i)
        while k > 0 and (
            isinstance(items[k - 1], PP) or is_mark(items[k - 1], "comma", "adverb", "hedge", "attribution", "negative")
        ):
            k -= 1
            front = items[k]
            if isinstance(front, PP):
                before = items[k - 1] if k else None
                if (
                    k == 0
                    or is_mark(before, "comma", "cut", "conjunction", "subordinator", "adverb", "hedge", "attribution")
                    or isinstance(before, PP)
                ):
                    clause.pps.append(front)
                    clause.start = min(clause.start, front.start)
                else:
                    break
            elif isinstance(front, Mark) and front.kind != "comma":
                clause.marks.append(front)


def _fronted(items: list[Item], clause: Clause) -> list[NP]:
    """*The Palme d'Or it won as well*, *the Oscar itself it did not get*: a prize that stands right before the subject is the object."""
    k = next((k for k, item in enumerate(items) if item is clause.subject), 0)
    while k and is_mark(items[k - 1], "adverb"):
        k -= 1
    front = items[k - 1] if k else None
    return [front] if isinstance(front, NP) and front.sem == "PRIZE" else []


def _share(clauses: list[Clause], items: list[Item]) -> None:
    """*wrote and directed the film*, *was written and directed by N*: the first verb shares what follows the second."""
    for first, second in pairwise(clauses):
        if first.vg.passive and not first.pps and second.objects:
            # *directed by and starring N*
            between = [item for item in items if first.vg.end <= item.start < second.vg.start]
            by = between[0] if between else None
            if is_mark(by, "preposition") and by.low == "by" and all(is_mark(m, "conjunction") for m in between[1:]):
                first.pps, first.end = [PP("by", second.objects[0], by)], second.objects[0].core_end
                continue
        if (
            second.inherited
            and second.subject is first.subject
            and not first.objects
            and not first.pps
            and first.vg.tag == second.vg.tag
        ):
            between = [item for item in items if first.vg.end <= item.start < second.vg.start]
            if all(is_mark(item, "conjunction", "comma", "adverb") for item in between):
                first.pps, first.end = second.pps, second.end
                if second.objects and second.objects[0].sem not in ("O", "ROLE"):
                    first.objects = second.objects  # *wrote and directed the film*, not *directed and played the lead*
