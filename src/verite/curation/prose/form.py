"""A written list as text: in the form of the list that this began with, and as Markdown with its sources."""

from collections.abc import Iterator, Sequence

from verite.catalogue import Catalogue
from verite.curation.prose.plan import Sentence, Written
from verite.model import Statement


def as_text(written: Written) -> str:
    """Numbered headings, a *Description* and a *Fact*: the form in which lists go round, and which `check` reads."""
    parts = [written.title, *([written.introduction] if written.introduction else [])]
    for number, entry in enumerate(written.entries, 1):
        lines = [f"{number}. {entry.heading}"]
        if entry.description:
            lines.append(f"Description: {_said(entry.description)}")
        if entry.fact:
            lines.append(f"Fact: {_said(entry.fact)}")
        if entry.note:
            lines.append(f"Content note: {_said(entry.note)}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def as_markdown(written: Written, catalogue: Catalogue) -> str:
    """The same with a footnote after each sentence: who says so, or from what we infer it."""
    notes: list[str] = []
    parts = [f"# {written.title}", *([f"*{written.introduction}*"] if written.introduction else [])]
    for entry in written.entries:
        parts.append(f"## {entry.heading}")
        labelled = (("Description", entry.description), ("Fact", entry.fact), ("Content note", entry.note))
        for label, sentences in labelled:
            if sentences:
                said = " ".join(f"{s.text}{_mark(s, notes, catalogue)}" for s in sentences)
                parts.append(f"**{label}:** {said}")
    return "\n\n".join(parts) + "\n\n" + "\n".join(notes) + "\n"


def _mark(sentence: Sentence, notes: list[str], catalogue: Catalogue) -> str:
    cited = "; ".join(_cited(sentence.statements, catalogue))
    if not cited:
        return ""
    notes.append(f"[^{len(notes) + 1}]: {cited}.")
    return f"[^{len(notes)}]"


def _cited(statements: Sequence[Statement], catalogue: Catalogue) -> Iterator[str]:
    """For each statement its weightiest source, once."""
    seen = set()
    for said in statements:
        if not said.sources:
            if said.basis and "inference" not in seen:
                seen.add("inference")
                yield f"our inference from {', '.join(said.basis)}"
            continue
        best = min(said.sources, key=lambda c: catalogue.source(c.key).rank)
        if best.key not in seen:
            seen.add(best.key)
            source = catalogue.source(best.key)
            yield f"{source.citation}, {source.url}" if source.url else source.citation


def _said(sentences: Sequence[Sentence]) -> str:
    return " ".join(sentence.text for sentence in sentences)
