"""A validation in parts, each of which can be done anew for some nodes alone.

The shapes are one part, with a focus node's results under that node. A constraint that speaks
of the dataset as a whole, a hygiene check and each program are parts of their own, with results
under the culprit. What a part looks at tells which nodes a change touches, and which triples
must be at hand to do it anew for them: an excerpt of the store that holds those triples gives
the same answer for these nodes as the whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import pyoxigraph as ox
from rdflib.term import Identifier, Node

from mfgraph.store import OxigraphStore
from mfgraph.validate.aims import Aims
from mfgraph.validate.engine.plan import Translated
from mfgraph.validate.paths import Term
from mfgraph.validate.rdf import Triple
from mfgraph.validate.reach import Walker
from mfgraph.validate.report import Result

Plan = tuple[tuple[Translated, ...], tuple[Node, ...]]
Focus = Mapping[Node, tuple[Term, ...]]


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
