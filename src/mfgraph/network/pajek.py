"""A network as Pajek's `.net`, in UTF-8.

Vertices are named by IRI, with their label and kind beside it; the weight follows the two ends
of an edge, and its IRI, label and claims follow the weight. The format is that of
[Pajek](http://mrvar.fdv.uni-lj.si/pajek/), as networkx reads and writes it.
"""

from collections.abc import Iterator, Mapping

from mfgraph.network.projection import Projection
from mfgraph.network.rows import node_rows
from mfgraph.terms import Language


def pajek(projection: Projection, lang: Language) -> bytes:
    """The bytes of a Pajek file."""
    return "".join(f"{line}\n" for line in _lines(projection, lang)).encode()


def _lines(projection: Projection, lang: Language) -> Iterator[str]:
    numbers = {node.iri: number for number, node in enumerate(projection.nodes, 1)}
    yield f"*vertices {len(numbers)}"
    for iri, row in node_rows(projection, lang).items():
        # Pajek asks for a place and a shape before anything else.
        named = _named({"label": str(row["label"]), "kind": str(row["kind"])})
        yield f"{numbers[iri]} {_quoted(iri)} 0.0 0.0 ellipse {named}"
    yield "*arcs" if projection.query.is_directed else "*edges"
    for edge in projection.edges:
        given = {
            "iri": edge.iri,
            "label": projection.edge_label(edge, lang),
            "claims": " ".join(edge.claims),
        }
        ends = f"{numbers[edge.source]} {numbers[edge.target]}"
        yield f"{ends} {edge.weight} {_named(given)}"


def _named(values: Mapping[str, str]) -> str:
    return " ".join(f"{name} {_quoted(value)}" for name, value in values.items())


def _quoted(text: str) -> str:
    # The format has no way to write a quotation mark or an end of line inside a text.
    plain = " ".join(text.replace('"', "”").replace("\\", "/").split())
    return f'"{plain}"'
