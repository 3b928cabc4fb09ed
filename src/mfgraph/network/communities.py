"""Communities of a network: groups tied more within than without, by the Louvain method."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from statistics import fmean
from typing import Final

import networkx as nx

from mfgraph.network.chance import SEED
from mfgraph.network.projection import Projection

# With how many other seeds the groups are drawn again.
_OTHER_SEEDS: Final = 20

Groups = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Communities:
    """Groups of nodes, the largest first, and how sure they are.

    `agreement` is the mean adjusted Rand index (Hubert and Arabie 1985) of the groups drawn
    with other seeds, 1 where they are always the same and 0 where only chance agrees.
    """

    groups: Groups
    modularity: float
    agreement: float
    seed: int

    def of(self, node: str) -> int:
        """The number of a node's group, from 1."""
        return next(number for number, group in enumerate(self.groups, 1) if node in group)


def communities(projection: Projection, *, seed: int = SEED) -> Communities:
    """The communities of a network: the same each time for the same seed.

    [Louvain](https://networkx.org/documentation/stable/reference/algorithms/generated/networkx.algorithms.community.louvain.louvain_communities.html)
    moves nodes between groups in an order drawn from the seed. Weights count, direction does
    not; sides of a two-mode network are not told apart.

    Raises:
        QueryError: the edges are of several kinds, which may not be added up.
    """
    graph = undirected(projection)
    groups = louvain(graph, seed)
    others = [louvain(graph, seed + number) for number in range(1, _OTHER_SEEDS + 1)]
    return Communities(
        groups=groups,
        modularity=modularity(graph, groups),
        agreement=fmean(adjusted_rand(groups, other) for other in others),
        seed=seed,
    )


def undirected(projection: Projection) -> "nx.Graph[str]":
    """The merged network without direction: what passes both ways is added."""
    graph = projection.collapsed()
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(graph.nodes(data=True))
    for one, other, given in graph.edges(data=True):
        before = plain.get_edge_data(one, other, {"weight": 0.0})["weight"]
        plain.add_edge(one, other, weight=before + given["weight"])
    return plain


def louvain(graph: "nx.Graph[str]", seed: int) -> Groups:
    """The groups of one run, the largest first, then by their first node."""
    # Numbers instead of IRIs: a set of texts has another order in each process.
    order = sorted(graph)
    number = {node: at for at, node in enumerate(order)}
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(order)))
    for one, other, given in sorted(graph.edges(data=True), key=lambda tie: (tie[0], tie[1])):
        plain.add_edge(number[one], number[other], weight=given.get("weight", 1.0))
    found = nx.community.louvain_communities(plain, seed=seed) if order else []
    groups = [frozenset(order[at] for at in group) for group in found]
    return tuple(sorted(groups, key=lambda group: (-len(group), min(group))))


def modularity(graph: "nx.Graph[str]", groups: Groups) -> float:
    """The share of ties within groups beyond what degrees alone give; 0 where there is no tie."""
    if not graph.number_of_edges():
        return 0.0
    return nx.community.modularity(graph, [set(group) for group in groups])


def adjusted_rand(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> float:
    """How far two groupings of the same nodes agree beyond chance.

    >>> adjusted_rand([frozenset("ab"), frozenset("cd")], [frozenset("ba"), frozenset("dc")])
    1.0
    """
    together = sum(comb(len(a & b), 2) for a in one for b in other)
    in_one, in_other = (sum(comb(len(g), 2) for g in groups) for groups in (one, other))
    pairs = comb(sum(map(len, one)), 2)
    expected = in_one * in_other / pairs if pairs else 0.0
    most = (in_one + in_other) / 2
    return (together - expected) / (most - expected) if most != expected else 1.0
