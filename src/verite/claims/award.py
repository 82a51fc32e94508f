"""Prizes: won or nominated, which one, at which edition, in which year, for what.

A prize is named in the prose (*the Golden Bear*, *an Oscar*, *the top prize at Cannes*); festival,
category, edition and year come from anywhere in the clause. It is held against the prize's table. A
table refutes by absence only for the categories and years for which it is declared complete. The year
of a prize may be the year of the ceremony, of the film or of the edition: any of them supports.

*The Oscar-winning N* is about N, *entered for* is no nomination, and a nomination is not a win.
"""

import re
from collections.abc import Iterator
from typing import Any

from verite import names
from verite.catalogue import Catalogue
from verite.claims.kind import Kind, prose_value
from verite.clauses import NP, Frame, Sentence, tokens
from verite.judge import Ground
from verite.model import Agreement, Claim, Completeness, Grade, Link, Reason, Span, Statement, Status
from verite.reading import Line, Reading
from verite.text import fold, ordinal, plain

_YEAR = re.compile(r"^(?:19|20)\d\d$")
_WON = ("WIN", "GIVE", "GO-TO")
_MAIN = (
    "main prize",
    "top prize",
    "top award",
    "main award",
    "highest award",
    "top honour",
    "top honor",
    "highest honour",
)


def find(reading: Reading) -> Iterator[Claim]:
    taken: set[int] = set()
    for line, sentence, frame in reading.frames(*_WON, "NOMINATE", "LOSE", "ENTER"):
        if line.label != "intro":
            yield from _claims(reading, line, sentence, frame, taken)
    for line in reading.lines:
        if line.label != "intro":
            for sentence in line.sentences:
                yield from _seen(reading, sentence, taken)


def _claims(reading: Reading, line: Line, sentence: Sentence, frame: Frame, taken: set[int]) -> Iterator[Claim]:
    prizes = _prizes(frame)
    if not prizes:
        return
    recipient = frame.role("recipient", "holder")
    if frame.act == "ENTER":
        return
    person = ""
    if recipient is not None and not reading.is_film(recipient) and recipient.sem != "FILM":
        if recipient.sem in ("PERSON", "NAME"):
            person = recipient.name
        elif (
            recipient.sem == "HUMAN"
            or recipient.pronoun in ("he", "she", "they", "her", "him")
            or recipient.head in ("director", "actress", "actor", "star", "lead", "composer", "performance")
        ):
            person = "?"
        elif recipient.sem in ("WORK", "WORK-NAME", "FILM-NAME") or reading.other_film(recipient):
            return  # the novel won it, or another film did
        elif recipient.sem not in ("PRONOUN", "ACT", "O", "LIFE", "PRIZE"):
            return
    if (
        frame.act in ("GO-TO", "GIVE")
        and recipient is not None
        and recipient.sem == "FILM"
        and (recipient.plural or recipient.det in ("a", "an", "another"))
    ):
        return  # *the prize went to lesser films*
    if any(reading.other_film(np) for prep, np in frame.adjuncts if prep in ("for", "with")):
        return
    result = "nominated" if frame.act in ("NOMINATE", "LOSE") else "won"
    negative = frame.negative
    for prize in prizes:
        if prize.tokens[0].start in taken:
            continue
        taken.add(prize.tokens[0].start)
        value, qualifiers = _value(prize, frame, result, reading)
        if value is None:
            continue
        qualifiers["recipient"] = person
        # *its rival won it*, *the film that won it was N*: what the winner is was not understood
        unread = frame.by == "modifier" or (
            recipient is not None and (recipient.sem == "O" or (frame.relative and recipient.det == "the"))
        )
        grade = Grade.SEEN if person or unread else Grade.READ
        claim = reading.claim(
            "award",
            "award",
            value,
            frame,
            sentence,
            prize,
            qualifiers,
            grade,
            negative=negative or _none(prize) or prize.denied,
        )
        claim = claim._replace(value_span=Span(claim.value_span.start, _where_ends(prize, frame, claim.value_span.end)))
        for np in frame.phrases():
            # the category beside the prize is part of this claim, not another one
            if np.entity("category") is not None and len(prizes) == 1:
                taken.add(np.tokens[0].start)
        yield claim


def _where_ends(prize: NP, frame: Frame, end: int) -> int:
    """A correction replaces the prize with what hangs on it: its category, festival, edition and year."""
    for _, np in sorted(frame.adjuncts, key=lambda a: a[1].start):
        belongs = np.sem in ("FEST", "DATE", "CATEGORY") or np.entity("festival", "category", "place") is not None
        if not belongs and np.start >= end:
            break
        end = max(end, np.core_end) if belongs and np.start >= prize.start else end
    return end


