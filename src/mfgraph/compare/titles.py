"""People whom sources give two titles in one organization within a year."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolution

from mfgraph.compare.contradiction import Contradiction, sides
from mfgraph.compare.sets import ROLE, ComparisonSet
from mfgraph.resolve import Candidate, Reader, Value
from mfgraph.resolve.dates import Days, days
from mfgraph.sparql import own_query

_YEAR: Final = 366


def titles(
    reader: Reader, lost: set[str], comparisons: Sequence[ComparisonSet]
) -> Iterator[Contradiction]:
    """The pairs of titles that one of some comparisons holds side by side."""
    for comparison in comparisons:
        if ROLE in comparison.free:
            yield from _titles(reader, lost, comparison)


def _titles(reader: Reader, lost: set[str], comparison: ComparisonSet) -> Iterator[Contradiction]:
    held: dict[tuple[NamedNode, NamedNode], list[tuple[Candidate, Days]]] = defaultdict(list)
    for row in reader.store.select(own_query("titles")):
        attested = _attested(row)
        person, body, role = row["person"], row["organization"], row["role"]
        if attested and isinstance(person, NamedNode) and isinstance(body, NamedNode):
            held[person, body].append((reader.candidate(row, Value.of(role), body), attested))
    for (person, body), claims in held.items():
        near = [claim for claim, _ in _near(claims, comparison.within or _YEAR)]
        if near:
            found = sides(((claim, ()) for claim in near), lost)
            yield Contradiction(comparison.kind, (ROLE, person, body), tuple(found), comparison.iri)


def _near(
    claims: Sequence[tuple[Candidate, Days]], within: int
) -> Iterator[tuple[Candidate, Days]]:
    for claim, when in claims:
        others = (t for c, t in claims if c.value.identity != claim.value.identity)
        if any(when.gap(other) <= within for other in others):
            yield claim, when


def _attested(row: QuerySolution) -> Days | None:
    date = row["date"]
    return days(date.value) if isinstance(date, Literal) else None
