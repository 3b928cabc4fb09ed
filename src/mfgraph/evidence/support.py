"""Which claims a triple of the resolved view rests on."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from mfgraph.claims import Claim, claims
from mfgraph.store import Store
from mfgraph.terms import Term

Fact = tuple[str, str, Term | None]


@dataclass(frozen=True, slots=True)
class Support:
    """The live claims of a store, by the fact they state and by the record they vouch for."""

    facts: dict[Fact, list[Claim]]
    records: dict[str, list[Claim]]

    @classmethod
    def of(cls, store: Store) -> "Support":
        """The support that the live claims of a store give."""
        return cls.by(claim for claim in claims(store) if claim.is_live)

    @classmethod
    def by(cls, live: Iterable[Claim]) -> "Support":
        """The support that some claims give."""
        facts: dict[Fact, list[Claim]] = defaultdict(list)
        records: dict[str, list[Claim]] = defaultdict(list)
        for claim in live:
            if claim.subject and claim.predicate:
                facts[claim.subject, claim.predicate, claim.value].append(claim)
            for record in claim.supports:
                records[record].append(claim)
        return cls(facts, records)

    def claims_for(self, triple: Triple) -> list[Claim]:
        """The claims behind a triple: those that state it, else those behind its record.

        A fragment (`…#interval`) belongs to its record, and a triple that points at a record
        (an organization at its line of action) rests on that record's claims.
        """
        subject, value = _iri(triple.subject), _iri(triple.object)
        stated = self.facts.get((subject, triple.predicate.value, triple.object))
        record = self.records.get(subject) or self.records.get(subject.partition("#")[0])
        return stated or record or self.records.get(value) or []


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""
