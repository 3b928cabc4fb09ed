"""The places of a picture's parts: edges as long as asked, boxes apart, lines beside each other."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from math import hypot

import networkx as nx
import pytest

from mfgraph.network import Projection
from mfgraph.network.boxes import Box, pack, separate
from mfgraph.network.lettering import lettered
from mfgraph.network.sides import Sign, free_sides, settled_sides
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


def test_a_name_stands_where_no_edge_runs_behind_it() -> None:
    # Ties run down, to the left and to the right of the middle: only above it there is room.
    star = nx.Graph([("m", "down"), ("m", "left"), ("m", "right")])
    at = {"m": (0.0, 0.0), "down": (0.0, -5.0), "left": (-5.0, 0.0), "right": (5.0, 0.0)}
    signs = dict.fromkeys(star, Sign(lettered("a name", 9, 22), 0.1))
    side = free_sides(star, at, signs)
    assert side["m"] == (0, 1)
    assert (side["down"], side["left"], side["right"]) == ((0, -1),) * 3
    for node, place in at.items():
        ways = [(at[a], at[b]) for a, b in star.edges()]
        assert signs[node].behind(side[node], place, ways) == 0


def test_a_name_stays_below_its_node_where_all_sides_are_alike() -> None:
    lonely: nx.Graph[str] = nx.Graph()
    lonely.add_node("a")
    signs = {"a": Sign(lettered("a name", 9, 22), 0.1)}
    assert free_sides(lonely, {"a": (0.0, 0.0)}, signs) == {"a": (0, -1)}


def test_a_settled_name_takes_the_freer_side_only_if_nobody_stands_there() -> None:
    pair = nx.Graph([("a", "b")])
    signs = dict.fromkeys(pair, Sign(lettered("a name", 9, 22), 0.1))
    below = dict.fromkeys(pair, (0, -1))
    free = {"a": (0.0, 0.0), "b": (0.0, -5.0)}
    assert settled_sides(pair, free, signs, below)["a"] == (0, 1)
    lonely: nx.Graph[str] = nx.Graph(pair)
    lonely.add_node("c")
    near = free | {"c": (0.0, 0.4)}
    signs["c"] = signs["a"]
    assert settled_sides(lonely, near, signs, below | {"c": (0, 1)})["a"] != (0, 1)


def test_the_box_of_a_sign_holds_node_and_name_on_every_side() -> None:
    sign = Sign(lettered("Fondation Zakoura", 9, 10), 0.1)
    assert sign.letters.text == "Fondation\nZakoura"
    for side in ((0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, 1)):
        box = sign.box(side)
        assert min(box.left, box.right, box.bottom, box.top) >= 0.1
        x, y = sign.name(side, (0.0, 0.0)).at
        reach = (x + side[0] * sign.letters.width, y + side[1] * sign.letters.height)
        assert -box.left <= min(x, reach[0]) <= max(x, reach[0]) <= box.right
        assert -box.bottom <= min(y, reach[1]) <= max(y, reach[1]) <= box.top
