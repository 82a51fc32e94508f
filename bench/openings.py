"""What the checker refutes in openings of encyclopedia articles: nearly all of it is so, so that most of it is our fault.

    python bench/openings.py FILE [--catalogue FOLDER] [--most N] [--every N]

FILE holds one JSON object a line with `title` and `text` (gzip or not): the year is taken from the text; what has none,
or is no film, is left out. Or it is a table (.parquet) of `title`, `year` and `extract`. Each refutation is printed with its evidence, to be classed by a person: the article, the
table or the reader at fault. Counts are by kind, and per 1,000 articles read.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from verite.catalogue.open import open_record
from verite.checking import check_texts
from verite.errors import ReadError
from verite.model import LinkStatus, Status

_YEAR = re.compile(r"\b(?:is|was) an? (?:[\w -]+ )?(1[89]\d\d|20[012]\d)\b")


def main() -> None:
    arguments = argparse.ArgumentParser(description="Refutations in article openings.")
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--catalogue", type=Path)
    arguments.add_argument("--most", type=int, default=100_000, help="articles to read")
    arguments.add_argument("--every", type=int, default=1, help="take every so many-th article")
    chosen = arguments.parse_args()
    catalogue = open_record(chosen.catalogue)
    refuted: Counter[str] = Counter()
    supported, read = 0, 0
    for title, year, text in islice(articles(chosen.file), 0, None, chosen.every):
        if read == chosen.most:
            break
        try:
            one = check_texts([("-", f"One film\n\n{title} ({year})\nDescription: {text}\n")], catalogue).lists[0]
        except ReadError:
            continue  # a title that is no heading
        if not one.links or one.links[0].status is not LinkStatus.MATCHED:
            continue
        read += 1
        for verdict in one.verdicts:
            supported += verdict.status is Status.SUPPORTED
            if verdict.status is Status.REFUTED:
                refuted[f"{verdict.code} {verdict.claim.kind}"] += 1
                quote = one.list.text[verdict.claim.span.start : verdict.claim.span.end]
                print(f"{title} ({year}): “{quote}”: {verdict.message[:220]}")
    print(f"\n{read} articles of films on record; {supported} statements supported; refuted, per 1,000 articles:")
    for kind, n in refuted.most_common():
        print(f"  {kind:<20} {n:>5} {1000 * n / max(read, 1):>8.1f}")


def articles(path: Path) -> Iterator[tuple[str, str, str]]:
    if path.suffix == ".parquet":
        import pyarrow.parquet as parquet

        for batch in parquet.ParquetFile(path).iter_batches(columns=["title", "year", "extract"]):
            for row in batch.to_pylist():
                if text := " ".join(str(row["extract"] or "").split()):
                    yield str(row["title"]), str(row["year"]), text
        return
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = " ".join(str(row["text"]).split())
            if found := _YEAR.search(text[:200]):
                yield re.sub(r"\s*\([^)]*film[^)]*\)$", "", str(row["title"])), found[1], text


if __name__ == "__main__":
    main()
