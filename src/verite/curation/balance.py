"""What a list holds and what it leaves out, aspect by aspect, against all films that belong to its theme."""

from collections import Counter
from collections.abc import Iterable, Iterator

from verite.catalogue import Catalogue
from verite.curation.aspects import ASPECTS
from verite.model import Work


def lines(chosen: Iterable[Work], all_: Iterable[Work], catalogue: Catalogue) -> Iterator[str]:
    """For each aspect what the list has, with counts, and what only the films outside it have."""
    held, others = list(chosen), list(all_)
    for aspect in ASPECTS:
        has = Counter(value for work in held for value in set(aspect.values(work, catalogue)))
        could = Counter(value for work in others for value in set(aspect.values(work, catalogue)))
        if not could:
            continue
        lacking = [value for value, _ in could.most_common() if value not in has]
        yield f"{aspect.words}: " + (", ".join(f"{_word(v, catalogue)} {n}" for v, n in has.most_common()) or "none")
        if lacking:
            more = f" and {len(lacking) - 8} more" if len(lacking) > 8 else ""
            yield f"    left out: {', '.join(_word(value, catalogue) for value in lacking[:8])}{more}"


def _word(value: str, catalogue: Catalogue) -> str:
    state = catalogue.states.get(value)
    return str(state["name"]) if state else value.replace("-", " ")
