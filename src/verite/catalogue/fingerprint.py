"""The name under which a compiled record is kept: a hash of its files and of the code that compiles them.

Reading every file at every start would cost more than the check itself, so a *stamp* (names, sizes and
times of change) finds the hash of the last time; only where the stamp is new are the contents hashed.
"""

import os
from pathlib import Path

from verite.catalogue.schema import FORMAT

_PACKAGE = Path(__file__).parent.parent
_COMPILERS = (
    "properties.toml", "catalogue/fill.py", "catalogue/schema.py", "catalogue/spellings.py", "catalogue/vocabulary.py", "sources/history.py", "sources/record/awards.py", "sources/record/checks.py", "sources/record/dates.py", "sources/record/decode.py", "sources/record/falsehoods.py", "sources/record/file.py", "sources/record/sets.py", "sources/record/statements.py", "titles.py", "text.py", "names.py", "clauses/tokens.py", "clauses/words.txt",
)  # fmt: skip


def stamp(folder: Path) -> str:
    """What the file system says of the record's files: the text changes when one of them is touched."""
    told = [(f"{_PACKAGE}/{name}", os.stat(f"{_PACKAGE}/{name}")) for name in _COMPILERS]
    rows = [f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in (*told, *sorted(_files(str(folder))))]
    return "\n".join((f"{FORMAT} {folder.resolve()}", *rows))


def fingerprint(folder: Path) -> str:
    """A hash of the contents of the record's files, the same wherever the folder lies."""
    from hashlib import blake2b  # OpenSSL is slow to load, and needed only where the stamp is new

    digest = blake2b(f"verite catalogue {FORMAT}\n".encode(), digest_size=16)
    for path in (*(f"{_PACKAGE}/{name}" for name in _COMPILERS), *sorted(path for path, _ in _files(str(folder)))):
        with open(path, "rb") as file:
            data = file.read()
        digest.update(f"{os.path.basename(path)}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _files(folder: str) -> list[tuple[str, os.stat_result]]:
    found = []
    with os.scandir(folder) as rows:
        for row in rows:
            if row.name.endswith((".toml", ".csv")):
                found.append((row.path, row.stat()))
            elif row.is_dir():
                found.extend(_files(row.path))
    return found
