"""Which shapes choose their own focus nodes."""

from collections.abc import Iterator
from typing import Final

from rdflib import OWL, RDF, RDFS, SH, Graph
from rdflib.term import Node

DECLARATIONS: Final = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
CLASSES: Final = frozenset({RDFS.Class, OWL.Class})


def targeted(shapes: Graph) -> tuple[Node, ...]:
    """The shapes that choose their own focus nodes and are not deactivated, in order."""
    found = {shape for declaration in DECLARATIONS for shape in shapes.subjects(declaration)}
    found |= {shape for shape in _typed_shapes(shapes) if is_class(shape, shapes)}
    return tuple(sorted((s for s in found if not is_off(s, shapes)), key=str))


def target_classes(shape: Node, shapes: Graph) -> Iterator[Node]:
    """The classes whose instances a shape is about."""
    yield from shapes.objects(shape, SH.targetClass)
    if is_class(shape, shapes):
        yield shape


def is_off(node: Node, shapes: Graph) -> bool:
    """Whether a shape or constraint is deactivated."""
    return any(str(value) in {"true", "1"} for value in shapes.objects(node, SH.deactivated))


def is_class(shape: Node, shapes: Graph) -> bool:
    """Whether a shape is a class as well, whose instances are then its focus nodes."""
    return not CLASSES.isdisjoint(shapes.objects(shape, RDF.type))


def _typed_shapes(shapes: Graph) -> Iterator[Node]:
    yield from shapes.subjects(RDF.type, SH.NodeShape)
    yield from shapes.subjects(RDF.type, SH.PropertyShape)
