"""Frames without a verb of their own: nouns of the act, participles before a noun, credits, fragments.

*Winner of the Golden Bear.* *Escaped prisoners.* *N's film.* *Director: N.* *From the novel by N.* *With A as the widow.*
"""

from collections.abc import Iterable, Iterator
from typing import Any

from verite.clauses.attach import BOUNDS, PEOPLE, PP, Item, is_mark
from verite.clauses.clause import Clause
from verite.clauses.frames import Frame, office_frame
from verite.clauses.lexicon import lexicon
from verite.clauses.offices import CREDITED, office_of
from verite.clauses.phrases import NP

_NAMES = ("PERSON", "NAME")

# *shooting took place in Norway*: the verb only says that the noun's act happened
_HAPPEN = ("take", "happen", "occur", "begin", "start", "be", "come", "follow")


def noun_frames(items: list[Item], clauses: list[Clause], of_clauses: dict[int, dict[str, Any]]) -> Iterator[Frame]:
    """The acts of nouns; `of_clauses` are the flags of the clauses, by their id."""
    words = lexicon()
    modified: set[tuple[str, int]] = set()
    for i, item in enumerate(items):
        top = item.np if isinstance(item, PP) else item
        hosts = [np for np in _each(top) if _tells(np)] if isinstance(top, NP) else []
        if not isinstance(top, NP) or not hosts:
            continue
        clause = _around(top, clauses)
        flags = of_clauses[id(clause)] if clause else {}
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
        for np in hosts:
            holder = copula.subject if copula and np is top else None
            start = min(np.start, copula.start) if copula else np.start
            for act in words.nouns.get(np.head, ()) if not np.name or np.sem == "ACT" else ():
                roles: dict[str, NP] = {}
                if np.poss is not None and "poss" in act.roles:
                    roles[act.roles["poss"]] = np.poss
                elif np.det in ("his", "her", "their", "its") and "poss" in act.roles:
                    owner = next(t for t in np.tokens if t.low == np.det)
                    roles[act.roles["poss"]] = NP(
                        [owner], np.det, "PRONOUN", pronoun="it" if np.det == "its" else np.det
                    )
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
                said = shared
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
                    and (clause.objects[0].sem != "O" or clause.objects[0].det or clause.objects[0].name)
                ):  # *N's camerawork is crisp* names nobody
                    if named is None:  # *The director is not N*: what the verb denies is denied
                        said = shared | {"negative": flags.get("negative", False)}
                    owned = clause.objects[0].genitive and act.roles.get("by")  # *the score is N's*: is by N
                    roles.setdefault(owned or "named", clause.objects[0])
                if np.head in ("winner", "nominee") and "prize" not in roles and np.entity("prize") is not None:
                    # *A Golden Bear winner.* Under another verb (*it beat the Golden Bear winner*) it is said of another film
                    if (clause is None and np is top and isinstance(item, NP)) or copula is not None:
                        roles["prize"] = np
                if not roles and np.head not in ("winner", "nominee"):
                    continue
                end = max([np.end, *(r.end for r in roles.values()), *(other.end for other in np.appos)])
                yield Frame(act.name, roles, _adjuncts(np, verb if np is top else None), min(start, *(r.start for r in roles.values())) if roles else start, end, np.start, np.core_end, by="noun", word=np.head, subject=holder, clause=clause, head=np, **said)  # fmt: skip
            if np.act is not None:
                for lemma, tag in sorted(words.forms.get(np.act.low, ())):
                    for act in words.verbs.get(lemma, ()) if tag in "nd" else ():
                        role = (
                            "patient" if act.roles.get("S") == "patient" else act.roles.get("O") or act.roles.get("S")
                        )
                        if not act.rest and role and (act.name, id(np)) not in modified:
                            modified.add((act.name, id(np)))
                            yield Frame(act.name, {role: np}, [], np.start, np.core_end, np.act.start, np.act.end, by="modifier", word=lemma, clause=clause, passive=True, **shared)  # fmt: skip
            if _may_credit(np) and not _another(np, item, clause, copula):
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
        found.extend((pp.prep, pp.np) for pp in copula.pps if (pp.prep, pp.np) not in found and pp.prep not in BOUNDS)
    return found


def _each(top: NP) -> Iterable[NP]:
    """The phrase, its possessors, of-chain, appositions and coordinates, each once."""
    return (top,) if top.alone else {id(np): np for np in top.within()}.values()


def _around(np: NP, clauses: list[Clause]) -> Clause | None:
    for clause in clauses:
        if clause.subject is np or np in clause.objects or any(pp.np is np for pp in clause.pps):
            return clause
    return next((c for c in clauses if c.start <= np.start and np.core_end <= c.end), None)


# By class or head: all that `_credits` reads anything in.
_CREDITING = frozenset(["FILM", *_NAMES, *"work creation adaptation version collaboration direction".split()])


def _may_credit(np: NP) -> bool:
    return np.sem in _CREDITING or np.head in _CREDITING


def _tells(np: NP) -> bool:
    """Whether anything may be read in a phrase: a noun of an act, a participle before it, a credit."""
    return np.act is not None or _may_credit(np) or np.head in lexicon().nouns


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
        and clause.subject is not None
    ):
        if office_of(clause.subject):  # *the score is the work of N*
            yield from office_frame(np.of, clause.subject, clause)
        elif clause.subject.sem in ("FILM", "FILM-NAME") or clause.subject.pronoun in ("it", "this"):
            # of anything else, *the costumes*, it is no direction
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
        for noun, act in (_TITLED if clause is not None else _TITLED | _LISTED).items():
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
    "narrator": "NARRATE", "actor": "STAR", "actress": "STAR", "actors": "STAR", "actresses": "STAR", "dir.": "DIRECT", "scr.": "WRITE",
    "phot.": "PHOTOGRAPH", "prod.": "PRODUCE",
}  # fmt: skip
# *104 min., screenplay N, camera M*: where no verb is about
_LISTED = {
    "dir": "DIRECT", "scr": "WRITE", "screenplay": "WRITE", "script": "WRITE", "music": "COMPOSE", "score": "COMPOSE", "camera": "PHOTOGRAPH",
    "photography": "PHOTOGRAPH", "cinematography": "PHOTOGRAPH",
}  # fmt: skip


