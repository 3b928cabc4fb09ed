"""If a source or an outlet fell, what of the network would fall with it?"""

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from mfgraph.network.projection import Edge, Projection
from mfgraph.network.witnesses import Witnesses


@dataclass(frozen=True, slots=True)
class Fall:
    """What would be gone without one witness, or without one outlet.

    `pieces` is how many more pieces what is left of the network would be in: where it is not
    zero the source is an articulation, the only one to join what else stays apart.
    """

    what: str
    edges: int
    nodes: int
    pieces: int


@dataclass(frozen=True, slots=True)
class Reliance:
    """How much of a network rests on a single witness, and on which, the weightiest first."""

    edges: int
    on_one_witness: int
    witnesses: tuple[Fall, ...]
    outlets: tuple[Fall, ...]


def reliance(projection: Projection, known: Witnesses) -> Reliance:
    """What falls with each witness and with each outlet, copies of one release put together.

    A release stands as long as one outlet that printed it does.
    """
    whole = known.put_together(projection)
    behind = known.behind(projection)
    outlets = sorted({outlet for witness in behind for outlet in witness.outlets})
    alone = {o: {w.iri for w in behind if w.outlets == {o}} for o in outlets}
    return Reliance(
        edges=len(whole.edges),
        on_one_witness=sum(len(edge.documents) == 1 for edge in whole.edges),
        witnesses=_falls(whole, {witness.iri: {witness.iri} for witness in behind}),
        outlets=_falls(whole, alone),
    )


def _falls(whole: Projection, gone: Mapping[str, set[str]]) -> tuple[Fall, ...]:
    found = [_fall(whole, what, fallen) for what, fallen in gone.items()]
    felt = [fall for fall in found if fall.edges]
    return tuple(sorted(felt, key=lambda f: (-f.edges, -f.nodes, -f.pieces, f.what)))


def _fall(whole: Projection, what: str, fallen: set[str]) -> Fall:
    left = whole.kept(edge for edge in whole.edges if not fallen.issuperset(edge.documents))
    still = {node.iri for node in left.nodes}
    before = _pieces(whole.edges, still)
    after = _pieces(left.edges, still)
    return Fall(
        what,
        edges=len(whole.edges) - len(left.edges),
        nodes=len(whole.nodes) - len(left.nodes),
        pieces=after - before,
    )


def _pieces(edges: tuple[Edge, ...], among: set[str]) -> int:
    """The pieces that hold a node of those that stay, whatever joins them."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(among)
    graph.add_edges_from((edge.source, edge.target) for edge in edges)
    return sum(bool(piece & among) for piece in nx.connected_components(graph))
