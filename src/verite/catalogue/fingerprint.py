"""The hash under which a compiled record is kept: of its files, and of the code that compiles them."""

import os
from hashlib import blake2b
from pathlib import Path

from verite.catalogue.read import FORMAT

_PACKAGE = Path(__file__).parent.parent
_COMPILERS = ("properties.toml", "catalogue/build.py", "sources/record.py", "titles.py", "text.py", "clauses/tokens.py")


def fingerprint(folder: Path) -> str:
    digest = blake2b(f"verite catalogue {FORMAT}\n".encode(), digest_size=16)
    for path in [*(str(_PACKAGE / name) for name in _COMPILERS), *sorted(_files(str(folder)))]:
        with open(path, "rb") as file:
            data = file.read()
        digest.update(f"{os.path.basename(path)}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _files(folder: str) -> list[str]:
    found = []
    with os.scandir(folder) as rows:
        for row in rows:
            if row.is_dir():
                found.extend(_files(row.path))
            elif row.name.endswith((".toml", ".csv")):
                found.append(row.path)
    return found
