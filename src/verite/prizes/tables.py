"""What the prose says of a prize, held against the prize's table.

A table refutes by absence only for the categories and years for which it is declared complete. The year of a
prize may be the year of the ceremony, of the film or of the edition: any of them supports.
"""

import re
from collections.abc import Iterator, Sequence

from verite import names, titles
from verite.catalogue import Catalogue
from verite.judge import families
from verite.model import Cited, Claim, Completeness, Link, Origin, Statement
from verite.text import fold

GIVEN = ("won", "special")
_PERSONAL = re.compile(
    "director|direct(?:ion|ing)|act(?:or|ress)|screenplay|writ|cinematograph|score|song|music|edit|costume|makeup"
)
_AND = re.compile(r"\s*(?:,|\||;|/|&|\band\b)\s*")


def fits(claim: Claim, said: Statement, catalogue: Catalogue) -> bool:
    """Whether a row is the prize that the claim speaks of: its table, category, edition, year and recipient."""
    return (
        (any(is_(prize, said, catalogue) for prize in claim.value["prizes"]) or _called(claim, said, catalogue))
        and _won_enough(claim.value["result"], said)
        and dated(claim, said, catalogue)
        and not_of_another(claim.qualifiers.get("recipient", ""), said)
    )


def _won_enough(result: str, said: Statement) -> bool:
    """Who won was nominated, and who was nominated was in the running."""
    got = said.qualifiers["result"]
    return {"won": got in GIVEN, "nominated": got in (*GIVEN, "nominated")}.get(result, True)


def dated(claim: Claim, said: Statement, catalogue: Catalogue) -> bool:
    asked, q = claim.qualifiers, said.qualifiers
    if asked.get("edition") and q.get("edition") and asked["edition"] != q["edition"]:
        return False
    if (year := asked.get("year")) and q.get("year"):
        span = catalogue.tables.get(q["table"], {}).get("work_year", [0, -1])
        return year in {q["year"], *(q["year"] + gap for gap in range(min(span), max(span) + 1)), q.get("work_year")}
    return True


def not_of_another(person: str, said: Statement) -> bool:
    """Whether the row can be this person's: it names him, or nobody, or somebody who may be he. Of a family name alone it is
    never sure that it is not somebody's, so that it must be his."""
    held = recipients(said)
    may_be = names.same if " " not in person else lambda one, other: not names.unlike(one, other)
    return not held or person in ("", "?") or any(may_be(person, one) for one in held)


def may_be(person: str, said: Statement) -> bool:
    """Whether this prize may be his, for whatever film; who is not named may be anybody."""
    held = recipients(said)
    return not held or any(not names.apart(person, one) for one in held)


def recipients(said: Statement) -> list[str]:
    return [one for one in _AND.split(said.qualifiers.get("recipient") or "") if one]


def is_(prize: str, said: Statement, catalogue: Catalogue) -> bool:
    """Whether a row is of this prize: `table`, `table/category` or `table/*`."""
    table, _, category = prize.partition("/")
    if table != said.qualifiers["table"]:
        return False
    if category == "*":
        return is_top(said, catalogue)
    return not category or category == said.qualifiers["category"]


def _called(claim: Claim, said: Statement, catalogue: Catalogue) -> bool:
    """Whether a festival's prize went in its year by the words of the claim: the Palme d'Or was a *Grand Prix* until 1954 and again from 1964; or
    is called in its table by the same words, in whatever order (*Jury Special Prize*)."""
    q = said.qualifiers
    if all(prize.partition("/")[0] != q["table"] for prize in claim.value["prizes"]):
        return False
    words = fold(str(claim.value["named"])).removeprefix("the ").split()
    year = q.get("year") or 0
    declared = (c for c in catalogue.complete(f"award:{q['table']}", "award") if c.scope["category"] == q["category"])
    periods = [period for done in declared for period in done.scope.get("names") or ()]
    then = [fold(p["is"]).split() for p in periods if int(p["from"]) <= year <= int(p.get("to", 9999))]
    slug = fold(q["category"].replace("-", " ")).split()
    alike = len(words) > 1 and sorted(words) == sorted(slug)
    return bool(words) and (alike or any(name[: len(words)] == words for name in then))


def is_top(said: Statement, catalogue: Catalogue) -> bool:
    """Whether this is the first prize of its festival."""
    categories = catalogue.tables.get(said.qualifiers["table"], {}).get("category", {})
    return bool(categories.get(said.qualifiers["category"], {}).get("top"))


