"""Dates of facts: no finer than printed, and only days that exist."""

import pytest

from mfgraph.errors import IngestError
from mfgraph.ingest.dates import edtf


@pytest.mark.parametrize(
    ("text", "precision", "date"),
    [
        ("2001-10-04", None, "2001-10-04"),
        ("2001-10-04", "day", "2001-10-04"),
        ("2001-10-04", "month", "2001-10"),
        ("2001-10-04", "year", "2001"),
        ("2001", "month", "2001"),
        ("2016-05-30/2016-06-02", "day", "2016-05-30/2016-06-02"),
        ("2016-05-30/2016-06-02", "month", "2016-05/2016-06"),
        ("../2005-09-30", None, "../2005-09-30"),
        ("2012-02-29", None, "2012-02-29"),
        ("XXXX-09", None, "XXXX-09"),
    ],
)
def test_a_date_is_no_finer_than_printed(text: str, precision: str | None, date: str) -> None:
    literal = edtf(text, precision)
    assert literal.value == date
    assert literal.datatype.value == "http://id.loc.gov/datatypes/edtf/EDTF"


@pytest.mark.parametrize("text", ["", "2001-13", "2011-02-29", "4 octobre 2001", "2001-10-04T10"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(IngestError, match="is no date"):
        edtf(text)


def test_an_interval_does_not_end_before_it_begins() -> None:
    with pytest.raises(IngestError, match="ends before it begins"):
        edtf("2010/2008")
    assert edtf("2008/2008").value == "2008/2008"
