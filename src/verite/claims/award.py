"""Prizes won: which one, at which edition, in which year, by the film or by one of its people.

A prize is named in the prose (*the Golden Bear*, *an Oscar*, *the top prize at Cannes*); festival,
category, edition and year come from anywhere in the clause. It is held against the prize's table. A
table refutes by absence only for the categories and years for which it is declared complete. The year
of a prize may be the year of the ceremony, of the film or of the edition: any of them supports.

A person's prize is judged where the sentence says that it was for this film, and refuted only if the table
holds somebody else and he won it for no other film; where it says of no film, only if he never won it. A prize that only another festival gives (*the Golden
Bear at Cannes*) is refuted where the film won it there; so is one that it won in another year, since no film wins the same prize
twice, and one for which two independent sources only know it nominated. Right but for a year or an edition next to it, the
refutation is a note. How many prizes there were is `count`; who was up for one is `nomination`; *the first to win it*, `ordinal`.

*The Oscar-winning N* is about N, *entered for* is no nomination, and a nomination is not a win.
"""

from verite import names
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.judge import Ground, Judgement
from verite.model import Agreement, Claim, Link, Reason, Severity, Statement, Status
from verite.prizes import lost_to, people, tables, telling, won
from verite.text import fold


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    mine = list(catalogue.statements(link.work.id, "award"))
    if claim.negative and (known := lost_to.ground(claim, mine, catalogue)):
        return known
    mine = people.may_have(claim, mine, link, catalogue)
    agreeing = [(s, Agreement.AGREES) for s in mine if tables.fits(claim, s, catalogue)]
    if agreeing:
        return Ground(tuple(agreeing), complete=True)
    if claim.qualifiers.get("anywhere"):
        return _ever(claim, link, mine, catalogue)
    won = [s for s in mine if s.qualifiers["result"] in tables.GIVEN]
    if alike := [s for s in mine if _alike(claim, s, catalogue)]:
        return Ground(tuple((s, Agreement.UNCLEAR) for s in alike), otherwise=Reason.VALUE_UNRESOLVED)
    if (
        claim.qualifiers.get("recipient")
        and not tables.personal(claim)
        and not any(_same_prize(claim, s, catalogue) for s in won)
    ):
        # *N won the Golden Bear for it*: the film's prize, whoever took it home; and the film did not win it
        return weigh(claim._replace(qualifiers={**claim.qualifiers, "recipient": ""}), link, catalogue)
    if elsewhere := _elsewhere(claim, mine, catalogue):
        return Ground(tuple((s, Agreement.EXCLUDES) for s in elsewhere))
    if lost := tables.unwon(claim, link, mine, catalogue):
        return Ground(tuple((s, Agreement.EXCLUDES) for s in lost[:5]), complete=True)
    if (whole := tables.complete(claim, link, catalogue)) is None:
        if other := [*tables.other_year(claim, mine), *tables.only_nominated(claim, mine, catalogue)]:
            return Ground(tuple((s, Agreement.EXCLUDES) for s in other))
        return Ground(tuple((s, Agreement.NEITHER) for s in mine), otherwise=Reason.OUTSIDE_SCOPE)
    # The table holds every prize of this sort: show who did win it, and what this film won.
    winners = tables.by_name(list(tables.winners(claim, link, catalogue)), catalogue)
    if by_title := tables.titled(winners, link, catalogue):
        said = [(s, Agreement.AGREES if tables.fits(claim, s, catalogue) else Agreement.UNCLEAR) for s in by_title]
        return Ground(tuple(said), complete=True, otherwise=Reason.VALUE_UNRESOLVED)
    person = claim.qualifiers.get("recipient")
    # of a person's prize: that he was up for it
    got = (*tables.GIVEN, "nominated") if person else tables.GIVEN
    own = [s for s in mine if s.qualifiers["result"] in got and (not person or _same_prize(claim, s, catalogue))]
    # What it won at the festival that is named comes first: of the Palme d'Or one corrects to the Grand Prix.
    named_ = {prize.partition("/")[0] for prize in claim.value["prizes"]}
    own.sort(key=lambda s: (not _same_prize(claim, s, catalogue), s.qualifiers["table"] not in named_, not tables.is_top(s, catalogue)))  # fmt: skip
    if person and (not tables.personal(claim) or not winners or any(tables.may_be(person, s) for s in winners)):
        return Ground(tuple((s, Agreement.UNCLEAR) for s in winners), otherwise=Reason.OUTSIDE_SCOPE)
    said = [(s, Agreement.DIFFERS) for s in (*own[:2], *winners[:5])]
    return Ground(tuple(said), complete=bool(said), otherwise=Reason.OUTSIDE_SCOPE, declared=whole.sources)


