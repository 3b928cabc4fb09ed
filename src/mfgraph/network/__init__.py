"""Project the dataset onto networks, measure them, write them to files and draw them.

header      what a query in queries/network/ says of itself
answer      the triples it gives, as they come from a store
projection  the network they describe (edges): nodes, edges, and the claims behind each edge
scope       which part of it is measured: a layer, a time, a currency (amounts), one side
            (affiliation)
measures    of its nodes (centrality, pagerank, eigenvector), with what they say, where they
            mislead (coverage), and chance
structure   of the whole: components, bridges, assortativity; communities
slices      year by year, by what is known of when an edge holds (spans)
sensitivity how ranks move, and what falls (reliance), with the sources (witnesses)
report      what all this comes to in words (told, doubt)
files       GraphML, GEXF, CSV, JSON, Cytoscape, Pajek, Cypher and Parquet (rows)
tables      a network too large for objects, as columns; needs pyarrow
engines     its measures, by networkx or by a compiled library
spark       its measures on many machines
layout      where nodes and names stand (places, lettering): in columns, or by stress with
            their boxes apart and each name on its freest side (sides)
picture     PNG, SVG and PDF (the only part that needs matplotlib); strokes, legend
paper       a report to print (paper_tables, markup), its drawings as SVG (diagram)
page        one HTML page to look around in (page_data), with the proof of each edge (proofs)
path        how one thing is linked to another, in words and as a record (path_telling)
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
