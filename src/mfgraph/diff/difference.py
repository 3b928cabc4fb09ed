"""What two versions do not share, as two files of sorted lines that lie on disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import Quad, RdfFormat, parse

from mfgraph.diff.merging import NotCanonicalError, differences
from mfgraph.diff.versions import canonical, version
from mfgraph.errors import SyntaxFault
from mfgraph.lines import joined
from mfgraph.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Side:
    """One version: its name, all its lines, and those that the other version has not."""

    name: str
    lines: Path
    alone: Path

    def quads(self) -> Iterator[Quad]:
        """What this version says and the other does not, in the order of its lines.

        Raises:
            SyntaxFault: a line is no N-Quads.
        """
        try:
            yield from parse(path=str(self.alone), format=RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise SyntaxFault(f"cannot be read: {error.msg}", where=self.name) from error


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions beside each other; `whole` says that graphs were told apart.

    Otherwise one of them has no graphs, and what holds, the resolved view, was compared.
    """

    old: Side
    new: Side
    whole: bool

    @property
    def is_empty(self) -> bool:
        """Whether both versions say the same."""
        return not (self.old.alone.stat().st_size or self.new.alone.stat().st_size)


@contextmanager
def difference(old: str, new: str, around: Workspace) -> Iterator[Difference]:
    """The exact difference between two versions, each a folder, a file, or a revision of `around`.

    Raises:
        UsageError: a name stands for no version.
        MfgraphError: a version cannot be built or read.

    >>> root = str(Workspace.shipped().root)
    >>> with difference(root, root, Workspace.shipped()) as found:
    ...     found.is_empty
    True
    """
    with TemporaryDirectory(prefix="mfgraph-") as temporary:
        folders = [Path(temporary) / side for side in ("old", "new")]
        for folder in folders:
            folder.mkdir()
        named = [
            version(name, around, folder / "revision")
            for name, folder in zip((old, new), folders, strict=True)
        ]
        whole = all(each.has_graphs for each in named)
        sides = [
            Side(each.name, each.lines(folder, whole), folder / "alone.nq")
            for each, folder in zip(named, folders, strict=True)
        ]
        yield Difference(*_compared(*sides), whole)


def _compared(old: Side, new: Side) -> tuple[Side, Side]:
    try:
        _compare(old, new, check=True)
    except NotCanonicalError:
        old, new = _canonical(old), _canonical(new)
        _compare(old, new, check=False)
    return old, new


def _compare(old: Side, new: Side, *, check: bool) -> None:
    with (
        old.lines.open("rb", buffering=0) as one,
        new.lines.open("rb", buffering=0) as other,
        old.alone.open("wb") as removed,
        new.alone.open("wb") as added,
    ):
        for gone, come in differences(one, other, check=check):
            removed.write(joined(gone) if gone else b"")
            added.write(joined(come) if come else b"")


def _canonical(side: Side) -> Side:
    target = side.alone.with_name("canonical.nq")
    canonical(side.lines, RdfFormat.N_QUADS, target, whole=True)
    return Side(side.name, target, side.alone)
