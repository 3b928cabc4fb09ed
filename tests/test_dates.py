"""Our small reader of dates against the parser of the edtf package."""

import calendar
from datetime import date
from time import struct_time

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from mfgraph.dates import bounds, is_edtf


def edtf_reads(text: str) -> bool:
    try:
        parse_edtf(text)
    except EDTFParseException:
        return False
    return True


@pytest.mark.parametrize(
    "text",
    ["2001", "2001-10", "2001-10-04", "2001~", "2001-10?", "XXXX-09", "XXXX-09-XX", "XXXX-09-15",
     "2000-02-29", "XXXX-02-29", "2001/2004", "2001-10/..", "../2004-05-01", "2001~/2002?", "0000"],
)  # fmt: skip
def test_forms_in_use(text: str) -> None:
    assert is_edtf(text)
    assert edtf_reads(text)


@pytest.mark.parametrize(
    "text",
    ["", "..", "../..", "/", "2001/", "01-10-2001", "2001-13", "2001-00", "2001-10-00",
     "2001-04-31", "2001-02-29", "XXXX-13", "XXXX-02-30", "XXXX", "2001-1", "20011", " 2001",
     "2001\n", "٢٠٠١", "2001-10-04T10:00:00", "2001-21", "2001/2002/2003", "2001~~", "XXXX-09/2001",
     "شتنبر"],
)  # fmt: skip
def test_forms_that_are_refused(text: str) -> None:
    assert not is_edtf(text)


years = st.integers(0, 9999)


@given(year=years, month=st.integers(1, 12), data=st.data())
def test_every_day_of_the_calendar_is_read(year: int, month: int, data: st.DataObject) -> None:
    last = calendar.monthrange(year or 400, month)[1]
    day = data.draw(st.integers(1, last))
    text = f"{year:04}-{month:02}-{day:02}"
    assert is_edtf(text)
    assert edtf_reads(text)
    assert not is_edtf(f"{year:04}-{month:02}-{last + 1:02}")


near_dates = st.text(alphabet="0129X-/.~?", max_size=21)
joined = st.builds(
    "{}{}{}".format,
    st.sampled_from(["2001", "2001-10", "2001-10-04", "XXXX-09", ".."]),
    st.sampled_from(["", "/", "-", "~", "?"]),
    st.sampled_from(["", "2004", "2004-05", "..", "31", "00", "XX"]),
)


@given(text=st.one_of(near_dates, joined))
def test_whatever_we_accept_edtf_accepts(text: str) -> None:
    if is_edtf(text):
        assert edtf_reads(text)


def edtf_bounds(text: str) -> tuple[date | None, date | None]:
    """The days between which the edtf package places a date, where it has both or an open end."""
    read = parse_edtf(text)
    first, last = (
        date(*side[:3]) if isinstance(side, struct_time) else None
        for side in (read.lower_strict(), read.upper_strict())
    )
    return first, last


points = st.builds(
    lambda day, length, mark: f"{day}"[:length] + mark,
    st.dates(),
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "?", "~"]),
)
ends = st.one_of(points, st.just(".."))
intervals = st.builds("{}/{}".format, ends, ends).filter(is_edtf)


@settings(deadline=None)  # the package builds its grammar at the first date
@given(text=st.one_of(points, intervals))
def test_bounds_are_those_of_the_edtf_package(text: str) -> None:
    assert bounds(text) == edtf_bounds(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2001", date(2001, 1, 1), date(2001, 12, 31)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2000-02?", date(2000, 2, 1), date(2000, 2, 29)),
        ("2007-11-08~", date(2007, 11, 8), date(2007, 11, 8)),
        ("2012-10-11/2012-10", date(2012, 10, 11), date(2012, 10, 31)),
        ("2010-04/..", date(2010, 4, 1), None),
        ("../2018-06-12", None, date(2018, 6, 12)),
    ],
)
def test_bounds_of_forms_in_use(text: str, first: date | None, last: date | None) -> None:
    assert bounds(text) == (first, last)


@pytest.mark.parametrize("text", ["XXXX-09", "XXXX-09-15", "0000-01", "2001-02-29", "", "شتنبر"])
def test_what_is_unknown_or_no_date_has_no_bounds(text: str) -> None:
    assert bounds(text) == (None, None)
