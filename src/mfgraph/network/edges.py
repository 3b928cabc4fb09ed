"""Read a network from what its CONSTRUCT query gives.

The triples are of a small vocabulary of ours, `net:` (docs/network.md). An edge is a record
with one `net:source`, one `net:target`, one `net:kind`, one `net:weight` and at least one
`net:claim`; each claim has its `net:document`. Nothing else is an edge: `rdf:type` never is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from mfgraph.errors import QueryError
from mfgraph.network.header import NetworkQuery, Texts
from mfgraph.network.projection import Edge, Node, Projection
from mfgraph.queries import QueryFile
from mfgraph.store import Store
from mfgraph.terms import compact
from mfgraph.vocab import NETWORK, PREFIXES

# So many values that are too many are named.
_SHOWN: Final = 3
_LABEL: Final = f"{PREFIXES['skos']}prefLabel"


def project(store: Store, query: NetworkQuery | QueryFile | Path) -> Projection:
    """The network that a query gives on a store.

    Raises:
        SyntaxFault: the query's header does not declare a network.
        QueryError: the query cannot be answered, or what it gives is not a network.

    >>> from mfgraph.build import build
    >>> from mfgraph.network import choose
    >>> from mfgraph.workspace import Workspace
    >>> built = build(Workspace.shipped())
    >>> query = choose(built.workspace, "officials-organizations")
    >>> edges = {compact(edge.iri): edge for edge in project(built.store, query).edges}
    >>> errami = edges["membership:youssef-errami--cms--executive-director"]
    >>> compact(errami.target), "claim:almassae-324458-c29" in map(compact, errami.claims)
    ('organization:cms', True)
    """
    declared = _declared(query)
    return of_triples(store.construct(declared.text), declared)


def _declared(query: NetworkQuery | QueryFile | Path) -> NetworkQuery:
    if isinstance(query, Path):
        return NetworkQuery.read(query)
    return NetworkQuery.of(query) if isinstance(query, QueryFile) else query


def of_triples(triples: Iterable[Triple], query: NetworkQuery) -> Projection:
    """The network that triples of the `net:` vocabulary describe.

    Raises:
        QueryError: an edge or node lacks what it must have, or is of an undeclared kind.
    """
    found = _Found.of(triples, query.name)
    edges = tuple(_edge(iri, found, query) for iri in found.edges())
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    nodes = [Node(iri, found.kind(iri, query.nodes), found.labels(iri)) for iri in ends]
    order = list(query.nodes)
    return Projection(
        query, tuple(sorted(nodes, key=lambda n: (order.index(n.kind), n.iri))), edges
    )


def _edge(iri: str, found: "_Found", query: NetworkQuery) -> Edge:
    claims = found.all(iri, "claim")
    if not claims:
        raise QueryError(f"no net:claim stands behind the edge {compact(iri)}", where=query.name)
    role = found.at_most_one(iri, "role")
    return Edge(
        iri=iri,
        source=found.one(iri, "source"),
        target=found.one(iri, "target"),
        kind=found.kind(iri, query.edges),
        claims=claims,
        documents=tuple(sorted({found.one(claim, "document") for claim in claims})),
        weight=float(found.one(iri, "weight")),
        role=role,
        labels=found.labels(role),
        begin=found.at_most_one(iri, "begin"),
        inside=found.all(iri, "inside"),
        end=found.at_most_one(iri, "end"),
        amount=_amount(iri, found),
        currency=found.at_most_one(iri, "currency"),
        qualifier=found.at_most_one(iri, "qualifier"),
    )


def _amount(iri: str, found: "_Found") -> Decimal | None:
    given = found.at_most_one(iri, "amount")
    if not given:
        return None
    if not found.at_most_one(iri, "currency"):
        raise QueryError(f"{compact(iri)} has an amount without net:currency", where=found.query)
    return Decimal(given)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the query gave, by subject and property."""

    query: str
    facts: Mapping[str, Mapping[str, frozenset[NamedNode | Literal]]]

    @classmethod
    def of(cls, triples: Iterable[Triple], query: str) -> "_Found":
        facts: dict[str, dict[str, set[NamedNode | Literal]]] = defaultdict(
            lambda: defaultdict(set)
        )
        for subject, predicate, value in triples:
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                facts[subject.value][predicate.value].add(value)
        frozen = {s: {p: frozenset(v) for p, v in each.items()} for s, each in facts.items()}
        return cls(query, frozen)

    def edges(self) -> list[str]:
        return sorted(iri for iri, given in self.facts.items() if f"{NETWORK}source" in given)

    def all(self, iri: str, name: str) -> tuple[str, ...]:
        values = self.facts.get(iri, {}).get(f"{NETWORK}{name}", frozenset())
        return tuple(sorted({value.value for value in values}))

    def one(self, iri: str, name: str) -> str:
        value = self.at_most_one(iri, name)
        if not value:
            raise QueryError(f"{compact(iri)} has no net:{name}", where=self.query)
        return value

    def at_most_one(self, iri: str, name: str) -> str:
        values = self.all(iri, name)
        if len(values) > 1:
            shown = ", ".join(compact(value) for value in values[:_SHOWN])
            raise QueryError(f"{compact(iri)} has several net:{name}: {shown}", where=self.query)
        return values[0] if values else ""

    def kind(self, iri: str, declared: Mapping[str, Texts]) -> str:
        kind = self.one(iri, "kind")
        if kind not in declared:
            raise QueryError(
                f"{compact(iri)} is a {compact(kind)}, which the header does not declare",
                where=self.query,
                hint=f"declared are: {', '.join(compact(k) for k in declared)}",
            )
        return kind

    def labels(self, iri: str) -> Texts:
        values = self.facts.get(iri, {}).get(_LABEL, frozenset())
        texts = ((v.language or "", v.value) for v in values if isinstance(v, Literal))
        return dict(sorted(texts))
