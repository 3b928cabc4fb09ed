"""The reference validator, pySHACL, on an rdflib graph of all that a store holds.

It is asked for what the engine leaves to it, or for everything, so that the two can be compared.
"""

from collections.abc import Iterable, Mapping

from rdflib import RDF, SH, BNode, Graph
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from mfgraph.errors import ShapesFault
from mfgraph.store import Store
from mfgraph.validate.engine.targets import CLASSES, DECLARATIONS
from mfgraph.validate.engine.wording import plain
from mfgraph.validate.rdf import to_graph

Some = Mapping[Node, Iterable[Node]]


def report(wanted: Iterable[Node], store: Store, shapes: Graph, focus: Some | None = None) -> Graph:
    """The validation report of some shapes with targets, on all their focus nodes or on some.

    Raises:
        ShapesFault: the shapes cannot be run.
    """
    chosen = frozenset(wanted)
    if not chosen:
        return _nothing_found()
    return reworded(_by_pyshacl(to_graph(store.quads()), _aimed(shapes, chosen, focus)), shapes)


def _nothing_found() -> Graph:
    graph, head = to_graph(()), BNode()
    graph.add((head, RDF.type, SH.ValidationReport))
    graph.add((head, SH.conforms, RdfLiteral(True)))  # noqa: FBT003  (the value of a literal)
    return graph


def reworded(found: Graph, shapes: Graph) -> Graph:
    """A report that says in three languages, as the engine does, what pySHACL says in English."""
    for result in list(found.subjects(RDF.type, SH.ValidationResult)):
        component = found.value(result, SH.sourceConstraintComponent)
        sources = (found.value(result, by) for by in (SH.sourceShape, SH.sourceConstraint))
        said = any((source, SH.message, None) in shapes for source in sources if source is not None)
        if not said and (component, RDF.type, SH.ConstraintComponent) not in shapes:
            found.remove((result, SH.resultMessage, None))
            for message in plain(component or SH.ConstraintComponent):
                found.add((result, SH.resultMessage, message))
    return found


def _aimed(shapes: Graph, chosen: frozenset[Node], focus: Some | None) -> Graph:
    """The shapes with the targets of the chosen ones only; the others may be led to from them."""
    aimed = to_graph(())
    aimed.addN((*t, aimed) for t in shapes if t[0] in chosen or not _is_target(t))
    if focus is not None:
        for shape in chosen:
            for declaration in DECLARATIONS:
                aimed.remove((shape, declaration, None))
            for kind in CLASSES:
                aimed.remove((shape, RDF.type, kind))
            for node in focus[shape]:
                aimed.add((shape, SH.targetNode, node))
    return aimed


def _is_target(triple: tuple[Node, Node, Node]) -> bool:
    _, predicate, term = triple
    return predicate in DECLARATIONS or (predicate == RDF.type and term in CLASSES)


def _by_pyshacl(data: Graph, shapes: Graph) -> Graph:
    import pyshacl  # noqa: PLC0415  (heavy, and mostly not needed)

    try:
        _, found, _ = pyshacl.validate(
            data, shacl_graph=shapes, advanced=False, inference="none", inplace=True
        )
    # Its own errors, pyparsing's, and for an unknown prefix a bare Exception of rdflib's.
    except Exception as error:
        raise ShapesFault(str(error)) from error
    # A constraint that SHACL forbids comes back as the failure itself, in place of a graph.
    if isinstance(found, Graph):
        return found
    raise ShapesFault(str(found))