def titled(np: NP) -> bool:
    """Whether a word before a name says what else he did: *director N, screenplay M*."""
    return not (_TITLED.keys() | _LISTED.keys()).isdisjoint(np.mods)


def _credit(
    act: str, agent: NP, start: int, end: int, at: NP, shared: dict[str, Any], clause: Clause | None, word: str
) -> Frame:
    return Frame(act, {"agent": agent, "film": at} if at is not agent else {"agent": agent}, [], start, max(end, agent.core_end), agent.start, agent.core_end, by="credit", word=word, clause=clause, **shared)  # fmt: skip


_LABELS = {"helm": "DIRECT", "directors": "DIRECT", "cast": "STAR", "stars": "STAR", "performances": "STAR"}
_BESIDE = ("with", "alongside", "along with", "together with", "opposite")
_WITH = ("with", "featuring", "including", "opposite", "alongside", "along with", "together with")


def _label(act: str, agent: NP, label: Item, word: str) -> Frame:
    return Frame(act, {"agent": agent}, [], label.start, agent.end, agent.start, agent.core_end, by="credit", word=word)


def _label_sem(label: Item) -> str:
    return label.np.sem if isinstance(label, PP) else label.sem if isinstance(label, NP) else ""


def _players(item: Item, items: list[Item], clauses: list[Clause]) -> Iterator[Frame]:
    """*with A as the widow*, *A in the title role*, *A drama with A and B.*: who is in the film, without a verb."""
    top = item.np if isinstance(item, PP) else item
    assert isinstance(top, NP)
    clause = _around(top, clauses)
    subject = clause.subject if clause is not None else None
    if isinstance(item, NP) and clause is not None and top is subject and (part := _as_beside(item, items)) is not None:
        # *As the widow, N hardly speaks*, *N, as the widow, hardly speaks*; without the verb it is an apposition
        start, end = min(top.start, part.start), max(clause.vg.end, part.np.core_end)
        yield Frame(
            "PLAY",
            {"agent": top, "character": part.np},
            [(pp.prep, pp.np) for pp in clause.pps],
            start,
            end,
            top.start,
            top.core_end,
            by="fragment",
            word="as",
            clause=clause,
        )
        return
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
        played = next((other for prep, other in np.pps if prep in ("as", "in") and _part(prep, other)), None)
        if played is None and (
            any(prep == "as" for prep, _ in np.pps) or not (isinstance(item, PP) and item.prep in _BESIDE)
        ):
            continue  # *with N as producer*
        roles = {"agent": np} | ({"character": played} if played is not None else {})
        act = "PLAY" if played is not None else "STAR"
        end = max(np.core_end, played.core_end if played else 0)
        yield Frame(act, roles, [], np.start, end, np.start, np.core_end, by="fragment", word="with", **where)  # type: ignore[arg-type]


def _as_beside(item: NP, items: list[Item]) -> PP | None:
    """What a person is said to be *as*, between commas beside the name."""
    i = next(k for k, one in enumerate(items) if one is item)
    for at, comma in ((i - 2, i - 1), (i + 2, i + 1)):
        if at == 0 or (at > i and at + 1 < len(items) and is_mark(items[at + 1], "comma")):
            part = items[at]
            if (
                is_mark(items[comma], "comma")
                and isinstance(part, PP)
                and part.prep == "as"
                and part.np.sem in ("CHARACTER", "HUMAN", "ROLE")
            ):
                return part
    return None


def _part(prep: str, np: NP) -> bool:
    return np.sem == "ROLE" if prep == "in" else np.sem in (*PEOPLE, "ROLE", "O")


def fragments(items: list[Item], clauses: list[Clause]) -> Iterator[Frame]:
    """*From the novel by N.* *After the play.* *A drama about the camps.*"""
    for i, item in enumerate(items):
        before = items[i - 1] if i else None
        if (
            isinstance(item, NP)
            and is_mark(before, "cut")
            and before.low in (":", "-", "–", "?")
            and i >= 2
            and item.sem in _NAMES
        ):
            # *Director: N* · *Music: N* · *At the helm: N*
            label = items[i - 2]
            head = label.np.head if isinstance(label, PP) else label.head if isinstance(label, NP) else ""
            act = _LABELS.get(head) or next((a.name for a in lexicon().nouns.get(head, ()) if a.name in CREDITED), "")
            act = act or ("STAR" if _label_sem(label) == "ROLE" else "")  # *In the title role: N*
            if act:
                yield _label(act, item, label, head)
        if (
            isinstance(item, NP)
            and item.sem in ("WORK", "WORK-NAME")
            and is_mark(before, "subordinator")
            and before.low == "after"
            and not any(clause.subject is item for clause in clauses)
        ):
            # *Screenplay: N, after M's novel*
            yield Frame("ADAPT", {"source": item}, [], before.start, item.end, before.start, before.end, by="fragment", word="after")  # fmt: skip
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
        top = item.np if isinstance(item, PP) else item
        if isinstance(top, NP) and top.sem in _NAMES:
            yield from _players(item, items, clauses)
        if isinstance(top, NP) and not top.alone:
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
