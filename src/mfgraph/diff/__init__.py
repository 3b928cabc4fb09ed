"""The exact difference between two versions of the graph, for people and for programs."""

from typing import IO

from mfgraph.diff.difference import Difference, difference
from mfgraph.diff.index import Index
from mfgraph.diff.summary import summary
from mfgraph.diff.telling import Teller
from mfgraph.diff.writing import write_json, write_lines, write_patch
from mfgraph.terms import Language

__all__ = ["FORMATS", "Difference", "difference", "write"]

FORMATS = ("text", "json", "patch", "added", "removed")


def write(
    found: Difference, format_name: str, output: IO[bytes], *, lang: Language = "en", limit: int = 0
) -> None:
    """Write a difference in a format; only text is cut at `limit` of a kind, if it is not 0."""
    if format_name == "patch":
        write_patch(found, output)
    elif format_name in {"added", "removed"}:
        write_lines(found.new if format_name == "added" else found.old, output)
    else:
        with Index(found.old.lines) as old, Index(found.new.lines) as new:
            changes = summary(found.old.quads(), found.new.quads(), old, new)
            if format_name == "json":
                write_json(found, changes, output)
                return
            for line in Teller((new, old), lang, limit).tell(found, changes):
                output.write(f"{line}\n".encode())
