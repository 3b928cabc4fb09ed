"""Where a value stands in time, which values compete, and what the answer's rows become."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from pyoxigraph import Literal, NamedNode

from mfgraph.chart import Chart, Roles, Value, contests
from mfgraph.chart.values import values
from mfgraph.queries import Table
from mfgraph.terms import Language
from mfgraph.vocab import term

ONE = Decimal(1)
SOURCE = NamedNode("https://w3id.org/mfgraph/id/source/x")


@pytest.mark.parametrize(
    ("begin", "end", "day", "span"),
    [
        (date(2007, 12, 31), date(2007, 12, 31), date(2007, 12, 31), False),
        # A month is no wider than a mark.
        (date(2007, 4, 1), date(2007, 4, 30), date(2007, 4, 15), False),
        (date(2022, 1, 1), date(2022, 9, 30), date(2022, 5, 17), True),
        (date(2007, 1, 1), date(2007, 12, 31), date(2007, 7, 2), True),
        # Since the beginning until a day, and from a day on.
        (None, date(2005, 9, 30), date(2005, 9, 30), False),
        (date(2010, 4, 1), None, date(2010, 4, 1), False),
    ],
)
def test_where_a_value_stands(
    begin: date | None, end: date | None, day: date, *, span: bool
) -> None:
    value = Value(ONE, begin=begin, end=end)
    assert value.is_dated
    assert value.day == day
    assert value.span == ((begin, end) if span else None)


def test_a_value_without_a_period_is_not_drawn() -> None:
    assert not Value(ONE, period="").is_dated


def test_values_compete_where_they_differ_from_the_one_held(
    made: Callable[[Language], Chart],
) -> None:
    found = contests(made("en").values)
    assert {key: [value.number for value in competing] for key, competing in found.items()} == {
        ("persons", "", "2007-01-01/2007-12-31"): [1_300_000, 1_353_000, 1_200_000],
        ("Moroccan dirham", "", "2022-12-31"): [8_540_000_000, 8_400_000_000],
    }


def test_lines_units_and_periods_never_compete_with_one_another() -> None:
    held = Value(ONE, period="2005", unit="persons")
    others = [
        Value(Decimal(2), period="2006", unit="persons", is_held=False),
        Value(Decimal(2), period="2005", unit="loans", is_held=False),
        Value(Decimal(2), period="2005", unit="persons", series="women", is_held=False),
    ]
    for other in others:
        assert (held.key in contests([held, other])) is False


def test_rows_become_values_with_names_where_the_answer_has_them() -> None:
    names = ("p", "b", "e", "v", "u", "uName", "s", "held")
    day = Literal("2005-12-31", datatype=term("xsd:date"))
    number = Literal("58.5", datatype=term("xsd:decimal"))
    unit, held = NamedNode("https://example.org/u"), Literal(False)  # noqa: FBT003
    rows = (
        (Literal("2005-12-31"), day, day, number, unit, Literal("percent"), SOURCE, held),
        (None, None, None, Literal(7), unit, Literal("percent"), SOURCE, Literal(True)),  # noqa: FBT003
        (Literal("2006"), day, day, None, unit, Literal("percent"), SOURCE, held),
    )
    roles = Roles(x="p", begin="b", end="e", y="v", unit="u", source="s", chosen="held")
    assert values(Table(names, names, rows), roles) == (
        Value(
            number=Decimal("58.5"),
            period="2005-12-31",
            begin=date(2005, 12, 31),
            end=date(2005, 12, 31),
            unit="percent",
            source=SOURCE.value,
            source_name=SOURCE.value,
            is_held=False,
        ),
        Value(number=Decimal(7), unit="percent", source=SOURCE.value, source_name=SOURCE.value),
    )


def test_without_a_column_that_says_so_every_value_is_held() -> None:
    names = ("p", "b", "e", "v")
    rows = ((Literal("x"), None, None, Literal(1)),)
    (value,) = values(Table(names, names, rows), Roles(x="p", begin="b", end="e", y="v"))
    assert value.is_held
    assert value.source == value.unit == value.series == ""
