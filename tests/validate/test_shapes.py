"""SHACL runs: what is reported, in which language, and what is said when shapes cannot be run."""

import re
from collections.abc import Callable

import pytest
from rdflib import SH, Graph, Literal, URIRef

from mfgraph.build import Built, build
from mfgraph.errors import ShapesFault
from mfgraph.store import OxigraphStore
from mfgraph.validate import ENGINES, Engine, Result, Severity, validate, write
from mfgraph.validate.findings import path_text, read_results
from mfgraph.validate.rdf import literals_as_written
from mfgraph.validate.report import in_order
from mfgraph.validate.shapes import Shapes, read_shapes, run
from mfgraph.workspace import Workspace

Graphs = Callable[[str], tuple[Graph, OxigraphStore]]
Edit = Callable[[str, str, str], int]
EX = "https://example.org/"
DATA = "ex:a ex:share 60 , 50 . ex:b ex:share 40 ; ex:name 'B'@en ."
SUM = """
    ex: sh:declare [ sh:prefix "ex" ; sh:namespace "https://example.org/"^^xsd:anyURI ] .
    shape:S-98 a sh:NodeShape ; sh:targetSubjectsOf ex:share ; sh:severity sh:Warning ;
        sh:sparql shape:S-98-sum .
    shape:S-98-sum sh:prefixes ex: ;
        sh:message "S-98 {$this}: {?value}, not 100"@en , "S-98 {?value} بدل 100"@ar ;
        sh:select '''SELECT $this (SUM(?share) AS ?value) (ex:share AS ?path)
            WHERE { $this ex:share ?share } GROUP BY $this HAVING (SUM(?share) > 100)''' .
"""
both = pytest.mark.parametrize("engine", ENGINES)


def found(
    graphs: Graphs, shapes: str, engine: Engine = "default", data: str = DATA
) -> tuple[Result, ...]:
    (_, store), (shapes_graph, _) = graphs(data), graphs(shapes)
    with literals_as_written():
        whole = Shapes(shapes_graph, {"shapes.ttl": shapes_graph})
        report = run(store, whole, engine=engine)
        return in_order(read_results(report, shapes_graph))


@both
def test_a_sparql_constraint_reports_all_that_shacl_asks(graphs: Graphs, engine: Engine) -> None:
    (result,) = found(graphs, SUM, engine)
    assert result.focus == URIRef(EX + "a")
    assert result.rule == "S-98"
    assert result.severity is Severity.WARNING
    assert result.component == str(SH.SPARQLConstraintComponent)
    assert result.path == EX + "share"
    assert str(result.value) == "110"
    assert dict(result.messages) == {
        "en": "S-98 https://example.org/a: 110, not 100",
        "ar": "S-98 110 بدل 100",
    }


@both
def test_without_value_the_focus_node_is_the_value(graphs: Graphs, engine: Engine) -> None:
    (result,) = found(graphs, """
        ex:s a sh:NodeShape ; sh:targetNode ex:a ;
            sh:sparql [ sh:message "no name" ;
                sh:select '''SELECT $this { $this ?p ?o . FILTER NOT EXISTS
                    { $this <https://example.org/name> ?name } }''' ] .
    """, engine)  # fmt: skip
    assert (result.focus, result.value, result.path) == (URIRef(EX + "a"), URIRef(EX + "a"), None)
    assert result.severity is Severity.VIOLATION
    assert result.messages == (("", "no name"),)


@both
def test_deactivated_constraints_and_shapes_are_silent(graphs: Graphs, engine: Engine) -> None:
    assert found(graphs, SUM + "shape:S-98-sum sh:deactivated true .", engine) == ()
    assert found(graphs, SUM + "shape:S-98 sh:deactivated true .", engine) == ()


@both
def test_a_constraint_reached_from_another_shape_speaks_of_its_nodes(
    graphs: Graphs, engine: Engine
) -> None:
    outer = "ex:outer a sh:NodeShape ; sh:targetNode ex:holder ; sh:property [ sh:path ex:holds ; sh:node shape:S-98 ] ."
    data = DATA + "ex:holder ex:holds ex:a ."
    components = {result.component for result in found(graphs, SUM + outer, engine, data)}
    assert components == {
        str(SH.SPARQLConstraintComponent),
        str(SH.NodeConstraintComponent),
    }


