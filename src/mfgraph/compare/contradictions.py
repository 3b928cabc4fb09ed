"""Every key and every property of one value on which sources differ, told apart by kind."""

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from mfgraph.compare.contradiction import (
    KINDS,
    Contradiction,
    Kind,
    is_overlap,
    is_rounding,
    sides,
)
from mfgraph.compare.near import Near
from mfgraph.compare.sets import comparison_sets
from mfgraph.compare.titles import titles
from mfgraph.resolve import Contest, Reader, Value
from mfgraph.resolve.telling import naming
from mfgraph.sparql import own_query
from mfgraph.store import Store


def contradictions(store: Store, about: NamedNode | None = None) -> list[Contradiction]:
    """The contradictions of a dataset by kind, then by what they are about.

    With `about`, only those that speak of one thing: a body, a person, an event, an indicator.
    """
    reader, lost = Reader(store), _lost(store)
    compared = comparison_sets(store)
    near = Near(reader, lost)
    found = [
        *(
            _of_contest(contest, reader, lost)
            for contest in reader.contests()
            if not contest.agrees
        ),
        *(each for comparison in compared for each in near.contradictions(comparison)),
        *titles(reader, lost, compared),
    ]
    wanted = [each for each in found if about is None or about in each.parties]
    return sorted(_without_parts(wanted), key=_order)


def _of_contest(contest: Contest, reader: Reader, lost: set[str]) -> Contradiction:
    key = reader.keys.get(contest.subject)
    record = NamedNode(contest.subject.value.partition("#")[0])
    return Contradiction(
        kind=_kind(list(contest.values.values())),
        about=naming(key, reader.totals) if key else (contest.about, record),
        sides=tuple(sides(((claim, ()) for claim in contest.candidates), lost)),
    )


def _kind(values: Sequence[Value]) -> Kind:
    if is_rounding(values):
        return "rounding"
    return "date" if is_overlap(values) else "conflict"


def _without_parts(found: Sequence[Contradiction]) -> Iterator[Contradiction]:
    # Two comparisons may hold the same figures side by side: the wider one says it all.
    groups = [frozenset(c.claim for side in each.sides for c in side.claims) for each in found]
    for each, claims in zip(found, groups, strict=True):
        wider = (
            other.kind == each.kind and other.comparison and claims < theirs
            for other, theirs in zip(found, groups, strict=True)
        )
        if not (each.comparison and any(wider)):
            yield each


def _order(each: Contradiction) -> tuple[int, list[str], str]:
    comparison = each.comparison.value if each.comparison else ""
    return KINDS.index(each.kind), [node.value for node in each.about], comparison


def _lost(store: Store) -> set[str]:
    rows = (row["claim"] for row in store.select(own_query("passed-over")))
    return {claim.value for claim in rows if isinstance(claim, NamedNode)}
