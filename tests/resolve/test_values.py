"""What values say, how finely, and whether one is the other said less finely."""

from decimal import Decimal

import pytest
from pyoxigraph import Literal, NamedNode

from mfgraph.resolve import Value
from mfgraph.resolve.dates import days, depth, latest_first
from mfgraph.vocab import term

MAD, USD = term("unit:MAD"), term("unit:USD")


def number(text: str, unit: NamedNode = MAD, qualifier: str = "") -> Value:
    said = Literal(text, datatype=term("xsd:decimal"))
    kind = term(f"value-qualifier:{qualifier}") if qualifier else None
    return Value.of(said, unit=unit, qualifier=kind)


def dated(text: str) -> Value:
    return Value.of(Literal(text, datatype=term("edtf:EDTF")))


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [
        (number("4600000000"), number("4603994000")),
        (number("8.2"), number("8.158")),
        (number("8.2"), number("8.16")),
        (number("-3.2"), number("-3.20001")),
        (number("1200000", qualifier="more-than"), number("1255000")),
        (number("900000", qualifier="nearly"), number("863000")),
        (number("6"), number("5.54")),
        (number("1300000", qualifier="about"), number("1250001")),
        (dated("1997"), dated("1997-04-13")),
        (dated("2012"), dated("2012-10-11/2012-10-12")),
        (dated("2012-10"), dated("2012-10-11/2012-10-12")),
    ],
)
def test_one_value_said_less_finely(coarse: Value, fine: Value) -> None:
    assert coarse.covers(fine)
    assert not fine.covers(coarse)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (number("8.1"), number("8.02")),
        (number("797112"), number("795000")),
        (number("1200000"), number("1265000")),
        (number("1300000", qualifier="more-than"), number("1265000")),
        (number("3.3"), number("-3.2")),
        (number("8.2"), number("8.158", USD)),
        (number("12"), number("13")),
        (number("10"), number("13")),
        (number("30000000"), number("25000000")),
        (number("900000", qualifier="nearly"), number("840333")),
        (dated("1997"), dated("1996-04-13")),
        (dated("2016-05-30/2016-06-02"), dated("2016-05-31/2016-06-01")),
        (dated("XXXX-09"), dated("2015-09")),
        (dated("1997"), number("1997")),
    ],
)
def test_two_values(one: Value, other: Value) -> None:
    assert not one.covers(other)
    assert not other.covers(one)
    assert one.identity != other.identity


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        (number("1350000"), 3),
        (number("797112"), 6),
        (number("75.18"), 4),
        (number("100"), 1),
        (number("0"), 1),
        (dated("1997-04-13"), 3),
        (dated("1997-04"), 2),
        (dated("1997"), 1),
        (dated("2005/.."), 0),
        (Value.of(term("place:casablanca")), 0),
    ],
)
def test_precision(value: Value, precision: int) -> None:
    assert value.precision == precision


def test_the_same_number_in_two_spellings_is_one_value() -> None:
    assert number("58.0").identity == number("58").identity
    assert number("58", MAD).identity != number("58", USD).identity
    assert Value.of(Literal(58)).number == Decimal(58)


def test_a_place_covers_what_lies_in_it() -> None:
    city, hall = term("place:casablanca"), term("site:cms-casablanca")
    assert Value.of(city).covers(Value.of(hall, inside=[city.value]))
    assert not Value.of(hall, inside=[city.value]).covers(Value.of(city))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2012", "2012-01-01", "2012-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2012-02-03", "2012-02-03", "2012-02-03"),
        ("2012-10/2012-12", "2012-10-01", "2012-12-31"),
        ("../2005-09-30", "None", "2005-09-30"),
        ("2005/..", "2005-01-01", "None"),
        ("2012?", "2012-01-01", "2012-12-31"),
    ],
)
def test_days_of_a_date(text: str, first: str, last: str) -> None:
    found = days(text)
    assert found is not None
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize("text", ["XXXX-09", "2012-13", "2012-02-30", "soon"])
def test_what_is_no_date_has_no_days(text: str) -> None:
    assert days(text) is None


def test_an_unknown_year_counts_for_nothing() -> None:
    assert depth("XXXX-09") == 1
    assert latest_first("XXXX-09") == latest_first("") == 0


def test_days_overlap_and_lie_apart() -> None:
    year, end, next_year = days("2012"), days("2012-12-31"), days("2013")
    assert year is not None
    assert end is not None
    assert next_year is not None
    assert year.overlaps(end)
    assert year.contains(end)
    assert not end.contains(year)
    assert not year.overlaps(next_year)
    assert end.gap(next_year) == 365
