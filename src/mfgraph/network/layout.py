"""Where the nodes and names of a picture stand: in two columns while they are few, else by stress.

Lengths are in inches, from the lower left corner of the picture.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from textwrap import wrap
from typing import Final

import networkx as nx

from mfgraph.errors import ExportError
from mfgraph.network.boxes import Box, Packed, Place, pack, separate
from mfgraph.network.projection import Projection
from mfgraph.network.stress import spread
from mfgraph.terms import Language, is_right_to_left

WIDTH: Final = 13.0
_COLUMNS: Final = (4.2, 8.8)
_ROW: Final = 1.35
TOP, BOTTOM, _SIDE = 1.7, 1.9, 0.6
_MOST_IN_COLUMN: Final = 12
_MOST_EDGE_LABELS: Final = 12
_MOST_NODES: Final = 300
_LARGE, _LARGER, _SMALL = 13, 11, 9
# The length of an edge that has all the room it wants: names are wider than high.
_ACROSS, _UP = 1.4, 0.9
# The width of a letter as a part of its size, on the safe side; Arabic letters are narrower.
_LATIN, _ARABIC = 0.66, 0.56
_LINE: Final = 1.35


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a node as it is written: its lines, where they stand, and how large."""

    text: str
    at: Place
    # On which side of its place it is written: left, right or center; center, or top below it.
    across: str
    down: str
    size: int


@dataclass(frozen=True, slots=True)
class Places:
    """The extent of a picture, and where each node, its name and the edges' names stand."""

    width: float
    height: float
    at: Mapping[str, Place]
    names: Mapping[str, Name]
    radius: Mapping[str, float]
    # How far along an edge its name stands, from 0 at the source to 1 at the target.
    along: float | None


def place(projection: Projection, lang: Language = "en") -> Places:
    """The places of a projection's nodes; in Arabic the first kind stands on the right.

    Raises:
        ExportError: there are more nodes than a picture can show.
    """
    _refuse_large(projection)
    graph = plain(projection)
    names = projection.labels(lang)
    kinds = list(projection.query.nodes)
    columns = [[n.iri for n in projection.nodes if n.kind == kind] for kind in kinds]
    if len(columns) == len(_COLUMNS) and max(map(len, columns)) <= _MOST_IN_COLUMN:
        return _in_columns(graph, columns, names, mirrored=lang == "ar")
    return _by_stress(graph, names, mirrored=lang == "ar")


def _refuse_large(projection: Projection) -> None:
    if len(projection.nodes) > _MOST_NODES:
        raise ExportError(
            f"a picture of {len(projection.nodes)} nodes shows nothing (the most is {_MOST_NODES})",
            hint="write it as gexf and open it in Gephi",
        )


def scale_of(width: float) -> float:
    """How much larger title, legend and notice are written on a picture that is that wide.

    >>> scale_of(WIDTH), scale_of(WIDTH * 1.5)
    (1.0, 1.5)
    """
    return min(max(width / WIDTH, 1.0), 1.8)


