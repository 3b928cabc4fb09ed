"""Both engines give what networkx gives on published graphs, on a directed one and on ours."""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import networkx as nx
import pyarrow as pa
import pytest

from mfgraph.build import Built
from mfgraph.errors import QueryError, UsageError
from mfgraph.network import choose
from mfgraph.network.communities import louvain, modularity
from mfgraph.network.engines import ENGINES, LARGE, engine, engine_for
from mfgraph.network.engines.base import Engine, Links
from mfgraph.network.engines.measured import MEASURES, measured
from mfgraph.network.tables import Tables, project

Tabled = Callable[["nx.Graph[Any]"], Tables]
# Dead ends, nodes without ties and pairs tied both ways are all in it.
DIRECTED = nx.gnp_random_graph(60, 0.03, seed=1, directed=True)
GRAPHS: dict[str, "nx.Graph[Any]"] = {
    "karate club": nx.karate_club_graph(),
    "southern women": nx.convert_node_labels_to_integers(nx.davis_southern_women_graph()),
    "florentine families": nx.convert_node_labels_to_integers(nx.florentine_families_graph()),
    "directed": DIRECTED,
}
published = pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
by_both = pytest.mark.parametrize("name", ENGINES)


def _open(name: str, tables: Tables) -> Engine:
    return engine(name, Links.of(tables))


def _groups(column: pa.Array) -> list[set[int]]:
    groups: dict[int, set[int]] = {}
    for node, group in enumerate(column.to_pylist()):
        groups.setdefault(group, set()).add(node)
    assert all(first == min(group) for first, group in groups.items())
    return list(groups.values())


@by_both
@published
def test_measures_equal_those_of_networkx(
    name: str, graph: "nx.Graph[Any]", tabled: Tabled
) -> None:
    found = _open(name, tabled(graph))
    plain: nx.Graph[int] = nx.Graph(graph)
    ranks: dict[int, float] = nx.pagerank(graph, tol=1e-14, max_iter=1000)
    expected = {node: min(group) for group in nx.connected_components(plain) for node in group}
    assert dict(enumerate(found.degree().to_pylist())) == dict(graph.degree())
    assert dict(enumerate(found.triangles().to_pylist())) == nx.triangles(plain)
    assert dict(enumerate(found.components().to_pylist())) == expected
    assert dict(enumerate(found.pagerank().to_pylist())) == pytest.approx(ranks, abs=1e-9)


@by_both
@published
def test_betweenness_from_every_node_is_exact(
    name: str, graph: "nx.Graph[Any]", tabled: Tabled
) -> None:
    found = _open(name, tabled(graph)).betweenness(sources=1000, seed=1)
    exact: dict[int, float] = nx.betweenness_centrality(graph)
    assert dict(enumerate(found.values.to_pylist())) == pytest.approx(exact, abs=1e-9)
    assert (found.sources, found.bound, max(found.errors.to_pylist())) == (len(graph), 0.0, 0.0)


