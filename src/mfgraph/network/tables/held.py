"""The tables of a network that is held in memory, whichever part or form of it that is."""

from collections.abc import Mapping

import pyarrow as pa

from mfgraph.network.projection import Edge, Projection
from mfgraph.network.rows import node_rows
from mfgraph.network.tables.tables import EDGES, NODES, Tables
from mfgraph.terms import Language


def of_projection(projection: Projection, *, lang: Language = "en") -> Tables:
    """The tables of a network, or of a part or form of it, with names in a language."""
    rows = node_rows(projection, lang)
    nodes = [{"id": at, "iri": iri, **row} for at, (iri, row) in enumerate(rows.items())]
    at = {iri: number for number, iri in enumerate(rows)}
    edges = [_row(projection, edge, at, lang) for edge in projection.edges]
    return Tables.of(
        projection.query,
        pa.Table.from_pylist(nodes, schema=NODES),
        pa.Table.from_pylist(edges, schema=EDGES),
    )


def _row(
    projection: Projection, edge: Edge, at: Mapping[str, int], lang: Language
) -> dict[str, object]:
    return {
        "iri": edge.iri,
        "source": at[edge.source],
        "target": at[edge.target],
        "label": projection.edge_label(edge, lang),
        "kind": edge.kind,
        "role": edge.role or None,
        "weight": edge.weight,
        "time_begin": edge.begin or None,
        "time_inside": list(edge.inside),
        "time_end": edge.end or None,
        "claim_count": len(edge.claims),
        "claims": list(edge.claims),
        "documents": list(edge.documents),
        "amount": edge.amount,
        "currency": edge.currency or None,
        "qualifier": edge.qualifier or None,
    }
