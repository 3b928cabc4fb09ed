"""A network projected from the dataset: nodes, edges, and the claims behind each edge.

Nodes and edges are records of the dataset and keep their IRIs. A membership or participation
is an edge with bounds, never a node. Parallel edges are kept, and merged only when asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import networkx as nx

from mfgraph.errors import QueryError
from mfgraph.network.header import NetworkQuery, Texts
from mfgraph.terms import Language, pick


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
    imprecise dates, on which it is attested: then at least, it held.
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


@dataclass(frozen=True, slots=True)
class Projection:
    """A network, whole: nodes in order of kind and IRI, edges in order of IRI."""

    query: NetworkQuery
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def name(self) -> str:
        """The name of the query that gave it."""
        return self.query.name

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents whose claims stand behind the edges, in order of IRI."""
        return tuple(sorted({d for edge in self.edges for d in edge.documents}))

    def labels(self, lang: Language) -> Mapping[str, str]:
        """The name of each node in a language, by the node's IRI."""
        return {node.iri: pick(node.labels, lang) or node.iri for node in self.nodes}

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

        Raises:
            QueryError: the edges are of several kinds; their weights must not be added.
        """
        kinds = sorted({edge.kind for edge in self.edges})
        if len(kinds) > 1:
            raise QueryError(
                f"edges of {len(kinds)} kinds cannot be merged: {', '.join(kinds)}",
                where=self.name,
                hint="project one kind at a time",
            )
        graph: nx.Graph[str] = nx.DiGraph() if self.query.is_directed else nx.Graph()
        graph.add_nodes_from(node.iri for node in self.nodes)
        for edge in self.edges:
            before = graph.get_edge_data(edge.source, edge.target, {"weight": 0.0, "n_edges": 0})
            weight, n_edges = before["weight"] + edge.weight, before["n_edges"] + 1
            graph.add_edge(edge.source, edge.target, weight=weight, n_edges=n_edges)
        return graph
