"""Corrections applied to a list: the text with values replaced, as a whole or as a diff."""

import difflib
import os
import tempfile
from pathlib import Path

from verite.model import ListReport
from verite.readers import READERS


def apply(one: ListReport, *, unsafe: bool = False) -> str:
    """The list's text with its corrections, from the end backwards so that offsets hold.

    Of corrections that overlap the first in the text is taken. Each is written as the form of the list wants it (quotes in
    JSON, tags in HTML ...); one that cannot stand at its place is left out.
    """
    reader = READERS[one.list.format]
    wanted = [v.fix for v in one.verdicts if v.fix is not None and v.allowed is None and (v.fix.safe or unsafe)]
    kept, at = [], 0
    for fix in sorted(wanted, key=lambda f: f.span):
        if fix.span.start >= at:
            kept.append(fix)
            at = fix.span.end
    text = one.list.text
    for fix in reversed(kept):
        if (words := reader.put(fix.text, one.list.text, fix.span.start)) is not None:
            text = text[: fix.span.start] + words + text[fix.span.end :]
    return text


def diff(one: ListReport, changed: str) -> str:
    before, after = one.list.text.splitlines(keepends=True), changed.splitlines(keepends=True)
    return "".join(difflib.unified_diff(before, after, one.list.path, f"{one.list.path} (corrected)", n=1))


def write(path: Path, text: str) -> None:
    """Written aside and renamed: a reader never sees half a file."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        # as any new file, or as the one that it replaces: the temporary one is its maker's alone
        os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """What this process takes from the rights of new files; it can be read only by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
