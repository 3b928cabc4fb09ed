"""Places for the nodes of one connected network, as far apart as they are by its edges.

Stress is lowered pair by pair in a seeded order, as in Zheng, Pawar and Goodman,
[Graph Drawing by Stochastic Gradient Descent](https://arxiv.org/abs/1710.04626), 2.1–2.3: plain
arithmetic, so that a seed gives the same places on every machine.
"""

from collections.abc import Sequence
from itertools import combinations
from math import exp, hypot, log
from random import Random
from typing import Final

import networkx as nx

Place = tuple[float, float]

_ROUNDS: Final = 40
_LAST_STEP: Final = 0.05
_SEED: Final = 7


def spread(graph: "nx.Graph[str]") -> dict[str, Place]:
    """The place of each node of a connected graph, an edge being about 1 long.

    >>> line = nx.Graph([("a", "b"), ("b", "c")])
    >>> at = spread(line)
    >>> abs(hypot(at["a"][0] - at["c"][0], at["a"][1] - at["c"][1]) - 2) < 0.05
    True
    """
    nodes = sorted(graph)
    # Where nodes start and in which order pairs are moved is chance, and no secret.
    chance = Random(_SEED)  # noqa: S311
    at = [[chance.random() * len(nodes) ** 0.5, chance.random() * len(nodes) ** 0.5] for _ in nodes]
    pairs = _distances(graph, nodes)
    for step in _steps(pairs):
        chance.shuffle(pairs)
        for one, other, distance in pairs:
            _move(at[one], at[other], distance, step)
    return {node: (x, y) for node, (x, y) in zip(nodes, at, strict=True)}


def _distances(graph: "nx.Graph[str]", nodes: Sequence[str]) -> list[tuple[int, int, int]]:
    known = dict(nx.all_pairs_shortest_path_length(graph))
    return [
        (one, other, known[nodes[one]][nodes[other]])
        for one, other in combinations(range(len(nodes)), 2)
    ]


def _steps(pairs: Sequence[tuple[int, int, int]]) -> list[float]:
    longest = max((distance for *_, distance in pairs), default=1)
    fall = log(longest**2 / _LAST_STEP) / (_ROUNDS - 1)
    return [longest**2 * exp(-fall * number) for number in range(_ROUNDS)]


def _move(one: list[float], other: list[float], distance: int, step: float) -> None:
    x, y = one[0] - other[0], one[1] - other[1]
    now = hypot(x, y) or 1e-9
    pull = min(step / distance**2, 1.0) * (now - distance) / 2 / now
    one[0] -= pull * x
    one[1] -= pull * y
    other[0] += pull * x
    other[1] += pull * y
