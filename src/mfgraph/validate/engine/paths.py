"""SHACL property paths as SPARQL writes them, one step after another.

The values at the end of a path are tested inside `EXISTS`, one step in each: a sequence in one
`EXISTS` is a join, which Oxigraph evaluates anew for every solution around it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rdflib import RDF, SH, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from mfgraph.validate.engine.terms import InDoubt, sparql

# Whether a node is so, as a SPARQL expression of its variable. The number tells how deep the
# expression stands in others, so that new variables get names of their own.
Expression = Callable[[str, int], str]

_REPEATED: Final[Mapping[Node, str]] = {
    SH.zeroOrMorePath: "*",
    SH.oneOrMorePath: "+",
    SH.zeroOrOnePath: "?",
}
_NO_STEP: Final = re.compile(r"[>)][*?]")
_FORMS: Final = frozenset({*_REPEATED, SH.inversePath, SH.alternativePath, RDF.first})


@dataclass(frozen=True, slots=True)
class Path:
    """The steps of a path; without any, the values of a node are the node itself."""

    steps: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "/".join(self.steps)

    def some(self, start: str, depth: int, test: Expression) -> str:
        """That a value at the end of the path passes a test.

        >>> Path(("<urn:p>", "<urn:q>")).some("?this", 0, lambda value, _: f"isIRI({value})")
        'EXISTS { ?this <urn:p> ?n0 FILTER(EXISTS { ?n0 <urn:q> ?n1 FILTER(isIRI(?n1)) }) }'
        """
        if not self.steps:
            return test(start, depth)
        value, rest = f"?n{depth}", Path(self.steps[1:])
        then = rest.some(value, depth + 1, test)
        return f"EXISTS {{ {start} {self.steps[0]} {value} FILTER({then}) }}"

    @property
    def may_stay(self) -> bool:
        """Whether a node may be a value of its own, by no step at all."""
        return any(_NO_STEP.search(step) for step in self.steps)

    def pattern(self, start: str, end: str) -> str:
        """The values at the end of the path, as a graph pattern that binds them."""
        if not self.steps:
            return f"BIND({start} AS {end})"
        return f"{start} {self} {end} ."


def read_path(node: Node | None, shapes: Graph) -> Path:
    """The path of a shape; None is that of a node shape, which has no steps.

    Follows [SHACL, 2.3.1](https://www.w3.org/TR/shacl/#property-paths).
    """
    if node is None:
        return Path()
    if isinstance(node, BNode) and _form(node, shapes)[0] == RDF.first:
        return Path(tuple(_members(node, shapes)))
    return Path((_step(node, shapes),))


def _step(node: Node, shapes: Graph) -> str:
    if isinstance(node, URIRef):
        return sparql(node)
    form, value = _form(node, shapes)
    if form == RDF.first:
        return f"({'/'.join(_members(node, shapes))})"
    if form == SH.inversePath:
        return f"^{_grouped(value, shapes)}"
    if form == SH.alternativePath:
        return f"({'|'.join(_members(value, shapes))})"
    return _grouped(value, shapes) + _REPEATED[form]


def _form(node: Node, shapes: Graph) -> tuple[Node, Node]:
    forms = [(form, value) for form, value in shapes.predicate_objects(node) if form in _FORMS]
    if len(forms) != 1:
        raise InDoubt
    return forms[0]


def _members(node: Node, shapes: Graph) -> Iterator[str]:
    members = list(Collection(shapes, node))
    if len(members) < 2:  # noqa: PLR2004  (a sequence or a choice is of two)
        raise InDoubt
    return (_step(member, shapes) for member in members)


def _grouped(node: Node, shapes: Graph) -> str:
    step = _step(node, shapes)
    return step if isinstance(node, URIRef) or step.startswith("(") else f"({step})"
