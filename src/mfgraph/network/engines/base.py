"""What every engine can measure, and the merged network it is given."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Final, Protocol, Self

import pyarrow as pa
import pyarrow.compute as pc

from mfgraph.errors import QueryError
from mfgraph.network.tables import Tables

CONFIDENCE: Final = 0.95
_ENDS: Final = ("source", "target")


@dataclass(frozen=True, slots=True)
class Links:
    """A network with parallel edges merged, its nodes being the numbers below `size`.

    Weights are added. A tie of a node with itself ties nobody and is left out. Without
    direction each pair stands once, the smaller number first.
    """

    size: int
    is_directed: bool
    table: pa.Table

    @classmethod
    def of(cls, tables: Tables) -> Self:
        """The merged network of some tables.

        Raises:
            QueryError: the edges are of several kinds; their weights must not be added.
        """
        kinds = sorted(tables.edges["kind"].unique().to_pylist())
        if len(kinds) > 1:
            raise QueryError(
                f"edges of {len(kinds)} kinds cannot be merged: {', '.join(kinds)}",
                where=tables.name,
                hint="take one kind at a time",
            )
        edges = tables.edges.select([*_ENDS, "weight"])
        merged = _merged(edges, is_directed=tables.is_directed)
        return cls(tables.nodes.num_rows, tables.is_directed, merged)

    def undirected(self) -> Self:
        """The network without direction: what passes both ways is added."""
        if not self.is_directed:
            return self
        return type(self)(
            self.size, is_directed=False, table=_merged(self.table, is_directed=False)
        )

    def sample(self, sources: int, seed: int) -> Sequence[int]:
        """So many nodes, or all if there are fewer, drawn by the seed and in order."""
        drawn = random.Random(seed)  # noqa: S311  (for drawing nodes, not for secrets)
        return sorted(drawn.sample(range(self.size), min(sources, self.size)))


@dataclass(frozen=True, slots=True)
class Sampled:
    """Betweenness estimated from some nodes as sources, and how far it may be off.

    `values` are on the scale of networkx (normalized), `errors` the standard error of each.
    With a probability of `CONFIDENCE` no value at all is off by more than `bound`, whatever the
    network looks like ([Hoeffding 1963](https://doi.org/10.1080/01621459.1963.10500830), theorem
    1 and section 6); it is 0 where every node was a source.
    """

    values: pa.Array
    errors: pa.Array
    sources: int
    bound: float


def bound(size: int, sources: int) -> float:
    """How far the worst of `size` means of `sources` draws may be off.

    >>> round(bound(1000, 64), 3), bound(64, 64)
    (0.288, 0.0)
    """
    if sources >= size:
        return 0.0
    return size / (size - 1) * sqrt(log(2 * size / (1 - CONFIDENCE)) / (2 * sources))


class Engine(Protocol):
    """A network in the hands of a library: a column of one value a node for each measure."""

    @property
    def name(self) -> str:
        """The name of the library."""
        ...

    def degree(self) -> pa.Array:
        """How many neighbors each node has; with direction, those before and those after."""
        ...

    def pagerank(self) -> pa.Array:
        """The share of time a random walk with damping 0.85 spends at each node."""
        ...

    def components(self) -> pa.Array:
        """The smallest number in each node's component, whatever the direction."""
        ...

    def triangles(self) -> pa.Array:
        """How many pairs of each node's neighbors are tied, whatever the direction."""
        ...

    def communities(self, *, seed: int) -> pa.Array:
        """The smallest number in each node's community; the same for the same seed."""
        ...

    def betweenness(self, *, sources: int, seed: int) -> Sampled:
        """The share of shortest paths through each node, from a sample of sources."""
        ...


def _merged(edges: pa.Table, *, is_directed: bool) -> pa.Table:
    source, target = (edges[name] for name in _ENDS)
    if not is_directed:
        low, high = pc.min_element_wise(source, target), pc.max_element_wise(source, target)
        edges = pa.table({"source": low, "target": high, "weight": edges["weight"]})
    kept = edges.filter(pc.not_equal(edges["source"], edges["target"]))
    # In one thread: weights are added in the order of the edges, and so to the last digit.
    found = kept.group_by(list(_ENDS), use_threads=False).aggregate([("weight", "sum")])
    in_order = found.sort_by([(name, "ascending") for name in _ENDS])
    return in_order.rename_columns([*_ENDS, "weight"]).combine_chunks()
