"""The list against itself: what it says in two places that cannot both be so.

- D101 two sentences on one film: *banned in Poland* and *never banned in Poland*, a true story and pure invention.
- D102 another year in the prose than in the heading: *this 1962 drama* under *(1975)*.
- D103 one film twice in a list.
- D104 one film told differently in two lists of a report, or under two years.

Nothing is known of the film for this, so it works for any. Only what excludes outright is refuted, with the other
place shown; where the record has already refuted one of the two, nothing is added. A year that the record knows,
a year next to the heading's, and an entry that speaks of a shelf, a ban or a second release contradict nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from verite.amounts import Amount
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.clauses import NP, Frame, Sentence
from verite.judge import Ground
from verite.model import Agreement, Claim, FilmList, Grade, Link, LinkStatus, Reason, Span, Statement, Status, Verdict
from verite.properties import Property
from verite.reading import Line, Reading
from verite.titles import words

# An entry that says so explains why its film has two years.
_DELAYED = frozenset(
    "shelf shelved banned ban released release re-released re-release rereleased restored restoration until version versions premiered premiere "
    "completed finished begun began later originally broadcast series serial remake remade original anniversary decades".split()
)
_MADE = ("MAKE", "PRODUCE", "SHOOT", "DIRECT")
_WAITED = 4  # years from the shooting to the showing, which need no word of a shelf
# Of these, two values that exclude each other cannot both be so. (Sound is none of them: films of 1928 were silent and had sound.)
_CHOICES = ("true_story", "colour")
_DENIED = ("award", "event", "filming_place", "set_place", "true_story", "nomination")


class Told(NamedTuple):
    """A claim of some list, as another place of a report may contradict it."""

    claim: Claim
    quote: str
    at: str


def find(reading: Reading) -> Iterator[Claim]:
    """D102: the years that the prose gives to the film itself."""
    heading = reading.entry.year
    if heading is None or not reading.entry.index:
        return
    for year, span, at in _years(reading):
        lows = {low for line in reading.lines for sentence in line.sentences for low in sentence.words}
        grade = Grade.SEEN if _DELAYED & lows else Grade.READ
        yield Claim("consistency", "heading_and_prose", year, span, at, {"heading": heading}, grade)


def _years(reading: Reading) -> Iterator[tuple[int, Span, Span]]:
    """(year, the words that say it, the year's own) of each year that the prose gives to the film itself."""
    for line in reading.lines:
        for sentence in line.sentences:
            if not any(low.isdecimal() and len(low) == 4 for low in sentence.words):
                continue
            for np in sentence.phrases():
                at = next((t for t in np.tokens if t.low.isdecimal() and len(t.low) == 4 and not t.entities), None)
                if at is None or np.sem != "FILM" or np.plural or np.poss is not None or not reading.is_film(np):
                    continue
                # *this 1962 drama*, or such a phrase for a sentence; *the 1962 film* may be an earlier one
                alone = np.start == sentence.start and not any(not c.relative for c in sentence.clauses)
                if np.det == "this" or (alone and np.det in ("a", "an", "")):
                    yield int(at.low), Span(np.tokens[0].start, np.core_end), Span(at.start, at.end)
            for frame in sentence.frames:
                if frame.hedged or frame.negative or frame.attributed:
                    continue
                if frame.act == "IS":
                    yield from _year_is(frame, reading, line, sentence)
                # *it was made in 1976*, *N made it in 1976*, *it dates from 1976*
                made = frame.act in _MADE and _BEFORE.isdisjoint(sentence.words)
                made = made and (frame.passive or _by_its_maker(frame, sentence))
                if not made and frame.act != "DATE":
                    continue
                if frame.clause is not None and any(t.low == "had" for t in frame.clause.vg.tokens):
                    continue  # *it had been filmed before in 1918*: an earlier film
                film = frame.role("film")
                if not reading.surely_film(film, line, sentence) and not (
                    film is None and reading.headless(frame, sentence)
                ):
                    continue
                for prep, np in frame.adjuncts:
                    if prep in (("from", "to") if frame.act == "DATE" else ("in",)) and (year := _year(np)):
                        if frame.act == "SHOOT" and 0 < (reading.entry.year or 0) - year <= _WAITED:
                            continue  # *it was filmed in 1957*, and shown in 1959
                        yield year, Span(frame.start, np.core_end), Span(np.start, np.core_end)


# Of other films of the tale, or of its beginnings: *filmed previously in 1910*, *made into films again in 1920*, *initially shot in 1957*.
_BEFORE = frozenset(
    "first before already earlier again once twice originally previously initially later subsequently also same "
    "broadway off-broadway stage theatre theater performances".split()
)


def _by_its_maker(frame: Frame, sentence: Sentence) -> bool:
    """*N made it in 1976*, not *Norway made it first, in 1997*."""
    agent = frame.role("agent")
    named = agent is not None and agent.sem in ("PERSON", "NAME") and not agent.entity("state", "place")
    return frame.by == "verb" and named and not frame.modal


def _year_is(frame: Frame, reading: Reading, line: Line, sentence: Sentence) -> Iterator[tuple[int, Span, Span]]:
    """*It is a film from 1976*, *it is from 1976*, *the year of production is 1976*."""
    subject, said = frame.role("subject"), frame.role("complement")
    if (
        subject is not None
        and subject.head == "year"
        and subject.det in ("the", "its")
        and said is not None
        and subject.of is not None
    ):
        if subject.of.head in ("production", "release", "origin") and (year := _year(said)):
            yield year, Span(frame.start, said.core_end), Span(said.start, said.core_end)
        return
    if not reading.surely_film(subject, line, sentence):
        return
    # *a film of 1940* may be about that year
    for prep, np in said.pps if said is not None and said.sem == "FILM" else frame.adjuncts:
        if prep == "from" and (year := _year(np)):
            yield year, Span(frame.start, np.core_end), Span(np.start, np.core_end)


def _year(np: NP) -> int:
    low = np.tokens[-1].low
    return int(low) if len(np.tokens) == 1 and low.isdecimal() and len(low) == 4 else 0


def within(
    verdicts: Sequence[Verdict], films: FilmList, registry: Mapping[str, Property]
) -> Iterator[tuple[int, Claim]]:
    """D101: (entry, claim) for each statement that another of the same entry excludes."""
    by_entry: dict[int, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.entry and _comparable(verdict):
            by_entry.setdefault(verdict.entry, []).append(verdict)
    for entry, mine in by_entry.items():
        for i, one in enumerate(mine):
            for other in mine[:i]:
                if excludes(one.claim, other.claim, registry):
                    later, first = sorted((one.claim, other.claim), key=lambda c: -c.span.start)
                    yield (
                        entry,
                        _against(
                            later, "within_entry", films.text[first.span.start : first.span.end], "the same entry"
                        ),
                    )
                    break


def repeated(links: Sequence[Link]) -> Iterator[tuple[int, Claim]]:
    """D103: (entry, claim) for each film that stands in the list again: once a film, however often it comes."""
    seen: dict[object, Link] = {}
    told: set[int] = set()
    for link in links:
        entry = link.entry
        title = tuple(words(entry.title))
        keys: list[object] = [(title, entry.year)] if title and entry.year else []
        if link.status is LinkStatus.MATCHED and link.work is not None and link.fits is None:
            keys.append(link.work.id)
        first = next((seen[key] for key in keys if key in seen), None)
        if first is not None and first.entry.index not in told and _same(first, link):
            told.add(first.entry.index)
            at = f"entry {first.entry.index}"
            said = {"other": first.entry.title, "at": at}
            yield entry.index, Claim("consistency", "repeated", entry.title, entry.title_span, entry.title_span, said)
        for key in keys:
            seen.setdefault(key, link)


def _same(one: Link, other: Link) -> bool:
    """Not two parts under numbers, nor two years that may be two films; nor two films that the record tells apart."""
    years = (one.entry.year, other.entry.year)
    far = None not in years and abs((years[0] or 0) - (years[1] or 0)) > 1
    figures = [{c for c in link.entry.title if c.isdecimal()} for link in (one, other)]
    apart = one.work is not None and other.work is not None and one.work.id != other.work.id
    return not far and figures[0] == figures[1] and not apart


def across(
    lists: Iterable[tuple[FilmList, Sequence[Link], Sequence[Verdict]]], registry: Mapping[str, Property]
) -> Iterator[tuple[int, int, Claim]]:
    """D104: (list, entry, claim) for each statement that an earlier list of the report excludes."""
    said: dict[tuple[str, str], list[Told]] = {}
    for number, (films, links, verdicts) in enumerate(lists):
        works = {
            link.entry.index: link.work.id
            for link in links
            if link.work and link.status is LinkStatus.MATCHED and link.fits is None
        }
        new: list[tuple[tuple[str, str], Told]] = []
        for verdict in verdicts:
            work = works.get(verdict.entry)
            if work is None or not (_comparable(verdict) or _undecided_year(verdict)):
                continue
            key = (work, verdict.claim.property)
            told = Told(verdict.claim, films.text[verdict.claim.span.start : verdict.claim.span.end], films.path)
            other = next((o for o in said.get(key, ()) if excludes(told.claim, o.claim, registry)), None)
            if other is not None:
                yield number, verdict.entry, _against(told.claim, "across_lists", other.quote, other.at)
            new.append((key, told))
        for key, told in new:
            held = said.setdefault(key, [])
            if len(held) < 8 and all(
                (o.claim.value, o.claim.negative) != (told.claim.value, told.claim.negative) for o in held
            ):
                held.append(told)


def _comparable(verdict: Verdict) -> bool:
    claim = verdict.claim
    doubted = claim.hedged or claim.attributed or claim.quoted or claim.incomplete
    return (
        claim.grade is Grade.READ
        and not doubted
        and verdict.status is not Status.REFUTED
        and claim.kind != "consistency"
    )


def _undecided_year(verdict: Verdict) -> bool:
    year = verdict.claim.property == "year" and not verdict.claim.unresolved
    return year and verdict.status is Status.UNVERIFIED


def excludes(one: Claim, other: Claim, registry: Mapping[str, Property]) -> bool:
    """Whether two claims on one film cannot both be so."""
    if one.property != other.property or one.span == other.span:
        return False
    if one.property == "money" and one.span.start == other.span.start:
        return False  # *a budget of six million but grossed four*, *15 million in its opening weekend and 63 in all*
    if one.negative != other.negative:
        return one.property in _DENIED and one.value == other.value and _scope(one) == _scope(other)
    if one.negative:
        return False
    if one.property in _CHOICES:
        return registry[one.property].exclude(str(one.value), str(other.value))
    if one.property == "year":
        return abs(int(one.value) - int(other.value)) > 1
    if one.property == "duration" and not (one.qualifiers["versions"] or other.qualifiers["versions"]):
        return _apart(one, other, 0.15)
    alike = one.property == "money" and all(one.qualifiers[k] == other.qualifiers[k] for k in ("of", "currency", "in"))
    return alike and not (one.qualifiers["unlike"] or other.qualifiers["unlike"]) and _apart(one, other, 0.5)


def _scope(claim: Claim) -> object:
    """What narrows a claim: the state of a ban, the places, the edition and year of a prize."""
    q = claim.qualifiers
    return [q.get(key) for key in ("states", "places", "edition", "year", "recipient", "part")]


def _apart(one: Claim, other: Claim, share: float) -> bool:
    spans = [
        Amount(float(c.value), float(c.qualifiers["step"]), c.qualifiers["bound"]).span(share) for c in (one, other)
    ]
    return spans[0][1] < spans[1][0] or spans[1][1] < spans[0][0]


def _against(claim: Claim, property_: str, quote: str, at: str) -> Claim:
    said = {"other": " ".join(quote.split()), "at": at}
    return Claim("consistency", property_, claim.value, claim.span, claim.value_span, said)


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if claim.property != "heading_and_prose":
        q = claim.qualifiers
        return Ground(((Statement("list", claim.property, q["other"], basis=(q["at"],)), Agreement.EXCLUDES),))
    year, heading = int(claim.value), int(claim.qualifiers["heading"])
    known = (
        [s for s in catalogue.statements(link.work.id, "year") if int(s.value) == year] if link.work is not None else []
    )
    if known:
        return Ground(tuple((s, Agreement.AGREES) for s in known))
    stands = Agreement.AGREES if abs(year - heading) <= 1 else Agreement.EXCLUDES
    said = Statement("list", "heading_and_prose", heading, basis=("the heading",))
    return Ground(((said, stands),), otherwise=Reason.NOT_RECORDED)


_TOLD = {
    "within_entry": "said here, and otherwise in the same entry",
    "repeated": "a film of its own",
    "across_lists": "said here, and otherwise in another list",
}


def told(claim: Claim, catalogue: Catalogue) -> str:
    return _TOLD.get(claim.property) or f"a film of {claim.value}"


def shown(said: Statement, catalogue: Catalogue) -> str:
    if said.property == "heading_and_prose":
        return f"the heading says {said.value}"
    if said.property == "year":
        return f"{said.qualifiers.get('of', 'year')}: {said.value}"
    return f"“{said.value}” stands in {said.basis[0]}"


KIND = Kind(
    "consistency",
    "within_entry",
    find,
    weigh,
    told,
    shown,
    examples={
        "This 1931 drama is about a lamplighter.": Status.SUPPORTED,
        "This 1962 drama is about a lamplighter.": Status.REFUTED,
        "The film was made in 1950.": Status.REFUTED,
        "This 1962 drama was shelved for years.": Status.UNVERIFIED,
        "A 1962 drama told the story again.": None,
        "The 1962 novel is about a lamplighter.": None,
    },
)
