"""A chart made up by hand: two lines of one unit and a third of another, with two contests.

Persons, whole: 500,000 on 2005-12-31; in 2007 1,300,000 held, 1,353,000 and 1,200,000 passed
over, and another source that agrees; 900,000 from January to September 2022; and 1 value whose
period is not known. Persons, women: 400,000 on 2005-12-31. Dirhams, whole: 8,540,000,000 on
2022-12-31, where another source says 8,400,000,000.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from mfgraph.chart import Chart, Value
from mfgraph.terms import Language

YEAR_END = (date(2005, 12, 31), date(2005, 12, 31))
YEAR = (date(2007, 1, 1), date(2007, 12, 31))
NINE_MONTHS = (date(2022, 1, 1), date(2022, 9, 30))
LAST_DAY = (date(2022, 12, 31), date(2022, 12, 31))
TITLES: dict[Language, str] = {
    "ar": "كيف تطور المؤشر عبر الزمن؟",
    "fr": "Comment l'indicateur a-t-il évolué dans le temps ?",
    "en": "How did the indicator move over time?",
}
UNITS: dict[Language, tuple[str, str]] = {
    "ar": ("أشخاص", "درهم مغربي"),
    "fr": ("personnes", "dirham marocain"),
    "en": ("persons", "Moroccan dirham"),
}
WOMEN: dict[Language, str] = {"ar": "النساء", "fr": "femmes", "en": "women"}


def _values(lang: Language) -> tuple[Value, ...]:
    persons, dirhams = UNITS[lang]

    def value(
        number: int, days: tuple[date, date] | None, source: str, *, unit: str, is_held: bool = True
    ) -> Value:
        begin, end = days or (None, None)
        period = f"{begin}" if begin == end else f"{begin}/{end}"
        return Value(
            number=Decimal(number),
            period=period if days else "",
            begin=begin,
            end=end,
            unit=unit,
            source=source,
            source_name=source.title(),
            is_held=is_held,
        )

    return (
        value(500_000, YEAR_END, "alpha", unit=persons),
        value(1_300_000, YEAR, "beta", unit=persons),
        value(1_353_000, YEAR, "alpha", unit=persons, is_held=False),
        value(1_300_000, YEAR, "gamma", unit=persons, is_held=False),
        value(1_200_000, YEAR, "delta", unit=persons, is_held=False),
        value(900_000, NINE_MONTHS, "beta", unit=persons),
        value(700_000, None, "gamma", unit=persons),
        Value(
            number=Decimal(400_000),
            period="2005-12-31",
            begin=YEAR_END[0],
            end=YEAR_END[1],
            unit=persons,
            series=WOMEN[lang],
            source="alpha",
            source_name="Alpha",
        ),
        value(8_540_000_000, LAST_DAY, "beta", unit=dirhams),
        value(8_400_000_000, LAST_DAY, "gamma", unit=dirhams, is_held=False),
    )


@pytest.fixture(scope="session")
def made() -> Callable[[Language], Chart]:
    def make(lang: Language) -> Chart:
        return Chart(
            name="example",
            title=TITLES[lang],
            subtitle="A · B",
            x_label="t",
            values=_values(lang),
            lang=lang,
        )

    return make
