"""How long a network takes beyond the load: set at a time, edge by edge, and by hand.

    python benchmarks/network.py [WORKSPACE] [NETWORK] [LAYER] [ONE-MODE]

Each path projects the same ties of a built store, folds them onto one side if a kind of node is
named (`sources-claims claim facts` makes 100,000 edges of 10^6 triples), then takes PageRank,
components, communities and betweenness from 64 sources. Ours takes the engine that its size calls
for. The networkx path is `network.project` and networkx's own functions: the same query, and so
the same claims behind each tie. The path by hand is what one would write without mfgraph: a
SELECT of pairs, and networkx; it looks at no claim, and knows only the network `agents-events`.
Times are those of the processor, so that other work on the machine does not count, and with all
threads added; libraries are loaded before. Make a workspace of any size with `mfgraph generate`.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkit  # noqa: F401  (loaded before the watch begins)
import networkx as nx
import scipy.sparse  # noqa: F401  (see above)

from mfgraph.build import Built, load
from mfgraph.network import NetworkQuery, choose, project
from mfgraph.network.affiliation import kind_named
from mfgraph.network.affiliation import one_mode as folded_in_memory
from mfgraph.network.engines import SOURCES, engine, engine_for
from mfgraph.network.engines.base import Links
from mfgraph.network.tables import one_mode
from mfgraph.network.tables import project as tabulate
from mfgraph.workspace import Workspace

SEED = 7
PAIRS = Path(__file__).with_name("agents-and-events.rq")
USUAL = ("", "agents-events", "participation", "")


def main() -> None:
    """Print the time of each step on each path, and the ratios of the sums."""
    root, name, kind, onto = (*sys.argv[1:], *USUAL[len(sys.argv) - 1 :])
    built = load(Workspace.find(Path(root) if root else None))
    query = choose(built.workspace, name)
    layer = kind_named(query, kind, of="edges")
    ours = _ours(built, query, layer, onto)
    _networkx(built, query, layer, onto).tell_against(ours)
    if query.name == "agents-events" and not onto:
        _by_hand(built).tell_against(ours)


def _ours(built: Built, query: NetworkQuery, layer: str, onto: str) -> "_Watch":
    watch = _Watch("ours")
    found = watch.project(lambda: tabulate(built.store, query).layer(layer))
    if onto:
        found = watch.project(lambda: one_mode(found, query, [onto]), "folding")
    chosen = engine_for(found.edges.num_rows)
    opened = watch.take("build", lambda: engine(chosen, Links.of(found)))
    print(f"{found.nodes.num_rows} nodes, {found.edges.num_rows} edges: {chosen}")
    watch.take("pagerank", opened.pagerank)
    watch.take("components", opened.components)
    watch.take("communities", lambda: opened.communities(seed=SEED))
    watch.take("betweenness", lambda: opened.betweenness(sources=SOURCES, seed=SEED))
    return watch


def _networkx(built: Built, query: NetworkQuery, layer: str, onto: str) -> "_Watch":
    watch = _Watch("networkx")
    found = watch.project(lambda: project(built.store, query))
    alone = found.kept(edge for edge in found.edges if edge.kind == layer)
    if onto:
        alone = watch.project(lambda: folded_in_memory(alone, [onto]), "folding")
    _measured(watch, watch.take("build", alone.collapsed))
    return watch


def _by_hand(built: Built) -> "_Watch":
    watch = _Watch("by hand")
    text = PAIRS.read_text(encoding="utf-8")
    pairs = watch.project(
        lambda: [(str(row["event"]), str(row["agent"])) for row in built.store.select(text)]
    )
    _measured(watch, watch.take("build", lambda: nx.Graph(pairs)))
    return watch


def _measured(watch: "_Watch", graph: "nx.Graph[Any]") -> None:
    plain: nx.Graph[Any] = nx.Graph(graph)
    watch.take("pagerank", lambda: nx.pagerank(graph))
    watch.take("components", lambda: list(nx.connected_components(plain)))
    watch.take("communities", lambda: nx.community.louvain_communities(plain, seed=SEED))
    sources = min(SOURCES, len(graph))
    watch.take("betweenness", lambda: nx.betweenness_centrality(graph, sources, seed=SEED))


class _Watch:
    """The processor time of each step, printed, and of all: of projecting and of measuring."""

    def __init__(self, name: str) -> None:
        self.name, self.projecting, self.measuring = name, 0.0, 0.0

    def project(self, work: Callable[[], Any], step: str = "projection") -> Any:
        found, taken = self._timed(step, work)
        self.projecting += taken
        return found

    def take(self, step: str, work: Callable[[], Any]) -> Any:
        found, taken = self._timed(step, work)
        self.measuring += taken
        return found

    def tell_against(self, ours: "_Watch") -> None:
        whole, other = (each.projecting + each.measuring for each in (self, ours))
        measures = self.measuring / ours.measuring
        print(f"{self.name:9} {whole / other:.2f} × of {other:.2f} s; measures {measures:.2f} ×")

    def _timed(self, step: str, work: Callable[[], Any]) -> tuple[Any, float]:
        begin = time.process_time()
        found = work()
        taken = time.process_time() - begin
        print(f"{self.name:9} {step:12} {taken:8.3f} s", flush=True)
        return found, taken


if __name__ == "__main__":
    main()
