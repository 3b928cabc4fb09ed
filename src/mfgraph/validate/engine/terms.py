"""RDF terms and conditions as SPARQL writes them."""

from rdflib import Graph
from rdflib.term import BNode, Identifier, Node

from mfgraph.validate.rdf import to_oxigraph


class InDoubt(Exception):
    """A shape says something that is not translated, or not well-formed; the reference is asked."""


def sparql(term: Node) -> str:
    """A term as SPARQL writes it.

    >>> from rdflib import Literal
    >>> sparql(Literal("الدار البيضاء", lang="ar"))
    '"الدار البيضاء"@ar'
    """
    if isinstance(term, BNode) or not isinstance(term, Identifier):
        raise InDoubt
    return str(to_oxigraph(term))


def objects(graph: Graph, subject: Node, predicate: Node) -> list[Node]:
    """What a graph says, in an order that does not change."""
    return sorted(graph.objects(subject, predicate), key=str)


def all_of(*conditions: str) -> str:
    """That all conditions hold; of none, true."""
    kept = [condition for condition in conditions if condition != "true"]
    return f"({' && '.join(kept)})" if kept else "true"


def any_of(*conditions: str) -> str:
    """That some condition holds; of none, false."""
    kept = [condition for condition in conditions if condition != "false"]
    return f"({' || '.join(kept)})" if kept else "false"


def holds(condition: str) -> str:
    """That a condition holds, where an error counts as no: `"a" < 1` is an error."""
    return f"COALESCE({condition}, false)"


def none(_: str, __: int) -> str:
    """The expression that holds of no node."""
    return "false"
