"""What a query looks at: which triples may bear on its answer for one node, and how far off.

A *sight* is one place of a triple pattern, with the ways that lead from the node to it. Read
backward it tells which nodes a changed triple can touch; read forward, which triples are needed
to answer for some nodes. Ways lead only through patterns that hold in every solution of which
the place is part, so each way alone finds at least all of them. That holds of the operators of
the [SPARQL algebra](https://www.w3.org/TR/sparql11-query/#sparqlAlgebra) as follows:

- a pattern that is joined, tested by EXISTS, optional or taken away leads through what it is
  joined with or added to, never the other way round where it may be missing;
- the branches of a UNION lead each through its own patterns and those around it; from outside
  they lead from one variable to another only where both do;
- what a nested SELECT does not select is known inside it only.

A place that no way leads to is looked at from everywhere.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pyoxigraph as ox
from rdflib import URIRef, Variable
from rdflib.paths import Path as RdfPath
from rdflib.plugins.sparql.parserutils import CompValue

from mfgraph.validate.algebra import inside, variables
from mfgraph.validate.paths import HERE
from mfgraph.validate.sights import Route, Sight, Unreadable, along
from mfgraph.validate.ties import INSIDE, Link, Scope, link_of, links, name_of, routes, within


def sights(query: CompValue, anchor: str) -> tuple[Sight, ...]:
    """All places of a query's patterns, seen from a variable.

    Raises:
        Unreadable: the query has LIMIT, OFFSET, GRAPH or SERVICE.

    >>> from mfgraph.validate.algebra import algebra
    >>> about = algebra("SELECT ?this { ?this <urn:part> ?part . ?part <urn:size> ?size }")
    >>> [s.routes[0].path for s in sights(about, "this") if s.predicate.value == "urn:size"]
    [Step(predicate=<NamedNode value=urn:part>, forward=True)]
    """
    return tuple(dict.fromkeys(_seen(query, (), {}, anchor)))


def _seen(node: Any, around: tuple[Link, ...], scope: Scope, anchor: str) -> Iterator[Sight]:
    match node.name:
        case "BGP":
            yield from _in_patterns(node.triples, around, scope, anchor)
        case "Join" | "LeftJoin" | "Minus":
            yield from _of_two(node, around, scope, anchor)
        case "Union":
            yield from _seen(node.p1, around, scope, anchor)
            yield from _seen(node.p2, around, scope, anchor)
        case "Filter" | "Extend":
            yield from _of_tested(node, around, scope, anchor)
        case "Project":
            yield from _seen(node.p, around, within(node, scope), anchor)
        case name if name in INSIDE:
            yield from _seen(node.p, around, scope, anchor)
        case name if name != "values":
            raise Unreadable(name)


def _of_tested(
    node: CompValue, around: tuple[Link, ...], scope: Scope, anchor: str
) -> Iterator[Sight]:
    """The places of a pattern, and of what is tried on its solutions."""
    inner = (*around, *links(node.p, scope))
    yield from _seen(node.p, around, scope, anchor)
    yield from _tested(node.expr, inner, scope, anchor, variables(node.p))


def _of_two(
    node: CompValue, around: tuple[Link, ...], scope: Scope, anchor: str
) -> Iterator[Sight]:
    """The places of two patterns, of which the second may be optional or taken away."""
    left, right = links(node.p1, scope), links(node.p2, scope)
    outer = (*around, *right) if node.name == "Join" else around
    yield from _seen(node.p1, outer, scope, anchor)
    yield from _seen(node.p2, (*around, *left), scope, anchor)
    yield from _tested(node.expr, (*around, *left, *right), scope, anchor)


def _tested(
    expr: Any, around: tuple[Link, ...], scope: Scope, anchor: str, known: Any = None
) -> Iterator[Sight]:
    """The places of the EXISTS in an expression; `known` are the variables it is tried on."""
    if isinstance(expr, CompValue):
        if expr.name in {"Builtin_EXISTS", "Builtin_NOTEXISTS"}:
            inner = inside(expr)
            once = known is not None and _is_any_of_one(inner, known)
            for sight in _seen(inner, around, scope, anchor):
                yield replace(sight, once=True) if once and sight.routes else sight
        else:
            for part in expr.values():
                yield from _tested(part, around, scope, anchor, known)
    elif isinstance(expr, list | tuple):
        for part in expr:
            yield from _tested(part, around, scope, anchor, known)


def _is_any_of_one(node: CompValue, known: Any) -> bool:
    """Whether a pattern is one triple of which only one end is asked for."""
    if node.name != "BGP" or len(node.triples) != 1:
        return False
    subject, path, obj = node.triples[0]
    plain = isinstance(path, URIRef) or (isinstance(path, Variable) and path not in known)
    fresh = [end for end in (subject, obj) if isinstance(end, Variable) and end not in known]
    return plain and len(fresh) == 1 and len({subject, path, obj}) == 3  # noqa: PLR2004  (a triple's terms)


def _in_patterns(
    triples: list[tuple[Any, Any, Any]], around: tuple[Link, ...], scope: Scope, anchor: str
) -> Iterator[Sight]:
    own = [link_of(triple, scope) for triple in triples]
    for at, (triple, link) in enumerate(zip(triples, own, strict=True)):
        others = [*own[:at], *own[at + 1 :], *around]
        starts = tuple(routes(anchor, link.start, others))
        ends = tuple(routes(anchor, link.end, others))
        named = isinstance(triple[1], Variable) and name_of(triple[1], scope) == anchor
        for sight in along(link.path, starts, ends):
            yield _with_constants(sight, triple, named=named)


def _with_constants(sight: Sight, triple: tuple[Any, Any, Any], *, named: bool) -> Sight:
    subject, path, obj = triple
    if isinstance(path, RdfPath):
        return sight
    found = (*sight.routes, Route(HERE, "predicate")) if named else sight.routes
    return Sight(sight.predicate, _constant(subject), _constant(obj), found)


def _constant(term: Any) -> ox.NamedNode | None:
    # The store writes literals in its own way, so that those are not held against one another.
    return ox.NamedNode(str(term)) if isinstance(term, URIRef) else None
