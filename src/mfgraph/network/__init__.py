"""Project the dataset onto networks, measure them, write them to files and draw them.

header      what a query in queries/network/ says of itself
projection  the network it gives: nodes, edges, and the claims behind each edge
measures    degree and betweenness, with what they say and where they mislead
files       GraphML, GEXF and CSV
picture     PNG and SVG (the only part that needs matplotlib)
"""

from pathlib import Path
from typing import Final

from mfgraph.network.edges import project
from mfgraph.network.files import FILES, Format, write
from mfgraph.network.header import NetworkQuery, choose
from mfgraph.network.measures import Measure, Measures, measure
from mfgraph.network.projection import Edge, Node, Projection
from mfgraph.network.report import tell
from mfgraph.terms import Language

__all__ = [
    "DRAWINGS",
    "FILES",
    "Edge",
    "Format",
    "Measure",
    "Measures",
    "NetworkQuery",
    "Node",
    "Projection",
    "choose",
    "draw",
    "measure",
    "project",
    "tell",
    "write",
]

# What `draw` writes; `picture` is loaded only when it does.
DRAWINGS: Final = ("png", "svg")


def draw(projection: Projection, path: Path, *, lang: Language = "en") -> Path:
    """Draw a projection as a labeled picture, PNG or SVG by the path's suffix.

    Raises:
        ExportError: matplotlib is missing, or the network is empty or too large to draw.
        UsageError: the suffix is neither .png nor .svg.
    """
    from mfgraph.network.picture import draw as _draw  # noqa: PLC0415  # matplotlib is an extra

    return _draw(projection, path, lang=lang)
