"""Figures of different keys held side by side: other definitions, other dates."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.compare.contradiction import Contradiction, Kind, is_rounding, sides
from mfgraph.compare.sets import PERIOD, ROLE, VALUE, ComparisonSet
from mfgraph.resolve import Candidate, Reader
from mfgraph.resolve.dates import Days, days
from mfgraph.resolve.telling import naming
from mfgraph.sparql import own_query
from mfgraph.vocab import term

INDICATOR: Final = term("mf:indicator")
# A figure of fewer digits stands in two years by chance.
_DETAILED: Final = 3
_LONGEST: Final = 366


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation with its key, its codes, its period and its claims."""

    key: Mapping[NamedNode, NamedNode]
    codes: frozenset[NamedNode]
    span: Days | None
    claims: tuple[Candidate, ...]

    def told(
        self, dimensions: Collection[NamedNode], totals: frozenset[NamedNode]
    ) -> tuple[NamedNode, ...]:
        """What names the figure in some dimensions."""
        return naming({d: v for d, v in self.key.items() if d in dimensions}, totals)

    @property
    def is_short(self) -> bool:
        """Whether its period is a day, or up to a year: not one that all others lie in."""
        span = self.span
        return bool(span and span.first and span.last and (span.last - span.first).days < _LONGEST)


@dataclass(frozen=True)
class Near:
    """Finds the figures of a store that a comparison holds side by side."""

    reader: Reader
    lost: set[str]

    def contradictions(self, comparison: ComparisonSet) -> Iterator[Contradiction]:
        """What the figures of one comparison differ on."""
        if ROLE in comparison.free:
            return
        alike: dict[tuple[tuple[NamedNode, NamedNode], ...], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if comparison.holds(figure.codes):
                dated = (item for item in figure.key.items() if item[0] != PERIOD)
                fixed = tuple(item for item in dated if not comparison.differs(*item))
                alike[fixed].append(figure)
        for several in alike.values():
            for cluster in _clusters(several, comparison):
                if _tells_apart(cluster, comparison):
                    yield self._contradiction(comparison, cluster)

    def _contradiction(self, comparison: ComparisonSet, cluster: Sequence[Figure]) -> Contradiction:
        first, totals = cluster[0], self.reader.totals
        varying = {d for d in first.key if len({f.key.get(d) for f in cluster}) > 1}
        said = [(claim, f.told(varying, totals)) for f in cluster for claim in f.claims]
        kind: Kind = comparison.kind
        if kind == "date" and VALUE not in comparison.free:
            rounded = is_rounding([claim.value for claim, _ in said])
            kind = "rounding" if rounded else kind
        about = first.told(first.key.keys() - varying, totals)
        return Contradiction(kind, about, tuple(sides(said, self.lost)), comparison.iri)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All figures that live claims support."""
        return tuple(
            Figure(
                key=self.reader.keys[observation],
                codes=frozenset(self.reader.keys[observation].values())
                | self._kinds[self.reader.keys[observation].get(INDICATOR)],
                span=self._spans.get(self.reader.keys[observation].get(PERIOD)),
                claims=tuple(claims),
            )
            for observation, claims in self.reader.figures().items()
        )

    @cached_property
    def _kinds(self) -> Mapping[NamedNode | None, frozenset[NamedNode]]:
        found: dict[NamedNode | None, frozenset[NamedNode]] = defaultdict(frozenset)
        for row in self.reader.store.select(own_query("measure-kinds")):
            indicator, kind = row["indicator"], row["kind"]
            if isinstance(indicator, NamedNode) and isinstance(kind, NamedNode):
                found[indicator] |= {kind}
        return found

    @cached_property
    def _spans(self) -> Mapping[NamedNode | None, Days]:
        found: dict[NamedNode | None, Days] = {}
        for row in self.reader.store.select(own_query("periods")):
            period, text = row["period"], row["date"]
            span = days(text.value) if isinstance(text, Literal) else None
            if isinstance(period, NamedNode) and span:
                found[period] = span
        return found


def _clusters(figures: Sequence[Figure], comparison: ComparisonSet) -> Iterator[list[Figure]]:
    if VALUE in comparison.free:
        yield from _of_one_value(figures, comparison)
    elif PERIOD not in comparison.free:
        yield from _overlapping(figures)
    elif comparison.within is None:
        yield list(figures)
    else:
        yield from _chains(figures, comparison.within)


def _overlapping(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    # Around each of the longest periods, the figures whose periods lie in it.
    short = [figure for figure in figures if figure.is_short]
    for span in dict.fromkeys(figure.span for figure in short):
        inside = [f for f in short if span and f.span and span.contains(f.span)]
        wider = any(f.span and span and f.span != span and f.span.contains(span) for f in short)
        if not wider:
            yield inside


def _chains(figures: Sequence[Figure], within: int) -> Iterator[list[Figure]]:
    # Figures in the order of time, cut where nothing is said for longer than that.
    chain: list[Figure] = []
    dated = [(f.span.last, f) for f in figures if f.is_short and f.span and f.span.last]
    last = None
    for day, figure in sorted(dated, key=lambda item: item[0]):
        if last is not None and (day - last).days > within:
            yield chain
            chain = []
        chain.append(figure)
        last = day
    yield chain


def _of_one_value(figures: Sequence[Figure], comparison: ComparisonSet) -> Iterator[list[Figure]]:
    alike: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        for identity in {c.value.identity for c in figure.claims if c.value.precision >= _DETAILED}:
            alike[identity].append(figure)
    for several in alike.values():
        for chain in _chains(several, comparison.within or 0):
            spans = [figure.span for figure in chain if figure.span]
            apart = any(not a.overlaps(b) for a in spans for b in spans)
            witnesses = {claim.source.witness for figure in chain for claim in figure.claims}
            if apart and len(witnesses) > 1:
                yield chain


def _tells_apart(cluster: Sequence[Figure], comparison: ComparisonSet) -> bool:
    if not cluster:
        return False
    same = VALUE in comparison.free
    values = {claim.value.identity for figure in cluster for claim in figure.claims}
    by_time = comparison.kind == "date" or PERIOD in comparison.free
    keys = {tuple(i for i in f.key.items() if by_time or i[0] != PERIOD) for f in cluster}
    return len(keys) > 1 and (same or len(values) > 1)
