"""Verdicts gathered and counted: the one line a reader needs, and the exit code."""

from collections import Counter

from verite.model import ListReport, Report, Status


def counts(one: ListReport) -> Counter[Status]:
    """How many verdicts of each status; those allowed in the list are left out, and what was only noticed: that counts as not read."""
    return Counter(v.status for v in one.verdicts if v.allowed is None and not v.claim.unresolved)


def headline(one: ListReport) -> str:
    """One line that a teacher can use. What was not read is not vouched for: only a list read whole is safe."""
    found = counts(one)
    wrong, unknown, disputed = found[Status.REFUTED], found[Status.UNVERIFIED], found[Status.CONFLICTING]
    allowed = sum(v.allowed is not None for v in one.verdicts)
    rest = [f"{found[Status.SUPPORTED]} supported"]
    if disputed:
        rest.append(f"{disputed} on which sources disagree")
    rest.append(f"{unknown} not known")
    if allowed:
        rest.append(f"{allowed} wrong but allowed in the list")
    if wrong:
        return f"{wrong} statement{'s' if wrong > 1 else ''} wrong; {', '.join(rest)}."
    if unread := len(one.coverage.unread):
        rest.append(f"{unread} clause{'s' if unread > 1 else ''} not read")
    if disputed or unknown or allowed or unread:
        return f"Nothing wrong found; {', '.join(rest)}."
    return f"Safe to use: {', '.join(rest[:1])}, nothing wrong, nothing unknown."


def exit_code(report: Report) -> int:
    """0: nothing refuted; 1: something refuted (what the list allows aside)."""
    return int(any(counts(one)[Status.REFUTED] for one in report.lists))
