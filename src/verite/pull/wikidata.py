"""Films and what they name from a SPARQL endpoint in Wikidata's model, page by page.

First the list of films, by key; then what is said of them, a page at a time; then of the people, places and books
that they name; then of who wrote the books. Each page is a file, written whole: a pull that was killed goes on with
the next page.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from verite.errors import ConfigError, SourceError
from verite.pull.net import Patience, Say, ask
from verite.pull.net import folder as prepare
from verite.sources import lock
from verite.sources.wikidata import pages, queries
from verite.sources.wikidata.entity import item
from verite.sources.wikidata.reading import named

ENDPOINT = "https://query.wikidata.org/sparql"
LICENCE = "CC0"
TERMS = """\
Wikidata's statements are free of rights (CC0): use, change and publish them as you like. The query service is shared
by everybody: a pull asks one question at a time and waits when told to. For all films rather take a JSON dump."""
_LISTED = 20_000
_RANGE = re.compile(r"-\d+-(\d+)\.json\.gz$")


class _Asking:
    """One endpoint, one folder."""

    def __init__(self, folder: Path, endpoint: str, page: int, patience: Patience, say: Say) -> None:
        self.folder, self.endpoint, self.page, self.patience, self.say = folder, endpoint, page, patience, say

    def listed(self, films: str) -> list[str]:
        """The numbers of the films. The last page of the list is an empty one: an endpoint may give fewer rows
        than it was asked for, so a short page proves nothing."""
        found: list[str] = []
        for n in range(1, 1_000_000):
            path = self.folder / f"list-{n:04}.json.gz"
            if path.exists():
                ids = pages.load(path)
            else:
                query = queries.listing(films, f"{queries.ENTITY}{found[-1]}" if found else "", _LISTED)
                rows = ask(self.endpoint, query, self.patience, self.say)
                try:
                    ids = [row["film"]["value"].removeprefix(queries.ENTITY) for row in rows]
                except (KeyError, TypeError) as error:
                    raise ConfigError(
                        f"--films: the pattern has to bind ?film; {self.endpoint} gave {rows[0]}"
                    ) from error
                if wrong := next((id_ for id_ in ids if not item(id_)), ""):
                    raise ConfigError(f"--films: ?film has to be an item of Wikidata; {self.endpoint} gave {wrong!r}")
                if found and ids and ids[0] <= found[-1]:
                    raise SourceError(f"{self.endpoint}: gives a page of the list twice: it does not sort as asked")
                if ids or found:
                    pages.save(path, ids)
            if not ids:
                return found
            found += ids
            self.say(f"{len(found):,} films listed")
        raise AssertionError("a list without an end")

    def about(self, stage: str, ids: Sequence[str]) -> None:
        """What is said of these, in files named by place in the list, so that the size of a page may change."""
        done = max(map(_done, pages.files(self.folder, stage)), default=0)
        while done < len(ids):
            batch = ids[done : done + self.page]
            asked = queries.of_items(batch, queries.STAGES[stage]).items()
            answers = {name: ask(self.endpoint, query, self.patience, self.say) for name, query in asked}
            path = self.folder / f"{stage}-{done + 1:07}-{done + len(batch):07}.json.gz"
            page = {"ids": batch, **answers}
            for _ in pages.entities(page, queries.STAGES[stage], path):
                pass  # what cannot be read back is not kept
            pages.save(path, page)
            done += len(batch)
            self.say(f"{stage}: {done:,} of {len(ids):,}")


def pull(folder: Path, endpoint: str, films: str, page: int, patience: Patience, say: Say) -> list[str]:
    """Fetch what is not here yet, and say what is here then."""
    prepare(folder, lambda inside: pages.NAME in inside)
    begun = pages.opened(folder) if pages.files(folder, "list") else None
    noted = begun or pages.Pull(endpoint, films, began=lock.today())
    if (noted.endpoint, noted.films) != (endpoint, films):
        raise ConfigError(
            f"{folder}: holds a pull of something else ({noted.films!r} from {noted.endpoint}): take another folder"
        )
    if noted.finished:
        if pages.NAME not in lock.read(folder):
            _pin(folder, noted)  # killed after the last page and before the lock
        return [f"{folder}: finished on {noted.finished}; take another folder to pull anew"]
    pages.note(folder, noted)
    asking = _Asking(folder, endpoint, page, patience, say)
    found = asking.listed(films)
    if not found:
        raise SourceError(f"{endpoint}: no film answers this: {films}")
    asking.about("films", found)
    road = pages.Pages(folder)
    agents, items = named(road)
    asking.about("others", others := _ids(agents | items))
    asking.about("authors", _ids(road.authors(items) - agents - items))
    noted = noted._replace(finished=lock.today())
    pages.note(folder, noted)
    _pin(folder, noted)
    return [f"{folder}: {len(found):,} films, {len(others):,} people, places and other items that they name"]


def _ids(numbers: set[int]) -> list[str]:
    """In one order, for a pull that is taken up again counts on it."""
    return [f"Q{n}" for n in sorted(numbers)]


def _done(path: Path) -> int:
    found = _RANGE.search(path.name)
    if found is None:
        raise SourceError(f"{path}: not a name that a pull gives; remove it")
    return int(found[1])


def _pin(folder: Path, noted: pages.Pull) -> None:
    """At the end, and once: pages are not changed after they are written."""
    kept = [folder / pages.NAME, *sorted(folder.glob("*-*.json.gz"))]
    lock.add(
        folder, [lock.pin(folder, path, address=noted.endpoint, date=noted.began, licence=LICENCE) for path in kept]
    )
