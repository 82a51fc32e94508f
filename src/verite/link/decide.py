"""Candidates and features weighed: which work an entry is, or that it is none.

A title that agrees and a year within one decide. A year further off is matched, with the reason
`year-conflict`, only where the prose names people or sources of the film, or the title is so long that
another film of that name is unlikely; the year is then refuted, not the film. Titles alone never
decide between two works of one name.
"""

from collections.abc import Iterator

from verite import titles
from verite.catalogue import Catalogue
from verite.clauses.tokens import Gazetteer
from verite.link.candidates import Hit, candidates
from verite.link.features import Mentions, mentions, prose_score, year_gap, year_score
from verite.model import Candidate, Entry, Link, LinkStatus, Statement, Work

_LONG = 4  # words in a title that hardly names two films ("One Day in the Life of Ivan Denisovich")
_NEAR = 0.85  # a likeness that is a misspelling, given the year
_PROBABLE = 0.7  # one that is, given the year and a name in the prose


def link(entry: Entry, catalogue: Catalogue, gazetteer: Gazetteer) -> Link:
    """The entry's work, with ranked candidates and reasons; see the module's rules."""
    said = mentions(entry, gazetteer)
    scored = sorted(
        (_score(entry, hit, said, catalogue) for hit in candidates(entry, catalogue)), key=lambda s: -s[1].score
    )
    ranked = tuple(candidate for _, candidate, _ in scored)
    sure = [(hit, candidate, named) for hit, candidate, named in scored if _certain(entry, hit, named)]
    if sure and (len(sure) == 1 or sure[0][1].score - sure[1][1].score >= 0.02):
        _, best, named = sure[0]
        fits = _fits_another(best, named, said, catalogue)
        return Link(entry, LinkStatus.MATCHED, best.work, best.score, best.reasons, ranked[:5], fits)
    if sure:
        return Link(entry, LinkStatus.AMBIGUOUS, None, ranked[0].score, ("several works of this title",), ranked[:5])
    if (none := _ruled_out(entry, catalogue)) is not None:
        author, evidence, near = none
        reason = (
            f"a book by {catalogue.names(author)[0]}; no screen work of that title is among those recorded as complete"
        )
        return Link(entry, LinkStatus.NONEXISTENT, None, 0.0, (reason,), near, None, evidence)
    if scored and scored[0][0].how == "key":
        return Link(
            entry, LinkStatus.AMBIGUOUS, None, ranked[0].score, ("the title is recorded with another year",), ranked[:5]
        )
    near = (*ranked[:3], *_nearest(entry, said, catalogue, {c.work.id for c in ranked[:3]}))
    return Link(
        entry, LinkStatus.UNKNOWN, None, near[0].score if near else 0.0, ("no recorded title agrees",), near[:5]
    )


def _score(entry: Entry, hit: Hit, said: Mentions, catalogue: Catalogue) -> tuple[Hit, Candidate, int]:
    gap = year_gap(entry, hit.work)
    penalty, year_reason = year_score(gap)
    named, prose_reasons = prose_score(hit.work, said, catalogue)
    how = {
        "pin": "the list gives its id",
        "key": f"title agrees with “{hit.title}” ({hit.role})",
        "words": f"the words of “{hit.title}” ({hit.role}) in another order",
        "likeness": f"title resembles “{hit.title}” ({hit.role})",
    }[hit.how]
    score = min(1.0, hit.likeness) - penalty + min(0.2, 0.05 * named) - (0.03 if hit.role == "working" else 0.0)
    return hit, Candidate(hit.work, round(max(0.0, min(1.0, score)), 3), (how, year_reason, *prose_reasons[:3])), named


def _certain(entry: Entry, hit: Hit, named: int) -> bool:
    gap = year_gap(entry, hit.work)
    if hit.how == "pin":
        return True
    if hit.how in ("key", "words"):
        if gap is None:
            return hit.how == "key" and (named > 0 or len(titles.words(entry.title)) > 1)
        return gap <= 1 or named > 0 or (hit.how == "key" and len(titles.words(entry.title)) >= _LONG)
    close = gap is not None and gap <= 1
    return close and (hit.likeness >= _NEAR or (hit.likeness >= _PROBABLE and named > 0))


def _fits_another(best: Candidate, named: int, said: Mentions, catalogue: Catalogue) -> Candidate | None:
    """Another film to which two or more names in the prose belong, while none belongs to this one."""
    if named:
        return None
    for work in catalogue.credited(said.agents):
        if work.id != best.work.id:
            # First names are shared by too many characters to say that the prose is of another film.
            count, reasons = prose_score(work, said, catalogue, characters=False)
            if count >= 2:
                return Candidate(work, round(min(1.0, 0.4 + 0.1 * count), 3), reasons)
    return None


def _nearest(entry: Entry, said: Mentions, catalogue: Catalogue, seen: set[str]) -> tuple[Candidate, ...]:
    """Films of about that year with which the prose shares people or sources: nearest by meaning."""
    found = []
    for work in catalogue.credited(said.agents):
        gap = year_gap(entry, work)
        count, reasons = prose_score(work, said, catalogue)
        if work.id not in seen and count and (gap is None or gap <= 3):
            found.append(Candidate(work, round(min(0.6, 0.3 + 0.1 * count - 0.02 * (gap or 0)), 3), reasons))
    return tuple(sorted(found, key=lambda c: -c.score)[:3])


def _ruled_out(entry: Entry, catalogue: Catalogue) -> tuple[str, tuple[Statement, ...], tuple[Candidate, ...]] | None:
    """The title is a book by an author whose screen works are declared complete, and none of them is of
    that title. Films *about* the book, where recorded, leave it open."""
    for author, title in _written(entry, catalogue):
        for declared in catalogue.complete(author, "set:based_on"):
            if entry.year is not None and declared.as_of and entry.year > int(declared.as_of[:4]):
                continue
            if entry.year is None or any(abs(entry.year - year) <= 1 for _, year in declared.scope.get("about", ())):
                continue
            works = [w for id_ in declared.scope["works"] if (w := catalogue.work(id_)) is not None]
            if any(
                titles.key(str(s.value)) == titles.key(title)
                for w in works
                for s in catalogue.statements(w.id, "based_on")
            ):
                continue  # a film of that very book is recorded, under another title
            whole = Statement(
                author,
                "set:based_on",
                [w.id for w in works],
                {},
                declared.sources,
                basis=("the record's list of screen works after this author",),
            )
            denied = tuple(
                s
                for s in catalogue.statements(author, "not_filmed")
                if titles.key(str(s.value)) == titles.key(entry.title)
            )
            return author, (whole, *denied), _by_year(entry, works)
    return None


def _written(entry: Entry, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    wanted = {key for spelling in (entry.title, *entry.also) for key in titles.keys(spelling)}
    for author in catalogue.authors:
        for said in catalogue.statements(author, "written"):
            spellings = (str(said.value), *said.qualifiers.get("also", ()))
            if wanted & {key for spelling in spellings for key in titles.keys(spelling)}:
                yield author, str(said.value)


def _by_year(entry: Entry, works: list[Work]) -> tuple[Candidate, ...]:
    def gap(work: Work) -> int:
        return min((abs(year - (entry.year or year)) for year, _ in work.years), default=99)

    near = sorted(works, key=gap)[:3]
    return tuple(
        Candidate(
            work,
            round(max(0.1, 0.5 - 0.02 * gap(work)), 3),
            ("a screen work after the same author", f"{gap(work)} years off" if gap(work) else "same year"),
        )
        for work in near
    )
