"""The shapes as one part of a validation, with the results of each focus node under that node."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib.term import Identifier, Node

from mfgraph.store import OxigraphStore
from mfgraph.validate.parts import Focus, Found, View
from mfgraph.validate.paths import Term
from mfgraph.validate.reach import Sighted
from mfgraph.validate.runner import Runner


@dataclass(frozen=True, slots=True)
class ShapesPart:
    """The shapes in their order, each with what it looks at, and what runs them."""

    shapes: tuple[Node, ...]
    runner: Runner
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
