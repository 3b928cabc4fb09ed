"""The 80 terms of ours: names, definitions, hierarchy, domains and ranges."""

from itertools import combinations
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from mfgraph.vocab import MF, PREFIXES, term

ONTOLOGY = NamedNode("https://w3id.org/mfgraph/ontology")
LANGUAGES = {"ar", "fr", "en"}
# class → super-classes
CLASSES = {
    "Breakdown": {"qb:Slice"},
    "Certification": {"prov:Entity"},
    "Choice": {"prov:Activity"},
    "Claim": {"prov:Entity"},
    "Correction": {"oa:Annotation"},
    "Excerpt": {"oa:ResourceSelection", "prov:Entity"},
    "LineOfAction": {"prov:Entity"},
    "Locator": {"oa:ResourceSelection", "prov:Entity"},
    "MicrocreditAssociation": {"org:FormalOrganization"},
    "OrganisationRelation": {"prov:Entity"},
    "Participation": {"prov:Entity"},
    "ReportedStatement": {"prov:Entity"},
    "SectorFederation": {"org:FormalOrganization"},
}
# property → kind, domain, range, super-property; None is left open on purpose
PROPERTIES: dict[str, tuple[str, str | None, str | None, str | None]] = {
    "activeSince": ("d", "org:Organization", None, None),
    "activity": ("o", None, "skos:Concept", None),
    "adoptedByGovernment": ("d", "schema:Legislation", None, None),
    "ageGroup": ("o", None, "skos:Concept", None),
    "asPrinted": ("d", None, None, None),
    "assertedBy": ("o", "mf:Claim", "prov:Agent", "prov:wasAttributedTo"),
    "assertionMode": ("o", "mf:Claim", "skos:Concept", None),
    "bulletinNumber": ("d", "schema:Legislation", None, None),
    "certainty": ("o", None, "skos:Concept", None),
    "certifier": ("o", "mf:Certification", "org:Organization", None),
    "choiceReason": ("o", "mf:Choice", "skos:Concept", None),
    "chosenClaim": ("o", "mf:Choice", "mf:Claim", None),
    "claimObject": ("o", "mf:Claim", None, None),
    "claimPredicate": ("o", "mf:Claim", None, None),
    "claimStatus": ("o", "mf:Claim", "skos:Concept", None),
    "claimSubject": ("o", "mf:Claim", None, None),
    "claimValue": ("d", "mf:Claim", None, None),
    "correctionReason": ("o", "mf:Correction", "skos:Concept", None),
    "counterparty": ("o", None, "prov:Agent", None),
    "dahirNumber": ("d", "schema:Legislation", None, None),
    "edition": ("d", None, None, None),
    "entryIntoForce": ("d", "schema:Legislation", None, None),
    "evidence": ("o", "mf:Claim", "oa:ResourceSelection", "prov:wasDerivedFrom"),
    "expectedTotal": ("d", "mf:Breakdown", None, None),
    "inEvent": ("o", "mf:Participation", None, None),
    "indicator": ("o", None, "skos:Concept", None),
    "legalBasis": ("o", None, "schema:Legislation", None),
    "licensed": ("d", "org:Organization", None, None),
    "lineOfAction": ("o", "org:Organization", "mf:LineOfAction", None),
    "loanType": ("o", None, "skos:Concept", None),
    "madeAt": ("o", "mf:ReportedStatement", None, None),
    "nationality": ("o", "org:Organization", None, None),
    "newName": ("d", "org:ChangeEvent", None, None),
    "notAfter": ("d", None, None, None),
    "notBefore": ("d", None, None, None),
    "onBehalfOf": ("o", "mf:Participation", "prov:Agent", None),
    "participant": ("o", "mf:Participation", "prov:Agent", None),
    "participationRole": ("o", "mf:Participation", "skos:Concept", None),
    "partneredWith": ("o", "org:Organization", "org:Organization", "org:linkedTo"),
    "passedOver": ("o", "mf:Choice", "mf:Claim", None),
    "phrase": ("d", "mf:Locator", None, None),
    "plannedLocation": ("o", None, None, None),
    "promulgated": ("d", "schema:Legislation", None, None),
    "published": ("d", "schema:Legislation", None, None),
    "publishedArabic": ("d", "schema:Legislation", None, None),
    "publishedFrench": ("d", "schema:Legislation", None, None),
    "purpose": ("o", None, "skos:Concept", None),
    "refOrganization": ("o", None, "prov:Agent", None),
    "relationFrom": ("o", "mf:OrganisationRelation", "prov:Agent", None),
    "relationTo": ("o", "mf:OrganisationRelation", None, None),
    "relationType": ("o", "mf:OrganisationRelation", "skos:Concept", None),
    "scope": ("o", None, "skos:Concept", None),
    "setting": ("o", None, "skos:Concept", None),
    "share": ("d", "mf:OrganisationRelation", None, None),
    "shareBasis": ("o", None, "skos:Concept", None),
    "speaker": ("o", "mf:ReportedStatement", "prov:Agent", "prov:wasAttributedTo"),
    "speakerCapacity": ("o", "mf:ReportedStatement", "org:Membership", None),
    "speechAct": ("o", "mf:ReportedStatement", "skos:Concept", None),
    "supports": ("o", "mf:Claim", None, None),
    "tabled": ("d", "schema:Legislation", None, None),
    "term": ("d", "time:ProperInterval", None, None),
    "theme": ("d", None, None, None),
    "unitCounted": ("o", None, "skos:Concept", None),
    "vacantDuring": ("o", "org:Post", None, None),
    "valueQualifier": ("o", None, "skos:Concept", None),
    "votedOn": ("d", "schema:Legislation", None, None),
    "weekday": ("o", None, "time:DayOfWeek", None),
}
DISJOINT = [
    "mf:Breakdown",
    "mf:Certification",
    "mf:Choice",
    "mf:Claim",
    "mf:Correction",
    "mf:Excerpt",
    "mf:LineOfAction",
    "mf:Locator",
    "mf:OrganisationRelation",
    "mf:Participation",
    "mf:ReportedStatement",
    "org:FormalOrganization",
]


