"""Who meets whom: a two-mode network folded onto one of its sides.

A ceremony of sixty would tie each guest to fifty-nine others. In Newman's weighting it gives
each of those ties 1/59, and a meeting of two gives its tie 1: what the guests of each event
share out is one acquaintance each.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Final, Literal

import networkx as nx
from networkx.algorithms import bipartite

from mfgraph.errors import UsageError
from mfgraph.network.header import NetworkQuery, Texts, nearest
from mfgraph.network.projection import Edge, Projection
from mfgraph.phrases import phrase
from mfgraph.terms import LANGUAGES, compact, listed, pick
from mfgraph.vocab import ID, NETWORK

Form = Callable[["nx.Graph[str]"], "nx.Graph[str]"]
TOGETHER: Final = f"{NETWORK}Together"


def one_mode(projection: Projection, kinds: Iterable[str]) -> Projection:
    """The nodes of some kinds, tied by what they took part in together.

    There is one edge for each pair and each thing they share, with the claims of both and a
    weight of 1/(n-1), n being how many took part (Newman 2001); parallel edges are added when
    the network is merged, which gives the weights of networkx's
    [collaboration_weighted_projected_graph](https://networkx.org/documentation/stable/reference/algorithms/generated/networkx.algorithms.bipartite.projection.collaboration_weighted_projected_graph.html).

    Raises:
        UsageError: no node is of these kinds, or two of them are tied to each other.
    """
    onto = {kind_named(projection.query, kind) for kind in kinds}
    chosen = {node.iri for node in projection.nodes if node.kind in onto}
    shared: dict[str, dict[str, list[Edge]]] = defaultdict(lambda: defaultdict(list))
    for edge in projection.edges:
        ends = {edge.source, edge.target}
        if ends <= chosen:
            raise has_no_sides(projection.name)
        for member in ends & chosen:
            (event,) = ends - {member}
            shared[event][member].append(edge)
    edges = [
        tie if projection.query.moments else _undated(tie)
        for event, members in shared.items()
        for tie in _ties(event, members)
    ]
    nodes = tuple(node for node in projection.nodes if node.iri in chosen)
    sides = projection.kept(e for e in projection.edges if {e.source, e.target} & chosen)
    ordered = tuple(sorted(edges, key=lambda edge: edge.iri))
    return Projection(folded_query(projection.query, onto), nodes, ordered, folded=sides)


def folded_query(query: NetworkQuery, onto: set[str]) -> NetworkQuery:
    """What a network says of itself once it is folded onto some kinds of node."""
    return replace(
        query,
        nodes={kind: texts for kind, texts in query.nodes.items() if kind in onto},
        edges={TOGETHER: _every("together")},
        title=_title(query, onto),
        moments=query.moments and frozenset({TOGETHER}),
        is_directed=False,
        reading={},
    )


def has_no_sides(network: str) -> UsageError:
    """What to say where two of the nodes that are kept are tied to each other."""
    return UsageError(
        f"{network} ties nodes of one kind to each other",
        hint="only a network of two sides is folded onto one of them",
    )


def drawn_from(projection: Projection) -> tuple["nx.Graph[str]", Form]:
    """The graph whose edges chance may exchange, and what makes the measured graph of it.

    Of a folded network it is the network of two sides: folding alone ties the guests of each
    event to one another, which chance must be given too.
    """
    if projection.folded is None:
        return projection.collapsed(), lambda graph: graph
    side = {node.iri for node in projection.nodes}
    return projection.folded.collapsed(), lambda graph: _folded(graph, side)


def _folded(graph: "nx.Graph[str]", side: set[str]) -> "nx.Graph[str]":
    # In the order of the graph: the order of a set of texts changes from process to process.
    kept = [node for node in graph if node in side]
    found = bipartite.collaboration_weighted_projected_graph(graph, kept)
    for node in found:
        found.nodes[node].pop("bipartite", None)
    return found


def kind_named(query: NetworkQuery, name: str, *, of: Literal["nodes", "edges"] = "nodes") -> str:
    """The kind of node, or of edge, that a person means by a name in any language, or by its IRI.

    Raises:
        UsageError: no kind has that name, or several do.
    """
    kinds = query.nodes if of == "nodes" else query.edges
    wanted = name.casefold()
    meant = [k for k, texts in kinds.items() if wanted in _names(k, texts)]
    if len(meant) > 1:
        found = ", ".join(compact(kind) for kind in meant)
        raise UsageError(
            f"{name!r} may mean several kinds in {query.name}", hint=f"write one of {found}"
        )
    if not meant:
        known = [pick(texts, "en") for texts in kinds.values()]
        raise UsageError(
            f"{query.name} has no kind of {of[:-1]} {name!r}", hint=nearest(name, known)
        )
    return meant[0]


def _names(kind: str, texts: Texts) -> set[str]:
    return {kind.casefold(), compact(kind).casefold(), *(t.casefold() for t in texts.values())}


def _ties(event: str, members: Mapping[str, list[Edge]]) -> Iterable[Edge]:
    for one, other in combinations(sorted(members), 2):
        behind = (*members[one], *members[other])
        yield Edge(
            iri=f"{event}#{_short(one)}--{_short(other)}",
            source=one,
            target=other,
            kind=TOGETHER,
            claims=_union(edge.claims for edge in behind),
            documents=_union(edge.documents for edge in behind),
            weight=1 / (len(members) - 1),
            inside=_union(edge.inside for edge in behind),
        )


def _undated(tie: Edge) -> Edge:
    # Two who sat in one body may have sat in it one after the other.
    return replace(tie, inside=())


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({member for group in groups for member in group}))


def _short(iri: str) -> str:
    return iri.removeprefix(ID).rpartition("//")[2].replace("/", "-")


def _every(key: str) -> Texts:
    return {lang: phrase(f"measures.{key}", lang) for lang in LANGUAGES}


def _title(query: NetworkQuery, onto: set[str]) -> Texts:
    sides = [texts for kind, texts in query.nodes.items() if kind in onto]
    return {
        lang: f"{query.title[lang]} ({listed((side[lang] for side in sides), lang)})"
        for lang in LANGUAGES
    }
