"""Asking the checker: a list or a sentence in, verdicts out."""

from dataclasses import dataclass

from verite.catalogue import Catalogue
from verite.checking import check
from verite.model import ListReport, Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdicts on one list, each with the words that it quotes."""

    report: ListReport

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        return self.report.verdicts

    def quote(self, verdict: Verdict) -> str:
        start, end = verdict.claim.span
        return self.report.list.text[start:end]

    def of(self, kind: str, entry: int | None = None, quote: str = "") -> list[Verdict]:
        """The verdicts of a kind, in an entry, whose span touches the words of `quote`."""
        at = self.report.list.text.find(quote)
        assert at >= 0, f"{quote!r} does not stand in the list"
        return [
            v
            for v in self.verdicts
            if v.claim.kind == kind
            and not v.claim.unresolved
            and entry in (None, v.entry)
            and (not quote or (v.claim.span.start < at + len(quote) and at < v.claim.span.end))
        ]

    def statuses(self, kind: str, entry: int | None = None, quote: str = "") -> list[str]:
        return [v.status.value for v in self.of(kind, entry, quote)]

    def told(self) -> str:
        """All verdicts, a line each: for the message of a failing test."""
        return "\n".join(
            f"  {v.entry} {v.claim.kind} {v.status.value} {v.reason or ''} {self.quote(v)!r}: {v.message}"
            for v in self.verdicts
        )


def ask(text: str, catalogue: Catalogue | None = None) -> Answer:
    return Answer(check(text + "\n", catalogue=catalogue).lists[0])


def sentence(prose: str, catalogue: Catalogue, heading: str, label: str = "Description") -> Answer:
    """One sentence under a heading."""
    return ask(f"{heading}\n{label}: {prose}\n", catalogue)
