"""What each part of a validation looks at, worked out from the texts of shapes and checks.

This reads every query with rdflib's parser, which takes seconds; the outcome depends on nothing
but these texts, so that it can be kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rdflib import RDF, SH, Graph
from rdflib.term import Node

from mfgraph.validate.algebra import algebra
from mfgraph.validate.bars import bars
from mfgraph.validate.checks import Check
from mfgraph.validate.core_sights import shape_sights, targets_seen
from mfgraph.validate.engine import targeted
from mfgraph.validate.engine.sparql import SparqlConstraint, sparql_constraints
from mfgraph.validate.engine.terms import InDoubt
from mfgraph.validate.gates import Gate, gate_of
from mfgraph.validate.keyed import keyed
from mfgraph.validate.queries import query_text
from mfgraph.validate.query_sights import sights
from mfgraph.validate.sights import Sight, Unreadable

NAMES: Final = "near-names"
DATES: Final = "dates"
TEXTS: Final = "texts"
_TARGETS: Final = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)


@dataclass(frozen=True, slots=True)
class Look:
    """What a shape or query looks at; `sights` is None where that is not known.

    Its results are about their focus node or, with `by_value`, about their value. `gate` and
    `bars` tell at which nodes there is nothing to find; `keys` are queries for the keys by
    which it compares things.
    """

    sights: tuple[Sight, ...] | None
    by_value: bool = False
    gate: Gate | None = None
    bars: tuple[Sight, ...] = ()
    keys: tuple[str, ...] = ()


def looks(shapes: Graph, checks: Iterable[Check]) -> dict[str, Look]:
    """The looks of the shapes with targets, of constraints on the whole, checks and programs."""
    whole = {str(constraint.node): look for constraint, look in _of_the_whole(shapes)}
    return (
        whole
        | {str(shape): _of_shape(shape, shapes, frozenset(whole)) for shape in targeted(shapes)}
        | {check.name: _of_check(check) for check in checks}
        | {
            NAMES: Look(sights(algebra(query_text("names")), "entity")),
            DATES: _of_query(query_text("dates"), "entity"),
            TEXTS: _of_query(query_text("texts"), "text"),
        }
    )


def _of_shape(shape: Node, shapes: Graph, apart: frozenset[str]) -> Look:
    try:
        return Look(tuple(dict.fromkeys(_seen(shape, shapes, apart))))
    except Unreadable:
        return Look(None)


def _seen(shape: Node, shapes: Graph, apart: frozenset[str]) -> Iterator[Sight]:
    if (None, RDF.type, SH.ConstraintComponent) in shapes:
        raise Unreadable("constraint components of somebody's own")
    yield from targets_seen(shape, shapes)
    yield from shape_sights(shape, shapes)
    for constraint in _constraints(shape, shapes):
        if str(constraint.node) not in apart:
            yield from sights(algebra(constraint.prefixes + constraint.query), "this")


def _constraints(shape: Node, shapes: Graph) -> tuple[SparqlConstraint, ...]:
    try:
        return tuple(sparql_constraints(shape, shapes))
    except InDoubt as error:
        raise Unreadable(str(shape)) from error


def _of_the_whole(shapes: Graph) -> Iterator[tuple[SparqlConstraint, Look]]:
    """The constraints that say nothing of their focus node, but give a culprit as value."""
    for shape in targeted(shapes):
        if any((shape, target, None) in shapes for target in _TARGETS):
            continue
        try:
            constraints = _constraints(shape, shapes)
        except Unreadable:
            continue
        for constraint in constraints:
            query = constraint.prefixes + constraint.query
            if _is_of_the_whole(query):
                yield constraint, _of_query(query, "value", by_value=True)


def _is_of_the_whole(query: str) -> bool:
    try:
        about = algebra(query)
        from_focus = any(sight.routes for sight in sights(about, "this"))
    except Unreadable:
        return False
    return not from_focus and "value" in map(str, about.PV)


def _of_check(check: Check) -> Look:
    by_entity = _of_query(check.query.text, "entity")
    if by_entity.sights is None:
        return _of_query(check.query.text, "value", by_value=True)
    return by_entity


def _of_query(query: str, anchor: str, *, by_value: bool = False) -> Look:
    """What a query looks at, as seen from the variable that its results are about."""
    try:
        compared = keyed(query, anchor)
        if compared is not None:
            return Look(compared.sights, by_value, keys=compared.queries)
        about = algebra(query)
        seen = sights(about, anchor)
    except Unreadable:
        return Look(None, by_value)
    if not any(sight.routes for sight in seen):
        return Look(None, by_value)
    return Look(seen, by_value, gate_of(query, anchor), bars(about, anchor))
