"""The answers of a server, read whole and strictly before any of them is used.

A server that gives up half-way has said 200 already: Oxigraph ends such an answer with a
sentence, others close the connection, Virtuoso stops at its limit of rows and says so in a
header. None of these is a result.
"""

from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox

from mfgraph.errors import QueryError, StoreError

SOLUTIONS: Final = "application/sparql-results+json"
TRIPLES: Final = "application/n-triples"
_JSON: Final = ox.QueryResultsFormat.JSON
_CUT: Final = "the server's answer is cut short or is no answer"
_ASK_AGAIN: Final = "ask for less, or give the server more time"


def solutions(body: bytes, where: str) -> ox.QuerySolutions:
    """The solutions of a body in [SPARQL JSON](https://www.w3.org/TR/sparql11-results-json/).

    Raises:
        StoreError: the body is no such thing; that its end is missing shows only there.
        QueryError: the query was none that has solutions.
    """
    read = _results(body, where)
    if not isinstance(read, ox.QuerySolutions):
        raise QueryError("this needs a SELECT query, and got another form")
    return read


def count(read: ox.QuerySolutions, where: str) -> int:
    """How many solutions there are, each of them read.

    Raises:
        StoreError: the body they are read from is not whole.
    """
    try:
        return sum(1 for _ in read)
    except (SyntaxError, ValueError) as error:
        raise _cut(error, where) from error


def boolean(body: bytes, column: str, where: str) -> bool:
    """Whether an ASK holds; some servers answer with a row that has one column.

    Raises:
        StoreError: the body is not whole, or no answer to an ASK.
    """
    read = _results(body, where)
    if isinstance(read, ox.QueryBoolean):
        return bool(read)
    if column and [variable.value for variable in read.variables] == [column]:
        return any(_is_true(row[column]) for row in solutions(body, where))
    raise QueryError("this needs an ASK query, and got another form")


def triples(body: bytes, where: str) -> list[ox.Triple]:
    """The triples of a body in [N-Triples](https://www.w3.org/TR/n-triples/).

    Raises:
        StoreError: the body is not whole.
    """
    try:
        return [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)]
    except (SyntaxError, ValueError) as error:
        raise _cut(error, where) from error


def refuse_limited(headers: Mapping[str, str], rows: int, cut: tuple[str, ...], where: str) -> None:
    """Refuse an answer of which a header says that it is not whole.

    Such a header gives either the most rows that the server sends, or a state that it ended in.

    Raises:
        StoreError: the answer has as many rows as the server sends at most, or a bad end.
    """
    for name in cut:
        said = headers.get(name, "")
        if said and not (said.isdecimal() and rows < int(said)):
            raise StoreError(
                f"the server did not send the whole answer ({name}: {said})",
                where=where,
                hint="ask for less, or raise the server's limit",
            )


def _results(body: bytes, where: str) -> ox.QuerySolutions | ox.QueryBoolean:
    try:
        return ox.parse_query_results(body, format=_JSON)
    except (SyntaxError, ValueError) as error:
        raise _cut(error, where) from error


def _is_true(term: object) -> bool:
    return isinstance(term, ox.Literal) and term.value in {"1", "true"}


def _cut(error: Exception, where: str) -> StoreError:
    reason = " ".join(str(error).split())
    return StoreError(f"{_CUT} ({reason})", where=where, hint=_ASK_AGAIN)
