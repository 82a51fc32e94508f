"""What can go wrong that is not a finding.

    VeriteError
    ├── ReadError        a list could not be read (missing, binary, empty)
    ├── RecordError      a record file is broken: file, line or field, and the nearest right word
    ├── SourceError      a data source is broken or is not what it seems
    ├── CatalogueError   a catalogue file is missing, damaged or of a newer format
    └── ConfigError      a command was called with something that cannot be

Findings in a user's text are verdicts, never exceptions. Each message says what, where, what to do.
"""


class VeriteError(Exception):
    """Anything that a user can mend; its text is the whole message."""


class ReadError(VeriteError):
    """A list could not be read."""


class RecordError(VeriteError):
    """The record is broken. `problems` holds one line for each fault."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class SourceError(VeriteError):
    """A data source cannot be read; the old catalogue stays in use."""


class CatalogueError(VeriteError):
    """A catalogue cannot be opened or built."""


class ConfigError(VeriteError):
    """A command, option or setting that cannot be."""
