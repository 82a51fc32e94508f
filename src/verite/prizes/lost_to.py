"""*It was nominated for the Oscar but lost to N*: whether it was N who won it.

N is held against the very prize for which the film is on record as nominated, and only where N is on record for the
same prize himself, in that year or another (*Shoplifters* lost to *Roma*, and not to *Parasite*, which won a year later): what else
stands after *lost to* (*the Swedish entry*, *politics*, a director) is not known to be another.
"""

from collections.abc import Sequence

from verite import names, titles
from verite.catalogue import Catalogue
from verite.clauses import Frame
from verite.judge import Ground
from verite.model import Agreement, Claim, Statement
from verite.prizes import tables
from verite.text import fold

_EVER = range(1890, 2100)


def ground(claim: Claim, mine: Sequence[Statement], catalogue: Catalogue) -> Ground | None:
    """Who won the prize that the film was up for, held against the claim's `to`; nothing where that cannot be known."""
    to = str(claim.qualifiers.get("to") or "")
    up_for = {
        (s.qualifiers["table"], s.qualifiers["category"], s.qualifiers["year"])
        for s in mine
        if s.qualifiers["result"] == "nominated"
        and any(tables.is_(prize, s, catalogue) for prize in claim.value["prizes"])
        and tables.dated(claim, s, catalogue)
    }
    if not to or len(up_for) != 1:
        return None
    table, category, year = min(up_for)
    rows = catalogue.awards(table, category, _EVER)
    won = [s for s in rows if s.qualifiers["year"] == year and s.qualifiers["result"] in tables.GIVEN]
    shown = [
        s for s in won if s.qualifiers.get("title")
    ] or won  # a row without a title reads as if it were of this film
    if any(_may_be(to, s, catalogue) for s in won):
        return Ground(tuple((s, Agreement.EXCLUDES) for s in shown), complete=True)
    if won and any(_is(to, s, catalogue) for s in rows):
        return Ground(tuple((s, Agreement.AGREES) for s in shown), complete=True)
    return None


def _is(to: str, said: Statement, catalogue: Catalogue) -> bool:
    return titles.key(to) in _titles(said, catalogue) or any(names.same(to, one) for one in tables.recipients(said))


def _may_be(to: str, said: Statement, catalogue: Catalogue) -> bool:
    """Whether a winner can be meant: by a part of its title (*The Godfather*, of the second part), by one of its makers."""
    key = titles.key(to)
    makers = [catalogue.names(str(s.value))[0] for s in catalogue.statements(said.subject, "director")]
    return any(key in own or own in key for own in _titles(said, catalogue)) or any(
        set(fold(to).split()) & set(fold(one).split()) for one in (*tables.recipients(said), *makers)
    )


def _titles(said: Statement, catalogue: Catalogue) -> set[str]:
    own = {str(s.value) for s in catalogue.statements(said.subject, "title")}
    return {titles.key(title) for title in (*own, str(said.qualifiers.get("title") or "")) if title} - {""}


def named(frame: Frame) -> dict[str, str]:
    """Whom a prize was lost to, if it is a name: *to N's film* and *to the Swedish entry* are none."""
    winner = frame.role("recipient" if frame.act == "BEAT" else "winner") if not frame.negative else None
    named_ = winner is not None and winner.poss is None and winner.sem in ("NAME", "PERSON", "FILM-NAME", "PLACE")
    return {"to": winner.text} if winner is not None and named_ and winner.tokens[0].capital else {}
