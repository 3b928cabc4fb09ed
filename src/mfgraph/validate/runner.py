"""Shapes run on a store, whole or an excerpt, each result with its triples in the report graph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rdflib import SH, BNode, Graph
from rdflib.term import Node

from mfgraph.store import OxigraphStore
from mfgraph.validate import reference
from mfgraph.validate.engine import of_nodes, plan, read_classes, record, targeted
from mfgraph.validate.engine.findings import Finding
from mfgraph.validate.engine.focus import Focus as EngineFocus
from mfgraph.validate.engine.plan import Translated
from mfgraph.validate.engine.sparql import SparqlConstraint
from mfgraph.validate.findings import read_result
from mfgraph.validate.parts import Focus, Found, Plan
from mfgraph.validate.paths import Term
from mfgraph.validate.query_part import Wanted
from mfgraph.validate.rdf import Triple, to_oxigraph, to_rdflib


@dataclass(frozen=True, slots=True)
class Runner:
    """What runs the shapes, but for the constraints that are parts of their own."""

    shapes: Graph
    apart: frozenset[str]

    def planned(self, store: OxigraphStore) -> Plan:
        """The shapes as queries, with the classes of a store, and those left to the reference."""
        ours, left = plan(targeted(self.shapes), self.shapes, read_classes(store))
        return tuple(replace(shape, sparql=tuple(self._each(shape))) for shape in ours), left

    def run(self, store: OxigraphStore, planned: Plan, focus: Focus | None) -> Iterator[Found]:
        """The results in a store, of all shapes or of some on some nodes."""
        ours, left = planned
        for shape in ours:
            nodes = shape.focus if focus is None else _named(focus.get(shape.node, ()), shape)
            if nodes is not None:
                for finding in shape.findings(nodes, self.shapes, store):
                    yield _found(finding, self.shapes)
        some = None if focus is None else {n: map(to_rdflib, focus.get(n, ())) for n in left}
        report = reference.report(left, store, self.shapes, some)
        for node in report.objects(None, SH.result):
            yield _read(node, report, self.shapes)

    def _each(self, shape: Translated) -> Iterator[SparqlConstraint]:
        return (constraint for constraint in shape.sparql if str(constraint.node) not in self.apart)


def _named(nodes: Iterable[Term], shape: Translated) -> EngineFocus | None:
    # A node without a name cannot be listed: the shape then looks for its targets itself.
    listed = [to_rdflib(node) for node in nodes]
    if any(isinstance(node, BNode) for node in listed):
        return shape.focus
    return of_nodes(listed) if listed else None


def rows_of(
    constraint: SparqlConstraint,
    nodes: tuple[Node, ...],
    shapes: Graph,
    store: OxigraphStore,
    wanted: Wanted,
) -> Iterator[Found]:
    """The results of one constraint, or those of them that have a wanted value."""
    for finding in constraint.findings(of_nodes(nodes), shapes, store):
        value = finding.value
        if wanted is None or (value is not None and to_oxigraph(value) in wanted):
            yield _found(finding, shapes)


def _found(finding: Finding, shapes: Graph) -> Found:
    report, head = Graph(bind_namespaces="none"), BNode()
    record((finding,), head, report, shapes)
    (node,) = report.objects(head, SH.result)
    return _read(node, report, shapes)


def _read(node: Node, report: Graph, shapes: Graph) -> Found:
    return Found(read_result(node, report, shapes), tuple(_described(node, report)))


def _described(node: Node, report: Graph) -> Iterator[Triple]:
    """A node's triples, and those of the blank nodes it leads to."""
    todo, done = [node], {node}
    while todo:
        for triple in report.triples((todo.pop(), None, None)):
            yield triple
            if isinstance(triple[2], BNode) and triple[2] not in done:
                done.add(triple[2])
                todo.append(triple[2])
