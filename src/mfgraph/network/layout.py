"""Where the nodes of a picture stand: in two columns while they are few, else by forces.

Lengths are in inches, from the lower left corner of the picture.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

import networkx as nx

from mfgraph.errors import ExportError
from mfgraph.network.projection import Projection

WIDTH: Final = 13.0
_COLUMNS: Final = (4.2, 8.8)
_ROW: Final = 1.35
_TOP, _BOTTOM, _SIDE = 1.6, 1.7, 1.2
_MOST_IN_COLUMN: Final = 12
_MOST_EDGE_LABELS: Final = 12
_MOST_NODES: Final = 300
_SEED: Final = 7

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Places:
    """The height of a picture, and where each node, its name and the edges' names stand."""

    height: float
    at: Mapping[str, Place]
    # How far from its node a name stands, to the left where negative.
    shift: Mapping[str, float]
    # How far along an edge its name stands, from 0 at the source to 1 at the target.
    along: float | None
    size: int = 13
    wrap: int = 30


def place(projection: Projection, *, mirrored: bool = False) -> Places:
    """The places of a projection's nodes; `mirrored` puts the first kind on the right.

    Raises:
        ExportError: there are more nodes than a picture can show.
    """
    if len(projection.nodes) > _MOST_NODES:
        raise ExportError(
            f"a picture of {len(projection.nodes)} nodes shows nothing (the most is {_MOST_NODES})",
            hint="write it as gexf and open it in Gephi",
        )
    graph = projection.collapsed()
    kinds = list(projection.query.nodes)
    columns = [[n.iri for n in projection.nodes if n.kind == kind] for kind in kinds]
    if len(columns) == len(_COLUMNS) and max(map(len, columns)) <= _MOST_IN_COLUMN:
        return _in_columns(graph, columns[0], columns[1], mirrored=mirrored)
    return _by_forces(graph)


def _in_columns(
    graph: "nx.Graph[str]", first: Sequence[str], second: Sequence[str], *, mirrored: bool
) -> Places:
    tallest = max(len(first), len(second))
    height = _TOP + _BOTTOM + _ROW * tallest
    left, right = reversed(_COLUMNS) if mirrored else _COLUMNS
    outward = -0.3 if left < right else 0.3
    at = _column(first, left, height)
    ordered = sorted(second, key=lambda iri: (-_mean_height(graph, iri, at), iri))
    at |= _column(ordered, right, height)
    shift = dict.fromkeys(first, outward) | dict.fromkeys(second, -outward)
    # Where edges meet in one node their names stand apart nearer to the other end.
    along = 0.5 + 0.1 * ((len(first) < len(second)) - (len(first) > len(second)))
    few = graph.number_of_edges() <= _MOST_EDGE_LABELS
    return Places(height, at, shift, along if few else None)


def _column(nodes: Sequence[str], x: float, height: float) -> dict[str, Place]:
    middle = (height - _TOP + _BOTTOM) / 2
    top = middle + _ROW * (len(nodes) - 1) / 2
    return {iri: (x, top - _ROW * row) for row, iri in enumerate(nodes)}


def _mean_height(graph: "nx.Graph[str]", iri: str, at: Mapping[str, Place]) -> float:
    heights = [at[other][1] for other in nx.all_neighbors(graph, iri) if other in at]
    return sum(heights) / len(heights) if heights else 0.0


def _by_forces(graph: "nx.Graph[str]") -> Places:
    height = 10.0
    spread = nx.spring_layout(graph, k=2.5 / sqrt(len(graph)), iterations=200, seed=_SEED)
    middle, half = (height - _TOP + _BOTTOM) / 2, (height - _TOP - _BOTTOM) / 2
    at = {
        iri: (WIDTH / 2 + float(x) * (WIDTH / 2 - _SIDE), middle + float(y) * half)
        for iri, (x, y) in spread.items()
    }
    shift = {iri: 0.15 if x < WIDTH / 2 else -0.15 for iri, (x, _) in at.items()}
    return Places(height, at, shift, None, size=8, wrap=24)
