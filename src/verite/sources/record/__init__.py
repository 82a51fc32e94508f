"""Our own hand-kept record (`records/`): TOML and CSV decoded strictly into statements, then held against itself.

`file` is one file being read, with its line numbers; `statements` reads works and agents, `awards`, `sets` and
`falsehoods` the tables; `decode` the whole folder; `checks` finds what no single line shows, `notes` what an editor
should look at. The shape is described in `docs/reference/record.md`; `records/EXAMPLE.toml` is one to copy.
"""

from verite.sources.record.decode import inspect, read
from verite.sources.record.file import Record

__all__ = ["Record", "inspect", "read"]
