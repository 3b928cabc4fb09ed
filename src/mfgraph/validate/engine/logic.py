"""The constraints that hold values against other shapes.

Follows [SHACL, 4.6](https://www.w3.org/TR/shacl/#core-components-logical) and 4.7.1. Whether a
value conforms to a shape is an expression of the value, so that a shape within a shape costs
no query of its own.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from rdflib import SH, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from mfgraph.validate.engine.constraint import Bad, Constraint, Given, of_values
from mfgraph.validate.engine.paths import Expression
from mfgraph.validate.engine.terms import all_of, any_of, objects


def constraints(given: Given) -> Iterator[Constraint]:
    """The constraints of this kind that a shape has."""
    for parameter, combine in _COMBINED.items():
        for argument in objects(given.shapes, given.shape, parameter):
            shapes = _shapes(given, parameter, argument)
            nonconforming = tuple(given.nonconforming(shape) for shape in shapes)
            yield of_values(parameter, given.path, _bad(nonconforming, combine))


def _bad(nonconforming: tuple[Expression, ...], combine: Callable[..., str]) -> Bad:
    return lambda _, value, depth: combine(*(one(value, depth) for one in nonconforming))


def _shapes(given: Given, parameter: URIRef, argument: Node) -> list[Node]:
    return [argument] if parameter in _SINGLE else list(Collection(given.shapes, argument))


def _negated(nonconforming: str) -> str:
    return f"!{nonconforming}"


def _not_just_one(*nonconforming: str) -> str:
    conforming = " + ".join(f"IF({one}, 0, 1)" for one in nonconforming)
    return f"({conforming or '0'}) != 1"


_SINGLE: Final = frozenset({SH.node, SH["not"]})
_COMBINED: Final[Mapping[URIRef, Callable[..., str]]] = {
    SH.node: any_of,
    SH["not"]: _negated,
    SH["and"]: any_of,
    SH["or"]: all_of,
    SH.xone: _not_just_one,
}
