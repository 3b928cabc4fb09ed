"""What an export holds: the resolved view, everything in its graphs, or everything in one graph.

What files say is taken from the files, read without loss. What only the store holds is
taken from there, and each literal gets back the spelling it has in the files; of a dataset
that was published elsewhere, all is taken from the store. A view is the sorted lines of its
N-Quads; blank nodes, where there are any, have their canonical names.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import IO, Final, cast

from pyoxigraph import Dataset, DefaultGraph, Quad, RdfFormat, parse, serialize

from mfgraph.build import Attached, Built
from mfgraph.export.canonical import has_blank_nodes, named_canonically
from mfgraph.export.said import write_said
from mfgraph.export.spellings import Spellings
from mfgraph.lines import BLOCK, Block, Reading, Sorted, joined, merged

_GRAPH: Final = re.compile(rb" (<[^>\n]*>|_:\S+) \.\n")
# A line of N-Quads that names a graph: its triple, and the graph.
NAMED: Final = re.compile(
    rb'^(\S+ \S+ (?:"[^"\\\n]*(?:\\.[^"\\\n]*)*"\S*|\S+)) (<[^>\n]*>|_:\S+) \.$', re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class View:
    """Sorted lines of N-Quads, in some parts."""

    parts: tuple[Sorted, ...]

    def blocks(self) -> Iterator[Block]:
        """The lines in order, each once, a block at a time."""
        return merged([part.blocks() for part in self.parts])

    def quads(self) -> Iterator[Quad]:
        """The same as quads."""
        return as_quads(self.blocks())


@contextmanager
def resolved(built: Built) -> Iterator[View]:
    """What the dataset holds true: the default graph."""
    with _parts(built) as parts:
        yield parts.view(parts.default())


@contextmanager
def everything(built: Built) -> Iterator[View]:
    """All that was said, chosen, derived and resolved, each in its graph."""
    with _parts(built) as parts:
        yield parts.view(parts.default(), parts.said, parts.made())


@contextmanager
def in_one_graph(built: Built) -> Iterator[View]:
    """All that was said, chosen, derived and resolved, in the default graph."""
    with _parts(built) as parts:
        named = (parts.in_one_graph(part) for part in (parts.said, parts.made()))
        yield parts.view(parts.default(), *named)


def as_quads(blocks: Iterable[Block]) -> Iterator[Quad]:
    """The quads of some lines of N-Quads, in their order."""
    return parse(io.BufferedReader(Reading(blocks), BLOCK), format=RdfFormat.N_QUADS)


def write_nquads(quads: Iterable[Quad], output: io.RawIOBase) -> None:
    """Quads as lines of N-Quads, in the order they come."""
    serialize(quads, cast("IO[bytes]", output), format=RdfFormat.N_QUADS)


class _Parts:
    """The lines of a dataset, by where they come from; they lie on disk until `stack` closes."""

    def __init__(self, built: Built, stack: ExitStack) -> None:
        self._built, self._stack = built, stack
        self._spellings = Spellings()
        self._graphs: set[bytes] = set()
        self._has_blank_nodes = False
        self.said = self._sorted(self._see)
        if not isinstance(built, Attached):
            write_said(built.workspace, self.said)
        self._spellings.settle(self.said.blocks())

    def default(self) -> Sorted:
        """The resolved view."""
        part = self._sorted(self._spellings.restore)
        write_nquads(self._built.store.quads(DefaultGraph()), part)
        return part

    def made(self) -> Sorted:
        """What was chosen and derived: the named graphs that no file read here speaks in."""
        part = self._sorted(self._spellings.restore)
        for graph in self._built.store.graphs():
            if str(graph).encode() not in self._graphs:
                write_nquads(self._built.store.quads(graph), part)
        return part

    def in_one_graph(self, part: Sorted) -> Sorted:
        """The lines of a part without their graphs."""
        bare = self._sorted(lambda chunk: NAMED.sub(rb"\1 .", chunk))
        for block in part.blocks():
            bare.write(joined(block))
        bare.flush()
        return bare

    def view(self, *parts: Sorted) -> View:
        """The parts as one, its blank nodes under their canonical names."""
        given = View(parts)
        if not self._has_blank_nodes:
            return given
        named = self._sorted(bytes)
        write_nquads(named_canonically(Dataset(given.quads())), named)
        return View((named,))

    def _sorted(self, change: Callable[[bytes], bytes]) -> Sorted:
        return self._stack.enter_context(Sorted(lambda chunk: self._watched(change(chunk))))

    def _watched(self, chunk: bytes) -> bytes:
        self._has_blank_nodes = self._has_blank_nodes or has_blank_nodes(chunk)
        return chunk

    def _see(self, chunk: bytes) -> bytes:
        self._graphs.update(_GRAPH.findall(chunk))
        return self._spellings.see(chunk)


@contextmanager
def _parts(built: Built) -> Iterator[_Parts]:
    with ExitStack() as stack:
        yield _Parts(built, stack)
