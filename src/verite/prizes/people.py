"""Who ever won a prize, by name: what can be said of a person's prize where the sentence names no film."""

import re
from collections import Counter
from collections.abc import Sequence

from verite import names
from verite.catalogue import Catalogue
from verite.model import Claim, Link, Statement
from verite.prizes import tables
from verite.text import fold


def anyone(claim: Claim, catalogue: Catalogue) -> list[Statement]:
    """Everybody who ever won the category of the claim, or was up for it, by name; nothing where its table is not whole from its first
    year to the last that the table knows, or holds one without a name."""
    found: list[Statement] = []
    now = False  # whether the table knows the category of our days: *Dramatic Direction* was given once
    nominated = claim.value["result"] != "won"
    for prize in claim.value["prizes"]:
        table, _, category = prize.partition("/")
        every = catalogue.complete(f"award:{table}", "award")
        declared = [c for c in every if c.scope["category"] == category and (c.scope.get("nominated") or not nominated)]
        if category in ("", "*", "?") or not declared or tables.gapped(declared):
            return []
        first, last = min(int(c.scope["from"]) for c in declared), max(int(c.scope["to"]) for c in declared)
        got = (*tables.GIVEN, "nominated") if nominated else tables.GIVEN
        given = [s for s in catalogue.awards(table, category, range(1890, 2100)) if s.qualifiers["result"] in got]
        rows = tables.by_name(given, catalogue)
        whole_ = rows and all(tables.recipients(s) and first <= s.qualifiers["year"] <= last for s in rows)
        if not whole_:
            return []  # Berlin's Silver Bear for direction is whole from 1956 to 1983, and given to this day
        by = {cited.key for c in declared for cited in c.sources}
        now = now or last == max(int(c.scope["to"]) for c in every if any(cited.key in by for cited in c.sources))
        found += rows
    return found if now else []


def players(claim: Claim, link: Link, catalogue: Catalogue) -> list[Statement]:
    """Everybody who ever won *an Oscar* of whatever sort, or was up for one, by name; nothing unless the table is whole over all its
    categories to this day, and the claim is of one who plays in the film and does no more for it. (Of a director what a foreign film won
    is his in common speech, and a film's row may name nobody.)"""
    assert link.work is not None
    prizes, person = claim.value["prizes"], str(claim.qualifiers["recipient"])
    nominated = claim.value["result"] != "won"
    if len(prizes) != 1 or "/" in prizes[0] or claim.qualifiers.get("edition"):
        return []
    every = catalogue.complete(f"award:{prizes[0]}", "award")
    declared = [c for c in every if c.scope["category"] == "*" and (c.scope.get("nominated") or not nominated)]
    last = max((int(c.scope["to"]) for c in every), default=0)
    if not any(int(c.scope["to"]) == last for c in declared):
        return []

    if not _only_plays(person, link, catalogue):
        return []
    got = (*tables.GIVEN, "nominated") if nominated else tables.GIVEN
    categories = catalogue.tables.get(prizes[0], {}).get("category", {})
    rows = (s for slug in categories for s in catalogue.awards(prizes[0], slug, range(1890, 2100)))
    return [
        s
        for s in rows
        if s.qualifiers["result"] in got
        and tables.recipients(s)
        and (
            (_ACTING.search(s.qualifiers["category"]) and any(" " in one for one in tables.recipients(s)))
            or _of_name(person, s)
        )
    ]


def _only_plays(person: str, link: Link, catalogue: Catalogue) -> bool:
    """Whether somebody plays in the film and does no more for it."""

    def does(property_: str) -> bool:
        held = catalogue.statements(link.work.id, property_) if link.work else ()
        return any(names.same(person, spelt) for s in held for spelt in catalogue.names(str(s.value)))

    return does("cast") and not any(does(other) for other in ("director", "writer", "producer", "composer"))


def may_have(claim: Claim, mine: Sequence[Statement], link: Link, catalogue: Catalogue) -> list[Statement]:
    """The film's prizes that the claim's person may have got: of one who only plays in it, no prize for the children's film of the year
    that names nobody."""
    person = str(claim.qualifiers.get("recipient") or "")
    if not person or not tables.personal(claim):
        return list(mine)
    rows = tables.by_name(mine, catalogue)
    if all(tables.recipients(s) or _ACTING.search(s.qualifiers["category"]) for s in rows) or not _only_plays(
        person, link, catalogue
    ):
        return rows
    return [s for s in rows if tables.recipients(s) or _ACTING.search(s.qualifiers["category"])]


_ACTING = re.compile("act(?:or|ress)|honorary|special-award|juvenile")


def _of_name(person: str, said: Statement) -> bool:
    """Whether one of a family name got a prize for other work than acting, or one who goes by it alone: hardly the player, but who knows."""
    family = fold(person).split()[-1]
    return any(family in fold(one).split() for one in tables.recipients(said))


_LIFE = 50  # years after a film in which its director has made no other


def directed(claim: Claim, link: Link, catalogue: Catalogue) -> list[Statement]:
    """Every film that ever won the festival's prize of the claim, or did in the year it names, with its directors as recipients;
    nothing where the table is not whole, or does not tell of one whose it is. What was won before the years that are declared counts
    where it is told."""
    assert link.work is not None
    dated_ = claim.qualifiers.get("year") or claim.qualifiers.get("edition")
    found: list[Statement] = []
    for prize in claim.value["prizes"]:
        table, _, category = prize.partition("/")
        declared = [c for c in catalogue.complete(f"award:{table}", "award") if c.scope["category"] == category]
        if catalogue.tables[table]["kind"] != "festival" or not declared or tables.gapped(declared):
            return []
        meant = tables.years(claim, link, catalogue, table) if dated_ else range(1890, (link.work.year or 0) + _LIFE)
        if max(int(c.scope["to"]) for c in declared) < min(max(meant), int(str(catalogue.meta["as_of"])[:4])):
            return []  # he may have won it since
        given = [s for s in catalogue.awards(table, category, meant) if s.qualifiers["result"] in tables.GIVEN]
        told = [_with_directors(said, catalogue) for said in given]
        # Of a film that stands there by its number alone, another list of the same year may say whose it is.
        named_ = Counter(s.qualifiers["year"] for s in told if tables.recipients(s))
        bare = Counter(s.qualifiers["year"] for s in told if not tables.recipients(s))
        if any(number > named_[year] for year, number in bare.items()):
            return []
        found += [s for s in told if tables.recipients(s)]
    return found


def _with_directors(said: Statement, catalogue: Catalogue) -> Statement:
    if tables.recipients(said):
        return said
    makers = [catalogue.names(str(s.value))[0] for s in catalogue.statements(said.subject, "director")]
    return said._replace(qualifiers={**said.qualifiers, "recipient": "|".join(dict.fromkeys(makers))})
