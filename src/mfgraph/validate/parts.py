"""A validation in parts, each of which can be done anew for some nodes alone.

The shapes are one part, with a focus node's results under that node. A constraint that speaks
of the dataset as a whole, a hygiene check and each program are parts of their own, with results
under the culprit. What a part looks at tells which nodes a change touches, and which triples
must be at hand to do it anew for them: an excerpt of the store that holds those triples gives
the same answer for these nodes as the whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import pyoxigraph as ox
from rdflib.term import Identifier, Node

from mfgraph.store import OxigraphStore
from mfgraph.validate.aims import Aims
from mfgraph.validate.bars import is_barred
from mfgraph.validate.engine.plan import Translated
from mfgraph.validate.likeness import Alike, Keys, same
from mfgraph.validate.looks import Look
from mfgraph.validate.paths import Term
from mfgraph.validate.reach import Everywhere, Sighted, Walker
from mfgraph.validate.report import Result

Triple = tuple[Node, Node, Node]
Plan = tuple[tuple[Translated, ...], tuple[Node, ...]]
Focus = Mapping[Node, tuple[Term, ...]]
Wanted = frozenset[Term] | None
_UNKNOWN: Final = Look(None)


@dataclass(frozen=True, slots=True)
class Found:
    """A result and, where a shape gave it, its triples in the report graph."""

    result: Result
    triples: tuple[Triple, ...] = ()
    # Put together once: of many results few change, and all are put in order each time.
    key: Any = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", self.result.key)


@dataclass(frozen=True, slots=True)
class View:
    """A store that stands still, as the parts look at it."""

    walker: Walker
    aims: Aims
    plan: Plan

    @property
    def store(self) -> OxigraphStore:
        """The store itself."""
        return self.walker.store


Asked = Callable[[OxigraphStore, Wanted], Iterable[Found]]


class Part(Protocol):
    """A part of a validation."""

    @property
    def name(self) -> str:
        """What it is called, the same in each run."""
        ...

    def about(self, found: Found) -> Identifier | None:
        """The node under which a result is kept."""
        ...

    def touched(self, triples: Iterable[ox.Triple], view: View) -> set[Term]:
        """The nodes whose results depend on any of some triples.

        Raises:
            Everywhere: it may be all nodes.
        """
        ...

    def needed(self, nodes: Iterable[Term], view: View) -> Iterator[ox.Quad]:
        """The triples on which the results of some nodes depend.

        Raises:
            TooMany: they are too many to take out of the store.
        """
        ...

    def ask(
        self, store: OxigraphStore, view: View, nodes: Iterable[Term] | None
    ) -> Iterator[Found]:
        """The results that a store gives for some nodes, or more, or for all there are."""
        ...


@dataclass(frozen=True, slots=True)
class QueryPart:
    """A query or a program with what it looks at. With `keys`, things are compared by them."""

    name: str
    asked: Asked
    look: Look = _UNKNOWN
    keys: Keys | None = None
    alike: Alike = same
    sighted: Sighted = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sighted", Sighted.of([self.look.sights or ()]))

    def about(self, found: Found) -> Identifier | None:
        """The node under which a result is kept."""
        return found.result.value if self.look.by_value else found.result.focus

    def touched(self, triples: Iterable[ox.Triple], view: View) -> set[Term]:
        """The nodes whose results depend on any of some triples."""
        if self.look.sights is None:
            raise Everywhere
        found: set[Term] = set()
        for triple in triples:
            for sight, _ in self.sighted.of_triple(triple):
                found |= view.walker.nodes(sight, triple)
        return found

    def needed(self, nodes: Iterable[Term], view: View) -> Iterator[ox.Quad]:
        """The triples on which the results of some nodes depend."""
        starts = frozenset(nodes)
        for sight in self.look.sights or ():
            yield from view.walker.triples(sight, starts)

    def open(self, nodes: Iterable[Term], view: View) -> Iterator[Term]:
        """The nodes for which there may be something to find."""
        passed = nodes if self.look.gate is None else self.look.gate.passed(nodes)
        return (node for node in passed if not is_barred(node, self.look.bars, view.store))

    def ask(
        self,
        store: OxigraphStore,
        view: View,  # noqa: ARG002  (one signature for all parts)
        nodes: Iterable[Term] | None,
    ) -> Iterator[Found]:
        """The results that a store gives for some nodes, or for all there are."""
        yield from self.asked(store, None if nodes is None else frozenset(nodes))


class RunsShapes(Protocol):
    """What runs the shapes."""

    def planned(self, store: OxigraphStore) -> Plan:
        """What it works out of the classes of a store."""
        ...

    def run(self, store: OxigraphStore, planned: Plan, focus: Focus | None) -> Iterator[Found]:
        """The results in a store, of all shapes or of some on some nodes."""
        ...


@dataclass(frozen=True, slots=True)
class ShapesPart:
    """The shapes in their order, each with what it looks at, and what runs them."""

    shapes: tuple[Node, ...]
    runner: RunsShapes
    sighted: Sighted
    name: str = "shapes"

    def about(self, found: Found) -> Identifier | None:
        """The node under which a result is kept."""
        return found.result.focus

    def touched(self, triples: Iterable[ox.Triple], view: View) -> set[Term]:
        """The focus nodes that any of some triples may bear on."""
        found: set[Term] = set()
        for triple in triples:
            for sight, owners in self.sighted.of_triple(triple):
                for node in view.walker.nodes(sight, triple):
                    if node not in found and not view.aims.hitting(node).isdisjoint(owners):
                        found.add(node)
        return found

    def needed(self, nodes: Iterable[Term], view: View) -> Iterator[ox.Quad]:
        """The triples that the shapes of some focus nodes look at."""
        hit = [(node, view.aims.hitting(node)) for node in nodes]
        for sight, owners in self.sighted:
            starts = frozenset(node for node, shapes in hit if not shapes.isdisjoint(owners))
            if starts:
                yield from view.walker.triples(sight, starts)

    def ask(
        self, store: OxigraphStore, view: View, nodes: Iterable[Term] | None
    ) -> Iterator[Found]:
        """The results of the shapes on some focus nodes, or on all."""
        focus = None if nodes is None else self._focus(nodes, view)
        yield from self.runner.run(store, view.plan, focus)

    def _focus(self, nodes: Iterable[Term], view: View) -> Focus:
        focus: dict[Node, list[Term]] = {}
        for node in nodes:
            for at in view.aims.hitting(node):
                focus.setdefault(self.shapes[at], []).append(node)
        return {shape: tuple(some) for shape, some in focus.items()}
