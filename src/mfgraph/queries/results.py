"""Answers in the form a reader or a program wants: table, Markdown, or a SPARQL result format."""

import io
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import IO, Final

from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions

from mfgraph.errors import UsageError
from mfgraph.queries.header import QueryFile
from mfgraph.terms import Language, Term, display, pick, to_python

# A column of prose is folded at this many characters.
_COLUMN: Final = 56
# A backslash is escaped too: before a bar it would undo the bar's own.
_MARKUP: Final = re.compile(r"[\\|]")


@dataclass(frozen=True, slots=True)
class Table:
    """The solutions of a SELECT: one heading a column, one row a solution."""

    headings: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def records(self) -> list[dict[str, object]]:
        """The rows as Python values by column name: numbers exact, IRIs whole."""
        return [dict(zip(self.names, map(to_python, row), strict=True)) for row in self.rows]


def table(
    solutions: QuerySolutions, *, query: QueryFile | None = None, lang: Language = "en"
) -> Table:
    """The solutions with the headings of the query's header in a language."""
    names = [variable.value for variable in solutions.variables]
    labels = {column.name: column.label for column in query.columns} if query else {}
    return Table(
        headings=tuple(pick(labels.get(name, {}), lang) or name for name in names),
        names=tuple(names),
        rows=tuple(map(tuple, solutions)),
    )


def for_reading(found: Table, label: Callable[[str], str | None]) -> Table:
    """The table as a reader wants it: things by their names, and no column twice.

    A question returns `activity` and `activityName`; a program needs both, a reader wants one.
    """
    hidden = {name for name in found.names if f"{name}Name" in found.names}
    kept = [at for at, name in enumerate(found.names) if name not in hidden]
    heading = dict(zip(found.names, found.headings, strict=True))
    titled = [heading.get(name.removesuffix("Name"), heading[name]) for name in found.names]
    return Table(
        headings=tuple(titled[at] for at in kept),
        names=tuple(found.names[at] for at in kept),
        rows=tuple(tuple(_named(row[at], label) for at in kept) for row in found.rows),
    )


def _named(value: Term | None, label: Callable[[str], str | None]) -> Term | None:
    name = label(value.value) if isinstance(value, NamedNode) else None
    return Literal(name) if name else value


def write_table(found: Table, output: IO[bytes]) -> None:
    """Write a table for reading; a cell in Arabic is isolated, so columns keep their order."""
    # A program that wants JSON or CSV does not wait for what measures cells.
    from mfgraph.queries.drawing import drawn, folded, is_simple  # noqa: PLC0415

    texts = [found.headings, *([display(value) for value in row] for row in found.rows)]
    cells = [[folded(text, _COLUMN) for text in row] for row in texts]
    if found.names and is_simple(chain(*texts)) and not _is_styled(output):
        output.writelines(f"{line}\n".encode() for line in drawn(cells, _numeric(found)))
    else:
        _write_fitted(found, cells, output)


def _write_fitted(found: Table, cells: list[list[list[str]]], output: IO[bytes]) -> None:
    from rich import box  # noqa: PLC0415  (see drawing)
    from rich.console import Console, JustifyMethod  # noqa: PLC0415
    from rich.table import Table as RichTable  # noqa: PLC0415

    head, *body = [["\n".join(cell) for cell in row] for row in cells]
    shown = RichTable(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading, numeric in zip(head, _numeric(found), strict=True):
        side: JustifyMethod = "right" if numeric else "left"
        shown.add_column(heading, justify=side, overflow="fold", max_width=_COLUMN)
    for row in body:
        shown.add_row(*row)
    # In a terminal the table fits the window; in a file it is as wide as its columns.
    width = None if output.isatty() else _width(found)
    text = io.TextIOWrapper(output, encoding="utf-8", write_through=True)
    Console(file=text, width=width, highlight=False, markup=False, emoji=False).print(shown)
    text.detach()  # the caller's file stays open


def _is_styled(output: IO[bytes]) -> bool:
    # Either variable may have rich take a file for a terminal.
    return output.isatty() or any(map(os.environ.get, ("FORCE_COLOR", "TTY_COMPATIBLE")))


def write_markdown(found: Table, output: IO[bytes]) -> None:
    """Write a table in [GitHub's Markdown](https://github.github.com/gfm/#tables-extension-)."""
    lines = [found.headings, tuple("---" for _ in found.headings)]
    lines += [tuple(display(value) for value in row) for row in found.rows]
    for line in lines:
        cells = (" ".join(_MARKUP.sub(r"\\\g<0>", cell).splitlines()) for cell in line)
        output.write(f"| {' | '.join(cells)} |\n".encode())


# The SPARQL 1.1 result formats, each by the specification's own writer in Oxigraph.
RESULT_FORMATS: Final[Mapping[str, QueryResultsFormat]] = MappingProxyType(
    {
        "csv": QueryResultsFormat.CSV,
        "tsv": QueryResultsFormat.TSV,
        "json": QueryResultsFormat.JSON,
        "xml": QueryResultsFormat.XML,
    }
)
READABLE: Final[Mapping[str, Callable[[Table, IO[bytes]], None]]] = MappingProxyType(
    {"table": write_table, "markdown": write_markdown}
)


def write_solutions(solutions: QuerySolutions, format_name: str, output: IO[bytes]) -> None:
    """Write solutions in a [SPARQL result format](https://www.w3.org/TR/sparql11-results-csv-tsv/#csv).

    Raises:
        UsageError: the format is none of csv, tsv, json and xml.
    """
    if format_name not in RESULT_FORMATS:
        known = ", ".join((*READABLE, *RESULT_FORMATS))
        raise UsageError(f"no result format is called {format_name!r}", hint=f"use one of {known}")
    solutions.serialize(output, format=RESULT_FORMATS[format_name])


def _numeric(found: Table) -> Sequence[bool]:
    columns = zip(*found.rows, strict=True) if found.rows else [() for _ in found.headings]
    given = ([v for v in values if v is not None] for values in columns)
    return [bool(values) and all(_is_number(v) for v in values) for values in given]


def _is_number(value: Term | None) -> bool:
    return display(value).lstrip("-").replace(".", "", 1).isdecimal()


def _width(found: Table) -> int:
    longest = [len(heading) for heading in found.headings]
    for row in found.rows:
        longest = [max(a, len(display(v))) for a, v in zip(longest, row, strict=True)]
    return sum(min(_COLUMN, width) for width in longest) + 3 * len(longest) + 2
