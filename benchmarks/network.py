"""How long a network takes beyond the load: set at a time and compiled, beside networkx.

    python benchmarks/network.py [WORKSPACE] [NETWORK] [LAYER]

Both paths project the same network of a built store, then take PageRank, components,
communities and betweenness from 64 sources; the networkx path is `network.project` and
networkx's own functions. Make a workspace of any size with `mfgraph generate`.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

from mfgraph.build import Built, load
from mfgraph.network import NetworkQuery, choose, project
from mfgraph.network.affiliation import kind_named
from mfgraph.network.engines import SOURCES, engine
from mfgraph.network.engines.base import Links
from mfgraph.network.tables import project as tabulate
from mfgraph.workspace import Workspace

SEED = 7


def main() -> None:
    """Print the time of each step on both paths, and the ratio of the sums."""
    root, name, kind = (*sys.argv[1:], *("", "agents-events", "participation")[len(sys.argv) - 1 :])
    built = load(Workspace.find(Path(root) if root else None))
    query = choose(built.workspace, name)
    whole = project(built.store, query)
    layer = kind_named(whole, kind, of="edges")
    totals = [_ours(built, query, layer), _networkx(built, query, layer)]
    print(f"ratio {totals[1] / totals[0]:.1f} ×")


def _ours(built: Built, query: NetworkQuery, layer: str) -> float:
    watch = _Watch("ours")
    found = watch.take("projection", lambda: tabulate(built.store, query).layer(layer))
    opened = watch.take("build", lambda: engine("networkit", Links.of(found)))
    print(f"{found.nodes.num_rows} nodes, {found.edges.num_rows} edges")
    watch.take("pagerank", opened.pagerank)
    watch.take("components", opened.components)
    watch.take("communities", lambda: opened.communities(seed=SEED))
    watch.take("betweenness", lambda: opened.betweenness(sources=SOURCES, seed=SEED))
    return watch.total


def _networkx(built: Built, query: NetworkQuery, layer: str) -> float:
    watch = _Watch("networkx")
    found = watch.take("projection", lambda: project(built.store, query))
    alone = found.kept(edge for edge in found.edges if edge.kind == layer)
    graph = watch.take("build", alone.collapsed)
    plain = nx.Graph(graph)
    watch.take("pagerank", lambda: nx.pagerank(graph))
    watch.take("components", lambda: list(nx.connected_components(plain)))
    watch.take("communities", lambda: nx.community.louvain_communities(plain, seed=SEED))
    sources = min(SOURCES, len(graph))
    watch.take("betweenness", lambda: nx.betweenness_centrality(graph, sources, seed=SEED))
    return watch.total


class _Watch:
    """The time of each step, printed, and of all."""

    def __init__(self, name: str) -> None:
        self.name, self.total = name, 0.0

    def take(self, step: str, work: Callable[[], Any]) -> Any:
        begin = time.perf_counter()
        found = work()
        taken = time.perf_counter() - begin
        self.total += taken
        print(f"{self.name:9} {step:12} {taken:8.3f} s", flush=True)
        return found


if __name__ == "__main__":
    main()
