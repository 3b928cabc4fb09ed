"""Where the parts of a picture stand: its nodes and their names, within its extent.

Lengths are in inches, from the lower left corner of the picture.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mfgraph.network.boxes import Place

WIDTH: Final = 13.0
# What title and legend take above the network, and the notice below it.
TOP: Final = 1.7
BOTTOM: Final = 1.9


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a node as it is written: its lines, where they stand, and how large."""

    text: str
    at: Place
    # On which side of its place it is written: left, right or center; top, bottom or center.
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


def scale_of(width: float) -> float:
    """How much larger title, legend and notice are written on a picture that is that wide.

    >>> scale_of(WIDTH), scale_of(WIDTH * 1.5)
    (1.0, 1.5)
    """
    return min(max(width / WIDTH, 1.0), 1.8)
