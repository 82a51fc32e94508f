"""Films that cannot be: a set of works declared complete does not hold them."""

from collections.abc import Iterator

from verite import titles
from verite.catalogue import Catalogue
from verite.link.hit import spellings
from verite.model import Candidate, Entry, Statement, Work


def ruled_out(entry: Entry, catalogue: Catalogue) -> tuple[str, tuple[Statement, ...], tuple[Candidate, ...]] | None:
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
    wanted = dict.fromkeys(key for spelling in spellings(entry) for key in titles.keys(spelling))
    yield from dict.fromkeys(book for key in wanted for book in catalogue.books.get(key, ()))


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