def test_the_number_of_a_property_shape_is_that_of_its_node_shape(graphs: Graphs) -> None:
    (result,) = found(graphs, """
        shape:S-97-names a sh:NodeShape ; sh:targetNode ex:a ;
            sh:property [ sh:path ( ex:holds [ sh:inversePath ex:name ] ) ; sh:minCount 1 ] .
    """)  # fmt: skip
    assert result.rule == "S-97"
    assert result.path == f"{EX}holds/(^{EX}name)"


def test_paths_are_written_as_sparql_writes_them(graphs: Graphs) -> None:
    shapes, _ = graphs("""
        ex:a sh:path [ sh:alternativePath ( org:member [ sh:zeroOrMorePath rdfs:subClassOf ] ) ] .
        ex:b sh:path [ sh:zeroOrOnePath [ sh:inversePath org:member ] ] .
        ex:c sh:path [ sh:oneOrMorePath ( org:member org:role ) ] .
    """)
    texts = [path_text(path, shapes) for _, path in sorted(shapes.subject_objects(SH.path))]
    assert texts == [
        "org:member|(rdfs:subClassOf*)",
        "(^org:member)?",
        "(org:member/org:role)+",
    ]


@both
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT $this WHERE { VALUES ?x { 1 } $this ?p ?o }", ("values",)),
        ("SELECT $this WHERE { $this ?p ?o MINUS { $this ?p 1 } }", ("minus",)),
        ("SELECT $this WHERE { $this ?p }", ("expected", "not sparql near line")),
        ("SELECT $this WHERE { $this nobody:knows ?o }", ("prefix",)),
    ],
)
def test_shapes_that_cannot_be_run_are_one_clear_error(
    copy: Workspace, engine: Engine, query: str, said: tuple[str, ...]
) -> None:
    path = copy.root / "ontology" / "shapes" / "zz-local.ttl"
    path.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/> .\n"
        f"ex:s a sh:NodeShape ; sh:targetNode ex:a ; sh:sparql [ sh:select '{query}' ] .",
        encoding="utf-8",
    )
    small = Workspace(copy.root)
    for other in small.shape_files():
        if other != path:
            other.unlink()
    with pytest.raises(ShapesFault) as caught:
        validate(build(small), engine=engine)
    line = str(caught.value)
    assert line.startswith("ontology/shapes/zz-local.ttl: the shapes cannot be run: ")
    assert any(words in line.lower() for words in said)
    assert "\n" not in line


def test_the_file_at_fault_is_found_among_all(copy: Workspace) -> None:
    path = copy.root / "ontology" / "shapes" / "zz-local.ttl"
    path.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/> .\n"
        "ex:s a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:minCount 1 ] .",
        encoding="utf-8",
    )
    with pytest.raises(
        ShapesFault, match=r"^ontology/shapes/zz-local\.ttl: .*a blank node .*PropertyShape"
    ):
        validate(build(copy))


def test_broken_turtle_names_file_and_line(copy: Workspace) -> None:
    path = copy.root / "ontology" / "shapes" / "zz-local.ttl"
    path.write_text("@prefix ex: <https://example.org/> .\nex:s a ex:Shape ; ;; .\nex:t", "utf-8")
    with pytest.raises(ShapesFault, match=r"^ontology/shapes/zz-local\.ttl:3: not Turtle: "):
        validate(build(copy))


def test_french_messages_do_not_break_before_their_punctuation(seed: Workspace) -> None:
    graph = read_shapes(seed).graph
    said = [m for m in graph.objects(None, SH.message) if isinstance(m, Literal)]
    french = [str(m) for m in said if m.language == "fr"]
    assert len(french) > 100
    assert not [text for text in french if re.search("« | [:;?!»%]", text)]
    assert any("par {?dimension}\u00a0: ce" in text for text in french)


def test_literals_are_compared_as_they_are_written(graphs: Graphs) -> None:
    shapes = "ex:s a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:v ; sh:in ( 'x' '58'^^xsd:decimal ) ] ."
    data = "ex:a ex:v 'x' , 'x'^^xsd:string , '58'^^xsd:decimal ."
    assert found(graphs, shapes, data=data) == ()


def test_the_seed_conforms(seed_built: Built) -> None:
    report = validate(seed_built)
    assert report.conforms()
    assert report.count(Severity.VIOLATION) == 0
    assert report.focus_nodes > 1000


def test_a_workspace_without_shapes_says_that_it_tried_none(copy: Workspace) -> None:
    for path in copy.shape_files():
        path.unlink()
    report = validate(build(copy))
    assert report.targets == ()
    assert "Shapes run: 0 · nodes examined: 0" in write(report, "text")
