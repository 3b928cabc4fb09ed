"""Random networks keep every degree, side and direction, and chance is counted from them."""

from collections.abc import Callable
from random import Random

import networkx as nx
import pytest

from mfgraph.network import Projection, measure
from mfgraph.network.chance import against, rewired

EXAMPLE = "https://example.org/"
Through = Callable[["nx.Graph[str]"], Projection]


def _club() -> "nx.Graph[str]":
    club: nx.Graph[str] = nx.karate_club_graph()
    return nx.relabel_nodes(club, lambda node: f"{EXAMPLE}{node}")


def _pairs(graph: "nx.Graph[str]") -> set[frozenset[str]]:
    return {frozenset(edge) for edge in graph.edges()}


def test_every_node_keeps_its_degree_and_the_ties_change() -> None:
    club = _club()
    drawn = rewired(club, Random(1))  # noqa: S311  (for drawing graphs)
    assert dict(drawn.degree()) == dict(club.degree())
    assert not list(nx.selfloop_edges(drawn))
    assert len(_pairs(club) & _pairs(drawn)) < 60  # of 78


def test_the_two_sides_of_a_network_stay_apart() -> None:
    women: nx.Graph[str] = nx.davis_southern_women_graph()
    drawn = rewired(women, Random(1))  # noqa: S311  (for drawing graphs)
    sides = nx.get_node_attributes(women, "bipartite")
    assert nx.get_node_attributes(drawn, "bipartite") == sides
    assert all(sides[one] != sides[other] for one, other in drawn.edges())
    assert dict(drawn.degree()) == dict(women.degree())


def test_every_node_keeps_its_degree_in_each_direction() -> None:
    graph: nx.DiGraph[int] = nx.gnp_random_graph(30, 0.2, seed=1, directed=True)
    named = nx.relabel_nodes(graph, str)
    drawn = rewired(named, Random(1))  # noqa: S311  (for drawing graphs)
    assert isinstance(drawn, nx.DiGraph)
    assert dict(drawn.in_degree()) == dict(named.in_degree())
    assert dict(drawn.out_degree()) == dict(named.out_degree())
    assert set(drawn.edges()) != set(named.edges())


def test_the_same_seed_draws_the_same_networks() -> None:
    found = [against(_club(), nx.betweenness_centrality, draws=5, seed=3) for _ in range(2)]
    assert found[0] == found[1]
    assert found[0] != against(_club(), nx.betweenness_centrality, draws=5, seed=4)


def test_a_star_can_be_drawn_in_one_way_only() -> None:
    star = nx.relabel_nodes(nx.star_graph(5), str)
    found = against(star, nx.betweenness_centrality, draws=10)
    # All draws are the star itself: nothing stands out from chance.
    assert (found["0"].mean, found["0"].z, found["0"].share) == (1.0, None, 1.0)


def test_z_and_share_are_counted_from_the_draws() -> None:
    drawn = iter([4.0, 1.0, 2.0, 3.0, 4.0])
    # The observed value first, then four draws: mean 2.5, deviation the root of 1.25.
    found = against(_club(), lambda _: {"all": next(drawn)}, draws=4)["all"]
    assert found.mean == 2.5
    assert found.z == pytest.approx(1.5 / 1.25**0.5)
    assert found.share == 0.25


def test_degrees_are_not_compared_with_networks_that_keep_them(projected: Through) -> None:
    found = measure(projected(_club()), ["degree", "betweenness"], draws=20)
    assert found.columns("en") == ("Node", "Kind", "Degree", "Betweenness", "z", "chance")
    assert "20 random networks" in " ".join(found.notes("en"))
    officer = next(row for row in found.rows("en") if row[0].endswith("/33"))
    assert officer[2] == "17"
    assert 0.0 <= float(officer[-1]) <= 1.0


def test_a_network_too_small_to_rank_is_not_compared(seed_events: Projection) -> None:
    found = measure(seed_events, draws=None)
    assert found.columns("en") == ("Node", "Kind", "Degree", "Betweenness")
    assert not any("random networks" in note for note in found.notes("en"))


def test_a_large_network_says_that_it_was_not_compared(projected: Through) -> None:
    wide: nx.Graph[str] = nx.relabel_nodes(nx.gnm_random_graph(400, 500, seed=1), str)
    found = measure(
        projected(nx.relabel_nodes(wide, lambda n: f"{EXAMPLE}{n}")), ["closeness"], draws=None
    )
    assert any("too large" in note for note in found.notes("en"))
