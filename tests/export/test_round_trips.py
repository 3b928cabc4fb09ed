"""Each RDF format, read back by Oxigraph and by rdflib, says what it should and nothing else."""

import warnings
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Final

import pytest
import rdflib
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)

from mfgraph.build import Built
from mfgraph.export import canonical_form, content
from mfgraph.vocab import term

GRAPHS: Final = {
    "turtle": (RdfFormat.TURTLE, "turtle"),
    "ntriples": (RdfFormat.N_TRIPLES, "nt"),
    "rdfxml": (RdfFormat.RDF_XML, "xml"),
    "jsonld": (RdfFormat.JSON_LD, "json-ld"),
}
DATASETS: Final = {
    "trig": (RdfFormat.TRIG, "trig"),
    "nquads": (RdfFormat.N_QUADS, "nquads"),
    "canonical": (RdfFormat.N_QUADS, "nquads"),
}
SEED: Final = NamedNode("https://w3id.org/mfgraph/graph/source/almassae-324458")


def triples(quads: Iterable[Quad]) -> AbstractSet[Triple]:
    return {Triple(q.subject, q.predicate, q.object) for q in quads}


def read_by_rdflib(document: bytes, name: str) -> AbstractSet[Quad]:
    with warnings.catch_warnings():
        # rdflib 7.6 calls its own deprecated properties when a Dataset parses.
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset = rdflib.Dataset()
        dataset.parse(data=document, format=name)
        written = dataset.serialize(format="nquads")
    return set(parse(written.encode(), format=RdfFormat.N_QUADS))


@pytest.fixture(autouse=True)
def literals_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    # Unless told not to, rdflib reads "58"^^xsd:decimal as 58.0.
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


@pytest.mark.parametrize("name", GRAPHS)
def test_a_graph_format_holds_the_resolved_view(seed_built: Built, name: str) -> None:
    expected = triples(seed_built.store.quads(DefaultGraph()))
    assert len(expected) > 500
    assert expected == triples(parse(content(seed_built, name), format=GRAPHS[name][0]))


@pytest.mark.parametrize("name", GRAPHS)
def test_a_full_graph_format_holds_every_graph_as_one(seed_built: Built, name: str) -> None:
    expected = triples(seed_built.files) | triples(seed_built.store.quads())
    found = triples(parse(content(seed_built, name, full=True), format=GRAPHS[name][0]))
    assert expected == found


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("name", GRAPHS)
def test_rdflib_reads_the_same_graph(seed_built: Built, name: str, full: bool) -> None:  # noqa: FBT001  (a test parameter)
    document = content(seed_built, name, full=full)
    expected = triples(parse(document, format=GRAPHS[name][0]))
    assert expected == triples(read_by_rdflib(document, GRAPHS[name][1]))


@pytest.mark.parametrize("name", DATASETS)
def test_a_dataset_format_holds_what_files_say_and_what_was_built(
    seed_built: Built, name: str
) -> None:
    expected = set(seed_built.files) | set(seed_built.store.quads())
    assert expected == set(parse(content(seed_built, name), format=DATASETS[name][0]))


@pytest.mark.parametrize("name", DATASETS)
def test_rdflib_reads_the_same_dataset(seed_built: Built, name: str) -> None:
    document = content(seed_built, name)
    expected = set(parse(document, format=DATASETS[name][0]))
    assert expected == read_by_rdflib(document, DATASETS[name][1])


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        (
            "observation:almassae-324458--share-sex-within-activity--crafts-f",
            "sdmx-measure:obsValue",
            Literal("75.18", datatype=term("xsd:decimal")),
        ),
        (
            "observation:almassae-324458--share-sex-within-activity--crafts-f",
            "mf:asPrinted",
            Literal("18 . 75"),
        ),
        (
            "observation:almassae-324458--share-by-activity--commerce",
            "sdmx-measure:obsValue",
            Literal("58", datatype=term("xsd:decimal")),
        ),
        (
            "claim:almassae-324458-c06",
            "mf:claimValue",
            Literal("XXXX-09", datatype=term("edtf:EDTF")),
        ),
        (
            "claim:almassae-324458-c34",
            "mf:claimValue",
            Literal("2001-10-04", datatype=term("edtf:EDTF")),
        ),
        (
            "excerpt:almassae-324458-1/0-44#quote",
            "oa:exact",
            Literal("نظمت الفيدرالية الوطنية لجمعية القروض الصغرى"),
        ),
    ],
)
@pytest.mark.parametrize("name", ["nquads", "trig", "canonical"])
def test_literals_of_the_seed_are_spelled_as_in_its_file(
    seed_built: Built, name: str, subject: str, predicate: str, value: Literal
) -> None:
    quads = set(parse(content(seed_built, name), format=DATASETS[name][0]))
    assert Quad(term(subject), term(predicate), value, SEED) in quads


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("spelled", ["58.0", "007", "+1", "75.180"])
def test_a_spelling_that_the_store_rewrites_comes_back_as_the_files_have_it(
    holding: Callable[..., Built], name: str, spelled: str
) -> None:
    kind = "decimal" if "." in spelled else "integer"
    value = Literal(spelled, datatype=term(f"xsd:{kind}"))
    thing, says = term("statement:x"), term("schema:numberOfItems")
    seed_built = holding([Quad(thing, says, value, SEED)], [Quad(thing, says, value)])
    assert value not in {quad.object for quad in seed_built.store.quads()}
    for full in (False, True):
        found = set(parse(content(seed_built, name, full=full), format=GRAPHS[name][0]))
        assert found == {Quad(thing, says, value)}


def test_two_spellings_of_one_number_both_stay_where_they_were_said(
    holding: Callable[..., Built],
) -> None:
    thing, says = term("statement:x"), term("schema:numberOfItems")
    spellings = [Literal(text, datatype=term("xsd:decimal")) for text in ("58", "58.0")]
    seed_built = holding([Quad(thing, says, value, SEED) for value in spellings])
    assert set(parse(content(seed_built, "nquads"), format=RdfFormat.N_QUADS)) == {
        Quad(thing, says, value, SEED) for value in spellings
    }


@pytest.mark.parametrize("name", [*GRAPHS, *DATASETS])
def test_text_that_is_hard_to_write_comes_back(holding: Callable[..., Built], name: str) -> None:
    hard = 'a "quote"\nand a\ttab \\ back, @prefix x: <y> .\n\n«مركز» <b> & ]]> {\n}'
    thing, says = term("excerpt:almassae-324458-1/0-104#quote"), term("oa:exact")
    quads = [
        Quad(thing, says, Literal(hard)),
        Quad(thing, says, Literal(hard, language="ar")),
        Quad(thing, says, NamedNode("https://example.org/a_(b),c;d'e%20f?g=h&i#j")),
        Quad(thing, says, BlankNode("somebody")),
        Quad(BlankNode("somebody"), term("rdf:type"), term("foaf:Person")),
    ]
    seed_built = holding([], quads)
    written = {**GRAPHS, **DATASETS}[name][0]
    found = parse(content(seed_built, name), format=written)
    assert canonical_form(quads) == canonical_form(found)


def test_an_empty_dataset_is_written_as_nothing(holding: Callable[..., Built]) -> None:
    for name in ("turtle", "ntriples", "trig", "nquads", "canonical"):
        assert content(holding([]), name) == b""


def test_rdf_xml_declares_the_prefixes_of_its_elements_alone(seed_built: Built) -> None:
    head = content(seed_built, "rdfxml").decode().split("\n", 2)[1]
    assert 'xmlns:schema="https://schema.org/"' in head
    assert "xmlns:activity=" not in head
