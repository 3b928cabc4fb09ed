"""A network as GEXF for Gephi: each node in its place and color, each edge in its time.

An edge has a `start` only if its beginning is dated, and an `end` only if its end is: without
them [GEXF](https://gexf.net/) takes it as open on that side. What it is attested from and to,
at least, stands in `at_least_from` and `at_least_to`: days, or the year or month alone in which
it is attested once.
"""

import io
import re
from datetime import date
from itertools import cycle
from typing import Final

import networkx as nx

from mfgraph.dates import bounds
from mfgraph.errors import ExportError
from mfgraph.network.layout import points
from mfgraph.network.projection import Projection
from mfgraph.network.rows import Row, edge_rows, node_rows
from mfgraph.network.spans import Span, spans
from mfgraph.terms import Language

# Gephi's unit is a pixel, ours an inch.
_SCALE: Final = 100
_COLORS: Final = ((31, 95, 158), (200, 100, 27), (59, 125, 59), (122, 79, 163))


def gexf(projection: Projection, lang: Language) -> bytes:
    """The bytes of a GEXF file: dynamic where any edge is dated."""
    graph = projection.graph()
    seen = _seen(projection)
    for iri, row in node_rows(projection, lang).items():
        graph.nodes[iri].update(row)
        graph.nodes[iri]["viz"] = seen[iri]
    dated = spans(projection)
    for edge, row in edge_rows(projection, lang):
        given = {"id": edge.iri, **row, **_time(dated.get(edge.iri))}
        graph.edges[edge.source, edge.target, edge.iri].update(given)
    written = io.BytesIO()
    nx.write_gexf(graph, written)
    # networkx stamps the day of writing on the first element, `meta`.
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", written.getvalue(), count=1) + b"\n"


def _time(known: Span | None) -> Row:
    if known is None:
        return {}
    held_from, held_to = known.first[1].isoformat(), known.last[0].isoformat()
    if held_from > held_to:
        # On some day of a year or month: no two days say it.
        held_from, held_to = (_named(window) for window in (known.first, known.last))
    found: Row = {"at_least_from": held_from, "at_least_to": held_to}
    if known.begins:
        found["start"] = known.first[0].isoformat()
    if known.ends:
        found["end"] = known.last[1].isoformat()
    return found


def _named(window: tuple[date, date]) -> str:
    """A window of days as a day, a month, a year, or from one day to another.

    >>> (
    ...     _named((date(2008, 1, 1), date(2008, 12, 31))),
    ...     _named((date(2008, 4, 1), date(2008, 4, 30))),
    ... )
    ('2008', '2008-04')
    """
    low, high = (day.isoformat() for day in window)
    for name in (low, low[:7], low[:4]):
        if bounds(name) == window:
            return name
    return f"{low}/{high}"


def _seen(projection: Projection) -> dict[str, dict[str, dict[str, float]]]:
    """How each node looks: its color by kind and, unless there are too many, its place."""
    colors = dict(zip(projection.query.nodes, cycle(_COLORS), strict=False))
    seen = {node.iri: {"color": _color(colors[node.kind])} for node in projection.nodes}
    try:
        places = points(projection).at
    except ExportError:
        return seen  # Gephi lays out what no page can show
    for iri, (x, y) in places.items():
        seen[iri]["position"] = {"x": round(x * _SCALE, 2), "y": round(y * _SCALE, 2), "z": 0.0}
    return seen


def _color(given: tuple[int, int, int]) -> dict[str, float]:
    red, green, blue = given
    return {"r": red, "g": green, "b": blue}
