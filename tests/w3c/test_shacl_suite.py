"""The W3C SHACL test suite, core and SPARQL, run through our own validation path.

Strict: the same verdict and the same multiset of (focus node, path, value, component).
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pytest
from rdflib import SH, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from mfgraph.errors import ShapesFault
from mfgraph.store import OxigraphStore
from mfgraph.validate.findings import path_text
from mfgraph.validate.rdf import literals_as_written, to_graph, to_oxigraph, to_rdflib
from mfgraph.validate.shapes import ENGINES, Engine, Shapes, run

MANIFEST: Final = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
TESTS: Final = Namespace("http://www.w3.org/ns/shacl-test#")
SUITE: Final = next(
    (
        folder
        for parent in Path(__file__).resolve().parents
        for folder in [parent / "shared" / "w3c" / "shacl"]
        if folder.is_dir()
    ),
    None,
)
needs_suite = pytest.mark.skipif(
    SUITE is None, reason="the W3C suite (shared/w3c/shacl beside the checkout) is not here"
)
# Engine and file: why the reference alone does not pass.
KNOWN_MISSES: Final = {
    ("pyshacl", "prefixes-001"): "pySHACL does not follow owl:imports to the prefixes of a query",
    ("pyshacl", "shapesGraph-001"): "pySHACL does not bind $shapesGraph",
    ("pyshacl", "uniqueLang-002"): 'pySHACL takes the value "1" of sh:uniqueLang for true',
}


def read(path: Path) -> Graph:
    with literals_as_written():
        return to_graph(ox.parse(path=str(path), base_iri=path.as_uri()))


def files_with_tests(folder: Path) -> Iterator[Path]:
    # One file a test. The manifests do not list nodeValidator-001, so the files are asked.
    for path in sorted(folder.rglob("*.ttl")):
        if "sht:Validate" in path.read_text(encoding="utf-8"):
            yield path


PATHS: Final = tuple(files_with_tests(SUITE)) if SUITE else ()


def param(path: Path, engine: Engine) -> object:
    reason = KNOWN_MISSES.get((engine, path.stem))
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(path, engine, id=f"{engine}/{path.parent.name}/{path.stem}", marks=marks)


def graph_of(manifest: Graph, test: Node, role: Node, path: Path) -> Graph:
    action = manifest.value(test, MANIFEST.action)
    named = manifest.value(action, role)
    assert isinstance(named, URIRef)
    file = Path(named.removeprefix("file://"))
    return manifest if file == path else read(file)


def validated(data: Graph, shapes: Graph, engine: Engine) -> Graph:
    store = OxigraphStore.of(
        ox.Quad(*(to_oxigraph(term) for term in triple))  # type: ignore[arg-type]  # subjects are no literals
        for triple in data
    )
    with literals_as_written():
        return run(store, Shapes(graph=shapes, files={"shapes.ttl": shapes}), engine=engine)


def stored(term: Node | None) -> Node | None:
    """A literal as the store writes it: `4.0` as `4`, and an `xsd:byte` as an `xsd:integer`."""
    if not isinstance(term, Literal):
        return term
    node = ox.NamedNode("urn:node")
    (quad,) = OxigraphStore.of([ox.Quad(node, node, to_oxigraph(term))]).quads()
    return to_rdflib(quad.object)


def results(graph: Graph, report: Node) -> Counter[tuple[Node | str | None, ...]]:
    found: Counter[tuple[Node | str | None, ...]] = Counter()
    for result in graph.objects(report, SH.result):
        path = graph.value(result, SH.resultPath)
        found[
            stored(graph.value(result, SH.focusNode)),
            None if path is None else path_text(path, graph),
            stored(graph.value(result, SH.value)),
            graph.value(result, SH.sourceConstraintComponent),
        ] += 1
    return found


@needs_suite
def test_the_whole_suite_is_collected() -> None:
    assert len(PATHS) == 121
    assert sum("/core/" in path.as_posix() for path in PATHS) == 98


@needs_suite
@pytest.mark.parametrize(
    ("path", "engine"), [param(path, engine) for engine in ENGINES for path in PATHS]
)
@pytest.mark.filterwarnings("ignore::pyshacl.errors.ValidationWarning")
def test_w3c(path: Path, engine: Engine) -> None:
    manifest = read(path)
    test = next(manifest.subjects(MANIFEST.action))
    expected = manifest.value(test, MANIFEST.result)
    data, shapes = (
        graph_of(manifest, test, role, path) for role in (TESTS.dataGraph, TESTS.shapesGraph)
    )
    assert expected is not None
    if expected == TESTS.Failure:
        with pytest.raises(ShapesFault):
            validated(data, shapes, engine)
        return
    report = validated(data, shapes, engine)
    head = next(report.subjects(SH.conforms))
    assert results(report, head) == results(manifest, expected)
    assert str(report.value(head, SH.conforms)) == str(manifest.value(expected, SH.conforms))
