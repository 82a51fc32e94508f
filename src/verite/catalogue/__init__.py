"""The catalogue: all statements compiled into one immutable file, and the reading of it.

`build` turns a record into a file; `read` opens it. Nothing else touches SQLite.
"""

from verite.catalogue.read import Catalogue

__all__ = ["Catalogue"]
