"""Contradictions as a table for reading, as rows for a spreadsheet, and as JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import IO, Final

from pyoxigraph import Literal

from mfgraph.compare.contradiction import Contradiction
from mfgraph.compare.words import CELLS, COLUMNS, Writer
from mfgraph.queries import READABLE, Table
from mfgraph.terms import Term


def write_contradictions(
    found: Sequence[Contradiction], writer: Writer, chosen: str, output: IO[bytes]
) -> None:
    """Write contradictions in one of `FORMATS`."""
    FORMATS[chosen](found, writer, output)


def _write_json(found: Sequence[Contradiction], writer: Writer, output: IO[bytes]) -> None:
    records = [writer.record(each) for each in found]
    output.write(f"{json.dumps(records, ensure_ascii=False, indent=2)}\n".encode())


def _write_csv(found: Sequence[Contradiction], writer: Writer, output: IO[bytes]) -> None:
    rows = [CELLS, *(row for each in found for row in writer.cells(each))]
    write_rows(rows, output)


def write_rows(rows: Iterable[Sequence[str]], output: IO[bytes]) -> None:
    """Write rows as CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    output.write(text.getvalue().encode())


def _readable(name: str) -> Callable[[Sequence[Contradiction], Writer, IO[bytes]], None]:
    def write(found: Sequence[Contradiction], writer: Writer, output: IO[bytes]) -> None:
        rows = tuple(_cells(row) for each in found for row in _once(writer.rows(each)))
        READABLE[name](Table(writer.headings(), COLUMNS, rows), output)
        lines = "".join(f"\n{line}" for line in writer.totals(found))
        output.write(f"{lines}\n".encode())

    return write


def _once(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    # A reader wants to see once what all values of one contradiction share.
    for number, row in enumerate(rows):
        yield row if number == 0 else ("", "", *row[2:-1], "")


def _cells(row: Iterable[str]) -> tuple[Term | None, ...]:
    return tuple(Literal(cell) for cell in row)


FORMATS: Final[Mapping[str, Callable[[Sequence[Contradiction], Writer, IO[bytes]], None]]] = (
    MappingProxyType(
        {
            **{name: _readable(name) for name in READABLE},
            "csv": _write_csv,
            "json": _write_json,
        }
    )
)
