"""The prefix table is the contract between data, queries and exports: it is held to the letter."""

import pytest

from mfgraph.vocab import BASE, PREFIXES, source_graph, term
from mfgraph.workspace import Workspace


@pytest.mark.parametrize(
    ("curie", "iri"),
    [
        ("mf:Claim", "https://w3id.org/mfgraph/ontology#Claim"),
        ("organization:fnam", "https://w3id.org/mfgraph/id/org/fnam"),
        ("membership:a--b--c", "https://w3id.org/mfgraph/id/role/a--b--c"),
        ("role:delegate-general", "https://w3id.org/mfgraph/def/role/delegate-general"),
        ("event:rt-protection-clients", "https://w3id.org/mfgraph/id/event/rt-protection-clients"),
        (
            "line-of-action:cms--training",
            "https://w3id.org/mfgraph/id/line-of-action/cms--training",
        ),
        ("organisation-type:ngo", "https://w3id.org/mfgraph/def/organisation-type/ngo"),
        ("graph:choices", "https://w3id.org/mfgraph/graph/choices"),
        ("schema:foundingDate", "https://schema.org/foundingDate"),
        ("dcterms:subject", "http://purl.org/dc/terms/subject"),
        ("time:inside", "http://www.w3.org/2006/time#inside"),
        ("edtf:EDTF", "http://id.loc.gov/datatypes/edtf/EDTF"),
        ("sdmx-code:sex-F", "http://purl.org/linked-data/sdmx/2009/code#sex-F"),
    ],
)
def test_a_prefixed_name_stands_for_its_iri(curie: str, iri: str) -> None:
    assert iri == term(curie).value


def test_an_unknown_prefix_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(KeyError):
        term("organisation:fnam")


def test_no_two_prefixes_stand_for_one_namespace() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)


def test_every_namespace_ends_where_a_local_name_begins() -> None:
    assert [p for p, namespace in PREFIXES.items() if namespace[-1] not in "/#"] == []


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        PREFIXES["mf"] = BASE  # type: ignore[index]  # the point of the test


def test_each_source_has_a_graph_of_its_own() -> None:
    assert (
        source_graph("almassae-324458").value
        == "https://w3id.org/mfgraph/graph/source/almassae-324458"
    )


def test_each_code_list_file_has_its_prefix(workspace: Workspace) -> None:
    # The sexes are SDMX's own codes: that file mints none.
    schemes = {path.stem for path in workspace.ontology_files() if path.parent.name == "codelists"}
    assert len(schemes) >= 20
    missing = {name for name in schemes if PREFIXES.get(name) != f"{BASE}def/{name}/"}
    assert missing <= {"sex"}


def test_the_files_bind_the_prefixes_of_the_table(workspace: Workspace) -> None:
    declared = [
        (path.name, *line.split()[1:3])
        for path in (*workspace.ontology_files(), *workspace.entity_files())
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("@prefix ")
    ]
    assert len(declared) > 100
    wrong = [
        (name, prefix)
        for name, prefix, iri in declared
        if PREFIXES.get(prefix.removesuffix(":"), iri.strip("<>")) != iri.strip("<>")
    ]
    assert wrong == []
