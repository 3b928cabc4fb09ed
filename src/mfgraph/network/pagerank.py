"""PageRank without numpy: the same numbers as networkx, which needs scipy for them."""

from collections.abc import Mapping
from typing import Final

import networkx as nx

DAMPING: Final = 0.85
CLOSE: Final = 1e-13
MOST_STEPS: Final = 1000


def pagerank(graph: "nx.Graph[str]") -> dict[str, float]:
    """The share of time that a random walk spends at each node.

    At each step the walk follows an edge, the heavier the likelier, or with a chance of 0.15,
    and wherever no edge leads on, begins again anywhere. Defined by Page and others (1999), as
    in [networkx](https://networkx.org/documentation/stable/reference/algorithms/generated/networkx.algorithms.link_analysis.pagerank_alg.pagerank.html).

    >>> {node: round(share, 3) for node, share in pagerank(nx.path_graph("abc")).items()}
    {'a': 0.257, 'b': 0.486, 'c': 0.257}
    """
    size = len(graph)
    steps = _steps(graph)
    rank = dict.fromkeys(graph, 1 / size) if size else {}
    for _ in range(MOST_STEPS):
        before, rank = rank, _step(rank, steps)
        if sum(abs(rank[node] - before[node]) for node in rank) < size * CLOSE:
            break
    return rank


def _steps(graph: "nx.Graph[str]") -> Mapping[str, Mapping[str, float]]:
    """The chance of each step from each node that has one."""
    found = {}
    for node, ties in graph.adjacency():
        total = sum(given.get("weight", 1.0) for given in ties.values())
        if total:
            found[node] = {n: given.get("weight", 1.0) / total for n, given in ties.items()}
    return found


def _step(rank: Mapping[str, float], steps: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    stuck = sum(share for node, share in rank.items() if node not in steps)
    anew = (1 - DAMPING + DAMPING * stuck) / len(rank)
    after = dict.fromkeys(rank, anew)
    for node, ties in steps.items():
        for neighbor, chance in ties.items():
            after[neighbor] += DAMPING * rank[node] * chance
    return after
