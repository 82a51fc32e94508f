"""The wire form `verite-report/1`; its schema is `report.schema.json`."""

import json
from hashlib import blake2b
from typing import Any

from verite import __version__
from verite.model import Candidate, Evidence, Link, ListReport, Report, Source, Span, Verdict, Work
from verite.text import fold

SCHEMA = "verite-report/1"


def write(report: Report, *, indent: int | None = 1, **_: object) -> str:
    return (
        json.dumps(plain(report), ensure_ascii=False, indent=indent, separators=None if indent else (",", ":")) + "\n"
    )


def plain(report: Report) -> dict[str, Any]:
    """The report as JSON values."""
    return {
        "schema": SCHEMA,
        "verite": __version__,
        "catalogue": {key: report.catalogue.get(key) for key in ("hash", "as_of", "works", "statements")},
        "lists": [_list(one, report) for one in report.lists],
    }


def _list(one: ListReport, report: Report) -> dict[str, Any]:
    return {
        "path": one.list.path,
        "title": one.list.title,
        "format": one.list.format,
        "entries": [_entry(link) for link in one.links],
        "verdicts": [_verdict(verdict, one, report) for verdict in one.verdicts],
        "coverage": {
            "clauses": one.coverage.clauses,
            "read": one.coverage.clauses - len(one.coverage.unread),
            "claims": one.coverage.claims,
            "seen": one.coverage.seen,
            "opinion": one.coverage.opinion,
            "plot": one.coverage.plot,
            "unread": [list(span) for span in one.coverage.unread],
        },
    } | ({"proposals": _proposals(one)} if one.proposals or one.proposer_notes else {})


def _proposals(one: ListReport) -> dict[str, Any]:
    """What a language model points at, if one was asked: advice beside the verdicts."""
    return {
        "advisory": True,
        "claims": [
            {
                "entry": p.entry, "span": list(p.span), "quote": one.list.text[p.span.start : p.span.end],
                "property": p.property, "value": p.value,
            }
            for p in one.proposals
        ],
        "notes": list(one.proposer_notes),
    }  # fmt: skip


def _entry(link: Link) -> dict[str, Any]:
    entry = link.entry
    return {
        "index": entry.index,
        "number": entry.number,
        "span": list(entry.span),
        "title": entry.title,
        "year": entry.year,
        "link": {
            "status": str(link.status),
            "work": work(link.work) if link.work else None,
            "score": link.score,
            "reasons": list(link.reasons),
            "fits": _candidate(link.fits) if link.fits else None,
            "candidates": [_candidate(candidate) for candidate in link.candidates],
        },
    }


def work(one: Work) -> dict[str, Any]:
    return {
        "id": f"verite:{one.id}",
        "title": one.title,
        "original_title": one.original_title,
        "year": one.year,
        "director": list(one.director),
        "same_as": dict(one.same_as),
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {**work(candidate.work), "score": candidate.score, "reasons": list(candidate.reasons)}


def _verdict(verdict: Verdict, one: ListReport, report: Report) -> dict[str, Any]:
    claim = verdict.claim
    quote = one.list.text[claim.span.start : claim.span.end]
    return {
        "id": identity(verdict, one),
        "entry": verdict.entry,
        "code": verdict.code,
        "kind": claim.kind,
        "span": list(claim.span),
        "quote": quote,
        "claim": {
            "property": claim.property,
            "value": claim.value,
            "qualifiers": {**claim.qualifiers, **_flags(verdict)},
            "grade": str(claim.grade),
        },
        "status": str(verdict.status),
        "reason": str(verdict.reason) if verdict.reason else None,
        "severity": str(verdict.severity),
        "message": verdict.message,
        "evidence": [_evidence(evidence, report) for evidence in verdict.evidence],
        "fix": _fix(verdict),
    } | ({"allowed": verdict.allowed} if verdict.allowed else {})


def _flags(verdict: Verdict) -> dict[str, bool]:
    claim = verdict.claim
    flags = {name: getattr(claim, name) for name in ("negative", "hedged", "attributed", "quoted", "incomplete")}
    return {name: True for name, set_ in flags.items() if set_}


def _fix(verdict: Verdict) -> dict[str, Any] | None:
    fix = verdict.fix
    return {"span": list(fix.span), "text": fix.text, "safe": fix.safe} if fix else None


def identity(verdict: Verdict, one: ListReport) -> str:
    """A stable hash: it does not change when lines move, nor when other entries do."""
    # Entries are numbered in order from 1; entry 0 is the list itself.
    title = one.links[verdict.entry - 1].entry.title if verdict.entry else ""
    span: Span = verdict.claim.span
    words = " ".join(fold(one.list.text[span.start : span.end]).split())
    return blake2b(f"{fold(title)}\0{verdict.code}\0{words}".encode(), digest_size=8).hexdigest()


def _evidence(evidence: Evidence, report: Report) -> dict[str, Any]:
    said = evidence.statement
    sources = []
    for cited in said.sources:
        source = report.sources.get(cited.key) or Source(cited.key, cited.key)
        sources.append(
            {
                "key": cited.key, "citation": source.citation, "url": source.url, "archived": source.archived,
                "seen": cited.seen or source.seen, "where": cited.where, "licence": source.licence,
            }
        )  # fmt: skip
    return {
        "property": said.property,
        "value": said.value,
        "qualifiers": {**said.qualifiers, "subject": said.subject, **({"not": True} if said.negative else {})},
        "origin": str(said.origin),
        "complete": evidence.complete,
        "basis": ", ".join(said.basis) or None,
        "sources": sources,
    }
