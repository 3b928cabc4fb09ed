"""Dates as sources give them, in the Extended Date/Time Format."""

from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.dates import bounds, is_edtf
from mfgraph.errors import IngestError
from mfgraph.vocab import term

EDTF: Final = term("edtf:EDTF")
_DEPTH: Final = {"year": 4, "month": 7, "day": 10}


def edtf(text: str, precision: str | None = None) -> Literal:
    """A date as an [EDTF](https://www.loc.gov/standards/datetime/) literal, no finer than printed.

    Raises:
        IngestError: the text is no date of the forms in use, or an interval that ends first.

    >>> edtf("2012-10-19", "month").value
    '2012-10'
    >>> edtf("2012-10-19/2012-11-02", "month").value
    '2012-10/2012-11'
    """
    depth = _DEPTH.get(precision or "")
    cut = "/".join(part[:depth] for part in text.split("/"))
    if not is_edtf(cut):
        raise IngestError(f"{text!r} is no date", hint="write 2008, 2008-04, 2008-04-12 or a/b")
    first, last = bounds(cut)
    if first and last and last < first:
        raise IngestError(f"{text!r} ends before it begins", hint="write the earlier date first")
    return Literal(cut, datatype=NamedNode(EDTF.value))
