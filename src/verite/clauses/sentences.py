"""Tokens cut into sentences; quoted and emphasised titles joined into one token."""

from collections.abc import Sequence

from verite.clauses.lexicon import lexicon
from verite.clauses.offices import CREDITED
from verite.clauses.tokens import Entity, Gazetteer, Token


def titled(tokens: list[Token], gazetteer: Gazetteer) -> list[Token]:
    """Quoted or emphasised titles joined into one token; other quoted words are marked as quoted."""
    if not any(token.low in _MARKS for token in tokens):
        return tokens
    found: list[Token] = []
    i = 0
    while i < len(tokens):
        close = _closing(tokens, i) if tokens[i].low in _MARKS else None
        if close is None:
            found.append(tokens[i])
            i += 1
            continue
        inside = tokens[i + 1 : close]
        if _is_nickname(tokens, i, close):
            found.extend(inside)  # *George "Gabby" Hayes*
        elif _is_title(inside):
            joined = Token(" ".join(t.text for t in inside), tokens[i].start, tokens[close].end)
            marked = gazetteer.mark(inside)
            joined.entities = marked[0].entities if len(marked) == 1 else ()
            joined.entities = joined.entities or (Entity("title", joined.text),)
            found.append(joined)
        else:
            for token in inside:
                token.quoted = True
            found.extend(inside)
        i = close + 1
    return found


_MARKS = ('"', "'", "*", "_")


def _closing(tokens: Sequence[Token], i: int) -> int | None:
    mark = tokens[i].low
    for j in range(i + 1, min(i + 40, len(tokens))):
        if tokens[j].low == mark:
            return j if j > i + 1 else None
    return None


def _is_nickname(tokens: Sequence[Token], i: int, close: int) -> bool:
    around = (tokens[i - 1] if i else None, tokens[close + 1] if close + 1 < len(tokens) else None)
    return close - i <= 3 and all(t is not None and t.capital for t in (*around, *tokens[i + 1 : close]))


def _is_title(inside: Sequence[Token]) -> bool:
    words = [t for t in inside if t.text[:1].isalpha()]
    if not words or len(words) > 12 or inside[-1].text in "!?.,":
        return False
    weighty = [t for t in words if len(t.text) > 3 and not lexicon().has(t.low, "preposition")]
    return words[0].capital and sum(t.capital for t in weighty) >= 0.6 * len(weighty)


_MAY_END = ("Bros.", "Jr.", "Sr.", "Inc.", "Ltd.", "Corp.")
_OPENERS = frozenset("it the he she they this its his her in a an based written directed set on at".split())


def sentences(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut at . ! ? … before a capital, a figure, a quote or the end."""
    found: list[list[Token]] = [[]]
    for i, token in enumerate(tokens):
        found[-1].append(token)
        if token.text[-1] not in ".!?…":
            continue
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.text in _MAY_END and after is not None and after.capital and after.low in _OPENERS:
            found.append([])  # *... by Warner Bros. It stars ...*
        if token.text in (".", "!", "?", "…", "..."):
            if _asks_who(found[-1]) or (token.text in "!?" and _in_brackets(tokens, i)):
                continue
            if after is None or after.capital or not after.text[:1].isalpha():
                found.append([])
    return [sentence for sentence in found if sentence]


def _asks_who(sentence: Sequence[Token]) -> bool:
    """*The director? Carol Reed.* *Music? N.*: the answer belongs to it."""
    *words, mark = sentence
    return (
        mark.text == "?"
        and 0 < len(words) < 4
        and any(act.name in CREDITED for act in lexicon().nouns.get(words[-1].low, ()))
    )


def _in_brackets(tokens: Sequence[Token], i: int) -> bool:
    """*Directed (and edited!) by N*: the sentence goes on behind the bracket."""
    after = tokens[i + 2] if i + 2 < len(tokens) and tokens[i + 1].text == ")" else None
    return after is not None and not after.capital and after.text not in (".", "!", "?")


def without_asides(tokens: list[Token]) -> list[Token]:
    """A sentence without what says nothing: *And, believe it or not, it won* is read as *And it won*."""
    words, low = lexicon(), [t.low for t in tokens]
    asides = words.openers["aside"]
    begin = [i for i, word in enumerate(low) if word in asides or (not i and word in words.openers["exclamation"])]
    out: set[int] = set()
    for i in begin:
        left = low[i - 1] if i else ""
        length = words.longest(low, i, "aside") or (0 if i else words.longest(low, i, "exclamation"))
        after = low[i + length] if i + length < len(low) else "."
        if (
            not length
            or left not in ("", ",", "and", "but", "—", "–")
            or (after not in ",:!.?—–" and (i or length == 1))
        ):
            continue
        out.update(range(i, i + length))
        if left == "," and after in ",.!?":
            out.add(i - 1)
        if after in ",:!" and i + length < len(low) - 1:
            out.add(i + length)
    if not out:
        return tokens
    kept = [token for i, token in enumerate(tokens) if i not in out]
    return kept if any(token.text[:1].isalnum() for token in kept) else tokens
