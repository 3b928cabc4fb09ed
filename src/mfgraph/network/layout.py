"""Where the nodes and names of a network stand: in two columns while they are few, else by stress."""

from collections.abc import Mapping
from math import sqrt
from typing import Final

import networkx as nx

from mfgraph.errors import ExportError
from mfgraph.network.boxes import Box, Packed, Place, pack, separate
from mfgraph.network.columns import COLUMNS, MOST_IN_COLUMN, in_columns
from mfgraph.network.lettering import lettered
from mfgraph.network.places import BOTTOM, TOP, WIDTH, Places, scale_of
from mfgraph.network.projection import Projection
from mfgraph.network.sides import Side, Sign, free_sides, settled_sides
from mfgraph.network.stress import spread
from mfgraph.terms import Language

_MARGIN: Final = 0.6
_MOST_NODES: Final = 300
_LARGE, _SMALL = 11, 9
_LETTERS: Final = 22
# How often the sides of names are chosen before all is settled.
_LOOKS: Final = 3
# The length of an edge that has all the room it wants: names are wider than high.
_ACROSS, _UP = 1.4, 0.9


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
    if len(columns) == len(COLUMNS) and max(map(len, columns)) <= MOST_IN_COLUMN:
        return in_columns(graph, columns, names, mirrored=lang == "ar")
    return _by_stress(graph, names, mirrored=lang == "ar")


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


def plain(projection: Projection) -> "nx.Graph[str]":
    """Who is tied to whom, in whichever way and direction."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(node.iri for node in projection.nodes)
    pairs = ((edge.source, edge.target) for edge in projection.edges)
    graph.add_edges_from(pair for pair in pairs if pair[0] != pair[1])
    return graph


def _refuse_large(projection: Projection) -> None:
    if len(projection.nodes) > _MOST_NODES:
        raise ExportError(
            f"a picture of {len(projection.nodes)} nodes shows nothing (the most is {_MOST_NODES})",
            hint="write it as gexf and open it in Gephi",
        )


def _groups(graph: "nx.Graph[str]") -> list[dict[str, Place]]:
    parts = [graph.subgraph(nodes) for nodes in nx.connected_components(graph)]
    return [{i: (x * _ACROSS, y * _UP) for i, (x, y) in spread(p).items()} for p in parts]


def _by_stress(graph: "nx.Graph[str]", names: Mapping[str, str], *, mirrored: bool) -> Places:
    signs = _signs(graph, names)
    groups, chosen = [], dict[str, Side]()
    for group in _groups(graph):
        at, side = _apart(graph, _mirrored(group) if mirrored else group, signs)
        groups.append(at)
        chosen |= side
    boxes = {iri: signs[iri].box(side) for iri, side in chosen.items()}
    least = WIDTH - 2 * _MARGIN
    packed = pack(groups, boxes, least=least)
    width = max(packed.width, least) + 2 * _MARGIN
    scale = scale_of(width)
    left, bottom = (width - packed.width) / 2, BOTTOM * scale
    at = {iri: (left + x, bottom + y) for iri, (x, y) in packed.at.items()}
    written = {iri: signs[iri].name(chosen[iri], at[iri]) for iri in at}
    radius = {iri: sign.radius for iri, sign in signs.items()}
    return Places(width, packed.height + bottom + TOP * scale, at, written, radius, None)


def _signs(graph: "nx.Graph[str]", names: Mapping[str, str]) -> dict[str, Sign]:
    degrees = dict(graph.degree())
    important = max(sorted(degrees.values(), reverse=True)[len(degrees) // 8], 1)
    size = {iri: _LARGE if degrees[iri] > important else _SMALL for iri in graph}
    return {
        iri: Sign(lettered(names[iri], size[iri], _LETTERS), 0.05 + 0.035 * sqrt(degrees[iri]))
        for iri in graph
    }


def _apart(
    graph: "nx.Graph[str]", at: Mapping[str, Place], signs: Mapping[str, Sign]
) -> tuple[dict[str, Place], dict[str, Side]]:
    """The places of one group, moved until names have room, and the side of each name."""
    moved, chosen = dict(at), dict[str, Side]()
    # Once nodes have moved, another side may be freer.
    for _ in range(_LOOKS):
        chosen = free_sides(graph, moved, signs)
        moved = separate(moved, {iri: signs[iri].box(side) for iri, side in chosen.items()})
    return moved, settled_sides(graph, moved, signs, chosen)


def _mirrored(at: Mapping[str, Place]) -> dict[str, Place]:
    return {iri: (-x, y) for iri, (x, y) in at.items()}
