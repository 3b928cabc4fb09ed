"""Our small reader of dates against the parser of the edtf package."""

import calendar

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from mfgraph.validate.dates import is_edtf


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
