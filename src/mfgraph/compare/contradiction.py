"""A contradiction: the values that sources give where one is expected, and of what kind it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from pyoxigraph import NamedNode

from mfgraph.resolve import Candidate, Value
from mfgraph.resolve.dates import days
from mfgraph.vocab import term

# In the order in which a reader wants them: what cannot be explained stands first.
Kind = Literal["conflict", "date", "definition", "rounding"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_PERCENT: Final = term("unit:percent").value


@dataclass(frozen=True, slots=True)
class Side:
    """One value with the claims that give it; `told` is what tells it apart beside its value."""

    value: Value
    claims: tuple[Candidate, ...]
    told: tuple[NamedNode, ...] = ()
    held: bool = False

    @property
    def witnesses(self) -> int:
        """The number of independent witnesses: copies of one release are one."""
        return len({claim.source.witness for claim in self.claims})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What sources differ on, the values they give, and what kind of difference it is.

    `about` names the thing and property, or the key of a figure; `comparison` is the set of
    `ontology/comparisons.ttl` that held figures of different keys side by side.
    """

    kind: Kind
    about: tuple[NamedNode, ...]
    sides: tuple[Side, ...]
    comparison: NamedNode | None = None

    @property
    def parties(self) -> frozenset[NamedNode]:
        """All that the contradiction speaks of, for asking about one thing."""
        claims = (claim for side in self.sides for claim in side.claims)
        spoken = {party for claim in claims for party in claim.parties}
        told = {node for side in self.sides for node in side.told}
        things = {side.value.term for side in self.sides if isinstance(side.value.term, NamedNode)}
        return frozenset({*self.about, *spoken, *told, *things})

    @property
    def sources(self) -> frozenset[NamedNode]:
        """The graphs of the sources that take part."""
        return frozenset(claim.source.graph for side in self.sides for claim in side.claims)

    @property
    def spread(self) -> tuple[float, str] | None:
        """How far the values lie apart: in percent, in points, or in days."""
        values = [side.value for side in self.sides]
        finest = [v for v in values if not any(v.covers(other) for other in values)]
        return _numbers(values) or _days(finest)


def is_rounding(values: Sequence[Value]) -> bool:
    """Whether all values say the finest of them, some less finely.

    >>> from pyoxigraph import Literal
    >>> is_rounding([Value.of(Literal(n)) for n in (8158, 8160, 8200)])
    True
    >>> is_rounding([Value.of(Literal(n)) for n in (8158, 8160, 8100)])
    False
    """
    return any(all(_fits(value, finest) for value in values) for finest in values)


def is_overlap(values: Sequence[Value]) -> bool:
    """Whether all values are dates that share days, without one spelling out the others."""
    spans = [days(value.date) for value in values if value.date]
    known = [span for span in spans if span]
    return len(known) == len(values) and all(a.overlaps(b) for a in known for b in known)


def sides(claims: Iterable[tuple[Candidate, tuple[NamedNode, ...]]], lost: set[str]) -> list[Side]:
    """The claims by the value they give and what tells it apart, the finer values first.

    `lost` are the claims that a choice left out of the resolved view.
    """
    found: dict[tuple[str, tuple[NamedNode, ...]], list[Candidate]] = {}
    for claim, told in claims:
        found.setdefault((claim.value.identity, told), []).append(claim)
    return [
        Side(
            value=several[0].value,
            claims=tuple(several),
            told=told,
            held=any(claim.claim.value not in lost for claim in several),
        )
        for (_, told), several in sorted(found.items(), key=_order)
    ]


def _fits(value: Value, finest: Value) -> bool:
    if value.identity == finest.identity or value.covers(finest):
        return True
    # A month whose year is not stated fits that month of any year.
    unknown, _, month = value.date.partition("-")
    return unknown == "XXXX" and finest.date.partition("-")[2].startswith(month)


def _order(item: tuple[tuple[str, tuple[NamedNode, ...]], list[Candidate]]) -> tuple[object, ...]:
    (identity, told), claims = item
    number = claims[0].value.number
    return number is None, -(number or 0), identity, [node.value for node in told]


def _numbers(values: Sequence[Value]) -> tuple[float, str] | None:
    numbers = [value.number for value in values if value.number is not None]
    if len(numbers) < len(values) or len({value.unit for value in values}) > 1:
        return None
    apart = max(numbers) - min(numbers)
    if values[0].unit == _PERCENT:
        return float(apart), "points"
    least = min(abs(number) for number in numbers)
    return (float(apart / least * 100), "percent") if least else None


def _days(values: Sequence[Value]) -> tuple[float, str] | None:
    spans = [span for span in (days(value.date) for value in values if value.date) if span]
    edges = [[s.first for s in spans if s.first], [s.last for s in spans if s.last]]
    if len(values) < 2 or any(len(several) < len(values) for several in edges):  # noqa: PLR2004
        return None
    return float(max((max(several) - min(several)).days for several in edges)), "days"
