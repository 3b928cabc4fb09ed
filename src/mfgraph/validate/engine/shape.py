"""A shape read from its graph: its constraints, the shapes of its properties, what it says.

What is not read here, a constraint of SPARQL within another shape or a component that somebody
defined, is in doubt, and the whole shape that leads to it is the reference's.
"""

from dataclasses import dataclass, field
from typing import Final

from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from mfgraph.validate.engine import counts, logic, sets, values
from mfgraph.validate.engine.classes import Classes
from mfgraph.validate.engine.constraint import Constraint, Given
from mfgraph.validate.engine.paths import Expression, Path, read_path
from mfgraph.validate.engine.targets import is_off
from mfgraph.validate.engine.terms import InDoubt, any_of, none, objects
from mfgraph.validate.engine.wording import messages

_SAID: Final = frozenset(
    SH[name]
    for name in (
        "deactivated", "defaultValue", "description", "flags", "group", "ignoredProperties",
        "message", "name", "order", "path", "property", "qualifiedMaxCount", "qualifiedMinCount",
        "qualifiedValueShape", "qualifiedValueShapesDisjoint", "severity", "sparql", "targetClass",
        "targetNode", "targetObjectsOf", "targetSubjectsOf", "declare",
        "minCount", "maxCount", "uniqueLang", "hasValue", "equals", "disjoint", "lessThan",
        "lessThanOrEquals", "closed", "node", "not", "and", "or", "xone",
    )
) | frozenset(values.READERS)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape or property shape."""

    node: Node
    path: Path
    severity: Node
    messages: tuple[Literal, ...]
    constraints: tuple[Constraint, ...] = field(repr=False)
    properties: tuple["Shape", ...]

    def broken(self, node: str, depth: int) -> str:
        """The expression that a node does not conform to the shape."""

        def part(value: str, deeper: int) -> str:
            return any_of(*(shape.broken(value, deeper) for shape in self.properties))

        own = (constraint.broken(node, depth) for constraint in self.constraints)
        parts = (self.path.some(node, depth, part),) if self.properties else ()
        return any_of(*own, *parts)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads shapes from a graph; `within` are those that lead to the one being read."""

    shapes: Graph
    classes: Classes
    defined: frozenset[Node]
    within: tuple[Node, ...] = ()

    def read(self, node: Node) -> Shape:
        """A shape with all that it refers to, but for the SPARQL constraints of its own.

        Raises:
            InDoubt: the shape or one that it leads to is the reference's.
        """
        self._check(node)
        inner = Reader(self.shapes, self.classes, self.defined, (*self.within, node))
        path = read_path(self.shapes.value(node, SH.path), self.shapes)
        # A target named by the shape may be nowhere in the data, where SPARQL finds no such value.
        root = (*self.within, node)[0]
        if path.may_stay and (root, SH.targetNode, None) in self.shapes:
            raise InDoubt
        given = Given(node, path, self.shapes, self.classes, inner.nonconforming)
        properties = objects(self.shapes, node, SH.property)
        return Shape(
            node=node,
            path=path,
            severity=given.alone(SH.severity) or SH.Violation,
            messages=messages(self.shapes, node),
            constraints=(
                *values.constraints(given),
                *counts.constraints(given),
                *sets.constraints(given),
                *logic.constraints(given),
            ),
            properties=tuple(inner.property(p) for p in properties if not is_off(p, self.shapes)),
        )

    def nonconforming(self, node: Node) -> Expression:
        """The expression that a value does not conform to a shape."""
        if is_off(node, self.shapes):
            return none
        return self.part(node).broken

    def property(self, node: Node) -> Shape:
        """A shape of a property, which is nothing without a path."""
        if (node, SH.path, None) not in self.shapes:
            raise InDoubt
        return self.part(node)

    def part(self, node: Node) -> Shape:
        """A shape that another leads to."""
        if (node, SH.sparql, None) in self.shapes:
            raise InDoubt
        return self.read(node)

    def _check(self, node: Node) -> None:
        said = set(self.shapes.predicates(node))
        strange = {p for p in said - _SAID if isinstance(p, URIRef) and p.startswith(str(SH))}
        is_property = (node, RDF.type, SH.PropertyShape) in self.shapes or SH.path in said
        paths = len(list(self.shapes.objects(node, SH.path)))
        if strange or said & self.defined or node in self.within or paths != is_property:
            raise InDoubt
        if not said:
            raise InDoubt


def read(node: Node, shapes: Graph, classes: Classes) -> Shape:
    """A shape as it is written in a graph of shapes.

    Raises:
        InDoubt: the shape or one that it leads to is the reference's.
    """
    if (None, SH.entailment, None) in shapes:
        raise InDoubt
    parameters = {p for c in shapes.subjects(SH.parameter) for p in shapes.objects(c, SH.parameter)}
    defined = frozenset(path for p in parameters for path in shapes.objects(p, SH.path))
    return Reader(shapes, classes, defined).read(node)
