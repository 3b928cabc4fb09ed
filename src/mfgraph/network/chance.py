"""A network beside random ones with the same degrees: what would chance alone give?

A body with many ties stands between others for that alone. Random networks in which every node
keeps its number of ties say how much of a measure that explains.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from statistics import fmean, pstdev
from typing import Final

import networkx as nx

SEED: Final = 7
DRAWS: Final = 100
# Exchanges for each edge; ten are enough for the ends to forget one another (Milo and others 2003).
_EXCHANGES: Final = 10
_NOISE: Final = 1e-9
# Beyond so many nodes times edges, a hundred networks take minutes.
_MOST_WORK: Final = 150_000


@dataclass(frozen=True, slots=True)
class Chance:
    """What random networks with the same degrees give for one value.

    `z` is how many standard deviations the value lies above their mean, or nothing where they
    do not differ; `share` is the share of them whose value is at least as high.
    """

    mean: float
    z: float | None
    share: float


def rewired(graph: "nx.Graph[str]", random: Random) -> "nx.Graph[str]":
    """A random graph in which each node keeps its degree, and its side or direction.

    Two edges exchange their ends again and again, unless that would tie a node to itself or
    tie two nodes twice. Each weight goes with the edge from whose node it starts.
    """
    pairs = [_directed(graph, *edge) for edge in sorted(graph.edges())]
    weights = [graph.edges[pair].get("weight", 1) for pair in pairs]
    taken = _Taken(graph.is_directed(), set())
    taken.pairs.update(taken.key(pair) for pair in pairs)
    # In a graph with sides every edge runs from the first to the second.
    turns = not graph.is_directed() and not nx.get_node_attributes(graph, "bipartite")
    for _ in range(_EXCHANGES * len(pairs)):
        _exchange(pairs, taken, random, turns=turns)
    drawn = graph.__class__()
    drawn.add_nodes_from(graph.nodes(data=True))
    drawn.add_weighted_edges_from((a, b, w) for (a, b), w in zip(pairs, weights, strict=True))
    return drawn


def against(
    graph: "nx.Graph[str]",
    take: Callable[["nx.Graph[str]"], Mapping[str, float]],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> dict[str, Chance]:
    """Each value of a measure beside those that random graphs with the same degrees give.

    A node that has no value in one of them, such as outside its largest piece, has 0 there.
    """
    random = Random(seed)  # noqa: S311  (for drawing graphs, not for secrets)
    observed = take(graph)
    drawn = [take(rewired(graph, random)) for _ in range(draws)]
    return {
        name: _chance(value, [each.get(name, 0.0) for each in drawn])
        for name, value in observed.items()
    }


def is_too_large(graph: "nx.Graph[str]") -> bool:
    """Whether comparing a graph with chance takes longer than a reader waits."""
    return len(graph) * graph.number_of_edges() > _MOST_WORK


def _chance(value: float, drawn: list[float]) -> Chance:
    mean, deviation = fmean(drawn), pstdev(drawn)
    z = (value - mean) / deviation if deviation > _NOISE else None
    return Chance(mean, z, sum(each >= value - _NOISE for each in drawn) / len(drawn))


@dataclass(frozen=True, slots=True)
class _Taken:
    """The pairs of nodes that are tied."""

    is_directed: bool
    pairs: set[tuple[str, str]]

    def key(self, pair: tuple[str, str]) -> tuple[str, str]:
        return pair if self.is_directed or pair[0] <= pair[1] else (pair[1], pair[0])

    def allows(self, pair: tuple[str, str]) -> bool:
        return pair[0] != pair[1] and self.key(pair) not in self.pairs


def _directed(graph: "nx.Graph[str]", one: str, other: str) -> tuple[str, str]:
    begins = graph.nodes[one].get("bipartite", 0) == 0
    return (one, other) if begins else (other, one)


def _exchange(pairs: list[tuple[str, str]], taken: _Taken, random: Random, *, turns: bool) -> None:
    if len(pairs) < 2:  # noqa: PLR2004  (two edges exchange their ends)
        return
    here, there = random.sample(range(len(pairs)), 2)
    (a, b), (c, d) = pairs[here], pairs[there]
    if turns and random.random() < 0.5:  # noqa: PLR2004  (either end may be exchanged)
        c, d = d, c
    if (a, d) == (c, b) or not taken.allows((a, d)) or not taken.allows((c, b)):
        return
    taken.pairs.difference_update({taken.key(pairs[here]), taken.key(pairs[there])})
    taken.pairs.update({taken.key((a, d)), taken.key((c, b))})
    pairs[here], pairs[there] = (a, d), (c, b)
