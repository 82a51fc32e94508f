"""The terminal: for each finding the source line, a caret, the verdict in words, its evidence and source,
and the correction. What is supported is counted, and listed with `verbose`."""

import os
from collections.abc import Mapping
from contextlib import suppress
from itertools import zip_longest

from verite.model import Cited, LinkStatus, ListReport, Report, Source, Span, Status, Verdict
from verite.noticed import TOLD
from verite.report import counts, headline
from verite.text import position

_SIGN = {
    Status.REFUTED: ("✗", "refuted", "red"),
    Status.CONFLICTING: ("≠", "sources disagree", "yellow"),
    Status.UNVERIFIED: ("?", "not known", "cyan"),
    Status.SUPPORTED: ("✓", "supported", "green"),
    Status.OPINION: ("·", "opinion", "bright_black"),
}
_MOST = 3  # sources shown for a finding; the JSON has them all


def write(report: Report, *, colour: bool = False, verbose: bool = False, width: int | None = None) -> str:
    columns = min(width or _columns(), 110)
    return "\n".join(_list(one, report, colour, verbose, columns) for one in report.lists)


def _columns() -> int:
    """The width of the terminal; `COLUMNS` decides, as elsewhere; 100 where there is none."""
    with suppress(ValueError, OSError):
        return int(os.environ.get("COLUMNS", "")) if os.environ.get("COLUMNS") else os.get_terminal_size().columns
    return 100


def _list(one: ListReport, report: Report, colour: bool, verbose: bool, width: int) -> str:
    out = [_style(f"{one.list.path}: {headline(one)}", colour, bold=True), ""]
    by_entry: dict[int, list[Verdict]] = {}
    for verdict in one.verdicts:
        if verdict.claim.unresolved:
            continue  # stands with what was not read
        by_entry.setdefault(verdict.entry, []).append(verdict)
    for link in one.links:
        entry = link.entry
        mine = by_entry.get(entry.index, [])
        shown = [v for v in mine if verbose or v.status in (Status.REFUTED, Status.CONFLICTING)]
        title = f"{entry.index:>3}. {entry.title}" + (f" ({entry.year})" if entry.year else "")
        if link.work is not None:
            title += f"   → {link.work.dated()}, {', '.join(link.work.director)}"
        out.append(_style(title, colour, bold=True))
        out.append(_tally(mine, colour) + _linked(link.status.value if link.status is not LinkStatus.MATCHED else ""))
        for verdict in sorted(shown, key=lambda v: v.claim.span):
            out.extend(_finding(verdict, one, report, colour, width))
        if not verbose:
            out.extend(_unknown(mine, one, colour, width))
        out.append("")
    whole = [v for v in by_entry.get(0, ()) if (verbose or v.status is Status.REFUTED)]
    if whole:
        out.append(_style("  The list itself", colour, bold=True))
        for verdict in whole:
            out.extend(_finding(verdict, one, report, colour, width))
        out.append("")
    out.extend(_coverage(one, report, width))
    return "\n".join(out) + "\n"


def _linked(status: str) -> str:
    words = {
        "unknown": "   film not on record",
        "ambiguous": "   not certain which film",
        "nonexistent": "   no such film",
    }
    return words.get(status, "")


def _tally(mine: list[Verdict], colour: bool) -> str:
    parts = []
    for status in (Status.SUPPORTED, Status.REFUTED, Status.CONFLICTING, Status.UNVERIFIED, Status.OPINION):
        n = sum(v.status is status for v in mine)
        if n:
            sign, word, hue = _SIGN[status]
            parts.append(_style(f"{sign} {n} {word}", colour, fg=hue))
    return "     " + "   ".join(parts)


def _finding(verdict: Verdict, one: ListReport, report: Report, colour: bool, width: int) -> list[str]:
    sign, word, hue = _SIGN[verdict.status]
    span = verdict.claim.span
    line, column = position(one.list.text, span.start)
    place = _harmless(f"{one.list.path}:{line}:{column}")
    allowed = f"  (allowed: {verdict.allowed})" if verdict.allowed else ""
    out = ["", f"     {_style(f'{sign} {word}', colour, fg=hue, bold=True)}  {verdict.code}  {place}{allowed}"]
    out.extend(_source_line(one.list.text, span.start, span.end, colour, hue, width))
    out.extend(_wrap(verdict.message, 7, width))
    for cited in _cited(verdict, report.sources):
        source = report.sources[cited.key]
        where = f" ({cited.where})" if cited.where else ""
        out.extend(_wrap(f"– {source.citation}{where}. {source.url}", 9, width, hang=2, dim=colour))
    if verdict.fix is not None:
        how = "" if verdict.fix.safe else " (please fit it into the sentence)"
        out.extend(_wrap(f"→ {verdict.fix.text}{how}", 9, width, hang=2))
    return out


