"""How a query is put to a server: over which graphs, and around what the server forgets.

The dataset of a query is said as [SPARQL 1.1 Protocol, section
2.1.4](https://www.w3.org/TR/sparql11-protocol/#dataset) has it, where the server's own default
graph is not the resolved view.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode

from mfgraph.sparql.tokens import Token, closing, tokens
from mfgraph.store.profiles import Profile
from mfgraph.vocab import RESOLVED_GRAPH


class Spoken(NamedTuple):
    """A query as it is sent: its text, and the parameters beside it."""

    text: str
    parameters: dict[str, str | list[str]]


def spoken(query: str, profile: Profile, named: Sequence[NamedNode]) -> Spoken:
    """The query for a server, asked of the view and of these named graphs."""
    text = without_undefined(query) if profile.undefined_values else query
    text = with_values_used(text) if profile.idle_values else text
    if not profile.is_union:
        return Spoken(text, {})
    if profile.dataset == "pragmas":
        # As parameters, Virtuoso repeats each graph in a header: more than clients accept.
        return Spoken("".join(_pragmas(named)) + text, {})
    graphs = [graph.value for graph in named]
    return Spoken(text, {"default-graph-uri": RESOLVED_GRAPH.value, "named-graph-uri": graphs})


def without_undefined(query: str) -> str:
    """The query without each VALUES of one variable that leaves it unbound.

    Such a VALUES changes no solution; Virtuoso takes it to say that the variable stays unbound.

    >>> without_undefined("ASK { VALUES ?s { UNDEF } VALUES ?p { UNDEF <a:b> } ?s ?p ?o }")
    'ASK {  VALUES ?p { UNDEF <a:b> } ?s ?p ?o }'
    """
    text, at = "", 0
    for values in _one_variable(query):
        if [token.text.upper() for token in values.given] == ["UNDEF"]:
            text, at = text + query[at : values.start], values.end
    return text + query[at:]


def with_values_used(query: str) -> str:
    """The query with a filter that always holds behind each VALUES of one variable.

    Virtuoso drops the values of a variable that is used in the filter of an OPTIONAL alone.

    >>> with_values_used('ASK { VALUES ?lang { "ar" } ?x ?p ?o }')
    'ASK { VALUES ?lang { "ar" } FILTER (BOUND(?lang)) ?x ?p ?o }'
    """
    text, at = "", 0
    for values in _one_variable(query):
        if not any(token.is_word("UNDEF") for token in values.given):
            text += f"{query[at : values.end]} FILTER (BOUND({values.variable}))"
            at = values.end
    return text + query[at:]


class _Values(NamedTuple):
    """A VALUES of one variable: what it gives, and where in the query it stands."""

    variable: str
    given: tuple[Token, ...]
    start: int
    end: int


def _one_variable(query: str) -> Iterator[_Values]:
    code = tokens(query)
    for at, (word, variable, opening) in enumerate(zip(code, code[1:], code[2:], strict=False)):
        if word.is_word("VALUES") and variable.kind == "variable" and opening.text == "{":
            last = closing(code, at + 2)
            yield _Values(variable.text, code[at + 3 : last], word.start, code[last].end)


def _pragmas(named: Iterable[NamedNode]) -> Iterator[str]:
    yield f"define input:default-graph-uri {RESOLVED_GRAPH}\n"
    for graph in named:
        yield f"define input:named-graph-uri {graph}\n"
