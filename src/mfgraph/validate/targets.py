"""Which nodes a shape is about, and which shapes are about no node at all.

A shape with a misspelled target finds nothing wrong for ever, so it is reported.
"""

from collections.abc import Iterator

from rdflib import OWL, RDF, RDFS, SH, Graph
from rdflib.term import Node

from mfgraph.phrases import phrase
from mfgraph.terms import LANGUAGES
from mfgraph.validate.rdf import short
from mfgraph.validate.report import Result, Severity, Target, by_language

_DECLARATIONS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
_CLASSES = frozenset({RDFS.Class, OWL.Class})


def targeted(shapes: Graph) -> tuple[Node, ...]:
    """The shapes that choose their own focus nodes and are not deactivated, in order."""
    found = {shape for declaration in _DECLARATIONS for shape in shapes.subjects(declaration)}
    found |= {shape for shape in _typed_shapes(shapes) if is_class(shape, shapes)}
    return tuple(sorted((s for s in found if not is_off(s, shapes)), key=str))


def focus_nodes(shape: Node, shapes: Graph, data: Graph) -> frozenset[Node]:
    """The nodes that a shape's target declarations select.

    Follows [SHACL, 2.1.3](https://www.w3.org/TR/shacl/#targets). A node named by
    `sh:targetNode` counts even where the data says nothing of it.
    """
    found = set(shapes.objects(shape, SH.targetNode))
    for wanted in _target_classes(shape, shapes):
        for kind in data.transitive_subjects(RDFS.subClassOf, wanted):
            found.update(data.subjects(RDF.type, kind))
    for predicate in shapes.objects(shape, SH.targetSubjectsOf):
        found.update(data.subjects(predicate))
    for predicate in shapes.objects(shape, SH.targetObjectsOf):
        found.update(data.objects(None, predicate))
    return frozenset(found)


def unmatched(targets: tuple[Target, ...]) -> Iterator[Result]:
    """A warning for each shape that was tried on no node."""
    for target in targets:
        if target.count == 0:
            name = short(str(target.shape))
            yield Result(
                focus=target.shape,
                rule=target.rule,
                severity=Severity.WARNING,
                component=str(SH.Shape),
                messages=by_language(
                    {la: phrase("validate.no-target", la, shape=name) for la in LANGUAGES}
                ),
            )


def is_off(node: Node, shapes: Graph) -> bool:
    """Whether a shape or constraint is deactivated."""
    return any(str(value) in {"true", "1"} for value in shapes.objects(node, SH.deactivated))


def is_class(shape: Node, shapes: Graph) -> bool:
    """Whether a shape is a class as well, whose instances are then its focus nodes."""
    return not _CLASSES.isdisjoint(shapes.objects(shape, RDF.type))


def _target_classes(shape: Node, shapes: Graph) -> Iterator[Node]:
    yield from shapes.objects(shape, SH.targetClass)
    if is_class(shape, shapes):
        yield shape


def _typed_shapes(shapes: Graph) -> Iterator[Node]:
    yield from shapes.subjects(RDF.type, SH.NodeShape)
    yield from shapes.subjects(RDF.type, SH.PropertyShape)
