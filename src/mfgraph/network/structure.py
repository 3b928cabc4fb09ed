"""A network as a whole: how dense, in how many pieces, and what holds it together."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from statistics import StatisticsError, correlation
from types import MappingProxyType
from typing import Final, cast

import networkx as nx
from networkx.algorithms import bipartite

from mfgraph.network.affiliation import drawn_from
from mfgraph.network.chance import DRAWS, SEED, Chance, against, is_too_large
from mfgraph.network.communities import louvain, modularity
from mfgraph.network.projection import Projection

Cut = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Structure:
    """What is measured of a whole network, and the ties and nodes that it hangs on.

    `bridges` are ties, and `articulation` nodes, without which it falls into more pieces.
    `chance` holds each value that random networks with the same degrees may change.
    """

    values: Mapping[str, float]
    chance: Mapping[str, Chance]
    components: tuple[tuple[str, ...], ...]
    bridges: tuple[Cut, ...]
    articulation: tuple[str, ...]


def structure(projection: Projection, *, draws: int = DRAWS, seed: int = SEED) -> Structure:
    """The measures of a network as a whole.

    Raises:
        QueryError: the edges are of several kinds, which may not be added up.
    """
    graph = projection.collapsed()
    plain = nx.Graph(graph)
    pieces = sorted(nx.connected_components(plain), key=lambda piece: (-len(piece), min(piece)))
    compared = draws > 0 and graph.number_of_edges() > 0 and not is_too_large(graph)
    return Structure(
        values={**_fixed(graph), **_taken(graph)},
        chance=_chance(projection, draws=draws, seed=seed) if compared else {},
        components=tuple(tuple(sorted(piece)) for piece in pieces),
        bridges=tuple(sorted(_sorted(cast("Cut", bridge)) for bridge in nx.bridges(plain))),
        articulation=tuple(sorted(nx.articulation_points(plain))),
    )


def _chance(projection: Projection, *, draws: int, seed: int) -> dict[str, Chance]:
    drawn, form = drawn_from(projection)
    return against(drawn, lambda graph: _taken(form(graph)), draws=draws, seed=seed)


def degree_assortativity(graph: "nx.Graph[str]") -> float:
    """The correlation of the degrees at both ends of an edge (Newman 2002).

    Of a directed edge the degrees are the out-degree where it begins and the in-degree where
    it ends, as in [networkx](https://networkx.org/documentation/stable/reference/algorithms/generated/networkx.algorithms.assortativity.degree_assortativity_coefficient.html).

    Raises:
        StatisticsError: all ends have the same degree, or there are no two edges.
    """
    if isinstance(graph, nx.DiGraph):
        ends = [(graph.out_degree(a), graph.in_degree(b)) for a, b in graph.edges()]
    else:
        degrees = [(graph.degree(a), graph.degree(b)) for a, b in graph.edges()]
        ends = [*degrees, *((b, a) for a, b in degrees)]
    return correlation([a for a, _ in ends], [b for _, b in ends])


def _fixed(graph: "nx.Graph[str]") -> dict[str, float]:
    """What random networks with the same degrees keep."""
    sides = nx.get_node_attributes(graph, "bipartite")
    first = [node for node, side in sides.items() if side == 0]
    density = bipartite.density(graph, first) if sides else nx.density(graph)
    return {"nodes": len(graph), "edges": graph.number_of_edges(), "density": density}


def _taken(graph: "nx.Graph[str]") -> dict[str, float]:
    plain = nx.Graph(graph)
    found = {name: take(plain) for name, take in _WHOLE.items()}
    two_mode = bool(nx.get_node_attributes(graph, "bipartite"))
    closed = bipartite.robins_alexander_clustering if two_mode else nx.transitivity
    found["two-mode-closure" if two_mode else "transitivity"] = closed(plain)
    # Where all ends have the same degree there is nothing to correlate.
    with suppress(StatisticsError):
        found["assortativity"] = degree_assortativity(graph)
    return found


def _largest(graph: "nx.Graph[str]") -> float:
    pieces = list(nx.connected_components(graph))
    return max(map(len, pieces)) / len(graph) if pieces else 0.0


def _modularity(graph: "nx.Graph[str]") -> float:
    return modularity(graph, louvain(graph, SEED))


_WHOLE: Final[Mapping[str, Callable[["nx.Graph[str]"], float]]] = MappingProxyType(
    {
        "components": nx.number_connected_components,
        "largest-component": _largest,
        "bridges": lambda graph: sum(1 for _ in nx.bridges(graph)),
        "articulation": lambda graph: sum(1 for _ in nx.articulation_points(graph)),
        "largest-core": lambda graph: max(nx.core_number(graph).values(), default=0),
        "modularity": _modularity,
    }
)


def _sorted(pair: Cut) -> Cut:
    low, high = sorted(pair)
    return low, high
