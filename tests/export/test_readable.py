"""Turtle and TriG are made for reading: one block a subject, its type first, no idle prefix."""

import re
from collections.abc import Callable
from typing import Final

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from mfgraph.build import Built
from mfgraph.export import content
from mfgraph.vocab import PREFIXES, term

_STRINGS_AND_IRIS: Final = re.compile(r'"(?:[^"\\]|\\.)*"|<[^>]*>')


def head_and_body(document: bytes) -> tuple[list[str], list[str]]:
    lines = document.decode().split("\n")
    head = [line for line in lines if line.startswith("@prefix ")]
    return head, lines[len(head) :]


def test_a_small_graph_looks_as_a_person_would_write_it(holding: Callable[..., Built]) -> None:
    fnam, casablanca = term("organization:fnam"), term("place:casablanca")
    seed_built = holding(
        [],
        [
            Quad(casablanca, term("rdf:type"), term("schema:City")),
            Quad(fnam, term("skos:prefLabel"), Literal("Fédération", language="fr")),
            Quad(fnam, term("schema:foundingDate"), Literal("2001", datatype=term("xsd:gYear"))),
            Quad(fnam, term("skos:prefLabel"), Literal("الفيدرالية", language="ar")),
            Quad(fnam, term("rdf:type"), term("mf:SectorFederation")),
        ],
    )
    assert content(seed_built, "turtle").decode() == (
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix schema: <https://schema.org/> .\n"
        "@prefix mf: <https://w3id.org/mfgraph/ontology#> .\n"
        "@prefix organization: <https://w3id.org/mfgraph/id/org/> .\n"
        "@prefix place: <https://w3id.org/mfgraph/id/place/> .\n"
        "\n"
        "organization:fnam a mf:SectorFederation ;\n"
        '\tskos:prefLabel "Fédération"@fr , "الفيدرالية"@ar ;\n'
        '\tschema:foundingDate "2001"^^xsd:gYear .\n'
        "\n"
        "place:casablanca a schema:City .\n"
    )


def test_graphs_follow_the_default_graph_each_in_its_braces(holding: Callable[..., Built]) -> None:
    fnam, cms, kind = term("organization:fnam"), term("organization:cms"), term("rdf:type")
    body, entities = term("org:Organization"), term("graph:entities")
    seed_built = holding(
        [Quad(fnam, kind, body, entities), Quad(cms, kind, body, entities)],
        [Quad(fnam, kind, body)],
    )
    assert content(seed_built, "trig").decode() == (
        "@prefix org: <http://www.w3.org/ns/org#> .\n"
        "@prefix graph: <https://w3id.org/mfgraph/graph/> .\n"
        "@prefix organization: <https://w3id.org/mfgraph/id/org/> .\n"
        "\n"
        "organization:fnam a org:Organization .\n"
        "\n"
        "graph:entities {\n"
        "\torganization:cms a org:Organization .\n"
        "\n"
        "\torganization:fnam a org:Organization .\n"
        "}\n"
    )


@pytest.mark.parametrize("name", ["turtle", "trig", "void"])
def test_prefixes_stand_in_the_order_of_the_table_and_each_is_used(
    seed_built: Built, name: str
) -> None:
    head, body = head_and_body(content(seed_built, name))
    declared = [line.split()[1].removesuffix(":") for line in head]
    names = " ".join(_STRINGS_AND_IRIS.sub(" ", line) for line in body)
    used = {prefix for prefix in PREFIXES if re.search(rf"(?<![\w:.-]){prefix}:", names)}
    assert declared == [prefix for prefix in PREFIXES if prefix in used]


def test_each_subject_of_the_resolved_view_is_one_block(seed_built: Built) -> None:
    document = content(seed_built, "turtle")
    _, body = head_and_body(document)
    subjects = [line.split()[0] for line in body if line and not line.startswith("\t")]
    described = {quad.subject for quad in parse(document, format=RdfFormat.TURTLE)}
    assert len(subjects) == len(set(subjects)) == len(described)


def test_the_federation_opens_with_its_type(seed_built: Built) -> None:
    lines = content(seed_built, "turtle").decode().split("\n")
    assert "organization:fnam a org:Organization , mf:SectorFederation ;" in lines


def test_a_name_in_a_string_or_an_iri_declares_no_prefix(holding: Callable[..., Built]) -> None:
    quad = Quad(
        NamedNode("https://example.org/foaf:x"),
        NamedNode("https://example.org/says"),
        Literal('see org:fnam, "skos:Concept" and <prov:Agent>'),
    )
    assert not content(holding([], [quad]), "turtle").decode().startswith("@prefix")
