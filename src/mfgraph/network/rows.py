"""What each node and edge is in a file: one row of plain values, by column."""

from collections.abc import Iterator

from mfgraph.network.projection import Edge, Projection
from mfgraph.terms import LANGUAGES, Language, pick

Row = dict[str, str | float]


def node_rows(projection: Projection, lang: Language) -> dict[str, Row]:
    """The kind and names of each node, by the node's IRI; `label` is in the language asked for."""
    names = projection.labels(lang)
    return {
        node.iri: {
            "label": names[node.iri],
            "kind": node.kind,
            "kind_label": pick(projection.query.nodes[node.kind], lang),
            **{f"label_{code}": node.labels.get(code, "") for code in LANGUAGES},
        }
        for node in projection.nodes
    }


def edge_rows(projection: Projection, lang: Language) -> Iterator[tuple[Edge, Row]]:
    """Each edge with its role, weight, dates and proof; with amounts where the network has any."""
    has_amounts = any(edge.currency for edge in projection.edges)
    for edge in projection.edges:
        row: Row = {
            "label": projection.edge_label(edge, lang),
            "kind": edge.kind,
            "role": edge.role,
            "weight": edge.weight,
            # Not `start` and `end`: GEXF would take a day of attestation for the whole life.
            "time_begin": edge.begin,
            "time_inside": " ".join(edge.inside),
            "time_end": edge.end,
            "claims": " ".join(edge.claims),
            "documents": " ".join(edge.documents),
        }
        yield edge, row | (_amount(edge) if has_amounts else {})


def _amount(edge: Edge) -> Row:
    # An amount that no source gives is left empty; it is not zero.
    amount = {} if edge.amount is None else {"amount": float(edge.amount)}
    return {**amount, "currency": edge.currency, "qualifier": edge.qualifier}