def complete(claim: Claim, link: Link, catalogue: Catalogue) -> Completeness | None:
    """The declaration that covers every prize the claim may mean, in the years it may mean; else nothing."""
    prizes = claim.value["prizes"]
    if not placed(link, catalogue):
        return None
    if claim.qualifiers.get("unnamed"):
        return None  # *Best Animated Short*, at a students' festival: its table may be another than those known
    found = None
    for prize in prizes:
        table, _, category = prize.partition("/")
        if category in ("", "*", "?") or _another_of_the_name(link, prize, catalogue):
            return None  # *War and Peace* has four ids, one for each part, and the Oscar is another one's
        declared = [c for c in catalogue.complete(f"award:{table}", "award") if c.scope["category"] in (category, "*")]
        meant = years(claim, link, catalogue, table)
        covering = [
            c
            for c in declared
            if all(_within(c, y) for y in meant) and (claim.value["result"] == "won" or c.scope.get("nominated"))
        ]
        # Before the first and after the last year declared it bore another name; a gap between two spans is unknown.
        ends = [int(c.scope[end]) for c in declared for end in ("from", "to")]
        outside = bool(ends) and all(y < min(ends) or y > max(ends) for y in meant)
        if not covering and not (outside and len(prizes) > 1):
            return None
        if covering:  # whoever declares it counts: one of them alone may be weak
            by = tuple(dict.fromkeys(source for one in covering for source in one.sources))
            found = covering[0]._replace(sources=by)
    return found


def placed(link: Link, catalogue: Catalogue) -> bool:
    """Whether a table would hold the film under an id that it knows. A film of which only an article tells, say, is joined
    to nothing: its nominations stand in the table under another title (*Magnificent Brute* was up for an Oscar)."""
    work = link.work
    return work is not None and (
        ":" not in work.id or "imdb" in work.same_as or bool(catalogue.statements(work.id, "award"))
    )


def gapped(declared: Sequence[Completeness]) -> bool:
    """Whether years lie between the spans of which nothing is declared: nobody knows then who was the first."""
    spans = sorted((int(c.scope["from"]), int(c.scope["to"])) for c in declared)
    return any(start > max(to for _, to in spans[:n]) + 1 for n, (start, _) in enumerate(spans) if n)


def _within(done: Completeness, year: int) -> bool:
    return int(done.scope["from"]) <= year <= int(done.scope["to"])


def whole(table: str, meant: list[int], nominated: bool, catalogue: Catalogue) -> bool:
    """Whether a table is declared complete over all its categories in these years."""
    return any(
        c.scope["category"] == "*" and all(_within(c, y) for y in meant) and (c.scope.get("nominated") or not nominated)
        for c in catalogue.complete(f"award:{table}", "award")
    )


def _this(claim: Claim, said: Statement) -> bool:
    """Whether a row is of the very category of the claim, and of no person's part in it."""
    own = f"{said.qualifiers['table']}/{said.qualifiers['category']}"
    return (
        not claim.qualifiers.get("recipient") and not claim.qualifiers.get("unnamed") and claim.value["prizes"] == [own]
    )


def other_year(claim: Claim, mine: Sequence[Statement]) -> list[Statement]:
    """The same prize, which the film won in another year: nobody wins it twice. A year beside the right one may be the
    film's, or the edition's."""
    year = claim.qualifiers.get("year")
    if not year or claim.value["result"] != "won":
        return []
    won = [s for s in mine if _this(claim, s) and s.qualifiers["result"] in GIVEN and s.qualifiers.get("year")]
    near = any(abs(year - at) <= 1 for s in won for at in (s.qualifiers["year"], s.qualifiers.get("work_year")) if at)
    return [] if near else won


def only_nominated(claim: Claim, mine: Sequence[Statement], catalogue: Catalogue) -> list[Statement]:
    """The same prize, for which two independent sources hold it nominated, and nobody that it won: one source alone may
    have been written before the ceremony."""
    if claim.value["result"] != "won":
        return []
    held = [s for s in mine if _this(claim, s)]
    up_for = [s for s in held if s.qualifiers["result"] == "nominated" and dated(claim, s, catalogue)]
    lost = all(s.qualifiers["result"] == "nominated" for s in held)
    return up_for if lost and len(families(up_for, catalogue.source)) > 1 else []


def unwon(claim: Claim, link: Link, mine: Sequence[Statement], catalogue: Catalogue) -> list[Statement]:
    """What speaks against a film that won *an Oscar*, or was up for one, where a table of all of them holds no such thing:
    what it was up for instead, or that it is not in the table at all.

    A film that the table does not know may stand there under a title that nothing joined, unless both go by IMDb's ids."""
    prizes, result = claim.value["prizes"], claim.value["result"]
    if len(prizes) != 1 or "/" in prizes[0] or result not in ("won", "nominated") or claim.qualifiers.get("unnamed"):
        return []
    table, got = prizes[0], GIVEN if result == "won" else (*GIVEN, "nominated")
    known = [s for s in mine if s.qualifiers["table"] == table]
    if any(s.qualifiers["result"] in got for s in known):
        return []
    if not whole(table, years(claim, link, catalogue, table), result == "nominated", catalogue):
        return []
    if known:
        return [s for s in known if s.qualifiers["result"] == "nominated"]
    assert link.work is not None
    if "imdb" not in link.work.same_as and not link.work.id.startswith("imdb:"):
        return []
    if _another_of_the_name(link, table, catalogue):
        return []
    declared = [c for c in catalogue.complete(f"award:{table}", "award") if c.scope["category"] == "*"]
    cited = tuple(dict.fromkeys(source for one in declared for source in one.sources))
    return [counted(link.work.id, table, result, 0, 0, cited)]


