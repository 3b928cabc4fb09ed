"""JSON-LD by the ontology's own context: short names, language maps, and nothing said differently."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from mfgraph.build import Built
from mfgraph.errors import ExportError
from mfgraph.export import canonical_form, content
from mfgraph.export.jsonld import write_jsonld
from mfgraph.export.quads import View, write_nquads
from mfgraph.lines import Sorted
from mfgraph.vocab import term

NAME = Quad(term("organization:fnam"), term("skos:prefLabel"), Literal("FNAM", language="fr"))


@pytest.fixture(scope="module")
def document(seed_built: Built) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(content(seed_built, "jsonld"))
    return loaded


def context(folder: Path, text: str) -> Path:
    path = folder / "context.jsonld"
    path.write_text(text, encoding="utf-8")
    return path


def jsonld(quads: list[Quad], path: Path) -> bytes:
    output = io.BytesIO()
    with Sorted() as lines:
        write_nquads(quads, lines)
        write_jsonld(View((lines,)), path, output)
    return output.getvalue()


def test_the_document_carries_the_context_of_the_ontology(
    document: dict[str, Any], seed_built: Built
) -> None:
    path = seed_built.workspace.root / "ontology" / "context.jsonld"
    assert document["@context"] == json.loads(path.read_bytes())["@context"]


def test_names_are_a_map_by_language(document: dict[str, Any]) -> None:
    (fnam,) = [node for node in document["@graph"] if node["id"].endswith(("/fnam", ":fnam"))]
    assert fnam["prefLabel"] == {
        "ar": "الفيدرالية الوطنية لجمعيات القروض الصغرى",
        "fr": "Fédération nationale des associations de microcrédit",
        "en": "National Federation of Microcredit Associations",
    }
    assert "SectorFederation" in fnam["type"]
    assert fnam["foundingDate"] == "2001-10-04"


def test_a_node_opens_with_its_name_and_type_and_nodes_are_sorted(
    document: dict[str, Any],
) -> None:
    names = [node["id"] for node in document["@graph"]]
    assert names == sorted(names)
    assert {tuple(node)[:1] for node in document["@graph"]} == {("id",)}
    assert {tuple(node)[1] for node in document["@graph"] if "type" in node} == {"type"}


def test_no_null_is_written(seed_built: Built) -> None:
    assert b"null" not in content(seed_built, "jsonld")


def test_a_missing_context_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"context\.jsonld: no JSON-LD context: No such file"):
        jsonld([NAME], tmp_path / "context.jsonld")


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        '{"@context": "https://example.org/context.jsonld"}',
        '{"@context": {"@import": "https://example.org/context.jsonld"}}',
    ],
)
def test_a_context_that_is_not_of_its_own_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ExportError, match=r"context\.jsonld: not a JSON-LD context of its own"):
        jsonld([NAME], context(tmp_path, text))


def test_a_context_that_is_not_json_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"context\.jsonld: not JSON: Expecting property name"):
        jsonld([NAME], context(tmp_path, "{"))


def test_a_term_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="the JSON-LD context cannot be used: Term definition"):
        jsonld([NAME], context(tmp_path, '{"@context": {"label": 3}}'))


def test_a_context_that_changes_what_is_said_is_refused(tmp_path: Path) -> None:
    # With `urn` as a prefix, the name urn:isbn:1 is read as https://example.org/isbn:1.
    book = Quad(term("organization:fnam"), term("dcterms:source"), NamedNode("urn:isbn:1"))
    with pytest.raises(ExportError, match=r"changes what the data says, as in: .*/isbn:1"):
        jsonld([book], context(tmp_path, '{"@context": {"urn": "https://example.org/"}}'))


def test_subjects_taken_one_by_one_give_the_same_document(
    seed_built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = content(seed_built, "jsonld")
    monkeypatch.setattr("mfgraph.export.jsonld._MOST", 1)
    assert whole == content(seed_built, "jsonld")


def test_blank_nodes_stay_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = BlankNode("one"), BlankNode("other")
    source, notation = term("dcterms:source"), term("skos:notation")
    made = [Quad(one, source, other), Quad(other, notation, Literal("2"))]
    quads = [NAME, Quad(NAME.subject, source, one), *made]
    path = context(tmp_path, '{"@context": {"id": "@id"}}')
    whole = jsonld(quads, path)
    monkeypatch.setattr("mfgraph.export.jsonld._MOST", 1)
    assert whole == jsonld(quads, path)
    assert canonical_form(quads) == canonical_form(parse(whole, format=RdfFormat.JSON_LD))
