"""A CONSTRUCT as the update that puts its triples where they belong, within the store.

Asked as a CONSTRUCT, a derivation hands every triple to Python, which hands it back. As an
[INSERT](https://www.w3.org/TR/sparql11-update/#deleteInsert) with the same template and pattern
it gives the same triples, and none of them leaves the store.
"""

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, NamedNode

from mfgraph.errors import QueryError
from mfgraph.sparql.tokens import closing, tokens


def insertion(construct: str, graphs: Iterable[NamedNode | DefaultGraph]) -> str:
    """The INSERT that adds to some graphs what a CONSTRUCT gives.

    A blank node that the template labels is one node in all the graphs; a `[]` is one in each.

    Raises:
        QueryError: the query is no `CONSTRUCT { … } WHERE { … }`, or something stands after it.

    >>> insertion("CONSTRUCT { ?event a ?kind } WHERE { ?event a ?kind }", [DefaultGraph()])
    'INSERT { ?event a ?kind } WHERE { ?event a ?kind }'
    """
    try:
        prologue, template, pattern = _parts(construct)
    except (ValueError, IndexError) as error:
        raise QueryError(
            "a derivation is written CONSTRUCT { … } WHERE { … }, and ends there"
        ) from error
    within = "".join(_within(graph, template) for graph in graphs)
    return f"{prologue}INSERT {{{within}}} WHERE {pattern}"


def _parts(construct: str) -> tuple[str, str, str]:
    """What stands before the CONSTRUCT, in its template, and behind its WHERE."""
    code = tokens(construct)
    words = [token.text.upper() for token in code]
    begin = words.index("CONSTRUCT")
    end = closing(code, begin + 1)
    where = end + 1 + (words[end + 1] == "WHERE")
    if {words[begin + 1], words[where]} != {"{"} or closing(code, where) != len(code) - 1:
        raise ValueError(construct)
    template = construct[code[begin + 1].end : code[end].start]
    return construct[: code[begin].start], template, construct[code[where].start :]


def _within(graph: NamedNode | DefaultGraph, template: str) -> str:
    return f" GRAPH {graph} {{{template}}} " if isinstance(graph, NamedNode) else template
