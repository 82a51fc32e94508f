"""Chunks to items: what hangs on what. Prepositions take their phrases, appositions and coordinates leave the stream,
so that a verb stands beside its subject."""

from typing import NamedTuple, TypeGuard

from verite.clauses.phrases import NP, VG, Chunk, Mark

PEOPLE = ("PERSON", "NAME", "CHARACTER", "HUMAN", "PRONOUN")


# What stands after these bounds a time and is not when the thing was.
BOUNDS = ("after", "before", "since", "until")


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


def items(chunks: list[Chunk]) -> list[Item]:
    """The items of one sentence, in order."""
    return _coordinate(_appose(_attach(chunks)))


def _attach(chunks: list[Chunk]) -> list[Item]:
    """Prepositions with their phrases; *of* and what directly follows a noun hang on it."""
    items: list[Item] = []
    i = 0
    while i < len(chunks):
        chunk = chunks[i]
        after = chunks[i + 1] if i + 1 < len(chunks) else None
        if isinstance(chunk, Mark) and chunk.kind == "preposition" and isinstance(after, NP):
            if items and is_mark(items[-1], "negative") and items[-1].low in ("not", "never"):
                items.pop()
                after.denied = True
            host = items[-1] if items else None
            target = host if isinstance(host, NP) else host.np if isinstance(host, PP) else None
            if chunk.low in BOUNDS:
                target = None  # *the first prize since 1928* is no prize of 1928
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
        if (called := _called(chunk, items)) is not None and isinstance(chunk, NP):
            called.appos.append(chunk)
        else:
            items.append(chunk)
        i += 1
    return items


def _called(chunk: Chunk, items: list[Item]) -> NP | None:
    """*a remake of the earlier film The Pier*: the phrase whose title follows it at once, with an article of its own."""
    if not isinstance(chunk, NP) or not chunk.name or chunk.tokens[0].text not in ("The", "A", "An"):
        return None
    host = items[-1] if items else None
    target = host if isinstance(host, NP) else host.np if isinstance(host, PP) else None
    if target is None:
        return None
    while target.of is not None:
        target = target.of
    titled = target.sem in ("FILM", "WORK") and target.det == "the" and chunk.poss is None
    return target if titled and target.core_end + 1 == chunk.tokens[0].start else None


def is_mark(item: Item | None, *kinds: str) -> TypeGuard[Mark]:
    return isinstance(item, Mark) and item.kind in kinds


