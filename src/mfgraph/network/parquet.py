"""A network as two Parquet files, nodes and edges. Needs the extra `parquet`.

Claims, documents and dates of attestation are lists, amounts are exact decimals, and what no
source gives is null.
"""

import io
from collections.abc import Mapping, Sequence

from mfgraph.errors import ExportError
from mfgraph.network.projection import Edge, Projection
from mfgraph.network.rows import node_rows
from mfgraph.terms import LANGUAGES, Language

try:
    import pyarrow as pa
    from pyarrow.parquet import write_table
except ImportError as error:
    raise ExportError(
        "a Parquet file needs pyarrow, which is not installed",
        hint="run: pip install 'mfgraph[parquet]'",
    ) from error


def parquet(projection: Projection, lang: Language) -> Mapping[str, bytes]:
    """The bytes of both files, by the ending of their names."""
    nodes = [{"id": iri, **row} for iri, row in node_rows(projection, lang).items()]
    edges = [_edge(projection, edge, lang) for edge in projection.edges]
    return {
        ".nodes.parquet": _written(nodes, _node_schema()),
        ".edges.parquet": _written(edges, _edge_schema()),
    }


def _edge(projection: Projection, edge: Edge, lang: Language) -> dict[str, object]:
    return {
        "id": edge.iri,
        "source": edge.source,
        "target": edge.target,
        "label": projection.edge_label(edge, lang),
        "kind": edge.kind,
        "role": edge.role or None,
        "weight": edge.weight,
        "time_begin": edge.begin or None,
        "time_inside": list(edge.inside),
        "time_end": edge.end or None,
        "claims": list(edge.claims),
        "documents": list(edge.documents),
        "amount": edge.amount,
        "currency": edge.currency or None,
        "qualifier": edge.qualifier or None,
    }


def _node_schema() -> pa.Schema:
    names = ("id", "label", "kind", "kind_label", *(f"label_{code}" for code in LANGUAGES))
    return pa.schema([(name, pa.string()) for name in names])


def _edge_schema() -> pa.Schema:
    types = {
        "weight": pa.float64(),
        "amount": pa.decimal128(24, 4),
        **dict.fromkeys(("time_inside", "claims", "documents"), pa.list_(pa.string())),
    }
    names = ("id", "source", "target", "label", "kind", "role", "weight", "time_begin")
    more = ("time_inside", "time_end", "claims", "documents", "amount", "currency", "qualifier")
    return pa.schema([(name, types.get(name, pa.string())) for name in (*names, *more)])


def _written(rows: Sequence[Mapping[str, object]], schema: pa.Schema) -> bytes:
    written = io.BytesIO()
    write_table(pa.Table.from_pylist(list(rows), schema=schema), written)
    return written.getvalue()
