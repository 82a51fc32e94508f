"""Odd strings through every reader and every kind: nothing may raise, and no verdict may stand without evidence.

    python bench/fuzz.py [--n 20000] [--seed 1] [--catalogue FOLDER]

Strings are built from the kinds' examples, the readers' examples and lines of the development gold, mutated (words swapped, doubled, cut, joined; case, quotes,
brackets), and from characters at random (marks, right-to-left, combining, emoji, control characters, other scripts). Each stands as the
prose of an entry, as a title, or as a whole document, in text, Markdown, CSV, JSON and HTML in turn. Stops at the first string that
breaks a promise, and prints it as Python would write it.
"""

import argparse
import csv
import html
import io
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from verite import fixes
from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.checking import check_texts
from verite.claims import KINDS
from verite.errors import ReadError
from verite.model import ListReport, Reason, Status
from verite.readers import READERS
from verite.writers import json as wire

_ODD = (
    [chr(c) for c in range(0x20)] + list("\x7f\x85\xa0\xad\u200b\u200d\u200f\u202e\u2028\u2029\ufeff\ufffd")
    + list("éßİıſǅ\u0301\u0338\u20dd") + list("שלוםمرحبا日本語ひらがなไทยქართულიԱրմենիа́йёґў") + ["🎬", "👩‍👩‍👧", "\U0001d400", "\U0010fffd"]
    + list("\"'“”«»`*_#|\\/<>[](){}&;:,.!?—–-…=+~^%$€£@№°½②Ⅳ")
)  # fmt: skip
_GOLD = Path(__file__).parent / "gold"
_FILMS = ("The Ascent (1977)", "Repentance (1986)", "Burnt by the Sun (1994)", "No Such Film (1999)", "Katyn")


def strings(draw: random.Random) -> Iterator[str]:
    """Without end."""
    seeds = [prose for kind in KINDS for prose in kind.examples] + [
        line for r in READERS.values() for line in r.EXAMPLE.splitlines()
    ]
    gold = _gold_lines()
    words = sorted({word for seed in seeds for word in seed.split()})
    while True:
        form = draw.random()
        if form < 0.2:
            yield draw.choice(seeds)
        elif form < 0.7:
            yield _mutated(draw.choice(draw.choice((seeds, seeds, gold))), words, draw)
        elif form < 0.9:
            yield " ".join(draw.choices(words, k=draw.randrange(1, 25)))
        else:
            yield "".join(draw.choices(_ODD + words, k=draw.randrange(1, 60)))


def _gold_lines() -> list[str]:
    """The lines of the lists that are not frozen: those stay closed here too."""
    frozen = {line.split()[1] for line in (_GOLD / "FROZEN.sha256").read_text("utf-8").splitlines()}
    lists = [path for path in sorted(_GOLD.glob("[0-9][0-9].*")) if path.suffix != ".toml" and path.name not in frozen]
    return [line for path in lists for line in path.read_text("utf-8").splitlines() if line.strip()]


def _mutated(seed: str, words: list[str], draw: random.Random) -> str:
    for _ in range(draw.randrange(1, 4)):
        parts = seed.split(" ")
        i, j = draw.randrange(len(parts)), draw.randrange(len(parts))
        how = draw.randrange(8)
        if how == 0:
            parts[i], parts[j] = parts[j], parts[i]
        elif how == 1:
            parts.insert(i, draw.choice(words))
        elif how == 2:
            parts[i] = draw.choice(_ODD) + parts[i]
        elif how == 3:
            parts = parts[: i + 1]
        elif how == 4:
            parts[i] = parts[i].swapcase()
        elif how == 5:
            parts += parts[i:]
        elif how == 6:
            parts[i] = draw.choice(("(", "“", "[", "*", "<b>", "—", "; ")) + parts[i]
        else:
            parts[i : i + 2] = ["".join(parts[i : i + 2])]
        seed = " ".join(parts)
    return seed


