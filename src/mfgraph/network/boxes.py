"""Boxes that must not cover each other: pushed apart in one network, packed side by side in several.

A box belongs to a node and its name; it is given by how far it reaches to the left, right,
bottom and top of the node.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

Place = tuple[float, float]

_ROUNDS: Final = 400
_GAP: Final = 0.35
# Boxes that cover each other by less touch.
_NEAR: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Box:
    """How far a node and its name reach from the node's middle."""

    left: float
    right: float
    bottom: float
    top: float

    def covers(self, at: Place, other: "Box", there: Place) -> bool:
        """Whether the box, of a node that stands at a place, covers another box."""
        (x1, y1), (x2, y2) = at, there
        beside = x1 + self.right <= x2 - other.left or x2 + other.right <= x1 - self.left
        apart = y1 + self.top <= y2 - other.bottom or y2 + other.top <= y1 - self.bottom
        return not (beside or apart)


def separate(at: Mapping[str, Place], boxes: Mapping[str, Box]) -> dict[str, Place]:
    """The places moved until no box covers another, each pair along its shorter way.

    >>> box = Box(0.5, 0.5, 0.5, 0.5)
    >>> separate({"a": (0.0, 0.0), "b": (0.8, 0.1)}, {"a": box, "b": box})
    {'a': (-0.1, 0.0), 'b': (0.9, 0.1)}
    """
    moved = {node: [x, y] for node, (x, y) in at.items()}
    for _ in range(_ROUNDS):
        # A list, not a generator: every pair is looked at.
        if not any([_push(moved, boxes, *pair) for pair in combinations(moved, 2)]):  # noqa: C419
            break
    return {node: (round(x, 6), round(y, 6)) for node, (x, y) in moved.items()}


def _push(at: dict[str, list[float]], boxes: Mapping[str, Box], one: str, other: str) -> bool:
    (x1, y1), (x2, y2), a, b = at[one], at[other], boxes[one], boxes[other]
    # How far the other would have to go to the right, left, up or down to be free.
    ways = (
        (x1 + a.right) - (x2 - b.left),
        (x1 - a.left) - (x2 + b.right),
        (y1 + a.top) - (y2 - b.bottom),
        (y1 - a.bottom) - (y2 + b.top),
    )
    if ways[0] <= _NEAR or ways[1] >= -_NEAR or ways[2] <= _NEAR or ways[3] >= -_NEAR:
        return False
    number = min(range(4), key=lambda n: abs(ways[n]))
    axis, half = number // 2, ways[number] / 2
    at[one][axis] -= half
    at[other][axis] += half
    return True


@dataclass(frozen=True, slots=True)
class Packed:
    """Several groups of places side by side, from the lower left corner, and their extent."""

    at: dict[str, Place]
    width: float
    height: float


def pack(
    groups: Sequence[Mapping[str, Place]], boxes: Mapping[str, Box], *, least: float
) -> Packed:
    """Groups of places in rows, the highest first, each row in the middle, at least `least` wide."""
    extents = [_extent(group, boxes) for group in groups]
    order = sorted(range(len(groups)), key=lambda n: (-extents[n].height, min(groups[n])))
    area = sum((e.width + _GAP) * (e.height + _GAP) for e in extents)
    width = max(least, (area * 1.5) ** 0.5, *(e.width for e in extents))
    at: dict[str, Place] = {}
    y = -_GAP
    for row in _rows([extents[number] for number in order], width):
        x, y = (width - _long(row)) / 2, y + _GAP
        for extent in row:
            at |= {node: (x + p, y + q) for node, (p, q) in extent.at.items()}
            x += extent.width + _GAP
        y += max(extent.height for extent in row)
    # Rows were laid from the bottom up; the highest stands on top.
    return Packed({node: (p, y - q) for node, (p, q) in at.items()}, width, y)


def _rows(extents: Sequence[Packed], width: float) -> list[list[Packed]]:
    rows: list[list[Packed]] = []
    for extent in extents:
        if rows and _long([*rows[-1], extent]) <= width:
            rows[-1].append(extent)
        else:
            rows.append([extent])
    return rows


def _long(row: Sequence[Packed]) -> float:
    return sum(extent.width for extent in row) + _GAP * (len(row) - 1)


def _extent(group: Mapping[str, Place], boxes: Mapping[str, Box]) -> Packed:
    """A group turned upside down (see `pack`), from its own corner."""
    left = min(x - boxes[node].left for node, (x, _) in group.items())
    right = max(x + boxes[node].right for node, (x, _) in group.items())
    bottom = min(y - boxes[node].bottom for node, (_, y) in group.items())
    top = max(y + boxes[node].top for node, (_, y) in group.items())
    at = {node: (x - left, top - y) for node, (x, y) in group.items()}
    return Packed(at, right - left, top - bottom)
