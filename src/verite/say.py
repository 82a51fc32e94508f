"""A verdict in words: what was claimed, what the record says, and why it is not known."""

from typing import Any

from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.judge import Judgement
from verite.model import Claim, Evidence, Link, LinkStatus, Reason, Statement, Status

_WHY = {
    Reason.FILM_UNKNOWN: "the film is not on record",
    Reason.WRONG_FILM: "the prose seems to tell of another film",
    Reason.LINK_AMBIGUOUS: "it is not certain which film is meant",
    Reason.NOT_RECORDED: "the record says nothing of it",
    Reason.OPEN_PROPERTY: "the record holds other values, and does not claim to hold them all",
    Reason.OUTSIDE_SCOPE: "outside what the record declares complete",
    Reason.WEAK_SOURCE: "only one weak source speaks against it",
    Reason.VALUE_UNRESOLVED: "the record cannot tell whom or what is meant",
    Reason.SEEN_ONLY: "the sentence was not read in full, so it is not judged",
    Reason.HEDGED: "the sentence hedges",
    Reason.ATTRIBUTED: "the sentence reports what others say",
    Reason.QUOTED: "it stands in a quotation",
    Reason.INCOMPLETE_TEXT: "the sentence is cut short",
    Reason.OTHER_LANGUAGE: "prose is judged in English only, for now",
    Reason.NOT_CHECKABLE: "no record could decide it",
}


def message(kind: Kind, claim: Claim, judged: Judgement, link: Link, catalogue: Catalogue) -> tuple[str, bool]:
    """The message, and whether it carries a note on a supported claim (another meaning, a successor state)."""
    denied = "not " if claim.negative else ""
    told = kind.told(claim, catalogue)

    def shown(most: int | None = None) -> list[str]:
        return [kind.shown(e.statement, catalogue) for e in _distinct(judged)[:most]]

    said = [e.statement for e in judged.evidence]
    inferred = [
        s for s in said if s.basis and not s.sources and s.subject != "list"
    ]  # what a list says is no inference
    if judged.status is Status.OPINION:
        return "An evaluation; there is nothing to check.", False
    if judged.status is Status.SUPPORTED:
        note = _note(kind, claim, judged, catalogue)
        return f"Supported: {next(iter(shown(1)), told)}.{note}", bool(note)
    if judged.status is Status.REFUTED:
        if link.status is LinkStatus.NONEXISTENT and kind.name != "consistency":
            nearest = f" Nearest: {link.candidates[0].work.dated()}." if link.candidates else ""
            return f"No such film is known: {link.reasons[0]}.{nearest}", False
        basis = f" ({_inference(inferred[0])})" if inferred else ""
        return f"Not so ({denied}{told}): {_join(shown())}{basis}.", False
    if judged.status is Status.CONFLICTING:
        return f"Sources disagree on “{denied}{told}”: {_join(shown(), 4)}.", False
    reason = judged.reason or Reason.NOT_RECORDED
    if reason is Reason.WRONG_FILM and link.fits is not None:
        return f"Not judged: the prose seems to tell of {link.fits.work.dated()}.", False
    if kind.name == "existence" and link.candidates:
        near = ", ".join(c.work.dated() for c in link.candidates[:3])
        return f"Not known: {_WHY[reason]}. Nearest on record: {near}.", False
    return f"Not known ({denied}{told}): {_WHY[reason]}.", False


def _distinct(judged: Judgement) -> list[Evidence]:
    """One statement for each thing said: sources that add a detail to the same deed are all in the evidence."""
    found: dict[tuple[Any, ...], Evidence] = {}
    for evidence in judged.evidence:
        said = evidence.statement
        found.setdefault(
            (
                said.subject,
                str(said.value),
                said.negative,
                said.qualifiers.get("character"),
                said.qualifiers.get("title"),
            ),
            evidence,
        )
    return list(found.values())


def _join(shown: list[str], most: int = 3) -> str:
    distinct = list(dict.fromkeys(shown))
    more = f"; and {len(distinct) - most} more" if len(distinct) > most else ""
    return "; ".join(distinct[:most]) + more


def _inference(said: Statement) -> str:
    return "our inference from " + ", ".join(said.basis)


def _note(kind: Kind, claim: Claim, judged: Judgement, catalogue: Catalogue) -> str:
    if kind.name == "year":
        meanings = sorted({str(e.statement.qualifiers.get("of", "year")).replace("-", " ") for e in judged.evidence})
        others = sorted(
            {s.value for s in catalogue.statements(judged.evidence[0].statement.subject, "year")} - {claim.value}
        )
        return f" Other recorded years: {', '.join(map(str, others))}." if others and meanings else ""
    if kind.name == "country" and judged.evidence and judged.evidence[0].statement.value != claim.value:
        return " The state of that time is named otherwise now."
    return ""
