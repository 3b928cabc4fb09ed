"""How a query is put to a server: over which graphs, and around what the server forgets.

The dataset of a query is said as [SPARQL 1.1 Protocol, section
2.1.4](https://www.w3.org/TR/sparql11-protocol/#dataset) has it, where the server's own default
graph is not the resolved view.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode

from mfgraph.sparql.tokens import closing, tokens
from mfgraph.store.profiles import Profile
from mfgraph.vocab import RESOLVED_GRAPH


class Spoken(NamedTuple):
    """A query as it is sent: its text, and the parameters beside it."""

    text: str
    parameters: dict[str, str | list[str]]


def spoken(query: str, profile: Profile, named: Sequence[NamedNode]) -> Spoken:
    """The query for a server, asked of the view and of these named graphs."""
    text = with_values_used(query) if profile.idle_values else query
    if not profile.is_union:
        return Spoken(text, {})
    if profile.dataset == "pragmas":
        # As parameters, Virtuoso repeats each graph in a header: more than clients accept.
        return Spoken("".join(_pragmas(named)) + text, {})
    graphs = [graph.value for graph in named]
    return Spoken(text, {"default-graph-uri": RESOLVED_GRAPH.value, "named-graph-uri": graphs})


def with_values_used(query: str) -> str:
    """The query with a filter that always holds behind each VALUES of one variable.

    Virtuoso drops the values of a variable that is used in the filter of an OPTIONAL alone.

    >>> with_values_used('ASK { VALUES ?lang { "ar" } ?x ?p ?o }')
    'ASK { VALUES ?lang { "ar" } FILTER (BOUND(?lang)) ?x ?p ?o }'
    """
    text, at = "", 0
    for variable, end in _bound_for_sure(query):
        text, at = f"{text}{query[at:end]} FILTER (BOUND({variable}))", end
    return text + query[at:]


def _bound_for_sure(query: str) -> Iterator[tuple[str, int]]:
    """The variable of each VALUES that leaves nothing unbound, and where the VALUES ends."""
    code = tokens(query)
    for at, (word, variable, opening) in enumerate(zip(code, code[1:], code[2:], strict=False)):
        if word.is_word("VALUES") and variable.kind == "variable" and opening.text == "{":
            last = closing(code, at + 2)
            if not any(token.is_word("UNDEF") for token in code[at:last]):
                yield variable.text, code[last].end


def _pragmas(named: Iterable[NamedNode]) -> Iterator[str]:
    yield f"define input:default-graph-uri {RESOLVED_GRAPH}\n"
    for graph in named:
        yield f"define input:named-graph-uri {graph}\n"
