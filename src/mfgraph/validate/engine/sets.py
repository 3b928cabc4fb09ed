"""The constraints that hold the values of a node against each other, or against its other values.

Follows [SHACL, 4.5](https://www.w3.org/TR/shacl/#core-components-property-pairs), 4.4.5 and 4.8.1.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from rdflib import SH, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from mfgraph.validate.engine.constraint import Constraint, Given, component, of_values
from mfgraph.validate.engine.paths import Path
from mfgraph.validate.engine.terms import InDoubt, all_of, any_of, holds, objects, sparql


def constraints(given: Given) -> Iterator[Constraint]:
    """The constraints of this kind that a shape has."""
    yield from _unique_language(given)
    yield from _pairs(given)
    yield from _closed(given)


def _unique_language(given: Given) -> Iterator[Constraint]:
    # Only the word is true; the number 1 is not (section 4.4.5).
    if str(given.alone(SH.uniqueLang)) != "true":
        return

    def again(node: str, value: str, depth: int) -> str:
        def same(other: str, _: int) -> str:
            return all_of(f"LANG({other}) = LANG({value})", f"!sameTerm({other}, {value})")

        other = given.path.some(node, depth, lambda v, d: holds(same(v, d)))
        return all_of(holds(f'LANG({value}) != ""'), other)

    once = of_values(SH.uniqueLang, given.path, again)
    yield replace(once, columns="(LANG(?value) AS ?language)")


def _pairs(given: Given) -> Iterator[Constraint]:
    for parameter in (SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals):
        for other in objects(given.shapes, given.shape, parameter):
            if not isinstance(other, URIRef):
                raise InDoubt
            yield _PAIRS[parameter](given, Path((sparql(other),)))


def _equals(given: Given, other: Path) -> Constraint:
    def missing(node: str, value: str, _: int) -> str:
        return f"!EXISTS {{ {node} {other} {value} }}"

    def extra(node: str, value: str, depth: int) -> str:
        return "!" + given.path.some(node, depth, lambda v, _: f"sameTerm({v}, {value})")

    one, two = of_values(SH.equals, given.path, missing), of_values(SH.equals, other, extra)
    return replace(
        one,
        broken=lambda node, depth: any_of(one.broken(node, depth), two.broken(node, depth)),
        rows=(*one.rows, *two.rows),
    )


def _disjoint(given: Given, other: Path) -> Constraint:
    def shared(node: str, value: str, _: int) -> str:
        return f"EXISTS {{ {node} {other} {value} }}"

    return of_values(SH.disjoint, given.path, shared)


def _less(parameter: URIRef, comparison: str) -> Callable[[Given, Path], Constraint]:
    def read(given: Given, other: Path) -> Constraint:
        def greater(value: str, bound: str) -> str:
            return f"!{holds(f'{value} {comparison} {bound}')}"

        def bad(node: str, value: str, depth: int) -> str:
            return other.some(node, depth, lambda bound, _: greater(value, bound))

        # One result for each pair, so both values stand in the row.
        pairs = f"{given.path.pattern('?this', '?value')} {other.pattern('?this', '?bound')}"
        return replace(
            of_values(parameter, given.path, bad),
            columns="?value ?bound",
            rows=(f"{pairs} FILTER({greater('?value', '?bound')})",),
        )

    return read


_PAIRS: Final[Mapping[URIRef, Callable[[Given, Path], Constraint]]] = {
    SH.equals: _equals,
    SH.disjoint: _disjoint,
    SH.lessThan: _less(SH.lessThan, "<"),
    SH.lessThanOrEquals: _less(SH.lessThanOrEquals, "<="),
}


def _closed(given: Given) -> Iterator[Constraint]:
    if not given.says(SH.closed):
        return
    if given.path.steps:
        raise InDoubt
    allowed = ", ".join(sparql(prop) for prop in _allowed(given))

    def other(node: str, prop: str, value: str) -> str:
        return f"{node} {prop} {value} FILTER({prop} NOT IN ({allowed}))"

    yield Constraint(
        component(SH.closed),
        lambda node, depth: f"EXISTS {{ {other(node, f'?n{depth}', f'?n{depth + 1}')} }}",
        "?path ?value",
        (other("?this", "?path", "?value"),),
    )


def _allowed(given: Given) -> list[Node]:
    ignored = given.alone(SH.ignoredProperties)
    paths = {
        path
        for prop in given.shapes.objects(given.shape, SH.property)
        for path in given.shapes.objects(prop, SH.path)
        if isinstance(path, URIRef)
    }
    return sorted({*paths, *(Collection(given.shapes, ignored) if ignored is not None else ())})
