"""A prize, and a row of a prize's table, in words."""

from verite.catalogue import Catalogue
from verite.model import Claim, Statement
from verite.prizes import tables


def named(claim: Claim, catalogue: Catalogue) -> str:
    """The prize of a claim in words: its name, edition, table and year."""
    tables_ = {p.split("/")[0] for p in claim.value["prizes"]}
    table = str(catalogue.tables.get(next(iter(tables_)), {}).get("name", "")) if len(tables_) == 1 else ""
    edition = claim.qualifiers.get("edition")
    at = f", {f'{nth(edition)} ' if edition else ''}{table}" if table else ""
    year = f" {claim.qualifiers['year']}" if claim.qualifiers.get("year") else ""
    named_ = str(claim.value["named"]).replace("( ", "(").replace(" )", ")")
    return f"{_article(named_)}{_which(claim, catalogue)}{at}{year}"


def _which(claim: Claim, catalogue: Catalogue) -> str:
    """The category, where the words name the prize alone: *the Oscar* (Best Picture)."""
    prizes = claim.value["prizes"]
    table, _, category_ = prizes[0].partition("/")
    row = catalogue.tables.get(table, {}).get("category", {}).get(category_, {}) if len(prizes) == 1 else {}
    names_ = [str(name).casefold() for name in (row.get("name", ""), *row.get("also", ())) if name]
    words = str(claim.value["named"]).replace("( ", "(").replace(" )", ")").casefold()
    return (
        f" ({row['name']})" if names_ and not any(n in words or words.removeprefix("the ") in n for n in names_) else ""
    )


def nth(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    """A row of a table, or the count of its rows, in words."""
    q = said.qualifiers
    table = catalogue.tables.get(q["table"], {})
    if said.property == "award_count":
        verb = "nominations" if q["result"] == "nominated" else "wins"
        more = f" to {q['up_to']}, as one counts" if q["up_to"] > said.value else ""
        return f"{said.value}{more} {verb} on record, {table.get('name', q['table'])}"
    what = {"won": "won", "special": "was given", "nominated": "was nominated for"}.get(q["result"], q["result"])
    work = catalogue.work(said.subject) if not q.get("title") else None
    title = q.get("title") or (work.title if work else "the film")
    subject = f"{q['recipient']} ({title})" if q.get("recipient") and tables.of_person(said) else title
    return f"{subject} {what} {_article(category(said, catalogue))}, {table.get('name', q['table'])} {q.get('year', '')}".strip()


def _article(prize: str) -> str:
    """A prize with its article: the Golden Bear, but Best Film.

    >>> _article("Golden Bear"), _article("Best Film"), _article("the Oscar")
    ('the Golden Bear', 'Best Film', 'the Oscar')
    """
    bare = prize.casefold().startswith(("the ", "a ", "an ", "best ", "outstanding ", "most ", "la ", "le ", "l'"))
    return prize if bare else f"the {prize}"


def category(said: Statement, catalogue: Catalogue) -> str:
    q = said.qualifiers
    row = catalogue.tables.get(q["table"], {}).get("category", {}).get(q["category"], {})
    return str(row.get("name") or q["category"].replace("-", " "))
