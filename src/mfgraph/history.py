"""The dataset at a moment: what had appeared by one day, and what held on another.

    files ── published ─> without the sources that had not appeared ── build ─> store
    store ── holding ───> a copy whose default graph says what is known to have held then

The first day is of knowledge and leaves out whole sources, before anything is chosen between
them. The second is of the world and leaves out records; what sources said stays beside it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from mfgraph.dates import bounds
from mfgraph.moments import LeftOut
from mfgraph.sparql import bind, own_query
from mfgraph.store import OxigraphStore, Store
from mfgraph.terms import Term
from mfgraph.vocab import DERIVED_GRAPH, PREFIXES, source_graph, term
from mfgraph.workspace import Workspace

_DATE: Final = term("dcterms:date")
_HELD_BY: Final = term("org:heldBy")
Said = tuple[Term, NamedNode, Term]


def published(workspace: Workspace, day: date) -> tuple[Workspace, LeftOut]:
    """The workspace without the sources that are not known to have appeared by a day.

    A source that gives no date is left out too.

    >>> shipped = Workspace.shipped()
    >>> earlier, left_out = published(shipped, date(1900, 1, 1))
    >>> len(earlier.source_files()), len(left_out) == len(shipped.source_files())
    (0, True)
    """
    last = dict(_appeared(workspace))
    left_out = LeftOut(
        dated=frozenset(slug for slug, known in last.items() if known and known > day),
        undated=frozenset(slug for slug, known in last.items() if known is None),
    )
    return replace(workspace, without=left_out.dated | left_out.undated), left_out


def holding(store: Store, workspace: Workspace, day: date) -> tuple[OxigraphStore, LeftOut]:
    """A copy of a built store whose default graph says what is known to have held on a day.

    Memberships and ties hold from their beginning to their end, or as long as they are attested;
    events and the like count once they are over, figures once their period is. What has no date
    is left out, except for facts that no record dates, such as a name or a place.
    """
    left_out = _not_holding(store, day)
    left_facts = {*_later(store, day), *_posts_left(store, left_out)}

    def holds(triple: Triple) -> bool:
        ends = (triple.subject, triple.object)
        return tuple(triple) not in left_facts and not any(_record(e) in left_out for e in ends)

    copy = OxigraphStore.of(q for q in store.quads() if q.graph_name not in _RESOLVED)
    _resolve(copy, workspace, holds)
    return copy, left_out


_RESOLVED: Final = frozenset({DefaultGraph(), DERIVED_GRAPH})


def _resolve(store: OxigraphStore, workspace: Workspace, holds: Callable[[Triple], bool]) -> None:
    from mfgraph.resolve import steps  # noqa: PLC0415  (only for a moment)

    # What rules conclude is concluded anew, from what is left.
    for step in steps(workspace):
        kept = [triple for triple in store.construct(step.query.text) if holds(triple)]
        store.inner.extend(_quads(kept, step.graphs))


def _quads(triples: Iterable[Triple], graphs: Iterable[NamedNode | DefaultGraph]) -> Iterator[Quad]:
    listed = list(triples)
    return (Quad(t.subject, t.predicate, t.object, graph) for graph in graphs for t in listed)


def _not_holding(store: Store, day: date) -> LeftOut:
    rows = [row for name in ("not-held", "not-yet") for row in store.select(_query(name, day))]
    dated = {str(_iri(row["record"])): row["dated"] == Literal(True) for row in rows}  # noqa: FBT003  (the value of a literal)
    return LeftOut(
        dated=frozenset(iri for iri, known in dated.items() if known),
        undated=frozenset(iri for iri, known in dated.items() if not known),
    )


def _later(store: Store, day: date) -> Iterator[Said]:
    for row in store.select(_query("later-facts", day)):
        subject, property_, value = row["subject"], row["property"], row["value"]
        if subject is not None and isinstance(property_, NamedNode) and value is not None:
            yield subject, property_, value


def _posts_left(store: Store, left_out: LeftOut) -> Iterator[Said]:
    held: dict[Said, bool] = {}
    for row in store.select(own_query("post-holders")):
        said = (row["post"], _HELD_BY, row["person"])
        membership = _iri(row["membership"])
        held[said] = held.get(said, False) or bool(membership and membership not in left_out)
    return (said for said, still in held.items() if not still)


def _query(name: str, day: date) -> str:
    on = Literal(day.isoformat(), datatype=term("xsd:date"))
    return bind(own_query(name), {"on": [on]})


def _record(node: Term) -> str:
    """The record that a node is, or is a part of: the parts are fragments of it."""
    return _iri(node).partition("#")[0]


def _iri(node: Term | None) -> str:
    return node.value if isinstance(node, NamedNode) else ""


def _appeared(workspace: Workspace) -> Iterator[tuple[str, date | None]]:
    from mfgraph.reading import read_turtle  # noqa: PLC0415  (only for a moment)

    for path in workspace.source_files():
        source = NamedNode(f"{PREFIXES['source']}{path.stem}")
        dates = [
            bounds(quad.object.value)[1]
            for quad in read_turtle(path, source_graph(path.stem), workspace)
            if quad.subject == source
            and quad.predicate == _DATE
            and isinstance(quad.object, Literal)
        ]
        yield path.stem, max((day for day in dates if day), default=None)
