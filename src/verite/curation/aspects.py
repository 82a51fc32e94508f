"""What a film adds to a list: the stages it shows, its decade, countries, languages, form, view, and who made it.

Each aspect is a small function from a film to its values; `ASPECTS` is the list, with what one new value is worth.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.curation.years import span
from verite.model import Work


class Aspect(NamedTuple):
    name: str
    words: str  # "stages of the road"
    values: Callable[[Work, Catalogue], Iterable[str]]
    worth: float


def _plain(property_: str) -> Callable[[Work, Catalogue], list[str]]:
    def values(work: Work, catalogue: Catalogue) -> list[str]:
        return [str(s.value) for s in catalogue.statements(work.id, property_) if not s.negative]

    return values


def _decade(work: Work, _: Catalogue) -> Iterable[str]:
    return [f"{work.year // 10 * 10}s"] if work.year else []


def _set_in(work: Work, catalogue: Catalogue) -> Iterable[str]:
    """The decade in which the story begins: a film that spans a century does not show each of its decades."""
    spans = [span(str(s.value)) for s in catalogue.statements(work.id, "set_time") if not s.negative]
    first = min((found[0] for found in spans if found), default=None)
    return [f"{first // 10 * 10}s"] if first is not None else []


def _countries(work: Work, catalogue: Catalogue) -> Iterable[str]:
    """The first named: a co-production of six countries is no six countries' view."""
    return _plain("country")(work, catalogue)[:1]


def _form(work: Work, _: Catalogue) -> Iterable[str]:
    """Fiction or documentary, and television apart: what a programmer has to balance."""
    return [work.form] if work.form else []


def _women(work: Work, catalogue: Catalogue) -> Iterable[str]:
    directors = [str(s.value) for s in catalogue.statements(work.id, "director") if not s.negative]
    genders = {str(s.value) for d in directors for s in catalogue.statements(d, "gender")}
    return ["directed by a woman"] if "female" in genders else []


ASPECTS = (
    Aspect("stage", "stages of the road", _plain("stage"), 1.0),
    Aspect("country", "countries", _countries, 0.8),
    Aspect("decade", "decades made", _decade, 0.5),
    Aspect("set_in", "decades shown", _set_in, 0.3),
    Aspect("perspective", "views", _plain("perspective"), 0.6),
    Aspect("form", "forms", _form, 0.4),
    Aspect("language", "languages", _plain("language"), 0.3),
    Aspect("woman", "women directors", _women, 0.6),
    Aspect("topic", "subjects", _plain("topic"), 0.2),
)


def values(work: Work, catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """The film's values of each aspect."""
    return {aspect.name: frozenset(aspect.values(work, catalogue)) for aspect in ASPECTS}