def _cited(verdict: Verdict, sources: Mapping[str, Source]) -> list[Cited]:
    """The sources to show: the first of each statement before the second of any, so that all is vouched for;
    what anybody may write (rank 4) comes last."""
    if verdict.status is Status.OPINION:
        return []
    found: dict[str, Cited] = {}
    for turn in zip_longest(*(evidence.statement.sources for evidence in verdict.evidence)):
        for cited in turn:
            if cited is not None:
                found.setdefault(cited.key, cited)
    return sorted(found.values(), key=lambda cited: sources[cited.key].rank >= 4)[:_MOST]


def _source_line(text: str, start: int, end: int, colour: bool, hue: str, width: int) -> list[str]:
    """The words claimed, in their line, with a caret under them; long lines are cut on both sides."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", start)
    right = len(text) if right < 0 else right
    end = min(end, right)
    room = width - 12
    begin = max(left, min(start - 16, max(left, end - room)))
    stop = min(right, max(begin + room, min(end, begin + room)))
    head = "…" if begin > left else ""
    tail = "…" if stop < right else ""
    words = _harmless(text[begin:stop].replace("\t", " "))
    caret = " " * (start - begin + len(head)) + "^" * max(1, min(end, stop) - start)
    return [f"       {head}{words}{tail}", "       " + _style(caret, colour, fg=hue)]


def _unknown(mine: list[Verdict], one: ListReport, colour: bool, width: int) -> list[str]:
    """What is not known, a line each."""
    out = []
    for verdict in sorted((v for v in mine if v.status is Status.UNVERIFIED), key=lambda v: v.claim.span):
        span = verdict.claim.span
        quote = " ".join(one.list.text[span.start : span.end].split())
        quote = quote if len(quote) < 60 else quote[:57] + "…"
        out.extend(_wrap(f"? {verdict.code} “{quote}”: {verdict.message}", 5, width, hang=2, dim=colour))
    return ["", *out] if out else []


def _coverage(one: ListReport, report: Report, width: int) -> list[str]:
    cover = one.coverage
    found = counts(one)
    read = cover.clauses - len(cover.unread)
    out = _wrap(
        f"Read {read} of {cover.clauses} clauses: {cover.claims} claims, {cover.opinion} of opinion, {cover.plot} of plot. "
        f"Held against {report.catalogue.get('works')} works and {report.catalogue.get('statements')} statements "
        f"(as of {report.catalogue.get('as_of')}). {found[Status.SUPPORTED]} statements have a source that says so.",
        0, width,
    )  # fmt: skip
    about = {span: _about(span, one) for span in cover.unread}
    for span in sorted(sorted(cover.unread, key=lambda span: not about[span])[:12]):
        line, column = position(one.list.text, span.start)
        quote = " ".join(one.list.text[span.start : span.end].split())
        out.extend(_wrap(f"not read: {line}:{column} “{quote[:90]}”{about[span]}", 2, width, hang=2))
    for one_ in one.proposals:
        line, column = position(one.list.text, one_.span.start)
        quote = " ".join(one.list.text[one_.span.start : one_.span.end].split())
        out.extend(
            _wrap(f"a model points at, unjudged: {line}:{column} “{quote[:90]}” ({one_.property})", 2, width, hang=2)
        )
    out.extend(_harmless(f"  {note}") for note in one.proposer_notes)
    return out


def _about(span: Span, one: ListReport) -> str:
    """What a clause that was not read seems to be about, if anything that could be checked."""
    noticed = (v for v in one.verdicts if v.claim.unresolved and v.claim.span.start < span.end)
    told = dict.fromkeys(TOLD[v.claim.kind] for v in noticed if span.start < v.claim.span.end)
    return f" – {', '.join(told)}?" if told else ""


def _wrap(text: str, indent: int, width: int, hang: int = 0, dim: bool = False) -> list[str]:
    """The words of a text in lines of at most `width`; an address longer than a line keeps its own."""
    lines: list[str] = []
    line = " " * indent
    for word in text.split():
        if len(line) + len(word) > width and line.strip():
            lines.append(line.rstrip())
            line = " " * (indent + hang)
        line += word + " "
    lines.append(line.rstrip())
    return [_style(one, dim, dim=True) for one in lines]


# What a terminal obeys or hides: control characters (a list may hold `ESC ]0;…`, which renames the window) and the marks that turn the
# direction of writing (the "Trojan Source" of CVE-2021-42574). Each stands as one sign, so that carets stay under their words.
_OBEYED = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")


def _harmless(text: str) -> str:
    return text.translate(_OBEYED)


_CODES = {"red": 31, "green": 32, "yellow": 33, "cyan": 36, "bright_black": 90}


def _style(text: str, on: bool, fg: str = "", bold: bool = False, dim: bool = False) -> str:
    text = _harmless(text)
    codes = [str(code) for code in (1 if bold else 0, 2 if dim else 0, _CODES.get(fg, 0)) if code]
    return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if on and codes else text
