"""What a film goes by: its titles, year and directors, of all that its sources say."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from verite.model import Work

_YEAR_ORDER = ("first-showing", "release", "broadcast", "production", "home-release")
_SPACES = ("imdb", "wikidata", "tmdb")  # whose id names a film that our record does not hold


def _year_shown(told: list[list[Any]], recorded: bool) -> int | None:
    """The year that a film goes by: of our own record the first of its meanings; of many tables the one that most of them
    give, the earlier of two (one of eight dates *Casablanca* to 1941, and Cannes showed *All About Eve* a year late)."""
    if not told:
        return None
    rows = [(int(row[0]), str(row[1].get("of", "")) if len(row) > 1 else "") for row in told[0]]
    if recorded:
        return next((y for meaning in _YEAR_ORDER for y, of in sorted(rows) if of == meaning), min(rows)[0])
    votes = Counter(year for source in told for year in {int(row[0]) for row in source})
    return min(votes, key=lambda year: (-votes[year], year))


def called(held: list[tuple[str, int, dict[str, list[Any]]]], names: Callable[[str], Sequence[str]]) -> Work:
    """A film as reports name it, from all that its sources say; the first source that tells a thing tells it."""
    titled = [row for _, _, data in held for row in data.get("title", ())]
    qualified = [(row[0], row[1] if len(row) > 1 else {}) for row in titled]
    english = next(
        (t for t, q in qualified if q.get("of") == "release" and q.get("lang") in ("en", None)), titled[0][0]
    )
    preferred = next((t for t, q in qualified if q.get("preferred")), english)
    original = next((t for t, q in qualified if q.get("of") == "original"), preferred)
    years = sorted(
        {
            (int(row[0]), str(row[1].get("of", "")) if len(row) > 1 else "")
            for _, _, data in held
            for row in data.get("year", ())
        }
    )
    shown = _year_shown([data["year"] for _, _, data in held if data.get("year")], ":" not in held[0][0])
    directors = next((data["director"] for _, _, data in held if "director" in data), [])
    ids = [id_ for id_, _, _ in held] + [row[0] for _, _, data in held for row in data.get("same_as", ())]
    same_as: dict[str, str] = {}
    for id_ in ids:
        space, _, local = id_.partition(":")
        if local and space in _SPACES:
            same_as.setdefault(space, local)
    own = held[0][0]
    id_ = own if ":" not in own else next((f"{s}:{same_as[s]}" for s in _SPACES if s in same_as), own)
    return Work(
        id=id_,
        title=str(preferred),
        original_title=str(original),
        year=shown,
        years=tuple(years),
        director=tuple(names(str(row[0]))[0] for row in directors if not (len(row) > 4 and row[4])),
        form=next((str(data["form"][0][0]) for _, _, data in held if "form" in data), ""),
        same_as=same_as,
    )
