"""Why the dataset says something: the claims behind it, their words, and how they were read."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from mfgraph.claims import Claim, claims
from mfgraph.errors import NotFound
from mfgraph.evidence.disputes import Dispute, disputes
from mfgraph.evidence.editing import Choice, Correction, Source, choices, corrections, sources
from mfgraph.evidence.names import find
from mfgraph.sparql import bind, own_query
from mfgraph.store import Store
from mfgraph.terms import Term, compact, expand


@dataclass(frozen=True, slots=True)
class Proof:
    """One claim with the document it comes from and what editors did with it."""

    claim: Claim
    source: Source | None
    corrections: tuple[Correction, ...]
    choice: Choice | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The proofs behind a thing, what rules concluded of it, and the contests it was part of.

    Proofs stand in the order of their texts.
    """

    iri: str
    proofs: tuple[Proof, ...]
    derived: tuple[tuple[str, Term], ...]
    disputes: tuple[Dispute, ...] = ()


def why(store: Store, target: str, predicate: str | None = None) -> Explanation:
    """The claims behind an entity, a record, a claim, or one property of an entity.

    Args:
        store: a built store.
        target: an IRI, `kind/slug`, or a name in any language and spelling.
        predicate: a property, such as `schema:foundingDate`, to ask about that alone.

    Raises:
        NotFound: nothing has that name, or no claim says anything of it.
    """
    iri = find(store, target)
    about = expand(predicate).value if predicate else None
    relevant = _relevant(store, iri, about)
    derived = tuple((p, v) for p, v in _derived(store, iri) if about in {None, p})
    if not relevant and not derived:
        shown = f"{compact(about)} of {compact(iri)}" if about else compact(iri)
        raise NotFound(f"no claim says anything of {shown}")
    proofs = tuple(_prove(store, relevant))
    made = {proof.choice.iri: proof.choice for proof in proofs if proof.choice}
    return Explanation(iri, proofs, derived, tuple(disputes(store, made)))


def _relevant(store: Store, iri: str, predicate: str | None) -> list[Claim]:
    everything = claims(store)
    if predicate:
        return [c for c in everything if (c.subject, c.predicate) == (iri, predicate)]
    records = {iri, *_records_of(store, iri)}
    return [
        claim
        for claim in everything
        if iri in {claim.iri, claim.subject} or records.intersection(claim.supports)
    ]


def _records_of(store: Store, iri: str) -> Iterator[str]:
    for row in store.select(bind(own_query("records"), {"thing": [NamedNode(iri)]})):
        record = row["record"]
        if isinstance(record, NamedNode):
            yield record.value


def _derived(store: Store, iri: str) -> Iterator[tuple[str, Term]]:
    for row in store.select(bind(own_query("derived"), {"thing": [NamedNode(iri)]})):
        found = row["property"]
        if isinstance(found, NamedNode):
            yield found.value, row["value"]


def _prove(store: Store, relevant: list[Claim]) -> Iterator[Proof]:
    documents, mended, decided = sources(store), corrections(store), choices(store)
    for claim in sorted(relevant, key=_place):
        slips = (fix for fix in mended if any(fix.is_within(e) for e in claim.evidence))
        yield Proof(
            claim=claim,
            source=documents.get(claim.graph.value),
            corrections=tuple(slips),
            choice=decided.get(claim.iri),
        )


def _place(claim: Claim) -> tuple[str, int, str]:
    first = claim.evidence[0].start if claim.evidence else 0
    return claim.graph.value, first, claim.iri
