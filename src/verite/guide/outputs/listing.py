"""`guide.json`: the guide for programs. Its form is `docs/reference/guide.schema.json`."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verite.guide.site import Site

FORM = 1  # of the file; a new number where something is taken away or means something else


def files(site: "Site") -> Iterator[tuple[str, str]]:
    guide = site.guide
    held = {
        "form": FORM,
        "title": guide.title, "subtitle": guide.subtitle, "edition": guide.edition, "language": guide.language,
        "curators": list(guide.curators), "checked": guide.checked, "address": guide.address or None,
        "chapters": [{"id": c.id, "title": c.title, "ours": c.ours} for c, _ in guide.lists],
        "films": [
            {
                "number": f.number, "page": f"films/{f.slug}/index.html", "work": f.work or None, "title": f.title,
                "original_title": f.link.work.original_title or None if f.link.work else None,
                "director": list(f.link.work.director) if f.link.work else [], "same_as": dict(f.link.work.same_as) if f.link.work else {},
                "year": f.year, "chapter": f.chapter.id, "link": str(f.link.status), "stages": list(f.stages),
                "statements": {"supported": f.tally.supported, "refuted": f.tally.refuted, "open": f.tally.open},
                "sources": [{"citation": n.source.citation, "address": n.url or None, "rank": n.source.rank} for n in f.notes],
            }
            for f in site.films
        ],
    }  # fmt: skip
    yield "guide.json", json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n"
