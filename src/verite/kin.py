"""Films that are kin to this one: what it is a remake or sequel of, and what was made after it.

Shared by the kinds `remake` and `sequel`. Both are open: nobody lists every remake. A claim is refuted only where the
record says that it is not so, has the two films the other way round, or where a remake or sequel would
be older than what it is made after.
"""

from collections.abc import Mapping
from typing import Any

from verite import titles
from verite.catalogue import Catalogue
from verite.clauses import NP, Frame, Sentence
from verite.judge import Ground
from verite.model import Agreement, Claim, Link, Reason, Statement
from verite.text import plain


def other(np: NP | None, frame: Frame | None = None) -> dict[str, Any]:
    """The other film as the prose names it: its title and year, as far as they are given."""
    found: dict[str, Any] = {"title": "", "year": None}
    date = frame.role("named") if frame is not None else None
    if np is not None and date is not None and date.sem == "DATE":
        found["year"] = other(date)["year"]  # *a remake of The Keel (1925)*: the brackets hang on the head
    for one in (np, *np.appos, *(inner for _, inner in np.pps if inner.sem == "DATE")) if np is not None else ():
        if (
            not found["title"]
            and one.sem in ("NAME", "PERSON", "WORK-NAME", "FILM-NAME", "O", "PLACE", "EVENT")
            and one.name
        ):
            found["title"] = f"The {one.name}" if one.tokens[0].text == "The" else one.name
        for token in one.tokens:
            year = plain(token.low)
            if found["year"] is None and len(year) == 4 and year.isdecimal() and 1890 < int(year) < 2100:
                found["year"] = int(year)
    return found


def spanned(frame: Frame, sentence: Sentence, np: NP | None) -> Frame:
    """The frame with the year in brackets after the other film's title."""
    ends = [frame.end, *(inner.core_end for inner in (np.appos if np is not None else ()))]
    return frame._replace(end=sentence.closed(max(ends)))


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = [(s, _stands(claim.value, s)) for s in catalogue.statements(link.work.id, claim.property)]
    said += [(s, Agreement.EXCLUDES) for s in _too_old(claim, link, catalogue)]
    return Ground(tuple(said), otherwise=Reason.OPEN_PROPERTY if said else Reason.NOT_RECORDED)


def _stands(value: Mapping[str, Any], said: Statement) -> Agreement:
    if "part" in (value["of"], said.qualifiers.get("of")):
        return _same_part(value, said)
    called = (str(said.value), *said.qualifiers.get("also", ()))
    if value["title"]:
        alike = said.value == "any" or any(titles.key(value["title"]) == titles.key(t) for t in called)
        if not alike:
            near = any(titles.likeness(value["title"], t) > 0.6 for t in called)
            return Agreement.UNCLEAR if near else Agreement.NEITHER
    if said.qualifiers.get("of", "earlier") != value["of"]:
        # The same title the other way round; without a title there may be one of each.
        return Agreement.EXCLUDES if value["title"] and _same_film(value, said) else Agreement.NEITHER
    year = said.qualifiers.get("year")
    if value["year"] and year and abs(int(year) - value["year"]) > 1:
        return Agreement.UNCLEAR
    if said.negative and said.value != "any" and not value["title"]:
        return Agreement.UNCLEAR
    return Agreement.AGREES


def _same_part(value: Mapping[str, Any], said: Statement) -> Agreement:
    """A part of a series against a part of one: lists count parts and name series in several ways, so none excludes another."""
    if value["of"] != said.qualifiers.get("of"):
        return Agreement.NEITHER
    if value["title"] and not any(
        titles.key(value["title"]) == titles.key(t) for t in (str(said.value), *said.qualifiers.get("also", ()))
    ):
        return Agreement.UNCLEAR
    n, of = said.qualifiers.get("n"), said.qualifiers.get("parts")
    said_part = value["part"] if value["part"] != -1 else of
    return Agreement.AGREES if value["part"] is None or (n and said_part == n) else Agreement.UNCLEAR


def _same_film(value: Mapping[str, Any], said: Statement) -> bool:
    """Whether one title means one film: remakes have the titles of what they remake, so there only agreeing years tell."""
    year = said.qualifiers.get("year")
    if value["year"] and year:
        return abs(int(year) - int(value["year"])) <= 1
    return said.property == "sequel"


def _too_old(claim: Claim, link: Link, catalogue: Catalogue) -> list[Statement]:
    """The years of this film, where they make the claim impossible."""
    year = claim.value["year"]
    assert link.work is not None
    years = [s for s in catalogue.statements(link.work.id, "year") if not s.negative]
    if not year or not years:
        return []
    if claim.value["of"] == "earlier":
        return years if all(year > int(s.value) + 1 for s in years) else []
    return years if all(year < int(s.value) - 1 for s in years) else []


def told(claim: Claim, as_earlier: str, as_later: str) -> str:
    value = claim.value
    year = f" ({value['year']})" if value["year"] else ""
    named = value["title"] or "another film"
    return f"{as_earlier if value['of'] == 'earlier' else as_later} {named}{year}"


def shown(said: Statement, as_earlier: str, as_later: str) -> str:
    if said.property == "year":
        return f"the film is of {said.value}"
    of, year = said.qualifiers.get("of", "earlier"), said.qualifiers.get("year")
    what = as_earlier if of == "earlier" else as_later
    denied = "not " if said.negative else ""
    return f"{denied}{what} {'any film' if said.value == 'any' else said.value}{f' ({year})' if year else ''}"
