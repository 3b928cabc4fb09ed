"""The places of a small network of two kinds: one column each, with the names outside."""

from collections.abc import Mapping, Sequence
from typing import Final

import networkx as nx

from mfgraph.network.boxes import Place
from mfgraph.network.lettering import lettered
from mfgraph.network.places import BOTTOM, TOP, WIDTH, Name, Places

COLUMNS: Final = (4.2, 8.8)
MOST_IN_COLUMN: Final = 12
_ROW: Final = 1.35
_MOST_EDGE_LABELS: Final = 12
_SIZE, _LETTERS, _RADIUS = 13, 30, 0.09
_APART: Final = 0.3


def in_columns(
    graph: "nx.Graph[str]",
    columns: Sequence[Sequence[str]],
    names: Mapping[str, str],
    *,
    mirrored: bool,
) -> Places:
    """The first column on the left, or mirrored on the right; the second in the order of the first."""
    first, second = columns
    height = TOP + BOTTOM + _ROW * max(len(first), len(second))
    left, right = reversed(COLUMNS) if mirrored else COLUMNS
    outward = -_APART if left < right else _APART
    at = _column(first, left, height)
    ordered = sorted(second, key=lambda iri: (-_mean_height(graph, iri, at), iri))
    at |= _column(ordered, right, height)
    shift = dict.fromkeys(first, outward) | dict.fromkeys(second, -outward)
    # Where edges meet in one node their names stand apart nearer to the other end.
    along = 0.5 + 0.1 * ((len(first) < len(second)) - (len(first) > len(second)))
    few = graph.number_of_edges() <= _MOST_EDGE_LABELS
    beside = {iri: _beside(names[iri], at[iri], shift[iri]) for iri in at}
    return Places(WIDTH, height, at, beside, dict.fromkeys(at, _RADIUS), along if few else None)


def _beside(name: str, at: Place, shift: float) -> Name:
    side = "left" if shift > 0 else "right"
    text = lettered(name, _SIZE, _LETTERS).text
    return Name(text, (at[0] + shift, at[1]), side, "center", _SIZE)


def _column(nodes: Sequence[str], x: float, height: float) -> dict[str, Place]:
    middle = (height - TOP + BOTTOM) / 2
    top = middle + _ROW * (len(nodes) - 1) / 2
    return {iri: (x, top - _ROW * row) for row, iri in enumerate(nodes)}


def _mean_height(graph: "nx.Graph[str]", iri: str, at: Mapping[str, Place]) -> float:
    heights = [at[other][1] for other in graph[iri] if other in at]
    return sum(heights) / len(heights) if heights else 0.0
