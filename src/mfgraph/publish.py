"""Putting a built dataset on a SPARQL server, so that it can be stopped at any time and go on.

parts ── compare with the server's record ──> graphs to send, to leave, to remove
      ── send ──> each graph in batches, recorded when whole
      ── read back ──> the same triples? ── only then is the whole recorded as published
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple, serialize

from mfgraph.build import Built
from mfgraph.errors import StoreError
from mfgraph.export.canonical import canonical_form
from mfgraph.export.quads import everything
from mfgraph.sparql import own_query
from mfgraph.store import values
from mfgraph.store.connection import Connection
from mfgraph.store.endpoint import EndpointStore
from mfgraph.store.manifest import Manifest, Part, record
from mfgraph.vocab import PUBLISHED_GRAPH, RESOLVED_GRAPH

Parts = Mapping[NamedNode, list[Triple]]
Progress = Callable[[int], None]
_DEFAULT: Final = DefaultGraph()


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did, in graphs, and whether the server keeps literals as written."""

    graphs: int
    triples: int
    sent: int
    removed: int
    as_written: bool


def parts(built: Built) -> Parts:
    """The triples of a dataset by the graph in which they are published, the view among them."""
    found: dict[NamedNode, list[Triple]] = defaultdict(list)
    with everything(built) as view:
        for quad in view.quads():
            graph = quad.graph_name
            found[graph if isinstance(graph, NamedNode) else RESOLVED_GRAPH].append(quad.triple)
    return found


def publish(
    wanted: Parts, connection: Connection, progress: Progress = lambda _: None
) -> Published:
    """Make a server hold exactly these graphs; graphs that it holds already are not sent.

    Graphs that mfgraph published before and that are no longer wanted are removed; others are
    not touched. Where somebody else has written into a graph of ours, it is sent again.
    `progress` is told of triples as they are sent or found to be there.

    Raises:
        StoreError: the server does not take them, or gives back something else.
    """
    store = EndpointStore.of(connection)
    before = store.manifest
    target = {g: Part(len(ts), _version(canonical_form(_quads(ts)))) for g, ts in wanted.items()}
    changed = {graph for graph in target if before.parts.get(graph) != target[graph]}
    gone = before.parts.keys() - target.keys()
    _refuse_foreign(store)
    if changed or gone or not before.version:
        _begin(connection, before, target, gone)
        _bring(connection, wanted, target, changed, gone, progress)
    progress(sum(target[graph].triples for graph in target.keys() - changed))
    there = EndpointStore(connection, Manifest(target))
    as_written, others = _compared(there, wanted)
    if meddled := others - changed:
        _begin(connection, Manifest({g: p for g, p in target.items() if g not in meddled}), target)
        _bring(connection, wanted, target, meddled, progress=progress)
        as_written, others = _compared(there, wanted)
    _refuse_other(others, connection)
    whole = Manifest(
        target, _version("\n".join(sorted(p.version for p in target.values())).encode())
    )
    if meddled or before != whole:
        connection.put(PUBLISHED_GRAPH, _written(whole.told()))
    triples = sum(part.triples for part in target.values())
    return Published(len(target), triples, len(changed | meddled), len(gone), as_written)


def _refuse_foreign(store: EndpointStore) -> None:
    """Refuse to overwrite a default graph that we did not write."""
    if store.manifest.parts or store.connection.profile.is_union:
        return
    if store.ask(own_query("anything")):
        raise StoreError(
            "the default graph there holds triples that mfgraph did not put there",
            where=store.connection.url,
            hint="publish to an empty dataset",
        )


def _begin(
    connection: Connection,
    before: Manifest,
    target: Mapping[NamedNode, Part],
    gone: Collection[NamedNode] = (),
) -> None:
    """Record which graphs are ours, each with its version if it is there already."""
    here = {
        g: part if before.parts.get(g) == part else Part(part.triples) for g, part in target.items()
    }
    leaving = {graph: Part(0) for graph in gone}
    connection.put(PUBLISHED_GRAPH, _written(Manifest(here | leaving).told()))


def _bring(
    connection: Connection,
    wanted: Parts,
    target: Mapping[NamedNode, Part],
    sent: Collection[NamedNode],
    gone: Collection[NamedNode] = (),
    progress: Progress = lambda _: None,
) -> None:
    """Remove some graphs and send others, one after the other by their names."""
    for graph in sorted(gone, key=str):
        connection.delete(graph)
    for graph in sorted(sent, key=str):
        _send(connection, graph, wanted[graph], target[graph], progress)


def _send(
    connection: Connection,
    graph: NamedNode,
    triples: list[Triple],
    part: Part,
    progress: Progress,
) -> None:
    union = connection.profile.is_union
    place = graph if union or graph != RESOLVED_GRAPH else _DEFAULT
    # A blank node has its name only within one request.
    whole = any(isinstance(term, BlankNode) for triple in triples for term in triple)
    batch = len(triples) if whole else connection.profile.batch
    for start in range(0, len(triples), batch):
        some = triples[start : start + batch]
        (connection.add if start else connection.put)(place, _written(some))
        progress(len(some))
    connection.add(PUBLISHED_GRAPH, _written(record(graph, part)))


def _compared(store: EndpointStore, wanted: Parts) -> tuple[bool, set[NamedNode]]:
    """Whether all graphs come back as written, and those that do not come back even by value."""
    as_written, others = True, set()
    for graph, triples in wanted.items():
        given = store.held(graph)
        if canonical_form(_quads(given)) == canonical_form(_quads(triples)):
            continue
        as_written = False
        if canonical_form(_valued(given)) != canonical_form(_valued(triples)):
            others.add(graph)
    return as_written, others


def _refuse_other(graphs: Collection[NamedNode], connection: Connection) -> None:
    """Refuse a server that keeps something else than it was sent."""
    for graph in sorted(graphs, key=str)[:1]:
        raise StoreError(
            f"the server gives back other triples of {graph} than it was sent",
            where=connection.url,
            hint="check --profile, and publish again",
        )


def _valued(triples: Iterable[Triple]) -> list[Quad]:
    return [Quad(t.subject, t.predicate, values.normal(t.object)) for t in triples]


def _quads(triples: Iterable[Triple]) -> list[Quad]:
    return [Quad(*triple) for triple in triples]


def _version(canonical: bytes) -> str:
    return hashlib.sha256(canonical).hexdigest()


def _written(triples: Iterable[Triple]) -> bytes:
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""