def _appose(items: list[Item]) -> list[Item]:
    """*the director, N,* and *N (R)*: the second phrase hangs on the first and leaves the stream."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        host = out[-1] if out else None
        target = host if isinstance(host, NP) else host.np if isinstance(host, PP) else None
        if target is None or not is_mark(items[i], "comma", "open"):
            out.append(items[i])
            i += 1
            continue
        second = items[i + 1] if i + 1 < len(items) else None
        third = items[i + 2] if i + 2 < len(items) else None
        if (
            is_mark(second, "adverb")
            and second.low in _FORMERLY
            and isinstance(third, NP)
            and is_mark(items[i], "comma")
        ):
            # *the father, once a hero,*: the adverb goes, the apposition stays
            items = [*items[: i + 1], *items[i + 2 :]]
            second, third = third, items[i + 2] if i + 2 < len(items) else None
        if is_mark(items[i], "open") and isinstance(second, PP):
            # *Eddie Albert (in his film debut), Jane Wyman*: what brackets add does not end a list
            close = next((j for j in range(i + 2, min(i + 6, len(items))) if not isinstance(items[j], PP)), None)
            if close is not None and is_mark(items[close], "close"):
                target.pps.extend((item.prep, item.np) for item in items[i + 1 : close] if isinstance(item, PP))
                i = close + 1
                continue
        if (
            is_mark(items[i], "comma")
            and isinstance(second, PP)
            and second.prep == "by"
            and second.np.sem in ("PERSON", "NAME")
            and target.sem in _MADE
            and is_mark(third, "comma")
        ):
            # *The screenplay, by N, is short*
            target.pps.append((second.prep, second.np))
            i += 3
            continue
        if isinstance(second, NP):
            if is_mark(items[i], "open"):
                close = next((j for j in range(i + 2, min(i + 6, len(items))) if is_mark(items[j], "close")), None)
                if close:
                    target.appos.append(second)
                    inner = [item for item in items[i + 2 : close] if isinstance(item, PP)]
                    out.extend(inner)
                    i = close + 1
                    continue
            closes = third is None or is_mark(third, "comma", "cut", "close") or _postmodified(items, i + 2)
            follows = items[i + 3] if i + 3 < len(items) else None
            listed = is_mark(third, "comma") and (
                is_mark(follows, "conjunction")
                or (
                    isinstance(follows, NP)
                    and second.sem == follows.sem
                    and not isinstance(items[i + 4] if i + 4 < len(items) else None, VG)
                )
            )
            if is_mark(items[i], "comma") and closes and not listed and _apposable(target, second):
                target.appos.append(second)
                i += 2
                # the comma that closes it goes too, so that the verb stands beside its subject
                while i < len(items) and isinstance(after := items[i], PP):
                    second.pps.append((after.prep, after.np))
                    out.append(after)
                    i += 1
                if i < len(items) and is_mark(items[i], "comma") and isinstance(host, NP):
                    i += 1
                continue
        out.append(items[i])
        i += 1
    return out


_MADE = ("FILM", "WORK", "MUSIC", "CRAFT", "ACT")
_FORMERLY = ("once", "now", "formerly", "later", "still", "then", "himself", "herself", "originally", "already")


def _postmodified(items: list[Item], i: int) -> bool:
    """The second phrase carries prepositional phrases and then a comma: *N, a teacher from Minsk, is ...*."""
    j = i
    while j < len(items) and isinstance(items[j], PP):
        j += 1
    return j > i and (j >= len(items) or is_mark(items[j], "comma", "cut"))


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
        if target is None or not is_mark(item, "conjunction", "comma"):
            out.append(item)
            i += 1
            continue
        shared = _shared_possessor(target, items, i)
        if shared is not None:
            # *A and B's script*: both own it
            out[-1] = PP(host.prep, shared, host.mark) if isinstance(host, PP) else shared
            i += 2
            continue
        j = i + 1
        if is_mark(item, "comma") and j < len(items) and is_mark(items[j], "conjunction"):
            j += 1
        second = items[j] if j < len(items) else None
        if isinstance(second, NP):
            target = _innermost(_chained(out, target, items, j), second)
        if isinstance(second, NP) and _alike(target, second) and not _new_clause(items, j, out):
            if is_mark(item, "conjunction") or j > i + 1 or _list_goes_on(items, j) or _last_name(target, second):
                target.also.append(second)
                i = j + 1
                continue
        out.append(item)
        i += 1
    return out


def _shared_possessor(target: NP, items: list[Item], i: int) -> NP | None:
    second = items[i + 1] if i + 1 < len(items) else None
    if not is_mark(items[i], "conjunction") or not isinstance(second, NP) or second.poss is None:
        return None
    names = ("PERSON", "NAME")
    if target.sem not in names or second.poss.sem not in names or second.sem in PEOPLE:
        return None
    target.also.append(second.poss)
    second.poss = target
    return second


def _innermost(target: NP, second: NP) -> NP:
    """*the voices of A, B and C*: B goes with A."""
    inner = target
    while not _alike(inner, second) and inner.of is not None:
        inner = inner.of
    return inner if _alike(inner, second) else target


def _last_name(target: NP, second: NP) -> bool:
    """*A, B, C.*: a list of full names may end without *and*."""
    return bool(target.also) and all(" " in np.name and np.sem in ("PERSON", "NAME") for np in (*target.also, second))


def _chained(out: list[Item], target: NP, items: list[Item], j: int) -> NP:
    """*with A as the widow and B as her son*: B goes with A, not with what A plays."""
    host = out[-1]
    second = items[j]
    if not (isinstance(host, PP) and host.prep == "as" and isinstance(second, NP)):
        return target
    after = items[j + 1] if j + 1 < len(items) else None
    again = isinstance(after, PP) and after.prep == "as"
    if again or (" " in second.name and " " not in target.name):
        before = next((o for o in reversed(out) if not (isinstance(o, PP) and o.prep == "as")), None)
        player = before.np if isinstance(before, PP) else before
        if isinstance(player, NP) and player.sem in PEOPLE:
            return player
    return target


def _list_goes_on(items: list[Item], j: int) -> bool:
    """After *A, B* there must come *, C* or *and C* for the comma to be one of a list."""
    k = j + 1
    while k < len(items) and isinstance(items[k], NP):
        k += 1
    if k < len(items) and is_mark(items[k], "comma") and k + 1 < len(items) and is_mark(items[k + 1], "conjunction"):
        return True
    return (
        k < len(items)
        and is_mark(items[k], "conjunction", "comma")
        and k + 1 < len(items)
        and isinstance(items[k + 1], NP)
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
