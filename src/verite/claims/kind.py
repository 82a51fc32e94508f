"""What a claim kind is: the words that make the claim, the value they mean, when a statement agrees,
and sentences that show it."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.judge import Ground, Judgement
from verite.model import Claim, Link, Said, Severity, Statement, Status
from verite.reading import Reading

Find = Callable[[Reading], Iterator[Claim]]
Weigh = Callable[[Claim, Link, Catalogue], Ground]
Told = Callable[[Claim, Catalogue], str]
Shown = Callable[[Statement, Catalogue], str]
Stated = Callable[[Claim], Said | None]
Correct = Callable[[Claim, Statement, Catalogue], tuple[str, bool] | None]
Weight = Callable[[Claim, Judgement, Link, Catalogue], Severity | None]


class Kind(NamedTuple):
    """One kind of claim.

    `find` gives the claims of an entry; `weigh` holds one against the record; `told` says a claim in
    words, `shown` a statement; `correct` gives the text that would put it right, and whether that is
    safe to apply unread; `severity`, how grave this verdict is, where that is not its property's (a year beside the
    right one); `stated`, the statement that a claim makes where the text is itself the source (`articles`).
    `examples`: prose of the film in `given.toml` -> the status, or None where it must not be read as this kind.
    """

    name: str
    property: str
    find: Find
    weigh: Weigh
    told: Told
    shown: Shown
    examples: Mapping[str, Status | None]
    correct: Correct | None = None
    severity: Weight | None = None
    stated: Stated | None = None


def prose_value(value: object) -> str:
    """A stored value as words: "best-foreign-language-film" -> "best foreign language film"."""
    return str(value).replace("-", " ")
