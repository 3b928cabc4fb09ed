"""What a shape looks at: its targets, its paths, and the classes and properties it compares.

Follows the [core constraint components](https://www.w3.org/TR/shacl/#core-components). A shape
that uses anything else, or refers to itself, is `Unreadable`.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from mfgraph.validate.engine.targets import is_off
from mfgraph.validate.paths import HERE, Either, Path, Repeat, Step, chained, inverse
from mfgraph.validate.sights import Route, Sight, Unreadable, along

TYPE: Final = ox.NamedNode(str(RDF.type))
_COMPARED: Final = frozenset({SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals})
_NESTED: Final = frozenset({SH.node, SH.property, SH["not"], SH.qualifiedValueShape})
_LISTED: Final = frozenset({SH["and"], SH["or"], SH.xone})
# These look at the value alone, at how many there are, or say something of the shape itself.
_ALONE: Final = frozenset(
    SH[name]
    for name in [
        "datatype",
        "deactivated",
        "defaultValue",
        "description",
        "flags",
        "group",
        "hasValue",
        "ignoredProperties",
        "in",
        "languageIn",
        "maxCount",
        "maxExclusive",
        "maxInclusive",
        "maxLength",
        "message",
        "minCount",
        "minExclusive",
        "minInclusive",
        "minLength",
        "name",
        "nodeKind",
        "order",
        "path",
        "pattern",
        "qualifiedMaxCount",
        "qualifiedMinCount",
        "severity",
        "sparql",
        "targetClass",
        "targetNode",
        "targetObjectsOf",
        "targetSubjectsOf",
        "uniqueLang",
    ]
)

_KNOWN: Final = _ALONE | _NESTED | _LISTED


def targets_seen(shape: Node, shapes: Graph) -> Iterator[Sight]:
    """What makes a node a target of a shape."""
    yield Sight(TYPE, routes=(Route(HERE, "subject"),))
    for predicate in shapes.objects(shape, SH.targetSubjectsOf):
        yield Sight(_iri(predicate), routes=(Route(HERE, "subject"),), once=True)
    for predicate in shapes.objects(shape, SH.targetObjectsOf):
        yield Sight(_iri(predicate), routes=(Route(HERE, "object"),), once=True)


def shape_sights(shape: Node, shapes: Graph) -> tuple[Sight, ...]:
    """All that the core constraints of a shape look at, and of those it refers to.

    SPARQL constraints of the shape itself are left out.

    Raises:
        Unreadable: the shape uses something that is not known here.
    """
    return tuple(dict.fromkeys(_of_shape(shape, HERE, shapes, ())))


def shape_path(path: Node, shapes: Graph) -> Path:
    """A [SHACL path](https://www.w3.org/TR/shacl/#property-paths) as a way."""
    if isinstance(path, URIRef):
        return Step(_iri(path))
    for predicate, value in shapes.predicate_objects(path):
        match predicate:
            case SH.inversePath:
                return inverse(shape_path(value, shapes))
            case SH.alternativePath:
                return Either(tuple(shape_path(step, shapes) for step in Collection(shapes, value)))
            case SH.zeroOrMorePath | SH.oneOrMorePath:
                return Repeat(shape_path(value, shapes))
            case SH.zeroOrOnePath:
                return Repeat(shape_path(value, shapes), many=False)
    return chained(*(shape_path(step, shapes) for step in Collection(shapes, path)))


def _of_shape(shape: Node, way: Path, shapes: Graph, above: tuple[Node, ...]) -> Iterator[Sight]:
    if is_off(shape, shapes):
        return
    if shape in above:
        raise Unreadable(f"{shape} refers to itself")
    inside, path = way, shapes.value(shape, SH.path)
    if path is not None:
        step = shape_path(path, shapes)
        yield from along(step, (way,))
        inside = chained(way, step)
    for predicate, value in shapes.predicate_objects(shape):
        if predicate == SH.sparql and above:
            raise Unreadable(f"{shape} has a SPARQL constraint and is referred to")
        if predicate == SH.property and path is not None:
            raise Unreadable(f"{shape} has results about its values")
        for part in _parts(predicate, value, shapes):
            yield from _of_shape(part, inside, shapes, (*above, shape))
        yield from _of_parameter(predicate, value, way, inside)


def _parts(predicate: Node, value: Node, shapes: Graph) -> Iterable[Node]:
    """The shapes that a parameter refers to."""
    if predicate in _LISTED:
        return Collection(shapes, value)
    return (value,) if predicate in _NESTED else ()


def _of_parameter(predicate: Node, value: Node, way: Path, inside: Path) -> Iterator[Sight]:
    if predicate in _COMPARED:
        yield from along(Step(_iri(value)), (way,))
    elif predicate == SH["class"]:
        yield Sight(TYPE, routes=(Route(inside, "subject"),))
    elif predicate == SH.closed:
        yield Sight(None, routes=(Route(inside, "subject"),))
    elif predicate == SH.qualifiedValueShapesDisjoint:
        if str(value) in {"true", "1"}:
            raise Unreadable("sibling shapes")
    elif str(predicate).startswith(str(SH)) and predicate not in _KNOWN:
        raise Unreadable(str(predicate))


def _iri(term: Node) -> ox.NamedNode:
    return ox.NamedNode(str(term))
