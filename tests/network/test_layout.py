"""Where nodes stand: the same place each time, in columns while they are few."""

from collections.abc import Callable

import networkx as nx

from mfgraph.network import Projection
from mfgraph.network.layout import place

EXAMPLE = "https://example.org/"


def test_the_places_of_a_large_network_are_the_same_each_time(
    projected: Callable[["nx.Graph[str]"], Projection],
) -> None:
    club = projected(nx.relabel_nodes(nx.karate_club_graph(), lambda n: f"{EXAMPLE}{n}"))
    assert place(club) == place(club)


def test_a_small_network_stands_in_two_columns_without_crossings(
    seed_officials: Projection,
) -> None:
    places = place(seed_officials)
    assert len({x for x, _ in places.at.values()}) == 2
    assert len(seed_officials.edges) == 2
    for edge in seed_officials.edges:
        assert places.at[edge.source][1] == places.at[edge.target][1]


def test_the_names_of_many_edges_are_left_out(
    seed_officials: Projection, projected: Callable[["nx.Graph[str]"], Projection]
) -> None:
    club = projected(nx.relabel_nodes(nx.karate_club_graph(), lambda n: f"{EXAMPLE}{n}"))
    assert place(seed_officials).along == 0.5
    assert place(club).along is None