def _none(np: NP) -> bool:
    return np.det in ("no", "neither")


def _prizes(frame: Frame) -> list[NP]:
    """The phrases of a frame that name a prize or its category, the head ones first; a category beside a
    prize belongs to it."""
    found = [np for np in frame.phrases() if np.entity("prize") is not None and np.sem in ("PRIZE", "O", "ACT", "FILM")]
    heads = [np for np in found if np.entity("category") is None]
    found = heads or found
    direct = frame.role("prize", "O2")
    if not found:
        found = [np for np in frame.phrases() if np.entity("category") is not None][:1]
    if not found and direct is not None and direct.sem == "PRIZE":
        found = [direct]
    if not found and frame.act in ("GIVE", "WIN", "NOMINATE"):
        found = [np for np in frame.phrases() if np.sem == "PRIZE"][:1]
    for np in list(found):
        found.extend(
            other
            for other in np.also
            if other.entity("prize") is not None or other.entity("category") is not None or other.sem == "PRIZE"
        )
    return list({id(np): np for np in found}.values())


def _value(
    prize: NP, frame: Frame, result: str, reading: Reading
) -> tuple[dict[str, object] | None, dict[str, object]]:
    near = [*prize.within(), *(np for np in frame.phrases())]
    if len(_prizes(frame)) > 1:
        near = prize.within()
    festivals = {e.id for np in near for e in np.entities if e.type == "festival"}
    tables = reading.catalogue.tables
    for np in near:
        for entity in np.entities:
            # *at Berlin*, *at Cannes*: the city alone names its festival beside a prize
            if entity.type in ("place", "state"):
                named = reading.catalogue.place_name(entity.id)
                festivals |= {
                    t for t, row in tables.items() if row.get("kind") == "festival" and row.get("city") == named
                }
    for np in (np for np in near if np.sem in ("NAME", "FEST", "PLACE", "O")):
        festivals |= {
            t
            for t, row in tables.items()
            if row.get("kind") == "festival" and row.get("city") and np.name.split(" ")[0:1] == [row["city"]]
        }
    options = [e.id for e in prize.entities if e.type in ("prize", "category")]
    options += [
        e.id
        for np in near
        for e in np.entities
        if e.type == "category" and not any(o.partition("/")[2] for o in options)
    ]
    options = list(dict.fromkeys(options))
    categories = {o for o in options if "/" in o}
    bare = {o for o in options if "/" not in o}
    if bare and categories:
        # *the Oscar for best foreign-language film*: the category of that prize
        # *a BAFTA for best visual effects*, where only another prize is known to have such a category
        categories = {c for c in categories if c.split("/")[0] in bare} or {f"{prize_}/?" for prize_ in bare}
    chosen = categories or bare
    if festivals:
        chosen = {c for c in chosen if c.split("/")[0] in festivals} or (chosen if not options else set())
        if not chosen:
            chosen = {f"{f}/{c}" for f in festivals for c in _named(prize.name or prize.text, tables.get(f, {}))}
        if not chosen and options:
            # *the Golden Prize at Berlin*: a prize that the festival does not give
            chosen = {f"{festival}/?" for festival in festivals}
    if not chosen and festivals:
        if prize.head in _MAIN or prize.head in ("grand prize",):
            chosen = {f"{f}/*" for f in festivals}
        else:
            chosen = set(festivals)
    edition, year = _when(near, frame)
    value: dict[str, object] = {"prizes": sorted(chosen), "named": prize.name or prize.text, "result": result}
    if categories and not bare and not festivals and not _giver(prize.name or prize.text, chosen, reading.catalogue):
        value["giver"] = "unnamed"
    if not chosen:
        return None, {}
    return value, {"edition": edition, "year": year}


def _giver(text: str, chosen: set[str], catalogue: Catalogue) -> bool:
    """Whether a phrase says who gives the prize. *Golden Bear* does, *Oscar for best foreign film* does; *Best
    Cinematography* is given by every academy and at every students' festival."""
    owners = {prize.partition("/")[0] for prize in chosen}
    if any(catalogue.tables.get(owner, {}).get("kind") != "academy" for owner in owners):
        return True
    words = tokens.surface(text).split(" ")
    return any(
        words[at : at + len(name)] == name and any(type_ == "prize" and id_ in owners for type_, id_ in entities)
        for at, word in enumerate(words)
        for name, entities in catalogue.lexicon.get(word, ())
    )


def _named(text: str, table: dict[str, Any]) -> list[str]:
    """The categories of one table that a phrase names: *Grand Prix* beside *Cannes*."""
    words = fold(text).removeprefix("the ").strip()
    return [
        category
        for category, row in table.get("category", {}).items()
        if words in {fold(name) for name in (row.get("name", ""), *row.get("also", ()))}
    ]


