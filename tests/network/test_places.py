"""The places of a picture's parts: edges as long as asked, boxes apart, lines beside each other."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from math import hypot

import networkx as nx
import pytest

from mfgraph.network import Projection
from mfgraph.network.boxes import Box, pack, separate
from mfgraph.network.stress import spread
from mfgraph.network.strokes import strokes

EXAMPLE = "https://example.org/"
BOX = Box(0.5, 0.5, 0.25, 0.25)


def test_nodes_stand_about_as_far_apart_as_the_network_says() -> None:
    ring = nx.cycle_graph([str(number) for number in range(8)])
    at = spread(ring)
    for one, other in ring.edges():
        long = hypot(at[one][0] - at[other][0], at[one][1] - at[other][1])
        assert long == pytest.approx(1, abs=0.35)


def test_a_node_alone_has_a_place() -> None:
    lonely: nx.Graph[str] = nx.Graph()
    lonely.add_node("a")
    assert set(spread(lonely)) == {"a"}


def test_no_box_covers_another_once_they_are_separated_and_packed() -> None:
    clubs = [nx.karate_club_graph(), nx.florentine_families_graph(), nx.path_graph(2)]
    graphs = [nx.relabel_nodes(g, {n: f"{c}-{n}" for n in g}) for c, g in enumerate(clubs)]
    boxes = {node: BOX for graph in graphs for node in graph}
    packed = pack([separate(spread(g), boxes) for g in graphs], boxes, least=0.0)
    assert len(packed.at) == 34 + 15 + 2
    for (one, (x1, y1)), (other, (x2, y2)) in combinations(packed.at.items(), 2):
        # Boxes of one size are apart if their middles are, one way or the other.
        assert abs(x1 - x2) > 1 - 1e-4 or abs(y1 - y2) > 0.5 - 1e-4, (one, other)
    for x, y in packed.at.values():
        assert 0.5 - 1e-6 <= x <= packed.width - 0.5 + 1e-6
        assert 0.25 - 1e-6 <= y <= packed.height - 0.25 + 1e-6


def test_parallel_edges_are_one_wider_line_and_an_arrow_only_where_directed(
    projected: Callable[["nx.Graph[str]"], Projection],
) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge(f"{EXAMPLE}a", f"{EXAMPLE}b", weight=3)
    graph.add_edge(f"{EXAMPLE}b", f"{EXAMPLE}c", weight=1)
    network = projected(graph)
    thick, thin = strokes(network, "en")
    assert (thick.source, thick.target) == (f"{EXAMPLE}a", f"{EXAMPLE}b")
    assert thick.width > thin.width
    assert not thick.has_arrow
    directed = replace(network, query=replace(network.query, is_directed=True))
    assert all(stroke.has_arrow for stroke in strokes(directed, "en"))


def test_edges_both_ways_are_bent_apart(
    projected: Callable[["nx.Graph[str]"], Projection],
) -> None:
    there = projected(nx.Graph([(f"{EXAMPLE}a", f"{EXAMPLE}b")]))
    back = replace(there.edges[0], iri="back", source=f"{EXAMPLE}b", target=f"{EXAMPLE}a")
    query = replace(there.query, is_directed=True)
    bends = [s.bend for s in strokes(replace(there, query=query, edges=(*there.edges, back)), "en")]
    assert sorted(map(bool, bends)) == [False, True]
