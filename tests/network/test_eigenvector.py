"""Eigenvector centrality where it is not one number: networks in pieces, and of two sides."""

from collections.abc import Callable

import networkx as nx
import pytest

from mfgraph.network import Edge, Projection, measure
from mfgraph.network.chance import against
from mfgraph.network.eigenvector import eigenvector, largest_piece

EXAMPLE = "https://example.org/"


def test_a_star_comes_to_rest_though_its_matrix_has_two_largest_eigenvalues() -> None:
    # Of length 1, the middle √3 times a point: 3a² + (√3a)² = 1, so a = 1/√6.
    found = eigenvector(nx.Graph([("m", "a"), ("m", "b"), ("m", "c")]))
    assert found == pytest.approx({"m": 0.5**0.5, **dict.fromkeys("abc", 6**-0.5)}, abs=1e-9)


def test_only_the_largest_piece_has_values() -> None:
    # The triangle is denser, the path is larger.
    triangle, path = nx.complete_graph(["x", "y", "z"]), nx.path_graph("abcde")
    found = eigenvector(nx.union(triangle, path))
    assert found == pytest.approx(nx.eigenvector_centrality_numpy(path), abs=1e-9)


def test_of_pieces_as_large_the_one_with_more_ties_is_measured_then_the_first_by_name() -> None:
    pairs = [("d", "e"), ("e", "f"), ("a", "b"), ("b", "c")]
    assert largest_piece(nx.Graph(pairs)) == {"a", "b", "c"}
    assert largest_piece(nx.Graph([*pairs, ("d", "f")])) == {"d", "e", "f"}


def test_without_ties_nobody_has_a_value() -> None:
    lonely: nx.Graph[str] = nx.Graph()
    lonely.add_nodes_from("ab")
    assert eigenvector(lonely) == {}
    assert eigenvector(nx.Graph()) == {}


def test_outside_the_largest_piece_of_a_random_network_chance_gives_nothing() -> None:
    # Two pieces, whose ends are exchanged: some nodes are now within, now without.
    found = against(
        nx.Graph([(a, b) for a, b in ("ab", "bc", "cd", "de", "xy", "yz")]), eigenvector, draws=20
    )
    assert set(found) == set("abcde")
    assert all(0 <= each.mean < 1 for each in found.values())


def test_a_node_outside_the_largest_piece_is_left_blank(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    found = measure(made(*(tie(*pair, "d") for pair in ("aX", "bX", "cY"))), ["eigenvector"])
    cells = {row[0].removeprefix(EXAMPLE): row[-1] for row in found.rows("en")}
    assert cells == {"a": "0.5", "b": "0.5", "X": "0.7071", "c": "", "Y": ""}