def _when(near: list[NP], frame: Frame) -> tuple[int | None, int | None]:
    edition = year = None
    for np in near:
        for token in np.tokens:
            if _YEAR.match(token.low):
                year = int(token.low)
            elif (np.sem == "FEST" and (n := ordinal(plain(token.low))) is not None and n > 1) or (
                np.entity("festival") and (n := ordinal(plain(token.text.split(" ")[0]))) is not None and n > 1
            ):
                edition = n
    return edition, year


def _seen(reading: Reading, sentence: Sentence, taken: set[int]) -> Iterator[Claim]:
    """A prize that no frame has claimed, with a cue beside it: *Golden Bear, Berlin 1977.* *An Oscar-winning drama.*"""
    for np in sentence.phrases():
        if np.entity("prize", "category") is None or np.tokens[0].start in taken:
            continue
        text = " ".join(t.low for t in sentence.tokens)
        if (
            not any(cue in text for cue in ("winn", "won", "prize", "award", "laureate", "nomin", "honour"))
            and len(sentence.tokens) > 14
        ):
            continue
        if np.sem in ("PERSON", "NAME", "HUMAN") or any(
            cue in text for cue in ("entry", "submi", "candidate", "entered", "shortlist", "competed")
        ):
            continue
        result = "nominated" if "nomin" in text else "won"
        frame = Frame("SEEN", {}, list(np.pps), np.start, np.end, np.start, np.core_end)
        negative = any(f.negative for f in sentence.frames if f.start <= np.start < f.end) or any(
            t.low in ("never", "not", "no", "without", "n't", "nor") for t in sentence.tokens
        )
        if negative:
            continue
        value, qualifiers = _value(np, frame, result, reading)
        if value is not None:
            taken.add(np.tokens[0].start)
            # *Palme d'Or, 1971.* as a sentence of its own says that the film won it.
            dated = any(other.sem in ("DATE", "FEST", "PLACE") for other in sentence.phrases() if other is not np)
            alone = not sentence.clauses and np.start == sentence.start and dated and len(sentence.tokens) <= 12
            grade = Grade.READ if alone and np.sem == "PRIZE" else Grade.SEEN
            yield reading.claim("award", "award", value, frame, sentence, np, {**qualifiers, "recipient": ""}, grade)


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    mine = list(catalogue.statements(link.work.id, "award"))
    agreeing = [(s, Agreement.AGREES) for s in mine if _fits(claim, s, catalogue)]
    if agreeing:
        return Ground(tuple(agreeing), complete=True)
    complete = _complete(claim, link, catalogue)
    if complete is None:
        return Ground(tuple((s, Agreement.NEITHER) for s in mine), otherwise=Reason.OUTSIDE_SCOPE)
    # The table holds every prize of this sort: show who did win it, and what this film won.
    winners = list(_rows(claim, link, catalogue))
    own = [s for s in mine if s.qualifiers["result"] in ("won", "special")]
    # What it won at the festival that is named comes first: of the Palme d'Or one corrects to the Grand Prix.
    named = {prize.partition("/")[0] for prize in claim.value["prizes"]}
    own.sort(key=lambda s: (s.qualifiers["table"] not in named, not _is_top(s, catalogue)))
    said = [(s, Agreement.DIFFERS) for s in (*own[:2], *winners[:5])]
    return Ground(tuple(said), complete=bool(said), otherwise=Reason.OUTSIDE_SCOPE)


def _fits(claim: Claim, said: Statement, catalogue: Catalogue) -> bool:
    q = said.qualifiers
    value, asked = claim.value, claim.qualifiers
    if not any(_names(prize, said, catalogue) for prize in value["prizes"]):
        return False
    won = q["result"] in ("won", "special")
    if value["result"] == "won" and not won:
        return False
    if asked.get("edition") and q.get("edition") and asked["edition"] != q["edition"]:
        return False
    if (year := asked.get("year")) and q.get("year"):
        span = catalogue.tables.get(q["table"], {}).get("work_year", [0, -1])
        years = {q["year"], *(q["year"] + gap for gap in range(min(span), max(span) + 1)), q.get("work_year")}
        if year not in years:
            return False
    person = asked.get("recipient")
    return (
        not person
        or person == "?"
        or not q.get("recipient")
        or names.same(person, q["recipient"])
        or not names.unlike(person, q["recipient"])
    )


def _is_top(said: Statement, catalogue: Catalogue) -> bool:
    """Whether this is the first prize of its festival."""
    categories = catalogue.tables.get(said.qualifiers["table"], {}).get("category", {})
    return bool(categories.get(said.qualifiers["category"], {}).get("top"))


