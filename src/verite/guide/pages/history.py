"""The films amid history, a page for each picture: when they are set, made and shown; where; how many were held."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.guide.pictures import map as places
from verite.guide.pictures import prisoners, timeline

if TYPE_CHECKING:
    from verite.guide.site import Site

_WORDS = {"history/index.html": "When", "history/map/index.html": "Where", "history/prisoners/index.html": "How many were held"}  # fmt: skip
# What the page of each is called, and what opens it.
_OPENS = {
    "When": ("When the films are set, made and shown", "The years of the stories, and how long it took until they could be filmed, and seen."),
    "Where": ("Where the films are set and shot", "The places of the stories, the places that stood in for them, and the camps."),
    "How many were held": ("How many were held", "What was counted, by whom, and where the counts differ. Each number stands for people."),
}  # fmt: skip


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    catalogue, shown = site.guide.catalogue, [site.shown("../" * address.count("/")) for address in _WORDS]
    pictures = (
        timeline.picture(shown[0], catalogue, site.guide.events, site.say),
        places.picture(shown[1], catalogue, site.say) if shown[1] else None,
        # Counts of prisoners belong to a guide that tells of their road.
        prisoners.picture(catalogue, say=site.say) if site.guide.road else None,
    )
    held = {address: picture for address, picture in zip(_WORDS, pictures, strict=True) if picture is not None}
    for address, picture in held.items():
        words = _WORDS[address]
        yield site.page(
            "history",
            address,
            picture=picture,
            words=words,
            title=_OPENS[words][0],
            lead=_OPENS[words][1],
            pictures={a: _WORDS[a] for a in held},
        )
