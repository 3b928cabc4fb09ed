"""Every measure equals that of networkx on published graphs, taken there on the plain graph."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from networkx.algorithms import bipartite

from mfgraph.errors import QueryError, UsageError
from mfgraph.network import Edge, Projection, measure
from mfgraph.network.centrality import CENTRALITIES, fitting, values
from mfgraph.network.pagerank import pagerank

EXAMPLE = "https://example.org/"
Through = Callable[["nx.Graph[str]"], Projection]
Take = Callable[["nx.Graph[str]"], Any]


def _named(graph: "nx.Graph[str]") -> "nx.Graph[str]":
    return nx.relabel_nodes(graph, lambda node: f"{EXAMPLE}{node}".replace(" ", "-"))


GRAPHS = {
    "karate club": _named(nx.karate_club_graph()),
    "southern women": _named(nx.davis_southern_women_graph()),
    "florentine families": _named(nx.florentine_families_graph()),
}
WOMEN = [n for n, given in GRAPHS["southern women"].nodes(data=True) if given["bipartite"] == 0]
ANYWHERE: dict[str, Take] = {
    "degree": lambda graph: dict(graph.degree()),
    "strength": lambda graph: dict(graph.degree(weight="weight")),
    "betweenness": nx.betweenness_centrality,
    "closeness": nx.closeness_centrality,
    "eigenvector": nx.eigenvector_centrality_numpy,
    "pagerank": lambda graph: nx.pagerank(graph, tol=1e-14, max_iter=1000),
    "core": nx.core_number,
}
ONE_MODE: dict[str, Take] = {
    "clustering": nx.clustering,
    "constraint": nx.constraint,
    "effective-size": nx.effective_size,
}
TWO_MODE: dict[str, Take] = {
    "two-mode-degree": lambda graph: bipartite.degree_centrality(graph, WOMEN),
    "two-mode-betweenness": lambda graph: bipartite.betweenness_centrality(graph, WOMEN),
    "two-mode-closeness": lambda graph: bipartite.closeness_centrality(graph, WOMEN),
    "two-mode-clustering": bipartite.latapy_clustering,
    "redundancy": bipartite.node_redundancy,
}
DIRECTED = {"in-degree", "out-degree", "in-strength", "out-strength"}


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
@pytest.mark.parametrize("name", ANYWHERE)
def test_a_measure_equals_that_of_networkx(
    name: str, graph: "nx.Graph[str]", projected: Through
) -> None:
    assert values(projected(graph), name) == pytest.approx(ANYWHERE[name](graph), abs=1e-9)


@pytest.mark.parametrize("graph", ["karate club", "florentine families"])
@pytest.mark.parametrize("name", ONE_MODE)
def test_a_measure_of_one_mode_equals_that_of_networkx(
    name: str, graph: str, projected: Through
) -> None:
    found, plain = values(projected(GRAPHS[graph]), name), GRAPHS[graph]
    assert found == pytest.approx(ONE_MODE[name](plain), abs=1e-9)


@pytest.mark.parametrize("name", TWO_MODE)
def test_a_measure_of_two_modes_equals_that_of_networkx(name: str, projected: Through) -> None:
    women = GRAPHS["southern women"]
    assert values(projected(women), name) == pytest.approx(TWO_MODE[name](women), abs=1e-9)


def test_no_measure_is_left_uncompared() -> None:
    assert {*ANYWHERE, *ONE_MODE, *TWO_MODE, *DIRECTED} == set(CENTRALITIES)


def test_the_medici_have_their_published_betweenness(projected: Through) -> None:
    # Padgett and Ansell (1993): the Medici stand between more than half of the other families.
    found = values(projected(GRAPHS["florentine families"]), "betweenness")
    assert round(found[f"{EXAMPLE}Medici"], 3) == 0.522
    assert max(found, key=lambda family: found[family]) == f"{EXAMPLE}Medici"


def test_a_directed_network_has_measures_of_each_direction(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    loans = made(
        tie("A", "B", "d", weight=5.0),
        tie("A", "B", "d", iri="second", weight=2.0),
        tie("B", "C", "d"),
        is_directed=True,
    )
    assert fitting(loans)[:6] == (
        *("degree", "in-degree", "out-degree"),
        *("strength", "in-strength", "out-strength"),
    )
    ends = [f"{EXAMPLE}{name}" for name in "ABC"]
    expected = {"in-degree": (0, 1, 1), "out-degree": (1, 1, 0)}
    expected |= {"in-strength": (0, 7, 1), "out-strength": (7, 1, 0)}
    for name, numbers in expected.items():
        assert [values(loans, name)[end] for end in ends] == list(numbers)


def test_pagerank_leaves_a_dead_end_for_anywhere() -> None:
    graph = nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c")])
    assert pagerank(graph) == pytest.approx(nx.pagerank(graph, tol=1e-14, max_iter=1000), abs=1e-9)


def test_a_node_without_ties_has_no_constraint(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    renamed = made(tie("A", "A", "d"), tie("B", "C", "d"))
    assert values(renamed, "degree")[f"{EXAMPLE}A"] == 0
    assert f"{EXAMPLE}A" not in values(renamed, "constraint")
    found = measure(renamed, ["constraint"])
    assert found.rows("en")[0][-1] == ""


@pytest.mark.parametrize(
    ("graph", "name", "message"),
    [
        (
            "karate club",
            "pageranks",
            "no measure is called 'pageranks'; did you mean pagerank?",
        ),
        ("karate club", "redundancy", "its nodes are not of two sides"),
        ("karate club", "in-degree", "its edges have no direction"),
        ("southern women", "clustering", "no two nodes of one side are tied in it"),
    ],
)
def test_a_measure_without_meaning_is_refused(
    graph: str, name: str, message: str, projected: Through
) -> None:
    with pytest.raises(UsageError, match=message.replace("?", r"\?")):
        values(projected(GRAPHS[graph]), name)


def test_the_eigenvector_of_a_directed_network_is_refused(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    with pytest.raises(UsageError, match="its edges have a direction: take pagerank"):
        values(made(tie("A", "B", "d"), is_directed=True), "eigenvector")


def test_kinds_of_edge_are_never_measured_together(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    kinds = {"https://example.org/loan": {"en": "loan"}, "https://example.org/role": {"en": "role"}}
    mixed = made(*(tie("A", "B", "d", iri=kind, kind=kind) for kind in kinds), edges=kinds)
    with pytest.raises(QueryError, match="edges of 2 kinds cannot be merged"):
        values(mixed, "degree")
