"""What the prose says and nobody reads: the next words for the tables. It needs no labels.

    python bench/gaps.py FILE... [--most 2000] [--top 15] [--type PERSON]        (make gaps FILES="...")

A FILE is a list that a reader knows, or lines of JSON (also .gz) with `title` and `text`. For each class of phrase
(a person, a prize, a place, a date ...) it prints how many some claim covers, and for those that none does the verb or noun
that governs them, most frequent first, with an example. Then the verbs of the parts in which nothing at all was read.
The top lines are the next entries of `acts.txt` and `words.txt`; what stands there rightly (plot, praise) is left.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from verite import readers
from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.claims import KINDS
from verite.clauses import NP, Gazetteer, Sentence
from verite.clauses.parts import cued, parts
from verite.model import Entry, Link, LinkStatus, Prose, Span, Work
from verite.reading import Reading, read

OFF = ("existence", "year", "count", "opinion")
TYPES = {
    "PERSON": "PERSON", "NAME": "NAME", "PRIZE": "PRIZE", "CATEGORY": "PRIZE", "FEST": "FEST", "PLACE": "PLACE", "DATE": "DATE", "TIME": "TIME",
    "EVENT": "EVENT", "WORK": "WORK", "WORK-NAME": "WORK", "FILM-NAME": "FILM-NAME", "MUSIC": "MUSIC", "ROLE": "ROLE", "CRAFT": "CRAFT", "KIN": "KIN",
}  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser(description="The gaps in the reading, by frequency.")
    arguments.add_argument("files", nargs="+", type=Path)
    arguments.add_argument("--most", type=int, default=2000, help="how many films of each file, evenly spread")
    arguments.add_argument("--top", type=int, default=15, help="how many lines of each class")
    arguments.add_argument("--type", default="", help="this class of phrase alone")
    chosen = arguments.parse_args()
    catalogue = open_record()
    names = Gazetteer(catalogue.lexicon)
    gaps = Gaps()
    for path in chosen.files:
        found = list(entries(path))
        step = max(1, len(found) // chosen.most)
        for entry in islice(found, 0, None, step):
            gaps.look(read(linked(entry), catalogue, names), catalogue)
    gaps.print(chosen.top, chosen.type)


def entries(path: Path) -> Iterator[Entry]:
    """The films of a file with their prose."""
    if ".jsonl" not in path.name:
        yield from readers.read(path.read_text("utf-8"), str(path), None).entries[1:]
        return
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row.get("text") or row.get("extract") or ""
            whole = Span(0, len(text))
            title = str(row["title"]).split(" (")[0]
            yield Entry(1, None, whole, title, Span(0, 0), prose=(Prose("", whole, text),))


def linked(entry: Entry) -> Link:
    """As if the film were known: what *it* means does not hang on the record."""
    return Link(entry, LinkStatus.MATCHED, Work("unknown", entry.title, entry.title, entry.year), 1.0, ())


class Gaps:
    """What was covered and what was not, with an example of each gap."""

    def __init__(self) -> None:
        self.covered: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.open: dict[str, Counter[str]] = defaultdict(Counter)
        self.parts: Counter[str] = Counter()
        self.unread: Counter[str] = Counter()
        self.example: dict[tuple[str, str], str] = {}

    def look(self, reading: Reading, catalogue: Catalogue) -> None:
        claims = [claim.span for kind in KINDS if kind.name not in OFF for claim in kind.find(reading)]
        for line in reading.lines:
            for sentence in line.sentences:
                text = line.prose.text[sentence.start - line.prose.span.start : sentence.end - line.prose.span.start]
                for np in sentence.phrases():
                    self._phrase(np, sentence, claims, text)
                for start, end in parts(sentence):
                    self._part(sentence, start, end, claims, text)

    def _phrase(self, np: NP, sentence: Sentence, claims: list[Span], text: str) -> None:
        type_ = TYPES.get(np.sem, "")
        if not type_ or (np.sem == "NAME" and " " not in np.name) or np.entity("this"):
            return
        self.total[type_] += 1
        if any(span.start <= np.tokens[0].start and np.core_end <= span.end for span in claims):
            self.covered[type_] += 1
            return
        by = governor(np, sentence)
        self.open[type_][by] += 1
        self.example.setdefault((type_, by), text)

    def _part(self, sentence: Sentence, start: int, end: int, claims: list[Span], text: str) -> None:
        self.parts["all"] += 1
        if any(span.start < end and start < span.end for span in claims):
            self.parts["claims"] += 1
        elif cued(sentence, "opinion", start, end):
            self.parts["opinions"] += 1
        else:
            clause = next((c for c in sentence.clauses if start <= c.vg.start < end), None)
            head = next((np.head for np in sentence.phrases() if start <= np.start < end), "")
            subject = clause.subject.sem if clause is not None and clause.subject is not None else "-"
            by = f"{clause.vg.lemma} ({subject})" if clause is not None else f"no verb: {head}"
            self.unread[by] += 1
            self.example.setdefault(("", by), text)

    def print(self, top: int, only: str) -> None:
        for type_, n in self.total.most_common():
            if only in ("", type_):
                print(f"\n{type_}: {self.covered[type_]} of {n} covered ({100 * self.covered[type_] // n} %)")
                self._lines(type_, self.open[type_], top)
        if not only:
            unread = self.unread.total()
            print(f"\nparts: {self.parts['all']}; claims in {self.parts['claims']}, opinions {self.parts['opinions']}, neither {unread}")  # fmt: skip
            self._lines("", self.unread, 3 * top)

    def _lines(self, type_: str, counts: Counter[str], top: int) -> None:
        for by, n in counts.most_common(top):
            print(f"  {n:>5}  {by:<34} {' '.join(self.example[type_, by].split())[:150]}")


def governor(np: NP, sentence: Sentence) -> str:
    """The verb or noun over a phrase, with the preposition between."""
    for clause in sentence.clauses:
        if any(np is one for one in (clause.subject or np).each()) and clause.subject is not None:
            return f"{clause.vg.lemma} (subject)"
        if any(np is one for other in clause.objects for one in other.each()):
            return f"{clause.vg.lemma} (object)"
        for pp in clause.pps:
            if any(np is one for one in pp.np.each()):
                return f"{clause.vg.lemma} {pp.prep}"
    for other in sentence.phrases():
        if other.of is np:
            return f"{other.head} of"
        if other.poss is np:
            return f"'s {other.head}"
        for prep, inner in other.pps:
            if inner is np:
                return f"{other.head} {prep}"
        if any(inner is np for inner in other.appos):
            return f"{other.head}, (apposition)"
    return "nothing"


if __name__ == "__main__":
    main()
