"""What rules a node out of the answer to a query: a triple that the query must not find.

`FILTER NOT EXISTS { ?node rdf:type ?kind }` at the end of a query, or an OPTIONAL triple that
the filter wants unbound, means that a node with a type has no row. Then nothing else need be
looked at for it, which may be much: all that uses a common term, for instance.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import pyoxigraph as ox
from rdflib import URIRef, Variable
from rdflib.plugins.sparql.parserutils import CompValue

from mfgraph.store import OxigraphStore
from mfgraph.validate.algebra import inside, variables
from mfgraph.validate.paths import HERE, Term
from mfgraph.validate.sights import Route, Sight

_OUTER: Final = frozenset({"SelectQuery", "Project", "Distinct", "Reduced", "OrderBy", "Extend"})


def bars(query: CompValue, anchor: str) -> tuple[Sight, ...]:
    """The triples of which one is enough for a node to have no row.

    >>> from mfgraph.validate.algebra import algebra
    >>> text = "SELECT ?x { ?y ?p ?x FILTER NOT EXISTS { ?x <urn:name> ?name } }"
    >>> [bar.predicate for bar in bars(algebra(text), "x")]
    [<NamedNode value=urn:name>]
    """
    node: Any = query
    while node.name in _OUTER:
        node = node.p
    if node.name != "Filter":
        return ()
    expr = node.expr
    conditions = [expr.expr, *expr.other] if expr.name == "ConditionalAndExpression" else [expr]
    found = (bar for condition in conditions for bar in _bar(condition, node.p, anchor))
    return tuple(dict.fromkeys(found))


def is_barred(node: Term, ruled_out: Iterable[Sight], store: OxigraphStore) -> bool:
    """Whether the store has one of the triples that rule a node out."""
    for bar in ruled_out:
        if bar.routes[0].end == "object":
            found = store.inner.quads_for_pattern(bar.subject, bar.predicate, node)
        elif isinstance(node, ox.Literal):
            continue
        else:
            found = store.inner.quads_for_pattern(node, bar.predicate, bar.object)
        if next(iter(found), None) is not None:
            return True
    return False


def _bar(condition: Any, pattern: Any, anchor: str) -> Iterator[Sight]:
    if not isinstance(condition, CompValue):
        return
    if condition.name == "Builtin_NOTEXISTS":
        yield from _triple(inside(condition), anchor, variables(pattern))
    elif condition.name == "UnaryNot" and getattr(condition.expr, "name", "") == "Builtin_BOUND":
        yield from _optional(pattern, condition.expr.arg, anchor)


def _optional(pattern: Any, unbound: Variable, anchor: str) -> Iterator[Sight]:
    """The OPTIONAL triple that binds a variable which must stay unbound."""
    while pattern.name == "LeftJoin":
        if unbound in variables(pattern.p2):
            for bar in _triple(pattern.p2, anchor, variables(pattern.p1)):
                yield from _limited(bar, pattern.expr, unbound)
            return
        pattern = pattern.p1


def _limited(bar: Sight, expr: Any, unbound: Variable) -> Iterator[Sight]:
    if expr.name == "TrueFilter":
        yield bar
    elif expr.name == "RelationalExpression" and expr.op in {"IN", "="} and expr.expr == unbound:
        values = expr.other if expr.op == "IN" else [expr.other]
        if bar.routes[0].end == "subject" and all(isinstance(v, URIRef) for v in values):
            for value in values:
                yield Sight(bar.predicate, object=ox.NamedNode(str(value)), routes=bar.routes)


def _triple(pattern: Any, anchor: str, known: Iterable[Variable]) -> Iterator[Sight]:
    """A pattern of one triple in which the node is the only thing already known."""
    if pattern.name != "BGP" or len(pattern.triples) != 1:
        return
    subject, predicate, obj = pattern.triples[0]
    free = Variable(anchor)
    for end, there, far in (("subject", subject, obj), ("object", obj, subject)):
        others = [term for term in (predicate, far) if isinstance(term, Variable)]
        fresh = len(set(others)) == len(others) and not set(others) & {*known, free}
        if there == free and isinstance(far, Variable) and fresh and _is_plain(predicate):
            named = ox.NamedNode(str(predicate)) if isinstance(predicate, URIRef) else None
            yield Sight(named, routes=(Route(HERE, end),))  # type: ignore[arg-type]  # one of two ends


def _is_plain(predicate: Any) -> bool:
    return isinstance(predicate, URIRef | Variable)