def _names(prize: str, said: Statement, catalogue: Catalogue) -> bool:
    table, _, category = prize.partition("/")
    if table != said.qualifiers["table"]:
        return False
    if category == "*":
        return _is_top(said, catalogue)
    return not category or category == said.qualifiers["category"]


def _complete(claim: Claim, link: Link, catalogue: Catalogue) -> Completeness | None:
    """The declaration that covers every prize the claim may mean, in the years it may mean; else nothing."""
    prizes = claim.value["prizes"]
    # *Best Animated Short, at a students' festival*: whoever gives it, its table may be another than those known.
    if not prizes or claim.qualifiers.get("recipient") or claim.value.get("giver") == "unnamed":
        return None
    found = None
    for prize in prizes:
        table, _, category = prize.partition("/")
        if category in ("", "*", "?"):
            return None
        declared = [c for c in catalogue.complete(f"award:{table}", "award") if c.scope["category"] == category]
        years = _years(claim, link, catalogue, table)
        covering = [
            c for c in declared
            if all(int(c.scope["from"]) <= y <= int(c.scope["to"]) for y in years)
            and (claim.value["result"] == "won" or c.scope.get("nominated"))
        ]  # fmt: skip
        outside = [c for c in declared if all(y < int(c.scope["from"]) or y > int(c.scope["to"]) for y in years)]
        if not covering and not (outside and len(prizes) > 1):
            return None
        found = covering[0] if covering else found
    return found


def _years(claim: Claim, link: Link, catalogue: Catalogue, table: str) -> list[int]:
    """The years in which the prize can have been given: those named, else those of the film and the two after."""
    if year := claim.qualifiers.get("year"):
        return [int(year)]
    if edition := claim.qualifiers.get("edition"):
        if given := catalogue.edition_years(table, edition):
            return list(given)
    assert link.work is not None
    years = [y for y, _ in link.work.years] or [link.work.year or 0]
    return [y + gap for y in (min(years), max(years)) for gap in (0, 1, 2)]


def _rows(claim: Claim, link: Link, catalogue: Catalogue) -> Iterator[Statement]:
    for prize in claim.value["prizes"]:
        table, _, category = prize.partition("/")
        for said in catalogue.awards(table, category, sorted(set(_years(claim, link, catalogue, table)))):
            if said.qualifiers["result"] == "won":
                yield said


def told(claim: Claim, catalogue: Catalogue) -> str:
    verb = "nominated for" if claim.value["result"] == "nominated" else "won"
    tables = {p.split("/")[0] for p in claim.value["prizes"]}
    table = str(catalogue.tables[next(iter(tables))]["name"]) if len(tables) == 1 else ""
    edition = claim.qualifiers.get("edition")
    at = f", {f'{nth(edition)} ' if edition else ''}{table}" if table else ""
    year = f" {claim.qualifiers['year']}" if claim.qualifiers.get("year") else ""
    return f"{verb} {claim.value['named']}{at}{year}"


def nth(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    q = said.qualifiers
    table = catalogue.tables.get(q["table"], {})
    category = table.get("category", {}).get(q["category"], {}).get("name") or prose_value(q["category"])
    what = {"won": "won", "special": "was given", "nominated": "was nominated for"}.get(q["result"], q["result"])
    return (
        f"{q.get('title') or 'the film'} {what} {category}, {table.get('name', q['table'])} {q.get('year', '')}".strip()
    )


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    """Another prize of the same film, only if it is the one that it won; the sentence's place may not fit it."""
    q = said.qualifiers
    if said.subject.startswith("award:") or q["result"] != "won":
        return None
    table = catalogue.tables.get(q["table"], {})
    name = table.get("category", {}).get(q["category"], {}).get("name") or prose_value(q["category"])
    return f"the {name} at the {table.get('name', q['table'])} in {q.get('year', '')}", False


KIND = Kind(
    "award",
    "award",
    find,
    weigh,
    told,
    shown,
    examples={
        "It won the Silver Lamp at the Harbour Festival.": Status.SUPPORTED,
        "In 1931 the film took home the Silver Lamp.": Status.SUPPORTED,
        "Winner of the Silver Lamp at the 4th Harbour Festival.": Status.SUPPORTED,
        "The Silver Lamp went to the film.": Status.SUPPORTED,
        "It won the Silver Lamp at the 5th Harbour Festival.": Status.REFUTED,
        "The film won the Golden Lamp at the Harbour Festival.": Status.REFUTED,
        "It did not win the Golden Lamp.": Status.SUPPORTED,
        "It was nominated for the Golden Lamp.": Status.UNVERIFIED,
        "It supposedly won the Golden Lamp.": Status.UNVERIFIED,
        "The lamplighter lost the lamp.": None,
    },
    correct=correct,
)
