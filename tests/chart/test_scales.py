"""Numbers as readers of each language write them."""

from decimal import Decimal

import pytest

from mfgraph.chart.scales import number, scale
from mfgraph.terms import Language


@pytest.mark.parametrize(
    ("value", "lang", "written"),
    [
        ("1353000", "en", "1,353,000"),
        ("1353000", "fr", "1\u202f353\u202f000"),
        ("1353000", "ar", "1.353.000"),
        ("75.18", "en", "75.18"),
        ("75.18", "fr", "75,18"),
        ("75.18", "ar", "75,18"),
        ("58.0", "fr", "58"),
        ("0", "ar", "0"),
        ("-1234.50", "en", "-1,234.5"),
        ("1E+3", "en", "1,000"),
    ],
)
def test_numbers_by_language(value: str, lang: Language, written: str) -> None:
    assert number(Decimal(value), lang) == written


@pytest.mark.parametrize(
    ("largest", "label"),
    [
        (1_999_999, "dirham"),
        (2_000_000, "dirham (millions)"),
        (1_999_999_999, "dirham (millions)"),
        (2_000_000_000, "dirham (billions)"),
    ],
)
def test_large_numbers_are_counted_in_millions_and_billions(largest: int, label: str) -> None:
    assert scale(Decimal(largest)).label("dirham", "en") == label


def test_what_numbers_are_divided_by_is_said_in_each_language() -> None:
    billions = scale(Decimal(8_540_000_000))
    assert billions.label("dirham marocain", "fr") == "dirham marocain (milliards)"
    assert billions.label("درهم", "ar") == "\u2068درهم\u2069 (بالملايير)"
    assert Decimal(8_540_000_000) / billions.divisor == Decimal("8.54")