def plain(projection: Projection) -> "nx.Graph[str]":
    """Who is tied to whom, in whichever way and direction."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(node.iri for node in projection.nodes)
    pairs = ((edge.source, edge.target) for edge in projection.edges)
    graph.add_edges_from(pair for pair in pairs if pair[0] != pair[1])
    return graph


def points(projection: Projection) -> Packed:
    """The places of a projection's nodes alone, where names find their own room.

    Raises:
        ExportError: there are more nodes than a page can show.
    """
    _refuse_large(projection)
    graph = plain(projection)
    boxes = dict.fromkeys(graph, Box(0.35, 0.35, 0.25, 0.15))
    groups = [separate(group, boxes) for group in _groups(graph)]
    return pack(groups, boxes, least=0.0)


def _groups(graph: "nx.Graph[str]") -> list[dict[str, Place]]:
    parts = [graph.subgraph(nodes) for nodes in nx.connected_components(graph)]
    return [{i: (x * _ACROSS, y * _UP) for i, (x, y) in spread(p).items()} for p in parts]


def _in_columns(
    graph: "nx.Graph[str]",
    columns: Sequence[Sequence[str]],
    names: Mapping[str, str],
    *,
    mirrored: bool,
) -> Places:
    first, second = columns
    height = TOP + BOTTOM + _ROW * max(len(first), len(second))
    left, right = reversed(_COLUMNS) if mirrored else _COLUMNS
    outward = -0.3 if left < right else 0.3
    at = _column(first, left, height)
    ordered = sorted(second, key=lambda iri: (-_mean_height(graph, iri, at), iri))
    at |= _column(ordered, right, height)
    shift = dict.fromkeys(first, outward) | dict.fromkeys(second, -outward)
    # Where edges meet in one node their names stand apart nearer to the other end.
    along = 0.5 + 0.1 * ((len(first) < len(second)) - (len(first) > len(second)))
    few = graph.number_of_edges() <= _MOST_EDGE_LABELS
    beside = {iri: _beside(names[iri], at[iri], shift[iri]) for iri in at}
    return Places(WIDTH, height, at, beside, dict.fromkeys(at, 0.09), along if few else None)


def _beside(name: str, at: Place, shift: float) -> Name:
    side = "left" if shift > 0 else "right"
    return Name(_lines(name, 30), (at[0] + shift, at[1]), side, "center", _LARGE)


def _column(nodes: Sequence[str], x: float, height: float) -> dict[str, Place]:
    middle = (height - TOP + BOTTOM) / 2
    top = middle + _ROW * (len(nodes) - 1) / 2
    return {iri: (x, top - _ROW * row) for row, iri in enumerate(nodes)}


def _mean_height(graph: "nx.Graph[str]", iri: str, at: Mapping[str, Place]) -> float:
    heights = [at[other][1] for other in graph[iri] if other in at]
    return sum(heights) / len(heights) if heights else 0.0


def _by_stress(graph: "nx.Graph[str]", names: Mapping[str, str], *, mirrored: bool) -> Places:
    degrees = dict(graph.degree())
    radius = {iri: 0.05 + 0.035 * sqrt(degrees[iri]) for iri in graph}
    important = max(sorted(degrees.values(), reverse=True)[len(degrees) // 8], 1)
    sizes = {iri: _LARGER if degrees[iri] > important else _SMALL for iri in graph}
    lines = {iri: _lines(names[iri], 22) for iri in graph}
    groups = _groups(graph)
    above = {iri for group in groups for iri in group if _hangs(graph, iri, group)}
    boxes = {iri: _box(lines[iri], sizes[iri], radius[iri]) for iri in graph}
    boxes |= {iri: boxes[iri].turned for iri in above}
    least = WIDTH - 2 * _SIDE
    packed = pack([separate(group, boxes) for group in groups], boxes, least=least)
    width = max(packed.width, least) + 2 * _SIDE
    scale = scale_of(width)
    left, bottom = (width - packed.width) / 2, BOTTOM * scale
    at = {iri: (left + x, bottom + y) for iri, (x, y) in packed.at.items()}
    if mirrored:
        at = {iri: (width - x, y) for iri, (x, y) in at.items()}
    written = {
        iri: _under(lines[iri], at[iri], sizes[iri], radius[iri] * (-1 if iri in above else 1))
        for iri in at
    }
    return Places(width, packed.height + bottom + TOP * scale, at, written, radius, None)


def _hangs(graph: "nx.Graph[str]", iri: str, at: Mapping[str, Place]) -> bool:
    """Whether all edges of a node go down from it, where its name would stand in their way."""
    x, y = at[iri]
    ways = [(abs(at[other][0] - x), y - at[other][1]) for other in graph[iri]]
    return bool(ways) and all(down > 0.3 * across for across, down in ways)


def _under(lines: str, at: Place, size: int, radius: float) -> Name:
    gap = radius + (0.03 if radius > 0 else -0.03)
    return Name(lines, (at[0], at[1] - gap), "center", "top" if radius > 0 else "bottom", size)


def _box(lines: str, size: int, radius: float) -> Box:
    letter = (_ARABIC if is_right_to_left(lines) else _LATIN) * size / 72
    written = lines.split("\n")
    half = max(max(map(len, written)) * letter / 2, radius) + 0.06
    return Box(half, half, radius + 0.03 + len(written) * _LINE * size / 72 + 0.05, radius + 0.05)


def _lines(text: str, width: int) -> str:
    return "\n".join(wrap(text, width, break_long_words=False, break_on_hyphens=False))
