"""A network projected from the dataset: nodes, edges, and the claims behind each edge.

Nodes and edges are records of the dataset and keep their IRIs. A membership or participation
is an edge with bounds, never a node. Parallel edges are kept, and merged only when asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Self

import networkx as nx

from mfgraph.errors import QueryError
from mfgraph.network.header import NetworkQuery, Texts
from mfgraph.terms import Language, compact, pick


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody or something in a network; never an interval."""

    iri: str
    kind: str
    labels: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """One tie: a record of the dataset between two nodes, with the claims that support it.

    `begin` and `end` are the days on which it began and ended; `inside` holds the days, or
    imprecise dates, on which it is attested: then at least, it held. `amount` is what passed,
    in `currency` as printed (`%` for a share of capital), never converted; `qualifier` says
    whether it is a limit or an approximation.
    """

    iri: str
    source: str
    target: str
    kind: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    weight: float = 1.0
    role: str = ""
    labels: Texts = field(default_factory=dict)
    begin: str = ""
    inside: tuple[str, ...] = ()
    end: str = ""
    amount: Decimal | None = None
    currency: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Projection:
    """A network, whole: nodes in order of kind and IRI, edges in order of IRI."""

    query: NetworkQuery
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    # The network of two sides that it was folded from, if it was.
    folded: "Projection | None" = None

    @property
    def name(self) -> str:
        """The name of the query that gave it."""
        return self.query.name

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents whose claims stand behind the edges, in order of IRI."""
        return tuple(sorted({d for edge in self.edges for d in edge.documents}))

    @property
    def is_two_mode(self) -> bool:
        """Whether every edge runs from kinds of node that no edge runs to."""
        kinds = {node.iri: node.kind for node in self.nodes}
        sources = {kinds[edge.source] for edge in self.edges}
        return bool(sources) and not sources & {kinds[edge.target] for edge in self.edges}

    @property
    def layers(self) -> "tuple[Projection, ...]":
        """The network of each kind of edge alone, in the order the header declares them."""
        kinds = [k for k in self.query.edges if any(edge.kind == k for edge in self.edges)]
        return tuple(self._layer(kind) for kind in kinds) if len(kinds) > 1 else (self,)

    def kept(self, edges: Iterable[Edge]) -> Self:
        """The network of some of its edges, and of the nodes at their ends."""
        chosen = tuple(edges)
        ends = {end for edge in chosen for end in (edge.source, edge.target)}
        nodes = tuple(node for node in self.nodes if node.iri in ends)
        return replace(self, nodes=nodes, edges=chosen, folded=None)

    def in_currency(self, currency: str) -> Self:
        """The edges whose amount is in a currency, each weighing its amount."""
        paid = (edge for edge in self.edges if edge.currency == currency)
        return self.kept(replace(e, weight=float(e.amount)) for e in paid if e.amount is not None)

    def labels(self, lang: Language) -> Mapping[str, str]:
        """The name of each node in a language, by the node's IRI."""
        return {node.iri: pick(node.labels, lang) or compact(node.iri) for node in self.nodes}

    def edge_label(self, edge: Edge, lang: Language) -> str:
        """What an edge is called in a language: its role, else its kind."""
        return pick(edge.labels or self.query.edges[edge.kind], lang)

    def graph(self) -> "nx.MultiGraph[str]":
        """The network with every edge kept, keyed by its IRI."""
        graph: nx.MultiGraph[str] = nx.MultiDiGraph() if self.query.is_directed else nx.MultiGraph()
        graph.add_nodes_from(node.iri for node in self.nodes)
        for edge in self.edges:
            graph.add_edge(edge.source, edge.target, key=edge.iri, weight=edge.weight)
        return graph

    def collapsed(self) -> "nx.Graph[str]":
        """The network with parallel edges merged: weights added, and `n_edges` counted.

        A tie of a node with itself, such as a renaming, ties nobody and is left out. In a
        two-mode network each node says on which side it is, as networkx expects it
        (`bipartite`: 0 where edges begin, 1 where they end).

        Raises:
            QueryError: the edges are of several kinds; their weights must not be added.
        """
        self._refuse_layers()
        graph: nx.Graph[str] = nx.DiGraph() if self.query.is_directed else nx.Graph()
        graph.add_nodes_from(node.iri for node in self.nodes)
        for edge in self.edges:
            if edge.source == edge.target:
                continue
            before = graph.get_edge_data(edge.source, edge.target, {"weight": 0.0, "n_edges": 0})
            weight, n_edges = before["weight"] + edge.weight, before["n_edges"] + 1
            graph.add_edge(edge.source, edge.target, weight=weight, n_edges=n_edges)
        if self.is_two_mode:
            begins = {edge.source for edge in self.edges}
            sides = {iri: int(iri not in begins) for iri in graph}
            nx.set_node_attributes(graph, sides, "bipartite")
        return graph

    def _layer(self, kind: str) -> "Projection":
        alone = self.kept(edge for edge in self.edges if edge.kind == kind)
        named, whole = self.query.edges[kind], self.query.title
        title = {lang: f"{whole[lang]} – {named[lang]}" for lang in whole}
        return replace(alone, query=replace(self.query, title=title, edges={kind: named}))

    def _refuse_layers(self) -> None:
        kinds = sorted({edge.kind for edge in self.edges})
        if len(kinds) > 1:
            raise QueryError(
                f"edges of {len(kinds)} kinds cannot be merged: {', '.join(kinds)}",
                where=self.name,
                hint="project one kind at a time",
            )