@published
def test_networkx_needs_no_scipy(
    graph: "nx.Graph[Any]", tabled: Tabled, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = _open("networkx", tabled(graph))
    other, ranks = opened.betweenness(sources=9, seed=3), opened.pagerank().to_pylist()
    monkeypatch.setitem(sys.modules, "scipy", None)
    one = opened.betweenness(sources=9, seed=3)
    assert opened.pagerank().to_pylist() == pytest.approx(ranks, abs=1e-12)
    assert one.values.to_pylist() == pytest.approx(other.values.to_pylist(), abs=1e-9)
    assert one.errors.to_pylist() == pytest.approx(other.errors.to_pylist(), abs=1e-9)
    assert (one.sources, one.bound) == (other.sources, other.bound)


def test_without_nodes_there_is_nothing_to_measure() -> None:
    ends = {name: pa.array([], pa.int32()) for name in ("source", "target")}
    none = Links(0, is_directed=False, table=pa.table({**ends, "weight": pa.array([], "double")}))
    for name in ENGINES:
        found = engine(name, none).betweenness(sources=9, seed=3)
        assert (found.sources, len(found.values), len(found.errors)) == (0, 0, 0)


def test_a_sample_is_within_its_stated_error(tabled: Tabled) -> None:
    graph = nx.barabasi_albert_graph(400, 3, seed=5)
    exact: dict[int, float] = nx.betweenness_centrality(graph)
    opened = _open("networkit", tabled(graph))
    for seed in range(5):
        found = opened.betweenness(sources=64, seed=seed)
        off = [abs(v - exact[node]) for node, v in enumerate(found.values.to_pylist())]
        assert max(off) < found.bound
        # The central nodes: of those near zero few sources tell anything, and errors are too low.
        central = sorted(exact, key=lambda node: -exact[node])[:20]
        errors = found.errors.to_pylist()
        assert sum(off[node] <= 3 * errors[node] for node in central) >= 18


@published
@pytest.mark.parametrize("seed", [1, 7])
def test_communities_are_no_worse_than_those_of_networkx(
    seed: int, graph: "nx.Graph[Any]", tabled: Tabled
) -> None:
    links = Links.of(tabled(graph)).undirected()
    plain: nx.Graph[Any] = nx.Graph()
    plain.add_nodes_from(range(len(graph)))
    columns = (links.table[name].to_pylist() for name in ("source", "target", "weight"))
    plain.add_weighted_edges_from(zip(*columns, strict=True))
    groups = _groups(engine("networkit", links).communities(seed=seed))
    ours = nx.community.modularity(plain, groups)
    assert ours >= modularity(plain, louvain(plain, seed)) - 1e-9


SCRIPT = """
import networkx as nx, pyarrow as pa
from mfgraph.network.engines import engine
from mfgraph.network.engines.base import Links
graph = nx.barabasi_albert_graph(300, 2, seed=1)
pairs = sorted(graph.edges())
columns = {"source": [a for a, _ in pairs], "target": [b for _, b in pairs]}
links = Links(300, False, pa.table({**columns, "weight": [1.0] * len(pairs)}))
print(engine("networkit", links).communities(seed=7).to_pylist())
"""


def test_communities_do_not_depend_on_the_process() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads},
        ).stdout
        for seed, threads in (("1", "1"), ("2", "2"))
    }
    assert len(found) == 1
    assert found != {b""}


def test_both_engines_agree_on_our_networks(seed_built: Built) -> None:
    whole = project(seed_built.store, choose(seed_built.workspace, "ties"))
    layers = [layer for _, layer in whole.layers()]
    assert len(layers) >= 2
    names = [name for name in MEASURES if name != "community"]
    for layer in layers:
        one, other = (measured(layer, names, by=name, sources=5) for name in ENGINES)
        for name in names:
            values = one.columns[name].to_pylist()
            assert values == pytest.approx(other.columns[name].to_pylist(), abs=1e-9)


def test_the_size_chooses_the_engine() -> None:
    assert (engine_for(LARGE - 1), engine_for(LARGE)) == ("networkx", "networkit")


def test_kinds_of_edge_are_never_added_up(seed_built: Built) -> None:
    whole = project(seed_built.store, choose(seed_built.workspace, "ties"))
    with pytest.raises(QueryError, match=r"edges of \d kinds cannot be merged"):
        Links.of(whole)


def test_what_is_not_known_is_refused(tabled: Tabled) -> None:
    club = tabled(GRAPHS["karate club"])
    with pytest.raises(UsageError, match=r"no engine is called 'networks'; did you mean networkx"):
        measured(club, by="networks")
    with pytest.raises(UsageError, match=r"no measure called 'rank'; did you mean pagerank\?"):
        measured(club, ["rank"])


def test_a_missing_library_is_one_line() -> None:
    script = "import sys; sys.modules['networkit'] = None\nimport mfgraph.network.engines.compiled"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert "is not installed; run: pip install 'mfgraph[large]'" in done.stderr.splitlines()[-1]
