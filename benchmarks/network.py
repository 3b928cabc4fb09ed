"""How long a network takes beyond the load: set at a time, edge by edge, and by hand.

    python benchmarks/network.py [WORKSPACE] [NETWORK] [LAYER]

Each path projects the same ties of a built store, then takes PageRank, components, communities
and betweenness from 64 sources. Ours takes the engine that its size calls for. The networkx path
is `network.project` and networkx's own functions: the same query, and so the same claims behind
each tie. The path by hand is what one would write without mfgraph: a SELECT of pairs, and
networkx; it looks at no claim, and knows only the network `agents-events`. Times are those of
the processor, so that other work on the machine does not count, and with all threads added.
Make a workspace of any size with `mfgraph generate`.
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
from mfgraph.network.engines import SOURCES, engine, engine_for
from mfgraph.network.engines.base import Links
from mfgraph.network.tables import project as tabulate
from mfgraph.workspace import Workspace

SEED = 7
PAIRS = Path(__file__).with_name("agents-and-events.rq")


def main() -> None:
    """Print the time of each step on both paths, and the ratio of the sums."""
    root, name, kind = (*sys.argv[1:], *("", "agents-events", "participation")[len(sys.argv) - 1 :])
    built = load(Workspace.find(Path(root) if root else None))
    query = choose(built.workspace, name)
    layer = kind_named(query, kind, of="edges")
    ours = _ours(built, query, layer)
    print(f"networkx  {_networkx(built, query, layer) / ours:.2f} ×")
    if query.name == "agents-events":
        print(f"by hand   {_by_hand(built) / ours:.2f} ×")


def _ours(built: Built, query: NetworkQuery, layer: str) -> float:
    watch = _Watch("ours")
    found = watch.take("projection", lambda: tabulate(built.store, query).layer(layer))
    chosen = engine_for(found.edges.num_rows)
    opened = watch.take("build", lambda: engine(chosen, Links.of(found)))
    print(f"{found.nodes.num_rows} nodes, {found.edges.num_rows} edges: {chosen}")
    watch.take("pagerank", opened.pagerank)
    watch.take("components", opened.components)
    watch.take("communities", lambda: opened.communities(seed=SEED))
    watch.take("betweenness", lambda: opened.betweenness(sources=SOURCES, seed=SEED))
    return watch.total


def _networkx(built: Built, query: NetworkQuery, layer: str) -> float:
    watch = _Watch("networkx")
    found = watch.take("projection", lambda: project(built.store, query))
    alone = found.kept(edge for edge in found.edges if edge.kind == layer)
    _measured(watch, watch.take("build", alone.collapsed))
    return watch.total


def _by_hand(built: Built) -> float:
    watch = _Watch("by hand")
    text = PAIRS.read_text(encoding="utf-8")
    pairs = watch.take(
        "projection",
        lambda: [(str(row["event"]), str(row["agent"])) for row in built.store.select(text)],
    )
    _measured(watch, watch.take("build", lambda: nx.Graph(pairs)))
    return watch.total


def _measured(watch: "_Watch", graph: "nx.Graph[Any]") -> None:
    plain: nx.Graph[Any] = nx.Graph(graph)
    watch.take("pagerank", lambda: nx.pagerank(graph))
    watch.take("components", lambda: list(nx.connected_components(plain)))
    watch.take("communities", lambda: nx.community.louvain_communities(plain, seed=SEED))
    sources = min(SOURCES, len(graph))
    watch.take("betweenness", lambda: nx.betweenness_centrality(graph, sources, seed=SEED))


class _Watch:
    """The processor time of each step, printed, and of all."""

    def __init__(self, name: str) -> None:
        self.name, self.total = name, 0.0

    def take(self, step: str, work: Callable[[], Any]) -> Any:
        begin = time.process_time()
        found = work()
        taken = time.process_time() - begin
        self.total += taken
        print(f"{self.name:9} {step:12} {taken:8.3f} s", flush=True)
        return found


if __name__ == "__main__":
    main()
