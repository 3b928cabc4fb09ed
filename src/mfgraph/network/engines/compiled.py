"""The engine for large networks: networkit, which is compiled. Needs the extra `large`.

It works in one thread, in which the same seed gives the same communities.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import pyarrow as pa

from mfgraph.errors import UsageError
from mfgraph.network.engines.base import Links, Sampled

try:
    import networkit as nk
    import numpy as np
    from numpy.typing import NDArray

    from mfgraph.network.engines.brandes import betweenness
except ImportError as error:
    raise UsageError(
        "the engine networkit, for networks of 100,000 edges and more, is not installed",
        hint="run: pip install 'mfgraph[large]'",
    ) from error

_DAMPING: Final = 0.85
_CLOSE: Final = 1e-13
# Partitions drawn of a small network, of which the best is kept; a large one is drawn once.
_MOST_DRAWS: Final = 20
_EDGES_DRAWN: Final = 200_000
# Its seeds are whole numbers of 64 bits, without a sign.
_SEEDS: Final = 2**64


class Compiled:
    """A network in [networkit](https://networkit.github.io/dev-docs/python_api/modules.html)."""

    name = "networkit"

    def __init__(self, links: Links) -> None:
        self._links, self._plain_links = links, links.undirected()
        self._graph = _graph(links)
        self._plain = _graph(self._plain_links) if links.is_directed else self._graph

    def degree(self) -> pa.Array:
        """How many neighbors each node has."""
        ends = np.concatenate([_column(self._links, name) for name in ("source", "target")])
        return pa.array(np.bincount(ends, minlength=self._links.size), pa.int64())

    def pagerank(self) -> pa.Array:
        """The share of time a random walk spends at each node; what is stuck begins anywhere."""
        sinks = nk.centrality.SinkHandling.DistributeSinks
        found = nk.centrality.PageRank(self._graph, _DAMPING, _CLOSE, distributeSinks=sinks)
        with _one_thread():
            return pa.array(found.run().scores(), pa.float64())

    def components(self) -> pa.Array:
        """The smallest number in each node's component."""
        found = nk.components.ConnectedComponents(self._plain).run()
        return _first(found.getPartition())

    def triangles(self) -> pa.Array:
        """How many pairs of each node's neighbors are tied."""
        found = nk.centrality.LocalClusteringCoefficient(self._plain, turbo=True).run()
        ends = [_column(self._plain_links, name) for name in ("source", "target")]
        degree = np.bincount(np.concatenate(ends), minlength=self._links.size)
        pairs = degree * (degree - 1) // 2
        return pa.array(np.rint(np.asarray(found.scores()) * pairs), pa.int64())

    def communities(self, *, seed: int) -> pa.Array:
        """The smallest number in each node's community: the best of some Louvain and Leiden runs."""
        edges = max(self._plain_links.table.num_rows, 1)
        draws = max(1, min(_MOST_DRAWS, _EDGES_DRAWN // edges))
        quality = nk.community.Modularity()
        with _one_thread():
            nk.setSeed(seed % _SEEDS, False)  # noqa: FBT003  (networkit's own form)
            makers: list[Callable[[], Any]] = [self._leiden, self._louvain][: max(1, draws)]
            found = [maker().run().getPartition() for _ in range(draws) for maker in makers]
            return _first(max(found, key=lambda each: quality.getQuality(each, self._plain)))

    def betweenness(self, *, sources: int, seed: int) -> Sampled:
        """The share of shortest paths through each node, from a sample of sources."""
        return betweenness(self._links, self._links.sample(sources, seed))

    def _leiden(self) -> Any:
        return nk.community.ParallelLeiden(self._plain, True, 5)  # noqa: FBT003  (see above)

    def _louvain(self) -> Any:
        return nk.community.PLM(self._plain, True, par="none randomized")  # noqa: FBT003  (see above)


def _graph(links: Links) -> Any:
    ends = tuple(_column(links, name).astype(np.uint64) for name in ("source", "target"))
    given = (_column(links, "weight"), ends)
    return nk.GraphFromCoo(given, n=links.size, weighted=True, directed=links.is_directed)


def _column(links: Links, name: str) -> NDArray[Any]:
    return np.asarray(links.table[name])


def _first(partition: Any) -> pa.Array:
    found = np.asarray(partition.getVector())
    _, first, group = np.unique(found, return_index=True, return_inverse=True)
    return pa.array(first[group], pa.int64())


@contextmanager
def _one_thread() -> Iterator[None]:
    before = nk.getMaxNumberOfThreads()
    nk.setNumberOfThreads(1)
    try:
        yield
    finally:
        nk.setNumberOfThreads(before)
