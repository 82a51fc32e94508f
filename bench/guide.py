"""How long a guide takes, and what each further film costs: python bench/guide.py [FILMS ...]

The lists are made from the record: its films in turn, each with two sentences, over again when they are used up.
"""

import resource
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from verite import guide
from verite.catalogue import Catalogue
from verite.catalogue.open import open_record


def made(films: int, catalogue: Catalogue) -> str:
    works = [work for work in catalogue.works if work.year]
    return "# Films\n\n" + "".join(
        f"{work.title} ({work.year})\nDescription: A prisoner is arrested and sent to a camp.\n"
        f"Fact: The film was directed by {work.director[0] if work.director else 'nobody'}.\n\n"
        for work in islice(cycle(works), films)
    )


def main(sizes: list[int]) -> None:
    catalogue = open_record()
    print(
        f"{'films':>6} {'seconds':>8} {'ms a film':>10} {'largest film page, KB':>22} {'all, MB':>8} {'memory, MB':>11}"
    )
    for films in sizes:
        with tempfile.TemporaryDirectory() as folder:
            source, site = Path(folder, "list.txt"), Path(folder, "site")
            source.write_text(made(films, catalogue), "utf-8")
            began = time.perf_counter()
            written = guide.publish(source, site, catalogue=catalogue)
            took = time.perf_counter() - began
            sizes_of = {path: path.stat().st_size for path in written}
            largest = max(
                n for path, n in sizes_of.items() if path.parent.parent.name == "films" and path.suffix == ".html"
            )
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{films:>6} {took:>8.2f} {took / films * 1000:>10.1f} {largest / 1024:>22.0f}"
            f" {sum(sizes_of.values()) / 1024**2:>8.1f} {memory:>11.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1:]] or [10, 40, 400, 2000])
