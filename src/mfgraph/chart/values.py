"""The values of a chart: one number of one source for one period, and what competes with it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from mfgraph.chart.header import Roles
from mfgraph.queries import Table

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Value:
    """A number that a source gives for a period; `is_held` says that the dataset holds it."""

    number: Decimal
    period: str = ""
    begin: date | None = None
    end: date | None = None
    unit: str = ""
    series: str = ""
    source: str = ""
    source_name: str = ""
    is_held: bool = True

    @property
    def key(self) -> Key:
        """What the number is about: values of one key compete."""
        return (self.unit, self.series, self.period)

    @property
    def is_dated(self) -> bool:
        """Whether its period has a day, so that it can be drawn."""
        return self.begin is not None or self.end is not None

    @property
    def day(self) -> date:
        """Where it stands: on its day, in the middle of its period, else at the known end.

        >>> Value(Decimal(1), begin=date(2007, 1, 1), end=date(2007, 12, 31)).day
        datetime.date(2007, 7, 2)
        """
        begin, end = self.begin or self.end, self.end or self.begin
        assert begin and end  # noqa: S101, PT018  (asked of dated values only)
        return begin + timedelta(days=(end - begin).days // 2)

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and last day of its period, where that is longer than a month."""
        if not self.begin or not self.end:
            return None
        is_short = (self.begin.year, self.begin.month) == (self.end.year, self.end.month)
        return None if is_short else (self.begin, self.end)


def values(table: Table, roles: Roles) -> tuple[Value, ...]:
    """The values in the rows of an answer, in the order of the answer."""
    return tuple(_value(record, roles) for record in table.records() if record[roles.y] is not None)


def _value(record: Mapping[str, Any], roles: Roles) -> Value:
    def text(column: str) -> str:
        return str(record[column] or "") if column else ""

    def name(column: str) -> str:
        return text(f"{column}Name" if f"{column}Name" in record else column)

    return Value(
        number=Decimal(record[roles.y]),
        period=text(roles.x),
        begin=record[roles.begin],
        end=record[roles.end],
        unit=name(roles.unit),
        series=name(roles.series),
        source=text(roles.source),
        source_name=name(roles.source),
        is_held=bool(record[roles.chosen]) if roles.chosen else True,
    )


def contests(given: Iterable[Value]) -> Mapping[Key, tuple[Value, ...]]:
    """The values of each key on which sources differ: those held, and those that differ from them.

    A source that gives the same number as the one held agrees, and is not among them.
    """
    by_key: dict[Key, list[Value]] = defaultdict(list)
    for value in given:
        by_key[value.key].append(value)
    found = {}
    for key, competing in by_key.items():
        held = [value for value in competing if value.is_held]
        numbers = {value.number for value in held}
        others = {v.number: v for v in competing if not v.is_held and v.number not in numbers}
        if others:
            found[key] = (*held, *others.values())
    return found
