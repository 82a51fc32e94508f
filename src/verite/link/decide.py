"""Candidates and features weighed: which work an entry is, or that it is none.

A title that agrees and a year within one decide. A year further off is matched, with the reason `year-conflict`, only
where the prose names people or sources of the film, or the title is such that another film of that name is unlikely;
the year is then refuted, not the film. Titles alone never decide between two works of one name. What the prose names
can also speak against a film: a like title whose people are none of those that the prose names.
"""

from typing import NamedTuple

from verite import titles
from verite.catalogue import Catalogue
from verite.clauses.tokens import Gazetteer
from verite.link import features
from verite.link.candidates import candidates, told
from verite.link.hit import Hit, year_gap
from verite.link.mentions import DIRECTOR, Mentions, mentions
from verite.link.nonexistent import ruled_out
from verite.link.odds import few, weighed
from verite.model import Candidate, Entry, Link, LinkStatus

_SHOWN = 5  # candidates named in a report
_FAR_BEHIND = 0.3  # in score: a film so far behind the one that was matched is not named beside it
_MARGIN = 0.015  # between the best and the next film, that one may decide
_LONG = 4  # words in a title that hardly names two films: its year may be off by any number
# A like title in a small catalogue, which is scanned: from which score on it is a misspelling.
_ACCEPT = 0.83
_NAMED = 0.68  # the same, where the prose names somebody of the film
# A like title in a large one, whose odds are calibrated: what the prose adds to their logarithm or takes from it.
_EACH_NAMED = 3.0
_NONE_NAMED = -4.0  # it names people who made films, but nobody of this one
_NOBODY_NAMED = -1.5  # it names people, none of them on record, and this one's director is
_ALIKE = 0.9
_PERHAPS = -1.5  # odds of a wrong year below which a film of the entry's title is another film
_NEAR_PEOPLE = 10  # films of the people named whose titles are looked at


class Scored(NamedTuple):
    hit: Hit
    gap: int | None
    score: float
    named: tuple[str, ...]
    why: tuple[str, ...]


def link(entry: Entry, catalogue: Catalogue, gazetteer: Gazetteer | None = None) -> Link:
    """The entry's work, with ranked candidates and reasons; see the module's rules."""
    said = mentions(entry, catalogue)
    scored = _ranked(entry, said, catalogue)
    sure = [one for one in scored if _certain(entry, one, scored, said, catalogue)]
    if sure and (len(sure) == 1 or sure[0].score - sure[1].score >= _MARGIN):
        return _matched(entry, sure[0], scored, said, catalogue)
    if sure:
        shown = _shown([*sure, *(s for s in scored if s not in sure)], catalogue)
        return Link(entry, LinkStatus.AMBIGUOUS, None, sure[0].score, ("several works of this title",), shown)
    if (none := ruled_out(entry, catalogue)) is not None:
        author, evidence, near = none
        reason = (
            f"a book by {catalogue.names(author)[0]}; no screen work of that title is among those recorded as complete"
        )
        return Link(entry, LinkStatus.NONEXISTENT, None, 0.0, (reason,), near, None, evidence)
    by_people = _by_people(entry, said, catalogue)
    if (best := _misspelt(entry, by_people, said, catalogue) or _translated(scored, by_people)) is not None:
        return _matched(entry, best, [best, *scored], said, catalogue)
    return _unknown(entry, scored, by_people, said, catalogue)


def _ranked(entry: Entry, said: Mentions, catalogue: Catalogue) -> list[Scored]:
    """Every candidate with its score, best first. The few best are read whole: family names, characters."""
    hits = candidates(entry, catalogue)
    scored = sorted((_score(entry, hit, features.people_named(hit.lead, said)) for hit in hits), key=_order)
    if not said.words or not scored:
        return scored
    near = [s for s in scored if scored[0].score - s.score <= 0.25][:6]
    whole = []
    for one in near:
        work = catalogue.numbered(one.hit.lead)
        assert work is not None
        years = tuple(sorted({*one.hit.years, *(year for year, _ in work.years)}))
        whole.append(_score(entry, one.hit._replace(years=years), features.named(work, said, catalogue)))
    return sorted([*whole, *scored[len(near) :]], key=_order)


def _order(one: Scored) -> tuple[float, int]:
    return (-one.score, one.hit.lead)


