"""The VoID and DCAT description: its counts are those that rdflib finds, and it knows no clock."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
import rdflib
from rdflib import DCAT, DCTERMS, RDF, RDFS, VOID, Graph, Namespace, URIRef
from rdflib.term import Node

from mfgraph.build import Built
from mfgraph.errors import ExportError
from mfgraph.export import EXPORTS, content
from mfgraph.workspace import Workspace

DATASET: Final = URIRef("https://w3id.org/mfgraph/id/dataset/mfgraph")
MEDIA: Final = Namespace("https://www.iana.org/assignments/media-types/")


@pytest.fixture(scope="module")
def void(seed_built: Built) -> Graph:
    return Graph().parse(data=content(seed_built, "void"), format="turtle")


@pytest.fixture(scope="module")
def view(seed_built: Built) -> Graph:
    """The resolved view as rdflib reads it, literals as they are spelled."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rdflib, "NORMALIZE_LITERALS", False)
        return Graph().parse(data=content(seed_built, "ntriples"), format="nt")


def number(void: Graph, subject: Node, predicate: URIRef) -> int:
    return int(str(void.value(subject, predicate, any=False)))


def parts(void: Graph, kind: URIRef, about: URIRef, count: URIRef) -> Mapping[Node | None, int]:
    return {
        void.value(part, about): number(void, part, count) for part in void.objects(DATASET, kind)
    }


def test_the_dataset_is_counted_as_rdflib_counts_it(void: Graph, view: Graph) -> None:
    assert number(void, DATASET, VOID.triples) == len(view)
    assert number(void, DATASET, VOID.distinctSubjects) == len(set(view.subjects()))
    assert number(void, DATASET, VOID.distinctObjects) == len(set(view.objects()))
    assert number(void, DATASET, VOID.properties) == len(set(view.predicates()))
    assert number(void, DATASET, VOID.classes) == len(set(view.objects(None, RDF.type)))


def test_each_class_has_its_partition(void: Graph, view: Graph) -> None:
    expected = Counter(view.objects(None, RDF.type))
    assert parts(void, VOID.classPartition, VOID["class"], VOID.entities) == expected


def test_each_property_has_its_partition(void: Graph, view: Graph) -> None:
    expected = Counter(predicate for _, predicate, _ in view)
    assert parts(void, VOID.propertyPartition, VOID.property, VOID.triples) == expected


def test_the_seed_has_two_people_and_eight_figures(void: Graph) -> None:
    found = parts(void, VOID.classPartition, VOID["class"], VOID.entities)
    assert found[URIRef("http://xmlns.com/foaf/0.1/Person")] == 2
    assert found[URIRef("http://purl.org/linked-data/cube#Observation")] == 8


def test_each_named_graph_is_a_subset_with_its_size(void: Graph, seed_built: Built) -> None:
    expected = Counter(
        URIRef(graph.value)
        for graph in seed_built.store.graphs()
        for _ in seed_built.store.quads(graph)
    )
    found = {graph: number(void, graph, VOID.triples) for graph in void[DATASET : VOID.subset]}
    assert found == expected
    assert len(found) >= 4


def test_title_in_three_languages_and_license(void: Graph) -> None:
    titles = {title.language: str(title) for title in void[DATASET : DCTERMS.title]}
    assert titles == {
        "ar": "بيان معارف التمويل الأصغر بالمغرب",
        "fr": "Graphe de connaissances de la microfinance au Maroc",
        "en": "Knowledge graph of microfinance in Morocco",
    }
    license_iri = URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert void.value(DATASET, DCTERMS.license, any=False) == license_iri


def test_each_format_is_a_distribution(void: Graph) -> None:
    nodes = list(void[DATASET : DCAT.distribution])
    assert len(nodes) == len(EXPORTS) == 9
    assert Counter(void.value(node, DCAT.mediaType) for node in nodes) == {
        MEDIA["text/turtle"]: 2,
        MEDIA["application/n-quads"]: 2,
        MEDIA["application/trig"]: 1,
        MEDIA["application/n-triples"]: 1,
        MEDIA["application/ld+json"]: 1,
        MEDIA["application/rdf+xml"]: 1,
        MEDIA["text/csv"]: 1,
    }


def test_no_date_is_made_up(void: Graph) -> None:
    assert not list(void.subject_objects(DCTERMS.issued))
    assert not list(void.subject_objects(DCTERMS.modified))
    assert not list(void.subject_objects(RDFS.comment))


def test_dates_that_the_workspace_gives_are_said(seed_built: Built, tmp_path: Path) -> None:
    settings = (seed_built.workspace.root / "mfgraph.toml").read_text(encoding="utf-8")
    dated = settings.replace("[dataset]\n", "[dataset]\nissued = 2001-10-04\n")
    (tmp_path / "mfgraph.toml").write_text(dated, encoding="utf-8")
    (tmp_path / "queries").symlink_to(seed_built.workspace.queries)
    other = Built(Workspace(tmp_path), seed_built.store)
    other.__dict__["files"] = seed_built.files
    assert b'dcterms:issued "2001-10-04"^^xsd:date' in content(other, "void")


def test_a_workspace_that_does_not_say_what_it_is_is_refused(
    seed_built: Built, tmp_path: Path
) -> None:
    (tmp_path / "mfgraph.toml").write_text('name = "mfgraph"\n')
    with pytest.raises(ExportError, match="does not say what the dataset is: 'base'; it needs"):
        content(Built(Workspace(tmp_path), seed_built.store), "void")
