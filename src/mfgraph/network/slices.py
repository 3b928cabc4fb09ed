"""A network year by year: who is there, what began and ended, and how each measure changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mfgraph.network.centrality import values
from mfgraph.network.projection import Edge, Projection
from mfgraph.network.spans import Span, spans, year, years


@dataclass(frozen=True, slots=True)
class Slice:
    """The network of one year: the edges that are known to hold on some day of it.

    `may_hold` are the edges that nothing keeps from holding then, though no source says so.
    `begun` and `ended` have their own date in that year; `first_seen` and `last_seen` are
    there from, or until, that year only because no source speaks of them before, or after.
    """

    year: int
    network: Projection
    may_hold: tuple[Edge, ...]
    begun: tuple[Edge, ...]
    first_seen: tuple[Edge, ...]
    ended: tuple[Edge, ...]
    last_seen: tuple[Edge, ...]

    @property
    def turnover(self) -> float | None:
        """The share of the year's edges that are new in it, or nothing where it has none."""
        if not self.network.edges:
            return None
        return (len(self.begun) + len(self.first_seen)) / len(self.network.edges)


@dataclass(frozen=True, slots=True)
class Change:
    """How a measure of one node went from the first year it is there to the last."""

    node: str
    first: tuple[int, float]
    last: tuple[int, float]
    years: int
    # The largest step between two years of its presence, and the later of the two.
    step: float
    step_year: int


def by_year(projection: Projection) -> tuple[Slice, ...]:
    """One slice a year, from the first year of which anything is known to the last.

    Edges without any year are in no slice.

    >>> from mfgraph.network.header import choose
    >>> from mfgraph.workspace import Workspace
    >>> query = choose(Workspace.shipped(), "officials-organizations")
    >>> by_year(Projection(query, (), ()))
    ()
    """
    known = spans(projection)
    return tuple(_slice(projection, known, number) for number in years(known.values()))


def undated(projection: Projection) -> tuple[Edge, ...]:
    """The edges of which no year is known: they are in no slice."""
    known = spans(projection)
    return tuple(edge for edge in projection.edges if edge.iri not in known)


def changes(slices: Sequence[Slice], measure: str) -> tuple[Change, ...]:
    """How a measure of each node changed over the slices, the largest steps first.

    Raises:
        UsageError: the measure has no meaning in this network.
    """
    by_node: dict[str, dict[int, float]] = {}
    for each in slices:
        for node, value in _measured(each, measure).items():
            by_node.setdefault(node, {})[each.year] = value
    found = (_change(node, given) for node, given in by_node.items())
    return tuple(sorted(found, key=lambda c: (-abs(c.step), c.node)))


def _measured(each: Slice, measure: str) -> Mapping[str, float]:
    return values(each.network, measure) if each.network.edges else {}


def _change(node: str, given: Mapping[int, float]) -> Change:
    there = sorted(given)
    steps = [(given[b] - given[a], b) for a, b in pairwise(there)]
    step, step_year = max(steps, key=lambda s: (abs(s[0]), -s[1]), default=(0.0, there[0]))
    first, last = there[0], there[-1]
    return Change(node, (first, given[first]), (last, given[last]), len(there), step, step_year)


def _slice(projection: Projection, known: Mapping[str, Span], number: int) -> Slice:
    window = year(number)
    dated = [(edge, known[edge.iri]) for edge in projection.edges if edge.iri in known]
    held = [(edge, when) for edge, when in dated if when.holds_in(window)]
    arrived = [(edge, when) for edge, when in held if when.first[0].year == number]
    left = [(edge, when) for edge, when in held if when.last[1].year == number]
    return Slice(
        number,
        projection.kept(edge for edge, _ in held),
        may_hold=tuple(e for e, s in dated if s.may_hold_in(window) and not s.holds_in(window)),
        begun=tuple(edge for edge, when in arrived if when.begins),
        first_seen=tuple(edge for edge, when in arrived if not when.begins),
        ended=tuple(edge for edge, when in left if when.ends),
        last_seen=tuple(edge for edge, when in left if not when.ends),
    )
