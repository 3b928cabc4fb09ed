"""Our exceptions: one tree, and what each of them means for the person who meets it.

    MfgraphError                 anything that mfgraph refuses, in one line
    ├── UsageError               a command was called with words it does not know
    │   └── ParameterError       a question got a parameter it cannot take
    ├── WorkspaceError           the files of the workspace cannot be used as they are
    │   ├── SyntaxFault          a file is not the Turtle, SPARQL or TOML it should be
    │   ├── QuoteMismatch        a quote is not in the stored text at its offsets
    │   ├── SourceFault          a stored text is missing, altered or undescribed
    │   ├── UnknownTerm          a file uses a class or property that is not declared
    │   └── ShapesFault          the shapes or checks cannot be run
    ├── QueryError               a query cannot be read or answered
    ├── IngestError              a facts file cannot be taken in
    ├── GenerateError            a synthetic workspace cannot be made as asked
    ├── NotFound                 nothing in the dataset has that name
    ├── StoreError               the built store, or a server, cannot be read or written
    └── ExportError              an output cannot be written

Every class has its page in docs/errors.md, under its own name.
"""

from typing import ClassVar


class MfgraphError(Exception):
    """Anything that mfgraph refuses: what was wrong, where, and what to do.

    >>> print(MfgraphError("no such file", where="data/x.ttl:3", hint="check the name"))
    data/x.ttl:3: no such file; check the name
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        self.message = message
        self.where = where
        self.hint = hint
        super().__init__(message)

    def __str__(self) -> str:
        line = f"{self.where}: {self.message}" if self.where else self.message
        return f"{line}; {self.hint}" if self.hint else line


class UsageError(MfgraphError):
    """A command was called with words it does not know."""


class ParameterError(UsageError):
    """A question got a parameter that it does not have or cannot take."""


class WorkspaceError(MfgraphError):
    """The files of the workspace cannot be used as they are."""


class SyntaxFault(WorkspaceError):
    """A file is not the Turtle, SPARQL, YAML or TOML that it should be."""


class QuoteMismatch(WorkspaceError):
    """A quote is not in the stored text at the offsets it claims."""


class SourceFault(WorkspaceError):
    """A stored text is missing, altered, or has no description beside it."""


class UnknownTerm(WorkspaceError):
    """A file uses a class or property that the ontology does not declare."""


class ShapesFault(WorkspaceError):
    """The shapes or checks cannot be run, so nothing can be said of the data."""


class QueryError(MfgraphError):
    """A query cannot be read or answered."""


class IngestError(MfgraphError):
    """A facts file, or a line of it, cannot be taken in; nothing was written."""


class GenerateError(MfgraphError):
    """A synthetic workspace cannot be made as asked; nothing was written."""


class NotFound(MfgraphError):
    """Nothing in the dataset has that name or address."""


class StoreError(MfgraphError):
    """The built store cannot be read or written, or a server does not answer as it should."""


class ExportError(MfgraphError):
    """An output cannot be written."""
