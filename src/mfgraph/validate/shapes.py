"""SHACL: the shapes of a workspace, run on one graph of all that the dataset holds.

pySHACL is the reference; SPARQL constraints that can be asked for all nodes at once are
taken out of its shapes graph and asked by `constraints`. Both write into one report graph.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, SH, BNode, Graph
from rdflib import Literal as RdfLiteral

from mfgraph.errors import QueryError, ShapesFault
from mfgraph.store import Store
from mfgraph.validate import constraints
from mfgraph.validate.rdf import to_graph
from mfgraph.workspace import Workspace

Engine = Literal["default", "pyshacl"]
ENGINES: Final[tuple[Engine, ...]] = get_args(Engine)
_FAULTS: Final = (ShapesFault, QueryError)
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
    return to_graph(triples)


def run(data: Graph, store: Store, shapes: Shapes, *, engine: Engine = "default") -> Graph:
    """The validation report of a data graph: a `sh:ValidationReport` and its results.

    `store` holds the same triples as `data`, in its default graph. Call it inside
    `literals_as_written`.

    Raises:
        ShapesFault: the shapes cannot be run; the message names the file at fault.
    """
    try:
        return _report(data, store, shapes.graph, engine)
    except _FAULTS as error:
        fault = _LABEL.sub("a blank node", " ".join(error.message.split()))
        where = _culprit(data, store, shapes, engine)
    raise ShapesFault(
        f"the shapes cannot be run: {fault}",
        where=where,
        hint="nothing was validated; correct the shape and run again",
    )


def _report(data: Graph, store: Store, shapes: Graph, engine: Engine) -> Graph:
    at_once = list(constraints.set_at_a_time(shapes, data)) if engine == "default" else []
    left = shapes
    if at_once:
        taken = {(c.shape, SH.sparql, c.node) for c in at_once}
        left = to_graph(())
        left.addN((*triple, left) for triple in shapes if triple not in taken)
    report = _by_pyshacl(data, left)
    head = report.value(predicate=RDF.type, object=SH.ValidationReport) or BNode()
    for constraint in at_once:
        for triple in constraints.results(constraint, store):
            report.add(triple)
            if triple[1] == SH.focusNode:
                report.add((head, SH.result, triple[0]))
    conforms = (head, SH.result, None) not in report
    report.set((head, SH.conforms, RdfLiteral(conforms)))
    return report


def _by_pyshacl(data: Graph, shapes: Graph) -> Graph:
    try:
        _, report, _ = pyshacl.validate(
            data, shacl_graph=shapes, advanced=False, inference="none", inplace=True
        )
    # Its own errors, pyparsing's, and for an unknown prefix a bare Exception of rdflib's.
    except Exception as error:
        raise ShapesFault(str(error)) from error
    # A constraint that SHACL forbids comes back as the failure itself, in place of a graph.
    if isinstance(report, Graph):
        return report
    raise ShapesFault(str(report))


def _culprit(data: Graph, store: Store, shapes: Shapes, engine: Engine) -> str | None:
    # Shapes of one file may refer to another's, so the fault is looked for file by file, each
    # with the prefixes that all declare.
    declared = [t for t in shapes.graph if t[1] in {SH.declare, SH.prefix, SH.namespace}]
    for name, graph in shapes.files.items():
        alone = _union([graph])
        alone.addN((*triple, alone) for triple in declared)
        try:
            _report(data, store, alone, engine)
        except _FAULTS:
            return name
    return None


def _union(graphs: Iterable[Graph]) -> Graph:
    whole = to_graph(())
    for graph in graphs:
        whole.addN((*triple, whole) for triple in graph)
    return whole