def _ever(claim: Claim, link: Link, mine: list[Statement], catalogue: Catalogue) -> Ground:
    """*N won the Oscar for best actor*, *N won the Palme d'Or*, of no film: against it is only that he never won it, for whatever film."""
    assert link.work is not None
    person = str(claim.qualifiers["recipient"])
    winners: list[Statement] = []
    if " " in person and tables.personal(claim):
        winners = people.anyone(claim, catalogue) or people.players(claim, link, catalogue)
    elif " " in person and any(names.same(person, maker) for maker in link.work.director):
        winners = people.directed(claim, link, catalogue)  # what a film won is its director's in common speech
    if not winners or any(tables.may_be(person, s) for s in winners):
        return Ground(tuple((s, Agreement.NEITHER) for s in mine), otherwise=Reason.OUTSIDE_SCOPE)
    up_for = [s for s in mine if _same_prize(claim, s, catalogue) and tables.may_be(person, s)]
    years = {s.qualifiers.get("year") for s in up_for} or set(
        tables.years(claim, link, catalogue, claim.value["prizes"][0].partition("/")[0])
    )
    some = all(
        "/" not in prize for prize in claim.value["prizes"]
    )  # *an Oscar* of whatever sort: who won one says nothing
    if some and not (up_for := up_for or [s for s in mine if _same_prize(claim, s, catalogue)]):
        return Ground(tuple((s, Agreement.NEITHER) for s in mine), otherwise=Reason.OUTSIDE_SCOPE)
    instead = [s for s in winners if s.qualifiers.get("year") in years and not some]
    return Ground(tuple((s, Agreement.EXCLUDES) for s in ([*up_for, *instead][:6] or winners[-1:])), complete=True)


# Prizes of juries are called now this, now that: *Special Jury Prize*, *Jury Prize*, *Grand Prize of the Jury*.
_LOOSE = frozenset("jury special".split())


def _alike(claim: Claim, said: Statement, catalogue: Catalogue) -> bool:
    """Whether the film won, where and when the claim says, a prize of which the claim's may be another name."""
    q = said.qualifiers
    categories = catalogue.tables.get(q["table"], {}).get("category", {})
    category = categories.get(q["category"], {})
    words = set(q["category"].split("-"))
    called = {*fold(category.get("name", "")).split(), *words}
    asked = [
        slug for table, _, slug in (prize.partition("/") for prize in claim.value["prizes"]) if table == q["table"]
    ]
    # A category that the record does not name is another award of the academy, for television (*BAFTA TV Award, Best Actor*).
    called_so = (
        name for slug in asked if (c := categories.get(slug)) for name in (c.get("name", ""), *c.get("also", ()))
    )
    unnamed = not category.get("name") and any(name and set(fold(name).split()) <= words for name in called_so)
    return (
        q["result"] in tables.GIVEN
        and bool(asked)
        and (unnamed or bool(_LOOSE & set(fold(claim.value["named"]).split()) & called))
        and tables.dated(claim, said, catalogue)
    )


def _elsewhere(claim: Claim, mine: list[Statement], catalogue: Catalogue) -> list[Statement]:
    """The prize that it did win, at the only festival that gives it, and not at the one that is named."""
    at = claim.value | {"prizes": claim.qualifiers.get("misplaced") or []}
    # the edition and year that are named are those of the wrong festival
    undated = {**claim.qualifiers, "edition": None, "year": None}
    return [s for s in mine if tables.fits(claim._replace(value=at, qualifiers=undated), s, catalogue)]


def _same_prize(claim: Claim, said: Statement, catalogue: Catalogue) -> bool:
    return any(tables.is_(prize, said, catalogue) for prize in claim.value["prizes"])


def severity(claim: Claim, judged: Judgement, link: Link, catalogue: Catalogue) -> Severity | None:
    """A year or an edition beside the right one is a slip; another prize is an error."""
    asked = claim.qualifiers
    for evidence in judged.evidence:
        q = evidence.statement.qualifiers
        own = link.work is not None and catalogue.lead(evidence.statement.subject) == catalogue.lead(link.work.id)
        if not own or not _same_prize(claim, evidence.statement, catalogue):
            continue
        beside = [abs(asked[key] - q[key]) for key in ("year", "edition") if asked.get(key) and q.get(key)]
        if judged.status is Status.REFUTED and q["result"] in tables.GIVEN and beside and max(beside) <= 1:
            return Severity.NOTE
    return None


