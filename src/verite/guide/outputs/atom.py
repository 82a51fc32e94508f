"""`feed.xml`: what changed. The edition, and each correction that the editors own up to, as an Atom feed (RFC 4287).

Ids are made from the guide's title (UUID of version 5), so that they stay the same wherever the folder lies. Links are relative
unless the guide says where it stands.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from verite.guide.site import Site

_DATED = re.compile(r"^(?P<day>\d{4}-\d\d-\d\d):\s*(?P<words>.+)$", re.DOTALL)


class Entry(NamedTuple):
    """One piece of news: the day, what it is called, what it says, and the page that it is about."""

    day: str
    title: str
    words: str
    page: str


def entries(site: "Site") -> list[Entry]:
    """The newest first."""
    guide = site.guide
    edition = f"Edition of {guide.edition}" if guide.edition else "Checked"
    found = [Entry(guide.checked, f"{edition}: {guide.title}", guide.scope or guide.subtitle, "index.html")]
    for film in site.films:
        document = guide.films.get(film.work)
        for line in document.lines("Corrections") if document else ():
            if match := _DATED.match(line):
                title = f"Corrected: {film.title}"
                found.append(Entry(match["day"], title, match["words"], f"films/{film.slug}/index.html"))
    return sorted(found, key=lambda entry: (entry.day, entry.title), reverse=True)


def files(site: "Site") -> Iterator[tuple[str, str]]:
    guide, all_ = site.guide, entries(site)
    by = "".join(f"<author><name>{escape(name)}</name></author>" for name in guide.curators or ("The editors",))
    rows = "".join(
        f"<entry><id>{_id(guide.title, entry)}</id><title>{escape(entry.title)}</title>"
        f"<updated>{entry.day}T00:00:00Z</updated><link href={quoteattr(guide.address + entry.page)}/>"
        f"<summary>{escape(entry.words)}</summary></entry>\n"
        for entry in all_
    )
    yield (
        "feed.xml",
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(guide.language)}>\n'
            f"<id>urn:uuid:{uuid5(NAMESPACE_URL, guide.title)}</id><title>{escape(guide.title)}</title>{by}\n"
            f"<updated>{all_[0].day}T00:00:00Z</updated>"
            f'<link rel="self" href={quoteattr(guide.address + "feed.xml")}/><link href={quoteattr(guide.address + "index.html")}/>\n'
            f"{rows}</feed>\n"
        ),
    )


def _id(title: str, entry: Entry) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{title} {entry.day} {entry.page} {entry.words}')}"
