"""A network as Cypher statements for a property graph such as Neo4j.

Run twice they change nothing: every node and edge is merged by its IRI. The syntax is that of
[openCypher 9](https://opencypher.org/resources/).
"""

from collections.abc import Iterator, Mapping
from typing import Final

from mfgraph.network.projection import Projection
from mfgraph.network.rows import edge_rows, node_rows
from mfgraph.terms import Language, compact

_ESCAPES: Final = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def cypher(projection: Projection, lang: Language) -> bytes:
    """The statements, one a line: nodes first, then edges."""
    return "".join(f"{line};\n" for line in _statements(projection, lang)).encode()


def _statements(projection: Projection, lang: Language) -> Iterator[str]:
    kinds = {node.iri: node.kind for node in projection.nodes}
    for iri, row in node_rows(projection, lang).items():
        yield f"MERGE (n{_label(kinds[iri])} {{iri: {_text(iri)}}}) SET n += {_map(row)}"
    for edge, row in edge_rows(projection, lang):
        one = f"(a{_label(kinds[edge.source])} {{iri: {_text(edge.source)}}})"
        other = f"(b{_label(kinds[edge.target])} {{iri: {_text(edge.target)}}})"
        tie = f"[r{_label(edge.kind)} {{iri: {_text(edge.iri)}}}]"
        yield f"MATCH {one}, {other} MERGE (a)-{tie}->(b) SET r += {_map(row)}"


def _label(kind: str) -> str:
    """A kind as a label: the local part of its short name, quoted."""
    return f":`{compact(kind).rpartition(':')[2].replace('`', '``')}`"


def _map(row: Mapping[str, str | float]) -> str:
    pairs = (f"{name}: {_value(value)}" for name, value in row.items() if value != "")
    return f"{{{', '.join(pairs)}}}"


def _value(value: str | float) -> str:
    return _text(value) if isinstance(value, str) else repr(float(value))


def _text(value: str) -> str:
    return f"'{value.translate(_ESCAPES)}'"
