"""Each shape against its fixtures: exactly the results that a fixture announces, and no other.

A fixture is a Turtle file `S-nn/valid-<why>.ttl` or `S-nn/invalid-<why>.ttl`. Its comments say
what must come out, one line a result: constraint, severity, focus node and, where it matters,
the value. Only the shape that the folder names is run on it.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node
from rdflib.util import from_n3

from mfgraph.vocab import PREFIXES, SHAPES, term

FOLDER = Path(__file__).parent
ONTOLOGY = FOLDER.parents[1] / "ontology"
HEADER = URIRef(SHAPES.removesuffix("#"))
# S-32 compares letters, which SHACL cannot: it is a program.
NUMBERS = [f"S-{n:02}" for n in range(1, 44) if n != 32]
FIXTURES = sorted(FOLDER.glob("S-*/*.ttl"))
INVALID = [path for path in FIXTURES if path.name.startswith("invalid-")]
DATASET = URIRef(term("dataset:mfgraph").value)
CODES = "https://w3id.org/mfgraph/def/"
STANDARD = (str(SH), str(RDF), str(RDFS), str(rdflib.OWL), str(rdflib.XSD))


class Finding(NamedTuple):
    """One result: which constraint, how severe, where, and (if it is compared) the value."""

    constraint: str
    severity: str
    focus: str
    value: str | None


@pytest.fixture(autouse=True)
def literals_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def test_valid_and_invalid_fixtures_are_all_collected() -> None:
    kinds = Counter(path.name.split("-")[0] for path in FIXTURES)
    assert kinds == {"valid": 92, "invalid": 313}


@pytest.mark.parametrize("number", NUMBERS)
def test_each_shape_has_a_valid_and_an_invalid_fixture(number: str) -> None:
    kinds = {path.name.split("-")[0] for path in FIXTURES if path.parent.name == number}
    assert kinds == {"valid", "invalid"}


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_fixture_gives_what_it_announces(path: Path) -> None:
    announced = expected(path)
    assert bool(announced) == path.name.startswith("invalid-")
    assert comparable(found(path), announced) == comparable(announced, announced)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_query_of_a_shape_finds_the_same_for_all_nodes_at_once(path: Path) -> None:
    queries = dict(selects(path.parent.name))
    announced = [
        finding for finding in expected(path) if URIRef(SHAPES + finding.constraint) in queries
    ]
    rows = [row for constraint, query in queries.items() for row in plain(path, constraint, query)]
    assert set(comparable(rows, announced)) == set(comparable(announced, announced))


def test_each_constraint_has_an_invalid_fixture() -> None:
    tried = {finding.constraint for path in INVALID for finding in expected(path)}
    assert tried == {local(constraint) for constraint in constraints()}


def test_an_invalid_fixture_is_about_the_shape_of_its_folder() -> None:
    strays = [p for p in INVALID for f in expected(p) if not f.constraint.startswith(p.parent.name)]
    assert strays == []


def test_every_number_has_a_shape_named_in_three_languages() -> None:
    named = {
        local(s)
        for s in shapes().subjects(RDF.type, SH.NodeShape)
        if (s, RDFS.label, None) in shapes()
    }
    assert named == set(NUMBERS)
    for number in NUMBERS:
        labels = shapes().objects(URIRef(SHAPES + number), RDFS.label)
        assert {label.language for label in labels if isinstance(label, Literal)} == {
            "ar",
            "fr",
            "en",
        }


def test_every_constraint_speaks_three_languages_and_begins_with_its_number() -> None:
    for constraint in constraints():
        messages = list(messages_of(constraint))
        assert sorted(m.language or "" for m in messages) == ["ar", "en", "fr"], constraint
        assert all(m.startswith(local(constraint)[:4] + " ") for m in messages), constraint


def test_the_three_messages_fill_in_the_same_values_and_the_query_gives_them() -> None:
    for constraint in constraints():
        slots = {frozenset(re.findall(r"\{\?(\w+)\}", str(m))) for m in messages_of(constraint)}
        assert len(slots) == 1, constraint
        query = str(shapes().value(constraint, SH.select))
        given = set(re.findall(r"[?$](\w+)", query.partition("WHERE")[0]))
        assert slots.pop() <= given, constraint


def test_every_shape_states_its_severity() -> None:
    reporting = {
        s for kind in (SH.NodeShape, SH.PropertyShape) for s in shapes().subjects(RDF.type, kind)
    }
    # The two forms of a claim only serve the sh:xone of S-10-form.
    silent = {URIRef(SHAPES + name) for name in ("S-10-about-record", "S-10-about-property")}
    for shape in reporting - silent:
        assert len(list(shapes().objects(shape, SH.severity))) == 1, shape
    assert all((shape, SH.severity, None) not in shapes() for shape in silent)


def test_every_shape_but_helpers_has_an_address() -> None:
    blank = {
        o
        for s, o in shapes().subject_objects(SH.property)
        if not isinstance(o, URIRef) and "about" not in str(s)
    }
    assert blank == set()
    assert all(isinstance(o, URIRef) for o in shapes().objects(None, SH.sparql))


def test_every_term_of_the_shapes_is_declared_in_the_ontology() -> None:
    declared = set(ontology().subjects())
    # Our shapes and the dataset are no terms; codes are looked up below; EDTF is a bare datatype.
    others = (
        *(SHAPES, PREFIXES["dataset"], CODES, PREFIXES["sdmx-code"], PREFIXES["edtf"]),
        "https://creativecommons.org/",
    )
    terms = {o for o in shapes().objects() if isinstance(o, URIRef)} | terms_of_queries()
    foreign = {t for t in terms if not str(t).startswith((*STANDARD, *others)) and t != HEADER}
    assert len(foreign) > 60
    assert foreign - declared == set()


def test_every_code_that_the_shapes_name_is_in_the_code_lists() -> None:
    lists = Graph()
    for path in sorted((ONTOLOGY / "codelists").glob("*.ttl")):
        lists.parse(path)
    terms = {o for o in shapes().objects() if isinstance(o, URIRef)} | terms_of_queries()
    codes = {t for t in terms if str(t).startswith((CODES, PREFIXES["sdmx-code"]))}
    assert len(codes) > 20
    assert codes - set(lists.subjects()) == set()


def test_the_shapes_are_shapes() -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, text


def expected(path: Path) -> list[Finding]:
    lines = re.findall(r"^# expected: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return [announcement(*line.split(" ", 3)) for line in lines]


def announcement(constraint: str, severity: str, focus: str, value: str | None = None) -> Finding:
    return Finding(constraint, severity, node(focus), None if value is None else node(value))


def node(text: str) -> str:
    """A term as N-Triples writes it, from a prefixed name, an IRI, a literal, or `_`."""
    if text == "_" or text.startswith("<"):
        return text
    if text.startswith('"'):
        return text_of(from_n3(re.sub(r"\^\^xsd:(\w+)", rf"^^<{rdflib.XSD}\1>", text)))
    return Literal(int(text)).n3() if text.isdigit() else str(term(text))


def text_of(value: Node | str | None) -> str:
    if isinstance(value, URIRef):
        return f"<{value}>"
    if isinstance(value, Literal):
        if value.datatype:
            return str(ox.Literal(str(value), datatype=ox.NamedNode(value.datatype)))
        return str(ox.Literal(str(value), language=value.language))
    return "_"


def comparable(findings: list[Finding], announced: list[Finding]) -> Counter[Finding]:
    """Findings as counted, their values blanked where the fixture does not announce any."""
    valued = {finding.constraint for finding in announced if finding.value is not None}
    return Counter(f if f.constraint in valued else f._replace(value=None) for f in findings)


def found(path: Path) -> list[Finding]:
    data = Graph().parse(path)
    _, report, text = pyshacl.validate(
        data, shacl_graph=one_shape(path.parent.name), ont_graph=hierarchy()
    )
    assert isinstance(report, Graph), text
    return [result(report, r) for r in report.subjects(RDF.type, SH.ValidationResult)]


def result(report: Graph, entry: Node) -> Finding:
    constraint = report.value(entry, SH.sourceConstraint) or report.value(entry, SH.sourceShape)
    focus, value = report.value(entry, SH.focusNode), report.value(entry, SH.value)
    return Finding(
        local(constraint),
        severity(report.value(entry, SH.resultSeverity)),
        text_of(focus),
        text_of(value),
    )


def plain(path: Path, constraint: Node, query: str) -> list[Finding]:
    """What the query of a constraint finds where `$this` ranges over everything at once."""
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in triples(path.read_bytes()))
    store.extend(
        ox.Quad(*triple) for triple in triples(hierarchy().serialize(format="nt", encoding="utf-8"))
    )
    shape = shapes().value(None, SH.sparql, constraint)
    focuses = targets(Graph().parse(path) + hierarchy(), shape)
    level = severity(shapes().value(shape, SH.severity))
    rows = [(row["this"] or ox.NamedNode(DATASET), value_in(row)) for row in answers(store, query)]
    return [
        Finding(local(constraint), level, str(this), str(value))
        for this, value in rows
        if str(this) in focuses
    ]


def answers(store: ox.Store, query: str) -> ox.QuerySolutions:
    rows = store.query(prologue() + query)
    assert isinstance(rows, ox.QuerySolutions)
    return rows


def value_in(row: ox.QuerySolution) -> object:
    try:
        return row["value"]
    except KeyError:
        return None


def triples(text: bytes) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)]


def targets(data: Graph, shape: Node | None) -> set[str]:
    """The focus nodes of a shape, as its targets name them."""
    nodes: set[Node] = set(shapes().objects(shape, SH.targetNode))
    for cls in shapes().objects(shape, SH.targetClass):
        for kind in data.transitive_subjects(RDFS.subClassOf, cls):
            nodes.update(data.subjects(RDF.type, kind))
    for path in shapes().objects(shape, SH.targetSubjectsOf):
        nodes.update(data.subjects(path, None))
    for path in shapes().objects(shape, SH.targetObjectsOf):
        nodes.update(data.objects(None, path))
    return {text_of(n) for n in nodes}


@cache
def shapes() -> Graph:
    graph = Graph()
    for path in sorted((ONTOLOGY / "shapes").glob("*.ttl")):
        graph.parse(path)
    return graph


@cache
def ontology() -> Graph:
    graph = Graph()
    for path in sorted(ONTOLOGY.glob("*.ttl")):
        graph.parse(path)
    return graph


@cache
def hierarchy() -> Graph:
    """What the ontology says of super-classes: all that the targets need of it."""
    graph = Graph()
    for triple in ontology().triples((None, RDFS.subClassOf, None)):
        graph.add(triple)
    assert len(graph) > 20
    return graph


@cache
def one_shape(number: str) -> Graph:
    """The shapes of one number, with the prefixes of their queries."""
    graph = Graph()
    for subject in set(shapes().subjects()):
        if subject == HEADER or (isinstance(subject, URIRef) and local(subject)[:4] == number):
            graph += shapes().cbd(subject)
    return graph


@cache
def prologue() -> str:
    pairs = [
        (shapes().value(d, SH.prefix), shapes().value(d, SH.namespace))
        for d in shapes().objects(HEADER, SH.declare)
    ]
    return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in pairs)


@cache
def constraints() -> frozenset[Node]:
    """All that can report: whatever carries messages or ought to."""
    kinds = (SH.PropertyShape, SH.SPARQLConstraint)
    return frozenset(
        {s for kind in kinds for s in shapes().subjects(RDF.type, kind)}
        | set(shapes().subjects(SH.message))
    )


def selects(number: str) -> list[tuple[Node, str]]:
    return [(s, str(q)) for s, q in shapes().subject_objects(SH.select) if local(s)[:4] == number]


def terms_of_queries() -> set[URIRef]:
    """The prefixed names in the queries, written out."""
    declared = re.findall(r"PREFIX ([\w-]+): <(.+)>", prologue())
    text = " ".join(re.sub(r'"[^"]*"', "", str(q)) for q in shapes().objects(None, SH.select))
    names = set(re.findall(r"(?<![\w-])([a-z-]+):([\w-]+)", text))
    return {URIRef(dict(declared)[prefix] + name) for prefix, name in names}


def messages_of(constraint: Node) -> list[Literal]:
    return [m for m in shapes().objects(constraint, SH.message) if isinstance(m, Literal)]


def severity(level: Node | None) -> str:
    return str(level).removeprefix(str(SH))


def local(shape: Node | None) -> str:
    return str(shape).removeprefix(SHAPES)
