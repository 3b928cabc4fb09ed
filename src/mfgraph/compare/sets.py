"""The comparisons that the data declares: which figures of different keys are held side by side."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.compare.contradiction import Kind
from mfgraph.sparql import own_query
from mfgraph.store import Store
from mfgraph.vocab import DEF, PREFIXES, term

PERIOD: Final = term("sdmx-dimension:refPeriod")
VALUE: Final = term("sdmx-measure:obsValue")
ROLE: Final = term("org:role")
_KINDS: Final[Mapping[str, Kind]] = {"compared-dates": "date", "compared-definitions": "definition"}
_YEARS: Final = re.compile(r"P([0-9]+)Y")
_DAYS_OF_A_YEAR: Final = 366


@dataclass(frozen=True, slots=True)
class ComparisonSet:
    """One set of `ontology/comparisons.ttl`.

    A figure belongs to it that has one of its `codes` in each list they are of; in the
    dimensions that are `free` its figures may differ. `within` is how many days apart their
    periods may lie, where the period is free; without it, anywhere.
    """

    iri: NamedNode
    kind: Kind
    codes: Mapping[str, frozenset[NamedNode]]
    free: frozenset[NamedNode]
    within: int | None = None

    def holds(self, codes: Iterable[NamedNode]) -> bool:
        """Whether a figure with these codes is one of the set's."""
        having = set(codes)
        return all(having & listed for listed in self.codes.values())

    def differs(self, dimension: NamedNode, value: NamedNode) -> bool:
        """Whether figures of the set may differ in this dimension, in which one has this value."""
        return dimension in self.free or any(value in listed for listed in self.codes.values())


def comparison_sets(store: Store) -> tuple[ComparisonSet, ...]:
    """The comparisons of a store, in the order of their IRIs."""
    members: dict[NamedNode, list[NamedNode]] = defaultdict(list)
    kinds: dict[NamedNode, Kind] = {}
    within: dict[NamedNode, int] = {}
    for row in store.select(own_query("comparisons")):
        kind, iri, member, duration = (row[n] for n in ("kind", "set", "member", "duration"))
        if isinstance(kind, NamedNode) and isinstance(iri, NamedNode):
            kinds[iri] = _KINDS[kind.value.removeprefix(DEF)]
            members[iri] += [member] if isinstance(member, NamedNode) else []
            years = _YEARS.fullmatch(duration.value) if isinstance(duration, Literal) else None
            within |= {iri: int(years[1]) * _DAYS_OF_A_YEAR} if years else {}
    return tuple(
        ComparisonSet(
            iri=iri,
            kind=kinds[iri],
            codes=_by_list(members[iri]),
            free=frozenset(m for m in members[iri] if not _is_code(m)),
            within=within.get(iri),
        )
        for iri in sorted(members, key=lambda node: node.value)
    )


def _by_list(members: Iterable[NamedNode]) -> dict[str, frozenset[NamedNode]]:
    found: dict[str, frozenset[NamedNode]] = defaultdict(frozenset)
    for member in members:
        if _is_code(member):
            found[member.value.rpartition("/")[0]] |= {member}
    return dict(found)


def _is_code(member: NamedNode) -> bool:
    return member.value.startswith((DEF, PREFIXES["sdmx-code"]))
