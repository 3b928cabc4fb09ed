"""Ties between the variables of a query: which patterns lead from one to another, and how far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import Any, Final

import pyoxigraph as ox
from rdflib import BNode, URIRef, Variable
from rdflib.paths import AlternativePath, InvPath, MulPath, NegatedPath, SequencePath
from rdflib.plugins.sparql.parserutils import CompValue

from mfgraph.validate.algebra import variables
from mfgraph.validate.paths import HERE, Either, Path, Repeat, Step, chained, inverse, length
from mfgraph.validate.sights import ROUTES, Unreadable

_TRIES: Final = 2000
INSIDE: Final = frozenset({
    "AggregateJoin", "Distinct", "Group", "OrderBy", "Reduced", "SelectQuery", "ToMultiSet",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """Two variables that a pattern ties; None where there is a constant."""

    start: str | None
    path: Path
    end: str | None


Scope = dict[str, str]


def links(node: Any, scope: Scope) -> tuple[Link, ...]:
    """The ties that hold in every solution of a pattern."""
    found: Iterable[Link] = ()
    match node.name:
        case "BGP":
            found = (link_of(triple, scope) for triple in node.triples)
        case "Join":
            found = (*links(node.p1, scope), *links(node.p2, scope))
        case "LeftJoin" | "Minus":
            found = links(node.p1, scope)
        case "Union":
            found = _common(links(node.p1, scope), links(node.p2, scope))
        case "Project":
            found = links(node.p, within(node, scope))
        case name if name in INSIDE or name in {"Filter", "Extend"}:
            found = links(node.p, scope)
    return tuple(found)


def _common(left: Iterable[Link], right: Iterable[Link]) -> Iterator[Link]:
    """The ties between two variables that both branches of a UNION make, each in its way."""
    others = {(start, end): path for link in right for start, path, end in _both_ways(link)}
    for link in left:
        path = others.get((str(link.start), str(link.end)))
        if link.start is not None and link.end is not None and path is not None:
            yield Link(link.start, Either((link.path, path)), link.end)


def within(node: CompValue, scope: Scope) -> Scope:
    """The names of variables inside a SELECT: what it does not select is another variable."""
    selected = {str(variable) for variable in node.PV}
    inside = {str(variable) for variable in variables(node)} | selected
    return {
        name: scope.get(name, name) if name in selected else f"{name} {id(node)}" for name in inside
    }


def link_of(triple: tuple[Any, Any, Any], scope: Scope) -> Link:
    """The tie that a triple pattern makes."""
    start, path, end = triple
    return Link(name_of(start, scope), as_path(path), name_of(end, scope))


def name_of(term: Any, scope: Scope) -> str | None:
    """What a variable is called where all are told apart; a blank node is a variable."""
    name = str(term) if isinstance(term, Variable) else f"_:{term}"
    return scope.get(name, name) if isinstance(term, Variable | BNode) else None


def as_path(path: Any) -> Path:
    """A predicate, a variable or a path of rdflib's as a way.

    >>> as_path(InvPath(URIRef("urn:a")))
    Step(predicate=<NamedNode value=urn:a>, forward=False)
    """
    found: Path
    match path:
        case Variable():
            found = Step(None)
        case URIRef():
            found = Step(ox.NamedNode(str(path)))
        case InvPath():
            found = inverse(as_path(path.arg))
        case SequencePath():
            found = chained(*map(as_path, path.args))
        case AlternativePath():
            found = Either(tuple(map(as_path, path.args)))
        case MulPath():
            found = Repeat(as_path(path.path), many=path.mod != "?")
        case NegatedPath():
            found = Either((Step(None), Step(None, forward=False)))
        case _:
            raise Unreadable(str(path))
    return found


def routes(anchor: str, goal: str | None, links: Iterable[Link]) -> Iterator[Path]:
    """The shortest ways from one variable to another along the ties, none through a variable twice."""
    if goal is None:
        return
    ties = [tie for link in links for tie in _both_ways(link)]
    order = count()
    heap: list[tuple[int, int, str, Path, frozenset[str]]] = [
        (0, next(order), anchor, HERE, frozenset((anchor,)))
    ]
    found = 0
    for _ in range(_TRIES):
        if not heap or found == ROUTES:
            return
        _, _, at, path, passed = heappop(heap)
        if at == goal:
            found += 1
            yield path
            continue
        for start, step, end in ties:
            if start == at and end not in passed:
                longer = chained(path, step)
                heappush(heap, (length(longer), next(order), end, longer, passed | {end}))


def _both_ways(link: Link) -> Iterator[tuple[str, Path, str]]:
    if link.start is not None and link.end is not None:
        yield link.start, link.path, link.end
        yield link.end, inverse(link.path), link.start
