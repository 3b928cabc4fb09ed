"""Which columns of a question are drawn, and as what: the key `chart` of its header.

    #+ chart: {x: period, begin: notBefore, end: notAfter, y: value, unit: unit,
    #+   series: series, source: source, chosen: chosen}

`x` is the period as it is called, `begin` and `end` are its first and last day, `y` is the
number. The others may be left out: what the number counts, what tells one line from another,
who gives it, and whether it is the value held. Where a column has its names beside it, as `unit`
has them in `unitName`, these are shown.
"""

from dataclasses import dataclass
from typing import Final, Self

from mfgraph.errors import SyntaxFault
from mfgraph.queries import QueryFile

_REQUIRED: Final = ("x", "begin", "end", "y")
_OPTIONAL: Final = ("unit", "series", "source", "chosen")


@dataclass(frozen=True, slots=True)
class Roles:
    """The column that plays each part of a chart; none where the header names none."""

    x: str
    begin: str
    end: str
    y: str
    unit: str = ""
    series: str = ""
    source: str = ""
    chosen: str = ""

    @classmethod
    def of(cls, query: QueryFile) -> Self:
        """The parts that a question's header gives to its columns.

        Raises:
            SyntaxFault: the header declares no chart, or not with columns of the question.
        """
        declared, where = query.header.get("chart"), str(query.path)
        if not isinstance(declared, dict):
            raise SyntaxFault(
                f"'{query.name}' declares no chart",
                where=where,
                hint="give its header a table 'chart' with x, begin, end and y",
            )
        if missing := [key for key in _REQUIRED if not declared.get(key)]:
            raise SyntaxFault(f"the header's 'chart' lacks {', '.join(missing)}", where=where)
        if unknown := sorted(set(declared) - {*_REQUIRED, *_OPTIONAL}):
            raise SyntaxFault(f"the header's 'chart' has no part '{unknown[0]}'", where=where)
        columns = {column.name for column in query.columns}
        if strange := sorted(str(name) for name in declared.values() if name not in columns):
            raise SyntaxFault(
                f"the header's 'chart' names '{strange[0]}', which is no column", where=where
            )
        return cls(**declared)
