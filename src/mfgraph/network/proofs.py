"""The claims behind the edges of a network, with their words and the documents they stand in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mfgraph.claims import Claim, claims
from mfgraph.evidence.editing import Source, sources
from mfgraph.network.projection import Edge
from mfgraph.store import Store


@dataclass(frozen=True, slots=True)
class Proof:
    """One claim, and the document in which it was read."""

    claim: Claim
    source: Source


def proofs(store: Store, edges: Iterable[Edge]) -> Mapping[str, Proof]:
    """The claims behind some edges, by the claim's IRI, each with its document.

    A claim that has neither a quote nor a locator proves nothing and is left out.

    >>> from mfgraph.build import build
    >>> from mfgraph.network import choose, project
    >>> from mfgraph.workspace import Workspace
    >>> built = build(Workspace.shipped())
    >>> ties = project(built.store, choose(built.workspace, "officials-organizations"))
    >>> claim = "https://w3id.org/mfgraph/id/claim/almassae-324458-c29"
    >>> proofs(built.store, ties.edges)[claim].source.url
    'https://maghress.com/almassae/324458'
    """
    wanted = sorted({claim for edge in edges for claim in edge.claims})
    documents = sources(store)
    found = claims(store, wanted) if wanted else ()
    return {
        claim.iri: Proof(claim, documents[claim.graph.value])
        for claim in found
        if claim.graph.value in documents and (claim.evidence or claim.locators)
    }
