"""Measures of a node: what can be taken of which network, by [networkx](https://networkx.org/documentation/stable/reference/algorithms/index.html).

All are taken on the network with parallel edges merged: two roles in one organization are one
neighbor. Only `strength` and `pagerank` look at weights.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, cast

import networkx as nx
from networkx.algorithms import bipartite

from mfgraph.errors import UsageError
from mfgraph.network.eigenvector import eigenvector
from mfgraph.network.header import nearest
from mfgraph.network.pagerank import pagerank
from mfgraph.network.projection import Projection

_Needs = Literal["anything", "directed", "undirected", "one-mode", "two-mode"]


@dataclass(frozen=True, slots=True)
class Centrality:
    """A measure of every node of a graph, and the networks in which it means something.

    `is_compared` is not said of degrees, which the random graphs of `chance` keep by
    construction, nor of sums of weights, which they do not draw.
    """

    take: Callable[["nx.Graph[str]"], Mapping[str, float]]
    needs: _Needs = "anything"
    is_compared: bool = True


def _degree(graph: "nx.Graph[str]") -> Mapping[str, float]:
    return dict(graph.degree())


def _strength(graph: "nx.Graph[str]") -> Mapping[str, float]:
    return dict(graph.degree(weight="weight"))


def _directed(name: str, *, weighted: bool) -> Callable[["nx.Graph[str]"], Mapping[str, float]]:
    def take(graph: "nx.Graph[str]") -> Mapping[str, float]:
        view = getattr(nx.DiGraph(graph), name)
        return dict(view(weight="weight") if weighted else view())

    return take


def _core(graph: "nx.Graph[str]") -> Mapping[str, float]:
    return nx.core_number(nx.Graph(graph))


def _clustering(graph: "nx.Graph[str]") -> Mapping[str, float]:
    plain = nx.Graph(graph)
    # Asked of all nodes it answers by node.
    return dict(cast("Mapping[str, float]", nx.clustering(plain)))


def _constraint(graph: "nx.Graph[str]") -> Mapping[str, float]:
    # A node without ties has no holes around it: networkx says nan, we say nothing.
    found = nx.constraint(nx.Graph(graph))
    return {node: value for node, value in found.items() if graph.degree(node)}


def _effective_size(graph: "nx.Graph[str]") -> Mapping[str, float]:
    found = nx.effective_size(nx.Graph(graph))
    return {node: value for node, value in found.items() if graph.degree(node)}


def first_side(graph: "nx.Graph[str]") -> list[str]:
    """The nodes of a two-mode graph at which edges begin."""
    return [node for node, side in nx.get_node_attributes(graph, "bipartite").items() if not side]


def _two_mode(
    take: Callable[["nx.Graph[str]", list[str]], Mapping[str, float]],
) -> Callable[["nx.Graph[str]"], Mapping[str, float]]:
    return lambda graph: take(graph, first_side(graph))


def _redundancy(graph: "nx.Graph[str]") -> Mapping[str, float]:
    # Of a node with one neighbor there is no pair that could do without it.
    several = [node for node, degree in graph.degree() if degree > 1]
    return bipartite.node_redundancy(graph, several) if several else {}


CENTRALITIES: Final[Mapping[str, Centrality]] = MappingProxyType(
    {
        "degree": Centrality(_degree, is_compared=False),
        "in-degree": Centrality(
            _directed("in_degree", weighted=False), "directed", is_compared=False
        ),
        "out-degree": Centrality(
            _directed("out_degree", weighted=False), "directed", is_compared=False
        ),
        "strength": Centrality(_strength, is_compared=False),
        "in-strength": Centrality(
            _directed("in_degree", weighted=True), "directed", is_compared=False
        ),
        "out-strength": Centrality(
            _directed("out_degree", weighted=True), "directed", is_compared=False
        ),
        "betweenness": Centrality(nx.betweenness_centrality),
        "closeness": Centrality(nx.closeness_centrality),
        "eigenvector": Centrality(eigenvector, "undirected"),
        "pagerank": Centrality(pagerank),
        "core": Centrality(_core),
        "clustering": Centrality(_clustering, "one-mode"),
        "constraint": Centrality(_constraint, "one-mode"),
        "effective-size": Centrality(_effective_size, "one-mode"),
        "two-mode-degree": Centrality(
            _two_mode(bipartite.degree_centrality), "two-mode", is_compared=False
        ),
        "two-mode-betweenness": Centrality(_two_mode(bipartite.betweenness_centrality), "two-mode"),
        "two-mode-closeness": Centrality(_two_mode(bipartite.closeness_centrality), "two-mode"),
        "two-mode-clustering": Centrality(bipartite.clustering, "two-mode"),
        "redundancy": Centrality(_redundancy, "two-mode"),
    }
)
_OTHERWISE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "directed": "its edges have no direction: take degree or strength",
        "undirected": "its edges have a direction: take pagerank",
        "one-mode": "no two nodes of one side are tied in it: take a two-mode measure, or --one-mode",
        "two-mode": "its nodes are not of two sides",
    }
)


def fitting(projection: Projection) -> tuple[str, ...]:
    """The measures that mean something in a network."""
    return tuple(name for name, c in CENTRALITIES.items() if _fits(c, projection))


def centrality(projection: Projection, name: str) -> Centrality:
    """The measure of that name, if it means something in a network.

    Raises:
        UsageError: no measure has that name, or it has no meaning here; the message says why.
    """
    if name not in CENTRALITIES:
        raise UsageError(f"no measure is called {name!r}", hint=nearest(name, CENTRALITIES))
    found = CENTRALITIES[name]
    if not _fits(found, projection):
        raise UsageError(
            f"{name} has no meaning in {projection.name}", hint=_OTHERWISE[found.needs]
        )
    return found


def values(projection: Projection, name: str) -> Mapping[str, float]:
    """A measure of every node that has one, by the node's IRI.

    Raises:
        UsageError: no measure has that name, or it has no meaning in this network.
        QueryError: the edges are of several kinds, which no measure may add up.
    """
    return centrality(projection, name).take(projection.collapsed())


def _fits(found: Centrality, projection: Projection) -> bool:
    directed, two_mode = projection.query.is_directed, projection.is_two_mode
    return {
        "anything": True,
        "directed": directed,
        "undirected": not directed,
        "one-mode": directed or not two_mode,
        "two-mode": two_mode and not directed,
    }[found.needs]
