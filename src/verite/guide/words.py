"""Words for readers: statuses, ranks, languages, and the small habits of print."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from verite.model import Reason, Status

STAGES = {
    "arrest": "Arrest", "interrogation": "Interrogation and sentence", "transport": "Transport", "camp": "The camp",
    "flight": "Flight, revolt, death", "exile": "Exile and special settlement", "return": "Release and return",
    "memory": "Memory and denial", "outside": "Those left outside",
}  # fmt: skip


class Said(NamedTuple):
    """A status as pages show it: never by colour alone."""

    sign: str
    word: str
    means: str


STATUSES: dict[Status, Said] = {
    Status.SUPPORTED: Said("✓", "Supported", "A source on record says so, and none that counts says otherwise."),
    Status.REFUTED: Said(
        "✗", "Not so",
        "Something on record excludes it, or the record declares that it holds them all and this is not among them.",
    ),
    Status.CONFLICTING: Said("≠", "Sources disagree", "Sources of weight stand on both sides. Both are shown."),
    Status.UNVERIFIED: Said(
        "?", "Not known", "Nothing on record decides it. That is no sign that it is wrong, nor that it is right."
    ),
    Status.OPINION: Said("·", "Opinion", "A judgement of taste or worth. There is nothing to check."),
}  # fmt: skip
REASONS: dict[Reason, str] = {
    Reason.FILM_UNKNOWN: "the film is not on record",
    Reason.WRONG_FILM: "the prose tells of another film than the heading",
    Reason.LINK_AMBIGUOUS: "it is not certain which film is meant",
    Reason.NOT_RECORDED: "the record says nothing of it",
    Reason.OPEN_PROPERTY: "the record holds other values and does not claim to hold them all",
    Reason.OUTSIDE_SCOPE: "it lies outside what the record declares complete",
    Reason.WEAK_SOURCE: "only one weak source speaks against it",
    Reason.VALUE_UNRESOLVED: "the record cannot tell whom or what is meant",
    Reason.SEEN_ONLY: "the sentence was not read in full, so it is not judged",
    Reason.HEDGED: "the sentence hedges, so that nothing can refute it",
    Reason.ATTRIBUTED: "the sentence reports what others say",
    Reason.QUOTED: "it stands in a quotation",
    Reason.INCOMPLETE_TEXT: "the sentence is cut short",
    Reason.OTHER_LANGUAGE: "prose is judged in English only, for now",
    Reason.NOT_CHECKABLE: "no record could decide it",
}
RANKS = {
    1: "an archive, a festival, a decree, or the film itself",
    2: "scholarship, or a newspaper or magazine of standing",
    3: "an edited work of reference, or other press",
    4: "an open database, a blog, a private page",
}
KINDS = {
    "film": "The films themselves",
    "archive": "Archives",
    "festival": "Festivals",
    "decree": "Decrees and orders",
    "official": "Official statements",
    "catalogue": "Catalogues",
    "distributor": "Distributors",
    "scholarship": "Scholarship",
    "press": "Press",
    "reference": "Reference works",
    "database": "Databases and tables",
    "blog": "Blogs and private pages",
}
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+(?:[\s,.:;!?«»„“”\"'()\d–-]+[\u0400-\u04ff]+)*")


def foreign(text: str) -> list[tuple[str, str]]:
    """The text in runs, each with its language if it is written in Cyrillic, so that it is read aloud rightly.

    >>> foreign("after Сотников, a novella")
    [('after ', ''), ('Сотников', 'ru'), (', a novella', '')]
    """
    found, at = [], 0
    for match in _CYRILLIC.finditer(text):
        letters = match[0].casefold()
        tongue = "be" if "ў" in letters else "uk" if set(letters) & set("іїєґ") else "ru"
        found += [(text[at : match.start()], ""), (match[0], tongue)]
        at = match.end()
    return [run for run in [*found, (text[at:], "")] if run[0]]


def weblink(address: str) -> str:
    """The address if a reader may safely follow it (http or https, with a host), else nothing."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return address.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def shortened(text: str, most: int = 160) -> str:
    """The text on one line, cut at `most` characters: headings come from lists that anybody may have written."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
