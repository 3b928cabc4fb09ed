"""The validation of a workspace divided into its parts, each with what it looks at."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

import pyoxigraph as ox
from rdflib import SH, Graph

from mfgraph.folding import fold
from mfgraph.store import OxigraphStore
from mfgraph.validate.checks import Check, run_check
from mfgraph.validate.engine import targeted
from mfgraph.validate.engine.sparql import sparql_constraints
from mfgraph.validate.engine.terms import InDoubt
from mfgraph.validate.keyed import keys
from mfgraph.validate.looks import DATES, NAMES, TEXTS, Look
from mfgraph.validate.near_names import near_names, one_apart
from mfgraph.validate.parts import Found, Part
from mfgraph.validate.paths import Term
from mfgraph.validate.queries import rows
from mfgraph.validate.query_part import Asked, QueryPart, Wanted
from mfgraph.validate.reach import Sighted
from mfgraph.validate.runner import Runner, rows_of
from mfgraph.validate.shapes_part import ShapesPart
from mfgraph.validate.stored_text import edtf_dates, stored_texts
from mfgraph.workspace import Workspace


def divided(
    shapes: Graph, checks: Iterable[Check], workspace: Workspace, looks: Mapping[str, Look]
) -> tuple[Part, ...]:
    """The parts of a validation; call it inside `literals_as_written`."""
    whole = tuple(_of_the_whole(shapes, looks))
    return (
        _of_shapes(shapes, frozenset(part.name for part in whole), looks),
        *whole,
        *(_of_check(check, workspace, looks[check.name]) for check in checks),
        *_of_programs(workspace, looks),
    )


def _of_shapes(shapes: Graph, apart: frozenset[str], looks: Mapping[str, Look]) -> Part:
    aimed, runner = targeted(shapes), Runner(shapes, apart)
    seen = [looks[str(shape)].sights for shape in aimed]
    if None in seen:
        return QueryPart("shapes", lambda store, _: runner.run(store, runner.planned(store), None))
    return ShapesPart(aimed, runner, Sighted.of(some or () for some in seen))


def _of_the_whole(shapes: Graph, looks: Mapping[str, Look]) -> Iterator[QueryPart]:
    for shape in targeted(shapes):
        try:
            constraints = tuple(sparql_constraints(shape, shapes))
        except InDoubt:
            continue
        nodes = tuple(shapes.objects(shape, SH.targetNode))
        for constraint in constraints:
            name = str(constraint.node)
            if name in looks:
                yield _looking(name, partial(rows_of, constraint, nodes, shapes), looks[name])


def _of_check(check: Check, workspace: Workspace, look: Look) -> QueryPart:
    def asked(store: OxigraphStore, _: Wanted) -> Iterator[Found]:
        return map(Found, run_check(check, store, workspace))

    return _looking(check.name, asked, look)


def _of_programs(workspace: Workspace, looks: Mapping[str, Look]) -> Iterator[QueryPart]:
    yield QueryPart(
        NAMES,
        lambda store, _: map(Found, near_names(store)),
        looks[NAMES],
        keys=_names,
        alike=lambda name, known: one_apart(name, known.of_key, known.letters),
    )
    yield _looking(DATES, lambda store, _: map(Found, edtf_dates(store)), looks[DATES])
    yield _looking(TEXTS, lambda store, _: map(Found, stored_texts(store, workspace)), looks[TEXTS])


def _looking(name: str, asked: Asked, look: Look) -> QueryPart:
    return QueryPart(name, asked, look, keys=partial(keys, look.keys) if look.keys else None)


def _names(store: OxigraphStore) -> Iterator[tuple[Term, str]]:
    for row in rows(store, "names"):
        yield ox.NamedNode(row["entity"]), fold(row["name"])
