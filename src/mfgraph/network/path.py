"""How one thing is linked to another: the shortest chains of recorded ties between the two.

A tie is what `queries/network/ties.rq` declares. Chains pass through no node twice; where two
nodes have several ties, one step of a chain holds them all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final

import networkx as nx

from mfgraph.errors import NotFound, UsageError
from mfgraph.network.projection import Edge, Projection
from mfgraph.terms import compact

TIES: Final = "ties"
# How many chains are shown, and how much longer than the shortest they may be.
MOST, LONGER = 5, 1
_KINDS: Final = "paths run between people, organizations and events"


@dataclass(frozen=True, slots=True)
class Step:
    """From one node to the next, by every tie that the two have."""

    start: str
    end: str
    ties: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A way from one node to another, step by step."""

    steps: tuple[Step, ...]

    def __len__(self) -> int:
        return len(self.steps)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The nodes it passes, both ends included."""
        return (self.steps[0].start, *(step.end for step in self.steps))


@dataclass(frozen=True, slots=True)
class Paths:
    """The shortest chains between two nodes of a network, the shortest first."""

    network: Projection
    start: str
    end: str
    chains: tuple[Chain, ...]
    # Whether there are more of at most the same length than were asked for.
    has_more: bool = False

    @property
    def ties(self) -> tuple[Edge, ...]:
        """Every tie of every step, each once, in order of IRI."""
        found = {tie.iri: tie for chain in self.chains for step in chain.steps for tie in step.ties}
        return tuple(found[iri] for iri in sorted(found))


def paths(
    network: Projection, start: str, end: str, *, most: int = MOST, longer: int = LONGER
) -> Paths:
    """The chains from one node to another: the shortest, then those a little longer.

    Args:
        network: the ties, as `queries/network/ties.rq` declares them.
        start: the IRI of a node.
        end: the IRI of another.
        most: how many chains to give.
        longer: how many steps longer than the shortest a chain may be.

    Raises:
        NotFound: one of the two has no tie, or no chain leads from one to the other.
        UsageError: both are the same.

    >>> from mfgraph.build import build
    >>> from mfgraph.network import choose, project
    >>> from mfgraph.workspace import Workspace
    >>> built = build(Workspace.shipped())
    >>> person = "https://w3id.org/mfgraph/id/person/"
    >>> ties = project(built.store, choose(built.workspace, TIES))
    >>> found = paths(ties, f"{person}youssef-errami", f"{person}mohamed-el-mazouri")
    >>> [compact(node) for node in found.chains[0].nodes][1]
    'event:rt-protection-clients'
    """
    if start == end:
        raise UsageError(f"{compact(start)} is both ends of the path", hint="name two things")
    graph = _graph(network)
    for node in (start, end):
        if node not in graph:
            raise NotFound(f"no tie of {compact(node)} is recorded", hint=_KINDS)
    if not nx.has_path(graph, start, end):
        raise NotFound(f"no chain of recorded ties links {compact(start)} and {compact(end)}")
    found = _shortest(graph, start, end, longer)
    chains = [_chain(network, nodes) for nodes in islice(found, most)]
    return Paths(network, start, end, tuple(chains), has_more=next(found, None) is not None)


def _graph(network: Projection) -> "nx.Graph[str]":
    # Nodes and edges in order, so that chains of one length stand in the same order each time.
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(node.iri for node in network.nodes))
    graph.add_edges_from(sorted((edge.source, edge.target) for edge in network.edges))
    return graph


def _shortest(
    graph: "nx.Graph[str]", start: str, end: str, longer: int
) -> Iterator[tuple[str, ...]]:
    limit = 0
    for nodes in nx.shortest_simple_paths(graph, start, end):
        limit = limit or len(nodes) + longer
        if len(nodes) > limit:
            return
        yield tuple(nodes)


def _chain(network: Projection, nodes: tuple[str, ...]) -> Chain:
    return Chain(tuple(Step(a, b, _ties(network, {a, b})) for a, b in pairwise(nodes)))


def _ties(network: Projection, ends: set[str]) -> tuple[Edge, ...]:
    return tuple(edge for edge in network.edges if {edge.source, edge.target} == ends)
