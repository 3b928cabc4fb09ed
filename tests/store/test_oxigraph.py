"""A store answers what it holds, in memory and on disk alike, and says plainly when it cannot."""

from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import BlankNode, Dataset, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from mfgraph.errors import QueryError, StoreError
from mfgraph.store import OxigraphStore, Store

# The same observation in two graphs, as a source's record stands in its graph and in the view.
QUADS: Final = tuple(
    parse(
        """
        @prefix ex: <https://example.org/> .
        ex:o1 ex:share 58 .
        ex:o2 ex:share 42 .
        ex:b { ex:o1 ex:share 58 . ex:claim ex:supports ex:o1 . }
        ex:a { ex:o2 ex:says "الأنشطة"@ar . }
        """,
        format=RdfFormat.TRIG,
    )
)


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    held = OxigraphStore.of(QUADS)
    if request.param == "memory":
        return held
    held.save(tmp_path / "store")
    return OxigraphStore.open(tmp_path / "store")


def test_a_select_is_answered_from_the_default_graph(store: Store) -> None:
    rows = store.select("SELECT ?o ?share { ?o <https://example.org/share> ?share } ORDER BY ?o")
    assert [(row["o"], row["share"]) for row in rows] == [
        (NamedNode("https://example.org/o1"), Literal(58)),
        (NamedNode("https://example.org/o2"), Literal(42)),
    ]


def test_a_named_graph_is_asked_by_name(store: Store) -> None:
    rows = store.select("SELECT ?g { GRAPH ?g { ?s ?p 58 } }")
    assert [row["g"] for row in rows] == [NamedNode("https://example.org/b")]


def test_an_ask_holds_or_not(store: Store) -> None:
    assert store.ask("ASK { ?s ?p 58 }") is True
    assert store.ask("ASK { ?s ?p 59 }") is False


def test_a_construct_gives_triples(store: Store) -> None:
    triples = store.construct("CONSTRUCT { ?o a <https://example.org/T> } WHERE { ?o ?p 42 }")
    assert [str(triple.subject) for triple in triples] == ["<https://example.org/o2>"]


def test_graphs_are_in_the_order_of_their_names(store: Store) -> None:
    assert [graph.value for graph in store.graphs()] == [
        "https://example.org/a",
        "https://example.org/b",
    ]


def test_quads_are_those_of_one_graph_or_of_all(store: Store) -> None:
    assert set(store.quads()) == set(QUADS)
    assert len(list(store.quads(DefaultGraph()))) == 2
    assert len(list(store.quads(NamedNode("https://example.org/b")))) == 2
    assert list(store.quads(NamedNode("https://example.org/nowhere"))) == []


def test_merged_graphs_hold_each_triple_once(store: Store) -> None:
    merged = OxigraphStore.merged(store)
    (row,) = merged.select("SELECT (SUM(?share) AS ?sum) { ?o <https://example.org/share> ?share }")
    assert row["sum"] == Literal(100)
    assert merged.graphs() == []
    assert {quad.triple for quad in merged.quads()} == {quad.triple for quad in QUADS}
    assert len(list(merged.quads())) == 4


@pytest.mark.parametrize("bulk", [1, 2, 3, 4, 5, 6])
def test_a_store_is_saved_whole_in_bulks_of_any_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bulk: int
) -> None:
    monkeypatch.setattr("mfgraph.store.oxigraph._BULK", bulk)
    made = OxigraphStore.of(QUADS)
    made.save(tmp_path / "store")
    saved = set(OxigraphStore.open(tmp_path / "store").quads())
    assert saved == set(made.quads())
    assert len(saved) == len(set(QUADS)) == 5


def test_a_store_on_disk_has_its_graphs_in_one_file_too(tmp_path: Path) -> None:
    OxigraphStore.of(QUADS).save(tmp_path / "store")
    held = OxigraphStore.open(tmp_path / "store")
    assert held.written is not None
    assert Dataset(parse(path=held.written)) == Dataset(Quad(*quad.triple) for quad in QUADS)


def test_a_store_of_an_earlier_version_is_read_without_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    OxigraphStore.of(QUADS).save(folder)
    (folder / "graphs.ttl").unlink()
    with pytest.raises(StoreError, match=r"graphs\.ttl is not as it was written"):
        OxigraphStore.open(folder)
    sizes = (folder / "SIZES").read_text().splitlines(keepends=True)
    (folder / "SIZES").write_text("".join(s for s in sizes if not s.endswith(" graphs.ttl\n")))
    held = OxigraphStore.open(folder)
    assert held.written is None
    assert len(list(OxigraphStore.merged(held).quads())) == 4


