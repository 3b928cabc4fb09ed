"""Which nodes a shape is aimed at, asked of a store one node at a time.

The same as `engine.of_targets`, which gives all of them at once
([SHACL, 2.1.3](https://www.w3.org/TR/shacl/#targets)).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from rdflib import RDFS, SH, Graph
from rdflib.term import Node

from mfgraph.store import OxigraphStore
from mfgraph.validate.core_sights import TYPE
from mfgraph.validate.engine.targets import is_class
from mfgraph.validate.paths import Repeat, Step, Term, walk
from mfgraph.validate.rdf import to_oxigraph

SUBCLASS: Final = ox.NamedNode(str(RDFS.subClassOf))
_SUBCLASSES: Final = Repeat(Step(SUBCLASS, forward=False))
_NO_LIMIT: Final = 1 << 60


@dataclass(frozen=True, slots=True)
class Aim:
    """The target declarations of a shape, its classes with all their subclasses."""

    nodes: frozenset[Term]
    classes: frozenset[Term]
    subjects_of: frozenset[ox.NamedNode]
    objects_of: frozenset[ox.NamedNode]

    @classmethod
    def of(cls, shape: Node, shapes: Graph, store: OxigraphStore) -> "Aim":
        """The aim of a shape in a store, whose classes it takes as they are now."""
        kinds = set(_terms(shapes.objects(shape, SH.targetClass)))
        if is_class(shape, shapes):
            kinds |= set(_terms((shape,)))
        return cls(
            nodes=frozenset(_terms(shapes.objects(shape, SH.targetNode))),
            classes=walk(_SUBCLASSES, kinds, store, _NO_LIMIT),
            subjects_of=frozenset(_iris(shapes.objects(shape, SH.targetSubjectsOf))),
            objects_of=frozenset(_iris(shapes.objects(shape, SH.targetObjectsOf))),
        )

    def all(self, store: OxigraphStore) -> set[Term]:
        """All the nodes that it is aimed at."""
        ask, found = store.inner.quads_for_pattern, set(self.nodes)
        for kind in self.classes:
            found.update(quad.subject for quad in ask(None, TYPE, kind))
        for predicate in self.subjects_of:
            found.update(quad.subject for quad in ask(None, predicate, None))
        for predicate in self.objects_of:
            found.update(quad.object for quad in ask(None, predicate, None))
        return found

    def may_move(self, triple: ox.Triple) -> Iterator[Term]:
        """The nodes that a triple alone may make, or stop making, a focus node."""
        if triple.predicate in self.objects_of:
            yield triple.object
        if triple.predicate in self.subjects_of or (
            triple.predicate == TYPE and triple.object in self.classes
        ):
            yield triple.subject


@dataclass(frozen=True, slots=True)
class Aims:
    """The aims of several shapes, tried on one node after the other in a store that stands still."""

    aims: tuple[Aim, ...]
    store: OxigraphStore
    known: dict[Term, frozenset[int]]

    def hitting(self, node: Term) -> frozenset[int]:
        """The places in the order of the shapes that are aimed at a node."""
        found = self.known.get(node)
        if found is None:
            found = self.known[node] = frozenset(self._hitting(node))
        return found

    def _hitting(self, node: Term) -> Iterator[int]:
        ask = self.store.inner.quads_for_pattern
        types = {quad.object for quad in _said(node, TYPE, self.store)}
        for at, aim in enumerate(self.aims):
            if (
                node in aim.nodes
                or not types.isdisjoint(aim.classes)
                or any(_any(_said(node, p, self.store)) for p in aim.subjects_of)
                or any(_any(ask(None, p, node)) for p in aim.objects_of)
            ):
                yield at


def _said(node: Term, predicate: ox.NamedNode, store: OxigraphStore) -> Iterable[ox.Quad]:
    if isinstance(node, ox.Literal):
        return ()
    return store.inner.quads_for_pattern(node, predicate, None)


def _any(found: Iterable[object]) -> bool:
    return next(iter(found), None) is not None


def _terms(nodes: Iterable[Node]) -> Iterator[Term]:
    return (to_oxigraph(node) for node in nodes)


def _iris(nodes: Iterable[Node]) -> Iterator[ox.NamedNode]:
    return (ox.NamedNode(str(node)) for node in nodes)
