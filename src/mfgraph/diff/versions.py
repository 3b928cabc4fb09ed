"""A version of a graph as a file of lines: a workspace, a revision of it, or an export."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import RdfFormat, parse

from mfgraph.build import load
from mfgraph.diff.git import checked_out
from mfgraph.errors import MfgraphError, SyntaxFault, UsageError
from mfgraph.export import export
from mfgraph.export.canonical import canonical_form, has_blank_nodes
from mfgraph.export.quads import NAMED, as_quads, write_nquads
from mfgraph.formats import Format, lookup
from mfgraph.lines import Sorted, joined
from mfgraph.workspace import Workspace

_READ: Final = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
}
_IN_A_GRAPH: Final = re.compile(NAMED.pattern + rb"\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Version:
    """One version: the name it was given, whether it has graphs, and how its lines are got.

    `lines` puts a file into a folder, or names one that is there. Its lines are those of the
    default graph alone or of the whole, and are not known to be sorted or canonical.
    """

    name: str
    has_graphs: bool
    lines: Callable[[Path, bool], Path]


def version(name: str, around: Workspace, folder: Path) -> Version:
    """The version that is named: a workspace's folder, an export file, or a revision of git.

    The files of a revision of the workspace `around` are put into `folder`.

    Raises:
        UsageError: it is none of the three, or a file of a format that is not compared.
        WorkspaceError: no workspace is there.
    """
    path = Path(name)
    if path.is_dir():
        return _of_workspace(name, Workspace.find(path))
    if path.exists():
        return _of_file(name, path)
    return _of_workspace(name, checked_out(name, around, folder))


def canonical(path: Path, form: RdfFormat, target: Path, *, whole: bool) -> None:
    """Read a file and write it as sorted lines of canonical N-Quads.

    Raises:
        SyntaxFault: the file is not what its name says; the message names the line.
        ExportError: its blank nodes are too many and too alike to be told apart.
    """
    with Sorted(bytes if whole else _without_graphs) as lines, target.open("wb") as output:
        try:
            write_nquads(parse(path=str(path), format=form), lines)
        except SyntaxError as error:
            where = f"{path}:{error.lineno or 1}"
            raise SyntaxFault(f"cannot be read: {error.msg}", where=where) from error
        except ValueError as error:
            raise SyntaxFault(f"cannot be read: {error}", where=str(path)) from error
        if any(has_blank_nodes(joined(block)) for block in lines.blocks()):
            output.write(canonical_form(as_quads(lines.blocks())))
        else:
            output.writelines(joined(block) for block in lines.blocks())


def _of_workspace(name: str, workspace: Workspace) -> Version:
    def lines(folder: Path, whole: bool) -> Path:  # noqa: FBT001  (as a Version has it)
        target = folder / "lines.nq"
        try:
            export(load(workspace), "nquads" if whole else "ntriples", target)
        except MfgraphError as error:
            # A line of a file stands in a message as git writes it, behind the version.
            error.where = ":".join(part for part in (name, error.where) if part)
            raise
        return target

    return Version(name, has_graphs=True, lines=lines)


def _of_file(name: str, path: Path) -> Version:
    form = _format(path)

    def lines(folder: Path, whole: bool) -> Path:  # noqa: FBT001  (as a Version has it)
        if form.name == "ntriples" or (form.name == "nquads" and whole):
            return path
        target = folder / "lines.nq"
        canonical(path, _READ[form.name], target, whole=whole)
        return target

    return Version(name, has_graphs=form.carries_graphs, lines=lines)


def _format(path: Path) -> Format:
    known = ", ".join(suffix for name in _READ for suffix in lookup(name).suffixes)
    try:
        form = lookup(path.suffix)
    except UsageError:
        form = None
    if form is None or form.name not in _READ:
        raise UsageError(
            "its suffix is of no format that is compared",
            where=str(path),
            hint=f"suffixes are {known}",
        )
    return form


def _without_graphs(chunk: bytes) -> bytes:
    return _IN_A_GRAPH.sub(b"", chunk)
