"""The calendar as sources write it: days, months, quarters and years, and how each language says them."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from mfgraph.errors import UnknownTerm

_POINT: Final = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d\d)(?:-(\d\d))?))?\Z")
MONTHS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "ar": (
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "ماي",
            "يونيو",
            "يوليوز",
            "غشت",
            "شتنبر",
            "أكتوبر",
            "نونبر",
            "دجنبر",
        ),
        "fr": (
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ),
        "en": (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
    }
)
_QUARTERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "ar": ("الفصل الأول", "الفصل الثاني", "الفصل الثالث", "الفصل الرابع"),
        "fr": ("1er trimestre", "2e trimestre", "3e trimestre", "4e trimestre"),
        "en": ("first quarter of", "second quarter of", "third quarter of", "fourth quarter of"),
    }
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the calendar as a source gives it: from its first day to its last."""

    text: str
    kind: str
    first: date
    last: date

    @property
    def edtf(self) -> str:
        """The stretch as EDTF level 0 writes it: a quarter is the interval of its months."""
        if self.kind == "quarter":
            return f"{self.first:%Y-%m}/{self.last:%Y-%m}"
        return self.text


def span(text: str) -> Span:
    """The stretch of the calendar that one point of a facts file covers.

    >>> span("2012-Q4").first, span("2012-Q4").last
    (datetime.date(2012, 10, 1), datetime.date(2012, 12, 31))
    """
    match = _POINT.match(text)
    if match is None:
        raise UnknownTerm(
            f"{text!r} is no reference period",
            hint="write 2007, 2007-04, 2012-Q4, 2007-12-31 or two of them as a/b",
        )
    year, quarter, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return Span(text, "day", date(year, month, day), date(year, month, day))
    if month:
        return Span(text, "month", date(year, month, 1), _end(year, month))
    if quarter:
        return Span(text, "quarter", date(year, 3 * quarter - 2, 1), _end(year, 3 * quarter))
    return Span(text, "year", date(year, 1, 1), date(year, 12, 31))


def words(stretch: Span) -> dict[str, str]:
    """How each language says the stretch.

    >>> words(span("2007-12-31"))["ar"]
    '31 دجنبر 2007'
    >>> words(span("2012-Q4"))["en"]
    'fourth quarter of 2012'
    """
    return {lang: _words(stretch, lang) for lang in ("ar", "fr", "en")}


def _words(stretch: Span, lang: str) -> str:
    day = stretch.first
    if stretch.kind == "year":
        return str(day.year)
    if stretch.kind == "quarter":
        return f"{_QUARTERS[lang][(day.month - 1) // 3]} {day.year}"
    month = f"{MONTHS[lang][day.month - 1]} {day.year}"
    if stretch.kind == "month":
        return month
    return f"{'1er' if lang == 'fr' and day.day == 1 else day.day} {month}"


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
