"""Who did the work that the Academy praised: its nomination for a screenplay names the screen's writers, that for a score the
composer. One more witness to a credit, of its own family. Songs, adapted scores and stories are other work; a best picture has
producers whom the credits may not call so."""

import re
from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.model import Statement

_TABLE = "academy-awards"
_OF = {
    "writer": re.compile(r"writing-(?:original|adapted)-screenplay"),
    "composer": re.compile(r"music-original-score"),
    "camera": re.compile(r"cinematography(?:-color|-black-and-white)?"),
    "editor": re.compile(r"film-editing"),
}
_NO_NAMES = ("Jr.", "Sr.", "Inc.")


def credited(work: str, property_: str, catalogue: Catalogue) -> Iterator[Statement]:
    """The people whom the Academy named for a craft of this film, as statements on the film."""
    craft = _OF.get(property_)
    if craft is None:
        return
    for said in catalogue.statements(work, "award"):
        q = said.qualifiers
        if q.get("table") != _TABLE or craft.fullmatch(str(q.get("category", ""))) is None:
            continue
        for name in str(q.get("recipient", "")).split(", "):
            if " " in name and name not in _NO_NAMES:
                yield said._replace(property=property_, value=name, qualifiers={})