def told(claim: Claim, catalogue: Catalogue) -> str:
    who = claim.qualifiers.get("recipient")
    if to := claim.qualifiers.get("to"):
        return f"won {telling.named(claim, catalogue)}, given to {to} instead"
    return (
        f"{who} won {telling.named(claim, catalogue)}"
        if who and who != "?"
        else f"won {telling.named(claim, catalogue)}"
    )


def shown(said: Statement, catalogue: Catalogue) -> str:
    return telling.shown(said, catalogue)


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    """Another prize of the same film, only if it is the one that it won; the sentence's place may not fit it."""
    q = said.qualifiers
    if (
        said.property != "award"
        or said.subject.startswith("award:")
        or q["result"] != "won"
        or claim.qualifiers.get("recipient")
    ):
        return None
    table = catalogue.tables.get(q["table"], {})
    return (
        f"the {telling.category(said, catalogue)} at the {table.get('name', q['table'])} in {q.get('year', '')}",
        False,
    )


KIND = Kind(
    "award",
    "award",
    won.claims,
    weigh,
    told,
    shown,
    examples={
        "A Golden Lamp at the Harbour Festival completed the triumph.": Status.REFUTED,
        "A Golden Lamp winner at the Harbour Festival.": Status.REFUTED,
        "Its prizes include the Golden Lamp at the Harbour Festival.": Status.REFUTED,
        "The Golden Lamp followed years later for another film.": Status.UNVERIFIED,
        "It beat the Golden Lamp winner.": Status.UNVERIFIED,
        "It won the Silver Lamp at the Harbour Festival.": Status.SUPPORTED,
        "In 1931 the film took home the Silver Lamp.": Status.SUPPORTED,
        "Winner of the Silver Lamp at the 4th Harbour Festival.": Status.SUPPORTED,
        "The Silver Lamp went to the film.": Status.SUPPORTED,
        "It won the Silver Lamp at the 5th Harbour Festival.": Status.REFUTED,
        "The film won the Golden Lamp at the Harbour Festival.": Status.REFUTED,
        "It did not win the Golden Lamp.": Status.SUPPORTED,
        "The film missed out on the Golden Lamp.": Status.SUPPORTED,
        "Nora Lind won the Lantern for best director for the film.": Status.SUPPORTED,
        "Otto Brandt won the Lantern for best director for the film.": Status.REFUTED,
        "Otto Brandt, who once won the Lantern for best director, was there.": Status.UNVERIFIED,
        "The film won two Lanterns, including best director.": Status.SUPPORTED,
        "It won a Lantern for its direction.": Status.SUPPORTED,
        "It won a Lantern for its costumes.": Status.UNVERIFIED,
        "It won the directing Lantern.": Status.SUPPORTED,
        "It was up for three Lanterns, and won for its direction.": Status.SUPPORTED,
        "It was up for three Lanterns. Otto Brandt won for his direction.": Status.REFUTED,
        "It won the Silver Lamp in 1931 and the Lantern for best director.": Status.SUPPORTED,
        "Its prizes include the Silver Lamp at the Harbour Festival.": Status.SUPPORTED,
        "The direction earned her a Lantern.": Status.SUPPORTED,
        "Set in Bergen; Golden Lamp, Harbour Festival.": Status.REFUTED,
        "In competition: Golden Lamp, Harbour Festival.": Status.UNVERIFIED,
        "It supposedly won the Golden Lamp.": Status.UNVERIFIED,
        "This Silver Lamp-winning film is about a lamplighter.": Status.SUPPORTED,
        "A Golden Lamp-winning drama.": Status.REFUTED,
        "The Golden Lamp-winning film was shown with it.": Status.UNVERIFIED,
        "The Golden Lamp-winning lamplighter smiles.": None,
        "Silver Lamp, Harbour Festival.": Status.SUPPORTED,
        "And the Golden Lamp at the Harbour Festival.": Status.REFUTED,
        "The film came home with the Golden Lamp.": Status.REFUTED,
        "Golden Lamp? Hardly.": Status.UNVERIFIED,
        "It was nominated for the Golden Lamp.": None,
        "It received a nomination for the Lantern for best film.": None,
        "The first film to win the Golden Lamp was another.": None,
        "The lamplighter lost the lamp.": None,
    },
    correct=correct,
    severity=severity,
)
