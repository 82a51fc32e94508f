"""`feed.xml`: what changed, as an Atom feed (RFC 4287): the edition, what the lists that it examines got wrong, and each
correction that the editors own up to.

Ids are made (UUID of version 5) from what an entry is about and not from the day, so that a guide checked again tells no news
twice. Links are relative unless the guide says where it stands.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from verite.english import date
from verite.guide.outputs.markup import attribute, text

if TYPE_CHECKING:
    from verite.guide.site import Site

_DATED = re.compile(r"^(?P<day>\d{4}-\d\d-\d\d):\s*(?P<words>.+)$", re.DOTALL)
_FOLDED = "How it was found tells how the story goes on: see the page."


class Entry(NamedTuple):
    """One piece of news: the day, what it is called, what it says, the page that it is about, what it is known by."""

    day: str
    title: str
    words: str
    page: str
    key: str


def entries(site: "Site") -> list[Entry]:
    """The newest first."""
    guide = site.guide
    say = site.say
    edition = f"Edition of {date(guide.edition)}" if guide.edition else "Checked"
    about = guide.scope or guide.subtitle
    found = [Entry(guide.checked, f"{say(edition)}: {guide.title}", about, "index.html", f"edition {guide.edition}")]
    for film in site.films:
        page = f"films/{film.slug}/index.html"
        for finding in film.wrong if not film.chapter.ours else ():
            title, words = f"{say('Not so')}: “{finding.quote}” ({film.title})", finding.brief(say)
            if finding.tells_story:
                words = say(_FOLDED)
            elif finding.verdict.claim.kind == "existence":  # of a book, say, whose film nobody made
                title, words = f"{say('No such film is known')}: {film.title}", say(finding.why)
            found.append(Entry(guide.checked, title, words, f"{page}#{finding.anchor}", f"finding {finding.anchor}"))
        document = guide.films.get(film.work)
        for line in document.lines("Corrections") if document else ():
            if match := _DATED.match(line):
                day, words = match["day"], match["words"]
                key = f"correction {film.work} {day} {words}"
                found.append(Entry(day, f"{say('Corrected')}: {film.title}", words, page, key))
    return sorted(dict.fromkeys(found), key=lambda entry: entry.day, reverse=True)


def files(site: "Site") -> Iterator[tuple[str, str]]:
    guide, all_ = site.guide, entries(site)
    by = "".join(f"<author><name>{text(name)}</name></author>" for name in guide.curators or ("The editors",))
    rows = "".join(
        f"<entry><id>{_id(site, entry.key)}</id><title>{text(entry.title)}</title>"
        f"<updated>{entry.day}T00:00:00Z</updated><link href={attribute(guide.address + entry.page)}/>"
        f"<summary>{text(entry.words)}</summary></entry>\n"
        for entry in all_
    )
    where = (
        "" if guide.address else "<!-- The guide does not say where it stands: links are relative to this file. -->\n"
    )
    yield (
        "feed.xml",
        (
            f'<?xml version="1.0" encoding="UTF-8"?>\n{where}'
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(guide.language)}>\n'
            f"<id>{_id(site, '')}</id><title>{text(guide.title)}</title>{by}\n"
            f"<updated>{all_[0].day}T00:00:00Z</updated>"
            f'<link rel="self" href={attribute(guide.address + "feed.xml")}/><link href={attribute(guide.address + "index.html")}/>\n'
            f"{rows}</feed>\n"
        ),
    )


def _id(site: "Site", key: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{site.guide.title} {key}'.strip())}"
