"""SHACL: the shapes of a workspace, run on one graph of all that the dataset holds.

    shapes ── plan ──> queries, each for all focus nodes ── engine ──┐
                  └──> what is left                  ── reference ──┴──> one report graph

The engine runs the shapes as queries in the store. pySHACL is the reference: it runs what the
engine leaves, or everything where it is asked for by name.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

import pyoxigraph as ox
from rdflib import RDF, SH, Graph
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from mfgraph.errors import QueryError, ShapesFault
from mfgraph.store import Store
from mfgraph.terms import unbroken
from mfgraph.validate import reference
from mfgraph.validate.engine import Translated, of_nodes, plan, read_classes, record, targeted
from mfgraph.validate.rdf import to_graph
from mfgraph.validate.reference import Some
from mfgraph.vocab import term
from mfgraph.workspace import Workspace

Engine = Literal["default", "pyshacl"]
ENGINES: Final[tuple[Engine, ...]] = get_args(Engine)
_FAULTS: Final = (ShapesFault, QueryError)
_MESSAGE: Final = term("sh:message")
# The label of a blank node means nothing to a reader and is another one in the next run.
_LABEL: Final = re.compile(r"'?\bN?[0-9a-f]{20,32}\b'?")


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes graph, and the same by file, so that a fault can be laid at a file's door."""

    graph: Graph
    files: Mapping[str, Graph]


def read_shapes(workspace: Workspace) -> Shapes:
    """The shapes of a workspace.

    Raises:
        ShapesFault: a file is not Turtle; the message names file and line.
    """
    files = {workspace.relative(p): read_graph(p, workspace) for p in workspace.shape_files()}
    return Shapes(graph=_union(files.values()), files=files)


def read_graph(path: Path, workspace: Workspace) -> Graph:
    """One Turtle file as an rdflib graph with every literal as it is written."""
    where = workspace.relative(path)
    try:
        # Blank nodes get new labels, so that those of two files stay apart.
        triples = list(
            ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
        )
    except SyntaxError as error:
        raise ShapesFault(f"not Turtle: {error.msg}", where=f"{where}:{error.lineno}") from error
    except (OSError, ValueError) as error:
        raise ShapesFault(f"cannot be read: {error}", where=where) from error
    return to_graph(map(_as_read, triples))


def _as_read(triple: ox.Triple) -> ox.Triple:
    # French messages are written with plain spaces and read with their own.
    said = triple.object
    if triple.predicate != _MESSAGE or not isinstance(said, ox.Literal) or said.language != "fr":
        return triple
    french = ox.Literal(unbroken(said.value), language="fr")
    return ox.Triple(triple.subject, triple.predicate, french)


def run(
    store: Store, shapes: Shapes, *, engine: Engine = "default", focus: Some | None = None
) -> Graph:
    """The validation report of a store of one graph: a `sh:ValidationReport` and its results.

    With `focus`, only the shapes that it names are run, each on the nodes it gives. Call it
    inside `literals_as_written`.

    Raises:
        ShapesFault: the shapes cannot be run; the message names the file at fault.
    """
    try:
        return _report(store, shapes.graph, engine, focus)
    except _FAULTS as error:
        fault = _LABEL.sub("a blank node", " ".join(error.message.split()))
        where = _culprit(store, shapes, engine)
    raise ShapesFault(
        f"the shapes cannot be run: {fault}",
        where=where,
        hint="nothing was validated; correct the shape and run again",
    )


def _report(store: Store, shapes: Graph, engine: Engine, focus: Some | None = None) -> Graph:
    wanted = targeted(shapes) if focus is None else tuple(focus)
    ours, left = _parted(wanted, store, shapes, engine)
    report = reference.report(left, store, shapes, focus)
    (head,) = report.subjects(RDF.type, SH.ValidationReport)
    for shape in ours:
        nodes = shape.focus if focus is None else of_nodes(focus[shape.node])
        record(shape.findings(nodes, shapes, store), head, report, shapes)
    report.set((head, SH.conforms, RdfLiteral((head, SH.result, None) not in report)))
    return report


def _parted(
    wanted: tuple[Node, ...], store: Store, shapes: Graph, engine: Engine
) -> tuple[tuple[Translated, ...], tuple[Node, ...]]:
    return plan(wanted, shapes, read_classes(store)) if engine == "default" else ((), wanted)


def _culprit(store: Store, shapes: Shapes, engine: Engine) -> str | None:
    # Shapes of one file may refer to another's, so the fault is looked for file by file, each
    # with the prefixes that all declare.
    declared = [t for t in shapes.graph if t[1] in {SH.declare, SH.prefix, SH.namespace}]
    for name, graph in shapes.files.items():
        alone = _union([graph])
        alone.addN((*triple, alone) for triple in declared)
        try:
            _report(store, alone, engine)
        except _FAULTS:
            return name
    return None


def _union(graphs: Iterable[Graph]) -> Graph:
    whole = to_graph(())
    for graph in graphs:
        whole.addN((*triple, whole) for triple in graph)
    return whole
