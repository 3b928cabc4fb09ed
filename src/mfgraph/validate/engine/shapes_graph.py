"""SPARQL constraints that ask the graph of shapes as well.

SHACL binds `$shapesGraph` and `$currentShape` beforehand ([SHACL, 5.3.1](https://www.w3.org/TR/shacl/#sparql-constraints-prebound)),
so that their values stand in their place, and `bound($shapesGraph)` is true.
"""

import re
from itertools import chain
from typing import Final

import pyoxigraph as ox
from rdflib import Graph
from rdflib.term import Node

from mfgraph.store import OxigraphStore, Store
from mfgraph.validate.engine.focus import Focus, of_nodes
from mfgraph.validate.engine.terms import InDoubt, sparql
from mfgraph.validate.rdf import to_quads, to_rdflib

NAME: Final = ox.NamedNode("urn:mfgraph:shapes")
_BOUND: Final = re.compile(r"\bBOUND\s*\(\s*[?$](?:shapesGraph|currentShape)\s*\)", re.IGNORECASE)
_VARIABLE: Final = re.compile(r"[?$](shapesGraph|currentShape)\b")


def asks_shapes(query: str) -> bool:
    """Whether a query mentions one of the two variables."""
    return _VARIABLE.search(query) is not None


def prebound(query: str, shape: Node) -> str:
    """A query with the values of the two variables in their place.

    Raises:
        InDoubt: the query would give them out, where only a variable can stand.
    """
    head, brace, body = query.partition("{")
    if asks_shapes(head):
        raise InDoubt
    values = {"shapesGraph": str(NAME), "currentShape": sparql(shape)}
    return head + brace + _VARIABLE.sub(lambda found: values[found[1]], _BOUND.sub("(true)", body))


def with_shapes(store: Store, shapes: Graph) -> Store:
    """A store that holds the shapes beside the data, in a graph of their own."""
    return OxigraphStore.of(chain(store.quads(), to_quads(shapes, NAME)))


def listed(focus: Focus, store: Store) -> Focus:
    """The same nodes by name: a pattern means something else inside GRAPH."""
    rows = store.select(f"SELECT ?this WHERE {{ {focus} }}")
    return of_nodes(to_rdflib(row["this"]) for row in rows)
