"""OWL: inside the profiles RL and DL, and without contradiction; each test can fail."""

from pathlib import Path
from typing import Any

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from pyowl2_profiles import detect_profiles
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib import Graph, URIRef

from mfgraph.vocab import MF, PREFIXES, term

ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
# What OWL can say that the files may say: everything else is left to the shapes.
ALLOWED = {"disjointWith", "priorVersion", "versionIRI", "versionInfo"}
ALLOWED_KINDS = {
    "AnnotationProperty",
    "Class",
    "DatatypeProperty",
    "ObjectProperty",
    "Ontology",
    "SymmetricProperty",
}
# A statement outside OWL 2 RL: an existential on the super-class side.
OUTSIDE_RL = b"""
@prefix mf: <https://w3id.org/mfgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
mf:Claim rdfs:subClassOf <urn:all-that-have-evidence> .
<urn:all-that-have-evidence> a owl:Class ;
    owl:equivalentClass [
        a owl:Restriction ; owl:onProperty mf:evidence ; owl:someValuesFrom mf:Excerpt ] .
mf:Excerpt rdfs:subClassOf [
    a owl:Restriction ; owl:onProperty mf:supports ; owl:someValuesFrom mf:Excerpt ] .
"""
CLASH = """
@prefix mf: <https://w3id.org/mfgraph/ontology#> .
<https://w3id.org/mfgraph/id/claim/almassae-324458-c34> a mf:Claim , mf:Excerpt .
"""


def profiles(quads: list[Quad]) -> dict[str, Any]:
    store = Store()
    store.extend(quads)
    found: dict[str, Any] = detect_profiles(store)
    return found


def closure(files: list[Path], extra: str = "") -> Graph:
    graph = Graph()
    for path in files:
        graph.parse(path)
    graph.parse(data=extra, format="turtle")
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    return graph


@pytest.mark.parametrize("profile", ["rl", "dl"])
def test_inside_the_profile(terms: Store, profile: str) -> None:
    verdict = profiles(list(terms))[profile]
    assert verdict["violations_by_axiom_type"] == {}
    assert verdict["in_profile"] is True


def test_an_existential_above_a_class_is_seen_to_leave_rl(terms: Store) -> None:
    outside = parse(input=OUTSIDE_RL, format=RdfFormat.TURTLE)
    verdict = profiles([*terms, *outside])["rl"]
    assert verdict["in_profile"] is False
    assert verdict["total_violations"] > 0


def test_owl_is_used_for_little(terms: Store) -> None:
    owl = PREFIXES["owl"]
    used = {q.predicate.value.removeprefix(owl) for q in terms if q.predicate.value.startswith(owl)}
    assert used == ALLOWED
    kinds = {
        q.object.value.removeprefix(owl)
        for q in terms.quads_for_pattern(None, term("rdf:type"), None, None)
        if isinstance(q.object, NamedNode) and q.object.value.startswith(owl)
    }
    assert kinds == ALLOWED_KINDS


def test_a_range_is_a_class_never_a_datatype(terms: Store) -> None:
    classes = {
        q.subject for q in terms.quads_for_pattern(None, term("rdf:type"), term("owl:Class"), None)
    }
    for predicate in ("rdfs:domain", "rdfs:range"):
        found = list(terms.quads_for_pattern(None, term(predicate), None, None))
        assert found
        assert {q.object for q in found} <= classes
        # Two domains would mean both.
        assert len({q.subject for q in found}) == len(found)


def test_a_term_is_of_one_kind(terms: Store) -> None:
    kinds = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
    seen: dict[str, str] = {}
    for kind in kinds:
        found = terms.quads_for_pattern(None, term("rdf:type"), term(f"owl:{kind}"), None)
        for q in found:
            assert seen.setdefault(str(q.subject), kind) == kind
    assert seen[f"<{MF}Claim>"] == "Class"


def test_no_contradiction_follows_from_the_terms_the_examples_and_the_data(
    term_files: list[Path], example_files: list[Path], data_files: list[Path]
) -> None:
    graph = closure([*term_files, *example_files, *data_files])
    assert list(graph.subjects(None, ERROR)) == []
    # The closure did its work: what supports an event is a claim, and evidence is derivation.
    claim = URIRef("https://w3id.org/mfgraph/id/claim/almassae-324458-c34")
    excerpt = URIRef("https://w3id.org/mfgraph/id/excerpt/almassae-324458-1/1686-1749")
    assert (claim, URIRef(PREFIXES["prov"] + "wasDerivedFrom"), excerpt) in graph
    fnam = URIRef("https://w3id.org/mfgraph/id/org/fnam")
    organization = URIRef(PREFIXES["org"] + "FormalOrganization")
    assert (fnam, URIRef(PREFIXES["rdf"] + "type"), organization) in graph


def test_a_claim_that_is_an_excerpt_is_a_contradiction(term_files: list[Path]) -> None:
    graph = closure(term_files, CLASH)
    assert len(set(graph.subjects(None, ERROR))) == 1