def iri(node: object) -> str:
    assert isinstance(node, NamedNode)
    return node.value


def values(store: Store, subject: NamedNode, predicate: str) -> set[NamedNode]:
    found = store.quads_for_pattern(subject, term(predicate), None, None)
    return {q.object for q in found if isinstance(q.object, NamedNode)}


def tags(store: Store, subject: NamedNode, predicate: str) -> list[str]:
    found = store.quads_for_pattern(subject, term(predicate), None, None)
    return sorted(q.object.language or "" for q in found if isinstance(q.object, Literal))


def instances(store: Store, kind: str) -> set[str]:
    found = store.quads_for_pattern(None, term("rdf:type"), term(kind), None)
    return {iri(q.subject).removeprefix(MF) for q in found if iri(q.subject).startswith(MF)}


def some(curie: str | None) -> set[NamedNode]:
    return {term(curie)} if curie else set()


def test_all_classes_and_properties_are_counted(terms: Store) -> None:
    assert instances(terms, "owl:Class") == CLASSES.keys()
    assert len(CLASSES) == 13
    by_kind = {kind: {n for n, p in PROPERTIES.items() if p[0] == kind} for kind in "od"}
    assert instances(terms, "owl:ObjectProperty") == by_kind["o"]
    assert instances(terms, "owl:DatatypeProperty") == by_kind["d"]
    assert len(by_kind["o"]) == 44
    assert len(by_kind["d"]) == 23
    subjects = {q.subject.value for q in terms if q.subject.value.startswith(MF)}
    assert len(subjects) == 80


@pytest.mark.parametrize("name", [*CLASSES, *PROPERTIES])
def test_label_and_definition_in_three_languages(terms: Store, name: str) -> None:
    for predicate in ("rdfs:label", "skos:definition"):
        assert tags(terms, term(f"mf:{name}"), predicate) == sorted(LANGUAGES)
    assert values(terms, term(f"mf:{name}"), "rdfs:isDefinedBy") == {ONTOLOGY}


