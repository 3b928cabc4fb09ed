"""Every measure of the sector's networks equals that of networkx on the graph of their edges."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import networkx as nx
import pytest
from networkx.algorithms import bipartite

from mfgraph.build import Built
from mfgraph.network import Projection, choose, project
from mfgraph.network.centrality import CENTRALITIES, fitting, values
from mfgraph.network.communities import communities
from mfgraph.network.structure import structure

NAMES = (
    *("officials-organizations", "agents-events", "organizations-events", "speakers-topics"),
    *("partnerships", "funding", "affiliations", "lineage"),
)
Take = Callable[[Any, list[str]], Any]


def _of_the_largest(graph: "nx.Graph[str]") -> Mapping[str, float]:
    pieces = sorted(nx.connected_components(graph), key=len)
    return nx.eigenvector_centrality_numpy(graph.subgraph(pieces[-1]))


def _tied(found: Mapping[str, float], graph: "nx.Graph[str]") -> dict[str, float]:
    return {node: value for node, value in found.items() if graph.degree(node)}


TAKEN: dict[str, Take] = {
    "degree": lambda g, _: dict(g.degree()),
    "strength": lambda g, _: dict(g.degree(weight="weight")),
    "in-degree": lambda g, _: dict(g.in_degree()),
    "out-degree": lambda g, _: dict(g.out_degree()),
    "in-strength": lambda g, _: dict(g.in_degree(weight="weight")),
    "out-strength": lambda g, _: dict(g.out_degree(weight="weight")),
    "betweenness": lambda g, _: nx.betweenness_centrality(g),
    "closeness": lambda g, _: nx.closeness_centrality(g),
    "eigenvector": lambda g, _: _of_the_largest(g),
    "pagerank": lambda g, _: nx.pagerank(g, tol=1e-14, max_iter=1000),
    "core": lambda g, _: nx.core_number(nx.Graph(g)),
    "clustering": lambda g, _: nx.clustering(nx.Graph(g)),
    "constraint": lambda g, _: _tied(nx.constraint(nx.Graph(g)), g),
    "effective-size": lambda g, _: _tied(nx.effective_size(nx.Graph(g)), g),
    "two-mode-degree": bipartite.degree_centrality,
    "two-mode-betweenness": bipartite.betweenness_centrality,
    "two-mode-closeness": bipartite.closeness_centrality,
    "two-mode-clustering": lambda g, _: bipartite.latapy_clustering(g),
    "redundancy": lambda g, _: bipartite.node_redundancy(g, [n for n in g if g.degree(n) > 1]),
}


def _plain(network: Projection) -> "nx.Graph[str]":
    """The graph as a user of networkx would make it of the list of edges."""
    graph: nx.Graph[str] = nx.DiGraph() if network.query.is_directed else nx.Graph()
    graph.add_nodes_from(node.iri for node in network.nodes)
    for edge in network.edges:
        if edge.source != edge.target:
            before = graph.get_edge_data(edge.source, edge.target, {}).get("weight", 0)
            graph.add_edge(edge.source, edge.target, weight=before + edge.weight)
    return graph


@pytest.fixture(scope="module")
def layers(built: Built) -> list[Projection]:
    networks = [project(built.store, choose(built.workspace, name)) for name in NAMES]
    return [layer for network in networks for layer in network.layers]


def test_every_measure_of_every_layer_equals_that_of_networkx(layers: list[Projection]) -> None:
    taken: dict[str, int] = dict.fromkeys(TAKEN, 0)
    for layer in layers:
        graph, sides = _plain(layer), sorted({edge.source for edge in layer.edges})
        assert {"degree", "betweenness", "pagerank"} <= set(fitting(layer))
        for name in fitting(layer):
            expected = TAKEN[name](graph, sides)
            assert values(layer, name) == pytest.approx(expected, abs=1e-9), (layer.name, name)
            taken[name] += 1
    assert set(taken) == set(CENTRALITIES)
    assert min(taken.values()) >= 4
    assert len(layers) >= 15


def test_the_structure_of_every_layer_equals_that_of_networkx(layers: list[Projection]) -> None:
    compared = 0
    for layer in layers:
        graph, found = _plain(layer), structure(layer, draws=0)
        plain = nx.Graph(graph)
        whole: dict[str, Any] = {
            "components": nx.number_connected_components(plain),
            "bridges": len(list(nx.bridges(plain))),
            "articulation": len(set(nx.articulation_points(plain))),
            "largest-core": max(nx.core_number(plain).values()),
        }
        if "assortativity" in found.values:
            whole["assortativity"] = nx.degree_assortativity_coefficient(graph)
            compared += 1
        if "transitivity" in found.values:
            whole["transitivity"] = nx.transitivity(plain)
        if "two-mode-closure" in found.values:
            whole["two-mode-closure"] = bipartite.robins_alexander_clustering(plain)
        shown = {name: found.values[name] for name in whole}
        assert shown == pytest.approx(whole, abs=1e-9), layer.query.title
        assert {frozenset(b) for b in found.bridges} == {frozenset(b) for b in nx.bridges(plain)}
        assert set(found.articulation) == set(nx.articulation_points(plain))
    assert compared >= 8


def test_communities_depend_on_the_seed_alone(layers: list[Projection]) -> None:
    for layer in layers[:2]:
        turned = replace(layer, edges=layer.edges[::-1], nodes=layer.nodes[::-1])
        assert communities(layer, seed=3).groups == communities(turned, seed=3).groups


def test_communities_are_told_the_same_in_every_process() -> None:
    command = [sys.executable, "-m", "mfgraph", "network", "officials-organizations"]
    told = {
        subprocess.run(
            [*command, "--communities", "--seed", "3"],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
