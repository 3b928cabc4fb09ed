"""A moment: the days from which a dataset is looked at, and what it leaves out.

Apart from `history`, which makes the dataset of a moment: most questions name no day.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Self

from mfgraph.errors import UsageError

_DAY: Final = r"\d{4}(-\d\d){0,2}"


@dataclass(frozen=True, slots=True)
class Moment:
    """The days from which a dataset is looked at; a day that is not given leaves nothing out.

    `as_of` is the day on which something held or by which it had happened; `known_by`, the day
    by which the sources had appeared.

    >>> Moment.of(as_of="2012-02").as_of
    datetime.date(2012, 2, 29)
    """

    as_of: date | None = None
    known_by: date | None = None

    @classmethod
    def of(cls, as_of: str | None = None, known_by: str | None = None) -> Self:
        """The moment that two dates stand for: each a day, or a month or year for its last day.

        Raises:
            UsageError: one of them is no such date.
        """
        return cls(_day(as_of, "as-of"), _day(known_by, "known-by"))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a moment leaves out: by a date that is known, and for want of any."""

    dated: frozenset[str] = field(default_factory=frozenset)
    undated: frozenset[str] = field(default_factory=frozenset)

    def __len__(self) -> int:
        return len(self.dated) + len(self.undated)

    def __contains__(self, name: object) -> bool:
        return name in self.dated or name in self.undated


def _day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    from mfgraph.dates import bounds  # noqa: PLC0415  (most questions name no day)

    last = bounds(text)[1] if re.fullmatch(_DAY, text, re.ASCII) else None
    if last is None:
        raise UsageError(
            f"{option} takes a year, a month or a day, not {text!r}",
            hint="write for example 2014, 2014-06 or 2014-06-02",
        )
    return last