def _another_of_the_name(link: Link, prize: str, catalogue: Catalogue) -> bool:
    """Whether the table, or its category, knows another film of one of these titles, of about these years: the same film, perhaps, under another id."""
    assert link.work is not None
    own, years_ = catalogue.lead(link.work.id), [year for year, _ in link.work.years]
    said = [str(s.value) for s in catalogue.statements(link.work.id, "title")]
    for key in dict.fromkeys(titles.key(one) for one in (link.work.title, link.work.original_title, *said)):
        for other in catalogue.titled(key):
            near = any(abs(a - b) <= 3 for a in other.years for b in years_) or not other.years
            work = catalogue.numbered(other.lead) if other.lead != own and near else None
            if work and any(is_(prize, s, catalogue) for s in catalogue.statements(work.id, "award")):
                return True
    return False


def counted(work: str, table: str, result: str, least: int, most: int, cited: tuple[Cited, ...]) -> Statement:
    """How many prizes of a table a film has, by our own count of its rows."""
    of = {"table": table, "result": result, "up_to": most}
    return Statement(work, "award_count", least, of, cited, Origin.TABLE)


def years(claim: Claim, link: Link, catalogue: Catalogue, table: str) -> list[int]:
    """The years in which the prize can have been given: those named, else those of the film and the two after."""
    if year := claim.qualifiers.get("year"):
        return [int(year)]
    if edition := claim.qualifiers.get("edition"):
        if given := catalogue.edition_years(table, edition):
            return list(given)
    assert link.work is not None
    of_film = [y for y, _ in link.work.years] or [link.work.year or 0]
    return [y + gap for y in (min(of_film), max(of_film)) for gap in (0, 1, 2)]


def winners(claim: Claim, link: Link, catalogue: Catalogue) -> Iterator[Statement]:
    """Who did win the prizes that the claim may mean, in the years it may mean."""
    for prize in claim.value["prizes"]:
        table, _, category = prize.partition("/")
        for said in catalogue.awards(table, category, sorted(set(years(claim, link, catalogue, table)))):
            if said.qualifiers["result"] in GIVEN:
                yield said


def personal(claim: Claim) -> bool:
    """Whether the prize goes to people by its name: of *best picture* the table names producers, and lists whom they like."""
    return all(not prize.partition("/")[2] or _PERSONAL.search(prize) for prize in claim.value["prizes"])


def personal_only(prizes: Sequence[str]) -> bool:
    """Whether each is a category for people: *best actor*, and not an Oscar of whatever sort."""
    return all(_PERSONAL.search(prize.partition("/")[2]) for prize in prizes)


def by_name(rows: Sequence[Statement], catalogue: Catalogue) -> list[Statement]:
    """The rows without those that name nobody, where another list of the same prizes says who got those of the film: of
    *Best Actress* IMDb's table says in which film, and the Academy's who (Judy Holliday, not Bette Davis)."""

    def of(said: Statement) -> tuple[object, str]:
        return catalogue.lead(said.subject) or said.qualifiers.get("title"), said.qualifiers["table"]

    named = [said for said in rows if recipients(said)]
    told, by = {of(said) for said in named}, {cited.key for said in named for cited in said.sources}
    # who names people elsewhere names nobody here on purpose: *best foreign-language film* is the film's
    return [s for s in rows if recipients(s) or of(s) not in told or any(cited.key in by for cited in s.sources)]


def titled(rows: Sequence[Statement], link: Link, catalogue: Catalogue) -> list[Statement]:
    """The rows that name a film by title alone, where that is a title of this film: our own tables name winners that the
    record does not hold, and a catalogue of many sources does (*Dersu Uzala*, Moscow 1975)."""
    assert link.work is not None
    called = {titles.key(str(s.value)) for s in catalogue.statements(link.work.id, "title")}
    called |= {titles.key(link.work.title), titles.key(link.work.original_title)}
    return [
        s for s in rows if s.subject.startswith("award:") and titles.key(str(s.qualifiers.get("title", ""))) in called
    ]


def of_person(said: Statement) -> bool:
    """Whether it is a prize for a person's work, which names them."""
    return bool(_PERSONAL.search(said.qualifiers["category"]))
