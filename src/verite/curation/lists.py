"""The public face of curation: a theme or a wish in words -> a list, chosen and written."""

from collections.abc import Mapping
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.curation import prose
from verite.curation.asked import asked
from verite.curation.constraints import Limits
from verite.curation.curate import Curated
from verite.curation.curate import curate as chosen
from verite.curation.prose import Written


class List(NamedTuple):
    """A list with how it was chosen. `str()` gives its text, in the form that `verite.check` reads."""

    curated: Curated
    written: Written

    def __str__(self) -> str:
        return prose.as_text(self.written)


def curate(
    theme: str,
    *,
    n: int = 10,
    catalogue: Catalogue | None = None,
    limits: Limits | None = None,
    ending: bool = False,
    own: Mapping[str, Mapping[str, str]] | None = None,
) -> List:
    """The list of `n` films on a theme (a name, the path of a theme file, or a wish in words).

    `limits` are what it must keep to; `ending` lets it tell how stories end; `own` holds a person's own sentences by
    work and label. Raises `ConfigError` for a theme that is none, or limits that cannot be kept.
    """
    if catalogue is None:
        from verite.catalogue.open import open_record

        catalogue = open_record()
    wish = asked(theme, catalogue)
    limits = limits or Limits()
    if limits.made is None:
        limits = limits._replace(made=wish.limits.made)
    curated = chosen(wish.theme, catalogue, n=n, limits=limits, works=wish.works)
    subject = prose.Subject(wish.theme.title, wish.theme.name, wish.theme.bearing, wish.theme.rule)
    written = prose.write(curated.works, catalogue, subject, ending=ending, own=own, heading=wish.theme.heading)
    return List(curated, written)