def _score(entry: Entry, hit: Hit, named: tuple[str, ...]) -> Scored:
    gap = year_gap(entry, hit.years)
    title, how = features.title_score(hit)
    penalty, year = features.year_score(gap)
    score = max(0.0, min(1.2, title - penalty + features.prose_score(len(named))))
    return Scored(hit, gap, score, named, (how, year, *features.reasons(named)))


def _certain(entry: Entry, one: Scored, scored: list[Scored], said: Mentions, catalogue: Catalogue) -> bool:
    """Whether a candidate may be taken for the film."""
    hit, gap = one.hit, one.gap
    if hit.how == "pin":
        return True
    if not (hit.how == "key" or (hit.how == "words" and hit.odds is None)):
        return _slip(one, said, catalogue)
    words = len(titles.key(entry.title).split())
    alone = sum(other.hit.how == hit.how for other in scored) == 1
    if gap is None:
        return hit.how == "key" and (bool(one.named) or (alone and words > 1))
    if one.named or gap == 0:
        return True
    if any(other.named and other.hit.how == "key" for other in scored):
        return False  # two films of one name, neither of that year: the prose names the makers of the other one
    if said.directors and _directed(one, catalogue):
        return False  # the year is another, and so is the director
    if gap == 1:
        # An article more and a year off are two slips: *The Switch* (2010) is not *Switch* (2011).
        return words > 1 or titles.words(entry.title) == titles.words(hit.title)
    if hit.odds is not None:
        return _odds(one, said, catalogue) >= 0.0
    return hit.how == "key" and alone and len(titles.words(entry.title)) >= _LONG and not _others_named(one, said)


def _slip(one: Scored, said: Mentions, catalogue: Catalogue) -> bool:
    """Whether a like title is this one misspelt."""
    hit, gap, named = one.hit, one.gap, len(one.named)
    if gap is None or gap > 1:
        return named > 0 and hit.likeness >= _ALIKE and hit.odds is not None
    if hit.odds is None:
        return one.score >= (_NAMED + features.prose_score(named) if named else _ACCEPT)
    # Whose people the prose names may be misspelt by a letter more.
    return few(hit.edits - bool(named), hit.asked) and _odds(one, said, catalogue) >= 0.0


def _odds(one: Scored, said: Mentions, catalogue: Catalogue) -> float:
    """The logarithm of the odds from title and year, and what the prose adds to them or takes from them."""
    odds = one.hit.odds or 0.0
    if one.named:
        return odds + _EACH_NAMED * min(len(one.named), 2)
    if said.parts:
        return odds + _NONE_NAMED
    if _PERHAPS <= odds < -_NOBODY_NAMED and said.people and _directed(one, catalogue):
        return odds + _NOBODY_NAMED
    return odds


def _directed(one: Scored, catalogue: Catalogue) -> bool:
    """Whether it is known who directed this film."""
    work = catalogue.numbered(one.hit.lead)
    return work is not None and bool(work.director)


def _others_named(one: Scored, said: Mentions) -> bool:
    """The prose names people who made films, and none of them made this one."""
    return len(said.parts) >= 2 and not any(one.hit.lead in films for films in said.parts.values())


def _matched(entry: Entry, best: Scored, scored: list[Scored], said: Mentions, catalogue: Catalogue) -> Link:
    work = catalogue.numbered(best.hit.lead)
    assert work is not None
    fits = _fits_another(best, said, catalogue) if best.hit.how != "pin" else None
    shown = _shown([best, *(s for s in scored if s is not best and best.score - s.score < _FAR_BEHIND)], catalogue)
    return Link(entry, LinkStatus.MATCHED, work, shown[0].score, shown[0].reasons, shown, fits)


def _shown(scored: list[Scored], catalogue: Catalogue) -> tuple[Candidate, ...]:
    found: dict[int, Candidate] = {}
    for one in scored[: 2 * _SHOWN]:
        if one.hit.lead in found or len(found) == _SHOWN:
            continue
        if (work := catalogue.numbered(one.hit.lead)) is not None:
            _, how = features.title_score(told(one.hit, catalogue))
            found[one.hit.lead] = Candidate(work, round(max(0.0, min(1.0, one.score)), 3), (how, *one.why[1:]))
    return tuple(found.values())


