"""How much of the resolved view rests on a quote, how much is inferred, and what rests on nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Triple

from mfgraph.claims import Claim
from mfgraph.evidence.support import Support
from mfgraph.store import Store
from mfgraph.vocab import DERIVED_GRAPH, ENTITIES_GRAPH, ONTOLOGY_GRAPH, term

_BEYOND_THE_WORDS = frozenset(
    {term("assertion-mode:inferred").value, term("assertion-mode:computed").value}
)


@dataclass(frozen=True, slots=True)
class Audit:
    """The domain triples of a dataset by what they rest on.

    A domain triple is one of the default graph that says something of the world: names and
    kinds of things (`data/entities/`) and code lists are not counted.
    """

    quoted: int
    located: int
    inferred: int
    derived: int
    unsupported: tuple[Triple, ...]

    @property
    def domain(self) -> int:
        """All domain triples."""
        return self.quoted + self.located + self.inferred + self.derived + len(self.unsupported)

    @property
    def share(self) -> float:
        """The share of domain triples that rest on a quote, a locator or a recorded inference."""
        return 1 - len(self.unsupported) / self.domain if self.domain else 0.0


def audit(store: Store) -> Audit:
    """Count the domain triples of a store by what they rest on.

    The quotes were compared with the stored texts when the store was built, and a store with
    a wrong quote is never built: a claim with an excerpt is a claim with a verified quote.
    """
    support = Support.of(store)
    derived = {quad.triple for quad in store.quads(DERIVED_GRAPH)}
    counts = {"quoted": 0, "located": 0, "inferred": 0, "derived": 0}
    unsupported = []
    for triple in domain_triples(store):
        basis = "derived" if triple in derived else _basis(support.claims_for(triple))
        if basis is None:
            unsupported.append(triple)
        else:
            counts[basis] += 1
    return Audit(**counts, unsupported=tuple(sorted(unsupported, key=str)))


def domain_triples(store: Store) -> Iterator[Triple]:
    """The triples of the default graph that say something of the world."""
    identity = {quad.triple for quad in store.quads(ENTITIES_GRAPH)}
    identity.update(quad.triple for quad in store.quads(ONTOLOGY_GRAPH))
    return (q.triple for q in store.quads(DefaultGraph()) if q.triple not in identity)


def _basis(behind: list[Claim]) -> str | None:
    proven = [claim for claim in behind if claim.evidence or claim.locators]
    worded = [claim for claim in proven if claim.mode not in _BEYOND_THE_WORDS]
    if not worded:
        return "inferred" if proven else None
    return "quoted" if any(claim.evidence for claim in worded) else "located"
