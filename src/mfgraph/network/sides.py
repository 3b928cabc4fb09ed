"""On which side of its node a name stands: where the fewest edges run behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import networkx as nx

from mfgraph.network.boxes import Box, Place
from mfgraph.network.lettering import Lettering
from mfgraph.network.places import Name

# Left, middle or right of the node, and below, beside or above it.
Side = tuple[int, int]
Line = tuple[Place, Place]

# In order of liking, where as many edges run behind the one as behind the other.
_SIDES: Final[Sequence[Side]] = (
    *((0, -1), (0, 1), (1, 0), (-1, 0)),
    *((1, -1), (-1, -1), (1, 1), (-1, 1)),
)
_ACROSS: Final = {-1: "right", 0: "center", 1: "left"}
_DOWN: Final = {-1: "top", 0: "center", 1: "bottom"}
_GAP: Final = 0.03
# A corner of the name begins where the circle of the node has curved away.
_CORNER: Final = 0.7
_MARGIN: Final = 0.05


@dataclass(frozen=True, slots=True)
class Sign:
    """A node with its name, before it is known on which side of it the name stands."""

    letters: Lettering
    radius: float

    def box(self, side: Side) -> Box:
        """How far node and name reach."""
        left, right = self._reach(side[0], self.letters.width)
        bottom, top = self._reach(side[1], self.letters.height)
        round_it = self.radius + _MARGIN
        left, right = max(left, round_it), max(right, round_it)
        return Box(left, right, max(bottom, round_it), max(top, round_it))

    def name(self, side: Side, at: Place) -> Name:
        """The name where it is written, for a node that stands somewhere."""
        x, y = (each + way * self._from(side) for each, way in zip(at, side, strict=True))
        return Name(self.letters.text, (x, y), _ACROSS[side[0]], _DOWN[side[1]], self.letters.size)

    def behind(self, side: Side, at: Place, lines: Iterable[Line]) -> int:
        """How many lines would run behind the name."""
        x, y = at
        begin, end = self._extent(side[0], self.letters.width, self._from(side))
        low, high = self._extent(side[1], self.letters.height, self._from(side))
        return sum(_crosses(line, (x + begin, y + low), (x + end, y + high)) for line in lines)

    def is_near(self, at: Place, line: Line) -> bool:
        """Whether a line may run behind the name on any side, to look at few."""
        reach = self.radius + _GAP + max(self.letters.width, self.letters.height)
        return all(
            min(one, other) < middle + reach and max(one, other) > middle - reach
            for middle, one, other in zip(at, *line, strict=True)
        )

    def _from(self, side: Side) -> float:
        return (self.radius + _GAP) * (_CORNER if all(side) else 1.0)

    def _reach(self, way: int, length: float) -> tuple[float, float]:
        begin, end = self._extent(way, length, self.radius + _GAP)
        return _MARGIN - begin, end + _MARGIN

    def _extent(self, way: int, length: float, gap: float) -> tuple[float, float]:
        if not way:
            return -length / 2, length / 2
        return (gap, gap + length) if way > 0 else (-gap - length, -gap)


def free_sides(
    graph: "nx.Graph[str]", at: Mapping[str, Place], signs: Mapping[str, Sign]
) -> dict[str, Side]:
    """The side of each node on which its name stands best, if all other names make room."""
    return {node: liked[0] for node, liked in _liked(graph, at, signs).items()}


def settled_sides(
    graph: "nx.Graph[str]",
    at: Mapping[str, Place],
    signs: Mapping[str, Sign],
    chosen: Mapping[str, Side],
) -> dict[str, Side]:
    """The sides on which names stand best where none may move: from one where none is covered."""
    settled = dict(chosen)
    for node, liked in _liked(graph, at, signs).items():
        others = [(at[other], signs[other].box(settled[other])) for other in at if other != node]
        free = (s for s in liked if not _covered(signs[node].box(s), at[node], others))
        settled[node] = next(free, settled[node])
    return settled


def _covered(box: Box, at: Place, others: Iterable[tuple[Place, Box]]) -> bool:
    return any(box.covers(at, other, there) for there, other in others)


def _liked(
    graph: "nx.Graph[str]", at: Mapping[str, Place], signs: Mapping[str, Sign]
) -> dict[str, list[Side]]:
    """The sides of each node in order of liking: below it, where all are alike."""
    lines = [(at[one], at[other]) for one, other in graph.edges() if one in at]

    def order(node: str) -> list[Side]:
        near = [line for line in lines if signs[node].is_near(at[node], line)]
        return sorted(_SIDES, key=lambda side: signs[node].behind(side, at[node], near))

    return {node: order(node) for node in at}


def _crosses(line: Line, low: Place, high: Place) -> bool:
    """Whether a line runs through a rectangle ([Liang and Barsky](https://doi.org/10.1145/357332.357333))."""
    begin, end = 0.0, 1.0
    for one, other, least, most in zip(*line, low, high, strict=True):
        way = other - one
        if not way:
            if not least < one < most:
                return False
            continue
        enters, leaves = sorted(((least - one) / way, (most - one) / way))
        begin, end = max(begin, enters), min(end, leaves)
    return begin < end
