"""Dates with gaps: the forms of the Extended Date/Time Format that the data may use.

Of [EDTF](https://www.loc.gov/standards/datetime/) levels 0 and 1, and one form of level 2:

    2001  2001-10  2001-10-04          a year, a month, a day
    2001~  2001-10?  2001-10-04~       about then; perhaps then
    XXXX-09  XXXX-09-XX  XXXX-09-15    a month or day whose year is not stated
    2001/2004  ../2004  2001-10/..     from, until; two dots are an open end
"""

import calendar
import re
from datetime import date
from typing import Final

_DATE: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[?~]?", re.ASCII)
_NO_YEAR: Final = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?:(?P<day>\d\d)|XX))?", re.ASCII)
_OPEN: Final = ".."
# A leap year, for days whose year is not known: the 29th of February may exist.
_SOME_LEAP_YEAR: Final = 2000


def is_edtf(text: str) -> bool:
    """Whether a text is a date in one of the forms above, with a month and day that exist.

    >>> [is_edtf(text) for text in ("XXXX-09", "2001-10-04", "../2004", "2001-13", "09/2001")]
    [True, True, True, False, False]
    """
    begin, slash, end = text.partition("/")
    if not slash:
        return _is_date(begin) or _is_date_without_year(begin)
    ends = (begin, end)
    return ends != (_OPEN, _OPEN) and all(part == _OPEN or _is_date(part) for part in ends)


def bounds(text: str) -> tuple[date | None, date | None]:
    """The first and the last day that a date may mean; none on a side that is open or unknown.

    The queries that bound the dates of the dataset (`queries/construct/`) give the same days.

    >>> bounds("2012-02")
    (datetime.date(2012, 2, 1), datetime.date(2012, 2, 29))
    >>> bounds("../2005-09-30")
    (None, datetime.date(2005, 9, 30))
    >>> bounds("XXXX-09")
    (None, None)
    """
    begin, slash, end = text.partition("/")
    return _first_day(begin), _last_day(end if slash else begin)


def _first_day(text: str) -> date | None:
    found = _dated(text)
    return (
        date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
        if found
        else None
    )


def _last_day(text: str) -> date | None:
    found = _dated(text)
    if found is None:
        return None
    year, month = int(found["year"]), int(found["month"] or 12)
    return date(year, month, int(found["day"] or calendar.monthrange(year, month)[1]))


def _dated(text: str) -> re.Match[str] | None:
    """The parts of a date whose year is one that calendars have: they begin with year 1."""
    found = _DATE.fullmatch(text)
    return found if found and _is_date(text) and int(found["year"]) else None


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    return found is not None and _exists(int(found["year"]), found["month"], found["day"])


def _is_date_without_year(text: str) -> bool:
    found = _NO_YEAR.fullmatch(text)
    return found is not None and _exists(_SOME_LEAP_YEAR, found["month"], found["day"])


def _exists(year: int, month: str | None, day: str | None) -> bool:
    if month is None:
        return True
    if not 1 <= int(month) <= len(calendar.month_name) - 1:
        return False
    # Year 0 has the calendar of year 400, which Python knows.
    return day is None or 1 <= int(day) <= calendar.monthrange(year or 400, int(month))[1]
