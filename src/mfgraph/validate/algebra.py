"""Queries in the SPARQL algebra, as rdflib reads them."""

from typing import Any

from rdflib import Variable
from rdflib.plugins.sparql.algebra import (
    simplify,
    translateGroupGraphPattern,
    translateQuery,
    traverse,
)
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from mfgraph.validate.sights import Unreadable


def algebra(query: str) -> CompValue:
    """A query in the [SPARQL algebra](https://www.w3.org/TR/sparql11-query/#sparqlAlgebra).

    Raises:
        Unreadable: rdflib cannot read it.
    """
    try:
        found = translateQuery(parseQuery(query)).algebra
    except Exception as error:  # pyparsing's, and bare ones of rdflib's
        raise Unreadable(str(error)) from error
    assert isinstance(found, CompValue)  # noqa: S101  (for the type checker)
    return found


def inside(exists: CompValue) -> Any:
    """The pattern of an EXISTS or NOT EXISTS, which rdflib leaves as it was parsed."""
    return traverse(translateGroupGraphPattern(exists.graph), visitPost=simplify)


def variables(node: Any) -> set[Variable]:
    """The variables of a pattern."""
    found: set[Variable] = node._vars  # noqa: SLF001  (rdflib keeps them nowhere else)
    return found
