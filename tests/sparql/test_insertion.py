"""A derivation as an update gives the very triples that it gives as a question."""

from typing import Final

import pytest
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse

from mfgraph.build import Built
from mfgraph.errors import QueryError
from mfgraph.resolve import steps
from mfgraph.sparql import insertion
from mfgraph.store import OxigraphStore
from mfgraph.vocab import DERIVED_GRAPH

EX: Final = "PREFIX ex: <https://example.org/>\n"
TRIG: Final = """
@prefix ex: <https://example.org/> .
ex:a ex:knows ex:b , ex:c .
ex:said { ex:b ex:knows ex:a . }
"""


def triples(store: OxigraphStore, graph: NamedNode | DefaultGraph) -> set[Triple]:
    return {quad.triple for quad in store.quads(graph)}


def made() -> OxigraphStore:
    return OxigraphStore.of(parse(TRIG, format=RdfFormat.TRIG))


def test_every_derivation_of_the_repository_gives_the_same_triples(seed_built: Built) -> None:
    derivations = steps(seed_built.workspace)
    assert len(derivations) >= 9
    for step in derivations:
        store = OxigraphStore.of(seed_built.store.quads())
        before = {graph: triples(store, graph) for graph in step.graphs}
        asked = set(store.construct(step.query.text))
        store.derive(step.query.text, step.graphs)
        for graph in step.graphs:
            assert triples(store, graph) == before[graph] | asked, step.query.name


@pytest.mark.parametrize(
    "query",
    [
        "CONSTRUCT { ?x ex:met ?y } WHERE { ?x ex:knows ?y }",
        "construct { ?x ex:met ?y } { ?x ex:knows ?y }",
        "CONSTRUCT { ?x ex:met ?y . ?y ex:met ?x # both } \n } WHERE { ?x ex:knows ?y }",
        "CONSTRUCT { ?x ex:says '} WHERE {' , \"CONSTRUCT {\" } WHERE { ?x ex:knows ?y }",
        "CONSTRUCT { ?x ex:met ?y } WHERE { GRAPH ?where { ?x ex:knows ?y } }",
        "CONSTRUCT {} WHERE { ?x ex:knows ?y }",
        "# CONSTRUCT { nothing }\nCONSTRUCT { ?x a ex:construct } WHERE { ?x ex:knows ?y } # end",
    ],
)
@pytest.mark.parametrize("graphs", [(DefaultGraph(),), (DefaultGraph(), DERIVED_GRAPH)])
def test_however_it_is_written(query: str, graphs: tuple[NamedNode | DefaultGraph, ...]) -> None:
    store, asked = made(), set(made().construct(EX + query))
    store.derive(EX + query, graphs)
    expected = {
        Quad(triple.subject, triple.predicate, triple.object, graph)
        for triple in asked
        for graph in graphs
    }
    assert set(store.quads()) == set(made().quads()) | expected
    assert bool(expected) == ("{}" not in query)


def test_what_a_template_names_for_itself_is_one_thing_in_both_graphs() -> None:
    store = made()
    graphs = (DefaultGraph(), DERIVED_GRAPH)
    store.derive(EX + "CONSTRUCT { _:it ex:of ?x } WHERE { ?x ex:knows ex:b }", graphs)
    of = NamedNode("https://example.org/of")
    found = [quad for quad in store.quads() if quad.predicate == of]
    assert len(found) == 2
    assert len({quad.subject for quad in found}) == 1
    assert isinstance(found[0].subject, BlankNode)


@pytest.mark.parametrize(
    "query",
    [
        "CONSTRUCT WHERE { ?x ex:knows ?y }",
        "CONSTRUCT { ?x ex:met ?y } WHERE { ?x ex:knows ?y } LIMIT 1",
        "CONSTRUCT { ?x ex:met ?y } FROM ex:said WHERE { ?x ex:knows ?y }",
        "DESCRIBE ex:a",
    ],
)
def test_another_form_is_refused_and_adds_nothing(query: str) -> None:
    store = made()
    with pytest.raises(QueryError) as caught:
        store.derive(EX + query, [DefaultGraph()])
    assert str(caught.value) == (
        "a derivation is written CONSTRUCT { … } WHERE { … }, and ends there"
    )
    assert set(store.quads()) == set(made().quads())


@pytest.mark.parametrize("query", ["", "CONSTRUCT", "CONSTRUCT {", "CONSTRUCT { } WHERE", "ASK {}"])
def test_what_is_no_query_is_refused(query: str) -> None:
    with pytest.raises(QueryError):
        insertion(query, [DefaultGraph()])


def test_a_fault_is_told_of_the_query_as_it_is_written() -> None:
    query = "CONSTRUCT { ?x ex:met ?y }\nWHERE { ?x ex:knows }"
    with pytest.raises(QueryError, match="near line 3, column 21"):
        made().derive(EX + query, [DefaultGraph(), DERIVED_GRAPH])
    with pytest.raises(QueryError, match="this needs a CONSTRUCT"):
        made().derive(EX + "ASK { ?x ex:knows ?y }", [DefaultGraph()])
