"""Fixtures: a made-up store that holds every case, the seed's own network, published graphs.

`example` is small and made up (example.trig), for what a projection keeps and leaves out;
`projected` sends a graph of networkx through our vocabulary, a two-mode one as people and
organizations; `tie` and `made` make a network edge by edge.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from pyoxigraph import Literal, NamedNode, Triple, parse

from mfgraph.build import Built
from mfgraph.network import Edge, NetworkQuery, Node, Projection, choose, project
from mfgraph.network.edges import of_triples
from mfgraph.store import OxigraphStore, Store
from mfgraph.vocab import NETWORK
from mfgraph.workspace import Workspace

HERE = Path(__file__).parent
BASE = "https://example.org/"
PERSON = "http://xmlns.com/foaf/0.1/Person"
ORGANIZATION = "http://www.w3.org/ns/org#Organization"
MEMBERSHIP = "http://www.w3.org/ns/org#Membership"


@pytest.fixture(scope="session")
def example() -> Store:
    return OxigraphStore.of(parse(path=HERE / "example.trig"))


@pytest.fixture(scope="session")
def officials(workspace: Workspace) -> NetworkQuery:
    return choose(workspace, "officials-organizations")


@pytest.fixture(scope="session")
def example_officials(example: Store, officials: NetworkQuery) -> Projection:
    return project(example, officials)


@pytest.fixture(scope="session")
def seed_officials(seed_built: Built, officials: NetworkQuery) -> Projection:
    return project(seed_built.store, officials)


@pytest.fixture(scope="session")
def seed_events(seed_built: Built) -> Projection:
    return project(seed_built.store, choose(seed_built.workspace, "organizations-events"))


@pytest.fixture(scope="session")
def projected(officials: NetworkQuery) -> Callable[["nx.Graph[str]"], Projection]:
    """A graph as the triples of our vocabulary, an edge of weight n as n edges of weight 1."""

    def through(graph: "nx.Graph[str]") -> Projection:
        sides = nx.get_node_attributes(graph, "bipartite")
        kinds = {node: ORGANIZATION if sides.get(node) else PERSON for node in graph}
        triples = [t for node, kind in kinds.items() for t in _kind(node, kind)]
        for number, (one, other, given) in enumerate(graph.edges(data=True)):
            for copy in range(given.get("weight", 1)):
                triples += _edge(f"{BASE}edge/{number}-{copy}", one, other)
        return of_triples(triples, officials)

    return through


@pytest.fixture(scope="session")
def tie() -> Callable[..., Edge]:
    """An edge of a made-up network, by the short names of its ends and documents."""

    def of(source: str, target: str, *documents: str, **given: Any) -> Edge:
        iri = given.pop("iri", f"{source}-{target}")
        claims = tuple(f"{BASE}{iri}/{name}" for name in documents)
        return Edge(
            f"{BASE}{iri}",
            BASE + source,
            BASE + target,
            given.pop("kind", MEMBERSHIP),
            claims,
            tuple(BASE + name for name in documents),
            **given,
        )

    return of


@pytest.fixture(scope="session")
def made(officials: NetworkQuery) -> Callable[..., Projection]:
    """A network of edges; a node is an organization if its short name is in capitals."""

    def of(*edges: Edge, **query: Any) -> Projection:
        ends = sorted({end for edge in edges for end in (edge.source, edge.target)})
        kinds = {end: ORGANIZATION if end.rpartition("/")[2].isupper() else PERSON for end in ends}
        nodes = sorted(ends, key=lambda end: (kinds[end] == ORGANIZATION, end))
        return Projection(
            replace(officials, **query), tuple(Node(end, kinds[end]) for end in nodes), edges
        )

    return of


def _kind(iri: str, kind: str) -> list[Triple]:
    return [Triple(NamedNode(iri), NamedNode(f"{NETWORK}kind"), NamedNode(kind))]


def _edge(iri: str, source: str, target: str) -> list[Triple]:
    claim, document = f"{iri}/claim", f"{BASE}document"
    named = {"source": source, "target": target, "claim": claim}
    return [
        *_kind(iri, MEMBERSHIP),
        *(Triple(NamedNode(iri), NamedNode(NETWORK + p), NamedNode(v)) for p, v in named.items()),
        Triple(NamedNode(iri), NamedNode(f"{NETWORK}weight"), Literal(1)),
        Triple(NamedNode(claim), NamedNode(f"{NETWORK}document"), NamedNode(document)),
    ]
