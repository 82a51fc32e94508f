"""What a guide's editors write: a small part of Markdown, in which every sentence of fact names its source.

Paragraphs, *titles*, `> ` quotations, `- ` lists, `|` tables, `## ` sections, and marks: `[@key]`, or `[@key, p. 12]`.
The text is short and comes from people; whatever is none of these is printed as it stands.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from verite.clauses.sentences import sentences
from verite.clauses.tokens import tokenize
from verite.errors import ConfigError
from verite.guide.notes import Note, Notes
from verite.model import Cited

_MARK = re.compile(r"\*(?P<emphasis>[^*\n][^*]*)\*|\s*\[@(?P<key>[\w.-]+)(?:,\s*(?P<where>[^\]]+))?\]")
_SHORT = re.compile(r"\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|St|Dr|vol|pp?|ca?)\.$")
_STARTS = ("> ", "- ", "|", "## ")


class Run(NamedTuple):
    """A stretch of text under one style, or a mark (then the text is empty)."""

    text: str
    emphasis: bool = False
    cited: Cited | None = None
    note: Note | None = None  # its number, once it stands on a page


Runs = tuple[Run, ...]


class Block(NamedTuple):
    """A paragraph, a quotation, a list or a table: rows of cells of runs (a paragraph is one row of one cell).

    `line` is where it begins in its file.
    """

    kind: str  # paragraph, quotation, list, table
    rows: tuple[tuple[Runs, ...], ...]
    line: int


class Document(NamedTuple):
    """A file's sections by name, in their order; what stands before the first is the section ""."""

    path: str
    sections: dict[str, tuple[Block, ...]]

    def lines(self, section: str) -> list[str]:
        """A list section in plain words, marks left out: ids, or questions."""
        return ["".join(r.text for r in row[0]) for b in self.sections.get(section, ()) for row in b.rows]


def parse(text: str, path: str = "introduction") -> Document:
    """The file's text in sections and blocks. Never raises: what is no mark-up is words."""
    sections: dict[str, list[Block]] = {"": []}
    name, held, start = "", list[str](), 0
    for number, line in enumerate([*text.splitlines(), ""], 1):
        row = line.strip()
        kind = _kind(row)
        if held and (not row or (kind != _kind(held[0]) and kind != "paragraph") or row.startswith("## ")):
            sections[name].append(_block(held, start))
            held = []
        if row.startswith("## "):
            name = row[3:].strip()
            sections.setdefault(name, [])
        elif row and not row.startswith("# "):
            start = start if held else number
            held.append(row)
    return Document(path, {name: tuple(blocks) for name, blocks in sections.items() if blocks})


def check(document: Document, sourced: Sequence[str], known: Callable[[str], bool]) -> Iterator[str]:
    """What is wrong in it, each with file and line: a mark whose source is not on record, and in the sections
    `sourced` every sentence without a mark."""
    for name, blocks in document.sections.items():
        for block in blocks:
            for runs in (cell for row in block.rows for cell in row):
                for run in runs:
                    if run.cited is not None and not known(run.cited.key):
                        yield f"{document.path}:{block.line}: source {run.cited.key!r} is not on record"
                if name in sourced and block.kind in ("paragraph", "list"):
                    for bare in unmarked(runs):
                        yield f"{document.path}:{block.line}: no source after {bare!r}"
            if name in sourced and block.kind in ("table", "quotation"):
                # A quotation is one: the mark stands after its author's name.
                for row in block.rows[1:] if block.kind == "table" else [[sum(block.rows[0], ()), *block.rows[-1]]]:
                    if not any(run.cited for cell in row for run in cell):
                        yield f"{document.path}:{block.line}: no source for {plain(row[0])!r}"


def unmarked(runs: Runs) -> Iterator[str]:
    """The sentences that carry no mark. A mark belongs to the sentence that it stands in, or follows at once."""
    text, marks = "", []
    for run in runs:
        if run.cited is not None:
            marks.append(len(text.rstrip()))
        text += run.text
    for n, (start, end) in enumerate(sentence_spans(text)):
        if not any(start < at <= end or (at == 0 == n) for at in marks):  # `- [@key] why`: it leads a list of readings
            yield " ".join(text[start:end].split())


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a text begins and ends, its closing quotation mark with it."""
    found: list[tuple[int, int]] = []
    for tokens in sentences(tokenize(text)):
        start, end = tokens[0].start, tokens[-1].end
        # A closing quotation mark is no sentence, and "in Nov. 1938" is one.
        if found and (not any(t.text[:1].isalnum() for t in tokens) or _SHORT.search(text[: found[-1][1]])):
            start = found.pop()[0]
        start = max(start, found[-1][1]) if found else start
        while text[end : end + 1] in ('"', "”", "’", "»", ")"):
            end += 1
        found.append((start, end))
    return found


def noted(blocks: Sequence[Block], notes: Notes, anchor: str, words: str) -> tuple[Block, ...]:
    """The blocks with their marks numbered for one page, on which they stand at `anchor`, a place called `words`.
    Raises `ConfigError` for a source that the catalogue does not hold."""

    def number(run: Run) -> Run:
        if run.cited is None:
            return run
        if notes.source(run.cited.key).citation == run.cited.key:
            raise ConfigError(f"{words}: source {run.cited.key!r} is not on record")
        return run._replace(note=notes.mark(run.cited, anchor, words))

    return tuple(
        block._replace(rows=tuple(tuple(tuple(map(number, cell)) for cell in row) for row in block.rows))
        for block in blocks
    )


def _kind(row: str) -> str:
    return {"> ": "quotation", "- ": "list", "|": "table"}.get(
        next((s for s in _STARTS if row.startswith(s)), ""), "paragraph"
    )


def _block(rows: list[str], line: int) -> Block:
    kind = _kind(rows[0])
    if kind == "paragraph":
        return Block(kind, ((_runs(" ".join(rows)),),), line)
    if kind == "table":
        cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
        body = [row for row in cells if not all(set(cell) <= set("-: ") for cell in row)]
        return Block(kind, tuple(tuple(map(_runs, row)) for row in body), line)
    items: list[str] = []
    for row in rows:
        if _kind(row) == kind:
            items.append(row[2:].strip())
        else:
            items[-1] += f" {row}"
    return Block(kind, tuple((_runs(item),) for item in items), line)


def _runs(text: str) -> Runs:
    found, at = [], 0
    for match in _MARK.finditer(text):
        found.append(Run(text[at : match.start()]))
        if match["emphasis"]:
            found.append(Run(match["emphasis"], emphasis=True))
        else:
            found.append(Run("", cited=Cited(match["key"], (match["where"] or "").strip())))
        at = match.end()
    return tuple(run for run in [*found, Run(text[at:])] if run.text or run.cited)


def plain(runs: Runs) -> str:
    """A stretch in plain words, marks left out."""
    return "".join(run.text for run in runs)
