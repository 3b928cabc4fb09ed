"""The derivations of a workspace: the queries of `queries/construct/` in their order.

Each says in its header where its triples go: `default` (what holds), or `derived` (what rules
conclude, which stands in the default graph too but is told apart in its own).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode

from mfgraph.errors import QueryError, SyntaxFault
from mfgraph.queries import Library, QueryFile
from mfgraph.store import OxigraphStore
from mfgraph.vocab import DERIVED_GRAPH
from mfgraph.workspace import Workspace

Graph = NamedNode | DefaultGraph
TARGETS: Final[Mapping[str, tuple[Graph, ...]]] = MappingProxyType(
    {
        "default": (DefaultGraph(),),
        "derived": (DefaultGraph(), DERIVED_GRAPH),
    }
)


@dataclass(frozen=True, slots=True)
class Step:
    """One derivation: its query, its place in the order, and where its triples go."""

    order: int
    query: QueryFile
    graphs: tuple[Graph, ...]


def steps(workspace: Workspace) -> tuple[Step, ...]:
    """The derivations of a workspace in their order.

    Raises:
        SyntaxFault: a header lacks its order or names no known target.
    """
    found = [_step(query, workspace) for query in Library(workspace.queries).theme("construct")]
    return tuple(sorted(found, key=lambda step: (step.order, step.query.name)))


def derive(store: OxigraphStore, workspace: Workspace) -> None:
    """Add to a store what each derivation gives, one after the other.

    Raises:
        QueryError: a derivation cannot be run; the message names its file.
    """
    for step in steps(workspace):
        try:
            store.derive(step.query.text, step.graphs)
        except QueryError as error:
            where = workspace.relative(step.query.path)
            raise QueryError(error.message, where=where, hint=error.hint) from error


def _step(query: QueryFile, workspace: Workspace) -> Step:
    target, order = (str(query.header.get(key, "")) for key in ("target", "order"))
    if target not in TARGETS or not order.isdecimal():
        raise SyntaxFault(
            "the header of a derivation needs 'order' (a number) and 'target'",
            where=workspace.relative(query.path),
            hint=f"target is one of {', '.join(TARGETS)}",
        )
    return Step(order=int(order), query=query, graphs=TARGETS[target])
