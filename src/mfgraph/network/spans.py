"""When an edge is known to hold: at least from one day to another, and open where nothing is known.

A role attested once, in 2008, held in 2008 at least. It is not an edge of one day, and it is
not one that never ended: its span is 2008 to 2008, open on both sides. A tie that happens on
its date, such as a participation, is open on neither side.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from mfgraph.dates import bounds, is_edtf
from mfgraph.errors import UsageError
from mfgraph.network.projection import Edge, Projection

_OPEN: Final = ".."


@dataclass(frozen=True, slots=True)
class Span:
    """The days from and to which an edge is known to hold, at least.

    A date is often a year or a month, so each end is a window of days: the edge held on some
    day of `first` and on some day of `last`. `begins` and `ends` say whether it is known to
    have begun in the first window and to have ended in the last.
    """

    first: tuple[date, date]
    last: tuple[date, date]
    begins: bool
    ends: bool

    def holds_in(self, window: tuple[date, date]) -> bool:
        """Whether the edge is known to hold on some day of a window of days.

        >>> year = (date(2008, 1, 1), date(2008, 12, 31))
        >>> Span(year, year, begins=False, ends=False).holds_in(year)
        True
        """
        low, high = window
        # Between the two ends it held every day; at an end, on some day of the end's window.
        between = self.first[1] <= high and self.last[0] >= low and self.first[1] <= self.last[0]
        return between or any(low <= end[0] and end[1] <= high for end in (self.first, self.last))

    def may_hold_in(self, window: tuple[date, date]) -> bool:
        """Whether nothing that is known keeps the edge from holding in a window of days."""
        low, high = window
        return not (self.begins and self.first[0] > high) and not (self.ends and self.last[1] < low)


def span(edge: Edge, *, is_moment: bool = False) -> Span | None:
    """The span of an edge, or nothing where no date of it has a year.

    >>> role = Edge("r", "a", "b", "k", (), (), begin="2006", inside=("2008-04-12",))
    >>> found = span(role)
    >>> found.first[0].isoformat(), found.last[0].isoformat(), found.begins, found.ends
    ('2006-01-01', '2008-04-12', True, False)
    """
    begin, end = _windows(edge.begin), _windows(edge.end)
    attested = [window for given in edge.inside for window in _windows(given)]
    windows = [*begin, *attested, *end]
    if not windows:
        return None
    return Span(
        min(begin or windows),
        max(end or windows, key=lambda window: (window[1], window[0])),
        begins=is_moment or (bool(begin) and not edge.begin.startswith(_OPEN)),
        ends=is_moment or (bool(end) and not edge.end.endswith(_OPEN)),
    )


def spans(projection: Projection) -> dict[str, Span]:
    """The span of each edge that has one, by the edge's IRI."""
    moments = projection.query.moments
    found = ((e.iri, span(e, is_moment=e.kind in moments)) for e in projection.edges)
    return {iri: known for iri, known in found if known}


def during(projection: Projection, when: str) -> Projection:
    """The network of those edges that are known to hold at some time during a date.

    Raises:
        UsageError: the date is none that calendars have.
    """
    low, high = bounds(when) if is_edtf(when) else (None, None)
    if low is None or high is None:
        raise UsageError(
            f"{when!r} is no date of a network", hint="write 2008, 2008-04, 2008-04-12 or 2008/2012"
        )
    known = spans(projection)
    return projection.kept(
        e for e in projection.edges if e.iri in known and known[e.iri].holds_in((low, high))
    )


def years(found: Iterable[Span]) -> range:
    """Every year from the first in which an edge is known to hold to the last."""
    held = list(found)
    if not held:
        return range(0)
    return range(min(s.first[0].year for s in held), max(s.last[1].year for s in held) + 1)


def year(number: int) -> tuple[date, date]:
    """The days of a year."""
    return date(number, 1, 1), date(number, 12, 31)


def _windows(text: str) -> list[tuple[date, date]]:
    """The days that a date may mean: those of both ends, where it gives two."""
    found = (bounds(side) for side in text.split("/") if side)
    return [(low, high) for low, high in found if low and high]
