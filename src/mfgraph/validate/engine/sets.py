"""The constraints that look at the values of a node together, or beside its other values.

Follows [SHACL, 4.2](https://www.w3.org/TR/shacl/#core-components-count), 4.5, 4.7.3 and 4.8.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from rdflib import SH, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from mfgraph.validate.engine.constraint import Constraint, Given, component, of_all, of_values
from mfgraph.validate.engine.paths import Expression, Path
from mfgraph.validate.engine.terms import InDoubt, all_of, any_of, holds, objects, sparql
from mfgraph.validate.engine.values import number

# How many values are told apart inside an expression, where each must differ from all others.
_MOST: Final = 5


def constraints(given: Given) -> Iterator[Constraint]:
    """The constraints of this kind that a shape has."""
    yield from _counts(given)
    yield from _qualified(given)
    yield from _unique_language(given)
    yield from _has_value(given)
    yield from _pairs(given)
    yield from _closed(given)


def at_least(count: int, path: Path, condition: Expression) -> Expression:
    """That a node has so many values on a path that meet a condition.

    >>> two = at_least(2, Path(("<urn:p>",)), lambda value, _: "true")
    >>> two("?this", 0)
    'EXISTS { ?this <urn:p> ?n0 FILTER((EXISTS { ?this <urn:p> ?n1 FILTER((!sameTerm(?n1, ?n0))) })) }'
    """
    if count > _MOST:
        raise InDoubt

    def more(node: str, depth: int, found: tuple[str, ...]) -> str:
        def another(value: str, deeper: int) -> str:
            apart = (f"!sameTerm({value}, {other})" for other in found)
            rest = more(node, deeper, (*found, value))
            return all_of(*apart, condition(value, deeper), rest)

        return "true" if len(found) == count else path.some(node, depth, another)

    return lambda node, depth: more(node, depth, ())


def fewer(count: int, path: Path, condition: Expression) -> Expression:
    """That a node has fewer values than that."""
    enough = at_least(count, path, condition)
    return lambda node, depth: f"!{enough(node, depth)}"


def _any(_: str, __: int) -> str:
    return "true"


def _counts(given: Given) -> Iterator[Constraint]:
    least, most = given.alone(SH.minCount), given.alone(SH.maxCount)
    if least is not None and number(least) > 0:
        yield of_all(SH.minCount, fewer(number(least), given.path, _any))
    if most is not None:
        yield of_all(SH.maxCount, at_least(number(most) + 1, given.path, _any))


def _qualified(given: Given) -> Iterator[Constraint]:
    least, most = given.alone(SH.qualifiedMinCount), given.alone(SH.qualifiedMaxCount)
    shape = given.alone(SH.qualifiedValueShape)
    if shape is None:
        return
    others = [given.nonconforming(other) for other in _siblings(given, shape)]
    bad = given.nonconforming(shape)

    def met(value: str, depth: int) -> str:
        return all_of(f"!{bad(value, depth)}", *(other(value, depth) for other in others))

    if least is not None and number(least) > 0:
        yield of_all(SH.qualifiedMinCount, fewer(number(least), given.path, met))
    if most is not None:
        yield of_all(SH.qualifiedMaxCount, at_least(number(most) + 1, given.path, met))


def _siblings(given: Given, shape: Node) -> set[Node]:
    """The shapes whose nodes do not count, where qualified shapes are disjoint."""
    if not is_true(given.alone(SH.qualifiedValueShapesDisjoint)):
        return set()
    beside = given.shapes.subjects(SH.property, given.shape)
    return {
        other
        for parent in beside
        for sibling in given.shapes.objects(parent, SH.property)
        for other in given.shapes.objects(sibling, SH.qualifiedValueShape)
    } - {shape}


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


def _has_value(given: Given) -> Iterator[Constraint]:
    for wanted in objects(given.shapes, given.shape, SH.hasValue):
        yield of_all(SH.hasValue, fewer(1, given.path, _is(sparql(wanted))))


def _is(term: str) -> Expression:
    return lambda value, _: f"sameTerm({value}, {term})"


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
    if not is_true(given.alone(SH.closed)):
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


def is_true(argument: Node | None) -> bool:
    """Whether a parameter that is yes or no is yes."""
    if argument is None:
        return False
    if not isinstance(argument, Literal) or str(argument) not in {"true", "false", "1", "0"}:
        raise InDoubt
    return str(argument) in {"true", "1"}
