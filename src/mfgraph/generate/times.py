"""Dates, told as finely as sources tell them: days, months, years, and what is about then."""

from datetime import date
from typing import Final

from mfgraph.generate.draws import Draw
from mfgraph.generate.tables import Tables

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def told(draw: Draw, tables: Tables, first: int, last: int) -> str:
    """A date between two years, in a form of EDTF."""
    year, month, day = draw.between(first, last), draw.between(1, 12), draw.between(1, 26)
    forms = {
        "year": f"{year}",
        "month": f"{year}-{month:02}",
        "day": f"{year}-{month:02}-{day:02}",
        "days": f"{year}-{month:02}-{day:02}/{year}-{month:02}-{day + 2:02}",
        "open": f"{year}/..",
        "about": f"{year}~",
    }
    return forms[draw.weighted(tables.told["precision"])]


def otherwise(draw: Draw, told_before: str) -> str:
    """The same date as another source tells it: less finely, or a year off."""
    year = told_before[:4]
    return year if draw.chance(0.5) else f"{int(year) - 1}"


def plain(draw: Draw, tables: Tables, first: int, last: int) -> str:
    """A year, month or day between two years."""
    return told(draw, tables, first, last).partition("/")[0].removesuffix("~")


def weekday(told_date: str) -> str | None:
    """The day of the week, where a date is one day.

    >>> weekday("2001-10-04")
    'Thursday'
    >>> weekday("2001-10")
    """
    if len(told_date) != len("2001-10-04"):
        return None
    return _DAYS[date.fromisoformat(told_date).weekday()]


def edtf(told_date: str) -> str:
    """A date as the value of a claim."""
    return f'"{told_date}"^^edtf:EDTF'
