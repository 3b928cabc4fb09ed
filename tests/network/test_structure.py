"""The network as a whole: published values, and what a reader can see in a small drawing."""

from collections.abc import Callable

import networkx as nx
import pytest
from networkx.algorithms import bipartite

from mfgraph.network import Edge, Projection
from mfgraph.network.structure import structure
from mfgraph.network.told import tell_structure

EXAMPLE = "https://example.org/"
Through = Callable[["nx.Graph[str]"], Projection]


def _named(graph: "nx.Graph[str]") -> "nx.Graph[str]":
    return nx.relabel_nodes(graph, lambda node: f"{EXAMPLE}{node}".replace(" ", "-"))


@pytest.fixture
def barbell(made: Callable[..., Projection], tie: Callable[..., Edge]) -> Projection:
    """Two triangles, A B C and D E F, joined by the one tie C–D; and G–H apart."""
    pairs = ("AB", "BC", "AC", "CD", "DE", "EF", "DF", "GH")
    return made(*(tie(*pair, "d") for pair in pairs))


def _short(names: tuple[str, ...]) -> str:
    return "".join(name.removeprefix(EXAMPLE) for name in names)


def test_the_bridge_and_the_nodes_that_hold_a_network_together(barbell: Projection) -> None:
    found = structure(barbell, draws=0)
    assert [_short(bridge) for bridge in found.bridges] == ["CD", "GH"]
    assert _short(found.articulation) == "CD"
    assert [_short(piece) for piece in found.components] == ["ABCDEF", "GH"]
    assert found.values["components"] == 2
    assert found.values["largest-component"] == 6 / 8
    assert found.values["largest-core"] == 2
    # Two triangles of three corners; of two ties in a row there are 3 each in them, and at C
    # and at D two more: 6 of 10 are closed.
    assert found.values["transitivity"] == pytest.approx(6 / 10)


def test_the_karate_club_has_its_published_values(projected: Through) -> None:
    found = structure(projected(_named(nx.karate_club_graph())), draws=0).values
    assert (found["nodes"], found["edges"]) == (34, 78)
    assert round(found["transitivity"], 4) == 0.2557
    assert round(found["assortativity"], 4) == -0.4756
    assert round(found["density"], 4) == 0.1390


@pytest.mark.parametrize(
    "graph",
    [nx.karate_club_graph(), nx.florentine_families_graph(), nx.davis_southern_women_graph()],
    ids=["karate club", "florentine families", "southern women"],
)
def test_values_equal_those_of_networkx(graph: "nx.Graph[str]", projected: Through) -> None:
    found = structure(projected(_named(graph)), draws=0)
    plain = _named(graph)
    assert found.values["assortativity"] == pytest.approx(
        nx.degree_assortativity_coefficient(plain), abs=1e-9
    )
    assert {frozenset(b) for b in found.bridges} == {frozenset(b) for b in nx.bridges(plain)}
    assert set(found.articulation) == set(nx.articulation_points(plain))
    assert found.values["components"] == nx.number_connected_components(plain)


def test_the_southern_women_are_measured_as_two_sides(projected: Through) -> None:
    women = _named(nx.davis_southern_women_graph())
    first = [node for node in women if women.nodes[node]["bipartite"] == 0]
    found = structure(projected(women), draws=0).values
    assert found["density"] == pytest.approx(bipartite.density(women, first), abs=1e-9)
    closure = bipartite.robins_alexander_clustering(women)
    assert found["two-mode-closure"] == pytest.approx(closure, abs=1e-9)
    assert "transitivity" not in found


def test_the_assortativity_of_directed_ties_equals_that_of_networkx(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    pairs = ("AB", "AC", "BC", "CD", "DA", "EB", "EA")
    loans = made(*(tie(*pair, "d") for pair in pairs), is_directed=True)
    expected = nx.degree_assortativity_coefficient(
        nx.DiGraph([(pair[0], pair[1]) for pair in pairs])
    )
    assert structure(loans, draws=0).values["assortativity"] == pytest.approx(expected, abs=1e-9)


def test_a_ring_has_no_assortativity(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    ring = made(*(tie(*pair, "d") for pair in ("AB", "BC", "CD", "AD")))
    assert "assortativity" not in structure(ring, draws=0).values


def test_what_chance_keeps_is_not_compared(projected: Through) -> None:
    found = structure(projected(_named(nx.karate_club_graph())), draws=10)
    assert not {"nodes", "edges", "density"} & set(found.chance)
    # The club has fallen into two factions: its modularity is beyond that of chance.
    assert found.chance["modularity"].share == 0.0


def test_bridges_and_articulation_points_are_named(barbell: Projection) -> None:
    told = "\n".join(tell_structure(barbell, structure(barbell, draws=0), "en"))
    assert "Bridge: https://example.org/C – https://example.org/D" in told
    assert "Articulation point: https://example.org/C" in told
    assert "Edges (parallel ones merged)" in told
    assert "(nodes: 8, edges: 8)" in told
