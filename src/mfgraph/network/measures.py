"""Degree and betweenness of a network, each with its n, what it says and where it misleads.

Both are taken by [networkx](https://networkx.org/documentation/stable/reference/algorithms/centrality.html)
on the network with parallel edges merged: two roles in one organization are one neighbor.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import networkx as nx

from mfgraph.network.coverage import is_small, notice, ranking_warning
from mfgraph.network.projection import Projection
from mfgraph.phrases import phrase
from mfgraph.terms import Language, pick


def _degree(graph: "nx.Graph[str]") -> dict[str, float]:
    return dict(graph.degree())


def _betweenness(graph: "nx.Graph[str]") -> dict[str, float]:
    return nx.betweenness_centrality(graph, normalized=True)


_MEASURES: Final[Mapping[str, Callable[["nx.Graph[str]"], dict[str, float]]]] = MappingProxyType(
    {"degree": _degree, "betweenness": _betweenness}
)
NAMES: Final = tuple(_MEASURES)


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of every node, by the node's IRI."""

    name: str
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of one projection, with the sentences that must be read beside them."""

    projection: Projection
    measures: tuple[Measure, ...]

    def __getitem__(self, name: str) -> Mapping[str, float]:
        return next(m.values for m in self.measures if m.name == name)

    def order(self) -> tuple[str, ...]:
        """The nodes from the highest to the lowest; in order of kind and IRI if they are few.

        A small network has no ranking, so its rows do not look like one.
        """
        nodes = [node.iri for node in self.projection.nodes]
        if is_small(self.projection):
            return tuple(nodes)
        return tuple(sorted(nodes, key=lambda iri: ([-m.values[iri] for m in self.measures], iri)))

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of a table by name: the node, its kind, and each measure."""
        return ("node", "kind", *(m.name for m in self.measures))

    def columns(self, lang: Language) -> tuple[str, ...]:
        """The headings of a table in a language."""
        return tuple(phrase(f"network.{name}", lang) for name in self.names)

    def rows(self, lang: Language) -> tuple[tuple[str, ...], ...]:
        """One row a node: name, kind, and its value in each measure."""
        names, kinds = self.projection.labels(lang), self.projection.query.nodes
        kind_of = {node.iri: pick(kinds[node.kind], lang) for node in self.projection.nodes}
        return tuple(
            (names[iri], kind_of[iri], *(_shown(m.values[iri]) for m in self.measures))
            for iri in self.order()
        )

    def notes(self, lang: Language) -> tuple[str, ...]:
        """What each measure says here and where it misleads, then the coverage notice."""
        said = tuple(self._note(m, lang) for m in self.measures)
        warning = ranking_warning(self.projection, lang)
        order = (phrase("network.row-order", lang),) if warning else ()
        return (*said, *warning, *order, *notice(self.projection, lang))

    def _note(self, given: Measure, lang: Language) -> str:
        own = self.projection.query.reading.get(given.name)
        return phrase(
            "network.measure",
            lang,
            name=phrase(f"network.{given.name}", lang),
            nodes=len(self.projection.nodes),
            edges=len(self.projection.edges),
            how=phrase(f"network.{given.name}-how", lang),
            reading=pick(own, lang) if own else phrase(f"network.{given.name}-reading", lang),
        )


def measure(projection: Projection) -> Measures:
    """Degree and betweenness of every node of a projection.

    Raises:
        QueryError: its edges are of several kinds, which no measure may add up.

    >>> from mfgraph.build import build
    >>> from mfgraph.network import choose, project
    >>> from mfgraph.workspace import Workspace
    >>> built = build(Workspace.shipped())
    >>> query = choose(built.workspace, "officials-organizations")
    >>> measure(project(built.store, query)).columns("en")
    ('Node', 'Kind', 'Degree', 'Betweenness')
    """
    graph = projection.collapsed()
    return Measures(
        projection, tuple(Measure(name, take(graph)) for name, take in _MEASURES.items())
    )


def _shown(value: float) -> str:
    return f"{value:.4g}" if value % 1 else f"{value:.0f}"
