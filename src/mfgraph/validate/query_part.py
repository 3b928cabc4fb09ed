"""A query or a program as a part of a validation: a check, or a constraint on the whole dataset."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox
from rdflib.term import Identifier

from mfgraph.store import OxigraphStore
from mfgraph.validate.bars import is_barred
from mfgraph.validate.likeness import Alike, Keys, same
from mfgraph.validate.looks import Look
from mfgraph.validate.parts import Found, View
from mfgraph.validate.paths import Term
from mfgraph.validate.reach import Everywhere, Sighted

# The nodes of which results are wanted; None for all.
Wanted = frozenset[Term] | None
Asked = Callable[[OxigraphStore, Wanted], Iterable[Found]]
_UNKNOWN: Final = Look(None)


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
