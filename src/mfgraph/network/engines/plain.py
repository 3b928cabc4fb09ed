"""The engine for small networks: networkx, and scipy beneath it where that is installed.

Without scipy the numbers are the same to rounding, and take ten times as long.
"""

from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from math import sqrt
from statistics import fmean, stdev
from typing import Any, cast

import networkx as nx
import pyarrow as pa

from mfgraph.network.communities import louvain
from mfgraph.network.engines.base import Links, Sampled, bound
from mfgraph.network.pagerank import CLOSE, DAMPING, MOST_STEPS, pagerank


class Plain:
    """A network in [networkx](https://networkx.org/documentation/stable/)."""

    name = "networkx"

    def __init__(self, links: Links) -> None:
        self._links = links
        self._graph = _graph(links)
        self._plain = _graph(links.undirected())

    def degree(self) -> pa.Array:
        """How many neighbors each node has."""
        return self._column(dict(self._graph.degree()), pa.int64())

    def pagerank(self) -> pa.Array:
        """The share of time a random walk spends at each node."""
        if not _has_scipy():
            return self._column(pagerank(self._graph), pa.float64())
        found = nx.pagerank(self._graph, DAMPING, max_iter=MOST_STEPS, tol=CLOSE)
        return self._column(found, pa.float64())

    def components(self) -> pa.Array:
        """The smallest number in each node's component."""
        return self._groups(nx.connected_components(self._plain))

    def triangles(self) -> pa.Array:
        """How many pairs of each node's neighbors are tied."""
        return self._column(cast("dict[Any, int]", nx.triangles(self._plain)), pa.int64())

    def communities(self, *, seed: int) -> pa.Array:
        """The smallest number in each node's community, by the Louvain method."""
        return self._groups(louvain(self._plain, seed))

    def betweenness(self, *, sources: int, seed: int) -> Sampled:
        """The share of shortest paths through each node, from a sample of sources."""
        drawn = self._links.sample(sources, seed)
        if not _has_scipy():
            return self._one_by_one(drawn)
        from mfgraph.network.engines.brandes import betweenness  # noqa: PLC0415  (see above)

        return betweenness(self._links, drawn)

    def _one_by_one(self, drawn: Sequence[int]) -> Sampled:
        size = self._links.size
        found = [self._from(source) for source in drawn]
        means = [fmean(each) for each in zip(*found, strict=True)]
        few = len(drawn) < 2  # noqa: PLR2004  (one draw has no spread)
        spread = [0.0 if few else stdev(each) for each in zip(*found, strict=True)]
        rest = sqrt((1 - len(drawn) / size) / len(drawn)) if size else 0.0
        errors = pa.array([each * rest for each in spread], pa.float64())
        return Sampled(pa.array(means, pa.float64()), errors, len(drawn), bound(size, len(drawn)))

    def _from(self, source: int) -> list[float]:
        size = self._links.size
        found = nx.betweenness_centrality_subset(self._graph, [source], list(self._graph))
        # Without direction networkx halves what it counts of one source.
        times = 1 if self._links.is_directed else 2
        scale = times * size / max((size - 1) * (size - 2), 1)
        return [found[node] * scale for node in range(size)]

    def _column(self, found: Mapping[Any, float], kind: pa.DataType) -> pa.Array:
        return pa.array([found[node] for node in range(self._links.size)], kind)

    def _groups(self, groups: Iterable[Iterable[Any]]) -> pa.Array:
        sets = map(set, groups)
        first = {node: least for group in sets for least in (min(group),) for node in group}
        return self._column(first, pa.int64())


def _has_scipy() -> bool:
    return find_spec("scipy") is not None


def _graph(links: Links) -> "nx.Graph[Any]":
    graph: nx.Graph[Any] = nx.DiGraph() if links.is_directed else nx.Graph()
    graph.add_nodes_from(range(links.size))
    columns = (links.table[name].to_pylist() for name in ("source", "target", "weight"))
    graph.add_weighted_edges_from(zip(*columns, strict=True))
    return graph