def _fits_another(best: Scored, said: Mentions, catalogue: Catalogue) -> Candidate | None:
    """Another film to which two or more names in the prose belong, its director among them, while none belongs to
    this one; and this one's people must be on record, or the prose may well tell of it."""
    if best.named or not said.parts:
        return None
    mine = catalogue.numbered(best.hit.lead)
    assert mine is not None
    if not mine.director or len(catalogue.statements(mine.id, "cast")) < 2:
        return None
    for lead, names in sorted(said.films().items(), key=lambda item: (-len(item[1]), item[0])):
        if lead == best.hit.lead or len(names) < 2 or DIRECTOR not in names.values():
            continue
        work = catalogue.numbered(lead)
        # First names are shared by too many characters to say that the prose is of another film.
        if work is not None and len(found := features.named(work, said, catalogue, characters=False)) >= 2:
            return Candidate(work, round(min(1.0, 0.4 + 0.1 * len(found)), 3), features.reasons(found))
    return None


def _by_people(entry: Entry, said: Mentions, catalogue: Catalogue) -> list[Scored]:
    """Films of about that year with which the prose shares people or sources: nearest by meaning."""
    found = []
    many = sorted(said.films().items(), key=lambda item: (-len(item[1]), min(item[1].values()), item[0]))
    for lead, _ in many[:40]:
        work = catalogue.numbered(lead)
        if work is None:
            continue
        years = tuple(year for year, _ in work.years)
        gap = year_gap(entry, years)
        named = features.people_named(lead, said)
        if gap is None or gap <= 3:
            score = min(0.6, 0.3 + 0.1 * len(named) - 0.02 * (gap or 0))
            hit = Hit(lead, work.title, "release", "people", score, years)
            found.append(Scored(hit, gap, score, named, features.reasons(named)))
    return sorted(found, key=_order)


def _misspelt(entry: Entry, by_people: list[Scored], said: Mentions, catalogue: Catalogue) -> Scored | None:
    """A film whose people the prose names, under a title so misspelt that no three letters of it are right (*aMhelr*)."""
    if catalogue.postings is None:
        return None
    from verite.link.search import compared

    found: list[Hit] = []
    for one in by_people[:_NEAR_PEOPLE]:
        if one.gap is None or one.gap > 1:
            continue
        work = catalogue.numbered(one.hit.lead)
        spelt = [str(said.value) for said in catalogue.statements(work.id, "title")] if work else []
        found += [hit._replace(years=one.hit.years) for hit in compared(entry, one.hit.lead, spelt)]
    scored = [_score(entry, hit, features.people_named(hit.lead, said)) for hit in weighed(entry, found, catalogue)]
    sure = [one for one in scored if _slip(one, said, catalogue)]
    return sure[0] if len(sure) == 1 else None


def _translated(scored: list[Scored], by_people: list[Scored]) -> Scored | None:
    """A title that no source holds, over prose that names three people of one film of that very year: a translation
    nobody recorded. Two are not enough: an invented film, too, is given a real director and a real star."""
    if not by_people or any(one.hit.how == "key" for one in scored):
        return None
    best, rest = by_people[0], by_people[1:]
    sole = all(len(other.named) <= len(best.named) - 2 for other in rest)
    return best if len(best.named) >= 3 and best.gap is not None and best.gap <= 1 and sole else None


def _unknown(entry: Entry, scored: list[Scored], by_people: list[Scored], said: Mentions, catalogue: Catalogue) -> Link:
    namesakes = [one for one in scored if one.hit.how == "key"]
    if any(one.hit.odds is None or _odds(one, said, catalogue) >= _PERHAPS for one in namesakes):
        reason = (
            "the title is recorded with another year" if entry.year else "no year tells which film of this title it is"
        )
        shown = _shown([*namesakes, *(s for s in scored if s not in namesakes)], catalogue)
        return Link(entry, LinkStatus.AMBIGUOUS, None, namesakes[0].score, (reason,), shown)
    near = [*scored[:3], *(s for s in by_people[:3] if s.hit.lead not in {o.hit.lead for o in scored[:3]})]
    shown = _shown(near, catalogue)
    return Link(entry, LinkStatus.UNKNOWN, None, shown[0].score if shown else 0.0, ("no recorded title agrees",), shown)
