"""SPARQL constraints, each asked once for all its focus nodes.

pySHACL parses and runs the text of a constraint once a node, which takes most of its time.
Here the pattern of the nodes stands at the beginning of the constraint's WHERE, and one SELECT
to Oxigraph gives the rows of all. That is done only where `prebinding` shows that it means the
same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rdflib import OWL, RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

from mfgraph.store import Store
from mfgraph.validate.engine.findings import Finding, rows
from mfgraph.validate.engine.focus import Focus
from mfgraph.validate.engine.prebinding import for_all, is_choice
from mfgraph.validate.engine.shapes_graph import asks_shapes, listed, prebound, with_shapes
from mfgraph.validate.engine.targets import is_off
from mfgraph.validate.engine.terms import InDoubt
from mfgraph.validate.engine.wording import fill, messages, plain

# pySHACL declares these for every query, so shapes written for it may rely on them.
_ALWAYS: Final = {"rdf": str(RDF), "rdfs": str(RDFS), "owl": str(OWL)}


@dataclass(frozen=True, slots=True)
class SparqlConstraint:
    """A SPARQL constraint of one node shape, with all that a result repeats of it."""

    node: Node
    shape: Node
    query: str
    prefixes: str
    severity: Node
    messages: tuple[Literal, ...]
    asks_shapes: bool

    def may_find(self, store: Store) -> bool:
        """Whether it might object to any node at all, where that is soon told.

        Of alternatives Oxigraph tries each on each focus node; without the nodes, each is one
        look into an index.
        """
        if self.asks_shapes or not is_choice(self.query):
            return True
        return next(store.select(self.prefixes + self.query), None) is not None

    def findings(self, focus: Focus, shapes: Graph, store: Store) -> Iterator[Finding]:
        """What the constraint objects to among the focus nodes.

        Follows [SHACL, 5.3.2](https://www.w3.org/TR/shacl/#sparql-constraints-variables): the
        value is `?value`, else the focus node; `?path` is the path where it is an IRI.
        """
        if self.asks_shapes:
            focus, store = listed(focus, store), with_shapes(store, shapes)
        for row in rows(self.prefixes + for_all(self.query, str(focus)), store):
            value, path = row.get("value", row["this"]), row.get("path")
            yield Finding(
                focus=row["this"],
                shape=self.shape,
                component=SH.SPARQLConstraintComponent,
                severity=self.severity,
                messages=tuple(fill(said, {**row, "value": value}) for said in self.messages),
                path=path if isinstance(path, URIRef) else None,
                value=value,
                constraint=self.node,
            )


def sparql_constraints(shape: Node, shapes: Graph) -> Iterator[SparqlConstraint]:
    """The SPARQL constraints of a node shape.

    Raises:
        InDoubt: one cannot be asked for all focus nodes at once.
    """
    for node in sorted(shapes.objects(shape, SH.sparql), key=str):
        if is_off(node, shapes):
            continue
        queries = list(shapes.objects(node, SH.select))
        if len(queries) != 1 or (shape, SH.path, None) in shapes:
            raise InDoubt
        query = str(queries[0])
        asked = asks_shapes(query)
        query = prebound(query, shape) if asked else query
        for_all(query, "")
        yield SparqlConstraint(
            node=node,
            shape=shape,
            query=query,
            prefixes=_prefixes(node, shapes),
            severity=shapes.value(shape, SH.severity) or SH.Violation,
            messages=messages(shapes, node, shape) or plain(SH.SPARQLConstraintComponent),
            asks_shapes=asked,
        )


def _prefixes(node: Node, shapes: Graph) -> str:
    declared = dict(_ALWAYS)
    for ontology in shapes.objects(node, SH.prefixes):
        for source in shapes.transitive_objects(ontology, OWL.imports):
            for declaration in shapes.objects(source, SH.declare):
                prefix = str(shapes.value(declaration, SH.prefix))
                declared[prefix] = str(shapes.value(declaration, SH.namespace))
    return "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in sorted(declared.items()))
