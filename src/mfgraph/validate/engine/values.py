"""The constraints that look at each value by itself.

Follows [SHACL, 4.1](https://www.w3.org/TR/shacl/#core-components-value-type) and 4.3, 4.4, 4.8:
a value is bad where the comparison that SHACL asks for does not come out true.
"""

from collections.abc import Callable, Mapping
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, SH, XSD, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from mfgraph.validate.engine.constraint import Bad, Constraint, Given, of_values
from mfgraph.validate.engine.terms import InDoubt, all_of, any_of, holds, objects, sparql

# A cast of SPARQL says whether a literal of these is well-formed.
_CAST: Final = frozenset(
    XSD[name]
    for name in (
        "boolean", "date", "dateTime", "dayTimeDuration", "decimal", "double", "duration", "float",
        "gDay", "gMonth", "gMonthDay", "gYear", "gYearMonth", "integer", "time", "yearMonthDuration",
    )
)  # fmt: skip
# The store keeps a well-formed integer of these as xsd:integer: what still has the type is not.
_NARROW: Final = frozenset(
    XSD[name]
    for name in (
        "byte", "int", "long", "negativeInteger", "nonNegativeInteger", "nonPositiveInteger",
        "positiveInteger", "short", "unsignedByte", "unsignedInt", "unsignedLong", "unsignedShort",
    )
)  # fmt: skip
# What the reference holds against its lexical form, and a query cannot.
_UNCHECKED: Final = frozenset({XSD.hexBinary, XSD.base64Binary, RDF.XMLLiteral, RDF.HTML})
_KINDS: Final[Mapping[Node, tuple[str, ...]]] = {
    SH.IRI: ("isIRI",),
    SH.BlankNode: ("isBlank",),
    SH.Literal: ("isLiteral",),
    SH.BlankNodeOrIRI: ("isBlank", "isIRI"),
    SH.BlankNodeOrLiteral: ("isBlank", "isLiteral"),
    SH.IRIOrLiteral: ("isIRI", "isLiteral"),
}
_COMPARED: Final = {
    SH.minExclusive: ">",
    SH.minInclusive: ">=",
    SH.maxExclusive: "<",
    SH.maxInclusive: "<=",
}


def constraints(given: Given) -> list[Constraint]:
    """The constraints of this kind that a shape has."""
    return [
        of_values(parameter, given.path, read(given, argument))
        for parameter, read in READERS.items()
        for argument in objects(given.shapes, given.shape, parameter)
    ]


def _class(given: Given, argument: Node) -> Bad:
    given.classes.of(argument)
    return lambda _, value, depth: f"!{given.classes.has(value, argument, f'?n{depth}')}"


def _datatype(given: Given, argument: Node) -> Bad:
    given.alone(SH.datatype)
    if argument in _UNCHECKED or not isinstance(argument, URIRef):
        raise InDoubt
    cast = sparql(argument)

    def bad(_: str, value: str, __: int) -> str:
        if argument in _NARROW:
            return "true"
        well_formed = f"isLiteral({cast}({value}))" if argument in _CAST else "true"
        return f"!{holds(all_of(f'DATATYPE({value}) = {cast}', well_formed))}"

    return bad


def _node_kind(given: Given, argument: Node) -> Bad:
    given.alone(SH.nodeKind)
    if argument not in _KINDS:
        raise InDoubt
    kinds = _KINDS[argument]
    return lambda _, value, __: f"!{any_of(*(f'{kind}({value})' for kind in kinds))}"


def _compared(parameter: URIRef) -> Callable[[Given, Node], Bad]:
    def read(given: Given, argument: Node) -> Bad:
        given.alone(parameter)
        if not isinstance(argument, Literal):
            raise InDoubt
        test = f"{_COMPARED[parameter]} {sparql(argument)}"
        return lambda _, value, __: f"!{holds(f'{value} {test}')}"

    return read


def _length(parameter: URIRef, comparison: str) -> Callable[[Given, Node], Bad]:
    def read(given: Given, argument: Node) -> Bad:
        given.alone(parameter)
        length = number(argument)
        return lambda _, value, __: f"!{holds(f'STRLEN(STR({value})) {comparison} {length}')}"

    return read


def _pattern(given: Given, argument: Node) -> Bad:
    flags = given.alone(SH.flags)
    said = ", ".join([sparql(argument), *([] if flags is None else [sparql(flags)])])
    # A pattern that only Python understands would be an error in every row.
    tried = holds(f'REGEX("", {said}) || true')
    if not ox.Store().query(f"ASK {{ FILTER({tried}) }}"):
        raise InDoubt
    return lambda _, value, __: f"!{holds(f'REGEX(STR({value}), {said})')}"


def _language_in(given: Given, argument: Node) -> Bad:
    given.alone(SH.languageIn)
    languages = [sparql(Literal(str(tag))) for tag in Collection(given.shapes, argument)]

    def bad(_: str, value: str, __: int) -> str:
        tag = f"LANG({value})"
        return f"!{holds(any_of(*(f'LANGMATCHES({tag}, {one})' for one in languages)))}"

    return bad


def _in(given: Given, argument: Node) -> Bad:
    given.alone(SH["in"])
    allowed = [sparql(term) for term in Collection(given.shapes, argument)]
    return lambda _, value, __: f"!{any_of(*(f'sameTerm({value}, {term})' for term in allowed))}"


def number(argument: Node) -> int:
    """A parameter that is a whole number."""
    if not (isinstance(argument, Literal) and argument.datatype == XSD.integer):
        raise InDoubt
    try:
        return int(argument)
    except ValueError:
        raise InDoubt from None


READERS: Final[Mapping[URIRef, Callable[[Given, Node], Bad]]] = {
    SH["class"]: _class,
    SH.datatype: _datatype,
    SH.nodeKind: _node_kind,
    **{parameter: _compared(parameter) for parameter in _COMPARED},
    SH.minLength: _length(SH.minLength, ">="),
    SH.maxLength: _length(SH.maxLength, "<="),
    SH.pattern: _pattern,
    SH.languageIn: _language_in,
    SH["in"]: _in,
}