def documents(strings: list[str], turn: int, draw: random.Random) -> tuple[str, str]:
    """(name, text): the strings in one document of the form whose turn it is."""
    rows = [(draw.choice(_FILMS) if draw.random() < 0.8 else s[:80], s) for s in strings]
    form = turn % 6
    if form == 0:
        return "a.txt", "A list\n\n" + "\n\n".join(f"{title}\nDescription: {s}\nFact: {s}" for title, s in rows)
    if form == 1:
        return "a.md", "# A list\n\n" + "\n\n".join(f"## {title}\n\n{s}" for title, s in rows)
    if form == 2:
        out = io.StringIO()
        csv.writer(out).writerows([("Title", "Description"), *rows])
        return "a.csv", out.getvalue()
    if form == 3:
        return "a.json", json.dumps(
            [{"title": title, "description": s} for title, s in rows], ensure_ascii=draw.random() < 0.5
        )
    if form == 4:
        return "a.html", "<h1>A list</h1>" + "".join(f"<h2>{html.escape(title)}</h2><p>{s}</p>" for title, s in rows)
    return "a", "\n".join(strings)


def broken(one: ListReport) -> Iterator[str]:
    """The promises that a report breaks."""
    size = len(one.list.text)
    for verdict in one.verdicts:
        span = verdict.claim.span
        if not 0 <= span.start <= span.end <= size:
            yield f"{verdict.claim.kind}: its span {span} lies outside the text"
        if verdict.status in (Status.REFUTED, Status.SUPPORTED, Status.CONFLICTING) and not verdict.evidence:
            yield f"{verdict.claim.kind}: {verdict.status} without evidence"
        if verdict.status is Status.UNVERIFIED and verdict.reason is None:
            yield f"{verdict.claim.kind}: unverified without a reason"
        if verdict.status is Status.REFUTED and (
            verdict.claim.hedged or verdict.claim.quoted or verdict.claim.attributed
        ):
            yield f"{verdict.claim.kind}: refuted, though the sentence hedges, quotes or reports"
        if verdict.reason is not None and not isinstance(verdict.reason, Reason):
            yield f"{verdict.claim.kind}: an unknown reason {verdict.reason!r}"


def run(n: int, seed: int, catalogue: Catalogue, most: int = 12) -> Counter[str]:
    """`n` strings; how many verdicts of each status there were. Raises what breaks, with the document."""
    draw, found, done, turn = random.Random(seed), Counter[str](), 0, 0
    source = strings(draw)
    while done < n:
        several = [next(source) for _ in range(min(most, n - done))]
        name, text = documents(several, turn, draw)
        try:
            found.update(_checked(name, text, catalogue))
        except Exception as error:
            raise AssertionError(f"{type(error).__name__}: {error}\n{name}: {text!r}") from error
        done, turn = done + len(several), turn + 1
    return found


def _checked(name: str, text: str, catalogue: Catalogue) -> Iterator[str]:
    """The statuses of a document's verdicts; what it says of a film in it, corrected and written, too."""
    try:
        report = check_texts([(name, text)], catalogue)
    except ReadError:  # said in words: there is no film in it
        yield "no film found"
        return
    for one in report.lists:
        for fault in broken(one):
            raise AssertionError(fault)
        yield from (str(v.status) for v in one.verdicts)
        fixes.apply(one, unsafe=True)
    wire.write(report)


def main() -> None:
    arguments = argparse.ArgumentParser(description="Odd strings through every reader and kind.")
    arguments.add_argument("--n", type=int, default=20_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--catalogue", type=Path)
    chosen = arguments.parse_args()
    catalogue = open_record(chosen.catalogue) if chosen.catalogue else open_record()
    start = time.perf_counter()
    found = run(chosen.n, chosen.seed, catalogue)
    spent = time.perf_counter() - start
    print(
        f"{chosen.n:,} strings in {spent:,.0f} s ({chosen.n / spent:,.0f} a second), seed {chosen.seed}: nothing raised"
    )
    print("verdicts: " + ", ".join(f"{status} {n:,}" for status, n in sorted(found.items())))


if __name__ == "__main__":
    main()
