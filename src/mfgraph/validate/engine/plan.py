"""What of a graph of shapes the engine runs itself, and what it leaves to the reference."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rdflib import Graph
from rdflib.term import Node

from mfgraph.store import Store
from mfgraph.validate.engine.classes import Classes
from mfgraph.validate.engine.findings import Finding, of_shape
from mfgraph.validate.engine.focus import Focus, of_targets
from mfgraph.validate.engine.shape import Shape, read
from mfgraph.validate.engine.sparql import SparqlConstraint, sparql_constraints
from mfgraph.validate.engine.terms import InDoubt


@dataclass(frozen=True, slots=True)
class Translated:
    """A shape with targets as queries for all its focus nodes."""

    shape: Shape
    sparql: tuple[SparqlConstraint, ...]
    focus: Focus

    @property
    def node(self) -> Node:
        """The shape's name in its graph."""
        return self.shape.node

    def findings(self, focus: Focus, shapes: Graph, store: Store) -> Iterator[Finding]:
        """What breaks the shape among some nodes, which need not be its own focus nodes."""
        yield from of_shape(self.shape, focus, shapes, store)
        for constraint in self.sparql:
            if focus is not self.focus or constraint.may_find(store):
                yield from constraint.findings(focus, shapes, store)


def plan(
    wanted: Iterable[Node], shapes: Graph, classes: Classes
) -> tuple[tuple[Translated, ...], tuple[Node, ...]]:
    """Of the shapes that are wanted, those that the engine runs and those that it does not."""
    ours = {node: translated(node, shapes, classes) for node in wanted}
    left = tuple(node for node, found in ours.items() if found is None)
    return tuple(found for found in ours.values() if found is not None), left


def translated(node: Node, shapes: Graph, classes: Classes) -> Translated | None:
    """A shape as queries; None where they might not mean the same."""
    try:
        return Translated(
            read(node, shapes, classes),
            tuple(sparql_constraints(node, shapes)),
            of_targets(node, shapes, classes),
        )
    except InDoubt:
        return None
