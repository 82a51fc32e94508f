"""What speaks for a film: its title, its year against the entry's, and who and what the prose names.

Each feature is a small function with a score and a reason that a report can print.
"""

from verite import names, titles
from verite.catalogue import Catalogue
from verite.link.hit import Hit
from verite.link.mentions import Mentions
from verite.model import Work

_PENALTY = (0.0, 0.02, 0.12, 0.2)
FAR = 0.35
ALIAS = 0.02


def year_score(gap: int | None) -> tuple[float, str]:
    """What a year so far off costs."""
    if gap is None:
        return 0.05, "no year to compare"
    if gap == 0:
        return 0.0, "year agrees"
    if gap == 1:
        return _PENALTY[1], "year off by one"
    return _PENALTY[gap] if gap < len(_PENALTY) else FAR, "year-conflict"


def title_score(hit: Hit) -> tuple[float, str]:
    """How well the title agrees, and how."""
    of = f" ({hit.of})" if hit.of else ""
    reason = {
        "pin": "the list gives its id",
        "key": f"title agrees with “{hit.title}”{of}",
        "words": f"the words of “{hit.title}”{of} in another order",
        "likeness": f"title resembles “{hit.title}”{of}",
        "people": "no recorded title agrees; the prose names its people",
    }[hit.how]
    return min(1.0, hit.likeness) - (ALIAS if hit.light else 0.0) - (0.01 if hit.of == "working" else 0.0), reason


def prose_score(named: int) -> float:
    return min(0.2, 0.05 * named)


def people_named(lead: int, said: Mentions) -> tuple[str, ...]:
    """The names in the prose that belong to this film, by look-up alone."""
    found: dict[str, str] = {}  # one person under a longer and a shorter run is one
    for name, films in said.parts.items():
        if lead in films:
            found.setdefault(names.key(name), name)
    return tuple(found.values())


def named(work: Work, said: Mentions, catalogue: Catalogue, *, characters: bool = True) -> tuple[str, ...]:
    """Everything in the prose that belongs to this film: its people, by family name too, its sources, its characters."""
    found = {names.key(name): name for name in people_named(catalogue.lead(work.id), said)}
    heading = set(titles.words(work.title))
    for shown, spelt in catalogue.families(work.id):
        for family, name in spelt:
            # One that stands in the title says nothing.
            if family in said.words and _called(name, said.words[family]) and not set(titles.words(name)) & heading:
                found.setdefault(names.key(name), shown)
                break
    if characters:
        for surface in catalogue.characters(work.id):
            if len(surface) > 3 and f" {surface}" in said.text:
                found.setdefault(surface, surface.title())
    return tuple(dict.fromkeys(found.values()))


def _called(name: str, spelt: set[str]) -> bool:
    """Whether a family name in the prose may be this person's: it stands alone, or in a name that agrees. *Roger
    Howard* is not Ron Howard."""
    return any(not whole or names.same(whole, name) for whole in spelt)


def reasons(found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"the prose names {name}" for name in found[:3])
