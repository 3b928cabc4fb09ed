"""SPARQL constraints, each asked once for all its focus nodes.

pySHACL parses and runs the text of a constraint once a node, which takes most of its time.
Here the nodes are joined with `$this` at the beginning of the constraint's WHERE, and one
SELECT to Oxigraph gives the rows of all. That is done only where `prebinding` shows that it
means the same; what is left stays in the shapes graph for pySHACL.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import NamedNode
from rdflib import OWL, RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from mfgraph.store import Store
from mfgraph.validate.prebinding import for_all
from mfgraph.validate.rdf import to_rdflib
from mfgraph.validate.targets import focus_nodes, is_class, is_off, targeted

_SLOT: Final = re.compile(r"\{[?$](\w+)\}")
# Other shapes reach a shape by these; its constraints then speak of their nodes as well.
_REFERENCES: Final = (SH.node, SH.property, SH["not"], SH.qualifiedValueShape, RDF.first)
# pySHACL declares these for every query, so shapes written for it may rely on them.
_ALWAYS: Final = {"rdf": str(RDF), "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "owl": str(OWL)}


@dataclass(frozen=True, slots=True)
class Constraint:
    """A SPARQL constraint of one node shape, with all that a result repeats of it."""

    node: Node
    shape: Node
    query: str
    prefixes: str
    severity: Node
    messages: tuple[Literal, ...]
    focus: tuple[Node, ...] = field(repr=False)

    def for_all(self) -> str | None:
        """One query for all focus nodes; None where it might not mean the same."""
        nodes = [str(NamedNode(str(node))) for node in self.focus if isinstance(node, URIRef)]
        if len(nodes) < len(self.focus):
            return None
        query = for_all(self.query, nodes)
        return None if query is None else self.prefixes + query


def set_at_a_time(shapes: Graph, data: Graph) -> Iterator[Constraint]:
    """The constraints of the shapes that can be asked for all their focus nodes at once.

    They stand on a node shape that has its own targets and that no other shape refers to.
    """
    for shape in targeted(shapes):
        if (shape, SH.sparql, None) in shapes and _stands_alone(shape, shapes):
            nodes = tuple(sorted(focus_nodes(shape, shapes, data), key=str))
            for constraint in _constraints(shape, shapes, nodes):
                if constraint.for_all() is not None:
                    yield constraint


def results(constraint: Constraint, store: Store) -> Iterator[tuple[Node, Node, Node]]:
    """The triples of the validation results of a constraint, ready for a report graph.

    Follows [SHACL, 5.3.2](https://www.w3.org/TR/shacl/#sparql-constraints-variables): the
    value is `?value`, else the focus node; `?path` is the path where it is an IRI.
    """
    query = constraint.for_all() if constraint.focus else None
    if query is None:
        return
    solutions = store.select(query)
    names = [variable.value for variable in solutions.variables]
    seen = set()
    for solution in solutions:
        found = {
            name: to_rdflib(term)
            for name, term in zip(names, solution, strict=True)
            if term is not None
        }
        row = tuple(sorted(found.items()))
        if row not in seen:
            seen.add(row)
            yield from _result(constraint, found)


def _result(constraint: Constraint, row: Mapping[str, Node]) -> Iterator[tuple[Node, Node, Node]]:
    node, focus = BNode(), row["this"]
    value = row.get("value", focus)
    yield node, RDF.type, SH.ValidationResult
    yield node, SH.focusNode, focus
    yield node, SH.resultSeverity, constraint.severity
    yield node, SH.sourceShape, constraint.shape
    yield node, SH.sourceConstraint, constraint.node
    yield node, SH.sourceConstraintComponent, SH.SPARQLConstraintComponent
    yield node, SH.value, value
    if isinstance(row.get("path"), URIRef):
        yield node, SH.resultPath, row["path"]
    for message in constraint.messages:
        filled = fill(message, {**row, "value": value})
        yield node, SH.resultMessage, filled


def fill(message: Literal, row: Mapping[str, Node]) -> Literal:
    """A message with `{?name}` and `{$name}` replaced by what the row holds.

    >>> fill(Literal("S-23 {?value}, not {$t}", lang="en"), {"value": Literal("43.57")})
    rdflib.term.Literal('S-23 43.57, not {$t}', lang='en')
    """
    text = _SLOT.sub(lambda slot: str(row.get(slot[1], slot[0])), message)
    return Literal(text, lang=message.language)


def _constraints(shape: Node, shapes: Graph, nodes: tuple[Node, ...]) -> Iterator[Constraint]:
    for node in sorted(shapes.objects(shape, SH.sparql), key=str):
        queries = list(shapes.objects(node, SH.select))
        if len(queries) == 1 and not is_off(node, shapes):
            said = {*shapes.objects(node, SH.message), *shapes.objects(shape, SH.message)}
            yield Constraint(
                node=node,
                shape=shape,
                query=str(queries[0]),
                prefixes=_prefixes(node, shapes),
                severity=shapes.value(shape, SH.severity) or SH.Violation,
                messages=tuple(sorted(m for m in said if isinstance(m, Literal))),
                focus=nodes,
            )


def _stands_alone(shape: Node, shapes: Graph) -> bool:
    referred = any((None, by, shape) in shapes for by in _REFERENCES)
    is_property = (shape, SH.path, None) in shapes
    return not referred and not is_property and not is_class(shape, shapes)


def _prefixes(node: Node, shapes: Graph) -> str:
    declared = dict(_ALWAYS)
    for ontology in shapes.objects(node, SH.prefixes):
        for source in shapes.transitive_objects(ontology, OWL.imports):
            for declaration in shapes.objects(source, SH.declare):
                prefix = str(shapes.value(declaration, SH.prefix))
                declared[prefix] = str(shapes.value(declaration, SH.namespace))
    return "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in sorted(declared.items()))