def test_labels_tell_the_terms_apart_in_each_language(terms: Store) -> None:
    labels: dict[tuple[str, str], set[str]] = {}
    for q in terms.quads_for_pattern(None, term("rdfs:label"), None, None):
        if iri(q.subject).startswith(MF) and isinstance(q.object, Literal):
            key = (q.object.language or "", q.object.value)
            labels.setdefault(key, set()).add(iri(q.subject))
    assert {key: found for key, found in labels.items() if len(found) > 1} == {}
    assert len(labels) == 240


@pytest.mark.parametrize("name", CLASSES)
def test_super_classes(terms: Store, name: str) -> None:
    expected = {term(curie) for curie in CLASSES[name]}
    assert values(terms, term(f"mf:{name}"), "rdfs:subClassOf") == expected


@pytest.mark.parametrize("name", PROPERTIES)
def test_domain_range_and_super_property(terms: Store, name: str) -> None:
    _, domain, range_, above = PROPERTIES[name]
    subject = term(f"mf:{name}")
    assert values(terms, subject, "rdfs:domain") == some(domain)
    assert values(terms, subject, "rdfs:range") == some(range_)
    assert values(terms, subject, "rdfs:subPropertyOf") == some(above)


def test_disjoint_in_pairs(terms: Store) -> None:
    found = terms.quads_for_pattern(None, term("owl:disjointWith"), None, None)
    pairs = [frozenset({str(q.subject), str(q.object)}) for q in found]
    expected = {frozenset({str(term(a)), str(term(b))}) for a, b in combinations(DISJOINT, 2)}
    assert len(pairs) == 66
    assert set(pairs) == expected


def test_partnership_goes_both_ways(terms: Store) -> None:
    found = terms.quads_for_pattern(None, term("rdf:type"), term("owl:SymmetricProperty"), None)
    assert [q.subject for q in found] == [term("mf:partneredWith")]


def test_terms_are_sorted_in_their_file(term_files: list[Path]) -> None:
    path = next(p for p in term_files if p.name == "mfgraph.ttl")
    lines = path.read_text("utf-8").splitlines()
    names = [line.split()[0] for line in lines if line.startswith("mf:")]
    assert names == sorted(names)
    assert len(names) == 80


def test_header(terms: Store) -> None:
    for predicate in ("dcterms:title", "dcterms:description"):
        assert tags(terms, ONTOLOGY, predicate) == sorted(LANGUAGES)
    version = NamedNode("https://w3id.org/mfgraph/ontology/0.2.0")
    assert values(terms, ONTOLOGY, "owl:versionIRI") == {version}
    licence = NamedNode("https://creativecommons.org/licenses/by/4.0/")
    assert values(terms, ONTOLOGY, "dcterms:license") == {licence}
    day = Literal("2026-11-24", datatype=NamedNode(PREFIXES["xsd"] + "date"))
    literals = {
        "owl:versionInfo": Literal("0.2.0"),
        "dcterms:creator": Literal("mfgraph maintainers"),
        "dcterms:created": day,
        "dcterms:issued": day,
        "dcterms:modified": day,
        "vann:preferredNamespacePrefix": Literal("mf"),
        "vann:preferredNamespaceUri": Literal(MF),
    }
    for predicate, expected in literals.items():
        found = terms.quads_for_pattern(ONTOLOGY, term(predicate), None, None)
        assert [q.object for q in found] == [expected]


def test_alignments_are_matches_only(term_files: list[Path]) -> None:
    path = next(p for p in term_files if p.name == "alignments.ttl")
    quads = list(parse(path=str(path), format=RdfFormat.TURTLE))
    assert len(quads) == 24
    assert {q.predicate for q in quads} == {
        term("skos:closeMatch"),
        term("skos:broadMatch"),
        term("skos:relatedMatch"),
    }