def test_merged_graphs_keep_each_value_as_the_store_gives_it(tmp_path: Path) -> None:
    example, said = NamedNode("https://example.org/o"), NamedNode("https://example.org/says")
    values = (
        Literal('line\nbreak "quoted" \\ «\u00a0»'),
        Literal("الأنشطة", language="ar"),
        Literal("1.0E0", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#double")),
        Literal("58.50", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal")),
        Literal("2001-10", datatype=NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")),
        Literal("none", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
        NamedNode("https://example.org/a(b)?c=%D9%82&d#e"),
    )
    OxigraphStore.of(Quad(example, said, value) for value in values).save(tmp_path / "store")
    held = OxigraphStore.open(tmp_path / "store")
    assert set(OxigraphStore.merged(held).quads()) == set(held.quads())
    assert len(set(held.quads())) == len(values)


@pytest.mark.parametrize(
    ("method", "query", "form"),
    [
        ("select", "ASK {}", "SELECT"),
        ("select", "CONSTRUCT WHERE { ?s ?p ?o }", "SELECT"),
        ("ask", "SELECT * {}", "ASK"),
        ("ask", "DESCRIBE <https://example.org/o1>", "ASK"),
        ("construct", "SELECT * {}", "CONSTRUCT or DESCRIBE"),
    ],
)
def test_another_form_is_refused(store: Store, method: str, query: str, form: str) -> None:
    with pytest.raises(QueryError) as caught:
        getattr(store, method)(query)
    assert str(caught.value) == f"this needs a {form} query, and got another form"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s { ?s ?p }",
        "SELECT ?s { ?s unknown:p ?o }",
        "SELECT",
        "",
        "INSERT DATA { <https://example.org/s> <https://example.org/p> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { ?s ?p '\udcff' }",
    ],
)
def test_what_is_not_a_query_is_an_error_of_the_query(store: Store, query: str) -> None:
    before = set(store.quads())
    with pytest.raises(QueryError):
        store.select(query)
    assert set(store.quads()) == before


# The parser names the place behind the token that it could not read.
@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?s {\n ?s ?p }", "not SPARQL near line 2, column 9"),
        ("SELECT", "not SPARQL near line 1, column 7"),
        ("", "not SPARQL near line 1, column 1"),
        ("ASK {\n ?s org:member ?o }", "the prefix org: is not declared"),
        ("PREFIX org: <http://e.org/> ASK { ?s :p ?o }", "the prefix : is not declared"),
        (
            "PREFIX org: <http://e.org/> ASK { ?s org:p 'org2:p' # org3:p\n }}",
            "not SPARQL near line 2, column 4",
        ),
        (
            "SELECT ?x (COUNT(*) AS ?n) { ?x a ?y }",
            "not SPARQL near line 1, column 39 (The SELECT contains a variable that is unbound)",
        ),
        ("ASK { ?s <relative> ?o }", "not SPARQL near line 1, column 20 (IRI parsing failed)"),
    ],
)
def test_a_syntax_error_says_what_and_near_which_place(query: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        OxigraphStore.of([]).query(query)
    assert str(caught.value) == message


def test_an_answer_that_cannot_be_had_is_an_error_of_the_query(store: Store) -> None:
    with pytest.raises(QueryError, match="cannot be answered"):
        store.ask("ASK { SERVICE <http://localhost:1/> { ?s ?p ?o } }")


def test_a_store_is_opened_for_reading_by_several(tmp_path: Path) -> None:
    OxigraphStore.of(QUADS).save(tmp_path / "store")
    first, second = (OxigraphStore.open(tmp_path / "store") for _ in range(2))
    assert set(first.quads()) == set(second.quads()) == set(QUADS)
    with pytest.raises(RuntimeError, match="read-write"):
        first.inner.add(Quad(BlankNode(), NamedNode("https://example.org/p"), Literal(1)))


@pytest.mark.parametrize("content", [None, b"", b"not a store"])
def test_what_is_no_store_cannot_be_opened(tmp_path: Path, content: bytes | None) -> None:
    folder = tmp_path / "store"
    if content is not None:
        folder.mkdir()
        (folder / "CURRENT").write_bytes(content)
    with pytest.raises(StoreError) as caught:
        OxigraphStore.open(folder)
    assert caught.value.where == str(folder)
    assert caught.value.message.startswith("cannot read the store: ")


def test_a_store_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot write the store: "):
        OxigraphStore.of(QUADS).save(tmp_path / "file" / "store")
    assert (tmp_path / "file").is_file()
