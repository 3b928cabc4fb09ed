"""One validation of a built dataset, from its parts to a report."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Identifier, Node

from mfgraph.build import Built
from mfgraph.locations import Location, Locations
from mfgraph.store import OxigraphStore
from mfgraph.terms import Language, expand
from mfgraph.validate.checks import Check, read_checks, run_check
from mfgraph.validate.findings import read_results
from mfgraph.validate.near_names import near_names
from mfgraph.validate.rdf import literals_as_written, to_oxigraph, to_rdflib
from mfgraph.validate.report import Report, Result, Target, in_order
from mfgraph.validate.shapes import Engine, read_shapes, run
from mfgraph.validate.stored_text import edtf_dates, stored_texts
from mfgraph.validate.targets import targets, unmatched


def validate(built: Built, *, lang: Language = "en", engine: Engine = "default") -> Report:
    """Everything that is wrong, doubtful or worth a look in a dataset, and what was tried.

    The union of all graphs is validated, since records stand with their sources. With
    `engine="pyshacl"` all shapes are run by the reference validator alone, which is slower
    and finds the same. Results hold their messages in all languages; `lang` is the one in
    which the report is printed where no other is asked for.

    Raises:
        ShapesFault: a shape or check cannot be run, so nothing can be said of the data.

    >>> from mfgraph.build import build
    >>> from mfgraph.workspace import Workspace
    >>> validate(build(Workspace.shipped())).conforms()
    True
    """
    with literals_as_written():
        return replace(_validate(built, engine), lang=lang)


def _validate(built: Built, engine: Engine) -> Report:
    merged = OxigraphStore.merged(built.store)
    shapes = read_shapes(built.workspace)
    graph = run(merged, shapes, engine=engine)
    by_shapes = in_order(read_results(graph, shapes.graph))
    tried = tuple(targets(shapes.graph, merged))
    checks = read_checks(built.workspace)
    others = list(_beyond_shapes(built, merged, tried, checks))
    record_others(others, graph)
    named = frozenset(shapes.graph.objects(None, SH.targetNode))
    return Report(
        results=in_order(located((*by_shapes, *others), built, merged, named)),
        targets=tried,
        checks=tuple(check.name for check in checks),
        graph=graph,
    )


def _beyond_shapes(
    built: Built, merged: OxigraphStore, tried: tuple[Target, ...], checks: Iterable[Check]
) -> Iterator[Result]:
    found = (run_check(check, merged, built.workspace) for check in checks)
    yield from chain(
        unmatched(tried),
        near_names(merged),
        stored_texts(merged, built.workspace),
        edtf_dates(merged),
        *found,
    )


def located(
    results: Iterable[Result], built: Built, merged: OxigraphStore, named: frozenset[Node]
) -> Iterator[Result]:
    """The results, each with the line that describes what it is about."""
    workspace = built.workspace
    shape_lines = Locations(workspace.root, workspace.shape_files())
    for result in results:
        iris = (str(t) for t in _candidates(result, merged, named) if isinstance(t, URIRef))
        places = (built.locations.of(iri) or shape_lines.of(iri) for iri in iris)
        place = next((place for place in places if place), None)
        yield replace(result, location=place and _relative(place, workspace.root))


def _candidates(
    result: Result, merged: OxigraphStore, named: frozenset[Node]
) -> Iterator[Node | None]:
    # A result about the dataset as a whole is found where the thing is that it complains of,
    # or, where nothing describes that thing, where it is referred to.
    if result.focus in named:
        yield result.value
        yield from _referring(result.value, merged)
    yield result.focus
    yield result.value


def _referring(value: Identifier | None, merged: OxigraphStore) -> Iterator[Node]:
    if value is not None:
        quads = merged.inner.quads_for_pattern(None, None, to_oxigraph(value))
        yield from sorted({to_rdflib(quad.subject) for quad in quads}, key=str)


def _relative(place: Location, root: Path) -> Location:
    return Location(place.path.relative_to(root), place.line)


def record_others(results: Iterable[Result], graph: Graph) -> None:
    """Add to the graph of a report what was found beyond the shapes."""
    head = graph.value(predicate=RDF.type, object=SH.ValidationReport) or BNode()
    for result in results:
        node = BNode()
        graph.add((head, SH.result, node))
        graph.set((head, SH.conforms, Literal(False)))  # noqa: FBT003  (the value of a literal)
        graph.add((node, RDF.type, SH.ValidationResult))
        graph.add((node, SH.focusNode, result.focus))
        graph.add((node, SH.resultSeverity, result.severity.iri))
        graph.add((node, SH.sourceConstraintComponent, URIRef(result.component)))
        if result.path is not None:
            graph.add((node, SH.resultPath, URIRef(expand(result.path).value)))
        if result.value is not None:
            graph.add((node, SH.value, result.value))
        for lang, text in result.messages:
            graph.add((node, SH.resultMessage, Literal(text, lang=lang)))
