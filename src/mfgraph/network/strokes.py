"""The lines of a picture: edges of one kind between two nodes are one line, as wide as they are many."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Final, Literal

from mfgraph.network.projection import Edge, Projection
from mfgraph.terms import Language

# Told apart by color and by stroke, so that a gray print still tells them apart.
LineStyle = Literal["solid"] | tuple[float, Sequence[float]]
LINES: Final[Sequence[tuple[str, LineStyle]]] = (
    ("#8a8a8a", "solid"),
    ("#a8405f", (0, (6, 2))),
    ("#23777d", (0, (1.5, 1.5))),
    ("#80651f", (0, (6, 2, 1.5, 2))),
)
_THIN, _WIDE, _WIDER = 0.9, 4.0, 0.8
_BEND: Final = 0.12


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line from node to node, with the names of the edges that it stands for."""

    source: str
    target: str
    kind: str
    names: tuple[str, ...]
    color: str
    style: LineStyle
    width: float
    bend: float
    has_arrow: bool

    @property
    def is_loop(self) -> bool:
        """Whether it runs from a node to itself."""
        return self.source == self.target


def strokes(projection: Projection, lang: Language) -> tuple[Stroke, ...]:
    """The lines of a projection, in order of kind and ends.

    Lines between the same two nodes are bent, so that none covers another.
    """
    looks = dict(zip(projection.query.edges, cycle(LINES), strict=False))
    lines = sorted(_merged(projection).items())
    seen: dict[frozenset[str], int] = defaultdict(int)
    found = []
    for (kind, source, target), edges in lines:
        pair = frozenset((source, target))
        # The same bend the other way around lies on the other side.
        bend = _BEND * seen[pair] * (1 if source < target else -1)
        seen[pair] += 1
        names = tuple(dict.fromkeys(projection.edge_label(edge, lang) for edge in edges))
        width = min(_THIN + _WIDER * (len(edges) - 1), _WIDE)
        line = (source, target, kind, names, *looks[kind], width, bend)
        found.append(Stroke(*line, has_arrow=projection.query.is_directed))
    return tuple(found)


def _merged(projection: Projection) -> dict[tuple[str, str, str], list[Edge]]:
    merged: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in projection.edges:
        merged[_key(edge, is_directed=projection.query.is_directed)].append(edge)
    return merged


def _key(edge: Edge, *, is_directed: bool) -> tuple[str, str, str]:
    one, other = edge.source, edge.target
    if is_directed or one < other:
        return edge.kind, one, other
    return edge.kind, other, one
