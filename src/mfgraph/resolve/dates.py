"""Dates of partial precision held one against the other: which is finer, whether they overlap."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from mfgraph.dates import bounds

_POINT: Final = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_UNKNOWN: Final = "XXXX"


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a date may mean; an open side has none."""

    first: date | None
    last: date | None

    def contains(self, other: "Days") -> bool:
        """Whether the other's days all lie among these."""
        begins = self.first is None or (other.first is not None and self.first <= other.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return begins and ends

    def overlaps(self, other: "Days") -> bool:
        """Whether some day lies among both."""
        before = self.last and other.first and self.last < other.first
        after = other.last and self.first and other.last < self.first
        return not before and not after

    def gap(self, other: "Days") -> int:
        """The number of days from one's last to the other's last; none where a side is open."""
        return abs((self.last - other.last).days) if self.last and other.last else 0


def days(text: str) -> Days | None:
    """The days that a date covers, or nothing where neither side of it is known.

    >>> days("2012-02")
    Days(first=datetime.date(2012, 2, 1), last=datetime.date(2012, 2, 29))
    >>> days("XXXX-09") is None
    True
    """
    first, last = bounds(text)
    return Days(first, last) if first or last else None


def depth(text: str) -> int:
    """How fine a date is: 3 to the day, 2 to the month, 1 to the year, 0 where it is open.

    A number that is not known does not count, and an interval is as fine as its coarser end.

    >>> [depth(text) for text in ("2001-10-04", "2001-10", "2001", "XXXX-09")]
    [3, 2, 1, 1]
    >>> depth("2012-10-11/2012-10")
    2
    """
    return min(_known(point) for point in text.split("/"))


def latest_first(text: str) -> int:
    """A number by which later dates sort before earlier ones, and no date after all.

    >>> sorted(["2012", "", "2014-06-02", "2014-06"], key=latest_first)
    ['2014-06-02', '2014-06', '2012', '']
    """
    year, month, day = _parts(text.rpartition("/")[2])
    return -int(year + (month or "00") + (day or "00")) if year and year != _UNKNOWN else 0


def _known(point: str) -> int:
    return sum(part not in {None, _UNKNOWN} for part in _parts(point))


def _parts(point: str) -> tuple[str | None, ...]:
    match = _POINT.match(point)
    return match.groups() if match else (None, None, None)
