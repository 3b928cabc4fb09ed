"""The constraints on how many values a node has, of all or of those that are so.

Follows [SHACL, 4.2](https://www.w3.org/TR/shacl/#core-components-count), 4.7.3 and 4.8.2.
"""

from collections.abc import Iterator
from typing import Final

from rdflib import SH
from rdflib.term import Node

from mfgraph.validate.engine.constraint import Constraint, Given, of_all
from mfgraph.validate.engine.paths import Expression, Path
from mfgraph.validate.engine.terms import InDoubt, all_of, objects, sparql
from mfgraph.validate.engine.values import number

# How many values are told apart inside an expression, where each must differ from all others.
_MOST: Final = 5


def constraints(given: Given) -> Iterator[Constraint]:
    """The constraints of this kind that a shape has."""
    yield from _counts(given)
    yield from _qualified(given)
    yield from _has_value(given)


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
    if not given.says(SH.qualifiedValueShapesDisjoint):
        return set()
    beside = given.shapes.subjects(SH.property, given.shape)
    return {
        other
        for parent in beside
        for sibling in given.shapes.objects(parent, SH.property)
        for other in given.shapes.objects(sibling, SH.qualifiedValueShape)
    } - {shape}


def _has_value(given: Given) -> Iterator[Constraint]:
    for wanted in objects(given.shapes, given.shape, SH.hasValue):
        yield of_all(SH.hasValue, fewer(1, given.path, _is(sparql(wanted))))


def _is(term: str) -> Expression:
    return lambda value, _: f"sameTerm({value}, {term})"
