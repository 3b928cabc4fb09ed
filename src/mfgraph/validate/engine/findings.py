"""What breaks a shape: one finding for each row that its queries leave, and its triples."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from mfgraph.store import Store
from mfgraph.validate.engine.focus import Focus, of_nodes
from mfgraph.validate.engine.shape import Shape
from mfgraph.validate.engine.wording import plain
from mfgraph.validate.rdf import Triple, to_rdflib


@dataclass(frozen=True, slots=True)
class Finding:
    """A validation result ([SHACL, 3.6.2](https://www.w3.org/TR/shacl/#results-validation-result))."""

    focus: Node
    shape: Node
    component: URIRef
    severity: Node
    messages: tuple[Literal, ...]
    path: Node | None = None
    value: Node | None = None
    constraint: Node | None = None

    def triples(self, node: Node) -> Iterator[Triple]:
        """The result as a report says it, but for the parts of a path."""
        yield node, RDF.type, SH.ValidationResult
        said = {
            SH.focusNode: self.focus,
            SH.resultPath: self.path,
            SH.value: self.value,
            SH.resultSeverity: self.severity,
            SH.sourceShape: self.shape,
            SH.sourceConstraint: self.constraint,
            SH.sourceConstraintComponent: self.component,
        }
        for predicate, term in said.items():
            if term is not None:
                yield node, predicate, term
        for message in self.messages:
            yield node, SH.resultMessage, message


def of_shape(shape: Shape, focus: Focus, shapes: Graph, store: Store) -> Iterator[Finding]:
    """What breaks a shape and the shapes of its properties among the focus nodes.

    One query asks which nodes break the shape at all, mostly none: only these are asked about
    each constraint.
    """
    broken = f"{focus} FILTER({shape.broken('?this', 0)})"
    found = [row["this"] for row in rows(f"SELECT DISTINCT ?this WHERE {{ {broken} }}", store)]
    if not found:
        return
    # A node without a name cannot be listed.
    named = all(not isinstance(node, BNode) for node in found)
    yield from _of_constraints(shape, of_nodes(found) if named else focus, shapes, store)


def _of_constraints(shape: Shape, focus: Focus, shapes: Graph, store: Store) -> Iterator[Finding]:
    path = shapes.value(shape.node, SH.path)
    for constraint in shape.constraints:
        for row in rows(constraint.query(focus), store):
            yield Finding(
                focus=row["this"],
                shape=shape.node,
                component=constraint.component,
                severity=shape.severity,
                messages=shape.messages or plain(constraint.component),
                path=row.get("path", path),
                value=row.get("value"),
            )
    for part in shape.properties:
        yield from _of_constraints(part, focus.values(shape.path), shapes, store)


def record(findings: Iterable[Finding], head: Node, report: Graph, shapes: Graph) -> None:
    """Add findings to the graph of a validation report, whose own node is the head."""
    for finding in findings:
        node = BNode()
        report.add((head, SH.result, node))
        for triple in (*finding.triples(node), *_parts(finding.path, shapes)):
            report.add(triple)


def _parts(path: Node | None, shapes: Graph) -> Iterator[Triple]:
    # A path that is more than a name is a tree of blank nodes.
    if isinstance(path, BNode):
        for _, predicate, term in shapes.triples((path, None, None)):
            yield path, predicate, term
            yield from _parts(term, shapes)


def rows(query: str, store: Store) -> Iterator[Mapping[str, Node]]:
    """The solutions of a query, each once, without the variables that have no value."""
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
            yield found
