"""Eigenvector centrality of the largest piece of a network: those have it whose neighbors have it.

Over the whole of a network in pieces it is not one number: all but the densest piece come out as
zero, and between pieces nearly as dense the iteration does not settle. So it is taken of the
largest piece, and the nodes of the others have none.
"""

from collections.abc import Mapping
from typing import Final

import networkx as nx

from mfgraph.errors import QueryError

# Weakly tied networks come to rest slowly.
_MOST_STEPS: Final = 20_000
_CLOSE: Final = 1e-14


def eigenvector(graph: "nx.Graph[str]") -> Mapping[str, float]:
    """The principal eigenvector of the largest piece, of length 1, by node.

    [networkx](https://networkx.org/documentation/stable/reference/algorithms/generated/networkx.algorithms.centrality.eigenvector_centrality.html)
    iterates with the adjacency matrix plus the identity: so a network of two sides, whose
    matrix has the eigenvalue −λ beside λ, comes to rest too.

    Raises:
        QueryError: the iteration did not come to rest.

    >>> star = nx.Graph([("a", "b"), ("a", "c"), ("d", "e")])
    >>> {node: round(value, 3) for node, value in eigenvector(star).items()}
    {'a': 0.707, 'b': 0.5, 'c': 0.5}
    """
    piece = graph.subgraph(largest_piece(graph))
    if not piece.number_of_edges():
        return {}
    try:
        found = nx.eigenvector_centrality(piece, max_iter=_MOST_STEPS, tol=_CLOSE)
    except nx.PowerIterationFailedConvergence as error:
        raise QueryError(
            f"the eigenvector centrality did not come to rest in {_MOST_STEPS} steps",
            hint="take pagerank",
        ) from error
    return {node: found[node] for node in graph if node in found}


def largest_piece(graph: "nx.Graph[str]") -> set[str]:
    """The nodes of the largest piece: of equally many nodes, that with the most ties, then by name."""
    pieces = nx.connected_components(graph)
    return min(
        pieces,
        key=lambda piece: (-len(piece), -graph.subgraph(piece).number_of_edges(), min(piece)),
        default=set(),
    )
