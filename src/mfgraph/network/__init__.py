"""Project the dataset onto networks, measure them, write them to files and draw them.

header      what a query in queries/network/ says of itself
projection  the network it gives: nodes, edges, and the claims behind each edge
scope       which part of it is measured: a layer, a time, a currency, one side
measures    of its nodes (centrality), with what they say, where they mislead, and chance
structure   of the whole: components, bridges, assortativity; communities
slices      year by year, by what is known of when an edge holds (spans)
sensitivity how ranks move, and what falls (reliance), with the sources (witnesses)
files       GraphML, GEXF, CSV, JSON, Cytoscape, Pajek, Cypher and Parquet
picture     PNG, SVG and PDF (the only part that needs matplotlib)
paper       a report to print, its drawings as SVG (diagram)
page        one HTML page to look around in, with the proof of each edge
path        how one thing is linked to another
"""

from pathlib import Path
from typing import Final

from mfgraph.errors import UsageError
from mfgraph.network.edges import project
from mfgraph.network.files import FILES, Format, write
from mfgraph.network.header import NetworkQuery, choose
from mfgraph.network.measures import Measure, Measures, measure
from mfgraph.network.projection import Edge, Node, Projection
from mfgraph.network.report import tell
from mfgraph.store import Store
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

# What `draw` writes; what each needs is loaded only when it does.
DRAWINGS: Final = ("png", "svg", "pdf", "html")


def draw(
    projection: Projection, path: Path, *, lang: Language = "en", store: Store | None = None
) -> Path:
    """Draw a projection as a labeled picture or an interactive page, by the path's suffix.

    A page (.html) shows the proof of each edge, for which it needs the store.

    Raises:
        ExportError: matplotlib is missing, or the network is empty or too large to draw.
        UsageError: the suffix is none of those in `DRAWINGS`, or a page has no store.
    """
    if path.suffix.lower() != ".html":
        from mfgraph.network.picture import draw as _draw  # noqa: PLC0415  # matplotlib is an extra

        return _draw(projection, path, lang=lang)
    if store is None:
        raise UsageError(
            "a page shows proofs", hint="give the store that holds them: draw(…, store=…)"
        )
    from mfgraph.network.page import write_page  # noqa: PLC0415  # few need it

    return write_page(projection, store, path, lang=lang)
