"""The query library: `.rq` files that say what they ask, what they take and what they return.

`explain`, which says why a query finds nothing, is imported by those who ask that.
"""

from mfgraph.queries.header import Column, Parameter, QueryFile, parse, read
from mfgraph.queries.kept import KeptHeaders
from mfgraph.queries.library import Library
from mfgraph.queries.parameters import bound
from mfgraph.queries.results import (
    READABLE,
    RESULT_FORMATS,
    Table,
    for_reading,
    table,
    write_solutions,
    write_table,
)

__all__ = [
    "READABLE",
    "RESULT_FORMATS",
    "Column",
    "KeptHeaders",
    "Library",
    "Parameter",
    "QueryFile",
    "Table",
    "bound",
    "for_reading",
    "parse",
    "read",
    "table",
    "write_solutions",
    "write_table",
]
