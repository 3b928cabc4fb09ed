"""CSV tables for spreadsheets: one a class, each defined by a query in `queries/export/`.

A query gives a row for each value of a thing; here the rows of one thing, those that agree
in the columns that the query's header calls its `key`, become one, and several values of a
cell stand in it sorted and joined. The files follow
[RFC 4180](https://www.rfc-editor.org/rfc/rfc4180#section-2), in UTF-8, and
`csv-metadata.json` describes them as [CSV on the Web](https://www.w3.org/TR/tabular-data-primer/).
"""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolutions

from mfgraph.build import Built
from mfgraph.errors import ExportError, SyntaxFault
from mfgraph.queries import Column, Library, QueryFile
from mfgraph.terms import LANGUAGES, Term
from mfgraph.workspace import Workspace

SEPARATOR: Final = " | "
_DATATYPES: Final[Mapping[str, str]] = MappingProxyType({"iri": "anyURI"})
# A date may be one of EDTF, such as XXXX-09, which no datatype of CSV on the Web allows.
_TEXT: Final = frozenset({"date"})
_RIGHT_TO_LEFT: Final = "ar"


def tables(built: Built) -> Iterator[tuple[str, bytes]]:
    """The name and content of each table, and of the file that describes them all.

    Raises:
        ExportError: the workspace defines no table.
    """
    queries = table_queries(built.workspace)
    if not queries:
        raise ExportError(
            "the workspace defines no table",
            where=str(built.workspace.queries / "export"),
            hint="put there one query a table, with a 'key' in its header",
        )
    for query in queries:
        rows = folded(built.store.select(query.text), key(query))
        yield f"{query.name}.csv", _csv([c.name for c in query.columns], rows)
    yield "csv-metadata.json", _description(queries)


def table_queries(workspace: Workspace) -> tuple[QueryFile, ...]:
    """The queries that define tables, by name: those whose header gives a key."""
    return tuple(q for q in Library(workspace.queries).theme("export") if "key" in q.header)


def key(query: QueryFile) -> tuple[str, ...]:
    """The columns that say which thing a row is about.

    Raises:
        SyntaxFault: the header's key is not a list of the table's columns.
    """
    named = query.header["key"]
    columns = {column.name for column in query.columns}
    if not isinstance(named, list) or not named or not columns.issuperset(named):
        raise SyntaxFault(
            "'key' in the header is not a list of columns",
            where=str(query.path),
            hint=f"columns are {', '.join(sorted(columns))}",
        )
    return tuple(named)


def folded(solutions: QuerySolutions, key: tuple[str, ...]) -> Iterator[list[str]]:
    """One row for all the solutions that agree in the key, in the order of the key.

    >>> from pyoxigraph import Store
    >>> solutions = Store().query('''
    ...     SELECT ?body ?aim { VALUES (?body ?aim) { ("FNAM" "b") ("FNAM" "a") } }''')
    >>> list(folded(solutions, ("body",)))
    [['FNAM', 'a | b']]
    """
    names = [variable.value for variable in solutions.variables]
    # What is said of a thing, as pairs of a column's number and a value: to have the store sort
    # its solutions takes longer than all else, and a set for each cell most of the memory.
    said: dict[tuple[str, ...], set[tuple[int, str]]] = defaultdict(set)
    for solution in solutions:
        thing = tuple(_cell(solution[name]) for name in key)
        said[thing].update(
            (at, _cell(term)) for at, term in enumerate(solution) if term is not None
        )
    for thing in sorted(said):
        row: list[list[str]] = [[] for _ in names]
        for at, value in sorted(said[thing]):
            row[at].append(value)
        yield [SEPARATOR.join(values) for values in row]


def _cell(term: Term | None) -> str:
    if isinstance(term, NamedNode | Literal):
        return term.value
    return "" if term is None else str(term)


def _csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def _description(queries: Iterable[QueryFile]) -> bytes:
    document = {
        "@context": "http://www.w3.org/ns/csvw",
        "tables": [_table(query) for query in queries],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _table(query: QueryFile) -> dict[str, object]:
    keys = key(query)
    return {
        "url": f"{query.name}.csv",
        "dc:title": {"@value": query.summary, "@language": "en"},
        "dc:description": _in_languages(query.question),
        "tableSchema": {
            "columns": [_column(column, is_key=column.name in keys) for column in query.columns],
            "primaryKey": list(keys),
        },
    }


def _column(column: Column, *, is_key: bool) -> dict[str, object]:
    datatype = "string" if column.type in _TEXT else _DATATYPES.get(column.type, column.type)
    described: dict[str, object] = {
        "name": column.name,
        "titles": column.name,
        "dc:title": _in_languages(column.label),
        "datatype": datatype,
    }
    if column.name.endswith(f"_{_RIGHT_TO_LEFT}"):
        described |= {"lang": _RIGHT_TO_LEFT, "textDirection": "rtl"}
    return described if is_key else described | {"separator": SEPARATOR}


def _in_languages(texts: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"@value": texts[code], "@language": code} for code in LANGUAGES if code in texts]
